//! Our own small invented sets against the floors in `eval/floors.toml`.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{figures::Figures, stage::Stage};

/// Stage, set, metric, least value.
type Floors = BTreeMap<String, BTreeMap<String, BTreeMap<String, f64>>>;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The figures of every stage on our own sets, and a line for each that is below its floor (or above its ceiling: floors
/// of `unsupported_share` are kept as `max_unsupported_share`).
pub fn measure() -> Result<(Vec<Figures>, Vec<String>)> {
    let path = folder().join("floors.toml");
    let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let floors: Floors =
        toml::from_str(&text).with_context(|| format!("{} is not a table of floors", path.display()))?;
    let mut figures = Vec::new();
    let stages = [
        Stage::Check,
        Stage::Feeds,
        Stage::Perturb,
        Stage::Summary,
        Stage::Turned,
        Stage::Cluster,
        Stage::Duplicates,
        Stage::Country,
        Stage::Toponyms,
        Stage::Sector,
    ];
    for stage in stages {
        let own = folder().join("fixtures").join(stage.name());
        // Reports of our own, marked with both: those that the desk learns from, and those that it never saw.
        let both = [folder().join("../crates/desk/data/reports.jsonl"), folder().join("fixtures/reports")];
        let paths = match stage {
            Stage::Country => [vec![own], both.to_vec()].concat(),
            Stage::Sector => both.to_vec(),
            _ => vec![own],
        };
        figures.extend(stage.run(&paths, None)?);
    }
    let mut below = Vec::new();
    for (stage, sets) in &floors {
        for (set, metrics) in sets {
            let Some(found) = figures.iter().find(|f| f.stage == stage.as_str() && f.set == *set) else {
                bail!("floors.toml names the set {set} of {stage}, which is not in eval/fixtures/{stage}");
            };
            for (metric, floor) in metrics {
                below.extend(miss(found, metric, *floor)?);
            }
        }
    }
    Ok((figures, below))
}

/// What is wrong, if anything.
fn miss(found: &Figures, metric: &str, floor: f64) -> Result<Option<String>> {
    let (name, ceiling) = metric.strip_prefix("max_").map_or((metric, false), |name| (name, true));
    let Some(value) = found.get(name) else {
        bail!("floors.toml names the metric {metric} of {} {}, which is not measured", found.stage, found.set);
    };
    let bad = if ceiling { value > floor + 1e-9 } else { value < floor - 1e-9 };
    Ok(bad.then(|| format!("{} {} {metric}: {value:.3}, floor {floor:.3}", found.stage, found.set)))
}
