//! Keeps the page cache in step with the store: each published change voids the pages that it concerns.

use std::sync::{PoisonError, atomic::Ordering};

use news::{StoryId, edition::Arranged, story::Story};
use store::{change::Change, piece};

use crate::{cache::tie::Tie, site::Site, sitemap};

/// Changes followed one by one; after more than so many at once (the store was away) every page goes.
const ONE_BY_ONE: usize = 500;

/// What happened since the cache last looked.
enum Since {
    Nothing,
    Changes(Vec<(Change, Known)>),
    /// Too much, another history, or another arrangement of the house: the newest number.
    Everything(i64, Arranged),
}

/// What the store says of a changed story.
enum Known {
    Story(Box<Story>),
    /// There is none.
    Nothing,
    /// Another version of Dateline wrote something that this one cannot read: nobody knows which lists it is in.
    Unreadable,
}

impl Site {
    /// Follows what a commit of this process has published, before it is acknowledged. What cannot be read cannot be
    /// followed: then every page goes, for one of them may show what was withdrawn.
    pub(crate) fn catch_up_or_forget(&self) {
        if !self.catch_up() {
            self.cache.stamps.strike_all();
            self.cache.sweep();
        }
    }

    /// Follows what was published since the last call. Called by the store after each commit and before the act is
    /// acknowledged, and every few milliseconds for what other processes publish; cheap when there is nothing.
    /// False when the store did not answer.
    pub fn catch_up(&self) -> bool {
        let _turn = self.following.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = self.seen.load(Ordering::Acquire);
        match self.since(seen) {
            Ok(since) => {
                if self.away.swap(false, Ordering::Relaxed) {
                    tracing::info!("the store answers again");
                }
                self.follow(since);
                self.cache.followed((self.clock)());
                true
            }
            Err(error) => {
                if !self.away.swap(true, Ordering::Relaxed) {
                    tracing::error!("the store does not answer, finished pages are shown meanwhile: {error}");
                }
                false
            }
        }
    }

    fn since(&self, seen: i64) -> store::Result<Since> {
        self.store.read(|c| {
            let last = store::change::last(c)?;
            if last == seen {
                return Ok(Since::Nothing);
            }
            let changes = store::change::after(c, seen, ONE_BY_ONE + 1)?;
            if changes.len() > ONE_BY_ONE || last < seen || changes.iter().any(|c| c.what == store::arranged::CHANGED) {
                return Ok(Since::Everything(last, store::arranged::get(c)?));
            }
            let mut known = Vec::with_capacity(changes.len());
            for change in changes {
                let story = match store::story::by_id(c, change.story) {
                    Ok(story) => story.map_or(Known::Nothing, |story| Known::Story(Box::new(story))),
                    Err(error) if error.is_away() => return Err(error),
                    Err(error) => {
                        tracing::warn!(story = %change.story, "every page is made anew: {error}");
                        Known::Unreadable
                    }
                };
                known.push((change, story));
            }
            Ok(Since::Changes(known))
        })
    }

    fn follow(&self, since: Since) {
        match since {
            Since::Nothing => {}
            Since::Everything(last, arranged) => {
                self.arrange(arranged);
                self.cache.stamps.strike_all();
                self.cache.sweep();
                self.seen.store(last, Ordering::Release);
            }
            Since::Changes(changes) => {
                let (mut changed, mut withdrawn) = (Vec::new(), Vec::new());
                for (change, story) in &changes {
                    self.meter.changes.add();
                    if !matches!(change.what.as_str(), piece::CHANGED | piece::WITHDRAWN) {
                        changed.extend(lists(change.story, story).iter().map(Tie::slot));
                    }
                    match change.what.as_str() {
                        "publish" | "update" => {}
                        piece::CHANGED => changed.push(Tie::Pieces.slot()),
                        piece::WITHDRAWN => {
                            changed.push(Tie::Pieces.slot());
                            withdrawn.push(Tie::Pieces.slot());
                        }
                        _ => {
                            changed.push(Tie::Corrections.slot());
                            let file = Tie::Sitemap(sitemap::file_of(change.story));
                            let ties = [Tie::Own(change.story), Tie::Shown(change.story), file];
                            withdrawn.extend(ties.map(|tie| tie.slot()));
                        }
                    }
                }
                self.cache.stamps.strike(&changed, &withdrawn);
                if changes.iter().any(|(_, story)| matches!(story, Known::Unreadable)) {
                    self.cache.stamps.strike_all();
                }
                if !withdrawn.is_empty() {
                    self.cache.sweep();
                }
                let last = changes.iter().map(|(change, _)| change.n).max();
                self.seen.fetch_max(last.unwrap_or(0), Ordering::AcqRel);
            }
        }
    }
}

/// The story's own pages, the pages that list it now, and those that listed it before: they show its card.
fn lists(id: StoryId, story: &Known) -> Vec<Tie> {
    let mut ties = vec![Tie::Own(id), Tie::Shown(id), Tie::All, Tie::Sitemap(sitemap::file_of(id))];
    if let Known::Story(story) = story {
        ties.push(Tie::Sector(story.sector.clone()));
        ties.push(Tie::lang(&story.lang));
        ties.extend(story.filed_from.map(Tie::FiledFrom));
        ties.extend(story.about.iter().copied().map(Tie::About));
    }
    ties
}
