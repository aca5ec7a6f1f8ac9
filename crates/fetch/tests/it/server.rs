//! A small real HTTP server that answers as a test says.

use std::{
    collections::HashMap,
    net::SocketAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// What a path answers.
#[derive(Clone)]
pub enum Reply {
    /// Status line's number and words, headers with `\r\n` each, body.
    Full(&'static str, String, Vec<u8>),
    /// Headers at once, then a byte now and then for ever.
    Drip,
    /// 304 when the request carries this `If-None-Match`, else 200 with it as `ETag`.
    Tagged(&'static str, &'static [u8]),
}

pub fn ok(body: &str) -> Reply {
    Reply::Full("200 OK", "Content-Type: text/plain\r\n".into(), body.as_bytes().to_vec())
}

pub fn redirect(to: &str) -> Reply {
    Reply::Full("302 Found", format!("Location: {to}\r\n"), vec![])
}

pub struct Server {
    pub addr: SocketAddr,
    /// Requests as received, in order.
    pub seen: Arc<Mutex<Vec<String>>>,
    /// Most requests under way at one moment.
    pub most_at_once: Arc<AtomicUsize>,
}

impl Server {
    pub async fn start(paths: impl IntoIterator<Item = (&'static str, Reply)>) -> Self {
        let paths: Arc<HashMap<&str, Reply>> = Arc::new(paths.into_iter().collect());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = Self { addr: listener.local_addr().unwrap(), seen: Arc::default(), most_at_once: Arc::default() };
        let (seen, most, now) = (server.seen.clone(), server.most_at_once.clone(), Arc::new(AtomicUsize::new(0)));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (paths, seen, most, now) = (paths.clone(), seen.clone(), most.clone(), now.clone());
                tokio::spawn(async move {
                    most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    answer(stream, &paths, &seen).await;
                    now.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        server
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.addr)
    }

    pub fn requests(&self, path: &str) -> usize {
        self.seen.lock().unwrap().iter().filter(|r| r.starts_with(&format!("GET {path} "))).count()
    }
}

async fn answer(mut stream: TcpStream, paths: &HashMap<&str, Reply>, seen: &Mutex<Vec<String>>) {
    let mut request = Vec::new();
    let mut buf = [0; 4096];
    while !request.windows(4).any(|w| w == b"\r\n\r\n") {
        match stream.read(&mut buf).await {
            Ok(n) if n > 0 => request.extend_from_slice(&buf[..n]),
            _ => return,
        }
    }
    let request = String::from_utf8_lossy(&request).into_owned();
    seen.lock().unwrap().push(request.clone());
    let path = request.split(' ').nth(1).unwrap_or("/");
    let missing = Reply::Full("404 Not Found", String::new(), vec![]);
    match paths.get(path).cloned().unwrap_or(missing) {
        Reply::Full(status, headers, body) => {
            tokio::time::sleep(Duration::from_millis(10)).await;
            let head =
                format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n", body.len());
            let _ = stream.write_all(head.as_bytes()).await;
            let _ = stream.write_all(&body).await;
        }
        Reply::Tagged(tag, body) => {
            let known = request.to_ascii_lowercase().contains(&format!("if-none-match: {}", tag.to_ascii_lowercase()));
            let status = if known { "304 Not Modified" } else { "200 OK" };
            let length = if known { String::new() } else { format!("Content-Length: {}\r\n", body.len()) };
            let _ = stream
                .write_all(format!("HTTP/1.1 {status}\r\nETag: {tag}\r\n{length}Connection: close\r\n\r\n").as_bytes())
                .await;
            let _ = stream.write_all(if known { b"" } else { body }).await;
        }
        Reply::Drip => {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n").await;
            while stream.write_all(b"x").await.is_ok() {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
    }
}
