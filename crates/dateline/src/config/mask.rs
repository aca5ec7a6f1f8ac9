//! Secrets never reach a screen or a log: what is secret in an address is replaced by `***`.

use url::Url;

/// Words in a query's keys that mean a secret.
const SECRET: [&str; 11] =
    ["key", "token", "secret", "pass", "pwd", "auth", "sig", "access", "credential", "session", "jwt"];

/// Letters from which on a value may be a key that a machine drew.
const DRAWN_LETTERS: usize = 16;

/// The address with user, password and secret-looking query values replaced.
pub fn masked(address: &str) -> String {
    let Ok(mut url) = Url::parse(address) else { return cut(address) };
    let plain = url.clone();
    if !url.username().is_empty() || url.password().is_some() {
        // Setting either fails only on addresses that cannot carry them, which then carry none.
        url.set_username("***").ok();
        url.set_password(None).ok();
    }
    let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    let secret = |k: &str, v: &str| SECRET.iter().any(|s| k.to_ascii_lowercase().contains(s)) || looks_drawn(v);
    if pairs.iter().any(|(k, v)| secret(k, v)) {
        let shown = pairs.iter().map(|(k, v)| format!("{k}={}", if secret(k, v) { "***" } else { v }));
        url.set_query(Some(&shown.collect::<Vec<_>>().join("&")));
    }
    // An address without secrets is shown as it was written.
    if url == plain { address.to_owned() } else { url.to_string() }
}

/// Long, of letters and digits alone, with both in it: nobody writes such a word, a machine drew it.
fn looks_drawn(value: &str) -> bool {
    let has = |kind: fn(&u8) -> bool| value.as_bytes().iter().any(kind);
    value.len() >= DRAWN_LETTERS
        && value.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'=' | b'+' | b'/'))
        && has(u8::is_ascii_digit)
        && has(u8::is_ascii_alphabetic)
}

/// An address that cannot be read keeps what stands before its query, without user and password.
fn cut(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    match (path.split_once("://"), path.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, rest))) => format!("{scheme}://***@{rest}"),
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn users_passwords_and_keys_are_masked() {
        assert_eq!(masked("https://desk:pw@wire.example/feed"), "https://***@wire.example/feed");
        assert_eq!(masked("https://wire.example/feed?api_key=abc&n=5"), "https://wire.example/feed?api_key=***&n=5");
        assert_eq!(masked("https://wire.example/feed?n=5"), "https://wire.example/feed?n=5");
        assert_eq!(masked("https://wire.example/feed?u=8f3Kd02mQz71LpWx"), "https://wire.example/feed?u=***");
        let plain = "https://wire.example/feed?topic=internationalaffairs&from=2026-11-23";
        assert_eq!(masked(plain), plain);
        assert_eq!(masked("postgres://desk:pw@db.example/news"), "postgres://***@db.example/news");
        assert_eq!(masked("https://desk:pw@wire example/feed?k=abc"), "https://***@wire example/feed");
        assert_eq!(masked("postgres://ann:pw@one:1,two:2/news"), "postgres://***@one:1,two:2/news");
    }
}
