//! Bytes -> reports: one adapter a format, detection in one switch, cleaning last and always.
//!
//! Everything here is pure: no file, no network, no clock. Input is hostile until proven otherwise: sizes, depth and counts
//! are capped, entities of the document's own are never expanded, and one bad item costs that item only.

#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod assemble;
mod charset;
mod clean;
mod dateline;
mod detect;
mod entity;
pub mod entry;
mod find;
mod headline;
mod json;
mod json_feed;
mod model;
mod mojibake;
mod ninjs;
mod person;
mod picture;
mod plain;
mod rss_atom;
mod saved_page;
mod stamp;
mod tags;
mod tail;
mod told_on;
mod xml;

use news::{
    Lang, Time,
    report::{Oddity, Report},
};

pub use entry::Entry;
pub use find::{FoundFeed, find_feeds};
pub use model::read_feed_model;
pub use plain::plain_text;
pub use saved_page::article_text;
pub use told_on::told_on;

/// Name and version of this reader, recorded with every text: a replay by a newer one makes a new text.
pub const ADAPTER: &str = "wire/1";

/// Most bytes of one document.
pub const MAX_BYTES: usize = 50_000_000;

/// Most items taken from one document; a feed of more is cut with an oddity.
pub const MAX_ITEMS: usize = 5_000;

/// What is known about the bytes besides themselves.
#[derive(Clone, Copy, Debug)]
pub struct Hints<'a> {
    /// The `Content-Type` they came with.
    pub content_type: Option<&'a str>,
    /// Where they came from: the base of relative links.
    pub url: Option<&'a str>,
    /// Language of items that do not say; `und` to detect.
    pub lang: &'a Lang,
    /// IANA zone of times that carry none; UTC when unknown.
    pub zone: Option<&'a str>,
    /// When they came in: stands in for missing and impossible dates.
    pub received: Time,
}

/// A feed's own fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    /// Its name for itself.
    pub id: Option<String>,
    /// Its title, as sent.
    pub title: Option<entry::Markup>,
    /// The line under it, as sent.
    pub subtitle: Option<entry::Markup>,
    /// Its page.
    pub link: Option<String>,
    /// All its links.
    pub links: Vec<entry::Link>,
    /// Rights words.
    pub rights: Option<String>,
    /// Who makes it.
    pub authors: Vec<entry::Person>,
    /// When it last changed.
    pub updated: Option<entry::Stamp>,
    /// When it was published.
    pub published: Option<entry::Stamp>,
    /// Language, as sent.
    pub lang: Option<String>,
    /// Its categories.
    pub tags: Vec<entry::Tag>,
}

/// A document as read.
#[derive(Clone, Debug, PartialEq)]
pub struct Feed {
    /// Clean title, one line; empty when it has none.
    pub title: String,
    /// Its home page.
    pub home: Option<String>,
    /// Its language, `und` when it does not say.
    pub lang: Lang,
    /// `rss`, `rdf`, `atom`, `json-feed` or `ninjs`.
    pub format: &'static str,
    /// The good items, in the order sent.
    pub reports: Vec<Report>,
    /// What was not as it should be.
    pub oddities: Vec<Oddity>,
    /// The feed's own fields as sent.
    pub head: Head,
    /// Every item's fields as sent, good and bad.
    pub entries: Vec<Entry>,
}

/// Why nothing could be read, in a sentence for people.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// No bytes, or white space only.
    #[error("the document is empty")]
    Empty,
    /// Not a format that we read.
    #[error("this is not a feed but {0}. Known are RSS, Atom, RDF, JSON Feed and ninjs")]
    NotAFeed(String),
    /// More than we take.
    #[error("the document is too large: {0}")]
    TooLarge(String),
    /// Nested deeper than any real feed.
    #[error("the document is nested more than {0} levels deep; that is no real feed")]
    TooDeep(usize),
    /// Entity definitions that could grow without limit or read files.
    #[error(
        "the document defines entities of its own that point elsewhere or to one another; such documents are refused"
    )]
    EntityBomb,
    /// Broken before the first item.
    #[error("the document is broken: {0}")]
    Broken(String),
}

/// Reads a document of any known format.
///
/// # Errors
/// [`Unreadable`] when there is no feed in it at all; anything less is an oddity beside the items that could be read.
pub fn read(bytes: &[u8], hints: &Hints<'_>) -> Result<Feed, Unreadable> {
    if bytes.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge(format!(
            "{} MB, and {} MB is the most",
            bytes.len() / 1_000_000,
            MAX_BYTES / 1_000_000
        )));
    }
    let (text, charset_oddity) = charset::decode(bytes, hints.content_type);
    let mut parsed = match detect::kind(&text)? {
        detect::Kind::Xml => rss_atom::read(&text, hints)?,
        detect::Kind::JsonFeed => json_feed::read(&text, hints)?,
        detect::Kind::Ninjs => ninjs::read(&text, hints)?,
    };
    if let Some(what) = charset_oddity {
        parsed.oddities.insert(0, Oddity { item: None, what, bytes: vec![] });
    }
    Ok(assemble::feed(parsed, hints))
}

/// What an adapter returns: the fields as sent.
#[derive(Debug, Default)]
pub(crate) struct Parsed {
    pub format: &'static str,
    pub head: Head,
    pub entries: Vec<Entry>,
    pub oddities: Vec<Oddity>,
}

impl Parsed {
    pub(crate) fn odd(&mut self, item: Option<usize>, what: impl Into<String>, bytes: &[u8]) {
        let bytes = bytes.get(..4096).unwrap_or(bytes).to_vec();
        self.oddities.push(Oddity { item, what: what.into(), bytes });
    }
}
