//! Which picture a story gets. The drawing and the fetching are done by whoever runs the job; the choice is made here.

use news::{
    Country, Lang, StoryId, Time,
    job::Job,
    report::WirePicture,
    revision::{PictureName, Revision},
    story::Picture,
};
use store::Store;
use text::{cue::Cue, number::Unit};

use super::decide::by_person;
use crate::Result;

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

/// A movement that the text states: `Tokyo shares` up `1.3 percent`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    /// It rose; fell otherwise.
    pub rising: bool,
    /// By how much, as printed.
    pub percent: String,
    /// What moved.
    pub of: String,
}

/// What is to be done about a story's picture.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// No picture, and why.
    None(&'static str),
    /// Pictures that came with the reports, newest report's first; the drawing follows where none can be had.
    Wire(Vec<WirePicture>, Box<Choice>),
    /// Draw one from these facts.
    Draw(Drawing),
}

/// What a drawing may show.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Subject countries.
    pub about: Vec<Country>,
    /// Where it was filed.
    pub filed_from: Option<Country>,
    /// Numbers with what they count.
    pub figures: Vec<Figure>,
    /// A market's movement.
    pub movement: Option<Movement>,
}

/// Chooses. Drawn pictures never go with deaths, arrests or named people.
pub fn choose(store: &Store, story: StoryId, now: Time) -> Result<Choice> {
    let (record, revision, reports) = super::drafted(store, story, now)?;
    let draft = revision.draft;
    if record.stage.is_final() {
        return Ok(Choice::None("the story was killed"));
    }
    let drawn = if record.sensitive {
        Choice::None("deaths, arrests or a named person: no drawn picture")
    } else if draft.paragraphs.is_empty() {
        Choice::None("a link only")
    } else {
        let figures = figures(&draft);
        let movement = if record.sector.slug() == "business" { movement(&draft) } else { None };
        Choice::Draw(Drawing { about: record.about, filed_from: record.filed_from, figures, movement })
    };
    let pictures: Vec<WirePicture> = reports.iter().rev().flat_map(|(r, _)| r.report.pictures.clone()).collect();
    Ok(if pictures.is_empty() { drawn } else { Choice::Wire(pictures, Box::new(drawn)) })
}

/// The first numbers of the text that count something a reader can picture, with the noun that they count.
fn figures(draft: &news::revision::Draft) -> Vec<Figure> {
    let mut out: Vec<Figure> = Vec::new();
    for paragraph in std::iter::once(&draft.headline).chain(&draft.paragraphs) {
        for quantity in text::number::find(paragraph, &draft.lang) {
            let (value, after) = (paragraph.get(quantity.range.clone()), paragraph.get(quantity.range.end..));
            let (Some(value), Some(after), Some(counted)) = (value, after, quantity.counted) else { continue };
            let telling =
                quantity.unit == Unit::Count && quantity.low.abs() >= 2.0 && value.chars().any(char::is_numeric);
            if let Some(label) = label(after, &counted, &draft.lang)
                && telling
                && out.iter().all(|f| f.value != value && f.label != label)
                && out.len() < FIGURES
            {
                out.push(Figure { value: value.into(), label });
            }
        }
    }
    out
}

/// `Tokyo shares rise as …` with the first sentence of the text that moves the same way by a percentage.
fn movement(draft: &news::revision::Draft) -> Option<Movement> {
    let moves = |part: &str| {
        let cues = text::cue::find(part, &draft.lang).into_iter();
        cues.filter(|(_, cue)| matches!(cue, Cue::Up | Cue::Down)).min_by_key(|(range, _)| range.start)
    };
    let (at, cue) = moves(&draft.headline)?;
    let of = draft.headline.get(..at.start)?.trim();
    if of.is_empty() || of.split_whitespace().count() > 4 {
        return None;
    }
    let percent = draft.paragraphs.iter().take(2).find_map(|p| {
        let sentence = text::sentence::split(p, &draft.lang).into_iter().find_map(|r| p.get(r))?;
        let percent = text::number::find(sentence, &draft.lang).into_iter().find(|q| q.unit == Unit::Percent)?;
        (moves(sentence)?.1 == cue).then(|| sentence.get(percent.range).map(str::to_owned))?
    })?;
    Some(Movement { rising: cue == Cue::Up, percent, of: of.to_owned() })
}

/// The words after a number up to the noun that it counts, at most three: `fuel trucks`.
fn label(after: &str, counted: &str, lang: &Lang) -> Option<String> {
    let words = text::word::words(after, lang);
    let noun = words.iter().take(3).position(|w| w.stem == counted)?;
    let end = words.get(noun)?.range.end;
    Some(text::clean::line(after.get(..end)?)).filter(|l| !l.contains([',', '.', ';', ':', '(', '"']))
}

/// Gives the newest revision its picture and the name that it has with it, and moves on to the decision. What readers see
/// keeps the picture that they saw it with.
pub fn save(store: &Store, story: StoryId, picture: Option<Picture>, now: Time) -> Result<()> {
    Ok(store.write_unsynced(move |c| {
        // A person's text keeps the picture that its person saw beside it.
        let open = |r: &Revision| r.published.is_none() && by_person(r).is_none();
        if let Some(revision) = store::revision::latest(c, story)?.filter(open) {
            // A picture that a person brought in stays beside what the machine drafts later.
            let theirs = store::revision::latest_by_person(c, story)?.and_then(|r| r.picture);
            let picture = theirs.filter(|p| p.brought.is_some()).or(picture);
            let name = picture.as_ref().map(PictureName::of);
            store::revision::set_picture(c, revision.id, picture.as_ref(), revision.draft.hash(name.as_slice()))?;
        }
        store::job::add(c, &Job::Decide { story }, now, now)
    })?)
}
