//! An item's fields -> a report: cleaning, dateline, headline marks, language, times, guid. The same for every format.

use news::{
    Hash, Lang, Time,
    report::{Dateline, Oddity, PubStatus, Report, Signal, Subject, WirePicture},
};

use crate::{Entry, Feed, Hints, Parsed, clean, dateline, entry::Markup, headline, mojibake, picture, tail};

/// Written behind the rights words of an item whose format has a field that forbids models.
pub(crate) const NO_AI_MARK: &str = "\n[no-ai]";

/// Longest headline made from a body that has none, in characters.
const MADE_HEADLINE: usize = 140;

/// Longest headline that is believed, in characters.
const LONGEST_HEADLINE: usize = 500;

/// A detected language outvotes the feed's own word only on texts of at least this many characters.
const DETECT_FROM: usize = 300;

/// Makes the feed of what an adapter read.
pub(crate) fn feed(parsed: Parsed, hints: &Hints<'_>) -> Feed {
    let Parsed { format, head, mut entries, mut oddities } = parsed;
    let mut reports = Vec::with_capacity(entries.len());
    for entry in &mut entries {
        let mut said = Vec::new();
        if repair(entry) {
            said.push("the text was UTF-8 read as Latin-1; repaired".to_owned());
        }
        let feed_lang = head.lang.as_deref().map(Lang::new).filter(|l| !l.is_und());
        match report(entry, feed_lang, hints, &mut said) {
            Some(report) => reports.push(report),
            None => said.push("this item has neither headline nor text; it was left out".to_owned()),
        }
        let bytes = entry.raw.get(..4096).unwrap_or(&entry.raw);
        oddities.extend(said.into_iter().map(|what| Oddity { item: Some(entry.place), what, bytes: bytes.to_vec() }));
    }
    Feed {
        title: head.title.as_ref().map(clean::inline).unwrap_or_default(),
        home: head.link.clone(),
        lang: head.lang.as_deref().map(Lang::new).unwrap_or_default(),
        format,
        reports,
        oddities,
        head,
        entries,
    }
}

/// Repairs mojibake in every text of the item; whether there was any.
fn repair(entry: &mut Entry) -> bool {
    let mut any = false;
    let mut mend = |text: &mut String| {
        if let Some(meant) = mojibake::repair(text) {
            *text = meant;
            any = true;
        }
    };
    entry.title.iter_mut().chain(&mut entry.summary).chain(&mut entry.content).for_each(|m| mend(&mut m.value));
    entry.authors.iter_mut().for_each(|p| mend(&mut p.name));
    entry.tags.iter_mut().for_each(|t| mend(&mut t.term));
    for text in [&mut entry.rights, &mut entry.ed_note, &mut entry.slugline, &mut entry.located, &mut entry.credit]
        .into_iter()
        .flatten()
    {
        mend(text);
    }
    any
}

fn report(entry: &Entry, feed_lang: Option<Lang>, hints: &Hints<'_>, said: &mut Vec<String>) -> Option<Report> {
    let title = entry.title.as_ref().map(clean::inline).unwrap_or_default();
    let (title, marks) = headline::read(&title);
    let mut body = longest(entry);
    let taken = tail::remove(&mut body.paragraphs);
    let (dateline, credit) = cut_dateline(&mut body.paragraphs);
    let headline = headline_of(&title, &mut body.paragraphs, said)?;
    let text =
        text::clean::paragraphs(std::iter::once(headline.as_str()).chain(body.paragraphs.iter().map(String::as_str)));
    let note = entry.ed_note.as_deref().map(headline::of_note).unwrap_or_default();
    let rights = entry
        .rights
        .as_deref()
        .map(|r| r.replace(NO_AI_MARK, ""))
        .map(|r| r.trim().to_owned())
        .filter(|r| !r.is_empty());
    let mut pictures = entry.pictures.clone();
    pictures.append(&mut body.pictures);
    let (published, updated) = times(entry, hints, said);
    let mut report = Report {
        guid: guid(entry, &text, said),
        version: entry.version,
        follows: entry.follows.clone(),
        status: gravest(entry.status, marks.status.or(note.status)),
        signal: entry.signal.or(gravest_signal(marks.signal, note.signal)),
        url: entry.link.clone().filter(|u| is_web(u)),
        lang: language(entry, feed_lang, &text, hints, said),
        dateline: dateline.or_else(|| located(entry)),
        byline: byline(entry).or(taken.byline),
        credit: credit.or_else(|| entry.credit.as_deref().map(line)),
        slugline: entry.slugline.as_deref().map(line),
        ed_note: entry.ed_note.as_deref().map(line),
        published,
        updated,
        embargo: entry.embargo.as_ref().and_then(|e| e.time),
        urgency: entry.urgency.or(marks.urgency),
        subjects: subjects(entry),
        pictures: words_cleaned(picture::sensible(pictures, entry.base.as_deref().or(hints.url))),
        no_ai: forbids_models(entry.rights.as_deref().unwrap_or_default()),
        rights: rights.or(taken.rights),
        raw: entry.raw.clone(),
        headline,
        text,
    };
    hold_unclear_embargo(&mut report, entry, said);
    Some(report)
}

fn line(text: &str) -> String {
    clean::inline(&Markup::html(text))
}

/// The fullest of the forms in which the sender gave the text: content before summary unless the summary says more.
fn longest(entry: &Entry) -> clean::Body {
    let size = |b: &clean::Body| b.paragraphs.iter().map(String::len).sum::<usize>();
    let mut best = clean::Body::default();
    for markup in entry.content.iter().chain(&entry.summary) {
        let body = clean::body(markup);
        if best.paragraphs.is_empty() || size(&body) > size(&best) * 5 / 4 {
            let pictures = std::mem::take(&mut best.pictures);
            best = body;
            best.pictures.extend(pictures);
        } else {
            best.pictures.extend(body.pictures);
        }
    }
    best
}

fn cut_dateline(paragraphs: &mut [String]) -> (Option<Dateline>, Option<String>) {
    let Some(first) = paragraphs.first_mut() else { return (None, None) };
    let Some(found) = dateline::find(first) else { return (None, None) };
    *first = first.get(found.rest..).unwrap_or_default().to_owned();
    (found.dateline, found.credit)
}

/// The sender's headline, else the first sentence of the body; a first paragraph that only repeats it goes.
fn headline_of(title: &str, paragraphs: &mut Vec<String>, said: &mut Vec<String>) -> Option<String> {
    let title: String = if title.chars().count() > LONGEST_HEADLINE {
        said.push("the headline is longer than any headline; it was cut".to_owned());
        title.chars().take(LONGEST_HEADLINE).collect()
    } else {
        title.to_owned()
    };
    if !title.is_empty() {
        if paragraphs.first().is_some_and(|p| *p == title) {
            paragraphs.remove(0);
        }
        return Some(title);
    }
    let first = paragraphs.first()?;
    let end = first.char_indices().find(|(i, c)| {
        matches!(c, '!' | '?' | '।' | '؟' | '。')
            || (*c == '.' && first.get(i + 1..).is_some_and(|r| r.starts_with(' ')))
    });
    let sentence =
        first.get(..end.map_or(first.len(), |(i, c)| i + c.len_utf8())).unwrap_or(first).trim_end_matches('.');
    said.push("this item has no headline; its first sentence stands for one".to_owned());
    Some(shortened(sentence))
}

/// Cut at a word.
fn shortened(sentence: &str) -> String {
    let mut out = String::new();
    for word in sentence.split(' ') {
        if out.chars().count() + word.chars().count() > MADE_HEADLINE && !out.is_empty() {
            out.push('…');
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().take(MADE_HEADLINE));
    }
    out
}

fn guid(entry: &Entry, text: &str, said: &mut Vec<String>) -> String {
    let given = entry.id.as_deref().or(entry.link.as_deref()).map(str::trim).filter(|id| !id.is_empty());
    match given {
        Some(id) if id.len() <= 2048 => id.to_owned(),
        Some(id) => format!("sha256:{}", Hash::of(id.as_bytes())),
        None => {
            said.push("this item has neither id nor link; its id was made from its text".to_owned());
            format!("sha256:{}", Hash::of(text.as_bytes()))
        }
    }
}

fn is_web(url: &str) -> bool {
    url::Url::parse(url).is_ok_and(|u| matches!(u.scheme(), "http" | "https"))
}

fn gravest(field: PubStatus, marked: Option<PubStatus>) -> PubStatus {
    match (field, marked) {
        (PubStatus::Canceled, _) | (_, Some(PubStatus::Canceled)) => PubStatus::Canceled,
        (PubStatus::Withheld, _) | (_, Some(PubStatus::Withheld)) => PubStatus::Withheld,
        _ => PubStatus::Usable,
    }
}

fn gravest_signal(a: Option<Signal>, b: Option<Signal>) -> Option<Signal> {
    if [a, b].contains(&Some(Signal::Correction)) { Some(Signal::Correction) } else { a.or(b) }
}

/// An embargo that cannot be read, or one that is only spoken of, must not let the item out.
fn hold_unclear_embargo(report: &mut Report, entry: &Entry, said: &mut Vec<String>) {
    let unread = entry.embargo.as_ref().is_some_and(|e| e.time.is_none());
    let noted = report.ed_note.as_deref().is_some_and(|n| n.trim_start().to_uppercase().starts_with("EMBARGO"));
    if report.status == PubStatus::Usable && (unread || (noted && report.embargo.is_none())) {
        report.status = PubStatus::Withheld;
        said.push("this item is under an embargo whose end cannot be read; it is held back".to_owned());
    }
    if report.embargo.is_some() && report.status == PubStatus::Withheld && entry.status == PubStatus::Usable {
        // The headline said EMBARGOED and the field says until when.
        report.status = PubStatus::Usable;
    }
}

/// What the item states, else the feed, else the source's setting; a long text in another language outvotes the last two.
fn language(entry: &Entry, feed: Option<Lang>, text: &str, hints: &Hints<'_>, said: &mut Vec<String>) -> Lang {
    let own = entry.lang.as_deref().map(Lang::new).filter(|l| !l.is_und());
    if let Some(own) = own.filter(|l| feed.as_ref() != Some(l)) {
        return own;
    }
    let told = feed.or_else(|| Some(hints.lang.clone()).filter(|l| !l.is_und()));
    let found = text::detect::lang(text);
    match told {
        Some(told) if found.is_und() || found.primary() == told.primary() || text.chars().count() < DETECT_FROM => told,
        Some(told) => {
            said.push(format!("the feed says “{told}”, but this item is in “{found}”; taken as that"));
            found
        }
        None => found,
    }
}

fn located(entry: &Entry) -> Option<Dateline> {
    let place = line(entry.located.as_deref()?);
    (!place.is_empty()).then(|| Dateline { place: dateline::reading_case(&place), day: None })
}

fn byline(entry: &Entry) -> Option<String> {
    let names: Vec<String> =
        entry.authors.iter().map(|p| line(&p.name)).filter(|n| !n.is_empty() && !n.contains('@')).collect();
    let joined = names.join(", ");
    let stripped =
        ["By ", "by ", "BY ", "Par ", "Von ", "Por "].iter().find_map(|b| joined.strip_prefix(b)).unwrap_or(&joined);
    Some(stripped.to_owned()).filter(|n| !n.is_empty())
}

/// First published and this version's time. A missing or impossible date is told and the time of receipt stands for it.
fn times(entry: &Entry, hints: &Hints<'_>, said: &mut Vec<String>) -> (Option<Time>, Option<Time>) {
    let latest = hints.received.plus_ms(Time::DAY_MS);
    let mut usable = |stamp: &Option<crate::entry::Stamp>, what: &str| {
        let stamp = stamp.as_ref()?;
        match stamp.time {
            Some(at) if at > latest => {
                said.push(format!("{what} “{}” lies in the future; the time of receipt is used", stamp.said));
                Some(hints.received)
            }
            Some(at) => Some(at),
            None => {
                said.push(format!("{what} “{}” is no date that can be read", crate::detect::prefix(&stamp.said, 80)));
                None
            }
        }
    };
    let published = usable(&entry.published, "the date of publication");
    let updated = usable(&entry.updated, "the date of the update");
    match (published, updated) {
        (None, None) => {
            said.push("this item has no usable date; the time of receipt is used".to_owned());
            (Some(hints.received), None)
        }
        (None, Some(updated)) => (Some(updated), Some(updated)),
        (Some(published), updated) => (Some(published), updated),
    }
}

fn subjects(entry: &Entry) -> Vec<Subject> {
    let mut out: Vec<Subject> = Vec::new();
    let tags = entry.tags.iter().map(|t| Subject {
        kind: "subject".into(),
        code: t.scheme.clone(),
        name: line(t.label.as_deref().unwrap_or(&t.term)),
    });
    for subject in entry.subjects.iter().cloned().chain(tags) {
        let known =
            out.iter().any(|s: &Subject| s.name == subject.name && (s.kind == subject.kind || s.kind == "keyword"));
        if !subject.name.is_empty() && !known {
            out.push(subject);
        }
    }
    out
}

fn words_cleaned(pictures: Vec<WirePicture>) -> Vec<WirePicture> {
    pictures
        .into_iter()
        .map(|p| WirePicture { caption: line(&p.caption), alt: line(&p.alt), credit: line(&p.credit), ..p })
        .collect()
}

/// Rights words that keep an item from models: a reservation for text and data mining, or plain words.
fn forbids_models(rights: &str) -> bool {
    const PHRASES: [&str; 16] = [
        "[no-ai]",
        "no ai ",
        "no-ai",
        "noai",
        "not for ai",
        "ai training",
        "train ai",
        "training of ai",
        "machine learning",
        "language model",
        "text and data mining",
        "tdm-reservation",
        "dmi-prohibited",
        "may not be used by ai",
        "artificial intelligence",
        "generative ai",
    ];
    let lower = format!("{} ", rights.to_lowercase());
    PHRASES.iter().any(|p| lower.contains(p))
}
