//! Make a revision from the story's reports, in the story's one language.

use news::{
    Lang, StoryId, Time,
    job::Job,
    report::StoredReport,
    revision::Draft,
    source::{NewSource, Treatment},
    stage::Stage,
    story::Story,
};
use store::Store;

use super::{brief, decide::POLICY, note};
use crate::{Error, House, Result, act, drafter, evidence};

/// Drafts a story anew. Nothing is added when the text would be the same; the check runs again all the same, for its
/// sources may have changed.
pub fn draft(store: &Store, house: &House, story: StoryId, now: Time) -> Result<()> {
    let (record, reports, live, own, langs) = store.read(|c| {
        let record = store::story::by_id(c, story)?;
        let live = match record.as_ref().and_then(|s| s.live) {
            Some(id) => store::revision::by_id(c, id)?,
            None => None,
        };
        let own = store::revision::latest(c, story)?.is_some_and(|r| super::is_own(&r));
        Ok((record, super::with_terms(c, story, now)?, live, own, house.languages(c)?))
    })?;
    let record = record.ok_or(Error::NoStory(story))?;
    if record.stage.is_final() {
        return Ok(());
    }
    if own {
        return look_again(store, record, now);
    }
    let Some(lang) = language(&langs, &record, &reports) else { return leave(store, record, now) };
    let own: Vec<_> = reports.iter().filter(|(r, _)| r.report.lang.primary() == lang.primary()).cloned().collect();
    let sources = evidence::read(super::evidence_of(&reports));
    let material = drafter::Material {
        lang: &lang,
        reports: own.iter().map(|(r, terms)| (r, terms.as_ref().map_or(0, allowance))).collect(),
        sources: &sources,
        now,
        zone: &house.zone,
    };
    let verbatim = own.iter().all(|(_, t)| t.as_ref().is_some_and(|t| t.treatment == Treatment::PassThrough));
    let text = match verbatim {
        true => pass_through(&material),
        false if brief::is_round_up(&own) => drafter::briefs(&material),
        false => drafter::draft(&material),
    };
    let note = live.map(|live| note::note(&live.draft, &text, own.last().map_or("", |(r, _)| &r.source_name)));
    save(store, house, story, text, note.unwrap_or_default(), now)
}

/// Nothing is drafted over a person's own story: it is checked against what it has now, and its desk is told.
fn look_again(store: &Store, mut record: Story, now: Time) -> Result<()> {
    record.held_reason = "Its reports are others than before: look at what rests on them.".into();
    Ok(store.write(move |c| {
        store::story::update(c, &record)?;
        store::job::add(c, &Job::Verify { story: record.id }, now, now)
    })?)
}

/// The language to draft in: the story's own while it is one of the house's and has reports; else one of the house's that has
/// reports whose words may be shown; else the story's own or, of one that nobody has read yet, that of the reports it has.
fn language(langs: &[Lang], record: &Story, reports: &[super::WithTerms]) -> Option<Lang> {
    let publishes = |lang: &Lang| crate::publishes(langs, lang);
    let own = |(r, _): &&super::WithTerms| r.report.lang.primary() == record.lang.primary();
    let shown = |(_, terms): &&super::WithTerms| terms.as_ref().is_some_and(|t| allowance(t) > 0);
    let lang = |(r, _): &super::WithTerms| Lang::new(r.report.lang.primary());
    let kept = reports.iter().find(own).map(|_| record.lang.clone());
    // Readers of a page do not find it in another language of the house one day: a person decides that.
    if publishes(&record.lang) && (kept.is_some() || record.live.is_some()) {
        return kept;
    }
    let spoken = reports.iter().filter(shown).map(lang).find(publishes);
    let stays = || reports.first().filter(|_| record.live.is_none()).map(lang);
    spoken.or(kept).or_else(stays)
}

/// Nothing is left to draft from. What readers see rests on it no longer.
fn leave(store: &Store, record: Story, now: Time) -> Result<()> {
    if record.stage != Stage::Published {
        return Ok(());
    }
    let reason = format!("no usable report in this story's language ({}) is left", record.lang);
    let order = act::Order::new(record.id, POLICY, &reason)?;
    crate::transaction(store, move |c| act::hold(c, &order, now))
}

fn allowance(terms: &NewSource) -> u32 {
    if terms.treatment == Treatment::LinkOnly { 0 } else { terms.show_words }
}

/// The newest report's own words, as many paragraphs as its source allows.
fn pass_through(material: &drafter::Material<'_>) -> Draft {
    let Some((report, allowance)) = material.reports.last() else { return Draft::default() };
    let StoredReport { report, .. } = report;
    let mut left = *allowance as usize;
    let fits = |p: &&str| {
        let rest = left.checked_sub(text::word::count(p));
        left = rest.unwrap_or(left);
        rest.is_some()
    };
    let paragraphs: Vec<String> = report.text.lines().skip(1).take_while(fits).map(str::to_owned).collect();
    let body: Vec<Vec<String>> = paragraphs
        .iter()
        .map(|p| {
            text::sentence::split(p, material.lang).into_iter().filter_map(|r| Some(p.get(r)?.to_owned())).collect()
        })
        .collect();
    let summary = drafter::summary::summary(material, &body, &[]);
    Draft { lang: material.lang.clone(), headline: report.headline.clone(), summary, paragraphs, marks: Vec::new() }
}

fn save(store: &Store, house: &House, story: StoryId, text: Draft, note: String, now: Time) -> Result<()> {
    let with_model = house.reword_wait_ms.is_some();
    Ok(store.write_unsynced(move |c| {
        // What readers see keeps its language until the new text goes out.
        if let Some(mut record) = store::story::by_id(c, story)?.filter(|s| s.live.is_none() && s.lang != text.lang) {
            record.lang = text.lang.clone();
            store::story::update(c, &record)?;
        }
        let latest = store::revision::latest(c, story)?;
        // What a model reworded or a person wrote stands for as long as what it was made beside would be made again.
        let latest = match latest {
            Some(latest) if latest.drafter != drafter::NAME || !latest.editor.is_empty() => {
                store::revision::latest_by(c, story, drafter::NAME)?
            }
            other => other,
        };
        if latest.is_none_or(|latest| latest.draft != text) {
            store::revision::insert(c, story, &text, text.hash(&[]), drafter::NAME, &note, now)?;
        }
        if with_model {
            store::job::add(c, &Job::Reword { story }, now, now)?;
        }
        store::job::add(c, &Job::Verify { story }, now, now)
    })?)
}
