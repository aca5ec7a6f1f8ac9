//! A feed server on the loopback that speaks enough HTTP for a feed reader: ETag, 304, status codes; 503 asks for two hours
//! of peace.

use std::{
    collections::HashMap,
    io::{BufRead, BufReader, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex},
};

/// What a path answers.
#[derive(Clone, Debug)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// `Content-Type`.
    pub content_type: String,
    /// More header lines, each with `\r\n` behind it.
    pub headers: String,
    /// The body; its hash is the ETag.
    pub body: Vec<u8>,
    /// How often the body is sent, one behind the other; more than once without saying how long it is.
    pub times: usize,
}

/// What each path answers, and how often it was asked.
type Answers = Arc<Mutex<HashMap<String, (Answer, usize)>>>;

/// Serves until the test process ends.
pub struct FeedServer {
    address: SocketAddr,
    answers: Answers,
}

impl FeedServer {
    /// Starts one on a free port.
    pub fn start() -> std::io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let answers: Answers = Arc::default();
        let shared = answers.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let answers = shared.clone();
                // A client that goes away is its own affair.
                std::thread::spawn(move || answer(stream, &answers).ok());
            }
        });
        Ok(Self { address, answers })
    }

    /// Sets what a path answers from now on.
    pub fn set(&self, path: &str, status: u16, content_type: &str, body: &[u8]) {
        let (content_type, headers) = (content_type.into(), String::new());
        self.answer(path, Answer { status, content_type, headers, body: body.to_vec(), times: 1 });
    }

    /// Redirects a path from now on.
    pub fn redirect(&self, path: &str, to: &str) {
        let headers = format!("location: {to}\r\n");
        let answer = Answer { status: 302, content_type: "text/plain".into(), headers, body: Vec::new(), times: 1 };
        self.answer(path, answer);
    }

    /// Sets all of what a path answers from now on.
    pub fn answer(&self, path: &str, answer: Answer) {
        if let Ok(mut answers) = self.answers.lock() {
            answers.insert(path.into(), (answer, 0));
        }
    }

    /// How often a path was asked since it was last set.
    pub fn asked(&self, path: &str) -> usize {
        self.answers.lock().ok().and_then(|a| a.get(path).map(|(_, asked)| *asked)).unwrap_or(0)
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}

fn answer(mut stream: TcpStream, answers: &Answers) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let path = request.split_whitespace().nth(1).unwrap_or("/").to_owned();
    let mut asked_etag = None;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        if line.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("if-none-match")
        {
            asked_etag = Some(value.trim().to_owned());
        }
    }
    let found = answers.lock().ok().and_then(|mut a| {
        let (found, asked) = a.get_mut(&path)?;
        *asked += 1;
        Some(found.clone())
    });
    let Some(found) = found else {
        return stream.write_all(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    };
    let etag = format!("\"{}\"", &news::Hash::of(&found.body).hex()[..16]);
    if asked_etag.as_deref() == Some(etag.as_str()) {
        return stream.write_all(b"HTTP/1.1 304 Not Modified\r\nconnection: close\r\n\r\n");
    }
    let (status, kind, headers) = (found.status, &found.content_type, &found.headers);
    let later = if status == 503 { "retry-after: 7200\r\n" } else { "" };
    let length = match found.times {
        1 => format!("content-length: {}\r\n", found.body.len()),
        _ => String::new(),
    };
    write!(
        stream,
        "HTTP/1.1 {status} X\r\ncontent-type: {kind}\r\netag: {etag}\r\n{headers}{later}{length}connection: close\r\n\r\n"
    )?;
    (0..found.times).try_for_each(|_| stream.write_all(&found.body))
}
