//! A picture for a piece: it is kept beside the newest text, as a draft, and goes on the site with it.

use news::{Hash, PieceId, picture::Making};
use store::piece::{Save, Saved};

use super::{
    piece::{is_saved, name},
    upload::{brought, words},
};
use crate::{Desk, failure::Failure, reply::Reply, route::Answer, screen::piece_picture::refused, visit::Visit};

/// Brings a picture in; with `off` takes the one that is there off.
pub fn upload(desk: &Desk, visit: &Visit) -> Answer {
    let id: PieceId = visit.id()?;
    match uploaded(desk, visit, id) {
        Ok(()) => Ok(Reply::see(format!("/desk/pieces/{id}/upload?done=piece-picture"))),
        Err(failure) => refused(desk, visit, &failure),
    }
}

fn uploaded(desk: &Desk, visit: &Visit, id: PieceId) -> Result<(), Failure> {
    let seen = Hash::from_hex(visit.field("base")).ok_or(Failure::Forged)?;
    let words = if visit.ticked("off") { None } else { Some(words(visit)?) };
    let newest = desk.store.read(|c| store::piece::newest(c, id))?.ok_or(Failure::NotFound)?;
    // Asked again when it is saved: but a picture is much work, and its bytes are kept.
    if newest.hash() != seen {
        return Err(Failure::Wrong(
            "Somebody changed this piece while you were at it. Look at it, then send again.".into(),
        ));
    }
    let picture = match words {
        // No evidence will come by which it could be told later.
        Some(words) => Some(brought(desk, visit, words, known)?),
        None => None,
    };
    // Whoever changes nothing has not looked at it either.
    if newest.picture() == picture.as_ref() {
        return Ok(());
    }
    let (who, now) = (visit.seat()?.person.name.clone(), visit.now);
    let saved = desk.store.write(move |c| {
        let (piece, picture, told) = (newest.piece(), picture.as_ref(), newest.told());
        let hash = name(piece, picture, told);
        let save = Save { over: Some((id, seen)), piece, picture, hash, changed_by: &who, told, now };
        let saved = store::piece::keep(c, &save)?;
        if let Saved::As(id) = saved {
            let what = if picture.is_some() { "a picture brought in" } else { "its picture taken off" };
            let reason = store::piece::named(&format!("“{}”: {what}", piece.title), hash);
            super::log(c, &who, "picture", ("piece", id.0), &reason, now)?;
        }
        Ok(saved)
    })?;
    is_saved(saved).map(drop)
}

/// A piece has no evidence to wait for: what nobody knows of its picture nobody will.
fn known(making: Making) -> Result<(), Failure> {
    let why = "Find out how the picture was made: until somebody knows, it is not taken.";
    if making == Making::Unknown { Err(Failure::Wrong(why.into())) } else { Ok(()) }
}
