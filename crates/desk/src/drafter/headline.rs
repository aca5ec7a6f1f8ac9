//! 6 to 12 words: an agency's own headline where one fits and holds, else the lead sentence cut short.

use news::{report::StoredReport, verdict::Part};

use super::{Material, compress};

/// Words of a headline.
const WORDS: std::ops::RangeInclusive<usize> = 6..=12;

/// The headline. Agencies' own ones are tried first, the leading report's before the others'; then shorter forms of the lead;
/// `without` those that did not hold.
pub fn headline(material: &Material<'_>, body: &[Vec<String>], without: &[String]) -> String {
    let newest_first: Vec<&StoredReport> = material.reports.iter().rev().map(|(r, _)| *r).collect();
    let own = newest_first.iter().map(|r| tidy(&r.report.headline));
    let lead = body.first().and_then(|p| p.first());
    let cut = lead.into_iter().flat_map(|lead| {
        std::iter::once(lead.clone()).chain(compress::forms(lead)).flat_map(|form| [tidy(&form), first_clause(&form)])
    });
    let candidates: Vec<String> = own.chain(cut).filter(|h| !h.is_empty() && !without.contains(h)).collect();
    let fits = |h: &&String| WORDS.contains(&text::word::count(h)) && material.holds(Part::Headline, h);
    let near = |h: &&String| (3..=18).contains(&text::word::count(h)) && material.holds(Part::Headline, h);
    let found = candidates.iter().find(fits).or_else(|| candidates.iter().find(near)).or(candidates.first());
    found.cloned().unwrap_or_default()
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
