//! A mail server on the loopback that speaks enough SMTP: it takes letters, or refuses them with the codes that it was told.

use std::{
    collections::HashMap,
    io::{BufRead, BufReader, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// A letter that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The envelope's sender.
    pub from: String,
    /// The envelope's recipients.
    pub to: Vec<String>,
    /// Headers and body as they came, without the dots that stand for dots.
    pub raw: String,
}

impl Taken {
    /// A header's value with its folded lines joined; empty when there is none.
    pub fn header(&self, name: &str) -> String {
        let head = self.raw.split("\r\n\r\n").next().unwrap_or_default().replace("\r\n ", " ");
        let is_it = |line: &&str| line.split(':').next().is_some_and(|n| n.eq_ignore_ascii_case(name));
        let line = head.split("\r\n").find(is_it).unwrap_or_default();
        line.split_once(':').map_or_else(String::new, |(_, value)| value.trim().to_owned())
    }

    /// Everything, with quoted-printable parts made readable.
    pub fn words(&self) -> String {
        let joined = self.raw.replace("=\r\n", "");
        let (mut out, mut rest) = (Vec::new(), joined.as_bytes());
        while let Some((first, tail)) = rest.split_first() {
            let hex = tail.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
            match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| *first == b'=') {
                Some(byte) => {
                    out.push(byte);
                    rest = tail.get(2..).unwrap_or_default();
                }
                None => {
                    out.push(*first);
                    rest = tail;
                }
            }
        }
        String::from_utf8_lossy(&out).into_owned()
    }
}

#[derive(Default)]
struct State {
    refused: HashMap<String, u16>,
    login_code: Option<u16>,
    taken: Vec<Taken>,
    logins: Vec<String>,
}

/// Serves until the test process ends.
pub struct SmtpServer {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
}

impl SmtpServer {
    /// Starts one on a free port that takes everything.
    pub fn start() -> std::io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let state = Arc::new(Mutex::new(State::default()));
        let shared = state.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = shared.clone();
                // A client that goes away is its own affair.
                std::thread::spawn(move || talk(stream, &state).ok());
            }
        });
        Ok(Self { address, state })
    }

    /// The address for `mail.smtp`.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// Its port.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Refuses that recipient with that code from now on.
    pub fn refuse(&self, recipient: &str, code: u16) {
        locked(&self.state).refused.insert(recipient.into(), code);
    }

    /// Takes letters for that recipient again.
    pub fn accept(&self, recipient: &str) {
        locked(&self.state).refused.remove(recipient);
    }

    /// Refuses every user with that code from now on, and repeats what it was told, as some servers do.
    pub fn refuse_logins(&self, code: u16) {
        locked(&self.state).login_code = Some(code);
    }

    /// What it took so far.
    pub fn taken(&self) -> Vec<Taken> {
        locked(&self.state).taken.clone()
    }

    /// The `AUTH` lines that it was sent so far.
    pub fn logins(&self) -> Vec<String> {
        locked(&self.state).logins.clone()
    }
}

fn locked(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

fn talk(mut stream: TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let (mut from, mut to) = (String::new(), Vec::new());
    stream.write_all(b"220 fake.example ESMTP\r\n")?;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let line = line.trim_end();
        let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        let reply = match verb.as_str() {
            "EHLO" => "250-fake.example\r\n250-8BITMIME\r\n250 AUTH PLAIN\r\n".to_owned(),
            "AUTH" => login(line, state),
            "MAIL" => {
                (from, to) = (address(line), Vec::new());
                "250 2.1.0 fine\r\n".to_owned()
            }
            "RCPT" => {
                let recipient = address(line);
                match locked(state).refused.get(&recipient) {
                    Some(code) => format!("{code} not for {recipient}\r\n"),
                    None => {
                        to.push(recipient);
                        "250 2.1.5 fine\r\n".to_owned()
                    }
                }
            }
            "DATA" if to.is_empty() => "503 5.5.1 for whom?\r\n".to_owned(),
            "DATA" => {
                stream.write_all(b"354 go on\r\n")?;
                let raw = letter(&mut reader)?;
                locked(state).taken.push(Taken { from: from.clone(), to: std::mem::take(&mut to), raw });
                "250 2.0.0 taken\r\n".to_owned()
            }
            "QUIT" => return stream.write_all(b"221 2.0.0 bye\r\n"),
            "NOOP" | "RSET" => "250 2.0.0 fine\r\n".to_owned(),
            _ => "500 5.5.2 what?\r\n".to_owned(),
        };
        stream.write_all(reply.as_bytes())?;
    }
}

fn login(line: &str, state: &Mutex<State>) -> String {
    let mut state = locked(state);
    state.logins.push(line.to_owned());
    match state.login_code {
        Some(code) => format!("{code} 5.7.8 no: {line}\r\n"),
        None => "235 2.7.0 come in\r\n".to_owned(),
    }
}

/// What stands between `<` and `>`.
fn address(line: &str) -> String {
    let inside = line.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    inside.map_or_else(String::new, |(address, _)| address.to_owned())
}

/// Lines up to the lonely dot; of two dots at a line's beginning one was put there for the way.
fn letter(reader: &mut impl BufRead) -> std::io::Result<String> {
    let mut raw = String::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        if line == ".\r\n" {
            return Ok(raw);
        }
        raw.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}
