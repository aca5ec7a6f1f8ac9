//! Whom we take from, on what terms, and how their feeds are doing.

use askama::Template;
use news::source::{NewSource, Source, Treatment};

use crate::{
    address,
    frame::Frame,
    moment::{self, Moment},
    page::Page,
    site::{Answer, Ask},
    words::{self, Words},
};

/// Oddities told of one source.
const ODDITIES: usize = 5;

/// A source as pages show it.
pub struct Row {
    /// Its page on this site.
    pub url: String,
    /// For readers.
    pub name: String,
    /// Its own site.
    pub home: Option<String>,
    /// How its copy is used.
    pub treatment: &'static str,
    /// How many of its words a page may show.
    pub show_words: String,
    /// When its feed last answered.
    pub fetched: Option<Moment>,
    /// It has no feed.
    pub handed_in: bool,
    /// How often the feed failed in a row.
    pub failures: String,
    /// Why, when it did.
    pub error: Option<String>,
    /// Its copy is never sent to a model.
    pub no_ai: bool,
    /// What was odd of late.
    pub oddities: Vec<(Moment, String)>,
}

#[derive(Template)]
#[template(path = "sources.html", whitespace = "minimize")]
struct View {
    f: Frame,
    w: &'static Words,
    rows: Vec<Row>,
}

/// All sources, by name.
pub fn page(ask: &mut Ask<'_>) -> Answer {
    let lang = ask.site.house.lang.clone();
    let f = Frame::new(ask, &lang, words::of(&lang).sources, "/sources")?;
    let mut rows = Vec::new();
    for source in store::source::list(ask.c)? {
        rows.push(row(ask, source, f.w)?);
    }
    Ok(Page::rendered(&View { w: f.w, rows, f })?)
}

/// A source with the state of its feed and its newest oddities.
pub fn row(ask: &mut Ask<'_>, source: Source, w: &Words) -> Result<Row, store::Error> {
    let zone = &ask.zone;
    let oddities = store::oddity::of_source(ask.c, source.id, ODDITIES)?;
    Ok(Row {
        url: address::source(&source.terms.slug),
        treatment: w.treatment(source.terms.treatment),
        show_words: words_shown(&source.terms, w),
        fetched: source.last_fetched.map(|t| moment::full(t, zone, w)),
        handed_in: source.terms.feed_url.is_none(),
        failures: w.failed_times(source.failures),
        error: source.last_error.filter(|_| source.failures > 0),
        no_ai: source.terms.no_ai,
        oddities: oddities.into_iter().map(|o| (moment::full(o.at, zone, w), o.what)).collect(),
        home: source.terms.home.as_deref().and_then(address::outward),
        name: source.terms.name,
    })
}

/// How many of a source's words a page may show, in words.
pub fn words_shown(terms: &NewSource, w: &Words) -> String {
    match terms.show_words {
        0 => w.words_none.into(),
        _ if terms.treatment == Treatment::LinkOnly => w.words_none.into(),
        words => w.words_up_to(words),
    }
}
