//! Have a story reworded by the house's model, behind the extraction that stands already: a page never waits for a model
//! longer than the house wants, and without an answer it is simply not reworded.

use news::{
    StoryId, Time,
    asked::{Asked, Outcome},
    job::Job,
    label::MODEL,
    report::StoredReport,
    revision::{Draft, Revision},
    source::{NewSource, Treatment},
    stage::Stage,
    story::Story,
    verdict::Verdict,
};
use store::{Conn, Store};

use super::note;
use crate::{
    Error, House, Result,
    budget::Assist,
    drafter::{self, Material, reword::Reworded},
    evidence,
};

/// A story's own reports, each with its source's terms.
type Reports = Vec<(StoredReport, Option<NewSource>)>;

/// Asks the model for a story's text and keeps it when every sentence of it holds.
///
/// # Errors
/// When the endpoint is away, so that the job is tried again. An answer that does not hold, or a spent budget, is no error.
pub fn reword(store: &Store, house: &House, assist: &Assist, story: StoryId, now: Time) -> Result<()> {
    let Some((record, latest, own)) = store.read(|c| read(c, story, now))? else { return Ok(()) };
    if !may_be_sent(&own) || record.stage == Stage::Killed || latest.drafter != drafter::NAME {
        return go_on(store, story, now);
    }
    let sources = evidence::read(own.iter().map(|(r, terms)| evidence::of_report(r, zone(terms.as_ref()))).collect());
    let material = Material {
        lang: &record.lang,
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
    if let Some(why) = assist.exhausted(store, now)? {
        return unasked(store, assist, story, prompt, why, now);
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
    let calls = kept(assist, story, reworded, now);
    save(store, &latest, calls, checked, |draft| note_of(&latest, live.as_ref(), draft, agency), now)?;
    match failure {
        Some(failure) if failure.may_pass() => Err(Error::Model(failure)),
        _ => Ok(()),
    }
}

fn read(c: &mut dyn Conn, story: StoryId, now: Time) -> store::Result<Option<(Story, Revision, Reports)>> {
    let (Some(record), Some(latest)) = (store::story::by_id(c, story)?, store::revision::latest(c, story)?) else {
        return Ok(None);
    };
    let mut own = Vec::new();
    for report in store::report::of_story(c, story, now)? {
        if report.report.lang.primary() == record.lang.primary() {
            let terms = store::source::by_id(c, report.source)?.map(|s| s.terms);
            own.push((report, terms));
        }
    }
    Ok(Some((record, latest, own)))
}

/// Whether there is anything to send and all of it may be sent: one report that is not for machines, or not for rewording,
/// keeps the whole story at home, for a text made from the rest would leave out what that one says.
fn may_be_sent(own: &Reports) -> bool {
    let may = |(report, terms): &(StoredReport, Option<NewSource>)| {
        let terms = terms.as_ref();
        !report.report.no_ai && terms.is_some_and(|t| !t.no_ai && t.treatment == Treatment::Rewrite && t.show_words > 0)
    };
    !own.is_empty() && own.iter().all(may)
}

fn zone(terms: Option<&NewSource>) -> Option<&str> {
    terms.and_then(|t| t.zone.as_deref())
}

/// Nothing was reworded: whoever waits for it need not wait longer.
fn go_on(store: &Store, story: StoryId, now: Time) -> Result<()> {
    Ok(store.write_unsynced(move |c| store::job::add(c, &Job::Decide { story }, now, now))?)
}

/// The budget is spent: on record once a story, and the extraction stands.
fn unasked(store: &Store, assist: &Assist, story: StoryId, prompt: news::Hash, why: String, now: Time) -> Result<()> {
    let asked = Asked {
        story,
        revision: None,
        at: now,
        model: assist.model.name().into(),
        version: String::new(),
        prompt,
        tokens_in: 0,
        tokens_out: 0,
        cost_micros: 0,
        ms: 0,
        outcome: Outcome::Failed,
        reason: why,
    };
    store.write_unsynced(move |c| store::asked::add(c, &asked))?;
    go_on(store, story, now)
}

/// A draft with what the check says of it against everything that the story has, reports in other languages too.
type Checked = (Draft, check::Report);

fn check(store: &Store, house: &House, story: StoryId, draft: Draft, now: Time) -> Result<Checked> {
    let report = evidence::read(evidence::of_story(store, story, now)?).check(&draft, now, &house.zone);
    Ok((draft, report))
}

fn kept(assist: &Assist, story: StoryId, reworded: Reworded, now: Time) -> Vec<Asked> {
    let asked = |call: drafter::reword::Call| Asked {
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
    };
    reworded.calls.into_iter().map(asked).collect()
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
            call.revision = kept;
            if kept.is_none() && call.outcome == Outcome::Used {
                call.outcome = Outcome::NotUsed;
            }
            store::asked::add(c, call)?;
        }
        if kept.is_none() { store::job::add(c, &Job::Decide { story }, now, now) } else { Ok(()) }
    })?)
}
