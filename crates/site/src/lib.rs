//! The public pages: server-rendered, no script, no third-party request, one inlined stylesheet. They read published
//! stories only and write nothing.

#![deny(clippy::indexing_slicing)]

mod address;
mod answer;
mod beside;
mod cache;
mod card;
mod changed;
mod checker;
mod client;
mod coding;
mod colour;
pub mod door;
mod edition;
mod evidence;
mod failure;
mod feed;
mod finished;
mod following;
mod form;
mod form_answer;
mod frame;
mod headers;
mod house;
mod house_page;
mod json_ld;
mod licence;
mod limit;
mod machine;
mod markdown;
mod meter;
mod moment;
mod packing;
mod page;
mod pages;
mod preview;
mod rail;
pub mod report;
mod robots;
mod security_txt;
mod site;
mod sitemap;
mod style;
mod view_count;
mod words;

use std::sync::Arc;

use axum::{
    Router,
    routing::{any, post},
};
use news::Time;

pub use address::is_taken;
pub use checker::{Checker, Pasted};
pub use client::Client;
pub use house::{FooterGroup, House, LogoBytes};
pub use house_page::{HousePage, NAMES as PAGE_NAMES, PLACEHOLDERS, generated as generated_page, unknown_placeholder};
pub use news::edition::{Arrangement, Edition, Link};
pub use preview::Preview;
pub use site::Site;
pub use style::accents;
pub use view_count::ViewCounter;

/// Tells the moment.
pub type Clock = Arc<dyn Fn() -> Time + Send + Sync>;

impl Site {
    /// The pages as a router, for what the [`door`] does not answer by itself: forms, and requests of unusual shape. The
    /// forms need the client's address as `ConnectInfo<Client>`.
    pub fn router(self: &Arc<Self>) -> Router {
        use form_answer::{check, get, try_it};
        Router::new()
            .route("/article/{id}/try", post(try_it).fallback(get))
            .route("/check", post(check).get(get).fallback(get))
            .fallback(any(get))
            .with_state(self.clone())
    }
}

#[cfg(test)]
mod tests;
