//! Words in quotation marks are a source's, letter for letter.

use news::verdict::{Finding, Kind, Severity, Verdict};
use text::quote::Quote;

use super::{Case, Place};
use crate::fact::fold;
use crate::reason;

/// Every quotation must stand in a quotation of a source; an ellipsis marks a cut.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    case.sentence.quotes.iter().filter_map(|q| quote(case, q)).collect()
}

/// The parts of a quotation between ellipses, folded.
pub(crate) fn pieces(printed: &str) -> Vec<String> {
    let plain = printed.replace("[…]", "…").replace("[...]", "…").replace("...", "…").replace(". . .", "…");
    plain.split('…').map(fold).filter(|p| p.trim().chars().any(char::is_alphanumeric)).collect()
}

fn quote(case: &Case<'_>, q: &Quote) -> Option<Finding> {
    let pieces = pieces(case.printed(&q.inner));
    if pieces.is_empty() || case.texts.iter().any(|t| quoted_in(case, *t, &pieces)) {
        return None;
    }
    let plain = case
        .texts
        .iter()
        .find(|t| case.sources.readings.get(**t).is_some_and(|r| pieces.iter().all(|p| r.words.contains(p.as_str()))));
    if let Some(text) = plain {
        let told = format!(
            "{} has these words, but not as a quotation: {}.",
            case.agency(*text),
            reason::value(case.printed(&q.inner))
        );
        return Some(case.finding(Kind::Quote, (Severity::Block, Verdict::NotFound), &q.inner, None, told));
    }
    Some(match nearest(case, &pieces) {
        Some(place) => {
            let told = format!(
                "The quotation is not the source's. The draft has {}; {} has {}.",
                reason::value(case.printed(&q.inner)),
                case.agency(place.text),
                reason::value(case.source(&place))
            );
            case.finding(Kind::Quote, (Severity::Block, Verdict::Contradicted), &q.inner, Some(&place), told)
        }
        None => {
            let told = format!("No source quotes {}.", reason::value(case.printed(&q.inner)));
            case.missing(Kind::Quote, &q.inner, told)
        }
    })
}

/// All pieces in one quotation of the text; in order when there are several.
pub(crate) fn quoted_in(case: &Case<'_>, text: usize, pieces: &[String]) -> bool {
    let Some(reading) = case.sources.readings.get(text) else { return false };
    reading.quoted.iter().any(|quoted| {
        let mut rest = quoted.as_str();
        pieces.iter().all(|p| match rest.find(p.as_str()) {
            // The space behind a piece may be the one before the next.
            Some(at) => {
                rest = rest.get(at + p.len() - 1..).unwrap_or_default();
                true
            }
            None => false,
        })
    })
}

/// The source quotation that shares most words, when it shares a third of them.
fn nearest(case: &Case<'_>, pieces: &[String]) -> Option<Place> {
    let own: Vec<&str> = pieces.iter().flat_map(|p| p.split_whitespace()).collect();
    let mut best: Option<(usize, Place)> = None;
    for text in case.texts {
        let Some(reading) = case.sources.readings.get(*text) else { continue };
        for quote in reading.sentences.iter().flat_map(|s| &s.quotes) {
            let theirs = fold(case.sources.printed(*text, &quote.inner));
            let shared = own.iter().filter(|w| theirs.contains(&format!(" {w} "))).count();
            if shared * 3 >= own.len() && best.as_ref().is_none_or(|(n, _)| shared > *n) {
                best = Some((shared, Place { text: *text, range: quote.inner.clone() }));
            }
        }
    }
    best.map(|(_, place)| place)
}
