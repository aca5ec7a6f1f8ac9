//! The acts on a story.

use news::{
    PersonId, ReportId, RevisionId, StoryId, Time,
    disclosure::{Review, Signed},
    person::Role,
    revision::Revision,
    stage::Act,
};
use store::Conn;

use crate::{
    Desk, failure::Failure, guard, moment, reply::Reply, route::Answer, screen::story::refused, sign::prove::prove,
    visit::Visit,
};

/// Does what the pressed button says.
pub fn act(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    match ordered(desk, visit, id) {
        Ok(done) => Ok(Reply::see(format!("/desk/story/{id}?done={done}"))),
        Err(failure) => refused(desk, visit, id, &failure, None),
    }
}

/// The stage table's word for a button; `None` for what is no act on the stage.
fn of_button(button: &str) -> Option<Act> {
    Some(match button {
        "reviewed" | "publish" => Act::Publish,
        "submit" => Act::Submit,
        "send-back" => Act::SendBack,
        "schedule" => Act::Schedule,
        "hold" => Act::Hold,
        "correct" | "reviewed-correct" => Act::Correct,
        "kill" => Act::Kill,
        "merge" => Act::Merge,
        "split" => Act::Split,
        "claim" | "release" => Act::Draft,
        _ => return None,
    })
}

/// Whether an act wants a code: what comes before readers by it, or leaves them for good. Holding is quick on purpose.
fn wants_code(act: Act) -> bool {
    matches!(act, Act::Publish | Act::Schedule | Act::Correct | Act::Kill | Act::Merge)
}

fn ordered(desk: &Desk, visit: &Visit, id: StoryId) -> Result<&'static str, Failure> {
    let button = visit.field("act");
    let act = of_button(button).ok_or(Failure::NotFound)?;
    guard::may(visit.seat.as_ref(), Role::needed_for(act))?;
    if wants_code(act) {
        prove(desk, visit)?;
    }
    // What readers are told of a correction that is reviewed in the same breath stands in a field of its own.
    let given = visit.field(if button == "reviewed-correct" { "correction" } else { "reason" }).trim();
    let usual = match button {
        "reviewed" | "publish" if given.is_empty() => "read and let out",
        "claim" | "release" if given.is_empty() => "from the story's screen",
        _ => given,
    };
    let order = super::order(visit, id, usual)?;
    let now = visit.now;
    let run = |work: Work| desk::transaction(&desk.store, move |c| work(c, &order, now));
    match button {
        "reviewed" | "publish" => publish(desk, visit, id, run)?,
        "submit" => run(Box::new(desk::act::submit))?,
        "send-back" => run(Box::new(desk::act::send_back))?,
        "hold" => run(Box::new(desk::act::hold))?,
        "correct" => {
            let seen = may_follow(desk, visit, id)?.id;
            run(Box::new(move |c, o, now| {
                desk::act::newest(c, o.story, seen)?;
                desk::act::correct(c, o, now)
            }))?;
        }
        "reviewed-correct" => {
            let (revision, person) = (may_follow(desk, visit, id)?, visit.seat()?.person.id);
            let (seen, review) = (revision.id, review(desk, visit, &revision)?);
            run(Box::new(move |c, o, now| {
                desk::act::newest(c, o.story, seen)?;
                desk::act::review(c, o, person, &review, now)?;
                desk::act::correct(c, o, now)
            }))?;
        }
        "claim" => run(Box::new(desk::act::claim))?,
        "release" => run(Box::new(desk::act::release))?,
        "kill" => {
            let lang = desk.store.read(|c| store::story::by_id(c, id))?.map(|s| s.lang).unwrap_or_default();
            run(Box::new(move |c, o, now| desk::act::kill(c, o, desk::act::kill::by_editors(&lang), now)))?;
        }
        "schedule" => {
            let when = "Say when, as day and time.";
            let at = moment::of_field(visit.field("at"), &desk.zone).ok_or_else(|| Failure::Wrong(when.into()))?;
            let seen = seen(desk, visit, id)?;
            four_eyes(desk, visit, &seen)?;
            run(Box::new(move |c, o, now| {
                desk::act::newest(c, o.story, seen.id)?;
                desk::act::schedule(c, o, at, now)
            }))?;
        }
        "merge" => {
            let whole = "Give the number of the story that takes it; it stands in its address.";
            let into = visit.field("into").trim().parse().map_err(|_| Failure::Wrong(whole.into()))?;
            run(Box::new(move |c, o, now| desk::act::merge(c, o, into, now)))?;
        }
        _ => {
            let reports: Vec<ReportId> = visit.fields("report").filter_map(|r| r.parse().ok()).collect();
            run(Box::new(move |c, o, now| desk::act::split(c, o, &reports, now).map(drop)))?;
        }
    }
    Ok(done(button))
}

type Work = Box<dyn FnOnce(&mut dyn Conn, &desk::act::Order, Time) -> desk::Result<()> + Send>;

/// The word by which the next page says what was done.
fn done(button: &str) -> &'static str {
    const WORDS: [&str; 10] =
        ["publish", "submit", "send-back", "schedule", "hold", "correct", "kill", "merge", "split", "claim"];
    match button {
        "release" => "release",
        "reviewed-correct" => "correct",
        _ => WORDS.into_iter().find(|w| *w == button).unwrap_or("publish"),
    }
}

/// The newest draft, when it is the one that was on the screen. The transaction asks again.
fn seen(desk: &Desk, visit: &Visit, id: StoryId) -> Result<Revision, Failure> {
    let seen: RevisionId = visit.field("base").parse().map_err(|_| Failure::Forged)?;
    Ok(desk::transaction(&desk.store, move |c| desk::act::newest(c, id, seen))?)
}

/// A correction takes a newer draft out with it: one that was on the screen, is fit to go out, and is not one's own where the
/// house wants four eyes.
fn may_follow(desk: &Desk, visit: &Visit, id: StoryId) -> Result<Revision, Failure> {
    let revision = seen(desk, visit, id)?;
    if revision.published.is_none() {
        four_eyes(desk, visit, &revision)?;
        let (newest, now) = (revision.clone(), visit.now);
        desk::transaction(&desk.store, move |c| desk::act::publish::may_go_out(c, &newest, now))?;
    }
    Ok(revision)
}

/// Where the house wants four eyes, nobody lets out what they changed last.
fn four_eyes(desk: &Desk, visit: &Visit, revision: &Revision) -> Result<(), Failure> {
    let name = visit.seat()?.person.name.as_str();
    let by = desk::step::decide::by_person(revision).unwrap_or_default();
    // What a program changed, whoever made its token changed.
    let own = match by.strip_prefix(crate::api::WHO) {
        Some(token) if desk.house.four_eyes => {
            desk.store.read(|c| store::token::by_name(c, token))?.is_none_or(|t| t.by == name)
        }
        _ => by == name,
    };
    if desk.house.four_eyes && own {
        let why = "You changed this text last, and this house wants four eyes: somebody else lets it out.";
        return Err(Failure::Wrong(why.into()));
    }
    let given = || desk.store.read(|c| store::cite::given_by(c, revision.story));
    if desk.house.four_eyes && given()?.iter().any(|who| who == name) {
        let why = "You added a document that this rests on, and this house wants four eyes: somebody else lets it out.";
        return Err(Failure::Wrong(why.into()));
    }
    Ok(())
}

/// Publishes what was on the screen, and no newer text; with a review on record where one was made.
fn publish(desk: &Desk, visit: &Visit, id: StoryId, run: impl FnOnce(Work) -> desk::Result<()>) -> Result<(), Failure> {
    let revision = seen(desk, visit, id)?;
    four_eyes(desk, visit, &revision)?;
    let person = visit.seat()?.person.id;
    let review = (visit.field("act") == "reviewed").then(|| review(desk, visit, &revision)).transpose()?;
    let seen = revision.id;
    Ok(run(Box::new(move |c, order, now| published(c, order, seen, review.map(|r| (person, r)), now)))?)
}

/// Checked again inside the transaction: what was read is what goes out.
fn published(
    c: &mut dyn Conn,
    order: &desk::act::Order,
    seen: RevisionId,
    review: Option<(PersonId, Review)>,
    now: Time,
) -> desk::Result<()> {
    desk::act::newest(c, order.story, seen)?;
    if let Some((person, review)) = &review {
        desk::act::review(c, order, *person, review, now)?;
    }
    let story = store::story::by_id(c, order.story)?.ok_or(desk::Error::NoStory(order.story))?;
    let is_out = story.live == Some(seen) && story.stage == news::stage::Stage::Published;
    if is_out && review.is_some() { Ok(()) } else { desk::act::publish(c, order, now) }
}

/// The review as it is signed: by this person, just now proved to be it, of this revision.
fn review(desk: &Desk, visit: &Visit, revision: &Revision) -> Result<Review, Failure> {
    let person = &visit.seat()?.person;
    Ok(Review {
        who: person.name.clone(),
        role: person.role.word().into(),
        competence: person.competence.clone(),
        at: visit.now,
        revision: revision.hash,
        facts_checked: visit.ticked("facts"),
        sources_checked: visit.ticked("sources"),
        signed: Signed::WithSecondFactor,
        changes: visit.field("changes").trim().into(),
        responsible: desk.house.responsible.clone(),
        contact: format!("{}/contact", desk.house.base_url),
        scope: "headline, summary, text".into(),
    })
}
