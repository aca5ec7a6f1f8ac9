//! Where the server is: the address that a person wrote, without its secrets where it is shown, and how to connect to it.

use std::error::Error as StdError;
use std::future::Future;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use tokio::runtime::Runtime;
use tokio::task::JoinHandle;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::{Client, Config, Error as Fault, NoTls, error::SqlState};

use super::tls::Tls;
use super::wait;
use crate::{Error, Result};

/// How long one host may take to let us in.
const CONNECT_WITHIN: Duration = Duration::from_secs(5);
/// How long all of them may take, greeting and password included.
const CONNECT_ALL_WITHIN: Duration = Duration::from_secs(10);
/// After a failed connection nobody tries again for so long, twice as long each time.
const PAUSE_FIRST: Duration = Duration::from_millis(100);
const PAUSE_MOST: Duration = Duration::from_secs(3);

/// What drives the sockets of all connections of this process.
static DRIVER: OnceLock<std::result::Result<Runtime, String>> = OnceLock::new();

/// A database server's address.
pub(crate) struct Address {
    config: Config,
    /// `None` where the way to the server needs no encryption.
    tls: Option<Tls>,
    /// Host, port and database: what errors and logs show.
    label: PathBuf,
    pause: Mutex<Pause>,
}

/// Keeps those who ask from queueing up before a server that is away.
#[derive(Default)]
struct Pause {
    until: Option<Instant>,
    long: Duration,
    why: String,
}

impl Address {
    /// Reads `postgres://user:password@host:port/database?options`. The address is in no error: it may hold a password.
    pub(crate) fn parse(url: &str) -> Result<Self> {
        let form = "store.database must be like postgres://user:password@host:5432/database; signs such as @ : / ? # and % in \
                    a password are written as %40 %3A %2F %3F %23 %25";
        let wrong = |why: &str| Error::Address(format!("the database's address cannot be used: {why}. {form}"));
        if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
            return Err(wrong("it does not begin with postgres://"));
        }
        // Read the same way by everybody who may show it: what follows the user's part holds no secret.
        let after_path = url.splitn(4, '/').nth(3).unwrap_or_default();
        if url.matches('@').count() > 1
            || after_path.contains('@')
            || url.split('?').skip(1).any(|query| query.contains('@'))
        {
            return Err(wrong("user and password hold a sign that must be written otherwise"));
        }
        // The parser's own words may repeat what it read.
        let mut config: Config = url.parse().map_err(|_| wrong("it has an unknown or misspelt part"))?;
        let tls = encrypted(&config).then(Tls::new).transpose().map_err(|why| wrong(&why))?;
        config.ssl_mode(if tls.is_some() { SslMode::Require } else { SslMode::Disable });
        config.connect_timeout(CONNECT_WITHIN);
        if config.get_application_name().is_none() {
            config.application_name("dateline");
        }
        // A server that went without a word is noticed within half a minute.
        config
            .keepalives_idle(Duration::from_secs(15))
            .keepalives_interval(Duration::from_secs(5))
            .keepalives_retries(3);
        config.tcp_user_timeout(Duration::from_secs(25));
        let label = label(&config);
        Ok(Self { config, tls, label, pause: Mutex::default() })
    }

    /// Host, port and database.
    pub(crate) fn label(&self) -> &Path {
        &self.label
    }

    /// The error of a server that does not answer.
    pub(crate) fn away(&self, why: &str) -> Error {
        Error::Away { host: self.label.display().to_string(), why: why.to_owned() }
    }

    /// A connection, and the task that drives it.
    pub(super) fn connect(&self) -> Result<(Client, JoinHandle<()>)> {
        if let Some(why) = self.paused() {
            return Err(self.away(&why));
        }
        let connected = self.connect_now();
        let mut pause = self.pause.lock().unwrap_or_else(PoisonError::into_inner);
        match connected {
            Ok(connection) => {
                *pause = Pause::default();
                Ok(connection)
            }
            Err(why) => {
                let long = (pause.long * 2).clamp(PAUSE_FIRST, PAUSE_MOST);
                *pause = Pause { until: Some(Instant::now() + long), long, why: why.clone() };
                Err(self.away(&why))
            }
        }
    }

    /// Why nobody should try just now.
    fn paused(&self) -> Option<String> {
        let pause = self.pause.lock().unwrap_or_else(PoisonError::into_inner);
        pause.until.filter(|until| *until > Instant::now()).map(|_| pause.why.clone())
    }

    fn connect_now(&self) -> std::result::Result<(Client, JoinHandle<()>), String> {
        let runtime = DRIVER.get_or_init(runtime).as_ref().map_err(Clone::clone)?;
        let (config, tls) = (self.config.clone(), self.tls.clone());
        let connecting = runtime.spawn(async move {
            // A server that takes the connection and says nothing is none.
            tokio::time::timeout(CONNECT_ALL_WITHIN, connection(config, tls)).await
        });
        // The task ends in time by itself; this is for a machine that does not run it.
        let connected = wait::until(Instant::now() + CONNECT_ALL_WITHIN * 2, connecting).ok_or("no answer in time")?;
        connected.map_err(|e| e.to_string())?.map_err(|_| "no answer in time")?.map_err(|e| words(&e))
    }
}

async fn connection(config: Config, tls: Option<Tls>) -> std::result::Result<(Client, JoinHandle<()>), Fault> {
    Ok(match tls {
        None => {
            let (client, connection) = config.connect(NoTls).await?;
            (client, tokio::spawn(drive(connection)))
        }
        Some(tls) => {
            let (client, connection) = config.connect(tls).await?;
            (client, tokio::spawn(drive(connection)))
        }
    })
}

/// Moves bytes until the connection ends; whoever waits for an answer on it is told the same.
async fn drive(connection: impl Future<Output = std::result::Result<(), Fault>>) {
    if let Err(fault) = connection.await {
        tracing::debug!("a database connection ended: {}", words(&fault));
    }
}

/// Whether to speak TLS: when the address asks for it, and to other machines unless it says `sslmode=disable`.
fn encrypted(config: &Config) -> bool {
    let local = |host: &Host| match host {
        Host::Tcp(name) => name == "localhost" || name.parse().is_ok_and(|ip: IpAddr| ip.is_loopback()),
        #[cfg(unix)]
        Host::Unix(_) => true,
    };
    match config.get_ssl_mode() {
        SslMode::Disable => false,
        SslMode::Require => true,
        // Not said.
        _ => !config.get_hosts().iter().all(local) || !config.get_hostaddrs().iter().all(IpAddr::is_loopback),
    }
}

fn runtime() -> std::result::Result<Runtime, String> {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    let built = builder.worker_threads(1).thread_name("store sockets").enable_all().build();
    built.map_err(|e| format!("no thread can be started: {e}"))
}

/// `host:port/database`.
fn label(config: &Config) -> PathBuf {
    let host = match config.get_hosts().first() {
        Some(Host::Tcp(host)) => host.clone(),
        #[cfg(unix)]
        Some(Host::Unix(path)) => path.display().to_string(),
        None => config.get_hostaddrs().first().map_or_else(|| "localhost".into(), ToString::to_string),
    };
    let port = config.get_ports().first().copied().unwrap_or(5432);
    let name = config.get_dbname().or(config.get_user()).unwrap_or("postgres");
    format!("{host}:{port}/{name}").into()
}

/// A driver's fault with its causes.
pub(super) fn words(fault: &Fault) -> String {
    if let Some(said) = fault.as_db_error() {
        return said.message().to_owned();
    }
    let mut words = fault.to_string();
    if words.contains("does not support TLS") {
        return "it speaks no TLS; when the way to it is private, write ?sslmode=disable at the end of the address"
            .into();
    }
    let mut cause = fault.source();
    while let Some(next) = cause {
        let more = next.to_string();
        if !words.contains(&more) {
            words = format!("{words}: {more}");
        }
        cause = next.source();
    }
    words
}

/// Whether the socket failed.
pub(super) fn is_io(fault: &Fault) -> bool {
    fault.source().is_some_and(<dyn StdError>::is::<std::io::Error>)
}

/// Whether the server ends the connection with that code: connection exceptions, an operator's or a timeout's doing.
pub(super) fn ends_connection(code: &SqlState) -> bool {
    let code = code.code();
    code.starts_with("08") || code.starts_with("57P") || code == "25P03" || code == "53300"
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn other_machines_are_spoken_to_in_tls_unless_the_address_says_not_to() {
        for (address, tls) in [
            ("127.0.0.1/news", false),
            ("localhost/news", false),
            ("%2Frun%2Fpostgresql/news", false),
            ("127.0.0.1/news?sslmode=require", true),
            ("db.example/news", true),
            ("127.0.0.1:1,db.example:2/news", true),
            ("db.example/news?sslmode=disable", false),
            ("127.0.0.1/news?hostaddr=192.0.2.7", true),
        ] {
            let parsed = Address::parse(&format!("postgres://ann@{address}")).unwrap();
            assert_eq!(parsed.tls.is_some(), tls, "{address}");
        }
    }

    #[test]
    fn the_label_and_the_refusals_hold_no_secret() {
        let label = |url: &str| Address::parse(url).unwrap().label().display().to_string();
        assert_eq!(
            label("postgres://ann:s3cret@db.example:5433/news?options=-csearch_path%3Dx"),
            "db.example:5433/news"
        );
        assert_eq!(label("postgresql://ann:s3cret@db.example"), "db.example:5432/ann");
        for url in [
            "postgres://ann:s3cret@more@db.example/news",
            "postgres://ann:s3cret/x@db.example/news",
            "postgres://ann:s3cret?x@db.example/news",
            "postgres://ann:s3cret@db.example/news?sslroot=s3cret",
            "mysql://ann:s3cret@db.example/news",
        ] {
            let Err(told) = Address::parse(url) else { panic!("{url} was taken") };
            assert!(!format!("{told} {told:?}").contains("s3cret"), "{told}");
        }
    }
}
