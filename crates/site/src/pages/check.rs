//! `/check`: a pasted draft against pasted sources.

use askama::Template;
use news::{Hash, ReportId, verdict::Sentence};

use super::try_it::{self, Line, Source};
use crate::{
    Pasted,
    failure::Failure,
    frame::Frame,
    page::Page,
    site::{Answer, Ask},
    words::{self, Words},
};

/// Sources that may be pasted.
pub const SOURCES: usize = 5;

#[derive(Template)]
#[template(path = "check.html", whitespace = "minimize")]
struct View {
    f: Frame,
    w: &'static Words,
    draft: String,
    sources: Vec<String>,
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
    let mut sources: Vec<String> = sources.iter().map(|s| s.replace("\r\n", "\n")).collect();
    sources.resize(SOURCES, String::new());
    let given = sources.iter().enumerate().filter(|(_, s)| !s.trim().is_empty());
    let pasted: Vec<Pasted> = given.map(|(i, text)| pasted(ask, i, text)).collect();
    let bytes = draft.len() + sources.iter().map(String::len).sum::<usize>();
    if draft.trim().is_empty() || pasted.is_empty() || bytes > try_it::MAX_BYTES * 3 {
        let words = "Paste a draft and at least one source, together no more than 120,000 bytes.";
        return Err(Failure::BadForm(words.into()));
    }
    let lang = ask.site.checker.detect(draft);
    let parsed = try_it::draft_of(draft, lang);
    let (_, sentences) = ask.site.checker.check(&parsed, &pasted, ask.now);
    let mut page = show(ask, draft.replace("\r\n", "\n"), sources, &sentences, &pasted)?;
    page.max_age_seconds = 0;
    page.noindex = true;
    Ok(page)
}

fn pasted(ask: &Ask<'_>, place: usize, text: &str) -> Pasted {
    let text: String = text.lines().map(str::trim).filter(|l| !l.is_empty()).collect::<Vec<_>>().join("\n");
    Pasted {
        agency: format!("Source {}", place + 1),
        lang: ask.site.checker.detect(&text),
        reference: ask.now,
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
    Ok(Page::html(View { f, w, draft, sources, verdict, good, lines }.render()?))
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
