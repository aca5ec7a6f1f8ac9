//! "Try to fool it": a reader's version of a story, checked sentence by sentence. Nothing is stored.

use std::{collections::HashMap, ops::Range};

use askama::Template;
use news::{
    Hash, Lang, SourceId, StoryId,
    report::StoredReport,
    revision::Draft,
    source::Treatment,
    verdict::{Part, Sentence, Severity, Verdict},
};

use super::article;
use crate::{
    Pasted, address, form,
    frame::Frame,
    licence, moment,
    page::Page,
    site::{Answer, Ask},
    words::{self, Words},
};

/// Source sentences told under one sentence.
const PLACES: usize = 3;

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
    /// The words, within the licence; what says otherwise is marked.
    pub stretches: Vec<Stretch>,
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
    Draft {
        lang,
        headline: lines.next().unwrap_or_default(),
        summary: String::new(),
        paragraphs: lines.collect(),
        marks: Vec::new(),
    }
}

/// Checks a reader's version of a story against the story's own sources.
pub fn page(ask: &mut Ask<'_>, id: StoryId, text: &str) -> Answer {
    let read = article::read(ask, id)?;
    let w = words::of(&read.story.lang);
    form::draft(text, w)?;
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
        text: text.into(),
    };
    Ok(Page::rendered(&view)?.for_one_reader())
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
pub fn lines(
    draft: &Draft,
    sentences: &[Sentence],
    w: &Words,
    mut sources: impl FnMut(&Sentence) -> Vec<Source>,
) -> Vec<Line> {
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
    let mut marks: Vec<_> =
        sentence.findings.iter().filter(|f| f.severity == Severity::Block).map(|f| f.at.clone()).collect();
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

/// Source words to show under a sentence: where in which text, and what of it says otherwise.
pub struct Place {
    /// The text's name.
    pub text_hash: Hash,
    /// The whole source sentences.
    pub range: Range<usize>,
    /// The value that says otherwise, when that is known.
    pub contrary: Option<Range<usize>>,
}

/// Source sentences that a sentence is told by: first those that say otherwise, then those that support it. `text_of` gives
/// a source's text and language.
pub fn places<'t>(sentence: &Sentence, text_of: impl Fn(Hash) -> Option<(&'t str, &'t Lang)>) -> Vec<Place> {
    let contrary = sentence.findings.iter().filter_map(|f| f.citation.as_ref()).map(|c| (c, true));
    let mut out: Vec<Place> = Vec::new();
    for (c, contrary) in contrary.chain(sentence.citations.iter().map(|c| (c, false))) {
        let Some((text, lang)) = text_of(c.text_hash) else { continue };
        let range = whole(text, lang, &c.range);
        let known =
            out.iter().any(|p| p.text_hash == c.text_hash && p.range.start <= range.start && range.end <= p.range.end);
        if !known && out.len() < PLACES {
            out.push(Place { text_hash: c.text_hash, range, contrary: contrary.then(|| c.range.clone()) });
        }
    }
    out
}

/// The sentences of `text` that `range` touches.
fn whole(text: &str, lang: &Lang, range: &Range<usize>) -> Range<usize> {
    let touched = text::sentence::split(text, lang).into_iter().filter(|s| s.start < range.end && range.start < s.end);
    touched.fold(range.clone(), |r, s| r.start.min(s.start)..r.end.max(s.end))
}

/// The words of a place, what says otherwise marked.
pub fn shown(text: &str, place: &Place) -> Vec<Stretch> {
    let (start, end) = (place.range.start, place.range.end);
    let mark =
        place.contrary.clone().filter(|m| start <= m.start && m.end <= end && (m.end - m.start) * 2 < end - start);
    let mark = mark.unwrap_or(end..end);
    let piece = |r: Range<usize>, marked| Stretch { text: text.get(r).unwrap_or_default().replace('\n', " "), marked };
    let mut out = vec![piece(start..mark.start, false), piece(mark.clone(), true), piece(mark.end..end, false)];
    out.retain(|s| !s.text.is_empty());
    out
}

/// Source words of a story's reports within their licences.
struct Shown<'r> {
    budget: licence::Budget,
    terms: HashMap<SourceId, (u32, Treatment)>,
    read: &'r article::Read,
}

impl Shown<'_> {
    fn sources(&mut self, ask: &Ask<'_>, sentence: &Sentence, w: &Words) -> Vec<Source> {
        let read = self.read;
        let report_of = |hash: Hash| read.reports.iter().find(|r| r.text_hash == hash);
        let places = places(sentence, |hash| report_of(hash).map(|r| (r.report.text.as_str(), &r.report.lang)));
        let source = |(report, place): (&StoredReport, Place)| {
            let (allowed, _) = self.terms.get(&report.source).copied().unwrap_or_default();
            let words = report.report.text.get(place.range.clone()).unwrap_or_default();
            let kept = self.budget.spend(report.source, allowed, place.text_hash, &place.range, words);
            let plain = |text: String| vec![Stretch { text, marked: false }];
            let stretches = match kept {
                kept if kept == words => shown(&report.report.text, &place),
                kept if kept.is_empty() => plain(w.link_only.into()),
                kept => plain(kept),
            };
            Source {
                stretches,
                agency: report.source_name.clone(),
                at: moment::full(crate::evidence::sent(report), &ask.zone, w).text,
                url: report.report.url.as_deref().and_then(address::outward),
            }
        };
        places.into_iter().filter_map(|p| report_of(p.text_hash).map(|r| (r, p))).map(source).collect()
    }
}
