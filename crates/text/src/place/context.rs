//! What stands round a spelling, and whether it lets it be a place.

use super::gazetteer::Care;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;
use unicode_normalization::char::is_combining_mark;

static GIVEN: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("../../data/given.txt").split_whitespace().collect());

/// The text round a possible mention.
pub struct Context<'a> {
    text: &'a str,
    range: Range<usize>,
}

impl<'a> Context<'a> {
    pub fn new(text: &'a str, range: Range<usize>) -> Self {
        Self { text, range }
    }

    fn before(&self) -> &'a str {
        self.text.get(..self.range.start).unwrap_or_default()
    }

    /// The text behind the mention.
    pub fn after(&self) -> &'a str {
        self.text.get(self.range.end..).unwrap_or_default()
    }

    /// The word before, with nothing but a space between; empty when there is none.
    pub fn previous(&self) -> &'a str {
        let before = self.before();
        match before.strip_suffix([' ', '\u{A0}']) {
            Some(b) => b
                .rsplit(|c: char| !(c.is_alphanumeric() || c == '-' || is_combining_mark(c)))
                .next()
                .unwrap_or_default(),
            None => "",
        }
    }

    /// The word behind, with nothing but a space between; empty when there is none.
    pub fn next(&self) -> &'a str {
        match self.after().strip_prefix([' ', '\u{A0}']) {
            Some(a) => a.split(|c: char| !(c.is_alphanumeric() || is_combining_mark(c))).next().unwrap_or_default(),
            None => "",
        }
    }

    /// Whether the spelling is a word of its own here. Arabic joins conjunctions and prepositions to the word behind.
    pub fn is_word(&self) -> bool {
        const JOINED: [&str; 14] = ["و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فو", "س", "ولل", "وبال"];
        let inside = |c: char| c.is_alphanumeric() || is_combining_mark(c);
        let matched = self.text.get(self.range.clone()).unwrap_or_default();
        if self.after().starts_with(inside) && !matched.ends_with('.') || self.after().starts_with('$') {
            return false;
        }
        let before = self.before();
        let head = before.rsplit(|c: char| !inside(c)).next().unwrap_or_default();
        if head.is_empty() {
            // An address or a tag, not prose.
            return !before.ends_with(['@', '_', '/', '.']);
        }
        matched.starts_with(|c: char| ('\u{600}'..'\u{700}').contains(&c)) && JOINED.contains(&head)
    }

    /// Whether a spelling of that care is a place here.
    pub fn allows(&self, care: Care) -> bool {
        if self.previous() == "New" || self.previous() == "NEW" {
            return false;
        }
        match care {
            Care::None => true,
            Care::Word => self.behind_preposition(),
            Care::Surname => !GIVEN.contains(self.previous()),
            Care::GivenName => !GIVEN.contains(self.previous()) && (title_case(self.text) || !self.names_a_person()),
        }
    }

    /// Whether a preposition of place stands before it, in any language that has one.
    pub fn behind_preposition(&self) -> bool {
        const PREPOSITIONS: &str = "in at from near to of outside around towards via through à de en près depuis vers nach aus bei \
für desde hasta a da di em في من إلى الى على عن شمال جنوب وسط شرق غرب دولة جمهورية جيش رئيس حكومة عاصمة أمير منتخب مع بين";
        let previous = self.previous().to_lowercase();
        let listed = !previous.is_empty() && PREPOSITIONS.split_whitespace().any(|p| p == previous);
        // `Nice, France` and an Arabic preposition joined to the word.
        listed || self.after().starts_with(", France") || self.before().ends_with(['ب', 'ل'])
    }

    /// A given name before a surname, or a surname behind a capitalised word that is not at the head of the sentence.
    fn names_a_person(&self) -> bool {
        const ROLES: &str = "Governor Gov Senator Sen Senate President Prime Minister Foreign Defence Defense Interior Police Supreme \
Court Republican Republicans Democrat Democrats State House Mayor Attorney Secretary King Queen Prince Princess University Airport \
City County Army Navy Parliament River Airlines Ambassador Olympics Games Monday Tuesday Wednesday Thursday Friday Saturday Sunday \
Opera Fashion Saint Club Air Metro Police Stock Hilton's";
        let next = self.next();
        let capital = |w: &str| w.starts_with(char::is_uppercase) && w.chars().skip(1).any(char::is_lowercase);
        let surname = capital(next)
            && !ROLES.split_whitespace().any(|r| r == next)
            && !crate::word::is_stop(&next.to_lowercase(), "en");
        let previous = self.previous();
        let head = self.before().trim_end().strip_suffix(previous).unwrap_or_default().trim_end();
        let opens = head.is_empty() || head.ends_with(['.', '!', '?', '\n', ':', '“', '"', '—', '-']);
        const BESIDE: &str = "North South East West Northern Southern Eastern Western Central Downtown Greater Neighbouring Neighboring \
Monday Tuesday Wednesday Thursday Friday Saturday Sunday Team Visit";
        let given = capital(previous)
            && !opens
            && !crate::word::is_stop(&previous.to_lowercase(), "en")
            && !BESIDE.split_whitespace().any(|b| b == previous);
        surname || given
    }
}

/// Words beyond which a line is no headline.
const LONGEST_HEADLINE_WORDS: usize = 18;

/// Whether the text is a headline in which most words are capitalised, so that capitals tell nothing.
fn title_case(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default();
    if line.ends_with('.') || line.split_whitespace().count() > LONGEST_HEADLINE_WORDS {
        return false;
    }
    let long: Vec<&str> = line.split_whitespace().filter(|w| w.chars().count() > 3).collect();
    let capitals = long.iter().filter(|w| w.starts_with(char::is_uppercase)).count();
    long.len() >= 4 && capitals * 10 > long.len() * 6
}
