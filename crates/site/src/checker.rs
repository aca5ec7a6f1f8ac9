//! The check, as the pages ask for it. `dateline` hands it in, so that these pages never link it.

use news::{
    Hash, Lang, ReportId, Time,
    revision::Draft,
    verdict::{Sentence, Verdict},
};

/// A source text to check against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// Whose words: an agency's name, or `Source 1`.
    pub agency: String,
    /// The text, a paragraph a line.
    pub text: String,
    /// Its language.
    pub lang: Lang,
    /// What "on Thursday" counts from.
    pub reference: Time,
    /// Which report; 0 when it was only pasted in.
    pub report: ReportId,
    /// SHA-256 of `text`; citations name it.
    pub text_hash: Hash,
}

/// Checks a draft against source texts.
pub trait Checker: Send + Sync {
    /// The worst verdict, and every sentence of headline, summary and body with its own.
    fn check(&self, draft: &Draft, evidence: &[Pasted], now: Time) -> (Verdict, Vec<Sentence>);
    /// The language of a text.
    fn detect(&self, text: &str) -> Lang;
    /// The moment that a source's days count from: its dateline's day, else `now`.
    fn told_on(&self, text: &str, lang: &Lang, now: Time) -> Time;
}
