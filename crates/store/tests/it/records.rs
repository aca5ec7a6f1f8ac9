//! What the record of the house is made from: filtered log, texts that were ever on the site, bytes of oddities.

use news::piece::{NewPiece, PieceKind};
use news::revision::Draft;
use news::{Hash, Lang, PieceId, RevisionId, Sector, StoryId, Time};
use store::log::{Entry, Filter};
use store::{log, oddity, piece, report, revision};

use crate::backend::{NOW, publish, source, tests};

tests! {
    fn the_log_is_asked_by_story_and_by_time(store, _reopen) {
        let entry = |n: i64, thing: &str, thing_id: i64| Entry {
            at: NOW.plus_ms(n), who: "Ida".into(), act: "hold".into(), thing: thing.into(), thing_id,
            reason: format!("reason {n}"),
        };
        store.write(move |c| {
            [("story", 7), ("piece", 7), ("story", 8), ("story", 7)]
                .into_iter()
                .zip(0..)
                .try_for_each(|((thing, id), n)| log::add(c, &entry(n, thing, id)))
        }).unwrap();
        let told = |filter: &Filter| {
            let newest = store.read(|c| log::recent(c, i64::MAX, filter, 10)).unwrap();
            let mut oldest = store.read(|c| log::after_of(c, 0, filter, 10)).unwrap();
            oldest.reverse();
            assert_eq!(newest, oldest);
            newest.into_iter().map(|r| r.entry.at.ms() - NOW.ms()).collect::<Vec<_>>()
        };
        let story = Filter { story: Some(StoryId(7)), ..Filter::default() };
        assert_eq!(told(&story), [3, 0]);
        let times = Filter { times: NOW.plus_ms(1)..NOW.plus_ms(3), ..Filter::default() };
        assert_eq!(told(&times), [2, 1]);
        assert_eq!(told(&Filter { times: NOW.plus_ms(1)..NOW.plus_ms(9), ..story.clone() }), [3]);
        assert_eq!(told(&Filter { who: "Bo".into(), ..Filter::default() }), Vec::<i64>::new());
        let second = store.read(|c| log::recent(c, i64::MAX, &story, 1)).unwrap();
        assert_eq!(store.read(|c| log::recent(c, second[0].id, &story, 9)).unwrap().len(), 1, "the next page");
        assert_eq!(store.read(|c| log::after_of(c, second[0].id, &story, 9)).unwrap(), []);
    }

    fn a_text_that_was_on_the_site_says_until_when(store, _reopen) {
        let ids = store.write(|c| {
            let (one, other) = (publish(c, "One", 0, |_| ()), publish(c, "Other", 0, |_| ()));
            let mut ids = Vec::new();
            let texts = [(one, "a", Some(0)), (one, "b", None), (other, "c", Some(1)), (one, "d", Some(5))];
            for (story, words, out) in texts {
                let draft = Draft { headline: words.into(), ..Draft::default() };
                let id = revision::insert(c, story, &draft, Hash::of(words.as_bytes()), "extract", "", NOW)?;
                if let Some(ms) = out {
                    revision::set_published(c, id, NOW.plus_ms(ms))?;
                }
                ids.push(id);
            }
            Ok(ids)
        }).unwrap();
        let out = |after: RevisionId, before: i64, limit: usize| {
            let found = store.read(|c| revision::out(c, after, NOW.plus_ms(before), limit)).unwrap();
            let ms = |t: Time| t.ms() - NOW.ms();
            found.into_iter().map(|o| (o.revision.id, ms(o.published), o.replaced.map(ms))).collect::<Vec<_>>()
        };
        let all = [(ids[0], 0, Some(5)), (ids[2], 1, None), (ids[3], 5, None)];
        assert_eq!(out(RevisionId(0), 9, 9), all);
        assert_eq!(out(RevisionId(0), 9, 2), all[..2]);
        assert_eq!(out(ids[2], 9, 9), all[2..], "the next page");
        assert_eq!(out(RevisionId(0), 5, 9), all[..2]);
    }

    fn a_piece_that_was_ever_on_the_site_is_found_also_once_it_is_gone(store, _reopen) {
        let new = |title: &str, published| NewPiece {
            kind: PieceKind::Blog, title: title.into(), byline: "Ann".into(), role: String::new(), published,
            sector: Sector::other(), lang: Lang::en(), summary: "s".into(), markdown: "m".into(),
        };
        let (one, later, draft) = (new("One", NOW), new("Later", NOW.plus_ms(9)), new("Draft", NOW));
        let hash = Hash::of(b"file");
        let one = store.write(move |c| {
            let (over, piece, changed_by) = (None, &draft, "Ida");
            piece::keep(c, &piece::Save { over, piece, picture: None, hash, changed_by, told: "", now: NOW })?;
            piece::put(c, &later, hash, NOW)?;
            piece::put(c, &one, hash, NOW)
        }).unwrap();
        let out = |after: PieceId, before: i64| {
            let found = store.read(|c| piece::ever_out(c, after, NOW.plus_ms(before), 9)).unwrap();
            found.into_iter().map(|o| (o.piece.piece.title, o.first_out, o.withdrawn)).collect::<Vec<_>>()
        };
        assert_eq!(out(PieceId(0), 1), [("One".to_owned(), NOW, None)]);
        assert_eq!(out(PieceId(0), 10).len(), 2);
        assert_eq!(out(one, 10), []);
        let gone = NOW.plus_ms(3);
        store.write(move |c| piece::withdraw(c, one, hash, "Bo", "a joke", gone)).unwrap();
        assert_eq!(out(PieceId(0), 1), [("One".to_owned(), NOW, Some(gone))]);
    }

    fn an_oddity_is_of_its_source_alone_and_versions_of_their_item(store, _reopen) {
        let (one, other) = store.write(|c| Ok((source(c, "one"), source(c, "other")))).unwrap();
        let kept = oddity::Kept { at: NOW, what: "odd".into(), blob: Some(Hash::of(b"item")) };
        let add = kept.clone();
        store.write(move |c| oddity::add(c, one, &add)).unwrap();
        let listed = store.read(|c| oddity::listed(c, one, 9)).unwrap();
        assert_eq!(listed.iter().map(|l| l.kept.clone()).collect::<Vec<_>>(), std::slice::from_ref(&kept));
        let id = listed[0].id;
        assert_eq!(store.read(|c| oddity::by_id(c, one, id)).unwrap(), Some(kept));
        assert_eq!(store.read(|c| oddity::by_id(c, other, id)).unwrap(), None);
        for (version, text) in [(1, "a"), (2, "b")] {
            let sent = news::report::Report { version: Some(version), ..crate::backend::report("g", text) };
            store.write(move |c| {
                let received = NOW.plus_ms(Time::MINUTE_MS);
                let new = report::NewReport {
                    source: one, report: &sent, raw_hash: Hash::of(b"raw"), filed_from: None, adapter: "t", received,
                };
                report::insert(c, &new).map(drop)
            }).unwrap();
        }
        let versions = |of| store.read(|c| report::versions(c, of, "g", 9)).unwrap();
        assert_eq!(versions(one).iter().map(|r| r.report.version).collect::<Vec<_>>(), [Some(2), Some(1)]);
        assert!(versions(other).is_empty());
    }
}
