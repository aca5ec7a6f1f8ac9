//! What Attach compares.

use std::collections::HashMap;

use news::{Lang, ReportId, StoryId, Time};

use crate::conn::{args, sql};
use crate::{Conn, Result};

/// A report's features with the story it is tied to.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The report.
    pub report: ReportId,
    /// Its primary language.
    pub lang: Lang,
    /// Its story.
    pub story: StoryId,
    /// When.
    pub at: Time,
    /// JSON, made and read by `desk`.
    pub feature: String,
}

/// Keeps a report's features and MinHash bands, in place of those it had.
pub fn put(c: &mut dyn Conn, report: ReportId, lang: &Lang, at: Time, feature: &str, bands: &[u64]) -> Result<()> {
    // Bands stand in the order of bands: finding a report's own walks them all, and a new report has none.
    if c.first(sql!("feature/known"), args![report], |_| Ok(()))?.is_some() {
        c.execute(sql!("feature/delete_bands"), args![report])?;
    }
    c.execute(sql!("feature/put"), args![report, lang, at, feature])?;
    for band in bands {
        c.execute(sql!("feature/insert_band"), args![band.cast_signed(), report])?;
    }
    Ok(())
}

/// Adds bands of reports whose features were kept with none. For many at once: in the order of bands they are written one
/// beside the other, where each report's own would go to as many places as it has bands.
pub fn put_bands(c: &mut dyn Conn, bands: &[(u64, ReportId)]) -> Result<()> {
    for (band, report) in bands {
        c.execute(sql!("feature/insert_band"), args![band.cast_signed(), *report])?;
    }
    Ok(())
}

/// Features of attached, not superseded, usable reports of that language since `since`, newest first, stories not killed.
/// Embargoed ones are among them: an event is one event before its hour, too, and features are never shown to readers.
pub fn since(c: &mut dyn Conn, lang: &Lang, since: Time, limit: usize) -> Result<Vec<Row>> {
    c.all(sql!("feature/since"), args![lang, since, limit], read)
}

/// A report's features; `None` when none were kept.
pub fn of_report(c: &mut dyn Conn, report: ReportId) -> Result<Option<String>> {
    c.first(sql!("feature/of_report"), args![report], |row| row.get("feature"))
}

/// The languages of all reports that have features.
pub fn langs(c: &mut dyn Conn) -> Result<Vec<Lang>> {
    c.all(sql!("feature/langs"), args![], |row| row.get("lang"))
}

fn read(row: &crate::row::Row<'_>) -> Result<Row> {
    Ok(Row {
        report: row.get("report_id")?,
        lang: row.get("lang")?,
        story: row.get("story_id")?,
        at: row.get("at")?,
        feature: row.get("feature")?,
    })
}

/// Features of reports that were tied to a story since tie number `from`, that one included, with the newest number read.
pub fn tied(c: &mut dyn Conn, from: i64) -> Result<(Vec<Row>, i64)> {
    let mut last = from;
    let rows = c.all(sql!("feature/tied"), args![from], |row| Ok((row.get("n")?, read(row)?)))?;
    let rows = rows.into_iter().map(|(n, row): (i64, Row)| {
        last = last.max(n);
        row
    });
    Ok((rows.collect(), last))
}

/// The number of the newest tie; 0 when there is none.
pub fn last_tie(c: &mut dyn Conn) -> Result<i64> {
    c.one(sql!("feature/last_tie"), args![], |row| row.get("n"))
}

/// Reports sharing any band, with the number shared, most first. The report asked about is among them when it was kept.
pub fn sharing(c: &mut dyn Conn, bands: &[u64], limit: usize) -> Result<Vec<(ReportId, u32)>> {
    let mut shared: HashMap<ReportId, u32> = HashMap::new();
    let mut bands = bands.to_vec();
    bands.sort_unstable();
    bands.dedup();
    for band in bands {
        for report in c.all(sql!("feature/of_band"), args![band.cast_signed()], |row| row.get("report_id"))? {
            *shared.entry(report).or_default() += 1;
        }
    }
    let mut shared: Vec<_> = shared.into_iter().collect();
    shared.sort_unstable_by_key(|(report, n)| (std::cmp::Reverse(*n), std::cmp::Reverse(*report)));
    shared.truncate(limit);
    Ok(shared)
}
