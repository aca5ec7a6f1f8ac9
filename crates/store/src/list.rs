//! Published stories as the public pages list them.

mod audience;
mod day;

use news::{
    Country, Lang, Sector, SourceId, StoryId, Time,
    edition::Standing,
    story::{Picture, Placed},
};

use crate::conn::{Row, args, sql};
use crate::key::key;
use crate::{Conn, Error, Result, story};

pub use day::{QUARTER_MS, day_around, first_published, published_quarters};

/// What a list shows of a story.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Its id.
    pub id: StoryId,
    /// URL part.
    pub slug: String,
    /// Subject area.
    pub sector: Sector,
    /// Language.
    pub lang: Lang,
    /// Headline.
    pub headline: String,
    /// Summary.
    pub summary: String,
    /// Dateline place.
    pub dateline_place: String,
    /// Dateline country.
    pub filed_from: Option<Country>,
    /// Subject countries.
    pub about: Vec<Country>,
    /// Picture.
    pub picture: Option<Picture>,
    /// When readers first saw it.
    pub first_published: Time,
    /// When it last changed.
    pub updated: Time,
    /// Search engines stay away.
    pub noindex: bool,
    /// The drafter of the live revision: `extract` or a person's name.
    pub drafter: String,
    /// A person reviewed it.
    pub reviewed: bool,
    /// Editions that a person put it into or keeps it out of.
    pub placed: Vec<Placed>,
}

impl Card {
    /// What of it says in which editions it is.
    pub fn standing(&self) -> Standing<'_> {
        let Self { lang, sector, filed_from, about, placed, .. } = self;
        Standing { lang, sector, filed_from: *filed_from, about, placed }
    }
}

/// An edition's readers: whose stories are in their language and, where countries or sectors are named, of these.
#[derive(Clone, Debug, PartialEq)]
pub struct Audience {
    /// Their language; a story's is a primary tag, so this is one too.
    pub lang: Lang,
    /// About or filed from one of these; empty for all.
    pub countries: Vec<Country>,
    /// Of one of these sectors; empty for all.
    pub sectors: Vec<Sector>,
    /// The edition that people put stories into and keep them out of.
    pub edition: String,
}

impl Audience {
    /// Whether nobody keeps the story out of the edition.
    fn keeps(&self, card: &Card) -> bool {
        !card.placed.iter().any(|place| place.edition == self.edition && !place.inside)
    }
}

/// Which published stories. `source`, `drafter` and `audience` each have an index of their own and are looked at in this
/// order; beside the first of them only `before` counts, and `sector` beside an audience.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Resting on a report of this source.
    pub source: Option<SourceId>,
    /// Drafted by this person, or by `extract`.
    pub drafter: Option<String>,
    /// For an edition.
    pub audience: Option<Audience>,
    /// Of this sector.
    pub sector: Option<Sector>,
    /// Filed from this country.
    pub filed_from: Option<Country>,
    /// About this country.
    pub about: Option<Country>,
    /// In this language.
    pub lang: Option<Lang>,
    /// Older than this card (`updated`, id), for the next page.
    pub before: Option<(Time, StoryId)>,
}

/// Newest first by `updated`. A published story that has no `updated` is not listed.
pub fn latest(c: &mut dyn Conn, filter: &Filter, limit: usize) -> Result<Vec<Card>> {
    let Filter { sector, filed_from, about, lang, before, .. } = filter;
    let (updated, id) = before.unwrap_or((Time(i64::MAX), StoryId(i64::MAX)));
    let (sector, lang) = (sector.as_ref(), lang.as_ref());
    if let Some(source) = filter.source {
        return c.all(sql!("list/latest_of_source"), args![updated, id, limit, source], read);
    }
    if let Some(drafter) = &filter.drafter {
        return c.all(sql!("list/latest_of_drafter"), args![updated, id, limit, drafter], read);
    }
    if let Some(audience) = &filter.audience {
        return audience::latest(c, audience, sector, (updated, id), limit);
    }
    // One file for each index to walk: the narrowest filter set chooses it, the others are looked at on the way.
    match (about, filed_from, sector, lang) {
        (Some(about), ..) => {
            let args = args![updated, id, limit, *about, lang, sector, *filed_from];
            c.all(sql!("list/latest_about"), args, read)
        }
        (_, Some(from), ..) => {
            c.all(sql!("list/latest_filed_from"), args![updated, id, limit, *from, lang, sector], read)
        }
        (_, _, Some(sector), Some(lang)) => {
            c.all(sql!("list/latest_of_shelf"), args![updated, id, limit, story::shelf(lang, sector)], read)
        }
        (_, _, Some(sector), None) => c.all(sql!("list/latest_of_sector"), args![updated, id, limit, sector], read),
        (.., Some(lang)) => c.all(sql!("list/latest_of_lang"), args![updated, id, limit, lang], read),
        _ => c.all(sql!("list/latest"), args![updated, id, limit], read),
    }
}

/// Published stories that name a person or body, given in lower case, newest story first; those before story `before`.
pub fn of_name(c: &mut dyn Conn, name: &str, before: Option<StoryId>, limit: usize) -> Result<Vec<Card>> {
    let before = before.unwrap_or(StoryId(i64::MAX));
    c.all(sql!("list/of_term"), args![key(&format!("name:{name}")), before, limit], read)
}

/// Cards of these published ids, in this order; unpublished ones are left out.
pub fn cards(c: &mut dyn Conn, ids: &[StoryId]) -> Result<Vec<Card>> {
    let mut cards = Vec::with_capacity(ids.len());
    for id in ids {
        cards.extend(c.first(sql!("list/card"), args![*id], read)?);
    }
    Ok(cards)
}

/// Stories before and after one among which its related ones are looked for: weeks of a busy newsroom.
const RELATED_WITHIN: usize = 10_000;

/// A term that more stories have says little of what a story is about.
const RELATED_MOST: usize = 120;

/// Related by content: published stories of about its time that share at least two of its heaviest terms with `story`, by
/// the sum over the shared terms of the two weights' product; most first, with that sum.
pub fn related(c: &mut dyn Conn, story: StoryId, limit: usize) -> Result<Vec<(Card, f64)>> {
    c.all(sql!("list/related"), args![story, limit, RELATED_WITHIN, RELATED_MOST], |row| {
        Ok((read(row)?, row.get("weight")?))
    })
}

/// The highest id of a published story, 0 when there is none.
pub fn newest_id(c: &mut dyn Conn) -> Result<StoryId> {
    Ok(c.first(sql!("list/newest_id"), args![], |row| row.get("id"))?.unwrap_or(StoryId(0)))
}

/// Sectors of which an audience has stories, of those that have any.
pub fn sectors_of(c: &mut dyn Conn, audience: &Audience) -> Result<Vec<Sector>> {
    let mut found = Vec::new();
    for (sector, _) in sectors(c)? {
        let filter = Filter { audience: Some(audience.clone()), sector: Some(sector), ..Filter::default() };
        if !latest(c, &filter, 1)?.is_empty() {
            found.extend(filter.sector);
        }
    }
    Ok(found)
}

/// Who drafted stories that are published: people's names, and `extract`.
pub fn drafters(c: &mut dyn Conn) -> Result<Vec<String>> {
    c.all(sql!("list/drafters"), args![], |row| row.get("drafter"))
}

/// Sectors that have published stories, with their number.
pub fn sectors(c: &mut dyn Conn) -> Result<Vec<(Sector, u64)>> {
    c.all(sql!("list/sectors"), args![], |row| Ok((row.get("sector")?, row.get("stories")?)))
}

/// Countries with published stories: (code, filed from, about).
pub fn countries(c: &mut dyn Conn) -> Result<Vec<(Country, u64, u64)>> {
    c.all(sql!("list/countries"), args![], |row| Ok((row.get("country")?, row.get("filed")?, row.get("about")?)))
}

/// Published stories for the sitemap, by id: (id, sector, slug, updated), from `from` to before `to`. Stories marked noindex
/// are left out.
pub fn sitemap(c: &mut dyn Conn, from: StoryId, to: StoryId) -> Result<Vec<(StoryId, Sector, String, Time)>> {
    c.all(sql!("list/sitemap"), args![from, to], |row| {
        Ok((row.get("id")?, row.get("sector")?, row.get("slug")?, row.get("updated")?))
    })
}

/// A card of a row of the view `card`.
pub(crate) fn read(row: &Row<'_>) -> Result<Card> {
    Ok(Card {
        id: row.get("id")?,
        slug: row.get("slug")?,
        sector: row.get("sector")?,
        lang: row.get("lang")?,
        headline: row.get("headline")?,
        summary: row.get("summary")?,
        dateline_place: row.get("dateline_place")?,
        filed_from: row.get("filed_from")?,
        about: row.json("about")?,
        picture: picture(row)?,
        first_published: row.get("first_published")?,
        updated: row.get("updated")?,
        noindex: row.get("noindex")?,
        drafter: row.get("drafter")?,
        reviewed: row.get("reviewed")?,
        placed: row.json("placed")?,
    })
}

/// The picture column of a story or card.
pub(crate) fn picture(row: &Row<'_>) -> Result<Option<Picture>> {
    let json: Option<String> = row.get("picture")?;
    let read = |json: String| serde_json::from_str(&json).map_err(|e| Error::Unreadable(format!("a picture ({e})")));
    json.map(read).transpose()
}
