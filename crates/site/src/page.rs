//! A page before it is sent.

use axum::http::StatusCode;
use news::StoryId;

/// `text/html` as pages send it.
pub const HTML: &str = "text/html; charset=utf-8";

/// Who may run what on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// A page of ours: its one stylesheet.
    Page,
    /// A picture: nothing, in a sandbox.
    Picture,
}

/// A page before it is sent.
#[derive(Clone, Debug)]
pub struct Page {
    /// HTTP status.
    pub status: StatusCode,
    /// `Content-Type`.
    pub media_type: String,
    /// The bytes.
    pub body: Vec<u8>,
    /// Seconds that others may keep it; 0 for not at all.
    pub max_age_seconds: u32,
    /// Which story's view it is.
    pub story: Option<StoryId>,
    /// Search engines stay away.
    pub noindex: bool,
    /// What it may run.
    pub policy: Policy,
}

impl Page {
    /// An HTML page.
    pub fn html(body: String) -> Self {
        Self::of(HTML, body.into_bytes(), 60)
    }

    /// A page of another kind.
    pub fn of(media_type: &str, body: Vec<u8>, max_age_seconds: u32) -> Self {
        let status = StatusCode::OK;
        Self {
            status,
            media_type: media_type.into(),
            body,
            max_age_seconds,
            story: None,
            noindex: false,
            policy: Policy::Page,
        }
    }

    /// The same with another status, kept by nobody and out of search engines.
    #[must_use]
    pub fn with_status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self.max_age_seconds = 0;
        self.noindex = true;
        self
    }
}
