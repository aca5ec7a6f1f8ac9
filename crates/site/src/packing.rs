//! Packs well-read pages as small as can be, behind the readers' backs.

use std::sync::{
    Arc, OnceLock,
    mpsc::{SyncSender, sync_channel},
};

use crate::finished::Finished;

/// Pages that may wait; further ones are packed when they are asked for again.
const WAITING: usize = 64;

/// One thread, started with the first page.
#[derive(Default)]
pub struct Packing {
    pages: OnceLock<Option<SyncSender<Arc<Finished>>>>,
}

impl Packing {
    /// Takes a page to pack when there is room.
    pub fn take(&self, page: &Arc<Finished>) {
        if let Some(pages) = self.pages.get_or_init(start) {
            // A full queue means that this page stays packed quickly.
            pages.try_send(page.clone()).ok();
        }
    }
}

/// Without a thread pages stay packed quickly.
fn start() -> Option<SyncSender<Arc<Finished>>> {
    let (pages, waiting) = sync_channel::<Arc<Finished>>(WAITING);
    let pack = move || {
        for page in waiting {
            page.pack_well();
        }
    };
    std::thread::Builder::new().name("packing".into()).spawn(pack).ok().map(|_| pages)
}
