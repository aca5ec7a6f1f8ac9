//! Names in scripts without capitals: what stands behind a title, and who speaks.

use news::Lang;
use std::ops::Range;

use super::{Name, lexicon};
use crate::lex::{Token, tokens};

/// Names behind titles, and speakers of one to four words.
pub(super) fn find(text: &str, lang: &Lang) -> Vec<Name> {
    let tokens = tokens(text);
    let mut out: Vec<Name> = (0..tokens.len()).filter_map(|i| titled(&tokens, i, lang.primary())).collect();
    for saying in crate::quote::sayings(text, lang) {
        let Some(speaker) = saying.speaker else { continue };
        let inside: Vec<&Token> =
            tokens.iter().filter(|t| t.start >= speaker.start && t.end <= speaker.end && t.is_word()).collect();
        let title = inside.iter().any(|t| lexicon::is_role(&t.lower));
        let taken = out.iter().any(|n| n.range.start < speaker.end && speaker.start < n.range.end);
        if !title
            && !taken
            && (2..=4).contains(&inside.len())
            && !inside.iter().any(|t| crate::word::is_stop(&t.lower, lang.primary()))
        {
            out.push(Name { range: speaker, role: None, person: false, acronym: false });
        }
    }
    out.sort_by_key(|n| n.range.start);
    out
}

/// One to three words behind a title, up to a function word, verb of saying or mark.
fn titled(tokens: &[Token], i: usize, primary: &str) -> Option<Name> {
    let title = tokens.get(i).filter(|t| lexicon::is_role(&t.lower))?;
    let ends = |t: &&Token| {
        t.is_word()
            && !t.line_start
            && !crate::word::is_stop(&t.lower, primary)
            && !lexicon::is_role(&t.lower)
            && !is_grammar(&t.lower)
            && crate::quote::strength(&t.lower, &Lang::new(primary)).is_none()
    };
    // A Hindi doctor's title may carry a stop: डॉ.
    let skip = usize::from(tokens.get(i + 1).is_some_and(|t| t.is(".")));
    let words: Vec<&Token> = tokens.get(i + 1 + skip..)?.iter().take_while(ends).take(3).collect();
    // `وزير الخارجية`: an office, not a name, when every word has the article and nothing follows.
    let office = primary == "ar" && !title.lower.starts_with("ال");
    let range: Range<usize> = words.first()?.start..words.last()?.end;
    (!office && (primary == "ar" || words.len() >= 2)).then_some(Name {
        range,
        role: Some(title.start..title.end),
        person: true,
        acronym: false,
    })
}

fn is_grammar(lower: &str) -> bool {
    matches!(
        lower,
        "ने" | "को"
            | "के"
            | "की"
            | "का"
            | "से"
            | "में"
            | "पर"
            | "और"
            | "है"
            | "हैं"
            | "था"
            | "थे"
            | "थी"
            | "ان"
            | "في"
            | "من"
            | "علي"
            | "الي"
            | "عن"
            | "مع"
            | "بان"
    )
}
