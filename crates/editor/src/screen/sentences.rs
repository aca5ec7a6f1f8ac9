//! A draft's sentences with their verdicts, part by part.

use askama::Template;
use news::{
    Lang, StoryId,
    mark::{Manner, Stretch},
    revision::Draft,
    verdict::{Part, Sentence, Severity, Verdict},
};
use store::signature::Signature;

use crate::draft;

/// A sentence as the list shows it.
pub struct Line {
    /// Its number in the draft, from 0.
    pub n: usize,
    /// Its words, as they stand out.
    pub runs: Vec<Run>,
    /// `ok`, `un`, `no`, `kn`.
    pub class: &'static str,
    /// The verdict in words.
    pub verdict: &'static str,
    /// Why, when it is not supported: the worst finding's reason.
    pub why: String,
    /// It begins a paragraph.
    pub para: bool,
    /// What its paragraph is: `heading`, `quotation`, `item`; empty for a plain one.
    pub block: &'static str,
}

/// Words in one manner.
pub struct Run {
    /// The words.
    pub text: String,
    /// Stressed.
    pub emphasis: bool,
    /// Weighty.
    pub strong: bool,
    /// Where they lead; empty where nowhere.
    pub link: String,
}

/// The words of a sentence as they stand out.
fn runs(draft: &Draft, sentence: &Sentence) -> Vec<Run> {
    let stretches = draft.stretches(sentence.part, sentence.range.clone()).into_iter();
    let run = |s: Stretch<'_>| Run {
        text: s.text.into(),
        emphasis: s.emphasis,
        strong: s.strong,
        link: s.link.unwrap_or_default().into(),
    };
    stretches.map(run).collect()
}

/// The class of a paragraph that is not a plain one.
fn block(draft: &Draft, part: Part) -> &'static str {
    match part {
        Part::Body(n) => match draft.block(n) {
            Some(Manner::Heading) => "heading",
            Some(Manner::Quotation) => "quotation",
            Some(Manner::Item) => "item",
            _ => "",
        },
        _ => "",
    }
}

impl Line {
    fn is(&self, chosen: &Option<usize>) -> bool {
        *chosen == Some(self.n)
    }
}

/// The sentences of a part.
#[derive(Template)]
#[template(path = "sentences.html")]
pub struct Lines {
    /// Whose.
    pub story: StoryId,
    /// In order.
    pub lines: Vec<Line>,
    /// Their language.
    pub lang: Lang,
    /// The name of the revision or draft that they are of.
    pub hash: String,
    /// The one that is shown beside.
    pub chosen: Option<usize>,
}

/// The three parts of the form.
pub struct Parts {
    /// The headline's sentences.
    pub headline: Lines,
    /// The summary's.
    pub summary: Lines,
    /// The body's.
    pub body: Lines,
    /// `9 supported · 1 contradicted`.
    pub tally: String,
}

/// Class and words of a sentence's verdict, signed or not.
pub fn class(verdict: Verdict, signed: bool) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Supported => ("ok", "supported"),
        _ if signed => ("kn", "editor’s knowledge"),
        Verdict::NotFound => ("un", "not found"),
        Verdict::Contradicted => ("no", "contradicted"),
    }
}

/// What decided: the worst finding that stops a sentence.
pub fn reason(sentence: &Sentence) -> String {
    let blocks = sentence.findings.iter().find(|f| f.severity == Severity::Block);
    blocks.or(sentence.findings.first()).map(|f| f.reason.clone()).unwrap_or_default()
}

impl Parts {
    /// The sentences of a draft; `chosen` is shown beside.
    pub fn new(
        story: StoryId,
        draft: &Draft,
        sentences: &[Sentence],
        signed: &[Signature],
        hash: &str,
        chosen: Option<usize>,
    ) -> Self {
        let of = |wanted: fn(Part) -> bool| {
            let mut last = None;
            let mut lines = Vec::new();
            for (n, sentence) in sentences.iter().enumerate().filter(|(_, s)| wanted(s.part)) {
                let words = draft.words(sentence);
                let is_signed = signed.iter().any(|s| s.words == words);
                let (class, verdict) = class(sentence.verdict, is_signed);
                let why = if class == "ok" { String::new() } else { reason(sentence) };
                let para = last.replace(sentence.part).is_some_and(|part| part != sentence.part);
                let (runs, block) = (runs(draft, sentence), block(draft, sentence.part));
                lines.push(Line { n, runs, class, verdict, why, para, block });
            }
            Lines { story, lines, lang: draft.lang.clone(), hash: hash.into(), chosen }
        };
        let (headline, summary) = (of(|p| p == Part::Headline), of(|p| p == Part::Summary));
        let body = of(|p| matches!(p, Part::Body(_)));
        let tally = tally([&headline, &summary, &body]);
        Self { headline, summary, body, tally }
    }

    /// As the script wants them.
    pub fn json(&self, draft: &Draft, ms: f64) -> Result<serde_json::Value, askama::Error> {
        let count = |text: &str| format!("{} words", draft::words(text));
        Ok(serde_json::json!({
            "parts": {
                "headline": self.headline.render()?, "summary": self.summary.render()?, "body": self.body.render()?,
            },
            "counts": {
                "headline": count(&draft.headline), "summary": count(&draft.summary), "body": count(&draft.paragraphs.join(" ")),
            },
            "tally": self.tally,
            "ms": ms,
        }))
    }
}

fn tally(parts: [&Lines; 3]) -> String {
    let count = |class: &str| parts.iter().flat_map(|p| &p.lines).filter(|l| l.class == class).count();
    let told = [("ok", "supported"), ("no", "contradicted"), ("un", "not found"), ("kn", "signed by an editor")];
    let told = told.map(|(class, words)| (count(class), words));
    let parts: Vec<String> =
        told.iter().filter(|(n, w)| *n > 0 || *w == "supported").map(|(n, words)| format!("{n} {words}")).collect();
    parts.join(" · ")
}
