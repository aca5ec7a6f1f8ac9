//! A denial in other words: `did not resume` for `stayed closed`, `nobody was hurt` for `without injuries`.

mod words;

use std::ops::Range;

use news::verdict::Finding;
use text::{cue::Cue, synonym::Kin};

use crate::fact::{Sentence, SentenceId, Sort, Token};
use crate::feature::Word;
use crate::rule::{Case, Place, negation};
use words::{is_idle, is_implied_by, is_light, is_negative, is_plain};

/// Words between a denial and what it denies.
const REACH: usize = 2;
const NEAR: usize = 6;
/// Words between a word and a denial of it that stands behind it.
const BEHIND: usize = 2;
/// Content words behind a denied one that tell what it is about.
const ALONG: usize = 3;

/// Whether a finding about a denial or a modality stands in a reworded sentence.
pub(super) fn stands(case: &Case<'_>, finding: &Finding, at: &Range<usize>) -> bool {
    let cues: Vec<Cue> = cues_in(case, at).collect();
    if cues.contains(&Cue::Negation) || finding.source.as_deref().is_some_and(|s| has_denial(case, s)) {
        return true;
    }
    // `have reopened` for `will reopen`.
    let ahead =
        finding.source.as_deref().is_some_and(|s| s.split(' ').any(|w| matches!(w, "will" | "would" | "shall")));
    if cues.is_empty() && ahead && finding.draft.ends_with("ed") {
        return true;
    }
    let open = finding.source.as_deref().is_some_and(negation::has_open);
    // `scheduled for June` for `planned for June`.
    let due = |t: &Token| matches!(t.lower.as_str(), "scheduled" | "ought" | "predicted");
    if cues.is_empty() && case.sentence.tokens.iter().any(due) {
        return false;
    }
    // The draft's own words mostly make it less certain, `is expected to` for `will`; `will` for `may` does not.
    open && (cues.is_empty() || finding.draft.split(' ').any(negation::is_firm))
}

fn cues_in(case: &Case<'_>, at: &Range<usize>) -> impl Iterator<Item = Cue> {
    case.sentence.cues.iter().filter(|(r, _)| r.start < at.end && at.start < r.end).map(|(_, cue)| *cue)
}

/// A denial of the draft: near the words that it is about the source has one too. Where no source has the first of them, any denial
/// will do that the draft does not have itself.
fn is_explained(case: &Case<'_>, cue: &Range<usize>) -> bool {
    // `pleaded not guilty` for `denied the charges`, wherever that stands.
    let guilty = case.text.get(cue.end..).is_some_and(|t| t.trim_start().starts_with("guilty"));
    if guilty && case.texts.iter().filter_map(|t| case.sources.readings.get(*t)).any(|r| r.words.contains(" denie")) {
        return true;
    }
    let plain = |t: &&Token| t.sort == Sort::Word && !t.capital;
    let behind = case.sentence.tokens.iter().filter(|t| t.range.start >= cue.end).take(NEAR);
    let denied: Vec<&Token> = behind.filter(plain).take(REACH).collect();
    let used = case.align.used();
    let nominal = is_nominal(&case.printed(cue).to_lowercase());
    // `backed nobody` for `made no endorsement`.
    let mut known = denied.is_empty() && !nominal;
    for id in case.nearby() {
        let Some(source) = case.sources.sentence(id) else { continue };
        for (n, word) in denied.iter().enumerate() {
            // Of a word farther away only its own forms tell.
            let places = if n == 0 { places(case, word, source) } else { forms(case, word, source) };
            let denied = || denials(source).chain(implied(source));
            let about = |d: usize, at: usize| if d <= at { at - d <= NEAR } else { d - at <= BEHIND };
            if places.iter().any(|at| denied().any(|d| about(d, *at))) {
                return true;
            }
            known |= n == 0 && !places.is_empty() && used.contains(&id);
        }
    }
    // `no deal`, `sans personne`: a noun denied that no source has is another way to say it; a verb denied is not.
    let own = |t: &Token| case.sentence.tokens.iter().any(|o| is_form(case, o, t));
    let spare = |s: &Sentence| denials(s).chain(implied(s)).any(|d| s.tokens.get(d).is_some_and(|t| !own(t)));
    !known && (nominal && !denied.is_empty() || used.into_iter().filter_map(|id| case.sources.sentence(id)).any(spare))
}

/// Denies a noun.
fn is_nominal(cue: &str) -> bool {
    matches!(
        cue,
        "no" | "without" | "none" | "nobody" | "nothing" | "sans" | "aucun" | "aucune" | "بدون" | "دون" | "बिना"
    )
}

/// Tokens of a source sentence that another may tell with a denial.
fn implied(source: &Sentence) -> impl Iterator<Item = usize> {
    source.tokens.iter().enumerate().filter(|(_, t)| is_implied_by(&t.lower)).map(|(i, _)| i)
}

/// Tokens of a source sentence that are a draft's word or akin to it.
fn places(case: &Case<'_>, word: &Token, source: &Sentence) -> Vec<usize> {
    let akin = |t: &Token| case.is_akin(word, t, Kin::Kind);
    source.tokens.iter().enumerate().filter(|(_, t)| akin(t)).map(|(i, _)| i).collect()
}

fn forms(case: &Case<'_>, word: &Token, source: &Sentence) -> Vec<usize> {
    source.tokens.iter().enumerate().filter(|(_, t)| is_form(case, word, t)).map(|(i, _)| i).collect()
}

/// Forms of one word, or one made from the other.
fn is_form(case: &Case<'_>, own: &Token, theirs: &Token) -> bool {
    own.same(theirs)
        || case.kin(&own.lower).iter().any(|(id, k)| matches!(k, Kin::Form | Kin::Derived) && *id == theirs.id)
}

/// Tokens at which a sentence denies something.
fn denials(sentence: &Sentence) -> impl Iterator<Item = usize> {
    let cued = |t: &Token| {
        sentence.cues.iter().any(|(r, c)| *c == Cue::Negation && r.start < t.range.end && t.range.start < r.end)
    };
    sentence.tokens.iter().enumerate().filter(move |(_, t)| cued(t) || is_negative(&t.lower)).map(|(i, _)| i)
}

/// Whether a denial stands right before a token.
pub(crate) fn is_denied(sentence: &Sentence, at: usize) -> bool {
    /// `may not open`, `did not have to close`.
    const BEFORE: usize = 4;
    denials(sentence).any(|d| d < at && at - d <= BEFORE)
}

/// A denial that no source has, and the words of the source that it is about.
pub(crate) fn alone(case: &Case<'_>) -> Vec<Range<usize>> {
    let words = crate::feature::words(case);
    let cues = case.sentence.cues.iter().filter(|(_, cue)| *cue == Cue::Negation).map(|(range, _)| range);
    let rest = |r: &Range<usize>| case.text.get(r.end..).unwrap_or_default().trim_start();
    let plain =
        |r: &&Range<usize>| is_plain(&case.printed(r).to_lowercase()) && !is_idle(rest(r)) && !is_superlative(case, r);
    cues.filter(plain).filter(|r| !is_explained(case, r) && !is_of_the_contrary(&words, r)).cloned().collect()
}

/// `Nobody has ever made up so much ground` for `the biggest comeback`.
fn is_superlative(case: &Case<'_>, cue: &Range<usize>) -> bool {
    const MOST: &str = "record most first best worst biggest largest fastest highest lowest longest greatest strongest oldest youngest \
heaviest deadliest hottest coldest";
    let most = |t: &Token| MOST.split(' ').any(|w| w == t.lower);
    let ever = case.sentence.tokens.iter().any(|t| t.lower == "ever");
    let mut used = case.align.used().into_iter().filter_map(|id| case.sources.sentence(id));
    ever && is_plain(&case.printed(cue).to_lowercase()) && used.any(|s| s.tokens.iter().any(most))
}

/// Words of the draft that a source denies and the draft does not: the draft's bytes and where the source says so.
pub(crate) fn dropped(case: &Case<'_>) -> Option<(Range<usize>, Place)> {
    let sentences: Vec<(SentenceId, &Sentence)> =
        case.nearby().into_iter().filter_map(|id| Some((id, case.sources.sentence(id)?))).collect();
    for (id, source) in &sentences {
        let plain = |r: &&Range<usize>| is_plain(&case.sources.printed(id.text, r).to_lowercase());
        let cues = source.cues.iter().filter(|(_, cue)| *cue == Cue::Negation).map(|(range, _)| range);
        for cue in cues.filter(plain) {
            // `no plans to hold a vote`: what is planned is denied.
            let mut behind = source.tokens.iter().filter(|t| t.range.start >= cue.end && t.is_content());
            let Some(theirs) = behind.find(|t| !is_light(&t.lower)) else { continue };
            // Another word for it only with one of those behind it: `contests the findings` for `did not dispute the findings`.
            let goes_on = behind.take(ALONG).any(|t| case.sentence.tokens.iter().any(|own| own.same(t)));
            let same = |t: &&Token| {
                is_form(case, t, theirs) || goes_on && t.sort == Sort::Word && case.is_akin(t, theirs, Kin::Near)
            };
            let Some(own) = case.sentence.tokens.iter().filter(|t| t.is_content()).find(same) else { continue };
            let told_plainly = sentences
                .iter()
                .any(|(_, s)| places(case, own, s).into_iter().any(|k| !denials(s).any(|d| d.abs_diff(k) <= NEAR)));
            if theirs.sort == Sort::Word && !told_plainly && !is_implied(case, &own.range) {
                let range = cue.start..theirs.range.end;
                return Some((own.range.clone(), Place { text: id.text, range }));
            }
        }
    }
    None
}

/// `fewer rather than faster` where the source has `faster, not fewer`: what the draft holds to is what the source denies.
pub(crate) fn contrasted(case: &Case<'_>) -> Option<(Range<usize>, Place)> {
    let own = contrast(case.sentence)?;
    let same = |a: &Token, b: &Token| is_form(case, a, b);
    // `faster trials, not fewer trials`: what stands on both sides is not what is denied.
    let apart = |(held, denied): (Vec<&'_ Token>, Vec<&'_ Token>)| {
        let only = |list: &[&Token], other: &[&Token]| {
            list.iter().filter(|t| !other.iter().any(|o| t.same(o))).map(|t| (*t).clone()).collect::<Vec<_>>()
        };
        (only(&held, &denied), only(&denied, &held))
    };
    let own = apart(own);
    case.nearby().into_iter().find_map(|id| {
        let source = case.sources.sentence(id)?;
        let theirs = apart(contrast(source)?);
        let met = |a: &[Token], b: &[Token]| a.iter().any(|x| b.iter().any(|y| same(x, y)));
        let turned =
            met(&own.0, &theirs.1) && met(&own.1, &theirs.0) && !met(&own.0, &theirs.0) && !met(&own.1, &theirs.1);
        let (first, last) = (theirs.0.first()?, theirs.1.last()?);
        let at = own.0.first()?.range.start..own.1.last()?.range.end;
        turned.then_some((at, Place { text: id.text, range: first.range.start..last.range.end }))
    })
}

/// The content words on either side of `not`, `rather than`, `instead of`: held to, and denied.
fn contrast(sentence: &Sentence) -> Option<(Vec<&Token>, Vec<&Token>)> {
    /// Tokens on either side.
    const NEAR: usize = 3;
    let tokens = &sentence.tokens;
    let lower = |k: usize| tokens.get(k).map_or("", |t: &Token| t.lower.as_str());
    let at = (1..tokens.len()).find(|k| {
        matches!((lower(*k), lower(*k + 1)), ("rather", "than") | ("instead", "of"))
            || lower(*k) == "not" && tokens.get(k - 1).is_some_and(Token::is_content)
    })?;
    let length = if lower(at) == "not" { 1 } else { 2 };
    let content =
        |range: Range<usize>| tokens.get(range).unwrap_or_default().iter().filter(|t| t.sort == Sort::Word).collect();
    let behind = (at + length).min(tokens.len())..(at + length + NEAR).min(tokens.len());
    Some((content(at.saturating_sub(NEAR)..at), content(behind)))
}

/// `will weaken` where the source has `may weaken`, be it in another word: the draft's bytes and where the source says so.
pub(crate) fn firmed(case: &Case<'_>) -> Option<(Range<usize>, Place)> {
    let behind =
        |s: &'_ Sentence, at: &Range<usize>| s.tokens.iter().position(|t| t.range.start >= at.end && t.is_content());
    // In what somebody said, `would` is what `will` was.
    let firm = |w: &str| negation::is_firm(w) || w.eq_ignore_ascii_case("would");
    let cues = case.sentence.cues.iter().filter(|(r, c)| *c == Cue::Modality && firm(case.printed(r)));
    for (own, _) in cues {
        let Some(word) = behind(case.sentence, own).and_then(|k| case.sentence.tokens.get(k)) else { continue };
        for id in case.nearby() {
            let Some(source) = case.sources.sentence(id) else { continue };
            let open = source
                .cues
                .iter()
                .filter(|(r, c)| *c == Cue::Modality && negation::is_open(case.sources.printed(id.text, r)));
            for (theirs, _) in open {
                let Some(at) = behind(source, theirs).filter(|at| places(case, word, source).contains(at)) else {
                    continue;
                };
                let end = source.tokens.get(at)?.range.end;
                return Some((own.start..word.range.end, Place { text: id.text, range: theirs.start..end }));
            }
        }
    }
    None
}

/// The draft says it with a verb that denies, near the word: `is yet to decide` for `has not decided`.
fn is_implied(case: &Case<'_>, at: &Range<usize>) -> bool {
    let place = case.sentence.tokens.partition_point(|t| t.range.end <= at.start);
    denials(case.sentence).any(|d| d.abs_diff(place) <= NEAR)
}

/// What the draft denies is the contrary of a word of the source: `not open` for `closed`.
fn is_of_the_contrary(words: &[Word<'_>], at: &Range<usize>) -> bool {
    words.iter().filter(|w| w.token.range.start >= at.end).take(REACH).any(|w| w.opposed)
}

fn has_denial(case: &Case<'_>, source: &str) -> bool {
    text::cue::find(source, case.lang).iter().any(|(_, cue)| *cue == Cue::Negation)
}
