//! Measures, each one pure function with its source.

pub mod clustering;
pub mod labels;
pub mod logistic;
pub mod porter;
pub mod ranking;
pub mod rouge;
pub mod tokenized;
