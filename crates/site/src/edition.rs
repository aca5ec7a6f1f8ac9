//! Editions: an audience with a home, lists, feeds, a language and a zone of its own.

use jiff::tz::TimeZone;
use news::{Country, Lang, Sector};
use store::list::{Audience, Card, Filter};

use crate::site::Ask;

/// An edition. A story is in it when it is in the edition's language and, where countries or sectors are named, about or filed
/// from one of these countries and in one of these sectors.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// What its lists hold. Stories have primary languages, so it asks for one.
    pub fn audience(&self) -> Audience {
        let lang = Lang::new(self.lang.primary());
        Audience { lang, countries: self.countries.clone(), sectors: self.sectors.clone() }
    }

    /// Whether a story is in it.
    pub fn holds(&self, card: &Card) -> bool {
        let here = |country: &Country| card.about.contains(country) || card.filed_from == Some(*country);
        card.lang.primary() == self.lang.primary()
            && (self.countries.is_empty() || self.countries.iter().any(here))
            && (self.sectors.is_empty() || self.sectors.contains(&card.sector))
    }

    /// `en`, or `en-IN` for an edition of one country, as `hreflang` wants it.
    pub fn hreflang(&self) -> String {
        match self.countries.as_slice() {
            [country] => format!("{}-{country}", self.lang.primary()),
            _ => self.lang.tag().to_owned(),
        }
    }
}

impl<'a> Ask<'a> {
    /// From here on the question is asked in that edition.
    pub fn enter(&mut self, edition: &'a Edition) {
        self.edition = Some(edition);
        self.zone = TimeZone::get(&edition.zone).unwrap_or(TimeZone::UTC);
    }

    /// The language of lists: the edition's, else the house's.
    pub fn lang(&self) -> Lang {
        self.edition.map_or(&self.site.house.lang, |e| &e.lang).clone()
    }

    /// The address of a list in the edition: `/fr/latest`; in the whole house it stays as it is.
    pub fn path(&self, path: &str) -> String {
        match (self.edition, path) {
            (None, path) => path.to_owned(),
            (Some(edition), "/") => format!("/{}", edition.slug),
            (Some(edition), path) => format!("/{}{path}", edition.slug),
        }
    }

    /// All stories of the edition, or of the house.
    pub fn filter(&self) -> Filter {
        Filter { audience: self.edition.map(Edition::audience), ..Filter::default() }
    }
}
