//! "Try to fool it": a reader's version of a story, checked sentence by sentence. Nothing is stored.

use askama::Template;
use news::{
    Hash, Lang, ReportId, StoryId,
    revision::Draft,
    verdict::{Part, Sentence, Severity, Verdict},
};

use super::article;
use crate::{
    Pasted, address,
    failure::Failure,
    frame::Frame,
    licence,
    moment,
    page::Page,
    site::{Answer, Ask},
    words::{self, Words},
};

/// Letters of a text that may be checked at once.
pub const MAX_BYTES: usize = 40_000;

/// A stretch of a sentence.
pub struct Stretch {
    /// The words.
    pub text: String,
    /// A finding is about them.
    pub marked: bool,
}

/// A finding, as told.
pub struct Told {
    /// Which kind of fact.
    pub kind: &'static str,
    /// A sentence that names both values.
    pub reason: String,
}

/// Source words under a sentence.
pub struct Source {
    /// The words, within the licence.
    pub words: String,
    /// Whose.
    pub agency: String,
    /// When sent; empty for a pasted source.
    pub at: String,
    /// Their page.
    pub url: Option<String>,
}

/// A checked sentence.
pub struct Line {
    /// The sentence, with what is wrong marked.
    pub stretches: Vec<Stretch>,
    /// Class: empty, `nf`, `co`.
    pub class: &'static str,
    /// The answer in a word.
    pub verdict: &'static str,
    /// What was found.
    pub findings: Vec<Told>,
    /// What the sources say.
    pub sources: Vec<Source>,
    /// It is the headline.
    pub headline: bool,
}

#[derive(Template)]
#[template(path = "try.html", whitespace = "minimize")]
struct View {
    f: Frame,
    w: &'static Words,
    headline: String,
    url: String,
    try_url: String,
    verdict: String,
    good: bool,
    lines: Vec<Line>,
    text: String,
}

/// What a reader may change: the headline, then a paragraph a line.
pub fn text_of(draft: &Draft) -> String {
    let mut text = draft.headline.clone();
    for paragraph in &draft.paragraphs {
        text.push_str("\n\n");
        text.push_str(paragraph);
    }
    text
}

/// A pasted text as a draft: the headline on the first line, then a paragraph a line.
pub fn draft_of(text: &str, lang: Lang) -> Draft {
    let mut lines = text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned);
    Draft { lang, headline: lines.next().unwrap_or_default(), summary: String::new(), paragraphs: lines.collect() }
}

/// Checks a reader's version of a story against the story's own sources.
pub fn page(ask: &mut Ask<'_>, id: StoryId, text: &str) -> Answer {
    if text.trim().is_empty() || text.len() > MAX_BYTES {
        return Err(Failure::BadForm("Send a text of at least one sentence and at most 40,000 bytes.".into()));
    }
    let read = article::read(ask, id)?;
    let w = words::of(&read.story.lang);
    let draft = draft_of(text, read.story.lang.clone());
    let pasted: Vec<Pasted> = read
        .reports
        .iter()
        .map(|r| Pasted {
            agency: r.source_name.clone(),
            text: r.report.text.clone(),
            lang: r.report.lang.clone(),
            reference: r.reference(),
            report: r.id,
            text_hash: r.text_hash,
        })
        .collect();
    let now = read.story.updated.unwrap_or(ask.now);
    let (_, sentences) = ask.site.checker.check(&draft, &pasted, now);
    let mut shown = Shown { budget: licence::Budget::default(), terms: licence::terms(ask)?, read: &read };
    let lines = lines(&draft, &sentences, w, |s| shown.sources(ask, s, w));
    let (verdict, good) = verdict(&sentences, w);
    let mut f = Frame::new(ask, &read.story.lang, w.try_title, &format!("/article/{id}/try"))?;
    f.noindex = true;
    let view = View {
        f,
        w,
        headline: read.revision.draft.headline.clone(),
        url: article::url(&read.story),
        try_url: format!("/article/{id}/try"),
        verdict,
        good,
        lines,
        text: text.replace("\r\n", "\n"),
    };
    let mut page = Page::html(view.render()?);
    page.max_age_seconds = 0;
    page.noindex = true;
    Ok(page)
}

/// The verdict on the whole text in a sentence, and whether it would pass.
pub fn verdict(sentences: &[Sentence], w: &Words) -> (String, bool) {
    let wrong = sentences.iter().filter(|s| s.verdict != Verdict::Supported).count();
    if wrong == 0 && !sentences.is_empty() {
        (w.all_supported.into(), true)
    } else {
        (words::fill(w.some_wrong, &format!("{wrong} / {}", sentences.len())), false)
    }
}

/// Sentences with what the check said; `sources` gives the words under each.
pub fn lines(draft: &Draft, sentences: &[Sentence], w: &Words, mut sources: impl FnMut(&Sentence) -> Vec<Source>) -> Vec<Line> {
    let part = |part: Part| match part {
        Part::Headline => draft.headline.as_str(),
        Part::Summary => draft.summary.as_str(),
        Part::Body(n) => draft.paragraphs.get(n).map_or("", String::as_str),
    };
    let line = |s: &Sentence| Line {
        stretches: stretches(part(s.part).get(s.range.clone()).unwrap_or_default(), s),
        class: match s.verdict {
            Verdict::Supported => "",
            Verdict::NotFound => "nf",
            Verdict::Contradicted => "co",
        },
        verdict: w.verdict(s.verdict),
        findings: s.findings.iter().map(|f| Told { kind: f.kind.word(), reason: f.reason.clone() }).collect(),
        sources: sources(s),
        headline: s.part == Part::Headline,
    };
    sentences.iter().map(line).collect()
}

/// The sentence cut at what blocking findings are about.
fn stretches(text: &str, sentence: &Sentence) -> Vec<Stretch> {
    let mut marks: Vec<_> = sentence.findings.iter().filter(|f| f.severity == Severity::Block).map(|f| f.at.clone()).collect();
    marks.retain(|r| r.start < r.end && r.end - r.start < text.len() && text.get(r.clone()).is_some());
    marks.sort_by_key(|r| (r.start, r.end));
    let (mut out, mut at) = (Vec::new(), 0);
    for mark in marks.into_iter() {
        if mark.start < at {
            continue;
        }
        out.push(Stretch { text: text.get(at..mark.start).unwrap_or_default().into(), marked: false });
        out.push(Stretch { text: text.get(mark.clone()).unwrap_or_default().into(), marked: true });
        at = mark.end;
    }
    out.push(Stretch { text: text.get(at..).unwrap_or_default().into(), marked: false });
    out.retain(|s| !s.text.is_empty());
    out
}

/// Source words of a story's reports within their licences.
struct Shown<'r> {
    budget: licence::Budget,
    terms: std::collections::HashMap<news::SourceId, (u32, news::source::Treatment)>,
    read: &'r article::Read,
}

impl Shown<'_> {
    fn sources(&mut self, ask: &Ask<'_>, sentence: &Sentence, w: &Words) -> Vec<Source> {
        let contrary = sentence.findings.iter().filter_map(|f| f.citation.as_ref());
        let mut seen: Vec<(ReportId, Hash, std::ops::Range<usize>)> = Vec::new();
        let mut out = Vec::new();
        for c in contrary.chain(&sentence.citations) {
            let key = (c.report, c.text_hash, c.range.clone());
            let Some(report) = self.read.reports.iter().find(|r| r.text_hash == c.text_hash) else { continue };
            if seen.contains(&key) || out.len() == 3 {
                continue;
            }
            seen.push(key);
            let (allowed, _) = self.terms.get(&report.source).copied().unwrap_or_default();
            let words = report.report.text.get(c.range.clone()).unwrap_or_default();
            let words = self.budget.spend(report.source, allowed, c.text_hash, &c.range, words);
            out.push(Source {
                words: if words.is_empty() { w.link_only.into() } else { words },
                agency: report.source_name.clone(),
                at: moment::full(crate::evidence::sent(report), &ask.site.zone, w).text,
                url: report.report.url.as_deref().and_then(address::outward),
            });
        }
        out
    }
}
