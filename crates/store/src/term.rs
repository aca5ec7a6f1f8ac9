//! The weighted terms of a story, by which related stories are found, and how many stories have each.

use std::collections::BTreeMap;

use news::StoryId;

use crate::conn::{args, sql};
use crate::key::key;
use crate::{Conn, Result};

/// Replaces the terms of a story. What stays is not touched: a story is tagged anew with each report, mostly the same.
pub fn set(c: &mut dyn Conn, story: StoryId, terms: &[(String, f64)]) -> Result<()> {
    let before = c.all(sql!("term/of_story"), args![story], |row| Ok((row.get("term")?, row.get("weight")?)))?;
    let before: BTreeMap<String, f64> = before.into_iter().collect();
    let after: BTreeMap<String, f64> = terms.iter().map(|(term, weight)| (key(term).into_owned(), *weight)).collect();
    for term in before.keys().filter(|term| !after.contains_key(*term)) {
        c.execute(sql!("term/delete"), args![story, term])?;
        c.execute(sql!("term/count"), args![term, -1_i64])?;
    }
    for (term, weight) in after.iter().filter(|(term, weight)| before.get(*term) != Some(weight)) {
        c.execute(sql!("term/put"), args![story, term, *weight])?;
        if !before.contains_key(term) {
            c.execute(sql!("term/count"), args![term, 1_i64])?;
        }
    }
    Ok(())
}

/// Full names in a story that at least `least` stories have, in lower case, the heaviest first.
pub fn recurring_names(c: &mut dyn Conn, story: StoryId, least: usize, limit: usize) -> Result<Vec<String>> {
    let terms: Vec<String> = c.all(sql!("term/recurring"), args![story, least, limit], |row| row.get("term"))?;
    Ok(terms.iter().filter_map(|term| term.strip_prefix("name:")).map(str::to_owned).collect())
}
