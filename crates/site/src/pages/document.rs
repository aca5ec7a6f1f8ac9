//! A story's own document: text, labels, sources, citations, the revision's name. No rail, no clock: the same story gives
//! the same bytes.

use jiff::tz::TimeZone;
use news::{
    StoryId,
    asked::Outcome,
    label::Involvement,
    report::StoredReport,
    verdict::{Part, Sentence},
};
use serde_json::{Value, json};

use super::{
    article::{self, Read},
    label,
};
use crate::{
    address,
    evidence::{self, Reader},
    failure::Failure,
    licence, moment,
    page::{Keep, Page},
    site::{Answer, Ask},
    words,
};

/// The document of a published story.
pub fn page(ask: &mut Ask<'_>, id: StoryId) -> Answer {
    let read = article::read(ask, id)?;
    let document = document(ask, &read)?;
    let mut page = Page::of("application/json; charset=utf-8", serde_json::to_vec_pretty(&document)?, Keep::Asking);
    page.noindex = read.story.noindex;
    Ok(page)
}

fn document(ask: &mut Ask<'_>, read: &Read) -> Result<Value, Failure> {
    let (story, revision, zone) = (&read.story, &read.revision, ask.zone.clone());
    let w = words::of(&story.lang);
    let mut reader = Reader::new(ask, &read.reports, w)?;
    let mut sentences = Vec::new();
    for sentence in &revision.sentences {
        sentences.push(told(ask, &mut reader, read, sentence)?);
    }
    let involvement = Involvement::of_drafter(&revision.drafter);
    let treatment = licence::of_story(ask, story.id)?.treatment;
    let label = label::full(ask, w, revision, treatment)?;
    let review = store::review::of_revision(ask.c, revision)?.map(|r| r.review);
    Ok(json!({
        "story": story.id,
        "url": ask.site.house.absolute(&article::url(story)),
        "language": revision.draft.lang.tag(),
        "headline": revision.draft.headline,
        "summary": revision.draft.summary,
        "paragraphs": revision.draft.paragraphs,
        // Bytes of the paragraphs that stand out or lead somewhere; the words above are plain.
        "marks": Some(&revision.draft.marks).filter(|marks| !marks.is_empty()),
        "sector": story.sector,
        "dateline": story.dateline_place,
        "genre": story.genre,
        "byline": Some(&story.byline).filter(|names| !names.is_empty()),
        "filed_from": story.filed_from,
        "about": story.about,
        "first_published": story.first_published.map(|t| moment::iso(t, &zone)),
        "updated": story.updated.map(|t| moment::iso(t, &zone)),
        "revision": {
            "number": revision.number,
            "sha256": revision.hash,
            "drafter": revision.drafter,
            "edited_by": Some(&revision.editor).filter(|who| !who.is_empty()),
            "note": revision.note,
            "verdict": revision.verdict,
        },
        "label": {
            "text": label,
            "involvement": involvement,
            "digital_source_type": involvement.digital_source_type(),
            // A person's own text is not a reviewed one.
            "reviewed_by_editor": review.is_some(),
            "review": review.map(|r| json!({
                "by": r.who, "role": r.role, "at": moment::iso(r.at, &zone), "revision": r.revision,
                "facts_checked": r.facts_checked, "sources_checked": r.sources_checked,
                "responsible": r.responsible, "contact": r.contact,
            })),
        },
        "model": model(ask, read)?,
        "picture": picture(ask, read),
        "sources": read.reports.iter().map(|r| source(r, &zone)).collect::<Vec<_>>(),
        "sentences": sentences,
        "history": read.history.iter().map(|r| json!({
            "number": r.number, "sha256": r.hash, "note": r.note, "published": r.published.map(|t| moment::iso(t, &zone)),
        })).collect::<Vec<_>>(),
        "corrections": read.corrections.iter().map(|c| json!({
            "at": moment::iso(c.at, &zone), "note": c.note,
        })).collect::<Vec<_>>(),
        "responsible_editor": ask.site.house.responsible_editor,
    }))
}

/// Which model worded the text and what it was asked; nothing where none did.
fn model(ask: &mut Ask<'_>, read: &Read) -> Result<Option<Value>, Failure> {
    let id = read.revision.id;
    let of_this = |a: &news::asked::Asked| a.revision == Some(id) && a.outcome == Outcome::Used;
    let asked = store::asked::of_story(ask.c, read.story.id)?.into_iter().find(of_this);
    Ok(asked.map(|a| json!({"name": a.model, "version": a.version, "prompt_sha256": a.prompt})))
}

fn picture(ask: &Ask<'_>, read: &Read) -> Option<Value> {
    let w = words::of(&read.story.lang);
    read.story.picture.as_ref().map(|p| {
        json!({
            "url": ask.site.house.absolute(&address::picture(read.story.id, p)), "sha256": p.blob, "alt": p.alt,
            "making": p.brought.as_ref().map(|b| b.making.word()), "caption": p.caption, "credit": p.credit, "involvement": p.involvement,
            "digital_source_type": p.digital_source_type, "label": w.picture(p.involvement),
        })
    })
}

fn source(report: &StoredReport, zone: &TimeZone) -> Value {
    json!({
        "report": report.id, "agency": report.source_name, "headline": report.report.headline,
        "url": report.report.url.as_deref().and_then(address::outward), "sent": moment::iso(evidence::sent(report), zone),
        "text_sha256": report.text_hash,
    })
}

/// A sentence with its citations, the source's words within its licence.
fn told(ask: &mut Ask<'_>, reader: &mut Reader<'_>, read: &Read, sentence: &Sentence) -> Result<Value, Failure> {
    let mut citations = Vec::new();
    for c in &sentence.citations {
        let words = reader.quote(ask, c)?.map(|q| q.words);
        citations.push(json!({
            "report": c.report, "text_sha256": c.text_hash, "start_byte": c.range.start, "end_byte": c.range.end, "words": words,
        }));
    }
    let part = match sentence.part {
        Part::Headline => json!("headline"),
        Part::Summary => json!("summary"),
        Part::Body(n) => json!(n),
    };
    let findings = sentence.findings.iter().map(|f| json!({
        "kind": f.kind, "severity": f.severity, "verdict": f.verdict, "draft": f.draft, "source": f.source, "reason": f.reason,
    }));
    let answered = reader.signature(ask, &read.revision, sentence)?;
    Ok(json!({
        "part": part,
        "text": read.revision.draft.words(sentence),
        "verdict": sentence.verdict,
        "answered_by": answered.map(|s| json!({"name": s.who, "reason": s.reason})),
        "citations": citations,
        "findings": findings.collect::<Vec<_>>(),
    }))
}
