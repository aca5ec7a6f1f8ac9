//! Draft sentence + reports -> citations and verdicts. Pure. The product's heart; also usable alone.
//!
//! A draft sentence is laid along the source sentences that it comes from (`align`), then one rule after the other compares
//! what both say: names, numbers, dates, places, quotations, speakers, attribution, negation, direction, legal status
//! (`rule/`). What a rule finds is a sentence for people that names both values.
//!
//! Cost is bounded: of a source the first 400 KB are read, a draft sentence is checked up to 2,000 characters (a longer one
//! is not supported), a source sentence is laid along up to 400 words.

mod align;
mod consistency;
mod disagree;
mod fact;
mod feature;
mod irregular;
mod judge;
mod kinship;
mod near_source;
mod reason;
mod rule;
mod settle;
mod vocabulary;
mod weight;

use news::{
    Hash, Lang, ReportId, Time,
    revision::Draft,
    verdict::{Sentence, Verdict},
};

pub use feature::NAMES as FEATURES;
pub use weight::{ENOUGH, Measured, Weights};

use fact::Reading;
use vocabulary::Vocabulary;

/// A source text to check against.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// Which report; 0 when pasted.
    pub report: ReportId,
    /// The agency's name, for reasons.
    pub agency: String,
    /// The report's text: headline on line 1, a paragraph a line. Citations count bytes in it.
    pub text: String,
    /// SHA-256 of `text`.
    pub text_hash: Hash,
    /// Its language.
    pub lang: Lang,
    /// What "on Thursday" counts from.
    pub reference: Time,
    /// IANA zone of the source, `UTC` when unknown.
    pub zone: String,
}

/// Sources read once, for any number of drafts.
pub struct Sources {
    evidence: Vec<Evidence>,
    /// What each evidence says, in the same order.
    readings: Vec<Reading>,
    vocabulary: Vocabulary,
    /// Reports that are one agency's copy share a number.
    copies: Vec<usize>,
}

/// What the check says of a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The worst sentence's verdict.
    pub verdict: Verdict,
    /// Every sentence: headline, summary, body.
    pub sentences: Vec<Sentence>,
}

impl Sources {
    /// The moment of the newest report: a draft about it tells its days from there.
    pub fn newest(&self) -> Option<Time> {
        self.evidence.iter().map(|e| e.reference).max()
    }

    /// Reads the evidence: sentences, facts, index. Of a text longer than 400 KB only the start is read.
    pub fn new(evidence: Vec<Evidence>) -> Self {
        let mut vocabulary = Vocabulary::default();
        let readings: Vec<Reading> = evidence.iter().map(|e| Reading::of_source(e, &mut vocabulary)).collect();
        vocabulary.index(&readings);
        let copies = near_source::groups(&evidence);
        Self { evidence, readings, vocabulary, copies }
    }

    /// What was read.
    pub fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }

    /// Checks a draft whose own relative dates count from `now` in `zone`.
    pub fn check(&self, draft: &Draft, now: Time, zone: &str) -> Report {
        let sentences = judge::draft(self, draft, now, zone);
        let verdict = sentences.iter().map(|s| s.verdict).max().unwrap_or(Verdict::NotFound);
        Report { verdict, sentences }
    }
}

impl Sources {
    /// For learning weights: what the support of every sentence of a text is weighed from.
    pub fn measure(&self, draft: &Draft, now: Time, zone: &str) -> Vec<Measured> {
        judge::weighed(self, draft, now, zone).into_iter().filter_map(|(_, measured)| measured).collect()
    }
}

/// How well a whole text is supported, from 0 to 1: the `support` of its worst sentence, 0 for a text without sentences.
pub fn claim_score(report: &Report) -> f64 {
    report.sentences.iter().map(|s| s.support).min_by(f64::total_cmp).unwrap_or(0.0)
}
