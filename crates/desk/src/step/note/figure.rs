//! A figure that changed, told as a newsroom tells it: `toll raised from 12 to 14`.

use news::Lang;
use text::{
    cue::Cue,
    number::{Quantity, Unit},
    word::Word,
};

/// What is counted, by a word that stands next to the figure: language, words, what the note calls it.
const COUNTED: [(&str, &str, &str); 7] = [
    ("en", "dead died dies die killed kills death deaths bodies toll drowned perished", "toll"),
    ("en", "injured hurt wounded injuries", "number of injured"),
    ("en", "missing unaccounted", "number of missing"),
    ("fr", "mort morts morte mortes tué tués tuée tuées décès décédés péri bilan noyés", "bilan"),
    ("fr", "blessé blessés blessée blessées", "nombre de blessés"),
    ("ar", "قتل قتلى قتيلا قتيل مقتل لقي مصرع مصرعهم وفاة وفيات", "حصيلة القتلى"),
    ("hi", "मौत मौतें मृत मृतक मारे मरे", "मृतकों की संख्या"),
];

/// Nouns for people that leave open what is counted of them.
const PEOPLE: &str = "people persons men women children passengers personnes gens hommes femmes enfants passagers \
شخصا أشخاص شخص लोग लोगों यात्रियों";
/// Words that may stand between a figure and the word that tells what it counts: `12 people were killed`, `rose to at least 12`.
const BETWEEN: &str = "were was are have has been had at least about some around nearly almost more than over to of other others \
rose risen climbed stands reached confirmed reported ont a été au moins environ de plus की के को में";
/// Words away that the telling word may stand, itself counted.
const REACH: usize = 4;

/// How it is told: language, more, fewer; `{}` are what is counted, the old value and the new one.
const TOLD: [(&str, [&str; 4], [&str; 4]); 4] = [
    ("en", ["", " raised from ", " to ", ""], ["", " lowered from ", " to ", ""]),
    ("fr", ["", " porté de ", " à ", ""], ["", " ramené de ", " à ", ""]),
    ("ar", ["رُفعت ", " من ", " إلى ", ""], ["خُفضت ", " من ", " إلى ", ""]),
    ("hi", ["", " ", " से बढ़कर ", ""], ["", " ", " से घटकर ", ""]),
];

/// The figures in which two versions of a sentence differ; `None` where they differ in something else, or in a figure of which it
/// cannot be told what it counts: such a change is better quoted.
pub fn changes(was: &str, is: &str, lang: &Lang) -> Option<Vec<String>> {
    let counts = |s: &str| -> Vec<Quantity> {
        text::number::find(s, lang).into_iter().filter(|q| q.unit == Unit::Count).collect()
    };
    let (old, new) = (counts(was), counts(is));
    let same_noun =
        |(a, b): (&Quantity, &Quantity)| a.counted == b.counted || a.counted.is_none() || b.counted.is_none();
    if old.len() != new.len() || !old.iter().zip(&new).all(same_noun) || words(was, &old) != words(is, &new) {
        return None;
    }
    let differing = old.iter().zip(&new).filter(|(a, b)| (a.low, a.high) != (b.low, b.high));
    let told: Vec<String> = differing.map(|(a, b)| told((was, a), (is, b), lang)).collect::<Option<_>>()?;
    (!told.is_empty()).then_some(told)
}

/// The words of a sentence but its figures.
fn words<'s>(sentence: &'s str, figures: &[Quantity]) -> Vec<&'s str> {
    let mut from = 0;
    let mut out = Vec::new();
    let ends = figures.iter().map(|q| (q.range.start, q.range.end)).chain([(sentence.len(), sentence.len())]);
    for (start, end) in ends {
        out.extend(sentence.get(from..start).unwrap_or_default().split_whitespace());
        from = end;
    }
    out
}

fn told(old: (&str, &Quantity), new: (&str, &Quantity), lang: &Lang) -> Option<String> {
    let what = counted(new.0, new.1, lang)?;
    let (_, more, fewer) = TOLD.iter().find(|(tag, ..)| *tag == lang.primary())?;
    let [before, from, to, after] = if new.1.low >= old.1.low { more } else { fewer };
    let written = |(sentence, q): (&str, &Quantity)| sentence.get(q.range.clone()).map(str::to_lowercase);
    Some(format!("{before}{what}{from}{}{to}{}{after}", written(old)?, written(new)?))
}

/// What a figure counts: people by the telling word beside it, things by their noun.
fn counted(sentence: &str, figure: &Quantity, lang: &Lang) -> Option<String> {
    let words = text::word::words(sentence, lang);
    let behind = words.partition_point(|w| w.range.start < figure.range.end);
    let before = words.partition_point(|w| w.range.end <= figure.range.start);
    let (before, behind) = (words.get(..before)?, words.get(behind..)?);
    let noun = behind.iter().find(|w| Some(&w.stem) == figure.counted.as_ref());
    let called = telling(behind.iter(), lang).or_else(|| telling(before.iter().rev(), lang));
    // `12 people killed`, `12 morts`: what is counted is who was killed.
    let thing = noun.filter(|noun| !has(PEOPLE, &noun.lower) && called_by(noun, lang).is_none());
    match (called, thing) {
        // What may be, or is not so, is no toll.
        (Some(called), None) => asserted(sentence, lang).then(|| called.to_owned()),
        (None, Some(noun)) => number_of(&noun.lower, lang),
        // `killed 12 soldiers` is neither the toll nor the number of soldiers.
        _ => None,
    }
}

fn asserted(sentence: &str, lang: &Lang) -> bool {
    !text::cue::find(sentence, lang).iter().any(|(_, cue)| matches!(cue, Cue::Modality | Cue::Negation))
}

/// What the note calls those of whom this word tells.
fn called_by(word: &Word, lang: &Lang) -> Option<&'static str> {
    let own = COUNTED.iter().filter(|(tag, ..)| *tag == lang.primary());
    own.into_iter().find(|(_, list, _)| has(list, &word.lower)).map(|(.., called)| *called)
}

/// What the first word that tells calls it, where nothing but filling words stands before it.
fn telling<'w>(words: impl Iterator<Item = &'w Word>, lang: &Lang) -> Option<&'static str> {
    let filling = |word: &&Word| has(BETWEEN, &word.lower) || has(PEOPLE, &word.lower);
    let word = words.take(REACH).find(|word| !filling(word))?;
    called_by(word, lang)
}

/// `number of boats`, where the noun stands in the plural.
fn number_of(noun: &str, lang: &Lang) -> Option<String> {
    let plural = noun.ends_with(['s', 'x']);
    match lang.primary() {
        "en" if plural => Some(format!("number of {noun}")),
        "fr" if plural && noun.starts_with(['a', 'e', 'i', 'o', 'u', 'é', 'h']) => Some(format!("nombre d’{noun}")),
        "fr" if plural => Some(format!("nombre de {noun}")),
        _ => None,
    }
}

fn has(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|w| w == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(was: &str, is: &str, lang: &str) -> Option<String> {
        changes(was, is, &Lang::new(lang)).map(|c| c.join(", "))
    }

    #[test]
    fn a_toll_is_raised_or_lowered() {
        let told = |was: &str, is: &str| told(was, is, "en");
        assert_eq!(
            told("The quake killed 12 people.", "The quake killed 14 people.").unwrap(),
            "toll raised from 12 to 14"
        );
        assert_eq!(told("Twelve people died.", "Ten people died.").unwrap(), "toll lowered from twelve to ten");
        assert_eq!(
            told("It killed 3 people and 40 were injured.", "It killed 5 people and 60 were injured.").unwrap(),
            "toll raised from 3 to 5, number of injured raised from 40 to 60"
        );
        assert_eq!(
            told("Some 240 boats lie in port.", "Some 310 boats lie in port.").unwrap(),
            "number of boats raised from 240 to 310"
        );
    }

    #[test]
    fn in_the_languages_of_the_house() {
        assert_eq!(
            told("Le séisme a fait 12 morts.", "Le séisme a fait 14 morts.", "fr").unwrap(),
            "bilan porté de 12 à 14"
        );
        assert_eq!(
            told("बाढ़ में 12 लोगों की मौत हुई।", "बाढ़ में 14 लोगों की मौत हुई।", "hi").unwrap(),
            "मृतकों की संख्या 12 से बढ़कर 14"
        );
    }

    #[test]
    fn what_is_not_surely_counted_is_not_named() {
        let told = |was: &str| told(was, &was.replace("12", "14"), "en");
        // Nothing false: neither boats nor the rescued are missing, an age is no toll, what may be is not so.
        assert_eq!(told("The 12 boats searched for the missing.").unwrap(), "number of boats raised from 12 to 14");
        assert_eq!(told("At least 12 were rescued and 3 are missing."), None);
        assert_eq!(told("Sailors rescued 12 people from the ferry that killed its captain."), None);
        assert_eq!(told("The poet died aged 12."), None);
        assert_eq!(
            told("The flood that killed three left 12 homeless.").unwrap(),
            "number of homeless raised from 12 to 14"
        );
        assert_eq!(told("The blast may have killed 12 people."), None);
        assert_eq!(told("The blast killed 12 soldiers."), None);
        assert_eq!(told("Some 12 were feared dead."), None);
    }

    #[test]
    fn another_change_is_not_told_as_a_figure() {
        assert_eq!(told("The quake killed 12 people.", "The flood killed 14 people.", "en"), None);
        assert_eq!(told("The quake killed 12 people.", "The quake killed 12 people.", "en"), None);
        assert_eq!(told("The rate is 3 percent.", "The rate is 4 percent.", "en"), None);
    }
}
