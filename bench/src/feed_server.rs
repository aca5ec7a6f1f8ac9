//! A feed on 127.0.0.1 that a server under test pulls; it ends when it is dropped.

use std::{
    io::{BufRead, BufReader, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use anyhow::Result;

/// One feed at one address.
pub struct FeedServer {
    /// Where it listens.
    pub address: SocketAddr,
    body: Arc<Mutex<Vec<u8>>>,
    stop: Arc<AtomicBool>,
}

impl FeedServer {
    /// Starts it with an empty feed.
    pub fn start() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let server = Self { address: listener.local_addr()?, body: Arc::default(), stop: Arc::default() };
        let (body, stop) = (server.body.clone(), server.stop.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                // A reader that goes away is its own affair.
                answer(stream, &body).ok();
            }
        });
        Ok(server)
    }

    /// What the feed says from now on.
    pub fn set(&self, body: String) {
        *self.body.lock().unwrap_or_else(PoisonError::into_inner) = body.into_bytes();
    }

    /// The feed's address.
    pub fn url(&self) -> String {
        format!("http://{}/feed.xml", self.address)
    }
}

impl Drop for FeedServer {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        // Wakes the thread that waits for readers.
        TcpStream::connect(self.address).ok();
    }
}

fn answer(mut stream: TcpStream, body: &Mutex<Vec<u8>>) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    if !request.contains("/feed.xml") {
        return stream.write_all(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    }
    let body = body.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/rss+xml\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(&body)
}
