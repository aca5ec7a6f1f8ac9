//! What a letter tells of, gathered in one read.

use news::{
    Lang, Time,
    person::{Person, Role},
    policy::REVIEWED,
    stage::Stage,
    verdict::Verdict,
};
use store::{
    Conn,
    morning::{self, Lines},
};

use crate::{House, plain};

/// Lines of a section.
const LINES: usize = 20;
/// Letters of a headline, and of what stands under it.
const WORDS: usize = 160;
const NOTE: usize = 300;
/// Feeds that fail fewer times in a row are not told of: that passes by itself.
const FAILURES: u32 = 3;
/// Pieces are counted up to here.
const PIECES: usize = 100;
/// In whose name the policy acts in the log.
const POLICY: &str = "policy";
/// Without a letter before, and when the one before is long ago, what happened is told from here on.
const FIRST_MS: i64 = Time::DAY_MS;
const LONGEST_MS: i64 = 7 * Time::DAY_MS;
/// Stands for the words of a story that is under embargo or has a report that was taken back: a letter leaves the house.
const QUIET: &str = "Under embargo, or a report of it was taken back: its words stay at the desk.";

/// What is said after a number: of one, and of several.
type Counted = (&'static str, &'static str);

/// Some things of one kind.
pub(crate) struct Section {
    /// Over the lines.
    pub title: &'static str,
    /// In the subject.
    pub counted: Counted,
    /// The list at the desk.
    pub url: String,
    /// How many there are.
    pub count: u64,
    /// The first of them.
    pub lines: Vec<Line>,
    /// Whether a person is waited for: else it is told beside what waits, and is no reason to write.
    pub waits: bool,
}

impl Section {
    /// How many are not among the lines.
    pub fn more(&self) -> u64 {
        self.count.saturating_sub(self.lines.len() as u64)
    }
}

/// One thing.
pub(crate) struct Line {
    /// Its headline or name.
    pub words: String,
    /// Their language.
    pub lang: Lang,
    /// `rtl`, `ltr` or `auto`.
    pub dir: &'static str,
    /// What is to be known of it; may be empty.
    pub note: String,
    /// Its address at the desk.
    pub url: String,
}

impl Line {
    fn new(words: &str, lang: &Lang, note: &str, url: String) -> Self {
        let dir = if lang.is_und() { "auto" } else { lang.dir() };
        Self { words: plain::line(words, WORDS), lang: lang.clone(), dir, note: plain::line(note, NOTE), url }
    }

    /// For plain text.
    pub fn plain_words(&self) -> String {
        plain::isolated(&self.words)
    }

    /// For plain text.
    pub fn plain_note(&self) -> String {
        plain::isolated(&self.note)
    }
}

/// All that there is for somebody, in the order of the letter; sections without anything are left out. A reporter hears of
/// what is held and of their own stories, an editor of everything.
pub(crate) fn gather(c: &mut dyn Conn, house: &House, person: &Person, now: Time) -> store::Result<Vec<Section>> {
    let edits = person.role >= Role::Editor;
    let whose = if edits { "" } else { person.name.as_str() };
    let mut out = vec![
        held(house, morning::of_stage(c, Stage::Held, "", now, LINES)?),
        review(house, morning::of_stage(c, Stage::Review, whose, now, LINES)?),
        updates(house, morning::updates(c, whose, now, LINES)?),
    ];
    if edits {
        out.extend([pieces(c, house, person)?, likely(c, house, now)?, jobs(c, house)?, failing(c, house)?]);
    }
    out.push(scheduled(house, morning::scheduled(c, now, midnight(house, now), whose, LINES)?));
    if edits {
        let since = store::mailed::last(c, person.id)?.unwrap_or(now.plus_ms(-FIRST_MS)).max(now.plus_ms(-LONGEST_MS));
        out.push(let_out(house, morning::let_out(c, POLICY, since, now, LINES)?));
        out.push(odd(c, house, since)?);
    }
    out.retain(|section| section.count > 0);
    Ok(out)
}

/// The end of the day in the house's zone.
fn midnight(house: &House, now: Time) -> Time {
    let next = house.day(now).tomorrow().and_then(|day| day.to_zoned(house.zone.clone()));
    next.map_or(now.plus_ms(Time::DAY_MS), |at| Time(at.timestamp().as_millisecond()))
}

/// A story on its line, with a note made of it.
fn story(house: &House, line: &morning::Line, note: String) -> Line {
    let story = &line.story;
    let url = house.at(&format!("/desk/story/{}", story.id));
    let numbered = format!("Story {}", story.id);
    match line.quiet {
        true => Line::new(&numbered, &Lang::en(), QUIET, url),
        false if story.headline.is_empty() => Line::new(&numbered, &Lang::en(), &note, url),
        false => Line::new(&story.headline, &story.lang, &note, url),
    }
}

fn stories(house: &House, found: &Lines, note: impl Fn(&morning::Line) -> String) -> Vec<Line> {
    found.lines.iter().map(|line| story(house, line, note(line))).collect()
}

fn verdict(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Supported) => "Supported.",
        Some(Verdict::NotFound) => "Not found in its sources.",
        Some(Verdict::Contradicted) => "Contradicted by its sources.",
        None => "Not checked yet.",
    }
}

/// Verdict and reason. That everything is reviewed would be said of every story.
fn why(line: &morning::Line) -> String {
    let reason = Some(line.story.held_reason.as_str()).filter(|reason| *reason != REVIEWED).unwrap_or_default();
    format!("{} {reason}", verdict(line.story.verdict))
}

/// Stories of a list at the desk that wait for a person, with why.
fn waiting(house: &House, found: Lines, counted: Counted, title: &'static str, list: &str) -> Section {
    let (lines, url) = (stories(house, &found, why), house.at(&format!("/desk?list={list}")));
    Section { title, counted, url, count: found.in_all, lines, waits: true }
}

fn held(house: &House, found: Lines) -> Section {
    waiting(house, found, ("held", "held"), "Held", "held")
}

fn review(house: &House, found: Lines) -> Section {
    waiting(house, found, ("in review", "in review"), "In review", "review")
}

fn updates(house: &House, found: Lines) -> Section {
    waiting(house, found, ("update waits", "updates wait"), "Published, with an update that waits", "updates")
}

fn scheduled(house: &House, found: Lines) -> Section {
    let at = |line: &morning::Line| {
        line.goes_out.map_or_else(String::new, |at| format!("Goes out at {}.", house.zoned(at).strftime("%H:%M")))
    };
    Section {
        title: "Goes out today",
        counted: ("goes out today", "go out today"),
        url: house.at("/desk?list=scheduled"),
        count: found.in_all,
        lines: stories(house, &found, at),
        waits: false,
    }
}

fn let_out(house: &House, found: Lines) -> Section {
    Section {
        title: "Let out by the policy since the last mail",
        counted: ("let out by the policy", "let out by the policy"),
        url: house.at("/desk?list=published"),
        count: found.in_all,
        lines: stories(house, &found, |_| String::new()),
        waits: false,
    }
}

/// Pieces that another changed last, where the house lets nobody let out their own.
fn pieces(c: &mut dyn Conn, house: &House, person: &Person) -> store::Result<Section> {
    let waiting = match house.four_eyes {
        true => store::piece::for_other_eyes(c, &person.name, PIECES)?,
        false => Vec::new(),
    };
    let line = |piece: &store::piece::ForOther| {
        let note = format!("Changed last by {}.", piece.changed_by);
        Line::new(&piece.title, &piece.lang, &note, house.at(&format!("/desk/pieces/{}", piece.id)))
    };
    Ok(Section {
        title: "Pieces that wait for a second pair of eyes",
        counted: ("piece waits", "pieces wait"),
        url: house.at("/desk/pieces"),
        count: waiting.len() as u64,
        lines: waiting.iter().take(LINES).map(line).collect(),
        waits: false,
    })
}

fn likely(c: &mut dyn Conn, house: &House, now: Time) -> store::Result<Section> {
    let mut lines = Vec::new();
    for pair in store::suggestion::open(c, LINES)? {
        let (one, two) = (morning::one(c, pair.story, now)?, morning::one(c, pair.other, now)?);
        if let (Some(one), Some(two)) = (one, two) {
            let other = story(house, &two, String::new()).words;
            let mut line = story(house, &one, format!("Or the same as: {other}"));
            line.url = house.at("/desk?list=likely");
            lines.push(line);
        }
    }
    Ok(Section {
        title: "Likely one event",
        counted: ("pair likely one event", "pairs likely one event"),
        url: house.at("/desk?list=likely"),
        count: store::queue::counts(c)?.get("likely").copied().unwrap_or(0),
        lines,
        waits: true,
    })
}

/// Without what stopped them: that may be a server's words.
fn jobs(c: &mut dyn Conn, house: &House) -> store::Result<Section> {
    let (parked, url) = (store::job::parked(c)?, house.at("/desk/jobs"));
    let line = |job: &store::job::Parked| {
        let words = format!("{} ({})", job.job.name(), job.job.turn());
        Line::new(&words, &Lang::en(), "It gave up after its last try.", url.clone())
    };
    // A letter that was refused is no reason for the next one.
    let waits = parked.iter().any(|p| !matches!(p.job, news::job::Job::Mail { .. }));
    Ok(Section {
        title: "Jobs that gave up",
        counted: ("job gave up", "jobs gave up"),
        count: parked.len() as u64,
        lines: parked.iter().take(LINES).map(line).collect(),
        waits,
        url,
    })
}

/// Without what a server said: that may be anything, and an address of a feed may hold a key.
fn failing(c: &mut dyn Conn, house: &House) -> store::Result<Section> {
    let mut sources = store::source::list(c)?;
    sources.retain(|s| s.terms.feed_url.is_some() && s.failures >= FAILURES);
    let line = |s: &news::source::Source| {
        let note = format!("Its feed failed {} times in a row.", s.failures);
        Line::new(&s.terms.name, &Lang::und(), &note, house.at(&format!("/desk/sources/{}", s.terms.slug)))
    };
    Ok(Section {
        title: "Sources that fail",
        counted: ("source fails", "sources fail"),
        url: house.at("/desk/sources"),
        count: sources.len() as u64,
        lines: sources.iter().take(LINES).map(line).collect(),
        waits: true,
    })
}

fn odd(c: &mut dyn Conn, house: &House, since: Time) -> store::Result<Section> {
    let (sources, counted) = (store::source::list(c)?, morning::oddities(c, since)?);
    let line = |(id, oddities): &(news::SourceId, u64)| {
        let source = sources.iter().find(|s| s.id == *id)?;
        let note = if *oddities == 1 { "1 new oddity.".to_owned() } else { format!("{oddities} new oddities.") };
        let url = house.at(&format!("/desk/sources/{}", source.terms.slug));
        Some(Line::new(&source.terms.name, &Lang::und(), &note, url))
    };
    Ok(Section {
        title: "Sources that sent something odd",
        counted: ("source odd", "sources odd"),
        url: house.at("/desk/sources"),
        count: counted.len() as u64,
        lines: counted.iter().filter_map(line).take(LINES).collect(),
        waits: false,
    })
}
