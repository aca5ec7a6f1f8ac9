//! Save a piece of people's own work, put it on the site, or take it off.

use std::ops::RangeInclusive;

use news::{
    Hash, PieceId, Time,
    piece::{AT_ONCE, NewPiece, PieceKind},
    revision::Draft,
    story::Picture,
};
use store::piece::{Newest, Save, Saved};

use crate::{
    Desk,
    failure::Failure,
    moment,
    reply::Reply,
    route::Answer,
    screen::{
        piece::{Fields, langs, local, look, refused, sectors},
        piece_check::check,
    },
    sign::prove::prove,
    visit::Visit,
};

/// Characters of each field.
const TITLE: RangeInclusive<usize> = 3..=200;
const BYLINE: RangeInclusive<usize> = 2..=100;
const ROLE: RangeInclusive<usize> = 0..=200;
const SUMMARY: RangeInclusive<usize> = 20..=400;
const BODY: RangeInclusive<usize> = 1..=100_000;
const TOLD: RangeInclusive<usize> = 0..=400;

/// Saves what the form holds, as a new piece or over the one that it was made from: as a draft, or on the site. With `look`
/// it is only shown, with `check` held against sources.
pub fn save(desk: &Desk, visit: &Visit) -> Answer {
    let mut fields = Fields::sent(visit);
    if visit.ticked("look") {
        return look(desk, visit, fields);
    }
    if visit.ticked("check") {
        return check(desk, visit, fields);
    }
    match saved(desk, visit, &mut fields) {
        Ok((id, done)) => Ok(Reply::see(format!("/desk/pieces/{id}?done={done}"))),
        Err(failure) => refused(desk, visit, Some(fields), &failure),
    }
}

/// Takes a piece off the site for good; with `draft` only the newer text of it that readers do not have.
pub fn withdraw(desk: &Desk, visit: &Visit) -> Answer {
    let done = if visit.ticked("draft") { "done" } else { "withdrawn" };
    match withdrawn(desk, visit) {
        Ok(()) => Ok(Reply::see(format!("/desk/pieces?done={done}"))),
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

fn saved(desk: &Desk, visit: &Visit, fields: &mut Fields) -> Result<(PieceId, &'static str), Failure> {
    let over = base(visit)?;
    let newest = match over {
        Some((id, _)) => desk.store.read(|c| store::piece::newest(c, id))?,
        None => None,
    };
    let piece = of_fields(desk, fields, newest.as_ref().map(Newest::piece))?;
    let told = fields.told.clone();
    let same = newest.as_ref().filter(|n| *n.piece() == piece && n.told() == told);
    let out = match visit.field("act") {
        "out" => true,
        "draft" => false,
        _ => return Err(Failure::Forged),
    };
    if out {
        // What is not as it was seen is not let out, whatever it may be by the time that it is written.
        if newest.as_ref().map(Newest::hash) != over.map(|(_, seen)| seen) {
            is_saved(if newest.is_some() { Saved::Changed } else { Saved::Gone })?;
        }
        four_eyes(desk, visit, same)?;
        may_stand(&piece, newest.as_ref().and_then(Newest::picture))?;
        prove(desk, visit)?;
    }
    let who = visit.seat()?.person.name.clone();
    let changed_by = same.map_or_else(|| who.clone(), |n| n.changed_by().to_owned());
    let (act, reason) = match same.filter(|n| out && n.waits()) {
        Some(_) => ("let-out", format!("“{}” by {}, changed last by {changed_by}", piece.title, piece.byline)),
        None => ("piece", changed(&piece, over.is_some(), out, &told)),
    };
    let picture = newest.as_ref().and_then(Newest::picture).cloned();
    let (now, hash) = (visit.now, name(&piece, picture.as_ref(), &told));
    let saved = desk.store.write(move |c| {
        let (piece, picture, changed_by, told) = (&piece, picture.as_ref(), changed_by.as_str(), told.as_str());
        let save = Save { over, piece, picture, hash, changed_by, told, now };
        let saved = if out { store::piece::put_out(c, &save)? } else { store::piece::keep(c, &save)? };
        if let Saved::As(id) = saved {
            super::log(c, &who, act, ("piece", id.0), &store::piece::named(&reason, hash), now)?;
        }
        Ok(saved)
    })?;
    let id =
        is_saved(saved).inspect_err(|_| fields.wrong.extend(matches!(saved, Saved::Taken(_)).then_some("title")))?;
    Ok((id, if out { "piece" } else { "draft" }))
}

/// Beside deaths, arrests or named people stands nothing that AI made or changed.
fn may_stand(piece: &NewPiece, picture: Option<&Picture>) -> Result<(), Failure> {
    let NewPiece { lang, title, summary, markdown, .. } = piece;
    let paragraphs = markdown.split("\n\n").map(str::to_owned).collect();
    let draft =
        Draft { lang: lang.clone(), headline: title.clone(), summary: summary.clone(), paragraphs, marks: Vec::new() };
    let wrong = picture.is_some_and(Picture::is_ai) && desk::step::sector::sensitive(&draft);
    if wrong { Err(desk::Error::AiOnSensitive.into()) } else { Ok(()) }
}

/// What the log says of a change.
fn changed(piece: &NewPiece, before: bool, out: bool, told: &str) -> String {
    let what = if before { "changed" } else { "written" };
    let kept = if out { "" } else { ", kept as a draft" };
    let why = if told.is_empty() { String::new() } else { format!(": {told}") };
    format!("“{}” {what}{kept}{why}", piece.title)
}

/// The piece that was saved, or why nothing was.
pub(super) fn is_saved(saved: Saved) -> Result<PieceId, Failure> {
    let why = match saved {
        Saved::As(id) => return Ok(id),
        Saved::Taken(id) => format!("Piece {id} has that title or nearly that; give this one another."),
        Saved::Changed => {
            "Somebody changed this piece while you were at it. Look at both texts, then save what is right.".into()
        }
        Saved::Gone => "Somebody withdrew this piece while you were at it. Saved again, yours is a new one.".into(),
    };
    Err(Failure::Wrong(why))
}

/// Where the house wants four eyes, only what somebody else changed last goes on the site, and just as they left it.
fn four_eyes(desk: &Desk, visit: &Visit, same: Option<&Newest>) -> Result<(), Failure> {
    let who = visit.seat()?.person.name.as_str();
    let why = match same {
        _ if !desk.house.four_eyes => return Ok(()),
        Some(newest) if newest.changed_by() != who => return Ok(()),
        Some(_) => "You changed this text last, and this house wants four eyes: somebody else lets it out.",
        None => "This house wants four eyes: keep your text as a draft, and somebody else lets it out.",
    };
    Err(Failure::Wrong(why.into()))
}

/// The piece that the fields tell, or all that is wrong with them.
fn of_fields(desk: &Desk, fields: &mut Fields, stored: Option<&NewPiece>) -> Result<NewPiece, Failure> {
    let kind = PieceKind::from_word(&fields.kind);
    let sector = sectors(stored).into_iter().find(|s| s.slug() == fields.sector);
    let lang = langs(desk, stored)?.into_iter().find(|l| l.tag() == fields.lang);
    let published = appears(desk, fields, stored);
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
        ("told", length("line for readers", &fields.told, &TOLD)),
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

/// When it appears: once it is let out where the field is empty; where the field was left alone, as before to the millisecond.
fn appears(desk: &Desk, fields: &Fields, stored: Option<&NewPiece>) -> Option<Time> {
    let before = stored.map(|p| p.published).filter(|at| local(desk, *at) == fields.at);
    match fields.at.as_str() {
        "" => Some(AT_ONCE),
        at => before.or_else(|| moment::of_field(at, &desk.zone)),
    }
}

/// The name of a text with its picture and what readers are told of it: who lets it out has seen just that.
pub(super) fn name(piece: &NewPiece, picture: Option<&Picture>, told: &str) -> Hash {
    let NewPiece { kind, title, byline, role, published, sector, lang, summary, markdown } = piece;
    let all = serde_json::json!([kind, title, byline, role, published, sector, lang, summary, markdown, picture, told]);
    Hash::of(all.to_string().as_bytes())
}

fn withdrawn(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    let (id, seen) = base(visit)?.ok_or(Failure::NotFound)?;
    let reason = visit.field("reason").split_whitespace().collect::<Vec<_>>().join(" ");
    if reason.is_empty() {
        return Err(desk::Error::NoReason.into());
    }
    let draft = visit.ticked("draft");
    if !draft {
        prove(desk, visit)?;
    }
    let (who, now) = (visit.seat()?.person.name.clone(), visit.now);
    let done = desk.store.write(move |c| {
        let Some(newest) = store::piece::newest(c, id)? else { return Ok(false) };
        let (NewPiece { title, byline, .. }, hash) = match draft {
            true => (newest.piece(), seen),
            false => (&newest.stored.piece, newest.stored.hash),
        };
        let told = store::piece::named(&format!("“{title}” by {byline}: {reason}"), hash);
        let done = match draft {
            true => store::piece::drop_newer(c, id, seen, &who, now)?,
            false => store::piece::withdraw(c, id, seen, &who, &reason, now)?.is_some(),
        };
        if done {
            super::log(c, &who, if draft { "drop" } else { "withdraw" }, ("piece", id.0), &told, now)?;
        }
        Ok(done)
    })?;
    let why = "Somebody changed this piece while you were at it. Look at it again first.";
    if done { Ok(()) } else { Err(Failure::Wrong(why.into())) }
}
