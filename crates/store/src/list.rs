//! Published stories as the public pages list them.
use crate::{Conn, Result};
use news::{Country, Lang, Sector, StoryId, Time, story::{Picture}};
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
}
/// Which published stories.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
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
/// Newest first by `updated`.
pub fn latest(c: &mut dyn Conn, filter: &Filter, limit: usize) -> Result<Vec<Card>> { let _ = (c, filter, limit); unimplemented!() }
/// Cards of these published ids, in this order; unpublished ones are left out.
pub fn cards(c: &mut dyn Conn, ids: &[StoryId]) -> Result<Vec<Card>> { let _ = (c, ids); unimplemented!() }
/// Related by content: published stories sharing the most term weight with `story`, with the sum.
pub fn related(c: &mut dyn Conn, story: StoryId, limit: usize) -> Result<Vec<(Card, f64)>> { let _ = (c, story, limit); unimplemented!() }
/// Sectors that have published stories, with their number.
pub fn sectors(c: &mut dyn Conn) -> Result<Vec<(Sector, u64)>> { let _ = c; unimplemented!() }
/// Countries with published stories: (code, filed from, about).
pub fn countries(c: &mut dyn Conn) -> Result<Vec<(Country, u64, u64)>> { let _ = c; unimplemented!() }
/// Published stories for the sitemap, by id: (id, sector, slug, updated), from after `after`. Stories marked noindex are left out.
pub fn sitemap(c: &mut dyn Conn, after: StoryId, limit: usize) -> Result<Vec<(StoryId, Sector, String, Time)>> { let _ = (c, after, limit); unimplemented!() }
