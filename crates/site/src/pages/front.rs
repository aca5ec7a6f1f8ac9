//! The front page.

use std::collections::HashSet;

use askama::Template;
use news::{Lang, Sector, StoryId};
use store::list::Filter;

use crate::{
    card::Card,
    frame::{Frame, Item},
    json_ld,
    page::Page,
    rail::{self, PieceCard},
    site::{Answer, Ask},
    words::Words,
};

/// Newest stories that the top is chosen from.
const TOP_FROM: usize = 24;
/// Stories beside the lead.
const SECOND: usize = 4;
/// Stories under the lead.
const UNDER: usize = 2;
/// Stories from which a sector gets a strip of its own; with fewer it is a column among the briefs.
const OWN_STRIP: usize = 3;
/// Entries of the trending list.
const TRENDING: usize = 5;
/// Stories of a sector's strip.
const STRIP: usize = 4;
/// Sectors that lead only when no other story has a picture.
const LIGHT: [&str; 3] = ["sports-games", "entertainment", "lifestyle"];
/// Shots of the teaser.
const SHOTS: usize = 4;
/// Latest lines.
const LATEST: usize = 4;

/// A sector's strip.
pub struct Strip {
    /// The sector.
    pub sector: Item,
    /// Its newest stories that are not at the top already.
    pub cards: Vec<Card>,
}

#[derive(Template)]
#[template(path = "front.html", whitespace = "minimize")]
struct View {
    f: Frame,
    w: &'static Words,
    lead: Option<Card>,
    under: Vec<Card>,
    second: Vec<Card>,
    strips: Vec<Strip>,
    briefs: Vec<Strip>,
    trending: Vec<Card>,
    pieces: Vec<PieceCard>,
    shots: Vec<Card>,
    latest: Vec<Card>,
}

/// The front page.
pub fn page(ask: &mut Ask<'_>) -> Answer {
    let lang = ask.lang();
    let house = ask.site.house.clone();
    let under = ask.edition.map_or(house.tagline.as_str(), |edition| edition.name.as_str());
    let title = if under.is_empty() { house.name.clone() } else { format!("{}: {under}", house.name) };
    let path = ask.path("/");
    let mut f = Frame::new(ask, &lang, &title, &path)?;
    f.front = true;
    f.alternates = alternates(ask);
    f.json_ld = if ask.edition.is_some() { json_ld::collection(&f) } else { json_ld::site(&house) };
    let filter = ask.filter();
    let newest = ask.latest(&filter, TOP_FROM)?;
    // An edition that nothing has come to yet is no page for search engines.
    f.noindex = ask.edition.is_some() && newest.is_empty();
    let trending = rail::trending(ask, TRENDING)?;
    let top = top(&newest, &trending, &lang);
    let mut shown: HashSet<StoryId> = top.iter().map(|c| c.id).collect();
    let mut top = Card::all(ask, top, &lang)?.into_iter();
    let lead = top.next();
    let short = newest.iter().filter(|c| c.lang.primary() == lang.primary() && !shown.contains(&c.id));
    let shots = short.take(SHOTS).cloned().collect();
    let (strips, briefs) = strips(ask, &f, &lang, &mut shown)?.into_iter().partition(|s| s.cards.len() >= OWN_STRIP);
    let second = top.by_ref().take(SECOND).collect();
    let pieces = rail::pieces(ask, 4)?;
    let view = View {
        w: f.w,
        lead,
        second,
        under: top.collect(),
        strips,
        briefs,
        trending: Card::all(ask, trending.into_iter().map(|(c, _)| c).collect(), &lang)?,
        pieces: pieces.iter().map(|p| PieceCard::of(ask, p, &lang)).collect(),
        shots: Card::all(ask, shots, &lang)?,
        latest: Card::all(ask, newest.into_iter().take(LATEST).collect(), &lang)?,
        f,
    };
    Ok(Page::rendered(&view)?)
}

/// The homes of the house and its editions by language, for those who read another one; of two in one language the first.
fn alternates(ask: &Ask<'_>) -> Vec<(String, String)> {
    let house = &ask.site.house;
    if ask.arranged.editions.is_empty() {
        return Vec::new();
    }
    let own = if house.lang.is_und() { "en" } else { house.lang.tag() };
    let mut out = vec![("x-default".to_owned(), house.absolute("/")), (own.to_owned(), house.absolute("/"))];
    for edition in &ask.arranged.editions {
        let hreflang = edition.hreflang();
        if out.iter().all(|(known, _)| *known != hreflang) {
            out.push((hreflang, house.absolute(&format!("/{}", edition.slug))));
        }
    }
    out
}

/// The lead and the stories beside it. Of the newest in the house's language, the most read with a picture leads, light
/// sectors last; without readers the newest with a picture. Other languages have their strips.
fn top(newest: &[store::list::Card], trending: &[(store::list::Card, f64)], lang: &Lang) -> Vec<store::list::Card> {
    let own: Vec<_> = newest.iter().filter(|c| c.lang.primary() == lang.primary()).collect();
    let own = if own.is_empty() { newest.iter().collect() } else { own };
    let rank = |card: &store::list::Card| {
        let read = trending.iter().position(|(t, _)| t.id == card.id).unwrap_or(usize::MAX);
        (card.picture.is_none(), LIGHT.contains(&card.sector.slug()), read)
    };
    // Of equals the first, which is the newest.
    let lead = own.iter().min_by_key(|c| rank(c)).copied();
    let rest = own.iter().filter(|c| Some(c.id) != lead.map(|l| l.id)).copied();
    lead.into_iter().chain(rest.take(SECOND + UNDER)).cloned().collect()
}

fn strips(ask: &mut Ask<'_>, f: &Frame, lang: &Lang, shown: &mut HashSet<StoryId>) -> Result<Vec<Strip>, store::Error> {
    let mut strips = Vec::new();
    for item in &f.sectors {
        let slug = item.url.rsplit('/').next().unwrap_or_default();
        let filter = Filter { sector: Sector::new(slug), ..ask.filter() };
        let mut cards = ask.latest(&filter, STRIP + shown.len())?;
        cards.retain(|c| !shown.contains(&c.id));
        cards.truncate(STRIP);
        shown.extend(cards.iter().map(|c| c.id));
        if !cards.is_empty() {
            strips.push(Strip { sector: item.clone(), cards: Card::all(ask, cards, lang)? });
        }
    }
    Ok(strips)
}
