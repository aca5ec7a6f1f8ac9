//! The promise of the check: what the sources say passes, one planted lie is caught and named.

mod adversary;
mod clean;
mod consistency;
mod corpus;
mod disagreeing;
mod figured;
mod free;
mod lies;
mod newsday;
mod odd;
mod retold;
