//! What desks write before a headline: `UPDATE 2-`, `(CORRECTED)`, `KILL:`. It is taken off and its meaning kept.

use news::report::{PubStatus, Signal};

/// What a headline's marks mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    pub signal: Option<Signal>,
    pub status: Option<PubStatus>,
    /// 1 for a flash, 2 for urgent copy.
    pub urgency: Option<u8>,
}

const CORRECTED: [&str; 16] = [
    "CORRECTING and REPLACING",
    "CORRECTED",
    "CORRECTION",
    "CORRECTS",
    "CORRECT",
    "Correction:",
    "Corrected:",
    "RECTIFICATIF",
    "RECTIFICATION",
    "CORRIGÉ",
    "KORREKTUR",
    "BERICHTIGUNG",
    "CORRECCIÓN",
    "CORREÇÃO",
    "تصحيح",
    "शुद्धि",
];
const UPDATED: [&str; 9] = [
    "UPDATED",
    "UPDATE",
    "RECASTS",
    "ACTUALISATION",
    "AKTUALISIERT",
    "ACTUALIZA",
    "ACTUALIZACIÓN",
    "ATUALIZA",
    "WRAPUP",
];
const KILLED: [&str; 9] = [
    "MANDATORY KILL",
    "KILL",
    "KILLED",
    "WITHDRAWN",
    "WITHDRAWAL",
    "WITHDRAW",
    "RETRACTED",
    "RETRACTION",
    "ANNULATION",
];
const URGENT: [(&str, u8); 6] =
    [("FLASH", 1), ("URGENT", 2), ("BREAKING NEWS", 2), ("BREAKING", 2), ("NEWS ALERT", 2), ("ALERT", 2)];

/// The headline without its marks, and what they mean.
pub(crate) fn read(headline: &str) -> (String, Marks) {
    let (mut rest, mut marks) = (headline.trim(), Marks::default());
    for _ in 0..4 {
        let Some((found, tail)) = front(rest).or_else(|| back(rest)) else { break };
        if tail.trim().is_empty() {
            break;
        }
        rest = tail.trim();
        // The gravest meaning of each kind wins.
        marks.signal = match (marks.signal, found.signal) {
            (Some(Signal::Correction), _) | (_, Some(Signal::Correction)) => Some(Signal::Correction),
            (a, b) => a.or(b),
        };
        marks.status = marks.status.or(found.status);
        marks.urgency = marks.urgency.or(found.urgency);
    }
    (rest.to_owned(), marks)
}

/// What a note to editors says this version is for. Notes begin with it: `CORRECTION: removes …`, `Mandatory kill`.
pub(crate) fn of_note(note: &str) -> Marks {
    let upper = note.trim_start_matches(|c: char| !c.is_alphanumeric()).to_uppercase();
    let begins = |list: &[&str]| list.iter().any(|w| upper.starts_with(&w.to_uppercase()));
    match () {
        () if begins(&[
            "MANDATORY KILL",
            "KILL",
            "WITHDRAW",
            "RETRACT",
            "PLEASE KILL",
            "PLEASE WITHDRAW",
            "EDITORS: PLEASE KILL",
        ]) =>
        {
            Marks { status: Some(PubStatus::Canceled), ..Marks::default() }
        }
        () if begins(&["CORRECT", "CORRIG", "RECTIFI", "KORREKTUR", "CORRECC", "EDITORS: CORRECT"]) => {
            Marks { signal: Some(Signal::Correction), ..Marks::default() }
        }
        () if begins(&["UPDATE", "RECAST", "ADDS ", "ADDING "]) => {
            Marks { signal: Some(Signal::Update), ..Marks::default() }
        }
        () => Marks::default(),
    }
}

fn meaning(word: &str) -> Option<Marks> {
    let of = |signal, status, urgency| Some(Marks { signal, status, urgency });
    match () {
        () if KILLED.contains(&word) => of(None, Some(PubStatus::Canceled), None),
        () if CORRECTED.contains(&word) || CORRECTED.contains(&format!("{word}:").as_str()) => {
            of(Some(Signal::Correction), None, None)
        }
        () if UPDATED.contains(&word) => of(Some(Signal::Update), None, None),
        () if word == "EMBARGOED" => of(None, Some(PubStatus::Withheld), None),
        () => URGENT.iter().find(|(w, _)| *w == word).and_then(|(_, u)| of(None, None, Some(*u))),
    }
}

fn all_words() -> impl Iterator<Item = &'static str> {
    let plain = CORRECTED.iter().chain(&UPDATED).chain(&KILLED).map(|w| w.trim_end_matches(':'));
    plain.chain(URGENT.iter().map(|(w, _)| *w)).chain(["EMBARGOED"])
}

/// `UPDATE 1-`, `CORRECTED-UPDATE 1-`, `CORRECTION:`, `(CORRECTED)`, `CORRECTING and REPLACING `.
fn front(line: &str) -> Option<(Marks, &str)> {
    if let Some(inner) = line.strip_prefix(['(', '[']) {
        let (word, tail) = inner.split_once([')', ']'])?;
        return Some((meaning(word.trim())?, tail.trim_start_matches([':', '-', '–', '—', ' '])));
    }
    let word = all_words().filter(|w| line.starts_with(w)).max_by_key(|w| w.len())?;
    let tail = line.get(word.len()..)?;
    let meaning = meaning(word)?;
    if word == "CORRECTING and REPLACING" {
        return Some((meaning, tail.strip_prefix(' ')?));
    }
    // A number of the update may stand between: `UPDATE 2-`.
    let numbered = tail.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
    let after = if UPDATED.contains(&word) || word.starts_with("CORRECT") { numbered } else { tail.trim_start() };
    let spaced = tail.starts_with(' ') && after.trim_start().starts_with(['-', '–', '—']);
    let joined = after.starts_with([':', '-', '–', '—']) || spaced;
    let rest = after.trim_start().trim_start_matches([':', '-', '–', '—']);
    // `UPDATE-driven` is a word, not a mark: what follows a mark begins a headline.
    let begins = rest.trim_start().chars().next().is_some_and(|c| !c.is_lowercase() || rest.starts_with(' '));
    (joined && begins).then_some((meaning, rest))
}

/// `Toll rises (CORRECTED)`, `Toll rises - CORRECTION`.
fn back(line: &str) -> Option<(Marks, &str)> {
    if let Some(inner) = line.strip_suffix([')', ']']) {
        let (before, word) = inner.rsplit_once(['(', '['])?;
        return Some((meaning(word.trim())?, before));
    }
    let (before, word) = line.rsplit_once(" - ").or_else(|| line.rsplit_once(" – "))?;
    let marks = meaning(word.trim()).filter(|m| m.signal.is_some() || m.status.is_some())?;
    Some((marks, before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_their_meaning_stays() {
        let correction = Some(Signal::Correction);
        for (line, want, signal, status) in [
            ("UPDATE 1-France says no", "France says no", Some(Signal::Update), None),
            ("UPDATE 12- France says no", "France says no", Some(Signal::Update), None),
            ("CORRECTED-UPDATE 2-France says no", "France says no", correction, None),
            ("(CORRECTED) France says no", "France says no", correction, None),
            ("CORRECTION: France says no", "France says no", correction, None),
            ("Correction: France says no", "France says no", correction, None),
            ("CORRECTING and REPLACING Acme opens", "Acme opens", correction, None),
            ("France says no (CORRECTED)", "France says no", correction, None),
            ("KILL: France says no", "France says no", None, Some(PubStatus::Canceled)),
            ("MANDATORY KILL - France says no", "France says no", None, Some(PubStatus::Canceled)),
            ("URGENT - France says no", "France says no", None, None),
            ("UPDATE", "UPDATE", None, None),
            ("Kill: the film everyone hates", "Kill: the film everyone hates", None, None),
            ("KILLING of judge shocks town", "KILLING of judge shocks town", None, None),
            ("CORRECT-fit shoes recalled", "CORRECT-fit shoes recalled", None, None),
            ("ALERTS sent in error", "ALERTS sent in error", None, None),
        ] {
            let (rest, marks) = read(line);
            assert_eq!((rest.as_str(), marks.signal, marks.status), (want, signal, status), "{line}");
        }
        assert_eq!(of_note("CORRECTION: removes a name").signal, correction);
        assert_eq!(of_note("MANDATORY KILL: the statement").status, Some(PubStatus::Canceled));
        assert_eq!(of_note("EMBARGOED: not before 0600").signal, None);
    }
}
