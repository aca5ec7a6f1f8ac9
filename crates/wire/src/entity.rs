//! Characters that are written as references, and the entities that a document declares: known names only, none expanded.

use crate::Unreadable;

/// Character references and HTML's names; anything else stays as written.
pub(crate) fn unescape(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        // Names are short; looking further for the `;` would cost the square of the length on `&&&&…`.
        let end = after.bytes().take(33).position(|b| matches!(b, b';' | b'&'));
        let near = end.filter(|at| after.as_bytes().get(*at) == Some(&b';'));
        let known = near.and_then(|at| Some((after.get(..at)?, after.get(at + 1..)?))).and_then(|(name, tail)| {
            let text = match name.strip_prefix('#') {
                Some(number) => character(number).map(String::from),
                None => named(name),
            };
            text.map(|t| (t, tail))
        });
        match known {
            Some((text, tail)) => {
                out.push_str(&text);
                rest = tail;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// One of XML's five or HTML's names.
pub(crate) fn named(name: &str) -> Option<String> {
    let (first, second) = markup5ever::data::NAMED_ENTITIES.get(format!("{name};").as_str())?;
    let chars = [*first, *second].into_iter().filter(|c| *c != 0).filter_map(char::from_u32);
    Some(chars.collect::<String>()).filter(|c| !c.is_empty())
}

/// `8217` or `x2019`; 128 to 159 are read as Windows-1252, which is what senders mean by them.
pub(crate) fn character(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    if let Some(byte) = u8::try_from(code).ok().filter(|b| (0x80..0xa0).contains(b)) {
        return encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next();
    }
    char::from_u32(code).filter(|c| *c != '\0')
}

/// Names of the general entities that a DOCTYPE declares. Refuses those that hold references, are long or lie elsewhere.
pub(crate) fn doctype(text: &str) -> Result<Vec<String>, Unreadable> {
    let mut names = Vec::new();
    for declaration in text.split("<!ENTITY").skip(1) {
        let declaration = declaration.trim_start();
        // Parameter entities (`%`) pull in DTDs; skipped with the DTD itself.
        if declaration.starts_with('%') {
            continue;
        }
        let (name, rest) = declaration.split_once(char::is_whitespace).ok_or(Unreadable::EntityBomb)?;
        let rest = rest.trim_start();
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\'')).ok_or(Unreadable::EntityBomb)?;
        let value = rest.get(1..).and_then(|r| r.split(quote).next()).ok_or(Unreadable::EntityBomb)?;
        if value.len() > 256 || value.replace("&#", "").contains(['&', '%']) || names.len() >= 64 {
            return Err(Unreadable::EntityBomb);
        }
        names.push(name.to_owned());
    }
    Ok(names)
}
