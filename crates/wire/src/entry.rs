//! What an adapter hands over: an item's fields as the sender wrote them, before cleaning. `assemble` makes a report of it.

use news::{
    Time,
    report::{PubStatus, Signal, Subject, WirePicture},
};
use serde::Serialize;

/// Text that may carry markup.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Markup {
    /// The characters, HTML unless `plain`.
    pub value: String,
    /// The sender says that it is plain text.
    pub plain: bool,
}

impl Markup {
    /// HTML, or text of which nobody says that it is not.
    pub fn html(value: impl Into<String>) -> Self {
        Self { value: value.into(), plain: false }
    }

    /// Plain text.
    pub fn plain(value: impl Into<String>) -> Self {
        Self { value: value.into(), plain: true }
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.value.trim().is_empty()
    }
}

/// A link of a feed or item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Absolute where a base was known.
    pub href: String,
    /// Relation, `alternate` when none was given.
    pub rel: String,
    /// Media type, when given.
    pub media_type: Option<String>,
}

/// Who wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Person {
    /// As printed; empty when only an address was given.
    pub name: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Home page.
    pub url: Option<String>,
}

impl Person {
    /// Name and address the way that feed readers show them: `Name (address)`.
    pub fn shown(&self) -> String {
        match (&self.email, self.name.is_empty()) {
            (Some(email), true) => email.clone(),
            (Some(email), false) => format!("{} ({email})", self.name),
            (None, _) => self.name.clone(),
        }
    }
}

/// A moment as printed and as read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Stamp {
    /// As printed.
    pub said: String,
    /// As read; `None` when it could not be.
    pub time: Option<Time>,
}

/// A category or tag.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tag {
    /// The word or code.
    pub term: String,
    /// The list that it comes from.
    pub scheme: Option<String>,
    /// The word for people, where the term is a code.
    pub label: Option<String>,
}

/// A file that came with an item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Enclosure {
    /// Where it is.
    pub url: String,
    /// Media type, when given.
    pub media_type: Option<String>,
    /// Bytes, as printed.
    pub length: Option<String>,
}

/// One item as the sender wrote it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Entry {
    /// The sender's name for it.
    pub id: Option<String>,
    /// The page about it.
    pub link: Option<String>,
    /// Every link, that one included.
    pub links: Vec<Link>,
    /// Its title.
    pub title: Option<Markup>,
    /// Its summary.
    pub summary: Option<Markup>,
    /// Its full text; several when the sender gave several forms.
    pub content: Vec<Markup>,
    /// Who wrote it.
    pub authors: Vec<Person>,
    /// First published.
    pub published: Option<Stamp>,
    /// This version made.
    pub updated: Option<Stamp>,
    /// Rights words.
    pub rights: Option<String>,
    /// Categories.
    pub tags: Vec<Tag>,
    /// Files.
    pub enclosures: Vec<Enclosure>,
    /// Pictures named in fields of their own (not those inside the text).
    pub pictures: Vec<WirePicture>,
    /// Language that the item itself states.
    pub lang: Option<String>,
    /// Agency or feed that it says it comes from.
    pub credit: Option<String>,
    /// Base of relative addresses in its markup.
    pub base: Option<String>,
    /// Version number.
    pub version: Option<u64>,
    /// Items that it follows or replaces.
    pub follows: Vec<String>,
    /// May it be used.
    pub status: PubStatus,
    /// What this version is for.
    pub signal: Option<Signal>,
    /// Not before.
    pub embargo: Option<Stamp>,
    /// 1 to 9.
    pub urgency: Option<u8>,
    /// Note to editors.
    pub ed_note: Option<String>,
    /// Slugline.
    pub slugline: Option<String>,
    /// Where it was filed, from a field.
    pub located: Option<String>,
    /// Subjects, people, places and bodies that the sender named.
    pub subjects: Vec<Subject>,
    /// Its place in the feed, from 0, bad items counted.
    pub place: usize,
    /// The item's own bytes.
    #[serde(skip)]
    pub raw: Vec<u8>,
}
