//! A figure that changed, told as a newsroom tells it: `toll raised from 12 to 14`.

use news::Lang;
use text::number::{Quantity, Unit};

/// What is counted, by the words that stand next to the figure: language, words, what the note calls it.
const COUNTED: [(&str, &str, &str); 7] = [
    ("en", "dead died dies die killed kills death deaths bodies toll drowned perished", "toll"),
    ("en", "injured hurt wounded injuries", "number of injured"),
    ("en", "missing unaccounted", "number of missing"),
    ("fr", "mort morts morte mortes tué tués tuée tuées décès décédés péri bilan noyés", "bilan"),
    ("fr", "blessé blessés blessée blessées", "nombre de blessés"),
    ("ar", "قتل قتلى قتيلا قتيل مقتل لقي مصرع مصرعهم وفاة وفيات", "حصيلة القتلى"),
    ("hi", "मौत मौतें मृत मृतक मारे मरे", "मृतकों की संख्या"),
];

/// How it is told: language, more, fewer; `{}` are what is counted, the old value and the new one.
const TOLD: [(&str, [&str; 4], [&str; 4]); 4] = [
    ("en", ["", " raised from ", " to ", ""], ["", " lowered from ", " to ", ""]),
    ("fr", ["", " porté de ", " à ", ""], ["", " ramené de ", " à ", ""]),
    ("ar", ["رُفعت ", " من ", " إلى ", ""], ["خُفضت ", " من ", " إلى ", ""]),
    ("hi", ["", " ", " से बढ़कर ", ""], ["", " ", " से घटकर ", ""]),
];

/// The figures in which two versions of a sentence differ; `None` where they differ in something else, or in a figure of which it
/// cannot be told what it counts.
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

/// What a figure counts: by the nearest telling word, else by its noun as written.
fn counted(sentence: &str, figure: &Quantity, lang: &Lang) -> Option<String> {
    let distance = |word: &text::word::Word| {
        if word.range.start >= figure.range.end {
            word.range.start - figure.range.end
        } else {
            figure.range.start.saturating_sub(word.range.end)
        }
    };
    let lists = || COUNTED.iter().filter(|(tag, ..)| *tag == lang.primary());
    let words = text::word::words(sentence, lang);
    let telling = words.iter().filter_map(|word| {
        let (.., called) = lists().find(|(_, list, _)| list.split(' ').any(|w| w == word.lower))?;
        Some((distance(word), *called))
    });
    if let Some((_, called)) = telling.min_by_key(|(distance, _)| *distance) {
        return Some(called.to_owned());
    }
    let noun = words.iter().find(|w| w.range.start >= figure.range.end && Some(&w.stem) == figure.counted.as_ref())?;
    match lang.primary() {
        "en" => Some(format!("number of {}", noun.lower)),
        "fr" if noun.lower.starts_with(['a', 'e', 'i', 'o', 'u', 'é', 'h']) => {
            Some(format!("nombre d’{}", noun.lower))
        }
        "fr" => Some(format!("nombre de {}", noun.lower)),
        _ => None,
    }
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
    fn another_change_is_not_told_as_a_figure() {
        assert_eq!(told("The quake killed 12 people.", "The flood killed 14 people.", "en"), None);
        assert_eq!(told("The quake killed 12 people.", "The quake killed 12 people.", "en"), None);
        assert_eq!(told("The rate is 3 percent.", "The rate is 4 percent.", "en"), None);
    }
}
