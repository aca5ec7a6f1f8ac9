//! A country's page, with what is about it and what was only filed from it kept apart, and by sector; and the index of countries.

use askama::Template;
use news::Sector;
use store::list::Filter;

use super::latest;
use crate::{
    address,
    cache::tie::Tie,
    card::{Card, Tag},
    failure::Failure,
    frame::{FeedLink, Frame},
    page::Page,
    site::{Answer, Ask},
    words::{self, Words},
};

/// Stories of each list.
const STORIES: usize = 30;

#[derive(Template)]
#[template(path = "country.html", whitespace = "minimize")]
struct View {
    f: Frame,
    w: &'static Words,
    name: String,
    path: String,
    about: Vec<Card>,
    filed: Vec<Card>,
    /// Sectors of what is about it.
    sectors: Vec<Tag>,
}

struct Row {
    tag: Tag,
    filed: u64,
    about: u64,
}

#[derive(Template)]
#[template(path = "countries.html", whitespace = "minimize")]
struct Index {
    f: Frame,
    w: &'static Words,
    rows: Vec<Row>,
}

/// A country's page. One by its code redirects to the one by its name.
pub fn page(ask: &mut Ask<'_>, slug: &str) -> Answer {
    let country = address::country_of(slug).ok_or(Failure::NotFound)?;
    let path = address::country(country);
    if address::country_slug(country) != slug {
        return Err(Failure::Moved(path));
    }
    let lang = ask.site.house.lang.clone();
    let about = ask.latest(&Filter { about: Some(country), ..Filter::default() }, STORIES)?;
    let filed = ask.latest(&Filter { filed_from: Some(country), ..Filter::default() }, STORIES)?;
    if about.is_empty() && filed.is_empty() && text::place::country_name(country, &lang).is_empty() {
        return Err(Failure::NotFound);
    }
    let name = address::country_name(country, &lang);
    let mut f = Frame::new(ask, &lang, &name, &path)?;
    f.feeds.insert(0, FeedLink { title: format!("{} {name}", f.w.filed_from), path: format!("{path}/filed/feed") });
    f.feeds.insert(0, FeedLink { title: format!("{} {name}", f.w.about), path: format!("{path}/feed") });
    // A country nobody wrote about yet is no page for search engines.
    f.noindex = about.is_empty() && filed.is_empty();
    let mut own: Vec<Sector> = about.iter().map(|card| card.sector.clone()).collect();
    own.sort_unstable();
    own.dedup();
    let tag = |s: &Sector| Tag { name: f.w.sector(s).to_owned(), url: address::country_sector(country, s) };
    let sectors = own.iter().map(tag).collect();
    let (about, filed) = (Card::all(ask, about, &lang)?, Card::all(ask, filed, &lang)?);
    let view = View { w: f.w, name, path, about, filed, sectors, f };
    Ok(Page::rendered(&view)?)
}

/// What is about a country, of one sector: newest first, with the next page behind a link.
pub fn crossed(ask: &mut Ask<'_>, slug: &str, sector: &str) -> Answer {
    let country = address::country_of(slug).ok_or(Failure::NotFound)?;
    let sector = Sector::new(sector).ok_or(Failure::NotFound)?;
    let path = address::country_sector(country, &sector);
    if address::country_slug(country) != slug {
        return Err(Failure::Moved(path));
    }
    let before = latest::before(ask);
    let filter = Filter { about: Some(country), sector: Some(sector.clone()), before, ..Filter::default() };
    let cards = ask.latest(&filter, latest::PAGE + 1)?;
    // Any pair may be asked for: one that no story fills is no page.
    if cards.is_empty() && before.is_none() {
        return Err(Failure::NotFound);
    }
    let lang = ask.lang();
    let title = format!("{}: {}", address::country_name(country, &lang), words::of(&lang).sector(&sector));
    let f = Frame::list(ask, &title, &path)?;
    latest::list(ask, f, cards)
}

/// All countries that have stories.
pub fn index(ask: &mut Ask<'_>) -> Answer {
    let lang = ask.site.house.lang.clone();
    let title = words::of(&lang).countries;
    let f = Frame::new(ask, &lang, title, "/countries")?;
    let tag = |c| Tag { name: address::country_name(c, &lang), url: address::country(c) };
    ask.lists(Tie::All);
    let found = store::list::countries(ask.c)?;
    let mut rows: Vec<Row> = found.into_iter().map(|(c, filed, about)| Row { tag: tag(c), filed, about }).collect();
    rows.sort_by(|a, b| a.tag.name.cmp(&b.tag.name));
    Ok(Page::rendered(&Index { w: f.w, rows, f })?)
}
