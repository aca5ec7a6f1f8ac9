//! Which sector, and is it a matter of deaths or arrests. Media Topics that the wire gives come first, then the
//! newsroom's judge, with the deciding words as the reason.

use news::{Sector, report::StoredReport, revision::Draft};
use store::Store;

use crate::sector::{Sectors, Words, is_sensitive};

/// The sector and the reason for it.
pub fn sector(
    store: &Store,
    sectors: &Sectors,
    draft: &Draft,
    reports: &[StoredReport],
) -> store::Result<(Sector, String)> {
    let topics = by_topics(reports);
    if let Some(telling) = topics.clone().filter(|(sector, _)| *sector != Sector::other()) {
        return Ok(telling);
    }
    let words = Words::of(&draft.headline, draft.paragraphs.iter().map(String::as_str), &draft.lang);
    let judged = sectors.current(store)?.judge(&words);
    let found = judged.map(|(sector, told)| (sector, format!("words: {}", told.join(", ")))).or(topics);
    Ok(found.unwrap_or_else(|| (Sector::other(), "no word that tells a sector".into())))
}

/// Where round-ups stand.
pub fn headlines() -> Sector {
    Sector::new("headlines").unwrap_or_else(Sector::other)
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
    named || parts.into_iter().any(|p| is_sensitive(p, &draft.lang))
}
