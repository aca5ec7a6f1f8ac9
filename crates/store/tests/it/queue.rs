//! What waits for a person, on every database.

use news::stage::Stage;
use news::verdict::Verdict;
use news::{Country, Lang, Sector, StoryId};
use store::log::{self, Entry};
use store::queue::{self, Filter, List};
use store::{claim, schedule, story, suggestion};

use crate::backend::{NOW, id_of, receive, report, source, tests};

tests! {
    fn the_queue_lists_by_stage_and_by_every_filter(store, _reopen) {
        let (id, agency, other) = store
            .write(|c| {
                let agency = source(c, "one");
                let id = story::insert(c, &Lang::en(), "A story", NOW)?;
                let tied = id_of(receive(c, agency, &report("a", "text"), 0));
                story::attach(c, id, tied, "new", 1.0, NOW)?;
                let mut held = story::by_id(c, id)?.unwrap();
                held.stage = Stage::Held;
                held.held_reason = "why".into();
                held.sector = Sector::new("health").unwrap();
                held.verdict = Some(Verdict::Contradicted);
                held.about = vec![Country::new("ML").unwrap()];
                story::update(c, &held)?;
                let other = story::insert(c, &Lang::en(), "Another", NOW)?;
                let mut out = story::by_id(c, other)?.unwrap();
                out.stage = Stage::Published;
                out.updated = Some(NOW);
                out.held_reason = "more came".into();
                story::update(c, &out)?;
                claim::put(c, id, "Ida", NOW)?;
                let at = NOW.plus_ms(60_000);
                let (who, reason) = ("Ida".into(), "as agreed".into());
                schedule::put(c, &schedule::Scheduled { story: id, revision: news::RevisionId(1), at, who, reason })?;
                // On its way: of no story yet.
                receive(c, agency, &report("b", "another text"), 1);
                let likely =
                    suggestion::Suggestion { story: other, other: id, report: tied, score: 0.5, why: "names".into(), at: NOW };
                suggestion::put(c, &likely)?;
                Ok((id, agency, other))
            })
            .unwrap();
        let list = |list: List, filter: &Filter| -> Vec<StoryId> {
            store.read(|c| queue::list(c, list, filter, 10)).unwrap().into_iter().map(|w| w.story.id).collect()
        };
        let held = List::Stage(Stage::Held);
        let none = Filter::default;
        let fits = Filter {
            urgency: None,
            sector: Sector::new("health"),
            verdict: Some(Verdict::Contradicted),
            country: Country::new("ML"),
            source: Some(agency),
            claimed: Some("Ida".into()),
            before: Some(StoryId(id.0 + 1)),
        };
        assert_eq!((list(held, &none()), list(held, &fits)), (vec![id], vec![id]));
        for wrong in [
            Filter { sector: Sector::new("business"), ..none() },
            Filter { verdict: Some(Verdict::Supported), ..none() },
            Filter { country: Country::new("FR"), ..none() },
            Filter { source: Some(news::SourceId(agency.0 + 99)), ..none() },
            Filter { claimed: Some("Bo".into()), ..none() },
            Filter { before: Some(id), ..none() },
        ] {
            assert!(list(held, &wrong).is_empty(), "{wrong:?}");
        }
        let waiting = store.read(|c| queue::list(c, held, &none(), 10)).unwrap();
        assert_eq!((waiting[0].claimed.as_deref(), waiting[0].goes_out), (Some("Ida"), Some(NOW.plus_ms(60_000))));
        assert_eq!(list(List::Updates, &none()), [other]);
        assert_eq!(list(List::Stage(Stage::Published), &none()), [other]);
        assert!(list(List::Stage(Stage::Published), &Filter { before: Some(other), ..none() }).is_empty());
        assert_eq!(list(List::Claimed, &Filter { claimed: Some("Ida".into()), ..none() }), [id]);
        let counts = store.read(queue::counts).unwrap();
        assert_eq!((counts["held"], counts["updates"], counts["likely"]), (1, 1, 1));
        let incoming = store.read(|c| queue::incoming(c, NOW, 10)).unwrap();
        assert_eq!(incoming.iter().map(|r| r.report.guid.as_str()).collect::<Vec<_>>(), ["b"]);
    }

    fn the_log_is_a_chain_that_shows_where_it_was_broken(store, _reopen) {
        let entry = |n: i64, who: &str| {
            let (act, thing, reason) = ("hold".into(), "story".into(), format!("reason {n}"));
            Entry { at: NOW.plus_ms(n), who: who.into(), act, thing, thing_id: n, reason }
        };
        store.write(move |c| (0..5).try_for_each(|n| log::add(c, &entry(n, if n % 2 == 0 { "Ida" } else { "policy" })))).unwrap();
        let whole = store.read(log::verify).unwrap();
        assert_eq!((whole.rows, whole.before, whole.broken), (5, 0, None));
        assert!(store.read(|c| log::has(c, &whole.head)).unwrap() && !store.read(|c| log::has(c, "0")).unwrap());
        let all = store.read(|c| log::recent(c, i64::MAX, &log::Filter::default(), 10)).unwrap();
        assert_eq!(all.len(), 5);
        let held = log::Filter { who: "Ida".into(), act: "hold".into(), ..log::Filter::default() };
        assert_eq!(store.read(|c| log::recent(c, i64::MAX, &held, 10)).unwrap().len(), 3);
        assert_eq!(store.read(|c| log::recent(c, all[1].id, &log::Filter::default(), 10)).unwrap().len(), 3);
        assert_eq!(store.read(|c| log::let_out(c, "policy", NOW)).unwrap(), 0);
        assert_eq!(store.read(|c| log::after(c, all[2].id, 10)).unwrap().len(), 2);
    }
}
