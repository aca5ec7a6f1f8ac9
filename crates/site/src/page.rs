//! A page before it is sent.

use std::cell::RefCell;

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

/// How long others may keep an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Not at all: it is one reader's own.
    Never,
    /// For as long as they ask each time whether it still stands, so that a withdrawn story goes at once.
    Asking,
    /// So many seconds: what no story can change.
    Seconds(u32),
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
    /// How long others may keep it.
    pub keep: Keep,
    /// Which story's view it is.
    pub story: Option<StoryId>,
    /// Search engines stay away.
    pub noindex: bool,
    /// What it may run.
    pub policy: Policy,
    /// Where it moved to.
    pub location: Option<String>,
    /// When to ask again.
    pub retry_after_seconds: Option<u64>,
}

thread_local! {
    /// Where a page is written before its bytes are cut to measure: one piece of memory for all pages of a thread.
    static DESK: RefCell<String> = const { RefCell::new(String::new()) };
}

impl Page {
    /// The HTML page that a template makes.
    pub fn rendered(template: &impl askama::Template) -> Result<Self, askama::Error> {
        DESK.with_borrow_mut(|desk| {
            desk.clear();
            template.render_into(desk)?;
            Ok(Self::of(HTML, desk.as_bytes().to_vec(), Keep::Asking))
        })
    }

    /// An HTML page.
    pub fn html(body: String) -> Self {
        Self::of(HTML, body.into_bytes(), Keep::Asking)
    }

    /// A page of another kind.
    pub fn of(media_type: &str, body: Vec<u8>, keep: Keep) -> Self {
        let status = StatusCode::OK;
        Self {
            status,
            media_type: media_type.into(),
            body,
            keep,
            story: None,
            noindex: false,
            policy: Policy::Page,
            location: None,
            retry_after_seconds: None,
        }
    }

    /// Nothing but the word that the page stands elsewhere on this site.
    pub fn moved(to: String) -> Self {
        let mut page = Self::of("text/plain", Vec::new(), Keep::Asking);
        page.status = StatusCode::MOVED_PERMANENTLY;
        page.location = Some(to);
        page
    }

    /// The same with another status, kept by nobody and out of search engines.
    #[must_use]
    pub fn with_status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self.keep = Keep::Never;
        self.noindex = true;
        self
    }

    /// The same as an answer to one reader's form: kept by nobody and out of search engines.
    #[must_use]
    pub fn for_one_reader(self) -> Self {
        let status = self.status;
        self.with_status(status)
    }
}
