//! Ids are plain rising integers, one type a noun so that they cannot be mixed up.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(s: &str) -> Result<Self, Self::Err> {
                s.parse().map(Self)
            }
        }
    )*};
}

id! {
    /// One feed or agency that we take from.
    SourceId
    /// One item as sent by a source.
    ReportId
    /// Our page about one event. Never reused; it is in the URL.
    StoryId
    /// One immutable state of a story's text.
    RevisionId
    /// One saved piece of work to do.
    JobId
    /// Somebody of the desk.
    PersonId
    /// One opinion, blog or interview written by a person.
    PieceId
}
