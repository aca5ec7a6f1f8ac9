//! One document: check, ask, follow, read within limits.

use std::time::Duration;

use reqwest::{
    Response, StatusCode,
    header::{
        ACCEPT, CONTENT_TYPE, ETAG, HeaderMap, HeaderName, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED, LOCATION,
    },
};
use url::Url;

use crate::{Answer, Ask, Inner, Refused, guard, later, robots};

/// Redirects followed.
const MAX_REDIRECTS: usize = 5;
/// Longest address.
const MAX_URL: usize = 8_192;
const FEEDS: &str = "application/atom+xml, application/rss+xml, application/feed+json, application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.5";

/// What is wanted.
pub(crate) enum Want<'a> {
    Document(&'a Ask<'a>),
    /// The file itself; only its first bytes, and without asking robots.txt about robots.txt.
    Robots {
        max_bytes: usize,
    },
}

/// What came.
pub(crate) struct Got {
    pub bytes: Vec<u8>,
    status: StatusCode,
    headers: HeaderMap,
    url: Url,
    permanent: bool,
}

pub(crate) async fn get(inner: &Inner, ask: &Ask<'_>) -> Result<Answer, Refused> {
    let shown = without_secrets(ask.url);
    let url = Url::parse(ask.url.trim()).map_err(|_| Refused::NotAnAddress(shown.clone()))?;
    if ask.url.len() > MAX_URL {
        return Err(Refused::NotAnAddress(shown));
    }
    let got = follow(inner, url.clone(), Want::Document(ask)).await?;
    if got.status == StatusCode::NOT_MODIFIED {
        return Ok(Answer::NotModified);
    }
    let header = |name: HeaderName| got.headers.get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
    Ok(Answer::Body {
        content_type: header(CONTENT_TYPE),
        etag: header(ETAG),
        last_modified: header(LAST_MODIFIED),
        moved_to: (got.permanent && got.url != url).then(|| got.url.to_string()),
        final_url: got.url.to_string(),
        retry_after_ms: later::retry_after_ms(&got.headers),
        no_ai: reserves(&got.headers),
        bytes: got.bytes,
    })
}

/// The start of what was to be an address, without what may be secret in it: user, password, query.
fn without_secrets(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.rsplit('@').next().unwrap_or_default().chars().take(200).collect()
}

/// Scheme, host and port: what robots.txt and the queue are kept by.
pub(crate) fn origin(url: &Url) -> String {
    url.origin().ascii_serialization()
}

/// Asks and follows redirects, each hop checked as if it were the first. The clock runs from the first byte asked to the last
/// one read; waiting for our turn at a host does not count.
pub(crate) async fn follow(inner: &Inner, mut url: Url, want: Want<'_>) -> Result<Got, Refused> {
    let settings = &inner.settings;
    let rules = guard::Rules { ports: &settings.allow_ports, private: settings.allow_private };
    let mut left = Duration::from_millis(settings.timeout_ms);
    let mut permanent = true;
    for _ in 0..=MAX_REDIRECTS {
        guard::url(&url, rules)?;
        if settings.respect_robots && matches!(want, Want::Document(_)) {
            // Robots.txt is fetched by this same function, so the future is boxed.
            Box::pin(robots::check(inner, &url)).await?;
        }
        let _turn = inner.queue.turn(&origin(&url)).await;
        let started = tokio::time::Instant::now();
        let hop = tokio::time::timeout(left, hop(inner, &url, &want)).await;
        match hop.map_err(|_| Refused::TooSlow(settings.timeout_ms))?? {
            Hop::Redirect { to, for_good } => {
                tracing::debug!(from = origin(&url), to = origin(&to), "redirect");
                permanent &= for_good;
                url = to;
            }
            Hop::End { bytes, status, headers } => return Ok(Got { bytes, status, headers, url, permanent }),
        }
        left = left.saturating_sub(started.elapsed());
    }
    Err(Refused::TooManyRedirects(MAX_REDIRECTS))
}

enum Hop {
    Redirect { to: Url, for_good: bool },
    End { bytes: Vec<u8>, status: StatusCode, headers: HeaderMap },
}

async fn hop(inner: &Inner, url: &Url, want: &Want<'_>) -> Result<Hop, Refused> {
    let timeout_ms = inner.settings.timeout_ms;
    let mut request = inner.client.get(url.clone());
    if let Want::Document(ask) = want {
        request = request.header(ACCEPT, ask.accept.unwrap_or(FEEDS));
        for (name, value) in [(IF_NONE_MATCH, ask.etag), (IF_MODIFIED_SINCE, ask.last_modified)] {
            // What a server sent as a header may be no header to send back.
            let value = value.and_then(|v| reqwest::header::HeaderValue::from_str(v).ok());
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
    }
    let response = request.send().await.map_err(|e| Refused::of(&e, timeout_ms))?;
    let status = response.status();
    if matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308) {
        let to = target(&response, url)?;
        return Ok(Hop::Redirect { to, for_good: matches!(status.as_u16(), 301 | 308) });
    }
    let headers = response.headers().clone();
    match status {
        StatusCode::NOT_MODIFIED => Ok(Hop::End { bytes: vec![], status, headers }),
        StatusCode::GONE => Err(Refused::Gone),
        status if !status.is_success() => {
            Err(Refused::Status { code: status.as_u16(), retry_after_ms: later::retry_after_ms(&headers) })
        }
        status => Ok(Hop::End { bytes: body(inner, response, want).await?, status, headers }),
    }
}

fn target(response: &Response, from: &Url) -> Result<Url, Refused> {
    let location = response.headers().get(LOCATION).ok_or(Refused::BadRedirect)?;
    // Some servers send UTF-8 here, against the rules.
    let location = std::str::from_utf8(location.as_bytes()).map_err(|_| Refused::BadRedirect)?;
    if location.len() > MAX_URL {
        return Err(Refused::BadRedirect);
    }
    from.join(location).map_err(|_| Refused::BadRedirect)
}

/// The body, unpacked piece by piece so that a bomb never grows beyond the limit.
async fn body(inner: &Inner, mut response: Response, want: &Want<'_>) -> Result<Vec<u8>, Refused> {
    let max = match want {
        Want::Document(_) => inner.settings.max_bytes,
        Want::Robots { max_bytes } => *max_bytes,
    };
    let announced = response.content_length().unwrap_or(0);
    if matches!(want, Want::Document(_)) && announced > u64::try_from(max).unwrap_or(u64::MAX) {
        return Err(Refused::TooLarge(max));
    }
    let mut bytes = Vec::new();
    while let Some(piece) = response.chunk().await.map_err(|e| Refused::of(&e, inner.settings.timeout_ms))? {
        let room = max.saturating_sub(bytes.len());
        if piece.len() > room {
            if matches!(want, Want::Document(_)) {
                return Err(Refused::TooLarge(max));
            }
            bytes.extend_from_slice(piece.get(..room).unwrap_or_default());
            break;
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes)
}

/// TDMRep's header (W3C community group, 2024), and the `noai` that some sites send.
fn reserves(headers: &HeaderMap) -> bool {
    let text =
        |name: &str| headers.get(name).and_then(|v| v.to_str().ok()).map(str::to_ascii_lowercase).unwrap_or_default();
    text("tdm-reservation").trim() == "1"
        || text("x-robots-tag").contains("noai")
        || text("content-usage").replace(' ', "").contains("train-ai=n")
}
