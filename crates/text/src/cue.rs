//! Small words that turn a fact: negation, modality, direction, legal status, judgement.

mod lexicon;

use news::Lang;
use std::ops::Range;

use crate::lex::{Token, tokens};

/// Which sense a cue carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Cue {
    /// not, no, never, without, fail to
    Negation,
    /// may, could, plan, expected to
    Modality,
    /// rise, gain, up, more than
    Up,
    /// fall, drop, down, less than
    Down,
    /// win, beat
    Win,
    /// lose, defeated by
    Lose,
    /// before
    Before,
    /// after
    After,
    /// suspected, allegedly, accused
    Suspected,
    /// arrested, detained
    Arrested,
    /// charged, indicted
    Charged,
    /// convicted, found guilty, sentenced
    Convicted,
    /// acquitted, cleared
    Acquitted,
    /// siege, swiftly, key
    Loaded,
}

impl Cue {
    /// The cue that says the contrary: rise and fall, win and lose, before and after.
    pub fn opposite(self) -> Option<Cue> {
        Some(match self {
            Self::Up => Self::Down,
            Self::Down => Self::Up,
            Self::Win => Self::Lose,
            Self::Lose => Self::Win,
            Self::Before => Self::After,
            Self::After => Self::Before,
            _ => return None,
        })
    }

    /// How far a case has gone, from suspicion to judgement; `None` for other cues.
    pub fn legal_step(self) -> Option<u8> {
        Some(match self {
            Self::Suspected => 0,
            Self::Arrested => 1,
            Self::Charged => 2,
            Self::Convicted => 3,
            Self::Acquitted => 4,
            _ => return None,
        })
    }
}

/// Cues of `text` with their place, left to right. A word may carry two (`lost` is `Lose` and `Down`).
pub fn find(text: &str, lang: &Lang) -> Vec<(Range<usize>, Cue)> {
    let tokens = tokens(text);
    let table = lexicon::table(lang.primary());
    (0..tokens.len()).flat_map(|i| at(&tokens, i, table)).collect()
}

fn at(tokens: &[Token], i: usize, table: &lexicon::Table) -> Vec<(Range<usize>, Cue)> {
    let Some(first) = tokens.get(i).filter(|t| t.is_word()) else { return Vec::new() };
    // The month is no cue.
    if first.capital && !first.line_start && first.is("may") {
        return Vec::new();
    }
    // `the plan` is a thing, `they plan` is not.
    let before = i.checked_sub(1).and_then(|b| tokens.get(b)).map_or("", |t| t.lower.as_str());
    let noun = matches!(before, "the" | "a" | "this" | "that" | "its" | "his" | "her" | "their" | "under");
    if noun && (first.is("plan") || first.is("plans") || first.is("defeat")) {
        return Vec::new();
    }
    let hits = table.starting(&first.lower).filter(|phrase| phrase.matches(tokens.get(i..).unwrap_or_default()));
    hits.map(|phrase| (first.start..tokens.get(i + phrase.len() - 1).map_or(first.end, |t| t.end), phrase.cue))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cues_in_four_languages() {
        let table = [
            ("en", "Police have not found him", Cue::Negation),
            ("en", "It hasn't rained", Cue::Negation),
            ("en", "Prices may change", Cue::Modality),
            ("en", "Prices rose", Cue::Up),
            ("en", "Prices fell", Cue::Down),
            ("en", "He was arrested", Cue::Arrested),
            ("en", "She was charged with theft", Cue::Charged),
            ("en", "The jury found him guilty", Cue::Convicted),
            ("en", "He was cleared of theft", Cue::Acquitted),
            ("en", "Three suspected members", Cue::Suspected),
            ("en", "Troops swiftly left", Cue::Loaded),
            ("fr", "Les prix n’ont pas bougé", Cue::Negation),
            ("fr", "Les prix ont augmenté", Cue::Up),
            ("fr", "Trois personnes ont été arrêtées", Cue::Arrested),
            ("fr", "Il a été mis en examen", Cue::Charged),
            ("ar", "لم تعلن الوزارة", Cue::Negation),
            ("ar", "ارتفعت الأسعار", Cue::Up),
            ("ar", "وانخفضت الأسعار", Cue::Down),
            ("ar", "أوقفت الشرطة ثلاثة أشخاص", Cue::Arrested),
            ("hi", "कीमतें नहीं बढ़ीं", Cue::Negation),
            ("hi", "कीमतें बढ़ीं", Cue::Up),
            ("hi", "तीन लोग गिरफ्तार हुए", Cue::Arrested),
        ];
        for (lang, text, cue) in table {
            let found = find(text, &Lang::new(lang));
            assert!(found.iter().any(|(_, c)| *c == cue), "{text}: {found:?}");
        }
    }

    #[test]
    fn plain_words_carry_none() {
        for text in ["The May fair is in the street", "The free charge of the battery", "The fallen leaves"] {
            let found = find(text, &Lang::en());
            assert!(
                found.iter().all(|(_, c)| !matches!(c, Cue::Modality | Cue::Charged | Cue::Down)),
                "{text}: {found:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(s in "\\PC*", lang in "en|fr|ar|hi|und") {
            for (range, _) in find(&s, &Lang::new(&lang)) {
                prop_assert!(s.get(range).is_some());
            }
        }
    }
}
