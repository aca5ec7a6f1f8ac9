//! One connection: request after request until it ends.

use std::{
    io::{self, ErrorKind, IoSlice},
    net::SocketAddr,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use axum::{body::Bytes, http::StatusCode};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    sync::mpsc::Sender,
    time::{Instant, Sleep, sleep, timeout},
};

use super::{
    Handed, Limits, Shared, date,
    handed::Stream,
    head::{self, Read},
    places::Place,
};
use crate::{
    answer::{self, Wanted},
    client::Client,
    coding::Codings,
    finished::{Asked, Finished},
    machine::is_machine,
};

/// Bytes read at once; most requests are shorter.
const READ_BYTES: usize = 2 * 1024;
/// How long what a refused client still sends is thrown away.
const DRAIN: std::time::Duration = std::time::Duration::from_millis(500);
const CLOSE: &[u8] = b"connection: close\r\n";

pub struct Connection {
    shared: Arc<Shared>,
    stream: TcpStream,
    peer: SocketAddr,
    /// What was read and not answered yet.
    bytes: Vec<u8>,
    /// When the present wait ends.
    end: Pin<Box<Sleep>>,
    memo: Memo,
    router: Sender<Handed>,
    place: Place,
}

/// What the last request said: a connection's requests mostly say the same, and reading it anew costs more than comparing.
#[derive(Default)]
struct Memo {
    agent: Vec<u8>,
    machine: bool,
    accept: Vec<u8>,
    codings: Codings,
}

/// What comes next on a connection.
enum Next {
    /// This answer.
    Send { head: Bytes, body: Option<Bytes>, close: bool },
    /// The answer to a page that has to be made.
    Make {
        path: String,
        query: String,
        if_none_match: String,
        referrer: Vec<u8>,
        only_head: bool,
        close: bool,
        client: Client,
    },
    /// The router's answer.
    HandOver(Client),
    /// More bytes.
    More,
    /// The end, with this status.
    Refuse(StatusCode),
}

impl Memo {
    fn read(&mut self, head: &head::Head<'_>) {
        if self.accept != head.codings {
            self.accept = head.codings.to_vec();
            self.codings = Codings::read(&String::from_utf8_lossy(head.codings));
        }
        if self.agent != head.agent || head.agent.is_empty() {
            self.agent = head.agent.to_vec();
            self.machine = is_machine(head.agent);
        }
    }
}

/// Counts what must be finished before the door may close.
struct Busy<'a>(&'a AtomicUsize);

impl<'a> Busy<'a> {
    fn with(count: &'a AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::AcqRel);
        Self(count)
    }
}

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

impl Connection {
    pub fn new(shared: Arc<Shared>, stream: TcpStream, peer: SocketAddr, router: Sender<Handed>, place: Place) -> Self {
        let end = Box::pin(sleep(shared.limits.idle_time));
        Self { shared, stream, peer, bytes: Vec::new(), end, memo: Memo::default(), router, place }
    }

    /// Answers until the client or the door closes. Nobody is told of a connection that broke: its client knows.
    pub async fn run(mut self) {
        loop {
            match self.next() {
                Next::More => match self.more().await {
                    Ok(true) => {}
                    _ => return,
                },
                Next::Send { head, body, close } => {
                    if self.send(&head, body.as_deref(), close).await.is_err() || close {
                        return;
                    }
                    self.rest();
                }
                Next::Make { path, query, if_none_match, referrer, only_head, close, client } => {
                    let shared = self.shared.clone();
                    let _busy = Busy::with(&shared.busy);
                    let codings = self.memo.codings;
                    let wanted = Wanted { path: &path, query: &query, codings, client: client.0 };
                    let page = shared.site.page(wanted).await;
                    self.came_from(&page, &referrer, only_head);
                    let asked = Asked { head: only_head, codings, if_none_match: &if_none_match };
                    let (head, body) = self.reply(&page, &asked);
                    if self.send(&head, body.as_deref(), close).await.is_err() || close {
                        return;
                    }
                    self.rest();
                }
                Next::HandOver(client) => return self.hand_over(client).await,
                Next::Refuse(status) => return self.refuse(status).await,
            }
        }
    }

    /// Looks at the bytes that are there. What can be answered from memory is answered without waiting for anything.
    fn next(&mut self) -> Next {
        let (head, length) = match head::read(&self.bytes) {
            _ if self.bytes.is_empty() => return Next::More,
            Read::Partial => return Next::More,
            Read::Refused(status) => return Next::Refuse(status),
            Read::Other { forwarded } => return Next::HandOver(self.client(&forwarded)),
            Read::Page(head) if self.shared.annex.as_ref().is_some_and(|annex| annex.has(head.path)) => {
                return Next::HandOver(self.client(&head.forwarded));
            }
            Read::Page(head) => (head, head.length),
        };
        self.memo.read(&head);
        let close = head.close || self.shared.stopping.load(Ordering::Relaxed);
        let if_none_match = std::str::from_utf8(head.if_none_match).unwrap_or_default();
        let next = match self.shared.site.ready(&answer::key(head.path, head.query)) {
            Some(page) => {
                self.came_from(&page, head.referrer, head.only_head);
                let asked = Asked { head: head.only_head, codings: self.memo.codings, if_none_match };
                let (head, body) = self.reply(&page, &asked);
                Next::Send { head, body, close }
            }
            None => Next::Make {
                path: head.path.to_owned(),
                query: head.query.to_owned(),
                if_none_match: if_none_match.to_owned(),
                only_head: head.only_head,
                close,
                referrer: head.referrer.to_vec(),
                client: self.client(&head.forwarded),
            },
        };
        if length == self.bytes.len() {
            self.bytes.clear()
        } else {
            _ = self.bytes.drain(..length)
        }
        next
    }

    fn client(&self, forwarded: &head::Forwarded<'_>) -> Client {
        // Lines that were not sent are empty and stand first.
        let sent = forwarded.iter().position(|line| !line.is_empty()).unwrap_or(forwarded.len());
        let forwarded = forwarded.get(sent..).unwrap_or_default();
        Client::behind(self.peer.ip(), self.shared.limits.proxies, forwarded)
    }

    /// Counts from which other site a reader of a story came.
    fn came_from(&self, page: &Finished, referrer: &[u8], only_head: bool) {
        if !referrer.is_empty() && page.views.is_some() && !only_head && !self.memo.machine {
            self.shared.site.views.came_from(referrer, &self.shared.site.house.base_url);
        }
    }

    /// Head and bytes of the answer; a reader's view of a story is counted.
    fn reply(&self, page: &Finished, asked: &Asked<'_>) -> (Bytes, Option<Bytes>) {
        if let Some(views) = page.views.as_ref().filter(|_| !asked.head && !self.memo.machine) {
            views.count();
        }
        let reply = page.reply(asked);
        (reply.head.clone(), reply.body.cloned())
    }

    /// An answer went out: the next request may take its time.
    fn rest(&mut self) {
        let Limits { idle_time, head_time, .. } = self.shared.limits;
        // What is left over is the beginning of the next head.
        let time = if self.bytes.is_empty() { idle_time } else { head_time };
        self.end.as_mut().reset(Instant::now() + time);
    }

    /// Waits for more bytes; false when the client closed or was too slow.
    async fn more(&mut self) -> io::Result<bool> {
        let first = self.bytes.is_empty();
        self.bytes.reserve(READ_BYTES);
        let read = tokio::select! {
            biased;
            read = self.stream.read_buf(&mut self.bytes) => read?,
            () = self.end.as_mut() => {
                if !first {
                    self.shared.site.meter.slow_clients.add();
                    self.send_status(StatusCode::REQUEST_TIMEOUT).await?;
                }
                return Ok(false);
            }
        };
        // The head's time runs from its first byte; a byte now and then does not prolong it.
        if first && read > 0 && head::read(&self.bytes) == Read::Partial {
            self.end.as_mut().reset(Instant::now() + self.shared.limits.head_time);
        }
        Ok(read > 0)
    }

    /// Sends an answer, in one system call when the client takes it.
    async fn send(&mut self, head: &[u8], body: Option<&[u8]>, close: bool) -> io::Result<()> {
        let date = date::line((self.shared.site.clock)());
        let close = if close { CLOSE } else { b"" };
        let mut slices = [head, close, &date, body.unwrap_or_default()].map(IoSlice::new);
        let mut left: &mut [IoSlice<'_>] = &mut slices;
        IoSlice::advance_slices(&mut left, 0);
        while !left.is_empty() {
            match self.stream.try_write_vectored(left) {
                Ok(0) => return Err(ErrorKind::WriteZero.into()),
                Ok(sent) => IoSlice::advance_slices(&mut left, sent),
                Err(e) if e.kind() == ErrorKind::WouldBlock => {
                    let _busy = Busy::with(&self.shared.busy);
                    match timeout(self.shared.limits.write_time, self.stream.writable()).await {
                        Ok(ready) => ready?,
                        Err(_) => {
                            self.shared.site.meter.slow_clients.add();
                            return Err(ErrorKind::TimedOut.into());
                        }
                    }
                }
                Err(e) if e.kind() == ErrorKind::Interrupted => {}
                Err(e) => return Err(e),
            }
        }
        Ok(())
    }

    async fn send_status(&mut self, status: StatusCode) -> io::Result<()> {
        let reason = status.canonical_reason().unwrap_or_default();
        let head = format!(
            "HTTP/1.1 {} {reason}\r\ncontent-type: text/plain\r\ncontent-length: {}\r\n",
            status.as_u16(),
            reason.len()
        );
        self.send(head.as_bytes(), Some(reason.as_bytes()), true).await
    }

    async fn refuse(mut self, status: StatusCode) {
        self.shared.site.meter.bad_requests.add();
        // A client that has gone needs no answer. One that still sends must read it before the connection is cut.
        if self.send_status(status).await.is_ok() && self.stream.shutdown().await.is_ok() {
            let mut rest = [0; READ_BYTES];
            let drained = async { while self.stream.read(&mut rest).await.is_ok_and(|read| read > 0) {} };
            timeout(DRAIN, drained).await.ok();
        }
    }

    /// Gives the connection, with what was read of it, to the router. It answers one request and closes.
    async fn hand_over(self, client: Client) {
        let known = SocketAddr::new(client.0, self.peer.port());
        let stream = Stream::new(self.stream, self.bytes, self.place);
        // Without a router the door is closing.
        self.router.send((stream, known)).await.ok();
    }
}
