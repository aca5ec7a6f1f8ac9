//! `/check`: a pasted draft against pasted sources.

use askama::Template;
use news::{Hash, ReportId, verdict::Sentence};

use super::try_it::{self, Line, Source};
use crate::{
    Pasted, form,
    frame::Frame,
    page::Page,
    site::{Answer, Ask},
    words::{self, Words},
};

/// Sources that may be pasted.
pub const SOURCES: usize = 5;

/// A report, invented, and a draft of it that gets a number and a speaker wrong.
const EXAMPLE_SOURCE: &str = "KELSTRAND, Nov 3 - The harbour at Kelstrand will close for 12 days from Monday, the port authority said on Tuesday. \
Dredgers will remove about 40,000 cubic metres of mud, harbour master Ida Rosvall told reporters. \
\u{201c}Ferries will leave from the north pier until we are done,\u{201d} Rosvall said. \
The work costs 3.1 million euros, according to the authority.";
const EXAMPLE_DRAFT: &str = "Kelstrand harbour will close for 21 days

The harbour at Kelstrand will close for 21 days from Monday, the port authority said on Tuesday.
Dredgers will remove about 40,000 cubic metres of mud, harbour master Ida Rosvall told reporters.
\u{201c}Ferries will leave from the north pier until we are done,\u{201d} port director Lars Edquist said.
The work costs 3.1 million euros, according to the authority.";

#[derive(Template)]
#[template(path = "check.html", whitespace = "minimize")]
struct View {
    f: Frame,
    w: &'static Words,
    draft: String,
    sources: Vec<String>,
    example_draft: &'static str,
    example_source: &'static str,
    verdict: String,
    good: bool,
    lines: Vec<Line>,
}

/// The empty form.
pub fn form(ask: &mut Ask<'_>) -> Answer {
    show(ask, String::new(), vec![String::new(); SOURCES], &[], &[])
}

/// The form with the marked draft. Nothing is stored.
pub fn page(ask: &mut Ask<'_>, draft: &str, sources: &[String]) -> Answer {
    let w = words::of(&ask.site.house.lang);
    form::draft(draft, w)?;
    form::sources(sources, w)?;
    let given = sources.iter().enumerate().filter(|(_, s)| !s.trim().is_empty());
    let pasted: Vec<Pasted> = given.map(|(i, text)| pasted(ask, i, text)).collect();
    let lang = ask.site.checker.detect(draft);
    let parsed = try_it::draft_of(draft, lang);
    // A draft of an older report tells its days from that day.
    let now = pasted.iter().map(|p| p.reference).max().unwrap_or(ask.now);
    let (_, sentences) = ask.site.checker.check(&parsed, &pasted, now);
    Ok(show(ask, draft.into(), sources.to_vec(), &sentences, &pasted)?.for_one_reader())
}

fn pasted(ask: &Ask<'_>, place: usize, text: &str) -> Pasted {
    let text: String = text.lines().map(str::trim).filter(|l| !l.is_empty()).collect::<Vec<_>>().join("\n");
    let lang = ask.site.checker.detect(&text);
    Pasted {
        agency: words::fill(words::of(&ask.site.house.lang).check_source, &(place + 1).to_string()),
        reference: ask.site.checker.told_on(&text, &lang, ask.now),
        lang,
        report: ReportId(0),
        text_hash: Hash::of(text.as_bytes()),
        text,
    }
}

fn show(ask: &mut Ask<'_>, draft: String, sources: Vec<String>, sentences: &[Sentence], pasted: &[Pasted]) -> Answer {
    let lang = ask.site.house.lang.clone();
    let w = words::of(&lang);
    let f = Frame::new(ask, &lang, w.check_draft, "/check")?;
    let parsed = try_it::draft_of(&draft, lang);
    let lines = try_it::lines(&parsed, sentences, w, |s| sources_of(s, pasted));
    let (verdict, good) = if lines.is_empty() { (String::new(), true) } else { try_it::verdict(sentences, w) };
    Ok(Page::html(
        View {
            f,
            w,
            draft,
            sources,
            example_draft: EXAMPLE_DRAFT,
            example_source: EXAMPLE_SOURCE,
            verdict,
            good,
            lines,
        }
        .render()?,
    ))
}

/// The pasted words are the reader's own, so no licence cuts them.
fn sources_of(sentence: &Sentence, pasted: &[Pasted]) -> Vec<Source> {
    let source_of = |hash: Hash| pasted.iter().find(|p| p.text_hash == hash);
    let places = try_it::places(sentence, |hash| source_of(hash).map(|p| (p.text.as_str(), &p.lang)));
    let source = |place: try_it::Place| {
        let pasted = source_of(place.text_hash)?;
        let stretches = try_it::shown(&pasted.text, &place);
        Some(Source { stretches, agency: pasted.agency.clone(), at: String::new(), url: None })
    };
    places.into_iter().filter_map(source).collect()
}
