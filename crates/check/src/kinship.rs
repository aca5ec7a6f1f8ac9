//! Which words of the sources are kin to a draft's word: synonyms, forms, kinds, contraries.

use foldhash::{HashMap, HashSet};
use std::cell::RefCell;

use text::likeness::Vector;
use text::synonym::{Kin, Senses, Thesaurus};

use crate::vocabulary::WordId;

/// Words whose senses a thread remembers; then it forgets and begins anew.
const REMEMBERED: usize = 8_000;

/// The senses of the sources' words, from sense to word.
#[derive(Default)]
pub(crate) struct Kinship {
    read: HashMap<Thesaurus, HashSet<String>>,
    bases: HashMap<u32, Vec<WordId>>,
    meanings: HashMap<u32, Vec<WordId>>,
    parents: HashMap<u32, Vec<WordId>>,
    vectors: HashMap<WordId, Vector>,
}

impl Kinship {
    /// Notes a word of a source, in lower case.
    pub fn add(&mut self, id: WordId, lower: &str, thesaurus: Thesaurus) {
        let read = self.read.entry(thesaurus).or_default();
        if read.contains(lower) {
            return;
        }
        read.insert(lower.to_owned());
        crate::fact::parts(lower).for_each(|part| self.add(id, part, thesaurus));
        let Some(senses) = senses(lower, thesaurus) else { return };
        if let Some(vector) = Vector::of(lower) {
            self.vectors.entry(id).or_insert(vector);
        }
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

    /// Where a word of the sources stands among all others.
    pub fn vector(&self, id: WordId) -> Option<Vector> {
        self.vectors.get(&id).copied()
    }

    /// The sources' words that are kin to a word in lower case, each with the closest kinship, the closest first.
    pub fn of(&self, lower: &str, thesaurus: Thesaurus) -> Vec<(WordId, Kin)> {
        let Some(senses) = senses(lower, thesaurus) else { return Vec::new() };
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

/// What is known of a word; news says the same few thousand words again and again.
pub(crate) fn senses(lower: &str, thesaurus: Thesaurus) -> Option<Senses> {
    type Known = HashMap<Thesaurus, HashMap<String, Option<Senses>>>;
    thread_local! {
        static KNOWN: RefCell<Known> = RefCell::default();
    }
    KNOWN.with_borrow_mut(|known| {
        let known = known.entry(thesaurus).or_default();
        if let Some(senses) = known.get(lower) {
            return senses.clone();
        }
        if known.len() >= REMEMBERED {
            known.clear();
        }
        let senses = thesaurus.senses(lower);
        known.insert(lower.to_owned(), senses.clone());
        senses
    })
}

/// Whether the English dictionary has a word in lower case.
pub(crate) fn is_english(lower: &str) -> bool {
    Thesaurus::of(&news::Lang::en()).is_some_and(|english| senses(lower, english).is_some())
}
