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

struct Row {
    name: String,
    home: Option<String>,
    treatment: &'static str,
    show_words: String,
    fetched: Option<Moment>,
    handed_in: bool,
    failures: String,
    error: Option<String>,
    no_ai: bool,
    oddities: Vec<(Moment, String)>,
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
    Ok(Page::html(View { w: f.w, rows, f }.render()?))
}

fn row(ask: &mut Ask<'_>, source: Source, w: &Words) -> Result<Row, store::Error> {
    let zone = &ask.site.zone;
    let oddities = store::oddity::of_source(ask.c, source.id, ODDITIES)?;
    Ok(Row {
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
