//! `Retry-After`: seconds or a date.

use std::time::SystemTime;

use reqwest::header::{DATE, HeaderMap, RETRY_AFTER};

/// Longest wait that is believed: a day.
const LONGEST_MS: i64 = 86_400_000;

/// How long the server wants to be left alone, in milliseconds. A date counts from the server's own clock where it shows it.
pub(crate) fn retry_after_ms(headers: &HeaderMap) -> Option<i64> {
    let said = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = said.parse::<i64>() {
        return (seconds >= 0).then(|| seconds.saturating_mul(1000).min(LONGEST_MS));
    }
    let until = httpdate::parse_http_date(said).ok()?;
    let now = headers
        .get(DATE)
        .and_then(|d| httpdate::parse_http_date(d.to_str().ok()?).ok())
        .unwrap_or_else(SystemTime::now);
    let wait = until.duration_since(now).unwrap_or_default().as_millis();
    Some(i64::try_from(wait).unwrap_or(LONGEST_MS).min(LONGEST_MS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_dates_and_nonsense() {
        let of = |pairs: &[(&'static str, &str)]| {
            let mut headers = HeaderMap::new();
            for (k, v) in pairs {
                headers.insert(*k, v.parse().unwrap());
            }
            retry_after_ms(&headers)
        };
        assert_eq!(of(&[("retry-after", "120")]), Some(120_000));
        assert_eq!(of(&[("retry-after", "99999999999999999")]), Some(LONGEST_MS));
        assert_eq!(
            of(&[("date", "Thu, 06 Nov 2025 10:00:00 GMT"), ("retry-after", "Thu, 06 Nov 2025 10:01:00 GMT")]),
            Some(60_000)
        );
        assert_eq!(of(&[("retry-after", "soon")]), None);
        assert_eq!(of(&[]), None);
    }
}
