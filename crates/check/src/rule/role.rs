//! Titles and roles beside names: a minister is no deputy minister, and nobody's lawyer.

use std::ops::Range;

use news::verdict::{Finding, Kind};
use text::{name::Name, synonym::Kin};

use super::name::{in_sentence, words};
use super::{Case, Place};
use crate::fact::{Sentence, Token};
use crate::reason;

/// The role must be one that a source gives to that name.
pub(super) fn role(case: &Case<'_>, name: &Name) -> Option<Finding> {
    let role = name.role.as_ref()?;
    // `the league's general secretary`: whose secretary is told elsewhere too.
    let printed = case.printed(role);
    let owner = ["'s ", "’s "].iter().filter_map(|s| Some(printed.rfind(s)? + s.len())).max().unwrap_or(0);
    let at = case.tokens(&(role.start + owner..role.end));
    let mut own: Vec<&Token> = words(case.sentence.tokens.get(at.clone()).unwrap_or_default());
    own.retain(|w| !is_colour(case, w));
    let surname = words(case.sentence.tokens.get(case.tokens(&name.range)).unwrap_or_default()).last().copied()?;
    // Where the source has the role beside another name, it is the other's.
    let beside = |s: crate::align::Spot| {
        s.ordered && case.sources.sentence(s.sentence).is_some_and(|s| in_sentence(surname, s) || s.names.is_empty())
    };
    let ordered = at
        .clone()
        .all(|i| case.sentence.tokens.get(i).is_none_or(|t| !t.is_content()) || case.spot(i).is_some_and(beside));
    if own.is_empty() {
        return None;
    }
    if ordered {
        return raised(case, role, &at);
    }
    // Every role that a source in the draft's language gives to the name, and the words close to it.
    let mut given: Option<Place> = None;
    for text in case.texts {
        let Some(reading) = case.sources.readings.get(*text) else { continue };
        for sentence in reading.sentences.iter().filter(|s| in_sentence(surname, s)) {
            for other in sentence.names.iter().filter(|n| reading.tokens_in(&n.range).any(|t| surname.same(t))) {
                let Some(range) = &other.role else { continue };
                let theirs: Vec<&Token> = reading.tokens_in(range).collect();
                // `M. Garnaud` says nothing of his office; `Mme` for `M.` is somebody else.
                let addressed = theirs.iter().all(|t| is_address(&t.lower));
                if addressed != own.iter().all(|t| is_address(&t.lower)) {
                    continue;
                }
                if own.iter().all(|w| theirs.iter().any(|t| w.same(t))) {
                    return None;
                }
                given = given.or_else(|| Some(Place { text: *text, range: range.clone() }));
            }
            if own.iter().all(|w| close(sentence, surname, w)) && given.is_none() {
                return None;
            }
        }
    }
    if given.as_ref().is_some_and(|place| is_same_trade(case, &own, place)) {
        return None;
    }
    if given.is_none() && own.iter().all(|t| is_address(&t.lower)) {
        return None;
    }
    Some(match given {
        Some(place) => {
            let told = format!(
                "The draft calls {} {}; {} says {}.",
                reason::value(case.printed(&name.range)),
                reason::value(case.printed(role)),
                case.agency(place.text),
                reason::value(case.source(&place))
            );
            case.finding(
                Kind::Name,
                (news::verdict::Severity::Block, news::verdict::Verdict::Contradicted),
                role,
                Some(&place),
                told,
            )
        }
        None => {
            let told = format!(
                "No source calls {} {}.",
                reason::value(case.printed(&name.range)),
                reason::value(case.printed(role))
            );
            case.missing(Kind::Name, role, told)
        }
    })
}

/// How a man or a woman is addressed, whatever he or she does.
pub(super) fn is_address(lower: &str) -> bool {
    const FORMS: [&str; 13] =
        ["mr", "mrs", "ms", "miss", "m", "m.", "mme", "mlle", "السيد", "السيدة", "السيده", "श्री", "श्रीमती"];
    FORMS.contains(&lower)
}

/// A word before a role that makes it neither higher nor lower, or says `former` as a source does in another word.
fn is_colour(case: &Case<'_>, word: &Token) -> bool {
    const COLOURS: [&str; 14] = [
        "outside",
        "independent",
        "local",
        "longtime",
        "veteran",
        "fellow",
        "own",
        "alors",
        "indépendant",
        "indépendante",
        "local",
        "locale",
        "then",
        "current",
    ];
    const FORMER: [&str; 12] = [
        "former",
        "formerly",
        "once",
        "ex",
        "ancien",
        "ancienne",
        "autrefois",
        "jadis",
        "سابق",
        "السابق",
        "السابقة",
        "पूर्व",
    ];
    let former = |s: &Sentence| s.tokens.iter().any(|t| FORMER.contains(&t.lower.as_str()));
    let told = || case.nearby().into_iter().filter_map(|id| case.sources.sentence(id)).any(former);
    COLOURS.contains(&word.lower.as_str()) || (FORMER.contains(&word.lower.as_str()) && told())
}

/// In other words the trade tells, if nothing that no source has is added: `the councillor behind the proposal`, not `the interior
/// minister` for `finance minister`.
fn is_same_trade(case: &Case<'_>, own: &[&Token], given: &Place) -> bool {
    let theirs = crate::fact::fold(case.source(given));
    let akin = |w: &Token| case.kin(&w.lower).iter().any(|(_, k)| *k < Kin::Near);
    // A `chief operating officer` is no finance director, whatever words the report has elsewhere.
    let plain = theirs.split_whitespace().count() < 2;
    let is_trade = |w: &&Token| text::name::is_role(&w.lower);
    // What comes behind the trade, `behind the proposal`, tells of it.
    let up_to = own.iter().rposition(&is_trade).map_or(0, |i| i + 1);
    let (trades, others): (Vec<&Token>, Vec<&Token>) = own.iter().take(up_to).partition(|w| is_trade(w));
    let same = |w: &Token| {
        theirs.split(' ').any(|t| t == w.lower || text::synonym::kin(t, &w.lower).is_some_and(|k| k < Kin::Near))
    };
    let known = |w: &Token| {
        matches!(w.lower.as_str(), "once" | "former" | "ex") && (theirs.contains(" former ") || theirs.contains(" ex "))
            || w.capital && !case.sources.vocabulary.postings(w.id).is_empty()
            || same(w)
            || plain && (w.id != 0 && !case.sources.vocabulary.postings(w.id).is_empty() || akin(w))
    };
    let all = trades.iter().all(|w| same(w));
    trades.iter().any(|w| same(w)) && (plain || all) && others.into_iter().all(known)
}

/// `finance minister` where the source has `deputy finance minister`.
fn raised(case: &Case<'_>, role: &Range<usize>, at: &Range<usize>) -> Option<Finding> {
    const LOWER: [&str; 16] = [
        "deputy",
        "vice",
        "former",
        "acting",
        "assistant",
        "junior",
        "interim",
        "outgoing",
        "ex",
        "associate",
        "honorary",
        "adjoint",
        "ancien",
        "ancienne",
        "نائب",
        "पूर्व",
    ];
    let spot = at.clone().find_map(|i| case.anchor(i))?;
    let source = case.sources.sentence(spot.sentence)?;
    // `deputy` stands right before the words of the role that the draft has, or before those that it left out.
    let before = source.tokens.get(spot.token.saturating_sub(3)..spot.token).unwrap_or_default();
    let theirs = before.iter().rev().take_while(|t| t.is_content()).find(|t| LOWER.contains(&t.lower.as_str()))?;
    let own = at.start.saturating_sub(3)..at.end;
    let as_low = |t: &Token| t.same(theirs) || matches!(t.lower.as_str(), "once" | "ex" | "former");
    if own.filter_map(|i| case.sentence.tokens.get(i)).any(as_low) {
        return None;
    }
    let range = theirs.range.start..source.tokens.get(spot.token)?.range.end;
    Some(case.contradicted(Kind::Name, role, &Place { text: spot.sentence.text, range }))
}

/// Within ten words of the name in a source sentence.
fn close(sentence: &Sentence, surname: &Token, word: &Token) -> bool {
    let at = |w: &Token| sentence.tokens.iter().position(|t| w.same(t));
    at(surname).zip(at(word)).is_some_and(|(a, b)| a.abs_diff(b) <= 10)
}
