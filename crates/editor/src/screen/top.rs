//! The head of a story's screens.

use news::{Lang, StoryId, revision::Revision, stage::Stage, story::Story};

use crate::{
    Desk,
    failure::Failure,
    moment::{self, Moment},
    screen::queue::verdict,
    visit::Visit,
};

/// What stands above every screen of a story.
pub struct Top {
    /// Its id.
    pub id: StoryId,
    /// Its headline as it stands.
    pub headline: String,
    /// Its language.
    pub lang: Lang,
    /// Where it stands.
    pub stage: &'static str,
    /// Class and word.
    pub verdict: (&'static str, &'static str),
    /// `revision 3 · drafted by software from its reports`.
    pub made: String,
    /// Who has it.
    pub claimed: Option<String>,
    /// Why it waits.
    pub why: String,
    /// When it goes out by itself, and in whose name.
    pub scheduled: Option<(Moment, String)>,
    /// Until when the desk keeps it back.
    pub embargo: Option<Moment>,
    /// Its page, when readers have one.
    pub page: Option<String>,
    /// It can be seen as readers will see it.
    pub preview: bool,
    /// Which screen: `text`, `sources`, `about`, `revisions`, `log`.
    pub here: &'static str,
}

/// How a revision was made, in words.
pub fn made(revision: &Revision) -> String {
    let by = match revision.drafter.as_str() {
        news::label::EXTRACT => "drafted by software from its reports".to_owned(),
        news::label::MODEL => "written by a model".to_owned(),
        who => format!("by {who}"),
    };
    match revision.editor.as_str() {
        "" => by,
        editor => format!("{by}, edited by {editor}"),
    }
}

impl Top {
    /// The head of a story with its newest revision.
    pub fn new(
        desk: &Desk,
        c: &mut dyn store::Conn,
        visit: &Visit,
        story: &Story,
        revision: Option<&Revision>,
        here: &'static str,
    ) -> Result<Self, store::Error> {
        let scheduled = store::schedule::of_story(c, story.id)?;
        let at = |s: store::schedule::Scheduled| (moment::short(s.at, visit.now, &desk.zone), s.who);
        let ended = matches!(story.stage, Stage::Killed | Stage::Merged);
        let public = matches!(story.stage, Stage::Published | Stage::Killed);
        Ok(Self {
            id: story.id,
            headline: revision.map_or(&story.headline, |r| &r.draft.headline).clone(),
            lang: revision.map_or(&story.lang, |r| &r.draft.lang).clone(),
            stage: story.stage.word(),
            verdict: verdict(revision.filter(|r| !r.sentences.is_empty()).map(|r| r.verdict)),
            made: revision.map_or_else(String::new, |r| format!("revision {} · {}", r.number, made(r))),
            claimed: store::claim::of_story(c, story.id)?,
            why: if story.stage == Stage::Killed { story.kill_notice.clone() } else { story.held_reason.clone() },
            scheduled: scheduled.map(at),
            embargo: story.embargo.filter(|at| *at > visit.now).map(|at| moment::full(at, &desk.zone)),
            page: public.then(|| format!("/article/{}/{}-{}", story.sector, story.id, story.slug)),
            preview: desk.house.previews.is_some() && revision.is_some() && !ended,
            here,
        })
    }
}

/// A story with its newest revision; a failure when there is no such story.
pub fn story(c: &mut dyn store::Conn, id: StoryId) -> store::Result<Option<(Story, Option<Revision>)>> {
    let Some(story) = store::story::by_id(c, id)? else { return Ok(None) };
    Ok(Some((story, store::revision::latest(c, id)?)))
}

/// What there is no story of.
pub fn there<T>(found: Option<T>) -> Result<T, Failure> {
    found.ok_or(Failure::NotFound)
}
