//! What a reader gets who does not get the page asked for, in the house's style.

use askama::Template;
use axum::http::StatusCode;
use news::Lang;

use crate::{
    card::Card,
    client::TURN,
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
    /// The text's language where it is not the page's: a notice speaks that of what is gone.
    lang: Option<Lang>,
    latest: Vec<Card>,
}

/// Status, title and text for a failure.
fn told(failure: &Failure, w: &Words) -> (StatusCode, &'static str, String) {
    let (status, title, text) = match failure {
        Failure::Gone { notice } if !notice.is_empty() => return (StatusCode::GONE, w.gone_title, notice.clone()),
        Failure::Gone { .. } => (StatusCode::GONE, w.gone_title, w.gone_text),
        Failure::PieceGone { lang } => {
            return (StatusCode::GONE, w.piece_gone_title, words::of(lang).piece_gone_text.to_owned());
        }
        Failure::TooMany { wait_seconds } => {
            return (StatusCode::TOO_MANY_REQUESTS, w.too_many_title, w.too_many_text(*wait_seconds));
        }
        Failure::TooLarge { most_bytes } => {
            return (StatusCode::PAYLOAD_TOO_LARGE, w.too_large_title, w.too_large_text(*most_bytes / 1024));
        }
        Failure::Slow => (StatusCode::REQUEST_TIMEOUT, w.too_slow_title, w.too_slow_text),
        Failure::Busy => (StatusCode::SERVICE_UNAVAILABLE, w.busy_title, w.busy_text),
        Failure::BadForm(words) => return (StatusCode::BAD_REQUEST, w.bad_form_title, words.clone()),
        Failure::NotFound | Failure::Moved(_) => (StatusCode::NOT_FOUND, w.not_found_title, w.not_found_text),
        Failure::Store(error) if error.is_away() => (StatusCode::SERVICE_UNAVAILABLE, w.away_title, w.away_text),
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
        Failure::NotFound => ask.latest(&store::list::Filter::default(), 6)?,
        _ => Vec::new(),
    };
    let latest = Card::all(ask, latest, &lang)?;
    let lang = match failure {
        Failure::PieceGone { lang } => Some(lang.clone()),
        _ => None,
    };
    let view = View { w: f.w, title: title.into(), text, lang, latest, f };
    let mut page = Page::rendered(&view)?.with_status(status);
    page.retry_after_seconds = wait_seconds(failure);
    Ok(page)
}

/// When to ask again.
fn wait_seconds(failure: &Failure) -> Option<u64> {
    match failure {
        Failure::TooMany { wait_seconds } => Some(*wait_seconds),
        Failure::Busy => Some(TURN.as_secs()),
        Failure::Store(error) if error.is_away() => Some(TURN.as_secs()),
        _ => None,
    }
}

/// The excuse without the house's frame, for when the store does not answer or there is no time to ask it.
pub fn bare(failure: &Failure, lang: &Lang) -> Page {
    let w = words::of(lang);
    let (status, title, text) = told(failure, w);
    let text = crate::feed::xml(&text);
    let (tag, dir) = (w.tag, Lang::new(w.tag).dir());
    let html = format!(
        "<!doctype html><html lang=\"{tag}\" dir=\"{dir}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{title}</title><h1>{title}</h1><p>{text}</p></html>"
    );
    let mut page = Page::html(html).with_status(status);
    page.retry_after_seconds = wait_seconds(failure);
    page
}
