//! Headers of every answer.

use axum::{
    body::Bytes,
    http::{HeaderName, HeaderValue, StatusCode, header},
};

use crate::page::{Keep, Page, Policy};

/// A picture runs nothing, wherever it is opened.
const PICTURE: HeaderValue = HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox");
/// What an answer may do when it is no page of ours.
const NOTHING: HeaderValue = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");

/// The policy of HTML pages: the one stylesheet by its hash, own pictures, own forms, nothing else.
pub fn page_policy(style: &str) -> HeaderValue {
    let policy = format!(
        "default-src 'none'; style-src {style}; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    );
    HeaderValue::from_str(&policy).unwrap_or(NOTHING)
}

/// What every answer with this page carries.
pub fn of(page: &Page, page_policy: &HeaderValue) -> Vec<(HeaderName, HeaderValue)> {
    let policy = match page.policy {
        Policy::Page if page.media_type.starts_with("text/html") => page_policy.clone(),
        Policy::Page => NOTHING,
        Policy::Picture => PICTURE,
    };
    let age = match page.keep {
        Keep::Never => HeaderValue::from_static("no-store"),
        Keep::Asking => HeaderValue::from_static("no-cache"),
        Keep::Seconds(seconds) => value(&format!("public, max-age={seconds}")),
    };
    let mut all = vec![
        (header::CONTENT_TYPE, value(&page.media_type)),
        (header::CACHE_CONTROL, age),
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::REFERRER_POLICY, HeaderValue::from_static("strict-origin-when-cross-origin")),
        (header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000; includeSubDomains")),
        (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
        (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin")),
        (
            HeaderName::from_static("permissions-policy"),
            HeaderValue::from_static("camera=(), geolocation=(), microphone=(), browsing-topics=()"),
        ),
        (header::VARY, HeaderValue::from_static("Accept-Encoding")),
    ];
    if page.noindex {
        all.push((HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex")));
    }
    all.extend(page.location.as_deref().map(|to| (header::LOCATION, value(to))));
    all.extend(page.retry_after_seconds.map(|s| (header::RETRY_AFTER, HeaderValue::from(s))));
    all
}

fn value(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).unwrap_or(HeaderValue::from_static(""))
}

/// Status line and headers as they go over the line, without the empty line that ends them: `Date` is still to come.
pub fn block<'a>(status: StatusCode, headers: impl Iterator<Item = &'a (HeaderName, HeaderValue)>) -> Bytes {
    let mut out = Vec::with_capacity(1024);
    let reason = status.canonical_reason().unwrap_or("Unknown");
    out.extend_from_slice(format!("HTTP/1.1 {} {reason}\r\n", status.as_u16()).as_bytes());
    for (name, value) in headers {
        out.extend_from_slice(name.as_str().as_bytes());
        out.extend_from_slice(b": ");
        out.extend_from_slice(value.as_bytes());
        out.extend_from_slice(b"\r\n");
    }
    out.into()
}
