//! Arguments of a statement: our nouns as the six kinds of value that both databases know.

use std::borrow::Cow;

use news::{Country, Hash, JobId, Lang, PersonId, PieceId, ReportId, RevisionId, Sector, SourceId, StoryId, Time};

/// One argument.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// SQL's NULL.
    Null,
    /// BIGINT; flags as 0 and 1, times as UTC milliseconds.
    Int(i64),
    /// DOUBLE PRECISION.
    Real(f64),
    /// TEXT.
    Text(Cow<'a, str>),
    /// Bytes.
    Bytes(&'a [u8]),
}

macro_rules! ints {
    ($($from:ty => $read:expr),* $(,)?) => {$(
        impl From<$from> for Arg<'_> {
            fn from(value: $from) -> Self {
                let read: fn($from) -> i64 = $read;
                Self::Int(read(value))
            }
        }
    )*};
}

// Numbers past BIGINT stop at its end: they are limits and counts, for which that means "all".
ints! {
    i64 => |v| v,
    u32 => i64::from,
    u64 => |v| i64::try_from(v).unwrap_or(i64::MAX),
    usize => |v| i64::try_from(v).unwrap_or(i64::MAX),
    bool => i64::from,
    Time => |v| v.0,
    SourceId => |v| v.0,
    ReportId => |v| v.0,
    StoryId => |v| v.0,
    RevisionId => |v| v.0,
    JobId => |v| v.0,
    PersonId => |v| v.0,
    PieceId => |v| v.0,
}

impl From<f64> for Arg<'_> {
    fn from(value: f64) -> Self {
        Self::Real(value)
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(value: &'a str) -> Self {
        Self::Text(Cow::Borrowed(value))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(value: &'a String) -> Self {
        Self::Text(Cow::Borrowed(value))
    }
}

impl<'a> From<Cow<'a, str>> for Arg<'a> {
    fn from(value: Cow<'a, str>) -> Self {
        Self::Text(value)
    }
}

impl From<String> for Arg<'_> {
    fn from(value: String) -> Self {
        Self::Text(Cow::Owned(value))
    }
}

impl<'a> From<&'a [u8]> for Arg<'a> {
    fn from(value: &'a [u8]) -> Self {
        Self::Bytes(value)
    }
}

impl<'a> From<&'a Lang> for Arg<'a> {
    fn from(value: &'a Lang) -> Self {
        value.tag().into()
    }
}

impl<'a> From<&'a Sector> for Arg<'a> {
    fn from(value: &'a Sector) -> Self {
        value.slug().into()
    }
}

impl From<Country> for Arg<'_> {
    fn from(value: Country) -> Self {
        value.code().to_owned().into()
    }
}

impl From<Hash> for Arg<'_> {
    fn from(value: Hash) -> Self {
        value.hex().into()
    }
}

impl<'a, T: Into<Arg<'a>>> From<Option<T>> for Arg<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
