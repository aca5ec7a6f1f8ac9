//! The public pages: server-rendered, no script, no third-party request, one inlined stylesheet. They read published
//! stories only and write nothing.

#![deny(clippy::indexing_slicing)]

mod address;
mod answer;
mod cache;
mod card;
mod checker;
mod colour;
mod edition;
mod evidence;
mod failure;
mod feed;
mod form;
mod frame;
mod headers;
mod house;
mod house_page;
mod json_ld;
mod licence;
mod limit;
mod markdown;
mod moment;
mod page;
mod pages;
mod rail;
mod robots;
mod security_txt;
mod site;
mod sitemap;
mod style;
mod trending;
mod view_count;
mod words;

use std::sync::Arc;

use axum::{
    Router,
    routing::{any, post},
};
use news::Time;
use store::Store;

pub use address::is_taken;
pub use checker::{Checker, Pasted};
pub use edition::Edition;
pub use house::{FooterGroup, House, Link, LogoBytes};
pub use house_page::{HousePage, NAMES as PAGE_NAMES, PLACEHOLDERS, generated as generated_page, unknown_placeholder};
pub use view_count::ViewCounter;

/// Tells the moment.
pub type Clock = Arc<dyn Fn() -> Time + Send + Sync>;

/// The pages of a house over its store. Views are counted into `views`; whoever serves drains and writes them. The forms
/// need the client's address: serve with `into_make_service_with_connect_info`.
pub fn router(
    house: Arc<House>,
    store: Store,
    clock: Clock,
    checker: Arc<dyn Checker>,
    views: Arc<ViewCounter>,
) -> Router {
    let site = Arc::new(site::Site::new(house, store, clock, checker, views));
    Router::new()
        .route("/article/{id}/try", post(answer::try_it).fallback(answer::get))
        .route("/check", post(answer::check).get(answer::get).fallback(answer::get))
        .fallback(any(answer::get))
        .with_state(site)
}

#[cfg(test)]
mod tests;
