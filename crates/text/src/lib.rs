//! Language: sentences, words, stems, places, near-duplicates, ranking. Pure functions over `&str`; every range is in bytes.
//! What the check reads out of a sentence (numbers, dates, names, quotations) lives here too, one file a kind.

pub mod clean;
pub mod cue;
pub mod date;
pub mod detect;
mod lex;
pub mod likeness;
pub mod linear;
pub mod name;
pub mod near;
pub mod number;
pub mod order;
pub mod place;
pub mod quote;
pub mod rank;
pub mod sentence;
pub mod synonym;
pub mod word;
