//! Why not, as RFC 9457 has it.

use axum::http::{StatusCode, header};
use serde::Serialize;
use utoipa::ToSchema;

use super::shape;
use crate::{failure::Failure, reply::Reply};

/// Why an order was not done, or a question not answered.
#[derive(Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the status says which kind it is.
    #[serde(rename = "type")]
    kind: String,
    /// The status in words.
    title: String,
    /// The status.
    status: u16,
    /// A sentence for people that says what to do.
    detail: String,
    /// The story with its newest text, where somebody was quicker.
    #[serde(skip_serializing_if = "Option::is_none")]
    newest: Option<shape::Story>,
}

/// The answer to a failure.
pub fn reply(failure: &Failure) -> Reply {
    with(failure, None)
}

/// The answer to a method that the address does not take.
pub fn not_so() -> Reply {
    told(StatusCode::METHOD_NOT_ALLOWED, &Failure::NotFound, None)
}

/// The answer to a failure, with the newest text beside it.
pub fn with(failure: &Failure, newest: Option<shape::Story>) -> Reply {
    told(failure.status(), failure, newest)
}

fn told(status: StatusCode, failure: &Failure, newest: Option<shape::Story>) -> Reply {
    let problem = Problem {
        kind: "about:blank".into(),
        title: status.canonical_reason().unwrap_or("Not done").into(),
        status: status.as_u16(),
        detail: detail(failure),
        newest,
    };
    let reply = Reply::problem(&serde_json::to_value(problem).unwrap_or_default()).with_status(status);
    match failure {
        Failure::Token(_) => reply.with_header(header::WWW_AUTHENTICATE, "Bearer realm=\"desk\"".into()),
        Failure::Scope { .. } => {
            reply.with_header(header::WWW_AUTHENTICATE, "Bearer realm=\"desk\", error=\"insufficient_scope\"".into())
        }
        Failure::TooMany(seconds) => reply.with_header(header::RETRY_AFTER, seconds.to_string()),
        _ => reply,
    }
}

/// What screens say of forms and tries is said of bodies and requests here.
fn detail(failure: &Failure) -> String {
    match failure {
        Failure::TooLarge => "A body holds 1 MiB at most, and must be here within half a minute.".into(),
        Failure::TooMany(seconds) => {
            format!("A token may ask 120 times a minute. Wait {seconds} seconds, as Retry-After says.")
        }
        Failure::NotFound => "There is nothing here. /desk/api/openapi.json lists what there is.".into(),
        other => other.words(),
    }
}
