//! Stories by when readers first saw them. Counts are kept a quarter of an hour, so that the days of any zone can be added up.

use news::{StoryId, Time};

use super::{Card, read};
use crate::conn::{Row, args, sql};
use crate::{Conn, Result};

/// Milliseconds of a quarter of an hour, in which first publications are counted.
pub const QUARTER_MS: i64 = 15 * Time::MINUTE_MS;

/// Stories that readers first saw from `from` to before `to`, newest first by that moment; after `before` (moment, id) when a
/// page has been shown already.
pub fn first_published(
    c: &mut dyn Conn,
    (from, to): (Time, Time),
    before: Option<(Time, StoryId)>,
    limit: usize,
) -> Result<Vec<Card>> {
    let (moment, id) = before.filter(|(moment, _)| *moment < to).unwrap_or((to, StoryId(0)));
    c.all(sql!("list/first_published"), args![moment, id, limit, from], read)
}

/// Quarters of an hour from `from` to before `to` in which stories were first published, with their number.
pub fn published_quarters(c: &mut dyn Conn, from: Time, to: Time) -> Result<Vec<(Time, u64)>> {
    let args = args![from.ms().div_euclid(QUARTER_MS), to.ms().div_euclid(QUARTER_MS)];
    c.all(sql!("list/quarters"), args, |row| Ok((start(row)?, row.get("stories")?)))
}

/// The last quarter of an hour before `from`, and the first from `to` on, in which stories were first published.
pub fn day_around(c: &mut dyn Conn, from: Time, to: Time) -> Result<(Option<Time>, Option<Time>)> {
    let quarter = |time: Time| time.ms().div_euclid(QUARTER_MS);
    let earlier = c.first(sql!("list/quarter_before"), args![quarter(from)], start)?;
    Ok((earlier, c.first(sql!("list/quarter_from"), args![quarter(to)], start)?))
}

fn start(row: &Row<'_>) -> Result<Time> {
    Ok(Time(row.get::<i64>("quarter")?.saturating_mul(QUARTER_MS)))
}
