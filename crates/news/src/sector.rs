//! Subject areas of the house and the IPTC Media Topics they stand for.

use serde::{Deserialize, Serialize};

/// A subject area by its slug, as it stands in URLs: `law-order`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sector(String);

/// The sectors a newsroom starts with: slug, name for readers, root codes of IPTC Media Topics that belong to it.
pub const DEFAULT: [(&str, &str, &[&str]); 12] = [
    ("politics", "Politics", &["11000000"]),
    ("business", "Business", &["04000000", "09000000"]),
    ("law-order", "Law & Order", &["02000000"]),
    ("science-environment", "Science & Environment", &["06000000", "13000000", "17000000"]),
    ("health", "Health", &["07000000"]),
    ("education", "Education", &["05000000"]),
    ("sports-games", "Sport", &["15000000"]),
    ("entertainment", "Entertainment", &["01000000"]),
    ("lifestyle", "Lifestyle", &["10000000"]),
    ("international", "International", &["16000000"]),
    ("headlines", "Headlines", &["03000000"]),
    ("other", "Other", &["08000000", "12000000", "14000000"]),
];

impl Sector {
    /// The slug when it is one (`a-z`, digits and `-`, 1 to 40 characters); `None` otherwise.
    pub fn new(slug: &str) -> Option<Self> {
        let ok = (1..=40).contains(&slug.len())
            && slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        ok.then(|| Self(slug.into()))
    }

    /// The sector of that slug, when it is one of the house's.
    pub fn of_house(slug: &str) -> Option<Self> {
        Self::new(slug).filter(|s| DEFAULT.iter().any(|(known, ..)| *known == s.slug()))
    }

    /// Where a story goes when nothing tells its subject.
    pub fn other() -> Self {
        Self("other".into())
    }

    /// The slug.
    pub fn slug(&self) -> &str {
        &self.0
    }

    /// The name for readers: from [`DEFAULT`], else the slug.
    pub fn name(&self) -> &str {
        DEFAULT.iter().find(|(slug, ..)| *slug == self.0).map_or(self.slug(), |(_, name, _)| name)
    }

    /// The sector of an IPTC Media Topic given as 8 digits, `medtop:` qcode or URI, by its root; `None` when unknown.
    /// Only root codes and the ids below 20000000 carry their root in the digits.
    pub fn of_media_topic(code: &str) -> Option<Self> {
        let digits = code.rsplit(['/', ':']).next().unwrap_or(code);
        if digits.len() != 8 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let root = format!("{}000000", &digits[..2]);
        DEFAULT.iter().find(|(_, _, roots)| roots.contains(&root.as_str())).map(|(slug, ..)| Self((*slug).into()))
    }
}

impl std::fmt::Display for Sector {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_topic_roots_find_their_sector() {
        let sector = |code| Sector::of_media_topic(code).map(|s| s.slug().to_owned());
        assert_eq!(sector("medtop:15000000").as_deref(), Some("sports-games"));
        assert_eq!(sector("http://cv.iptc.org/newscodes/mediatopic/04000000").as_deref(), Some("business"));
        assert_eq!(sector("medtop:20000593"), None);
        assert_eq!(sector("sport"), None);
    }
}
