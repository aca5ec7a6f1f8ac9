//! (stub) The connection and the store.
use std::path::Path;
/// What went wrong, and what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database said no.
    #[error("{0}")]
    Database(String),
}
/// A store function's answer.
pub type Result<T> = std::result::Result<T, Error>;
/// A connection inside a transaction: SQL text of a file, arguments, rows.
pub trait Conn {}
/// The newsroom's database and blobs. Cheap to clone; threads share it.
#[derive(Clone)]
pub struct Store {}
impl Store {
    /// Opens (and makes, and migrates) the newsroom's store in the folder `home`.
    pub fn open(home: &Path) -> Result<Store> { let _ = home; unimplemented!() }
    /// Runs `work` as one transaction; returns after the commit is on disk. An `Err` from `work` rolls back.
    pub fn write<T: Send + 'static>(&self, work: impl FnOnce(&mut dyn Conn) -> Result<T> + Send + 'static) -> Result<T> { let _ = work; unimplemented!() }
    /// Runs `work` on a reading connection (one snapshot).
    pub fn read<T>(&self, work: impl FnOnce(&mut dyn Conn) -> Result<T>) -> Result<T> { let _ = work; unimplemented!() }
}
