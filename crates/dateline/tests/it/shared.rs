//! Newsrooms on PostgreSQL: one, and several processes' worth of them on one database.

use std::collections::{BTreeMap, BTreeSet};

use dateline::sample::Sample;
use news::{StoryId, stage::Stage};
use testkit::{Postgres, TestNewsroom};

use crate::now;

/// The sample day done by one room.
fn alone(newsroom: &mut TestNewsroom) {
    Sample::new(now()).unwrap().run(&newsroom.room, |_| ()).unwrap();
    newsroom.may_wait = 1;
}

#[test]
fn the_sample_day_has_the_same_pages_on_postgresql() {
    let Some(database) = Postgres::start().unwrap() else { return };
    let mut shared = TestNewsroom::on(now(), database.store().unwrap()).unwrap();
    alone(&mut shared);
    let mut own = TestNewsroom::sample(now()).unwrap();
    own.may_wait = 1;
    let stories = own.store().read(|c| store::story::recent(c, Some(Stage::Published), 3)).unwrap();
    let mut paths = vec!["/".to_owned(), "/sources".into(), "/countries".into(), "/feed.atom".into()];
    paths.extend(stories.iter().map(|s| format!("/article/{}/{}-{}", s.sector, s.id, s.slug)));
    for path in paths {
        let (one, two) = (own.get(&path).unwrap(), shared.get(&path).unwrap());
        assert_eq!((one.status, one.body == two.body), (two.status, true), "{path} differs");
    }
}

/// The reports of each page, by guid, with the page's stage.
fn pages(newsroom: &TestNewsroom) -> BTreeSet<(Vec<String>, &'static str)> {
    let mut pages: BTreeMap<StoryId, Vec<String>> = BTreeMap::new();
    for report in newsroom.store().read(|c| store::report::recent(c, None, 10_000)).unwrap() {
        let story = newsroom.store().read(|c| store::story::of_report(c, report.id)).unwrap();
        if let Some(story) = story {
            pages.entry(story).or_default().push(report.report.guid);
        }
    }
    let stage = |id| newsroom.story(id).unwrap().0.stage.word();
    let sorted = |mut guids: Vec<String>| {
        guids.sort();
        guids
    };
    pages.into_iter().map(|(id, guids)| (sorted(guids), stage(id))).collect()
}

#[test]
fn rooms_that_work_together_make_the_pages_that_one_makes() {
    let Some(database) = Postgres::start().unwrap() else { return };
    let mut rooms = [0; 2].map(|_| TestNewsroom::on(now(), database.store().unwrap()).unwrap());
    let work = |at: news::Time| {
        let due = |store: &store::Store| store.read(store::job::next_due).unwrap().is_some_and(|due| due <= at);
        std::thread::scope(|threads| {
            for newsroom in rooms.iter().chain(&rooms) {
                // A turn that finds nothing may find another's job done a moment later.
                threads.spawn(move || {
                    while due(newsroom.store()) {
                        newsroom.room.until_idle(at).unwrap();
                    }
                });
            }
        });
        Ok(())
    };
    Sample::new(now()).unwrap().run_by(rooms[0].store(), work, |_| ()).unwrap();
    let mut own = TestNewsroom::sample(now()).unwrap();
    own.may_wait = 1;
    assert_eq!(pages(&rooms[0]), pages(&own));
    for newsroom in &mut rooms {
        newsroom.may_wait = 1;
    }
}
