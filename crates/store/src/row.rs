//! The one place that turns columns into our nouns.

use news::{Country, Hash, JobId, Lang, PersonId, PieceId, ReportId, RevisionId, Sector, SourceId, StoryId, Time};
use serde::de::DeserializeOwned;

use crate::{Error, Result};

/// A column's value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// SQL's NULL.
    Null,
    /// BIGINT.
    Int(i64),
    /// DOUBLE PRECISION.
    Real(f64),
    /// TEXT.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

/// A row of a driver: its columns by name.
pub trait Columns {
    /// The value of that column; an error when there is no such column.
    fn column(&self, name: &str) -> Result<Value>;
    /// The names of all columns, in order.
    fn names(&self) -> Vec<String>;
}

/// A row, whichever database it is from.
pub struct Row<'a>(pub(crate) &'a dyn Columns);

/// What a column can be read as.
pub trait FromValue: Sized {
    /// The noun, or the value back when it is not one.
    fn from_value(value: Value) -> std::result::Result<Self, Value>;
}

impl Row<'_> {
    /// The column of that name.
    pub fn get<T: FromValue>(&self, name: &str) -> Result<T> {
        let unreadable = |value| Error::Unreadable(format!("column `{name}` holds {}", shown(&value)));
        T::from_value(self.0.column(name)?).map_err(unreadable)
    }

    /// A column that holds one word of a fixed set.
    pub fn word<T>(&self, name: &str, of_word: impl Fn(&str) -> Option<T>) -> Result<T> {
        let word: String = self.get(name)?;
        of_word(&word).ok_or_else(|| Error::Unreadable(format!("column `{name}` holds the unknown word `{word}`")))
    }

    /// A column that holds JSON.
    pub fn json<T: DeserializeOwned>(&self, name: &str) -> Result<T> {
        let json: String = self.get(name)?;
        serde_json::from_str(&json).map_err(|e| Error::Unreadable(format!("column `{name}` holds other JSON ({e})")))
    }
}

/// A value for an error sentence: its kind, and its first words only, for it may be a whole text.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => "nothing".into(),
        Value::Int(n) => format!("the number {n}"),
        Value::Real(n) => format!("the number {n}"),
        Value::Text(text) => format!("the text `{}`", text.chars().take(40).collect::<String>()),
        Value::Bytes(bytes) => format!("{} bytes", bytes.len()),
    }
}

macro_rules! plain {
    ($($kind:ident => $to:ty),* $(,)?) => {$(
        impl FromValue for $to {
            fn from_value(value: Value) -> std::result::Result<Self, Value> {
                if let Value::$kind(value) = value { Ok(value) } else { Err(value) }
            }
        }
        impl From<$to> for Value {
            fn from(value: $to) -> Self {
                Self::$kind(value)
            }
        }
    )*};
}

plain! { Int => i64, Text => String, Bytes => Vec<u8> }

impl FromValue for f64 {
    fn from_value(value: Value) -> std::result::Result<Self, Value> {
        match value {
            Value::Real(n) => Ok(n),
            Value::Int(n) => Ok(n as f64),
            other => Err(other),
        }
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: Value) -> std::result::Result<Self, Value> {
        if value == Value::Null { Ok(None) } else { T::from_value(value).map(Some) }
    }
}

macro_rules! read {
    ($from:ty: $($to:ty = $read:expr),* $(,)?) => {$(
        impl FromValue for $to {
            fn from_value(value: Value) -> std::result::Result<Self, Value> {
                let read: fn(&$from) -> Option<$to> = $read;
                let value = <$from>::from_value(value)?;
                read(&value).ok_or_else(|| value.into())
            }
        }
    )*};
}

read! { i64:
    bool = |n| Some(*n != 0),
    u32 = |n| (*n).try_into().ok(),
    u64 = |n| (*n).try_into().ok(),
    usize = |n| (*n).try_into().ok(),
    Time = |n| Some(Time(*n)),
    SourceId = |n| Some(SourceId(*n)),
    ReportId = |n| Some(ReportId(*n)),
    StoryId = |n| Some(StoryId(*n)),
    RevisionId = |n| Some(RevisionId(*n)),
    JobId = |n| Some(JobId(*n)),
    PersonId = |n| Some(PersonId(*n)),
    PieceId = |n| Some(PieceId(*n)),
}

read! { String:
    Lang = |s| Some(Lang::new(s)),
    Sector = |s| Sector::new(s),
    Country = |s| Country::new(s),
    Hash = |s| Hash::from_hex(s),
}
