//! Places: where it happened, not where it was filed; a region is not its city.

use std::ops::Range;

use news::verdict::{Finding, Kind, Severity, Verdict};
use text::name::Name;
use text::place::{Class, Mention};

use super::{Case, Place};
use crate::fact::{SentenceId, place_key};
use crate::reason;

/// Every place must stand in the source sentences that the words around it come from.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    let known = case.sentence.places.iter().filter(|m| !is_given_name(case, m)).filter_map(|m| mention(case, m));
    known.chain(case.sentence.names.iter().filter_map(|n| named(case, n))).collect()
}

/// A place that no gazetteer has, `in Kharvin` where every source sentence near has `the Kharvin region` or `near Kharvin`.
fn named(case: &Case<'_>, name: &Name) -> Option<Finding> {
    let lead = case.text.get(..name.range.start).unwrap_or_default().trim_end().rsplit(' ').next().unwrap_or_default();
    let located = matches!(lead.to_lowercase().as_str(), "in" | "at" | "the" | "near" | "of");
    let over = |m: &Mention| m.range.start < name.range.end && name.range.start < m.range.end;
    let person = name.person && !is_town(case.text, &name.range);
    if !located || person || name.acronym || case.sentence.places.iter().any(over) {
        return None;
    }
    let wide = widened(case.text, &name.range);
    let own = crate::fact::fold(case.printed(&name.range));
    let nearby = case.nearby().into_iter().filter_map(|id| Some((id.text, case.sources.sentence(id)?)));
    // The dateline says where it was filed; some houses write it in capitals.
    let same = |text: usize, r: &Range<usize>| {
        let printed = case.sources.printed(text, r);
        crate::fact::fold(printed) == own && printed.chars().any(char::is_lowercase)
    };
    let theirs: Vec<(usize, Range<usize>)> = nearby
        .flat_map(|(text, s)| s.names.iter().map(move |n| (text, n.range.clone())))
        .filter(|(text, r)| same(*text, r))
        .collect();
    let fits = |(text, r): &(usize, Range<usize>)| {
        let source = case.sources.evidence.get(*text).map_or("", |e| e.text.as_str());
        // `the east of Kassovia` for `eastern Kassovia`.
        widened(source, r) == wide || is_same_part(case, &name.range, source, r)
    };
    let (text, range) = theirs.first().filter(|_| !theirs.iter().any(fits))?;
    let source = case.sources.evidence.get(*text).map_or("", |e| e.text.as_str());
    let from = source.get(..range.start).and_then(|t| t.trim_end().rfind(' ')).map_or(range.start, |at| at + 1);
    let end = word_end(case, *text, word_end(case, *text, range.end) + 1);
    Some(case.contradicted(Kind::Place, &name.range, &Place { text: *text, range: from..end }))
}

/// `Milan` in `Milan Dusek`, a name that a source has: the rule on names looks at it.
fn is_given_name(case: &Case<'_>, m: &Mention) -> bool {
    let longer = |r: &Range<usize>| r.start <= m.range.start && m.range.end < r.end;
    let names = case.sentence.names.iter().filter(|n| n.person && longer(&n.range));
    let whole = |r: &Range<usize>| crate::fact::fold(case.printed(r));
    let readings = || case.texts.iter().filter_map(|t| case.sources.readings.get(*t));
    names.into_iter().any(|n| readings().any(|r| r.words.contains(whole(&n.range).as_str())))
}

fn mention(case: &Case<'_>, m: &Mention) -> Option<Finding> {
    let at = case.tokens(&m.range);
    let home = case.home(&at);
    let there: Vec<(SentenceId, &Mention)> = home
        .iter()
        .filter_map(|id| Some((*id, case.sources.sentence(*id)?)))
        .flat_map(|(id, s)| s.places.iter().map(move |p| (id, p)))
        .collect();
    let same: Vec<&(SentenceId, &Mention)> = there.iter().filter(|(_, p)| place_key(p) == place_key(m)).collect();
    if let Some((id, p)) = same.first() {
        let moved = at.clone().all(|i| case.spot(i).is_none_or(|s| !s.ordered));
        if let Some(place) = case.displaced(&at).filter(|_| moved) {
            return Some(case.contradicted(Kind::Place, &m.range, &place));
        }
        if let Some(place) = only_adjective(case, m, &at, &same) {
            return Some(case.contradicted(Kind::Place, &m.range, &place));
        }
        return region(case, m, *id, p, &same);
    }
    let spoken = at.clone().any(|i| case.spot(i).is_some());
    let gazetteer_only = at.clone().all(|i| case.sentence.tokens.get(i).is_some_and(|t| t.id == 0));
    if spoken && !gazetteer_only || is_government(case, m, &at) {
        return None;
    }
    Some(match rival(case, &at, &there) {
        Some(place) => case.contradicted(Kind::Place, &m.range, &place),
        None => {
            let told =
                format!("No source puts this in {} ({}).", reason::value(case.printed(&m.range)), case.agencies());
            case.missing(Kind::Place, &m.range, told)
        }
    })
}

/// `Moscow agreed` for `Russia agreed`: a capital that acts is its country.
fn is_government(case: &Case<'_>, m: &Mention, at: &Range<usize>) -> bool {
    let lead = at.start.checked_sub(1).and_then(|b| case.sentence.tokens.get(b)).map_or("", |t| t.lower.as_str());
    let placed =
        matches!(lead, "in" | "at" | "near" | "from" | "to" | "of" | "outside" | "around" | "à" | "de" | "près");
    let readings = case.texts.iter().filter_map(|t| case.sources.readings.get(*t));
    let mut places = readings.flat_map(|r| &r.sentences).flat_map(|s| &s.places);
    let country = |p: &Mention| p.country == m.country && matches!(p.class, Class::Country | Class::Demonym);
    !case.laid && m.class == Class::Capital && !placed && places.any(country)
}

/// `France` where the source only has `French troops`, and the draft has those too: a country of the draft's own.
fn only_adjective(case: &Case<'_>, m: &Mention, at: &Range<usize>, same: &[&(SentenceId, &Mention)]) -> Option<Place> {
    let loose = at.clone().all(|i| case.spot(i).is_some_and(|s| !s.ordered));
    if m.class != Class::Country || !loose {
        return None;
    }
    let taken = |id: SentenceId, p: &Mention| {
        let source = case.sources.sentence(id);
        source.is_some_and(|s| {
            (0..s.tokens.len()).any(|k| {
                s.tokens.get(k).is_some_and(|t| t.range.start < p.range.end && p.range.start < t.range.end)
                    && case.is_used(id, k)
            })
        })
    };
    let (id, first) = same.first()?;
    let all = same.iter().all(|(id, p)| p.class == Class::Demonym && taken(*id, p));
    all.then(|| Place { text: id.text, range: first.range.clone() })
}

/// `Kyiv` for `the Kyiv region`, or the other way round.
fn region(
    case: &Case<'_>,
    m: &Mention,
    id: SentenceId,
    p: &Mention,
    same: &[&(SentenceId, &Mention)],
) -> Option<Finding> {
    let city = matches!(m.class, Class::Capital | Class::City);
    let wide = widened(case.text, &m.range);
    let fits = |(id, p): &&(SentenceId, &Mention)| {
        widened(case.sources.evidence.get(id.text).map_or("", |e| e.text.as_str()), &p.range) == wide
    };
    let town = !wide && is_town(case.text, &m.range);
    if !(city || town) || same.iter().any(fits) {
        return None;
    }
    let sentence = case.sources.sentence(id)?;
    let end = (p.range.end + 24).min(sentence.range.end);
    let printed = Place { text: id.text, range: p.range.start..word_end(case, id.text, end).min(sentence.range.end) };
    let told = if wide {
        format!(
            "The draft says the region of {}; {} says {}.",
            reason::value(case.printed(&m.range)),
            case.agency(id.text),
            reason::value(case.source(&printed))
        )
    } else {
        format!(
            "The draft says {}; {} says its region: {}.",
            reason::value(case.printed(&m.range)),
            case.agency(id.text),
            reason::value(case.source(&printed))
        )
    };
    Some(case.finding(Kind::Place, (Severity::Block, Verdict::Contradicted), &m.range, Some(&printed), told))
}

fn word_end(case: &Case<'_>, text: usize, at: usize) -> usize {
    let all = case.sources.evidence.get(text).map_or("", |e| e.text.as_str());
    (at..all.len())
        .find(|k| all.is_char_boundary(*k) && all.get(*k..).is_some_and(|r| !r.starts_with(char::is_alphanumeric)))
        .unwrap_or(all.len())
}

/// Whether the place is called a town or a city there.
fn is_town(text: &str, range: &Range<usize>) -> bool {
    const TOWN: [&str; 9] =
        ["town of", "city of", "village of", "ville de", "ville d'", "village de", "مدينة", "بلدة", "قرية"];
    let before = text.get(..range.start).unwrap_or_default().trim_end().to_lowercase();
    TOWN.iter().any(|w| before.ends_with(w))
}

/// `the east of` before the draft's place where the source's has `eastern` before it.
fn is_same_part(case: &Case<'_>, own: &Range<usize>, text: &str, theirs: &Range<usize>) -> bool {
    const PARTS: [(&str, &str); 4] =
        [("east of", "eastern"), ("west of", "western"), ("north of", "northern"), ("south of", "southern")];
    // The two words before a place.
    let lead = |text: &str, at: usize| {
        let mut words = text.get(..at).unwrap_or_default().split_whitespace().rev();
        let last = words.next().unwrap_or_default().to_lowercase();
        format!("{} {last}", words.next().unwrap_or_default().to_lowercase())
    };
    let (mine, other) = (lead(case.text, own.start), lead(text, theirs.start));
    PARTS.iter().any(|(of, adjective)| mine.ends_with(of) && other.ends_with(adjective))
}

/// Whether `region`, `province` or the like stands beside the place.
fn widened(text: &str, range: &Range<usize>) -> bool {
    const AFTER: [&str; 12] = [
        "region",
        "province",
        "governorate",
        "state",
        "county",
        "oblast",
        "prefecture",
        "department",
        "suburbs",
        "क्षेत्र",
        "जिले",
        "प्रांत",
    ];
    const BEFORE: [&str; 18] = [
        "north of",
        "south of",
        "east of",
        "west of",
        "close to",
        "near the town of",
        "near the city of",
        "off",
        "region of",
        "province of",
        "district of",
        "outside",
        "région de",
        "province de",
        "département de",
        "منطقة",
        "محافظة",
        "near",
    ];
    let after =
        text.get(range.end..).unwrap_or_default().trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let before = text.get(..range.start).unwrap_or_default().trim_end().to_lowercase();
    let beside = text.get(range.end..).is_some_and(|t| t.starts_with([' ', '\'', '’', '-', '\u{a0}']));
    (beside && AFTER.iter().any(|w| after.starts_with(w)))
        || BEFORE.iter().any(|w| before.ends_with(w) || before.trim_end_matches(" the").ends_with(w))
}

/// The source's place in the same place: in the gap, then the only one that the draft does not use.
fn rival(case: &Case<'_>, at: &Range<usize>, there: &[(SentenceId, &Mention)]) -> Option<Place> {
    let unused: Vec<&(SentenceId, &Mention)> =
        there.iter().filter(|(_, p)| !case.sentence.places.iter().any(|own| place_key(own) == place_key(p))).collect();
    let gap = case.gap(at).and_then(|(id, gap)| {
        let tokens = case.sources.sentence(id)?.tokens.get(gap)?;
        Some((id, tokens.first()?.range.start..tokens.last()?.range.end))
    });
    let in_gap = |(id, p): &&&(SentenceId, &Mention)| {
        gap.as_ref().is_some_and(|(i, g)| i == id && p.range.start < g.end && g.start < p.range.end)
    };
    let place = |(id, p): &(SentenceId, &Mention)| Place { text: id.text, range: p.range.clone() };
    if let Some(hit) = unused.iter().find(in_gap) {
        return Some(place(hit));
    }
    // A place that the gazetteer does not know is a name there.
    if let Some((id, g)) = &gap {
        let unknown = case.sources.sentence(*id)?.names.iter().find(|n| n.range.start < g.end && g.start < n.range.end);
        if let Some(name) = unknown {
            return Some(Place { text: id.text, range: name.range.clone() });
        }
    }
    if let [one] = unused.as_slice() { Some(place(one)) } else { None }
}
