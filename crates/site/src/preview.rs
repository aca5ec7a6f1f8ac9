//! What the desk is shown of a page before readers have it.

use news::{StoryId, Time};

use crate::{pages::article, site::Site};

/// A page that only the desk shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The page.
    pub html: String,
    /// The Content-Security-Policy of the site's pages: its one stylesheet stands in it.
    pub policy: String,
}

impl Site {
    /// A story's newest draft as its page would show it. No view is counted, and nothing of it is kept. `desk` is where
    /// the desk has the story, with its picture at `{desk}/picture`. `None` where nothing can go out: nothing is
    /// drafted, or the story was withdrawn or taken into another.
    ///
    /// # Errors
    /// What broke, for the log.
    pub fn preview(&self, story: StoryId, desk: &str, now: Time) -> Result<Option<Preview>, String> {
        let made = self.ask(now, "", |ask| article::preview(ask, story, desk));
        let html = made.map_err(|failure| failure.to_string())?;
        let policy = self.policy.to_str().unwrap_or_default();
        Ok(html.map(|html| Preview { html, policy: policy.into() }))
    }
}
