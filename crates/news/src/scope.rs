//! What a program that holds a token may do at the desk.

use serde::{Deserialize, Serialize};

/// How the log names a token: this, then its name. No person's name begins so.
pub const WHO: &str = "api ";

/// A part of the desk's work. A token has some of them; none holds another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// See stories, their texts, verdicts, evidence and log, and have a text checked.
    Read,
    /// Change texts and tags, claim, release, hand in, hold.
    Write,
    /// Do what readers see: publish, schedule, send back, correct, kill, merge, split.
    Publish,
}

impl Scope {
    /// Every scope, the least first.
    pub const ALL: [Self; 3] = [Self::Read, Self::Write, Self::Publish];

    /// The word used in store and screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Publish => "publish",
        }
    }

    /// The scope of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.word() == word)
    }

    /// What it lets a program do, for people.
    pub fn means(self) -> &'static str {
        match self {
            Self::Read => "see stories, verdicts, evidence and log; have a text checked",
            Self::Write => "change texts and tags, claim, release, hand in, hold",
            Self::Publish => "publish, schedule, send back, correct, kill, merge, split",
        }
    }

    /// Some of them as one line: `read write`.
    pub fn line(scopes: &[Self]) -> String {
        scopes.iter().map(|s| s.word()).collect::<Vec<_>>().join(" ")
    }

    /// The scopes of such a line; `None` when a word of it is none.
    pub fn of_line(line: &str) -> Option<Vec<Self>> {
        line.split_whitespace().map(Self::from_word).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_as_it_was_written() {
        assert_eq!(Scope::of_line(&Scope::line(&Scope::ALL)).as_deref(), Some(&Scope::ALL[..]));
        assert_eq!(Scope::of_line("read attest"), None);
        assert_eq!(Scope::of_line(""), Some(Vec::new()));
    }
}
