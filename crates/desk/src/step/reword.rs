//! Have a story reworded by the house's model, behind the extraction that stands already: a page never waits for a model
//! longer than the house wants, and without an answer it is simply not reworded.

use news::{
    StoryId, Time,
    asked::{Asked, Outcome},
    job::Job,
    label::MODEL,
    revision::{Draft, Revision},
    source::Treatment,
    story::Story,
    verdict::Verdict,
};
use store::{Conn, Store};

use assist::Answer;

use super::{WithTerms, brief, decide::by_person, note};
use crate::{
    Error, House, Result,
    budget::Assist,
    drafter::{self, Material, reword::Call},
    evidence,
};

/// Asks the model for a story's text and keeps it when every sentence of it holds.
///
/// # Errors
/// When the endpoint is away, so that the job is tried again. An answer that does not hold, or a spent budget, is no error.
pub fn reword(store: &Store, house: &House, assist: &Assist, story: StoryId, now: Time) -> Result<()> {
    let Some((record, latest, own)) = store.read(|c| read(c, story, now))? else { return Ok(()) };
    let extracted = latest.drafter == drafter::NAME && by_person(&latest).is_none();
    if !may_be_sent(&own) || record.stage.is_final() || !extracted {
        return go_on(store, story, now);
    }
    // Reasons quote their sources, so nothing but what is sent is read here.
    let sources = evidence::read(super::evidence_of(&own));
    let material = Material {
        lang: &latest.draft.lang,
        reports: own.iter().map(|(r, terms)| (r, terms.as_ref().map_or(0, |t| t.show_words))).collect(),
        sources: &sources,
        now,
        zone: &house.zone,
    };
    let prompt = drafter::reword::prompt(&material);
    let asked = store.read(|c| store::asked::of_story(c, story))?;
    let answered = |a: &Asked| a.prompt == prompt && a.model == assist.model.name() && a.outcome != Outcome::Failed;
    if asked.iter().any(answered) {
        return go_on(store, story, now);
    }
    if let Some(reason) = assist.exhausted(store, now)? {
        let unasked =
            kept(assist, story, Call { prompt, answer: Answer::default(), outcome: Outcome::Failed, reason }, now);
        store.write_unsynced(move |c| store::asked::add(c, &unasked))?;
        return go_on(store, story, now);
    }
    let mut reworded = drafter::reword::reword(&material, assist.model.as_ref(), assist.within, assist.answer_tokens);
    let checked = match reworded.draft.take() {
        Some(draft) => Some(check(store, house, story, draft, now)?),
        None => None,
    };
    let live = match record.live {
        Some(live) => store.read(|c| store::revision::by_id(c, live))?,
        None => None,
    };
    let agency = own.last().map_or("", |(r, _)| r.source_name.as_str());
    let failure = reworded.failure.take();
    let calls = reworded.calls.into_iter().map(|call| kept(assist, story, call, now)).collect();
    save(store, &latest, calls, checked, |draft| note_of(&latest, live.as_ref(), draft, agency), now)?;
    match failure {
        Some(failure) if failure.may_pass() => Err(Error::Model(failure)),
        _ => Ok(()),
    }
}

/// The story, its newest revision, and its reports in its own language.
fn read(c: &mut dyn Conn, story: StoryId, now: Time) -> store::Result<Option<(Story, Revision, Vec<WithTerms>)>> {
    let (Some(record), Some(latest)) = (store::story::by_id(c, story)?, store::revision::latest(c, story)?) else {
        return Ok(None);
    };
    let mut own = super::with_terms(c, story, now)?;
    own.retain(|(report, _)| report.report.lang.primary() == latest.draft.lang.primary());
    Ok(Some((record, latest, own)))
}

/// Whether there is anything to send and all of it may be sent: one report that is not for machines, or not for rewording,
/// keeps the whole story at home, for a text made from the rest would leave out what that one says.
fn may_be_sent(own: &[WithTerms]) -> bool {
    let may = |(report, terms): &WithTerms| {
        let terms = terms.as_ref();
        !report.report.no_ai && terms.is_some_and(|t| !t.no_ai && t.treatment == Treatment::Rewrite && t.show_words > 0)
    };
    !own.is_empty() && own.iter().all(may) && !brief::is_round_up(own)
}

/// Nothing was reworded: whoever waits for it need not wait longer.
fn go_on(store: &Store, story: StoryId, now: Time) -> Result<()> {
    Ok(store.write_unsynced(move |c| store::job::add(c, &Job::Decide { story }, now, now))?)
}

/// A draft with what the check says of it against everything that the story has, reports in other languages too.
type Checked = (Draft, check::Report);

fn check(store: &Store, house: &House, story: StoryId, draft: Draft, now: Time) -> Result<Checked> {
    let report = evidence::read(evidence::of_story(store, story, now)?).check(&draft, now, &house.zone);
    Ok((draft, report))
}

/// A question as it goes on record.
fn kept(assist: &Assist, story: StoryId, call: Call, now: Time) -> Asked {
    Asked {
        story,
        revision: None,
        at: now,
        model: assist.model.name().into(),
        cost_micros: assist.cost_micros(call.answer.tokens_in, call.answer.tokens_out),
        version: call.answer.version,
        prompt: call.prompt,
        tokens_in: call.answer.tokens_in,
        tokens_out: call.answer.tokens_out,
        ms: call.answer.ms,
        outcome: call.outcome,
        reason: call.reason,
    }
}

/// What readers are told: what the extraction under it told them, or that only words changed.
fn note_of(latest: &Revision, live: Option<&Revision>, draft: &Draft, agency: &str) -> String {
    match live {
        Some(live) if live.id == latest.id => note::reworded(&draft.lang).into(),
        Some(live) if latest.note.is_empty() => note::note(&live.draft, draft, agency),
        _ => latest.note.clone(),
    }
}

/// Keeps what was asked, and the draft when it holds and nothing has come in meanwhile.
fn save(
    store: &Store,
    latest: &Revision,
    mut calls: Vec<Asked>,
    checked: Option<Checked>,
    note: impl Fn(&Draft) -> String,
    now: Time,
) -> Result<()> {
    let (story, latest) = (latest.story, latest.id);
    let holds = checked.filter(|(_, report)| report.verdict == Verdict::Supported);
    let holds = holds.map(|(draft, report)| (note(&draft), draft, report));
    Ok(store.write_unsynced(move |c| {
        let newest = store::revision::latest(c, story)?.is_some_and(|r| r.id == latest);
        let kept = match &holds {
            Some((note, draft, report)) if newest => {
                let id = store::revision::insert(c, story, draft, draft.hash(&[]), MODEL, note, now)?;
                store::revision::set_check(c, id, report.verdict, &report.sentences)?;
                store::job::add(c, &Job::Verify { story }, now, now)?;
                Some(id)
            }
            _ => None,
        };
        for call in &mut calls {
            if call.outcome == Outcome::Used {
                call.revision = kept;
                call.outcome = if kept.is_some() { Outcome::Used } else { Outcome::NotUsed };
            }
            store::asked::add(c, call)?;
        }
        if kept.is_none() { store::job::add(c, &Job::Decide { story }, now, now) } else { Ok(()) }
    })?)
}
