//! Does every report of an event come to one page, and nothing else? The reports come in order, each is given its place before
//! the next is seen.

use std::{
    collections::{HashMap, HashSet},
    path::Path,
    sync::Arc,
};

use anyhow::Result;
use desk::event::{
    self, Feature, Open, Tongues,
    stream::{LIKELY, Stream},
};
use news::Lang;
use serde::Deserialize;

use crate::{
    figures::Figures,
    measure::clustering::{self, Clustering},
    progress, set,
};

#[derive(Deserialize)]
struct Item {
    id: String,
    #[serde(default)]
    seq: usize,
    #[serde(default)]
    title: String,
    text: String,
    story: String,
    #[serde(default)]
    lang: Option<String>,
}

/// Measures one stream.
pub fn measure(path: &Path) -> Result<Figures> {
    let mut items: Vec<Item> = set::lines(path)?;
    items.sort_by_key(|i| i.seq);
    let name = set::name(path);
    let features = progress::map(&name, &items, feature);
    let stories: Vec<&str> = items.iter().map(|i| i.story.as_str()).collect();
    let placed = place(&features, LIKELY);
    let pages: Vec<usize> = placed.iter().map(|(page, _)| *page).collect();
    let mut metrics = clustering::compare(&stories, &pages).named().to_vec();
    metrics.extend(sure(&stories, &features));
    let langs: Vec<Lang> = items.iter().map(lang).collect();
    metrics.extend(abroad(&stories, &langs, &features));
    let left_out = left_out(&stories, &features);
    metrics.extend(left_out.named().map(|(name, value)| (format!("{name}_left_out"), value)));
    let misses = told(&items, &placed);
    Ok(Figures { stage: "cluster", set: name, items: items.len(), metrics, misses, shown: String::new() })
}

/// Detection is unsure of a bare title; what it says is read as English then.
fn lang(item: &Item) -> Lang {
    let lang = item.lang.as_deref().map_or_else(|| text::detect::lang(&item.text), Lang::new);
    if lang.is_und() { Lang::en() } else { lang }
}

fn feature(item: &Item) -> Feature {
    let lang = lang(item);
    let text = match item.text.strip_prefix(&item.title) {
        Some(body) if !item.title.is_empty() => format!("{}\n{}", item.title, body.trim_start()),
        _ => format!("{}\n{}", item.title, item.text),
    };
    event::feature(&text, &lang)
}

/// The page of each report, that of the likeliest event or else a new one, and how likely that event was.
fn place(features: &[Feature], least: f64) -> Vec<(usize, f64)> {
    let mut stream = Stream::default();
    let mut out = Vec::with_capacity(features.len());
    for (n, feature) in features.iter().enumerate() {
        let found = stream.matches(feature).first().copied().filter(|m| m.score >= least);
        let (event, score) = found.map_or((n, 0.0), |m| (m.event, m.score));
        stream.add(event, feature);
        out.push((event, score));
    }
    out
}

/// How far the threshold is moved when it is learned.
const STEPS: i32 = 12;
const STEP: f64 = 0.05;
const FOLDS: usize = 5;

/// The grouping with a threshold learned on other stories: for each fifth of the subjects, the one that does best on the rest.
fn left_out(stories: &[&str], features: &[Feature]) -> Clustering {
    let steps: Vec<i32> = (-STEPS / 2..=STEPS / 2).collect();
    let runs: Vec<Vec<(usize, f64)>> =
        progress::map("thresholds", &steps, |s| place(features, LIKELY + STEP * f64::from(*s)));
    let mut out = vec![(0, 0); stories.len()];
    for fold in 0..FOLDS {
        let goodness = |run: &Vec<(usize, f64)>| {
            let (truth, found): (Vec<&str>, Vec<usize>) =
                stories.iter().zip(run).filter(|(s, _)| fold_of(s) != fold).map(|(s, (p, _))| (*s, *p)).unzip();
            let c = clustering::compare(&truth, &found);
            c.b3_f1() + c.ari
        };
        let best = (0..runs.len()).max_by(|a, b| goodness(&runs[*a]).total_cmp(&goodness(&runs[*b]))).unwrap_or(0);
        for (n, _) in stories.iter().enumerate().filter(|(_, s)| fold_of(s) == fold) {
            out[n] = (best, runs[best][n].0);
        }
    }
    clustering::compare(stories, &out)
}

/// Stories of one subject (`36_ecb`, `36_ecbplus`) are left out together.
fn fold_of(story: &str) -> usize {
    let subject = story.split('_').next().unwrap_or(story);
    subject.bytes().fold(7usize, |h, b| h.wrapping_mul(31).wrapping_add(b.into())) % FOLDS
}

/// The stream as the desk runs it while nobody looks: only what is sure is attached, the rest waits on pages of its own. The
/// share of attached reports that came to their own story, and how many of those that had an event to come to were attached.
fn sure(stories: &[&str], features: &[Feature]) -> [(String, f64); 2] {
    let mut open = Open::default();
    let mut pages: HashMap<usize, HashMap<&str, usize>> = HashMap::new();
    let mut known: HashSet<&str> = HashSet::new();
    let (mut attached, mut right, mut follow) = (0.0, 0.0, 0.0);
    for (n, (story, feature)) in stories.iter().zip(features).enumerate() {
        let found = open.find(feature).into_iter().find(|f| f.sure);
        let page = found.as_ref().map_or(n, |f| f.event);
        open.add(page, Arc::new(feature.clone()));
        let page = pages.entry(page).or_default();
        if found.is_some() {
            attached += 1.0;
            let main = page.iter().max_by_key(|(s, n)| (**n, **s)).map(|(s, _)| *s);
            right += f64::from(u8::from(main == Some(*story)));
        }
        follow += f64::from(u8::from(!known.insert(story)));
        *page.entry(story).or_default() += 1;
    }
    let share = |a: f64, b: f64| if b > 0.0 { a / b } else { 1.0 };
    [("sure_precision".into(), share(right, attached)), ("sure_share".into(), share(attached, follow))]
}

/// Reports that only other languages have told so far: how many of those attached across languages came to their own story,
/// and how many of those that had one to come to were attached. Nothing where all are in one language.
fn abroad(stories: &[&str], langs: &[Lang], features: &[Feature]) -> Vec<(String, f64)> {
    if langs.iter().all(|lang| lang.primary() == langs[0].primary()) {
        return Vec::new();
    }
    let mut tongues: Tongues<usize> = Tongues::default();
    let mut page: HashMap<&str, usize> = HashMap::new();
    let (mut attached, mut right, mut had) = (0.0, 0.0, 0.0);
    for (n, (story, feature)) in stories.iter().zip(features).enumerate() {
        let own = page.get(story).copied();
        let found = tongues.find(&langs[n], feature);
        let sure = found.first().filter(|f| f.sure);
        had += f64::from(u8::from(own.is_some()));
        if let Some(sure) = sure {
            attached += 1.0;
            right += f64::from(u8::from(own == Some(sure.event)));
        }
        let event = *page.entry(story).or_insert(n);
        tongues.add(event, langs[n].clone(), Arc::new(feature.clone()));
    }
    let share = |a: f64, b: f64| if b > 0.0 { a / b } else { 1.0 };
    vec![("abroad_precision".into(), share(right, attached)), ("abroad_share".into(), share(right, had))]
}

/// A line for each page that holds more than one story, and each story that stands on more than one page.
fn told(items: &[Item], placed: &[(usize, f64)]) -> Vec<String> {
    let mut pages: HashMap<usize, HashMap<&str, Vec<&str>>> = HashMap::new();
    for (item, (page, _)) in items.iter().zip(placed) {
        pages.entry(*page).or_default().entry(&item.story).or_default().push(&item.id);
    }
    let mixed = pages.values().filter(|p| p.len() > 1);
    let mut out: Vec<String> = mixed.map(|p| format!("one page: {p:?}")).collect();
    out.sort();
    out
}
