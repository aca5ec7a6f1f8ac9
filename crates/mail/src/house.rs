//! The house as its letters name it.

use jiff::{Timestamp, Zoned, civil::Date, tz::TimeZone};
use news::Time;

/// The house as its letters name it.
#[derive(Clone, Debug)]
pub struct House {
    /// The masthead.
    pub name: String,
    /// Scheme and host of the desk, without a slash at the end.
    pub base_url: String,
    /// Zone of days and times.
    pub zone: TimeZone,
    /// The accent on light paper and on dark, as `#rrggbb`, fit to be read.
    pub accents: [String; 2],
    /// `The Ledger <desk@ledger.example>`.
    pub from: String,
    /// Nobody lets out what they changed last themselves.
    pub four_eyes: bool,
    /// Where answers go; empty: to `from`.
    pub reply_to: String,
}

impl House {
    /// The moment in the house's zone.
    pub fn zoned(&self, time: Time) -> Zoned {
        Timestamp::from_millisecond(time.ms()).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(self.zone.clone())
    }

    /// The day in the house's zone.
    pub fn day(&self, time: Time) -> Date {
        self.zoned(time).date()
    }

    /// The address of a path of the desk.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }

    /// The host's name without its port, for names that must be the house's own. A bare IPv6 address is no name there.
    pub(crate) fn host(&self) -> &str {
        let rest = self.base_url.split_once("://").map_or(self.base_url.as_str(), |(_, rest)| rest);
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let host = authority.split(':').next().unwrap_or_default();
        if host.is_empty() || host.starts_with('[') { "localhost" } else { host }
    }
}
