//! Tests at the level of the promise: a reader asks, a page answers. The store is a real one in a temporary folder.

mod archive;
mod bylines;
mod door;
mod editions;
mod feeds;
mod fixture;
mod forms;
mod house_pages;
mod markup;
mod pages;
mod pieces;
mod preview;
mod snapshot;
mod sources;
