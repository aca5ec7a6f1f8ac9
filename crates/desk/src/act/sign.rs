//! Answer for a sentence that no source supports: an editor's own knowledge, with a name and a reason that readers see.

use news::{
    RevisionId, Time,
    stage::{Act, Stage},
    verdict::Verdict,
};
use store::{Conn, signature::Signature};

use super::{Order, begin, record};
use crate::{Error, Result};

/// Signs for a sentence of the newest draft, given to the letter. One that a source supports needs no name.
pub fn sign(c: &mut dyn Conn, order: &Order, words: &str, now: Time) -> Result<()> {
    begin(c, order, Act::Draft)?;
    let revision = store::revision::latest(c, order.story)?.ok_or(Error::NoDraft(order.story))?;
    let open = |s: &&news::verdict::Sentence| s.verdict != Verdict::Supported && revision.draft.words(s) == words;
    if !revision.sentences.iter().any(|s| open(&s)) {
        return Err(Error::NoSuchSentence);
    }
    let Order { story, who, reason } = order.clone();
    store::signature::put(c, &Signature { story, words: words.into(), who, reason, at: now })?;
    if on_the_site(c, order)?.is_some_and(|live| live == revision.id) {
        store::change::add(c, order.story, "sign", now)?;
    }
    record(c, &Order { reason: format!("“{words}”: {}", order.reason), ..order.clone() }, "sign", now)
}

/// The revision that readers see, while they see one.
fn on_the_site(c: &mut dyn Conn, order: &Order) -> Result<Option<RevisionId>> {
    let story = store::story::by_id(c, order.story)?.filter(|s| s.stage == Stage::Published);
    Ok(story.and_then(|s| s.live))
}

/// Takes a signature back. Refused while readers see the sentence: it would stand there with nothing under it.
pub fn unsign(c: &mut dyn Conn, order: &Order, words: &str, now: Time) -> Result<()> {
    begin(c, order, Act::Draft)?;
    let live = on_the_site(c, order)?.map_or(Ok(None), |id| store::revision::by_id(c, id))?;
    if live.is_some_and(|live| live.sentences.iter().any(|s| live.draft.words(s) == words)) {
        return Err(Error::OnTheSite);
    }
    if !store::signature::drop(c, order.story, words)? {
        return Err(Error::NoSuchSentence);
    }
    record(c, &Order { reason: format!("“{words}”: {}", order.reason), ..order.clone() }, "unsign", now)
}
