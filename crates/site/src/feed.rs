//! Feeds: every list as RSS, Atom and JSON Feed. They carry the summary only, within the sources' licences, and say how
//! the text was made.

mod atom;
mod json;
mod rss;

use news::{
    Country, Lang, Sector, Time,
    label::Involvement,
    piece::{Piece, PieceKind},
};
use store::{correction::Of, list::Filter};

use crate::{
    address,
    cache::tie::Tie,
    card::Card,
    failure::Failure,
    licence,
    page::{Keep, Page},
    pages::{byline, label},
    rail,
    site::{Answer, Ask},
    words,
};

/// Items of a feed.
const ITEMS: usize = 50;

/// A feed's format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// RSS 2.0.
    Rss,
    /// Atom, RFC 4287.
    Atom,
    /// JSON Feed 1.1.
    Json,
}

impl Format {
    /// The format of a file name: `feed.rss`, `feed.atom`, `feed.json`.
    pub fn of(file: &str) -> Option<Self> {
        match file {
            "feed.rss" => Some(Self::Rss),
            "feed.atom" => Some(Self::Atom),
            "feed.json" => Some(Self::Json),
            _ => None,
        }
    }
}

/// A feed, whatever its format.
pub struct Feed {
    /// What list it is.
    pub title: String,
    /// Whose.
    pub house: String,
    /// The line under the masthead.
    pub description: String,
    /// The list's page in full.
    pub home: String,
    /// Its own address in full.
    pub own: String,
    /// Language of the furniture.
    pub lang: String,
    /// Newest change of an item; the moment of asking when there is none.
    pub updated: Time,
    /// Newest first.
    pub items: Vec<Item>,
    /// The house's zone.
    pub zone: jiff::tz::TimeZone,
}

/// An item of a feed.
pub struct Item {
    /// Its page in full; names the item for good.
    pub url: String,
    /// What never changes about it, for `guid` and `id`.
    pub id: String,
    /// Headline.
    pub title: String,
    /// How it was made.
    pub label: String,
    /// Summary, within the licence.
    pub summary: String,
    /// First seen by readers.
    pub published: Time,
    /// Last changed.
    pub updated: Time,
    /// Who.
    pub author: String,
    /// Sector or type of work.
    pub category: String,
    /// Language.
    pub lang: String,
    /// The machine's part: `procedural`, `none`.
    pub involvement: &'static str,
}

/// The feed of a list at `path`, in the format of `file`.
pub fn page(ask: &mut Ask<'_>, list: &[&str], file: &str) -> Answer {
    let format = Format::of(file).ok_or(Failure::NotFound)?;
    let (title, items) = items(ask, list)?;
    let house = ask.site.house.clone();
    let path = ask.path(&if list.is_empty() { "/".to_owned() } else { format!("/{}", list.join("/")) });
    let home = path.strip_suffix("/filed").unwrap_or(&path);
    let lang = ask.lang();
    let title = ask.edition.map_or(title.clone(), |edition| format!("{}, {title}", edition.name));
    let feed = Feed {
        description: if house.tagline.is_empty() { format!("{title}, {}", house.name) } else { house.tagline.clone() },
        house: house.name.clone(),
        home: house.absolute(home),
        own: house.absolute(&format!("{}/{file}", path.trim_end_matches('/'))),
        lang: if lang.is_und() { "en".into() } else { lang.tag().into() },
        updated: items.iter().map(|i| i.updated).max().unwrap_or(ask.now),
        zone: ask.zone.clone(),
        title,
        items,
    };
    let (media_type, text) = match format {
        Format::Rss => ("application/rss+xml; charset=utf-8", rss::write(&feed)),
        Format::Atom => ("application/atom+xml; charset=utf-8", atom::write(&feed)),
        Format::Json => ("application/feed+json; charset=utf-8", json::write(&feed)?),
    };
    Ok(Page::of(media_type, text.into_bytes(), Keep::Asking))
}

/// Title and items of a list.
fn items(ask: &mut Ask<'_>, list: &[&str]) -> Result<(String, Vec<Item>), Failure> {
    let lang = ask.lang();
    let w = words::of(&lang);
    let (title, filter) = match list {
        [] | ["latest"] => (w.latest.to_owned(), ask.filter()),
        ["shots"] => (w.shots.to_owned(), Filter::default()),
        ["sector", slug] => {
            let sector = Sector::new(slug).ok_or(Failure::NotFound)?;
            let known = news::sector::DEFAULT.iter().any(|(known, ..)| known == slug);
            if !known && !store::list::sectors(ask.c)?.iter().any(|(with_stories, _)| *with_stories == sector) {
                return Err(Failure::NotFound);
            }
            (w.sector(&sector).to_owned(), Filter { sector: Some(sector), ..ask.filter() })
        }
        ["country", slug] => {
            let country = country(slug)?;
            let title = format!("{} {}", w.about, address::country_name(country, &lang));
            (title, Filter { about: Some(country), ..Filter::default() })
        }
        ["country", slug, "filed"] => {
            let country = country(slug)?;
            let title = format!("{} {}", w.filed_from, address::country_name(country, &lang));
            (title, Filter { filed_from: Some(country), ..Filter::default() })
        }
        ["country", slug, sector] => {
            let (country, sector) = (country(slug)?, Sector::new(sector).ok_or(Failure::NotFound)?);
            let title = format!("{}: {}", address::country_name(country, &lang), w.sector(&sector));
            (title, Filter { about: Some(country), sector: Some(sector), ..Filter::default() })
        }
        ["source", slug] => {
            let source = store::source::by_slug(ask.c, slug)?.ok_or(Failure::NotFound)?;
            (source.terms.name, Filter { source: Some(source.id), ..Filter::default() })
        }
        ["byline", slug] => return byline(ask, slug, &lang),
        ["trending"] => return Ok((w.trending.into(), trending(ask, &lang)?)),
        ["corrections"] => return Ok((w.corrections.into(), corrections(ask, &lang)?)),
        [kind] => {
            let kind = PieceKind::from_word(kind).ok_or(Failure::NotFound)?;
            return Ok((w.kind(kind).into(), pieces(ask, kind)?));
        }
        _ => return Err(Failure::NotFound),
    };
    let cards = ask.latest(&filter, ITEMS)?;
    // Any pair of country and sector may be asked for: one that no story fills is no list.
    if cards.is_empty() && filter.about.is_some() && filter.sector.is_some() {
        return Err(Failure::NotFound);
    }
    Ok((title, stories(ask, cards, &lang)?))
}

/// The country of that name or code, when there is such a country.
fn country(slug: &str) -> Result<Country, Failure> {
    let named = |c: &Country| !text::place::country_slug(*c).is_empty();
    address::country_of(slug).filter(named).ok_or(Failure::NotFound)
}

fn stories(ask: &mut Ask<'_>, cards: Vec<store::list::Card>, lang: &Lang) -> Result<Vec<Item>, Failure> {
    cards.into_iter().map(|card| story(ask, card, lang)).collect()
}

fn story(ask: &mut Ask<'_>, card: store::list::Card, lang: &Lang) -> Result<Item, Failure> {
    let w = words::of(&card.lang);
    let house = ask.site.house.clone();
    let (published, updated, id, tag) = (card.first_published, card.updated, card.id, card.lang.tag().to_owned());
    let treatment = licence::of_story(ask, id)?.treatment;
    let person = Involvement::of_drafter(&card.drafter) == Involvement::None;
    let label = label::short(w, &card.drafter, card.reviewed, treatment).map(str::to_owned);
    let by_person =
        || if person { words::fill(w.label_person, &card.drafter) } else { w.label_reviewed_short.to_owned() };
    let label = label.unwrap_or_else(by_person);
    let drafter = card.drafter.clone();
    let card = Card::of(ask, card, lang)?;
    Ok(Item {
        url: house.absolute(&card.url),
        id: house.absolute(&format!("/article/{id}")),
        title: card.headline,
        label,
        summary: card.summary,
        published,
        updated,
        author: byline::signed(w, &house.name, &drafter),
        category: card.sector,
        lang: tag,
        involvement: Involvement::of_drafter(&drafter).word(),
    })
}

fn trending(ask: &mut Ask<'_>, lang: &Lang) -> Result<Vec<Item>, Failure> {
    let cards = rail::trending(ask, ITEMS)?.into_iter().map(|(card, _)| card).collect();
    stories(ask, cards, lang)
}

/// A correction is an item of its own, so that readers of the feed learn of it.
fn corrections(ask: &mut Ask<'_>, lang: &Lang) -> Result<Vec<Item>, Failure> {
    let mut out = Vec::new();
    ask.lists(Tie::Corrections);
    ask.shows_pieces();
    for told in store::correction::told(ask.c, ask.now, ITEMS)? {
        let item = match told.of {
            Of::Story(id) => match store::list::cards(ask.c, &[id])?.pop() {
                Some(card) => story(ask, card, lang)?,
                None => continue,
            },
            Of::Piece(id) => match store::piece::by_id(ask.c, id)? {
                Some(found) => piece(ask, &found)?,
                None => continue,
            },
        };
        out.push(Item {
            id: format!("{}/correction/{}", item.id, told.at.ms()),
            title: format!("{}: {}", words::of(lang).corrected, item.title),
            summary: told.note,
            published: told.at,
            updated: told.at,
            ..item
        });
    }
    Ok(out)
}

/// What a byline wrote, stories and pieces together, newest first.
fn byline(ask: &mut Ask<'_>, slug: &str, lang: &Lang) -> Result<(String, Vec<Item>), Failure> {
    let byline = byline::byline(ask, slug)?;
    let mut items = match byline.filter(None) {
        Some(filter) => {
            let cards = ask.latest(&filter, ITEMS)?;
            stories(ask, cards, lang)?
        }
        None => Vec::new(),
    };
    for signed in byline.pieces(ask, ITEMS)? {
        items.push(piece(ask, &signed)?);
    }
    items.sort_by_key(|item| std::cmp::Reverse(item.updated));
    items.truncate(ITEMS);
    Ok((byline.name, items))
}

fn pieces(ask: &mut Ask<'_>, kind: PieceKind) -> Result<Vec<Item>, Failure> {
    ask.shows_pieces();
    let pieces = store::piece::recent(ask.c, Some(kind), ask.now, ITEMS)?;
    pieces.iter().map(|p| piece(ask, p)).collect()
}

fn piece(ask: &mut Ask<'_>, piece: &Piece) -> Result<Item, Failure> {
    let told = store::piece::told(ask.c, piece.id)?;
    let (house, kind) = (&ask.site.house, piece.piece.kind);
    Ok(Item {
        url: house.absolute(&address::piece(piece)),
        id: house.absolute(&format!("/{}/{}", kind.word(), piece.id)),
        title: piece.piece.title.clone(),
        label: words::of(&piece.piece.lang).kind(kind).into(),
        summary: piece.piece.summary.clone(),
        published: piece.piece.published,
        // A change that readers are told of is one for their programs too.
        updated: told.first().map_or(piece.piece.published, |last| last.at),
        author: piece.piece.byline.clone(),
        category: words::of(&piece.piece.lang).kind(kind).into(),
        lang: piece.piece.lang.tag().into(),
        involvement: "none",
    })
}

/// Text for XML: markup escaped, characters that XML 1.0 forbids left out.
pub fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}' => {
                out.push(c)
            }
            _ => {}
        }
    }
    out
}
