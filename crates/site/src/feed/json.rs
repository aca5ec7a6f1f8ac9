//! JSON Feed 1.1.

use serde_json::{Value, json};

use super::{Feed, Item};
use crate::moment::iso;

/// The feed as JSON Feed.
pub fn write(feed: &Feed) -> Result<String, serde_json::Error> {
    let items: Vec<Value> = feed.items.iter().map(|i| item(feed, i)).collect();
    serde_json::to_string_pretty(&json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": format!("{}: {}", feed.house, feed.title),
        "description": feed.description,
        "home_page_url": feed.home,
        "feed_url": feed.own,
        "language": feed.lang,
        "items": items,
    }))
}

fn item(feed: &Feed, item: &Item) -> Value {
    json!({
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "content_text": format!("{}. {}", item.label, item.summary),
        "summary": item.summary,
        "date_published": iso(item.published, &feed.zone),
        "date_modified": iso(item.updated, &feed.zone),
        "authors": [{"name": item.author}],
        "tags": [item.category],
        "language": item.lang,
        "_ai_disclosure": {"text": item.label, "involvement": item.involvement},
    })
}
