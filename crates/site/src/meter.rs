//! What the pages' side has done since the start, as plain counters that whoever serves may show.

use std::sync::atomic::{AtomicU64, Ordering};

macro_rules! meter {
    ($($name:ident: $help:literal;)*) => {
        /// Counters; each only grows.
        #[derive(Debug, Default)]
        pub struct Meter {
            $(#[doc = $help] pub $name: Count,)*
        }

        impl Meter {
            /// Name, meaning and value of each.
            pub fn read(&self) -> Vec<(&'static str, &'static str, u64)> {
                vec![$((stringify!($name), $help, self.$name.get()),)*]
            }
        }
    };
}

/// A number that grows.
#[derive(Debug, Default)]
pub struct Count(AtomicU64);

impl Count {
    /// One more.
    pub fn add(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    /// So many.
    pub fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

meter! {
    page_hits: "Requests answered with a finished page";
    page_misses: "Pages made because none was finished";
    page_old: "Old pages shown because the store was away";
    page_failures: "Pages that could not be made";
    forms: "Forms taken";
    refused: "Requests refused because a limit was reached";
    bad_requests: "Requests that were no HTTP, or too large";
    slow_clients: "Connections closed because a client was too slow";
    connections: "Connections accepted";
    changes: "Published changes that the pages have followed";
}
