//! Makes `crates/text/data/wordnet.bin` from the dictionary files of WordNet 3.0 (Debian's `wordnet-base` has them).
//!
//! Kept are single words that are not proper names, their commoner senses, and the few relations that the check asks for.
//! What the file looks like is told in `crates/text/src/synonym/table.rs`, which reads it.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use clap::Args;

/// A word's rarer senses lead to relations that news never means.
const SENSES_KEPT: usize = 4;

#[derive(Args)]
pub struct Order {
    /// Folder with `index.noun`, `data.noun` and so on
    #[arg(long, default_value = "/usr/share/wordnet", value_name = "DIR")]
    dict: PathBuf,
}

const PARTS: [(char, &str); 4] = [('n', "noun"), ('v', "verb"), ('a', "adj"), ('r', "adv")];

/// Part of speech and byte offset: how WordNet names a synset.
type Key = (char, u32);

#[derive(Default)]
struct Synset {
    words: Vec<String>,
    /// Sign, target, place of the word in this synset and in the target (0: the whole synset).
    pointers: Vec<(String, Key, usize, usize)>,
}

#[derive(Default)]
struct Entry {
    senses: BTreeSet<Key>,
    derived: BTreeSet<String>,
    opposites: BTreeSet<String>,
    bases: BTreeSet<String>,
}

/// Writes the file and says how large it is.
pub fn command(root: &Path, order: &Order) -> Result<bool> {
    let synsets = synsets(&order.dict)?;
    let words = words(&order.dict, &synsets)?;
    let bytes = packed(&words, &synsets);
    let path = root.join("crates/text/data/wordnet.bin");
    fs::write(&path, &bytes).with_context(|| format!("{} cannot be written", path.display()))?;
    println!("{} words, {} bytes: {}", words.len(), bytes.len(), path.display());
    Ok(true)
}

fn lines(dict: &Path, name: &str) -> Result<Vec<String>> {
    let path = dict.join(name);
    let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(text.lines().filter(|l| !l.starts_with("  ")).map(str::to_owned).collect())
}

fn synsets(dict: &Path) -> Result<HashMap<Key, Synset>> {
    let mut out = HashMap::new();
    for (part, name) in PARTS {
        for line in lines(dict, &format!("data.{name}"))? {
            let (key, synset) = synset(part, &line).with_context(|| format!("data.{name}: {line}"))?;
            out.insert(key, synset);
        }
    }
    Ok(out)
}

/// `offset file type count (word id)… count (sign offset part places)… | gloss`
fn synset(part: char, line: &str) -> Option<(Key, Synset)> {
    let mut fields = line.split(" | ").next()?.split(' ').filter(|f| !f.is_empty());
    let offset = fields.next()?.parse().ok()?;
    let mut fields = fields.skip(2);
    let mut synset = Synset::default();
    for _ in 0..usize::from_str_radix(fields.next()?, 16).ok()? {
        let word = fields.next()?;
        // `(p)` and the like say where an adjective may stand.
        synset.words.push(word.split('(').next()?.to_owned());
        fields.next()?;
    }
    for _ in 0..fields.next()?.parse::<usize>().ok()? {
        let (sign, offset, part, places) = (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
        let place = |range| usize::from_str_radix(places.get(range)?, 16).ok();
        let part = if part == "s" { 'a' } else { part.chars().next()? };
        synset.pointers.push((sign.to_owned(), (part, offset.parse().ok()?), place(0..2)?, place(2..4)?));
    }
    Some(((part, offset), synset))
}

fn is_kept(word: &str) -> bool {
    word.len() > 1
        && word.len() < 40
        && word.starts_with(|c: char| c.is_ascii_lowercase())
        && !word.contains(['_', '.', '/'])
}

fn words(dict: &Path, synsets: &HashMap<Key, Synset>) -> Result<BTreeMap<String, Entry>> {
    let told = counted(dict)?;
    let mut out: BTreeMap<String, Entry> = BTreeMap::new();
    for (part, name) in PARTS {
        for line in lines(dict, &format!("index.{name}"))? {
            let fields: Vec<&str> = line.split_whitespace().collect();
            let (Some(word), Some(pointers)) = (fields.first(), fields.get(3).and_then(|f| f.parse::<usize>().ok()))
            else {
                continue;
            };
            for (rank, offset) in fields.iter().skip(6 + pointers).enumerate() {
                let Ok(offset) = offset.parse() else { continue };
                let common = rank < SENSES_KEPT || told.contains(&(part, (*word).to_owned(), rank + 1));
                let Some(synset) = synsets.get(&(part, offset)).filter(|_| common) else { continue };
                // Written with a capital there, or an instance of something: a name.
                let lower = synset.words.iter().any(|w| w == word);
                let named = synset.pointers.iter().any(|(sign, ..)| sign == "@i");
                if is_kept(word) && lower && !named {
                    out.entry((*word).to_owned()).or_default().senses.insert((part, offset));
                }
            }
        }
    }
    relate(&mut out, synsets);
    exceptions(dict, &mut out)?;
    Ok(out)
}

/// Senses that were met in the texts whose words WordNet's makers marked.
fn counted(dict: &Path) -> Result<BTreeSet<(char, String, usize)>> {
    let sense = |line: &String| -> Option<(char, String, usize)> {
        let mut fields = line.split(' ');
        let (word, rest) = fields.next()?.split_once('%')?;
        let part = match rest.chars().next()? {
            '1' => 'n',
            '2' => 'v',
            '4' => 'r',
            _ => 'a',
        };
        Some((part, word.to_owned(), fields.next()?.parse().ok()?))
    };
    Ok(lines(dict, "cntlist.rev")?.iter().filter_map(sense).collect())
}

fn relate(words: &mut BTreeMap<String, Entry>, synsets: &HashMap<Key, Synset>) {
    for synset in synsets.values() {
        for (sign, target, from, to) in &synset.pointers {
            let opposite = sign == "!";
            if !opposite && !matches!(sign.as_str(), "+" | "\\" | "<") {
                continue;
            }
            let word = |s: &Synset, place: &usize| s.words.get(place.checked_sub(1)?).cloned();
            let (Some(a), Some(b)) = (word(synset, from), synsets.get(target).and_then(|t| word(t, to))) else {
                continue;
            };
            if !words.contains_key(&a) || !words.contains_key(&b) {
                continue;
            }
            for (one, other) in [(&a, &b), (&b, &a)] {
                let Some(entry) = words.get_mut(one) else { continue };
                if opposite {
                    entry.opposites.insert(other.clone())
                } else {
                    entry.derived.insert(other.clone())
                };
            }
        }
    }
}

/// `went go`: forms that no rule of endings leads back.
fn exceptions(dict: &Path, words: &mut BTreeMap<String, Entry>) -> Result<()> {
    for (_, name) in PARTS {
        for line in lines(dict, &format!("{name}.exc"))? {
            let mut fields = line.split(' ');
            let Some(form) = fields.next().filter(|f| is_kept(f)) else { continue };
            let bases: Vec<String> =
                fields.filter(|b| words.contains_key(*b) && *b != form).map(str::to_owned).collect();
            if !bases.is_empty() {
                words.entry(form.to_owned()).or_default().bases.extend(bases);
            }
        }
    }
    Ok(())
}

fn packed(words: &BTreeMap<String, Entry>, synsets: &HashMap<Key, Synset>) -> Vec<u8> {
    let place: HashMap<&str, u32> = words.keys().map(String::as_str).zip(0..).collect();
    let kept: BTreeSet<Key> = words.values().flat_map(|e| e.senses.iter().copied()).collect();
    let number: HashMap<Key, u32> = kept.iter().copied().zip(0..).collect();
    let mut blob = Vec::new();
    let mut word_at = Vec::new();
    let mut synset_at = Vec::new();
    for (word, entry) in words {
        word_at.push(blob.len());
        blob.push(word.len() as u8);
        blob.extend(word.as_bytes());
        list(&mut blob, entry.senses.iter().filter_map(|k| number.get(k)));
        for names in [&entry.derived, &entry.opposites, &entry.bases] {
            list(&mut blob, names.iter().filter_map(|w| place.get(w.as_str())));
        }
    }
    for key in &kept {
        synset_at.push(blob.len());
        let linked = |signs: &[&str]| -> BTreeSet<u32> {
            let pointers = synsets.get(key).map_or(&[][..], |s| s.pointers.as_slice());
            let wanted = pointers.iter().filter(|(sign, ..)| signs.contains(&sign.as_str()));
            wanted.filter_map(|(_, target, ..)| number.get(target).copied()).collect()
        };
        list(&mut blob, linked(&["@"]).iter());
        list(&mut blob, linked(&["&", "$", "^"]).iter());
    }
    let mut out = b"DWN1".to_vec();
    for n in [words.len(), kept.len()].into_iter().chain(word_at).chain(synset_at) {
        out.extend((n as u32).to_le_bytes());
    }
    out.extend(blob);
    out
}

/// How many, then each as seven bits a byte, the lowest first.
fn list<'n>(blob: &mut Vec<u8>, numbers: impl Iterator<Item = &'n u32>) {
    let numbers: Vec<u32> = numbers.copied().collect();
    for mut n in std::iter::once(numbers.len() as u32).chain(numbers) {
        while n >= 0x80 {
            blob.push((n as u8 & 0x7f) | 0x80);
            n >>= 7;
        }
        blob.push(n as u8);
    }
}
