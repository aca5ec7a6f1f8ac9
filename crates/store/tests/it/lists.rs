//! What the public pages list, and that they walk an index for it.

use news::story::Picture;
use news::{Country, Hash, Lang, Sector, StoryId, Time, label::Involvement, stage::Stage};
use store::list::{self, Filter};
use store::{Conn, Store, story};

use crate::backend::{NOW, publish, tests};

fn country(code: &str) -> Country {
    Country::new(code).unwrap()
}

fn sector(slug: &str) -> Sector {
    Sector::new(slug).unwrap()
}

/// Twelve published stories a minute apart, in sectors, countries and languages by turns; and three that are not out.
fn fill(store: &Store) -> Vec<StoryId> {
    store
        .write(|c| {
            let ids = (0..12)
                .map(|n| {
                    publish(c, &format!("Story {n}"), n / 2, |story| {
                        story.sector = sector(["politics", "health"][n as usize % 2]);
                        story.filed_from = [Some(country("FR")), None, Some(country("ML"))][n as usize % 3];
                        story.about = if n % 4 == 0 { vec![country("ML"), country("FR")] } else { vec![country("IN")] };
                        story.lang = Lang::new(if n == 5 { "fr" } else { "en" });
                        story.noindex = n == 3;
                    })
                })
                .collect();
            for stage in [Stage::Drafted, Stage::Held, Stage::Killed] {
                publish(c, "Secret", 99, |story| {
                    story.stage = stage;
                    story.sector = sector("politics");
                    story.about = vec![country("ML")];
                    story.filed_from = Some(country("FR"));
                });
            }
            Ok(ids)
        })
        .unwrap()
}

fn ids(store: &Store, filter: Filter, limit: usize) -> Vec<i64> {
    store.read(|c| Ok(list::latest(c, &filter, limit)?.into_iter().map(|card| card.id.0).collect())).unwrap()
}

tests! {
    fn lists_hold_published_stories_only_newest_first(store, _reopen) {
        fill(&store);
        assert_eq!(ids(&store, Filter::default(), 99), (1..=12).rev().collect::<Vec<_>>());
        let of = |filter| ids(&store, filter, 99);
        assert_eq!(of(Filter { sector: Some(sector("politics")), ..Filter::default() }), [11, 9, 7, 5, 3, 1]);
        assert_eq!(of(Filter { filed_from: Some(country("FR")), ..Filter::default() }), [10, 7, 4, 1]);
        assert_eq!(of(Filter { about: Some(country("ML")), ..Filter::default() }), [9, 5, 1]);
        assert_eq!(of(Filter { lang: Some(Lang::new("fr")), ..Filter::default() }), [6]);
        let both = Filter { about: Some(country("ML")), filed_from: Some(country("FR")), ..Filter::default() };
        assert_eq!(of(both), [1]);
        let health = Filter { filed_from: Some(country("FR")), sector: Some(sector("health")), ..Filter::default() };
        assert_eq!(of(health), [10, 4]);
    }

    fn pages_follow_each_other_without_gap_or_repeat(store, _reopen) {
        fill(&store);
        let filters = [
            Filter::default(),
            Filter { sector: Some(sector("health")), ..Filter::default() },
            Filter { filed_from: Some(country("FR")), ..Filter::default() },
            Filter { about: Some(country("IN")), ..Filter::default() },
            Filter { lang: Some(Lang::en()), ..Filter::default() },
        ];
        for filter in filters {
            let whole = ids(&store, filter.clone(), 99);
            let (mut paged, mut before) = (Vec::new(), None);
            loop {
                let page = store.read(|c| list::latest(c, &Filter { before, ..filter.clone() }, 2)).unwrap();
                let Some(last) = page.last() else { break };
                before = Some((last.updated, last.id));
                paged.extend(page.iter().map(|card| card.id.0));
            }
            assert_eq!(paged, whole, "{filter:?}");
        }
    }

    fn cards_come_in_the_order_asked_and_without_the_unpublished(store, _reopen) {
        fill(&store);
        let asked = [StoryId(7), StoryId(14), StoryId(2), StoryId(999)];
        let got: Vec<_> = store.read(|c| list::cards(c, &asked)).unwrap().into_iter().map(|card| card.id.0).collect();
        assert_eq!(got, [7, 2]);
    }

    fn a_card_carries_the_live_revision_and_the_picture(store, _reopen) {
        let picture = Picture {
            blob: Hash::of(b"svg"), media_type: "image/svg+xml".into(), width: 1200, height: 675, alt: "a map".into(),
            caption: "The flood".into(), credit: String::new(), involvement: Involvement::Procedural,
            digital_source_type: Involvement::Procedural.digital_source_type().into(),
        };
        let want = picture.clone();
        let id = store.write(move |c| {
            let id = publish(c, "Flood", 0, |_| ());
            let draft = news::revision::Draft { summary: "It rained.".into(), headline: "Flood".into(), ..Default::default() };
            let live = store::revision::insert(c, id, &draft, Hash::of(b"1"), "extract", "", NOW)?;
            let mut story = story::by_id(c, id)?.unwrap();
            (story.live, story.picture) = (Some(live), Some(picture.clone()));
            story::update(c, &story)?;
            Ok(id)
        }).unwrap();
        let card = store.read(|c| list::cards(c, &[id])).unwrap().remove(0);
        assert_eq!((card.summary.as_str(), card.drafter.as_str(), card.picture), ("It rained.", "extract", Some(want)));
    }

    fn related_needs_two_shared_terms_and_ranks_by_shared_weight(store, _reopen) {
        fill(&store);
        store.write(|c| {
            let terms = |list: &[(&str, f64)]| list.iter().map(|(t, w)| ((*t).to_owned(), *w)).collect::<Vec<_>>();
            story::set_terms(c, StoryId(1), &terms(&[("mali", 2.0), ("fuel", 3.0), ("convoy", 1.0)]))?;
            story::set_terms(c, StoryId(2), &terms(&[("mali", 9.0)]))?;
            story::set_terms(c, StoryId(3), &terms(&[("mali", 1.0), ("fuel", 1.0)]))?;
            story::set_terms(c, StoryId(4), &terms(&[("mali", 1.0), ("fuel", 1.0), ("convoy", 1.0)]))?;
            // Killed: never listed.
            story::set_terms(c, StoryId(15), &terms(&[("mali", 9.0), ("fuel", 9.0)]))
        }).unwrap();
        let related: Vec<_> =
            store.read(|c| list::related(c, StoryId(1), 9)).unwrap().into_iter().map(|(card, w)| (card.id.0, w)).collect();
        assert_eq!(related, [(4, 6.0), (3, 5.0)]);
    }

    fn sectors_countries_and_sitemap_count_published_stories(store, _reopen) {
        fill(&store);
        assert_eq!(store.read(list::sectors).unwrap(), [(sector("health"), 6), (sector("politics"), 6)]);
        let countries = store.read(list::countries).unwrap();
        assert_eq!(countries, [(country("FR"), 4, 3), (country("IN"), 0, 9), (country("ML"), 4, 3)]);
        let map: Vec<_> = store.read(|c| list::sitemap(c, StoryId(3), StoryId(7))).unwrap().into_iter().map(|row| row.0.0).collect();
        assert_eq!(map, [3, 5, 6], "4 is marked noindex");
    }

    fn a_held_story_leaves_its_countries(store, _reopen) {
        let id = store.write(|c| Ok(publish(c, "Out", 0, |story| story.about = vec![country("IN")]))).unwrap();
        store.write(move |c| {
            let mut story = story::by_id(c, id)?.unwrap();
            story.stage = Stage::Held;
            story::update(c, &story)
        }).unwrap();
        assert_eq!(ids(&store, Filter { about: Some(country("IN")), ..Filter::default() }, 9), Vec::<i64>::new());
        assert_eq!(store.read(list::countries).unwrap(), []);
    }

    fn views_add_up_by_hour_for_published_stories(store, _reopen) {
        fill(&store);
        let hour = Time(NOW.0 / Time::HOUR_MS * Time::HOUR_MS);
        for _ in 0..2 {
            store.write(move |c| store::view::add(c, &[
                (StoryId(1), hour.plus_ms(5), 2),
                (StoryId(1), hour.plus_ms(Time::HOUR_MS), 1),
                (StoryId(1), hour.plus_ms(-1), 7),
                (StoryId(15), hour, 9),
            ])).unwrap();
        }
        let views = store.read(|c| store::view::since(c, hour)).unwrap();
        assert_eq!(views, [(StoryId(1), hour, 4), (StoryId(1), hour.plus_ms(Time::HOUR_MS), 2)]);
    }
}

/// What SQLite says it will do for the statement, a line a step.
fn plan(c: &mut dyn Conn, sql: &str, args: &[store::conn::Arg<'_>]) -> String {
    let sql: &'static str = format!("EXPLAIN QUERY PLAN {sql}").leak();
    let mut plan = String::new();
    c.visit(sql, args, &mut |row| {
        plan.push_str(&format!("{}\n", row.get::<String>("detail")?));
        Ok(())
    })
    .unwrap();
    plan
}

#[test]
fn lists_walk_an_index_and_never_sort() {
    let home = tempfile::tempdir().unwrap();
    let store = Store::open(home.path()).unwrap();
    let lists = [
        (include_str!("../../sql/list/latest.sql"), "story_latest", 3),
        (include_str!("../../sql/list/latest_of_sector.sql"), "story_sector", 5),
        (include_str!("../../sql/list/latest_filed_from.sql"), "story_filed", 6),
        (include_str!("../../sql/list/latest_of_lang.sql"), "story_lang", 4),
        (include_str!("../../sql/list/latest_about.sql"), "story_about_country", 7),
        (include_str!("../../sql/story/recent_of_stage.sql"), "story_waiting", 2),
        (include_str!("../../sql/story/recent_published.sql"), "SCAN story", 1),
        (include_str!("../../sql/report/by_guid_any.sql"), "report_guid_any", 1),
        (include_str!("../../sql/report/recent.sql"), "USING", 1),
        (include_str!("../../sql/piece/recent.sql"), "piece_published", 1),
    ];
    for (sql, index, args) in lists {
        let args = vec![store::conn::Arg::Int(1); args];
        let plan = store.read(|c| Ok(plan(c, sql, &args))).unwrap();
        assert!(plan.contains(index) && !plan.contains("TEMP B-TREE"), "{sql}\n{plan}");
        // Newest first by id is a walk of the table itself.
        let scans = plan.lines().any(|line| line.starts_with("SCAN") && !line.contains("USING INDEX"));
        assert!(!scans || sql.contains("ORDER BY id DESC"), "{sql}\n{plan}");
    }
}
