//! What changed between two drafts, told to readers: `toll raised from 12 to 14 (Agency)`, or in the texts' words, `“in Porto” is
//! now “near Porto” (Agency)`.

mod figure;

use news::revision::Draft;

/// Changes told; the rest is on the page of the earlier revision.
const CHANGES: usize = 3;
/// Share of words in common from which two sentences are one sentence changed.
const SAME_SENTENCE: f64 = 0.6;
/// Words of a new sentence that are quoted.
const QUOTED_WORDS: usize = 14;

/// How a note says it, by the story's language; English for the rest.
const WORDS: [(&str, &str, &str); 4] = [
    ("en", "added:", "is now"),
    ("fr", "ajouté :", "devient"),
    ("ar", "أضيف:", "أصبح"),
    ("hi", "जोड़ा गया:", "के बदले अब"),
];

/// What readers are told of a revision that says the same in other words.
pub fn reworded(lang: &news::Lang) -> &'static str {
    match lang.primary() {
        "fr" => "reformulé, les faits sont les mêmes",
        "ar" => "أعيدت الصياغة، والوقائع كما هي",
        "hi" => "शब्द बदले गए, तथ्य वही हैं",
        _ => "reworded; the facts are the same",
    }
}

/// A note on what is new, naming the agency it came from. Empty when only order or length changed.
pub fn note(old: &Draft, new: &Draft, agency: &str) -> String {
    if old.lang.primary() != new.lang.primary() {
        return in_other_words(&new.lang, agency);
    }
    let (was, is) = (sentences(old), sentences(new));
    let tag = new.lang.primary();
    let (_, added, is_now) = WORDS.iter().find(|(lang, ..)| *lang == tag).unwrap_or(&WORDS[0]);
    let (mut changes, mut additions): (Vec<String>, Vec<String>) = Default::default();
    for sentence in is.iter().filter(|s| !was.contains(s)) {
        if changes.len() + additions.len() == CHANGES {
            break;
        }
        match was.iter().map(|w| (overlap(w, sentence), w)).max_by(|a, b| a.0.total_cmp(&b.0)) {
            Some((share, earlier)) if share >= SAME_SENTENCE => {
                let figures = figure::changes(earlier, sentence, &new.lang);
                let told = figures.unwrap_or_else(|| changed(earlier, sentence, is_now).into_iter().collect());
                // Headline and body tell the same change.
                let fresh: Vec<String> = told.into_iter().filter(|c| !changes.contains(c)).collect();
                changes.extend(fresh);
            }
            // A new headline tells in other words what the body says.
            _ if *sentence == inner_quotes(&new.headline) => {}
            _ => additions.push(format!("“{}”", cut(sentence))),
        }
    }
    if !additions.is_empty() {
        changes.push(format!("{added} {}", additions.join(", ")));
    }
    if changes.is_empty() { String::new() } else { format!("{} ({agency})", changes.join("; ")) }
}

/// A page that is told in another language from now on.
fn in_other_words(lang: &news::Lang, agency: &str) -> String {
    let told = match lang.primary() {
        "en" => "now told in English",
        "fr" => "désormais en français",
        "ar" => "الآن بالعربية",
        "hi" => "अब हिन्दी में",
        _ => "now told in another language",
    };
    format!("{told} ({agency})")
}

fn sentences(draft: &Draft) -> Vec<String> {
    let parts = std::iter::once(&draft.headline).chain(&draft.paragraphs);
    parts
        .flat_map(|p| text::sentence::split(p, &draft.lang).into_iter().filter_map(|r| p.get(r).map(inner_quotes)))
        .collect()
}

/// Quotation marks of any shape as single ones, as within a quotation: what differs in their shape alone has not changed.
fn inner_quotes(sentence: &str) -> String {
    sentence.replace(['"', '“', '”', '‘', '’'], "'")
}

fn overlap(a: &str, b: &str) -> f64 {
    let words = |s: &str| s.split_whitespace().map(str::to_lowercase).collect::<std::collections::BTreeSet<_>>();
    let (a, b) = (words(a), words(b));
    let most = a.len().max(b.len()).max(1);
    a.intersection(&b).count() as f64 / most as f64
}

/// The differing middle of two sentences, with one word on each side to make it readable.
fn changed(was: &str, is: &str, is_now: &str) -> Option<String> {
    let (a, b): (Vec<&str>, Vec<&str>) = (was.split_whitespace().collect(), is.split_whitespace().collect());
    let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let tail = tail.min(a.len() - head).min(b.len() - head);
    let middle = |words: &[&str]| {
        let end = (words.len() - tail + 1).min(words.len());
        words.get(head.saturating_sub(1)..end).map(|w| w.join(" "))
    };
    let (old, new) = (middle(&a)?, middle(&b)?);
    let (old, new) = (old.trim_end_matches([',', '.', ';']), new.trim_end_matches([',', '.', ';']));
    (old != new).then(|| format!("“{}” {is_now} “{}”", cut(old), cut(new)))
}

fn cut(sentence: &str) -> String {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    match words.get(..QUOTED_WORDS) {
        Some(first) if words.len() > QUOTED_WORDS => format!("{} …", first.join(" ")),
        _ => sentence.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(paragraph: &str) -> Draft {
        Draft {
            lang: news::Lang::en(),
            headline: "Flood in Porto".into(),
            summary: String::new(),
            paragraphs: vec![paragraph.into()],
            marks: vec![],
        }
    }

    #[test]
    fn a_changed_figure_is_told_with_both_values() {
        let old = draft("Twelve people died when the river rose, the mayor of Porto said on Thursday.");
        let new = draft("Fourteen people died when the river rose, the mayor of Porto said on Thursday.");
        assert_eq!(note(&old, &new, "Corvel"), "toll raised from twelve to fourteen (Corvel)");
        assert_eq!(note(&old, &old, "Corvel"), "");
        let typeset = draft("“It rose fast,” the mayor said.");
        assert_eq!(
            note(&draft("\"It rose fast,\" the mayor said."), &typeset, "Corvel"),
            "",
            "a mark's shape is no change"
        );
        let renamed = Draft { headline: "River leaves its bed".into(), ..old.clone() };
        assert_eq!(note(&old, &renamed, "Corvel"), "", "a headline adds nothing");
    }
}
