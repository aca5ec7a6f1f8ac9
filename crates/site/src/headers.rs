//! Headers of every answer.

use axum::http::{HeaderMap, HeaderValue, header};

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

/// Adds what every answer carries.
pub fn add(headers: &mut HeaderMap, page: &Page, page_policy: &HeaderValue) {
    let policy = match page.policy {
        Policy::Page if page.media_type.starts_with("text/html") => page_policy.clone(),
        Policy::Page => NOTHING,
        Policy::Picture => PICTURE,
    };
    let age = match page.keep {
        Keep::Never => HeaderValue::from_static("no-store"),
        Keep::Asking => HeaderValue::from_static("no-cache"),
        Keep::Seconds(seconds) => {
            HeaderValue::from_str(&format!("public, max-age={seconds}")).unwrap_or(HeaderValue::from_static("no-store"))
        }
    };
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::CACHE_CONTROL, age),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::REFERRER_POLICY, HeaderValue::from_static("strict-origin-when-cross-origin")),
        (header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000; includeSubDomains")),
        (header::HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
        (header::HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin")),
        (
            header::HeaderName::from_static("permissions-policy"),
            HeaderValue::from_static("camera=(), geolocation=(), microphone=(), browsing-topics=()"),
        ),
        (header::VARY, HeaderValue::from_static("Accept-Encoding")),
    ];
    for (name, value) in fixed {
        headers.insert(name, value);
    }
    if let Ok(media_type) = HeaderValue::from_str(&page.media_type) {
        headers.insert(header::CONTENT_TYPE, media_type);
    }
    if page.noindex {
        headers.insert(header::HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    }
}
