//! One's own account.

use askama::Template;

use crate::{
    Desk,
    failure::Failure,
    moment::{self, Moment},
    route::Answer,
    screen::shell::Shell,
    visit::Visit,
};

struct Browser {
    hash: String,
    agent: String,
    address: String,
    seen: Moment,
    here: bool,
}

struct Passkey {
    id: i64,
    name: String,
    added: Moment,
    used: Option<Moment>,
}

#[derive(Template)]
#[template(path = "account.html")]
struct Page {
    shell: Shell,
    email: String,
    role: &'static str,
    competence: String,
    browsers: Vec<Browser>,
    codes: u64,
    passkeys: Vec<Passkey>,
    morning: bool,
}

/// The page.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    let shell = Shell::new(desk, visit.seat.as_ref(), "Your account", "").done(visit.asked("done"));
    show(desk, visit, shell)
}

/// The page with why something was not done.
pub fn refused(desk: &Desk, visit: &Visit, failure: &Failure) -> Answer {
    let shell = Shell::new(desk, visit.seat.as_ref(), "Your account", "").refused(failure.words());
    Ok(show(desk, visit, shell)?.with_status(failure.status()))
}

fn show(desk: &Desk, visit: &Visit, shell: Shell) -> Answer {
    let seat = visit.seat()?;
    let id = seat.person.id;
    let (browsers, codes, passkeys, morning) = desk.store.read(|c| {
        let codes = store::person::recovery_codes_left(c, id)?;
        Ok((store::sign_in::of_person(c, id)?, codes, store::passkey::of_person(c, id)?, store::mailed::wants(c, id)?))
    })?;
    let moment = |at| moment::short(at, visit.now, &desk.zone);
    let browser = |b: store::sign_in::SignIn| Browser {
        here: b.hash == seat.sign_in.hash,
        hash: b.hash.hex(),
        agent: named(&b.agent),
        seen: moment(b.seen),
        address: b.address,
    };
    let passkey = |p: store::passkey::Passkey| Passkey {
        id: p.id,
        name: p.name,
        added: moment(p.created),
        used: p.used.map(moment),
    };
    super::page(&Page {
        shell,
        morning,
        passkeys: passkeys.into_iter().map(passkey).collect(),
        email: seat.person.email.clone(),
        role: seat.person.role.word(),
        competence: seat.person.competence.clone(),
        browsers: browsers.into_iter().map(browser).collect(),
        codes,
    })
}

/// A browser as its person knows it.
fn named(agent: &str) -> String {
    let find = |names: &[(&str, &str)]| {
        names.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| (*name).to_owned())
    };
    let browser = find(&[("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")]);
    let system = find(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => format!("{browser} on {system}"),
        (Some(one), None) | (None, Some(one)) => one,
        _ => "a browser that does not say what it is".into(),
    }
}
