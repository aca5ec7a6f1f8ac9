//! Measures and torments the newsroom: an invented archive, pages and pipeline under load, hours of mixed readers, crashes.
//! Traffic goes to 127.0.0.1 only; every process that is started is ended.

pub mod archive;
pub mod attach;
pub mod audit;
pub mod chance;
pub mod check;
pub mod crash;
pub mod desk;
pub mod desk_at_work;
pub mod feed;
pub mod feed_server;
pub mod figure;
pub mod home;
pub mod http;
pub mod nginx;
pub mod pages;
pub mod pipeline;
pub mod process;
pub mod progress;
pub mod report;
pub mod scale;
pub mod served;
pub mod soak;
pub mod stream;
pub mod wrk;
