//! A story: draft left, sources right, every sentence with its verdict.

use std::time::Instant;

use askama::Template;
use axum::http::StatusCode;
use news::{
    Lang, ReportId, StoryId, Time,
    label::Involvement,
    person::Role,
    report::StoredReport,
    revision::Revision,
    stage::{Act, Stage},
    story::Story,
};
use store::signature::Signature;

use crate::{
    Desk, draft,
    failure::Failure,
    moment::{self, Moment},
    reply::Reply,
    route::Answer,
    screen::{
        evidence::{Evidence, Marked, marked},
        revisions::{Run, difference, soon},
        sentences::Parts,
        shell::Shell,
        top::{self, Top},
    },
    visit::Visit,
};

/// A report as the proof column shows it.
struct Report {
    id: ReportId,
    headline: String,
    lang: Lang,
    source: String,
    slug: String,
    at: Moment,
    url: Option<String>,
    note: String,
    /// Paragraphs; the cited words are marked.
    paragraphs: Vec<Marked>,
}

/// The fields of the form.
pub struct Fields {
    /// Headline.
    pub headline: String,
    /// Summary.
    pub summary: String,
    /// Paragraphs with an empty line between.
    pub body: String,
    /// The revision that they were made from.
    pub base: String,
}

/// Somebody else's newer text, beside one's own.
struct Theirs {
    by: String,
    /// Its paragraphs, with what differs from one's own.
    parts: Vec<Vec<Run>>,
}

#[derive(Template)]
#[template(path = "story.html")]
struct Page {
    shell: Shell,
    top: Top,
    fields: Fields,
    counts: [usize; 3],
    parts: Parts,
    evidence: Option<Evidence>,
    reports: Vec<Report>,
    acts: Acts,
    theirs: Option<Theirs>,
    /// The fields are open: they hold what is not saved.
    editing: bool,
    final_: bool,
}

/// What may be ordered now, by this person, at this stage.
struct Acts {
    edit: bool,
    publish: bool,
    submit: bool,
    send_back: bool,
    schedule: bool,
    hold: bool,
    correct: bool,
    kill: bool,
    merge: bool,
    split: bool,
    mine: bool,
    /// It is a person's own text, which bears no label.
    own: bool,
    /// How many sentences have neither source nor signature.
    open: usize,
    /// The newest draft is what readers see.
    is_live: bool,
    /// The review of the newest draft.
    reviewed: Option<String>,
    responsible: String,
    zone: String,
    /// What was filled in when the order was refused.
    facts: bool,
    sources: bool,
    changes: String,
    reason: String,
    correction: String,
}

impl Acts {
    /// A newer text than readers have can go out as a correction, reviewed in the same breath.
    fn corrects(&self) -> bool {
        self.correct && !self.is_live && !self.responsible.is_empty()
    }
}

/// What a screen is made from.
struct Read {
    story: Story,
    revision: Option<Revision>,
    reports: Vec<StoredReport>,
    slugs: Vec<String>,
    signed: Vec<Signature>,
    top: Top,
    open: usize,
    reviewed: Option<String>,
}

fn read(desk: &Desk, visit: &Visit, id: StoryId) -> Result<Read, Failure> {
    let now = visit.now;
    let found = desk.store.read(|c| {
        let Some((story, revision)) = top::story(c, id)? else { return Ok(None) };
        let reports = store::report::of_story(c, id, now)?;
        let mut slugs = Vec::with_capacity(reports.len());
        for report in &reports {
            slugs.push(store::source::by_id(c, report.source)?.map(|s| s.terms.slug).unwrap_or_default());
        }
        let review = match &revision {
            Some(r) => store::review::of_revision(c, r)?,
            None => None,
        };
        let reviewed = review.map(|r| format!("{}, {}", r.review.who, r.review.role));
        let signed = store::signature::of_story(c, id)?;
        let top = Top::new(desk, c, visit, &story, revision.as_ref(), "text")?;
        let open = match &revision {
            Some(r) => desk::act::publish::open_sentences(c, r, now)?.len(),
            None => 0,
        };
        Ok(Some(Read { story, revision, reports, slugs, signed, top, open, reviewed }))
    })?;
    let mut read = top::there(found)?;
    let unsigned = read.top.verdict.0 != "ok" && read.top.verdict.0 != "wait";
    if unsigned && read.open == 0 && !read.signed.is_empty() {
        read.top.verdict = ("kn", "supported or signed");
    }
    Ok(read)
}

/// The page; or, for the script, what stands behind one sentence.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    let id = visit.id()?;
    let read = read(desk, visit, id)?;
    if visit.script == "evidence" {
        return evidence(desk, visit, &read);
    }
    let shell = Shell::new(desk, visit.seat.as_ref(), &read.top.headline, "/desk").done(visit.asked("done"));
    show(desk, visit, read, shell, None)
}

/// The page with why an order was not done; the fields as they were sent.
pub fn refused(desk: &Desk, visit: &Visit, id: StoryId, failure: &Failure, sent: Option<Fields>) -> Answer {
    let read = read(desk, visit, id)?;
    let shell = Shell::new(desk, visit.seat.as_ref(), &read.top.headline, "/desk").refused(failure.words());
    Ok(show(desk, visit, read, shell, sent)?.with_status(failure.status()))
}

fn evidence(desk: &Desk, visit: &Visit, read: &Read) -> Answer {
    let chosen = visit.asked("s").parse().map_err(|_| Failure::NotFound)?;
    let revision = read.revision.as_ref().ok_or(Failure::NotFound)?;
    let stale = "<h2>Not saved yet</h2><p class=\"why\">Save first: what is shown here belongs to the saved text.</p>";
    if visit.asked("r") != revision.hash.hex() {
        return Ok(Reply::html(stale.into()).with_status(StatusCode::CONFLICT));
    }
    let found = Evidence::new(desk, visit, revision, chosen, &read.reports, &read.signed);
    super::page(&top::there(found)?)
}

fn show(desk: &Desk, visit: &Visit, read: Read, shell: Shell, sent: Option<Fields>) -> Answer {
    let chosen = visit.asked("s").parse::<usize>().ok().or_else(|| first_open(&read));
    let revision = read.revision.as_ref();
    let evidence = chosen
        .zip(revision)
        .and_then(|(n, revision)| Evidence::new(desk, visit, revision, n, &read.reports, &read.signed));
    let cited = chosen.and_then(|n| {
        let sentence = revision?.sentences.get(n)?;
        let against = sentence.findings.iter().find_map(|f| f.citation.clone());
        against.or_else(|| sentence.citations.first().cloned())
    });
    let hash = revision.map_or_else(String::new, |r| r.hash.hex());
    let base = revision.map_or_else(String::new, |r| r.id.to_string());
    let draft = revision.map(|r| r.draft.clone()).unwrap_or_default();
    let sentences = revision.map_or(&[][..], |r| &r.sentences);
    let theirs = sent.as_ref().filter(|sent| sent.base != base).and(revision).map(|r| theirs(visit, r));
    // What somebody has just begun is there to be written.
    let own = is_own(revision);
    let editing = sent.is_some() || own && draft.paragraphs.is_empty() && !read.story.stage.is_final();
    let fields = sent.map_or_else(
        || Fields {
            headline: draft.headline.clone(),
            summary: draft.summary.clone(),
            body: desk::markdown::write(&draft),
            base: base.clone(),
        },
        // Whoever saves over the newer text has seen it on this page.
        |sent| Fields { base: base.clone(), ..sent },
    );
    // Signs are no words.
    let plain = desk::markdown::read(&fields.body).0.join(" ");
    let reports = read.reports.iter().zip(&read.slugs).rev();
    super::page(&Page {
        parts: Parts::new(read.story.id, &draft, sentences, &read.signed, &hash, chosen),
        counts: [&fields.headline, &fields.summary, &plain].map(|t| draft::words(t)),
        reports: reports.map(|(r, slug)| report(desk, visit.now, r, slug, cited.as_ref())).collect(),
        acts: acts(desk, visit, &read)?,
        final_: read.story.stage.is_final(),
        top: read.top,
        shell,
        fields,
        evidence,
        theirs,
        editing,
    })
}

/// The sentence that a person has to look at first: the page opens on it.
fn first_open(read: &Read) -> Option<usize> {
    let revision = read.revision.as_ref()?;
    let signed = |words: &str| read.signed.iter().any(|s| s.words == words);
    let open = |s: &news::verdict::Sentence| {
        s.verdict != news::verdict::Verdict::Supported && !signed(revision.draft.words(s))
    };
    let worst = revision.sentences.iter().filter(|s| open(s)).map(|s| s.verdict).max()?;
    revision.sentences.iter().position(|s| open(s) && s.verdict == worst)
}

fn is_own(revision: Option<&Revision>) -> bool {
    revision.is_some_and(|r| Involvement::of_drafter(&r.drafter) == Involvement::None)
}

fn theirs(visit: &Visit, revision: &Revision) -> Theirs {
    let by = desk::step::decide::by_person(revision).unwrap_or("the wire").to_owned();
    let own = draft::of_form(visit, &revision.draft.lang);
    Theirs { by, parts: difference(Some(&own), &revision.draft, soon()) }
}

fn report(
    desk: &Desk,
    now: Time,
    report: &StoredReport,
    slug: &str,
    cited: Option<&news::verdict::Citation>,
) -> Report {
    let text = &report.report.text;
    let cited = cited.filter(|c| c.text_hash == report.text_hash).map(|c| c.range.clone());
    let mut at = 0;
    let mut paragraphs = Vec::new();
    for line in text.split('\n') {
        let here = at..at + line.len();
        at = here.end + 1;
        let inside = cited.as_ref().filter(|c| c.start >= here.start && c.start < here.end);
        let range = inside.map_or(0..0, |c| c.start - here.start..c.end.min(here.end) - here.start);
        paragraphs.push(marked(line, &range));
    }
    // The first line is the headline, which stands above.
    let headline = paragraphs.first().is_some_and(|p| p.mark.is_empty());
    Report {
        id: report.id,
        headline: report.report.headline.clone(),
        lang: report.report.lang.clone(),
        source: report.source_name.clone(),
        slug: slug.into(),
        at: moment::short(report.reference(), now, &desk.zone),
        url: report.report.url.clone().filter(|u| u.starts_with("https://") || u.starts_with("http://")),
        note: report.report.ed_note.clone().unwrap_or_default(),
        paragraphs: paragraphs.into_iter().skip(usize::from(headline)).collect(),
    }
}

fn acts(desk: &Desk, visit: &Visit, read: &Read) -> Result<Acts, Failure> {
    let person = &visit.seat()?.person;
    let stage = read.story.stage;
    let may = |act: Act| person.role.may(act) && stage.after(act).is_ok() && read.revision.is_some();
    let is_live = stage == Stage::Published && read.revision.as_ref().is_some_and(|r| read.story.live == Some(r.id));
    let own = is_own(read.revision.as_ref());
    Ok(Acts {
        edit: stage.after(Act::Draft).is_ok() && read.revision.is_some(),
        publish: may(Act::Publish) && !(is_live && read.reviewed.is_some()),
        submit: may(Act::Submit) && person.role == Role::Reporter && !is_live,
        send_back: may(Act::SendBack),
        schedule: may(Act::Schedule) && !is_live,
        hold: may(Act::Hold),
        correct: may(Act::Correct),
        kill: may(Act::Kill),
        merge: may(Act::Merge),
        split: may(Act::Split) && read.reports.len() > 1 && !own,
        own,
        mine: read.top.claimed.as_deref() == Some(person.name.as_str()),
        open: read.open,
        is_live,
        reviewed: read.reviewed.clone(),
        responsible: desk.house.responsible.clone(),
        zone: desk.house.zone.clone(),
        facts: visit.ticked("facts"),
        sources: visit.ticked("sources"),
        changes: visit.field("changes").into(),
        correction: visit.field("correction").into(),
        reason: if visit.ticked("act") { visit.field("reason").into() } else { String::new() },
    })
}

/// The check of a text as it is being written, for the script. Nothing is kept.
pub fn check(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    let found = desk.store.read(|c| {
        let Some((story, revision)) = top::story(c, id)? else { return Ok(None) };
        Ok(Some((story, revision, store::signature::of_story(c, id)?)))
    })?;
    let (story, revision, signed) = top::there(found)?;
    let lang = revision.map_or(story.lang, |r| r.draft.lang);
    let draft = draft::of_form(visit, &lang);
    let begun = Instant::now();
    let report = desk::evidence::check(&desk.store, &desk.house.desk, id, &draft, visit.now)?;
    let ms = begun.elapsed().as_secs_f64() * 1000.0;
    let hash = draft.hash(&[]).hex();
    let parts = Parts::new(id, &draft, &report.sentences, &signed, &hash, None);
    let json = parts.json(&draft, ms).map_err(|e| Failure::Broken(e.to_string()))?;
    Ok(Reply::json(&json))
}

/// The form as it was sent.
pub fn sent(visit: &Visit) -> Fields {
    let field = |name: &str| visit.field(name).to_owned();
    Fields { headline: field("headline"), summary: field("summary"), body: field("body"), base: field("base") }
}
