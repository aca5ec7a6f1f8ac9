//! The acts on a story, one address each. Each goes to `desk::act`, which asks the stage table and keeps the log.
//! Reviewing and signing for a sentence are persons' acts and not here.

use desk::act::Order;
use news::{ReportId, RevisionId, StoryId, Time, scope::Scope, stage::Stage};
use store::Conn;

use super::{body, four_eyes, newest, order, settled};
use crate::{Desk, failure::Failure, order::likely, route::Answer, visit::Visit};

/// An act as one that needs nothing but the order.
type Act = fn(&mut dyn Conn, &Order, Time) -> desk::Result<()>;

/// The program takes the story on.
pub fn claim(desk: &Desk, visit: &Visit) -> Answer {
    plain(desk, visit, desk::act::claim)
}

/// Nobody has it any more.
pub fn release(desk: &Desk, visit: &Visit) -> Answer {
    plain(desk, visit, desk::act::release)
}

/// Hands the newest draft in.
pub fn submit(desk: &Desk, visit: &Visit) -> Answer {
    plain(desk, visit, desk::act::submit)
}

/// Pauses it. What readers have leaves the site by it: that takes the scope for what they see.
pub fn hold(desk: &Desk, visit: &Visit) -> Answer {
    let may = visit.bearer()?.scopes.contains(&Scope::Publish);
    let id: StoryId = visit.id()?;
    let out = desk.store.read(|c| store::story::by_id(c, id))?.is_some_and(|s| s.stage == Stage::Published);
    if out && !may {
        let has = Scope::line(&visit.bearer()?.scopes);
        return Err(Failure::Scope { needed: Scope::Publish.word(), has });
    }
    let sent: body::Plain = body::read(visit)?;
    let done = run(desk, visit, id, sent.base, &sent.reason, move |c, order, now| {
        let out = store::story::by_id(c, order.story)?.is_some_and(|s| s.stage == Stage::Published);
        if out && !may {
            return Err(desk::Error::Changed { by: "Somebody who published it".into() });
        }
        desk::act::hold(c, order, now)
    });
    settled(desk, visit, id, done)
}

/// Gives it back to whoever handed it in.
pub fn send_back(desk: &Desk, visit: &Visit) -> Answer {
    plain(desk, visit, desk::act::send_back)
}

/// Withdraws it with the house's notice.
pub fn kill(desk: &Desk, visit: &Visit) -> Answer {
    plain(desk, visit, |c, order, now| {
        let story = store::story::by_id(c, order.story)?.ok_or(desk::Error::NoStory(order.story))?;
        desk::act::kill(c, order, desk::act::kill::by_editors(&story.lang), now)
    })
}

/// Publishes the revision that was seen, and no newer one.
pub fn publish(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    let sent: body::Seen = body::read(visit)?;
    let done = may_go(desk, id, sent.base)
        .and_then(|()| run(desk, visit, id, Some(sent.base), &sent.reason, desk::act::publish));
    settled(desk, visit, id, done)
}

/// Lets the revision that was seen out at its time.
pub fn schedule(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    let sent: body::Timed = body::read(visit)?;
    let when = "`at` takes a time with a zone, such as 2026-12-24T06:00:00Z.";
    let at: jiff::Timestamp = sent.at.parse().map_err(|_| Failure::Wrong(when.into()))?;
    let at = Time(at.as_millisecond());
    let done = may_go(desk, id, sent.base).and_then(|()| {
        run(desk, visit, id, Some(sent.base), &sent.reason, move |c, order, now| desk::act::schedule(c, order, at, now))
    });
    settled(desk, visit, id, done)
}

fn may_go(desk: &Desk, id: StoryId, base: i64) -> Result<(), Failure> {
    four_eyes(desk, &newest(desk, id, base)?)
}

/// Corrects it in the open. A newer draft goes out with the correction: one that was seen and is fit to go out.
pub fn correct(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    let sent: body::Seen = body::read(visit)?;
    let done = may_follow(desk, visit, id, sent.base)
        .and_then(|()| run(desk, visit, id, Some(sent.base), &sent.reason, desk::act::correct));
    settled(desk, visit, id, done)
}

fn may_follow(desk: &Desk, visit: &Visit, id: StoryId, base: i64) -> Result<(), Failure> {
    let (revision, now) = (newest(desk, id, base)?, visit.now);
    if revision.published.is_none() {
        four_eyes(desk, &revision)?;
        desk::transaction(&desk.store, move |c| desk::act::publish::may_go_out(c, &revision, now))?;
    }
    Ok(())
}

/// Takes it into another story about the same event.
pub fn merge(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    let sent: body::Merged = body::read(visit)?;
    let into = StoryId(sent.into);
    let done =
        run(desk, visit, id, sent.base, &sent.reason, move |c, order, now| desk::act::merge(c, order, into, now));
    settled(desk, visit, id, done)
}

/// Gives some of its reports a story of their own.
pub fn split(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    let sent: body::Split = body::read(visit)?;
    let reports: Vec<ReportId> = sent.reports.iter().copied().map(ReportId).collect();
    let done = run(desk, visit, id, sent.base, &sent.reason, move |c, order, now| {
        desk::act::split(c, order, &reports, now).map(drop)
    });
    settled(desk, visit, id, done)
}

/// Says that it and another story are two events: nobody is asked again.
pub fn apart(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    let sent: body::Apart = body::read(visit)?;
    settled(desk, visit, id, said(desk, visit, id, &sent))
}

fn said(desk: &Desk, visit: &Visit, id: StoryId, sent: &body::Apart) -> Result<(), Failure> {
    let order = order(visit, id, &sent.reason)?;
    desk.store.read(|c| store::story::by_id(c, id))?.ok_or(desk::Error::NoStory(id))?;
    let pair = (id, StoryId(sent.other));
    if likely::apart(desk, &order.who, pair, &order.reason, visit.now)? {
        return Ok(());
    }
    Err(Failure::Wrong("Nobody asks whether these two are one event; the view `likely` has the pairs.".into()))
}

fn plain(desk: &Desk, visit: &Visit, act: Act) -> Answer {
    let id: StoryId = visit.id()?;
    let sent: body::Plain = body::read(visit)?;
    settled(desk, visit, id, run(desk, visit, id, sent.base, &sent.reason, act))
}

/// Does it in one transaction, which asks first whether what was seen is still the newest.
fn run(
    desk: &Desk,
    visit: &Visit,
    id: StoryId,
    base: Option<i64>,
    reason: &str,
    act: impl FnOnce(&mut dyn Conn, &Order, Time) -> desk::Result<()> + Send + 'static,
) -> Result<(), Failure> {
    let (order, now) = (order(visit, id, reason)?, visit.now);
    Ok(desk::transaction(&desk.store, move |c| {
        // What is done to a story that is not there would be done to nothing, and logged.
        store::story::by_id(c, id)?.ok_or(desk::Error::NoStory(id))?;
        if let Some(base) = base {
            desk::act::newest(c, id, RevisionId(base))?;
        }
        act(c, &order, now)
    })?)
}
