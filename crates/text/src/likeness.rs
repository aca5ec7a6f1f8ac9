//! How alike the company is that two English words keep: `jail` and `prison`, `emails` and `messages`. From the word vectors of
//! GloVe 6B (Pennington, Socher and Manning 2014; in the public domain, `crates/text/data/likeness.LICENSE`), made smaller by
//! `cargo xtask likeness`.
//!
//! Contraries keep the same company too, `rise` and `fall`, and so do things of one kind, `bus` and `lorry`: likeness tells that
//! a word is about the same matter, never that it says the same.
//!
//! Layout of the table, numbers little-endian: `DLV1`; how many words and how many values a vector has (u32 each); where each
//! word starts in what follows, and where the last one ends (u32 each); the words, sorted; their vectors, a value a byte.

static BYTES: &[u8] = include_bytes!("../data/likeness.bin");

/// Bytes before the places: the mark and two counts.
const HEAD: usize = 12;

/// Where a word stands among all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vector(&'static [u8]);

impl Vector {
    /// An English word's in lower case; `None` for one that is rare, or no word of the dictionary.
    pub fn of(lower: &str) -> Option<Self> {
        let words = number(4)?;
        let length = number(8)?;
        let spellings = HEAD + 4 * (words + 1);
        let place = |n: usize| number(HEAD + 4 * n);
        let (mut low, mut high) = (0, words);
        while low < high {
            let middle = low.midpoint(high);
            let word = BYTES.get(spellings + place(middle)?..spellings + place(middle + 1)?)?;
            match word.cmp(lower.as_bytes()) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => {
                    let start = spellings + place(words)? + middle * length;
                    return BYTES.get(start..start + length).map(Self);
                }
            }
        }
        None
    }

    /// The cosine of the two: 1 for the same word, about 0 for words that have nothing to do with one another.
    pub fn likeness(self, other: Self) -> f64 {
        let signed = |b: u8| i32::from(b.cast_signed());
        let times = |a: Self, b: Self| a.0.iter().zip(b.0).map(|(x, y)| signed(*x) * signed(*y)).sum::<i32>();
        let long = f64::from(times(self, self)).sqrt() * f64::from(times(other, other)).sqrt();
        f64::from(times(self, other)) / long.max(1.0)
    }
}

fn number(at: usize) -> Option<usize> {
    let four = BYTES.get(at..at + 4)?;
    Some(u32::from_le_bytes(four.try_into().ok()?) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(a: &str, b: &str) -> Option<f64> {
        Some(Vector::of(a)?.likeness(Vector::of(b)?))
    }

    #[test]
    fn words_of_one_matter_are_alike_and_others_are_not() {
        for (a, b) in [("jail", "prison"), ("emails", "messages"), ("remainder", "rest"), ("walkout", "strike")] {
            assert!(likeness(a, b).unwrap() > 0.6, "{a} {b}");
        }
        for (a, b) in [("fire", "election"), ("bench", "cholera"), ("tax", "goalkeeper")] {
            assert!(likeness(a, b).unwrap() < 0.2, "{a} {b}");
        }
        assert!((likeness("strike", "strike").unwrap() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_contrary_is_alike_too() {
        assert!(likeness("rise", "fall").unwrap() > 0.6);
    }

    #[test]
    fn names_and_nonsense_have_none() {
        for word in ["", "obama", "zorvane", "é", "Jail", "12"] {
            assert_eq!(Vector::of(word), None, "{word}");
        }
    }
}
