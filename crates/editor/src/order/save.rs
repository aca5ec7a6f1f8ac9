//! Save a text, with what one key puts right in it.

use news::{RevisionId, StoryId, revision::Draft, revision::Revision, verdict::Part};

use crate::{
    Desk, draft,
    failure::Failure,
    reply::Reply,
    route::Answer,
    screen::{
        evidence::{citations, swap},
        story::{refused, sent},
    },
    visit::Visit,
};

/// Saves the form's text as a new revision. With `fix`, `swap` or `cut` a sentence of it is put right first.
pub fn save(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    match saved(desk, visit, id) {
        Ok(done) => Ok(Reply::see(format!("/desk/story/{id}?done={done}"))),
        Err(failure) => refused(desk, visit, id, &failure, Some(sent(visit))),
    }
}

fn saved(desk: &Desk, visit: &Visit, id: StoryId) -> Result<&'static str, Failure> {
    let revision = desk.store.read(|c| store::revision::latest(c, id))?.ok_or(desk::Error::NoDraft(id))?;
    let mut draft = draft::of_form(visit, &revision.draft.lang);
    let done = mend(desk, visit, &revision, &mut draft)?;
    let base: RevisionId = visit.field("base").parse().map_err(|_| Failure::Forged)?;
    let reason = if done == "saved" { "text edited" } else { "a sentence put right by its source" };
    let order = super::order(visit, id, reason)?;
    desk::act::edit(&desk.store, &desk.house.desk, &order, base, draft, visit.now)?;
    Ok(done)
}

/// Does what a button of the evidence asks for; `saved` when it was none of them.
fn mend(desk: &Desk, visit: &Visit, revision: &Revision, draft: &mut Draft) -> Result<&'static str, Failure> {
    let (fix, swapped_in, cut) = (visit.field("fix"), visit.field("swap"), visit.field("cut"));
    let whole = |n: &str| n.parse::<usize>().map_err(|_| Failure::Forged);
    let (n, new) = if let Some((n, finding)) = fix.split_once('.') {
        let n = whole(n)?;
        (n, fixed(revision, n, whole(finding)?))
    } else if !swapped_in.is_empty() {
        let (n, quote) = swapped_in.split_once('.').ok_or(Failure::Forged)?;
        let n = whole(n)?;
        (n, swapped(desk, visit, revision, n, whole(quote)?)?)
    } else if !cut.is_empty() {
        (whole(cut)?, Some(String::new()))
    } else {
        return Ok("saved");
    };
    let gone = || Failure::Wrong("That sentence was changed since it was checked. Save it first.".into());
    let sentence = revision.sentences.get(n).ok_or_else(gone)?;
    let old = revision.draft.words(sentence);
    put(draft, sentence.part, old, &new.ok_or_else(gone)?).ok_or_else(gone)?;
    Ok("fixed")
}

/// The sentence with the source's value in place of its own.
fn fixed(revision: &Revision, n: usize, finding: usize) -> Option<String> {
    let sentence = revision.sentences.get(n)?;
    let finding = sentence.findings.get(finding)?;
    let words = revision.draft.words(sentence);
    let (before, after) = (words.get(..finding.at.start)?, words.get(finding.at.end..)?);
    Some(format!("{before}{}{after}", finding.source.as_deref()?))
}

/// The source's own words for the sentence, by the number of the quote that the evidence shows.
fn swapped(desk: &Desk, visit: &Visit, revision: &Revision, n: usize, quote: usize) -> Result<Option<String>, Failure> {
    let reports = desk.store.read(|c| store::report::of_story(c, revision.story, visit.now))?;
    let citation = revision.sentences.get(n).and_then(|sentence| citations(sentence).nth(quote));
    Ok(citation.and_then(|citation| swap(&citation, &reports)))
}

/// Puts `new` where `old` stands in the form's text: in the part that it was in, or, where paragraphs have moved, in another of
/// the body.
fn put(draft: &mut Draft, part: Part, old: &str, new: &str) -> Option<()> {
    let moved = matches!(part, Part::Body(_));
    let others = (0..draft.paragraphs.len()).map(Part::Body).filter(|_| moved);
    let place = |part| draft.part(part).find(old).filter(|_| !old.is_empty()).map(|at| (part, at));
    let (part, at) = std::iter::once(part).chain(others).find_map(place)?;
    draft.replace(part, at..at + old.len(), new);
    Some(())
}
