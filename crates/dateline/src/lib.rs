//! The newsroom put together: configuration, command line, the pipeline's one match over jobs, the server, the sample day.

mod archive;
pub mod backup;
pub mod checker;
pub mod cli;
pub mod config;
mod failure;
pub mod feeds;
mod house_pages;
pub mod intake;
pub mod morning;
pub mod picture;
pub mod preview;
pub mod restore;
pub mod sample;
pub mod serve;
pub mod server;
pub mod shift;
mod watch;
pub mod work;

use jiff::Timestamp;
use news::Time;

/// Now, by the machine's clock. The only place that asks it.
pub fn now() -> Time {
    Time(Timestamp::now().as_millisecond())
}
