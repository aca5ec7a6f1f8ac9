//! How a text was made, for readers.

use news::{
    label::Involvement,
    revision::Revision,
    source::Treatment,
    story::{Genre, Picture},
};

use crate::{
    site::Ask,
    words::{self, Words},
};

/// How a revision was made, for readers; `treatment` where the story's sources have one. A review that is on record for this
/// very revision is named in place of "not reviewed".
pub fn full(
    ask: &mut Ask<'_>,
    w: &Words,
    revision: &Revision,
    treatment: Option<Treatment>,
) -> Result<String, store::Error> {
    // The role stands in the record; readers are told the name.
    let reviewer = store::review::of_revision(ask.c, revision)?.map(|r| r.review.who);
    let by = |reviewed: &str, not: &str| match &reviewer {
        Some(who) => words::fill(reviewed, who),
        None => not.to_owned(),
    };
    let label = match Involvement::of_drafter(&revision.drafter) {
        Involvement::None => return Ok(words::fill(w.label_person, &revision.drafter)),
        Involvement::Generated => by(w.label_reviewed_model, w.label_model),
        _ if treatment == Some(Treatment::PassThrough) => by(w.label_reviewed_pass, w.label_pass),
        _ => by(w.label_reviewed, w.label_software),
    };
    Ok(match revision.editor.as_str() {
        "" => label,
        editor => format!("{label} · {}", words::fill(w.label_edited, editor)),
    })
}

/// The type of work where it is not plain news: what its sources are comes before what its writer made of them.
pub fn kind(w: &Words, treatment: Option<Treatment>, genre: Genre) -> Option<&'static str> {
    match (treatment, genre) {
        (Some(Treatment::PressRelease), _) => Some(w.label_press),
        (Some(Treatment::RoundUp), _) => Some(w.label_round_up),
        (_, Genre::News) => None,
        (_, Genre::Analysis) => Some(w.genre_analysis),
        (_, Genre::Explainer) => Some(w.genre_explainer),
    }
}

/// A picture's words where it stands alone: what a machine made of it comes first.
pub fn alt(w: &Words, picture: &Picture) -> String {
    match w.picture(picture.involvement).filter(|_| picture.brought.is_some()) {
        Some(made) => format!("{made}. {}", picture.alt),
        None => picture.alt.clone(),
    }
}

/// The people whom the desk names beside whoever wrote it; empty where it names none.
pub fn with_people(w: &Words, names: &str) -> String {
    if names.is_empty() { String::new() } else { words::fill(w.with_people, names) }
}

/// The same in a word or two, for lists and feeds; nothing is said of a person's text, nor of one that a person reviewed.
pub fn short(w: &Words, drafter: &str, reviewed: bool, treatment: Option<Treatment>) -> Option<&'static str> {
    match Involvement::of_drafter(drafter) {
        Involvement::None => None,
        _ if reviewed => None,
        Involvement::Generated => Some(w.label_model_short),
        _ if treatment == Some(Treatment::PassThrough) => Some(w.label_pass_short),
        _ if treatment == Some(Treatment::RoundUp) => Some(w.label_round_up_short),
        _ => Some(w.label_short),
    }
}
