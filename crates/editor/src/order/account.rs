//! One's own account: browsers, password, recovery codes, what one knows.

use axum::http::StatusCode;
use news::Hash;

use crate::{
    Desk,
    failure::Failure,
    reply::Reply,
    route::Answer,
    screen::{account::refused, join::joined},
    sign::{code, password, prove::prove},
    visit::Visit,
};

/// Does what the pressed button says.
pub fn account(desk: &Desk, visit: &Visit) -> Answer {
    let done = match visit.field("do") {
        "end" => end(desk, visit),
        "end-others" => end_others(desk, visit),
        "password" => change_password(desk, visit),
        "codes" => return codes(desk, visit).or_else(|why| refused(desk, visit, &why)),
        "mail" => morning_mail(desk, visit),
        "keys" => return keys(visit),
        "competence" => competence(desk, visit),
        "passkey-remove" => super::passkey::remove(desk, visit),
        _ => Err(Failure::NotFound),
    };
    match done {
        Ok(()) => Ok(Reply::see("/desk/account?done=done")),
        Err(failure) if failure.status() == StatusCode::INTERNAL_SERVER_ERROR => Err(failure),
        Err(failure) => refused(desk, visit, &failure),
    }
}

fn end(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    let hash = Hash::from_hex(visit.field("browser")).ok_or(Failure::NotFound)?;
    let person = visit.seat()?.person.id;
    desk.store.write(move |c| store::sign_in::end(c, hash, person))?;
    Ok(())
}

fn end_others(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    let seat = visit.seat()?;
    let (person, hash) = (seat.person.id, seat.sign_in.hash);
    desk.store.write(move |c| store::sign_in::end_others(c, person, Some(hash)))?;
    Ok(())
}

/// A new password ends every other browser.
fn change_password(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    prove(desk, visit)?;
    let seat = visit.seat()?.clone();
    let local = seat.person.email.split('@').next().unwrap_or_default();
    if let Some(why) = password::fault(visit.field("password"), &[&seat.person.name, local, &desk.house.name]) {
        return Err(Failure::Wrong(why));
    }
    let (person, keep, now) = (seat.person.id, seat.sign_in.hash, visit.now);
    let kept = desk.store.read(|c| store::person::secrets_of(c, person))?.ok_or(Failure::SignIn)?;
    desk.throttle.take(visit.client, &seat.person.email, true).map_err(Failure::TooMany)?;
    if !password::is_right(visit.field("old"), Some(&kept.password)) {
        return Err(Failure::Wrong("The old password is wrong.".into()));
    }
    let hash = password::hash(visit.field("password"))?;
    Ok(desk.store.write(move |c| {
        store::person::set_password(c, person, &hash)?;
        store::sign_in::end_others(c, person, Some(keep))?;
        super::log(c, &seat.person.name, "password", ("person", person.0), "changed by its owner", now)
    })?)
}

/// Single letters as keys, or not: who dictates, or types beside the desk, wants none. It is the browser's setting.
fn keys(visit: &Visit) -> Answer {
    let value = if visit.seat()?.keys { "off" } else { "on" };
    let cookie = format!("{}={value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000", crate::guard::KEYS);
    Ok(Reply::see("/desk/account?done=done").with_cookie(cookie))
}

fn codes(desk: &Desk, visit: &Visit) -> Answer {
    prove(desk, visit)?;
    let (codes, hashes) = code::recovery()?;
    let (person, name, now) = (visit.seat()?.person.id, visit.seat()?.person.name.clone(), visit.now);
    desk.store.write(move |c| {
        store::person::set_recovery_codes(c, person, &hashes)?;
        super::log(c, &name, "recovery codes", ("person", person.0), "made anew by their owner", now)
    })?;
    joined(desk, codes)
}

fn competence(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    let words = visit.field("competence").split_whitespace().collect::<Vec<_>>().join(" ");
    if !(3..=200).contains(&words.chars().count()) {
        return Err(Failure::Wrong("Say in a few words what makes your review count.".into()));
    }
    let person = visit.seat()?.person.clone();
    let now = visit.now;
    Ok(desk.store.write(move |c| {
        store::person::set_competence(c, person.id, &words)?;
        super::log(c, &person.name, "competence", ("person", person.id.0), &words, now)
    })?)
}

/// Whether they get the morning mail. Their own affair, like their keys: no row in the log.
fn morning_mail(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    let (person, wants) = (visit.seat()?.person.id, visit.ticked("morning"));
    Ok(desk.store.write(move |c| store::mailed::set_wants(c, person, wants))?)
}
