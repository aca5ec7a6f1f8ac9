//! The record of labels and reviews, for whoever asks by law: every text and picture that readers could see, whether it
//! must carry a label and why, what it says of its making, and the review that lifts a text's.

mod rows;
mod span;

use news::{Time, disclosure::Review};

use self::rows::{Row, each};
use crate::{Desk, failure::Failure, moment, reply::Reply, route::Answer, screen::csv, visit::Visit};

/// What stands above the columns. New ones come at the end: programs count.
const COLUMNS: [&str; 25] = [
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
    "kind",
    "piece",
    "label says",
    "making",
    "digital source type",
    "credit",
    "facts checked",
    "sources checked",
    "on the site",
];

fn iso(time: Time) -> String {
    moment::full(time, &jiff::tz::TimeZone::UTC).iso
}

/// All rows of the days that were asked for.
fn asked(desk: &Desk, visit: &Visit, take: &mut dyn FnMut(Row) -> Result<(), Failure>) -> Result<(), Failure> {
    let days = moment::days(visit.asked("from"), visit.asked("to"), &desk.zone)?;
    each(desk, &days, visit.now, take)
}

/// As CSV.
pub fn csv_file(desk: &Desk, visit: &Visit) -> Answer {
    let mut out = csv(&COLUMNS);
    asked(desk, visit, &mut |row| {
        out.push_str(&line(&row));
        Ok(())
    })?;
    Ok(Reply::file("text/csv; charset=utf-8", "labels-and-reviews.csv", out.into_bytes()))
}

fn line(row: &Row) -> String {
    let review = row.review.as_ref();
    let of = |get: fn(&Review) -> &str| review.map_or("", get);
    let ticked = |get: fn(&Review) -> bool| review.map_or("", |r| if get(r) { "yes" } else { "no" });
    let number = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
    let (story, piece) = (number(row.story.map(|id| id.0)), number(row.piece.map(|id| id.0)));
    let (published, reviewed) = (iso(row.published), review.map(|r| iso(r.at)).unwrap_or_default());
    let spans: Vec<String> = row.spans.iter().map(|s| format!("{}/{}", iso(s.start), until(s.end))).collect();
    csv(&[
        &story,
        &row.url,
        &row.headline,
        &row.hash,
        &published,
        row.involvement,
        row.decision.duty.word(),
        row.decision.reason,
        row.decision.anchor,
        of(|r| &r.who),
        of(|r| &r.role),
        of(|r| &r.competence),
        &reviewed,
        of(|r| &r.changes),
        of(|r| &r.responsible),
        of(|r| &r.contact),
        row.kind.word(),
        &piece,
        row.label(),
        row.making,
        &row.source_type,
        &row.credit,
        ticked(|r| r.facts_checked),
        ticked(|r| r.sources_checked),
        &spans.join("; "),
    ])
}

/// The end of an interval; one that goes on has `..` (ISO 8601-2).
fn until(end: Time) -> String {
    if end == span::GOES_ON { "..".into() } else { iso(end) }
}

/// As JSON.
pub fn json(desk: &Desk, visit: &Visit) -> Answer {
    let mut out = String::from("[");
    asked(desk, visit, &mut |row| {
        let item = serde_json::to_string_pretty(&item(&row)).map_err(|e| Failure::Broken(e.to_string()))?;
        out.push_str(if out.len() > 1 { ",\n" } else { "\n" });
        out.push_str(&item);
        Ok(())
    })?;
    out.push_str("\n]\n");
    Ok(Reply::file("application/json", "labels-and-reviews.json", out.into_bytes()))
}

fn item(row: &Row) -> serde_json::Value {
    let span = |s: &std::ops::Range<Time>| {
        let end = (s.end != span::GOES_ON).then(|| iso(s.end));
        serde_json::json!({ "from": iso(s.start), "until": end })
    };
    let spans: Vec<_> = row.spans.iter().map(span).collect();
    serde_json::json!({
        "story": row.story, "url": row.url, "headline": row.headline, "revision": row.hash,
        "published": iso(row.published), "involvement": row.involvement, "label": row.decision.duty.word(),
        "reason": row.decision.reason, "anchor": row.decision.anchor, "review": row.review, "kind": row.kind.word(),
        "piece": row.piece, "label_says": row.label(), "making": row.making, "digital_source_type": row.source_type,
        "credit": row.credit, "on_the_site": spans,
    })
}
