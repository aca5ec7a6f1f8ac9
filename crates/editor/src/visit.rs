//! One request as screens and orders see it.

use std::net::IpAddr;

use news::{Time, person::Person};
use store::sign_in::SignIn;

use crate::failure::Failure;

/// How long after a code an act that wants one needs no other.
const FRESH_MS: i64 = 10 * Time::MINUTE_MS;

/// Who sits there.
#[derive(Clone, Debug)]
pub struct Seat {
    /// Who.
    pub person: Person,
    /// With which browser.
    pub sign_in: SignIn,
    /// What a form of theirs must carry.
    pub token: String,
    /// Single letters are keys.
    pub keys: bool,
    /// They have a passkey.
    pub passkey: bool,
}

impl Seat {
    /// Whether they proved who they are just now.
    pub fn is_fresh(&self, now: Time) -> bool {
        self.sign_in.stepped_up.is_some_and(|at| now < at.plus_ms(FRESH_MS))
    }
}

/// One request.
#[derive(Debug)]
pub struct Visit {
    /// What stands in the address's `{}`: the id, the token, the slug, as far as it has them.
    pub parts: Vec<String>,
    /// What stands after `?`, decoded.
    pub query: Vec<(String, String)>,
    /// The fields of the form, decoded; empty on a GET.
    pub form: Vec<(String, String)>,
    /// The body as it came, for what is no form.
    pub body: axum::body::Bytes,
    /// What the body says it is.
    pub media: String,
    /// The file that came with it; only on addresses that take one.
    pub file: Option<Vec<u8>>,
    /// Which script asks: the header `X-Desk`; empty for a browser that shows the answer.
    pub script: String,
    /// Its cookies.
    pub cookies: Vec<(String, String)>,
    /// When it came.
    pub now: Time,
    /// From where.
    pub client: IpAddr,
    /// What the browser says it is.
    pub agent: String,
    /// Who asks; `None` on open addresses.
    pub seat: Option<Seat>,
    /// The program that asks; `None` on all that is not a program's.
    pub bearer: Option<store::token::Token>,
}

fn of<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    pairs.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.as_str())
}

impl Visit {
    /// The token of whatever program asks. The router lets none through to a program's address without one.
    pub fn bearer(&self) -> Result<&store::token::Token, Failure> {
        self.bearer.as_ref().ok_or(Failure::Token("Send a token: `Authorization: Bearer dl_…`."))
    }

    /// The first part of the address as an id.
    pub fn id<T: std::str::FromStr>(&self) -> Result<T, Failure> {
        self.part(0).parse().map_err(|_| Failure::NotFound)
    }

    /// A part of the address; empty when it has none.
    pub fn part(&self, n: usize) -> &str {
        self.parts.get(n).map_or("", String::as_str)
    }

    /// A field of the form; empty when it is not there.
    pub fn field(&self, name: &str) -> &str {
        of(&self.form, name)
    }

    /// All values of a field that may be there several times.
    pub fn fields<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.form.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// Whether a box is ticked.
    pub fn ticked(&self, name: &str) -> bool {
        !self.field(name).is_empty()
    }

    /// A value of the query; empty when it is not there.
    pub fn asked(&self, name: &str) -> &str {
        of(&self.query, name)
    }

    /// A cookie; empty when it is not there.
    pub fn cookie(&self, name: &str) -> &str {
        of(&self.cookies, name)
    }

    /// Who asks. The router lets nobody through to a guarded address without a seat.
    pub fn seat(&self) -> Result<&Seat, Failure> {
        self.seat.as_ref().ok_or(Failure::SignIn)
    }
}
