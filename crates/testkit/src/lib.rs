//! A newsroom for tests: the real pipeline and the real pages in a folder that goes away, a drafter that lies, and a feed
//! server on the loopback. Used from `tests/` folders only.

pub mod feed_server;
pub mod liar;
pub mod model_server;
pub mod newsroom;
pub mod postgres;
pub mod smtp;

pub use feed_server::FeedServer;
pub use model_server::ModelServer;
pub use newsroom::{Page, TestNewsroom};
pub use postgres::Postgres;
pub use smtp::SmtpServer;

/// A policy for `dateline.toml` by which everything that is supported goes out by itself.
pub const GOES_OUT: &str = "\n[[policy.publish]]\nname = \"Everything that is supported\"\nsensitive = true\n";
