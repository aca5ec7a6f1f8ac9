//! Small words turned: titles, units, spans, modality, legal status, negation, direction; and words that no source has.

use super::{Clean, pick, with};

type Pairs = &'static [(&'static str, &'static str)];

const TITLES: Pairs = &[
    ("prime minister", "foreign minister"),
    ("foreign minister", "finance minister"),
    ("finance minister", "interior minister"),
    ("chief executive", "finance chief"),
    ("spokeswoman", "director"),
    ("spokesman", "director"),
    ("mayor", "governor"),
    ("governor", "mayor"),
    ("president", "vice-president"),
    ("chairman", "treasurer"),
    ("director", "chairman"),
    ("prosecutor", "judge"),
    ("judge", "prosecutor"),
    ("professor", "student"),
    ("coach", "captain"),
    ("captain", "coach"),
    ("senator", "ambassador"),
];
const UNITS: Pairs = &[
    ("kilometres", "miles"),
    ("kilometers", "miles"),
    ("miles", "kilometres"),
    ("km", "miles"),
    ("metres", "feet"),
    ("million", "billion"),
    ("billion", "million"),
    ("tonnes", "kilograms"),
    ("euros", "dollars"),
    ("dollars", "euros"),
    ("percent", "percentage points"),
    ("per cent", "percentage points"),
    ("hours", "days"),
    ("hectares", "square kilometres"),
];
const SPANS: Pairs = &[
    ("last year", "two years ago"),
    ("last month", "last week"),
    ("last week", "last month"),
    ("weeks", "months"),
    ("months", "weeks"),
    ("years", "months"),
    ("days", "weeks"),
    ("next year", "next month"),
    ("this year", "last year"),
];
const STRONGER: Pairs = &[
    (" may ", " will "),
    (" might ", " will "),
    (" could ", " will "),
    (" plans to ", " will "),
    (" plan to ", " will "),
    (" is considering ", " has decided on "),
    (" are considering ", " have decided on "),
    (" proposed ", " imposed "),
    (" suspected ", " "),
    (" alleged ", " "),
    (" allegedly ", " "),
    (" some of ", " all of "),
    (" most of ", " all of "),
    (" called for ", " secured "),
    (" asked for ", " received "),
    (" hopes to ", " will "),
    (" wants to ", " will "),
];
const LEGAL: Pairs = &[
    ("arrested", "charged"),
    ("detained", "charged"),
    ("charged with", "convicted of"),
    ("accused of", "convicted of"),
    ("suspected of", "charged with"),
    ("convicted", "acquitted"),
    ("acquitted", "convicted"),
    ("sentenced", "acquitted"),
    ("released on bail", "acquitted"),
    ("indicted", "convicted"),
];
const DIRECTIONS: Pairs = &[
    ("rose", "fell"),
    ("fell", "rose"),
    ("increased", "decreased"),
    ("decreased", "increased"),
    ("gained", "lost"),
    ("climbed", "dropped"),
    ("dropped", "climbed"),
    ("declined", "rose"),
    ("raised", "cut"),
    ("won", "lost"),
    ("lost", "won"),
    ("beat", "lost to"),
    ("opened", "closed"),
    ("closed", "opened"),
    ("higher", "lower"),
    ("lower", "higher"),
    ("more than", "less than"),
    ("up from", "down from"),
    ("down from", "up from"),
    ("grew", "shrank"),
    ("rise", "fall"),
    ("fall", "rise"),
    ("increase", "decrease"),
    ("before", "after"),
    ("after", "before"),
    ("accepted", "rejected"),
    ("rejected", "accepted"),
    ("approved", "rejected"),
];
const NEGATIONS: Pairs = &[
    (" did not ", " did "),
    (" was not ", " was "),
    (" were not ", " were "),
    (" has not ", " has "),
    (" have not ", " have "),
    (" is not ", " is "),
    (" will not ", " will "),
    (" cannot ", " can "),
    (" no ", " "),
    (" was ", " was not "),
    (" were ", " were not "),
    (" has ", " has not "),
    (" have ", " have not "),
    (" is ", " is not "),
    (" are ", " are not "),
    (" will ", " will not "),
    (" had ", " had not "),
    (" can ", " cannot "),
    (" n’est pas ", " est "),
    (" a été ", " n’a pas été "),
    (" ont été ", " n’ont pas été "),
    (" est ", " n’est pas "),
    (" sont ", " ne sont pas "),
];

/// The first pair whose words stand there as whole words.
fn turned(clean: &Clean, pairs: Pairs) -> Option<String> {
    let lower = clean.text.to_lowercase();
    // Lower case of another length would not fit the text's bytes.
    if lower.len() != clean.text.len() {
        return None;
    }
    pairs.iter().find_map(|(old, new)| {
        let whole = |at: &usize| {
            let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
            old.starts_with(' ')
                || (edge(lower.get(..*at).and_then(|t| t.chars().next_back()))
                    && edge(lower.get(at + old.len()..).and_then(|t| t.chars().next())))
        };
        let at = lower.match_indices(old).map(|(at, _)| at).find(whole)?;
        let capital = clean.text.get(at..)?.starts_with(char::is_uppercase);
        let new = if capital { capitalised(new) } else { (*new).to_owned() };
        with(&clean.text, at..at + old.len(), &new)
    })
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

pub fn title(clean: &Clean) -> Option<String> {
    turned(clean, TITLES)
}

pub fn unit(clean: &Clean) -> Option<String> {
    turned(clean, UNITS).filter(|_| clean.text.contains(|c: char| c.is_ascii_digit()))
}

pub fn span(clean: &Clean) -> Option<String> {
    turned(clean, SPANS)
}

pub fn strengthened(clean: &Clean) -> Option<String> {
    turned(clean, STRONGER)
}

pub fn legal(clean: &Clean) -> Option<String> {
    turned(clean, LEGAL)
}

/// Where the word goes with the next it is no direction: `grew up`, `fell into the hands`.
pub fn direction(clean: &Clean) -> Option<String> {
    const IDIOMS: [&str; 7] = ["grew up", "fell into", "lost his", "lost her", "lost their", "lost time", "lost out"];
    turned(clean, DIRECTIONS).filter(|_| !IDIOMS.iter().any(|i| clean.text.contains(i)))
}

/// A sentence that denies already in a word of its own would deny twice, and be true again or none.
pub fn negation(clean: &Clean) -> Option<String> {
    const DENIED: [&str; 6] = ["nobody", "no one", "never", "insufficient", "unable", "neither"];
    if DENIED.iter().any(|w| clean.text.to_lowercase().contains(w)) {
        return None;
    }
    match clean.lang.as_str() {
        "hi" => clean
            .text
            .contains(" नहीं ")
            .then(|| clean.text.replacen(" नहीं ", " ", 1))
            .or_else(|| clean.text.contains(" किया ").then(|| clean.text.replacen(" किया ", " नहीं किया ", 1))),
        "ar" => clean.text.contains(" لم ").then(|| clean.text.replacen(" لم ", " ", 1)),
        _ => turned(clean, NEGATIONS),
    }
}

/// `the Kyiv region` is not `Kyiv`, `near Kyiv` is not `in Kyiv`.
pub fn place_part(clean: &Clean) -> Option<String> {
    const PARTS: [&str; 6] = [" region", " province", " district", " county", " suburbs", " governorate"];
    if let Some(part) = PARTS.iter().find(|p| clean.text.contains(**p)) {
        let at = clean.text.find(part)?;
        let name = clean.text.get(..at)?.rsplit(' ').next()?;
        let named = name.starts_with(char::is_uppercase) && !clean.text.get(at..)?.starts_with(&format!("{part} of"));
        return if named { with(&clean.text, at..at + part.len(), "") } else { None };
    }
    const NEAR: Pairs = &[
        (" near the town of ", " in "),
        (" outside ", " in "),
        (" near ", " in "),
        (" north of ", " in "),
        (" south of ", " in "),
    ];
    turned(clean, NEAR).filter(|_| clean.lang == "en")
}

/// A word that judges, before the first plain noun.
pub fn loaded(clean: &Clean) -> Option<String> {
    const LOADED: [&str; 5] = ["shocking", "brutal", "heroic", "disastrous", "shameful"];
    let word = LOADED.get(pick(&clean.text, LOADED.len()))?;
    let at = [" the ", " a "].iter().filter_map(|lead| Some(clean.text.find(lead)? + lead.len())).min()?;
    let plain = clean.text.get(at..)?.starts_with(|c: char| c.is_ascii_lowercase());
    (plain && clean.lang == "en" && !clean.source.contains(word))
        .then(|| with(&clean.text, at..at, &format!("{word} ")))?
}

/// A clause of the planter's own.
pub fn outside(clean: &Clean) -> Option<String> {
    const CLAUSES: [&str; 4] = [
        ", after a fire at the main warehouse",
        ", despite warnings from insurers",
        ", as trade unions threatened a strike",
        " during a visit by foreign investors",
    ];
    let stop = clean.text.strip_suffix('.').filter(|_| clean.lang == "en")?;
    let clause = CLAUSES.get(pick(&clean.text, CLAUSES.len()))?;
    Some(format!("{stop}{clause}."))
}
