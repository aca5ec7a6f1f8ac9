//! Errors to plant: each is one change, and what it says is in no source. Where a change might leave the sentence true, none is
//! made.

mod fact;
mod word;

use super::Clean;

/// The kinds, in the order of the table. `_swapped`: what is put there stands elsewhere in the source.
pub const KINDS: [&str; 21] = [
    "name",
    "name_swapped",
    "title",
    "number",
    "number_swapped",
    "unit",
    "date",
    "span",
    "place",
    "place_part",
    "quote",
    "speaker",
    "attribution",
    "strengthened",
    "legal",
    "negation",
    "direction",
    "relation",
    "sum",
    "loaded",
    "outside",
];

/// A kind and how it is planted.
type Planter = (&'static str, fn(&Clean) -> Option<String>);

const PLANTERS: [Planter; 21] = [
    ("name", fact::name),
    ("name_swapped", fact::name_swapped),
    ("title", word::title),
    ("number", fact::number),
    ("number_swapped", fact::number_swapped),
    ("unit", word::unit),
    ("date", fact::date),
    ("span", word::span),
    ("place", fact::place),
    ("place_part", word::place_part),
    ("quote", fact::quote),
    ("speaker", fact::speaker),
    ("attribution", fact::attribution),
    ("strengthened", word::strengthened),
    ("legal", word::legal),
    ("negation", word::negation),
    ("direction", word::direction),
    ("relation", fact::relation),
    ("sum", fact::sum),
    ("loaded", word::loaded),
    ("outside", word::outside),
];

/// The sentence with one error of each kind that it has a place for.
pub fn all(clean: &Clean) -> Vec<(&'static str, String)> {
    let planted = PLANTERS.iter().filter_map(|(kind, plant)| Some((*kind, plant(clean)?)));
    planted.filter(|(_, text)| *text != clean.text).collect()
}

/// A number that is always the same for the same text, to choose by.
fn pick(text: &str, among: usize) -> usize {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    usize::try_from(hash % among.max(1) as u64).unwrap_or(0)
}

/// The text with the bytes `at` replaced.
fn with(text: &str, at: std::ops::Range<usize>, new: &str) -> Option<String> {
    Some(format!("{}{new}{}", text.get(..at.start)?, text.get(at.end..)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::perturb::Sort;

    #[test]
    fn every_kind_finds_its_place() {
        let source = "Police in Larnova arrested Ilya Marenko, a former bank clerk, on Tuesday. Mayor Ana Petrak may \
                      close 12 of 40 schools near the town of Brev, she said. Prices rose 4 percent last year.";
        let planted = |text: &str| {
            let clean = Clean { sort: Sort::Reworded, lang: "en".into(), source: source.into(), text: text.into() };
            all(&clean).into_iter().map(|(kind, _)| kind).collect::<Vec<_>>()
        };
        let kinds =
            planted("Mayor Ana Petrak may close 12 schools near the town of Brev, Ilya Marenko said on Tuesday.");
        for kind in ["name", "title", "number", "number_swapped", "date", "strengthened", "speaker", "attribution"] {
            assert!(kinds.contains(&kind), "{kind}: {kinds:?}");
        }
        assert!(planted("Prices rose 4 percent last year.").contains(&"direction"));
        assert!(planted("Police arrested a clerk in Larnova.").contains(&"legal"));
    }
}
