//! A story as readers will see it: its newest draft in its page's own template.

use askama::Template;
use news::{StoryId, revision::Revision, stage::Stage};

use super::{Read, view};
use crate::{
    failure::Failure,
    frame::{Band, Share},
    site::Ask,
};

const UNSEEN: &str = "Preview: readers do not see this";
const SEEN: &str = "Preview: this text is on the site";

/// The page of a story's newest draft, with a band on top that says so; `None` where nothing can go out. `desk` is
/// where the desk has the story.
pub fn preview(ask: &mut Ask<'_>, id: StoryId, desk: &str) -> Result<Option<String>, Failure> {
    let Some(read) = newest(ask, id)? else { return Ok(None) };
    let mut view = view(ask, &read)?;
    let words = if is_out(&read) { SEEN } else { UNSEEN };
    view.f.band = Some(Band { words, back: desk.to_owned() });
    view.f.noindex = true;
    view.f.canonical.clear();
    view.f.json_ld.clear();
    view.f.share = Share { kind: "article", ..Share::default() };
    // Readers' addresses of a story answer nothing before it is out.
    view.a.try_url.clear();
    view.a.document_url.clear();
    if read.story.stage != Stage::Published {
        view.a.history.iter_mut().for_each(|change| change.url = None);
    }
    if let Some(picture) = &mut view.a.picture {
        picture.src = format!("{desk}/picture");
        picture.widths.clear();
    }
    Ok(Some(view.render()?))
}

fn is_out(read: &Read) -> bool {
    read.story.stage == Stage::Published && read.story.live == Some(read.revision.id)
}

/// The story as if its newest draft went out at this moment.
fn newest(ask: &mut Ask<'_>, id: StoryId) -> Result<Option<Read>, Failure> {
    let Some(mut story) = store::story::by_id(ask.c, id)? else { return Ok(None) };
    if matches!(story.stage, Stage::Killed | Stage::Merged) {
        return Ok(None);
    }
    let Some(revision) = store::revision::latest(ask.c, id)? else { return Ok(None) };
    story.lang = revision.draft.lang.clone();
    story.picture = revision.picture.clone();
    let mut read = Read {
        reports: store::report::of_story(ask.c, id, ask.now)?,
        history: store::revision::published(ask.c, id)?,
        corrections: store::correction::of_story(ask.c, id)?,
        draft: true,
        revision,
        story,
    };
    if !is_out(&read) {
        read.story.first_published = read.story.first_published.or(Some(ask.now));
        read.story.updated = Some(ask.now);
    }
    if read.history.iter().all(|known| known.id != read.revision.id) {
        read.history.insert(0, Revision { published: Some(ask.now), ..read.revision.clone() });
    }
    Ok(Some(read))
}
