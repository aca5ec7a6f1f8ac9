//! A reader's end of HTTP/1.1, over one kept connection.

use std::{
    io::{BufRead, BufReader, Error, ErrorKind, Read, Result, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

/// Bytes of a body at most.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// A reader's connection; opened when needed, again when the server closed it.
pub struct Client {
    address: SocketAddr,
    stream: Option<BufReader<TcpStream>>,
    /// How long an answer may take.
    pub timeout: Duration,
}

/// An answer.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body as sent.
    pub body: Vec<u8>,
}

impl Reply {
    /// The first header of that name, in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// What a browser calls itself, so that views are counted.
pub const BROWSER: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
/// What a crawler calls itself, so that views are not.
pub const CRAWLER: &str = "Mozilla/5.0 (compatible; ExampleBot/1.0; +https://bot.example/)";

impl Client {
    /// A reader of that server.
    pub fn new(address: SocketAddr) -> Self {
        Self { address, stream: None, timeout: Duration::from_secs(10) }
    }

    /// Asks for a page as a crawler does; its views are not counted.
    pub fn get(&mut self, path: &str) -> Result<Reply> {
        self.ask("GET", path, &[("user-agent", CRAWLER)], &[])
    }

    /// Asks; a connection that the server closed meanwhile is opened anew, once.
    pub fn ask(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Result<Reply> {
        let kept = self.stream.is_some();
        match self.once(method, path, headers, body) {
            Err(error) if kept && error.kind() != ErrorKind::TimedOut => self.once(method, path, headers, body),
            answer => answer,
        }
    }

    fn once(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Result<Reply> {
        let mut stream = match self.stream.take() {
            Some(stream) => stream,
            None => self.connect()?,
        };
        let mut request = format!("{method} {path} HTTP/1.1\r\nhost: {}\r\n", self.address);
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        if !body.is_empty() {
            request.push_str(&format!("content-length: {}\r\n", body.len()));
        }
        request.push_str("\r\n");
        let mut bytes = request.into_bytes();
        bytes.extend_from_slice(body);
        stream.get_mut().write_all(&bytes)?;
        let reply = read(&mut stream, method == "HEAD")?;
        if reply.header("connection") != Some("close") {
            self.stream = Some(stream);
        }
        Ok(reply)
    }

    fn connect(&self) -> Result<BufReader<TcpStream>> {
        let stream = TcpStream::connect_timeout(&self.address, self.timeout)?;
        stream.set_read_timeout(Some(self.timeout))?;
        stream.set_write_timeout(Some(self.timeout))?;
        stream.set_nodelay(true)?;
        Ok(BufReader::new(stream))
    }
}

fn read(stream: &mut impl BufRead, head: bool) -> Result<Reply> {
    let line = line(stream)?;
    let status = line.split(' ').nth(1).and_then(|s| s.parse().ok());
    let mut reply = Reply { status: status.ok_or_else(|| wrong("no status line"))?, ..Reply::default() };
    loop {
        let line = self::line(stream)?;
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').ok_or_else(|| wrong("a header without a colon"))?;
        reply.headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    if head || reply.status == 304 || reply.status == 204 {
        return Ok(reply);
    }
    if reply.header("transfer-encoding") == Some("chunked") {
        chunks(stream, &mut reply.body)?;
    } else {
        let length: usize = reply.header("content-length").and_then(|l| l.parse().ok()).unwrap_or(0);
        take(stream, length, &mut reply.body)?;
    }
    Ok(reply)
}

fn chunks(stream: &mut impl BufRead, body: &mut Vec<u8>) -> Result<()> {
    loop {
        let size = usize::from_str_radix(&line(stream)?, 16).map_err(|_| wrong("a chunk without a size"))?;
        take(stream, size, body)?;
        line(stream)?;
        if size == 0 {
            return Ok(());
        }
    }
}

fn take(stream: &mut impl BufRead, length: usize, body: &mut Vec<u8>) -> Result<()> {
    if body.len() + length > MOST_BYTES {
        return Err(wrong("a body without end"));
    }
    let start = body.len();
    body.resize(start + length, 0);
    stream.read_exact(&mut body[start..])
}

fn line(stream: &mut impl BufRead) -> Result<String> {
    let mut line = String::new();
    if stream.take(64 * 1024).read_line(&mut line)? == 0 {
        return Err(Error::new(ErrorKind::UnexpectedEof, "the server closed the connection"));
    }
    Ok(line.trim_end().to_owned())
}

fn wrong(what: &str) -> Error {
    Error::new(ErrorKind::InvalidData, what.to_owned())
}

/// `text` with every byte percent-encoded that is not unreserved in RFC 3986.
pub fn encode(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'~');
    text.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

/// The address of a story's page.
pub fn article(story: &news::story::Story) -> String {
    format!("/article/{}/{}-{}", story.sector, story.id, encode(&story.slug))
}
