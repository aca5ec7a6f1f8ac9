//! What a reader gets who does not get the page asked for, in the house's style.

use askama::Template;
use axum::http::StatusCode;

use crate::{
    card::Card,
    failure::Failure,
    frame::Frame,
    page::Page,
    site::{Answer, Ask},
    words::Words,
};

#[derive(Template)]
#[template(path = "excuse.html", whitespace = "minimize")]
struct View {
    f: Frame,
    w: &'static Words,
    title: String,
    text: String,
    latest: Vec<Card>,
}

/// Status, title and text for a failure; `None` when it has no page of its own.
fn told(failure: &Failure) -> (StatusCode, &'static str, String) {
    match failure {
        Failure::Gone { notice } => {
            let text = if notice.is_empty() { "This story was withdrawn.".to_owned() } else { notice.clone() };
            (StatusCode::GONE, "This story was withdrawn", text)
        }
        Failure::TooMany { wait_seconds } => (
            StatusCode::TOO_MANY_REQUESTS,
            "Too many checks in a minute",
            format!("Checking a text takes work, so each reader may send only so many in a minute. Come back in {wait_seconds} s: go back in your browser, where your text still stands, and send it again."),
        ),
        Failure::Busy => (
            StatusCode::SERVICE_UNAVAILABLE,
            "The check is busy",
            "Many readers are having texts checked at this moment. Go back in your browser, where your text still stands, and send it again in a few seconds.".into(),
        ),
        Failure::BadForm(words) => (StatusCode::BAD_REQUEST, "This text cannot be checked", words.clone()),
        Failure::NotFound | Failure::Moved(_) => (
            StatusCode::NOT_FOUND,
            "There is no such page",
            "The address may be mistyped, or the page was never published. The newest stories are below.".into(),
        ),
        Failure::Store(_) | Failure::Template(_) | Failure::Document(_) | Failure::Check(_) => (
            StatusCode::INTERNAL_SERVER_ERROR,
            "This page could not be made",
            "The fault is ours and has been written to our log. Please try again in a minute.".into(),
        ),
    }
}

/// The page for a failure.
pub fn page(ask: &mut Ask<'_>, failure: &Failure) -> Answer {
    let (status, title, text) = told(failure);
    let lang = news::Lang::en();
    let mut f = Frame::new(ask, &lang, title, "/")?;
    f.noindex = true;
    f.canonical.clear();
    f.feeds.clear();
    // A withdrawn story's page shows the notice and nothing else.
    let latest = match failure {
        Failure::NotFound => store::list::latest(ask.c, &store::list::Filter::default(), 6)?,
        _ => Vec::new(),
    };
    let latest = Card::all(ask, latest, &lang)?;
    let view = View { w: f.w, title: title.into(), text, latest, f };
    Ok(Page::html(view.render()?).with_status(status))
}

/// When even the frame cannot be made: the store does not answer.
pub fn bare() -> Page {
    let html = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Not available</title>\
        <h1>This page could not be made</h1><p>The fault is ours. Please try again in a minute.</p></html>";
    Page::html(html.into()).with_status(StatusCode::INTERNAL_SERVER_ERROR)
}
