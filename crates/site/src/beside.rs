//! What stands beside every page's own matter: the rail, the sectors and countries of its frame, the sources' terms. Read once for all
//! pages in an edition and a language, and again after any change or when it is as old as a rail may be.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use news::{Lang, Sector, SourceId, StoryId, Time, source::NewSource};

use crate::{
    FooterGroup,
    card::Card,
    frame::{self, Item},
    rail::{self, PieceCard},
    site::Ask,
    words,
};

/// Countries named in the footer; the rest stand on `/countries`.
const COUNTRIES: usize = 8;
/// Editions times languages remembered; a house has few.
const REMEMBERED: usize = 64;

/// Everything beside a page.
pub struct Beside {
    clock: u64,
    made: Time,
    /// Most read, best first; one more than a rail shows, which may be the page's own.
    pub trending: Vec<Arc<Card>>,
    /// Newest first, some more than a rail shows.
    pub newest: Vec<Arc<Card>>,
    /// Opinion, blog, interview.
    pub pieces: Vec<Arc<PieceCard>>,
    /// Every source on its terms.
    pub sources: HashMap<SourceId, NewSource>,
    /// Sectors that have stories.
    pub sectors: Vec<Sector>,
    /// Countries that have the most stories, for the footer.
    pub countries: Arc<[Item]>,
    /// Groups of links that the house set for its footer, in the page's words where we have them.
    pub footer: Arc<[FooterGroup]>,
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
        self.ties.pieces_beside();
        Ok(beside)
    }
}

fn shared(cards: Vec<Card>) -> Vec<Arc<Card>> {
    cards.into_iter().map(Arc::new).collect()
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
        trending: shared(Card::all(ask, trending, lang)?),
        newest: shared(Card::all(ask, newest, lang)?),
        pieces: pieces.iter().map(|p| Arc::new(PieceCard::of(ask, p, lang))).collect(),
        sources: store::source::list(ask.c)?.into_iter().map(|s| (s.id, s.terms)).collect(),
        sectors: match ask.edition {
            Some(edition) => store::list::sectors_of(ask.c, &crate::edition::audience(edition))?,
            None => store::list::sectors(ask.c)?.into_iter().map(|(sector, _)| sector).collect(),
        },
        countries: countries.iter().take(COUNTRIES).map(|(c, ..)| frame::country(*c, lang)).collect(),
        footer: frame::footer(&ask.site.house, words::of(lang)).into(),
    })
}

impl Beside {
    /// The most read of them that are not the page's own.
    pub fn trending_without(&self, here: Option<StoryId>) -> Vec<Arc<Card>> {
        self.trending.iter().filter(|c| Some(c.id) != here).take(rail::TRENDING).cloned().collect()
    }
}
