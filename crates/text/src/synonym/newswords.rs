//! Words that reporters exchange for one another, and such as say the contrary, from a list of our own: groups without a
//! ranking, read once.

use std::{collections::HashMap, sync::LazyLock};

use super::{Senses, table::TABLE};

/// A group a line; `|` parts two groups that say the contrary; lines with `#` are remarks.
const LIST: &str = include_str!("../../data/newswords.txt");
/// Numbers of groups begin here, far above the table's meanings.
const FIRST: u32 = 1 << 24;

/// The groups of a word, by its number in the table and by its spelling, and by its number the words that say the contrary.
#[derive(Default)]
struct Groups {
    numbered: HashMap<u32, Vec<u32>>,
    spelled: HashMap<&'static str, Vec<u32>>,
    opposites: HashMap<u32, Vec<u32>>,
}

static GROUPS: LazyLock<Groups> = LazyLock::new(|| {
    let mut out = Groups::default();
    let lines = LIST.lines().filter(|l| !l.starts_with('#'));
    for (line, group) in lines.zip(FIRST..) {
        match line.split_once('|') {
            Some((one, other)) => out.part(one, other),
            None => out.join(line, group),
        }
    }
    out
});

impl Groups {
    fn join(&mut self, line: &'static str, group: u32) {
        for word in line.split_whitespace() {
            self.spelled.entry(word).or_default().push(group);
            if let Some(number) = TABLE.find(word) {
                self.numbered.entry(number).or_default().push(group);
            }
        }
    }

    fn part(&mut self, one: &str, other: &str) {
        let numbers = |side: &str| side.split_whitespace().filter_map(|w| TABLE.find(w)).collect::<Vec<u32>>();
        let (one, other) = (numbers(one), numbers(other));
        for (words, contrary) in [(&one, &other), (&other, &one)] {
            for word in words {
                self.opposites.entry(*word).or_default().extend(contrary);
            }
        }
    }
}

/// Adds the groups of a word in lower case, in any of its forms, to its meanings, and what says the contrary.
pub(super) fn add(lower: &str, senses: &mut Senses) {
    let of = |map: &HashMap<u32, Vec<u32>>| -> Vec<u32> {
        senses.bases.iter().filter_map(|base| map.get(base)).flatten().copied().collect()
    };
    let (mut found, opposites) = (of(&GROUPS.numbered), of(&GROUPS.opposites));
    if senses.bases.is_empty() {
        let forms = super::stripped(lower);
        found.extend(forms.iter().filter_map(|form| GROUPS.spelled.get(form.as_str())).flatten());
    }
    senses.meanings.extend(found);
    senses.opposites.extend(opposites);
}
