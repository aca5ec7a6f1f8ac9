//! Passwords of twelve characters and more that were stolen somewhere and published: 1.4 million of them, in
//! two megabytes.
//!
//! `data/known.bin` (made by `cargo xtask known`) is a Bloom filter: each password, in lower case, sets eight of
//! 2^24 bits. One that is on the list is always found; of the others about one in 250 is taken for one, whose person takes another.

static BITS: &[u8] = include_bytes!("../../data/known.bin");
/// Bits that a password sets.
const PLACES: u64 = 8;
/// Characters of the shortest password that is on the list.
const LEAST: usize = 12;

/// Whether it is on the list as it stands, or without the numbers and signs at its end, which is what people add
/// when they are told that a password will not do.
pub fn is_known(password: &str) -> bool {
    let lower = password.to_lowercase();
    let bare = lower.trim_end_matches(|c: char| !c.is_alphabetic());
    is_listed(&lower) || (bare.chars().count() >= LEAST && bare != lower && is_listed(bare))
}

fn is_listed(word: &str) -> bool {
    places(word).all(is_set)
}

fn is_set(place: u64) -> bool {
    let byte = usize::try_from(place / 8).ok().and_then(|at| BITS.get(at)).copied().unwrap_or_default();
    byte >> (place % 8) & 1 == 1
}

/// FNV-1a, its bits mixed once more, then eight places by double hashing. Nothing secret rests on it.
fn places(word: &str) -> impl Iterator<Item = u64> {
    let bits = (BITS.len() as u64 * 8).max(1);
    let fnv = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    let mut hash = word.bytes().fold(0xcbf2_9ce4_8422_2325, fnv);
    hash = (hash ^ hash >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ hash >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^= hash >> 31;
    let (first, step) = (hash & 0xffff_ffff, hash >> 32 | 1);
    (0..PLACES).map(move |n| (first + n * step) % bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_stolen_is_known_and_what_is_ones_own_is_not() {
        for stolen in [
            "manchester_united",
            "Thurgoodmarshall",
            "1qaz2wsx3edc",
            "qwertyuiop[]",
            "123456789012",
            "correcthorsebatterystaple",
            "LINDSAYLOHAN",
            "manchester_united!2031",
        ] {
            assert!(is_known(stolen), "{stolen}");
        }
        for own in ["the ferry leaves at seven", "नदी का पानी आज बढ़ गया", "correct horse battery staple"]
        {
            assert!(!is_known(own), "{own}");
        }
    }

    #[test]
    fn few_that_nobody_ever_had_are_taken_for_known() {
        let taken = (0..10_000_u64).filter(|n| is_known(&format!("{}x{n}q", n.wrapping_mul(0x9e37_79b9_7f4a_7c15))));
        assert!(taken.count() < 150);
        let set: u64 = BITS.iter().map(|byte| u64::from(byte.count_ones())).sum();
        assert!(BITS.len() == 1 << 21 && set * 2 < 1 << 24, "{set}");
    }
}
