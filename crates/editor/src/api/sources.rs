//! The sources, as their screen tells them.

use news::{Time, source::Source as Known};
use serde::Serialize;
use utoipa::ToSchema;

use super::{answer, iso, only};
use crate::{Desk, route::Answer, visit::Visit};

/// How far back oddities are counted.
const ODD_MS: i64 = 7 * Time::DAY_MS;
/// As many are counted of one source.
const ODD_MOST: usize = 100;

/// A source.
#[derive(Serialize, ToSchema)]
pub struct Source {
    /// Its name in addresses and filters.
    pub slug: String,
    /// Its name for people.
    pub name: String,
    /// BCP 47; `und` where its reports say it themselves.
    pub lang: String,
    /// What may be done with its copy: `rewrite`, `pass-through`, `press-release`, `round-up` or `link-only`.
    pub treatment: String,
    /// Words of a report that a page may show.
    pub show_words: u32,
    /// Its copy must not be sent to a model.
    pub no_ai: bool,
    /// It is asked by itself; else its copy is handed in.
    pub fed: bool,
    /// It answered when it was last asked.
    pub well: bool,
    /// How often in a row it did not.
    pub failures: u32,
    /// What was wrong the last time; null while it is well.
    pub error: Option<String>,
    /// When it was last asked.
    pub fetched: Option<String>,
    /// When it is asked next.
    pub next: Option<String>,
    /// What was odd in its copy in the last 7 days; 100 stands for 100 or more.
    pub oddities: u64,
}

/// The sources of the house.
#[derive(Serialize, ToSchema)]
pub struct Sources {
    /// All of them, by name.
    pub sources: Vec<Source>,
}

/// All of them.
pub fn sources(desk: &Desk, visit: &Visit) -> Answer {
    only(visit, &[])?;
    let since = visit.now.plus_ms(-ODD_MS);
    let sources = desk.store.read(|c| {
        let mut told = Vec::new();
        for known in store::source::list(c)? {
            let oddities = store::oddity::count_since(c, known.id, since, ODD_MOST)?;
            told.push(source(known, oddities));
        }
        Ok(told)
    })?;
    answer(&Sources { sources })
}

/// The address of its feed is not told: it may hold a key.
fn source(known: Known, oddities: u64) -> Source {
    let Known { terms, last_fetched, next_fetch, failures, last_error, .. } = known;
    let fed = terms.feed_url.is_some();
    Source {
        lang: terms.lang.tag().into(),
        treatment: terms.treatment.word().into(),
        show_words: terms.show_words,
        no_ai: terms.no_ai,
        fed,
        well: failures == 0,
        failures,
        error: last_error.filter(|_| failures > 0),
        fetched: last_fetched.map(iso),
        next: fed.then(|| iso(next_fetch)),
        oddities,
        slug: terms.slug,
        name: terms.name,
    }
}
