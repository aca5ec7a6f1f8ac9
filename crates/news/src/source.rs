//! Whom we take from, and on what terms.

use serde::{Deserialize, Serialize};

use crate::{Lang, SourceId, Time};

/// How a source's copy is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Treatment {
    /// The source's words as they stand, under its own name.
    PassThrough,
    /// A draft made from the source's words, checked against them.
    #[default]
    Rewrite,
    /// Many briefs on one page.
    RoundUp,
    /// Headline and link, none of its body.
    LinkOnly,
    /// An interested party's own words, labelled so.
    PressRelease,
}

impl Treatment {
    /// The word used in config, store and screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::PassThrough => "pass-through",
            Self::Rewrite => "rewrite",
            Self::RoundUp => "round-up",
            Self::LinkOnly => "link-only",
            Self::PressRelease => "press-release",
        }
    }

    /// The treatment of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::PassThrough, Self::Rewrite, Self::RoundUp, Self::LinkOnly, Self::PressRelease]
            .into_iter()
            .find(|t| t.word() == word)
    }
}

/// A source as the operator describes it in config or with `wire add`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewSource {
    /// Short name in URLs and logs, unique: `a-z0-9-`.
    pub slug: String,
    /// The agency's name, as credited to readers.
    pub name: String,
    /// Its home page, if it has one.
    pub home: Option<String>,
    /// Where its feed is; `None` for a source that is only handed in.
    pub feed_url: Option<String>,
    /// How its copy is used.
    pub treatment: Treatment,
    /// How many of its words a page may show; 0 means a link only.
    pub show_words: u32,
    /// The language of items that do not say; `und` to detect.
    pub lang: Lang,
    /// IANA zone of times that carry none.
    pub zone: Option<String>,
    /// Its text must never be sent to a model.
    pub no_ai: bool,
}

/// A source with what the store knows about its feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// What the operator said.
    pub terms: NewSource,
    /// `ETag` of the last answer, for a conditional request.
    pub etag: Option<String>,
    /// `Last-Modified` of the last answer.
    pub last_modified: Option<String>,
    /// When the feed was last asked.
    pub last_fetched: Option<Time>,
    /// When it may be asked again.
    pub next_fetch: Time,
    /// Failures in a row.
    pub failures: u32,
    /// The last failure, as told to people.
    pub last_error: Option<String>,
}
