//! The newsroom from outside: wire bytes in, pages out; the command line; a drafter that lies.

#![expect(clippy::unwrap_used, reason = "what a test's helper cannot do fails the test")]

mod assist;
mod backup;
mod bad_input;
mod cli;
mod house_pages;
mod liar;
mod mail;
mod merge_split;
mod newsday;
mod one_event;
mod operator;
mod outlet_pictures;
mod outlets;
mod preview;
mod round_up;
mod shared;
mod stays_down;
mod story_acts;
mod thread;
mod tongues;
mod wire_signals;

use news::Time;

/// Monday 2026-11-23, 10:00 UTC.
pub fn now() -> Time {
    Time(1_795_428_000_000)
}
