//! What the check found, as one HTML file: the draft left, the sources right, every sentence tied to the words it rests on.
//! Needs nothing from anywhere; works without its script, which only adds keys.

mod marks;

use askama::Template;
use news::{
    revision::Draft,
    verdict::{Part, Sentence, Severity, Verdict},
};

use crate::Pasted;
use marks::Stretch;

/// What stands in the report.
pub struct Checked<'a> {
    /// The draft's name: its file or address.
    pub name: &'a str,
    /// The draft.
    pub draft: &'a Draft,
    /// Every sentence of it, judged.
    pub sentences: &'a [Sentence],
    /// What it was checked against.
    pub sources: &'a [Pasted],
}

#[derive(Template)]
#[template(path = "report.html", whitespace = "minimize")]
struct View<'a> {
    name: &'a str,
    lang: &'a str,
    dir: &'a str,
    counts: Vec<Count>,
    verdict: String,
    good: bool,
    paragraphs: Vec<Paragraph<'a>>,
    sources: Vec<Source>,
}

/// How many sentences came out so.
struct Count {
    class: &'static str,
    word: &'static str,
    number: usize,
    percent: f64,
}

struct Paragraph<'a> {
    headline: bool,
    lines: Vec<Line<'a>>,
}

struct Line<'a> {
    n: usize,
    class: &'static str,
    word: &'static str,
    mark: &'static str,
    /// Where its evidence stands on the page; its reasons when no source has any.
    target: String,
    stretches: Vec<Stretch>,
    reasons: Vec<Reason<'a>>,
}

struct Reason<'a> {
    kind: &'static str,
    words: &'a str,
    remark: bool,
}

struct Source {
    name: String,
    lang: String,
    dir: &'static str,
    paragraphs: Vec<Vec<Stretch>>,
}

/// The report as HTML.
///
/// # Errors
/// When the page cannot be written, which only memory could cause.
pub fn html(checked: &Checked<'_>) -> Result<String, askama::Error> {
    let sentences: Vec<(usize, &Sentence)> = checked.sentences.iter().enumerate().map(|(i, s)| (i + 1, s)).collect();
    let bad = sentences.iter().filter(|(_, s)| s.verdict != Verdict::Supported).count();
    let verdict = match (bad, sentences.len()) {
        (0, 1) => "The sentence is supported.".into(),
        (0, all) => format!("All {all} sentences are supported."),
        (1, all) => format!("1 of {all} sentences is not supported."),
        (bad, all) => format!("{bad} of {all} sentences are not supported."),
    };
    let view = View {
        name: checked.name,
        lang: checked.draft.lang.tag(),
        dir: checked.draft.lang.dir(),
        counts: counts(checked.sentences),
        verdict,
        good: bad == 0,
        paragraphs: paragraphs(checked, &sentences),
        sources: checked.sources.iter().map(|s| source(s, &sentences)).collect(),
    };
    view.render()
}

fn counts(sentences: &[Sentence]) -> Vec<Count> {
    let all = sentences.len().max(1) as f64;
    [Verdict::Supported, Verdict::Contradicted, Verdict::NotFound]
        .map(|v| (v, sentences.iter().filter(|s| s.verdict == v).count()))
        .into_iter()
        .filter(|(_, number)| *number > 0)
        .map(|(v, number)| Count { class: class(v), word: word(v), number, percent: number as f64 / all * 100.0 })
        .collect()
}

fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "ok",
        Verdict::Contradicted => "co",
        Verdict::NotFound => "nf",
    }
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "supported",
        Verdict::Contradicted => "contradicted",
        Verdict::NotFound => "not found",
    }
}

/// The draft's parts in order, each with its sentences.
fn paragraphs<'a>(checked: &Checked<'a>, sentences: &[(usize, &'a Sentence)]) -> Vec<Paragraph<'a>> {
    let same = |a: &(usize, &Sentence), b: &(usize, &Sentence)| a.1.part == b.1.part;
    let parts = sentences.chunk_by(same);
    parts
        .filter_map(|part| {
            let first = part.first()?.1.part;
            let lines = part.iter().map(|(n, s)| line(checked, *n, s)).collect();
            Some(Paragraph { headline: first == Part::Headline, lines })
        })
        .collect()
}

fn line<'a>(checked: &Checked<'a>, n: usize, sentence: &'a Sentence) -> Line<'a> {
    let printed = checked.draft.words(sentence);
    let wrong = sentence.findings.iter().filter(|f| f.severity == Severity::Block).map(|f| f.at.clone());
    let mark = match sentence.verdict {
        Verdict::Supported => "✓",
        Verdict::Contradicted => "≠",
        Verdict::NotFound => "?",
    };
    // A remark under a supported sentence says little to the reader of a report; it stands in the JSON.
    let told =
        sentence.findings.iter().filter(|f| f.severity == Severity::Block || sentence.verdict != Verdict::Supported);
    Line {
        n,
        class: class(sentence.verdict),
        word: word(sentence.verdict),
        mark,
        target: if sentence.citations.is_empty() { format!("r{n}") } else { format!("c{n}") },
        stretches: marks::wrong(printed, wrong.collect()),
        reasons: told
            .map(|f| Reason { kind: f.kind.word(), words: &f.reason, remark: f.severity == Severity::Warn })
            .collect(),
    }
}

fn source(pasted: &Pasted, sentences: &[(usize, &Sentence)]) -> Source {
    Source {
        name: pasted.agency.clone(),
        lang: pasted.lang.tag().into(),
        dir: pasted.lang.dir(),
        paragraphs: marks::source(pasted, sentences),
    }
}
