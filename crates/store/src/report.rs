//! Reports.

use news::report::{PubStatus, Report, StoredReport};
use news::{Country, Hash, ReportId, SourceId, StoryId, Time};
use serde_json::{Map, Value};

use crate::conn::{Row, args, sql};
use crate::key::key;
use crate::{Conn, Error, Result, cite};

/// What became of an item that came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inserted {
    /// Never seen.
    New(ReportId),
    /// A newer version of a known item: a higher `version`, or the same or none with another text, headline, status,
    /// embargo or no-AI flag.
    NewVersion {
        /// The new row.
        id: ReportId,
        /// The row it supersedes.
        old: ReportId,
    },
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
pub fn insert(c: &mut dyn Conn, new: &NewReport<'_>) -> Result<Inserted> {
    let Some(known) = c.first(sql!("report/newest"), args![new.source, key(&new.report.guid)], known)? else {
        return insert_row(c, new).map(Inserted::New);
    };
    match against(new.report, &known) {
        Age::Same => Ok(Inserted::Same(known.id)),
        Age::Older => Ok(Inserted::Older(known.id)),
        Age::Newer => {
            let id = insert_row(c, new)?;
            c.execute(sql!("report/supersede"), args![known.id, id])?;
            Ok(Inserted::NewVersion { id, old: known.id })
        }
    }
}

/// What decides whether an item is newer than the row that we have.
struct Known {
    id: ReportId,
    version: Option<u64>,
    headline: String,
    text_hash: Hash,
    meta: Report,
}

fn known(row: &Row<'_>) -> Result<Known> {
    Ok(Known {
        id: row.get("id")?,
        version: row.get("version")?,
        headline: row.get("headline")?,
        text_hash: row.get("text_hash")?,
        meta: of_meta(&row.get::<String>("meta")?)?,
    })
}

enum Age {
    Newer,
    Same,
    Older,
}

/// The sender's number decides; without one, a difference that matters does, unless the sender dates it before ours. A
/// withdrawal is never taken for an old version by its date: senders keep the first version's date on it.
fn against(new: &Report, known: &Known) -> Age {
    match (new.version, known.version) {
        (Some(new), Some(old)) if new > old => return Age::Newer,
        (Some(new), Some(old)) if new < old => return Age::Older,
        _ => {}
    }
    let meta = &known.meta;
    let same = Hash::of(new.text.as_bytes()) == known.text_hash
        && new.headline == known.headline
        && (new.status, new.embargo, new.no_ai) == (meta.status, meta.embargo, meta.no_ai);
    let dated_before = matches!((new.updated, meta.updated), (Some(new), Some(old)) if new < old);
    if same {
        Age::Same
    } else if dated_before && new.status == PubStatus::Usable {
        Age::Older
    } else {
        Age::Newer
    }
}

fn insert_row(c: &mut dyn Conn, new: &NewReport<'_>) -> Result<ReportId> {
    let NewReport { source, report, raw_hash, filed_from, adapter, received } = new;
    let text_hash = Hash::of(report.text.as_bytes());
    c.execute(sql!("report/insert_text"), args![text_hash, &report.text, *adapter, *received])?;
    c.one(
        sql!("report/insert"),
        args![
            *source,
            key(&report.guid),
            report.version,
            status_word(report.status),
            &report.headline,
            &report.lang,
            text_hash,
            *raw_hash,
            *received,
            report.published,
            report.embargo,
            *filed_from,
            to_meta(report)?
        ],
        |row| row.get("id"),
    )
}

/// One by id.
pub fn by_id(c: &mut dyn Conn, id: ReportId) -> Result<Option<StoredReport>> {
    c.first(sql!("report/by_id"), args![id], read)
}

/// The newest version of an item by guid, of that source or (`None`) of any.
pub fn by_guid(c: &mut dyn Conn, source: Option<SourceId>, guid: &str) -> Result<Option<StoredReport>> {
    match source {
        Some(source) => c.first(sql!("report/by_guid"), args![source, key(guid)], read),
        None => c.first(sql!("report/by_guid_any"), args![key(guid)], read),
    }
}

/// The versions of an item, the newest first.
pub fn versions(c: &mut dyn Conn, source: SourceId, guid: &str, limit: usize) -> Result<Vec<StoredReport>> {
    c.all(sql!("report/versions"), args![source, key(guid), limit], read)
}

/// The story's reports in the order received: newest versions only (of each item tied to it, whichever version the tie
/// names), usable only, embargo over at `now`.
pub fn of_story(c: &mut dyn Conn, story: StoryId, now: Time) -> Result<Vec<StoredReport>> {
    c.all(sql!("report/of_story"), args![story, now], read)
}

/// Usable reports among the newest twenty thousand whose headline holds all these words, newest first; all for no words. None
/// that a person gave is among them.
pub fn matching(c: &mut dyn Conn, words: &str, now: Time, limit: usize) -> Result<Vec<StoredReport>> {
    let words = words.to_lowercase();
    // Not in SQL: SQLite knows the small letters of ASCII only.
    let holds = |headline: &str| {
        let headline = headline.to_lowercase();
        words.split_whitespace().all(|word| headline.contains(word))
    };
    let known: Vec<(ReportId, String)> =
        c.all(sql!("report/headlines"), args![now, cite::BY_HAND], |row| Ok((row.get("id")?, row.get("headline")?)))?;
    let found = known.into_iter().filter(|(_, headline)| holds(headline)).take(limit);
    let mut out = Vec::new();
    for (id, _) in found {
        out.extend(by_id(c, id)?);
    }
    Ok(out)
}

/// Any text by its SHA-256, for citations of texts since superseded.
pub fn text(c: &mut dyn Conn, hash: Hash) -> Result<Option<String>> {
    c.first(sql!("report/text"), args![hash], |row| row.get("text"))
}

/// The newest `limit` reports of all or one source.
pub fn recent(c: &mut dyn Conn, source: Option<SourceId>, limit: usize) -> Result<Vec<StoredReport>> {
    match source {
        Some(source) => c.all(sql!("report/recent_of_source"), args![source, limit], read),
        None => c.all(sql!("report/recent"), args![limit], read),
    }
}

pub(crate) fn read(row: &Row<'_>) -> Result<StoredReport> {
    let meta: String = row.get("meta")?;
    Ok(StoredReport {
        id: row.get("id")?,
        source: row.get("source_id")?,
        source_name: row.get("source_name")?,
        received: row.get("received")?,
        text_hash: row.get("text_hash")?,
        raw_hash: row.get("raw_hash")?,
        superseded_by: row.get("superseded_by")?,
        filed_from: row.get("filed_from")?,
        report: Report { headline: row.get("headline")?, text: row.get("text")?, ..of_meta(&meta)? },
    })
}

/// The report as JSON without headline, text and raw, which have places of their own.
fn to_meta(report: &Report) -> Result<String> {
    let mut fields = fields(report)?;
    fields.remove("headline");
    fields.remove("text");
    serde_json::to_string(&fields).map_err(Error::caller)
}

/// Reads it back; a field that a later version added is at its default in older rows.
fn of_meta(meta: &str) -> Result<Report> {
    serde_json::from_str(meta).map_err(|e| Error::Unreadable(format!("a report's fields ({e})")))
}

fn fields(report: &Report) -> Result<Map<String, Value>> {
    match serde_json::to_value(report).map_err(Error::caller)? {
        Value::Object(fields) => Ok(fields),
        _ => Err(Error::Unreadable("a report's fields are no object".into())),
    }
}

fn status_word(status: PubStatus) -> &'static str {
    match status {
        PubStatus::Usable => "usable",
        PubStatus::Withheld => "withheld",
        PubStatus::Canceled => "canceled",
    }
}
