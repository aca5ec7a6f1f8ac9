//! What is done to a story by a person, by the house's policy or by the wire. One act, one file; each checks the stage
//! table, changes the story, appends a change that readers can see, and leaves one row in the log with a reason and a name.

pub mod cite;
pub mod claim;
pub mod correct;
pub mod edit;
pub mod hold;
pub mod kill;
pub mod merge;
pub mod picture;
pub mod publish;
pub mod review;
pub mod schedule;
pub mod send_back;
pub mod sign;
pub mod split;
pub mod start;
pub mod submit;
pub mod tag;
pub mod upload;

pub use cite::{Given, cite, give, uncite};
pub use claim::{claim, release};
pub use correct::correct;
pub use edit::edit;
pub use hold::hold;
pub use kill::kill;
pub use merge::merge;
pub use picture::picture;
pub use publish::publish;
pub use review::review;
pub use schedule::schedule;
pub use send_back::send_back;
pub use sign::{sign, unsign};
pub use split::split;
pub use start::start;
pub use submit::submit;
pub use tag::{Tags, tag};
pub use upload::upload;

use news::{
    RevisionId, StoryId, Time,
    label::Involvement,
    revision::{Draft, PictureName, Revision},
    stage::Act,
    story::{Picture, Story},
    verdict::{Sentence, Verdict},
};
use store::Conn;

use crate::{Error, Result, step::decide};

/// An order: which story, who orders it, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Which story.
    pub story: StoryId,
    /// A person's name, or `policy`, `wire`.
    pub who: String,
    /// Why, in words; never empty.
    pub reason: String,
}

impl Order {
    /// An order with a reason; without one it is refused.
    pub fn new(story: StoryId, who: &str, reason: &str) -> Result<Self> {
        let reason = text::clean::line(reason);
        if reason.is_empty() {
            return Err(Error::NoReason);
        }
        Ok(Self { story, who: who.into(), reason })
    }
}

/// The story with the stage that `act` leads to already set, or the refusal.
fn begin(c: &mut dyn Conn, order: &Order, act: Act) -> Result<Story> {
    let mut story = store::story::by_id(c, order.story)?.ok_or(Error::NoStory(order.story))?;
    story.stage = story.stage.after(act)?;
    Ok(story)
}

/// The newest draft, when it is the one that whoever orders had before them; refused when somebody, or the wire, was quicker.
pub fn newest(c: &mut dyn Conn, story: StoryId, seen: RevisionId) -> Result<Revision> {
    let latest = store::revision::latest(c, story)?.ok_or(Error::NoDraft(story))?;
    if latest.id != seen {
        let by = decide::by_person(&latest).unwrap_or("The wire").to_owned();
        return Err(Error::Changed { by });
    }
    Ok(latest)
}

/// What a person puts in place of the newest draft: text and picture, with what the check said of the text.
struct ByHand<'a> {
    draft: &'a Draft,
    picture: Option<&'a Picture>,
    note: &'a str,
    verdict: Verdict,
    sentences: &'a [Sentence],
}

/// Adds a person's revision over `base`. A machine's text remains a machine's for its label, with the person as its editor; so
/// does a colleague's text remain the colleague's.
fn by_hand(c: &mut dyn Conn, order: &Order, base: &Revision, new: &ByHand<'_>, now: Time) -> Result<RevisionId> {
    let ByHand { draft, picture, note, verdict, sentences } = *new;
    let wrote = Involvement::of_drafter(&base.drafter) == Involvement::None;
    let editor = if wrote && base.drafter == order.who && base.editor.is_empty() { "" } else { order.who.as_str() };
    let name = picture.map(PictureName::of);
    let hash = draft.hash(name.as_slice());
    let new = store::revision::New { story: order.story, draft, hash, drafter: &base.drafter, editor, note };
    let id = store::revision::add(c, &new, now)?;
    store::revision::set_picture(c, id, picture, hash)?;
    store::revision::set_check(c, id, verdict, sentences)?;
    Ok(id)
}

/// Makes a revision the one that readers see: its words and the picture that it was made with, which bear its name together.
fn put_out(c: &mut dyn Conn, story: &mut Story, revision: Revision, now: Time) -> Result<()> {
    store::revision::set_published(c, revision.id, now)?;
    story.reviewed = store::review::of_revision(c, &revision)?.is_some();
    story.live = Some(revision.id);
    story.slug = news::story::slug(&revision.draft.headline);
    story.headline = revision.draft.headline;
    story.lang = revision.draft.lang;
    story.picture = revision.picture;
    Ok(tag::apply(c, story)?)
}

/// The log row of an act on a story.
pub(crate) fn record(c: &mut dyn Conn, order: &Order, act: &str, now: Time) -> Result<()> {
    let entry = store::log::Entry {
        at: now,
        who: order.who.clone(),
        act: act.into(),
        thing: "story".into(),
        thing_id: order.story.0,
        reason: order.reason.clone(),
    };
    Ok(store::log::add(c, &entry)?)
}
