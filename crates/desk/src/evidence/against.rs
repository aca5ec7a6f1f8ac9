//! A text that is no story's, held against the reports of stories and against words that somebody gives.

use std::ops::Range;

use news::{
    Lang, ReportId, StoryId, Time,
    revision::Draft,
    verdict::{Citation, Sentence},
};
use store::Store;

use super::of_story;
use crate::Result;

/// Stories whose reports a text is held against at once.
pub const STORIES: usize = 20;
/// Characters of all that it is held against.
pub const CHARS: usize = 200_000;
/// Words that no agency sent, as a reason names them.
const OTHER: &str = "the other text";
/// The report of what is in no report.
const NO_REPORT: ReportId = ReportId(0);

/// What a text is to be held against.
#[derive(Clone, Debug, Default)]
pub struct Basis {
    /// The words given, then the reports of one story after the other, each report once.
    pub evidence: Vec<check::Evidence>,
    /// Stories without a report that may be used.
    pub without: Vec<StoryId>,
    /// There was more than is read at once.
    pub is_cut: bool,
}

/// What the check says of a text, with what it was held against.
#[derive(Clone, Debug)]
pub struct Checked {
    /// Its sentences in order.
    pub sentences: Vec<Sentence>,
    evidence: Vec<check::Evidence>,
}

/// The line of a source in which cited words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told<'a> {
    /// The whole line.
    pub line: &'a str,
    /// The cited words in it.
    pub mark: Range<usize>,
    /// Whose; `None` of words that no agency sent.
    pub agency: Option<&'a str>,
    /// What its own words such as "on Thursday" count from.
    pub at: Time,
    /// Its language.
    pub lang: &'a Lang,
}

/// Other words, and the usable reports of these stories: none under embargo, none that was taken back.
pub fn gather(store: &Store, stories: &[StoryId], words: &str, zone: &str, now: Time) -> Result<Basis> {
    let mut basis = Basis::default();
    let mut left = CHARS;
    basis.add(of_words(words, zone, now), &mut left);
    for (n, story) in stories.iter().enumerate() {
        // Whoever gives more than are read is told so; and where the bound is met, no more is read from the store.
        if n >= STORIES || basis.is_cut {
            basis.is_cut = true;
            break;
        }
        let into = store.read(|c| store::merge::into(c, *story))?;
        let reports = of_story(store, into, now)?;
        if reports.is_empty() {
            basis.without.push(*story);
        }
        basis.add(reports, &mut left);
    }
    Ok(basis)
}

/// What the check says of a text held against such evidence. Nothing of it is stored or kept in mind.
pub fn check_against(evidence: Vec<check::Evidence>, draft: &Draft, zone: &str, now: Time) -> Checked {
    let sources = check::Sources::new(evidence);
    let sentences = sources.check(draft, now, zone).sentences;
    Checked { sentences, evidence: sources.evidence().to_vec() }
}

impl Basis {
    fn add(&mut self, found: impl IntoIterator<Item = check::Evidence>, left: &mut usize) {
        for evidence in found {
            // Two stories may have one report.
            if evidence.report != NO_REPORT && self.evidence.iter().any(|known| known.report == evidence.report) {
                continue;
            }
            match left.checked_sub(evidence.text.chars().count()) {
                Some(rest) => {
                    *left = rest;
                    self.evidence.push(evidence);
                }
                None => self.is_cut = true,
            }
        }
    }
}

impl Checked {
    /// The line that a citation is of.
    pub fn told(&self, citation: &Citation) -> Option<Told<'_>> {
        let source = self.evidence.iter().find(|e| e.text_hash == citation.text_hash)?;
        let Range { start, end } = citation.range;
        let first = source.text.get(..start)?.rfind('\n').map_or(0, |at| at + 1);
        let last = source.text.get(end..)?.find('\n').map_or(source.text.len(), |at| end + at);
        Some(Told {
            line: source.text.get(first..last)?,
            mark: start.checked_sub(first)?..end.checked_sub(first)?,
            agency: (source.report != NO_REPORT).then_some(source.agency.as_str()),
            at: source.reference,
            lang: &source.lang,
        })
    }
}

/// Words as evidence, a paragraph a line; none where there are no words.
fn of_words(words: &str, zone: &str, now: Time) -> Option<check::Evidence> {
    let clean = text::clean::paragraphs(words.lines());
    (!clean.is_empty()).then(|| check::Evidence {
        report: NO_REPORT,
        agency: OTHER.into(),
        text_hash: news::Hash::of(clean.as_bytes()),
        lang: text::detect::lang(&clean),
        reference: now,
        zone: zone.into(),
        text: clean,
    })
}

#[cfg(test)]
mod tests {
    use news::verdict::Verdict;

    use super::*;

    const NOW: Time = Time(1_796_000_000_000);

    fn draft(paragraph: &str) -> Draft {
        Draft { lang: Lang::en(), paragraphs: vec![paragraph.into()], ..Draft::default() }
    }

    #[test]
    fn a_text_is_held_against_other_words() {
        let words = "The court sat on Monday.\r\n\r\nThe judge fined the council 14,000 euros on Monday.";
        let evidence: Vec<_> = of_words(words, "UTC", NOW).into_iter().collect();
        let said = draft("The judge fined the council 19,000 euros on Monday.");
        let checked = check_against(evidence, &said, "UTC", NOW);
        let sentence = &checked.sentences[0];
        assert_eq!((checked.sentences.len(), sentence.verdict), (1, Verdict::Contradicted));
        let citation = sentence.findings.iter().find_map(|f| f.citation.as_ref()).unwrap();
        let told = checked.told(citation).unwrap();
        assert_eq!((told.line, told.agency), ("The judge fined the council 14,000 euros on Monday.", None));
        assert!(told.line[told.mark].contains("14,000"));
        assert!(of_words(" \n\t\n", "UTC", NOW).is_none());
    }

    #[test]
    fn the_bound_holds_and_is_told() {
        let home = tempfile::tempdir().unwrap();
        let store = Store::open(home.path()).unwrap();
        let fits = gather(&store, &[StoryId(7)], &"a ".repeat(CHARS / 2), "UTC", NOW).unwrap();
        assert_eq!((fits.evidence.len(), fits.without, fits.is_cut), (1, vec![StoryId(7)], false));
        let long = gather(&store, &[], &"ab".repeat(CHARS), "UTC", NOW).unwrap();
        assert!(long.evidence.is_empty() && long.is_cut);
        let many: Vec<StoryId> = (0..=STORIES as i64).map(StoryId).collect();
        assert!(gather(&store, &many, "", "UTC", NOW).unwrap().is_cut);
    }
}
