//! Bytes -> characters: byte order mark, XML declaration, `Content-Type`, then detection. The first that decodes without a
//! fault wins; a wrong label is common, a lucky clean decoding of multi-byte text is not.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text, without byte order mark, and what was odd about its encoding.
pub(crate) fn decode(bytes: &[u8], content_type: Option<&str>) -> (String, Option<String>) {
    let (text, odd) = characters(bytes, content_type);
    (printable(text), odd)
}

/// C1 control characters are Windows-1252 that went through Latin-1: nobody sends control characters on purpose.
fn printable(text: String) -> String {
    let is_c1 = |c: char| ('\u{80}'..'\u{a0}').contains(&c);
    if !text.contains(is_c1) {
        return text;
    }
    let mend = |c: char| match u8::try_from(u32::from(c)) {
        Ok(byte) if is_c1(c) => WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next().unwrap_or(c),
        _ => c,
    };
    text.chars().map(mend).collect()
}

fn characters(bytes: &[u8], content_type: Option<&str>) -> (String, Option<String>) {
    if let Some(text) = utf32(bytes) {
        return (text, None);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, faulty) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        return (
            text.into_owned(),
            faulty.then(|| format!("some bytes are not {}; they are shown as \u{fffd}", encoding.name())),
        );
    }
    let declared = wide(bytes).or_else(|| declaration(bytes)).or_else(|| content_type.and_then(of_content_type));
    let header = content_type.and_then(of_content_type);
    for encoding in [declared, header, Some(UTF_8)].into_iter().flatten() {
        if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) {
            let odd = declared.filter(|d| *d != encoding).map(|d| wrong_label(d, encoding));
            return (text.into_owned(), odd);
        }
    }
    guess(bytes, declared)
}

fn wrong_label(said: &'static Encoding, used: &'static Encoding) -> String {
    format!("the document says that it is {}, but it is {}; read as that", said.name(), used.name())
}

/// Nothing decodes cleanly: a UTF-8 text with a few bad bytes stays UTF-8, anything else is detected from its bytes.
fn guess(bytes: &[u8], declared: Option<&'static Encoding>) -> (String, Option<String>) {
    let said = declared.unwrap_or(UTF_8);
    let lossy = said.decode_without_bom_handling(bytes).0;
    let bad = lossy.chars().filter(|c| *c == '\u{fffd}').count();
    let good = lossy.chars().filter(|c| !c.is_ascii() && *c != '\u{fffd}').count();
    if good > bad * 2 {
        return (lossy.into_owned(), Some(format!("{bad} places are not {}; they are shown as \u{fffd}", said.name())));
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let found = detector.guess(None, chardetng::Utf8Detection::Allow);
    let found = if found == UTF_8 { WINDOWS_1252 } else { found };
    (found.decode_without_bom_handling(bytes).0.into_owned(), Some(wrong_label(said, found)))
}

/// UTF-16 without a mark: `<` or `{` with a zero byte on one side.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [b'<' | b'{' | b'[', 0, ..] => Some(UTF_16LE),
        [0, b'<' | b'{' | b'[', ..] => Some(UTF_16BE),
        _ => None,
    }
}

/// UTF-32, which the Web's encoding list leaves out, by its mark or by `<` in four bytes.
fn utf32(bytes: &[u8]) -> Option<String> {
    let (little, skip) = match bytes {
        [0xff, 0xfe, 0, 0, ..] => (true, 4),
        [0, 0, 0xfe, 0xff, ..] => (false, 4),
        [b'<', 0, 0, 0, ..] => (true, 0),
        [0, 0, 0, b'<', ..] => (false, 0),
        _ => return None,
    };
    let unit = |c: &[u8]| {
        let four: [u8; 4] = c.try_into().unwrap_or_default();
        char::from_u32(if little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) }).unwrap_or('\u{fffd}')
    };
    Some(bytes.get(skip..)?.chunks_exact(4).map(unit).collect())
}

/// `encoding="..."` of an XML declaration. A declaration that can be read as ASCII cannot be of a wide encoding.
fn declaration(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(300))?;
    let head: String = head.iter().map(|b| char::from(*b)).collect();
    let head = head.trim_start().strip_prefix("<?xml")?;
    let head = head.split("?>").next()?;
    let rest = head.split("encoding").nth(1)?.trim_start().strip_prefix('=')?.trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let label = rest.get(1..)?.split(quote).next()?;
    Encoding::for_label(label.as_bytes()).filter(|e| *e != UTF_16LE && *e != UTF_16BE)
}

fn of_content_type(value: &str) -> Option<&'static Encoding> {
    let lower = value.to_ascii_lowercase();
    let rest = lower.split("charset=").nth(1)?;
    let label = rest.split([';', ' ', ',']).next()?.trim_matches(['"', '\'']);
    Encoding::for_label(label.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_wins_then_the_declaration_then_the_header_then_the_bytes() {
        let of = |b: &[u8], ct: Option<&str>| decode(b, ct).0;
        assert_eq!(of(b"\xef\xbb\xbf<a>\xc3\xa9</a>", Some("text/xml; charset=iso-8859-1")), "<a>é</a>");
        assert_eq!(
            of(b"<?xml version='1.0' encoding='windows-1251'?><a>\xcf</a>", None),
            "<?xml version='1.0' encoding='windows-1251'?><a>П</a>"
        );
        assert_eq!(of(b"<a>\xe9</a>", Some("text/xml; charset=\"ISO-8859-1\"")), "<a>é</a>");
        assert_eq!(of("<a>é</a>".as_bytes(), Some("text/xml; charset=us-ascii-nonsense")), "<a>é</a>");
        assert_eq!(of(b"<\0a\0>\0", None), "<a>");
        assert_eq!(of("<a>don\u{92}t</a>".as_bytes(), None), "<a>don’t</a>");
        assert_eq!(of(b"\0\0\0<\0\0\0a", None), "<a");
    }

    #[test]
    fn a_wrong_label_is_corrected_and_said() {
        let (text, odd) = decode(b"<?xml version='1.0' encoding='utf-8'?><a>Le pr\xe9sident a d\xe9cid\xe9 de d\xe9missionner apr\xe8s l'\xe9chec</a>", None);
        assert!(text.contains("décidé"), "{text}");
        assert!(odd.is_some_and(|o| o.contains("windows-1252")));
    }
}
