//! What a page shows, so that a change finds the pages that it concerns.

use std::{
    collections::HashSet,
    hash::{DefaultHasher, Hash, Hasher},
};

use news::{Country, Lang, Sector, StoryId, Time};
use store::list::Filter;

use super::stamp::SLOTS;

/// A thing that a page can show.
#[derive(Clone, Debug, Hash, PartialEq, Eq)]
pub enum Tie {
    /// The story's own pages: article, evidence, document, earlier versions, picture.
    Own(StoryId),
    /// The story as a card of any page.
    Shown(StoryId),
    /// Lists of everything.
    All,
    /// Lists of a sector.
    Sector(Sector),
    /// Lists of what was filed from a country.
    FiledFrom(Country),
    /// Lists of what is about a country.
    About(Country),
    /// Lists of a language, by its primary tag.
    Lang(String),
    /// The list of corrections.
    Corrections,
    /// A file of the sitemap, by its number.
    Sitemap(i64),
    /// Pieces: their pages, pictures and lists. They are few and seldom change, so all have one tie.
    Pieces,
}

/// What a page shows.
#[derive(Clone, Debug, Default)]
pub struct Ties {
    /// Change with these: the page's own story, its lists, the cards on them.
    lives_on: HashSet<Tie>,
    /// Stories anywhere on it, beside its own matter too.
    shown: HashSet<Tie>,
    /// When the oldest part of it was read, where that was before the page was made.
    pub oldest: Option<Time>,
}

/// The same as places in the tables of stamps.
#[derive(Clone, Debug, Default)]
pub struct Slots {
    /// Any change of these voids the page.
    pub lives_on: Box<[u32]>,
    /// A correction or kill of these voids the page.
    pub shown: Box<[u32]>,
}

impl Tie {
    /// Its place in the tables.
    pub fn slot(&self) -> u32 {
        let mut hasher = DefaultHasher::new();
        self.hash(&mut hasher);
        (hasher.finish() % SLOTS as u64) as u32
    }

    /// The list that a filter makes. One tie suffices, and the narrowest is struck least often; a list of several values
    /// hangs on the list of everything.
    pub fn list(filter: &Filter) -> Self {
        let Filter { sector, filed_from, about, lang, audience, source, drafter, .. } = filter;
        if let Some(audience) = audience {
            return Self::lang(&audience.lang);
        }
        if source.is_some() || drafter.is_some() {
            return Self::All;
        }
        match (about, filed_from, sector, lang) {
            (Some(country), ..) => Self::About(*country),
            (_, Some(country), ..) => Self::FiledFrom(*country),
            (_, _, Some(sector), _) => Self::Sector(sector.clone()),
            (.., Some(lang)) => Self::lang(lang),
            _ => Self::All,
        }
    }

    /// Lists of that language.
    pub fn lang(lang: &Lang) -> Self {
        Self::Lang(lang.primary().to_owned())
    }
}

impl Ties {
    /// Of a page that any change may concern.
    pub fn of_everything() -> Self {
        let mut ties = Self::default();
        ties.list(Tie::All);
        ties
    }

    /// The page is this story's own.
    pub fn own(&mut self, story: StoryId) {
        self.lives_on.insert(Tie::Own(story));
        self.shown.insert(Tie::Own(story));
    }

    /// The page is, or holds, this list.
    pub fn list(&mut self, list: Tie) {
        self.lives_on.insert(list);
    }

    /// The page is this file of the sitemap: it names stories, and no withdrawn one.
    pub fn file(&mut self, file: i64) {
        self.lives_on.insert(Tie::Sitemap(file));
        self.shown.insert(Tie::Sitemap(file));
    }

    /// The page is a piece's, or lists pieces.
    pub fn pieces(&mut self) {
        self.lives_on.insert(Tie::Pieces);
        self.shown.insert(Tie::Pieces);
    }

    /// Pieces beside the page's own matter, which may be as old as the rail.
    pub fn pieces_beside(&mut self) {
        self.shown.insert(Tie::Pieces);
    }

    /// Something on the page is as old as this.
    pub fn as_old_as(&mut self, made: Time) {
        self.oldest = Some(self.oldest.map_or(made, |oldest| oldest.min(made)));
    }

    /// A card of the page's own matter.
    pub fn card(&mut self, story: StoryId) {
        self.lives_on.insert(Tie::Shown(story));
        self.shown.insert(Tie::Shown(story));
    }

    /// A card beside the page's own matter, which may be as old as the rail.
    pub fn beside(&mut self, story: StoryId) {
        self.shown.insert(Tie::Shown(story));
    }

    /// As places in the tables.
    pub fn slots(&self) -> Slots {
        let of = |ties: &HashSet<Tie>| {
            let mut slots: Vec<u32> = ties.iter().map(Tie::slot).collect();
            slots.sort_unstable();
            slots.dedup();
            slots.into_boxed_slice()
        };
        Slots { lives_on: of(&self.lives_on), shown: of(&self.shown) }
    }
}
