//! A draft in a model's words. It is given the reports' sentences by number, answers sentences with the numbers that they rest
//! on, and has two tries to put right what the check refuses; what still does not hold is replaced by the source's own words.

use std::time::Duration;

use assist::{
    Answer, Ask, Failure, Model,
    reword::{self, Numbered, Refused, Task},
};
use news::{Hash, asked::Outcome, revision::Draft};

use super::{Material, lines::Lines};

/// How often refused sentences are sent back.
const REPAIRS: usize = 2;
/// Characters of evidence that are sent, newest reports first.
const MOST_CHARACTERS: usize = 24_000;
/// Words of a body.
const WORDS: usize = 220;
/// Less time than this is not worth a question.
const LEAST: Duration = Duration::from_secs(1);

/// One question and what became of it.
pub struct Call {
    /// SHA-256 of what was asked.
    pub prompt: Hash,
    /// The answer; empty when there was none.
    pub answer: Answer,
    /// What became of it.
    pub outcome: Outcome,
    /// Why it was sent back, not used or failed.
    pub reason: String,
}

/// What asking gave.
pub struct Reworded {
    /// Every question, in order.
    pub calls: Vec<Call>,
    /// A draft of which every sentence holds against the evidence that was sent; `None` when none came of it.
    pub draft: Option<Draft>,
    /// Why there was no answer at all, if there was none.
    pub failure: Option<Failure>,
}

/// Words that the body may have: what the sources allow together, no more than a story's.
pub(super) fn allowed_words(material: &Material<'_>) -> usize {
    let allowed: usize = material.reports.iter().map(|(_, allowance)| *allowance as usize).sum();
    allowed.min(WORDS)
}

/// SHA-256 of what would be asked of these reports first.
pub fn prompt(material: &Material<'_>) -> Hash {
    reword::hash(&reword::begin(&task(material, evidence(material))))
}

/// Asks the model. `material.sources` must be read from the very reports that may be sent: reasons quote them.
pub fn reword(material: &Material<'_>, model: &dyn Model, within: Duration, answer_tokens: u32) -> Reworded {
    let evidence = evidence(material);
    let mut messages = reword::begin(&task(material, evidence.clone()));
    let mut out = Reworded { calls: Vec::new(), draft: None, failure: None };
    // The last answer that could be read, and the question that it answers.
    let mut best: Option<(usize, Lines)> = None;
    for round in 0..=REPAIRS {
        let spent: u64 = out.calls.iter().map(|c| c.answer.ms).sum();
        let left = within.saturating_sub(Duration::from_millis(spent));
        if left < LEAST {
            break;
        }
        let prompt = reword::hash(&messages);
        let ask = Ask { messages: messages.clone(), schema: reword::schema(), answer_tokens, within: left };
        let answer = match model.ask(&ask) {
            Ok(answer) => answer,
            Err(failure) => {
                let reason = failure.to_string();
                // A question that had no answer has had its time all the same.
                let answer = Answer::default();
                out.calls.push(Call { prompt, answer, outcome: Outcome::Failed, reason });
                out.failure = Some(failure).filter(|_| best.is_none());
                break;
            }
        };
        let (lines, refused, outcome) = judged(&answer, material, &evidence);
        let reason = refused.iter().map(|r| r.reason.as_str()).collect::<Vec<_>>().join(" ");
        messages.extend(reword::repair(&answer.text, &refused));
        let done = refused.is_empty();
        out.calls.push(Call { prompt, answer, outcome, reason });
        best = lines.map(|lines| (round, lines)).or(best);
        if done || round == REPAIRS {
            break;
        }
    }
    if let Some((round, lines)) = best {
        out.draft = lines.mended(material, &evidence);
        if let Some(call) = out.calls.get_mut(round) {
            call.outcome = if out.draft.is_some() { Outcome::Used } else { Outcome::NotUsed };
        }
    }
    out
}

/// The answer's lines, and what of it is sent back.
fn judged(answer: &Answer, material: &Material<'_>, evidence: &[Numbered]) -> (Option<Lines>, Vec<Refused>, Outcome) {
    let whole = |reason: String| (None, vec![Refused { text: String::new(), reason }], Outcome::Failed);
    if answer.cut {
        return whole("The answer breaks off; write a shorter story.".into());
    }
    match reword::read(&answer.text) {
        Err(reason) => whole(format!("The answer cannot be read: {reason}.")),
        Ok(written) => {
            let lines = Lines::of(written);
            let refused = lines.told(&lines.refused(material, evidence));
            (Some(lines), refused, Outcome::SentBack)
        }
    }
}

fn task(material: &Material<'_>, evidence: Vec<Numbered>) -> Task {
    Task { language: material.lang.tag().into(), words: allowed_words(material), evidence }
}

/// The sentences of the reports, oldest first, each once: no boilerplate, no orders to machines.
fn evidence(material: &Material<'_>) -> Vec<Numbered> {
    let (mut kept, mut characters) = (Vec::<(usize, Numbered)>::new(), 0);
    for (age, (report, _)) in material.reports.iter().enumerate().rev() {
        let lang = &report.report.lang;
        // What stands behind an order in its line belongs to the order.
        let blanked = text::order::blanked(&report.report.text);
        let text = blanked.as_deref().unwrap_or(&report.report.text);
        let sent = jiff::Timestamp::from_millisecond(report.reference().ms()).unwrap_or_default().to_string();
        for range in text::sentence::split(text, lang) {
            let Some(sentence) = text.get(range).filter(|s| !text::rank::boilerplate(s, lang)) else { continue };
            if kept.iter().any(|(_, n)| n.text == sentence) {
                continue;
            }
            characters += sentence.len();
            if characters > MOST_CHARACTERS {
                break;
            }
            let agency = report.source_name.clone();
            kept.push((age, Numbered { n: 0, agency, sent: sent.clone(), text: sentence.to_owned() }));
        }
    }
    // Stable: within a report the order is the report's.
    kept.sort_by_key(|(age, _)| *age);
    kept.into_iter().zip(1..).map(|((_, numbered), n)| Numbered { n, ..numbered }).collect()
}
