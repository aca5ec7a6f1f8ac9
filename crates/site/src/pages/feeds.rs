//! The index of feeds, for people and as OPML for their readers.

use std::fmt::Write;

use askama::Template;
use news::piece::PieceKind;

use super::byline;
use crate::{
    address,
    cache::tie::Tie,
    failure::Failure,
    feed::xml,
    frame::{FeedLink, Frame},
    page::{Keep, Page},
    site::{Answer, Ask},
    words::{self, Words},
};

/// Lists that belong together.
struct Group {
    title: String,
    lists: Vec<FeedLink>,
}

#[derive(Template)]
#[template(path = "feeds.html", whitespace = "minimize")]
struct View {
    f: Frame,
    w: &'static Words,
    groups: Vec<Group>,
}

/// Every list's feeds.
pub fn page(ask: &mut Ask<'_>) -> Answer {
    let lang = ask.lang();
    let f = Frame::new(ask, &lang, words::of(&lang).feeds, "/feeds")?;
    let groups = groups(ask, f.w)?;
    Ok(Page::rendered(&View { w: f.w, groups, f })?)
}

/// Every list's RSS in one file, OPML 2.0.
pub fn opml(ask: &mut Ask<'_>) -> Answer {
    let w = words::of(&ask.lang());
    let house = ask.site.house.clone();
    // Writing into a String cannot fail.
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<opml version=\"2.0\">\n<head>\n<title>{}</title>\n</head>\n<body>\n",
        xml(&format!("{}: {}", house.name, w.feeds)),
    );
    for group in groups(ask, w)? {
        let _ = writeln!(out, "<outline text=\"{}\">", xml(&group.title));
        for list in group.lists {
            let home = list.path.trim_end_matches("/feed").trim_end_matches("/filed");
            let _ = writeln!(
                out,
                "<outline type=\"rss\" text=\"{title}\" title=\"{title}\" xmlUrl=\"{}\" htmlUrl=\"{}\"/>",
                xml(&house.absolute(&format!("{}.rss", list.path))),
                xml(&house.absolute(if home.is_empty() { "/" } else { home })),
                title = xml(&list.title),
            );
        }
        out.push_str("</outline>\n");
    }
    out.push_str("</body>\n</opml>\n");
    Ok(Page::of("text/x-opml; charset=utf-8", out.into_bytes(), Keep::Asking))
}

fn feed(title: &str, path: &str) -> FeedLink {
    FeedLink { title: title.into(), path: format!("{path}/feed") }
}

fn groups(ask: &mut Ask<'_>, w: &'static Words) -> Result<Vec<Group>, Failure> {
    ask.lists(Tie::All);
    let mut main = vec![feed(w.latest, ""), feed(w.trending, "/trending"), feed(w.corrections, "/corrections")];
    main.extend(
        [PieceKind::Opinion, PieceKind::Blog, PieceKind::Interview].map(|k| feed(w.kind(k), &address::pieces(k))),
    );
    let sectors = store::list::sectors(ask.c)?;
    let sectors = sectors.iter().map(|(s, _)| feed(w.sector(s), &address::sector(s))).collect();
    let sources = store::source::list(ask.c)?;
    let sources = sources.iter().map(|s| feed(&s.terms.name, &address::source(&s.terms.slug))).collect();
    let bylines = byline::all(ask)?.iter().map(|(name, path)| feed(name, path)).collect();
    let groups = [
        (w.feeds_main, main),
        (w.editions, editions(ask)?),
        (w.sectors_title, sectors),
        (w.countries, countries(ask, w)?),
        (w.sources, sources),
        (w.bylines, bylines),
    ];
    let group = |(title, lists): (&str, Vec<FeedLink>)| Group { title: title.into(), lists };
    Ok(groups.into_iter().filter(|(_, lists)| !lists.is_empty()).map(group).collect())
}

fn countries(ask: &mut Ask<'_>, w: &Words) -> Result<Vec<FeedLink>, Failure> {
    let (lang, mut lists) = (ask.lang(), Vec::new());
    for (country, filed, about) in store::list::countries(ask.c)? {
        let (name, path) = (address::country_name(country, &lang), address::country(country));
        if about > 0 {
            lists.push(feed(&format!("{} {name}", w.about), &path));
        }
        if filed > 0 {
            lists.push(feed(&format!("{} {name}", w.filed_from), &format!("{path}/filed")));
        }
    }
    Ok(lists)
}

/// Each edition's lists, in its own words.
fn editions(ask: &mut Ask<'_>) -> Result<Vec<FeedLink>, Failure> {
    let mut lists = Vec::new();
    for edition in &ask.arranged.editions {
        let (w, path) = (words::of(&edition.lang), format!("/{}", edition.slug));
        let titled = |title: &str| format!("{}: {title}", edition.name);
        lists.push(feed(&titled(w.latest), &path));
        lists.push(feed(&titled(w.trending), &format!("{path}/trending")));
        for sector in store::list::sectors_of(ask.c, &crate::edition::audience(edition))? {
            lists.push(feed(&titled(w.sector(&sector)), &format!("{path}{}", address::sector(&sector))));
        }
    }
    Ok(lists)
}
