//! The form that brings a picture in, and what is on record of the one that the story has.

use askama::Template;
use news::{StoryId, picture::Making};

use crate::{
    Desk,
    failure::Failure,
    route::Answer,
    screen::{
        shell::Shell,
        top::{self, Top},
    },
    visit::Visit,
};

#[derive(Template)]
#[template(path = "upload.html")]
struct Page {
    shell: Shell,
    top: Top,
    base: String,
    picture: Option<Picture>,
    making: Vec<(&'static str, &'static str, bool)>,
    /// The words that were sent with a picture that was not taken.
    alt: String,
    caption: String,
    credit: String,
    rights: String,
    /// A picture may be brought in.
    open: bool,
}

/// The newest draft's picture.
pub(super) struct Picture {
    pub(super) alt: String,
    pub(super) width: u32,
    pub(super) height: u32,
    /// Why readers see a label on it, or do not; or that it cannot go out yet.
    pub(super) duty: &'static str,
    /// What is on record of it: headings and words.
    pub(super) record: Vec<(&'static str, String)>,
}

/// The page.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    show(desk, visit, None)
}

/// The page with why a picture was not taken, and the words that were sent with it.
pub fn refused(desk: &Desk, visit: &Visit, failure: &Failure) -> Answer {
    Ok(show(desk, visit, Some(failure))?.with_status(failure.status()))
}

fn show(desk: &Desk, visit: &Visit, failure: Option<&Failure>) -> Answer {
    let id: StoryId = visit.id()?;
    let found = desk.store.read(|c| {
        let Some((story, revision)) = top::story(c, id)? else { return Ok(None) };
        let top = Top::new(desk, c, visit, &story, revision.as_ref(), "about")?;
        Ok(Some((story, revision, top)))
    })?;
    let (story, revision, top) = top::there(found)?;
    let shell = Shell::new(desk, visit.seat.as_ref(), &top.headline, "/desk").done(visit.asked("done"));
    let field = |name: &str| visit.field(name).to_owned();
    super::page(&Page {
        shell: match failure {
            Some(failure) => shell.refused(failure.words()),
            None => shell,
        },
        top,
        base: revision.as_ref().map_or_else(String::new, |r| r.id.to_string()),
        open: revision.is_some() && !story.stage.is_final(),
        picture: revision.and_then(|r| r.picture).map(shown),
        making: Making::ALL.map(|m| (m.word(), m.name(), m.word() == visit.field("making"))).into(),
        alt: field("alt"),
        caption: field("caption"),
        credit: field("credit"),
        rights: field("rights"),
    })
}

/// A picture as its screen tells it.
pub(super) fn shown(picture: news::story::Picture) -> Picture {
    Picture {
        duty: picture.decide().reason,
        record: record(&picture),
        alt: picture.alt,
        width: picture.width,
        height: picture.height,
    }
}

/// What is on record of a picture that somebody brought in.
fn record(picture: &news::story::Picture) -> Vec<(&'static str, String)> {
    let Some(brought) = &picture.brought else { return Vec::new() };
    let said = &brought.said;
    let credentials = if said.content_credentials { "it came with some; nobody checked their signature" } else { "" };
    let burnt = if brought.burnt { "in its pixels, in the upper right corner" } else { "" };
    let lines = [
        ("How it was made", brought.making.name()),
        ("AI label", burnt),
        ("Credit", picture.credit.as_str()),
        ("Rights", brought.rights.as_str()),
        ("Maker, says its file", said.creator.as_str()),
        ("Credit, says its file", said.credit.as_str()),
        ("Rights, says its file", said.copyright.as_str()),
        ("Type of source, says its file", said.source_type.rsplit('/').next().unwrap_or_default()),
        ("Content Credentials", credentials),
    ];
    lines.into_iter().filter(|(_, words)| !words.is_empty()).map(|(name, words)| (name, words.to_owned())).collect()
}
