//! Reports.
use crate::{Conn, Result};
use news::{Country, Hash, ReportId, SourceId, StoryId, Time, report::{Report, StoredReport}};
/// What became of an item that came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inserted {
    /// Never seen.
    New(ReportId),
    /// A newer version of a known item (higher `version`, or same/no version with other text, headline or status).
    NewVersion { /// the new row
        id: ReportId, /// the row it supersedes
        old: ReportId },
    /// Seen with the same text and status: nothing stored.
    Same(ReportId),
    /// An older version than the one we have: nothing stored.
    Older(ReportId),
}
/// An item with what the caller already knows about it.
pub struct NewReport<'a> {
    /// Whom it came from.
    pub source: SourceId,
    /// The item as read.
    pub report: &'a Report,
    /// Name of its own bytes in the blob store.
    pub raw_hash: Hash,
    /// Country of its dateline.
    pub filed_from: Option<Country>,
    /// Name and version of the adapter that read it.
    pub adapter: &'a str,
    /// When we got it.
    pub received: Time,
}
/// Stores an item unless it is known; a newer version supersedes the row with the same source and guid.
pub fn insert(c: &mut dyn Conn, new: &NewReport<'_>) -> Result<Inserted> { let _ = (c, new); unimplemented!() }
/// One by id.
pub fn by_id(c: &mut dyn Conn, id: ReportId) -> Result<Option<StoredReport>> { let _ = (c, id); unimplemented!() }
/// The newest version of an item by guid, of that source or (`None`) of any.
pub fn by_guid(c: &mut dyn Conn, source: Option<SourceId>, guid: &str) -> Result<Option<StoredReport>> { let _ = (c, source, guid); unimplemented!() }
/// The story's reports in the order received: newest versions only, usable only, embargo over at `now`.
pub fn of_story(c: &mut dyn Conn, story: StoryId, now: Time) -> Result<Vec<StoredReport>> { let _ = (c, story, now); unimplemented!() }
/// Any text by its SHA-256, for citations of texts since superseded.
pub fn text(c: &mut dyn Conn, hash: Hash) -> Result<Option<String>> { let _ = (c, hash); unimplemented!() }
/// The newest `limit` reports of all or one source.
pub fn recent(c: &mut dyn Conn, source: Option<SourceId>, limit: usize) -> Result<Vec<StoredReport>> { let _ = (c, source, limit); unimplemented!() }
