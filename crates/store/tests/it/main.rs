//! Every test of the store's promises, run on every backend.
//!
//! `cfg(test)` is always on here; it tells the lints that these modules are tests throughout.

#[cfg(test)]
mod away;
#[cfg(test)]
mod backend;
#[cfg(test)]
mod blobs;
#[cfg(test)]
mod changes;
#[cfg(test)]
mod copying;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod jobs;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod mailed;
#[cfg(test)]
mod migrations;
#[cfg(test)]
mod postgres;
#[cfg(test)]
mod queue;
#[cfg(test)]
mod records;
#[cfg(test)]
mod rows;
#[cfg(test)]
mod statistics;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod transactions;
