//! The evidence for every sentence of a story, on a page of its own.

use askama::Template;
use news::{StoryId, verdict::Part};

use super::{
    article::{self, url},
    label,
};
use crate::{
    evidence::{Entry, Reader},
    frame::Frame,
    licence,
    page::Page,
    site::{Answer, Ask},
    words::{self, Words},
};

#[derive(Template)]
#[template(path = "evidence.html", whitespace = "minimize")]
struct View {
    f: Frame,
    w: &'static Words,
    label: String,
    headline: String,
    url: String,
    entries: Vec<Entry>,
}

/// The evidence for every sentence on one page.
pub fn page(ask: &mut Ask<'_>, id: StoryId) -> Answer {
    let read = article::read(ask, id)?;
    let w = words::of(&read.story.lang);
    let mut reader = Reader::new(ask, &read.reports, w)?;
    let mut entries = reader.paragraph(ask, &read.revision, Part::Summary)?.entries;
    for n in 0..read.revision.draft.paragraphs.len() {
        entries.extend(reader.paragraph(ask, &read.revision, Part::Body(n))?.entries);
    }
    entries.extend(reader.paragraph(ask, &read.revision, Part::Headline)?.entries);
    let treatment = licence::of_story(ask, id)?.treatment;
    let label = label::full(ask, w, &read.revision, treatment)?;
    let headline = read.revision.draft.headline.clone();
    let mut f =
        Frame::new(ask, &read.story.lang, &format!("{}: {headline}", w.evidence), &format!("/article/{id}/evidence"))?;
    f.noindex = true;
    let mut page = Page::rendered(&View { f, w, label, headline, url: url(&read.story), entries })?;
    page.noindex = true;
    Ok(page)
}
