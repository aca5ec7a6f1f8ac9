//! The morning mail: when a day's is due, who gets it, and the way to the mail server.

use std::{
    collections::BTreeSet,
    sync::{Mutex, PoisonError},
};

use anyhow::Result;
use jiff::civil::Date;
use news::{PersonId, Time};
use store::Store;

/// How late a day's mail may be. In the afternoon nobody needs to know what waited in the morning.
const LATE_MS: i64 = 6 * Time::HOUR_MS;

/// What the morning mail needs.
#[derive(Debug)]
pub struct Morning {
    /// The house as its letters name it.
    pub house: mail::House,
    /// The house's mail server.
    pub relay: mail::Relay,
    /// When it goes out, by the clocks of the house's zone.
    pub at: jiff::civil::Time,
    /// What the server took in this process: a store that is full does not send it again and again.
    pub taken: Mutex<BTreeSet<(PersonId, String)>>,
}

impl Morning {
    /// Begins the mail of the day when its time has come, once, whoever else looks at the same clock.
    ///
    /// # Errors
    /// The store's.
    pub fn tick(&self, store: &Store, now: Time) -> Result<()> {
        let Some(day) = self.due(now) else { return Ok(()) };
        if store.read(store::mailed::last_begun)?.is_some_and(|last| last >= day) {
            return Ok(());
        }
        store.write(move |c| store::mailed::begin(c, &day, now))?;
        Ok(())
    }

    /// Sends somebody the letter of that day, when something waits for them.
    ///
    /// # Errors
    /// When the mail server does not take it, or the store is away.
    pub fn send(&self, store: &Store, person: PersonId, day: &str, now: Time) -> Result<()> {
        // A try that comes too late, because the server was away or somebody pressed "try again" next week, is left.
        if !day.parse::<Date>().is_ok_and(|day| self.is_in_time(day, now)) {
            return Ok(());
        }
        let Some(person) = store.read(|c| store::mailed::waiting(c, person, day))? else { return Ok(()) };
        let Some(letter) = mail::morning::letter(store, &self.house, &person, now)? else { return Ok(()) };
        let (id, day) = (person.id, day.to_owned());
        let taken = || self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if !taken().contains(&(id, day.clone())) {
            self.relay.send(&letter)?;
            taken().insert((id, day.clone()));
        }
        // Noted after the server took it: a crash between the two sends the letter once more, with the same Message-ID, which
        // somebody deletes. Noted before, the crash would lose it, and nobody would know that something waited.
        Ok(store.write(move |c| store::mailed::put(c, id, &day, now))?)
    }

    /// The day whose mail may go out now: today's, or yesterday's when that is late in the evening.
    fn due(&self, now: Time) -> Option<String> {
        let today = self.house.day(now);
        let days = [Some(today), today.yesterday().ok()].into_iter().flatten();
        days.into_iter().find(|day| self.is_in_time(*day, now)).map(|day| day.to_string())
    }

    /// Where the clocks skip the set time they show a later one; where they show it twice the first counts, and the day is
    /// done when the second comes.
    fn is_in_time(&self, day: Date, now: Time) -> bool {
        let begins = day.to_datetime(self.at).to_zoned(self.house.zone.clone());
        begins.is_ok_and(|at| (0..LATE_MS).contains(&now.since_ms(Time(at.timestamp().as_millisecond()))))
    }
}

/// Saves a job for everybody who wants the letter of that day: one address that is refused holds up no other.
pub fn hand_out(store: &Store, day: &str, now: Time) -> Result<()> {
    let day = day.to_owned();
    Ok(store.write(move |c| store::mailed::hand_out(c, &day, now))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn morning(at: (i8, i8)) -> Morning {
        let zone = jiff::tz::TimeZone::get("Europe/Paris").unwrap();
        let house = mail::House {
            name: "The Ledger".into(),
            base_url: "https://ledger.example".into(),
            zone,
            accents: ["#a4243b".into(), "#e0808f".into()],
            from: "desk@ledger.example".into(),
            four_eyes: false,
            reply_to: String::new(),
        };
        let settings =
            mail::smtp::Settings { host: "127.0.0.1".into(), port: 9, secure: mail::smtp::Secure::Open, login: None };
        Morning {
            house,
            relay: mail::Relay::new(settings).unwrap(),
            at: jiff::civil::time(at.0, at.1, 0, 0),
            taken: Mutex::default(),
        }
    }

    fn at(utc: &str) -> Time {
        Time(utc.parse::<jiff::Timestamp>().unwrap().as_millisecond())
    }

    #[test]
    fn a_day_is_due_from_its_time_on_for_six_hours() {
        let early = morning((6, 30));
        for (utc, day) in [
            ("2026-11-30T05:29:59Z", None),
            ("2026-11-30T05:30:00Z", Some("2026-11-30")),
            ("2026-11-30T11:29:59Z", Some("2026-11-30")),
            ("2026-11-30T11:30:00Z", None),
        ] {
            assert_eq!(early.due(at(utc)).as_deref(), day, "{utc}");
        }
        let late = morning((23, 0));
        assert_eq!(late.due(at("2026-11-30T23:30:00Z")).as_deref(), Some("2026-11-30"), "half past midnight in Paris");
    }

    #[test]
    fn when_the_clocks_change_there_is_one_mail_a_day() {
        let home = tempfile::tempdir().unwrap();
        let store = Store::open(home.path()).unwrap();
        let night = morning((2, 30));
        // 29 March 2026: 02:30 is skipped; 25 October: it is there twice. A look every ten minutes.
        for from in ["2026-03-28T20:00:00Z", "2026-10-24T20:00:00Z"] {
            let mut begun = BTreeSet::new();
            for minute in (0..36 * 60).step_by(10) {
                let now = at(from).plus_ms(minute * Time::MINUTE_MS);
                let jobs = store.read(store::job::waiting).unwrap();
                night.tick(&store, now).unwrap();
                if store.read(store::job::waiting).unwrap() > jobs {
                    assert!(begun.insert(store.read(store::mailed::last_begun).unwrap().unwrap()));
                }
            }
            assert_eq!(begun.len(), 2, "{begun:?}");
        }
    }
}
