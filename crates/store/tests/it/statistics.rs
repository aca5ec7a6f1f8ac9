//! What was read and done since a moment.

use news::{Lang, Sector, StoryId, Time};
use store::{log, report::Inserted, story, view};

use crate::backend::{NOW, id_of, publish, receive, report, source, tests};

tests! {
    fn views_add_up_by_hour_story_sector_and_language(store, _reopen) {
        let hour = Time(NOW.0 / Time::HOUR_MS * Time::HOUR_MS);
        let before = hour.plus_ms(-Time::HOUR_MS);
        let (one, two, three) = store.write(move |c| {
            let sector = |slug: &str| Sector::new(slug).unwrap();
            let one = publish(c, "One", 0, |s| s.sector = sector("health"));
            let two = publish(c, "Two", 1, |s| (s.sector, s.lang) = (sector("health"), Lang::new("fr")));
            let three = publish(c, "Three", 2, |s| s.sector = sector("politics"));
            view::add(c, &[(one, before.plus_ms(-1), 100), (one, before, 2), (two, hour, 4), (three, hour, 3)])?;
            view::add(c, &[(one, hour.plus_ms(7), 2), (two, before.plus_ms(7), 1)])?;
            Ok((one, two, three))
        }).unwrap();
        assert_eq!(store.read(|c| view::by_hour(c, before)).unwrap(), [(before, 3), (hour, 9)]);
        assert_eq!(store.read(|c| view::by_hour(c, hour.plus_ms(1))).unwrap(), []);
        let top = |since, limit| {
            let top = store.read(|c| view::top(c, since, limit)).unwrap();
            top.into_iter().map(|s| (s.id, s.views)).collect::<Vec<_>>()
        };
        assert_eq!(top(before, 9), [(two, 5), (one, 4), (three, 3)]);
        assert_eq!((top(before, 1), top(Time(0), 1)), (vec![(two, 5)], vec![(one, 104)]));
        let first = store.read(|c| view::top(c, before, 1)).unwrap().remove(0);
        assert_eq!((first.headline.as_str(), first.sector.slug(), first.lang.tag()), ("Two", "health", "fr"));
        let shelves = store.read(|c| view::by_shelf(c, before)).unwrap();
        let shelves: Vec<_> = shelves.iter().map(|s| (s.sector.slug(), s.lang.tag(), s.views)).collect();
        assert_eq!(shelves, [("health", "en", 4), ("health", "fr", 5), ("politics", "en", 3)]);
    }

    fn acts_count_once_a_story_and_only_since_then(store, _reopen) {
        let entry = |at: i64, who: &str, act: &str, story: i64| log::Entry {
            at: NOW.plus_ms(at),
            who: who.into(),
            act: act.into(),
            thing: "story".into(),
            thing_id: story,
            reason: "x".into(),
        };
        store.write(move |c| {
            for (at, who, act, story) in [
                (-1, "policy", "publish", 1),
                (-1, "Ida", "publish", 2),
                (0, "policy", "publish", 3),
                (1, "Ida", "publish", 4),
                (2, "policy", "update", 3),
                (3, "Ida", "update", 3),
                (4, "Ida", "update", 3),
                (5, "Ida", "claim", 3),
                (6, "wire", "kill", 1),
            ] {
                log::add(c, &entry(at, who, act, story))?;
            }
            Ok(())
        }).unwrap();
        let acts = |since: i64| {
            let acts = store.read(|c| log::acts_since(c, NOW.plus_ms(since), "policy")).unwrap();
            let mut acts: Vec<_> = acts.into_iter().map(|a| (a.act, a.stories, a.by_it, a.by_others)).collect();
            acts.sort();
            acts
        };
        let want = |act: &str, stories, by_it, by_others| (act.to_owned(), stories, by_it, by_others);
        assert_eq!(acts(0), [want("kill", 1, 0, 1), want("publish", 2, 1, 1), want("update", 1, 1, 1)]);
        assert_eq!(acts(-1)[1], want("publish", 4, 2, 2));
        assert_eq!(acts(7), []);
    }

    fn the_median_is_from_the_first_version_of_the_first_report(store, _reopen) {
        assert_eq!(store.read(|c| story::median_ms_to_out(c, Time(0))).unwrap(), None);
        let out = |first: i64, newer: Option<i64>, out: i64| {
            store.write(move |c| {
                let source = source(c, "one");
                let guid = format!("{first} {out}");
                let mut report_id = id_of(receive(c, source, &report(&guid, "It rained."), first));
                if let Some(at) = newer {
                    let newer = receive(c, source, &report(&guid, "It rained again."), at);
                    assert!(matches!(newer, Inserted::NewVersion { .. }), "{newer:?}");
                    report_id = id_of(newer);
                }
                let id: StoryId = publish(c, "Rain", out, |_| ());
                story::attach(c, id, report_id, "new", 1.0, NOW)?;
                Ok(id)
            }).unwrap()
        };
        let median = |since: i64| {
            let since = NOW.plus_ms(since * Time::MINUTE_MS);
            store.read(|c| story::median_ms_to_out(c, since)).unwrap().map(|ms| ms / Time::MINUTE_MS)
        };
        out(0, Some(90), 10);
        assert_eq!(median(0), Some(10), "the newer version came after the page");
        out(0, None, 20);
        assert_eq!(median(0), Some(15));
        out(0, None, 500);
        assert_eq!((median(0), median(20), median(21), median(501)), (Some(20), Some(260), Some(500), None));
    }
}
