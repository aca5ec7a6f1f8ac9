//! Lines that are no news: "Read more", "The post … appeared first on …", copyright lines, who reported and edited.

use std::ops::ControlFlow;

/// What was taken off an item's text.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Taken {
    /// Copyright lines.
    pub rights: Option<String>,
    /// Reporters named in a line of their own at the head.
    pub byline: Option<String>,
}

/// Invitations to go on reading elsewhere; compared without case, dots, arrows and brackets.
const INVITATIONS: [&str; 38] = [
    "read more",
    "read more here",
    "read the full story",
    "read the full article",
    "read full story",
    "read full article",
    "read the rest",
    "read the rest of this entry",
    "continue reading",
    "continue",
    "more",
    "full story",
    "full article",
    "view the full article",
    "click here to read more",
    "learn more",
    "keep reading",
    "see more",
    "lire la suite",
    "lire plus",
    "en savoir plus",
    "lire l’article",
    "weiterlesen",
    "mehr lesen",
    "zum artikel",
    "leer más",
    "seguir leyendo",
    "leia mais",
    "continua a leggere",
    "leggi tutto",
    "lees verder",
    "lees meer",
    "läs mer",
    "les mer",
    "اقرأ المزيد",
    "المزيد",
    "और पढ़ें",
    "आगे पढ़ें",
];
/// Invitations that name what follows: `Continue reading Toll rises to 14`.
const INVITING_BEGINNINGS: [&str; 9] = [
    "continue reading ",
    "read the full story ",
    "read the full article ",
    "read the rest of ",
    "read more at ",
    "read more on ",
    "lire la suite ",
    "weiterlesen ",
    "seguir leyendo ",
];

/// Takes such lines off; the last paragraph loses an invitation at its end.
pub(crate) fn remove(paragraphs: &mut Vec<String>) -> Taken {
    let mut taken = Taken::default();
    paragraphs.retain(|p| {
        if is_copyright(p) {
            taken.rights.get_or_insert_with(|| p.clone());
        }
        !(is_invitation(p) || is_copyright(p) || is_feed_note(p) || is_reporting_line(p))
    });
    if let Some(byline) = paragraphs.first().and_then(|p| byline(p)) {
        taken.byline = Some(byline);
        paragraphs.remove(0);
    }
    if let Some(last) = paragraphs.last_mut() {
        let shorter = without_invitation(last).to_owned();
        *last = shorter;
    }
    paragraphs.retain(|p| !p.is_empty());
    taken
}

fn bare(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_whitespace() || ".…>»›→[](){}|:-–—".contains(c))
}

fn is_invitation(line: &str) -> bool {
    let lower = bare(line).to_lowercase();
    if lower.is_empty() {
        return true;
    }
    let named =
        line.chars().count() < 200 && !line.ends_with('.') && INVITING_BEGINNINGS.iter().any(|b| lower.starts_with(b));
    INVITATIONS.contains(&lower.as_str()) || named
}

/// `… the end. Read more`, `the end […]`.
fn without_invitation(last: &str) -> &str {
    let cut = last.trim_end_matches([' ', '»', '›', '→', '>']);
    let cut = ["[…]", "[...]", "[&hellip;]"].iter().find_map(|m| cut.strip_suffix(m)).unwrap_or(cut).trim_end();
    let lower = cut.to_lowercase();
    let invitation = INVITATIONS.iter().filter(|i| i.contains(' ')).find(|i| {
        let Some(before) = lower.strip_suffix(**i) else { return false };
        before.trim_end().ends_with(['.', '…', '!', '?', '”', '"', '।', ']', '»'])
    });
    // Lower-casing may change lengths; the cut is made only where it does not.
    match invitation.filter(|_| lower.len() == cut.len()).and_then(|i| cut.get(..cut.len() - i.len())) {
        Some(shorter) => without_invitation(shorter.trim_end()),
        None if cut.len() < last.len() => cut,
        None => last,
    }
}

/// What feed plugins add.
fn is_feed_note(line: &str) -> bool {
    let lower = line.to_lowercase();
    (lower.starts_with("the post ") && lower.contains(" appeared first on "))
        || lower.starts_with("this article originally appeared on ")
        || lower.starts_with("this post was originally published on ")
        || (lower.starts_with("l’article ") || lower.starts_with("l'article "))
            && lower.contains(" est apparu en premier sur ")
        || (lower.starts_with("der beitrag ") && lower.contains(" erschien zuerst auf "))
        || (lower.starts_with("la entrada ") && lower.contains(" se publicó primero en "))
}

/// `© A Press 2025`, `Copyright 2025 A Press`; not a sentence on copyright, nor point (c) of a list.
fn is_copyright(line: &str) -> bool {
    let lower = line.to_lowercase();
    let after = ["copyright ", "(c) "].iter().find_map(|b| lower.strip_prefix(b));
    let named = after.is_some_and(|a| a.starts_with(['©', '(', '1', '2']));
    line.chars().count() <= 160 && (lower.starts_with('©') || named)
}

/// `(Reporting by A in Paris; Editing by B)`.
fn is_reporting_line(line: &str) -> bool {
    const BEGINNINGS: [&str; 12] = [
        "reporting by ",
        "additional reporting by ",
        "writing by ",
        "editing by ",
        "compiled by ",
        "with reporting by ",
        "reportage de ",
        "édité par ",
        "reportage von ",
        "bericht von ",
        "reporte de ",
        "edición de ",
    ];
    let inner = line.trim_start_matches('(').to_lowercase();
    // A sentence may begin so too: "Reporting by the agency showed that …".
    let set_apart = line.starts_with('(') || line.contains(';') || !line.ends_with('.');
    set_apart && line.chars().count() <= 400 && BEGINNINGS.iter().any(|b| inner.starts_with(b))
}

/// A first line that only says who wrote: `By Ann Ore`.
fn byline(line: &str) -> Option<String> {
    let name = ["By ", "BY ", "Par ", "Von ", "Por "].iter().find_map(|b| line.strip_prefix(b))?.trim();
    let words: Vec<&str> = name.split_whitespace().collect();
    let all = words.iter().try_for_each(|w| {
        let ok = w.starts_with(char::is_uppercase)
            || matches!(*w, "and" | "et" | "und" | "y" | "de" | "von" | "van" | "der" | "al" | "in" | "el" | "e");
        if ok { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    let is_names = all.is_continue() && (2..=12).contains(&words.len()) && !name.ends_with(['.', '!', '?', ':']);
    is_names.then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(lines: &[&str]) -> Vec<String> {
        let mut p: Vec<String> = lines.iter().map(|s| (*s).to_owned()).collect();
        remove(&mut p);
        p
    }

    #[test]
    fn only_lines_that_are_no_news_go() {
        assert_eq!(left(&["News.", "Read more"]), ["News."]);
        assert_eq!(left(&["News.", "Lire la suite…", "اقرأ المزيد"]), ["News."]);
        assert_eq!(left(&["News. Read more »"]), ["News."]);
        assert_eq!(left(&["News […]"]), ["News"]);
        assert_eq!(left(&["News.", "The post News appeared first on A Blog."]), ["News."]);
        assert_eq!(left(&["News.", "Continue reading Toll rises to 14 →"]), ["News."]);
        assert_eq!(left(&["News.", "(Reporting by A B in Paris; Editing by C D)"]), ["News."]);
        assert_eq!(left(&["By Ann Ore", "News."]), ["News."]);
        for kept in [
            "Pupils should read more.",
            "The post office closed.",
            "Copyright law changed.",
            "By Friday the toll had risen.",
            "Reporting by the agency showed in May that the dam leaked.",
            "Copyright law changed in 2024.",
            "(c) the council pays for the bridge",
            "Continue.",
        ] {
            let want: Vec<&str> = if kept == "Continue." { vec![] } else { vec![kept] };
            assert_eq!(left(&[kept]), want, "{kept}");
        }
    }

    #[test]
    fn rights_and_names_are_kept_apart() {
        let mut p = vec!["By Ann Ore and Bo Lim".to_owned(), "News.".into(), "© A Press 2025".into()];
        let taken = remove(&mut p);
        assert_eq!(taken, Taken { rights: Some("© A Press 2025".into()), byline: Some("Ann Ore and Bo Lim".into()) });
    }
}
