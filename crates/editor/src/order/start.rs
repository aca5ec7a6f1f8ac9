//! Begin a story of one's own.

use desk::act::start::Beginning;
use news::{StoryId, story::Genre};

use crate::{Desk, failure::Failure, reply::Reply, route::Answer, screen::start::refused, visit::Visit};

/// Characters of a headline.
const MOST: usize = 200;

/// Makes the story and goes on to its sources.
pub fn start(desk: &Desk, visit: &Visit) -> Answer {
    match started(desk, visit) {
        Ok(id) => Ok(Reply::see(format!("/desk/story/{id}/sources?done=start"))),
        Err(failure) => refused(desk, visit, &failure),
    }
}

fn started(desk: &Desk, visit: &Visit) -> Result<StoryId, Failure> {
    let headline = visit.field("headline").to_owned();
    if headline.chars().count() > MOST {
        return Err(Failure::Wrong(format!("A headline has {MOST} characters at most.")));
    }
    let lang = desk.languages()?.into_iter().find(|l| l.tag() == visit.field("lang"));
    let lang = lang.ok_or_else(|| Failure::Wrong("Choose a language.".into()))?;
    let genre = Genre::from_word(visit.field("genre")).ok_or_else(|| Failure::Wrong("Choose a kind.".into()))?;
    let begin = Beginning { headline, lang, genre };
    let (who, now) = (visit.seat()?.person.name.clone(), visit.now);
    Ok(desk::transaction(&desk.store, move |c| desk::act::start(c, &who, "a story of one’s own", &begin, now))?)
}
