//! Where stories come from: countries and cities as the gazetteer spells them.

use news::Country;

use crate::chance::Chance;

const PLACES: &str = include_str!("../../data/places.tsv");

/// A country and some of its cities.
pub struct Place {
    /// The country.
    pub country: Country,
    /// Its cities, the first most often.
    pub cities: Vec<&'static str>,
}

/// All places, those that most stories come from first.
pub struct Places(Vec<Place>);

impl Places {
    /// Reads the list.
    pub fn new() -> Self {
        let place = |line: &'static str| {
            let (code, cities) = line.split_once('\t')?;
            Some(Place { country: Country::new(code)?, cities: cities.split('|').collect() })
        };
        Self(PLACES.lines().filter_map(place).collect())
    }

    /// A place, by Zipf's law.
    pub fn pick(&self, chance: &mut Chance) -> &Place {
        let at = chance.zipf(self.0.len());
        // The list is never empty: it is compiled in, and a test reads it.
        &self.0[at]
    }
}

impl Default for Places {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gazetteer_knows_every_place() {
        let places = Places::new();
        assert!(places.0.len() > 70);
        let all = places.0.iter().flat_map(|p| p.cities.iter().map(|city| (*city, p.country)));
        let strange: Vec<_> = all.filter(|(city, country)| text::place::locate(city) != Some(*country)).collect();
        assert!(strange.is_empty(), "{strange:?}");
    }
}
