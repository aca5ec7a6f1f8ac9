//! A story as readers will see it, made by whoever makes the pages.

use news::{StoryId, Time};

/// A page of the site that readers do not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The page.
    pub html: String,
    /// What it may do, as `Content-Security-Policy` says it.
    pub policy: String,
}

/// Shows stories as readers will see them. The pages are the site's, so the desk has them handed in.
pub trait Previews: Send + Sync {
    /// A story’s newest draft as a page, with a way back to `desk`; `None` where nothing of it can go out.
    ///
    /// # Errors
    /// What broke, for the log.
    fn preview(&self, story: StoryId, desk: &str, now: Time) -> Result<Option<Preview>, String>;
}
