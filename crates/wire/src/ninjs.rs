//! ninjs 1.x to 3.x: one item, an array of items, or an object with `items`. Names in any case (1.x and 2.x are lower
//! case, 3.x is camelCase), lists in either style (1.x keys its renditions and associations by name).

use news::report::{PubStatus, Signal, Subject, WirePicture};
use serde_json::{Value, value::RawValue};

use crate::{
    Head, Hints, MAX_ITEMS, Parsed, Unreadable,
    entry::{Entry, Link, Markup, Stamp, Tag},
    json,
    person::person,
    stamp::stamp,
    xml::join,
};

/// Pictures up to this width are preferred to wider ones.
const SENSIBLE_WIDTH: u64 = 2400;

/// Reads a document that is ninjs.
pub(crate) fn read(text: &str, hints: &Hints<'_>) -> Result<Parsed, Unreadable> {
    let mut parsed = Parsed { format: "ninjs", ..Parsed::default() };
    if serde_json::from_str::<&RawValue>(text.trim_end_matches('\0')).is_err() {
        parsed.odd(None, "the document breaks off or is not JSON to its end; the items before that were taken", &[]);
    }
    let members = json::members(text);
    for (n, raw) in json::items(text, &members).iter().take(MAX_ITEMS).enumerate() {
        match serde_json::from_str::<Value>(raw.get()) {
            Ok(item) if item.is_object() => {
                let (mut entry, oddity) = entry(&item, hints);
                entry.place = n;
                entry.raw = raw.get().as_bytes().to_vec();
                parsed.entries.push(entry);
                if let Some(what) = oddity {
                    parsed.odd(Some(n), what, &[]);
                }
            }
            Ok(_) => parsed.odd(Some(n), "this item is not an object; it was left out", raw.get().as_bytes()),
            Err(e) => {
                parsed.odd(Some(n), format!("this item cannot be read ({e}); it was left out"), raw.get().as_bytes())
            }
        }
    }
    parsed.head = head(&members, &parsed.entries);
    Ok(parsed)
}

fn head(members: &[(String, &RawValue)], entries: &[Entry]) -> Head {
    let title = members.iter().filter(|(k, _)| k == "title" && members.iter().any(|(k, _)| k == "items"));
    let title = title.filter_map(|(_, v)| serde_json::from_str::<String>(v.get()).ok()).next();
    let lang =
        entries.first().and_then(|e| e.lang.clone()).filter(|l| entries.iter().all(|e| e.lang.as_deref() == Some(l)));
    Head { title: title.map(Markup::plain), lang, ..Head::default() }
}

fn entry(item: &Value, hints: &Hints<'_>) -> (Entry, Option<String>) {
    let text = |name: &str| json::text(item, name);
    let at = |name: &str| text(name).map(|t| stamp(&t, hints.zone));
    let uri = text("uri");
    let link = web_link(item, hints);
    let (status, status_oddity) = status(item);
    let (rights, no_ai) = rights(item);
    let mut entry = Entry {
        id: uri,
        links: link.iter().map(|href| Link { href: href.clone(), rel: "alternate".into(), media_type: None }).collect(),
        link,
        title: headline(item),
        summary: block(item, "descriptions", "description_"),
        content: block(item, "bodies", "body_").into_iter().collect(),
        authors: text("by").or_else(|| text("byline")).map(|by| vec![person(&by)]).unwrap_or_default(),
        published: at("firstCreated").or_else(|| at("contentCreated")).or_else(|| at("versionCreated")),
        updated: at("versionCreated"),
        rights,
        tags: tags(item),
        pictures: pictures(item),
        lang: text("language"),
        credit: sources(item),
        base: hints.url.map(str::to_owned),
        version: text("version").and_then(|v| v.trim().parse::<f64>().ok()).filter(|v| *v >= 0.0).map(whole),
        follows: follows(item),
        status,
        signal: None,
        embargo: embargo(item, hints),
        urgency: text("urgency").and_then(|u| u.parse().ok()).filter(|u| (1..=9).contains(u)),
        ed_note: text("edNote"),
        slugline: text("slugline"),
        located: text("located"),
        subjects: subjects(item),
        enclosures: vec![],
        place: 0,
        raw: vec![],
    };
    if no_ai {
        entry.rights.get_or_insert_default().push_str(crate::assemble::NO_AI_MARK);
    }
    if text("signal").is_some_and(|s| s.to_ascii_lowercase().contains("correct")) {
        entry.signal = Some(Signal::Correction);
    }
    (entry, status_oddity)
}

/// `2` and `2.0` alike.
fn whole(version: f64) -> u64 {
    format!("{:.0}", version.floor()).parse().unwrap_or(0)
}

/// A status that nobody knows holds the item back: the safe reading.
fn status(item: &Value) -> (PubStatus, Option<String>) {
    let Some(said) = json::text(item, "pubStatus") else { return (PubStatus::Usable, None) };
    let word = said.rsplit(':').next().unwrap_or_default().trim().to_ascii_lowercase();
    match word.as_str() {
        "usable" => (PubStatus::Usable, None),
        "withheld" => (PubStatus::Withheld, None),
        "canceled" | "cancelled" | "killed" => (PubStatus::Canceled, None),
        _ => (PubStatus::Withheld, Some(format!("publishing status “{word}” is not known; the item is held back"))),
    }
}

/// An embargo that cannot be read must not let the item out: it is kept as printed, and `assemble` withholds the item.
fn embargo(item: &Value, hints: &Hints<'_>) -> Option<Stamp> {
    let said = ["embargoedUntil", "embargoed", "embargo"].iter().find_map(|n| json::text(item, n))?;
    (!matches!(said.as_str(), "false" | "0")).then(|| stamp(&said, hints.zone))
}

/// The page for readers: ninjs names none, so a canonical alternative id or a web rendition is taken where there is one.
fn web_link(item: &Value, hints: &Hints<'_>) -> Option<String> {
    let direct = ["url", "link", "href"].iter().find_map(|n| json::text(item, n));
    let rendition = || {
        let pages = entries_of(item, "renditions").into_iter().map(|(_, v)| v);
        let html = pages.filter(|r| content_type(r).contains("html")).find_map(|r| json::text(r, "href"));
        html.map(|h| join(hints.url, &h))
    };
    direct.filter(|u| u.starts_with("http")).or_else(rendition)
}

/// `headlines` with the role `main` first, 1.x's `headline`, `headline_main`, else the `title`.
fn headline(item: &Value) -> Option<Markup> {
    block(item, "headlines", "headline_").filter(|m| !m.is_blank()).or_else(|| {
        let single = json::text(item, "headline").or_else(|| json::text(item, "title"));
        single.map(Markup::html)
    })
}

/// A text that comes in several forms: a list with roles (2.x, 3.x) or properties that begin alike (1.x).
fn block(item: &Value, list: &str, prefix: &str) -> Option<Markup> {
    let forms = json::list(item, list);
    let best = forms.iter().filter(|f| json::text(f, "value").is_some()).min_by_key(|f| {
        let role = json::text(f, "role").unwrap_or_default().to_ascii_lowercase();
        let role = ["main", "", "summary", "medium", "caption", "text"].iter().position(|r| *r == role).unwrap_or(9);
        (role, !content_type(f).contains("html"))
    });
    if let Some(form) = best {
        let value = json::text(form, "value")?;
        return Some(Markup { plain: content_type(form).starts_with("text/plain"), value });
    }
    let object = item.as_object()?;
    let mut forms: Vec<(usize, &String)> = object
        .iter()
        .filter(|(k, v)| k.to_ascii_lowercase().starts_with(prefix) && v.as_str().is_some_and(|s| !s.trim().is_empty()))
        .map(|(k, _)| {
            let end = k.get(prefix.len()..).unwrap_or_default().to_ascii_lowercase();
            (["html", "xhtml", "main", "text"].iter().position(|e| *e == end).unwrap_or(5), k)
        })
        .collect();
    forms.sort();
    let (rank, key) = forms.first()?;
    Some(Markup { value: json::text(item, key)?, plain: *rank == 3 })
}

fn content_type(value: &Value) -> String {
    let found = json::text(value, "contentType").or_else(|| json::text(value, "mimetype"));
    found.unwrap_or_default().to_ascii_lowercase()
}

/// A list with names in it, or 1.x's object keyed by name.
fn entries_of<'v>(item: &'v Value, name: &str) -> Vec<(String, &'v Value)> {
    match json::get(item, name) {
        Some(Value::Array(list)) => list.iter().map(|v| (json::text(v, "name").unwrap_or_default(), v)).collect(),
        Some(Value::Object(named)) => named.iter().map(|(k, v)| (k.clone(), v)).collect(),
        _ => vec![],
    }
}

fn subjects(item: &Value) -> Vec<Subject> {
    const KINDS: [(&str, &str); 12] = [
        ("subjects", "subject"),
        ("subject", "subject"),
        ("places", "place"),
        ("place", "place"),
        ("people", "person"),
        ("person", "person"),
        ("organisations", "organisation"),
        ("organisation", "organisation"),
        ("events", "event"),
        ("event", "event"),
        ("keywords", "keyword"),
        ("keyword", "keyword"),
    ];
    let mut out: Vec<Subject> = Vec::new();
    for (name, kind) in KINDS {
        for value in json::list(item, name) {
            let named = value
                .as_str()
                .map(str::to_owned)
                .or_else(|| json::text(value, "name"))
                .or_else(|| json::text(value, "literal"));
            let code = json::text(value, "uri").or_else(|| qcode(value));
            let name = text::clean::line(&named.or_else(|| code.clone()).unwrap_or_default());
            let subject = Subject { kind: kind.into(), code, name };
            if !subject.name.is_empty() && !out.contains(&subject) && out.len() < 300 {
                out.push(subject);
            }
        }
    }
    out
}

/// 1.x: `scheme` and `code`.
fn qcode(value: &Value) -> Option<String> {
    let code = json::text(value, "code").or_else(|| json::text(value, "literal"))?;
    Some(match json::text(value, "scheme") {
        Some(scheme) => format!("{scheme}:{code}"),
        None => code,
    })
}

fn tags(item: &Value) -> Vec<Tag> {
    let subjects = subjects(item).into_iter().filter(|s| s.kind == "subject" || s.kind == "keyword");
    subjects.map(|s| Tag { term: s.name, scheme: s.code, label: None }).collect()
}

/// The agency within the item: `infoSources`, else the copyright holder.
fn sources(item: &Value) -> Option<String> {
    let named = |list: &str| {
        json::list(item, list).iter().find_map(|s| json::text(s, "name").or_else(|| s.as_str().map(str::to_owned)))
    };
    named("infoSources").or_else(|| named("infoSource")).or_else(|| json::text(item, "copyrightHolder"))
}

/// Copyright, terms and rights expressions, verbatim, a line each; and whether they forbid models.
fn rights(item: &Value) -> (Option<String>, bool) {
    let mut lines: Vec<String> = ["copyrightNotice", "usageTerms"].iter().filter_map(|n| json::text(item, n)).collect();
    if lines.is_empty() {
        lines.extend(json::text(item, "copyrightHolder"));
    }
    for info in json::list(item, "rightsInfo") {
        lines.extend(["encodedRights", "linkedRights"].iter().filter_map(|n| json::text(info, n)));
        if let Some(text) = info.as_str() {
            lines.push(text.to_owned());
        }
    }
    let no_ai = json::get(item, "noAi").and_then(Value::as_bool).unwrap_or(false);
    (Some(lines.join("\n")).filter(|l| !l.is_empty()), no_ai)
}

/// Items that this one replaces, by the association's relation or by `evolvedfrom` as some systems write it.
fn follows(item: &Value) -> Vec<String> {
    const RELATIONS: [&str; 7] =
        ["evolvedfrom", "previousversion", "updates", "replaces", "corrects", "follows", "supersedes"];
    let mut out: Vec<String> = json::text(item, "evolvedFrom").into_iter().collect();
    for (name, association) in entries_of(item, "associations") {
        let rel = json::text(association, "rel").unwrap_or(name).to_ascii_lowercase();
        if RELATIONS.iter().any(|r| rel.ends_with(r)) {
            out.extend(json::text(association, "uri"));
        }
    }
    out
}

fn pictures(item: &Value) -> Vec<WirePicture> {
    let mut out = Vec::new();
    for (_, association) in entries_of(item, "associations") {
        let kind = json::text(association, "type").unwrap_or_default().to_ascii_lowercase();
        if matches!(kind.as_str(), "" | "picture" | "graphic" | "composite" | "component") {
            out.extend(picture(association));
        }
    }
    let own = json::text(item, "type").unwrap_or_default().to_ascii_lowercase();
    if matches!(own.as_str(), "picture" | "graphic") || out.is_empty() {
        out.splice(0..0, picture(item));
    }
    out
}

/// The picture of an item: its widest sensible image rendition.
fn picture(item: &Value) -> Option<WirePicture> {
    let renditions = entries_of(item, "renditions");
    let number = |r: &Value, name: &str| json::get(r, name).and_then(|v| v.as_u64().or_else(|| v.as_f64().map(whole)));
    let images = renditions.iter().map(|(_, r)| *r).filter(|r| {
        let kind = content_type(r);
        let href = json::text(r, "href").unwrap_or_default();
        if kind.is_empty() {
            crate::picture::names_image(&href)
        } else {
            kind.starts_with("image/") && !href.is_empty()
        }
    });
    let best = images.max_by_key(|r| match number(r, "width") {
        Some(w) if w <= SENSIBLE_WIDTH => (2, w),
        Some(w) => (1, u64::MAX - w),
        None => (0, 0),
    })?;
    let caption = block(item, "descriptions", "description_").map(|m| m.value);
    let alt = alt(item).or_else(|| json::text(best, "title")).or_else(|| headline(item).map(|m| m.value));
    let credit = ["by", "byline", "copyrightHolder", "copyrightNotice"].iter().find_map(|n| json::text(item, n));
    let agency = json::list(item, "infoSources").iter().find_map(|s| json::text(s, "name"));
    let side = |name: &str| number(best, name).and_then(|n| u32::try_from(n).ok());
    Some(WirePicture {
        url: json::text(best, "href")?,
        media_type: Some(content_type(best)).filter(|t| !t.is_empty()),
        caption: caption.unwrap_or_default(),
        alt: alt.unwrap_or_default(),
        credit: credit.or(agency).unwrap_or_default(),
        width: side("width"),
        height: side("height"),
        digital_source_type: source_type(item).or_else(|| source_type(best)),
    })
}

/// A description with the role of alternative text.
fn alt(item: &Value) -> Option<String> {
    let descriptions = json::list(item, "descriptions");
    let is_alt = |d: &&&Value| json::text(d, "role").is_some_and(|r| r.to_ascii_lowercase().starts_with("alt"));
    descriptions.iter().find(is_alt).and_then(|d| json::text(d, "value")).or_else(|| json::text(item, "altText"))
}

/// The IPTC URI, made whole where only its last part was given.
fn source_type(item: &Value) -> Option<String> {
    let value = json::get(item, "digitalSourceType")?;
    let said = value
        .as_str()
        .map(str::to_owned)
        .or_else(|| json::text(value, "uri"))
        .or_else(|| json::text(value, "literal"))?;
    let bare = said.bytes().all(|b| b.is_ascii_alphabetic());
    Some(if bare { format!("http://cv.iptc.org/newscodes/digitalsourcetype/{said}") } else { said })
}
