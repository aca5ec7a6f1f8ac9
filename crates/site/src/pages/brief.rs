//! Whose each brief of a round-up is.

use std::collections::HashMap;

use news::{SourceId, source::NewSource, verdict::Part};

use super::article::{Read, SourceLine, source_line};
use crate::{failure::Failure, site::Ask, words::Words};

/// The report behind each paragraph of a round-up, in the version that the page rests on.
pub fn heads(
    ask: &mut Ask<'_>,
    read: &Read,
    sources: &HashMap<SourceId, NewSource>,
    w: &Words,
) -> Result<Vec<Option<SourceLine>>, Failure> {
    let mut heads = Vec::new();
    for n in 0..read.revision.draft.paragraphs.len() {
        let mut cited = read.revision.sentences.iter().filter(|s| s.part == Part::Body(n)).flat_map(|s| &s.citations);
        let Some(id) = cited.next().map(|citation| citation.report) else {
            heads.push(None);
            continue;
        };
        // An older version of a report is not among the page's; it is the one that the page rests on.
        let older = if read.reports.iter().any(|r| r.id == id) { None } else { store::report::by_id(ask.c, id)? };
        let report = older.as_ref().or_else(|| read.reports.iter().find(|r| r.id == id));
        heads.push(report.map(|report| source_line(ask, report, sources, w)));
    }
    Ok(heads)
}
