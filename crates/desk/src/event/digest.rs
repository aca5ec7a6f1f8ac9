//! A report that is many: the agency's own "news in brief". It is about no one event, so it joins none and none joins it.

use std::collections::BTreeSet;

use news::Lang;

/// Paragraphs from which a report can be a round-up.
const PARAGRAPHS: usize = 4;
/// Words of a paragraph that counts; a shorter line is a heading of the next.
const PARAGRAPH_WORDS: usize = 10;
/// Share of neighbouring paragraphs that have no name in common.
const APART: f64 = 0.75;
/// What headlines of round-ups say, lower case.
const TITLES: [&str; 30] = [
    "in brief",
    "news briefs",
    "briefs:",
    "round-up",
    "roundup",
    "news summary",
    "news digest",
    "news highlights",
    "at a glance",
    "headlines at",
    "morning briefing",
    "evening briefing",
    "daily briefing",
    "top stories",
    "en bref",
    "les brèves",
    "brèves du",
    "l'essentiel de l'actualité",
    "l’essentiel de l’actualité",
    "kurzmeldungen",
    "kurz gemeldet",
    "nachrichtenüberblick",
    "kurz notiert",
    "noticias breves",
    "resumen de noticias",
    "in breve",
    "موجز الأنباء",
    "موجز الأخبار",
    "संक्षिप्त समाचार",
    "समाचार संक्षेप",
];

/// Whether a report's clean text tells several events, a brief of each.
pub fn is_digest(text: &str, lang: &Lang) -> bool {
    let (headline, body) = text.split_once('\n').unwrap_or((text, ""));
    let paragraphs: Vec<&str> = briefs(body).collect();
    if paragraphs.len() < PARAGRAPHS {
        return false;
    }
    let headline = headline.to_lowercase();
    let own_places = paragraphs.iter().filter(|p| opens_with_place(p)).count();
    let says_so = TITLES.iter().any(|t| headline.contains(t)) || own_places * 4 >= paragraphs.len() * 3;
    says_so && apart(&paragraphs, lang) >= APART
}

/// The paragraphs that are briefs.
pub fn briefs(body: &str) -> impl Iterator<Item = &str> {
    body.lines().filter(|line| text::word::count(line) >= PARAGRAPH_WORDS)
}

/// `LISBON - `, `PARIS (AGN) — `, `ROME: `: capitals, then what ends a dateline.
fn opens_with_place(paragraph: &str) -> bool {
    let Some(end) = paragraph.find(['-', '–', '—', ':', '(', ',']) else { return false };
    let place = paragraph.get(..end).unwrap_or_default().trim();
    let letters = place.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 3 && place.len() <= 40 && !place.chars().any(char::is_lowercase) && place.chars().any(char::is_uppercase)
}

/// Share of neighbours that name nothing in common; of a story told through, few.
fn apart(paragraphs: &[&str], lang: &Lang) -> f64 {
    let named = |p: &&str| -> BTreeSet<String> {
        let places = text::place::find(p, lang);
        let names = text::name::find_beside(p, lang, &places);
        let names = names.iter().filter_map(|n| super::key(p.get(n.range.clone())?));
        names.chain(places.iter().map(|place| place.name.to_lowercase())).collect()
    };
    let names: Vec<BTreeSet<String>> = paragraphs.iter().map(named).collect();
    // Names alone tell briefs from a story; two neighbours without any tell nothing.
    let told = names.windows(2).filter(|pair| !(pair[0].is_empty() || pair[1].is_empty()));
    let (all, strange) = told.fold((0.0, 0.0), |(all, strange), pair| {
        (all + 1.0, strange + f64::from(u8::from(pair[0].is_disjoint(&pair[1]))))
    });
    if all < (PARAGRAPHS - 2) as f64 { 0.0 } else { strange / all }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BRIEFS: &str = "World news in brief\n\
        LISBON - The harbour of Porto Velmo will close for a week from Thursday, mayor Ana Reiszinha said on Monday.\n\
        OSLO - A ferry with 214 people on board ran aground off Tarn Island, coastguard officer Jens Aalto said.\n\
        ACCRA - Ghana's cocoa board raised the price that farmers are paid by 12 percent, minister Kofi Darran said.\n\
        LIMA - A court in Peru sentenced former governor Luis Quelmo to four years in prison for taking bribes.\n";

    #[test]
    fn briefs_of_many_events_are_told_from_a_story() {
        assert!(is_digest(BRIEFS, &Lang::en()));
        let untitled = BRIEFS.replace("World news in brief", "Harbour of Porto Velmo to close for a week");
        assert!(is_digest(&untitled, &Lang::en()), "each has a dateline of its own");
        let story = "Mayor's year in brief: harbour, trams, taxes\n\
            LISBON - Mayor Ana Reiszinha closed the harbour of Porto Velmo for a week from Thursday, she said on Monday.\n\
            Reiszinha said some 240 boats must leave the basin of Porto Velmo by Wednesday evening, with no exception.\n\
            Boat owners in Porto Velmo told Reiszinha that they have nowhere to go, and asked her for a month more.\n\
            The harbour master, Luc Petra, said Reiszinha had not asked him before she told the press in Porto Velmo.\n";
        assert!(!is_digest(story, &Lang::en()));
        assert!(!is_digest("Ferry aground", &Lang::en()) && !is_digest("", &Lang::en()));
    }
}
