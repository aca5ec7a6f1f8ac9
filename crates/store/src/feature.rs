//! What Attach compares.
use crate::{Conn, Result};
use news::{Lang, ReportId, StoryId, Time};
/// A report's features with the story it is tied to.
#[derive(Clone, Debug, PartialEq)]
pub struct Row { /// the report
    pub report: ReportId, /// its story
    pub story: StoryId, /// when
    pub at: Time, /// JSON, made and read by `desk`
    pub feature: String }
/// Keeps a report's features and MinHash bands.
pub fn put(c: &mut dyn Conn, report: ReportId, lang: &Lang, at: Time, feature: &str, bands: &[u64]) -> Result<()> { let _ = (c, report, lang, at, feature, bands); unimplemented!() }
/// Features of attached, not superseded reports of that language since `since`, newest first, stories not killed.
pub fn since(c: &mut dyn Conn, lang: &Lang, since: Time, limit: usize) -> Result<Vec<Row>> { let _ = (c, lang, since, limit); unimplemented!() }
/// Reports sharing any band, with the number shared, most first.
pub fn sharing(c: &mut dyn Conn, bands: &[u64], limit: usize) -> Result<Vec<(ReportId, u32)>> { let _ = (c, bands, limit); unimplemented!() }
