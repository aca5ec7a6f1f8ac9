//! Sitemaps: an index, files of stories by id, and the news of the last two days.

use std::fmt::Write;

use news::{StoryId, Time};
use store::list::Filter;

use crate::{
    address,
    cache::tie::Tie,
    failure::Failure,
    feed::xml,
    moment,
    page::{Keep, Page},
    pages::{archive, byline, plain},
    site::{Answer, Ask},
};

/// Story ids of one file, whether they are out or not: a file stands until one of its own stories changes, and which file
/// that is follows from the story's id.
const IDS: i64 = 10_000;
/// Pieces named in the file of pages.
const PIECES: usize = 25_000;
/// Stories of the news sitemap, as its protocol allows.
const NEWS: usize = 1_000;
/// How old they may be.
const NEWS_AGE_MS: i64 = 2 * Time::DAY_MS;
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// One of the sitemap's files.
pub fn page(ask: &mut Ask<'_>, name: &str) -> Answer {
    let text = match name {
        "sitemap.xml" => index(ask)?,
        "sitemap-pages.xml" => lists(ask)?,
        "news-sitemap.xml" => news(ask)?,
        other => {
            let file = other.strip_prefix("sitemap-").and_then(|n| n.strip_suffix(".xml"));
            let file: u32 = file.and_then(|n| n.parse().ok()).ok_or(Failure::NotFound)?;
            stories(ask, file.into())?
        }
    };
    Ok(Page::of("application/xml; charset=utf-8", text.into_bytes(), Keep::Asking))
}

/// Writing into a String cannot fail, so its result is not looked at.
fn entry(out: &mut String, element: &str, url: &str, modified: Option<&str>) {
    let _ = write!(out, "<{element}><loc>{}</loc>", xml(url));
    if let Some(modified) = modified {
        let _ = write!(out, "<lastmod>{modified}</lastmod>");
    }
    let _ = writeln!(out, "</{element}>");
}

fn open(root: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<{root} xmlns=\"{NAMESPACE}\">\n")
}

fn index(ask: &mut Ask<'_>) -> Result<String, Failure> {
    let house = ask.site.house.clone();
    ask.lists(Tie::All);
    let mut out = open("sitemapindex");
    entry(&mut out, "sitemap", &house.absolute("/sitemap-pages.xml"), None);
    for file in 0..=file_of(store::list::newest_id(ask.c)?) {
        entry(&mut out, "sitemap", &house.absolute(&format!("/sitemap-{file}.xml")), None);
    }
    out.push_str("</sitemapindex>\n");
    Ok(out)
}

/// The number of the file that names a story.
pub fn file_of(story: StoryId) -> i64 {
    story.0 / IDS
}

fn stories(ask: &mut Ask<'_>, file: i64) -> Result<String, Failure> {
    let (from, to) = (file.saturating_mul(IDS), file.saturating_add(1).saturating_mul(IDS));
    if from > store::list::newest_id(ask.c)?.0 {
        return Err(Failure::NotFound);
    }
    ask.ties.file(file);
    let mut out = open("urlset");
    for (id, sector, slug, updated) in store::list::sitemap(ask.c, StoryId(from), StoryId(to))? {
        let url = ask.site.house.absolute(&address::story(&sector, id, &slug));
        entry(&mut out, "url", &url, Some(&moment::iso(updated, &ask.zone)));
    }
    out.push_str("</urlset>\n");
    Ok(out)
}

fn lists(ask: &mut Ask<'_>) -> Result<String, Failure> {
    let house = ask.site.house.clone();
    ask.lists(Tie::All);
    let mut paths: Vec<String> = [
        "/",
        "/latest",
        "/trending",
        "/shots",
        "/corrections",
        "/sources",
        "/countries",
        "/archive",
        "/feeds",
        "/check",
        "/opinion",
        "/blog",
        "/interview",
    ]
    .map(str::to_owned)
    .into();
    for edition in &ask.arranged.editions {
        paths.extend(["", "/latest", "/trending"].map(|list| format!("/{}{list}", edition.slug)));
        let sectors = store::list::sectors_of(ask.c, &crate::edition::audience(edition))?;
        paths.extend(sectors.iter().map(|s| format!("/{}{}", edition.slug, address::sector(s))));
    }
    paths.extend(store::list::sectors(ask.c)?.iter().map(|(s, _)| address::sector(s)));
    paths.extend(store::list::countries(ask.c)?.iter().map(|(c, ..)| address::country(*c)));
    ask.shows_pieces();
    paths.extend(store::piece::recent(ask.c, None, ask.now, PIECES)?.iter().map(address::piece));
    paths.extend(store::source::list(ask.c)?.iter().map(|s| address::source(&s.terms.slug)));
    paths.extend(byline::all(ask)?.into_iter().map(|(_, path)| path));
    if let Some((first, last)) = archive::years(ask)? {
        paths.extend((first..=last).map(address::year));
    }
    paths.extend(plain::addresses(ask));
    let mut out = open("urlset");
    for path in paths {
        entry(&mut out, "url", &house.absolute(&path), None);
    }
    out.push_str("</urlset>\n");
    Ok(out)
}

fn news(ask: &mut Ask<'_>) -> Result<String, Failure> {
    let house = ask.site.house.clone();
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"{NAMESPACE}\" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">\n"
    );
    let now = ask.now;
    let cards = ask.latest(&Filter::default(), NEWS)?;
    for card in cards.iter().filter(|c| !c.noindex && now.since_ms(c.first_published) <= NEWS_AGE_MS) {
        ask.shows(card.id);
        let _ = writeln!(
            out,
            "<url><loc>{}</loc><news:news><news:publication><news:name>{}</news:name><news:language>{}</news:language></news:publication>\
             <news:publication_date>{}</news:publication_date><news:title>{}</news:title></news:news></url>",
            xml(&house.absolute(&address::story(&card.sector, card.id, &card.slug))),
            xml(&house.name),
            xml(card.lang.primary()),
            moment::iso(card.first_published, &ask.zone),
            xml(&card.headline),
        );
    }
    out.push_str("</urlset>\n");
    Ok(out)
}
