//! Editions: an audience with a home, lists, feeds, a language and a zone of its own.

use jiff::tz::TimeZone;
use news::{Lang, edition::Edition};
use store::list::{Audience, Filter};

use crate::site::Ask;

/// What an edition's lists hold. Stories have primary languages, so it asks for one.
pub fn audience(edition: &Edition) -> Audience {
    let lang = Lang::new(edition.lang.primary());
    Audience {
        lang,
        countries: edition.countries.clone(),
        sectors: edition.sectors.clone(),
        edition: edition.slug.clone(),
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
        Filter { audience: self.edition.map(audience), ..Filter::default() }
    }
}
