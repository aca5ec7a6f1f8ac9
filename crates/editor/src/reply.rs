//! Answers, each with the headers that every answer of the desk has.

use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};

/// What a page of the desk may do: its own style, script and pictures, its own forms and questions, nothing else.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; \
     form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
);

/// An answer.
pub struct Reply {
    /// Its status.
    pub status: StatusCode,
    kind: &'static str,
    body: Vec<u8>,
    /// `Set-Cookie` lines.
    pub cookies: Vec<String>,
    location: Option<String>,
    /// Other headers.
    more: Vec<(HeaderName, String)>,
    /// The name of a file to be saved.
    file: Option<String>,
    keep: bool,
    /// What a page of it may do.
    policy: HeaderValue,
}

impl Reply {
    fn new(kind: &'static str, body: Vec<u8>) -> Self {
        Self {
            status: StatusCode::OK,
            kind,
            body,
            cookies: Vec::new(),
            location: None,
            more: Vec::new(),
            file: None,
            keep: false,
            policy: POLICY,
        }
    }

    /// A page.
    pub fn html(page: String) -> Self {
        Self::new("text/html; charset=utf-8", page.into_bytes())
    }

    /// An answer to a script.
    pub fn json(value: &serde_json::Value) -> Self {
        Self::new("application/json", value.to_string().into_bytes())
    }

    /// A file to be saved under that name.
    pub fn file(kind: &'static str, name: &str, body: Vec<u8>) -> Self {
        Self { file: Some(name.into()), ..Self::new(kind, body) }
    }

    /// A picture.
    pub fn picture(kind: &'static str, bytes: Vec<u8>) -> Self {
        Self::new(kind, bytes)
    }

    /// A style or script: kept for good, for its address holds its version.
    pub fn asset(kind: &'static str, body: &str) -> Self {
        Self { keep: true, ..Self::new(kind, body.as_bytes().to_vec()) }
    }

    /// Go and see there.
    pub fn see(to: impl Into<String>) -> Self {
        let see = Self::new("text/plain; charset=utf-8", Vec::new());
        Self { status: StatusCode::SEE_OTHER, location: Some(to.into()), ..see }
    }

    /// With another status.
    pub fn with_status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    /// Why not, to a program (RFC 9457).
    pub fn problem(value: &serde_json::Value) -> Self {
        Self::new("application/problem+json", value.to_string().into_bytes())
    }

    /// With another header.
    pub fn with_header(mut self, name: HeaderName, value: String) -> Self {
        self.more.push((name, value));
        self
    }

    /// With a cookie.
    pub fn with_cookie(mut self, cookie: String) -> Self {
        self.cookies.push(cookie);
        self
    }

    /// With what a page that is not the desk's own may do; where nothing is said, it may do what ours may.
    pub fn with_policy(mut self, policy: &str) -> Self {
        if let Ok(policy) = HeaderValue::from_str(policy)
            && !policy.is_empty()
        {
            self.policy = policy;
        }
        self
    }

    /// As it goes out.
    pub fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() = self.status;
        let keep = if self.keep { "private, max-age=31536000, immutable" } else { "no-store" };
        let headers = response.headers_mut();
        let fixed = [
            (header::CONTENT_TYPE, HeaderValue::from_static(self.kind)),
            (header::CACHE_CONTROL, HeaderValue::from_static(keep)),
            (header::CONTENT_SECURITY_POLICY, self.policy),
            (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
            (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
            (header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000; includeSubDomains")),
            (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
            (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
            (HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex")),
            (
                HeaderName::from_static("permissions-policy"),
                HeaderValue::from_static("camera=(), geolocation=(), microphone=(), browsing-topics=()"),
            ),
        ];
        headers.extend(fixed);
        let mut add = |name: HeaderName, value: &str| {
            if let Ok(value) = HeaderValue::from_str(value) {
                headers.append(name, value);
            }
        };
        self.cookies.iter().for_each(|cookie| add(header::SET_COOKIE, cookie));
        self.location.iter().for_each(|to| add(header::LOCATION, to));
        self.more.iter().for_each(|(name, value)| add(name.clone(), value));
        self.file.iter().for_each(|name| add(header::CONTENT_DISPOSITION, &format!("attachment; filename=\"{name}\"")));
        response
    }
}
