//! Towns of 500 people and more, and American counties: which countries have one of that name, and how large it is there. From
//! GeoNames (geonames.org, CC BY 4.0) by `cargo xtask towns`; read where it lies, nothing is unpacked.

use news::Country;

/// Lines `name TAB` country and size as a letter, again and again; in the order of their bytes.
const TOWNS: &str = include_str!("../../data/towns.tsv");

/// The countries that have a town of that name, the largest town first, each with the size as a power of two.
pub fn of(name: &str) -> Vec<(Country, f64)> {
    let Some(line) = line(name) else { return Vec::new() };
    let told = line.as_bytes().chunks_exact(3).filter_map(|three| {
        let code = std::str::from_utf8(three.get(..2)?).ok()?;
        Some((Country::new(code)?, f64::from(three.get(2)?.saturating_sub(b'a'))))
    });
    told.collect()
}

/// What stands behind the name, by halving.
fn line(name: &str) -> Option<&'static str> {
    let (mut low, mut high) = (TOWNS.find('\n')? + 1, TOWNS.len());
    while low < high {
        let middle = low + (high - low) / 2;
        // A multi-byte letter never holds a line break, so bytes can be looked through.
        let bytes = TOWNS.as_bytes();
        let start = bytes.get(..middle)?.iter().rposition(|b| *b == b'\n').map_or(low, |at| (at + 1).max(low));
        let end = bytes.get(start..)?.iter().position(|b| *b == b'\n').map_or(TOWNS.len(), |at| start + at);
        let (found, told) = TOWNS.get(start..end)?.split_once('\t')?;
        match found.as_bytes().cmp(name.as_bytes()) {
            std::cmp::Ordering::Equal => return Some(told),
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found_under_its_name() {
        let lines = TOWNS.lines().skip(1);
        for line in lines.step_by(997) {
            let (name, told) = line.split_once('\t').unwrap();
            assert_eq!(of(name).len(), told.len() / 3, "{name}");
        }
        let (first, last) = (TOWNS.lines().nth(1).unwrap(), TOWNS.lines().last().unwrap());
        for line in [first, last] {
            assert!(!of(line.split_once('\t').unwrap().0).is_empty(), "{line}");
        }
        assert!(of("Nowhere at all").is_empty() && of("").is_empty());
    }

    #[test]
    fn the_largest_leads() {
        let paris: Vec<String> = of("Paris").iter().map(|(c, _)| c.to_string()).collect();
        assert_eq!(paris, ["FR", "US", "CA"]);
        assert_eq!(of("Laurel County").len(), 1);
    }
}
