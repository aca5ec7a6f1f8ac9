//! Stems of the words met last: news says the same few thousand words again and again.

use std::cell::RefCell;
use std::collections::HashMap;

use frostem::Stemmer;

/// Words of a language, after which a thread forgets and begins anew.
const WORDS: usize = 8_000;
/// Bytes of a word beyond which it is no word that comes again.
const LONGEST_BYTES: usize = 64;

thread_local! {
    /// By language: word and stem.
    static KNOWN: RefCell<Vec<(String, HashMap<String, String>)>> = const { RefCell::new(Vec::new()) };
}

/// What `stemmer`, that of the language `primary`, makes of a word in lower case.
pub fn stem(primary: &str, lower: &str, stemmer: &Stemmer) -> String {
    if lower.len() > LONGEST_BYTES {
        return stemmer.stem(lower).into_owned();
    }
    KNOWN.with_borrow_mut(|known| {
        let place = known.iter().position(|(language, _)| language == primary).unwrap_or(known.len());
        if place == known.len() {
            known.push((primary.to_owned(), HashMap::new()));
        }
        let Some((_, stems)) = known.get_mut(place) else { return stemmer.stem(lower).into_owned() };
        if let Some(stem) = stems.get(lower) {
            return stem.clone();
        }
        if stems.len() >= WORDS {
            stems.clear();
        }
        let stem = stemmer.stem(lower).into_owned();
        stems.insert(lower.to_owned(), stem.clone());
        stem
    })
}
