//! The promise of the check: what the sources say passes, one planted lie is caught and named.

mod clean;
mod corpus;
mod disagreeing;
mod lies;
mod odd;
