//! A draft as the form's fields hold it.

use news::{Lang, revision::Draft};

use crate::visit::Visit;

/// The draft of the form `edit`, its body in light Markdown.
pub fn of_form(visit: &Visit, lang: &Lang) -> Draft {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (paragraphs, marks) = desk::markdown::read(visit.field("body"));
    Draft {
        lang: lang.clone(),
        headline: line(visit.field("headline")),
        summary: line(visit.field("summary")),
        paragraphs,
        marks,
    }
}

/// Words of a text, roughly: enough to say how long it is.
pub fn words(text: &str) -> usize {
    text.split_whitespace().count()
}
