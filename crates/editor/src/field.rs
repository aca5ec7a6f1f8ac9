//! Fields of forms and queries as text.

/// Every pair of a form or query as browsers send it, decoded; lines end in `\n`, characters that no text holds become spaces.
pub fn pairs(sent: &[u8]) -> Vec<(String, String)> {
    let sent = String::from_utf8_lossy(sent);
    let pairs = sent.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(name), decode(value))
        })
        .collect()
}

/// Percent-decoding of a form's part (WHATWG URL, 5.1). What is no code stays as it is.
fn decode(part: &str) -> String {
    let bytes = part.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let code = bytes.get(at + 1..at + 3).filter(|_| byte == b'%').and_then(hex);
        out.push(code.unwrap_or(if byte == b'+' { b' ' } else { byte }));
        at += if code.is_some() { 3 } else { 1 };
    }
    plain(&out)
}

/// A value as text; lines end in `\n`, characters that no text holds become spaces.
pub fn plain(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    text.chars().map(|c| if c.is_control() && !matches!(c, '\n' | '\t') { ' ' } else { c }).collect()
}

fn hex(digits: &[u8]) -> Option<u8> {
    u8::from_str_radix(std::str::from_utf8(digits).ok().filter(|d| !d.starts_with('+'))?, 16).ok()
}

/// A value as it stands in a query.
pub fn encode(value: &str) -> String {
    let plain = |b: &u8| b.is_ascii_alphanumeric() || b"-._~".contains(b);
    value.bytes().map(|b| if plain(&b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_come_as_text_whatever_was_sent() {
        let one = |sent: &[u8]| pairs(sent).into_iter().next().map(|(_, v)| v).unwrap_or_default();
        assert_eq!(one(b"a=x+y%0D%0Az%00%1b&b=2"), "x y\nz  ");
        assert_eq!(one(b"a=%ZZ%E4%FF%"), "%ZZ\u{fffd}\u{fffd}%");
        assert_eq!(one(b"a"), "");
        assert_eq!(one(format!("a={}", encode("é & x+")).as_bytes()), "é & x+");
        assert!(pairs(b"").is_empty());
    }
}
