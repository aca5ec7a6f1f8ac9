//! The only crate with SQL. Functions are synchronous over [`Conn`]; [`Store::write`] is one transaction.

pub mod arg;
pub mod blob;
pub mod change;
pub mod conn;
pub mod correction;
mod database;
pub mod error;
pub mod fault;
pub mod feature;
pub mod job;
pub mod list;
pub mod log;
mod migrate;
pub mod oddity;
pub mod open;
pub mod piece;
mod postgres;
mod projection;
mod readers;
pub mod report;
pub mod revision;
pub mod row;
pub mod server;
mod session;
pub mod setting;
pub mod source;
mod sqlite;
pub mod story;
pub mod view;
mod writer;

pub use conn::Conn;
pub use error::{Error, Result};
pub use open::{Serving, Store};
