//! How often one token may ask.

use std::num::NonZeroU32;

use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};

/// Requests of one token in a minute.
const IN_A_MINUTE: NonZeroU32 = NonZeroU32::MIN.saturating_add(119);

/// Requests counted, by token.
pub struct Limit {
    tokens: DefaultKeyedRateLimiter<i64>,
    clock: DefaultClock,
}

impl Default for Limit {
    fn default() -> Self {
        Self { tokens: RateLimiter::keyed(Quota::per_minute(IN_A_MINUTE)), clock: DefaultClock::default() }
    }
}

impl Limit {
    /// Counts a request. `Err` holds the seconds to wait.
    pub fn take(&self, token: i64) -> Result<(), u64> {
        let early = |until: governor::NotUntil<_>| until.wait_time_from(self.clock.now()).as_secs() + 1;
        self.tokens.check_key(&token).map_err(early)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_token_does_not_use_up_anothers() {
        let limit = Limit::default();
        let through = (0..300).filter(|_| limit.take(1).is_ok()).count();
        assert!((120..130).contains(&through), "{through}");
        assert!(limit.take(2).is_ok());
    }
}
