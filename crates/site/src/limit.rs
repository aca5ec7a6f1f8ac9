//! How often one client may send a form.

use std::{net::IpAddr, num::NonZeroU32};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// Forms in a minute.
const PER_MINUTE: NonZeroU32 = NonZeroU32::MIN.saturating_add(29);
/// Forms at once.
const AT_ONCE: NonZeroU32 = NonZeroU32::MIN.saturating_add(9);
/// Clients remembered before those that have waited long enough are forgotten.
const CLIENTS: usize = 10_000;

/// Forms by client address.
pub struct Limit(DefaultKeyedRateLimiter<IpAddr>);

impl Default for Limit {
    fn default() -> Self {
        Self(RateLimiter::keyed(Quota::per_minute(PER_MINUTE).allow_burst(AT_ONCE)))
    }
}

impl Limit {
    /// Whether this client may send another form now. IPv6 clients count by their /64 network.
    pub fn allows(&self, client: IpAddr) -> bool {
        if self.0.len() > CLIENTS {
            self.0.retain_recent();
        }
        self.0.check_key(&network(client)).is_ok()
    }
}

fn network(client: IpAddr) -> IpAddr {
    match client {
        IpAddr::V4(_) => client,
        IpAddr::V6(six) => IpAddr::V6((u128::from(six) >> 64 << 64).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_passes_and_a_flood_does_not() {
        let limit = Limit::default();
        let allowed = (0..50).filter(|_| limit.allows(IpAddr::from([192, 0, 2, 1]))).count();
        assert!((10..15).contains(&allowed), "{allowed}");
        assert!(limit.allows(IpAddr::from([192, 0, 2, 2])));
    }
}
