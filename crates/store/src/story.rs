//! Stories.

use news::stage::Stage;
use news::story::{self, Story};
use news::verdict::Verdict;
use news::{Lang, ReportId, Sector, StoryId, Time};

use crate::conn::{Row, args, sql};
use crate::list::picture;
use crate::{Conn, Error, Result, projection};

/// Makes a story in stage Drafted, sector `other`; returns its id.
pub fn insert(c: &mut dyn Conn, lang: &Lang, headline: &str, now: Time) -> Result<StoryId> {
    c.one(sql!("story/insert"), args![story::slug(headline), lang, headline, now], |row| row.get("id"))
}

/// One by id, in any stage.
pub fn by_id(c: &mut dyn Conn, id: StoryId) -> Result<Option<Story>> {
    c.first(sql!("story/by_id"), args![id], read)
}

/// Writes every field of `story` but `id` and `created` (the card's summary and drafter come from its live revision), and
/// keeps what lists walk and count in step.
pub fn update(c: &mut dyn Conn, story: &Story) -> Result<()> {
    let before = by_id(c, story.id)?;
    let about = serde_json::to_string(&story.about).map_err(Error::caller)?;
    let placed = serde_json::to_string(&story.placed).map_err(Error::caller)?;
    let picture = story.picture.as_ref().map(serde_json::to_string).transpose().map_err(Error::caller)?;
    let changed = c.execute(
        sql!("story/update"),
        args![
            story.id,
            story.stage.word(),
            &story.sector,
            &story.sector_reason,
            &story.slug,
            &story.lang,
            &story.headline,
            &story.dateline_place,
            story.filed_from,
            about,
            story.sensitive,
            picture,
            story.verdict.map(Verdict::word),
            &story.held_reason,
            story.first_published,
            story.updated,
            story.live,
            story.noindex,
            &story.kill_notice,
            shelf(&story.lang, &story.sector),
            story.reviewed,
            &story.byline,
            story.genre.word(),
            i64::from(story.urgency.unwrap_or(0)),
            story.embargo,
            placed
        ],
    )?;
    if changed == 0 {
        return Err(Error::Missing { what: "story", id: story.id.0 });
    }
    set_about(c, before.as_ref(), story)?;
    set_placed(c, before.as_ref(), story)?;
    projection::follow(c, before.as_ref(), story)
}

/// Language and sector as one word, `en/politics`.
pub(crate) fn shelf(lang: &Lang, sector: &Sector) -> String {
    format!("{lang}/{sector}")
}

/// The rows behind the country pages, when they are others than before.
fn set_about(c: &mut dyn Conn, before: Option<&Story>, story: &Story) -> Result<()> {
    let listed = projection::listed_at(story);
    if before.is_some_and(|b| b.about == story.about && projection::listed_at(b) == listed) {
        return Ok(());
    }
    c.execute(sql!("story/delete_about"), args![story.id])?;
    for country in &story.about {
        c.execute(sql!("story/insert_about"), args![story.id, *country, listed])?;
    }
    Ok(())
}

/// The rows behind the editions that it was put into or is kept out of, when they are others than before.
fn set_placed(c: &mut dyn Conn, before: Option<&Story>, story: &Story) -> Result<()> {
    let of = |s: &Story| (s.placed.clone(), projection::listed_at(s), shelf(&s.lang, &s.sector));
    if before.is_some_and(|b| b.placed.is_empty() && story.placed.is_empty() || of(b) == of(story)) {
        return Ok(());
    }
    c.execute(sql!("story/delete_placed"), args![story.id])?;
    for place in &story.placed {
        let edition = &place.edition;
        let lang = place.inside.then(|| format!("{edition}/{}", story.lang));
        let sector = place.inside.then(|| format!("{edition}/{}", shelf(&story.lang, &story.sector)));
        let listed = projection::listed_at(story).filter(|_| place.inside);
        c.execute(sql!("story/insert_placed"), args![story.id, edition, lang, sector, listed])?;
    }
    Ok(())
}

/// Forgets what people said of an edition that is no more: another of its name begins with nothing.
pub fn forget_edition(c: &mut dyn Conn, edition: &str) -> Result<()> {
    for id in c.all(sql!("story/placed_in"), args![edition], |row| row.get("id"))? {
        let Some(mut story) = by_id(c, id)? else { continue };
        story.placed.retain(|place| place.edition != edition);
        update(c, &story)?;
    }
    Ok(())
}

/// The newest stories of a stage, or of all.
pub fn recent(c: &mut dyn Conn, stage: Option<Stage>, limit: usize) -> Result<Vec<Story>> {
    match stage {
        Some(Stage::Published) => c.all(sql!("story/recent_published"), args![limit], read),
        Some(stage) => c.all(sql!("story/recent_of_stage"), args![stage.word(), limit], read),
        None => c.all(sql!("story/recent"), args![limit], read),
    }
}

/// Milliseconds from a story's first report to its first publication: the median over the stories on the site that readers
/// first saw since then. `None` when there are none.
pub fn median_ms_to_out(c: &mut dyn Conn, since: Time) -> Result<Option<i64>> {
    c.one(sql!("story/median_ms_to_out"), args![since], |row| row.get("ms"))
}

/// Ties a report to a story, with the reason in words and a score from 0 to 1. A newer version of a report takes the older
/// one's place; a report tied to another story leaves it.
pub fn attach(c: &mut dyn Conn, story: StoryId, report: ReportId, why: &str, score: f64, now: Time) -> Result<()> {
    let left = of_report(c, report)?.filter(|old| *old != story);
    c.execute(sql!("story/detach"), args![report])?;
    c.execute(sql!("story/attach"), args![story, report, why, score, now])?;
    left.into_iter().chain([story]).try_for_each(|story| projection::sources(c, story))
}

/// The reports tied to a story, oldest first; older versions among them where a newer one has not come to a story yet.
pub fn reports(c: &mut dyn Conn, story: StoryId) -> Result<Vec<ReportId>> {
    c.all(sql!("story/reports"), args![story], |row| row.get("report_id"))
}

/// What a round-up that gathers is known by.
#[derive(Clone, Copy, Debug)]
pub struct Gathering<'a> {
    /// Why its reports were tied to it.
    pub why: &'a str,
    /// Its language.
    pub lang: &'a Lang,
    /// How the reason begins for which it may be held.
    pub held_for: &'a str,
    /// When one that is not out yet was begun at the earliest.
    pub waiting: Time,
    /// When one that is out was begun at the earliest.
    pub out: Time,
    /// It has fewer usable reports than this.
    pub most: usize,
}

/// The newest round-up that gathers.
pub fn gathering(c: &mut dyn Conn, asked: &Gathering<'_>) -> Result<Option<StoryId>> {
    let Gathering { why, lang, held_for, waiting, out, most } = *asked;
    let held_for = format!("{held_for}%");
    c.first(sql!("story/gathering"), args![why, lang, held_for, waiting, out, most], |row| row.get("id"))
}

/// The story that a report (any version) is tied to.
pub fn of_report(c: &mut dyn Conn, report: ReportId) -> Result<Option<StoryId>> {
    c.first(sql!("story/of_report"), args![report], |row| row.get("story_id"))
}

pub(crate) fn read(row: &Row<'_>) -> Result<Story> {
    let verdict: Option<String> = row.get("verdict")?;
    Ok(Story {
        id: row.get("id")?,
        stage: row.word("stage", Stage::from_word)?,
        sector: row.get("sector")?,
        sector_reason: row.get("sector_reason")?,
        slug: row.get("slug")?,
        lang: row.get("lang")?,
        headline: row.get("headline")?,
        dateline_place: row.get("dateline_place")?,
        filed_from: row.get("filed_from")?,
        about: row.json("about")?,
        sensitive: row.get("sensitive")?,
        picture: picture(row)?,
        verdict: verdict.map(|_| row.word("verdict", Verdict::from_word)).transpose()?,
        held_reason: row.get("held_reason")?,
        created: row.get("created")?,
        first_published: row.get("first_published")?,
        updated: row.get("updated")?,
        live: row.get("live")?,
        reviewed: row.get("reviewed")?,
        noindex: row.get("noindex")?,
        kill_notice: row.get("kill_notice")?,
        byline: row.get("byline")?,
        genre: row.word("genre", story::Genre::from_word)?,
        urgency: u8::try_from(row.get::<i64>("urgency")?).ok().filter(|u| *u > 0),
        embargo: row.get("embargo")?,
        placed: row.json("placed")?,
    })
}
