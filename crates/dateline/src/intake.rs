//! Bytes in: every item's own bytes to the blob store, then report rows and their Attach jobs in one transaction.

use anyhow::{Context, Result};
use news::{
    Country, Hash, ReportId, SourceId, Time,
    job::Job,
    report::{Oddity, Report},
    source::Source,
};
use store::{
    Conn, Store,
    report::{Inserted, NewReport},
};

/// What became of a file or feed that came in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Taken {
    /// Reports that were not known, newer versions included.
    pub new: Vec<ReportId>,
    /// Items known already.
    pub known: usize,
    /// Things that were not as they should be.
    pub oddities: Vec<Oddity>,
}

/// Reads what a source sent and stores what is new. An unreadable feed is an error that says what it looked like.
pub fn take(store: &Store, source: &Source, bytes: &[u8], content_type: Option<&str>, now: Time) -> Result<Taken> {
    let hints = wire::Hints {
        content_type,
        url: source.terms.feed_url.as_deref().or(source.terms.home.as_deref()),
        lang: &source.terms.lang,
        zone: source.terms.zone.as_deref(),
        received: now,
    };
    let feed = wire::read(bytes, &hints).with_context(|| format!("{} could not be read", source.terms.name))?;
    let mut taken = Taken { oddities: feed.oddities, ..Taken::default() };
    keep_oddities(store, source.id, &taken.oddities, now)?;
    // Feeds list the newest first; events are followed in the order in which they were told.
    let mut reports = feed.reports;
    reports.sort_by_key(|r| r.updated.or(r.published).unwrap_or(now));
    let no_ai = source.terms.no_ai;
    for mut report in reports {
        report.no_ai |= no_ai;
        match keep(store, source.id, report, now)? {
            Inserted::New(id) | Inserted::NewVersion { id, .. } => taken.new.push(id),
            Inserted::Same(_) | Inserted::Older(_) => taken.known += 1,
        }
    }
    Ok(taken)
}

fn keep(store: &Store, source: SourceId, report: Report, now: Time) -> Result<Inserted> {
    let raw_hash = store.put_blob(&report.raw)?;
    let filed_from = filed_from(&report);
    Ok(store.write(move |c| {
        let new = NewReport { source, report: &report, raw_hash, filed_from, adapter: wire::ADAPTER, received: now };
        let inserted = store::report::insert(c, &new)?;
        if let Inserted::New(report) | Inserted::NewVersion { id: report, .. } = inserted {
            store::job::add(c, &Job::Attach { report }, now, now)?;
        }
        Ok(inserted)
    })?)
}

fn filed_from(report: &Report) -> Option<Country> {
    text::place::filed_from(&report.dateline.as_ref()?.place)
}

fn keep_oddities(store: &Store, source: SourceId, oddities: &[Oddity], now: Time) -> Result<()> {
    if oddities.is_empty() {
        return Ok(());
    }
    let kept = oddities
        .iter()
        .map(|o| {
            let blob: Option<Hash> = if o.bytes.is_empty() { None } else { Some(store.put_blob(&o.bytes)?) };
            Ok(store::oddity::Kept { at: now, what: o.what.clone(), blob })
        })
        .collect::<store::Result<Vec<_>>>()?;
    Ok(store.write(move |c: &mut dyn Conn| kept.iter().try_for_each(|k| store::oddity::add(c, source, k)))?)
}
