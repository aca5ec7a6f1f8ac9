//! The index of feeds.

use askama::Template;
use news::piece::PieceKind;

use crate::{
    address,
    frame::{FeedLink, Frame},
    page::Page,
    site::{Answer, Ask},
    words::{self, Words},
};

#[derive(Template)]
#[template(path = "feeds.html", whitespace = "minimize")]
struct View {
    f: Frame,
    w: &'static Words,
    lists: Vec<FeedLink>,
}

/// Every list's feeds.
pub fn page(ask: &mut Ask<'_>) -> Answer {
    let lang = ask.site.house.lang.clone();
    let w = words::of(&lang);
    let f = Frame::new(ask, &lang, w.feeds, "/feeds")?;
    let feed = |title: &str, path: &str| FeedLink { title: title.into(), path: format!("{path}/feed") };
    let mut lists = vec![feed(w.latest, ""), feed(w.trending, "/trending"), feed(w.corrections, "/corrections")];
    lists.extend(
        [PieceKind::Opinion, PieceKind::Blog, PieceKind::Interview].map(|k| feed(w.kind(k), &address::pieces(k))),
    );
    lists.extend(f.sectors.iter().map(|s| feed(&s.name, &s.url)));
    for (country, filed, about) in store::list::countries(ask.c)? {
        let (name, path) = (address::country_name(country, &lang), address::country(country));
        if about > 0 {
            lists.push(feed(&format!("{} {name}", w.about), &path));
        }
        if filed > 0 {
            lists.push(feed(&format!("{} {name}", w.filed_from), &format!("{path}/filed")));
        }
    }
    Ok(Page::html(View { w, lists, f }.render()?))
}
