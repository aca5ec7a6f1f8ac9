//! Stories.
use crate::{Conn, Result};
use news::{Lang, ReportId, StoryId, Time, stage::Stage, story::Story};
/// Makes a story in stage Drafted, sector `other`; returns its id.
pub fn insert(c: &mut dyn Conn, lang: &Lang, headline: &str, now: Time) -> Result<StoryId> { let _ = (c, lang, headline, now); unimplemented!() }
/// One by id, in any stage.
pub fn by_id(c: &mut dyn Conn, id: StoryId) -> Result<Option<Story>> { let _ = (c, id); unimplemented!() }
/// Writes every changeable field of `story` (and its countries in `story_about`; the card's summary from its live revision).
pub fn update(c: &mut dyn Conn, story: &Story) -> Result<()> { let _ = (c, story); unimplemented!() }
/// The newest stories of a stage, or of all.
pub fn recent(c: &mut dyn Conn, stage: Option<Stage>, limit: usize) -> Result<Vec<Story>> { let _ = (c, stage, limit); unimplemented!() }
/// Ties a report to a story, with the reason in words and a score from 0 to 1. A newer version of a report takes the older one's place.
pub fn attach(c: &mut dyn Conn, story: StoryId, report: ReportId, why: &str, score: f64, now: Time) -> Result<()> { let _ = (c, story, report, why, score, now); unimplemented!() }
/// The story that a report (any version) is tied to.
pub fn of_report(c: &mut dyn Conn, report: ReportId) -> Result<Option<StoryId>> { let _ = (c, report); unimplemented!() }
/// Replaces the weighted terms used for "related by content".
pub fn set_terms(c: &mut dyn Conn, story: StoryId, terms: &[(String, f64)]) -> Result<()> { let _ = (c, story, terms); unimplemented!() }
