//! To and from, by and against: the small word before a name tells which side it is on.

use news::verdict::{Finding, Kind};

use super::{Case, Place};
use crate::fact::{Sentence, SentenceId, Sort, Token};
use crate::reason;

/// Words that say the contrary of one another before the same noun.
const CONTRARY: [(&str, &str); 14] = [
    ("to", "from"),
    ("into", "from"),
    ("by", "against"),
    ("for", "against"),
    ("with", "against"),
    ("with", "without"),
    ("inside", "outside"),
    ("in", "outside"),
    ("within", "outside"),
    ("above", "below"),
    ("contre", "par"),
    ("contre", "pour"),
    ("avec", "sans"),
    ("vers", "depuis"),
];

/// The same before a date.
const CONTRARY_IN_TIME: [(&str, &str); 8] = [
    ("until", "from"),
    ("until", "since"),
    ("until", "in"),
    ("until", "on"),
    ("since", "in"),
    ("since", "on"),
    ("since", "by"),
    ("jusqu'au", "depuis"),
];

/// The same before a number: `rose by 2` is not `rose to 2`.
const CONTRARY_IN_AMOUNT: [(&str, &str); 2] = [("by", "to"), ("de", "à")];

/// Tokens between the word and its noun.
const REACH: usize = 3;

/// Nouns of the draft before which the source has the contrary word.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    // In other words a sentence has other small words too.
    let turned = |i: usize| if case.laid { turned(case, i) } else { None };
    (0..case.sentence.tokens.len()).filter_map(|i| turned(i).or_else(|| brought(case, i))).collect()
}

/// `against`, `because`: a side taken or a cause that no source sentence of the draft's tells.
fn brought(case: &Case<'_>, i: usize) -> Option<Finding> {
    const CAUSE: [&str; 22] = [
        "hit", "because", "as", "since", "due", "owing", "so", "blam", "caus", "prompt", "over", "for", "thanks",
        "after", "reason", "amid", "driven", "result", "citing", "cited", "cites", "arguing",
    ];
    let own = case.sentence.tokens.get(i).filter(|_| case.spot(i).is_none())?;
    let like: &[&str] = match own.lower.as_str() {
        "because" => &CAUSE,
        // In other words much is told as a contrast.
        "despite" if case.laid => &["despite", "although", "though", "but", "while"],
        "against" if !takes_side(case, i) => return None,
        "against" => &[
            "against", "versus", "v", "oppos", "reject", "protest", "object", "resist", "critici", "fear", "fight",
            "foe", "beat", "defeat", "disput",
        ],
        _ => return None,
    };
    let is_like = |t: &Token| like.iter().any(|w| t.lower == *w || (w.len() > 3 && t.lower.starts_with(w)));
    let has = |s: &Sentence| s.tokens.iter().any(is_like);
    let told = case.align.used().into_iter().filter_map(|id| case.sources.sentence(id)).any(has);
    if told && !(own.lower == "because" && is_from_apart(case, i)) {
        return None;
    }
    let told = format!("No source says {} here.", reason::value(case.printed(&own.range)));
    Some(case.missing(Kind::Direction, &own.range, told))
}

/// What stands behind token `i` comes from one source sentence word for word, and what stands before it from others.
fn is_from_apart(case: &Case<'_>, i: usize) -> bool {
    /// Words of each side that tell.
    const LEAST: usize = 2;
    let content = |(_, t): &(usize, &Token)| t.is_content();
    let placed: Vec<SentenceId> = case
        .sentence
        .tokens
        .iter()
        .enumerate()
        .skip(i + 1)
        .filter(content)
        .filter_map(|(k, _)| case.spot(k))
        .filter(|s| s.ordered)
        .map(|s| s.sentence)
        .collect();
    let Some(home) = placed.iter().copied().max_by_key(|id| placed.iter().filter(|o| *o == id).count()) else {
        return false;
    };
    let has =
        |id: SentenceId, own: &Token| case.sources.sentence(id).is_some_and(|s| s.tokens.iter().any(|t| own.same(t)));
    let told = |own: &Token| {
        let mut readings = case.texts.iter().filter_map(|t| case.sources.readings.get(*t));
        readings.any(|r| r.sentences.iter().any(|s| s.tokens.iter().any(|t| own.same(t))))
    };
    let elsewhere = |own: &Token| !has(home, own) && told(own);
    let before = case.sentence.tokens.iter().enumerate().take(i).filter(content);
    placed.len() >= LEAST && before.filter(|(_, t)| elsewhere(t)).count() >= LEAST
}

/// Not `the verdict against her`, `a win against Lyon`, which have it in any wording.
fn takes_side(case: &Case<'_>, i: usize) -> bool {
    const NOUNS: [&str; 24] = [
        "point",
        "points",
        "draw",
        "goal",
        "verdict",
        "case",
        "cases",
        "charges",
        "charge",
        "ruling",
        "judgment",
        "judgement",
        "conviction",
        "complaint",
        "lawsuit",
        "suit",
        "evidence",
        "allegations",
        "accusations",
        "sanctions",
        "match",
        "game",
        "win",
        "victory",
    ];
    let before = i.checked_sub(1).and_then(|b| case.sentence.tokens.get(b));
    before.is_none_or(|t| !NOUNS.contains(&t.lower.as_str()))
}

fn is_side(lower: &str) -> bool {
    CONTRARY.iter().chain(&CONTRARY_IN_TIME).chain(&CONTRARY_IN_AMOUNT).any(|(a, b)| *a == lower || *b == lower)
}

fn turned(case: &Case<'_>, i: usize) -> Option<Finding> {
    let own = case.sentence.tokens.get(i).filter(|t| is_side(&t.lower))?;
    let noun = (i + 1..i + 1 + REACH).find(|k| case.sentence.tokens.get(*k).is_some_and(Token::is_content))?;
    let pairs: &[(&str, &str)] = match case.sentence.tokens.get(noun)?.sort {
        // A span may be told from either end, `to 6 from 4`; the rule on numbers looks at both ends.
        Sort::Number => &CONTRARY_IN_AMOUNT,
        Sort::Date => &CONTRARY_IN_TIME,
        _ => &CONTRARY,
    };
    let spot = case.anchor(noun)?;
    let source = case.sources.sentence(spot.sentence)?;
    let theirs = before(source, spot.token)?;
    let contrary =
        pairs.iter().any(|(a, b)| (*a == own.lower && *b == theirs.lower) || (*b == own.lower && *a == theirs.lower));
    let place = Place { text: spot.sentence.text, range: theirs.range.start..source.tokens.get(spot.token)?.range.end };
    let at = own.range.start..case.sentence.tokens.get(noun)?.range.end;
    contrary.then(|| case.contradicted(Kind::Direction, &at, &place))
}

/// The word of a side right before a source token, function words between them.
fn before(source: &Sentence, token: usize) -> Option<&Token> {
    let between = (token.saturating_sub(REACH)..token).rev().map_while(|k| source.tokens.get(k));
    between.take_while(|t| !t.is_content() || is_side(&t.lower)).find(|t| is_side(&t.lower))
}
