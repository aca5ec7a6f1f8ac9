//! The check as the public pages ask for it: the fooling box and `/check`.

use news::{
    Lang, Time,
    revision::Draft,
    verdict::{Sentence, Verdict},
};
use site::{Checker, Pasted};

/// Checks with the house's zone.
pub struct HouseChecker {
    /// IANA zone of the draft's own dates.
    pub zone: String,
}

impl Checker for HouseChecker {
    fn check(&self, draft: &Draft, evidence: &[Pasted], now: Time) -> (Verdict, Vec<Sentence>) {
        let report =
            check::Sources::new(evidence.iter().map(|e| self.evidence(e)).collect()).check(draft, now, &self.zone);
        (report.verdict, report.sentences)
    }

    fn detect(&self, text: &str) -> Lang {
        text::detect::lang(text)
    }

    fn told_on(&self, text: &str, lang: &Lang, now: Time) -> Time {
        wire::told_on(text, lang, now).unwrap_or(now)
    }
}

impl HouseChecker {
    fn evidence(&self, pasted: &Pasted) -> check::Evidence {
        check::Evidence {
            report: pasted.report,
            agency: pasted.agency.clone(),
            text: pasted.text.clone(),
            text_hash: pasted.text_hash,
            lang: pasted.lang.clone(),
            reference: pasted.reference,
            zone: self.zone.clone(),
        }
    }
}
