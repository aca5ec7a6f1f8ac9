//! The default drafter: extract and compress, never paraphrase; no network. Every word of a draft stands in a report.

pub mod body;
pub mod compress;
pub mod headline;
pub mod summary;

use news::{Lang, Time, report::StoredReport, revision::Draft, verdict::{Part, Verdict}};

/// Who made such a draft, as revisions record it.
pub const NAME: &str = "extract";

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

/// Makes a draft. Body first; summary and headline are drawn from it. Reports that may not be shown give a headline only.
pub fn draft(material: &Material<'_>) -> Draft {
    let body = body::body(material);
    let summary = summary::summary(material, &body);
    let headline = headline::headline(material, &body);
    let paragraphs = body.into_iter().map(|p| p.join(" ")).collect();
    Draft { lang: material.lang.clone(), headline, summary, paragraphs }
}
