//! How often one client may send a form.

use std::{net::IpAddr, num::NonZeroU32};

use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};

use crate::client::network;

/// Forms in a minute.
const PER_MINUTE: NonZeroU32 = NonZeroU32::MIN.saturating_add(29);
/// Forms at once.
const AT_ONCE: NonZeroU32 = NonZeroU32::MIN.saturating_add(9);
/// Bytes of a form that count as one; a large form is more work and counts as several.
const BYTES: usize = 12 * 1024;
/// Clients remembered before those that have waited long enough are forgotten.
const CLIENTS: usize = 10_000;

/// Forms by client address.
pub struct Limit {
    clients: DefaultKeyedRateLimiter<IpAddr>,
    clock: DefaultClock,
}

impl Default for Limit {
    fn default() -> Self {
        let quota = Quota::per_minute(PER_MINUTE).allow_burst(AT_ONCE);
        Self { clients: RateLimiter::keyed(quota), clock: DefaultClock::default() }
    }
}

impl Limit {
    /// Counts a form of so many bytes from this client. `Err` holds the seconds to wait before sending it again. IPv6
    /// clients count by their /64 network.
    pub fn take(&self, client: IpAddr, bytes: usize) -> Result<(), u64> {
        if self.clients.len() > CLIENTS {
            self.clients.retain_recent();
        }
        let early = |until: governor::NotUntil<_>| until.wait_time_from(self.clock.now()).as_secs() + 1;
        let forms = u32::try_from(bytes / BYTES).unwrap_or(u32::MAX).saturating_add(1).min(AT_ONCE.get());
        let forms = NonZeroU32::new(forms).unwrap_or(NonZeroU32::MIN);
        // More than `AT_ONCE` is never asked for, so the capacity always suffices.
        self.clients.check_key_n(&network(client), forms).unwrap_or(Ok(())).map_err(early)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_passes_and_a_flood_does_not() {
        let limit = Limit::default();
        let allowed = (0..50).filter(|_| limit.take(IpAddr::from([192, 0, 2, 1]), 500).is_ok()).count();
        assert!((10..15).contains(&allowed), "{allowed}");
        let wait = limit.take(IpAddr::from([192, 0, 2, 1]), 500).unwrap_err();
        assert!((1..=3).contains(&wait), "{wait}");
        let large = (0..9).filter(|_| limit.take(IpAddr::from([192, 0, 2, 2]), 60_000).is_ok()).count();
        assert!((1..=3).contains(&large), "{large}");
        assert!(limit.take(IpAddr::from([192, 0, 2, 3]), 10_000_000).is_ok());
    }
}
