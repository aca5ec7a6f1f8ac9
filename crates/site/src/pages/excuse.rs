//! What a reader gets who does not get the page asked for, in the house's style.

use askama::Template;
use axum::http::StatusCode;

use crate::{
    card::Card,
    client::TURN,
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
        Failure::TooLarge { most_bytes } => (
            StatusCode::PAYLOAD_TOO_LARGE,
            "This text is too long",
            format!("A form may hold up to {} KB. Go back in your browser, where your text still stands, and send less of it.", most_bytes / 1024),
        ),
        Failure::Slow => (
            StatusCode::REQUEST_TIMEOUT,
            "This text did not arrive",
            "Your text took too long on its way. Go back in your browser, where it still stands, and send it again.".into(),
        ),
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
        Failure::Store(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "This page cannot be shown at the moment",
            "The newsroom's store does not answer. We know of it. Please try again in a minute.".into(),
        ),
        Failure::Template(_) | Failure::Document(_) | Failure::Check(_) => (
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
        Failure::NotFound => ask.latest(&store::list::Filter::default(), 6)?,
        _ => Vec::new(),
    };
    let latest = Card::all(ask, latest, &lang)?;
    let view = View { w: f.w, title: title.into(), text, latest, f };
    let mut page = Page::html(view.render()?).with_status(status);
    page.retry_after_seconds = wait_seconds(failure);
    Ok(page)
}

/// When to ask again.
fn wait_seconds(failure: &Failure) -> Option<u64> {
    match failure {
        Failure::TooMany { wait_seconds } => Some(*wait_seconds),
        Failure::Busy | Failure::Store(_) => Some(TURN.as_secs()),
        _ => None,
    }
}

/// The excuse without the house's frame, for when the store does not answer or there is no time to ask it.
pub fn bare(failure: &Failure) -> Page {
    let (status, title, text) = told(failure);
    let html = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{title}</title><h1>{title}</h1><p>{text}</p></html>"
    );
    let mut page = Page::html(html).with_status(status);
    page.retry_after_seconds = wait_seconds(failure);
    page
}
