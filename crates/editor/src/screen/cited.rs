//! The sources of a story: those that came to it, those that a person put under it, and where to find more.

use askama::Template;
use news::{Lang, ReportId, StoryId, label::Involvement, report::StoredReport};

use crate::{
    Desk,
    failure::Failure,
    moment::{self, Moment},
    route::Answer,
    screen::{
        shell::Shell,
        top::{self, Top},
    },
    visit::Visit,
};

/// Reports offered.
const OFFERED: usize = 40;

struct Line {
    id: ReportId,
    headline: String,
    lang: Lang,
    source: String,
    at: Moment,
    /// A person put it there, so a person may take it away.
    by_hand: bool,
}

#[derive(Template)]
#[template(path = "cited.html")]
struct Page {
    shell: Shell,
    top: Top,
    sources: Vec<Line>,
    found: Vec<Line>,
    words: String,
    /// Something may still be made of the story.
    open: bool,
    /// It is a person's own.
    own: bool,
    name: String,
    text: String,
}

/// The page.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    show(desk, visit, visit.id()?, None)
}

/// The page as the form was sent, with why it was not done.
pub fn refused(desk: &Desk, visit: &Visit, id: StoryId, failure: &Failure) -> Answer {
    Ok(show(desk, visit, id, Some(failure))?.with_status(failure.status()))
}

fn show(desk: &Desk, visit: &Visit, id: StoryId, failure: Option<&Failure>) -> Answer {
    let words = visit.asked("words").trim().chars().take(100).collect::<String>();
    let read = desk.store.read(|c| {
        let Some((story, revision)) = top::story(c, id)? else { return Ok(None) };
        let top = Top::new(desk, c, visit, &story, revision.as_ref(), "sources")?;
        let by_hand = store::cite::of_story(c, id)?;
        let sources = store::report::of_story(c, id, visit.now)?;
        let own = revision.is_some_and(|r| Involvement::of_drafter(&r.drafter) == Involvement::None);
        let open = own && story.stage.after(news::stage::Act::Draft).is_ok();
        // A story's number finds its reports, however old.
        let found = match words.parse::<StoryId>() {
            Ok(other) => store::report::of_story(c, other, visit.now)?,
            Err(_) if open => store::report::matching(c, &words, visit.now, OFFERED)?,
            Err(_) => Vec::new(),
        };
        Ok(Some((top, by_hand, sources, found, (open, own))))
    })?;
    let (top, by_hand, sources, mut found, (open, own)) = top::there(read)?;
    found.retain(|r| sources.iter().all(|own| own.id != r.id));
    let line = |r: StoredReport| Line {
        id: r.id,
        by_hand: by_hand.contains(&r.id),
        at: moment::short(r.reference(), visit.now, &desk.zone),
        headline: r.report.headline,
        lang: r.report.lang,
        source: r.source_name,
    };
    let shell = Shell::new(desk, visit.seat.as_ref(), &top.headline, "/desk").done(visit.asked("done"));
    super::page(&Page {
        shell: match failure {
            Some(failure) => shell.refused(failure.words()),
            None => shell,
        },
        top,
        sources: sources.into_iter().map(line).collect(),
        found: found.into_iter().map(line).collect(),
        words,
        open,
        own,
        name: visit.field("name").to_owned(),
        text: visit.field("text").to_owned(),
    })
}
