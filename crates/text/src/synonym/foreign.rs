//! Words that French, Arabic and Hindi reports say for one another, from lists of our own, compared by their stems.

use std::{collections::HashMap, sync::LazyLock};

use news::Lang;

use super::Senses;

/// A group a line; `|` parts two groups that say the contrary; lines with `#` are remarks.
const LISTS: [(&str, &str); 3] = [
    ("fr", include_str!("../../data/newswords.fr.txt")),
    ("ar", include_str!("../../data/newswords.ar.txt")),
    ("hi", include_str!("../../data/newswords.hi.txt")),
];

/// The senses of a language's words by stem.
type Table = HashMap<String, Senses>;

static TABLES: LazyLock<[Table; LISTS.len()]> = LazyLock::new(|| {
    // Every language counts from a number of its own, so that reports in two of them do not mix.
    let mut next = 0;
    LISTS.map(|(lang, list)| read(list, &Lang::new(lang), &mut next))
});

fn read(list: &str, lang: &Lang, next: &mut u32) -> Table {
    let mut number = || {
        *next += 1;
        *next
    };
    let mut out = Table::new();
    for line in list.lines().filter(|l| !l.starts_with('#')) {
        let sides = line
            .split('|')
            .map(|side| side.split_whitespace().map(|w| crate::word::stem(&crate::word::lower(w), lang)));
        let sides: Vec<Vec<String>> = sides.map(Iterator::collect).collect();
        let mut bases: Vec<Vec<u32>> = Vec::new();
        for side in &sides {
            let meaning = number();
            bases.push(Vec::new());
            for stem in side {
                let senses =
                    out.entry(stem.clone()).or_insert_with(|| Senses { bases: vec![number()], ..Senses::default() });
                senses.meanings.push(meaning);
                bases.last_mut().into_iter().for_each(|b| b.extend(&senses.bases));
            }
        }
        for (side, others) in sides.iter().zip(bases.iter().rev()).filter(|_| sides.len() == 2) {
            for stem in side {
                if let Some(senses) = out.get_mut(stem) {
                    senses.opposites.extend(others);
                }
            }
        }
    }
    for list in out.values_mut().flat_map(|s| [&mut s.meanings, &mut s.opposites]) {
        list.sort_unstable();
        list.dedup();
    }
    out
}

/// What the list of a language has of a word in lower case.
pub(super) fn senses(which: usize, lower: &str) -> Option<Senses> {
    let stem = crate::word::stem(lower, &Lang::new(LISTS.get(which)?.0));
    TABLES.get(which)?.get(&stem).cloned()
}

/// Which list a language has.
pub(super) fn list(lang: &Lang) -> Option<usize> {
    LISTS.iter().position(|(code, _)| *code == lang.primary())
}
