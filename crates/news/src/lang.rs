//! Languages by their BCP 47 tag.

use serde::{Deserialize, Serialize};

/// A language by its BCP 47 tag, lower-cased: `en`, `fr`, `ar`, `hi`, `pt-br`. `und` when nobody could tell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Lang(String);

/// Primary subtags written from right to left.
const RIGHT_TO_LEFT: [&str; 10] = ["ar", "fa", "he", "iw", "ur", "ps", "sd", "ug", "yi", "ckb"];

impl Lang {
    /// The tag lower-cased, `_` read as `-`; anything that is not a tag becomes `und`.
    pub fn new(tag: &str) -> Self {
        let tag = tag.trim().to_ascii_lowercase().replace('_', "-");
        let ok = (2..=35).contains(&tag.len())
            && tag
                .split('-')
                .next()
                .is_some_and(|p| (2..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_lowercase()))
            && tag.split('-').all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
        Self(if ok { tag } else { "und".into() })
    }

    /// English, the language of texts about which nothing is known to the contrary.
    pub fn en() -> Self {
        Self("en".into())
    }

    /// Nobody could tell.
    pub fn und() -> Self {
        Self("und".into())
    }

    /// The whole tag, lower case.
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// The primary subtag: `pt` of `pt-br`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or("und")
    }

    /// Whether nobody could tell.
    pub fn is_und(&self) -> bool {
        self.0 == "und"
    }

    /// `rtl` or `ltr`, as HTML's `dir` wants it.
    pub fn dir(&self) -> &'static str {
        if RIGHT_TO_LEFT.contains(&self.primary()) { "rtl" } else { "ltr" }
    }
}

impl Default for Lang {
    fn default() -> Self {
        Self::und()
    }
}

impl std::fmt::Display for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_folded_and_nonsense_is_und() {
        assert_eq!(Lang::new("en_GB").tag(), "en-gb");
        assert_eq!(Lang::new("en_GB").primary(), "en");
        assert!(Lang::new("\"><script>").is_und());
        assert!(Lang::new("").is_und());
        assert_eq!(Lang::new("ar-EG").dir(), "rtl");
    }
}
