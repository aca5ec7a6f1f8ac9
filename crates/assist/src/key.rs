//! The endpoint's key: it goes into one header and nowhere else.

/// A secret. Neither its `Debug` nor any message shows it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Key(String);

impl Key {
    /// The key as the operator wrote it, without the white space around it that files end with.
    pub fn new(key: &str) -> Self {
        Self(key.trim().to_owned())
    }

    /// Whether there is none: an endpoint on the own machine rarely wants one.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of the `Authorization` header, marked as secret; `None` without a key or when it cannot stand in a header.
    pub(crate) fn header(&self) -> Option<reqwest::header::HeaderValue> {
        let mut value = reqwest::header::HeaderValue::from_str(&format!("Bearer {}", self.0)).ok()?;
        value.set_sensitive(true);
        (!self.0.is_empty()).then_some(value)
    }

    /// `words` without the key: a server may send back what it was sent.
    pub(crate) fn masked(&self, words: &str) -> String {
        if self.0.is_empty() { words.to_owned() } else { words.replace(&self.0, "***") }
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.0.is_empty() { "Key(none)" } else { "Key(***)" })
    }
}
