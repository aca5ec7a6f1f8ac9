//! The stages, one file each. A new one is a file, a name and a line in [`Stage::run`].

mod check;
mod cluster;
mod country;
mod duplicates;
mod feeds;
mod learn;
pub mod perturb;
mod sector;
mod summary;
mod toponyms;
mod turned;

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::ValueEnum;

use crate::{figures::Figures, set};

/// What can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Stage {
    /// Is the claim supported by the source?
    Check,
    /// Weights for the check, each set measured with those learned without it.
    Learn,
    /// Are errors found that were planted in true sentences?
    Perturb,
    /// Are retold reports judged rightly, true sentences and turned ones?
    Turned,
    /// Does every report of an event come to one page?
    Cluster,
    /// Which countries is a report from and about?
    Country,
    /// In which country does a named place lie?
    Toponyms,
    /// In which sector is a report?
    Sector,
    /// Are copies found that another desk changed?
    Duplicates,
    /// Does the wire read feeds as it must?
    Feeds,
    /// How near is our summary to a person's?
    Summary,
    /// Every stage on our own small sets, against the floors.
    Floors,
}

impl Stage {
    /// The name on the command line and in figures.
    pub fn name(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Learn => "learn",
            Self::Perturb => "perturb",
            Self::Turned => "turned",
            Self::Cluster => "cluster",
            Self::Country => "country",
            Self::Toponyms => "toponyms",
            Self::Sector => "sector",
            Self::Duplicates => "duplicates",
            Self::Feeds => "feeds",
            Self::Summary => "summary",
            Self::Floors => "floors",
        }
    }

    /// Measures the sets at `paths`.
    pub fn run(self, paths: &[PathBuf], write: Option<&Path>) -> Result<Vec<Figures>> {
        match self {
            Self::Check => Ok(check::with_mean(each(paths, check::measure)?)),
            Self::Learn => learn::measure(paths, write),
            Self::Perturb => each(paths, perturb::measure),
            Self::Summary => each(paths, summary::measure),
            Self::Turned => each(paths, turned::measure),
            Self::Cluster => each(paths, cluster::measure),
            Self::Country => country::measure(paths),
            Self::Toponyms => each(paths, toponyms::measure),
            Self::Sector => each(paths, sector::measure),
            Self::Duplicates => each(paths, duplicates::measure),
            Self::Feeds => Ok(paths.iter().map(|p| feeds::measure(p)).collect::<Result<Vec<_>>>()?.concat()),
            Self::Floors => Ok(crate::floors::measure()?.0),
        }
    }
}

/// One file, one set.
fn each(paths: &[PathBuf], measure: impl Fn(&Path) -> Result<Figures>) -> Result<Vec<Figures>> {
    let mut out = Vec::new();
    for path in paths {
        for file in set::files(path)? {
            out.push(measure(&file)?);
        }
    }
    Ok(out)
}
