//! Where it was filed, which countries it is about, which sector, and the terms that find related stories.

use std::collections::BTreeMap;

use news::{Country, Lang, StoryId, Time, job::Job, report::StoredReport, revision::Draft, stage::Stage, story::Story};
use store::{Conn, Store};

use super::{brief, decide::POLICY, sector};
use crate::{Error, House, Result, about::about, act, sector::Sectors};

/// Terms kept for "related by content".
const TERMS: usize = 24;

/// Tags a story from its newest revision and reports.
pub fn tag(store: &Store, house: &House, sectors: &Sectors, story: StoryId, now: Time) -> Result<()> {
    let (mut record, revision, reports) = super::drafted(store, story, now)?;
    let own = super::is_own(&revision);
    let draft = revision.draft;
    let round_up = !own && brief::is_round_up(&reports);
    let reports: Vec<StoredReport> = reports.into_iter().map(|(report, _)| report).collect();
    // Briefs from many places have no dateline of their own.
    if round_up {
        (record.dateline_place, record.filed_from) = (String::new(), None);
        record.about = of_briefs(&draft);
        (record.sector, record.sector_reason) = (sector::headlines(), "a round-up of many subjects".into());
    } else {
        // Where an agency filed what a person's own story rests on says nothing of where they were.
        if let Some((place, country)) = filed(&reports).filter(|_| !own) {
            record.dateline_place = place;
            record.filed_from = country;
        }
        record.about = about(&draft.headline, draft.paragraphs.iter().map(String::as_str), &draft.lang);
        (record.sector, record.sector_reason) = sector::sector(store, sectors, &draft, &reports)?;
    }
    record.urgency = reports.iter().filter_map(|r| r.report.urgency).filter(|u| *u > 0).min();
    record.sensitive = sector::sensitive(&draft);
    // What a person found out rests on one source or none, and is nobody's copy.
    record.noindex = !own && !house.index_single_source && agencies(&reports) < 2;
    // A round-up is like everything: it is related to nothing and follows nothing.
    let terms = if round_up { Vec::new() } else { terms(&draft) };
    crate::transaction::unsynced(store, move |c| {
        // The story may have moved on since it was read (a kill, a hold): only the tags are written.
        if let Some(mut current) = store::story::by_id(c, story)?.filter(|s| !s.stage.is_final()) {
            let before = current.clone();
            current.dateline_place = record.dateline_place;
            current.filed_from = record.filed_from;
            current.about = record.about;
            current.sector = record.sector;
            current.sector_reason = record.sector_reason;
            current.urgency = record.urgency;
            current.sensitive = record.sensitive;
            current.noindex = record.noindex;
            act::tag::apply(c, &mut current)?;
            store::story::update(c, &current)?;
            if current.stage == Stage::Published && stands_elsewhere(&before, &current) {
                store::change::add(c, story, "tag", now)?;
            }
            take_off_ai(c, &current, now)?;
            store::term::set(c, story, &terms)?;
            follow(c, story, now)?;
        }
        Ok(store::job::add(c, &Job::Illustrate { story }, now, now)?)
    })
}

/// Whether readers find it on other lists, or see another dateline.
fn stands_elsewhere(before: &Story, now: &Story) -> bool {
    let of = |s: &Story| (s.sector.clone(), s.about.clone(), s.filed_from, s.dateline_place.clone(), s.noindex);
    of(before) != of(now)
}

/// A page whose picture AI made does not stay when its story turns out to be of deaths, arrests or named people.
fn take_off_ai(c: &mut dyn Conn, story: &Story, now: Time) -> Result<()> {
    let ai = story.picture.as_ref().is_some_and(|p| p.brought.is_some() && p.is_ai());
    if !(story.sensitive && ai && story.stage == Stage::Published) {
        return Ok(());
    }
    act::hold(c, &act::Order::new(story.id, POLICY, &Error::AiOnSensitive.to_string())?, now)
}

/// The countries of each brief, in order.
fn of_briefs(draft: &Draft) -> Vec<Country> {
    let mut out: Vec<Country> = Vec::new();
    for country in draft.paragraphs.iter().flat_map(|p| about("", std::iter::once(p.as_str()), &draft.lang)) {
        if !out.contains(&country) {
            out.push(country);
        }
    }
    out
}

/// Ties a story to the earlier one that it follows: months later the trial, after the arrest.
fn follow(c: &mut dyn Conn, story: StoryId, now: Time) -> store::Result<()> {
    /// Likeness by content from which two events are one running story; `related` shows less.
    const FOLLOWS: f64 = 0.12;
    let Some((earlier, weight)) = store::thread::earlier(c, story)? else { return Ok(()) };
    if weight < FOLLOWS {
        return Ok(());
    }
    let names = store::thread::shared_names(c, story, earlier)?;
    let why =
        format!("likeness {weight:.2}; both name {}", names.iter().take(4).cloned().collect::<Vec<_>>().join(", "));
    store::thread::put(c, story, earlier, &why, now)
}

/// Places of the datelines, `Paris/Ouagadougou` where copy came from two, and the country of the one that most reports
/// carry, the earliest on a tie, so that a follow-up from elsewhere does not move the story.
fn filed(reports: &[StoredReport]) -> Option<(String, Option<Country>)> {
    let mut seen: Vec<(String, Option<Country>, usize)> = Vec::new();
    for report in reports {
        let Some(dateline) = &report.report.dateline else { continue };
        let country = report.filed_from.or_else(|| text::place::filed_from(&dateline.place));
        let same =
            |s: &(String, Option<Country>, usize)| s.0 == dateline.place || (country.is_some() && s.1 == country);
        match seen.iter_mut().find(|s| same(s)) {
            Some((.., times)) => *times += 1,
            None => seen.push((dateline.place.clone(), country, 1)),
        }
    }
    // Stable, so that the earliest leads among equals. Copy from two places carries both, as agencies write it.
    seen.sort_by_key(|(.., times)| std::cmp::Reverse(*times));
    let country = seen.first()?.1;
    let places: Vec<String> = seen.into_iter().take(2).map(|(place, ..)| place).collect();
    Some((places.join("/"), country))
}

/// Sources whose copy is not nearly the same as another's.
/// How many of the reports are independent: one agency, or copies of one text, count once.
pub(crate) fn agencies(reports: &[StoredReport]) -> usize {
    if reports.windows(2).all(|pair| matches!(pair, [a, b] if a.source == b.source)) {
        return reports.len().min(1);
    }
    let mut independent: Vec<(i64, text::near::Print)> = Vec::new();
    for report in reports {
        let print = text::near::Print::of(&report.report.text, &report.report.lang);
        let own =
            |(source, other): &(i64, text::near::Print)| *source != report.source.0 && print.copy(other).is_none();
        if independent.iter().all(own) {
            independent.push((report.source.0, print));
        }
    }
    independent.len()
}

/// Words that stand in any report and tell nothing of its subject.
pub(crate) const GENERIC: [&str; 40] = [
    "said",
    "says",
    "say",
    "told",
    "tell",
    "year",
    "years",
    "month",
    "months",
    "week",
    "weeks",
    "day",
    "days",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "people",
    "percent",
    "per",
    "cent",
    "million",
    "billion",
    "new",
    "first",
    "last",
    "two",
    "three",
    "four",
    "five",
    "make",
    "made",
    "take",
    "dit",
    "déclaré",
    "ans",
    "jeudi",
];

/// Stems and names of the text by weight: headline words three times, names twice.
fn terms(draft: &Draft) -> Vec<(String, f64)> {
    let mut weight: BTreeMap<String, f64> = BTreeMap::new();
    let mut count = |part: &str, factor: f64, lang: &Lang| {
        for word in text::word::words(part, lang).into_iter().filter(|w| !w.stop && w.stem.chars().count() > 2) {
            if GENERIC.contains(&word.lower.as_str()) || word.lower.chars().all(char::is_numeric) {
                continue;
            }
            *weight.entry(word.stem).or_default() += factor;
        }
        for name in text::name::find(part, lang) {
            let words = part.get(name.range).unwrap_or_default().to_lowercase();
            *weight.entry(format!("name:{words}")).or_default() += 2.0 * factor;
        }
    };
    count(&draft.headline, 3.0, &draft.lang);
    draft.paragraphs.iter().for_each(|p| count(p, 1.0, &draft.lang));
    let mut terms: Vec<(String, f64)> = weight.into_iter().collect();
    terms.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    terms.truncate(TERMS);
    let norm = terms.iter().map(|(_, w)| w * w).sum::<f64>().sqrt().max(1.0);
    terms.into_iter().map(|(term, w)| (term, w / norm)).collect()
}
