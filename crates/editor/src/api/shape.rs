//! What programs are told: stories, texts, sentences with what they rest on.

use news::{
    Time,
    report::StoredReport,
    revision::{Draft, Revision},
    source::Treatment,
    verdict::{Part, Severity, Verdict},
};
use serde::Serialize;
use store::{log::Entry, queue::Waiting, signature::Signature};
use utoipa::ToSchema;

use super::iso;
use crate::screen::{evidence::citations, sentences::reason, top::made};

/// Words of sources shown of one sentence.
const QUOTES: usize = 3;

/// A story of a list.
#[derive(Serialize, ToSchema)]
pub struct Card {
    /// Its id.
    pub id: i64,
    /// `drafted`, `review`, `scheduled`, `held`, `published`, `killed` or `merged`.
    pub stage: String,
    /// `supported`, `not found` or `contradicted`: the worst sentence of the newest draft. Null until it is checked.
    pub verdict: Option<String>,
    /// The headline that readers see, else that of the newest draft.
    pub headline: String,
    /// BCP 47.
    pub lang: String,
    /// Its sector's slug.
    pub sector: String,
    /// Countries that it is about, by two letters.
    pub about: Vec<String>,
    /// The country that it was filed from.
    pub filed_from: Option<String>,
    /// The place of its dateline as printed; empty where none is known.
    pub dateline_place: String,
    /// The words of its address.
    pub slug: String,
    /// The people whom a line under the headline names; empty for none.
    pub byline: String,
    /// `news`, `analysis` or `explainer`.
    pub genre: String,
    /// Why it waits; of a killed story the notice to readers.
    pub why: String,
    /// Who has it in hand; a program as `api NAME`.
    pub claimed: Option<String>,
    /// How urgent the wire says it is: 1 (most) to 9 (least).
    pub urgency: Option<u8>,
    /// The desk's own embargo: nothing of it goes out before.
    pub embargo: Option<String>,
    /// When it goes out by itself.
    pub goes_out: Option<String>,
    /// When it came into being.
    pub created: String,
    /// When readers first saw it.
    pub first_published: Option<String>,
    /// When readers last saw it change.
    pub updated: Option<String>,
    /// A person reviewed what readers see.
    pub reviewed: bool,
}

impl Card {
    /// As it stands in the queue.
    pub fn new(waiting: Waiting) -> Self {
        let Waiting { story, claimed, goes_out } = waiting;
        let killed = story.stage == news::stage::Stage::Killed;
        Self {
            id: story.id.0,
            stage: story.stage.word().into(),
            verdict: story.verdict.map(|v| v.word().into()),
            headline: story.headline,
            lang: story.lang.tag().into(),
            sector: story.sector.slug().into(),
            about: story.about.iter().map(|c| c.code().to_owned()).collect(),
            filed_from: story.filed_from.map(|c| c.code().to_owned()),
            dateline_place: story.dateline_place,
            slug: story.slug,
            byline: story.byline,
            genre: story.genre.word().into(),
            why: if killed { story.kill_notice } else { story.held_reason },
            claimed,
            urgency: story.urgency,
            embargo: story.embargo.map(iso),
            goes_out: goes_out.map(iso),
            created: iso(story.created),
            first_published: story.first_published.map(iso),
            updated: story.updated.map(iso),
            reviewed: story.reviewed,
        }
    }
}

/// Two stories that are likely about one event.
#[derive(Serialize, ToSchema)]
pub struct Pair {
    /// The newer one.
    pub story: i64,
    /// The one that it may belong to.
    pub other: i64,
    /// Why.
    pub why: String,
}

/// A report as its source sent it, without its text.
#[derive(Serialize, ToSchema)]
pub struct Report {
    /// Its id.
    pub id: i64,
    /// Whose it is.
    pub source: String,
    /// Its headline; empty while its embargo runs.
    pub headline: String,
    /// BCP 47.
    pub lang: String,
    /// When it came.
    pub received: String,
    /// Not before this moment.
    pub embargo: Option<String>,
    /// The source's own page about it.
    pub url: Option<String>,
    /// Its rights forbid sending it to a model.
    pub no_ai: bool,
    /// Words of it that a page may show to readers; 0 for a link only.
    pub show_words: u32,
}

impl Report {
    /// What is told of a stored one.
    pub fn new(c: &mut dyn store::Conn, stored: &StoredReport, now: Time) -> store::Result<Self> {
        let report = &stored.report;
        let terms = store::source::by_id(c, stored.source)?.map(|s| s.terms);
        let shown = terms.filter(|t| t.treatment != Treatment::LinkOnly).map_or(0, |t| t.show_words);
        // What leaves the desk says no word of it before its time.
        let secret = report.embargo.is_some_and(|until| until > now);
        let on_the_web = |url: &String| url.starts_with("https://") || url.starts_with("http://");
        Ok(Self {
            id: stored.id.0,
            source: stored.source_name.clone(),
            headline: if secret { String::new() } else { report.headline.clone() },
            lang: report.lang.tag().into(),
            received: iso(stored.received),
            embargo: report.embargo.map(iso),
            url: report.url.clone().filter(on_the_web),
            no_ai: report.no_ai,
            show_words: shown,
        })
    }
}

/// Some stories of a list.
#[derive(Serialize, ToSchema)]
pub struct Stories {
    /// Which list.
    pub view: String,
    /// Newest first.
    pub stories: Vec<Card>,
    /// Of the view `likely`.
    pub pairs: Vec<Pair>,
    /// Of the view `incoming`.
    pub reports: Vec<Report>,
    /// Ask with `after` set to this for the next ones; null when there are none.
    pub after: Option<i64>,
}

/// A story with its newest text.
#[derive(Serialize, ToSchema)]
pub struct Story {
    /// As lists have it.
    #[serde(flatten)]
    pub card: Card,
    /// Its page, when readers have one.
    pub page: Option<String>,
    /// The revision that readers see.
    pub live: Option<i64>,
    /// The newest revision; null while nothing is drafted.
    pub revision: Option<Text>,
    /// What it rests on, in the order received.
    pub reports: Vec<Report>,
}

/// A revision's text with the check's answer.
#[derive(Serialize, ToSchema)]
pub struct Text {
    /// Its id, which orders name as their `base`.
    pub id: i64,
    /// Rising from 1 within the story.
    pub number: u32,
    /// Its name: SHA-256 of words, marks and pictures.
    pub hash: String,
    /// How it was made, in words.
    pub made: String,
    /// What readers are told changed.
    pub note: String,
    /// When it was made.
    pub created: String,
    /// When it went out.
    pub published: Option<String>,
    /// Readers are told that a machine made it: no person's review on record lifts the label.
    pub label: bool,
    /// BCP 47.
    pub lang: String,
    /// The headline.
    pub headline: String,
    /// The summary.
    pub summary: String,
    /// The body, a paragraph each, in light Markdown as orders send it.
    pub paragraphs: Vec<String>,
    /// The worst sentence's.
    pub verdict: String,
    /// In order; empty in the list of revisions, and until it is checked.
    pub sentences: Vec<Sentence>,
}

impl Text {
    /// What is told of a revision.
    pub fn new(revision: &Revision, label: bool, sentences: Vec<Sentence>) -> Self {
        let draft = &revision.draft;
        Self {
            id: revision.id.0,
            number: revision.number,
            hash: revision.hash.hex(),
            made: made(revision),
            note: revision.note.clone(),
            created: iso(revision.created),
            published: revision.published.map(iso),
            label,
            lang: draft.lang.tag().into(),
            headline: draft.headline.clone(),
            summary: draft.summary.clone(),
            paragraphs: desk::markdown::write_each(draft),
            verdict: revision.verdict.word().into(),
            sentences,
        }
    }
}

/// The revisions of a story.
#[derive(Serialize, ToSchema)]
pub struct Revisions {
    /// Newest first, at most 30.
    pub revisions: Vec<Text>,
}

/// A sentence with the check's answer.
#[derive(Serialize, ToSchema)]
pub struct Sentence {
    /// `headline`, `summary` or `body`.
    pub part: String,
    /// Which paragraph of the body, from 0.
    pub paragraph: Option<u32>,
    /// Its words.
    pub words: String,
    /// `supported`, `not found` or `contradicted`.
    pub verdict: String,
    /// What decided, in a sentence; empty when it is supported.
    pub why: String,
    /// The person who answers for it by name.
    pub signed: Option<String>,
    /// What was found, worst first.
    pub findings: Vec<Finding>,
    /// Words of sources: those that say otherwise first, then those that it rests on.
    pub evidence: Vec<Evidence>,
}

/// One thing that the check found.
#[derive(Serialize, ToSchema)]
pub struct Finding {
    /// Which kind of fact: `number`, `date`, `name`.
    pub kind: String,
    /// Names both values.
    pub reason: String,
    /// The draft's value.
    pub draft: String,
    /// The source's, where it says otherwise.
    pub source: Option<String>,
    /// It stops the sentence.
    pub blocks: bool,
}

/// Words of a source.
#[derive(Serialize, ToSchema)]
pub struct Evidence {
    /// The report.
    pub report: i64,
    /// Whose it is.
    pub source: String,
    /// The words.
    pub words: String,
    /// BCP 47.
    pub lang: String,
    /// SHA-256 of the text that the words stand in.
    pub text_hash: String,
    /// Bytes of that text.
    pub start: u64,
    /// Bytes of that text.
    pub end: u64,
}

/// What the check says of a text.
#[derive(Serialize, ToSchema)]
pub struct Checked {
    /// The worst sentence's.
    pub verdict: String,
    /// In order: headline, summary, body.
    pub sentences: Vec<Sentence>,
}

/// A row of the log.
#[derive(Serialize, ToSchema)]
pub struct Row {
    /// When.
    pub at: String,
    /// A person; `policy`, `wire`, `cli`; a program as `api NAME`.
    pub who: String,
    /// `publish`, `hold`, `edit`.
    pub act: String,
    /// Why.
    pub reason: String,
}

/// The log of a story.
#[derive(Serialize, ToSchema)]
pub struct Log {
    /// Oldest first.
    pub rows: Vec<Row>,
}

impl Row {
    /// What is told of a row.
    pub fn new(entry: Entry) -> Self {
        Self { at: iso(entry.at), who: entry.who, act: entry.act, reason: entry.reason }
    }
}

/// A draft's sentences with all that stands behind them.
pub fn sentences(
    draft: &Draft,
    sentences: &[news::verdict::Sentence],
    signed: &[Signature],
    reports: &[StoredReport],
) -> Vec<Sentence> {
    sentences.iter().map(|s| sentence(draft, s, signed, reports)).collect()
}

fn sentence(
    draft: &Draft,
    sentence: &news::verdict::Sentence,
    signed: &[Signature],
    reports: &[StoredReport],
) -> Sentence {
    let words = draft.words(sentence);
    let (part, paragraph) = match sentence.part {
        Part::Headline => ("headline", None),
        Part::Summary => ("summary", None),
        Part::Body(n) => ("body", u32::try_from(n).ok()),
    };
    let supported = sentence.verdict == Verdict::Supported;
    let signed = signed.iter().find(|s| !supported && s.words == words);
    Sentence {
        part: part.into(),
        paragraph,
        words: words.into(),
        verdict: sentence.verdict.word().into(),
        why: if supported { String::new() } else { reason(sentence) },
        signed: signed.map(|s| s.who.clone()),
        findings: sentence.findings.iter().map(finding).collect(),
        evidence: citations(sentence).filter_map(|c| evidence(&c, reports)).take(QUOTES).collect(),
    }
}

fn finding(found: &news::verdict::Finding) -> Finding {
    Finding {
        kind: found.kind.word().into(),
        reason: found.reason.clone(),
        draft: found.draft.clone(),
        source: found.source.clone(),
        blocks: found.severity == Severity::Block,
    }
}

fn evidence(citation: &news::verdict::Citation, reports: &[StoredReport]) -> Option<Evidence> {
    let report = reports.iter().find(|r| r.text_hash == citation.text_hash)?;
    Some(Evidence {
        report: report.id.0,
        source: report.source_name.clone(),
        words: report.report.text.get(citation.range.clone())?.replace('\n', " "),
        lang: report.report.lang.tag().into(),
        text_hash: citation.text_hash.hex(),
        start: u64::try_from(citation.range.start).ok()?,
        end: u64::try_from(citation.range.end).ok()?,
    })
}
