//! A name in any script by its consonants, so that `Thorsrud`, `ثورسرود` and `Торсруд` are one: written without vowels, and with
//! sounds that scripts write alike taken together (after the idea of Soundex, Russell 1918).

/// Letters below which a word tells no name.
const LETTERS: usize = 4;
/// Consonants below which a skeleton tells none.
const CONSONANTS: usize = 3;

/// The word in plain Latin letters, lower case: `Müller` -> `muller`.
pub fn plain(word: &str) -> String {
    deunicode::deunicode(word).chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect()
}

/// The word's consonants, in each way that it may be read; none of a word that is too short to tell.
pub fn skeletons(word: &str) -> Vec<String> {
    let plain = plain(word);
    // A caseless script writes few vowels: four letters of it are a longer word.
    if plain.chars().count() < LETTERS {
        return Vec::new();
    }
    // Arabic writes a foreign v as f, Hindi as the sound that others write w.
    let mut out: Vec<String> = [Some('f'), None].into_iter().map(|v| skeleton(&plain, v)).collect();
    out.dedup();
    out.retain(|s| s.len() >= CONSONANTS);
    out
}

fn skeleton(plain: &str, v: Option<char>) -> String {
    let one = plain.replace("sch", "s").replace("ph", "f").replace("ch", "s").replace("sh", "s").replace("zh", "s");
    let one = one.replace("th", "t").replace("kh", "k").replace("gh", "k").replace("dh", "t").replace("ck", "k");
    let mut out = String::new();
    let mut last = None;
    for c in one.chars() {
        let class = match c {
            'b' | 'p' => Some('b'),
            'c' | 'g' | 'j' | 'k' | 'q' | 'x' => Some('k'),
            'd' | 't' => Some('t'),
            'f' => Some('f'),
            's' | 'z' => Some('s'),
            'l' | 'm' | 'n' | 'r' => Some(c),
            'v' => v,
            _ => None,
        };
        if let Some(class) = class.filter(|class| last != Some(*class)) {
            out.push(class);
        }
        last = class.or(last.filter(|_| !"aeiouyw".contains(c)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_in_four_scripts_has_one_skeleton() {
        for (latin, others) in [
            ("Thorsrud", ["ثورسرود", "Торсруд"]),
            ("Tintaya", ["تينتايا", "तिनताया"]),
            ("Havelka", ["هافيلكا", "हावेल्का"]),
        ] {
            let known = skeletons(latin);
            for other in others {
                let found = skeletons(other);
                assert!(found.iter().any(|s| known.contains(s)), "{latin} {known:?} {other} {found:?}");
            }
        }
        assert_eq!(plain("Müller"), "muller");
        assert!(skeletons("Ana").is_empty() && skeletons("").is_empty());
    }
}
