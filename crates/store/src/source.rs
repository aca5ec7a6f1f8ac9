//! Sources.

use news::source::{NewSource, Source, Treatment};
use news::{SourceId, StoryId, Time};

use crate::conn::{Row, args, sql};
use crate::{Conn, Result};

/// Adds a source, or sets the terms of the one with that slug. What is known of its feed (`ETag`, next fetch) is kept
/// unless the feed's address changes.
pub fn put(c: &mut dyn Conn, new: &NewSource, now: Time) -> Result<SourceId> {
    let NewSource { slug, name, home, feed_url, treatment, show_words, lang, zone, no_ai } = new;
    let (home, feed_url, zone) = (home.as_ref(), feed_url.as_ref(), zone.as_ref());
    c.one(
        sql!("source/put"),
        args![slug, name, home, feed_url, treatment.word(), *show_words, lang, zone, *no_ai, now],
        |row| row.get("id"),
    )
}

/// One by id.
pub fn by_id(c: &mut dyn Conn, id: SourceId) -> Result<Option<Source>> {
    c.first(sql!("source/by_id"), args![id], read)
}

/// One by slug.
pub fn by_slug(c: &mut dyn Conn, slug: &str) -> Result<Option<Source>> {
    c.first(sql!("source/by_slug"), args![slug], read)
}

/// The terms of the sources that a published story rests on: how they are used, and words that a page may show.
pub fn of_story(c: &mut dyn Conn, story: StoryId) -> Result<Vec<(Treatment, u32)>> {
    c.all(sql!("source/of_story"), args![story], |row| {
        Ok((row.word("treatment", Treatment::from_word)?, row.get("show_words")?))
    })
}

/// All, by name.
pub fn list(c: &mut dyn Conn) -> Result<Vec<Source>> {
    c.all(sql!("source/list"), args![], read)
}

/// Those with a feed whose `next_fetch` has come.
pub fn due(c: &mut dyn Conn, now: Time) -> Result<Vec<Source>> {
    c.all(sql!("source/due"), args![now], read)
}

/// The feed answered (304 included): failures back to 0.
pub fn fetched(
    c: &mut dyn Conn,
    id: SourceId,
    etag: Option<&str>,
    last_modified: Option<&str>,
    now: Time,
    next: Time,
) -> Result<()> {
    c.execute(sql!("source/fetched"), args![id, etag, last_modified, now, next])?;
    Ok(())
}

/// The feed failed: failures + 1, the error kept for the sources page.
pub fn failed(c: &mut dyn Conn, id: SourceId, error: &str, now: Time, next: Time) -> Result<()> {
    c.execute(sql!("source/failed"), args![id, error, now, next])?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<Source> {
    Ok(Source {
        id: row.get("id")?,
        terms: NewSource {
            slug: row.get("slug")?,
            name: row.get("name")?,
            home: row.get("home")?,
            feed_url: row.get("feed_url")?,
            treatment: row.word("treatment", Treatment::from_word)?,
            show_words: row.get("show_words")?,
            lang: row.get("lang")?,
            zone: row.get("zone")?,
            no_ai: row.get("no_ai")?,
        },
        etag: row.get("etag")?,
        last_modified: row.get("last_modified")?,
        last_fetched: row.get("last_fetched")?,
        next_fetch: row.get("next_fetch")?,
        failures: row.get("failures")?,
        last_error: row.get("last_error")?,
    })
}
