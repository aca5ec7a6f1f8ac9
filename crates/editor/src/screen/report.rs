//! A report as it came: its words, whose it is and when it was sent, which story it is in, or why in none.

use askama::Template;
use news::{
    Lang, ReportId, StoryId, Time,
    report::{PubStatus, StoredReport, WirePicture},
    story::Story,
};

use crate::{
    Desk,
    moment::{self, Moment},
    route::Answer,
    screen::{shell::Shell, top::there},
    visit::Visit,
};

/// Versions shown.
const VERSIONS: usize = 50;

struct Version {
    id: ReportId,
    at: Moment,
    headline: String,
    lang: Lang,
    here: bool,
    newest: bool,
}

struct Picture {
    caption: String,
    alt: String,
    credit: String,
    made: String,
    size: String,
    url: Option<String>,
}

/// A story that rests on it.
struct In {
    id: StoryId,
    headline: String,
    lang: Lang,
    stage: &'static str,
}

#[derive(Template)]
#[template(path = "report.html")]
struct Page {
    shell: Shell,
    headline: String,
    lang: Lang,
    source: String,
    slug: String,
    sent: Option<Moment>,
    received: Moment,
    /// When it is over, and whether it is not over yet.
    embargo: Option<(Moment, bool)>,
    /// That its agency does not let us use it; empty when it does.
    status: &'static str,
    note: String,
    url: Option<String>,
    story: Option<In>,
    why: String,
    cited: Vec<In>,
    newer: Option<ReportId>,
    versions: Vec<Version>,
    pictures: Vec<Picture>,
    paragraphs: Vec<String>,
    facts: Vec<(&'static str, String)>,
}

struct Read {
    report: StoredReport,
    slug: String,
    story: Option<Story>,
    cited: Vec<Story>,
    versions: Vec<StoredReport>,
}

fn read(c: &mut dyn store::Conn, id: ReportId) -> store::Result<Option<Read>> {
    let Some(report) = store::report::by_id(c, id)? else { return Ok(None) };
    let slug = store::source::by_id(c, report.source)?.map(|s| s.terms.slug).unwrap_or_default();
    let story = match store::story::of_report(c, id)? {
        Some(story) => store::story::by_id(c, story)?,
        None => None,
    };
    let mut cited = Vec::new();
    for story in store::cite::stories(c, id)? {
        cited.extend(store::story::by_id(c, story)?);
    }
    let versions = store::report::versions(c, report.source, &report.report.guid, VERSIONS)?;
    Ok(Some(Read { report, slug, story, cited, versions }))
}

/// The page.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    let id: ReportId = visit.id()?;
    let read = there(desk.store.read(|c| read(c, id))?)?;
    let why = why(desk, &read, visit.now);
    let Read { report: stored, slug, story, cited, versions } = read;
    let newest = versions.first().map(|v| v.id);
    let full = |at| moment::full(at, &desk.zone);
    let version = |v: StoredReport| Version {
        at: moment::short(v.received, visit.now, &desk.zone),
        here: v.id == id,
        newest: Some(v.id) == newest,
        id: v.id,
        headline: v.report.headline,
        lang: v.report.lang,
    };
    let facts = facts(&stored);
    let StoredReport { source_name, received, superseded_by, report, .. } = stored;
    super::page(&Page {
        shell: Shell::new(desk, visit.seat.as_ref(), &report.headline, "/desk/sources"),
        paragraphs: paragraphs(&report.headline, &report.text),
        sent: report.updated.or(report.published).map(full),
        received: full(received),
        embargo: report.embargo.map(|until| (full(until), until > visit.now)),
        status: status(report.status),
        note: report.ed_note.unwrap_or_default(),
        url: report.url.and_then(public),
        pictures: report.pictures.into_iter().map(picture).collect(),
        headline: report.headline,
        lang: report.lang,
        source: source_name,
        slug,
        why,
        story: story.map(shown),
        cited: cited.into_iter().map(shown).collect(),
        newer: superseded_by.and(newest).filter(|newest| *newest != id),
        versions: versions.into_iter().map(version).collect(),
        facts,
    })
}

fn shown(story: Story) -> In {
    In { id: story.id, headline: story.headline, lang: story.lang, stage: story.stage.word() }
}

/// An address that a person can be led to.
fn public(url: String) -> Option<String> {
    Some(url).filter(|u| u.starts_with("https://") || u.starts_with("http://"))
}

fn status(status: PubStatus) -> &'static str {
    match status {
        PubStatus::Usable => "",
        PubStatus::Withheld => "Its agency asked not to use it for now.",
        PubStatus::Canceled => "Its agency took it back.",
    }
}

/// Why no story has it.
fn why(desk: &Desk, read: &Read, now: Time) -> String {
    let newest = read.versions.first().unwrap_or(&read.report);
    let embargo = newest.report.embargo.filter(|until| *until > now);
    match (newest.report.status, embargo) {
        _ if read.slug == store::cite::BY_HAND => "Somebody at the desk gave it: it makes no story of its own.".into(),
        (PubStatus::Withheld | PubStatus::Canceled, _) => status(newest.report.status).into(),
        (PubStatus::Usable, Some(until)) => {
            let until = moment::full(until, &desk.zone).text;
            format!("It is under embargo until {until}; before that it makes none.")
        }
        (PubStatus::Usable, None) => {
            "It is on its way to one. Where it stays so, an editor finds under Jobs what went wrong.".into()
        }
    }
}

/// The paragraphs of the text below its headline, which stands above.
fn paragraphs(headline: &str, text: &str) -> Vec<String> {
    let lines = text.split('\n').enumerate().filter(|(n, line)| *n > 0 || line.trim() != headline.trim());
    lines.map(|(_, line)| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// What the agency's fields say beside the text.
fn facts(stored: &StoredReport) -> Vec<(&'static str, String)> {
    let report = &stored.report;
    let dateline = report.dateline.as_ref().map(|d| match &d.day {
        Some(day) => format!("{}, {day}", d.place),
        None => d.place.clone(),
    });
    let subjects: Vec<&str> = report.subjects.iter().map(|s| s.name.as_str()).filter(|n| !n.is_empty()).collect();
    let facts = [
        ("Dateline", dateline),
        ("Byline", report.byline.clone()),
        ("Credited to", report.credit.clone()),
        ("Slugline", report.slugline.clone()),
        ("Version", report.version.map(|v| v.to_string())),
        ("Urgency, 1 to 9", report.urgency.map(|u| u.to_string())),
        ("Subjects", Some(subjects.join(", "))),
        ("Rights", report.rights.clone()),
        ("Models", report.no_ai.then(|| "may not be sent to one".to_owned())),
    ];
    facts.into_iter().filter_map(|(name, words)| Some((name, words.filter(|w| !w.is_empty())?))).collect()
}

fn picture(picture: WirePicture) -> Picture {
    let WirePicture { url, caption, alt, credit, width, height, digital_source_type, .. } = picture;
    let size = width.zip(height).map(|(width, height)| format!("{width} × {height}"));
    let made = digital_source_type.as_deref().and_then(|made| made.rsplit('/').next()).unwrap_or_default().to_owned();
    Picture { caption, alt, credit, made, size: size.unwrap_or_default(), url: public(url) }
}

#[cfg(test)]
mod tests {
    use super::{paragraphs, public};

    #[test]
    fn the_headline_is_told_once_and_paragraphs_are_lines() {
        assert_eq!(paragraphs("H", "H\nOne.\n\n Two."), ["One.", "Two."]);
        assert_eq!(paragraphs("H", "One.\nH"), ["One.", "H"]);
        assert!(paragraphs("H", "H").is_empty());
    }

    #[test]
    fn nobody_is_led_to_a_script() {
        assert_eq!(public("javascript:alert(1)".into()), None);
        assert_eq!(public("https://wire.example/1".into()).as_deref(), Some("https://wire.example/1"));
    }
}
