//! The one thread that writes: closures that wait together become one transaction, so that one sync to disk serves them all.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::conn::Conn;
use crate::migrate::Set;
use crate::session::{Place, Session};
use crate::{Error, Result};

/// The most closures in one transaction.
const GROUP: usize = 512;
/// After this long no further closure joins a transaction: the first ones wait for their answer.
const GROUP_TIME: Duration = Duration::from_millis(20);

/// A closure that waits to be run, and then for the commit.
pub(crate) trait Order: Send {
    /// Whether the answer must wait for the disk.
    fn synced(&self) -> bool;
    /// Runs the closure once; whether its writes are to be kept.
    fn run(&mut self, c: &mut dyn Conn) -> bool;
    /// What the closure said when it failed, for the others of its transaction.
    fn failure(&self) -> Option<Error>;
    /// Makes a closure that thought all was well fail after all.
    fn fail(&mut self, fault: Error);
    /// Sends the answer: the closure's own, or `fault` when it was not, or not lastingly, carried out.
    fn answer(self: Box<Self>, fault: Option<Error>);
}

/// The order of `Store::write`.
pub(crate) struct Waiting<T, F> {
    pub(crate) work: Option<F>,
    pub(crate) synced: bool,
    pub(crate) result: Option<Result<T>>,
    pub(crate) reply: SyncSender<Result<T>>,
}

impl<T: Send, F: FnOnce(&mut dyn Conn) -> Result<T> + Send> Order for Waiting<T, F> {
    fn synced(&self) -> bool {
        self.synced
    }

    fn run(&mut self, c: &mut dyn Conn) -> bool {
        let Some(work) = self.work.take() else { return false };
        let result =
            catch_unwind(AssertUnwindSafe(|| work(c))).unwrap_or_else(|panic| Err(Error::Panicked(words(&*panic))));
        let keep = result.is_ok();
        self.result = Some(result);
        keep
    }

    fn failure(&self) -> Option<Error> {
        Some(match self.result.as_ref()?.as_ref().err()? {
            away @ Error::Away { .. } => away.again(),
            other => Error::RolledBack(other.to_string()),
        })
    }

    fn fail(&mut self, fault: Error) {
        self.result = Some(Err(fault));
    }

    fn answer(self: Box<Self>, fault: Option<Error>) {
        let result = match (self.result, fault) {
            // The closure's own error says more than what became of the group.
            (Some(Err(own)), _) => Err(own),
            (_, Some(fault)) => Err(fault),
            (Some(done), None) => done,
            (None, None) => Err(Error::Database("a write was never run".into())),
        };
        // A caller that has gone away wants no answer.
        let _ = self.reply.send(result);
    }
}

/// What a panic said.
fn words(panic: &(dyn std::any::Any + Send)) -> String {
    let words = panic.downcast_ref::<&str>().map(|s| (*s).to_owned());
    words.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "a panic without words".into())
}

/// The thread's whole life: it ends when nobody is left who could send an order.
pub(crate) fn run(seat: &Seat, session: Box<dyn Session>, orders: &Receiver<Box<dyn Order>>) {
    let mut session = Some(session);
    let mut left = None;
    while let Some(first) = left.take().or_else(|| orders.recv().ok()) {
        match seat.begun(session.take(), first.synced()) {
            Ok(mut c) => {
                left = group(&mut *c, first, orders, &seat.listeners);
                session = Some(c).filter(|c| !c.is_broken());
            }
            Err((kept, fault)) => {
                first.answer(Some(fault));
                session = kept;
            }
        }
    }
}

/// Where the thread writes, and whom it tells.
pub(crate) struct Seat {
    pub(crate) place: Place,
    pub(crate) set: &'static Set,
    pub(crate) listeners: Arc<Listeners>,
}

/// A connection that may still be good, and what is wrong.
type NotBegun = (Option<Box<dyn Session>>, Error);

impl Seat {
    /// A connection in a transaction: the one we have, or a new one when that was lost while nobody wrote.
    fn begun(&self, kept: Option<Box<dyn Session>>, synced: bool) -> std::result::Result<Box<dyn Session>, NotBegun> {
        if let Some(mut c) = kept {
            match c.begin_write(synced) {
                Ok(()) => return Ok(c),
                Err(fault) if !c.is_broken() => return Err((Some(c), fault)),
                Err(_) => {}
            }
        }
        let mut c = self.place.writer(self.set).map_err(|fault| (None, fault))?;
        match c.begin_write(synced) {
            Ok(()) => Ok(c),
            Err(fault) => Err((Some(c).filter(|c| !c.is_broken()), fault)),
        }
    }
}

/// Those who want to know that a change was committed.
#[derive(Default)]
pub(crate) struct Listeners(Mutex<Vec<Arc<dyn Fn() + Send + Sync>>>);

impl Listeners {
    pub(crate) fn add(&self, listener: Arc<dyn Fn() + Send + Sync>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(listener);
    }

    /// Calls each. One that panics is told to the log; what was committed stays so.
    fn call(&self) {
        let listeners = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        for listener in listeners {
            if let Err(panic) = catch_unwind(AssertUnwindSafe(|| listener())) {
                tracing::error!("a listener to changes failed: {}", words(&*panic));
            }
        }
    }
}

/// Runs `first` and those that wait behind it, commits, calls the listeners, then answers each. Returns one that was not run:
/// it must wait for the disk, and this transaction does not.
fn group(
    c: &mut dyn Session,
    first: Box<dyn Order>,
    orders: &Receiver<Box<dyn Order>>,
    listeners: &Listeners,
) -> Option<Box<dyn Order>> {
    let begun = Instant::now();
    let synced = first.synced();
    let mut left = None;
    let mut ran = Vec::new();
    let mut next = Some(first);
    let (mut lost, mut changed) = (None, false);
    while let Some(mut order) = next.take() {
        let outcome = in_savepoint(c, order.as_mut());
        ran.push(order);
        match outcome {
            Ok(appended) => changed |= appended,
            Err(fault) => {
                lost = Some(fault);
                break;
            }
        }
        if ran.len() < GROUP && begun.elapsed() < GROUP_TIME {
            next = orders.try_recv().ok();
            left = next.take_if(|order| order.synced() && !synced);
        }
    }
    let lost = lost.or_else(|| c.commit().err());
    if lost.is_some() && c.in_transaction() {
        // When even that fails, the next BEGIN says so to the next caller.
        let _ = c.batch("ROLLBACK");
    }
    if lost.is_none() && changed {
        listeners.call();
    }
    answer(ran, lost);
    left
}

/// Answers each with what became of the group, the last one first: it is the one that met the fault, and is given it as it is.
fn answer(ran: Vec<Box<dyn Order>>, mut lost: Option<Error>) {
    let copy = lost.as_ref().map(Error::again);
    for order in ran.into_iter().rev() {
        order.answer(lost.take().or_else(|| copy.as_ref().map(Error::again)));
    }
}

/// Runs one order so that only its own writes go when it fails; whether it appended to the log of changes. An error means
/// that the whole transaction is lost.
fn in_savepoint(c: &mut dyn Session, order: &mut dyn Order) -> Result<bool> {
    c.batch("SAVEPOINT one_write")?;
    c.take_changed();
    let keep = order.run(c);
    let changed = c.take_changed();
    if !c.in_transaction() {
        // Whoever was in it learns why: a lost connection as it is, anything else as the words of the one it hit.
        let why = order.failure();
        return Err(why.unwrap_or_else(|| Error::RolledBack("the database gave up the whole transaction".into())));
    }
    if keep {
        let Err(fault) = c.batch("RELEASE one_write") else { return Ok(changed) };
        // PostgreSQL keeps nothing of a closure that went on after a statement of it had failed.
        if !c.in_transaction() {
            return Err(fault);
        }
        order.fail(fault);
    }
    c.batch("ROLLBACK TO one_write; RELEASE one_write")?;
    Ok(false)
}
