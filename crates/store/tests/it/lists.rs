//! What the public pages list, and that they walk an index for it.

use news::story::{Picture, Placed};
use news::{Country, Hash, Lang, Sector, StoryId, Time, label::Involvement, stage::Stage};
use store::list::{self, Audience, Filter};
use store::{Conn, Store, story};

use crate::backend::{NOW, id_of, publish, receive, report, source, tests};

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
            digital_source_type: Involvement::Procedural.digital_source_type().into(), sizes: Vec::new(), brought: None,
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
            store::term::set(c, StoryId(1), &terms(&[("mali", 2.0), ("fuel", 3.0), ("convoy", 1.0)]))?;
            store::term::set(c, StoryId(2), &terms(&[("mali", 9.0)]))?;
            store::term::set(c, StoryId(3), &terms(&[("mali", 1.0), ("fuel", 1.0)]))?;
            store::term::set(c, StoryId(4), &terms(&[("mali", 1.0), ("fuel", 1.0), ("convoy", 1.0)]))?;
            // Killed: never listed.
            store::term::set(c, StoryId(15), &terms(&[("mali", 9.0), ("fuel", 9.0)]))
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

    fn an_edition_has_its_language_countries_and_sectors_without_gap_or_repeat(store, _reopen) {
        fill(&store);
        let audience = |countries: &[&str], sectors: &[&str]| Some(Audience {
            lang: Lang::en(),
            countries: countries.iter().map(|c| country(c)).collect(),
            sectors: sectors.iter().map(|s| sector(s)).collect(),
            edition: String::new(),
        });
        let of = |audience: Option<Audience>| ids(&store, Filter { audience, ..Filter::default() }, 99);
        assert_eq!(of(audience(&[], &[])), [12, 11, 10, 9, 8, 7, 5, 4, 3, 2, 1], "6 is French");
        assert_eq!(of(audience(&["FR", "ML"], &[])), [12, 10, 9, 7, 5, 4, 3, 1], "about or filed from, each once");
        assert_eq!(of(audience(&["FR", "ML"], &["politics"])), [9, 7, 5, 3, 1]);
        assert_eq!(of(audience(&[], &["health", "politics"])), [12, 11, 10, 9, 8, 7, 5, 4, 3, 2, 1]);
        assert_eq!(of(audience(&["GB"], &[])), Vec::<i64>::new());
        let narrowed = |s: &str, sectors: &[&str]| {
            let filter = Filter { audience: audience(&["FR"], sectors), sector: Some(sector(s)), ..Filter::default() };
            ids(&store, filter, 99)
        };
        assert_eq!(narrowed("health", &[]), [10, 4]);
        assert_eq!(narrowed("health", &["politics"]), Vec::<i64>::new());
        assert_eq!(store.read(|c| list::sectors_of(c, &audience(&["IN"], &[]).unwrap())).unwrap(), [sector("health"), sector("politics")]);
        assert_eq!(store.read(|c| list::sectors_of(c, &audience(&["IN"], &["health"]).unwrap())).unwrap(), [sector("health")]);
        for audience in [audience(&["FR", "ML", "IN"], &[]), audience(&["FR", "ML"], &["politics", "health"]), audience(&[], &["health"])] {
            let whole = ids(&store, Filter { audience: audience.clone(), ..Filter::default() }, 99);
            let (mut paged, mut before) = (Vec::new(), None);
            loop {
                let filter = Filter { audience: audience.clone(), before, ..Filter::default() };
                let page = store.read(|c| list::latest(c, &filter, 2)).unwrap();
                let Some(last) = page.last() else { break };
                before = Some((last.updated, last.id));
                paged.extend(page.iter().map(|card| card.id.0));
            }
            assert_eq!(paged, whole);
        }
    }

    fn people_put_stories_into_editions_and_keep_them_out(store, _reopen) {
        fill(&store);
        let place = |n: i64, edition: &'static str, inside: bool| {
            store.write(move |c| {
                let mut story = story::by_id(c, StoryId(n))?.unwrap();
                story.placed.push(Placed { edition: edition.into(), inside });
                story::update(c, &story)
            }).unwrap();
        };
        let audience = |countries: &[&str], sectors: &[&str]| Audience {
            lang: Lang::en(),
            countries: countries.iter().map(|c| country(c)).collect(),
            sectors: sectors.iter().map(|s| sector(s)).collect(),
            edition: "sahel".into(),
        };
        let of = |audience: Audience, limit| ids(&store, Filter { audience: Some(audience), ..Filter::default() }, limit);
        let before = of(audience(&["FR", "ML"], &["politics"]), 99);
        assert_eq!(before, [9, 7, 5, 3, 1]);
        for (n, inside) in [(12, true), (2, true), (9, false), (7, false), (3, false)] {
            place(n, "sahel", inside);
        }
        place(11, "elsewhere", true);
        assert_eq!(of(audience(&["FR", "ML"], &["politics"]), 99), [12, 5, 2, 1]);
        // What is kept out leaves no hole in a page.
        assert_eq!(of(audience(&["FR", "ML"], &["politics"]), 2), [12, 5]);
        assert_eq!(of(audience(&["FR", "ML"], &["politics"]), 3), [12, 5, 2]);
        let all = of(audience(&[], &[]), 99);
        assert_eq!(all, [12, 11, 10, 8, 5, 4, 2, 1], "all of its language but what is kept out");
        let narrowed = |s: &str| {
            let filter = Filter { audience: Some(audience(&["FR"], &["politics"])), sector: Some(sector(s)), ..Filter::default() };
            ids(&store, filter, 99)
        };
        assert!(narrowed("health").contains(&12) && !narrowed("politics").contains(&12), "under its own sector");
        let sectors = store.read(|c| list::sectors_of(c, &audience(&["GB"], &[]))).unwrap();
        assert_eq!(sectors, [sector("health")], "12 and 2 alone");
        // One in another language is in no list of it; one that moves to another sector moves in it.
        place(6, "sahel", true);
        assert!(!of(audience(&["FR", "ML"], &["politics"]), 99).contains(&6), "6 is French");
        store.write(|c| {
            let mut story = story::by_id(c, StoryId(2))?.unwrap();
            story.sector = sector("politics");
            story::update(c, &story)
        }).unwrap();
        assert!(narrowed("politics").contains(&2) && !narrowed("health").contains(&2));
        // It leaves with the story.
        store.write(|c| {
            let mut story = story::by_id(c, StoryId(12))?.unwrap();
            story.stage = Stage::Held;
            story::update(c, &story)
        }).unwrap();
        assert_eq!(of(audience(&["FR", "ML"], &["politics"]), 99), [5, 2, 1]);
        // With the edition goes what people said of it.
        store.write(|c| story::forget_edition(c, "sahel")).unwrap();
        assert_eq!(of(audience(&["FR", "ML"], &["politics"]), 99), [9, 7, 5, 3, 1]);
        let left = store.read(|c| story::by_id(c, StoryId(11))).unwrap().unwrap().placed;
        assert_eq!(left.len(), 1, "of another edition");
    }

    fn a_source_lists_the_published_stories_that_rest_on_it(store, _reopen) {
        let (first, second, story, other) = store.write(|c| {
            let (first, second) = (source(c, "first"), source(c, "second"));
            let one = id_of(receive(c, first, &report("g1", "It rained."), 0));
            let two = id_of(receive(c, second, &report("g2", "It poured."), 1));
            let (story, other) = (publish(c, "Rain", 0, |_| ()), publish(c, "More rain", 1, |_| ()));
            for (story, report) in [(story, one), (story, two), (other, two)] {
                story::attach(c, story, report, "same event", 1.0, NOW)?;
            }
            Ok((first, second, story.0, other.0))
        }).unwrap();
        let of = |source| ids(&store, Filter { source: Some(source), ..Filter::default() }, 9);
        assert_eq!((of(first), of(second)), (vec![story], vec![other]), "a report that moved takes its source along");
        store.write(move |c| {
            let mut story = story::by_id(c, StoryId(story))?.unwrap();
            story.stage = Stage::Killed;
            story::update(c, &story)
        }).unwrap();
        assert_eq!(of(first), Vec::<i64>::new());
    }

    fn a_byline_lists_what_it_drafted_and_every_name_is_found(store, _reopen) {
        store.write(|c| {
            for (n, drafter) in ["extract", "Ana Reis", "extract", "Ana Reis", "Bo Lind"].into_iter().enumerate() {
                let id = publish(c, "Rain", n as i64, |_| ());
                let draft = news::revision::Draft { headline: format!("Rain {n}"), ..Default::default() };
                let live = store::revision::insert(c, id, &draft, Hash::of(b"1"), drafter, "", NOW)?;
                let mut story = story::by_id(c, id)?.unwrap();
                story.live = Some(live);
                story.stage = if drafter == "Bo Lind" { Stage::Held } else { Stage::Published };
                story::update(c, &story)?;
            }
            Ok(())
        }).unwrap();
        let of = |name: &str| ids(&store, Filter { drafter: Some(name.into()), ..Filter::default() }, 9);
        assert_eq!((of("Ana Reis"), of("extract"), of("Bo Lind")), (vec![4, 2], vec![3, 1], vec![]));
        assert_eq!(store.read(list::drafters).unwrap(), ["Ana Reis", "extract"]);
    }

    fn a_day_lists_what_was_first_published_in_it(store, _reopen) {
        let day = Time(NOW.0 / list::QUARTER_MS * list::QUARTER_MS);
        store.write(move |c| {
            for (first, updated) in [(0, 500), (30, 30), (30, 40), (60, 60), (-1, 900)] {
                publish(c, "Rain", updated, |story| story.first_published = Some(day.plus_ms(first * Time::MINUTE_MS)));
            }
            Ok(())
        }).unwrap();
        let hour = (day, day.plus_ms(Time::HOUR_MS));
        let of = |before, limit| store.read(|c| list::first_published(c, hour, before, limit)).unwrap();
        let of = |before, limit| of(before, limit).into_iter().map(|card| (card.first_published, card.id)).collect::<Vec<_>>();
        let shown = of(None, 9);
        assert_eq!(shown.iter().map(|(_, id)| id.0).collect::<Vec<_>>(), [3, 2, 1]);
        assert_eq!(of(Some(shown[0]), 1), [shown[1]]);
        assert_eq!(of(Some((Time(i64::MAX), StoryId(9))), 9), shown, "never more than the day");
        let quarters = store.read(|c| list::published_quarters(c, day, day.plus_ms(Time::DAY_MS))).unwrap();
        let at = |minutes: i64| day.plus_ms(minutes * Time::MINUTE_MS);
        assert_eq!(quarters, [(at(0), 1), (at(30), 2), (at(60), 1)]);
        assert_eq!(store.read(|c| list::day_around(c, hour.0, hour.1)).unwrap(), (Some(at(-15)), Some(at(60))));
        assert_eq!(store.read(|c| list::day_around(c, at(-15), at(120))).unwrap(), (None, None));
    }

    fn counts_follow_every_change(store, _reopen) {
        fill(&store);
        let mut seed = 11_u64;
        let mut next = move |n: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % n
        };
        for _ in 0..200 {
            let id = StoryId(next(15) as i64 + 1);
            let stage = [Stage::Published, Stage::Held, Stage::Killed][next(3) as usize];
            let (s, from) = (["politics", "health", "other"][next(3) as usize], ["FR", "ML", "IN"][next(3) as usize]);
            let (about, minutes) = (["FR", "IN"][next(2) as usize], next(90) as i64);
            store.write(move |c| {
                let mut story = story::by_id(c, id)?.unwrap();
                (story.stage, story.sector, story.filed_from) = (stage, sector(s), Some(country(from)));
                story.about = vec![country(about), country("GB")];
                story.first_published = Some(NOW.plus_ms(minutes * Time::MINUTE_MS));
                story::update(c, &story)
            }).unwrap();
        }
        let cards = store.read(|c| list::latest(c, &Filter::default(), 99)).unwrap();
        let number = |of: &dyn Fn(&list::Card) -> bool| cards.iter().filter(|card| of(card)).count() as u64;
        for (sector, stories) in store.read(list::sectors).unwrap() {
            assert_eq!(stories, number(&|card| card.sector == sector), "{sector}");
        }
        for (country, filed, about) in store.read(list::countries).unwrap() {
            assert_eq!(filed, number(&|card| card.filed_from == Some(country)), "{country}");
            assert_eq!(about, number(&|card| card.about.contains(&country)), "{country}");
        }
        let quarters = store.read(|c| list::published_quarters(c, NOW.plus_ms(-Time::DAY_MS), NOW.plus_ms(Time::DAY_MS))).unwrap();
        assert_eq!(quarters.iter().map(|(_, n)| n).sum::<u64>(), cards.len() as u64);
        let everywhere = Audience { lang: Lang::en(), countries: vec![country("GB")], sectors: vec![], edition: String::new() };
        let of_gb = ids(&store, Filter { audience: Some(everywhere), ..Filter::default() }, 99);
        assert_eq!(of_gb.len() as u64, number(&|card| card.about.contains(&country("GB")) && card.lang == Lang::en()));
    }

    fn what_is_read_is_in_order_at_any_hour(store, _reopen) {
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
        let told = |ages: &[(i64, f64)]| ages.iter().map(|(age, n)| n * 0.5_f64.powf(*age as f64 / 12.0)).sum::<f64>();
        let scores = |hours| {
            let now = hour.plus_ms(hours * Time::HOUR_MS);
            let found = store.read(|c| store::view::trending(c, None, now, 9)).unwrap();
            found.into_iter().map(|(card, score)| (card.id, score)).collect::<Vec<_>>()
        };
        let [(StoryId(1), score)] = scores(1)[..] else { panic!("only the published one: {:?}", scores(1)) };
        assert!((score - told(&[(0, 2.0), (1, 4.0), (2, 14.0)])).abs() < 1e-6, "{score}");
        assert!((scores(13)[0].1 - score / 2.0).abs() < 1e-6, "half after the half-life");
        let of = |lang| store.read(|c| store::view::trending(c, Some(&Lang::new(lang)), hour, 9)).unwrap().len();
        assert_eq!((of("en"), of("fr")), (1, 0));
        // Another half-life: the same views, ordered anew.
        store.write(move |c| store::view::set_half_life(c, 1.0, hour.plus_ms(Time::HOUR_MS))).unwrap();
        let score = scores(1)[0].1;
        assert!((score - (2.0 + 4.0 / 2.0 + 14.0 / 4.0)).abs() < 1e-6, "{score}");
    }
}

/// The rows of what lists walk and count, in one order.
fn kept(c: &mut dyn Conn) -> Vec<String> {
    let mut rows = Vec::new();
    for (sql, columns) in [
        (
            "SELECT 1 AS list, story_id, country, in_lang, in_sector, updated FROM story_country",
            "story_id country in_lang in_sector updated",
        ),
        ("SELECT 2 AS list, story_id, source_id, updated FROM story_source", "story_id source_id updated"),
        ("SELECT 3 AS list, list AS name, name AS of, stories FROM story_count WHERE stories > 0", "name of stories"),
        ("SELECT 4 AS list, quarter, stories FROM story_quarter WHERE stories > 0", "quarter stories"),
        ("SELECT 5 AS list, id, drafter, shelf FROM story WHERE stage = 'published'", "id drafter shelf"),
    ] {
        c.visit(sql, &[], &mut |row| {
            let values = columns
                .split(' ')
                .map(|name| row.get::<i64>(name).map(|n| n.to_string()).or_else(|_| row.get::<String>(name)));
            rows.push(format!("{sql} {:?}", values.collect::<Result<Vec<_>, _>>()?));
            Ok(())
        })
        .unwrap();
    }
    rows.sort();
    rows
}

#[test]
fn the_migration_fills_what_is_kept_in_step_since() {
    let home = tempfile::tempdir().unwrap();
    let store = Store::open(home.path()).unwrap();
    fill(&store);
    store
        .write(|c| {
            let agency = source(c, "agency");
            let report = id_of(receive(c, agency, &report("g", "It rained."), 0));
            story::attach(c, StoryId(1), report, "first", 1.0, NOW)?;
            let draft = news::revision::Draft { headline: "Rain".into(), ..Default::default() };
            let live = store::revision::insert(c, StoryId(2), &draft, Hash::of(b"1"), "Ana Reis", "", NOW)?;
            let mut story = story::by_id(c, StoryId(2))?.unwrap();
            story.live = Some(live);
            story::update(c, &story)
        })
        .unwrap();
    let before = store.read(|c| Ok(kept(c))).unwrap();
    let text: &'static str = include_str!("../../migrations/0003_lists.sql");
    let statements = text.split(";\n").map(|s| s.trim_start_matches(|c: char| c.is_whitespace()));
    let without_comments = |s: &str| s.lines().filter(|l| !l.starts_with("--")).collect::<Vec<_>>().join("\n");
    let fills: Vec<&'static str> = statements
        .map(|s| &*without_comments(s).trim().to_owned().leak())
        .filter(|s| s.starts_with("INSERT") || s.starts_with("UPDATE"))
        .collect();
    assert_eq!(fills.len(), 7, "{fills:#?}");
    store
        .write(move |c| {
            for table in ["story_country", "story_source", "story_count", "story_quarter"] {
                c.execute(format!("DELETE FROM {table}").leak(), &[])?;
            }
            c.execute("UPDATE story SET drafter = 'x', shelf = 'x'", &[])?;
            fills.iter().try_for_each(|fill| c.execute(fill, &[]).map(drop))
        })
        .unwrap();
    assert_eq!(store.read(|c| Ok(kept(c))).unwrap(), before);
}

/// What SQLite says it will do for the statement, a line a step.
pub fn plan(c: &mut dyn Conn, sql: &str, args: &[store::conn::Arg<'_>]) -> String {
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
        (include_str!("../../sql/list/latest_of_sector.sql"), "story_sector", 4),
        (include_str!("../../sql/list/latest_of_shelf.sql"), "story_shelf", 4),
        (include_str!("../../sql/list/latest_of_source.sql"), "story_source_source", 4),
        (include_str!("../../sql/list/latest_of_drafter.sql"), "story_drafter", 4),
        (include_str!("../../sql/list/keys_of_shelf.sql"), "story_shelf", 4),
        (include_str!("../../sql/list/keys_of_country.sql"), "story_country_lang", 4),
        (include_str!("../../sql/list/keys_of_country_sector.sql"), "story_country_sector", 4),
        (include_str!("../../sql/list/keys_of_placed.sql"), "story_edition_lang", 4),
        (include_str!("../../sql/list/keys_of_placed_sector.sql"), "story_edition_sector", 4),
        (include_str!("../../sql/list/first_published.sql"), "story_first", 4),
        (include_str!("../../sql/piece/of_byline.sql"), "piece_byline", 3),
        (include_str!("../../sql/list/latest_filed_from.sql"), "story_filed", 6),
        (include_str!("../../sql/list/latest_of_lang.sql"), "story_lang", 4),
        (include_str!("../../sql/list/latest_about.sql"), "story_about_country", 7),
        (include_str!("../../sql/story/recent_of_stage.sql"), "story_waiting", 2),
        (include_str!("../../sql/story/recent_published.sql"), "SCAN story", 1),
        (include_str!("../../sql/list/newest_id.sql"), "SCAN story", 0),
        (include_str!("../../sql/report/by_guid_any.sql"), "report_guid_any", 1),
        (include_str!("../../sql/report/recent.sql"), "USING", 1),
        (include_str!("../../sql/piece/recent.sql"), "piece_published", 2),
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
