//! Which countries is a report from and about? Where the marks follow the dateline, both are given together; where they do
//! not, and on sets with a `filed_from`, the subjects are measured alone.

use std::path::{Path, PathBuf};

use anyhow::Result;
use desk::about;
use news::Country;
use serde::Deserialize;
use text::linear::{Plane, Row};

use crate::{
    figures::Figures,
    measure::{
        labels::{Count, Labels},
        logistic::Logistic,
    },
    progress, set,
};

#[derive(Deserialize)]
struct Item {
    id: String,
    #[serde(default)]
    dateline: String,
    #[serde(default)]
    title: String,
    text: String,
    countries: Vec<String>,
    #[serde(default)]
    filed_from: Option<String>,
}

/// What is said of one report.
struct Said {
    filed: Option<Country>,
    about: Vec<Country>,
    evidence: Vec<about::Evidence>,
    /// Countries that may be meant, each with what speaks for it, the dateline among it.
    rows: Vec<(Country, Row)>,
}

/// Parts the set is cut into: each is judged by what was learned from the others.
const FOLDS: usize = 5;
/// How much an example weighs, and how much more a positive one.
const COST: f32 = 1.0;
const POSITIVE: f32 = 2.2;

/// The countries of each report by a judge that was taught on four fifths of the marks, which countries are named in what place
/// and where it was filed being all that it sees.
fn taught(items: &[Item], said: &[Said]) -> Vec<Vec<Country>> {
    let mut out = Vec::new();
    let planes: Vec<Plane> = (0..FOLDS)
        .map(|fold| learn(items.iter().zip(said).enumerate().filter(|(n, _)| n % FOLDS != fold).map(|(_, pair)| pair)))
        .collect();
    for (n, said) in said.iter().enumerate() {
        let plane = &planes[n % FOLDS];
        out.push(said.rows.iter().filter(|(_, row)| plane.score(row) > 0.0).map(|(c, _)| *c).collect());
    }
    out
}

fn learn<'a>(marked: impl Iterator<Item = (&'a Item, &'a Said)>) -> Plane {
    let (rows, truth): (Vec<Row>, Vec<bool>) = marked
        .flat_map(|(item, said)| {
            said.rows.iter().map(|(c, row)| (row.clone(), item.countries.iter().any(|t| t == c.code())))
        })
        .unzip();
    Plane::learn(&rows, &|n| truth.get(n).copied().unwrap_or(false), COST, POSITIVE)
}

/// What each value of the evidence is worth, learned from all sets that were filed from abroad: what `desk::about` holds, in its
/// own order.
fn worth(marked: &[(Item, Said)]) -> String {
    /// Log odds from which a country is taken: where the examples' precision and recall meet.
    const TAKEN: f64 = -0.6;
    let told = marked.iter().flat_map(|(item, said)| said.evidence.iter().map(move |e| (item, e)));
    let rows: Vec<([f64; about::VALUES.len()], bool)> =
        told.map(|(item, e)| (e.values(), item.countries.iter().any(|t| t == e.country.code()))).collect();
    let plane = Logistic::learn(&rows.iter().map(|(row, about)| (&row[..], *about)).collect::<Vec<_>>());
    let weights: Vec<String> = plane.weights.iter().map(|w| format!("{w:.2}")).collect();
    format!("learned from all of these: worth [{}], enough {:.2}", weights.join(", "), TAKEN - plane.base)
}

/// What speaks for each country, and for the dateline's.
fn rows(filed: Option<Country>, evidence: &[about::Evidence], foreign: bool) -> Vec<(Country, Row)> {
    let own = about::VALUES.len() as u32;
    let mut rows: Vec<(Country, Row)> = evidence
        .iter()
        .map(|e| {
            let values = e.values();
            let mut row: Row = values.iter().enumerate().map(|(n, v)| (n as u32, *v as f32)).collect();
            if filed == Some(e.country) && !foreign {
                row.extend([(own, 1.0), (own + 1, values[4] as f32), (own + 2, values[0] as f32)]);
            }
            (e.country, row)
        })
        .collect();
    if let Some(filed) = filed.filter(|f| !foreign && !evidence.iter().any(|e| e.country == *f)) {
        let others = evidence.iter().map(|e| e.told[0]).fold(0.0, f64::max).min(2.0) as f32;
        rows.push((
            filed,
            vec![(own, 1.0), (own + 3, 1.0), (own + 4, if evidence.is_empty() { 1.0 } else { 0.0 }), (own + 5, others)],
        ));
    }
    rows
}

/// Measures every set at `paths`.
pub fn measure(paths: &[PathBuf]) -> Result<Vec<Figures>> {
    let mut figures = Vec::new();
    let mut marked = Vec::new();
    for path in paths.iter().map(|p| set::files(p)).collect::<Result<Vec<_>>>()?.concat() {
        let (figure, own) = measure_one(&path)?;
        figures.push(figure);
        marked.extend(own.into_iter().filter(|(item, _)| item.filed_from.is_some()));
    }
    if let Some(last) = figures.last_mut().filter(|_| !marked.is_empty()) {
        last.shown = worth(&marked);
    }
    Ok(figures)
}

fn measure_one(path: &Path) -> Result<(Figures, Vec<(Item, Said)>)> {
    let items: Vec<Item> = set::lines(path)?;
    let name = set::name(path);
    let said = progress::map(&name, &items, say);
    let foreign = items.iter().any(|i| i.filed_from.is_some());
    let mut misses = Vec::new();
    let (mut all, mut not_us, mut alone) = (Labels::default(), Labels::default(), Labels::default());
    let mut filed = Count::default();
    let taught = taught(&items, &said);
    let mut learned = Labels::default();
    let mut learned_not_us = Labels::default();
    for (item, codes) in items.iter().zip(&taught) {
        learned.add(item.countries.iter().map(String::as_str), codes.iter().map(Country::code));
        if item.countries != ["US"] {
            learned_not_us.add(item.countries.iter().map(String::as_str), codes.iter().map(Country::code));
        }
    }
    for (item, said) in items.iter().zip(&said) {
        let truth: Vec<&str> = item.countries.iter().map(String::as_str).collect();
        let about: Vec<&str> = said.about.iter().map(Country::code).collect();
        let from = said.filed.as_ref().map(Country::code);
        if let Some(known) = item.filed_from.as_deref() {
            let right = from == Some(known);
            filed.hit += f64::from(u8::from(right));
            filed.missed += f64::from(u8::from(!right));
        }
        let own = foreign || from.is_some_and(|f| !truth.contains(&f));
        let both: Vec<&str> = about.iter().copied().chain(from.filter(|_| !foreign)).collect();
        all.add(truth.iter().copied(), both.iter().copied());
        if truth != ["US"] {
            not_us.add(truth.iter().copied(), both.iter().copied());
        }
        if own {
            alone.add(truth.iter().copied(), about.iter().copied());
        }
        if truth.iter().any(|t| !both.contains(t)) || both.iter().any(|t| !truth.contains(t)) {
            misses.push(format!("{}: {} | {} | said {both:?}, true {truth:?}", item.id, item.dateline, item.title));
        }
    }
    let mut metrics = vec![
        ("micro_f1".to_owned(), all.micro().f1()),
        ("macro_f1".to_owned(), all.macro_f1()),
        ("micro_f1_not_us".to_owned(), not_us.micro().f1()),
        ("about_precision".to_owned(), alone.micro().precision()),
        ("about_recall".to_owned(), alone.micro().recall()),
    ];
    metrics.extend([
        ("micro_f1_five_fold".to_owned(), learned.micro().f1()),
        ("macro_f1_five_fold".to_owned(), learned.macro_f1()),
        ("micro_f1_not_us_five_fold".to_owned(), learned_not_us.micro().f1()),
    ]);
    if foreign {
        metrics.push(("filed_from".into(), filed.recall()));
    }
    let figures = Figures { stage: "country", set: name, items: items.len(), metrics, misses, shown: String::new() };
    Ok((figures, items.into_iter().zip(said).collect()))
}

fn say(item: &Item) -> Said {
    let lang = text::detect::lang(&item.text);
    let lang = if lang.is_und() { news::Lang::en() } else { lang };
    // `PARIS, Texas, Feb 26 -`: what is behind the last comma is the day.
    let place = item.dateline.rsplit_once(',').map_or(item.dateline.as_str(), |(place, _)| place);
    let filed = text::place::filed_from(place);
    let evidence = about::evidence(&item.title, item.text.lines(), &lang);
    let rows = rows(filed, &evidence, item.filed_from.is_some());
    Said { filed, about: about::subjects(&evidence), rows, evidence }
}
