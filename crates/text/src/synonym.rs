//! English words that say the same, nearly the same or the contrary: `pledge` and `promise`, `decide` and `decision`, `rise` and
//! `fall`. From WordNet 3.0 (Princeton University; licence in `crates/text/data/wordnet.LICENSE`), made smaller by
//! `cargo xtask wordnet`, and from a list of our own of what reporters exchange (`crates/text/data/newswords.txt`). French,
//! Arabic and Hindi have such a list alone (`newswords.fr.txt` and so on). Other languages have nothing: there only stems are
//! compared.

mod foreign;
mod newswords;
mod table;

use news::Lang;

use table::TABLE;

/// How one word stands to another, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kin {
    /// Two forms of one word: `went` and `go`.
    Form,
    /// They share a meaning: `pledge` and `promise`.
    Synonym,
    /// One is made from the other: `decide` and `decision`.
    Derived,
    /// Near in meaning: `big` and `giant`.
    Near,
    /// One is a kind of the other: `lorry` and `vehicle`.
    Kind,
    /// The contrary: `rise` and `fall`.
    Opposite,
}

/// What the table has of a word in all its base forms; the numbers are the table's own, rising.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Senses {
    /// The word's base forms.
    pub bases: Vec<u32>,
    /// Its meanings.
    pub meanings: Vec<u32>,
    /// Meanings of which its own are a kind.
    pub parents: Vec<u32>,
    /// Meanings near to its own.
    pub near: Vec<u32>,
    /// Words made from it, or from which it is made.
    pub derived: Vec<u32>,
    /// Words that say the contrary.
    pub opposites: Vec<u32>,
}

/// What is known of a language's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Thesaurus(Option<usize>);

impl Thesaurus {
    /// A language's; nothing for one of whose words nothing is known. `und` reads as English.
    pub fn of(lang: &Lang) -> Option<Self> {
        match lang.primary() {
            "en" | "und" => Some(Self(None)),
            _ => foreign::list(lang).map(|n| Self(Some(n))),
        }
    }

    /// What it has of a word in lower case.
    pub fn senses(self, lower: &str) -> Option<Senses> {
        self.0.map_or_else(|| senses(lower), |list| foreign::senses(list, lower))
    }
}

/// What the table has of an English word in lower case; `None` for one that it does not know in any form, as most names are.
pub fn senses(lower: &str) -> Option<Senses> {
    let mut out = Senses::default();
    for word in bases(lower) {
        let Some(entry) = TABLE.word(word) else { continue };
        for meaning in &entry.meanings {
            let (parents, near) = TABLE.meaning(*meaning);
            out.parents.extend(parents);
            out.near.extend(near);
        }
        out.bases.push(word);
        out.meanings.extend(entry.meanings);
        out.derived.extend(entry.derived);
        out.opposites.extend(entry.opposites);
    }
    newswords::add(lower, &mut out);
    for list in
        [&mut out.bases, &mut out.meanings, &mut out.parents, &mut out.near, &mut out.derived, &mut out.opposites]
    {
        list.sort_unstable();
        list.dedup();
    }
    (!out.bases.is_empty() || !out.meanings.is_empty()).then_some(out)
}

/// The closest way in which two words in lower case are kin; `None` when the table has none.
pub fn kin(a: &str, b: &str) -> Option<Kin> {
    senses(a)?.kin(&senses(b)?)
}

impl Senses {
    /// The closest way in which the two are kin.
    pub fn kin(&self, other: &Senses) -> Option<Kin> {
        let meet = |a: &[u32], b: &[u32]| a.iter().any(|n| b.binary_search(n).is_ok());
        if meet(&self.bases, &other.bases) {
            return Some(Kin::Form);
        }
        // `rise` and `fall` share a sense of `go`; what is the contrary in one sense is so for a reader.
        if meet(&self.opposites, &other.bases) {
            return Some(Kin::Opposite);
        }
        let near = || meet(&self.near, &other.meanings) || meet(&other.near, &self.meanings);
        let kind = || meet(&self.parents, &other.meanings) || meet(&other.parents, &self.meanings);
        Some(match () {
            () if meet(&self.meanings, &other.meanings) => Kin::Synonym,
            () if meet(&self.derived, &other.bases) => Kin::Derived,
            () if near() => Kin::Near,
            () if kind() => Kin::Kind,
            () => return None,
        })
    }
}

/// Endings of English forms and what stands there in the base form.
const ENDINGS: [(&str, &[&str]); 9] = [
    ("'s", &[""]),
    ("ies", &["y", "ie"]),
    ("ied", &["y", "ie"]),
    ("es", &["e", ""]),
    ("s", &[""]),
    ("ed", &["e", ""]),
    ("ing", &["e", ""]),
    ("er", &["e", ""]),
    ("est", &["e", ""]),
];
/// A shorter rest is no word that takes an ending.
const SHORTEST_BASE: usize = 2;

/// The words of the table of which this is a form, itself first.
fn bases(lower: &str) -> Vec<u32> {
    let mut out: Vec<u32> = Vec::new();
    let mut add = |n: Option<u32>| out.extend(n.filter(|n| !out.contains(n)));
    let own = TABLE.find(lower);
    let entry = own.and_then(|n| TABLE.word(n));
    add(own.filter(|_| entry.as_ref().is_some_and(|e| !e.meanings.is_empty())));
    entry.iter().flat_map(|e| &e.forms_of).for_each(|n| add(Some(*n)));
    for (ending, bases) in ENDINGS {
        let Some(rest) = lower.strip_suffix(ending).filter(|r| r.len() >= SHORTEST_BASE) else { continue };
        for base in bases {
            add(TABLE.find(&format!("{rest}{base}")));
        }
        // `planned`: the last letter is written twice.
        let mut back = rest.chars().rev();
        if ending != "s" && back.next().is_some_and(|c| back.next() == Some(c)) {
            add(rest.get(..rest.len() - 1).and_then(|r| TABLE.find(r)));
        }
    }
    out
}

/// A word and what is left of it without an ending, spelled as a base form may be.
fn stripped(lower: &str) -> Vec<String> {
    let endings = ENDINGS.iter().filter_map(|(ending, bases)| Some((lower.strip_suffix(ending)?, bases)));
    let without = endings.flat_map(|(rest, bases)| bases.iter().map(move |base| format!("{rest}{base}")));
    std::iter::once(lower.to_owned()).chain(without).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_that_news_exchanges_are_kin() {
        for (a, b, kin) in [
            ("pledged", "promise", Kin::Synonym),
            ("went", "going", Kin::Form),
            ("planned", "plan", Kin::Form),
            ("approved", "approval", Kin::Derived),
            ("navigated", "navigation", Kin::Derived),
            ("purchased", "bought", Kin::Synonym),
            ("rose", "fell", Kin::Opposite),
            ("saves", "costing", Kin::Opposite),
            ("welcomed", "condemned", Kin::Opposite),
            ("faster", "slow", Kin::Opposite),
            ("unchanged", "unaltered", Kin::Synonym),
            ("lorry", "truck", Kin::Synonym),
            ("poodle", "dog", Kin::Kind),
            ("recovered", "regained", Kin::Synonym),
            ("schoolchildren", "pupils", Kin::Synonym),
            ("polled", "surveyed", Kin::Synonym),
        ] {
            assert_eq!(super::kin(a, b), Some(kin), "{a} {b}");
            assert_eq!(super::kin(b, a), Some(kin), "{b} {a}");
        }
        assert_eq!(kin("ferry", "budget"), None);
    }

    #[test]
    fn other_languages_have_lists_of_their_own() {
        for (lang, a, b, kin) in [
            ("fr", "décédé", "morts", Some(Kin::Synonym)),
            ("fr", "relaxé", "blanchi", Some(Kin::Synonym)),
            ("fr", "hausse", "recule", Some(Kin::Opposite)),
            ("fr", "augmenté", "augmentation", Some(Kin::Form)),
            ("fr", "port", "budget", None),
            ("ar", "ارتفعت", "انخفاض", Some(Kin::Opposite)),
            ("ar", "المحامي", "الدفاع", Some(Kin::Synonym)),
            ("hi", "मौत", "निधन", Some(Kin::Synonym)),
            ("hi", "जीत", "हार", Some(Kin::Opposite)),
        ] {
            let thesaurus = Thesaurus::of(&Lang::new(lang)).unwrap();
            let senses = |w| thesaurus.senses(w).unwrap_or_else(|| panic!("{w}"));
            assert_eq!(senses(a).kin(&senses(b)), kin, "{a} {b}");
            assert_eq!(senses(b).kin(&senses(a)), kin, "{b} {a}");
        }
        assert_eq!(Thesaurus::of(&Lang::new("de")), None);
        assert_eq!(Thesaurus::of(&Lang::new("fr")).unwrap().senses("zorvane"), None);
    }

    #[test]
    fn names_and_nonsense_are_not_in_the_table() {
        for word in ["larnova", "qxzt", "", "é", "12"] {
            assert_eq!(senses(word), None, "{word}");
        }
    }

    proptest! {
        #[test]
        fn any_word_may_be_asked_for(word in "\\PC{0,30}") {
            let lower = word.to_lowercase();
            if let Some(senses) = senses(&lower) {
                prop_assert_eq!(senses.kin(&senses), Some(Kin::Form));
            }
        }
    }
}
