//! Hands a letter to the house's mail server.

use std::{error::Error as _, time::Duration};

use lettre::{
    SmtpTransport, Transport,
    transport::smtp::{
        self,
        authentication::Credentials,
        client::{Tls, TlsParameters},
    },
};

use crate::{Error, Letter, plain};

/// How long the server may take to be reached, and over each of its answers.
const PATIENCE: Duration = Duration::from_secs(30);
/// Letters of what the server says that are shown.
const SAID_LETTERS: usize = 300;
/// Codes by which a server says that it does not know a command.
const GARBLED: [&str; 4] = ["500", "501", "502", "504"];
/// Codes by which a server refuses user and password (RFC 4954). What it says beside them may repeat what it was sent.
const NO_ENTRY: [&str; 4] = ["530", "534", "535", "538"];

/// How the way to the server is kept from listeners.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secure {
    /// TLS from the first byte.
    Tls,
    /// TLS after a word in the open (`STARTTLS`); a server that cannot do it gets no letter.
    StartTls,
    /// Not at all: for a server on this machine.
    Open,
}

/// A user with a password. `Debug` shows nothing of it.
#[derive(Clone)]
pub struct Login {
    /// The user.
    pub user: String,
    /// The password.
    pub password: String,
}

impl std::fmt::Debug for Login {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Login(..)")
    }
}

/// Where the server is and how it is spoken to.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Its host.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the way to it is kept.
    pub secure: Secure,
    /// Who we are there; `None` where nobody asks.
    pub login: Option<Login>,
}

/// The house's mail server.
#[derive(Debug)]
pub struct Relay {
    settings: Settings,
    transport: SmtpTransport,
}

impl Relay {
    /// The server of those settings; it is not asked yet.
    ///
    /// # Errors
    /// When the machine has no certificates to know a server by.
    pub fn new(settings: Settings) -> Result<Self, Error> {
        let tls = || {
            TlsParameters::new(settings.host.clone())
                .map_err(|error| Error::Permanent(format!("TLS cannot be used on this machine: {error}")))
        };
        let tls = match settings.secure {
            Secure::Tls => Tls::Wrapper(tls()?),
            Secure::StartTls => Tls::Required(tls()?),
            Secure::Open => Tls::None,
        };
        let mut builder = SmtpTransport::builder_dangerous(settings.host.as_str())
            .port(settings.port)
            .tls(tls)
            .timeout(Some(PATIENCE));
        if let Some(login) = &settings.login {
            builder = builder.credentials(Credentials::new(login.user.clone(), login.password.clone()));
        }
        Ok(Self { transport: builder.build(), settings })
    }

    /// Sends a letter; returns when the server has taken it. It blocks the thread for as long as that takes.
    ///
    /// # Errors
    /// When the server does not take it, or cannot be reached.
    pub fn send(&self, letter: &Letter) -> Result<(), Error> {
        let message = letter.message()?;
        self.transport.send(&message).map(drop).map_err(|error| self.told(&error))
    }

    fn told(&self, error: &smtp::Error) -> Error {
        let (host, port) = (&self.settings.host, self.settings.port);
        let code = error.status().map(|code| code.to_string()).unwrap_or_default();
        if NO_ENTRY.contains(&code.as_str()) {
            let why = match code.as_str() {
                "530" => "wants STARTTLS first, or user and password",
                _ => "refuses user and password",
            };
            return Error::Permanent(format!("the mail server {host}:{port} {why} ({code})"));
        }
        // Beside these a server may repeat the line that it did not understand, and that may be the one with the password.
        let said = if GARBLED.contains(&code.as_str()) { "it did not understand us".into() } else { self.said(error) };
        if error.is_permanent() {
            Error::Permanent(format!("the mail server {host}:{port} refuses the letter ({code}): {said}"))
        } else if error.is_transient() {
            Error::Temporary(format!("the mail server {host}:{port} takes no letter just now ({code}): {said}"))
        } else if error.is_client() || error.is_tls() {
            // It lacks what the letter or the settings ask for: STARTTLS, a way to sign in.
            Error::Permanent(format!("the mail server {host}:{port} cannot be used: {said}"))
        } else {
            Error::Temporary(format!("the mail server {host}:{port} cannot be reached: {said}"))
        }
    }

    /// What the server, or the network, said: on one line, and without the password should it repeat that.
    fn said(&self, error: &smtp::Error) -> String {
        let said = error.source().map_or_else(|| error.to_string(), ToString::to_string);
        let said = match &self.settings.login {
            Some(login) if !login.password.is_empty() => said.replace(&login.password, "***"),
            _ => said,
        };
        plain::line(&said, SAID_LETTERS)
    }
}
