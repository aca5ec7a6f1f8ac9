//! Sources: are they well, what was odd, on which terms.

use askama::Template;

use crate::{
    Desk,
    failure::Failure,
    moment::{self, Moment},
    reply::Reply,
    route::Answer,
    screen::{shell::Shell, top::there},
    visit::Visit,
};

/// Oddities and reports shown of a source.
const SHOWN: usize = 50;
/// Bytes of an oddity shown.
const BYTES: usize = 400;

struct Line {
    slug: String,
    name: String,
    treatment: &'static str,
    show_words: u32,
    lang: String,
    fetched: Option<Moment>,
    next: Option<Moment>,
    failures: u32,
    error: String,
}

struct Odd {
    id: i64,
    at: Moment,
    what: String,
    bytes: String,
}

struct Report {
    id: news::ReportId,
    at: Moment,
    headline: String,
    lang: news::Lang,
    story: Option<news::StoryId>,
}

#[derive(Template)]
#[template(path = "sources.html")]
struct Page {
    shell: Shell,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "source.html")]
struct One {
    shell: Shell,
    line: Line,
    feed: String,
    no_ai: bool,
    oddities: Vec<Odd>,
    /// This person may have the bytes whole.
    whole: bool,
    reports: Vec<Report>,
}

fn line(desk: &Desk, visit: &Visit, source: news::source::Source) -> Line {
    let moment = |at| moment::short(at, visit.now, &desk.zone);
    let is_fed = source.terms.feed_url.is_some();
    Line {
        treatment: source.terms.treatment.word(),
        show_words: source.terms.show_words,
        lang: source.terms.lang.to_string(),
        fetched: source.last_fetched.map(moment),
        next: is_fed.then(|| moment(source.next_fetch)),
        failures: source.failures,
        error: source.last_error.filter(|_| source.failures > 0).unwrap_or_default(),
        slug: source.terms.slug,
        name: source.terms.name,
    }
}

/// All of them.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    let sources = desk.store.read(store::source::list)?;
    let lines = sources.into_iter().map(|s| line(desk, visit, s)).collect();
    super::page(&Page { shell: Shell::new(desk, visit.seat.as_ref(), "Sources", "/desk/sources"), lines })
}

/// One, with what was odd in what it sent.
pub fn one(desk: &Desk, visit: &Visit) -> Answer {
    let slug = visit.part(0);
    let found = desk.store.read(|c| {
        let Some(source) = store::source::by_slug(c, slug)? else { return Ok(None) };
        let mut reports = Vec::new();
        for report in store::report::recent(c, Some(source.id), SHOWN)? {
            let story = store::story::of_report(c, report.id)?;
            reports.push((report, story));
        }
        let oddities = store::oddity::listed(c, source.id, SHOWN)?;
        Ok(Some((source, reports, oddities)))
    })?;
    let (source, reports, oddities) = there(found)?;
    let moment = |at| moment::short(at, visit.now, &desk.zone);
    let bytes = |hash: Option<news::Hash>| {
        let bytes = hash.and_then(|h| desk.store.blob(h).ok().flatten()).unwrap_or_default();
        String::from_utf8_lossy(bytes.get(..BYTES).unwrap_or(&bytes)).into_owned()
    };
    let odd = |o: store::oddity::Listed| Odd {
        id: o.id,
        at: moment(o.kept.at),
        what: o.kept.what,
        bytes: bytes(o.kept.blob),
    };
    let report = |(r, story): (news::report::StoredReport, _)| Report {
        id: r.id,
        at: moment(r.received),
        headline: r.report.headline,
        lang: r.report.lang,
        story,
    };
    let name = source.terms.name.clone();
    super::page(&One {
        shell: Shell::new(desk, visit.seat.as_ref(), &name, "/desk/sources"),
        // The address may hold a key to the feed.
        feed: source.terms.feed_url.as_deref().map(host).unwrap_or_default(),
        no_ai: source.terms.no_ai,
        whole: visit.seat()?.person.role >= news::person::Role::Editor,
        line: line(desk, visit, source),
        oddities: oddities.into_iter().map(odd).collect(),
        reports: reports.into_iter().map(report).collect(),
    })
}

/// The bytes of an oddity, as many as were kept, as a file: whatever they are, no browser shows them.
pub fn oddity(desk: &Desk, visit: &Visit) -> Answer {
    let (id, slug) = (visit.id::<i64>()?, visit.part(1));
    let found = desk.store.read(|c| {
        let Some(source) = store::source::by_slug(c, slug)? else { return Ok(None) };
        store::oddity::by_id(c, source.id, id)
    })?;
    let hash = there(found)?.blob.ok_or(Failure::NotFound)?;
    let bytes = there(desk.store.blob(hash)?)?;
    Ok(Reply::file("application/octet-stream", &format!("oddity-{id}.bin"), bytes))
}

/// The host of an address, without name, password, path and query.
fn host(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    authority.rsplit('@').next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_feed_is_known_by_its_host_alone() {
        assert_eq!(super::host("https://desk:s3cret@wire.example:8443/f?key=1"), "wire.example:8443");
    }
}
