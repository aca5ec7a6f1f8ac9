//! Editions and menu as the settings have them.

use news::{
    Country, Lang, Sector,
    edition::{Arrangement, Edition, Link},
};
use toml::Spanned;

use super::Config;

impl Config {
    /// Editions and menu; an edition has the house's zone where it names none of its own.
    pub fn arrangement(&self) -> Arrangement {
        let zone = self.house.zone.get_ref();
        let link = |l: &super::Link| Link { name: l.name.clone(), url: l.url.get_ref().clone() };
        Arrangement {
            editions: self.edition.iter().map(|e| edition(e, zone)).collect(),
            menu: self.menu.iter().map(link).collect(),
            sectors: None,
        }
    }
}

fn edition(edition: &super::Edition, zone: &str) -> Edition {
    let values = |list: &[Spanned<String>]| list.iter().map(|v| v.get_ref().clone()).collect::<Vec<_>>();
    Edition {
        slug: edition.slug.get_ref().clone(),
        name: edition.name.get_ref().clone(),
        lang: Lang::new(edition.language.get_ref()),
        zone: edition.zone.as_ref().map_or(zone, |z| z.get_ref()).to_owned(),
        countries: values(&edition.countries).iter().filter_map(|c| Country::new(c)).collect(),
        sectors: values(&edition.sectors).iter().filter_map(|s| Sector::new(s)).collect(),
    }
}
