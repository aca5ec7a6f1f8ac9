//! Paths into a feed in the names of feedparser, with its aliases.

use serde_json::Value;

/// Names that mean another one: the alias, what it stands for on the feed, and on an entry.
const ALIASES: [(&str, &str, &str); 9] = [
    ("guid", "id", "id"),
    ("description", "subtitle", "summary"),
    ("tagline", "subtitle", "subtitle"),
    ("copyright", "rights", "rights"),
    ("modified", "updated", "updated"),
    ("date", "updated", "updated"),
    ("issued", "published", "published"),
    ("url", "href", "href"),
    ("items", "entries", "entries"),
];

/// What a news desk needs of a feed and of an entry.
const CORE_FEED: [&str; 8] = ["title", "link", "id", "subtitle", "language", "updated", "rights", "author"];
/// See [`CORE_FEED`].
const CORE_ENTRY: [&str; 10] = [
    "title",
    "link",
    "id",
    "summary",
    "author",
    "published",
    "updated",
    "rights",
    "published_parsed",
    "updated_parsed",
];

/// A path with its aliases resolved.
pub struct Path(Vec<Step>);

#[derive(Clone, Debug, PartialEq)]
enum Step {
    Name(String),
    Place(usize),
}

impl Path {
    /// A path of names and places.
    pub fn new(steps: &[Value]) -> Self {
        let on_feed = steps.first().and_then(Value::as_str) == Some("feed");
        let step = |value: &Value| match (value.as_str(), value.as_u64()) {
            (Some(name), _) => Step::Name(plain(name, on_feed)),
            (None, place) => Step::Place(place.unwrap_or(0) as usize),
        };
        Self(steps.iter().map(step).collect())
    }

    /// Whether a news desk needs what stands there.
    pub fn is_core(&self) -> bool {
        let names: Vec<&str> = self.0.iter().map(|s| if let Step::Name(n) = s { n.as_str() } else { "*" }).collect();
        match names[..] {
            ["feed", name] => CORE_FEED.contains(&name),
            ["entries", _, name] => CORE_ENTRY.contains(&name),
            ["entries", _, "content", _, "value"]
            | ["entries", _, "author_detail", "name"]
            | ["entries", _, "tags", _, "term"] => true,
            ["entries", _, "enclosures", _, name] => ["href", "type", "length"].contains(&name),
            _ => false,
        }
    }

    /// Whether `seen` has `want` there, and what it has. Absent and null are alike; of times only the first six numbers count; `as_text`
    /// compares without markup and with white space folded.
    pub fn met(&self, seen: &Value, want: &Value, as_text: bool) -> (bool, Value) {
        let found = self.0.iter().try_fold(seen, |at, step| match step {
            Step::Name(name) => at.get(name),
            Step::Place(place) => at.get(*place),
        });
        let found = found.unwrap_or(&Value::Null);
        let parsed = matches!(self.0.last(), Some(Step::Name(n)) if n.ends_with("_parsed"));
        let met = match (found, want) {
            (Value::Array(a), Value::Array(b)) if parsed => a.iter().take(6).eq(b.iter().take(6)),
            (Value::String(a), Value::String(b)) if as_text => a == b || text_of(a) == text_of(b),
            // An empty text says as much as none, where only the text counts.
            (Value::Null, Value::String(b)) if as_text => text_of(b).is_empty(),
            (a, b) => a == b,
        };
        (met, found.clone())
    }
}

/// The name behind an alias; `x_parsed` and `x_detail` go with `x`.
fn plain(name: &str, on_feed: bool) -> String {
    let (stem, end) =
        ["_parsed", "_detail"].into_iter().find_map(|end| Some((name.strip_suffix(end)?, end))).unwrap_or((name, ""));
    let known = ALIASES.iter().find(|(alias, ..)| *alias == stem);
    let stem = known.map_or(stem, |(_, feed, entry)| if on_feed { feed } else { entry });
    format!("{stem}{end}")
}

/// Without tags, character references read once, white space folded.
fn text_of(markup: &str) -> String {
    let mut out = String::new();
    let mut rest = markup;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        let tail = &rest[open + 1..];
        let is_tag = tail.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
        match tail.find('>').filter(|_| is_tag) {
            Some(close) => {
                out.push(' ');
                rest = &tail[close + 1..];
            }
            None => {
                out.push('<');
                rest = tail;
            }
        }
    }
    out.push_str(rest);
    references(&out).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Numeric references and the five of XML, and the no-break space.
fn references(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(';').filter(|end| *end <= 10);
        match end.and_then(|end| Some((character(&rest[1..end])?, end))) {
            Some((c, end)) => {
                out.push(c);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn path(steps: Value) -> Path {
        Path::new(steps.as_array().unwrap())
    }

    #[test]
    fn aliases_lead_to_the_plain_names() {
        assert_eq!(plain("description", true), "subtitle");
        assert_eq!(plain("description_detail", false), "summary_detail");
        assert_eq!(plain("modified_parsed", false), "updated_parsed");
        assert!(path(json!(["entries", 0, "description"])).is_core());
        assert!(path(json!(["entries", 0, "enclosures", 1, "url"])).is_core());
        assert!(path(json!(["feed", "copyright"])).is_core());
        assert!(!path(json!(["feed", "updated_parsed"])).is_core());
        assert!(!path(json!(["entries", 0, "title_detail", "value"])).is_core());
    }

    #[test]
    fn core_texts_are_compared_without_markup() {
        let seen = json!({ "entries": [{ "title": "A &amp;  <b>b</b>", "updated_parsed": [2025, 1, 2, 3, 4, 5] }] });
        let title = path(json!(["entries", 0, "title"]));
        assert!(title.met(&seen, &json!("A & b"), true).0);
        assert!(!title.met(&seen, &json!("A & b"), false).0);
        assert!(
            path(json!(["entries", 0, "modified_parsed"])).met(&seen, &json!([2025, 1, 2, 3, 4, 5, 3, 2, 0]), false).0
        );
        assert!(path(json!(["entries", 4, "title"])).met(&seen, &Value::Null, true).0);
        assert_eq!(text_of("1 < 2 <i>and</i>\n3&#x2019;"), "1 < 2 and 3’");
    }
}
