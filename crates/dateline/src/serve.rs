//! Puts the newsroom on the network: workers, feeds, pages, until told to stop.

use std::{
    net::SocketAddr,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use news::{SourceId, Time, job::Job, source::Source};
use store::Store;

use crate::{
    failure::{self, store_is_away},
    intake,
    picture::Pictures,
    work::Room,
};

/// Views are written this often.
const FLUSH: Duration = Duration::from_secs(5);
/// How long readers whose answers are on their way may take when the server is told to stop.
const LAST_ANSWERS: Duration = Duration::from_secs(5);

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

/// What is served.
pub struct Serving {
    /// The house as its pages show it.
    pub house: Arc<site::House>,
    /// The pipeline.
    pub room: Arc<Room>,
    /// IANA zone of the desk.
    pub zone: String,
    /// Address to listen at.
    pub listen: SocketAddr,
}

/// Serves until SIGTERM or Ctrl-C. `ready` is called with the address once pages are answered; the pipeline's worker starts
/// after it returns.
pub fn serve(serving: Serving, ready: impl FnOnce(SocketAddr) -> Result<()> + Send) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let listener = runtime.block_on(tokio::net::TcpListener::bind(serving.listen)).with_context(|| {
        format!("{} cannot be listened at; another program may have it: try --listen 127.0.0.1:0", serving.listen)
    })?;
    let address = listener.local_addr()?;
    let checker = Arc::new(crate::checker::HouseChecker { zone: serving.zone.clone() });
    let views = Arc::new(site::ViewCounter::default());
    let store = serving.room.store.clone();
    let router = site::router(serving.house.clone(), store.clone(), Arc::new(crate::now), checker, views.clone());
    let app = router.into_make_service_with_connect_info::<SocketAddr>();
    let (told, stopping) = tokio::sync::oneshot::channel();
    let signal = async move {
        stopped().await;
        told.send(()).ok();
    };
    let server = runtime.spawn(async move { axum::serve(listener, app).with_graceful_shutdown(signal).await });
    ready(address)?;
    let stop = Arc::new(AtomicBool::new(false));
    let worker = std::thread::spawn({
        let (room, stop) = (serving.room.clone(), stop.clone());
        move || room.work(&stop)
    });
    let flusher = std::thread::spawn({
        let (store, stop) = (store.clone(), stop.clone());
        move || flush_views(&store, &views, &stop)
    });
    let served = runtime.block_on(until_answered(server, stopping));
    stop.store(true, Ordering::Relaxed);
    worker.join().ok();
    flusher.join().ok();
    served.context("the server stopped")
}

/// Waits for the server; once it is told to stop, only so long: a reader who never ends a request must not keep it up.
async fn until_answered(
    mut server: tokio::task::JoinHandle<std::io::Result<()>>,
    stopping: tokio::sync::oneshot::Receiver<()>,
) -> Result<()> {
    let late = async {
        match stopping.await {
            Ok(()) => tokio::time::sleep(LAST_ANSWERS).await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        served = &mut server => Ok(served.context("the server's task ended early")??),
        () = late => {
            server.abort();
            Ok(())
        }
    }
}

/// Ctrl-C or SIGTERM.
async fn stopped() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let terminate = async {
            match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
                Ok(mut signal) => signal.recv().await,
                Err(_) => std::future::pending().await,
            }
        };
        tokio::select! { _ = interrupt => {}, _ = terminate => {} }
    }
    #[cfg(not(unix))]
    interrupt.await.ok();
}

fn flush_views(store: &Store, views: &site::ViewCounter, stop: &AtomicBool) {
    loop {
        let last = stop.load(Ordering::Relaxed);
        let now = crate::now();
        let counted: Vec<_> = views.drain().into_iter().map(|(story, count)| (story, now, count)).collect();
        if !counted.is_empty()
            && let Err(error) = store.write(move |c| store::view::add(c, &counted))
        {
            tracing::warn!("views not written: {error}");
        }
        if last {
            return;
        }
        // Short naps, so that stopping does not wait for the whole pause.
        let naps = FLUSH.as_millis() / 100;
        for _ in 0..naps {
            if stop.load(Ordering::Relaxed) {
                break;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}

/// The logo's bytes and media type.
pub fn logo(home: &Path, file: &Path) -> Result<site::LogoBytes> {
    let path = home.join(file);
    let bytes = std::fs::read(&path).with_context(|| format!("the logo {} cannot be read", path.display()))?;
    let media_type = match path.extension().and_then(|e| e.to_str()).unwrap_or_default() {
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        other => anyhow::bail!("the logo's kind .{other} is not known; svg, png, jpg and webp are"),
    };
    Ok(site::LogoBytes { media_type: media_type.into(), bytes })
}
