//! Sources.
use crate::{Conn, Result};
use news::{SourceId, Time, source::{NewSource, Source}};
/// Adds a source, or sets the terms of the one with that slug.
pub fn put(c: &mut dyn Conn, new: &NewSource, now: Time) -> Result<SourceId> { let _ = (c, new, now); unimplemented!() }
/// One by id.
pub fn by_id(c: &mut dyn Conn, id: SourceId) -> Result<Option<Source>> { let _ = (c, id); unimplemented!() }
/// One by slug.
pub fn by_slug(c: &mut dyn Conn, slug: &str) -> Result<Option<Source>> { let _ = (c, slug); unimplemented!() }
/// All, by name.
pub fn list(c: &mut dyn Conn) -> Result<Vec<Source>> { let _ = c; unimplemented!() }
/// Those with a feed whose `next_fetch` has come.
pub fn due(c: &mut dyn Conn, now: Time) -> Result<Vec<Source>> { let _ = (c, now); unimplemented!() }
/// The feed answered (304 included): failures back to 0.
pub fn fetched(c: &mut dyn Conn, id: SourceId, etag: Option<&str>, last_modified: Option<&str>, now: Time, next: Time) -> Result<()> { let _ = (c, id, etag, last_modified, now, next); unimplemented!() }
/// The feed failed: failures + 1, the error kept for the sources page.
pub fn failed(c: &mut dyn Conn, id: SourceId, error: &str, now: Time, next: Time) -> Result<()> { let _ = (c, id, error, now, next); unimplemented!() }
