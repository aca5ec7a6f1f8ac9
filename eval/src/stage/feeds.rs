//! Does the wire read feeds as it must? Each file has equalities on paths in the names of feedparser, the reader that the
//! set was made with, and may say whether the feed is malformed. A folder without expectations must only be readable.

mod names;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use news::{Lang, Time};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{figures::Figures, measure::ranking::share, progress, set};

/// The file of expectations beside the folders of feeds.
const EXPECTATIONS: &str = "expectations.jsonl";
/// Cases whose exact output is that reader's own choice; reported apart.
const SANITIZE: &str = "wellformed/sanitize/";
/// Files that lie beside feeds and are none: another reader's own output for them.
const SNAPSHOT: &str = ".serde.json";
/// When the feeds are said to have come in.
const RECEIVED: Time = Time(1_700_000_000_000);

#[derive(Clone, Deserialize)]
struct Item {
    file: String,
    #[serde(default)]
    expect: Vec<Equality>,
    #[serde(default)]
    bozo: Option<bool>,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    #[serde(default)]
    url: Option<String>,
}

#[derive(Clone, Deserialize)]
struct Equality {
    path: Vec<Value>,
    equals: Value,
}

/// What came of one file.
struct Outcome {
    sanitize: bool,
    /// Met or not, and whether the path is one that a news desk needs.
    tests: Vec<(bool, bool)>,
    bozo: Option<bool>,
    readable: bool,
    misses: Vec<String>,
}

impl Outcome {
    fn all_holds(&self) -> bool {
        self.tests.iter().all(|(met, _)| *met) && self.bozo != Some(false)
    }
}

/// Measures the sets under `path`: the folder that holds `expectations.jsonl`, that file, or one folder of feeds.
pub fn measure(path: &Path) -> Result<Vec<Figures>> {
    let (root, only) = place(path);
    let mut sets: BTreeMap<String, Vec<Item>> = BTreeMap::new();
    if let Some(expectations) = expectations(&root) {
        for item in set::lines::<Item>(&expectations)? {
            let folder = item.file.split('/').next().unwrap_or_default().to_owned();
            sets.entry(folder).or_default().push(item);
        }
    }
    for folder in folders(&root)? {
        sets.entry(folder).or_default();
    }
    if let Some(only) = only {
        sets.retain(|name, _| *name == only);
    }
    if sets.is_empty() {
        bail!("{} holds no folder of feeds; give the folder with {EXPECTATIONS} in it", path.display());
    }
    sets.into_iter().map(|(name, items)| one(&root, &name, items)).collect()
}

/// The folder with the expectations, and the one folder of feeds that was meant, if one was.
fn place(path: &Path) -> (PathBuf, Option<String>) {
    let parent = path.parent().map(Path::to_owned).unwrap_or_default();
    if path.is_file() {
        return (parent, None);
    }
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    match path.parent() {
        Some(parent) if expectations(&path).is_none() && expectations(parent).is_some() => {
            (parent.to_owned(), Some(set::name(&path)))
        }
        _ => (path, None),
    }
}

fn expectations(root: &Path) -> Option<PathBuf> {
    [EXPECTATIONS.to_owned(), format!("{EXPECTATIONS}.gz")].into_iter().map(|n| root.join(n)).find(|p| p.is_file())
}

fn folders(root: &Path) -> Result<Vec<String>> {
    let entries = std::fs::read_dir(root).with_context(|| format!("cannot list {}", root.display()))?;
    let all = entries.collect::<std::io::Result<Vec<_>>>()?;
    Ok(all.into_iter().filter(|e| e.path().is_dir()).map(|e| e.file_name().to_string_lossy().into_owned()).collect())
}

/// Every feed below `folder`, by name.
fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut out = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let entries = std::fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))?;
        for entry in entries.collect::<std::io::Result<Vec<_>>>()? {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if !path.to_string_lossy().ends_with(SNAPSHOT) {
                out.push(path);
            }
        }
    }
    out.sort();
    Ok(out)
}

fn one(root: &Path, name: &str, items: Vec<Item>) -> Result<Figures> {
    let expected = !items.is_empty();
    let work: Vec<(Vec<u8>, Item)> = if expected {
        items.into_iter().map(|item| Ok((set::bytes(&root.join(&item.file))?, item))).collect::<Result<_>>()?
    } else {
        let empty = |p: &Path| Item {
            file: p.display().to_string(),
            expect: Vec::new(),
            bozo: None,
            headers: BTreeMap::new(),
            url: None,
        };
        files_below(&root.join(name))?.iter().map(|p| Ok((set::bytes(p)?, empty(p)))).collect::<Result<_>>()?
    };
    if work.is_empty() {
        bail!("{} has no files", root.join(name).display());
    }
    let outcomes = progress::map(name, &work, |(bytes, item)| outcome(bytes, item));
    let metrics = if expected {
        metrics(&outcomes)
    } else {
        share(&outcomes, |o| o.readable).map(|s| ("file_share".to_owned(), s)).into_iter().collect()
    };
    let misses = outcomes.into_iter().flat_map(|o| o.misses).collect();
    Ok(Figures { stage: "feeds", set: name.to_owned(), items: work.len(), metrics, misses, shown: String::new() })
}

fn outcome(bytes: &[u8], item: &Item) -> Outcome {
    let header = |name: &str| item.headers.iter().find(|(k, _)| k.eq_ignore_ascii_case(name)).map(|(_, v)| v.as_str());
    let lang = header("Content-Language").map_or_else(Lang::und, Lang::new);
    let hints = wire::Hints {
        content_type: header("Content-Type"),
        url: header("Content-Location").filter(|l| l.contains("://")).or(item.url.as_deref()),
        lang: &lang,
        zone: None,
        received: RECEIVED,
    };
    // A reader that falls over is a failed file here, not the end of the measurement.
    let read = std::panic::catch_unwind(|| wire::read(bytes, &hints));
    let model = std::panic::catch_unwind(|| wire::read_feed_model(bytes, &hints));
    let why = match &read {
        Ok(Ok(_)) => None,
        Ok(Err(error)) => Some(error.to_string()),
        Err(_) => Some("the reader panicked".to_owned()),
    };
    let read = read.ok().and_then(Result::ok);
    let malformed = read.as_ref().is_none_or(|f| f.oddities.iter().any(|o| o.item.is_none()));
    let seen = model.ok().and_then(Result::ok).unwrap_or(Value::Null);
    let sanitize = item.file.contains(SANITIZE);
    let mut misses: Vec<String> = why.iter().map(|why| format!("{}: not read: {why}", item.file)).collect();
    let mut tests = Vec::new();
    for e in &item.expect {
        let path = names::Path::new(&e.path);
        let core = path.is_core() && !sanitize;
        let (met, found) = path.met(&seen, &e.equals, core);
        if !met {
            let level = if core { "core" } else { "other" };
            misses.push(format!("{}: {level} {}: want {}, have {found}", item.file, json!(e.path), e.equals));
        }
        tests.push((met, core));
    }
    let bozo = item.bozo.map(|b| b == malformed);
    if bozo == Some(false) {
        let said: Vec<&str> = read.iter().flat_map(|f| &f.oddities).map(|o| o.what.as_str()).collect();
        misses.push(format!("{}: malformed should be {}; oddities: {}", item.file, !malformed, said.join("; ")));
    }
    Outcome { sanitize, tests, bozo, readable: read.is_some(), misses }
}

fn metrics(outcomes: &[Outcome]) -> Vec<(String, f64)> {
    let core = outcomes.iter().flat_map(|o| &o.tests).filter(|(_, core)| *core);
    let mut out = vec![("core_share".to_owned(), share(core, |(met, _)| *met))];
    for (suffix, without) in [("", false), ("_without_sanitize", true)] {
        let part = || outcomes.iter().filter(move |o| !(without && o.sanitize));
        out.push((format!("equal_share{suffix}"), share(part().flat_map(|o| &o.tests), |(met, _)| *met)));
        out.push((format!("bozo_share{suffix}"), share(part().filter_map(|o| o.bozo), |held| held)));
        out.push((format!("file_share{suffix}"), share(part(), Outcome::all_holds)));
    }
    out.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The set's own description gives these two counts.
    #[test]
    fn the_tests_of_the_public_set_are_counted_as_published() {
        let Some(root) = std::env::var_os("DATELINE_DATA").map(PathBuf::from).filter(|p| p.join("feeds").exists())
        else {
            println!("skipped: set DATELINE_DATA to the folder of evaluation data to count its feed tests");
            return;
        };
        let items: Vec<Item> = set::lines(&root.join("feeds").join(EXPECTATIONS)).unwrap();
        let core = |item: &Item| item.expect.iter().filter(|e| names::Path::new(&e.path).is_core()).count();
        assert_eq!(items.iter().map(|i| i.expect.len()).sum::<usize>(), 1061);
        assert_eq!(items.iter().filter(|i| !i.file.contains(SANITIZE)).map(core).sum::<usize>(), 302);
    }
}
