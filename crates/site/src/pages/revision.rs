//! An earlier state of a story, as readers saw it.

use askama::Template;
use news::{Lang, StoryId, label::Involvement};

use super::article::{self, label, url};
use crate::{
    failure::Failure,
    frame::Frame,
    licence,
    moment::{self, Moment},
    page::Page,
    site::{Answer, Ask},
    words::{self, Words},
};

#[derive(Template)]
#[template(path = "revision.html", whitespace = "minimize")]
struct View {
    f: Frame,
    w: &'static Words,
    label: String,
    number: u32,
    at: Moment,
    headline: String,
    summary: String,
    paragraphs: Vec<String>,
    url: String,
}

/// An earlier published state, plain and marked as replaced. The current one redirects to the story.
pub fn page(ask: &mut Ask<'_>, id: StoryId, number: u32) -> Answer {
    let read = article::read(ask, id)?;
    if number == read.revision.number {
        return Err(Failure::Moved(url(&read.story)));
    }
    let old = read.history.iter().find(|r| r.number == number).cloned().ok_or(Failure::NotFound)?;
    let lang: &Lang = &old.draft.lang;
    let w = words::of(lang);
    let terms = licence::of_story(ask, id)?;
    let at = moment::full(old.published.unwrap_or(old.created), &ask.zone, w);
    let mut f = Frame::new(ask, lang, &old.draft.headline, &format!("/article/{id}/revision/{number}"))?;
    f.noindex = true;
    f.disclosure = Involvement::of_drafter(&old.drafter).word();
    let view = View {
        f,
        w,
        label: label(w, &old.drafter, terms.verbatim),
        number,
        at,
        headline: old.draft.headline,
        summary: licence::cut(&old.draft.summary, terms.summary_words).0,
        paragraphs: old.draft.paragraphs,
        url: url(&read.story),
    };
    let mut page = Page::rendered(&view)?;
    page.noindex = true;
    Ok(page)
}
