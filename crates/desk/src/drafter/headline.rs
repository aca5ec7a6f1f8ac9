//! 6 to 12 words: an agency's own headline where one fits and holds, else the lead sentence cut short.

use news::{report::StoredReport, verdict::Part};

use super::{Material, compress};

/// Words of a headline.
const WORDS: std::ops::RangeInclusive<usize> = 6..=12;

/// Words of an agency's own headline that is taken as it is rather than one made from the lead.
const OWN_WORDS: std::ops::RangeInclusive<usize> = 3..=18;

/// The headline. Agencies' own ones come first, the leading report's before the others', whole or up to a comma; then shorter
/// forms of the lead; `without` those that did not hold.
pub fn headline(material: &Material<'_>, body: &[Vec<String>], without: &[String]) -> String {
    let newest_first: Vec<&StoredReport> = material.reports.iter().rev().map(|(r, _)| *r).collect();
    let own: Vec<String> = newest_first.iter().map(|r| tidy(&r.report.headline)).collect();
    let own_cut: Vec<String> = own.iter().map(|h| first_clause(h)).collect();
    let lead = body.first().and_then(|p| p.first());
    let cut: Vec<String> = lead
        .into_iter()
        .flat_map(|lead| std::iter::once(lead.clone()).chain(compress::forms(lead)))
        .flat_map(|form| [tidy(&form), first_clause(&form)])
        .collect();
    let find = |list: &[String], words: &std::ops::RangeInclusive<usize>| {
        let good = |h: &&String| {
            words.contains(&text::word::count(h)) && !without.contains(h) && material.holds(Part::Headline, h)
        };
        list.iter().find(good).cloned()
    };
    let found = find(&own, &WORDS).or_else(|| find(&own_cut, &WORDS)).or_else(|| find(&own, &OWN_WORDS));
    let found = found.or_else(|| find(&cut, &WORDS)).or_else(|| find(&cut, &OWN_WORDS));
    found.or_else(|| own.into_iter().chain(cut).find(|h| !h.is_empty() && !without.contains(h))).unwrap_or_default()
}

/// One line, no closing full stop, capitals only where a sentence has them.
fn tidy(headline: &str) -> String {
    let line = text::clean::line(headline);
    let line = line.strip_suffix(['.', '।']).unwrap_or(&line);
    if line.chars().any(char::is_lowercase) || !line.chars().any(char::is_uppercase) {
        return line.to_owned();
    }
    // A headline all in capitals tells no name from a word; first letters are the safest reading.
    line.split(' ').map(capital_first).collect::<Vec<_>>().join(" ")
}

fn capital_first(word: &str) -> String {
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return String::new() };
    first.to_string() + &chars.as_str().to_lowercase()
}

/// The sentence up to its first comma.
fn first_clause(sentence: &str) -> String {
    sentence.split(", ").next().map(tidy).unwrap_or_default()
}
