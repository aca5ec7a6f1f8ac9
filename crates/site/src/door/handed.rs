//! Connections that the router answers: forms, and requests of unusual shape.

use std::{
    io::{self, ErrorKind},
    net::SocketAddr,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    extract::connect_info::Connected,
    serve::{IncomingStream, Listener},
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    sync::mpsc::Receiver,
    time::{Sleep, sleep},
};

use super::{Handed, places::Place};
use crate::client::Client;

/// How long such a connection may live, its form, the check and the answer together.
const LIFE: Duration = Duration::from_secs(90);

/// A connection of which some bytes were read already.
pub struct Stream {
    stream: TcpStream,
    read: Vec<u8>,
    end: Pin<Box<Sleep>>,
    _place: Place,
}

impl Stream {
    pub fn new(stream: TcpStream, read: Vec<u8>, place: Place) -> Self {
        Self { stream, read, end: Box::pin(sleep(LIFE)), _place: place }
    }

    fn over(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.end.as_mut().poll(context) {
            Poll::Ready(()) => Poll::Ready(Err(ErrorKind::TimedOut.into())),
            Poll::Pending => Poll::Pending,
        }
    }
}

impl AsyncRead for Stream {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        if let Poll::Ready(late) = self.over(context) {
            return Poll::Ready(late);
        }
        if !self.read.is_empty() {
            let taken = self.read.len().min(into.remaining());
            into.put_slice(self.read.get(..taken).unwrap_or_default());
            self.read.drain(..taken);
            return Poll::Ready(Ok(()));
        }
        Pin::new(&mut self.stream).poll_read(context, into)
    }
}

impl AsyncWrite for Stream {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        if let Poll::Ready(Err(late)) = self.over(context) {
            return Poll::Ready(Err(late));
        }
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

/// The door as the router sees it: a place where connections come from.
pub struct Handover {
    pub from: Receiver<Handed>,
    pub address: SocketAddr,
}

impl Listener for Handover {
    type Io = Stream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Stream, SocketAddr) {
        match self.from.recv().await {
            Some(handed) => handed,
            // Nobody is left who could hand anything over: wait to be told to stop.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.address)
    }
}

impl Connected<IncomingStream<'_, Handover>> for Client {
    fn connect_info(stream: IncomingStream<'_, Handover>) -> Self {
        Self(stream.remote_addr().ip())
    }
}
