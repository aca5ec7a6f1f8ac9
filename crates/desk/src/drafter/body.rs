//! Three to six short paragraphs: those of the newest full report in wire order, then what other reports add.

use std::collections::BTreeMap;

use news::{Lang, SourceId, report::StoredReport, verdict::Part};

use super::{Material, antecedent, compress};

/// Paragraphs of a body.
const PARAGRAPHS: std::ops::RangeInclusive<usize> = 3..=6;
/// Words of a body, beyond which nothing is added.
const WORDS: usize = 220;
/// Words from which a report is full enough to lead.
const FULL_WORDS: usize = 70;
/// Words of a paragraph.
const PARAGRAPH_WORDS: usize = 60;
/// Share of a sentence's stems that the body may already have before it only repeats.
const REPEATS: f64 = 0.6;

/// Paragraphs, each a list of sentences; `without` those that did not hold.
pub fn body(material: &Material<'_>, without: &[String]) -> Vec<Vec<String>> {
    let mut writer = Writer { material, without, paragraphs: Vec::new(), words: 0, used: BTreeMap::new() };
    let mut reports: Vec<_> = material.reports.iter().rev().filter(|(_, allowance)| *allowance > 0).collect();
    // The newest report that is full enough leads; the rest follow, newest first.
    reports.sort_by_key(|(r, _)| text::word::count(&r.report.text) < FULL_WORDS);
    for (nth, (report, allowance)) in reports.into_iter().enumerate() {
        writer.take(report, *allowance as usize, nth == 0);
    }
    writer.paragraphs
}

struct Writer<'a> {
    material: &'a Material<'a>,
    without: &'a [String],
    paragraphs: Vec<Vec<String>>,
    words: usize,
    /// Words taken from each source: its allowance holds for the page, however many reports it sent.
    used: BTreeMap<SourceId, usize>,
}

/// How far a report is read.
#[derive(Default)]
struct Read {
    /// Its sentences so far.
    before: Vec<String>,
    /// The body does not have the last of them.
    gap: bool,
}

impl Writer<'_> {
    /// Takes what a report gives: the leading one in wire order, the others only what is new and stands alone.
    fn take(&mut self, report: &StoredReport, allowance: usize, leads: bool) {
        let lang = &report.report.lang;
        let mut left = allowance.saturating_sub(self.used.get(&report.source).copied().unwrap_or(0));
        let mut read = Read::default();
        for paragraph in report.report.text.lines().skip(1) {
            if self.paragraphs.len() >= *PARAGRAPHS.end() || self.words >= WORDS {
                return;
            }
            let kept = self.sentences(paragraph, lang, leads, &mut left, &mut read);
            if !kept.is_empty() {
                let words = kept.iter().map(|s| text::word::count(s)).sum::<usize>();
                self.words += words;
                *self.used.entry(report.source).or_default() += words;
                self.paragraphs.push(kept);
            }
        }
    }

    /// The sentences of a paragraph that can stand in the body, up to a paragraph's length. A paragraph whose first
    /// sentence cannot be used is left out whole: what follows may lean on it.
    fn sentences(&self, paragraph: &str, lang: &Lang, leads: bool, left: &mut usize, read: &mut Read) -> Vec<String> {
        let mut kept: Vec<String> = Vec::new();
        let mut words = 0;
        let mut done = false;
        for range in text::sentence::split(paragraph, lang) {
            let printed = compress::tidy(paragraph.get(range).unwrap_or_default());
            // What leans on a sentence that the body does not have right before it says whom it means, or is left out.
            let alone = (leads && !read.gap) || compress::stands_alone(&printed, lang);
            let met = |name: &str| self.paragraphs.iter().flatten().chain(&kept).any(|s| s.contains(name));
            let sentence =
                if alone { Some(printed.clone()) } else { antecedent::named(&read.before, &printed, met, lang) };
            read.before.push(printed);
            read.gap = true;
            let Some(sentence) = sentence.filter(|_| !done) else {
                done = true;
                continue;
            };
            let count = text::word::count(&sentence);
            let fits = count <= *left
                && words + count <= PARAGRAPH_WORDS.max(count)
                && (words == 0 || words + count <= PARAGRAPH_WORDS);
            let news =
                !text::rank::boilerplate(&sentence, lang) && !cut_off(&sentence) && !self.repeats(&sentence, lang);
            let known_bad = self.without.contains(&sentence);
            if known_bad || !(fits && news && self.material.holds(Part::Body(0), &sentence)) {
                done = true;
                continue;
            }
            read.gap = false;
            *left -= count;
            words += count;
            kept.push(sentence);
        }
        kept
    }

    fn repeats(&self, sentence: &str, lang: &Lang) -> bool {
        let stems = content(sentence, lang);
        let told = self.paragraphs.iter().flatten().map(|s| content(s, lang));
        !stems.is_empty()
            && told.into_iter().any(|known| {
                let shared = stems.iter().filter(|s| known.contains(s)).count();
                shared as f64 >= REPEATS * stems.len() as f64
            })
    }
}

/// A teaser that its feed cut in the middle: `Fortunately, I stil…`.
fn cut_off(sentence: &str) -> bool {
    ["…", "...", "[…]", "[...]", "(…)"].iter().any(|mark| sentence.ends_with(mark))
}

/// Stems of the words that carry meaning.
pub(super) fn content(sentence: &str, lang: &Lang) -> Vec<String> {
    let mut stems: Vec<String> =
        text::word::words(sentence, lang).into_iter().filter(|w| !w.stop).map(|w| w.stem).collect();
    stems.sort();
    stems.dedup();
    stems
}
