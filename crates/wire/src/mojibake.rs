//! UTF-8 that somebody read as Latin-1 and saved again: `dÃ©cidÃ©`. Repaired only when every character outside ASCII is
//! part of such a sequence, so that text which merely holds an `Ã` is left alone.

use encoding_rs::WINDOWS_1252;

/// The text as it was meant; `None` when it is not surely broken.
pub(crate) fn repair(text: &str) -> Option<String> {
    if !text.contains(['Ã', 'Â', 'â', 'Ø', 'Ù', 'à', 'Ð', 'Ñ']) {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        bytes.push(byte_of(c)?);
    }
    let meant = String::from_utf8(bytes).ok()?;
    let fewer = meant.chars().count() < text.chars().count();
    fewer.then(|| repair(&meant).unwrap_or(meant))
}

/// The byte that Windows-1252 shows as `c`; the five bytes that it leaves open stand for themselves.
fn byte_of(c: char) -> Option<u8> {
    if c.is_ascii() || matches!(c, '\u{a0}'..='\u{ff}') {
        return u8::try_from(u32::from(c)).ok();
    }
    if matches!(c, '\u{80}'..='\u{9f}') {
        return u8::try_from(u32::from(c)).ok();
    }
    let mut buf = [0; 4];
    let (bytes, _, lost) = WINDOWS_1252.encode(c.encode_utf8(&mut buf));
    match (lost, bytes.as_ref()) {
        (false, [b]) => Some(*b),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_surely_broken_is_repaired() {
        assert_eq!(repair("Il a dÃ©cidÃ©").as_deref(), Some("Il a décidé"));
        assert_eq!(repair("Franceâ€™s choice").as_deref(), Some("France’s choice"));
        assert_eq!(repair("Ã\u{a0} Paris").as_deref(), Some("à Paris"));
        assert_eq!(repair("décidé à Paris"), None);
        assert_eq!(repair("SÃO PAULO"), None);
        assert_eq!(repair("Ã© and é"), None);
        assert_eq!(repair("plain"), None);
    }
}
