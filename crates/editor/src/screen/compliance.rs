//! The record of labels and reviews, for whoever asks by law: every story that readers can see, whether its text must carry a
//! label and why, and the review that lifts it.

use news::{StoryId, Time, disclosure::Duty, stage::Stage};

use crate::{Desk, failure::Failure, moment, reply::Reply, route::Answer, screen::csv, visit::Visit};

/// Stories of an export.
const STORIES: usize = 100_000;

/// One of them.
struct Line {
    story: StoryId,
    url: String,
    headline: String,
    hash: String,
    published: Option<Time>,
    involvement: &'static str,
    duty: Duty,
    reason: &'static str,
    anchor: &'static str,
    review: Option<news::disclosure::Review>,
}

fn lines(desk: &Desk, visit: &Visit) -> Result<Vec<Line>, Failure> {
    let now = visit.now;
    Ok(desk.store.read(|c| {
        let mut out = Vec::new();
        for story in store::story::recent(c, Some(Stage::Published), STORIES)? {
            let live = story.live.map_or(Ok(None), |id| store::revision::by_id(c, id))?;
            let Some(live) = live else { continue };
            let review = store::review::of_revision(c, story.id, live.hash)?.map(|r| r.review);
            let decision = desk::act::review::text(&live, review.as_ref(), now).decide();
            out.push(Line {
                story: story.id,
                url: format!("{}/article/{}/{}-{}", desk.house.base_url, story.sector, story.id, story.slug),
                headline: live.draft.headline.clone(),
                hash: live.hash.hex(),
                published: live.published,
                involvement: news::label::Involvement::of_drafter(&live.drafter).word(),
                duty: decision.duty,
                reason: decision.reason,
                anchor: decision.anchor,
                review,
            });
        }
        Ok(out)
    })?)
}

fn iso(time: Time) -> String {
    moment::full(time, &jiff::tz::TimeZone::UTC).iso
}

/// As CSV.
pub fn csv_file(desk: &Desk, visit: &Visit) -> Answer {
    let mut out = csv(&[
        "story",
        "url",
        "headline",
        "revision",
        "published",
        "involvement",
        "label",
        "reason",
        "anchor",
        "reviewed by",
        "role",
        "competence",
        "reviewed at",
        "changes",
        "responsible",
        "contact",
    ]);
    for line in lines(desk, visit)? {
        let r = line.review.as_ref();
        let of = |get: fn(&news::disclosure::Review) -> &str| r.map_or("", get);
        let (story, published) = (line.story.to_string(), line.published.map(iso).unwrap_or_default());
        let at = r.map(|r| iso(r.at)).unwrap_or_default();
        out.push_str(&csv(&[
            &story,
            &line.url,
            &line.headline,
            &line.hash,
            &published,
            line.involvement,
            line.duty.word(),
            line.reason,
            line.anchor,
            of(|r| &r.who),
            of(|r| &r.role),
            of(|r| &r.competence),
            &at,
            of(|r| &r.changes),
            of(|r| &r.responsible),
            of(|r| &r.contact),
        ]));
    }
    Ok(Reply::file("text/csv; charset=utf-8", "labels-and-reviews.csv", out.into_bytes()))
}

/// As JSON.
pub fn json(desk: &Desk, visit: &Visit) -> Answer {
    let item = |line: Line| {
        serde_json::json!({
            "story": line.story, "url": line.url, "headline": line.headline, "revision": line.hash,
            "published": line.published.map(iso), "involvement": line.involvement, "label": line.duty.word(),
            "reason": line.reason, "anchor": line.anchor, "review": line.review,
        })
    };
    let all: Vec<_> = lines(desk, visit)?.into_iter().map(item).collect();
    let text = serde_json::to_vec_pretty(&all).map_err(|e| Failure::Broken(e.to_string()))?;
    Ok(Reply::file("application/json", "labels-and-reviews.json", text))
}
