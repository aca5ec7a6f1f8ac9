//! Reports that a person put under a story as its sources, beside those that came to it.

use news::{ReportId, StoryId, Time};

use crate::conn::{args, sql};
use crate::{Conn, Result, projection};

/// The slug of the source under which stands what a person gave by hand.
pub const BY_HAND: &str = "given-to-the-desk";

/// Puts a report under a story; nothing changes when it is there.
pub fn put(c: &mut dyn Conn, story: StoryId, report: ReportId, who: &str, now: Time) -> Result<()> {
    c.execute(sql!("cite/put"), args![story, report, who, now])?;
    projection::sources(c, story)
}

/// Takes it away; whether it was there.
pub fn drop(c: &mut dyn Conn, story: StoryId, report: ReportId) -> Result<bool> {
    let gone = c.execute(sql!("cite/drop"), args![story, report])? > 0;
    projection::sources(c, story)?;
    Ok(gone)
}

/// Who gave by hand what stands under a story.
pub fn given_by(c: &mut dyn Conn, story: StoryId) -> Result<Vec<String>> {
    c.all(sql!("cite/by"), args![story, BY_HAND], |row| row.get("who"))
}

/// Those of a story, the newest version of each.
pub fn of_story(c: &mut dyn Conn, story: StoryId) -> Result<Vec<ReportId>> {
    c.all(sql!("cite/of_story"), args![story], |row| row.get("report_id"))
}

/// The stories under which any version of a report was put.
pub fn stories(c: &mut dyn Conn, report: ReportId) -> Result<Vec<StoryId>> {
    c.all(sql!("cite/stories"), args![report], |row| row.get("story_id"))
}
