//! The desk's morning mail: what waits for a person, each line with its address at the desk, handed to the house's mail server.
//!
//! `section.rs` gathers, `morning.rs` writes, `letter.rs` puts it into a message, `smtp.rs` hands it over. When a letter is due
//! is not decided here.

#![deny(clippy::indexing_slicing)]

mod error;
mod house;
mod letter;
pub mod morning;
mod plain;
mod section;
pub mod smtp;
#[cfg(test)]
mod tests;

pub use self::{
    error::Error,
    house::House,
    letter::{Letter, is_address, trial},
    smtp::Relay,
};
