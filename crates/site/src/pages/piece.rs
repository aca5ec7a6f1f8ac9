//! Opinion, blog and interview: people's own work.

use askama::Template;
use news::{
    PieceId,
    piece::{Piece, PieceKind},
};
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, html};

use crate::{
    address,
    failure::Failure,
    frame::{Frame, Share},
    json_ld,
    moment::{self, Moment},
    page::Page,
    rail::{self, PieceCard, Rail},
    site::{Answer, Ask},
    words::{self, Words},
};

/// Pieces of a list.
const PIECES: usize = 50;

#[derive(Template)]
#[template(path = "pieces.html", whitespace = "minimize")]
struct ListView {
    f: Frame,
    pieces: Vec<PieceCard>,
}

#[derive(Template)]
#[template(path = "piece.html", whitespace = "minimize")]
struct View {
    f: Frame,
    w: &'static Words,
    p: PieceCard,
    at: Moment,
    html: String,
    rail: Rail,
}

/// The list of a kind.
pub fn list(ask: &mut Ask<'_>, kind: &str) -> Answer {
    let kind = PieceKind::from_word(kind).ok_or(Failure::NotFound)?;
    let lang = ask.site.house.lang.clone();
    let f = Frame::list(ask, words::of(&lang).kind(kind), &address::pieces(kind))?;
    let mut pieces = store::piece::recent(ask.c, Some(kind), PIECES)?;
    pieces.retain(|p| p.piece.published <= ask.now);
    let pieces = pieces.iter().map(|p| PieceCard::of(ask, p, &lang)).collect();
    Ok(Page::html(ListView { pieces, f }.render()?))
}

/// A piece's page; another kind or slug than its own redirects to its own.
pub fn page(ask: &mut Ask<'_>, kind: &str, rest: &str) -> Answer {
    let (id, slug) = rest.split_once('-').unwrap_or((rest, ""));
    let id: PieceId = id.parse().map_err(|_| Failure::NotFound)?;
    let piece = store::piece::by_id(ask.c, id)?.filter(|p| p.piece.published <= ask.now).ok_or(Failure::NotFound)?;
    if kind != piece.piece.kind.word() || slug != piece.slug {
        return Err(Failure::Moved(address::piece(&piece)));
    }
    let lang = piece.piece.lang.clone();
    let mut f = Frame::new(ask, &lang, &piece.piece.title, &address::piece(&piece))?;
    f.description = piece.piece.summary.clone();
    let at = moment::full(piece.piece.published, &ask.zone, f.w);
    f.share = Share { kind: "article", published: at.iso.clone(), modified: at.iso.clone(), ..Share::default() };
    f.json_ld = json_ld::piece(&f, &piece, &at.iso);
    let p = PieceCard::of(ask, &piece, &lang);
    let rail = rail::rail(ask, &lang, None)?;
    Ok(Page::html(View { w: f.w, p, at, html: body(&piece), rail, f }.render()?))
}

/// The Markdown as HTML. Raw HTML in it is never passed on, headings start below the page's own, links lead to the web or
/// to this site only, pictures become their words.
fn body(piece: &Piece) -> String {
    let events =
        Parser::new_ext(&piece.piece.markdown, Options::ENABLE_STRIKETHROUGH | Options::ENABLE_SMART_PUNCTUATION);
    let mut out = String::new();
    html::push_html(&mut out, events.filter_map(safe));
    out
}

fn safe(event: Event<'_>) -> Option<Event<'_>> {
    use pulldown_cmark::{HeadingLevel, TagEnd};
    let lower = |level| if level == HeadingLevel::H1 { HeadingLevel::H2 } else { level };
    match event {
        Event::Html(words) | Event::InlineHtml(words) => Some(Event::Text(words)),
        Event::Start(Tag::HtmlBlock | Tag::Image { .. }) | Event::End(TagEnd::HtmlBlock | TagEnd::Image) => None,
        Event::Start(Tag::Heading { level, .. }) => {
            Some(Event::Start(Tag::Heading { level: lower(level), id: None, classes: vec![], attrs: vec![] }))
        }
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(lower(level)))),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let safe =
                address::outward(&dest_url).is_some() || dest_url.starts_with('/') && !dest_url.starts_with("//");
            let dest_url = if safe { dest_url } else { CowStr::Borrowed("#") };
            Some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
        }
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_html_and_hostile_links_do_not_pass() {
        let events = Parser::new(
            "# A\n\n<script>x</script>\n\nb <img onerror=x> [c](javascript:alert(1)) ![d](https://e.example/f.png)",
        );
        let mut out = String::new();
        html::push_html(&mut out, events.filter_map(safe));
        assert!(!out.contains("<script") && !out.contains("<img") && !out.contains("javascript:"), "{out}");
        assert!(out.contains("<h2>A</h2>") && out.contains("d"));
    }
}
