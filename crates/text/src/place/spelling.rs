//! The forms in which a place's name is written: capitals, curly apostrophes, French and Arabic endings and articles.

use super::gazetteer::Care;
use unicode_normalization::UnicodeNormalization;

/// Letters from which a name written in capitals throughout is safe from abbreviations.
const SHORTEST_IN_CAPITALS: usize = 4;

/// The spelling itself, with curly apostrophes, and in capitals as datelines have it.
pub fn forms(spelling: &str, care: Care) -> Vec<String> {
    let mut out = vec![spelling.to_owned()];
    if spelling.contains('\'') {
        out.push(spelling.replace('\'', "’"));
    }
    let capitals = spelling.to_uppercase();
    if care != Care::Word && spelling.chars().count() >= SHORTEST_IN_CAPITALS && capitals != spelling {
        out.push(capitals);
    }
    out
}

/// Forms of a country's or city's name in that language. Arabic may write alef without its hamza and joins the preposition
/// `li-` to the article.
pub fn name_forms(name: &str, lang: &str) -> Vec<String> {
    if lang != "ar" {
        return vec![name.to_owned()];
    }
    let mut out = vec![name.to_owned()];
    out.extend(name.strip_prefix("ال").map(|rest| format!("لل{rest}")));
    with_bare_alef(out)
}

/// Forms of an adjective in that language: gender, number, article, and in French the capital of a people.
pub fn adjective_forms(adjective: &str, lang: &str) -> Vec<String> {
    match lang {
        "fr" => french(adjective),
        "ar" => with_bare_alef(arabic(adjective)),
        _ => vec![adjective.to_owned()],
    }
}

fn french(adjective: &str) -> Vec<String> {
    let (masculine, feminine) = match adjective.split_once(',') {
        Some((m, f)) => (m.to_owned(), f.to_owned()),
        None if adjective.ends_with('e') => (adjective.to_owned(), adjective.to_owned()),
        None if adjective.ends_with("en") => (adjective.to_owned(), format!("{adjective}ne")),
        None => (adjective.to_owned(), format!("{adjective}e")),
    };
    let plural = |s: &str| if s.ends_with('s') { s.to_owned() } else { format!("{s}s") };
    let mut out = vec![plural(&masculine), plural(&feminine), masculine, feminine];
    let people: Vec<String> = out.iter().map(|s| capitalised(s)).collect();
    out.extend(people);
    out.sort();
    out.dedup();
    out
}

fn capitalised(s: &str) -> String {
    let mut chars = s.chars();
    chars.next().map(|c| c.to_uppercase().collect::<String>() + chars.as_str()).unwrap_or_default()
}

fn arabic(adjective: &str) -> Vec<String> {
    let mut bare = vec![adjective.to_owned()];
    if !adjective.contains(' ') {
        bare.extend(["ة", "ين", "ون", "ات", "ا", "تين"].iter().map(|ending| format!("{adjective}{ending}")));
    }
    let mut out = vec![];
    for form in bare {
        out.push(format!("ال{}", form.replace(' ', " ال")));
        out.push(format!("لل{form}"));
        out.push(form);
    }
    out
}

fn with_bare_alef(forms: Vec<String>) -> Vec<String> {
    let bare: Vec<String> = forms.iter().map(|f| f.replace(['أ', 'إ', 'آ'], "ا")).collect();
    let mut out = forms;
    out.extend(bare);
    out.sort();
    out.dedup();
    out
}

/// URL part of an English name: ASCII letters and digits in lower case, hyphens between.
pub fn slug(name: &str) -> String {
    let plain: String = name.nfd().filter(|c| !matches!(c, '.' | '\'' | '’')).collect::<String>().to_lowercase();
    let folded: String = plain.chars().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).collect();
    folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|p| !p.is_empty()).collect::<Vec<_>>().join("-")
}
