//! A city's name that names the area round it: `Kyiv region`, `Kyiv and Odesa regions`, `la région de Kiev`.

use super::context::Context;
use super::{Class, Found};

const AREA: &str = "region Region oblast Oblast province Province district District governorate Governorate county County prefecture \
Prefecture department Department Krai krai State क्षेत्र प्रांत जिला जिले ज़िला ज़िले ज़िला ज़िले";
const AREAS: &str = "regions oblasts provinces districts governorates counties prefectures states";
/// Countries whose parts are states, so that a small `state` behind a city is no government's (`Damascus state television`).
const FEDERATIONS: &str = "NG BR MX IN SD SS MM VE DE MY US AU";
const NOT_AN_AREA: &str = "media television TV radio news run police";
const AREA_OF: &str =
    "région|region|province|oblast|gouvernorat|département|district|state|governorate|préfecture|wilaya";
const ARABIC_AREA: [&str; 8] = ["منطقة", "محافظة", "إقليم", "اقليم", "ولاية", "مقاطعة", "بمحافظة", "بولاية"];

/// Marks the cities among `found` that name an area here, and stretches their range over the word that says so.
pub fn mark(text: &str, found: &mut [Found]) {
    for i in 0..found.len() {
        let Some(this) = found.get(i).filter(|f| is_city(f)) else { continue };
        let context = Context::new(text, this.range.clone());
        let next = context.next();
        if says_area(next, &context, this) {
            let end = this.range.end + 1 + next.len();
            set(found, i, Some(end));
        } else if listed(AREAS, next) {
            set(found, i, None);
            mark_listed_before(text, found, i);
        } else if area_before(text, this.range.start, context.previous()) {
            set(found, i, None);
        }
    }
}

fn is_city(found: &Found) -> bool {
    matches!(found.class, Class::City | Class::Capital)
}

fn listed(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split_whitespace().any(|w| w == word)
}

fn says_area(next: &str, context: &Context<'_>, city: &Found) -> bool {
    if next != "state" {
        return listed(AREA, next);
    }
    let behind = context.after().trim_start().strip_prefix("state").unwrap_or_default();
    let word: &str =
        behind.trim_start_matches([' ', '-']).split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    city.country.is_some_and(|c| listed(FEDERATIONS, c.code())) && !listed(NOT_AN_AREA, word)
}

/// `province of Gao`, `la région de Kidal`.
fn area_before(text: &str, start: usize, previous: &str) -> bool {
    if ARABIC_AREA.contains(&previous) {
        return true;
    }
    let before = text.get(..start).unwrap_or_default();
    ["de ", "d'", "d’", "of "].iter().any(|link| {
        before.strip_suffix(link).and_then(|b| b.strip_suffix(' ')).is_some_and(|b| {
            let word = b.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
            AREA_OF.split('|').any(|a| a == word)
        })
    })
}

/// In `the Kyiv, Sumy and Odesa regions` the plural speaks for all of them.
fn mark_listed_before(text: &str, found: &mut [Found], last: usize) {
    let mut i = last;
    while let Some(before) = i.checked_sub(1) {
        let (Some(a), Some(b)) = (found.get(before), found.get(i)) else { return };
        let between = text.get(a.range.end..b.range.start).unwrap_or_default();
        if !is_city(a) || !matches!(between, ", " | " and " | ", and " | " or ") {
            return;
        }
        set(found, before, None);
        i = before;
    }
}

fn set(found: &mut [Found], i: usize, end: Option<usize>) {
    if let Some(f) = found.get_mut(i) {
        f.class = Class::Region;
        f.area = true;
        f.range.end = end.unwrap_or(f.range.end);
    }
}
