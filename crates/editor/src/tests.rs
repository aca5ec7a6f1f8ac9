//! The desk as its people meet it: requests in, pages out.

mod attack;
mod day;
mod house;
mod own;
mod passkey;
mod particulars;
mod piece;
mod room;
mod statistics;
mod way_in;
