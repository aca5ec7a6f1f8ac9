//! A draft as the form's fields hold it.

use news::{Lang, revision::Draft, verdict::Part};

use crate::visit::Visit;

/// The draft of the form `edit`: an empty line ends a paragraph.
pub fn of_form(visit: &Visit, lang: &Lang) -> Draft {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    Draft {
        lang: lang.clone(),
        headline: line(visit.field("headline")),
        summary: line(visit.field("summary")),
        paragraphs: visit.field("body").split("\n\n").map(line).filter(|p| !p.is_empty()).collect(),
    }
}

/// The body as its field shows it.
pub fn body(draft: &Draft) -> String {
    draft.paragraphs.join("\n\n")
}

/// The part in which something is put in place of something else.
pub fn part_mut(draft: &mut Draft, part: Part) -> Option<&mut String> {
    match part {
        Part::Headline => Some(&mut draft.headline),
        Part::Summary => Some(&mut draft.summary),
        Part::Body(n) => draft.paragraphs.get_mut(n),
    }
}

/// Words of a text, roughly: enough to say how long it is.
pub fn words(text: &str) -> usize {
    text.split_whitespace().count()
}
