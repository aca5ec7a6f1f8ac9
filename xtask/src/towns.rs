//! Makes `crates/text/data/towns.tsv` from the files of GeoNames (CC BY 4.0, download.geonames.org/export/dump):
//! `cities500.txt` and, for the counties of the United States, `admin2Codes.txt`.
//!
//! A line a name: the name, a tab, and for each country that has towns of that name its code and the size of the largest as a
//! letter, `a` for none known, a letter more each time it doubles. Lines are in the order of their bytes.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use clap::Args;

#[derive(Args)]
pub struct Order {
    /// Folder with `cities500.txt` and `admin2Codes.txt`
    #[arg(value_name = "DIR")]
    dump: PathBuf,
}

/// People that a county is counted as.
const COUNTY: f64 = 20_000.0;

type Towns = BTreeMap<String, BTreeMap<String, f64>>;

/// Writes the file and says how large it is.
pub fn command(root: &Path, order: &Order) -> Result<bool> {
    let mut towns = Towns::new();
    for line in read(&order.dump, "cities500.txt")?.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [_, name, ascii, _, _, _, _, _, country, _, _, _, _, _, people, ..] = fields[..] else { continue };
        let people: f64 = people.parse().unwrap_or(0.0);
        for name in [name, ascii] {
            add(&mut towns, name, country, people);
        }
    }
    for line in read(&order.dump, "admin2Codes.txt")?.lines().filter(|l| l.starts_with("US.")) {
        let name = line.split('\t').nth(1).unwrap_or_default();
        add(&mut towns, name, "US", COUNTY);
    }
    let mut out =
        String::from("# Towns of 500 people and more, and American counties. GeoNames (geonames.org), CC BY 4.0.\n");
    for (name, countries) in &towns {
        let mut largest: Vec<(&String, &f64)> = countries.iter().collect();
        largest.sort_by(|a, b| b.1.total_cmp(a.1).then(a.0.cmp(b.0)));
        let told: String =
            largest.into_iter().map(|(country, people)| format!("{country}{}", letter(*people))).collect();
        out.push_str(&format!("{name}\t{told}\n"));
    }
    let path = root.join("crates/text/data/towns.tsv");
    fs::write(&path, &out).with_context(|| format!("{} cannot be written", path.display()))?;
    println!("{} names, {} bytes: {}", towns.len(), out.len(), path.display());
    Ok(true)
}

fn read(folder: &Path, name: &str) -> Result<String> {
    let path = folder.join(name);
    fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
}

fn add(towns: &mut Towns, name: &str, country: &str, people: f64) {
    if name.is_empty() || name.contains('\t') || country.len() != 2 {
        return;
    }
    let largest = towns.entry(name.to_owned()).or_default().entry(country.to_owned()).or_default();
    *largest = largest.max(people);
}

fn letter(people: f64) -> char {
    // 25 doublings are more people than any town has.
    let doublings = people.max(1.0).log2().round().clamp(0.0, 25.0) as u8;
    char::from(b'a' + doublings)
}
