//! Editions, menu and the sectors in it: how a house is arranged for its readers.

use serde::{Deserialize, Serialize};

use crate::{
    Country, Lang, Sector,
    story::{Placed, Story},
};

/// An audience with a home, lists and feeds of its own. A story is in it when it is in the edition's language and, where countries
/// or sectors are named, about or filed from one of these countries and in one of these sectors;
/// people may put one in that is not, or keep one out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Its home is `/{slug}`.
    pub slug: String,
    /// Its name, in its own language.
    pub name: String,
    /// Language of its stories and of its pages' furniture.
    pub lang: Lang,
    /// IANA zone of the times on its pages.
    pub zone: String,
    /// Empty for all.
    pub countries: Vec<Country>,
    /// Empty for all.
    pub sectors: Vec<Sector>,
}

impl Edition {
    /// Whether a story is in it.
    pub fn holds(&self, story: &Standing<'_>) -> bool {
        let here = |country: &Country| story.about.contains(country) || story.filed_from == Some(*country);
        let said = story.placed.iter().find(|place| place.edition == self.slug).map(|place| place.inside);
        let by_itself = || {
            (self.countries.is_empty() || self.countries.iter().any(here))
                && (self.sectors.is_empty() || self.sectors.contains(story.sector))
        };
        story.lang.primary() == self.lang.primary() && said.unwrap_or_else(by_itself)
    }

    /// `en`, or `en-IN` for an edition of one country, as `hreflang` wants it.
    pub fn hreflang(&self) -> String {
        match self.countries.as_slice() {
            [country] => format!("{}-{country}", self.lang.primary()),
            _ => self.lang.tag().to_owned(),
        }
    }

    /// What of it a change may change, in words: for the log.
    pub fn told(&self) -> [(&'static str, String); 6] {
        let listed = |list: Vec<String>| if list.is_empty() { "all".to_owned() } else { list.join(", ") };
        [
            ("address", format!("/{}", self.slug)),
            ("name", format!("“{}”", self.name)),
            ("language", self.lang.to_string()),
            ("zone", self.zone.clone()),
            ("countries", listed(self.countries.iter().map(ToString::to_string).collect())),
            ("sectors", listed(self.sectors.iter().map(ToString::to_string).collect())),
        ]
    }
}

/// What of a story says in which editions it is.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'a> {
    /// Its language.
    pub lang: &'a Lang,
    /// Its sector.
    pub sector: &'a Sector,
    /// Its dateline's country.
    pub filed_from: Option<Country>,
    /// Its subject countries.
    pub about: &'a [Country],
    /// What people said.
    pub placed: &'a [Placed],
}

impl<'a> Standing<'a> {
    /// Of a story as it is.
    pub fn of(story: &'a Story) -> Self {
        let Story { lang, sector, filed_from, about, placed, .. } = story;
        Self { lang, sector, filed_from: *filed_from, about, placed }
    }
}

/// A link with its words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Words.
    pub name: String,
    /// `https://…` or a path of this site.
    pub url: String,
}

/// How a house is arranged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// Audiences with a home of their own.
    pub editions: Vec<Edition>,
    /// Links beside the sectors in the menu.
    pub menu: Vec<Link>,
    /// The sectors of the menu in their order, as far as they have stories; `None` for all of them in the order of the list.
    pub sectors: Option<Vec<Sector>>,
}

/// What people at the desk arranged. It stands over the settings, part by part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Arranged {
    /// In place of the settings' editions.
    pub editions: Option<Vec<Edition>>,
    /// In place of the settings' links.
    pub menu: Option<Vec<Link>>,
    /// Which sectors the menu has, in this order.
    pub sectors: Option<Vec<Sector>>,
}

impl Arrangement {
    /// With what people arranged laid over it.
    pub fn with(&self, over: Arranged) -> Self {
        Self {
            editions: over.editions.unwrap_or_else(|| self.editions.clone()),
            menu: over.menu.unwrap_or_else(|| self.menu.clone()),
            sectors: over.sectors.or_else(|| self.sectors.clone()),
        }
    }

    /// Whether a story in that language may be put into the edition at `slug` or kept out of it.
    ///
    /// # Errors
    /// Why not, in a sentence.
    pub fn takes(&self, slug: &str, lang: &Lang) -> Result<(), String> {
        let Some(edition) = self.editions.iter().find(|e| e.slug == slug) else {
            let slugs: Vec<&str> = self.editions.iter().map(|e| e.slug.as_str()).collect();
            let there = if slugs.is_empty() { "none".to_owned() } else { slugs.join(", ") };
            return Err(format!("There is no edition `{slug}`; there are: {there}."));
        };
        match edition.lang.primary() == lang.primary() {
            true => Ok(()),
            false => Err(format!("The edition `{slug}` is in {}, and this story is in {lang}.", edition.lang)),
        }
    }

    /// Sectors that have stories, as the menu has them.
    pub fn in_menu(&self, mut found: Vec<Sector>) -> Vec<Sector> {
        let place = |slug: &str| crate::sector::DEFAULT.iter().position(|(s, ..)| *s == slug).unwrap_or(usize::MAX);
        match &self.sectors {
            Some(order) => order.iter().filter(|sector| found.contains(sector)).cloned().collect(),
            None => {
                found.sort_by_key(|sector| place(sector.slug()));
                found
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sector(slug: &str) -> Sector {
        Sector::new(slug).unwrap()
    }

    #[test]
    fn what_people_arranged_stands_over_the_settings_part_by_part() {
        let link = |name: &str| Link { name: name.into(), url: "/x".into() };
        let settings = Arrangement { menu: vec![link("File")], ..Arrangement::default() };
        assert_eq!(settings.with(Arranged::default()), settings);
        let over = Arranged { menu: Some(vec![]), sectors: Some(vec![sector("health")]), editions: None };
        let arranged = settings.with(over);
        assert!(arranged.menu.is_empty() && arranged.editions == settings.editions);
        let found = || vec![sector("health"), sector("politics"), sector("own")];
        assert_eq!(arranged.in_menu(found()), [sector("health")]);
        assert_eq!(settings.in_menu(found()), [sector("politics"), sector("health"), sector("own")]);
    }
}
