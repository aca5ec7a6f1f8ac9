//! Raw bytes by SHA-256.
use crate::{Result, Store};
use news::Hash;
impl Store {
    /// Keeps `bytes`; safe to call twice. On disk before it returns.
    pub fn put_blob(&self, bytes: &[u8]) -> Result<Hash> { let _ = bytes; unimplemented!() }
    /// The bytes of that name.
    pub fn blob(&self, hash: Hash) -> Result<Option<Vec<u8>>> { let _ = hash; unimplemented!() }
}
