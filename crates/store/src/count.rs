//! How many published stories each sector and country has, kept in step when a story is saved.

use news::{stage::Stage, story::Story};

use crate::conn::{args, sql};
use crate::{Conn, Result};

/// What a story counts for: (`sector`, `filed_from` or `about`; slug or code).
type Counted = Vec<(&'static str, String)>;

/// Counts `after` in place of `before`.
pub(crate) fn moved(c: &mut dyn Conn, before: Option<&Story>, after: &Story) -> Result<()> {
    let (before, after) = (before.map(counted).unwrap_or_default(), counted(after));
    if before == after {
        return Ok(());
    }
    for ((what, name), by) in before.iter().map(|k| (k, -1_i64)).chain(after.iter().map(|k| (k, 1))) {
        c.execute(sql!("count/add"), args![*what, name, by])?;
    }
    Ok(())
}

fn counted(story: &Story) -> Counted {
    if story.stage != Stage::Published || story.updated.is_none() {
        return Vec::new();
    }
    let mut all = vec![("sector", story.sector.slug().to_owned())];
    all.extend(story.filed_from.map(|c| ("filed_from", c.code().to_owned())));
    let mut about: Vec<_> = story.about.iter().map(|c| ("about", c.code().to_owned())).collect();
    about.sort_unstable();
    about.dedup();
    all.extend(about);
    all
}
