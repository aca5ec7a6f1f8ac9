//! A bundle into the store, by the store's own functions, as the pipeline would have left it.

use news::{
    Hash, ReportId, SourceId, Time,
    revision::PictureName,
    stage::Stage,
    story::{Picture, Story},
    verdict::Verdict,
};
use store::{
    Conn, Result,
    correction::Correction,
    log::Entry,
    report::{Inserted, NewReport},
};

use super::bundle::{Bundle, End, Sent, State};

/// What every story of the archive is given.
pub struct Shelf {
    /// The agencies' ids, in the world's order.
    pub sources: Vec<SourceId>,
    /// Drawings of each sector, by its slug and their number.
    pub pictures: Vec<(String, Vec<Picture>)>,
}

/// The reason that the policy gives.
const WHY: &str = "every sentence is supported by the sources; drafted by extraction, not reviewed by an editor";

/// A MinHash band with the report that it is of.
pub type Band = (u64, ReportId);

/// Writes one story with all that belongs to it but the bands of its reports, which are returned: there are so many that
/// they are better written in their own order.
pub fn write(c: &mut dyn Conn, shelf: &Shelf, bundle: &Bundle) -> Result<Vec<Band>> {
    let Some((first, last)) = bundle.states.first().zip(bundle.states.last()) else { return Ok(Vec::new()) };
    let reports = reports(c, shelf, bundle)?;
    let id = store::story::insert(c, &bundle.lang, &first.draft.headline, first.at)?;
    for (n, sent) in bundle.reports.iter().enumerate().filter(|(_, sent)| !sent.superseded) {
        let why = if n == 0 { "a new event" } else { "the same event: shared names and words" };
        store::story::attach(c, id, reports[n], why, 1.0, sent.received)?;
    }
    let mut story = store::story::by_id(c, id)?.ok_or(store::Error::Missing { what: "story", id: id.0 })?;
    tagged(&mut story, shelf, bundle);
    for (n, state) in bundle.states.iter().enumerate() {
        publish(c, &mut story, state, &reports, if n == 0 { "publish" } else { "update" })?;
    }
    story.verdict = Some(Verdict::Supported);
    story.headline = last.draft.headline.clone();
    story.slug = news::story::slug(&story.headline);
    finish(c, story, bundle)?;
    let views: Vec<_> = bundle.views.iter().map(|(at, views)| (id, *at, *views)).collect();
    store::view::add(c, &views)?;
    let bands = |(sent, id): (&Sent, &ReportId)| sent.bands.iter().map(|band| (*band, *id)).collect::<Vec<_>>();
    Ok(bundle.reports.iter().zip(&reports).flat_map(bands).collect())
}

fn reports(c: &mut dyn Conn, shelf: &Shelf, bundle: &Bundle) -> Result<Vec<ReportId>> {
    let mut ids = Vec::with_capacity(bundle.reports.len());
    for sent in &bundle.reports {
        let new = NewReport {
            source: shelf.sources[sent.agency],
            report: &sent.report,
            raw_hash: Hash::of(&sent.report.raw),
            filed_from: Some(sent.filed_from),
            adapter: wire::ADAPTER,
            received: sent.received,
        };
        let (Inserted::New(id) | Inserted::NewVersion { id, .. } | Inserted::Same(id) | Inserted::Older(id)) =
            store::report::insert(c, &new)?;
        store::feature::put(c, id, &sent.report.lang, sent.received, &sent.feature, &[])?;
        ids.push(id);
    }
    Ok(ids)
}

fn tagged(story: &mut Story, shelf: &Shelf, bundle: &Bundle) {
    story.sector = bundle.sector.clone();
    story.sector_reason = "the agency's subject".into();
    story.dateline_place = bundle.dateline_place.clone();
    story.filed_from = Some(bundle.filed_from);
    story.about = bundle.about.clone();
    let mut agencies: Vec<usize> = bundle.reports.iter().map(|s| s.agency).collect();
    agencies.sort_unstable();
    agencies.dedup();
    story.noindex = agencies.len() < 2;
    let drawings = shelf.pictures.iter().find(|(sector, _)| *sector == bundle.sector.slug());
    story.picture = bundle.picture.and_then(|n| drawings?.1.get(n).cloned());
}

fn publish(c: &mut dyn Conn, story: &mut Story, state: &State, reports: &[ReportId], what: &str) -> Result<()> {
    let picture = story.picture.as_ref().map(PictureName::of);
    let hash = state.draft.hash(picture.as_slice());
    let revision =
        store::revision::insert(c, story.id, &state.draft, hash, desk::drafter::NAME, &state.note, state.at)?;
    let mut sentences = state.sentences.clone();
    for citation in sentences.iter_mut().flat_map(|s| &mut s.citations) {
        citation.report = reports[usize::try_from(citation.report.0).unwrap_or(0)];
    }
    store::revision::set_check(c, revision, Verdict::Supported, &sentences)?;
    store::revision::set_published(c, revision, state.at)?;
    story.live = Some(revision);
    story.stage = Stage::Published;
    story.first_published = story.first_published.or(Some(state.at));
    story.updated = Some(state.at);
    store::change::add(c, story.id, what, state.at)?;
    log(c, story, what, desk::step::decide::POLICY, WHY, state.at)
}

fn finish(c: &mut dyn Conn, mut story: Story, bundle: &Bundle) -> Result<()> {
    let (end, at) = &bundle.end;
    match end {
        End::Stands => store::term::set(c, story.id, &bundle.terms)?,
        End::Corrected(note) => {
            store::term::set(c, story.id, &bundle.terms)?;
            story.updated = Some(*at);
            let correction = Correction { story: story.id, at: *at, note: note.clone(), who: "Desk".into() };
            store::correction::add(c, &correction)?;
            store::change::add(c, story.id, "correct", *at)?;
            log(c, &story, "correct", "Desk", note, *at)?;
        }
        End::Killed => {
            story.stage = Stage::Killed;
            story.kill_notice = "This story was withdrawn by the editors.".into();
            story.live = None;
            store::change::add(c, story.id, "kill", *at)?;
            log(c, &story, "kill", "Desk", "it rested on a mistaken identity", *at)?;
        }
    }
    store::story::update(c, &story)
}

fn log(c: &mut dyn Conn, story: &Story, act: &str, who: &str, reason: &str, at: Time) -> Result<()> {
    let entry = Entry {
        at,
        who: who.into(),
        act: act.into(),
        thing: "story".into(),
        thing_id: story.id.0,
        reason: reason.into(),
    };
    store::log::add(c, &entry)
}
