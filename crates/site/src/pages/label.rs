//! How a text was made, for readers.

use news::{label::Involvement, source::Treatment};

use crate::words::{self, Words};

/// How a text by that drafter was made, for readers; `treatment` where the story's sources have one.
pub fn full(w: &Words, drafter: &str, treatment: Option<Treatment>) -> String {
    match Involvement::of_drafter(drafter) {
        Involvement::None => words::fill(w.label_person, drafter),
        Involvement::Generated => w.label_model.into(),
        _ if treatment == Some(Treatment::PassThrough) => w.label_pass.into(),
        _ => w.label_software.into(),
    }
}

/// The same in a word or two, for lists and feeds; nothing is said of a person's text.
pub fn short(w: &Words, drafter: &str, treatment: Option<Treatment>) -> Option<&'static str> {
    match Involvement::of_drafter(drafter) {
        Involvement::None => None,
        Involvement::Generated => Some(w.label_model_short),
        _ if treatment == Some(Treatment::PassThrough) => Some(w.label_pass_short),
        _ if treatment == Some(Treatment::RoundUp) => Some(w.label_round_up_short),
        _ => Some(w.label_short),
    }
}
