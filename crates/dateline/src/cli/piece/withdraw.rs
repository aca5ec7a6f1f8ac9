//! `piece withdraw`: off the site for good.

use anyhow::{Result, bail};
use news::{PieceId, piece::NewPiece};
use store::{Store, log::Entry};

use crate::cli::{say, story::until_shown, why::Why};

/// Takes a piece off every page, with whatever newer text of it waits; its address says that it is gone.
pub fn withdraw(store: &Store, id: PieceId, why: &Why) -> Result<()> {
    let (Why { reason, who }, now) = (why.clone(), crate::now());
    let done = store.write(move |c| {
        let Some(newest) = store::piece::newest(c, id)? else { return Ok(false) };
        let NewPiece { title, byline, .. } = &newest.stored.piece;
        let told = store::piece::named(&format!("“{title}” by {byline}: {reason}"), newest.stored.hash);
        let done = store::piece::withdraw(c, id, newest.hash(), &who, &reason, now)?.is_some();
        if done {
            let (act, thing) = ("withdraw".into(), "piece".into());
            store::log::add(c, &Entry { at: now, who, act, thing, thing_id: id.0, reason: told })?;
        }
        Ok(done)
    })?;
    if !done {
        bail!("there is no piece {id}, or it was withdrawn before; the desk's list of pieces has those there are");
    }
    until_shown(store)?;
    say(&format!("piece {id} is withdrawn for good."))
}
