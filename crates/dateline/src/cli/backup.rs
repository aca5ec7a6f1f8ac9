//! `backup FILE`.

use std::{collections::BTreeMap, path::PathBuf, time::Instant};

use anyhow::{Result, bail};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use super::{Place, say, table::table};
use crate::backup::{self, Kind, Watch};

#[derive(Args)]
pub struct Backup {
    /// The archive to write; packed when its name ends in .gz or .tgz
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Put the new archive in the place of one that is there
    #[arg(long, conflicts_with = "check")]
    force: bool,
    /// Make nothing: read an archive through and say whether it is right
    #[arg(long)]
    check: bool,
}

pub fn run(place: &Place, order: &Backup) -> Result<()> {
    let began = Instant::now();
    let (file, bar) = (backup::whole_path(&order.file)?, Bar::new());
    if order.check {
        backup::verify(&file, &bar)?;
        return say(&format!("{} is right ({}).", order.file.display(), seconds(began)));
    }
    if backup::database(&place.home).is_some() {
        bail!(
            "this newsroom's database is a PostgreSQL server, which `dateline backup` does not copy yet; pg_dump does"
        );
    }
    place.is_newsroom()?;
    let made = backup::make(&place.home, &file, order.force, crate::now(), &bar)?;
    drop(bar);
    say(&parts(&made.parts, made.rows.values().sum()))?;
    for what in &made.left_out {
        say(&format!("not in it: {what}"))?;
    }
    say(&format!("\n{}: {} bytes, read back and right, {}.", order.file.display(), grouped(made.bytes), seconds(began)))
}

/// What is in an archive, as a plain table.
pub fn parts(parts: &BTreeMap<Kind, (usize, u64)>, rows: u64) -> String {
    let mut lines: Vec<Vec<String>> = Vec::new();
    for (kind, (members, bytes)) in parts {
        let rows = if *kind == Kind::Database { grouped(rows) } else { String::new() };
        lines.push(vec![words(*kind).into(), members.to_string(), rows, grouped(*bytes)]);
    }
    let (members, bytes) = parts.values().fold((0, 0), |(m, b), part| (m + part.0, b + part.1));
    lines.push(vec!["all".into(), members.to_string(), grouped(rows), grouped(bytes)]);
    table(&["part", "members", "rows", "bytes"], &lines)
}

fn words(kind: Kind) -> &'static str {
    match kind {
        Kind::Database => "databases",
        Kind::Settings => "settings",
        Kind::Page => "pages",
        Kind::Logo => "logo",
        Kind::Blob => "large blobs",
    }
}

/// `1,234,567`.
pub fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let from_end = |i: usize| digits.len() - i;
    digits.chars().enumerate().fold(String::new(), |mut out, (i, c)| {
        if i > 0 && from_end(i) % 3 == 0 {
            out.push(',');
        }
        out.push(c);
        out
    })
}

/// How long it took.
pub fn seconds(began: Instant) -> String {
    format!("{:.1} seconds", began.elapsed().as_secs_f64())
}

/// A bar of bytes; nothing is drawn where nobody sees it.
pub struct Bar(ProgressBar);

impl Bar {
    pub fn new() -> Self {
        let style = ProgressStyle::with_template("{msg:24!} {wide_bar} {bytes}/{total_bytes}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        Self(ProgressBar::new(0).with_style(style))
    }
}

impl Watch for Bar {
    fn step(&self, words: &'static str, bytes: u64) {
        self.0.set_message(words);
        self.0.set_length(bytes);
        self.0.set_position(0);
    }

    fn done(&self, bytes: u64) {
        self.0.inc(bytes);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn thousands_are_grouped() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(super::grouped), ["0", "999", "1,000", "1,234,567"]);
    }
}
