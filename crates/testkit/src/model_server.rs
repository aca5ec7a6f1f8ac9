//! A model's endpoint on the loopback that speaks enough of OpenAI's chat completions: it answers what it was told to, however
//! bad that is, and keeps what it was asked.

use std::{
    collections::VecDeque,
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use serde_json::{Value, json};

/// How a question is answered.
#[derive(Clone, Debug)]
pub enum Reply {
    /// A completion of these words.
    Words(String),
    /// This body with status 200.
    Body(String),
    /// A status without a completion.
    Status(u16),
    /// A completion whose bytes break off in the middle.
    Cut(String),
    /// Nothing for so long, then these words.
    Slow(Duration, String),
}

/// What was asked: the body and the `Authorization` header.
pub type Question = (Value, Option<String>);

#[derive(Default)]
struct State {
    replies: VecDeque<Reply>,
    last: Option<Reply>,
    asked: Vec<Question>,
}

/// Serves until the test process ends.
pub struct ModelServer {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
}

impl ModelServer {
    /// Starts one on a free port. It gives the replies in their order, then the last one for ever.
    pub fn start(replies: impl IntoIterator<Item = Reply>) -> std::io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let state = Arc::new(Mutex::new(State { replies: replies.into_iter().collect(), ..State::default() }));
        let shared = state.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = shared.clone();
                // A client that goes away is its own affair.
                std::thread::spawn(move || answer(stream, &state).ok());
            }
        });
        Ok(Self { address, state })
    }

    /// The base address for settings.
    pub fn base(&self) -> String {
        format!("http://{}/v1", self.address)
    }

    /// What it was asked so far.
    pub fn asked(&self) -> Vec<Question> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).asked.clone()
    }
}

fn answer(mut stream: TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let (mut length, mut key) = (0, None);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let Some((name, value)) = line.trim().split_once(':') else { break };
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.trim().parse().unwrap_or(0),
            "authorization" => key = Some(value.trim().to_owned()),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    if !first.starts_with("POST /v1/chat/completions ") {
        return stream.write_all(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    }
    let reply = {
        let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
        state.asked.push((serde_json::from_slice(&body).unwrap_or_default(), key));
        let reply = state.replies.pop_front().or_else(|| state.last.clone()).unwrap_or(Reply::Status(500));
        state.last = Some(reply.clone());
        reply
    };
    let (status, body) = match &reply {
        Reply::Words(words) => (200, completion(words)),
        Reply::Body(body) => (200, body.clone()),
        Reply::Status(status) => (*status, r#"{"error":{"message":"not today"}}"#.to_owned()),
        Reply::Cut(words) => (200, completion(words)),
        Reply::Slow(wait, words) => {
            std::thread::sleep(*wait);
            (200, completion(words))
        }
    };
    let sent = if matches!(reply, Reply::Cut(_)) { body.len() / 2 } else { body.len() };
    let head = format!(
        "HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body.as_bytes().get(..sent).unwrap_or_default())
}

fn completion(words: &str) -> String {
    json!({
        "id": "chatcmpl-1", "object": "chat.completion", "model": "liar-1", "system_fingerprint": "fp_1",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": words}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 900, "completion_tokens": 200, "total_tokens": 1100},
    })
    .to_string()
}
