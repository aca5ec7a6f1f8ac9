//! An earlier state of a story, as readers saw it.

use askama::Template;
use news::{Lang, StoryId, label::Involvement, mark::Manner, revision::Draft, verdict::Part};

use super::{
    article::{self, url},
    label,
};
use crate::{
    changed::{self, Run},
    evidence::{self, Paragraph, Shape},
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
    paragraphs: Vec<Paragraph>,
    /// What readers of this state have missed: it and the current one, word by word.
    changes: Vec<Vec<Run>>,
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
    let mut terms = licence::of_story(ask, id)?;
    if Involvement::of_drafter(&old.drafter) == Involvement::None {
        terms.summary_words = usize::MAX;
    }
    let at = moment::full(old.published.unwrap_or(old.created), &ask.zone, w);
    let mut f = Frame::new(ask, lang, &old.draft.headline, &format!("/article/{id}/revision/{number}"))?;
    f.noindex = true;
    f.disclosure = Involvement::of_drafter(&old.drafter).word();
    let summary = licence::cut(&old.draft.summary, terms.summary_words).0;
    let now = &read.revision.draft;
    let summary_now = licence::cut(&now.summary, terms.summary_words).0;
    let changes = changed::between(
        &lines(&old.draft.headline, &summary, &told(&old.draft)),
        &lines(&now.headline, &summary_now, &told(now)),
        lang,
    );
    // Where nothing but what stands out has changed there is nothing to tell.
    let differs = changes.iter().flatten().any(|run| !run.tag.is_empty());
    let changes = if differs { changes } else { Vec::new() };
    let paragraphs = (0..old.draft.paragraphs.len()).map(|n| plain(&old.draft, Part::Body(n))).collect();
    let view = View {
        changes,
        f,
        w,
        label: label::full(ask, w, &old, terms.treatment)?,
        number,
        at,
        headline: old.draft.headline,
        summary,
        paragraphs,
        url: url(&read.story),
    };
    let mut page = Page::rendered(&view)?;
    page.noindex = true;
    Ok(page)
}

/// A part without evidence.
fn plain(draft: &Draft, part: Part) -> Paragraph {
    let runs = evidence::runs(draft, part, 0..draft.part(part).len()).collect();
    Paragraph { shape: evidence::shape(draft, part), runs, entries: Vec::new() }
}

/// The paragraphs, each with where its links lead: that is told of too when it changes.
fn told(draft: &Draft) -> Vec<String> {
    let told = |(n, words): (usize, &String)| {
        let links = draft.marks_of(n).iter().filter_map(|m| match &m.manner {
            Manner::Link(to) => Some(format!(" ({to})")),
            _ => None,
        });
        std::iter::once(words.clone()).chain(links).collect::<String>()
    };
    draft.paragraphs.iter().enumerate().map(told).collect()
}

fn lines<'a>(headline: &'a str, summary: &'a str, paragraphs: &'a [String]) -> Vec<&'a str> {
    let parts = [headline, summary].into_iter().chain(paragraphs.iter().map(String::as_str));
    parts.filter(|part| !part.is_empty()).collect()
}
