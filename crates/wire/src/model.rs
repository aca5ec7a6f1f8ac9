//! A feed's fields under the names that feed readers' test suites use, for the evaluation.

use news::Time;
use serde_json::{Value, json};

use crate::{
    Entry, Hints, Unreadable,
    entry::{Markup, Person, Stamp, Tag},
};

/// Reads a document and tells its fields as sent: `feed.title`, `entries[].link` and so on; absent ones are null. Times are
/// also given as `*_parsed`: year, month, day, hour, minute, second in UTC.
///
/// # Errors
/// As [`crate::read`].
pub fn read_feed_model(bytes: &[u8], hints: &Hints<'_>) -> Result<Value, Unreadable> {
    let feed = crate::read(bytes, hints)?;
    let head = &feed.head;
    let updated = head.updated.as_ref().or(head.published.as_ref());
    let entries: Vec<Value> = feed.entries.iter().map(entry).collect();
    Ok(json!({
        "version": feed.format,
        "bozo": !feed.oddities.is_empty(),
        "feed": {
            "id": head.id,
            "title": value(head.title.as_ref()),
            "subtitle": value(head.subtitle.as_ref()),
            "link": head.link,
            "links": head.links,
            "language": head.lang,
            "rights": head.rights,
            "author": author(&head.authors),
            "author_detail": detail(&head.authors),
            "updated": said(updated),
            "updated_parsed": parts(updated),
            "published": said(head.published.as_ref()),
            "published_parsed": parts(head.published.as_ref()),
            "tags": head.tags.iter().map(tag).collect::<Vec<_>>(),
        },
        "entries": entries,
    }))
}

fn entry(e: &Entry) -> Value {
    let updated = e.updated.as_ref().or(e.published.as_ref());
    let content: Vec<Value> = e
        .content
        .iter()
        .map(|c| json!({ "value": c.value, "type": if c.plain { "text/plain" } else { "text/html" } }))
        .collect();
    let enclosures: Vec<Value> = e
        .enclosures
        .iter()
        .map(|f| json!({ "href": f.url, "url": f.url, "type": f.media_type, "length": f.length }))
        .collect();
    json!({
        "id": e.id,
        "title": value(e.title.as_ref()),
        "link": e.link,
        "links": e.links,
        "summary": value(e.summary.as_ref().or(e.content.first())),
        "content": content,
        "author": author(&e.authors),
        "author_detail": detail(&e.authors),
        "published": said(e.published.as_ref()),
        "published_parsed": parts(e.published.as_ref()),
        "updated": said(updated),
        "updated_parsed": parts(updated),
        "rights": e.rights,
        "tags": e.tags.iter().map(tag).collect::<Vec<_>>(),
        "enclosures": enclosures,
        "language": e.lang,
    })
}

fn value(markup: Option<&Markup>) -> Option<&str> {
    markup.map(|m| m.value.as_str())
}

fn author(people: &[Person]) -> Option<String> {
    people.first().map(Person::shown).filter(|s| !s.is_empty())
}

fn detail(people: &[Person]) -> Option<Value> {
    people.first().map(|p| json!({ "name": Some(&p.name).filter(|n| !n.is_empty()), "email": p.email, "href": p.url }))
}

fn tag(t: &Tag) -> Value {
    json!({ "term": t.term, "scheme": t.scheme, "label": t.label })
}

fn said(stamp: Option<&Stamp>) -> Option<&str> {
    stamp.map(|s| s.said.as_str())
}

fn parts(stamp: Option<&Stamp>) -> Option<Value> {
    let Time(ms) = stamp?.time?;
    let at = jiff::Timestamp::from_millisecond(ms).ok()?.to_zoned(jiff::tz::TimeZone::UTC);
    Some(json!([at.year(), at.month(), at.day(), at.hour(), at.minute(), at.second()]))
}
