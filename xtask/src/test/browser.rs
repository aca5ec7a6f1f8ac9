//! The browser step: the sample site runs, and Node looks at it through Chromium.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Result;

use super::{
    outcome::Outcome,
    run::{run, version},
    sample::Sample,
};

/// The oldest Node that the pinned playwright-core runs on.
const NODE_MAJOR_MIN: u32 = 20;

/// Where Chromium may be, by name on PATH; the variable `CHROMIUM` goes before.
const CHROMIUM: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Runs it, or says what is missing.
pub fn step(root: &Path) -> Result<Outcome> {
    let folder = root.join("tests/browser");
    let chromium = match tools(&folder)? {
        Ok(chromium) => chromium,
        Err(missing) => return Ok(Outcome::Skipped(missing)),
    };
    let screens = root.join("target/screens");
    let sample = Sample::start(root)?;
    let mut node = Command::new("node");
    node.current_dir(&folder).args(["--test", "--test-concurrency=1", "--test-reporter=spec"]).args(scripts(&folder)?);
    node.env("DATELINE_URL", &sample.address).env("CHROMIUM", chromium).env("SCREENS", &screens);
    // The desk's tests start newsrooms of their own.
    node.env("DATELINE", &sample.binary);
    // Every request goes to this machine; a proxy would only be in the way.
    let ran = run(node.env_remove("NODE_OPTIONS").env("NO_PROXY", "127.0.0.1,localhost"))?;
    println!("screenshots are in {}", screens.strip_prefix(root).unwrap_or(&screens).display());
    let fault = sample.stop()?;
    Ok(match (ran.outcome("pages are not as they should be, see above"), fault) {
        (Outcome::Passed(tally) | Outcome::Failed(_, tally), Some(fault)) => Outcome::Failed(fault, tally),
        (outcome, _) => outcome,
    })
}

/// Chromium's path once everything is there, or what is missing.
fn tools(folder: &Path) -> Result<Result<String, String>> {
    let Some(node) = version("node", &["--version"]) else {
        return Ok(Err("no Node; install nodejs and npm (version 20 or newer)".into()));
    };
    if major(&node) < NODE_MAJOR_MIN {
        return Ok(Err(format!("Node {node} is too old; version {NODE_MAJOR_MIN} or newer is needed")));
    }
    let Some(chromium) = chromium() else {
        return Ok(Err("no Chromium; install chromium, or set CHROMIUM to its path".into()));
    };
    if is_installed(folder) || (version("npm", &["--version"]).is_some() && install(folder)?) {
        return Ok(Ok(chromium));
    }
    Ok(Err("`npm ci` in tests/browser did not work; is there a way to the npm registry?".into()))
}

/// `20` of `v20.1.0`; 0 when it is no version.
fn major(version: &str) -> u32 {
    version.trim_start_matches('v').split('.').next().and_then(|n| n.parse().ok()).unwrap_or(0)
}

fn chromium() -> Option<String> {
    if let Some(named) = std::env::var("CHROMIUM").ok().filter(|path| !path.is_empty()) {
        return Some(named);
    }
    let path = std::env::var_os("PATH")?;
    let places: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let found =
        CHROMIUM.iter().find_map(|name| places.iter().map(|place| place.join(name)).find(|file| file.is_file()))?;
    Some(found.to_string_lossy().into_owned())
}

/// Whether what npm installed is what the lock file says: npm keeps its own copy of it, newer than ours.
fn is_installed(folder: &Path) -> bool {
    let time = |path: &str| fs::metadata(folder.join(path)).and_then(|m| m.modified()).ok();
    matches!((time("node_modules/.package-lock.json"), time("package-lock.json")), (Some(theirs), Some(ours)) if theirs >= ours)
}

fn install(folder: &Path) -> Result<bool> {
    let words = ["ci", "--no-audit", "--no-fund", "--ignore-scripts"];
    Ok(run(Command::new("npm").current_dir(folder).args(words))?.ok)
}

/// The test scripts, in order; Node takes no pattern before its version 21.
fn scripts(folder: &Path) -> Result<Vec<String>> {
    let names = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()));
    let mut scripts: Vec<String> = names.filter(|name| name.ends_with(".test.mjs")).collect();
    scripts.sort();
    Ok(scripts)
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn versions_of_node_are_read() {
        assert_eq!((major("v20.20.2"), major("18.0.0"), major("nonsense")), (20, 18, 0));
    }
}
