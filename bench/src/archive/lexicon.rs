//! Words that no language has, made by rule from syllables, and names of people and bodies made the same way.

use std::collections::HashSet;

use crate::chance::Chance;

/// Words of a lexicon; with Zipf's law over the ranks, a story's words are seldom another's.
const WORDS: usize = 24_000;
/// Given names of a lexicon.
const GIVEN: usize = 400;
/// Surnames of a lexicon.
const SURNAMES: usize = 9_000;

/// How a script builds syllables.
struct Rule {
    onsets: &'static [&'static str],
    vowels: &'static [&'static str],
    codas: &'static [&'static str],
    endings: &'static [&'static str],
}

const LATIN: Rule = Rule {
    onsets: &[
        "b", "br", "c", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "qu", "r", "s", "st", "t", "tr",
        "v", "w", "z",
    ],
    vowels: &["a", "e", "i", "o", "u", "ea", "ou", "ai"],
    codas: &["", "", "l", "r", "n", "m", "s", "v"],
    endings: &["en", "an", "el", "or", "il", "ock", "ard", "ine", "ave", "esk"],
};
const FRENCH: Rule = Rule {
    onsets: &["b", "ch", "d", "f", "gr", "j", "l", "m", "n", "p", "pr", "r", "s", "t", "tr", "v"],
    vowels: &["a", "é", "i", "o", "u", "ou", "eu", "an"],
    codas: &["", "", "r", "l", "n"],
    endings: &["in", "eau", "et", "ier", "al", "on", "ard", "ois"],
};
const ARABIC: Rule = Rule {
    onsets: &["ب", "ت", "ج", "ح", "د", "ر", "ز", "س", "ش", "ص", "ط", "ع", "ف", "ق", "ك", "ل", "م", "ن", "ه"],
    vowels: &["", "ا", "و", "ي", ""],
    codas: &["", "", "ر", "ن", "ل"],
    endings: &["ان", "ين", "ود", "اش", "يل", "وم"],
};
const HINDI: Rule = Rule {
    onsets: &["क", "ख", "ग", "च", "ज", "ट", "त", "द", "न", "प", "ब", "म", "र", "ल", "व", "स", "ह"],
    vowels: &["", "ा", "ि", "ी", "ु", "े", "ो"],
    codas: &["", "", "न", "र", "ल"],
    endings: &["ान", "ीर", "ोल", "ेत", "ूम", "ाल"],
};

/// Words and names of a language, the commonest first.
pub struct Lexicon {
    words: Vec<String>,
    given: Vec<String>,
    surnames: Vec<String>,
}

impl Lexicon {
    /// The lexicon of that language; always the same.
    pub fn new(lang: &str) -> Self {
        let rule = match lang {
            "fr" => &FRENCH,
            "ar" => &ARABIC,
            "hi" => &HINDI,
            _ => &LATIN,
        };
        let mut chance = Chance::of(0xda7e, lang.bytes().fold(0, |n, b| n * 31 + u64::from(b)));
        let mut seen = HashSet::new();
        let name = |list: Vec<String>| list.iter().map(|w| capital(w)).collect();
        let given = name(list(rule, GIVEN, &mut chance, &mut seen));
        let surnames = name(list(rule, SURNAMES, &mut chance, &mut seen));
        let words = list(rule, WORDS, &mut chance, &mut seen);
        Self { words, given, surnames }
    }

    /// A word; `field` turns the ranks, so that each subject has common words of its own.
    pub fn word(&self, chance: &mut Chance, field: usize) -> &str {
        let rank = chance.zipf(self.words.len());
        // The few commonest words are everybody's.
        let at = if rank < 40 { rank } else { (rank + field * 1_700) % self.words.len() };
        self.words.get(at).map_or("", String::as_str)
    }

    /// A given name and a surname.
    pub fn person(&self, chance: &mut Chance) -> (&str, &str) {
        let given = self.given.get(chance.zipf(self.given.len())).map_or("", String::as_str);
        // Surnames are rarer than words: two stories seldom have the same person in them.
        let surname = self.surnames.get(chance.below(self.surnames.len())).map_or("", String::as_str);
        (given, surname)
    }
}

fn list(rule: &Rule, length: usize, chance: &mut Chance, seen: &mut HashSet<String>) -> Vec<String> {
    // A script with few syllables gives a shorter list.
    let tries = std::iter::repeat_with(|| word(rule, chance)).take(length * 4);
    tries.filter(|word| seen.insert(word.clone())).take(length).collect()
}

/// A syllable and an ending.
fn word(rule: &Rule, chance: &mut Chance) -> String {
    let mut part = |list: &[&'static str]| chance.pick(list).copied().unwrap_or_default();
    let mut out = String::new();
    for kind in [rule.onsets, rule.vowels, rule.codas, rule.onsets, rule.endings] {
        out.push_str(part(kind));
    }
    out
}

/// The word with a capital, in scripts that have them.
pub fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
