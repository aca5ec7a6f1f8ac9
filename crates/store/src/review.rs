//! Persons' reviews, each bound to the revision that was reviewed.

use news::disclosure::Review;
use news::revision::Revision;
use news::{PersonId, StoryId, Time};

use crate::conn::{Row, args, sql};
use crate::{Conn, Error, Result};

/// A review as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// Of which story.
    pub story: StoryId,
    /// Whose account signed it.
    pub person: PersonId,
    /// What was signed.
    pub review: Review,
}

/// Keeps one. Nothing is ever replaced: a later review of the same revision stands beside the earlier.
pub fn add(c: &mut dyn Conn, story: StoryId, person: PersonId, review: &Review) -> Result<()> {
    let json = serde_json::to_string(review).map_err(Error::caller)?;
    c.execute(sql!("review/add"), args![story, review.revision, person, review.at, json])?;
    Ok(())
}

/// The newest of that revision, signed since it was made: an earlier text taken again has its name and not its review.
pub fn of_revision(c: &mut dyn Conn, revision: &Revision) -> Result<Option<Reviewed>> {
    let Revision { story, hash, created, .. } = revision;
    c.first(sql!("review/of_revision"), args![*story, *hash, *created], read)
}

/// All of a story, oldest first.
pub fn of_story(c: &mut dyn Conn, story: StoryId) -> Result<Vec<Reviewed>> {
    c.all(sql!("review/of_story"), args![story], read)
}

/// All that were signed from `from` on and before `to`, oldest first.
pub fn between(c: &mut dyn Conn, from: Time, to: Time) -> Result<Vec<Reviewed>> {
    c.all(sql!("review/between"), args![from, to], read)
}

fn read(row: &Row<'_>) -> Result<Reviewed> {
    Ok(Reviewed { story: row.get("story_id")?, person: row.get("person_id")?, review: row.json("review")? })
}
