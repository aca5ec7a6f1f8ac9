//! How often somebody may try. Counted by the network that tries, and by the account that is tried from browsers that nobody
//! signed in with before: who attacks an account from everywhere is stopped, and its person, at their own browser, is not.

use std::{
    collections::HashMap,
    net::IpAddr,
    num::NonZeroU32,
    sync::{Mutex, PoisonError},
};

use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};

use news::{Hash, PersonId, Time};

/// Tries of one network in a minute, all accounts together.
const NETWORK: NonZeroU32 = NonZeroU32::MIN.saturating_add(19);
/// Tries of one account in a minute from browsers that are strange to it.
const ACCOUNT: NonZeroU32 = NonZeroU32::MIN.saturating_add(4);
/// Wrong codes in a row behind a right password.
const WRONG: u32 = 10;
/// Keys remembered before those that have waited long enough are forgotten.
const REMEMBERED: usize = 10_000;

/// Tries counted.
pub struct Throttle {
    networks: DefaultKeyedRateLimiter<IpAddr>,
    accounts: DefaultKeyedRateLimiter<Hash>,
    clock: DefaultClock,
    /// Wrong codes behind a right password, in a row: how many, and when the last.
    wrong: Mutex<HashMap<PersonId, (u32, Time)>>,
}

impl Default for Throttle {
    fn default() -> Self {
        Self {
            networks: RateLimiter::keyed(Quota::per_minute(NETWORK)),
            accounts: RateLimiter::keyed(Quota::per_minute(ACCOUNT)),
            clock: DefaultClock::default(),
            wrong: Mutex::default(),
        }
    }
}

impl Throttle {
    /// Counts a try. `Err` holds the seconds to wait.
    pub fn take(&self, client: IpAddr, account: &str, known: bool) -> Result<(), u64> {
        if self.networks.len() > REMEMBERED || self.accounts.len() > REMEMBERED {
            self.networks.retain_recent();
            self.accounts.retain_recent();
        }
        let early = |until: governor::NotUntil<_>| until.wait_time_from(self.clock.now()).as_secs() + 1;
        self.networks.check_key(&network(client)).map_err(early)?;
        if known {
            return Ok(());
        }
        self.accounts.check_key(&Hash::of(account.as_bytes())).map_err(early)
    }
}

impl Throttle {
    /// Whether so many codes were wrong behind the right password that none is taken for an hour: whoever has a password and
    /// all the time of the world must not guess the rest.
    pub fn guesses(&self, person: PersonId, now: Time) -> bool {
        let wrong = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        wrong.get(&person).is_some_and(|(n, at)| *n >= WRONG && now < at.plus_ms(Time::HOUR_MS))
    }

    /// A code was right or wrong; whether it was one wrong too many.
    pub fn code(&self, person: PersonId, right: bool, now: Time) -> bool {
        let mut wrong = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        if right {
            wrong.remove(&person);
            return false;
        }
        let entry = wrong.entry(person).or_insert((0, now));
        *entry = (entry.0 + 1, now);
        entry.0 >= WRONG
    }
}

/// IPv6 clients count by their /64 network.
fn network(client: IpAddr) -> IpAddr {
    match client.to_canonical() {
        client @ IpAddr::V4(_) => client,
        IpAddr::V6(six) => IpAddr::V6((u128::from(six) >> 64 << 64).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_under_attack_stays_open_to_its_person() {
        let throttle = Throttle::default();
        let from = |n: u8| IpAddr::from([192, 0, 2, n]);
        let let_through = (0..100).filter(|n| throttle.take(from(*n), "ida", false).is_ok()).count();
        assert!((5..8).contains(&let_through), "{let_through}");
        assert!(throttle.take(from(200), "ida", true).is_ok(), "her own browser");
        assert!(throttle.take(from(200), "bo", false).is_ok(), "another account");
        let one = (0..100).filter(|n| throttle.take(from(250), &format!("a{n}"), true).is_ok()).count();
        assert!((20..24).contains(&one), "{one}");
    }
}
