//! Save a piece of people's own work, or take it off the site.

use std::ops::RangeInclusive;

use news::{
    Hash, PieceId, Time,
    piece::{NewPiece, Piece, PieceKind},
};
use store::piece::Saved;

use crate::{
    Desk,
    failure::Failure,
    moment,
    reply::Reply,
    route::Answer,
    screen::piece::{Fields, langs, local, look, refused, sectors},
    sign::prove::prove,
    visit::Visit,
};

/// Characters of each field.
const TITLE: RangeInclusive<usize> = 3..=200;
const BYLINE: RangeInclusive<usize> = 2..=100;
const ROLE: RangeInclusive<usize> = 0..=200;
const SUMMARY: RangeInclusive<usize> = 20..=400;
const BODY: RangeInclusive<usize> = 1..=100_000;

/// Saves what the form holds, as a new piece or over the one that it was made from. With `look` it is only shown.
pub fn save(desk: &Desk, visit: &Visit) -> Answer {
    let mut fields = Fields::sent(visit);
    if visit.ticked("look") {
        return look(desk, visit, fields);
    }
    match saved(desk, visit, &mut fields) {
        Ok(id) => Ok(Reply::see(format!("/desk/pieces/{id}?done=piece"))),
        Err(failure) => refused(desk, visit, Some(fields), &failure),
    }
}

/// Takes a piece off the site and out of the store.
pub fn withdraw(desk: &Desk, visit: &Visit) -> Answer {
    match withdrawn(desk, visit) {
        Ok(()) => Ok(Reply::see("/desk/pieces?done=withdrawn")),
        Err(failure) => refused(desk, visit, None, &failure),
    }
}

/// The piece that a form changes, in the state that was on the screen; `None` for a new one.
fn base(visit: &Visit) -> Result<Option<(PieceId, Hash)>, Failure> {
    if visit.field("id").is_empty() {
        return Ok(None);
    }
    let id = visit.field("id").parse().map_err(|_| Failure::NotFound)?;
    Ok(Some((id, Hash::from_hex(visit.field("base")).ok_or(Failure::Forged)?)))
}

fn saved(desk: &Desk, visit: &Visit, fields: &mut Fields) -> Result<PieceId, Failure> {
    let over = base(visit)?;
    let stored = match over {
        Some((id, _)) => desk.store.read(|c| store::piece::by_id(c, id))?,
        None => None,
    };
    let piece = of_fields(desk, visit, fields, stored.as_ref())?;
    // Readers see it.
    prove(desk, visit)?;
    let (who, now, hash) = (visit.seat()?.person.name.clone(), visit.now, hash(&piece));
    let told = format!("“{}” {}", piece.title, if over.is_some() { "changed" } else { "written" });
    let saved = desk.store.write(move |c| {
        let saved = store::piece::save(c, over, &piece, hash)?;
        if let Saved::As(id) = saved {
            super::log(c, &who, "piece", ("piece", id.0), &told, now)?;
        }
        Ok(saved)
    })?;
    let why = match saved {
        Saved::As(id) => return Ok(id),
        Saved::Taken(id) => {
            fields.wrong.push("title");
            return Err(Failure::Wrong(format!("Piece {id} has that title or nearly that; give this one another.")));
        }
        Saved::Changed => {
            "Somebody changed this piece while you were at it. Look at both texts, then save what is right."
        }
        Saved::Gone => "Somebody withdrew this piece while you were at it. Saved again, yours is a new one.",
    };
    Err(Failure::Wrong(why.into()))
}

/// The piece that the fields tell, or all that is wrong with them.
fn of_fields(desk: &Desk, visit: &Visit, fields: &mut Fields, stored: Option<&Piece>) -> Result<NewPiece, Failure> {
    let kind = PieceKind::from_word(&fields.kind);
    let sector = sectors(stored).into_iter().find(|s| s.slug() == fields.sector);
    let lang = langs(desk, stored).into_iter().find(|l| l.tag() == fields.lang);
    let published = appears(desk, visit, fields, stored);
    let unless = |there: bool, why: &str| (!there).then(|| why.to_owned());
    let faults = [
        ("kind", unless(kind.is_some(), "Choose what it is: opinion, blog or interview.")),
        ("title", length("title", &fields.title, &TITLE)),
        ("byline", length("byline", &fields.byline, &BYLINE)),
        ("role", length("line on who that is", &fields.role, &ROLE)),
        ("sector", unless(sector.is_some(), "Choose a sector.")),
        ("lang", unless(lang.is_some(), "Choose a language.")),
        ("at", unless(published.is_some(), "Say when it appears, as day and time.")),
        ("summary", length("summary", &fields.summary, &SUMMARY)),
        ("body", length("text", fields.body.trim(), &BODY)),
    ];
    let mut why = Vec::new();
    for (name, fault) in faults {
        if let Some(fault) = fault {
            fields.wrong.push(name);
            why.push(fault);
        }
    }
    let (true, Some(kind), Some(sector), Some(lang), Some(published)) = (why.is_empty(), kind, sector, lang, published)
    else {
        return Err(Failure::Wrong(why.join(" ")));
    };
    Ok(NewPiece {
        kind,
        title: fields.title.clone(),
        byline: fields.byline.clone(),
        role: fields.role.clone(),
        published,
        sector,
        lang,
        summary: fields.summary.clone(),
        markdown: fields.body.clone(),
    })
}

/// Why a text of that length will not do; `None` when it does.
fn length(what: &str, text: &str, allowed: &RangeInclusive<usize>) -> Option<String> {
    let n = text.chars().count();
    let (least, most) = (allowed.start(), allowed.end());
    (!allowed.contains(&n)).then(|| format!("The {what} has {n} characters; {least} to {most} are allowed."))
}

/// When it appears: at once where the field is empty; where the field was left alone, as before to the millisecond.
fn appears(desk: &Desk, visit: &Visit, fields: &Fields, stored: Option<&Piece>) -> Option<Time> {
    let before = stored.map(|p| p.piece.published).filter(|at| local(desk, *at) == fields.at);
    match fields.at.as_str() {
        "" => Some(visit.now),
        at => before.or_else(|| moment::of_field(at, &desk.zone)),
    }
}

/// The name of what the form holds.
fn hash(piece: &NewPiece) -> Hash {
    let NewPiece { kind, title, byline, role, published, sector, lang, summary, markdown } = piece;
    let all = serde_json::json!([kind, title, byline, role, published, sector, lang, summary, markdown]);
    Hash::of(all.to_string().as_bytes())
}

fn withdrawn(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    let (id, seen) = base(visit)?.ok_or(Failure::NotFound)?;
    let reason = visit.field("reason").split_whitespace().collect::<Vec<_>>().join(" ");
    if reason.is_empty() {
        return Err(desk::Error::NoReason.into());
    }
    prove(desk, visit)?;
    let (who, now) = (visit.seat()?.person.name.clone(), visit.now);
    let done = desk.store.write(move |c| {
        let Some(Piece { piece, .. }) = store::piece::withdraw(c, id, seen)? else { return Ok(false) };
        let told = format!("“{}” by {}: {reason}", piece.title, piece.byline);
        super::log(c, &who, "withdraw", ("piece", id.0), &told, now)?;
        Ok(true)
    })?;
    let why = "Somebody changed this piece while you were at it. Look at it again first.";
    if done { Ok(()) } else { Err(Failure::Wrong(why.into())) }
}
