//! One page is made once, however many readers wait for it.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::watch;

use super::Kept;

/// The pages that are being made.
#[derive(Default)]
pub struct Making {
    pages: Mutex<HashMap<Box<str>, One>>,
}

struct One {
    /// The clock before its snapshot.
    born: u64,
    waiting: watch::Receiver<Option<Arc<Kept>>>,
}

/// What a reader does who needs a page that is not there.
pub enum Turn {
    /// Make it, and say so with [`Maker::made`].
    Make(Maker),
    /// Somebody makes it: wait.
    Wait(watch::Receiver<Option<Arc<Kept>>>),
}

/// The one who makes a page. Dropped without a page (it could not be made), it lets those who wait go.
pub struct Maker {
    all: Arc<Making>,
    key: Box<str>,
    born: u64,
    tell: watch::Sender<Option<Arc<Kept>>>,
}

impl Making {
    /// Whose turn it is at `key` when the clock stands at `clock`. A page whose making began before the last change is not
    /// waited for: it may be void when it is done.
    pub fn turn(self: &Arc<Self>, key: &str, clock: u64) -> Turn {
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(one) = pages.get(key).filter(|one| one.born >= clock) {
            return Turn::Wait(one.waiting.clone());
        }
        let (tell, waiting) = watch::channel(None);
        pages.insert(key.into(), One { born: clock, waiting });
        Turn::Make(Maker { all: self.clone(), key: key.into(), born: clock, tell })
    }
}

impl Maker {
    /// Where the page stands.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The clock before its snapshot.
    pub fn born(&self) -> u64 {
        self.born
    }

    /// Gives the page to those who wait.
    pub fn made(self, kept: &Arc<Kept>) {
        self.tell.send_replace(Some(kept.clone()));
    }
}

impl Drop for Maker {
    fn drop(&mut self) {
        let mut pages = self.all.pages.lock().unwrap_or_else(PoisonError::into_inner);
        // A later one may have taken the place.
        if pages.get(&self.key).is_some_and(|one| one.born == self.born) {
            pages.remove(&self.key);
        }
    }
}
