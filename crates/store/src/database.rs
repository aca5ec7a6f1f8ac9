//! One set of tables: its writing thread and its reading connections.

use std::sync::Arc;
use std::sync::mpsc::{Sender, channel, sync_channel};
use std::thread::{JoinHandle, ThreadId};

use crate::conn::Conn;
use crate::migrate::{self, Set};
use crate::readers::Readers;
use crate::session::Place;
use crate::writer::{self, Listeners, Order, Seat, Waiting};
use crate::{Error, Result};

pub(crate) struct Database {
    place: Place,
    set: &'static Set,
    /// `None` only while it is being dropped.
    orders: Option<Sender<Box<dyn Order>>>,
    thread: Option<JoinHandle<()>>,
    writer: ThreadId,
    readers: Readers,
    listeners: Arc<Listeners>,
}

impl Database {
    /// Opens, migrates, and starts the writing thread.
    pub(crate) fn open(place: Place, set: &'static Set) -> Result<Self> {
        let mut c = place.writer(set)?;
        migrate::apply(&mut *c, set)?;
        let (orders, waiting) = channel();
        let listeners = Arc::new(Listeners::default());
        let seat = Seat { place: place.clone(), set, listeners: listeners.clone() };
        let thread = std::thread::Builder::new()
            .name("store writer".into())
            .spawn(move || writer::run(&seat, c, &waiting))
            .map_err(|e| Error::file(place.label(), e))?;
        let writer = thread.thread().id();
        let readers = Readers::new(place.clone());
        Ok(Self { place, set, orders: Some(orders), thread: Some(thread), writer, readers, listeners })
    }

    /// `synced`: the answer waits for the disk.
    pub(crate) fn write<T: Send + 'static>(
        &self,
        synced: bool,
        work: impl FnOnce(&mut dyn Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        if std::thread::current().id() == self.writer {
            return Err(Error::Database(
                "a write was asked for inside a write; use the connection that the closure was given".into(),
            ));
        }
        let gone = || Error::Database("the writing thread has stopped; restart Dateline".into());
        let (reply, answer) = sync_channel(1);
        let order = Box::new(Waiting { work: Some(work), synced, result: None, reply });
        self.orders.as_ref().ok_or_else(gone)?.send(order).map_err(|_| gone())?;
        answer.recv().map_err(|_| gone())?
    }

    pub(crate) fn read<T>(&self, work: impl FnOnce(&mut dyn Conn) -> Result<T>) -> Result<T> {
        self.readers.read(work)
    }

    pub(crate) fn listeners(&self) -> &Listeners {
        &self.listeners
    }

    pub(crate) fn place(&self) -> &Place {
        &self.place
    }

    pub(crate) fn set(&self) -> &'static Set {
        self.set
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
