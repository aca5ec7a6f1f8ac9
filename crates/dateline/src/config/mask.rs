//! Secrets never reach a screen or a log: what is secret in an address is replaced by `***`.

use url::Url;

/// Words in a query's keys that mean a secret.
const SECRET: [&str; 11] =
    ["key", "token", "secret", "pass", "pwd", "auth", "sig", "access", "credential", "session", "jwt"];

/// The address with user, password and secret-looking query values replaced.
pub fn masked(address: &str) -> String {
    let Ok(mut url) = Url::parse(address) else { return unread(address) };
    let plain = url.clone();
    if !url.username().is_empty() || url.password().is_some() {
        // Setting either fails only on addresses that cannot carry them, which then carry none.
        url.set_username("***").ok();
        url.set_password(None).ok();
    }
    let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    let secret = |k: &str| SECRET.iter().any(|s| k.to_ascii_lowercase().contains(s));
    if pairs.iter().any(|(k, _)| secret(k)) {
        let shown = pairs.iter().map(|(k, v)| format!("{k}={}", if secret(k) { "***" } else { v }));
        url.set_query(Some(&shown.collect::<Vec<_>>().join("&")));
    }
    // An address without secrets is shown as it was written.
    if url == plain { address.to_owned() } else { url.to_string() }
}

/// What cannot be read may hold a secret anywhere: of such an address only the end is shown, after the last `@`.
fn unread(address: &str) -> String {
    match (address.split_once("://"), address.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, rest))) => format!("{scheme}://***@{rest}"),
        _ => address.to_owned(),
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
        assert_eq!(masked("postgres://ann:pw@one:1,two:2/news"), "postgres://***@one:1,two:2/news");
        assert_eq!(masked("postgres://ann:pw@db.example/news"), "postgres://***@db.example/news");
    }
}
