//! What a reader gets who does not get the page asked for, in the house's style.

use askama::Template;
use axum::http::StatusCode;

use crate::{
    card::Card,
    failure::Failure,
    frame::Frame,
    page::Page,
    site::{Answer, Ask},
    words::{self, Words},
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

/// Status, title and text for a failure.
fn told(failure: &Failure, w: &Words) -> (StatusCode, &'static str, String) {
    let (status, title, text) = match failure {
        Failure::Gone { notice } if !notice.is_empty() => return (StatusCode::GONE, w.gone_title, notice.clone()),
        Failure::Gone { .. } => (StatusCode::GONE, w.gone_title, w.gone_text),
        Failure::TooMany { wait_seconds } => {
            return (StatusCode::TOO_MANY_REQUESTS, w.too_many_title, w.too_many_text(*wait_seconds));
        }
        Failure::Busy => (StatusCode::SERVICE_UNAVAILABLE, w.busy_title, w.busy_text),
        Failure::BadForm(words) => return (StatusCode::BAD_REQUEST, w.bad_form_title, words.clone()),
        Failure::NotFound | Failure::Moved(_) => (StatusCode::NOT_FOUND, w.not_found_title, w.not_found_text),
        Failure::Store(_) | Failure::Template(_) | Failure::Document(_) | Failure::Check(_) => {
            (StatusCode::INTERNAL_SERVER_ERROR, w.failed_title, w.failed_text)
        }
    };
    (status, title, text.to_owned())
}

/// The page for a failure, in the house's language.
pub fn page(ask: &mut Ask<'_>, failure: &Failure) -> Answer {
    let lang = ask.site.house.lang.clone();
    let (status, title, text) = told(failure, words::of(&lang));
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
