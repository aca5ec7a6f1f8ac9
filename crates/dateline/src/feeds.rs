//! Asks feeds, and fetches the pictures that they name.

use std::time::Instant;

use anyhow::Result;
use news::{SourceId, Time, job::Job, source::Source};
use store::Store;

use crate::{
    failure::{self, store_is_away},
    intake,
    picture::Pictures,
};

/// Asks feeds and fetches wire pictures; the fetcher is asynchronous, jobs are not.
pub struct Feeds {
    fetcher: fetch::Fetcher,
    runtime: tokio::runtime::Runtime,
    every_ms: i64,
}

impl Feeds {
    /// A fetcher by the settings of `wire`.
    pub fn new(wire: &crate::config::Wire) -> Result<Self> {
        let settings = fetch::Settings {
            user_agent: wire.user_agent.clone(),
            timeout_ms: u64::from(*wire.timeout_seconds.get_ref()) * 1000,
            max_bytes: *wire.max_megabytes.get_ref() as usize * 1024 * 1024,
            allow_private: wire.allow_private,
            ..fetch::Settings::default()
        };
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        let every_ms = i64::from(*wire.every_minutes.get_ref()) * Time::MINUTE_MS;
        Ok(Self { fetcher: fetch::Fetcher::new(settings)?, runtime, every_ms })
    }

    /// The body at an address, asked without conditions.
    pub fn body(&self, url: &str) -> Result<(Vec<u8>, Option<String>, String)> {
        let ask = fetch::Ask { url, etag: None, last_modified: None, accept: None };
        match self.runtime.block_on(self.fetcher.get(&ask))? {
            fetch::Answer::Body { bytes, content_type, final_url, .. } => Ok((bytes, content_type, final_url)),
            fetch::Answer::NotModified => {
                anyhow::bail!("the server says that it has not changed, though it was never asked before")
            }
        }
    }

    /// Asks a source's feed when it may be asked; earlier, the question waits. A person may have asked meanwhile
    /// (`wire pull`), or a server may have said when to come back.
    pub fn pull_when_due(&self, store: &Store, source: SourceId, now: Time) -> Result<()> {
        let next = store.read(|c| store::source::by_id(c, source))?.map_or(now, |s| s.next_fetch);
        if next > now {
            return Ok(store.write(move |c| store::job::add(c, &Job::Pull { source }, next, now))?);
        }
        self.pull(store, source, now).map(drop)
    }

    /// Asks a source's feed for news now and saves when to ask again.
    pub fn pull(&self, store: &Store, source: SourceId, now: Time) -> Result<Pulled> {
        let Some(source) = store.read(|c| store::source::by_id(c, source))? else {
            return Ok(Pulled::Taken(intake::Taken::default()));
        };
        let began = Instant::now();
        match self.ask(store, &source, now) {
            Ok((taken, etag, modified)) => {
                let (id, next) = (source.id, now.plus_ms(self.every_ms));
                store.write(move |c| {
                    store::source::fetched(c, id, etag.as_deref(), modified.as_deref(), now, next)?;
                    store::job::add(c, &Job::Pull { source: id }, next, now)
                })?;
                Ok(Pulled::Taken(taken))
            }
            // The house's own trouble is not the feed's: it is asked again as if nothing had been.
            Err(error) if store_is_away(&error) => Err(error),
            Err(error) => self.back_off(store, &source, error, began, now),
        }
    }

    /// The feed's answer, stored, with what to send along next time.
    fn ask(
        &self,
        store: &Store,
        source: &Source,
        now: Time,
    ) -> Result<(intake::Taken, Option<String>, Option<String>)> {
        let (etag, modified) = (source.etag.clone(), source.last_modified.clone());
        let Some(url) = source.terms.feed_url.as_deref() else {
            return Ok((intake::Taken::default(), etag, modified));
        };
        let ask = fetch::Ask {
            url,
            etag: source.etag.as_deref(),
            last_modified: source.last_modified.as_deref(),
            accept: None,
        };
        match self.runtime.block_on(self.fetcher.get(&ask))? {
            fetch::Answer::NotModified => Ok((intake::Taken::default(), etag, modified)),
            fetch::Answer::Body { bytes, content_type, etag, last_modified, no_ai, .. } => {
                let mut source = source.clone();
                source.terms.no_ai |= no_ai;
                let taken = intake::take(store, &source, &bytes, content_type.as_deref(), now)?;
                Ok((taken, etag, last_modified))
            }
        }
    }

    /// Keeps a failure for the sources page and says it once; the longer a feed fails, the longer it is left alone.
    fn back_off(
        &self,
        store: &Store,
        source: &Source,
        error: anyhow::Error,
        began: Instant,
        now: Time,
    ) -> Result<Pulled> {
        let (ms, failures, words) = (began.elapsed().as_millis() as u64, source.failures + 1, failure::line(&error));
        let asked = error.downcast_ref::<fetch::Refused>().and_then(fetch::Refused::retry_after_ms).unwrap_or(0);
        let wait = fetch::backoff_ms(failures, source.id.0.unsigned_abs()).max(self.every_ms).max(asked);
        let (id, next, kept) = (source.id, now.plus_ms(wait), words.clone());
        store.write(move |c| {
            store::source::failed(c, id, &kept, now, next)?;
            store::job::add(c, &Job::Pull { source: id }, next, now)
        })?;
        tracing::warn!(source = source.terms.slug, failures, ms, "feed failed: {words}");
        Ok(Pulled::Failed(error))
    }
}

/// What came of asking a feed. A failure of the feed is no failure of the asking: the source backs off, the rest goes on.
#[derive(Debug)]
pub enum Pulled {
    /// The feed was read.
    Taken(intake::Taken),
    /// It was not; the reason is kept with the source.
    Failed(anyhow::Error),
}

impl Pictures for Feeds {
    fn get(&self, url: &str) -> Result<Vec<u8>> {
        Ok(self.body(url)?.0)
    }
}

/// Saves a Pull job for each source that is due; their own answers save the next ones.
pub fn schedule_pulls(store: &Store, now: Time) -> Result<()> {
    Ok(store.write(move |c| {
        for source in store::source::list(c)?.into_iter().filter(|s| s.terms.feed_url.is_some()) {
            store::job::add(c, &Job::Pull { source: source.id }, source.next_fetch.max(now), now)?;
        }
        Ok(())
    })?)
}
