//! Our page about one event.

use serde::{Deserialize, Serialize};

use crate::{
    Country, Hash, Lang, RevisionId, Sector, StoryId, Time,
    label::Involvement,
    picture::{Brought, Size},
    stage::Stage,
    verdict::Verdict,
};

/// A story as stored, without its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// Its id, in the URL for good.
    pub id: StoryId,
    /// Where it stands.
    pub stage: Stage,
    /// Subject area.
    pub sector: Sector,
    /// Why that sector: the words or codes that decided.
    pub sector_reason: String,
    /// URL part made from the headline.
    pub slug: String,
    /// Its one language.
    pub lang: Lang,
    /// Headline of the newest revision that readers see, else of the newest draft.
    pub headline: String,
    /// Where it was filed: the dateline's place as printed (`Paris`), empty when none says.
    pub dateline_place: String,
    /// The dateline's country.
    pub filed_from: Option<Country>,
    /// The countries it is about, most important first; empty when the text does not say.
    pub about: Vec<Country>,
    /// Deaths, arrests or named people at its centre: no drawn picture.
    pub sensitive: bool,
    /// Its picture.
    pub picture: Option<Picture>,
    /// The worst sentence of the newest revision.
    pub verdict: Option<Verdict>,
    /// Why it is held; empty when it is not.
    pub held_reason: String,
    /// When it came into being.
    pub created: Time,
    /// When readers first saw it.
    pub first_published: Option<Time>,
    /// When readers last saw it change.
    pub updated: Option<Time>,
    /// The revision that readers see.
    pub live: Option<RevisionId>,
    /// A person reviewed the revision that readers see.
    pub reviewed: bool,
    /// Tell search engines to stay away: it rests on one source's rewrite.
    pub noindex: bool,
    /// The notice of a kill, for readers; names no old word of the story.
    pub kill_notice: String,
    /// The people that a line under the headline names, as the desk wrote it; empty where none is named.
    pub byline: String,
    /// What kind of text it is.
    pub genre: Genre,
    /// How urgent the wire says it is: 1 (most) to 9 (least), the most urgent of its reports; `None` where none says.
    pub urgency: Option<u8>,
    /// The desk's own embargo: it goes on the site no earlier.
    pub embargo: Option<Time>,
    /// Editions that people put it into or keep it out of, whatever its countries and sector say.
    pub placed: Vec<Placed>,
}

/// Where a person wants a story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// An edition, by the word that begins its addresses.
    pub edition: String,
    /// In it, or not in it.
    pub inside: bool,
}

/// What kind of text a story is, shown to readers where it is not plain news.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Genre {
    /// What happened.
    #[default]
    News,
    /// What it means.
    Analysis,
    /// What one has to know about it.
    Explainer,
}

impl Genre {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::News, Self::Analysis, Self::Explainer];

    /// The word in forms and store.
    pub fn word(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Analysis => "analysis",
            Self::Explainer => "explainer",
        }
    }

    /// The genre of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|g| g.word() == word)
    }

    /// What schema.org calls it.
    pub fn schema_org(self) -> &'static str {
        match self {
            Self::News => "NewsArticle",
            Self::Analysis => "AnalysisNewsArticle",
            Self::Explainer => "BackgroundNewsArticle",
        }
    }
}

/// A story's picture: drawn by rule, from the wire with its credit, or brought in by a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// SHA-256 of the bytes in the blob store.
    pub blob: Hash,
    /// `image/svg+xml`, `image/jpeg`, `image/png`, `image/webp`.
    pub media_type: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Words for those who cannot see it.
    pub alt: String,
    /// Words under it.
    pub caption: String,
    /// Whom to credit; empty on a drawn one.
    pub credit: String,
    /// A machine's part in its making.
    pub involvement: Involvement,
    /// IPTC Digital Source Type URI.
    pub digital_source_type: String,
    /// Smaller copies, the smallest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sizes: Vec<Size>,
    /// What is on record of one that a person brought in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub brought: Option<Brought>,
}

/// URL part from a headline: ASCII letters and digits of it, lower case, words joined by `-`, at most 80 bytes cut at a
/// word; letters of other scripts stay as they are (the URL is percent-encoded when written). `story` when nothing is left.
pub fn slug(headline: &str) -> String {
    let mut out = String::new();
    for word in
        headline.split(|c: char| !c.is_alphanumeric() && !is_mark(c) && c != '\'' && c != '’').filter(|w| !w.is_empty())
    {
        let word: String = word.chars().filter(|c| *c != '\'' && *c != '’').flat_map(char::to_lowercase).collect();
        if word.is_empty() {
            continue;
        }
        if out.len() + word.len() + 1 > 80 {
            break;
        }
        if !out.is_empty() {
            out.push('-');
        }
        out.push_str(&word);
    }
    if out.is_empty() { "story".into() } else { out }
}

/// Vowel signs and other combining marks, without which Arabic and Devanagari words fall apart.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{064b}'..='\u{065f}' | '\u{0900}'..='\u{0903}' | '\u{093a}'..='\u{094f}' | '\u{0951}'..='\u{0957}' | '\u{0962}'..='\u{0963}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_keep_words_and_drop_the_rest() {
        assert_eq!(slug("Toll rises to 14 in Oporto’s flood — mayor"), "toll-rises-to-14-in-oportos-flood-mayor");
        assert_eq!(slug("दिल्ली में बारिश"), "दिल्ली-में-बारिश");
        assert_eq!(slug("<script>"), "script");
        assert_eq!(slug("!!"), "story");
    }
}
