//! The one thread that writes: closures that wait together become one transaction, so that one sync to disk serves them all.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender};
use std::time::{Duration, Instant};

use crate::conn::Conn;
use crate::sqlite::Sqlite;
use crate::{Error, Result};

/// The most closures in one transaction.
const GROUP: usize = 512;
/// After this long no further closure joins a transaction: the first ones wait for their answer.
const GROUP_TIME: Duration = Duration::from_millis(20);

/// A closure that waits to be run, and then for the commit.
pub(crate) trait Order: Send {
    /// Runs the closure once; whether its writes are to be kept.
    fn run(&mut self, c: &mut dyn Conn) -> bool;
    /// What the closure said when it failed.
    fn failure(&self) -> Option<String>;
    /// Sends the answer: the closure's own, or `fault` when it was not, or not lastingly, carried out.
    fn answer(self: Box<Self>, fault: Option<Error>);
}

/// The order of `Store::write`.
pub(crate) struct Waiting<T, F> {
    pub(crate) work: Option<F>,
    pub(crate) result: Option<Result<T>>,
    pub(crate) reply: SyncSender<Result<T>>,
}

impl<T: Send, F: FnOnce(&mut dyn Conn) -> Result<T> + Send> Order for Waiting<T, F> {
    fn run(&mut self, c: &mut dyn Conn) -> bool {
        let Some(work) = self.work.take() else { return false };
        let result =
            catch_unwind(AssertUnwindSafe(|| work(c))).unwrap_or_else(|panic| Err(Error::Panicked(words(&*panic))));
        let keep = result.is_ok();
        self.result = Some(result);
        keep
    }

    fn failure(&self) -> Option<String> {
        self.result.as_ref()?.as_ref().err().map(ToString::to_string)
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
pub(crate) fn run(mut c: Sqlite, orders: &Receiver<Box<dyn Order>>) {
    while let Ok(first) = orders.recv() {
        match c.batch("BEGIN IMMEDIATE") {
            Ok(()) => group(&mut c, first, orders),
            Err(fault) => first.answer(Some(fault)),
        }
    }
}

/// Runs `first` and those that wait behind it, commits, then answers each.
fn group(c: &mut Sqlite, first: Box<dyn Order>, orders: &Receiver<Box<dyn Order>>) {
    let begun = Instant::now();
    let mut ran = Vec::new();
    let mut next = Some(first);
    let mut lost = None;
    while let Some(mut order) = next.take() {
        let outcome = in_savepoint(c, order.as_mut());
        ran.push(order);
        if let Err(fault) = outcome {
            lost = Some(fault);
            break;
        }
        if ran.len() < GROUP && begun.elapsed() < GROUP_TIME {
            next = orders.try_recv().ok();
        }
    }
    let lost = lost.or_else(|| c.batch("COMMIT").err());
    if lost.is_some() && c.in_transaction() {
        // When even that fails, the next BEGIN says so to the next caller.
        let _ = c.batch("ROLLBACK");
    }
    let why = lost.as_ref().map(ToString::to_string);
    let mut lost = lost;
    for order in ran.into_iter().rev() {
        // One is given the fault as it is; a fault cannot be copied, so the others get its words.
        order.answer(lost.take().or_else(|| why.clone().map(Error::Database)));
    }
}

/// Runs one order so that only its own writes go when it fails. An error means that the whole transaction is lost.
fn in_savepoint(c: &mut Sqlite, order: &mut dyn Order) -> Result<()> {
    c.batch("SAVEPOINT one_write")?;
    let keep = order.run(c);
    if !c.in_transaction() {
        let why = order.failure().unwrap_or_else(|| "the database gave up the whole transaction".into());
        return Err(Error::RolledBack(why));
    }
    c.batch(if keep { "RELEASE one_write" } else { "ROLLBACK TO one_write; RELEASE one_write" })
}
