//! How often somebody may try. Counted by the network that tries, and by the account that is tried from browsers that nobody
//! signed in with before: who attacks an account from everywhere is stopped, and its person, at their own browser, is not.

use std::{net::IpAddr, num::NonZeroU32};

use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};

/// Tries of one network in a minute, all accounts together.
const NETWORK: NonZeroU32 = NonZeroU32::MIN.saturating_add(19);
/// Tries of one account in a minute from browsers that are strange to it.
const ACCOUNT: NonZeroU32 = NonZeroU32::MIN.saturating_add(4);
/// Keys remembered before those that have waited long enough are forgotten.
const REMEMBERED: usize = 10_000;

/// Tries counted.
pub struct Throttle {
    networks: DefaultKeyedRateLimiter<IpAddr>,
    accounts: DefaultKeyedRateLimiter<String>,
    clock: DefaultClock,
}

impl Default for Throttle {
    fn default() -> Self {
        Self {
            networks: RateLimiter::keyed(Quota::per_minute(NETWORK)),
            accounts: RateLimiter::keyed(Quota::per_minute(ACCOUNT)),
            clock: DefaultClock::default(),
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
        self.accounts.check_key(&account.to_owned()).map_err(early)
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
