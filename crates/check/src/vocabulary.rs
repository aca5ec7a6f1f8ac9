//! Words as numbers, and in which source sentences they stand.

use foldhash::{HashMap, HashSet};

use crate::fact::{Reading, SentenceId};
use crate::kinship::Kinship;

/// A word's number; 0 is a word that no source has.
pub(crate) type WordId = u32;

/// The words of all sources.
#[derive(Default)]
pub(crate) struct Vocabulary {
    ids: HashMap<String, WordId>,
    /// By word id: the sentences that have it.
    postings: Vec<Vec<SentenceId>>,
    sentences: usize,
    /// Neighbouring words, by two (the third is 0) and by three.
    runs: HashSet<[WordId; 3]>,
    /// What is kin to them.
    pub kinship: Kinship,
}

impl Vocabulary {
    /// The number of a source's word, made when it is new.
    pub fn add(&mut self, word: &str) -> WordId {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let id = u32::try_from(self.ids.len() + 1).unwrap_or(0);
        self.ids.insert(word.to_owned(), id);
        id
    }

    /// The number of a draft's word; 0 when no source has it.
    pub fn get(&self, word: &str) -> WordId {
        self.ids.get(word).copied().unwrap_or(0)
    }

    /// Notes where every word stands; called once, after all sources are read.
    pub fn index(&mut self, readings: &[Reading]) {
        self.postings = vec![Vec::new(); self.ids.len() + 1];
        for (text, reading) in readings.iter().enumerate() {
            self.sentences += reading.sentences.len();
            for (n, sentence) in reading.sentences.iter().enumerate() {
                let id = SentenceId { text, n };
                self.index_runs(&sentence.tokens);
                let words = sentence.tokens.iter().flat_map(|t| [t.id, t.alt]);
                for word in words.chain(sentence.inner.iter().copied()).filter(|w| *w != 0) {
                    if let Some(list) = self.postings.get_mut(word as usize).filter(|l| l.last() != Some(&id)) {
                        list.push(id);
                    }
                }
            }
        }
    }

    fn index_runs(&mut self, tokens: &[crate::fact::Token]) {
        let ids: Vec<WordId> = tokens.iter().map(|t| t.id).collect();
        self.runs.extend(ids.windows(2).filter_map(|p| Some([*p.first()?, *p.get(1)?, 0])));
        self.runs.extend(ids.windows(3).filter_map(|p| <[WordId; 3]>::try_from(p).ok()));
    }

    /// Whether the two or three words stand beside one another in a source.
    pub fn has_run(&self, words: &[WordId]) -> bool {
        match *words {
            [a, b] => self.runs.contains(&[a, b, 0]),
            [a, b, c] => self.runs.contains(&[a, b, c]),
            _ => false,
        }
    }

    /// The sentences that have the word.
    pub fn postings(&self, id: WordId) -> &[SentenceId] {
        self.postings.get(id as usize).map_or(&[], Vec::as_slice)
    }

    /// How much a word tells: 1 for one in every sentence, rising with its rarity.
    pub fn weight(&self, id: WordId) -> f64 {
        let count = if id == 0 { 0 } else { self.postings(id).len() };
        1.0 + 0.5 * ((self.sentences as f64 + 1.0) / (count as f64 + 1.0)).ln().max(0.0)
    }
}
