//! Shorter forms of a sentence that drop no attribution: brackets, relative clauses between commas, trailing clauses.
//! Words are only cut, never changed; the check decides whether a form still says what the source says.

use news::Lang;

/// White space and stray marks put right; the words stay.
pub fn tidy(sentence: &str) -> String {
    text::clean::line(sentence)
}

/// First words that lean on the sentence before.
const LEANING: [&str; 44] = [
    "he",
    "she",
    "it",
    "they",
    "his",
    "her",
    "its",
    "their",
    "this",
    "that",
    "these",
    "those",
    "but",
    "and",
    "however",
    "meanwhile",
    "earlier",
    "later",
    "there",
    "such",
    "also",
    "both",
    "another",
    "other",
    "others",
    "il",
    "elle",
    "ils",
    "elles",
    "cela",
    "cette",
    "ce",
    "ces",
    "son",
    "sa",
    "ses",
    "leur",
    "mais",
    "वह",
    "वे",
    "उन्होंने",
    "هو",
    "هي",
    "وقال",
];

/// Whether a sentence can be read without the one before it.
pub fn stands_alone(sentence: &str, lang: &Lang) -> bool {
    let first = text::word::words(sentence, lang).into_iter().next().map(|w| w.lower);
    first.is_some_and(|word| !LEANING.contains(&word.as_str()))
}

/// Shorter forms, longest first; the sentence itself is not among them.
pub fn forms(sentence: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let cuts = [without_brackets, without_relative, without_tail];
    let mut queue = vec![sentence.to_owned()];
    while let Some(form) = queue.pop() {
        for cut in cuts {
            if let Some(shorter) = cut(&form)
                && !out.contains(&shorter)
                && text::word::count(&shorter) >= 5
            {
                out.push(shorter.clone());
                queue.push(shorter);
            }
        }
    }
    out.sort_by_key(|form| std::cmp::Reverse(text::word::count(form)));
    out
}

/// `The fund (set up in 2019) grew` -> `The fund grew`.
fn without_brackets(sentence: &str) -> Option<String> {
    let open = sentence.find('(')?;
    let close = open + sentence.get(open..)?.find(')')? + 1;
    rejoin(sentence, open, close)
}

/// `The fund, which was set up in 2019, grew` -> `The fund grew`.
fn without_relative(sentence: &str) -> Option<String> {
    let open = [", which ", ", who ", ", whose ", ", where ", ", qui ", ", dont ", ", où "]
        .iter()
        .filter_map(|cue| sentence.find(cue))
        .min()?;
    let rest = sentence.get(open + 2..)?;
    // A clause with a comma of its own or a quotation cannot be cut safely.
    let close = open + 2 + clause_end(rest)?;
    let clause = sentence.get(open..close)?;
    if clause.contains(['"', '“', '”', '«']) || clause.split_whitespace().count() > 18 {
        return None;
    }
    // Before a saying the comma belongs to the saying, not to the clause.
    let follows = sentence
        .get(close..)?
        .split_whitespace()
        .take(8)
        .any(|w| matches!(w.trim_end_matches(['.', ',']), "said" | "says" | "told"));
    rejoin(sentence, open, if follows { close } else { close + 1 })
}

/// The first comma that does not stand inside a number.
fn clause_end(rest: &str) -> Option<usize> {
    rest.match_indices(',')
        .map(|(at, _)| at)
        .find(|at| !rest.get(at + 1..).unwrap_or_default().starts_with(|c: char| c.is_ascii_digit()))
}

/// Drops a last clause after a comma: `…, while prices held` or `…, adding to a record month`.
fn without_tail(sentence: &str) -> Option<String> {
    let comma = sentence.rfind(", ")?;
    let tail = sentence.get(comma + 2..)?;
    let first = tail.split_whitespace().next()?.to_lowercase();
    let clause =
        ["while", "as", "after", "with", "which", "where", "who", "amid", "despite", "although", "tandis", "alors"];
    let trailing =
        clause.contains(&first.as_str()) || (first.ends_with("ing") && first != "during" && first != "saying");
    // Saying and quoting must not be lost, nor a comma inside a number.
    if !trailing
        || tail.contains(['"', '“', '”', '«', '»'])
        || [" said", "according", " told"].iter().any(|s| tail.contains(s))
    {
        return None;
    }
    let end = sentence.trim_end().chars().last().filter(|c| ".!?।؟".contains(*c)).unwrap_or('.');
    let mut out = sentence.get(..comma)?.trim_end().to_owned();
    out.push(end);
    balanced(&out).then_some(out)
}

fn rejoin(sentence: &str, open: usize, close: usize) -> Option<String> {
    let mut out = sentence.get(..open)?.trim_end().to_owned();
    let rest = sentence.get(close..)?.trim_start();
    if !rest.starts_with(['.', ',', ';', '!', '?']) {
        out.push(' ');
    }
    out.push_str(rest);
    balanced(&out).then_some(out)
}

/// No half of a pair of quotation marks or brackets is left over.
fn balanced(s: &str) -> bool {
    let count = |c: char| s.matches(c).count();
    count('"') % 2 == 0 && count('“') == count('”') && count('(') == count(')') && count('«') == count('»')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_cut_clauses_and_keep_who_said_it() {
        let s =
            "The fund, which was set up in 2019, grew by 4% (in euros) last year, while others shrank, Ana Reis said.";
        let forms = forms(s);
        assert!(forms.iter().all(|f| f.ends_with("Ana Reis said.")), "{forms:?}");
        assert!(forms.iter().any(|f| f.starts_with("The fund grew by 4% last year")), "{forms:?}");
        assert_eq!(super::forms("Rain fell on Porto, flooding two streets.").len(), 0, "five words at least");
        assert_eq!(super::forms("Heavy rain fell on Porto, flooding two streets."), ["Heavy rain fell on Porto."]);
    }
}
