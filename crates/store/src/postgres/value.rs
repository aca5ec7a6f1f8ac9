//! How values travel to PostgreSQL and back.

use std::borrow::Cow;
use std::error::Error as StdError;

use bytes::BytesMut;
use tokio_postgres::Row;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};

use crate::arg::Arg;
use crate::row::{Columns, Value};
use crate::{Error, Result};

impl ToSql for Arg<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> std::result::Result<IsNull, Box<dyn StdError + Sync + Send>> {
        match (self, ty) {
            (Self::Null, _) => Ok(IsNull::Yes),
            (Self::Int(n), &Type::INT8) => n.to_sql(ty, out),
            (Self::Int(n), &Type::INT4) => i32::try_from(*n)?.to_sql(ty, out),
            (Self::Int(n), &Type::INT2) => i16::try_from(*n)?.to_sql(ty, out),
            (Self::Int(n), &Type::FLOAT8) => (*n as f64).to_sql(ty, out),
            (Self::Real(n), &Type::FLOAT8) => n.to_sql(ty, out),
            (Self::Text(text), &Type::TEXT | &Type::VARCHAR | &Type::BPCHAR | &Type::NAME) => {
                shown(text).as_ref().to_sql(ty, out)
            }
            (Self::Bytes(bytes), &Type::BYTEA) => bytes.to_sql(ty, out),
            (arg, ty) => Err(format!("{arg:?} cannot be given where {ty} is asked for").into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        // The value decides, too: see above.
        true
    }

    to_sql_checked!();
}

/// PostgreSQL keeps no NUL in a text; the sign for an unreadable letter stands in its place.
pub(crate) fn shown(text: &str) -> Cow<'_, str> {
    if text.contains('\0') { text.replace('\0', "\u{fffd}").into() } else { text.into() }
}

impl Columns for Row {
    fn column(&self, name: &str) -> Result<Value> {
        let place = self.columns().iter().position(|column| column.name() == name);
        let Some(at) = place else { return Err(Error::Database(format!("there is no column `{name}`"))) };
        value(self, at).map_err(|e| Error::Database(format!("column `{name}`: {e}")))
    }

    fn names(&self) -> Vec<String> {
        self.columns().iter().map(|column| column.name().to_owned()).collect()
    }
}

fn value(row: &Row, at: usize) -> std::result::Result<Value, tokio_postgres::Error> {
    let Some(column) = row.columns().get(at) else { return Ok(Value::Null) };
    let value = match *column.type_() {
        Type::INT8 => row.try_get::<_, Option<i64>>(at)?.map(Value::Int),
        Type::INT4 => row.try_get::<_, Option<i32>>(at)?.map(|n| Value::Int(n.into())),
        Type::INT2 => row.try_get::<_, Option<i16>>(at)?.map(|n| Value::Int(n.into())),
        Type::FLOAT8 => row.try_get::<_, Option<f64>>(at)?.map(Value::Real),
        Type::FLOAT4 => row.try_get::<_, Option<f32>>(at)?.map(|n| Value::Real(n.into())),
        Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(at)?.map(Value::Bytes),
        // Any other type is an error of the driver, with its name.
        _ => row.try_get::<_, Option<String>>(at)?.map(Value::Text),
    };
    Ok(value.unwrap_or(Value::Null))
}
