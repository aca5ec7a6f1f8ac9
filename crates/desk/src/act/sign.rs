//! Answer for a sentence that no source supports: an editor's own knowledge, with a name and a reason that readers see.

use news::{Time, stage::Act, verdict::Verdict};
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
    record(c, &Order { reason: format!("“{words}”: {}", order.reason), ..order.clone() }, "sign", now)
}

/// Takes a signature back.
pub fn unsign(c: &mut dyn Conn, order: &Order, words: &str, now: Time) -> Result<()> {
    begin(c, order, Act::Draft)?;
    if !store::signature::drop(c, order.story, words)? {
        return Err(Error::NoSuchSentence);
    }
    record(c, &Order { reason: format!("“{words}”: {}", order.reason), ..order.clone() }, "unsign", now)
}
