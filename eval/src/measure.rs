//! Measures, each one pure function with its source.

pub mod porter;
pub mod ranking;
pub mod rouge;
pub mod tokenized;
