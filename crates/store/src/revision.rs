//! Revisions with their sentences, verdicts and citations.
use crate::{Conn, Result};
use news::{Hash, RevisionId, StoryId, Time, revision::{Draft, Revision}, verdict::{Sentence, Verdict}};
/// Adds the next revision (number = last + 1), verdict "not found" until checked.
pub fn insert(c: &mut dyn Conn, story: StoryId, draft: &Draft, hash: Hash, drafter: &str, note: &str, now: Time) -> Result<RevisionId> { let _ = (c, story, draft, hash, drafter, note, now); unimplemented!() }
/// One by id with sentences.
pub fn by_id(c: &mut dyn Conn, id: RevisionId) -> Result<Option<Revision>> { let _ = (c, id); unimplemented!() }
/// The newest, published or not, with sentences.
pub fn latest(c: &mut dyn Conn, story: StoryId) -> Result<Option<Revision>> { let _ = (c, story); unimplemented!() }
/// Those that readers have seen, newest first, without sentences.
pub fn published(c: &mut dyn Conn, story: StoryId) -> Result<Vec<Revision>> { let _ = (c, story); unimplemented!() }
/// Replaces what the check said.
pub fn set_check(c: &mut dyn Conn, id: RevisionId, verdict: Verdict, sentences: &[Sentence]) -> Result<()> { let _ = (c, id, verdict, sentences); unimplemented!() }
/// Marks it as out.
pub fn set_published(c: &mut dyn Conn, id: RevisionId, now: Time) -> Result<()> { let _ = (c, id, now); unimplemented!() }
/// Replaces the name and the readers' note (the picture joined, the note was made) while unpublished.
pub fn set_hash(c: &mut dyn Conn, id: RevisionId, hash: Hash, note: &str) -> Result<()> { let _ = (c, id, hash, note); unimplemented!() }
