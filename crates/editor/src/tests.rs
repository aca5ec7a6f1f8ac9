//! The desk as its people meet it: requests in, pages out.

mod attack;
mod day;
mod piece;
mod room;
mod statistics;
mod way_in;
