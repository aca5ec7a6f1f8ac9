//! What an index can hold. PostgreSQL refuses a row whose indexed texts are longer than about 2,700 bytes, and what comes off
//! the wire may be of any length.

use std::borrow::Cow;

use news::Hash;

/// Bytes that are kept as they are.
const MOST_BYTES: usize = 800;

/// The text itself, or of one that is too long its beginning and its SHA-256.
pub(crate) fn key(text: &str) -> Cow<'_, str> {
    if text.len() <= MOST_BYTES {
        return text.into();
    }
    let end = (0..=MOST_BYTES).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    format!("{}… {}", text.get(..end).unwrap_or_default(), Hash::of(text.as_bytes())).into()
}
