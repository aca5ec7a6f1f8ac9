//! Words that reporters exchange for one another, from a list of our own: groups without a ranking, read once.

use std::{collections::HashMap, sync::LazyLock};

use super::Senses;

/// A group a line; lines with `#` are remarks.
const LIST: &str = include_str!("../../data/newswords.txt");
/// Numbers of groups begin here, far above the table's meanings.
const FIRST: u32 = 1 << 24;

/// The groups of a word, by its number in the table and by its spelling.
#[derive(Default)]
struct Groups {
    numbered: HashMap<u32, Vec<u32>>,
    spelled: HashMap<&'static str, Vec<u32>>,
}

static GROUPS: LazyLock<Groups> = LazyLock::new(|| {
    let mut out = Groups::default();
    let lines = LIST.lines().filter(|l| !l.starts_with('#'));
    for (line, group) in lines.zip(FIRST..) {
        for word in line.split_whitespace() {
            out.spelled.entry(word).or_default().push(group);
            if let Some(number) = super::table::TABLE.find(word) {
                out.numbered.entry(number).or_default().push(group);
            }
        }
    }
    out
});

/// Adds the groups of a word in lower case, in any of its forms, to its meanings.
pub(super) fn add(lower: &str, senses: &mut Senses) {
    let numbered = senses.bases.iter().filter_map(|base| GROUPS.numbered.get(base)).flatten();
    let mut found: Vec<u32> = numbered.copied().collect();
    if senses.bases.is_empty() {
        let forms = super::stripped(lower);
        found.extend(forms.iter().filter_map(|form| GROUPS.spelled.get(form.as_str())).flatten());
    }
    senses.meanings.extend(found);
}
