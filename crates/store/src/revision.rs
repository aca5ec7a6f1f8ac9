//! Revisions with their sentences, verdicts and citations.

use news::label::{EXTRACT, MODEL};
use news::revision::{Draft, Revision};
use news::story::Picture;
use news::verdict::{Part, Sentence, Verdict};
use news::{Hash, RevisionId, StoryId, Time};

use crate::conn::{Row, args, sql};
use crate::{Conn, Error, Result};

/// Adds the next revision (number = last + 1), verdict "not found" until checked.
pub fn insert(
    c: &mut dyn Conn,
    story: StoryId,
    draft: &Draft,
    hash: Hash,
    drafter: &str,
    note: &str,
    now: Time,
) -> Result<RevisionId> {
    add(c, &New { story, draft, hash, drafter, editor: "", note }, now)
}

/// A revision to be added.
pub struct New<'a> {
    /// Whose.
    pub story: StoryId,
    /// The text.
    pub draft: &'a Draft,
    /// Its name.
    pub hash: Hash,
    /// Who made the text that it comes from.
    pub drafter: &'a str,
    /// The person who changed it; empty where none has.
    pub editor: &'a str,
    /// What changed, for readers.
    pub note: &'a str,
}

/// Adds the next revision, by a machine or a person.
pub fn add(c: &mut dyn Conn, new: &New<'_>, now: Time) -> Result<RevisionId> {
    let Draft { lang, headline, summary, paragraphs, marks } = new.draft;
    let paragraphs = serde_json::to_string(paragraphs).map_err(Error::caller)?;
    let marks = serde_json::to_string(marks).map_err(Error::caller)?;
    let (story, hash, drafter, editor) = (new.story, new.hash, new.drafter, new.editor);
    let args = args![story, hash, now, drafter, new.note, lang, headline, summary, paragraphs, editor, marks];
    let missing = Error::Missing { what: "story", id: new.story.0 };
    c.first(sql!("revision/insert"), args, |row| row.get("id"))?.ok_or(missing)
}

/// The newest of a story, without sentences.
pub fn of_story(c: &mut dyn Conn, story: StoryId, limit: usize) -> Result<Vec<Revision>> {
    c.all(sql!("revision/of_story"), args![story, limit], read)
}

/// One by id with sentences.
pub fn by_id(c: &mut dyn Conn, id: RevisionId) -> Result<Option<Revision>> {
    let revision = c.first(sql!("revision/by_id"), args![id], read)?;
    revision.map(|revision| with_sentences(c, revision)).transpose()
}

/// The newest, published or not, with sentences.
pub fn latest(c: &mut dyn Conn, story: StoryId) -> Result<Option<Revision>> {
    let revision = c.first(sql!("revision/latest"), args![story], read)?;
    revision.map(|revision| with_sentences(c, revision)).transpose()
}

/// The newest by that drafter, published or not, without sentences.
pub fn latest_by(c: &mut dyn Conn, story: StoryId, drafter: &str) -> Result<Option<Revision>> {
    c.first(sql!("revision/latest_by"), args![story, drafter], read)
}

/// The newest that a person wrote or changed, published or not, without sentences.
pub fn latest_by_person(c: &mut dyn Conn, story: StoryId) -> Result<Option<Revision>> {
    c.first(sql!("revision/latest_by_person"), args![story, EXTRACT, MODEL], read)
}

/// Those that readers have seen, newest first, without sentences.
pub fn published(c: &mut dyn Conn, story: StoryId) -> Result<Vec<Revision>> {
    c.all(sql!("revision/published"), args![story], read)
}

/// A revision that readers have seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Out {
    /// It, without sentences.
    pub revision: Revision,
    /// When they first saw it.
    pub published: Time,
    /// When the next one of the story came; `None` when none did.
    pub replaced: Option<Time>,
}

/// Those of all stories after revision `after` that readers first saw before that moment, by id.
pub fn out(c: &mut dyn Conn, after: RevisionId, before: Time, limit: usize) -> Result<Vec<Out>> {
    c.all(sql!("revision/out"), args![after, before, limit], |row| {
        Ok(Out { revision: read(row)?, published: row.get("published")?, replaced: row.get("replaced")? })
    })
}

/// Replaces what the check said.
pub fn set_check(c: &mut dyn Conn, id: RevisionId, verdict: Verdict, sentences: &[Sentence]) -> Result<()> {
    changed(c.execute(sql!("revision/set_verdict"), args![id, verdict.word()])?, id)?;
    c.execute(sql!("revision/delete_sentences"), args![id])?;
    for (ordinal, sentence) in sentences.iter().enumerate() {
        insert_sentence(c, id, ordinal, sentence)?;
    }
    Ok(())
}

fn insert_sentence(c: &mut dyn Conn, id: RevisionId, ordinal: usize, sentence: &Sentence) -> Result<()> {
    let (part, paragraph) = match sentence.part {
        Part::Headline => ("headline", 0),
        Part::Summary => ("summary", 0),
        Part::Body(paragraph) => ("body", paragraph),
    };
    let citations = serde_json::to_string(&sentence.citations).map_err(Error::caller)?;
    let findings = serde_json::to_string(&sentence.findings).map_err(Error::caller)?;
    let (start, end, verdict) = (sentence.range.start, sentence.range.end, sentence.verdict.word());
    c.execute(
        sql!("revision/insert_sentence"),
        args![id, ordinal, part, paragraph, start, end, verdict, sentence.support, citations, findings],
    )?;
    Ok(())
}

/// Marks it as out. The first time stays.
pub fn set_published(c: &mut dyn Conn, id: RevisionId, now: Time) -> Result<()> {
    changed(c.execute(sql!("revision/set_published"), args![id, now])?, id)
}

/// Gives it a picture, or none, and the name that it has with it, while unpublished; refused after.
pub fn set_picture(c: &mut dyn Conn, id: RevisionId, picture: Option<&Picture>, hash: Hash) -> Result<()> {
    let picture = picture.map(serde_json::to_string).transpose().map_err(Error::caller)?;
    if c.execute(sql!("revision/set_picture"), args![id, hash, picture])? == 0 {
        let known = c.first(sql!("revision/by_id"), args![id], |_| Ok(()))?.is_some();
        changed(u64::from(known), id)?;
        return Err(Error::Refused("readers have seen this revision, so it cannot change; make a new one".into()));
    }
    Ok(())
}

fn changed(rows: u64, id: RevisionId) -> Result<()> {
    if rows == 0 { Err(Error::Missing { what: "revision", id: id.0 }) } else { Ok(()) }
}

fn with_sentences(c: &mut dyn Conn, revision: Revision) -> Result<Revision> {
    let sentences = c.all(sql!("revision/sentences"), args![revision.id], read_sentence)?;
    Ok(Revision { sentences, ..revision })
}

fn read(row: &Row<'_>) -> Result<Revision> {
    Ok(Revision {
        id: row.get("id")?,
        story: row.get("story_id")?,
        number: row.get("number")?,
        hash: row.get("hash")?,
        created: row.get("created")?,
        published: row.get("published")?,
        drafter: row.get("drafter")?,
        editor: row.get("editor")?,
        note: row.get("note")?,
        picture: crate::list::picture(row)?,
        draft: Draft {
            lang: row.get("lang")?,
            headline: row.get("headline")?,
            summary: row.get("summary")?,
            paragraphs: row.json("paragraphs")?,
            marks: row.json("marks")?,
        },
        verdict: row.word("verdict", Verdict::from_word)?,
        sentences: Vec::new(),
    })
}

fn read_sentence(row: &Row<'_>) -> Result<Sentence> {
    let paragraph: usize = row.get("paragraph")?;
    Ok(Sentence {
        part: row.word("part", |part| match part {
            "headline" => Some(Part::Headline),
            "summary" => Some(Part::Summary),
            "body" => Some(Part::Body(paragraph)),
            _ => None,
        })?,
        range: row.get("at_start")?..row.get("at_end")?,
        verdict: row.word("verdict", Verdict::from_word)?,
        citations: row.json("citations")?,
        findings: row.json("findings")?,
        support: row.get("support")?,
    })
}
