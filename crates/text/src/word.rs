//! Words and stems.

mod cut;
mod known;
mod lower;
mod stop;

use frostem::{Algorithm, Stemmer};
use news::Lang;
use std::{borrow::Cow, ops::Range};

pub use lower::lower;
pub use stop::is_stop;
pub(crate) use stop::latin_lists;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Bytes of the text: without a possessive `'s`, with the apostrophe of a French or Italian elision (`l'`), with the last
    /// stop of a dotted abbreviation (`U.S.`).
    pub range: Range<usize>,
    /// Lower case, apostrophes straight, possessive `'s` off, digits in ASCII, Arabic without vowel signs and tatweel.
    pub lower: String,
    /// Stem by the language's Snowball stemmer, where there is one. An abbreviation that reads like a function word keeps its
    /// capitals and loses its stops: `US` and `U.S.` are both `US`, unlike `us`.
    pub stem: String,
    /// A function word of the language.
    pub stop: bool,
}

/// The words of `text`, left to right: letters with their marks, hyphenated words as one, digits with inner `.` `,`.
/// In Chinese and Japanese, where no space tells, every two neighbouring characters are a word, so ranges overlap there.
pub fn words(text: &str, lang: &Lang) -> Vec<Word> {
    let shouted = !text.chars().any(char::is_lowercase);
    let stemmer = stemmer(lang);
    cut::ranges(text, lang.primary())
        .into_iter()
        .map(|range| word(text, range, lang.primary(), shouted, stemmer.as_ref()))
        .collect()
}

/// The words of `text` in lower case as [`words`] gives them, each with whether it is a function word, without their stems.
pub fn lower_words(text: &str, lang: &Lang) -> Vec<(String, bool)> {
    let shouted = !text.chars().any(char::is_lowercase);
    let shape = |range| Shape::of(text.get(range).unwrap_or_default(), lang.primary(), shouted);
    cut::ranges(text, lang.primary()).into_iter().map(shape).map(Shape::told).collect()
}

/// The stem of one word in lower case, as [`words`] gives it.
pub fn stem(lower: &str, lang: &Lang) -> String {
    stem_with(lower, lang.primary(), stemmer(lang).as_ref())
}

/// How many words a reader would count. In Chinese and Japanese two characters count as one word.
pub fn count(text: &str) -> usize {
    let cjk = text.chars().filter(|c| cut::is_unspaced(*c)).count();
    let spaced = text
        .split(|c: char| c.is_whitespace() || c == '—' || cut::is_unspaced(c))
        .filter(|w| w.chars().any(char::is_alphanumeric))
        .count();
    spaced + cjk.div_ceil(2)
}

fn word(text: &str, range: Range<usize>, primary: &str, shouted: bool, stemmer: Option<&Stemmer>) -> Word {
    let shape = Shape::of(text.get(range.clone()).unwrap_or_default(), primary, shouted);
    let stem = match (shape.acronym && shape.listed, shape.dotted) {
        (true, _) => shape.bare().to_uppercase(),
        (_, true) => shape.bare().into_owned(),
        _ => stem_with(&shape.lower, primary, stemmer),
    };
    Word { range, stop: shape.stop(), lower: shape.lower, stem }
}

/// A word as written.
struct Shape {
    lower: String,
    /// `U.S.`
    dotted: bool,
    /// Initials, where capitals say so.
    acronym: bool,
    /// It reads like a function word.
    listed: bool,
}

impl Shape {
    fn of(written: &str, primary: &str, shouted: bool) -> Self {
        let lower = lower(written);
        let dotted = lower.ends_with('.');
        let capitals = written.chars().all(|c| c.is_uppercase() || c == '.') && written.chars().nth(1).is_some();
        let mut shape = Self { lower, dotted, acronym: capitals && (dotted || !shouted), listed: false };
        shape.listed = is_stop(&shape.bare(), primary);
        shape
    }

    /// Without its stops.
    fn bare(&self) -> Cow<'_, str> {
        if self.dotted { Cow::Owned(self.lower.replace('.', "")) } else { Cow::Borrowed(&self.lower) }
    }

    fn told(self) -> (String, bool) {
        let stop = self.stop();
        (self.lower, stop)
    }

    fn stop(&self) -> bool {
        self.listed && !self.acronym && !self.dotted
    }
}

fn stem_with(lower: &str, primary: &str, stemmer: Option<&Stemmer>) -> String {
    let folded = if primary == "ar" { Cow::Owned(lower::fold_arabic(lower)) } else { Cow::Borrowed(lower) };
    match stemmer {
        Some(s) if !folded.starts_with(|c: char| c.is_ascii_digit()) => known::stem(primary, &folded, s),
        _ => folded.into_owned(),
    }
}

/// The Snowball stemmer of a language; `und` reads as English.
fn stemmer(lang: &Lang) -> Option<Stemmer> {
    let algorithm = match lang.primary() {
        "en" | "und" => Algorithm::English,
        "fr" => Algorithm::French,
        "de" => Algorithm::German,
        "es" => Algorithm::Spanish,
        "pt" => Algorithm::Portuguese,
        "it" => Algorithm::Italian,
        "nl" => Algorithm::DutchPorter,
        "sv" => Algorithm::Swedish,
        "da" => Algorithm::Danish,
        "nb" | "no" | "nn" => Algorithm::Norwegian,
        "fi" => Algorithm::Finnish,
        "ru" => Algorithm::Russian,
        "uk" => Algorithm::Ukrainian,
        "ar" => Algorithm::Arabic,
        "hi" => Algorithm::Hindi,
        "fa" => Algorithm::Persian,
        "tr" => Algorithm::Turkish,
        "pl" => Algorithm::Polish,
        "cs" => Algorithm::Czech,
        "el" => Algorithm::Greek,
        "hu" => Algorithm::Hungarian,
        "ro" => Algorithm::Romanian,
        "id" => Algorithm::Indonesian,
        "ca" => Algorithm::Catalan,
        "ta" => Algorithm::Tamil,
        "ne" => Algorithm::Nepali,
        "sr" => Algorithm::Serbian,
        "lt" => Algorithm::Lithuanian,
        "et" => Algorithm::Estonian,
        "hy" => Algorithm::Armenian,
        _ => return None,
    };
    Some(Stemmer::new(algorithm))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lowers(text: &str, lang: &str) -> Vec<String> {
        words(text, &Lang::new(lang)).into_iter().map(|w| w.lower).collect()
    }

    #[test]
    fn english_words_keep_hyphens_and_inner_points_and_lose_possessives() {
        assert_eq!(
            lowers("Mali’s army said 1,200.5 fuel-laden trucks didn't reach the U.S. by 5 p.m.", "en"),
            [
                "mali",
                "army",
                "said",
                "1,200.5",
                "fuel-laden",
                "trucks",
                "didn't",
                "reach",
                "the",
                "u.s.",
                "by",
                "5",
                "p.m."
            ]
        );
        assert_eq!(
            lowers("AT&T, COVID-19 (the 1990s) and the states' G20.", "en"),
            ["at&t", "covid-19", "the", "1990s", "and", "the", "states", "g20"]
        );
        let w = words("Mali's army", &Lang::en());
        assert_eq!(w[0].range, 0..4);
    }

    #[test]
    fn abbreviations_are_not_pronouns() {
        let w = words("It told us that the US and the U.S. and WHO agree", &Lang::en());
        let stems: Vec<&str> = w.iter().filter(|w| !w.stop).map(|w| w.stem.as_str()).collect();
        assert_eq!(stems, ["told", "US", "US", "WHO", "agre"]);
        assert!(words("THE END OF IT", &Lang::en())[0].stop);
    }

    #[test]
    fn french_elisions_are_words_of_their_own() {
        assert_eq!(
            lowers("L’armée d'Ukraine, a-t-il dit, s'est retirée aujourd'hui ; qu'en dit-elle ?", "fr"),
            [
                "l'",
                "armée",
                "d'",
                "ukraine",
                "a",
                "t-il",
                "dit",
                "s'",
                "est",
                "retirée",
                "aujourd'hui",
                "qu'",
                "en",
                "dit",
                "elle"
            ]
        );
        assert!(words("l'armée", &Lang::new("fr"))[0].stop);
        let stems: Vec<String> =
            words("manifestants manifestant", &Lang::new("fr")).into_iter().map(|w| w.stem).collect();
        assert_eq!(stems[0], stems[1]);
    }

    #[test]
    fn arabic_spellings_meet() {
        assert_eq!(lowers("أَعْلَنَتِ الحكومـــة ٤٠", "ar"), ["أعلنت", "الحكومة", "40"]);
        let w = words("الإنتخابات والانتخابات", &Lang::new("ar"));
        assert_eq!(w[0].stem.chars().filter(|c| *c == 'إ').count(), 0);
        assert!(words("في القاهرة", &Lang::new("ar"))[0].stop);
    }

    #[test]
    fn hindi_marks_stay_in_the_word() {
        let w = words("प्रधानमंत्री ने दिल्ली में कहा।", &Lang::new("hi"));
        assert_eq!(w.iter().map(|w| w.lower.as_str()).collect::<Vec<_>>(), ["प्रधानमंत्री", "ने", "दिल्ली", "में", "कहा"]);
        assert!(w[1].stop && w[3].stop && !w[0].stop);
    }

    #[test]
    fn unspaced_scripts_go_by_pairs() {
        assert_eq!(lowers("東京で会議", "ja"), ["東京", "京で", "で会", "会議"]);
        assert_eq!(count("中国总理访问巴黎"), 4);
    }

    #[test]
    fn count_is_a_readers() {
        assert_eq!(count("The well-known U.S. envoy — a lawyer — said 1,200 men left."), 10);
        assert_eq!(count(""), 0);
    }

    proptest! {
        #[test]
        fn ranges_lie_on_characters_in_order(s in "\\PC*", lang in "en|fr|ar|hi|ja|it|und") {
            let mut last = 0;
            for w in words(&s, &Lang::new(&lang)) {
                prop_assert!(s.get(w.range.clone()).is_some_and(|t| !t.is_empty()));
                prop_assert!(w.range.start >= last);
                last = w.range.start;
            }
        }
    }
}
