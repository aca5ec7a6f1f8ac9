//! Who says it: the speaker of the draft must be the source's.

use std::ops::Range;

use news::verdict::{Finding, Kind, Severity, Verdict};

use super::name::is_pronoun;
use super::{Case, Place, quote};
use crate::fact::{Reading, SentenceId, Token};
use crate::reason;

/// Compares the speakers of quotations and of reported speech.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    let mut out: Vec<Finding> = case.sentence.quotes.iter().filter_map(|q| of_quote(case, q)).collect();
    for saying in &case.sentence.sayings {
        let Some(speaker) = &saying.speaker else { continue };
        if !out.iter().any(|f| f.at.start + case.sentence.range.start == speaker.start) {
            out.extend(of_saying(case, &saying.verb, speaker).filter(|f| !is_reported(case, f, speaker)));
        }
    }
    out
}

/// `Arkwright insists that he did nothing wrong, Fenn said`: the source gives the words to the draft's other speaker.
fn is_reported(case: &Case<'_>, finding: &Finding, speaker: &Range<usize>) -> bool {
    let Some(place) = finding.citation.as_ref().map(|c| &c.range) else { return false };
    let somebody =
        |s: &&Range<usize>| *s != speaker && !words(case, s).is_empty() && !is_pronoun(&case.printed(s).to_lowercase());
    let others = case.sentence.sayings.iter().filter_map(|s| s.speaker.as_ref()).filter(somebody);
    let used = case.align.used();
    // `Fenn called it safe, while Marlow said` are two who say two things.
    let parted = |other: &Range<usize>| {
        let between = speaker.end.min(other.end)..speaker.start.max(other.start);
        case.printed(&between).split_whitespace().any(|w| matches!(w, "while" | "but" | "and" | "whereas"))
    };
    others.into_iter().filter(|o| !parted(o)).any(|other| {
        let holds = |id: &&SentenceId| {
            case.sources.sentence(**id).is_some_and(|s| s.range.start <= place.start && place.end <= s.range.end)
        };
        used.iter().filter(holds).any(|id| same_speaker(case, other, *id, place))
    })
}

fn of_quote(case: &Case<'_>, q: &text::quote::Quote) -> Option<Finding> {
    let speaker = q.speaker.as_ref()?;
    let pieces = quote::pieces(case.printed(&q.inner));
    let mut wrong: Option<Place> = None;
    for text in case.texts {
        let Some(reading) = case.sources.readings.get(*text) else { continue };
        for (n, sentence) in reading.sentences.iter().enumerate() {
            for theirs in &sentence.quotes {
                let folded = crate::fact::fold(case.sources.printed(*text, &theirs.inner));
                if !pieces.iter().any(|p| folded.contains(p.as_str()) || p.contains(folded.as_str())) {
                    continue;
                }
                match &theirs.speaker {
                    Some(range) if !same_speaker(case, speaker, SentenceId { text: *text, n }, range) => {
                        wrong = wrong.or_else(|| Some(Place { text: *text, range: range.clone() }));
                    }
                    _ => return None,
                }
            }
        }
    }
    wrong.map(|place| finding(case, speaker, &place))
}

fn of_saying(case: &Case<'_>, verb: &Range<usize>, speaker: &Range<usize>) -> Option<Finding> {
    let at = case.tokens(verb);
    let ids = match at.clone().find_map(|i| case.spot(i)).filter(|s| s.ordered) {
        // A multi-sentence span may hold the verb twice: the sentence that most words come from knows best.
        Some(spot) => main_sentence(case).into_iter().chain([spot.sentence]).collect(),
        None => case.align.used(),
    };
    let mut wrong: Option<Place> = None;
    for id in &ids {
        let Some(sentence) = case.sources.sentence(*id) else { continue };
        let sayings = sentence.sayings.iter().filter_map(|s| s.speaker.as_ref());
        for theirs in sayings.chain(sentence.quotes.iter().filter_map(|q| q.speaker.as_ref())) {
            if same_speaker(case, speaker, *id, theirs) {
                return multiplied(case, speaker, *id, theirs);
            }
            wrong = wrong.or_else(|| Some(Place { text: id.text, range: theirs.clone() }));
        }
        // The words of the draft's speaker stand together there, whatever the reader of speech made of them.
        if wrong.is_none() && words(case, speaker).iter().all(|w| sentence.tokens.iter().any(|t| w.same(t))) {
            return None;
        }
    }
    // `the company` where nobody is named: whose report it is.
    let own = words(case, speaker);
    let body = |t: &&Token| super::name::BODIES.contains(&t.lower.as_str());
    if wrong.is_none() && (own.is_empty() || matches!(own.as_slice(), [one] if body(one))) {
        return None;
    }
    Some(match wrong {
        Some(place) => finding(case, speaker, &place),
        None => {
            let told = format!("No source says that {} said this.", reason::value(case.printed(speaker)));
            case.missing(Kind::Speaker, speaker, told)
        }
    })
}

/// `Mme`, `Dr`: no name of anybody.
fn is_addressed(lower: &str) -> bool {
    super::role::is_address(lower) || matches!(lower, "dr" | "mlle" | "me")
}

/// `he said` behind the words of somebody else: the last speaker named in the sentences before is nobody of the draft's.
fn is_another_before(own: &[&Token], reading: &Reading, n: usize) -> bool {
    /// Sentences through which a speaker goes on.
    const REACH: usize = 4;
    let telling = |t: &Token| t.capital && t.is_content() && !text::name::is_role(&t.lower) && !is_addressed(&t.lower);
    if !own.iter().any(|w| telling(w)) {
        return false;
    }
    let before = reading.sentences.get(n.saturating_sub(REACH)..n).unwrap_or_default();
    let person = |r: &Range<usize>| {
        let over = |n: &text::name::Name| n.person && n.range.start < r.end && r.start < n.range.end;
        before.iter().flat_map(|s| &s.names).any(over)
    };
    let named = |r: &Range<usize>| person(r) && reading.tokens_in(r).any(telling);
    let last = before.iter().rev().find_map(|s| {
        let quoted = s.quotes.iter().filter_map(|q| q.speaker.as_ref());
        let all = s.sayings.iter().filter_map(|s| s.speaker.as_ref()).chain(quoted);
        all.filter(|r| named(r)).max_by_key(|r| r.start)
    });
    last.is_some_and(|r| !reading.tokens_in(r).filter(|t| telling(t)).any(|t| own.iter().any(|w| w.same(t))))
}

/// One spokesman told as several.
fn multiplied(case: &Case<'_>, draft: &Range<usize>, id: SentenceId, source: &Range<usize>) -> Option<Finding> {
    let reading = case.sources.readings.get(id.text)?;
    let single = |w: &Token| {
        w.lower.strip_suffix('s').is_some_and(|one| {
            text::name::is_role(one)
                && reading.tokens_in(source).any(|t| t.lower == one)
                && !reading.tokens_in(source).any(|t| t.lower == w.lower)
        })
    };
    let many = words(case, draft).into_iter().any(single);
    many.then(|| finding(case, draft, &Place { text: id.text, range: source.clone() }))
}

/// The source sentence from which most of the draft's words come.
fn main_sentence(case: &Case<'_>) -> Option<SentenceId> {
    let spots = || case.align.spots.iter().flatten().filter(|s| s.ordered);
    case.align.used().into_iter().max_by_key(|id| spots().filter(|s| s.sentence == *id).count())
}

fn finding(case: &Case<'_>, speaker: &Range<usize>, place: &Place) -> Finding {
    let told = format!(
        "The draft gives these words to {}; {} gives them to {}.",
        reason::value(case.printed(speaker)),
        case.agency(place.text),
        reason::value(case.source(place))
    );
    case.finding(Kind::Speaker, (Severity::Block, Verdict::Contradicted), speaker, Some(place), told)
}

/// The words of a speaker; in `the estimates of the weather office` the office speaks.
fn words<'c>(case: &'c Case<'_>, range: &'c Range<usize>) -> Vec<&'c Token> {
    const TOLD_IN: [&str; 18] = [
        "estimates",
        "figures",
        "data",
        "statement",
        "forecast",
        "forecasts",
        "estimations",
        "chiffres",
        "données",
        "communiqué",
        "prévisions",
        "تقديرات",
        "توقعات",
        "بيانات",
        "بيان",
        "تقرير",
        "आंकड़ों",
        "रिपोर्ट",
    ];
    // `the minister, who flew in on Monday,` is the minister.
    let clause = case.printed(range).find(", who ").map_or(range.end, |at| range.start + at);
    let all: Vec<&Token> = case.reading.tokens_in(range).filter(|t| t.is_content() && t.range.start < clause).collect();
    let speaks: Vec<&Token> = all.iter().copied().filter(|t| !TOLD_IN.contains(&t.lower.as_str())).collect();
    if speaks.is_empty() { all } else { speaks }
}

/// `Nordwind Energy` for the source's `the company`, which has been named before.
fn is_named_body(case: &Case<'_>, own: &[&Token], theirs: &[&Token], id: SentenceId) -> bool {
    let body = matches!(theirs, [one] if super::name::BODIES.contains(&one.lower.as_str()));
    let Some(reading) = case.sources.readings.get(id.text).filter(|_| body) else { return false };
    let before = reading.sentences.get(..=id.n).unwrap_or_default();
    let named = |w: &&&Token| w.capital && before.iter().any(|s| s.tokens.iter().any(|t| t.capital && w.same(t)));
    own.iter().any(|w| named(&w))
}

/// `the UN` for the United Nations.
fn are_initials(own: &[&Token], theirs: &[&Token]) -> bool {
    let initials = |list: &[&Token]| -> String {
        list.iter().filter(|t| t.capital).filter_map(|t| t.lower.chars().next()).collect()
    };
    let short = |list: &[&Token], other: &[&Token]| {
        other.len() > 1
            && list.iter().any(|t| t.capital && t.lower.len() > 1 && t.lower.replace('.', "") == initials(other))
    };
    short(own, theirs) || short(theirs, own)
}

/// Other words for the same people: `villagers` and `residents`; never a name for a man or a lawyer.
fn are_akin(own: &[&Token], theirs: &[&Token]) -> bool {
    let nameless = |list: &[&Token]| list.len() == 1 || list.iter().all(|t| !t.capital);
    let plain = |list: &[&Token]| list.last().filter(|_| nameless(list)).map(|t| t.lower.clone());
    plain(own)
        .zip(plain(theirs))
        .is_some_and(|(a, b)| text::synonym::kin(&a, &b).is_some_and(|k| k < text::synonym::Kin::Near))
}

/// The same person or body: the draft's speaker shares a telling word with the source's, or is the person that the source's
/// pronoun stands for.
pub(super) fn same_speaker(case: &Case<'_>, draft: &Range<usize>, id: SentenceId, source: &Range<usize>) -> bool {
    let own = words(case, draft);
    if own.is_empty() || is_pronoun(&case.printed(draft).to_lowercase()) {
        return true;
    }
    let Some(reading) = case.sources.readings.get(id.text) else { return false };
    let printed = case.sources.printed(id.text, source).to_lowercase();
    let theirs: Vec<&Token> = reading.tokens_in(source).filter(|t| t.is_content()).collect();
    if is_pronoun(&printed) || theirs.is_empty() {
        if is_another_before(&own, reading, id.n) {
            return false;
        }
        let around = reading.sentences.get(id.n.saturating_sub(2)..=id.n).unwrap_or_default();
        return own
            .iter()
            .filter(|w| (w.capital && !is_addressed(&w.lower)) || own.len() == 1)
            .all(|w| around.iter().any(|s| s.tokens.iter().any(|t| w.same(t))));
    }
    if is_named_body(case, &own, &theirs, id) || are_akin(&own, &theirs) || are_initials(&own, &theirs) {
        return true;
    }
    // Capitalised words decide where both have them: a shared title does not make one person of two.
    let names = |list: &[&Token]| list.iter().filter(|t| t.capital && !text::name::is_role(&t.lower)).count();
    let decide = names(&own) > 0 && names(&theirs) > 0;
    own.iter().any(|w| (!decide || (w.capital && !text::name::is_role(&w.lower))) && theirs.iter().any(|t| w.same(t)))
}
