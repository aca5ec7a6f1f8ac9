//! The only crate with SQL. Functions are synchronous over [`Conn`]; [`Store::write`] is one transaction.

pub mod blob;
pub mod change;
pub mod conn;
pub mod correction;
pub mod feature;
pub mod job;
pub mod list;
pub mod log;
pub mod oddity;
pub mod piece;
pub mod report;
pub mod revision;
pub mod setting;
pub mod source;
pub mod story;
pub mod view;

pub use conn::{Conn, Error, Result, Store};
