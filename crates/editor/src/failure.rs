//! Why somebody gets something else than they asked for, each with a sentence that says what to do.

use axum::http::StatusCode;
use news::person::Role;

/// What stopped a request.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Nobody is signed in.
    #[error("Sign in first.")]
    SignIn,
    /// They are, and may not.
    #[error("This is for {}; you are signed in as {}. Ask an admin if that is wrong.", one(*.needed), one(*.is))]
    Role {
        /// The least role that may.
        needed: Role,
        /// Theirs.
        is: Role,
    },
    /// The form was not ours, or is too old.
    #[error(
        "This form did not come from this desk, or you signed in again since. Go back, reload, and send it once more."
    )]
    Forged,
    /// Too many tries.
    #[error("Too many tries. Wait {0} seconds and try again.")]
    TooMany(u64),
    /// There is no such thing.
    #[error("There is nothing here.")]
    NotFound,
    /// What was sent cannot be used, and why.
    #[error("{0}")]
    Wrong(String),
    /// The act wants proof of who they are.
    #[error("This wants the six digits from your phone: nobody at an open screen shall do it in your name.")]
    Code,
    /// It did not arrive in time.
    #[error("This did not arrive in time. Send it again, a picture as a smaller copy.")]
    Late,
    /// A form is larger than any of ours.
    #[error("That is more than a form of this desk can hold.")]
    TooLarge,
    /// A program sent no token, or none that holds.
    #[error("{0}")]
    Token(&'static str),
    /// Its token holds and may not.
    #[error("This needs a token with the scope `{needed}`; yours has `{has}`.")]
    Scope {
        /// What it needs.
        needed: &'static str,
        /// What the token has.
        has: String,
    },
    /// A program sent something else than JSON.
    #[error("Send JSON, with `Content-Type: application/json`.")]
    NotJson,
    /// The desk said no.
    #[error(transparent)]
    Desk(#[from] desk::Error),
    /// The store said no.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// Something of ours is broken; the log says what.
    #[error("Something went wrong on our side. The log says what; try again.")]
    Broken(String),
}

/// `an editor`, `a reporter`.
fn one(role: Role) -> String {
    let word = role.word();
    let article = if word.starts_with(['a', 'e']) { "an" } else { "a" };
    format!("{article} {word}")
}

impl Failure {
    /// The answer's status.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::SignIn | Self::Token(_) => StatusCode::UNAUTHORIZED,
            Self::Role { .. } | Self::Forged | Self::Code | Self::Scope { .. } => StatusCode::FORBIDDEN,
            Self::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::NotFound | Self::Desk(desk::Error::NoStory(_)) => StatusCode::NOT_FOUND,
            Self::Wrong(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Late => StatusCode::REQUEST_TIMEOUT,
            Self::Desk(desk::Error::Store(_)) | Self::Store(_) | Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Desk(_) => StatusCode::CONFLICT,
        }
    }

    /// A sentence for whoever sees it. What a store says may name files and addresses, and is for the log.
    pub fn words(&self) -> String {
        match self {
            Self::Store(store::Error::Refused(why)) | Self::Desk(desk::Error::Store(store::Error::Refused(why))) => {
                let mut why = why.clone();
                why.get_mut(..1).map(str::make_ascii_uppercase);
                format!("{why}.")
            }
            Self::Store(_) | Self::Desk(desk::Error::Store(_)) => {
                "The newsroom's store does not answer. Nothing was changed; try again in a moment.".into()
            }
            Self::Desk(refusal) => {
                let mut words = refusal.to_string();
                words.get_mut(..1).map(str::make_ascii_uppercase);
                if words.ends_with(['.', '?', '!']) { words } else { format!("{words}.") }
            }
            other => other.to_string(),
        }
    }
}
