//! From a reader's request to a finished page: from memory, else made once from one snapshot of the store.

use std::{
    borrow::Cow,
    net::IpAddr,
    sync::{Arc, atomic::Ordering},
};

use axum::http::StatusCode;
use news::Time;
use tokio::sync::OwnedSemaphorePermit;

use crate::{
    cache::{
        Found, Kept,
        making::{Maker, Turn},
        tie::{Tie, Ties},
    },
    client::TURN,
    coding::Codings,
    failure::Failure,
    finished::{Asked, Finished},
    page::{Keep, Page},
    pages::{self, excuse},
    site::{Ask, Site},
};

/// Tries to get a page that others make, before the reader is told to come again.
const TRIES: usize = 3;

/// What a reader asks for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// Path as sent, with its escapes.
    pub path: &'a str,
    /// What stands after `?`.
    pub query: &'a str,
    /// What the reader can unpack.
    pub codings: Codings,
    /// Who asks.
    pub client: IpAddr,
}

/// Where a page stands in the cache. Only `before` of the query changes a page, so only it is part of the key.
pub fn key<'a>(path: &'a str, query: &str) -> Cow<'a, str> {
    match before(query) {
        "" => Cow::Borrowed(path),
        before => Cow::Owned(format!("{path}?{before}")),
    }
}

fn before(query: &str) -> &str {
    if query.is_empty() { "" } else { query.split('&').find(|pair| pair.starts_with("before=")).unwrap_or_default() }
}

impl Site {
    /// The page at `key` when it is finished and stands.
    pub(crate) fn ready(&self, key: &str) -> Option<Arc<Finished>> {
        let now = (self.clock)();
        match self.cache.get(key, now) {
            Found::Current(kept) => Some(self.hit(&kept, now)),
            _ => None,
        }
    }

    fn hit(&self, kept: &Kept, now: Time) -> Arc<Finished> {
        self.meter.page_hits.add();
        if kept.hit(now) {
            self.packing.take(&kept.page);
        }
        kept.page.clone()
    }

    /// The page that a reader wants, made if need be; an excuse when there is none.
    pub(crate) async fn page(self: &Arc<Self>, wanted: Wanted<'_>) -> Arc<Finished> {
        match self.found(wanted).await {
            Ok(page) => page,
            Err(failure) => Arc::new(self.excuse(&failure)),
        }
    }

    async fn found(self: &Arc<Self>, wanted: Wanted<'_>) -> Result<Arc<Finished>, Failure> {
        if let Some(page) = self.health(wanted.path) {
            return Ok(Arc::new(self.finish(page)));
        }
        let key = key(wanted.path, wanted.query);
        let mut turn = None;
        for _ in 0..=TRIES {
            let now = (self.clock)();
            let old = match self.cache.get(&key, now) {
                Found::Current(kept) => return Ok(self.hit(&kept, now)),
                // Known to be away: nobody waits to hear it again.
                Found::Old(kept) if self.away.load(Ordering::Relaxed) => {
                    self.meter.page_old.add();
                    return Ok(kept.page.clone());
                }
                Found::Old(kept) => Some(kept),
                Found::Nothing => None,
            };
            // A client's own queue comes before the page's: nobody waits for a page behind somebody else's questions. When
            // its turn has come, the page may be there.
            let Some(mine) = turn.take() else {
                turn = self.clients.turn(wanted.client).await;
                if turn.is_some() {
                    continue;
                }
                self.meter.refused.add();
                return Err(Failure::TooMany { wait_seconds: TURN.as_secs() });
            };
            match self.making.turn(&key, self.cache.stamps.clock()) {
                Turn::Make(maker) => return self.made(maker, mine, wanted, old).await,
                Turn::Wait(mut waiting) => {
                    if let Ok(made) = waiting.wait_for(Option::is_some).await
                        && let Some(kept) = made.as_ref()
                    {
                        return Ok(kept.page.clone());
                    }
                    turn = Some(mine);
                }
            }
        }
        Err(Failure::Busy)
    }

    /// Makes the page beside the threads that answer readers, when there is a hand free.
    async fn made(
        self: &Arc<Self>,
        maker: Maker,
        client: OwnedSemaphorePermit,
        wanted: Wanted<'_>,
        old: Option<Arc<Kept>>,
    ) -> Result<Arc<Finished>, Failure> {
        let hand = tokio::time::timeout(TURN, self.makers.clone().acquire_owned()).await;
        let hand = hand.ok().and_then(Result::ok).ok_or(Failure::Busy)?;
        let (site, path) = (self.clone(), wanted.path.to_owned());
        let (query, codings) = (before(wanted.query).to_owned(), wanted.codings);
        tokio::task::spawn_blocking(move || {
            let page = site.make(maker, &path, &query, codings, old);
            drop((client, hand));
            page
        })
        .await?
    }

    fn make(
        &self,
        maker: Maker,
        path: &str,
        query: &str,
        codings: Codings,
        old: Option<Arc<Kept>>,
    ) -> Result<Arc<Finished>, Failure> {
        let now = (self.clock)();
        let made = self.ask(now, query, |ask| shown(ask, path));
        if let Err(failure) = &made {
            self.tell(failure);
        }
        let (page, ties) = match made {
            Ok(made) => made,
            Err(Failure::Store(error)) if error.is_away() => {
                let shown = old.filter(|old| self.cache.may_be_shown(old)).ok_or(Failure::Store(error))?;
                self.meter.page_old.add();
                maker.made(&shown);
                return Ok(shown.page.clone());
            }
            // It fails again until something changes: others who ask get the same excuse, and the log one line.
            Err(failure) => (excuse::bare(&failure, &self.house.lang), Ties::of_everything()),
        };
        self.meter.page_misses.add();
        // What no story can change neither has a rail nor shows one.
        let ages = !page.media_type.starts_with("image/");
        let finished = Arc::new(self.finish(page));
        // Packed here, not on the thread that answers readers; a large page also for those who ask next.
        let codings = if finished.is_large() { Codings { gzip: true, brotli: false } } else { codings };
        finished.reply(&Asked { codings, ..Asked::default() });
        let kept = Kept::new(finished.clone(), &ties, maker.born(), ties.oldest.unwrap_or(now), ages);
        let kept = Arc::new(kept);
        self.cache.put(maker.key(), &kept);
        maker.made(&kept);
        Ok(finished)
    }

    /// The answer to whoever watches whether this server lives and should be sent readers.
    fn health(&self, path: &str) -> Option<Page> {
        let (well, words) = match path {
            "/healthz" => (true, "alive\n"),
            "/readyz" if self.is_ready() => (true, "ready\n"),
            "/readyz" => (false, "not ready\n"),
            _ => return None,
        };
        let status = if well { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
        Some(Page::of("text/plain; charset=utf-8", words.into(), Keep::Never).with_status(status))
    }

    /// A page ready to send.
    pub(crate) fn finish(&self, page: Page) -> Finished {
        let views = page.story.map(|story| self.views.tally(story));
        Finished::new(page, &self.policy, views)
    }

    /// One line in the log for a fault of ours. While the store is away that is one line, not one a reader.
    fn tell(&self, failure: &Failure) {
        self.meter.page_failures.add();
        let away = matches!(failure, Failure::Store(error) if error.is_away());
        let known = away && self.away.swap(true, Ordering::Relaxed);
        if !known {
            tracing::error!("a page could not be made: {failure}");
        }
    }

    /// The page for a failure that has none of its own from the store.
    pub(crate) fn excuse(&self, failure: &Failure) -> Finished {
        self.finish(excuse::bare(failure, &self.house.lang))
    }
}

/// Where the desk lets an address lead that has no page. What was withdrawn stays so.
fn elsewhere(ask: &mut Ask<'_>, path: &str, failure: &Failure) -> Result<Option<String>, Failure> {
    match failure {
        Failure::NotFound => Ok(store::redirect::of_path(ask.c, path)?),
        _ => Ok(None),
    }
}

/// The page at a path, or the excuse that says why there is none, with what it shows. A fault of ours stays a failure.
fn shown(ask: &mut Ask<'_>, path: &str) -> Result<(Page, Ties), Failure> {
    let page = match pages::find(ask, path) {
        Ok(page) => page,
        Err(Failure::Moved(to)) => Page::moved(to),
        Err(failure @ (Failure::NotFound | Failure::Gone { .. } | Failure::PieceGone { .. })) => {
            // It may come to be.
            ask.lists(Tie::All);
            match elsewhere(ask, path, &failure)? {
                Some(to) => Page::moved(to),
                None => excuse::page(ask, &failure)?,
            }
        }
        Err(fault) => return Err(fault),
    };
    Ok((page, std::mem::take(&mut ask.ties)))
}
