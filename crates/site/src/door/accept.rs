//! Takes connections: one thread with a runtime of its own for each processor, so that no connection waits for another
//! thread's lock.

use std::{
    io,
    net::{SocketAddr, TcpListener},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread::JoinHandle,
    time::{Duration, Instant},
};

use axum::{
    http::{HeaderValue, header},
    response::Response,
};
use tokio::{
    net::TcpSocket,
    runtime::{Builder, Runtime},
    sync::{mpsc, watch},
};

use super::{Annex, Handed, Limits, Shared, connection::Connection, handed::Handover, places::Places};
use crate::{Client, Site};

/// Connections that wait to be taken.
const BACKLOG: u32 = 1024;
/// Connections that wait for the router.
const HANDED: usize = 64;
/// Threads of a runtime for work that blocks: making pages, checking forms.
const BLOCKING: usize = 64;
/// A pause when the system has no more files to give.
const PAUSE: Duration = Duration::from_millis(100);
const NO_PLACE: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 10\r\ncontent-type: text/plain\r\ncontent-length: 44\r\nconnection: close\r\n\r\nToo many connections; come back in a moment.";

/// An open door.
pub struct Door {
    address: SocketAddr,
    shared: Arc<Shared>,
    stop: watch::Sender<bool>,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

impl Door {
    /// Listens at `address` and answers from now on; `annex` has addresses of its own.
    ///
    /// # Errors
    /// The system's: the address is taken or not ours, or a thread cannot be started.
    pub fn open(address: SocketAddr, site: Arc<Site>, limits: Limits, annex: Option<Annex>) -> io::Result<Self> {
        let hands = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let each = if limits.proxies == 0 { limits.connections_per_client } else { usize::MAX };
        let shared = Arc::new(Shared {
            places: Arc::new(Places::new(limits.connections, each)),
            site,
            annex,
            limits,
            stopping: AtomicBool::new(false),
            busy: AtomicUsize::new(0),
        });
        let listener = listen(address)?;
        let address = listener.local_addr()?;
        let (stop, stopped) = watch::channel(false);
        let mut threads = Vec::with_capacity(hands);
        for n in 0..hands {
            let worker =
                Worker { listener: listener.try_clone()?, address, shared: shared.clone(), stopped: stopped.clone() };
            let runtime = runtime()?;
            let name = format!("door {n}");
            threads.push(std::thread::Builder::new().name(name).spawn(move || worker.work(runtime))?);
        }
        Ok(Self { address, shared, stop, threads: Mutex::new(threads) })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// How many connections are open.
    pub fn connections(&self) -> usize {
        self.shared.places.open()
    }

    /// Takes no new connections, finishes what is being answered for at most `grace`, and closes.
    pub fn close(&self, grace: Duration) {
        self.shared.stopping.store(true, Ordering::Release);
        self.shared.site.closing.store(true, Ordering::Release);
        // Without threads there is nobody to tell.
        self.stop.send(true).ok();
        let end = Instant::now() + grace;
        let threads = std::mem::take(&mut *self.threads.lock().unwrap_or_else(PoisonError::into_inner));
        for thread in threads {
            while !thread.is_finished() && Instant::now() < end + PAUSE {
                std::thread::sleep(Duration::from_millis(5));
            }
            if thread.is_finished() {
                thread.join().ok();
            }
        }
    }
}

fn runtime() -> io::Result<Runtime> {
    Builder::new_current_thread().enable_all().max_blocking_threads(BLOCKING).build()
}

fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    runtime()?.block_on(async {
        let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
        // A server that starts again must not wait for its old connections to be forgotten.
        #[cfg(unix)]
        socket.set_reuseaddr(true)?;
        socket.bind(address)?;
        socket.listen(BACKLOG)?.into_std()
    })
}

struct Worker {
    listener: TcpListener,
    address: SocketAddr,
    shared: Arc<Shared>,
    stopped: watch::Receiver<bool>,
}

impl Worker {
    fn work(self, runtime: Runtime) {
        let (router, handed) = mpsc::channel(HANDED);
        let routing = {
            let handover = Handover { from: handed, address: self.address };
            let router = self.shared.site.router();
            let router = match &self.shared.annex {
                // As a service: a router inside another would lose what stands before its own addresses.
                Some(Annex { at, router: own }) => router
                    .route_service(at, own.clone().into_service())
                    .route_service(&format!("{at}/{{*below}}"), own.clone().into_service()),
                None => router,
            };
            let service = router.layer(axum::middleware::map_response(closing));
            let mut stopped = self.stopped.clone();
            let stop = async move { stopped.wait_for(|stop| *stop).await.map_or((), drop) };
            let served = axum::serve(handover, service.into_make_service_with_connect_info::<Client>());
            runtime.spawn(async move { served.with_graceful_shutdown(stop).await })
        };
        runtime.block_on(async {
            if let Err(error) = self.accept(router).await {
                tracing::error!("connections can no longer be taken: {error}");
            }
            // Forms first: their answers count as nothing here.
            routing.await.ok();
            while self.shared.busy.load(Ordering::Acquire) > 0 {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        });
        // A page that is still being made has no reader any more.
        runtime.shutdown_background();
    }

    /// Takes connections until told to stop.
    async fn accept(&self, router: mpsc::Sender<Handed>) -> io::Result<()> {
        let listener = tokio::net::TcpListener::from_std(self.listener.try_clone()?)?;
        let mut stopped = self.stopped.clone();
        loop {
            let accepted = tokio::select! {
                accepted = listener.accept() => accepted,
                _ = stopped.wait_for(|stop| *stop) => return Ok(()),
            };
            let (stream, peer) = match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    tracing::warn!("a connection could not be taken: {error}");
                    tokio::time::sleep(PAUSE).await;
                    continue;
                }
            };
            self.shared.site.meter.connections.add();
            let Some(place) = self.shared.places.take(peer.ip()) else {
                self.shared.site.meter.refused.add();
                // A client that does not take these bytes at once gets none.
                stream.try_write(NO_PLACE).ok();
                continue;
            };
            // An answer is one write: nothing is gained by waiting for more.
            stream.set_nodelay(true).ok();
            let connection = Connection::new(self.shared.clone(), stream, peer, router.clone(), place);
            tokio::spawn(connection.run());
        }
    }
}

/// The router answers one request of a connection.
async fn closing(mut response: Response) -> Response {
    response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    response
}
