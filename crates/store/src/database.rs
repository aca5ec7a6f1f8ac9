//! One SQLite file: its writing thread and its reading connections.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread::{JoinHandle, ThreadId};

use crate::conn::Conn;
use crate::migrate::{self, Migration};
use crate::sqlite::Sqlite;
use crate::writer::{self, Order, Waiting};
use crate::{Error, Result};

/// Reading connections kept open; more are opened when more threads read at once, and closed again.
const READERS_KEPT: usize = 8;

pub(crate) struct Database {
    path: PathBuf,
    /// `None` only while it is being dropped.
    orders: Option<Sender<Box<dyn Order>>>,
    thread: Option<JoinHandle<()>>,
    writer: ThreadId,
    readers: Mutex<Vec<Sqlite>>,
}

impl Database {
    /// Opens, migrates, and starts the writing thread.
    pub(crate) fn open(path: &Path, migrations: &[Migration]) -> Result<Self> {
        let mut c = Sqlite::open(path)?;
        migrate::apply(&mut c, migrations)?;
        let (orders, waiting) = channel();
        let thread = std::thread::Builder::new()
            .name("store writer".into())
            .spawn(move || writer::run(c, &waiting))
            .map_err(|e| Error::file(path, e))?;
        let writer = thread.thread().id();
        Ok(Self {
            path: path.to_owned(),
            orders: Some(orders),
            thread: Some(thread),
            writer,
            readers: Mutex::default(),
        })
    }

    pub(crate) fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut dyn Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        if std::thread::current().id() == self.writer {
            return Err(Error::Database(
                "a write was asked for inside a write; use the connection that the closure was given".into(),
            ));
        }
        let gone = || Error::Database("the writing thread has stopped; restart Dateline".into());
        let (reply, answer) = sync_channel(1);
        let order = Box::new(Waiting { work: Some(work), result: None, reply });
        self.orders.as_ref().ok_or_else(gone)?.send(order).map_err(|_| gone())?;
        answer.recv().map_err(|_| gone())?
    }

    pub(crate) fn read<T>(&self, work: impl FnOnce(&mut dyn Conn) -> Result<T>) -> Result<T> {
        // A connection whose closure panics is dropped, not put back.
        let mut c = self.reader()?;
        c.batch("BEGIN")?;
        let out = work(&mut c);
        if c.batch("COMMIT").is_ok() {
            let mut readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
            if readers.len() < READERS_KEPT {
                readers.push(c);
            }
        }
        out
    }

    fn reader(&self) -> Result<Sqlite> {
        let kept = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        kept.map_or_else(|| Sqlite::open_reader(&self.path), Ok)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take()
            && thread.thread().id() != std::thread::current().id()
        {
            // The thread catches the panics of closures; one of its own was answered with "has stopped" already.
            let _ = thread.join();
        }
    }
}
