//! Which picture a story gets. The drawing and the fetching are done by whoever runs the job; the choice is made here.

use news::{Country, StoryId, Time, job::Job, report::WirePicture, stage::Stage, story::Picture};
use store::Store;
use text::number::Unit;

use crate::{Error, Result};

/// Figures on a drawing.
const FIGURES: usize = 3;

/// A number of the text and what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// As printed: `1,200`.
    pub value: String,
    /// The words after it: `fuel trucks`.
    pub label: String,
}

/// What is to be done about a story's picture.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// No picture, and why.
    None(&'static str),
    /// Pictures that came with the reports, newest report's first; the drawing follows where none can be had.
    Wire(Vec<WirePicture>, Box<Choice>),
    /// Draw one from these facts.
    Draw {
        /// Subject countries.
        about: Vec<Country>,
        /// Where it was filed.
        filed_from: Option<Country>,
        /// Numbers with what they count.
        figures: Vec<Figure>,
    },
}

/// Chooses. Drawn pictures never go with deaths, arrests or named people.
pub fn choose(store: &Store, story: StoryId, now: Time) -> Result<Choice> {
    let (record, revision, reports) = store.read(|c| {
        Ok((store::story::by_id(c, story)?, store::revision::latest(c, story)?, store::report::of_story(c, story, now)?))
    })?;
    let record = record.ok_or(Error::NoStory(story))?;
    let draft = revision.ok_or(Error::NoDraft(story))?.draft;
    if record.stage == Stage::Killed {
        return Ok(Choice::None("the story was killed"));
    }
    let drawn = if record.sensitive {
        Choice::None("deaths, arrests or a named person: no drawn picture")
    } else if draft.paragraphs.is_empty() {
        Choice::None("a link only")
    } else {
        let figures = figures(&draft);
        Choice::Draw { about: record.about, filed_from: record.filed_from, figures }
    };
    let pictures: Vec<WirePicture> = reports.iter().rev().flat_map(|r| r.report.pictures.clone()).collect();
    Ok(if pictures.is_empty() { drawn } else { Choice::Wire(pictures, Box::new(drawn)) })
}

/// The first numbers of the text that count something a reader can picture.
fn figures(draft: &news::revision::Draft) -> Vec<Figure> {
    let mut out: Vec<Figure> = Vec::new();
    for paragraph in std::iter::once(&draft.headline).chain(&draft.paragraphs) {
        for quantity in text::number::find(paragraph, &draft.lang) {
            let small = quantity.low.abs() < 2.0 && quantity.unit == Unit::Count;
            if quantity.unit == Unit::Ordinal || small {
                continue;
            }
            let value = paragraph.get(quantity.range.clone()).unwrap_or_default();
            let label = label(paragraph.get(quantity.range.end..).unwrap_or_default());
            let digits = value.chars().any(|c| c.is_numeric());
            if digits && !label.is_empty() && out.iter().all(|f| f.value != value) && out.len() < FIGURES {
                out.push(Figure { value: value.into(), label });
            }
        }
    }
    out
}

/// Up to three words after a number, up to the first mark.
fn label(after: &str) -> String {
    let clause = after.split([',', '.', ';', ':', '(', ')', '"', '“', '”', '।', '،']).next().unwrap_or_default();
    clause.split_whitespace().take(3).collect::<Vec<_>>().join(" ")
}

/// Keeps the picture, names the revision anew with it, and moves on to the decision.
pub fn save(store: &Store, story: StoryId, picture: Option<Picture>, now: Time) -> Result<()> {
    Ok(store.write(move |c| {
        if let Some(mut record) = store::story::by_id(c, story)? {
            if let Some(revision) = store::revision::latest(c, story)?.filter(|r| r.published.is_none()) {
                let name = picture.as_ref().map(|p| news::revision::PictureName { hash: p.blob, alt: p.alt.clone() });
                let hash = revision.draft.hash(name.as_slice());
                store::revision::set_hash(c, revision.id, hash, &revision.note)?;
            }
            record.picture = picture;
            store::story::update(c, &record)?;
        }
        store::job::add(c, &Job::Decide { story }, now, now)
    })?)
}
