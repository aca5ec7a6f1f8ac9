//! A story's page: every word of it with its source one click away.

mod preview;

use std::collections::HashMap;

use askama::Template;
use news::{
    Sector, SourceId, StoryId,
    label::Involvement,
    report::StoredReport,
    revision::Revision,
    source::{NewSource, Treatment},
    stage::Stage,
    story::Story,
    verdict::{Part, Severity},
};

use super::label;
use crate::{
    address,
    card::{Card, Pic, Tag},
    evidence::{self, Entry, Paragraph, Shape},
    failure::Failure,
    frame::{FeedLink, Frame, Share},
    json_ld, licence,
    moment::{self, Moment},
    page::Page,
    rail::{self, Rail},
    site::{Answer, Ask},
    words::{self, Words},
};

pub use preview::preview;

/// Body words up to which the evidence stands on the page itself.
const EVIDENCE_WORDS: usize = 600;
/// Related stories shown.
const RELATED: usize = 4;
/// Earlier events of its running story shown; the rest is on the thread's page.
const SO_FAR: usize = 4;

/// A source as the page lists it.
pub struct SourceLine {
    /// Whose.
    pub agency: String,
    /// The source's page on this site; `None` when it is no longer known.
    pub source_url: Option<String>,
    /// Their headline.
    pub headline: String,
    /// Its language.
    pub lang: String,
    /// Direction of that language.
    pub dir: &'static str,
    /// When they sent it.
    pub at: Moment,
    /// Their page.
    pub url: Option<String>,
    /// It is a press release.
    pub press: bool,
}

/// A published state of the story.
pub struct Change {
    /// Its number.
    pub number: u32,
    /// When readers first saw it.
    pub at: Moment,
    /// What changed.
    pub note: String,
    /// Its page; `None` for this one.
    pub url: Option<String>,
}

/// A correction's note.
pub struct Note {
    /// When.
    pub at: Moment,
    /// What was wrong and what is right.
    pub text: String,
}

/// What is read of a published story before its page is made.
pub struct Read {
    /// The story.
    pub story: Story,
    /// The revision that readers see.
    pub revision: Revision,
    /// The reports that it rests on.
    pub reports: Vec<StoredReport>,
    /// States that readers have seen, newest first.
    pub history: Vec<Revision>,
    /// Corrections, newest first.
    pub corrections: Vec<store::correction::Correction>,
    /// The desk alone sees it: no other address shows more of it.
    pub draft: bool,
}

/// Everything of a story's page but the frame and the rail.
pub struct Article {
    /// How the text was made, for readers.
    pub label: String,
    /// Written by software: the label links to what that means.
    pub software: bool,
    /// Type of work where it is not plain news.
    pub kind: Option<&'static str>,
    /// Of a round-up: whose each brief is, by paragraph.
    pub brief_heads: Vec<Option<SourceLine>>,
    /// What stands behind a cited sentence: whose, which story and state of it, where.
    pub cite: String,
    /// Headline.
    pub headline: String,
    /// Summary with marks.
    pub summary: Paragraph,
    /// Evidence of the headline.
    pub headline_entries: Vec<Entry>,
    /// Body with marks.
    pub body: Vec<Paragraph>,
    /// Where evidence stands when it is not on the page.
    pub evidence_url: Option<String>,
    /// Who wrote it: the desk, or a person.
    pub desk: String,
    /// People whom the desk names beside that; empty where it names none.
    pub with_people: String,
    /// The byline's page.
    pub desk_url: String,
    /// Dateline place.
    pub place: String,
    /// When it last changed.
    pub updated: Moment,
    /// When readers first saw it.
    pub created: Moment,
    /// Picture.
    pub picture: Option<Pic>,
    /// Where it was filed.
    pub filed_from: Option<Tag>,
    /// What it is about.
    pub about: Vec<Tag>,
    /// Sector.
    pub sector: Tag,
    /// Where sources differ.
    pub differ: Vec<String>,
    /// Sources.
    pub sources: Vec<SourceLine>,
    /// All of them are one agency's.
    pub one_source: bool,
    /// "With reports from …".
    pub with_reports: String,
    /// States, newest first.
    pub history: Vec<Change>,
    /// Corrections, newest first.
    pub corrections: Vec<Note>,
    /// People and bodies that other stories name, too.
    pub names: Vec<Tag>,
    /// Its stable document.
    pub document_url: String,
    /// Where the fooling form goes.
    pub try_url: String,
    /// What stands in the fooling form.
    pub try_text: String,
}

impl Article {
    /// Whose brief that paragraph is; `None` in what is no round-up.
    fn brief_head(&self, paragraph: &usize) -> Option<&SourceLine> {
        self.brief_heads.get(*paragraph)?.as_ref()
    }

    /// Whether the dateline stands before that paragraph: it is the first that is no subheading.
    fn bears_dateline(&self, paragraph: &usize) -> bool {
        let first = self.body.iter().position(|p| p.shape != Shape::Heading);
        first == Some(*paragraph) && !self.place.is_empty() && self.brief_heads.is_empty()
    }
}

#[derive(Template)]
#[template(path = "article.html", whitespace = "minimize")]
struct View {
    f: Frame,
    w: &'static Words,
    a: Article,
    so_far: Vec<Card>,
    thread_url: String,
    related: Vec<Card>,
    rail: Rail,
}

/// The published story of that id: unknown and unpublished ones are the same to readers, killed ones are gone.
pub fn read(ask: &mut Ask<'_>, id: StoryId) -> Result<Read, Failure> {
    ask.ties.own(id);
    let story = store::story::by_id(ask.c, id)?.ok_or(Failure::NotFound)?;
    match (story.stage, story.first_published) {
        (Stage::Published, _) => {}
        // It goes on in the story that took it, and ends as that one ends.
        (Stage::Merged, _) => {
            let into = store::merge::into(ask.c, id)?;
            return Err(if into == id { Failure::NotFound } else { Failure::Moved(url(&read(ask, into)?.story)) });
        }
        // One that readers never saw must not tell that it was ever there.
        (Stage::Killed, Some(_)) => return Err(Failure::Gone { notice: story.kill_notice }),
        _ => return Err(Failure::NotFound),
    }
    let live = story.live.ok_or(Failure::NotFound)?;
    let revision = store::revision::by_id(ask.c, live)?.ok_or(Failure::NotFound)?;
    Ok(Read {
        reports: store::report::of_story(ask.c, id, ask.now)?,
        history: store::revision::published(ask.c, id)?,
        corrections: store::correction::of_story(ask.c, id)?,
        draft: false,
        revision,
        story,
    })
}

/// The story's own address.
pub fn url(story: &Story) -> String {
    address::story(&story.sector, story.id, &story.slug)
}

/// The page of a story; another sector or slug than its own redirects to its own.
pub fn page(ask: &mut Ask<'_>, sector: &str, rest: &str) -> Answer {
    let (id, slug) = rest.split_once('-').unwrap_or((rest, ""));
    let read = read(ask, super::story_id(id)?)?;
    if Sector::new(sector).as_ref() != Some(&read.story.sector) || slug != read.story.slug {
        return Err(Failure::Moved(url(&read.story)));
    }
    let view = view(ask, &read)?;
    let mut page = Page::rendered(&view)?;
    page.story = Some(read.story.id);
    page.noindex = read.story.noindex;
    Ok(page)
}

/// The story's own address, for one that stands in feeds with the id only.
pub fn short(ask: &mut Ask<'_>, id: StoryId) -> Answer {
    Err(Failure::Moved(url(&read(ask, id)?.story)))
}

fn view(ask: &mut Ask<'_>, read: &Read) -> Result<View, Failure> {
    let lang = &read.story.lang;
    let a = article(ask, read)?;
    let mut f = Frame::new(ask, lang, &read.revision.draft.headline, &url(&read.story))?;
    f.description = read.revision.draft.summary.clone();
    f.noindex = read.story.noindex;
    f.disclosure = if a.software { Involvement::Procedural.word() } else { Involvement::None.word() };
    f.share = share(&f, read, &a);
    f.feeds.push(FeedLink { title: a.sector.name.clone(), path: format!("{}/feed", a.sector.url) });
    f.json_ld = json_ld::story(&f, read, &a);
    let head = store::thread::head(ask.c, read.story.id)?;
    let mut so_far = store::thread::cards(ask.c, head, SO_FAR + 1)?;
    so_far.retain(|card| card.id != read.story.id);
    so_far.truncate(SO_FAR);
    let related: Vec<_> =
        store::list::related(ask.c, read.story.id, RELATED + so_far.len())?.into_iter().map(|(c, _)| c).collect();
    // What the box above shows is not shown again.
    let told = |card: &store::list::Card| so_far.iter().any(|s| s.id == card.id);
    let related = related.into_iter().filter(|card| !told(card)).take(RELATED).collect();
    let so_far = ask.beside(|ask| Card::all(ask, so_far, lang))?;
    let related = ask.beside(|ask| Card::all(ask, related, lang))?;
    let rail = rail::rail(ask, lang, Some(read.story.id))?;
    Ok(View { w: f.w, a, so_far, thread_url: address::thread(head), related, rail, f })
}

/// Everything of the page but frame and rail.
fn article(ask: &mut Ask<'_>, read: &Read) -> Result<Article, Failure> {
    let (story, revision) = (&read.story, &read.revision);
    let w = words::of(&story.lang);
    let zone = &ask.zone.clone();
    let name = |c| Tag { name: address::country_name(c, &story.lang), url: address::country(c) };
    let terms = licence::terms(ask)?;
    let beside = ask.beside_page(&story.lang)?;
    let software = Involvement::of_drafter(&revision.drafter) != Involvement::None;
    // A person's own text is theirs, whatever their sources are.
    let treatment =
        licence::shared(read.reports.iter().filter_map(|r| terms.get(&r.source)).map(|(_, t)| *t)).filter(|_| software);
    let mut article = Article {
        label: label::full(ask, w, revision, treatment)?,
        software,
        kind: label::kind(w, treatment, story.genre),
        brief_heads: if treatment == Some(Treatment::RoundUp) {
            super::brief::heads(ask, read, &beside.sources, w)?
        } else {
            Vec::new()
        },
        cite: format!(
            "{}, “{}”, {}, {}",
            ask.site.house.name,
            revision.draft.headline,
            moment::full(story.updated.unwrap_or(story.created), zone, w).text,
            ask.site.house.absolute(&url(story)),
        ),
        headline: revision.draft.headline.clone(),
        summary: Paragraph::default(),
        headline_entries: Vec::new(),
        body: Vec::new(),
        evidence_url: None,
        desk: super::byline::signed(w, &ask.site.house.name, &revision.drafter),
        with_people: label::with_people(w, &story.byline),
        desk_url: address::byline(&super::byline::part(&revision.drafter)),
        place: story.dateline_place.clone(),
        updated: moment::full(story.updated.unwrap_or(story.created), zone, w),
        created: moment::full(story.first_published.unwrap_or(story.created), zone, w),
        picture: story.picture.as_ref().map(|p| Pic::of(story.id, p, w)),
        filed_from: story.filed_from.map(name),
        about: story.about.iter().copied().map(name).collect(),
        sector: Tag { name: w.sector(&story.sector).into(), url: address::sector(&story.sector) },
        differ: if treatment == Some(Treatment::RoundUp) { Vec::new() } else { differ(revision) },
        sources: read.reports.iter().map(|r| source_line(ask, r, &beside.sources, w)).collect(),
        one_source: read.reports.first().is_some_and(|one| read.reports.iter().all(|r| r.source == one.source)),
        with_reports: with_reports(&read.reports, w),
        history: history(ask, read, w),
        corrections: corrections(ask, read, w),
        names: super::name::links(ask, story.id, &revision.draft)?,
        document_url: format!("/article/{}/document", story.id),
        try_url: format!("/article/{}/try", story.id),
        try_text: super::try_it::text_of(&revision.draft),
    };
    sentences(ask, read, w, &mut article)?;
    Ok(article)
}

/// Fills in summary and body with their marks, and the evidence or its address.
fn sentences(ask: &mut Ask<'_>, read: &Read, w: &Words, article: &mut Article) -> Result<(), Failure> {
    let revision = &read.revision;
    let mut reader = evidence::Reader::new(ask, &read.reports, w)?;
    // Of a very short report the summary is the body; nobody wants to read it twice.
    if revision.draft.summary != revision.draft.paragraphs.join(" ") {
        article.summary = reader.paragraph(ask, revision, Part::Summary)?;
    }
    for n in 0..revision.draft.paragraphs.len() {
        article.body.push(reader.paragraph(ask, revision, Part::Body(n))?);
    }
    if !article.brief_heads.is_empty() {
        // Whose each brief is stands before it, which no list has room for.
        article.body.iter_mut().for_each(|p| p.shape = Shape::Plain);
    }
    article.headline_entries = reader.paragraph(ask, revision, Part::Headline)?.entries;
    let words: usize = revision.draft.paragraphs.iter().map(|p| p.split_whitespace().count()).sum();
    if words > EVIDENCE_WORDS && !read.draft {
        article.evidence_url = Some(format!("/article/{}/evidence", read.story.id));
        article.summary.entries.clear();
        article.headline_entries.clear();
        article.body.iter_mut().for_each(|p| p.entries.clear());
    }
    Ok(())
}

/// Where sources give other values than the text does, once each.
fn differ(revision: &Revision) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let findings = revision.sentences.iter().flat_map(|s| &s.findings);
    for finding in findings.filter(|f| f.severity == Severity::Warn && f.source.is_some()) {
        if !out.contains(&finding.reason) {
            out.push(finding.reason.clone());
        }
    }
    out
}

pub(super) fn source_line(
    ask: &Ask<'_>,
    report: &StoredReport,
    sources: &HashMap<SourceId, NewSource>,
    w: &Words,
) -> SourceLine {
    let agency = match report.report.credit.as_deref() {
        Some(credit) if !report.source_name.to_lowercase().contains(&credit.to_lowercase()) => {
            format!("{credit} ({})", report.source_name)
        }
        _ => report.source_name.clone(),
    };
    SourceLine {
        agency,
        source_url: sources.get(&report.source).map(|terms| address::source(&terms.slug)),
        headline: report.report.headline.clone(),
        lang: report.report.lang.tag().into(),
        dir: report.report.lang.dir(),
        at: moment::full(evidence::sent(report), &ask.zone, w),
        url: report.report.url.as_deref().and_then(address::outward),
        press: sources.get(&report.source).is_some_and(|terms| terms.treatment == Treatment::PressRelease),
    }
}

fn with_reports(reports: &[StoredReport], w: &Words) -> String {
    let mut names: Vec<&str> = Vec::new();
    for report in reports {
        if !names.contains(&report.source_name.as_str()) {
            names.push(&report.source_name);
        }
    }
    let comma = if w.tag == "ar" { "، " } else { ", " };
    if names.is_empty() { String::new() } else { words::fill(w.with_reports, &names.join(comma)) }
}

fn history(ask: &Ask<'_>, read: &Read, w: &Words) -> Vec<Change> {
    let first = read.history.last().map(|r| r.number);
    let change = |r: &Revision| Change {
        number: r.number,
        at: moment::full(r.published.unwrap_or(r.created), &ask.zone, w),
        note: match &r.note {
            note if !note.is_empty() => note.clone(),
            _ if Some(r.number) == first => w.first_version.into(),
            _ => w.new_version.into(),
        },
        url: (r.id != read.revision.id).then(|| format!("/article/{}/revision/{}", read.story.id, r.number)),
    };
    read.history.iter().map(change).collect()
}

fn corrections(ask: &Ask<'_>, read: &Read, w: &Words) -> Vec<Note> {
    read.corrections.iter().map(|c| Note { at: moment::full(c.at, &ask.zone, w), text: c.note.clone() }).collect()
}

fn share(f: &Frame, read: &Read, a: &Article) -> Share {
    let picture = read.story.picture.as_ref();
    Share {
        kind: "article",
        image: a.picture.as_ref().map(|p| f.house.absolute(&p.src)).unwrap_or_default(),
        // Where it is shared it stands without our page's label.
        image_alt: picture.map(|p| label::alt(f.w, p)).unwrap_or_default(),
        image_width: picture.map_or(0, |p| p.width),
        image_height: picture.map_or(0, |p| p.height),
        published: a.created.iso.clone(),
        modified: a.updated.iso.clone(),
        section: a.sector.name.clone(),
    }
}
