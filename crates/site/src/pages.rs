//! One page, one file. [`find`] is the map of the site: which address shows what.

pub mod archive;
pub mod article;
mod brief;
pub mod byline;
pub mod check;
pub mod corrections;
pub mod country;
pub mod document;
pub mod evidence;
pub mod excuse;
pub mod feeds;
pub mod front;
pub mod label;
pub mod latest;
pub mod name;
pub mod picture;
pub mod piece;
pub mod plain;
pub mod revision;
pub mod sector;
pub mod shots;
pub mod source;
pub mod sources;
pub mod thread;
pub mod trending;
pub mod try_it;

use news::piece::PieceKind;

use crate::{
    address,
    failure::Failure,
    feed, robots, security_txt,
    site::{Answer, Ask},
    sitemap,
};

/// The page at `path`.
pub fn find(ask: &mut Ask<'_>, path: &str) -> Answer {
    let decoded: Vec<String> = path.strip_prefix('/').unwrap_or(path).split('/').map(address::decode).collect();
    let parts: Vec<&str> = decoded.iter().map(String::as_str).collect();
    if let [first, rest @ ..] = parts.as_slice()
        && let Some(edition) = ask.arranged.editions.iter().find(|e| e.slug == *first)
    {
        ask.enter(edition);
        return find_in_edition(ask, rest);
    }
    match parts.as_slice() {
        [""] => front::page(ask),
        ["article", id] => article::short(ask, story_id(id)?),
        // The answer to a form has no address of its own: who asks for it again gets the story.
        ["article", id, "try"] => article::short(ask, story_id(id)?),
        ["article", id, "document"] => document::page(ask, story_id(id)?),
        ["article", id, "evidence"] => evidence::page(ask, story_id(id)?),
        ["article", id, "revision", n] => revision::page(ask, story_id(id)?, n.parse().map_err(|_| Failure::NotFound)?),
        ["article", sector, rest] => article::page(ask, sector, rest),
        ["sector", slug] => sector::page(ask, slug),
        ["country", slug] => country::page(ask, slug),
        ["country", slug, sector] if feed::Format::of(sector).is_none() => country::crossed(ask, slug, sector),
        ["countries"] => country::index(ask),
        ["latest"] => latest::page(ask),
        ["trending"] => trending::page(ask),
        ["shots"] => shots::page(ask),
        ["name", part] => name::page(ask, part),
        ["thread", id] => thread::page(ask, story_id(id)?),
        ["corrections"] => corrections::page(ask),
        ["sources"] => sources::page(ask),
        ["source", slug] => source::page(ask, slug),
        ["byline", slug] => byline::page(ask, slug),
        ["archive"] => archive::newest(ask),
        ["archive", year] => archive::year(ask, year),
        ["archive", year, month] => archive::month(year, month),
        ["archive", year, month, day] => archive::day(ask, year, month, day),
        ["feeds"] => feeds::page(ask),
        ["feeds.opml"] => feeds::opml(ask),
        ["check"] => check::form(ask),
        ["picture", name] => picture::page(ask, name),
        ["logo"] => picture::logo(ask),
        ["favicon.svg"] | ["favicon.ico"] => picture::favicon(ask),
        ["robots.txt"] => robots::page(ask),
        [".well-known", "security.txt"] => security_txt::page(ask),
        [name] if name.ends_with(".xml") => sitemap::page(ask, name),
        [list @ .., file] if feed::Format::of(file).is_some() => feed::page(ask, list, file),
        [kind] if PieceKind::from_word(kind).is_some() => piece::list(ask, kind),
        [kind, rest] if PieceKind::from_word(kind).is_some() => piece::page(ask, kind, rest),
        [name] => plain::page(ask, name),
        _ => Err(Failure::NotFound),
    }
}

/// The page at the rest of an address that begins with an edition. No address of this site ends in a slash.
fn find_in_edition(ask: &mut Ask<'_>, rest: &[&str]) -> Answer {
    match rest {
        [] => front::page(ask),
        [""] => Err(Failure::Moved(ask.path("/"))),
        ["latest"] => latest::page(ask),
        ["trending"] => trending::page(ask),
        ["sector", slug] => sector::page(ask, slug),
        [list @ .., file] if feed::Format::of(file).is_some() => match list {
            [] | ["latest" | "trending"] | ["sector", _] => feed::page(ask, list, file),
            _ => Err(Failure::NotFound),
        },
        [name] => plain::page(ask, name),
        _ => Err(Failure::NotFound),
    }
}

/// The id of an article's address.
fn story_id(id: &str) -> Result<news::StoryId, Failure> {
    id.parse().map_err(|_| Failure::NotFound)
}
