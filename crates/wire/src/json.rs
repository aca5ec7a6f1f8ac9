//! JSON read piece by piece: an item keeps its own bytes, and one that cannot be read costs that item only.

use serde_json::{Value, value::RawValue};

/// The members of an object in order; empty for anything else. A document that breaks off gives the members before the break.
pub(crate) fn members(text: &str) -> Vec<(String, &RawValue)> {
    let mut out = Vec::new();
    let Some(mut rest) = text.trim_start().strip_prefix('{') else { return out };
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        let mut keys = serde_json::Deserializer::from_str(rest).into_iter::<String>();
        let Some(Ok(key)) = keys.next() else { return out };
        let Some(after) = rest.get(keys.byte_offset()..).and_then(|r| r.trim_start().strip_prefix(':')) else {
            return out;
        };
        let mut values = serde_json::Deserializer::from_str(after).into_iter::<&RawValue>();
        let Some(Ok(value)) = values.next() else { return out };
        out.push((key, value));
        rest = after.get(values.byte_offset()..).unwrap_or_default();
    }
}

/// The elements of an array, up to where it breaks off, and whether it does.
pub(crate) fn elements(text: &str) -> (Vec<&RawValue>, bool) {
    let mut out = Vec::new();
    let Some(mut rest) = text.trim_start().strip_prefix('[') else { return (out, true) };
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        if rest.starts_with(']') {
            return (out, false);
        }
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<&RawValue>();
        let Some(Ok(value)) = values.next() else { return (out, true) };
        out.push(value);
        rest = rest.get(values.byte_offset()..).unwrap_or_default();
    }
}

/// The items of a document: its `items` (or `item`, `newsItems`, `results`), the elements of an array, or itself.
pub(crate) fn items<'a>(text: &'a str, members: &[(String, &'a RawValue)]) -> Vec<&'a RawValue> {
    if text.trim_start().starts_with('[') {
        return elements(text).0;
    }
    let lists = ["items", "item", "newsitems", "results", "_items"];
    let list =
        members.iter().find(|(k, v)| lists.contains(&k.to_ascii_lowercase().as_str()) && v.get().starts_with('['));
    if let Some((_, list)) = list {
        return elements(list.get()).0;
    }
    match broken_list(text, members) {
        Some(tail) => elements(tail).0,
        None => serde_json::from_str::<&RawValue>(text.trim()).into_iter().collect(),
    }
}

/// The `items` array of a document that breaks off inside it.
pub(crate) fn broken_list<'a>(text: &'a str, members: &[(String, &'a RawValue)]) -> Option<&'a str> {
    if members.iter().any(|(k, _)| k == "items" || k == "item") {
        return None;
    }
    let at = text.find("\"items\"")?;
    let tail = text.get(at + 7..)?.trim_start().strip_prefix(':')?.trim_start();
    tail.starts_with('[').then_some(tail)
}

/// A member whatever its case and underscores: `pubStatus`, `pubstatus`.
pub(crate) fn get<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    let object = value.as_object()?;
    object
        .get(name)
        .or_else(|| object.iter().find(|(k, _)| k.eq_ignore_ascii_case(name)).map(|(_, v)| v))
        .filter(|v| !v.is_null())
}

/// A member as text: a string, or a number or flag written out. Blank is absent.
pub(crate) fn text(value: &Value, name: &str) -> Option<String> {
    let found = match get(value, name)? {
        Value::String(s) => s.clone(),
        Value::Number(n) => n.to_string(),
        Value::Bool(b) => b.to_string(),
        _ => return None,
    };
    Some(found).filter(|s| !s.trim().is_empty())
}

/// A member as a list; a single value counts as a list of one, an object in ninjs 1.x style as its values.
pub(crate) fn list<'v>(value: &'v Value, name: &str) -> Vec<&'v Value> {
    match get(value, name) {
        Some(Value::Array(a)) => a.iter().collect(),
        Some(single) => vec![single],
        None => vec![],
    }
}
