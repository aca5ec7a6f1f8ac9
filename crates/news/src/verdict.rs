//! What the check says about a sentence: what supports it, what contradicts it, what is missing.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::{Hash, ReportId};

/// The check's answer for a sentence; a text's is its worst sentence's. Ordered from good to bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// A source says so.
    Supported,
    /// No source says so.
    NotFound,
    /// A source says otherwise.
    Contradicted,
}

impl Verdict {
    /// The word used in store and screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::Supported => "supported",
            Self::NotFound => "not found",
            Self::Contradicted => "contradicted",
        }
    }

    /// The verdict of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Supported, Self::NotFound, Self::Contradicted].into_iter().find(|v| v.word() == word)
    }
}

/// Which kind of fact a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// No source sentence says what this sentence says.
    Support,
    /// A person's, body's or thing's name, with title and role.
    Name,
    /// A number, its unit or what it counts.
    Number,
    /// A day, month, year, time or weekday.
    Date,
    /// A place.
    Place,
    /// Words in quotation marks.
    Quote,
    /// Who said it.
    Speaker,
    /// A reported claim told as fact, or a verb of saying made stronger.
    Attribution,
    /// Not, never, no; may, plan, must.
    Negation,
    /// Who did it to whom.
    Relation,
    /// Rise and fall, win and lose, before and after.
    Direction,
    /// Arrested, charged, convicted.
    LegalStatus,
    /// A word that judges and that no source uses.
    LoadedWord,
    /// Parts and sums.
    Sum,
}

impl Kind {
    /// The word used in store and screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::Support => "support",
            Self::Name => "name",
            Self::Number => "number",
            Self::Date => "date",
            Self::Place => "place",
            Self::Quote => "quote",
            Self::Speaker => "speaker",
            Self::Attribution => "attribution",
            Self::Negation => "negation",
            Self::Relation => "relation",
            Self::Direction => "direction",
            Self::LegalStatus => "legal status",
            Self::LoadedWord => "loaded word",
            Self::Sum => "sum",
        }
    }
}

/// Whether a finding stops publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Shown to the editor.
    Warn,
    /// The sentence is not supported.
    Block,
}

/// A byte range of a report's text, named by the text's hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// Which report; 0 when the text was only pasted in.
    pub report: ReportId,
    /// SHA-256 of the text that the range counts in.
    pub text_hash: Hash,
    /// Bytes of that text.
    pub range: Range<usize>,
}

/// One thing that the check found out about a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Which kind of fact.
    pub kind: Kind,
    /// Whether it stops publication.
    pub severity: Severity,
    /// `Contradicted` when a source says otherwise, `NotFound` when none says it.
    pub verdict: Verdict,
    /// Bytes of the sentence's text that it is about.
    pub at: Range<usize>,
    /// The draft's value, as printed.
    pub draft: String,
    /// The source's value, as printed, where a source says otherwise.
    pub source: Option<String>,
    /// Where the source says so.
    pub citation: Option<Citation>,
    /// A sentence for people that names both values.
    pub reason: String,
}

/// Which part of a revision a sentence stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "part", content = "paragraph")]
pub enum Part {
    /// The headline.
    Headline,
    /// The summary.
    Summary,
    /// A paragraph of the body, counted from 0.
    Body(usize),
}

/// A sentence of a draft or revision with what the check said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    /// Where it stands.
    pub part: Part,
    /// Bytes of that part's text.
    pub range: Range<usize>,
    /// The check's answer.
    pub verdict: Verdict,
    /// Source words that support it, best first; the nearest ones when nothing does.
    pub citations: Vec<Citation>,
    /// What was found, worst first.
    pub findings: Vec<Finding>,
    /// How well the best span covers the sentence, from 0 to 1.
    pub support: f64,
}
