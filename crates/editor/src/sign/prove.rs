//! Proof, beyond the cookie, that it is they who order an act: a code, once in ten minutes.

use crate::{Desk, failure::Failure, visit::Visit};

use super::code;

/// Goes on when they proved themselves just now or the form carries a right code.
pub fn prove(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    let seat = visit.seat()?;
    if seat.is_fresh(visit.now) {
        return Ok(());
    }
    let code = visit.field("code").to_owned();
    if code.trim().is_empty() {
        return Err(Failure::Code);
    }
    desk.throttle.take(visit.client, &format!("code {}", seat.person.email), false).map_err(Failure::TooMany)?;
    let (person, hash, now) = (seat.person.id, seat.sign_in.hash, visit.now);
    let right = desk.store.write(move |c| {
        let Some(secrets) = store::person::secrets_of(c, person)? else { return Ok(false) };
        let right = code::take(c, person, &secrets.totp, &code, now)?;
        if right {
            store::sign_in::step_up(c, hash, now)?;
        }
        Ok(right)
    })?;
    if desk.throttle.code(person, right, now) {
        // Whoever guesses codes at an open screen loses the screen.
        desk.store.write(move |c| store::sign_in::end(c, hash, person))?;
        return Err(Failure::SignIn);
    }
    if right {
        Ok(())
    } else {
        Err(Failure::Wrong("That code is wrong, or was used already. Take the next one.".into()))
    }
}
