//! Which sector, and is it a matter of deaths or arrests. Media Topics that the wire gives come first, then word lists of
//! our own (`data/sectors.tsv`), with the deciding words as the reason.

use std::{collections::HashMap, sync::LazyLock};

use news::{Lang, Sector, report::StoredReport, revision::Draft};

/// Words a sector needs before it is believed, headline words counting twice.
const ENOUGH: f64 = 2.0;

/// One line a sector and language: sector, language, words. The line `sensitive` is not a sector.
static LISTS: LazyLock<HashMap<(&str, String), Vec<&str>>> = LazyLock::new(|| {
    let mut lists: HashMap<(&str, String), Vec<&str>> = HashMap::new();
    for line in include_str!("../../data/sectors.tsv").lines().filter(|l| !l.starts_with('#')) {
        let mut fields = line.split('\t');
        if let (Some(sector), Some(lang), Some(words)) = (fields.next(), fields.next(), fields.next()) {
            for word in words.split_whitespace() {
                // Lists hold words as written; texts are compared by stem.
                let stems = text::word::words(word, &Lang::new(lang));
                let stem = stems.into_iter().next().map_or_else(|| word.to_owned(), |w| w.stem);
                lists.entry((lang, stem)).or_default().push(sector);
            }
        }
    }
    lists
});

/// The sector and the reason for it.
pub fn sector(draft: &Draft, reports: &[StoredReport]) -> (Sector, String) {
    let topics = by_topics(reports);
    let telling = topics.clone().filter(|(sector, _)| *sector != Sector::other());
    let found = telling.or_else(|| by_words(draft)).or(topics);
    found.unwrap_or_else(|| (Sector::other(), "no word of any sector's list".into()))
}

/// The sector that most of the wire's Media Topics belong to; an item's first topic counts twice, the first seen wins a tie.
fn by_topics(reports: &[StoredReport]) -> Option<(Sector, String)> {
    let mut votes: Vec<(Sector, usize, String)> = Vec::new();
    for report in reports {
        let topics =
            report.report.subjects.iter().filter_map(|s| Some((Sector::of_media_topic(s.code.as_deref()?)?, &s.name)));
        for (nth, (sector, name)) in topics.enumerate() {
            let weight = if nth == 0 { 2 } else { 1 };
            match votes.iter_mut().find(|(known, ..)| *known == sector) {
                Some((_, votes, _)) => *votes += weight,
                None => votes.push((sector, weight, name.clone())),
            }
        }
    }
    if votes.iter().any(|(sector, ..)| *sector != Sector::other()) {
        votes.retain(|(sector, ..)| *sector != Sector::other());
    }
    let most = votes.iter().map(|(_, n, _)| *n).max()?;
    let (sector, _, name) = votes.into_iter().find(|(_, n, _)| *n == most)?;
    Some((sector, format!("the wire's Media Topic {name}")))
}

fn by_words(draft: &Draft) -> Option<(Sector, String)> {
    let mut scores: HashMap<&str, (f64, Vec<String>)> = HashMap::new();
    let parts =
        std::iter::once((draft.headline.as_str(), 2.0)).chain(draft.paragraphs.iter().map(|p| (p.as_str(), 1.0)));
    for (part, factor) in parts {
        for (word, sectors) in hits(part, &draft.lang) {
            for sector in sectors.iter().filter(|s| **s != "sensitive") {
                let (score, words) = scores.entry(sector).or_default();
                // A word said again adds little: one recurring word must not decide alone.
                *score += if words.contains(&word) { factor / 3.0 } else { factor };
                if !words.contains(&word) {
                    words.push(word.clone());
                }
            }
        }
    }
    let (slug, (score, words)) =
        scores.into_iter().max_by(|a, b| a.1.0.total_cmp(&b.1.0).then_with(|| b.0.cmp(a.0)))?;
    let reason = format!("words: {}", words.into_iter().take(6).collect::<Vec<_>>().join(", "));
    (score >= ENOUGH).then(|| Some((Sector::new(slug)?, reason)))?
}

fn hits(part: &str, lang: &Lang) -> Vec<(String, &'static [&'static str])> {
    let Some(lang_key) = ["en", "fr", "ar", "hi"].into_iter().find(|l| *l == lang.primary()) else { return Vec::new() };
    text::word::words(part, lang)
        .into_iter()
        .filter_map(|w| Some((w.lower, LISTS.get(&(lang_key, w.stem))?.as_slice())))
        .collect()
}

/// Deaths, arrests or a person named in the headline (by surname too, when the text has the full name): no drawn picture.
pub fn sensitive(draft: &Draft) -> bool {
    let persons = |part: &str| {
        let names = text::name::find(part, &draft.lang).into_iter().filter(|n| n.person);
        names.filter_map(|n| part.get(n.range).map(str::to_owned)).collect::<Vec<_>>()
    };
    let surnames: Vec<String> = draft
        .paragraphs
        .iter()
        .flat_map(|p| persons(p))
        .filter_map(|n| n.rsplit(' ').next().map(str::to_owned))
        .collect();
    let headline: Vec<&str> = draft.headline.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
    let named = !persons(&draft.headline).is_empty() || surnames.iter().any(|s| headline.contains(&s.as_str()));
    let parts = std::iter::once(&draft.headline).chain(draft.paragraphs.iter().take(3));
    named || parts.flat_map(|p| hits(p, &draft.lang)).any(|(_, sectors)| sectors.contains(&"sensitive"))
}
