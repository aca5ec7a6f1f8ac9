//! Which words of the sources are kin to a draft's word: synonyms, forms, kinds, contraries.

use foldhash::{HashMap, HashSet};
use std::cell::RefCell;

use text::synonym::{Kin, Senses};

use crate::vocabulary::WordId;

/// Words whose senses a thread remembers; then it forgets and begins anew.
const REMEMBERED: usize = 8_000;

/// The senses of the sources' English words, from sense to word.
#[derive(Default)]
pub(crate) struct Kinship {
    read: HashSet<String>,
    bases: HashMap<u32, Vec<WordId>>,
    meanings: HashMap<u32, Vec<WordId>>,
    parents: HashMap<u32, Vec<WordId>>,
}

impl Kinship {
    /// Notes a word of a source, in lower case.
    pub fn add(&mut self, id: WordId, lower: &str) {
        if self.read.contains(lower) {
            return;
        }
        self.read.insert(lower.to_owned());
        crate::fact::parts(lower).for_each(|part| self.add(id, part));
        let Some(senses) = senses(lower) else { return };
        let lists = [
            (&mut self.bases, &senses.bases),
            (&mut self.meanings, &senses.meanings),
            (&mut self.parents, &senses.parents),
        ];
        for (map, keys) in lists {
            for key in keys {
                let words = map.entry(*key).or_default();
                if !words.contains(&id) {
                    words.push(id);
                }
            }
        }
    }

    /// The sources' words that are kin to a word in lower case, each with the closest kinship, the closest first.
    pub fn of(&self, lower: &str) -> Vec<(WordId, Kin)> {
        let Some(senses) = senses(lower) else { return Vec::new() };
        let ways = [
            (Kin::Form, &self.bases, &senses.bases),
            // Before the rest: `rise` and `fall` share a sense of `go`.
            (Kin::Opposite, &self.bases, &senses.opposites),
            (Kin::Synonym, &self.meanings, &senses.meanings),
            (Kin::Derived, &self.bases, &senses.derived),
            (Kin::Near, &self.meanings, &senses.near),
            (Kin::Kind, &self.meanings, &senses.parents),
            (Kin::Kind, &self.parents, &senses.meanings),
        ];
        let mut out: Vec<(WordId, Kin)> = Vec::new();
        for (kin, map, keys) in ways {
            for word in keys.iter().filter_map(|k| map.get(k)).flatten() {
                if !out.iter().any(|(w, _)| w == word) {
                    out.push((*word, kin));
                }
            }
        }
        out.sort_by_key(|(_, kin)| *kin);
        out
    }
}

/// What the table has of a word; news says the same few thousand words again and again.
pub(crate) fn senses(lower: &str) -> Option<Senses> {
    thread_local! {
        static KNOWN: RefCell<HashMap<String, Option<Senses>>> = RefCell::default();
    }
    KNOWN.with_borrow_mut(|known| {
        if let Some(senses) = known.get(lower) {
            return senses.clone();
        }
        if known.len() >= REMEMBERED {
            known.clear();
        }
        let senses = text::synonym::senses(lower);
        known.insert(lower.to_owned(), senses.clone());
        senses
    })
}
