//! (stub) Draft sentence + reports -> citations and verdicts. Pure. The product's heart; also usable alone.
use news::{Hash, Lang, ReportId, Time, revision::Draft, verdict::{Sentence, Verdict}};
/// A source text to check against.
#[derive(Clone, Debug)]
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
pub struct Sources {}
/// What the check says of a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The worst sentence's verdict.
    pub verdict: Verdict,
    /// Every sentence: headline, summary, body.
    pub sentences: Vec<Sentence>,
}
impl Sources {
    /// Reads the evidence: sentences, facts, index.
    pub fn new(evidence: Vec<Evidence>) -> Self { let _ = evidence; Self {} }
    /// Checks a draft whose own relative dates count from `now` in `zone`.
    pub fn check(&self, draft: &Draft, now: Time, zone: &str) -> Report { let _ = (draft, now, zone); Report { verdict: Verdict::NotFound, sentences: vec![] } }
}
