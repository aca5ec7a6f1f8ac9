//! What a site publishes beside the wire that it came from: which report each item rests on, and which of its sentences no
//! report supports. Nothing is stored; the site need not know of Dateline.

use std::collections::HashSet;

use news::{
    Hash, ReportId, Time,
    report::Report,
    revision::Draft,
    verdict::{Sentence, Verdict},
};

/// Share of an item's telling words that a report must have for the item to rest on it.
const SHARED: f64 = 0.4;
/// Reports that an item is checked against, the nearest first.
const MOST_SOURCES: usize = 5;
/// How much older than the item a report may be, and how much younger: sites publish before the wire's last version.
const BEFORE_MS: i64 = 4 * 24 * 3_600_000;
const AFTER_MS: i64 = 6 * 3_600_000;

/// A report of the wire, read once for all items.
pub struct Wired {
    evidence: check::Evidence,
    words: HashSet<String>,
    sent: Option<Time>,
    /// Its headline.
    pub headline: String,
}

/// An item of the site, checked.
pub struct Watched {
    /// Headline and paragraphs.
    pub draft: Draft,
    /// Every sentence.
    pub sentences: Vec<Sentence>,
    /// Headlines of the reports that it rests on, each with its agency, the nearest first.
    pub sources: Vec<(String, String)>,
}

impl Watched {
    /// Sentences that no report supports.
    pub fn unsupported(&self) -> impl Iterator<Item = &Sentence> {
        self.sentences.iter().filter(|s| s.verdict != Verdict::Supported)
    }
}

impl Wired {
    /// A report of that agency, taken when it was read.
    pub fn new(report: &Report, agency: &str, received: Time) -> Self {
        let sent = report.updated.or(report.published);
        Self {
            words: telling(&report.text, &report.lang),
            sent,
            headline: report.headline.clone(),
            evidence: check::Evidence {
                report: ReportId(0),
                agency: agency.to_owned(),
                text: report.text.clone(),
                text_hash: Hash::of(report.text.as_bytes()),
                lang: report.lang.clone(),
                reference: sent.unwrap_or(received),
                zone: "UTC".into(),
            },
        }
    }

    /// Whether it was sent about the time of an item; what has no time may have been.
    fn is_of_the_time(&self, at: Option<Time>) -> bool {
        self.sent.zip(at).is_none_or(|(sent, at)| (-AFTER_MS..=BEFORE_MS).contains(&(at.ms() - sent.ms())))
    }
}

/// Stems of the words that tell a text from another.
fn telling(text: &str, lang: &news::Lang) -> HashSet<String> {
    text::word::words(text, lang).into_iter().filter(|w| !w.stop).map(|w| w.stem).collect()
}

/// Checks an item of the site; `None` when it does not come from this wire. `text` is the item's own: headline on line 1, then
/// a paragraph a line.
pub fn compare(item: &Report, text: &str, wire: &[Wired], now: Time) -> Option<Watched> {
    let at = item.published.or(item.updated);
    let words = telling(text, &item.lang);
    let share = |w: &Wired| words.intersection(&w.words).count() as f64 / words.len().max(1) as f64;
    let mut near: Vec<(f64, &Wired)> = wire
        .iter()
        .filter(|w| w.is_of_the_time(at) && w.evidence.lang.primary() == item.lang.primary())
        .map(|w| (share(w), w))
        .filter(|(share, _)| *share >= SHARED)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.truncate(MOST_SOURCES);
    if near.is_empty() {
        return None;
    }
    let mut lines = text.lines().map(str::to_owned);
    let draft = Draft {
        lang: item.lang.clone(),
        headline: lines.next().unwrap_or_default(),
        summary: String::new(),
        paragraphs: lines.collect(),
        marks: Vec::new(),
    };
    let sources = check::Sources::new(near.iter().map(|(_, w)| w.evidence.clone()).collect());
    let report = sources.check(&draft, at.unwrap_or(now), "UTC");
    let named = near.iter().map(|(_, w)| (w.evidence.agency.clone(), w.headline.clone())).collect();
    Some(Watched { draft, sentences: report.sentences, sources: named })
}
