//! What becomes of a draft: what is fully supported goes out where the house's policy says so, the rest waits for a person with
//! the reason.

use news::{
    ReportId, StoryId, Time,
    job::Job,
    label::{Involvement, MODEL},
    policy::{Answer, Case, Policy},
    report::{Signal, StoredReport},
    revision::Revision,
    stage::Stage,
    story::Story,
    verdict::{Severity, Verdict},
};
use store::{Conn, Store};

use super::{
    brief, tag,
    withdraw::{self, WIRE},
};
use crate::{Error, House, Result, act, drafter};

/// Who acts when nobody does.
pub const POLICY: &str = "policy";

/// Decides on a story's newest revision.
pub fn decide(store: &Store, house: &House, story: StoryId, now: Time) -> Result<()> {
    let (wait_ms, policy) = (house.reword_wait_ms, house.policy.clone());
    crate::transaction(store, move |c| decide_in(c, wait_ms, &policy, story, now))
}

fn decide_in(c: &mut dyn Conn, wait_ms: Option<i64>, policy: &Policy, story: StoryId, now: Time) -> Result<()> {
    let record = store::story::by_id(c, story)?.ok_or(Error::NoStory(story))?;
    let revision = store::revision::latest(c, story)?.ok_or(Error::NoDraft(story))?;
    if !record.stage.is_final()
        && by_person(&revision).is_none()
        && let Some(who) = in_hand(c, &record)?
    {
        return tell_those_at_it(c, record, &revision, &who, now);
    }
    // A person's hold is lifted by a person, and so is a person's text let out; killed stays killed; what readers see already
    // needs no decision.
    if record.stage.is_final()
        || by_person(&revision).is_some()
        || held_by_person(c, &record)?
        || record.live == Some(revision.id) && record.stage == Stage::Published
    {
        return Ok(());
    }
    let reports = store::report::of_story(c, story, now)?;
    if let Some(until) = wait_ms.map(|ms| revision.created.plus_ms(ms)).filter(|until| now < *until)
        && waits(c, &record, &revision, &reports)?
    {
        return Ok(store::job::add(c, &Job::Decide { story }, until, now)?);
    }
    if let Some(until) = record.embargo.filter(|until| *until > now) {
        store::job::add(c, &Job::Decide { story }, until, now)?;
        let reason = Error::Embargo { until }.to_string();
        return keep_back(c, record, &revision, reason, &reports, now);
    }
    let few = brief::too_few(c, &record, revision.draft.paragraphs.len(), &reports)?;
    let picture = picture_keeps_in(c, &revision)?;
    if let Some(reason) = few.or_else(|| why_not(&revision, &reports)).or(picture) {
        return keep_back(c, record, &revision, reason, &reports, now);
    }
    match by_policy(c, policy, &record, &revision, &reports, now)? {
        Answer::Publish { rule } => release(c, &record, &revision, &rule, now),
        Answer::Review { why } => leave_to_person(c, record, &revision, why, &reports, now),
    }
}

/// The person whose text a revision is: who wrote it, or last changed it.
pub fn by_person(revision: &Revision) -> Option<&str> {
    let wrote = Involvement::of_drafter(&revision.drafter) == Involvement::None;
    let last = if wrote && revision.editor.is_empty() { &revision.drafter } else { &revision.editor };
    Some(last.as_str()).filter(|who| !who.is_empty())
}

/// Who has a story in hand: it was handed in or scheduled, is claimed, or holds a person's words that are not out yet. `None`
/// where nobody does.
fn in_hand(c: &mut dyn Conn, record: &Story) -> Result<Option<String>> {
    if let Some(ordered) = store::schedule::of_story(c, record.id)? {
        return Ok(Some(ordered.who));
    }
    if let Some(who) = store::claim::of_story(c, record.id)? {
        return Ok(Some(who));
    }
    let live = record.live.map_or(Ok(None), |id| store::revision::by_id(c, id))?.map_or(0, |live| live.number);
    // What was given up for a later text is nobody's in hand.
    let edited = store::revision::latest_by_person(c, record.id)?.filter(|r| r.published.is_none() && r.number > live);
    if let Some(who) = edited.as_ref().and_then(by_person) {
        return Ok(Some(who.to_owned()));
    }
    Ok(matches!(record.stage, Stage::Review | Stage::Scheduled).then(|| "The desk".into()))
}

/// A newer draft is theirs to see who have the story in hand, and changes nothing by itself.
fn tell_those_at_it(c: &mut dyn Conn, mut record: Story, revision: &Revision, who: &str, now: Time) -> Result<()> {
    let ordered = store::schedule::of_story(c, record.id)?;
    let log = store::log::of(c, "story", record.id.0)?;
    let taken = log.iter().rev().find(|e| ["submit", "schedule", "claim", "edit"].contains(&e.act.as_str()));
    let seen = ordered.is_some_and(|o| o.revision == revision.id) || taken.is_some_and(|e| e.at >= revision.created);
    if seen || record.live == Some(revision.id) {
        return Ok(());
    }
    let reports = store::report::of_story(c, record.id, now)?;
    let corrected = correcting(c, &record, revision, &reports)?;
    let corrected = corrected.map(|agency| format!("{agency} corrected its report. ")).unwrap_or_default();
    record.held_reason =
        format!("{corrected}The wire brought more while {who} has this story: revision {} is newer.", revision.number);
    Ok(store::story::update(c, &record)?)
}

/// What the house's policy says of a draft that every sentence of is supported.
fn by_policy(
    c: &mut dyn Conn,
    policy: &Policy,
    record: &Story,
    revision: &Revision,
    reports: &[StoredReport],
    now: Time,
) -> Result<Answer> {
    let let_out = |c: &mut dyn Conn, ms: i64| store::log::let_out(c, POLICY, now.plus_ms(-ms));
    let out = (let_out(c, Time::HOUR_MS)?, let_out(c, Time::DAY_MS)?);
    asked(c, policy, record, revision, reports, out)
}

/// The policy's answer, where `out` stories went out by it in the last hour and the last day.
fn asked(
    c: &mut dyn Conn,
    policy: &Policy,
    record: &Story,
    revision: &Revision,
    reports: &[StoredReport],
    (last_hour, last_day): (u32, u32),
) -> Result<Answer> {
    let live = record.live.map_or(Ok(None), |id| store::revision::by_id(c, id))?;
    if let Some(who) = live.as_ref().and_then(by_person) {
        return Ok(Answer::Review {
            why: format!("{who} edited the page that readers see; a person decides on its update."),
        });
    }
    let mut sources = Vec::new();
    for report in reports {
        // A source that is no longer known is none of those that a rule names.
        sources.push(store::source::by_id(c, report.source)?.map(|s| s.terms.slug).unwrap_or_default());
    }
    Ok(policy.decide(&Case {
        sources: &sources,
        sector: record.sector.slug(),
        lang: &revision.draft.lang,
        independent: tag::agencies(reports).try_into().unwrap_or(u32::MAX),
        sensitive: record.sensitive,
        drafter: &revision.drafter,
        is_update: record.live.is_some() && first_let_out_by(c, record)?.is_some_and(|who| who != POLICY),
        verdict: revision.verdict,
        last_hour,
        last_day,
    }))
}

/// What `policy` would say of a story's newest draft, had `out` stories gone out by it before; nothing is done. `None` for a
/// story that has no draft, and for a person's text, on which no policy decides.
pub fn foreseen(
    c: &mut dyn Conn,
    policy: &Policy,
    story: StoryId,
    out: (u32, u32),
    now: Time,
) -> Result<Option<(Revision, Answer)>> {
    let (Some(record), Some(revision)) = (store::story::by_id(c, story)?, store::revision::latest(c, story)?) else {
        return Ok(None);
    };
    if by_person(&revision).is_some() || record.stage.is_final() {
        return Ok(None);
    }
    if let Some(until) = record.embargo.filter(|until| *until > now) {
        return Ok(Some((revision, Answer::Review { why: Error::Embargo { until }.to_string() })));
    }
    let reports = store::report::of_story(c, story, now)?;
    let few = brief::too_few(c, &record, revision.draft.paragraphs.len(), &reports)?;
    let picture = picture_keeps_in(c, &revision)?;
    let answer = match few.or_else(|| why_not(&revision, &reports)).or(picture) {
        Some(why) => Answer::Review { why },
        None => asked(c, policy, &record, &revision, &reports, out)?,
    };
    Ok(Some((revision, answer)))
}

fn first_let_out_by(c: &mut dyn Conn, record: &Story) -> Result<Option<String>> {
    let log = store::log::of(c, "story", record.id.0)?;
    Ok(log.into_iter().find(|e| e.act == "publish").map(|e| e.who))
}

/// A draft that holds and that the policy leaves to a person. A page stays as it is meanwhile, even when its agency corrected
/// a report: the reason says so first, and the queue shows it among the updates.
fn leave_to_person(
    c: &mut dyn Conn,
    mut record: Story,
    revision: &Revision,
    why: String,
    reports: &[StoredReport],
    now: Time,
) -> Result<()> {
    if record.stage != Stage::Published {
        // Why it left the site is not forgotten over what lets it come back.
        let told = if record.live.is_some() { withdraw::told(c, record.id, now)? } else { None };
        let why = told.map_or_else(|| why.clone(), |told| format!("{told}. {why}"));
        return keep_back(c, record, revision, why, reports, now);
    }
    let corrected = correcting(c, &record, revision, reports)?;
    record.held_reason =
        corrected.map_or_else(|| why.clone(), |agency| format!("{agency} corrected its report. {why}"));
    Ok(store::story::update(c, &record)?)
}

/// A text by extraction is about to be reworded, and nothing in it is urgent: what an agency corrects or takes back goes out
/// at once.
fn waits(c: &mut dyn Conn, record: &Story, revision: &Revision, reports: &[StoredReport]) -> Result<bool> {
    let urgent =
        record.stage == Stage::Held && record.live.is_some() || correcting(c, record, revision, reports)?.is_some();
    Ok(revision.drafter == drafter::NAME && !urgent && store::job::is_pending(c, &Job::Reword { story: record.id })?)
}

fn held_by_person(c: &mut dyn Conn, record: &Story) -> Result<bool> {
    if record.stage != Stage::Held {
        return Ok(false);
    }
    let log = store::log::of(c, "story", record.id.0)?;
    Ok(log.iter().rev().find(|e| e.act == "hold").is_some_and(|e| e.who != POLICY && e.who != WIRE))
}

/// Why a revision's picture does not go out; `None` when it may.
fn picture_keeps_in(c: &mut dyn Conn, revision: &Revision) -> Result<Option<String>> {
    match act::upload::may_go_out(c, revision) {
        Err(Error::Store(why)) => Err(why.into()),
        Err(why @ (Error::PictureNotOnRecord | Error::AiOnSensitive)) => Ok(Some(why.to_string())),
        _ => Ok(None),
    }
}

/// The reason for which a revision must not go out, naming the sentence and both values.
fn why_not(revision: &Revision, reports: &[StoredReport]) -> Option<String> {
    if revision.draft.headline.is_empty() {
        return Some("There is no headline.".into());
    }
    // A report may have been withdrawn, replaced or embargoed while this draft was on its way.
    let mut cited = revision.sentences.iter().flat_map(|s| &s.citations);
    if cited.any(|citation| reports.iter().all(|r| r.text_hash != citation.text_hash)) {
        return Some("A report that this draft rests on was withdrawn or replaced since it was made.".into());
    }
    if revision.verdict == Verdict::Supported {
        return None;
    }
    let worst = revision.sentences.iter().filter(|s| s.verdict != Verdict::Supported).max_by_key(|s| s.verdict);
    let finding = worst.and_then(|s| s.findings.iter().find(|f| f.severity == Severity::Block));
    let more = revision.sentences.iter().filter(|s| s.verdict != Verdict::Supported).count().saturating_sub(1);
    let reason = finding.map_or_else(|| "A sentence has no support in the sources.".to_owned(), |f| f.reason.clone());
    Some(if more == 0 { reason } else { format!("{reason} (And {more} more sentences.)") })
}

fn release(c: &mut dyn Conn, record: &Story, revision: &Revision, rule: &str, now: Time) -> Result<()> {
    let by = match revision.drafter.as_str() {
        drafter::NAME => "drafted by extraction",
        MODEL => "reworded by a model",
        _ => "as drafted",
    };
    let reason = format!("{rule}: every sentence is supported by the sources; {by}, not reviewed by an editor");
    act::publish(c, &act::Order::new(record.id, POLICY, &reason)?, now)
}

/// What readers of the page before this revision must be told: the agency took a report back, or corrected it.
pub(crate) fn notice(
    c: &mut dyn Conn,
    record: &Story,
    revision: &Revision,
    reports: &[StoredReport],
    now: Time,
) -> Result<Option<String>> {
    if record.live.is_none() {
        return Ok(None);
    }
    // Held by the wire, and perhaps handed in or scheduled since.
    if record.stage != Stage::Published
        && let Some(told) = withdraw::told(c, record.id, now)?
    {
        return Ok(Some(told));
    }
    if record.live == Some(revision.id) {
        return Ok(None);
    }
    let what =
        if revision.note.is_empty() { "details of an earlier version were wrong" } else { revision.note.as_str() };
    Ok(correcting(c, record, revision, reports)?.map(|agency| format!("{agency} corrected its report: {what}")))
}

/// The agency that corrected its report after what readers see was drafted, if they have not been told and the correction
/// changes what they see. The time of drafting counts, not that of going out: a correction may come in between.
fn correcting<'a>(
    c: &mut dyn Conn,
    record: &Story,
    revision: &Revision,
    reports: &'a [StoredReport],
) -> Result<Option<&'a str>> {
    let Some(live) = record.live else { return Ok(None) };
    let Some(live) = store::revision::by_id(c, live)? else { return Ok(None) };
    let told = store::correction::of_story(c, record.id)?;
    let corrects = |r: &&StoredReport| {
        r.report.signal == Some(Signal::Correction)
            && r.received > live.created
            && !told.iter().any(|t| t.who == WIRE && t.at >= r.received)
    };
    for report in reports.iter().rev().filter(corrects) {
        if rests(c, &live, report)? != rests(c, revision, report)? {
            return Ok(Some(report.source_name.as_str()));
        }
    }
    Ok(None)
}

/// The sentences of a revision that rest on any version of that report.
fn rests<'r>(c: &mut dyn Conn, revision: &'r Revision, report: &StoredReport) -> Result<Vec<&'r str>> {
    let mut versions: Vec<(ReportId, bool)> = Vec::new();
    let mut out = Vec::new();
    for sentence in &revision.sentences {
        for citation in &sentence.citations {
            let known = versions.iter().find(|(id, _)| *id == citation.report).map(|(_, own)| *own);
            let own = match known {
                Some(own) => own,
                None => {
                    let cited = store::report::by_id(c, citation.report)?;
                    let item = |r: &StoredReport| r.source == report.source && r.report.guid == report.report.guid;
                    let own = cited.is_some_and(|r| item(&r));
                    versions.push((citation.report, own));
                    own
                }
            };
            if own {
                out.push(revision.draft.words(sentence));
                break;
            }
        }
    }
    Ok(out)
}

/// A new story is held; one that readers see stays as it is, with the reason why its update waits, unless the agency says
/// that what they see is wrong.
fn keep_back(
    c: &mut dyn Conn,
    mut record: Story,
    revision: &Revision,
    reason: String,
    reports: &[StoredReport],
    now: Time,
) -> Result<()> {
    let wrong =
        correcting(c, &record, revision, reports)?.map(|agency| format!("{agency} corrected its report. {reason}"));
    match (record.stage, wrong) {
        // The first two have ended; of the others somebody has the draft in hand.
        (Stage::Killed | Stage::Merged | Stage::Review | Stage::Scheduled, _) => Ok(()),
        (Stage::Drafted, _) => act::hold(c, &act::Order::new(record.id, POLICY, &reason)?, now),
        (Stage::Published, Some(wrong)) => act::hold(c, &act::Order::new(record.id, POLICY, &wrong)?, now),
        (Stage::Held | Stage::Published, _) => {
            record.held_reason = reason;
            Ok(store::story::update(c, &record)?)
        }
    }
}
