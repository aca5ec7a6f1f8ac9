//! Stories as readers will see them, for the desk: the site makes the page.

use std::sync::Arc;

use editor::{Preview, Previews};
use news::{StoryId, Time};
use site::Site;

/// Pages of that site.
pub struct Pages(pub Arc<Site>);

impl Previews for Pages {
    fn preview(&self, story: StoryId, desk: &str, now: Time) -> Result<Option<Preview>, String> {
        let page = self.0.preview(story, desk, now)?;
        Ok(page.map(|page| Preview { html: page.html, policy: page.policy }))
    }
}
