//! A moment, as the store keeps it.

use serde::{Deserialize, Serialize};

/// A moment in UTC, in milliseconds since 1970. Zones belong to whoever prints it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Time(pub i64);

impl Time {
    /// One minute, hour and day in milliseconds.
    pub const MINUTE_MS: i64 = 60_000;
    /// See [`Time::MINUTE_MS`].
    pub const HOUR_MS: i64 = 60 * Self::MINUTE_MS;
    /// See [`Time::MINUTE_MS`].
    pub const DAY_MS: i64 = 24 * Self::HOUR_MS;

    /// Milliseconds since 1970, UTC.
    pub fn ms(self) -> i64 {
        self.0
    }

    /// This moment `ms` milliseconds later (earlier when negative); stops at the ends of what can be kept.
    #[must_use]
    pub fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }

    /// Milliseconds from `earlier` to this moment; negative when `earlier` is later.
    pub fn since_ms(self, earlier: Time) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}
