//! A drafter that lies once: one number, name, date, speaker or attribution of a true draft is changed.

use news::{Lang, revision::Draft};
use text::number::Unit;

/// A draft with one lie in it.
#[derive(Clone, Debug)]
pub struct Lie {
    /// Which kind: `number`, `name`, `date`, `speaker`, `attribution`.
    pub kind: &'static str,
    /// What the true draft says.
    pub was: String,
    /// What the lying one says instead; empty when words were only dropped.
    pub is: String,
    /// The lying draft.
    pub draft: Draft,
}

/// Every lie that the draft's body offers a place for, at most one of each kind for each paragraph.
pub fn lies(draft: &Draft) -> Vec<Lie> {
    let mut out = Vec::new();
    for (i, paragraph) in draft.paragraphs.iter().enumerate() {
        let kinds: [(&'static str, Option<Change>); 5] = [
            ("number", number(paragraph, &draft.lang)),
            ("name", name(paragraph, &draft.lang)),
            ("date", date(paragraph)),
            ("speaker", speaker(paragraph, &draft.lang)),
            ("attribution", attribution(paragraph)),
        ];
        for (kind, change) in kinds {
            let Some(Change { was, is }) = change else { continue };
            let mut lying = draft.clone();
            lying.paragraphs[i] = paragraph.replacen(&was, &is, 1);
            // The summary repeats the body; a lie in the body alone must be caught by itself.
            out.push(Lie { kind, was, is, draft: lying });
        }
    }
    out
}

struct Change {
    was: String,
    is: String,
}

/// The first count of two or more digits, its first digit changed.
fn number(paragraph: &str, lang: &Lang) -> Option<Change> {
    let found = text::number::find(paragraph, lang).into_iter().find_map(|q| {
        let words = paragraph.get(q.range)?;
        let digits = words.chars().filter(char::is_ascii_digit).count();
        (digits >= 2 && q.unit != Unit::Ordinal).then(|| words.to_owned())
    })?;
    let at = found.find(|c: char| c.is_ascii_digit())?;
    let digit = found[at..].chars().next()?.to_digit(10)?;
    let mut is = found.clone();
    is.replace_range(at..=at, &(digit % 9 + 1).to_string());
    Some(Change { was: found, is })
}

/// The first person's last name, replaced by an invented one.
fn name(paragraph: &str, lang: &Lang) -> Option<Change> {
    let person = text::name::find(paragraph, lang).into_iter().find(|n| n.person && n.range.len() > 5)?;
    let was = paragraph.get(person.range)?.rsplit(' ').next()?.to_owned();
    Some(Change { was, is: "Drummerfeldt".into() })
}

/// A weekday two days later.
fn date(paragraph: &str) -> Option<Change> {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let (i, was) = DAYS.iter().enumerate().find(|(_, d)| paragraph.contains(*d))?;
    Some(Change { was: (*was).into(), is: DAYS[(i + 2) % 7].into() })
}

/// Whoever speaks in a quotation, replaced by somebody else.
fn speaker(paragraph: &str, lang: &Lang) -> Option<Change> {
    let quote = text::quote::quotes(paragraph, lang).into_iter().find(|q| q.inner.len() > 20)?;
    let was = paragraph.get(quote.speaker?)?.to_owned();
    let person = text::name::find(&was, lang).into_iter().find(|n| n.person)?;
    let was = was.get(person.range)?.to_owned();
    Some(Change { was, is: "Osvaldo Kettering".into() })
}

/// `…, the mayor said on Thursday.` -> `….` Only a reported claim at the end of its sentence, named between one comma and the
/// stop; a quotation stays quoted and is the speaker's lie.
fn attribution(paragraph: &str) -> Option<Change> {
    let said = paragraph.find(" said")?;
    let comma = paragraph.get(..said)?.rfind(", ")?;
    let after = said + " said".len();
    let stop = after + paragraph.get(after..)?.find('.')?;
    let (was, before) = (paragraph.get(comma..stop)?, paragraph.get(..comma)?);
    let quoted = before.ends_with(['"', '”', '’']) || was.contains(['"', '“', '”']);
    let one_comma = was.matches(',').count() == 1;
    let tail = paragraph.get(after..stop)?;
    let ends = tail.is_empty() || (tail.starts_with(" on ") && tail.split_whitespace().count() == 2);
    let sentence_ends = paragraph.get(stop + 1..)?.chars().next().is_none_or(char::is_whitespace);
    (!quoted && one_comma && ends && sentence_ends).then(|| Change { was: was.to_owned(), is: String::new() })
}
