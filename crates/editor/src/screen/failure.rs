//! A page that says why not, and what to do.

use askama::Template;

use crate::{Desk, failure::Failure, reply::Reply, screen::shell::Shell, visit::Seat};

#[derive(Template)]
#[template(path = "failure.html")]
struct Page {
    shell: Shell,
    title: &'static str,
    words: String,
}

/// The page of a failure.
pub fn page(desk: &Desk, seat: Option<&Seat>, failure: &Failure) -> Reply {
    let status = failure.status();
    let title = match status.as_u16() {
        401 => "Sign in first",
        403 => "Not like this",
        404 => "Nothing here",
        409 => "Not now",
        413 => "Too much",
        422 => "Not quite",
        429 => "A moment",
        _ => "Something went wrong",
    };
    let words = failure.words();
    let page = Page { shell: Shell::new(desk, seat, title, ""), title, words };
    Reply::html(page.render().unwrap_or_else(|_| page.words.clone())).with_status(status)
}
