//! The default drafter: extract and compress, never paraphrase; no network. Every word of a draft stands in a report.

mod antecedent;
pub mod body;
mod briefs;
pub mod compress;
pub mod headline;
mod lines;
pub mod reword;
pub mod summary;

pub use briefs::briefs;
use news::{
    Lang, Time,
    report::StoredReport,
    revision::Draft,
    verdict::{Part, Verdict},
};

/// Who made such a draft, as revisions record it.
pub const NAME: &str = news::label::EXTRACT;

/// The reports of one story, in one language, oldest first, each with how many of its words a page may show.
pub struct Material<'a> {
    /// The language of the draft.
    pub lang: &'a Lang,
    /// Reports with their word allowance.
    pub reports: Vec<(&'a StoredReport, u32)>,
    /// The same reports, read for the check.
    pub sources: &'a check::Sources,
    /// When the draft is made and in which zone, for its relative dates.
    pub now: Time,
    /// See `now`.
    pub zone: &'a str,
}

impl Material<'_> {
    /// Whether the check finds `line` supported when it stands in `part`.
    fn holds(&self, part: Part, line: &str) -> bool {
        let mut draft = Draft { lang: self.lang.clone(), ..Draft::default() };
        match part {
            Part::Headline => draft.headline = line.into(),
            Part::Summary => draft.summary = line.into(),
            Part::Body(_) => draft.paragraphs.push(line.into()),
        }
        self.sources.check(&draft, self.now, self.zone).verdict == Verdict::Supported
    }
}

/// How often a draft is made anew without the sentences that did not hold.
const ROUNDS: usize = 4;

/// Makes a draft. Body first; summary and headline are drawn from it. Reports that may not be shown give a headline only.
/// A sentence may hold alone and not beside others (whose words are they?), so the whole draft is checked, and made anew
/// without what did not hold.
pub fn draft(material: &Material<'_>) -> Draft {
    let mut without: Vec<String> = Vec::new();
    let mut draft = once(material, &without);
    for _ in 0..ROUNDS {
        let failing = failing(material, &draft);
        if failing.is_empty() {
            break;
        }
        without.extend(failing);
        draft = once(material, &without);
    }
    draft
}

fn once(material: &Material<'_>, without: &[String]) -> Draft {
    let body = body::body(material, without);
    let summary = summary::summary(material, &body, without);
    let headline = headline::headline(material, &body, without);
    let paragraphs = body.into_iter().map(|p| p.join(" ")).collect();
    Draft { lang: material.lang.clone(), headline, summary, paragraphs, marks: Vec::new() }
}

/// The sentences of a draft that the check does not support.
fn failing(material: &Material<'_>, draft: &Draft) -> Vec<String> {
    let report = material.sources.check(draft, material.now, material.zone);
    report.sentences.iter().filter(|s| s.verdict != Verdict::Supported).map(|s| draft.words(s).to_owned()).collect()
}
