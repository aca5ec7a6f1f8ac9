//! What the morning mail tells of.

use news::stage::Stage;
use news::story::Story;
use news::{SourceId, StoryId, Time};

use crate::conn::{Row, args, sql};
use crate::{Conn, Result, story};

/// A story of a letter.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The story.
    pub story: Story,
    /// When it goes out by itself.
    pub goes_out: Option<Time>,
    /// A report of it was taken back or is under embargo, or it is itself: its words must not leave the desk.
    pub quiet: bool,
}

/// Some stories, and how many there are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lines {
    /// The first of them.
    pub lines: Vec<Line>,
    /// With those that are not among the lines.
    pub in_all: u64,
}

/// Those of a stage other than published, oldest first; of one person when `whose` is not empty: claimed by them, or changed.
pub fn of_stage(c: &mut dyn Conn, stage: Stage, whose: &str, now: Time, limit: usize) -> Result<Lines> {
    Ok(lines(c.all(sql!("morning/of_stage"), args![now, stage.word(), whose, limit], read)?))
}

/// Published ones whose newest draft waits for a person, oldest first.
pub fn updates(c: &mut dyn Conn, whose: &str, now: Time, limit: usize) -> Result<Lines> {
    Ok(lines(c.all(sql!("morning/updates"), args![now, whose, limit], read)?))
}

/// Those that go out by themselves before `until`.
pub fn scheduled(c: &mut dyn Conn, now: Time, until: Time, whose: &str, limit: usize) -> Result<Lines> {
    Ok(lines(c.all(sql!("morning/scheduled"), args![now, until, whose, limit], read)?))
}

/// Those on the site that `who` let out, or updated, since then.
pub fn let_out(c: &mut dyn Conn, who: &str, since: Time, now: Time, limit: usize) -> Result<Lines> {
    Ok(lines(c.all(sql!("morning/let_out"), args![now, who, since, limit], read)?))
}

/// One by id.
pub fn one(c: &mut dyn Conn, id: StoryId, now: Time) -> Result<Option<Line>> {
    Ok(c.first(sql!("morning/one"), args![now, id], read)?.map(|(line, _)| line))
}

/// How many oddities each source has since then; sources without any are left out.
pub fn oddities(c: &mut dyn Conn, since: Time) -> Result<Vec<(SourceId, u64)>> {
    c.all(sql!("morning/oddities"), args![since], |row| Ok((row.get("source_id")?, row.get("oddities")?)))
}

fn lines(rows: Vec<(Line, u64)>) -> Lines {
    let in_all = rows.first().map_or(0, |(_, in_all)| *in_all);
    Lines { lines: rows.into_iter().map(|(line, _)| line).collect(), in_all }
}

fn read(row: &Row<'_>) -> Result<(Line, u64)> {
    let (goes_out, quiet): (Time, u64) = (row.get("goes_out")?, row.get("quiet")?);
    let goes_out = Some(goes_out).filter(|at| *at > Time(0));
    Ok((Line { story: story::read(row)?, goes_out, quiet: quiet > 0 }, row.get("in_all")?))
}
