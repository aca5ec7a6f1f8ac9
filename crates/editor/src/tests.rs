//! The desk as its people meet it: requests in, pages out.

mod api;
mod api_house;
mod attack;
mod day;
mod editions;
mod house;
mod markup;
mod merge;
mod morning_mail;
mod own;
mod particulars;
mod passkey;
mod piece;
mod piece_out;
mod piece_sources;
mod preview;
mod records;
mod reports;
mod restore;
mod room;
mod statistics;
mod upload;
mod way_in;
