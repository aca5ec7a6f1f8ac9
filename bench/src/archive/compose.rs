//! The house's own text from the copies: sentences as they stand in them, each with the bytes that it comes from.

use std::ops::Range;

use news::{
    Hash, Lang, ReportId,
    revision::Draft,
    verdict::{Citation, Part, Sentence, Verdict},
};

use super::told::Told;
use crate::chance::Chance;

/// Words of a body: median and spread, least and most, as measured on pages of this kind.
const BODY_WORDS: (f64, f64) = (114.0, 20.0);
const BODY_LEAST: usize = 73;
const BODY_MOST: usize = 166;
/// Words of a summary.
const SUMMARY: Range<usize> = 38..53;

/// A copy that the draft may use: the report's place in its bundle, and its text.
pub struct Used<'a> {
    /// Which report of the bundle.
    pub report: usize,
    /// Its text.
    pub told: &'a Told,
}

/// A sentence to choose from.
struct Choice<'a> {
    words: &'a str,
    count: usize,
    used: usize,
    range: Range<usize>,
}

/// The draft with its checked sentences; their citations name reports by their place in the bundle.
pub fn compose(lang: &Lang, used: &[Used<'_>], chance: &mut Chance) -> (Draft, Vec<Sentence>) {
    let choices = choices(used);
    let aim =
        chance.normal(BODY_WORDS.0, BODY_WORDS.1).clamp(BODY_LEAST as f64 + 2.0, BODY_MOST as f64 - 10.0) as usize;
    let body = body(&choices, aim);
    let summary = summary(&body);
    let mut draft = Draft { lang: lang.clone(), ..Draft::default() };
    let mut sentences = Vec::new();
    if let Some(first) = used.first() {
        draft.headline = first.told.words(&first.told.headline).to_owned();
        sentences.push(sentence(Part::Headline, 0..draft.headline.len(), first, first.told.headline.clone()));
    }
    draft.summary = join(&summary, Part::Summary, used, &mut sentences);
    for paragraph in paragraphs(&body, chance) {
        let part = Part::Body(draft.paragraphs.len());
        draft.paragraphs.push(join(&paragraph, part, used, &mut sentences));
    }
    (draft, sentences)
}

/// The first copy's sentences in order, then what the others have more.
fn choices<'a>(used: &[Used<'a>]) -> Vec<Choice<'a>> {
    let mut out: Vec<Choice<'a>> = Vec::new();
    for (n, copy) in used.iter().enumerate() {
        // Two leads on one page would say the same twice.
        for range in copy.told.sentences.iter().skip(usize::from(n > 0)) {
            let words = copy.told.words(range);
            if out.iter().all(|c| c.words != words) {
                out.push(Choice { words, count: text::word::count(words), used: n, range: range.clone() });
            }
        }
    }
    out
}

/// Sentences in order until the body has about so many words; the last one is the one that fits best.
fn body<'c, 'a>(choices: &'c [Choice<'a>], aim: usize) -> Vec<&'c Choice<'a>> {
    let mut out: Vec<&Choice<'a>> = Vec::new();
    let mut total = 0;
    let mut left: Vec<&Choice<'a>> = choices.iter().collect();
    while !left.is_empty() && total < aim {
        let fits = |c: &&Choice<'a>| total + c.count <= aim + 6;
        let Some(at) = left.iter().position(fits).or_else(|| {
            let short = total < BODY_LEAST;
            (0..left.len()).filter(|_| short).min_by_key(|at| left[*at].count)
        }) else {
            break;
        };
        let choice = left.remove(at);
        total += choice.count;
        out.push(choice);
    }
    out
}

/// Two or three sentences of the body that have a summary's length together; the earliest such.
fn summary<'c, 'a>(body: &[&'c Choice<'a>]) -> Vec<&'c Choice<'a>> {
    let count = |set: &[usize]| set.iter().filter_map(|at| body.get(*at)).map(|c| c.count).sum::<usize>();
    let mut sets: Vec<Vec<usize>> = Vec::new();
    for a in 0..body.len() {
        sets.push(vec![a]);
        for b in a + 1..body.len() {
            sets.push(vec![a, b]);
            sets.extend((b + 1..body.len()).map(|c| vec![a, b, c]));
        }
    }
    let middle = (SUMMARY.start + SUMMARY.end) / 2;
    let fits = |set: &&Vec<usize>| SUMMARY.contains(&count(set));
    let best = sets.iter().filter(fits).min_by_key(|set| (set[0], set.len())).cloned();
    let best = best.or_else(|| sets.into_iter().min_by_key(|set| count(set).abs_diff(middle)));
    best.unwrap_or_default().into_iter().filter_map(|at| body.get(at).copied()).collect()
}

/// Three to six paragraphs of one or two sentences.
fn paragraphs<'c, 'a>(body: &[&'c Choice<'a>], chance: &mut Chance) -> Vec<Vec<&'c Choice<'a>>> {
    let mut out: Vec<Vec<&Choice<'a>>> = Vec::new();
    for (n, choice) in body.iter().enumerate() {
        let left = body.len() - n;
        let joins = out.len() >= 6 || (out.len() + left > 3 && n > 1 && chance.happens(0.45));
        match out.last_mut().filter(|last| joins && (last.len() == 1 || left > 6)) {
            Some(last) => last.push(choice),
            None => out.push(vec![choice]),
        }
    }
    out
}

/// The sentences as one text, each noted with its place in it.
fn join(of: &[&Choice<'_>], part: Part, used: &[Used<'_>], sentences: &mut Vec<Sentence>) -> String {
    let mut text = String::new();
    for choice in of {
        if !text.is_empty() {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(choice.words);
        if let Some(copy) = used.get(choice.used) {
            sentences.push(sentence(part, start..text.len(), copy, choice.range.clone()));
        }
    }
    text
}

fn sentence(part: Part, range: Range<usize>, copy: &Used<'_>, source: Range<usize>) -> Sentence {
    let text_hash = Hash::of(copy.told.text.as_bytes());
    let citation = Citation { report: ReportId(copy.report as i64), text_hash, range: source };
    Sentence { part, range, verdict: Verdict::Supported, citations: vec![citation], findings: Vec::new(), support: 1.0 }
}
