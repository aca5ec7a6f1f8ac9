//! JSON Feed 1 and 1.1.

use serde_json::{Value, value::RawValue};

use crate::{
    Head, Hints, MAX_ITEMS, Parsed, Unreadable,
    entry::{Enclosure, Entry, Link, Markup, Person, Tag},
    json,
    stamp::stamp,
    xml::join,
};
use news::report::WirePicture;

/// Reads a document that is a JSON Feed.
pub(crate) fn read(text: &str, hints: &Hints<'_>) -> Result<Parsed, Unreadable> {
    let members = json::members(text);
    let mut parsed = Parsed { format: "json-feed", head: head(&members, hints), ..Parsed::default() };
    if serde_json::from_str::<&RawValue>(text.trim_end_matches('\0')).is_err() {
        parsed.odd(None, "the feed breaks off or is not JSON to its end; the items before that were taken", &[]);
    }
    let items = if members.iter().any(|(k, _)| k == "items") || json::broken_list(text, &members).is_some() {
        json::items(text, &members)
    } else {
        vec![]
    };
    for (n, raw) in items.iter().take(MAX_ITEMS).enumerate() {
        match serde_json::from_str::<Value>(raw.get()) {
            Ok(item) if item.is_object() => {
                parsed.entries.push(Entry { place: n, raw: raw.get().as_bytes().to_vec(), ..entry(&item, hints) })
            }
            Ok(_) => parsed.odd(Some(n), "this item is not an object; it was left out", raw.get().as_bytes()),
            Err(e) => {
                parsed.odd(Some(n), format!("this item cannot be read ({e}); it was left out"), raw.get().as_bytes())
            }
        }
    }
    Ok(parsed)
}

fn head(members: &[(String, &RawValue)], hints: &Hints<'_>) -> Head {
    let own = members.iter().filter(|(k, _)| k != "items");
    let object: serde_json::Map<String, Value> =
        own.filter_map(|(k, v)| Some((k.clone(), serde_json::from_str(v.get()).ok()?))).collect();
    let feed = Value::Object(object);
    let text = |name: &str| json::text(&feed, name);
    let link = |name: &str, rel: &str| {
        text(name).map(|href| Link { href: join(hints.url, &href), rel: rel.into(), media_type: None })
    };
    let links: Vec<Link> =
        [link("home_page_url", "alternate"), link("feed_url", "self")].into_iter().flatten().collect();
    Head {
        id: text("feed_url"),
        title: text("title").map(Markup::plain),
        subtitle: text("description").map(Markup::plain),
        link: links.iter().find(|l| l.rel == "alternate").map(|l| l.href.clone()),
        links,
        authors: people(&feed),
        lang: text("language"),
        ..Head::default()
    }
}

fn entry(item: &Value, hints: &Hints<'_>) -> Entry {
    let text = |name: &str| json::text(item, name);
    let url = |name: &str| text(name).map(|u| join(hints.url, &u));
    let link = |name: &str, rel: &str| url(name).map(|href| Link { href, rel: rel.into(), media_type: None });
    let content = [text("content_html").map(Markup::html), text("content_text").map(Markup::plain)];
    let at = |name: &str| text(name).map(|t| stamp(&t, hints.zone));
    Entry {
        id: text("id").or_else(|| text("guid")),
        link: url("url").or_else(|| url("external_url")),
        links: [link("url", "alternate"), link("external_url", "related")].into_iter().flatten().collect(),
        title: text("title").map(Markup::plain),
        summary: text("summary").map(Markup::plain),
        content: content.into_iter().flatten().collect(),
        authors: people(item),
        published: at("date_published"),
        updated: at("date_modified"),
        tags: json::list(item, "tags").iter().filter_map(|t| tag(t)).collect(),
        enclosures: json::list(item, "attachments").iter().filter_map(|a| enclosure(a, hints)).collect(),
        pictures: pictures(item),
        lang: text("language"),
        base: url("url").or_else(|| hints.url.map(str::to_owned)),
        ..Entry::default()
    }
}

fn tag(value: &Value) -> Option<Tag> {
    let term = value.as_str().map(str::to_owned).or_else(|| json::text(value, "name"))?;
    Some(Tag { term, ..Tag::default() }).filter(|t| !t.term.trim().is_empty())
}

/// `authors` of 1.1, else `author` of 1; a bare string counts as a name.
fn people(value: &Value) -> Vec<Person> {
    let mut list = json::list(value, "authors");
    if list.is_empty() {
        list = json::list(value, "author");
    }
    let person = |v: &&Value| match v.as_str() {
        Some(name) => Some(crate::person::person(name)),
        None => {
            let url = json::text(v, "url");
            Some(Person { name: json::text(v, "name").or_else(|| url.clone())?, email: json::text(v, "email"), url })
        }
    };
    list.iter().filter_map(person).collect()
}

fn enclosure(value: &Value, hints: &Hints<'_>) -> Option<Enclosure> {
    Some(Enclosure {
        url: join(hints.url, &json::text(value, "url")?),
        media_type: json::text(value, "mime_type"),
        length: json::text(value, "size_in_bytes"),
    })
}

fn pictures(item: &Value) -> Vec<WirePicture> {
    let mut out = Vec::new();
    for a in json::list(item, "attachments") {
        let kind = json::text(a, "mime_type").unwrap_or_default();
        let Some(url) = json::text(a, "url").filter(|u| kind.starts_with("image/") || crate::picture::names_image(u))
        else {
            continue;
        };
        let size = |name: &str| json::get(a, name).and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok());
        let words = |name: &str| json::text(a, name).unwrap_or_default();
        // `title` is the format's; the underscored ones are what agencies add, as it allows.
        let caption = Some(words("_caption")).filter(|c| !c.is_empty()).unwrap_or_else(|| words("title"));
        let dst = json::text(a, "_digital_source_type");
        out.push(WirePicture {
            url,
            media_type: Some(kind).filter(|k| !k.is_empty()),
            caption,
            alt: words("_alt"),
            credit: words("_credit"),
            width: size("_width"),
            height: size("_height"),
            digital_source_type: dst,
        });
    }
    for name in ["image", "banner_image"] {
        if let Some(url) = json::text(item, name) {
            out.push(WirePicture { url, ..WirePicture::default() });
        }
    }
    out
}
