//! The table as one block of bytes in the binary; nothing is built at start.
//!
//! Layout, numbers little-endian: `DWN1`; how many words and how many meanings (u32 each); for every word, then for every
//! meaning, where its record starts in what follows (u32 each); the records. A word's record: its length (u8), its bytes, then
//! lists of meanings, of derived words, of opposites, of words of which it is a form. A meaning's: lists of parents and of near
//! ones. A list: how many, then each, seven bits a byte and the lowest first. Words are sorted.

/// The table in the binary.
pub static TABLE: Table = Table { bytes: include_bytes!("../../data/wordnet.bin") };

pub struct Table {
    bytes: &'static [u8],
}

/// A word's record.
pub struct Entry {
    pub meanings: Vec<u32>,
    pub derived: Vec<u32>,
    pub opposites: Vec<u32>,
    pub forms_of: Vec<u32>,
}

/// Bytes before the places: the mark and two counts.
const HEAD: usize = 12;

impl Table {
    fn number(&self, at: usize) -> Option<u32> {
        let four = self.bytes.get(at..at + 4)?;
        Some(u32::from_le_bytes(four.try_into().ok()?))
    }

    fn words(&self) -> usize {
        self.number(4).map_or(0, |n| n as usize)
    }

    fn meanings(&self) -> usize {
        self.number(8).map_or(0, |n| n as usize)
    }

    /// Where the `n`th place leads.
    fn record(&self, n: usize) -> Option<&'static [u8]> {
        let start = HEAD + 4 * (self.words() + self.meanings());
        self.bytes.get(start + self.number(HEAD + 4 * n)? as usize..)
    }

    fn spelling(&self, word: usize) -> Option<(&'static [u8], &'static [u8])> {
        let (length, rest) = self.record(word)?.split_first()?;
        rest.split_at_checked(usize::from(*length))
    }

    /// The number of a word in lower case.
    pub fn find(&self, word: &str) -> Option<u32> {
        let (mut low, mut high) = (0, self.words());
        while low < high {
            let middle = low.midpoint(high);
            match self.spelling(middle)?.0.cmp(word.as_bytes()) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return u32::try_from(middle).ok(),
            }
        }
        None
    }

    /// A word's record.
    pub fn word(&self, n: u32) -> Option<Entry> {
        let mut rest = self.spelling(n as usize)?.1;
        Some(Entry {
            meanings: list(&mut rest)?,
            derived: list(&mut rest)?,
            opposites: list(&mut rest)?,
            forms_of: list(&mut rest)?,
        })
    }

    /// A meaning's parents and near ones.
    pub fn meaning(&self, n: u32) -> (Vec<u32>, Vec<u32>) {
        let Some(mut rest) = self.record(self.words() + n as usize) else { return Default::default() };
        (list(&mut rest).unwrap_or_default(), list(&mut rest).unwrap_or_default())
    }
}

fn list(bytes: &mut &'static [u8]) -> Option<Vec<u32>> {
    (0..varint(bytes)?).map(|_| varint(bytes)).collect()
}

fn varint(bytes: &mut &'static [u8]) -> Option<u32> {
    let mut out = 0;
    for shift in (0..32).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        out |= u32::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(out);
        }
    }
    None
}
