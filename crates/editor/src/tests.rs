//! The desk as its people meet it: requests in, pages out.

mod api;
mod attack;
mod day;
mod house;
mod merge;
mod morning_mail;
mod own;
mod particulars;
mod passkey;
mod piece;
mod piece_out;
mod restore;
mod room;
mod statistics;
mod upload;
mod way_in;
