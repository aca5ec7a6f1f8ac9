//! This process among those that serve the newsroom: its name, its workers' names, its heartbeat.

use std::{
    hash::{BuildHasher, RandomState},
    sync::{
        LazyLock,
        atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering},
    },
    thread::sleep,
    time::{Duration, Instant},
};

use store::{Store, server};

/// Between two heartbeats. [`server::SILENCE_MS`] is many of them.
const BEAT: Duration = Duration::from_secs(1);
/// How soon a thread that naps notices that it is to stop.
const NAP: Duration = Duration::from_millis(100);

/// This process's id among all that ever serve the newsroom: random, as process numbers come again.
static ID: LazyLock<String> = LazyLock::new(|| format!("{:016x}", RandomState::new().hash_one(std::process::id())));
/// Numbers the threads that take jobs.
static THREADS: AtomicU64 = AtomicU64::new(1);

thread_local! {
    /// A thread does one job after the other: that is what makes it a worker.
    static WORKER: String = server::worker(&ID, THREADS.fetch_add(1, Ordering::Relaxed));
}

/// The name under which this thread takes jobs.
pub fn worker() -> String {
    WORKER.with(Clone::clone)
}

/// This process in a sentence for people: its machine and number.
fn name() -> String {
    let machine = std::fs::read_to_string("/proc/sys/kernel/hostname").ok().map(|name| name.trim().to_owned());
    let machine = machine.or_else(|| std::env::var("HOSTNAME").ok()).or_else(|| std::env::var("COMPUTERNAME").ok());
    format!(
        "{} (process {})",
        machine.filter(|name| !name.is_empty()).unwrap_or_else(|| "this machine".into()),
        std::process::id()
    )
}

/// Sleeps, but not past the order to stop.
pub fn nap(pause: Duration, stop: &AtomicBool) {
    let until = Instant::now() + pause;
    while !stop.load(Ordering::Relaxed) && Instant::now() < until {
        sleep(NAP.min(pause));
    }
}

/// What others know of this process.
pub struct Heart<'a> {
    store: &'a Store,
    seen: &'a AtomicI64,
    name: String,
}

impl<'a> Heart<'a> {
    /// `seen` is the number of the last change that this process's pages show.
    pub fn new(store: &'a Store, seen: &'a AtomicI64) -> Self {
        Self { store, seen, name: name() }
    }

    /// Says every second that we live, and buries those that do not, until told to stop.
    pub fn beat_until(&self, stop: &AtomicBool) {
        while !stop.load(Ordering::Relaxed) {
            if let Err(error) = self.beat() {
                // The workers say so where people see it.
                tracing::debug!("this server cannot say that it lives: {error}");
            }
            nap(BEAT, stop);
        }
    }

    fn beat(&self) -> store::Result<()> {
        let (name, seen, now) = (self.name.clone(), self.seen.load(Ordering::Acquire), crate::now());
        let dead = self.store.write(move |c| {
            server::beat(c, &ID, &name, seen, now)?;
            server::dead(c, now)
        })?;
        if dead > 0 {
            tracing::warn!("{dead} servers fell silent; what they had taken is done by others");
        }
        Ok(())
    }

    /// Gives back what our workers took and did not do.
    pub fn leave(&self) {
        let now = crate::now();
        if let Err(error) = self.store.write(move |c| server::leave(c, &ID, now)) {
            tracing::warn!("this server could not say that it leaves; its jobs come back in some seconds: {error}");
        }
    }
}

/// Takes back what others had taken, for a process that holds the right to serve alone.
pub fn alone(store: &Store) -> store::Result<()> {
    let now = crate::now();
    store.write(move |c| server::alone(c, &ID, now))
}
