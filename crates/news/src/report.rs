//! One item as sent by a source.

use serde::{Deserialize, Serialize};

use crate::{Country, Hash, Lang, ReportId, SourceId, Time};

/// Whether the sender lets us use the item. IPTC `pubStatus`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PubStatus {
    /// May be used.
    #[default]
    Usable,
    /// Must not be used for now: stop, and hold all that came from it.
    Withheld,
    /// Withdrawn: kill all that came from it.
    Canceled,
}

/// What the sender says this version is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Signal {
    /// New facts.
    Update,
    /// An earlier version was wrong.
    Correction,
}

/// Where and when filed, as the copy has it: `PARIS, Nov 6 (Agency) -`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dateline {
    /// The place as printed, in reading case: `Paris`.
    pub place: String,
    /// The day as printed, if it stood there: `Nov 6`.
    pub day: Option<String>,
}

/// A subject, person, place or body that the sender named.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// What kind: `subject`, `place`, `person`, `organisation`, `keyword`.
    pub kind: String,
    /// URI or qcode, when given.
    pub code: Option<String>,
    /// The name.
    pub name: String,
}

/// A picture that came with an item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WirePicture {
    /// Where its bytes are.
    pub url: String,
    /// Media type, when given.
    pub media_type: Option<String>,
    /// Words under it.
    pub caption: String,
    /// Words for those who cannot see it.
    pub alt: String,
    /// Whom to credit.
    pub credit: String,
    /// Pixels, when given.
    pub width: Option<u32>,
    /// Pixels, when given.
    pub height: Option<u32>,
    /// The sender's IPTC Digital Source Type, when given.
    pub digital_source_type: Option<String>,
}

/// One item as read by a wire adapter, not yet stored.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    /// The sender's name for the item, stable over its versions. Made from the text's hash when the sender gave none.
    pub guid: String,
    /// The sender's version; the newest wins. `None` when the format has none.
    pub version: Option<u64>,
    /// Guids that this item says it follows or replaces.
    pub follows: Vec<String>,
    /// May it be used.
    pub status: PubStatus,
    /// What this version is for.
    pub signal: Option<Signal>,
    /// The sender's page about it.
    pub url: Option<String>,
    /// Clean headline, NFC, one line; also the first line of `text`.
    pub headline: String,
    /// Clean text, NFC: the headline on line 1, then a paragraph a line, dateline removed into `dateline`.
    pub text: String,
    /// The language of the text.
    pub lang: Lang,
    /// Dateline of the copy or the place that the sender's fields give.
    pub dateline: Option<Dateline>,
    /// Who wrote it, as printed.
    pub byline: Option<String>,
    /// Which agency it is credited to within the item, when that differs from the source.
    pub credit: Option<String>,
    /// Slugline or keyword line.
    pub slugline: Option<String>,
    /// Note to editors; never for readers.
    pub ed_note: Option<String>,
    /// First published, per the sender.
    pub published: Option<Time>,
    /// This version made, per the sender.
    pub updated: Option<Time>,
    /// Not before this moment.
    pub embargo: Option<Time>,
    /// 1 (flash) to 9.
    pub urgency: Option<u8>,
    /// What the sender says it is about.
    pub subjects: Vec<Subject>,
    /// Pictures that came with it.
    pub pictures: Vec<WirePicture>,
    /// Rights words, verbatim.
    pub rights: Option<String>,
    /// Rights that forbid sending it to a model.
    pub no_ai: bool,
    /// The item's own bytes, not the feed around it.
    #[serde(skip)]
    pub raw: Vec<u8>,
}

/// Something in the input that was not as it should be, and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Oddity {
    /// Which item, by its place in the feed from 0; `None` for the feed itself.
    pub item: Option<usize>,
    /// What was found and what was done, in a sentence for people.
    pub what: String,
    /// The bytes in question, cut to a few kilobytes.
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

/// A report as stored.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredReport {
    /// Its id.
    pub id: ReportId,
    /// Whom it came from.
    pub source: SourceId,
    /// The source's name, for credit.
    pub source_name: String,
    /// When we got it.
    pub received: Time,
    /// SHA-256 of `report.text`.
    pub text_hash: Hash,
    /// SHA-256 of the item's own bytes in the blob store.
    pub raw_hash: Hash,
    /// The newer version that replaced it.
    pub superseded_by: Option<ReportId>,
    /// The country of the dateline.
    pub filed_from: Option<Country>,
    /// What was read; `raw` is left empty.
    pub report: Report,
}

impl StoredReport {
    /// The moment that relative words in the text ("on Thursday") count from: the version's own time, else the first
    /// publication, else when we got it.
    pub fn reference(&self) -> Time {
        self.report.updated.or(self.report.published).unwrap_or(self.received)
    }
}
