//! A reported claim stays a reported claim, and the verb of saying stays as strong as it was.

mod record;

use std::ops::Range;

use news::verdict::{Finding, Kind, Part, Severity, Verdict};
use text::quote::{Saying, Strength};
use text::synonym::Kin;

use super::{Case, Place};
use crate::fact::{Sentence, SentenceId, Token};
use crate::reason;
use record::is_of_record;

/// Share of the words taken from a source sentence that lie inside what somebody said there.
const INSIDE: f64 = 0.5;
/// Share of the draft's words that another sentence must have to vouch for it without attribution.
const VOUCHED: f64 = 0.85;
/// The same where the draft is in other words: part of it stands elsewhere in the source's own voice.
const REWORDED: f64 = 0.4;
/// Share of a reworded sentence's words that the attributed sentence must have.
const TAKEN: f64 = 0.5;
/// The same for a source's headline under a draft's body.
const VERBATIM: f64 = 0.98;

/// Dropped attribution, then strengthened verbs.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    let mut out: Vec<Finding> = case.sentence.sayings.iter().filter_map(|s| strengthened(case, s)).collect();
    if !case.sentence.quotes.iter().any(|q| q.speaker.is_some()) {
        out.extend(dropped(case));
    }
    out
}

/// Whether the draft keeps this saying of a source, or brings one that is no other saying's counterpart.
fn keeps(case: &Case<'_>, id: SentenceId, sentence: &Sentence, verb: &Range<usize>) -> bool {
    case.sentence.sayings.iter().any(|s| {
        let spot = case.tokens(&s.verb).find_map(|i| case.spot(i)).filter(|spot| spot.ordered);
        spot.is_none_or(|spot| {
            let token = if spot.sentence == id { sentence.tokens.get(spot.token) } else { None };
            let other = case.sources.sentence(spot.sentence).is_some_and(|o| {
                o.sayings.iter().any(|t| {
                    o.tokens.get(spot.token).is_some_and(|k| k.range.start < t.verb.end && t.verb.start < k.range.end)
                })
            });
            !other || token.is_some_and(|t| t.range.start < verb.end && verb.start < t.range.end)
        })
    })
}

/// The draft gives it to the same speaker, whichever of the source's verbs its own verb was laid along.
fn names_speaker(case: &Case<'_>, id: SentenceId, speaker: Option<&Range<usize>>) -> bool {
    let own = case.sentence.sayings.iter().filter_map(|s| s.speaker.as_ref());
    speaker.is_some_and(|theirs| own.into_iter().any(|s| super::speaker::same_speaker(case, s, id, theirs)))
}

/// The draft has the very verb, be it that nothing shows there that it is one of saying: `The student denies the charge`.
fn has_verb(case: &Case<'_>, id: SentenceId, sentence: &Sentence, verb: &Range<usize>) -> bool {
    let inside = |t: &Token| t.is_content() && t.range.start < verb.end && verb.start < t.range.end;
    (0..sentence.tokens.len()).any(|k| sentence.tokens.get(k).is_some_and(inside) && case.is_used(id, k))
}

/// The draft has words in quotation marks and names who said them: `Ute Brandt spoke of "a pause for breath"`.
fn quotes_speaker(case: &Case<'_>, id: SentenceId, speaker: Option<&Range<usize>>) -> bool {
    let Some(reading) = case.sources.readings.get(id.text).filter(|_| !case.sentence.quotes.is_empty()) else {
        return false;
    };
    let named = |t: &&Token| t.capital && case.sentence.tokens.iter().any(|own| own.capital && own.same(t));
    speaker.is_some_and(|s| reading.tokens_in(s).any(|t| named(&t)))
}

fn is_attributed(sentence: &Sentence) -> bool {
    !sentence.sayings.is_empty() || sentence.quotes.iter().any(|q| q.speaker.is_some())
}

fn dropped(case: &Case<'_>) -> Option<Finding> {
    let ids = if case.laid { case.align.used() } else { nearest(case) };
    for id in ids {
        let sentence = case.sources.sentence(id)?;
        let lost = claims(case, id, sentence)
            .into_iter()
            .find(|(verb, speaker)| !keeps(case, id, sentence, verb) && !names_speaker(case, id, speaker.as_ref()));
        let Some((told, speaker)) = lost else { continue };
        if quotes_speaker(case, id, speaker.as_ref()) || has_verb(case, id, sentence, &told) {
            continue;
        }
        if vouched(case) {
            return None;
        }
        return Some(finding(case, id, sentence, &told, speaker));
    }
    None
}

/// A claim of a source: bytes of its verb, and its speaker.
type Claim = (Range<usize>, Option<Range<usize>>);

/// The sentences used, and those of the best window: in other words little may stand in order.
fn nearest(case: &Case<'_>) -> Vec<SentenceId> {
    let best = case.align.windows.first().map(|w| (w.first..=w.last).map(|n| SentenceId { text: w.text, n }));
    let mut out = case.align.used();
    out.extend(best.into_iter().flatten());
    out.sort_unstable();
    out.dedup();
    out
}

/// What the draft takes from a source sentence: its words in order, or in a reworded sentence those that are akin to the draft's.
fn taken<'s>(case: &Case<'_>, id: SentenceId, sentence: &'s Sentence) -> Vec<&'s Token> {
    let ordered = |k: usize| case.align.spots.iter().flatten().any(|s| s.ordered && s.sentence == id && s.token == k);
    let kin: Vec<u32> = if case.laid || !case.english {
        Vec::new()
    } else {
        let words = case.sentence.tokens.iter().filter(|t| t.is_content());
        let akin = |t: &Token| {
            let near = case.kin(&t.lower);
            near.iter().filter(|(_, kin)| *kin < Kin::Kind).map(|(id, _)| *id).chain([t.id]).collect::<Vec<u32>>()
        };
        words.flat_map(akin).filter(|id| *id != 0).collect()
    };
    let tokens = sentence.tokens.iter().enumerate().filter(|(_, t)| t.is_content());
    tokens.filter(|(k, t)| ordered(*k) || kin.contains(&t.id)).map(|(_, t)| t).collect()
}

/// The sayings in whose scope most of the draft's words from this sentence lie.
fn claims(case: &Case<'_>, id: SentenceId, sentence: &Sentence) -> Vec<Claim> {
    let mine = taken(case, id, sentence);
    let share_without = |scope: &Range<usize>, speaker: Option<&Range<usize>>| {
        let said = mine.iter().filter(|t| speaker.is_none_or(|s| t.range.end <= s.start || s.end <= t.range.start));
        let inside = said.clone().filter(|t| t.range.start >= scope.start && t.range.end <= scope.end).count();
        inside as f64 / said.count().max(1) as f64
    };
    let share = |scope: &Range<usize>| share_without(scope, None);
    let own = case.sentence.tokens.iter().filter(|t| t.is_content()).count();
    if mine.len() < 2 || (!case.laid && (mine.len() as f64) < TAKEN * own as f64) {
        return Vec::new();
    }
    let sayings = sentence.sayings.iter().filter(|s| {
        let scope = scope(sentence, s, case.sources.evidence.get(id.text).map_or("", |e| e.text.as_str()));
        // A speaker in front may have been read too far back, over what was said.
        share_without(&scope, s.speaker.as_ref().filter(|_| inverted(s))) >= INSIDE
    });
    let mut out: Vec<Claim> = sayings.map(|s| (s.verb.clone(), s.speaker.clone())).collect();
    if out.is_empty() {
        let quotes = sentence.quotes.iter().filter(|q| share(&q.inner) >= INSIDE).filter_map(|q| q.speaker.clone());
        // A sentence of a longer quotation, taken over with its marks: who said it stands beside it in the paragraph.
        let inside = |s: &Range<usize>| sentence.range.start <= s.start && s.end <= sentence.range.end;
        out.extend(quotes.filter(|s| inside(s) || case.sentence.quotes.is_empty()).map(|s| (s.clone(), Some(s))));
    }
    out
}

/// What a saying covers: the clause behind `X said`, the sentence before `, X said`, a relative clause of its own.
fn scope(sentence: &Sentence, saying: &Saying, text: &str) -> Range<usize> {
    let whole = sentence.range.clone();
    let tokens = &sentence.tokens;
    let head = saying.speaker.as_ref().map_or(saying.verb.start, |s| s.start.min(saying.verb.start));
    let tail = saying.speaker.as_ref().map_or(saying.verb.end, |s| s.end.max(saying.verb.end)).min(whole.end);
    let before = tokens.iter().filter(|t| t.range.end <= head && t.is_content()).count();
    let behind = tokens.iter().filter(|t| t.range.start >= tail && t.is_content()).count();
    let relative = tokens.iter().rev().find(|t| {
        t.range.end <= saying.verb.start
            && matches!(t.lower.as_str(), "which" | "who" | "whose" | "where" | "qui" | "dont" | "que")
    });
    if let Some(opening) = relative.filter(|r| {
        !tokens.iter().any(|t| {
            t.range.start > r.range.end
                && t.range.end < saying.verb.start
                && t.is_content()
                && saying.speaker.as_ref().is_none_or(|s| t.range.start < s.start)
        })
    }) {
        // Up to the comma that closes the clause; a comma before a digit stands inside a number.
        let behind = text.get(tail..whole.end).unwrap_or_default();
        let comma = behind
            .match_indices([',', '،'])
            .find(|(at, c)| !behind.get(at + c.len()..).is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit())));
        return opening.range.start..comma.map_or(whole.end, |(at, _)| tail + at);
    }
    if is_aside(text, saying) && behind > 0 {
        return saying.verb.end.min(whole.end)..whole.end;
    }
    // `lifted its rate and said it could go further`: what is said stands behind.
    let joined = tokens.iter().rev().find(|t| t.range.end <= saying.verb.start).is_some_and(|t| t.lower == "and");
    if joined && behind > 0 {
        return saying.verb.end.min(whole.end)..whole.end;
    }
    // `…, officials said on Saturday, as the country began`: what stands behind is told by the report itself.
    let comma = text.get(..head).is_some_and(|t| t.trim_end().ends_with(','));
    let clause = tokens
        .iter()
        .find(|t| t.range.start >= tail && matches!(t.lower.as_str(), "as" | "while" | "after" | "before"));
    let own_voice = clause.is_some_and(|t| text.get(..t.range.start).is_some_and(|t| t.trim_end().ends_with(',')));
    if comma && before >= 2 && own_voice {
        return whole.start..head;
    }
    let adverb = saying.speaker.is_none() && saying.strength == Strength::Weak;
    if adverb || (behind == 0 && !inverted(saying)) {
        whole
    } else if inverted(saying) && before >= 2 {
        // Who the speaker is, told behind the name, is not what was said.
        whole.start..head
    } else if before <= 3
        || saying.verb.start >= head && saying.speaker.as_ref().is_some_and(|s| s.start == whole.start)
    {
        saying.verb.end.min(whole.end)..whole.end
    } else if behind <= 3 || inverted(saying) {
        whole.start..tail
    } else {
        saying.verb.end.min(whole.end)..whole.end
    }
}

/// `cut its rate, saying prices had eased`: what was done is told by the report itself.
fn is_aside(text: &str, saying: &Saying) -> bool {
    let word = text.get(saying.verb.clone()).unwrap_or_default();
    word.ends_with("ing") && text.get(..saying.verb.start).is_some_and(|t| t.trim_end().ends_with(','))
}

fn inverted(saying: &Saying) -> bool {
    saying.speaker.as_ref().is_some_and(|s| s.start > saying.verb.start)
}

/// Another source sentence says it all in its own voice.
fn vouched(case: &Case<'_>) -> bool {
    let tokens = &case.sentence.tokens;
    let total: f64 = case.align.weights.iter().sum();
    // A source's headline may leave out who said it; taken over word for word it is still the source's own voice.
    let enough = |s: &Sentence| match () {
        () if !case.laid => REWORDED,
        () if s.line == 0 && case.part != Part::Headline => VERBATIM,
        () => VOUCHED,
    };
    let readings = case.texts.iter().filter_map(|t| case.sources.readings.get(*t));
    readings.flat_map(|r| &r.sentences).filter(|s| s.sayings.is_empty() && s.quotes.is_empty()).any(|s| {
        let shared: f64 = tokens
            .iter()
            .zip(&case.align.weights)
            .filter(|(t, _)| s.tokens.iter().any(|o| t.same(o)))
            .map(|(_, w)| w)
            .sum();
        shared >= enough(s) * total
    })
}

fn finding(
    case: &Case<'_>,
    id: SentenceId,
    sentence: &Sentence,
    verb: &Range<usize>,
    speaker: Option<Range<usize>>,
) -> Finding {
    let range = match &speaker {
        Some(s) if s.start >= sentence.range.start && s.end <= sentence.range.end => {
            s.start.min(verb.start)..s.end.max(verb.end)
        }
        Some(s) => s.clone(),
        None => verb.clone(),
    };
    let place = Place { text: id.text, range };
    // The sentence before it in the paragraph names the speaker: readers will understand, an editor should look.
    let before =
        case.n.checked_sub(1).and_then(|n| case.reading.sentences.get(n)).filter(|s| s.line == case.sentence.line);
    let goes_on = before.is_some_and(|s| is_attributed(s) && speaker_of(case, s, id, speaker.as_ref()));
    let plain =
        goes_on || own_act(case, sentence, speaker.as_ref()) || is_of_record(case, sentence, verb, &place.range);
    let severity = if plain { Severity::Warn } else { Severity::Block };
    let told = format!(
        "The draft tells this as fact; in the report of {} it is a claim: {}.",
        case.agency(id.text),
        reason::value(case.source(&place))
    );
    case.finding(Kind::Attribution, (severity, Verdict::NotFound), &case.sentence.range, Some(&place), told)
}

/// `Police said nine people had been arrested` told as `Police arrested nine people`: a body's own arrest, with the body named.
fn own_act(case: &Case<'_>, sentence: &Sentence, speaker: Option<&Range<usize>>) -> bool {
    let arrest = |s: &Sentence| s.cues.iter().any(|(_, c)| *c == text::cue::Cue::Arrested);
    let named = |s: &Range<usize>| {
        let words = sentence.tokens.iter().filter(|t| t.range.start < s.end && s.start < t.range.end && t.is_content());
        words.into_iter().next().is_some_and(|first| case.sentence.tokens.iter().take(4).any(|t| t.same(first)))
    };
    arrest(case.sentence) && arrest(sentence) && speaker.is_some_and(named)
}

/// Whether the draft sentence names the same speaker as the source does.
fn speaker_of(case: &Case<'_>, before: &Sentence, id: SentenceId, speaker: Option<&Range<usize>>) -> bool {
    let Some(speaker) = speaker else { return true };
    let Some(reading) = case.sources.readings.get(id.text) else { return false };
    let theirs: Vec<&Token> = reading.tokens_in(speaker).collect();
    let own = before
        .sayings
        .iter()
        .filter_map(|s| s.speaker.as_ref())
        .chain(before.quotes.iter().filter_map(|q| q.speaker.as_ref()));
    let named =
        own.into_iter().any(|r| case.reading.tokens_in(r).any(|t| t.is_content() && theirs.iter().any(|o| t.same(o))));
    named || theirs.iter().all(|t| !t.is_content())
}

/// Whether a source sentence of the draft's has the word.
fn used_word(case: &Case<'_>, i: usize) -> bool {
    let Some(own) = case.sentence.tokens.get(i) else { return false };
    let sentences = case.align.used().into_iter().filter_map(|id| case.sources.sentence(id));
    sentences.into_iter().any(|s| s.tokens.iter().any(|t| own.same(t)))
}

/// `confirmed` where every source only has `said`.
fn strengthened(case: &Case<'_>, saying: &Saying) -> Option<Finding> {
    let sayings = || {
        case.align
            .used()
            .into_iter()
            .filter_map(|id| Some((id, case.sources.sentence(id)?)))
            .flat_map(|(id, s)| s.sayings.iter().map(move |t| (id, t)))
    };
    let strongest = sayings().map(|(_, s)| s.strength).max()?;
    // `warned` is no evidence for `confirmed`: a strong verb needs its own word.
    let same_word = || {
        case.tokens(&saying.verb).all(|i| case.sentence.tokens.get(i).is_none_or(|t| t.id != 0) && used_word(case, i))
    };
    if saying.strength <= strongest
        && (saying.strength < Strength::Strong || same_word())
        && !(saying.strength < Strength::Neutral && sayings().all(|(_, s)| s.strength > Strength::Weak))
    {
        return None;
    }
    let (id, theirs) = sayings().max_by_key(|(_, s)| s.strength)?;
    let place = Place { text: id.text, range: theirs.verb.clone() };
    if saying.strength == Strength::Strong {
        return Some(case.contradicted(Kind::Attribution, &saying.verb, &place));
    }
    let told = reason::differs(case.printed(&saying.verb), case.agency(id.text), case.source(&place));
    Some(case.finding(Kind::Attribution, (Severity::Warn, Verdict::Contradicted), &saying.verb, Some(&place), told))
}
