//! Words that no source sentence has there: an invented clause, or one word put in place of another.

use news::verdict::{Finding, Kind, Part, Severity, Verdict};

use text::synonym::Kin;

use super::{Case, Place};
use crate::fact::{Sort, Token};
use crate::reason;
use crate::vocabulary::WordId;

/// Share of a sentence's weight below which nothing in the sources says it.
pub(crate) const LEAST_COVERAGE: f64 = 0.5;

/// Words that a shortened or joined sentence may bring with it.
const HARMLESS: [&str; 69] = [
    "cost",
    "costs",
    "worth",
    "anyone",
    "anybody",
    "someone",
    "somebody",
    "everyone",
    "everybody",
    "also",
    "meanwhile",
    "however",
    "while",
    "and",
    "but",
    "added",
    "according",
    "including",
    "among",
    "another",
    "other",
    "others",
    "later",
    "earlier",
    "already",
    "still",
    "now",
    "then",
    "there",
    "here",
    "had",
    "has",
    "have",
    "was",
    "were",
    "been",
    "being",
    "is",
    "are",
    "per",
    "cent",
    "percent",
    "due",
    "new",
    "report",
    "reports",
    "reported",
    "people",
    "que",
    "selon",
    "ainsi",
    "aussi",
    "également",
    "alors",
    "tandis",
    "कि",
    "और",
    "भी",
    "ने",
    "है",
    "हैं",
    "था",
    "थे",
    "كما",
    "أيضا",
    "وقد",
    "وأضاف",
    "told",
    "tells",
];

/// Runs of draft words without a counterpart.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    let (_, any) = case.align.coverage();
    if any < LEAST_COVERAGE {
        let told =
            format!("No source says this; the nearest sentence of {} shares too little with it.", case.agencies());
        return vec![case.missing(Kind::Support, &case.sentence.range, told)];
    }
    let tokens = &case.sentence.tokens;
    let novel: Vec<usize> =
        (0..tokens.len()).filter(|i| tokens.get(*i).is_some_and(|t| is_novel(case, *i, t))).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(&first) = novel.get(at) {
        let mut last = first;
        while novel
            .get(at + 1)
            .is_some_and(|next| (last + 1..*next).all(|k| tokens.get(k).is_some_and(|t| !t.is_content())))
        {
            at += 1;
            last = novel.get(at).copied().unwrap_or(last);
        }
        out.extend(finding(case, first, last));
        at += 1;
    }
    out
}

fn is_novel(case: &Case<'_>, i: usize, token: &Token) -> bool {
    let plain = token.sort == Sort::Word && case.spot(i).is_none() && !HARMLESS.contains(&token.lower.as_str());
    let speech = case.sentence.sayings.iter().any(|s| s.verb.start < token.range.end && token.range.start < s.verb.end);
    // Who said a quotation may stand in another sentence of the paragraph; the rules on names and speakers look there.
    let speaker = token.capital
        && case
            .sentence
            .quotes
            .iter()
            .any(|q| q.speaker.as_ref().is_some_and(|s| s.start <= token.range.start && token.range.end <= s.end));
    plain
        && !speech
        && !speaker
        && !super::name::is_body(case, i)
        && !super::name::is_antecedent(case, i)
        && !is_with_noun(case, i)
        && !is_akin(case, token)
        && !is_inside(case, token)
        && token.lower.chars().any(char::is_alphanumeric)
}

/// Part of a date or number of a sentence used: `the third rise of the year` for `its third increase this year`.
fn is_inside(case: &Case<'_>, token: &Token) -> bool {
    let mut used = case.align.used().into_iter().filter_map(|id| case.sources.sentence(id));
    token.id != 0 && !token.capital && used.any(|s| s.inner.contains(&token.id))
}

/// Another word for one of the sentences used that the draft does not have besides: `pledged` for `promised`.
fn is_akin(case: &Case<'_>, token: &Token) -> bool {
    if token.capital {
        return false;
    }
    let kin = case.kin(&token.lower);
    let used = case.align.used();
    let stands = |id: WordId| {
        used.iter()
            .filter_map(|s| Some((*s, case.sources.sentence(*s)?)))
            .any(|(at, sentence)| sentence.tokens.iter().enumerate().any(|(k, t)| t.id == id && !case.is_used(at, k)))
    };
    kin.iter().any(|(id, kin)| *kin < Kin::Near && stands(*id))
}

/// A headline's word before its noun, together with it elsewhere in the same report: `close container terminal` for `close its
/// Pellucor terminal`, where the report has `its Pellucor container terminal`.
fn is_with_noun(case: &Case<'_>, i: usize) -> bool {
    let plain = |t: &&Token| t.sort == Sort::Word && !t.capital && t.id != 0;
    let tokens = &case.sentence.tokens;
    let (Some(own), Some(noun)) = (tokens.get(i).filter(plain), tokens.get(i + 1).filter(plain)) else { return false };
    let Some(spot) = case.anchor(i + 1).filter(|_| case.part == Part::Headline) else { return false };
    let Some(reading) = case.sources.readings.get(spot.sentence.text) else { return false };
    let beside = |pair: &[Token]| matches!(pair, [a, b] if own.same(a) && noun.same(b));
    reading.sentences.iter().any(|s| s.tokens.windows(2).any(beside))
}

fn finding(case: &Case<'_>, first: usize, last: usize) -> Option<Finding> {
    let tokens = &case.sentence.tokens;
    let at = tokens.get(first)?.range.start..tokens.get(last)?.range.end;
    let opposite = opposite(case, first, last);
    match opposite {
        Some(place) => {
            let told = format!(
                "No source says {} here; {} says {}.",
                reason::value(case.printed(&at)),
                case.agency(place.text),
                reason::value(case.source(&place))
            );
            Some(case.finding(Kind::Support, (Severity::Block, Verdict::NotFound), &at, Some(&place), told))
        }
        None => {
            let told = format!("No source says {} here.", reason::value(case.printed(&at)));
            Some(case.missing(Kind::Support, &at, told))
        }
    }
}

/// The source's words in the same place: between the anchors around the run, unused by the draft.
fn opposite(case: &Case<'_>, first: usize, last: usize) -> Option<Place> {
    let (id, gap) = case.gap(&(first..last + 1))?;
    let sentence = case.sources.sentence(id)?;
    let unused: Vec<&Token> = gap
        .filter(|k| !case.is_used(id, *k))
        .filter_map(|k| sentence.tokens.get(k))
        .filter(|t| t.is_content())
        .collect();
    let range = unused.first()?.range.start..unused.last()?.range.end;
    (unused.len() <= 8).then_some(Place { text: id.text, range })
}
