//! All, most, only, every: how much of it, where the source tells another share or none.

use std::ops::Range;

use news::verdict::{Finding, Kind};

use super::{Case, Place};
use crate::fact::{Sentence, Sort, Token};
use crate::reason;

/// Words that claim the whole or the larger part; each needs its like in the source.
const WHOLE: [&str; 21] = [
    "all",
    "every",
    "each",
    "only",
    "most",
    "always",
    "everyone",
    "everybody",
    "entire",
    "entirely",
    "solely",
    "tous",
    "toutes",
    "chaque",
    "seul",
    "seule",
    "seulement",
    "toujours",
    "جميع",
    "كل",
    "सभी",
];

/// Words for a part; they may sum up, but not stand for another of these lists.
const PART: [&str; 12] =
    ["some", "any", "few", "several", "many", "both", "half", "none", "plusieurs", "certains", "بعض", "कुछ"];

/// Whether it is such a word, in lower case.
pub(crate) fn is_one(lower: &str) -> bool {
    WHOLE.contains(&lower) || PART.contains(&lower)
}

/// Quantifiers of the draft that the source does not have there.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    (0..case.sentence.tokens.len()).filter_map(|i| claimed(case, i).or_else(|| first_of_all(case, i))).collect()
}

/// `the most common cause` where the source has `one of the most common causes`.
fn first_of_all(case: &Case<'_>, i: usize) -> Option<Finding> {
    let token = case.sentence.tokens.get(i)?;
    let superlative = token.lower == "most" || (token.lower.ends_with("est") && token.sort == Sort::Word);
    let spot = case.spot(i).filter(|s| s.ordered && superlative)?;
    let source = case.sources.sentence(spot.sentence)?;
    let before = |tokens: &[Token], k: usize| {
        tokens
            .get(k.saturating_sub(3)..k)
            .unwrap_or_default()
            .iter()
            .find(|t| matches!(t.lower.as_str(), "one" | "among"))
            .map(|t| t.range.clone())
    };
    let theirs = before(&source.tokens, spot.token)?;
    if before(&case.sentence.tokens, i).is_some() {
        return None;
    }
    let range = theirs.start..source.tokens.get(spot.token)?.range.end;
    Some(case.contradicted(Kind::Number, &token.range, &Place { text: spot.sentence.text, range }))
}

/// In a reworded sentence: the whole where the sentences that it comes from tell a part, and none of them the whole.
pub(crate) fn is_widened(case: &Case<'_>, at: &Range<usize>) -> bool {
    const ALL: [&str; 5] = ["all", "every", "entire", "everyone", "everybody"];
    const SOME: [&str; 9] = ["some", "several", "part", "parts", "half", "many", "most", "few", "among"];
    let has = |s: &Sentence, list: &[&str]| s.tokens.iter().any(|t| list.contains(&t.lower.as_str()));
    let whole = ALL.contains(&case.printed(at).to_lowercase().as_str());
    let used: Vec<&Sentence> = case.nearby().into_iter().filter_map(|id| case.sources.sentence(id)).collect();
    whole && used.iter().any(|s| has(s, &SOME)) && !used.iter().any(|s| has(s, &WHOLE))
}

fn claimed(case: &Case<'_>, i: usize) -> Option<Finding> {
    let token = case.sentence.tokens.get(i).filter(|t| t.sort != Sort::Number)?;
    let whole = WHOLE.contains(&token.lower.as_str());
    if (!whole && !PART.contains(&token.lower.as_str())) || is_phrase(case, i) {
        return None;
    }
    if case.spot(i).is_some_and(|s| s.ordered) {
        return None;
    }
    let ids = case.home(&(i..i + 1));
    let home = || ids.iter().filter_map(|id| Some((*id, case.sources.sentence(*id)?)));
    if home().any(|(_, s)| s.tokens.iter().any(|t| is_like(token, t))) {
        return None;
    }
    let rival = case.gap(&(i..i + 1)).and_then(|(id, gap)| {
        let source = case.sources.sentence(id)?;
        let at = gap.into_iter().find(|k| !case.is_used(id, *k) && is_amount(source, *k))?;
        Some(Place { text: id.text, range: source.tokens.get(at)?.range.clone() })
    });
    match rival {
        Some(place) => Some(case.contradicted(Kind::Number, &token.range, &place)),
        None if whole => {
            let told = format!("No source says {} here.", reason::value(case.printed(&token.range)));
            Some(case.missing(Kind::Number, &token.range, told))
        }
        None => None,
    }
}

/// `the most`, `at most`, `at all`, `not only`: no share of anything. `some 340` rounds.
fn is_phrase(case: &Case<'_>, i: usize) -> bool {
    let tokens = &case.sentence.tokens;
    let before = i.checked_sub(1).and_then(|b| tokens.get(b)).map_or("", |t| t.lower.as_str());
    let own = tokens.get(i).map_or("", |t| t.lower.as_str());
    let numbered = tokens.get(i + 1).is_some_and(|t| t.sort == Sort::Number);
    let ranked = own == "most" && matches!(before, "the" | "its" | "their");
    let in_all = own == "all" && before == "in";
    ranked || in_all || matches!(before, "at" | "after" | "not") || (numbered && (PART.contains(&own) || own == "only"))
}

/// The same share, in another word of the same meaning.
fn is_like(a: &Token, b: &Token) -> bool {
    const LIKE: [&[&str]; 4] = [
        &["all", "every", "each", "everyone", "everybody"],
        &["entire", "entirely", "whole", "all"],
        &["only", "solely"],
        &["some", "several", "certain"],
    ];
    a.lower == b.lower || LIKE.iter().any(|l| l.contains(&a.lower.as_str()) && l.contains(&b.lower.as_str()))
}

fn is_amount(source: &Sentence, k: usize) -> bool {
    source.tokens.get(k).is_some_and(|t| {
        t.sort == Sort::Number
            || WHOLE.contains(&t.lower.as_str())
            || PART.contains(&t.lower.as_str())
            || matches!(t.lower.as_str(), "main" | "no" | "one")
    })
}
