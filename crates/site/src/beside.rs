//! What stands beside every page's own matter: the rail, the sectors and countries of its frame, the sources' terms. Read once for all
//! pages in an edition and a language, and again after any change or when it is as old as a rail may be.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use news::{Country, Lang, Sector, SourceId, StoryId, Time, source::NewSource};

use crate::{
    card::Card,
    rail::{self, PieceCard},
    site::Ask,
};

/// Editions times languages remembered; a house has few.
const REMEMBERED: usize = 64;

/// Everything beside a page.
pub struct Beside {
    clock: u64,
    made: Time,
    /// Most read, best first; one more than a rail shows, which may be the page's own.
    pub trending: Vec<Card>,
    /// Newest first, some more than a rail shows.
    pub newest: Vec<Card>,
    /// Opinion, blog, interview.
    pub pieces: Vec<PieceCard>,
    /// Every source on its terms.
    pub sources: HashMap<SourceId, NewSource>,
    /// Sectors that have stories.
    pub sectors: Vec<Sector>,
    /// Countries that have stories, those with the most first.
    pub countries: Vec<Country>,
}

/// What was read last, by edition and language.
#[derive(Default)]
pub struct Shelf(Mutex<HashMap<(String, String), Arc<Beside>>>);

impl Shelf {
    /// What was read when the clock stood at `clock` and is no older than `max_age_ms`.
    fn get(&self, key: &(String, String), clock: u64, now: Time, max_age_ms: i64) -> Option<Arc<Beside>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(key).filter(|b| b.clock == clock && now.since_ms(b.made) <= max_age_ms).cloned()
    }

    fn put(&self, key: (String, String), beside: Arc<Beside>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= REMEMBERED {
            kept.clear();
        }
        kept.insert(key, beside);
    }
}

impl Ask<'_> {
    /// What stands beside a page in `lang`.
    pub fn beside_page(&mut self, lang: &Lang) -> store::Result<Arc<Beside>> {
        let edition = self.edition.map(|e| e.slug.clone()).unwrap_or_default();
        let key = (edition, lang.primary().to_owned());
        // What was made after this page's snapshot may know of more than the page; it never knows of less.
        let clock = self.site.cache.stamps.clock();
        let beside = match self.site.shelf.get(&key, clock, self.now, self.site.cache.max_age_ms()) {
            Some(beside) => beside,
            None => {
                let beside = Arc::new(self.beside(|ask| read(ask, lang))?);
                self.site.shelf.put(key, beside.clone());
                beside
            }
        };
        self.ties.as_old_as(beside.made);
        for card in beside.trending.iter().chain(&beside.newest) {
            self.ties.beside(card.id);
        }
        Ok(beside)
    }
}

fn read(ask: &mut Ask<'_>, lang: &Lang) -> store::Result<Beside> {
    let trending = rail::trending(ask, rail::TRENDING + 1)?.into_iter().map(|(card, _)| card).collect();
    let filter = ask.filter();
    let newest = ask.latest(&filter, rail::LATEST + 3)?;
    let pieces = rail::pieces(ask, rail::PIECES)?;
    let mut countries = store::list::countries(ask.c)?;
    countries.sort_by_key(|(code, from, about)| (std::cmp::Reverse(from + about), *code));
    Ok(Beside {
        clock: ask.born,
        made: ask.now,
        trending: Card::all(ask, trending, lang)?,
        newest: Card::all(ask, newest, lang)?,
        pieces: pieces.iter().map(|p| PieceCard::of(ask, p, lang)).collect(),
        sources: store::source::list(ask.c)?.into_iter().map(|s| (s.id, s.terms)).collect(),
        sectors: match ask.edition {
            Some(edition) => store::list::sectors_of(ask.c, &edition.audience())?,
            None => store::list::sectors(ask.c)?.into_iter().map(|(sector, _)| sector).collect(),
        },
        countries: countries.into_iter().map(|(country, ..)| country).collect(),
    })
}

impl Beside {
    /// The most read of them that are not the page's own.
    pub fn trending_without(&self, here: Option<StoryId>) -> Vec<Card> {
        self.trending.iter().filter(|c| Some(c.id) != here).take(rail::TRENDING).cloned().collect()
    }
}
