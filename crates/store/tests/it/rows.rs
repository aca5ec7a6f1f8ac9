//! The plain nouns: what goes in comes out.

use news::piece::{NewPiece, PieceKind};
use news::{Hash, Lang, Sector, StoryId, Time};
use store::{change, correction, log, oddity, piece, source};

use crate::backend::{NOW, publish, tests};

tests! {
    fn a_source_keeps_what_is_known_of_its_feed_until_the_address_changes(store, _reopen) {
        let id = store.write(|c| Ok(crate::backend::source(c, "one"))).unwrap();
        assert_eq!(store.read(|c| source::due(c, NOW)).unwrap().len(), 1);
        let later = NOW.plus_ms(60_000);
        store.write(move |c| source::failed(c, id, "timed out", NOW, later)).unwrap();
        let failed = store.read(|c| source::by_id(c, id)).unwrap().unwrap();
        assert_eq!((failed.failures, failed.last_error.as_deref(), failed.next_fetch), (1, Some("timed out"), later));
        assert_eq!(store.read(|c| source::due(c, NOW)).unwrap(), []);
        store.write(move |c| source::fetched(c, id, Some("\"x\""), Some("Tue"), NOW, later)).unwrap();
        store.write(|c| Ok(crate::backend::source(c, "one"))).unwrap();
        let kept = store.read(|c| source::by_slug(c, "one")).unwrap().unwrap();
        assert_eq!((kept.id, kept.failures, kept.etag.as_deref(), kept.next_fetch), (id, 0, Some("\"x\""), later));
        store.write(move |c| {
            let moved = news::source::NewSource { feed_url: Some("https://two.example/".into()), ..kept.terms };
            source::put(c, &moved, NOW)
        }).unwrap();
        let moved = store.read(|c| source::by_id(c, id)).unwrap().unwrap();
        assert_eq!((moved.etag, moved.last_modified, moved.next_fetch), (None, None, NOW));
        assert_eq!(store.read(source::list).unwrap().len(), 1);
    }

    fn the_same_oddity_is_kept_once_a_day(store, _reopen) {
        let id = store.write(|c| Ok(crate::backend::source(c, "one"))).unwrap();
        let odd = |ms| oddity::Kept { at: NOW.plus_ms(ms), what: "no date".into(), blob: Some(Hash::of(b"item")) };
        for ms in [0, 5, Time::DAY_MS - 1, Time::DAY_MS] {
            store.write(move |c| oddity::add(c, id, &odd(ms))).unwrap();
        }
        assert_eq!(store.read(|c| oddity::of_source(c, id, 9)).unwrap(), [odd(Time::DAY_MS), odd(0)]);
    }

    fn changes_are_numbered_and_read_from_any_number(store, _reopen) {
        assert_eq!(store.read(change::last).unwrap(), 0);
        let first = store.write(|c| change::add(c, StoryId(1), "publish", NOW)).unwrap();
        let second = store.write(|c| change::add(c, StoryId(1), "kill", NOW)).unwrap();
        assert_eq!((first, second, store.read(change::last).unwrap()), (1, 2, 2));
        let after = store.read(|c| change::after(c, 1, 9)).unwrap();
        assert_eq!(after, [change::Change { n: 2, at: NOW, story: StoryId(1), what: "kill".into() }]);
    }

    fn corrections_are_listed_while_their_story_is_out(store, _reopen) {
        let note = |story, note: &str| correction::Correction { story, at: NOW, note: note.into(), who: "Ann".into() };
        let out = store.write(move |c| {
            let out = publish(c, "Out", 0, |_| ());
            let killed = publish(c, "Gone", 0, |story| story.stage = news::stage::Stage::Killed);
            for correction in [note(out, "one"), note(killed, "two"), note(out, "three")] {
                correction::add(c, &correction)?;
            }
            Ok(out)
        }).unwrap();
        let want = [note(out, "three"), note(out, "one")];
        assert_eq!(store.read(|c| correction::of_story(c, out)).unwrap(), want);
        let of = correction::Of::Story(out);
        let told = |note: &str| correction::Told { of, at: NOW, note: note.into(), who: "Ann".into() };
        assert_eq!(store.read(|c| correction::told(c, NOW, 9)).unwrap(), [told("three"), told("one")]);
        assert_eq!(store.read(|c| correction::told(c, NOW, 1)).unwrap(), [told("three")]);
    }

    fn the_log_tells_one_thing_in_order(store, _reopen) {
        let entry = |act: &str, thing_id| log::Entry {
            at: NOW, who: "policy".into(), act: act.into(), thing: "story".into(), thing_id, reason: "supported".into(),
        };
        store.write(move |c| [entry("publish", 1), entry("hold", 2), entry("kill", 1)].iter().try_for_each(|e| log::add(c, e))).unwrap();
        assert_eq!(store.read(|c| log::of(c, "story", 1)).unwrap(), [entry("publish", 1), entry("kill", 1)]);
    }

    fn a_piece_is_saved_over_what_was_seen_and_over_no_other(store, _reopen) {
        let new = |title: &str| NewPiece {
            kind: PieceKind::Blog, title: title.into(), byline: "Ann".into(), role: String::new(), published: NOW,
            sector: Sector::other(), lang: Lang::en(), summary: "s".into(), markdown: "m".into(),
        };
        let (a, b) = (Hash::of(b"a"), Hash::of(b"b"));
        let save = |over, title: &str, hash| {
            let piece = new(title);
            store.write(move |c| {
                let save = piece::Save { over, piece: &piece, picture: None, hash, changed_by: "Ida", told: "", now: NOW };
                piece::put_out(c, &save)
            }).unwrap()
        };
        let withdraw = |id, hash| store.write(move |c| piece::withdraw(c, id, hash, "Bo", "a joke", NOW)).unwrap();
        let piece::Saved::As(id) = save(None, "On rivers", a) else { panic!() };
        assert_eq!(save(None, "On rivers", b), piece::Saved::Taken(id));
        assert_eq!(save(Some((id, a)), "On lakes", b), piece::Saved::As(id));
        assert_eq!(save(Some((id, a)), "On seas", a), piece::Saved::Changed);
        assert_eq!(store.read(|c| piece::by_id(c, id)).unwrap().unwrap().slug, "on-lakes");
        assert_eq!(withdraw(id, a), None);
        assert!(withdraw(id, b).is_some());
        assert_eq!(withdraw(id, b), None, "once");
        assert_eq!(store.read(|c| piece::by_id(c, id)).unwrap(), None);
        let gone = store.read(|c| piece::withdrawn(c, id)).unwrap().unwrap();
        assert_eq!((gone.by.as_str(), gone.why.as_str(), gone.at, gone.was_seen), ("Bo", "a joke", NOW, true));
        assert_eq!(gone.stored.piece, new("On lakes"));
        assert_eq!(save(Some((id, b)), "On seas", a), piece::Saved::Gone);
        assert!(matches!(save(None, "On lakes", a), piece::Saved::As(newer) if newer != id), "its title is free");
    }

    fn a_newer_text_waits_beside_what_readers_have(store, _reopen) {
        let new = |text: &str| NewPiece {
            kind: PieceKind::Blog, title: "On rivers".into(), byline: "Ann".into(), role: String::new(), published: NOW,
            sector: Sector::other(), lang: Lang::en(), summary: "s".into(), markdown: text.into(),
        };
        let save = |over: Option<news::PieceId>, text: &str, told: &str, out: bool| {
            let (piece, told, hash) = (new(text), told.to_owned(), Hash::of(text.as_bytes()));
            let saved = store.write(move |c| {
                let over = match over {
                    Some(id) => piece::newest(c, id)?.map(|n| (id, n.hash())),
                    None => None,
                };
                let save = piece::Save { over, piece: &piece, picture: None, hash, changed_by: "Ida", told: &told, now: NOW };
                if out { piece::put_out(c, &save) } else { piece::keep(c, &save) }
            });
            let piece::Saved::As(id) = saved.unwrap() else { panic!() };
            id
        };
        let recent = || store.read(|c| piece::recent(c, None, NOW, 9)).unwrap();
        let newest = |id| store.read(|c| piece::newest(c, id)).unwrap().unwrap();
        let id = save(None, "one", "", false);
        assert!(recent().is_empty() && newest(id).waits());
        assert!(store.read(piece::bylines).unwrap().is_empty());
        save(Some(id), "one", "never told", true);
        assert_eq!((recent()[0].piece.markdown.as_str(), newest(id).waits()), ("one", false));
        assert!(store.read(|c| piece::told(c, id)).unwrap().is_empty(), "nobody had read what was changed");
        save(Some(id), "two", "It is two.", false);
        assert_eq!((recent()[0].piece.markdown.as_str(), newest(id).piece().markdown.as_str()), ("one", "two"));
        assert_eq!((newest(id).told(), newest(id).changed_by()), ("It is two.", "Ida"));
        assert_eq!(store.read(|c| piece::waiting(c, 9)).unwrap(), [id]);
        let file = new("file");
        let refused = store.write(move |c| piece::put(c, &file, Hash::of(b"file"), NOW));
        assert!(matches!(refused, Err(store::Error::Refused(_))), "{refused:?}");
        assert!(!store.write(move |c| piece::drop_newer(c, id, Hash::of(b"one"), "Bo", NOW)).unwrap(), "not what was seen");
        save(Some(id), "two", "It is two.", true);
        assert_eq!((recent()[0].piece.markdown.as_str(), newest(id).newer), ("two", None));
        assert_eq!(store.read(|c| piece::told(c, id)).unwrap(), [piece::Told { at: NOW, told: "It is two.".into() }]);
        save(Some(id), "three", "", false);
        assert!(store.write(move |c| piece::drop_newer(c, id, Hash::of(b"three"), "Bo", NOW)).unwrap());
        assert!(!newest(id).waits());
        let of = correction::Of::Piece(id);
        let told = [correction::Told { of, at: NOW, note: "It is two.".into(), who: "Ida".into() }];
        assert_eq!(store.read(|c| correction::told(c, NOW, 9)).unwrap(), told);
        let early = store.read(|c| correction::told(c, NOW.plus_ms(-1), 9)).unwrap();
        assert!(early.is_empty(), "readers have no such piece yet");
        let texts = store.read(|c| piece::texts(c, id, None, 9)).unwrap();
        let kept: Vec<_> = texts.iter().map(|t| (t.kept.word(), t.piece.markdown.as_str(), t.who.as_str())).collect();
        assert_eq!(kept, [
            ("dropped", "two", "Bo"), ("draft", "three", "Ida"), ("out", "two", "Ida"), ("draft", "two", "Ida"),
            ("out", "one", "Ida"), ("draft", "one", "Ida"),
        ]);
        let read: Vec<bool> = texts.iter().map(|t| t.was_read(NOW)).collect();
        assert_eq!(read, [false, false, true, false, false, false], "the first was there for no moment");
        let older = store.read(|c| piece::texts(c, id, Some(texts[3].n), 9)).unwrap();
        assert_eq!(older, texts[4..]);
        let other = |who: &str| store.read(|c| piece::for_other_eyes(c, who, 9)).unwrap();
        assert!(other("Bo").is_empty());
        save(Some(id), "four", "", false);
        assert_eq!((other("Bo").len(), other("Ida").len(), other("Bo")[0].changed_by.as_str()), (1, 0, "Ida"));
    }

    fn what_is_to_come_takes_no_place_in_a_list(store, _reopen) {
        let new = |title: String, minutes: i64| NewPiece {
            kind: PieceKind::Blog, title, byline: "Ann".into(), role: String::new(), published: NOW.plus_ms(minutes * 60_000),
            sector: Sector::other(), lang: Lang::en(), summary: "s".into(), markdown: "m".into(),
        };
        store.write(move |c| (-3..30).try_for_each(|n| {
            piece::put(c, &new(format!("Number {}", n + 3), n), Hash::of(&n.to_be_bytes()), NOW).map(drop)
        })).unwrap();
        let found = |kind| store.read(|c| piece::recent(c, kind, NOW, 9)).unwrap().len();
        assert_eq!((found(None), found(Some(PieceKind::Blog)), found(Some(PieceKind::Opinion))), (4, 4, 0));
        assert_eq!(store.read(|c| piece::of_byline(c, "Ann", NOW, 2)).unwrap().len(), 2);
    }

    fn a_piece_put_again_is_replaced(store, _reopen) {
        let new = |kind, minutes, summary: &str| NewPiece {
            kind, title: "On rivers".into(), byline: "Ann".into(), role: "hydrologist".into(),
            published: NOW.plus_ms(minutes), sector: Sector::other(), lang: Lang::en(), summary: summary.into(),
            markdown: "# Rivers".into(),
        };
        let put = |piece: NewPiece| store.write(move |c| piece::put(c, &piece, Hash::of(b"file"), NOW)).unwrap();
        let first = put(new(PieceKind::Opinion, 0, "old"));
        assert_eq!(put(new(PieceKind::Opinion, 0, "new")), first);
        let blog = put(new(PieceKind::Blog, 1, "blog"));
        let later = NOW.plus_ms(60_000);
        let all = store.read(|c| piece::recent(c, None, later, 9)).unwrap();
        assert_eq!(all.iter().map(|p| p.id).collect::<Vec<_>>(), [blog, first]);
        let opinions = store.read(|c| piece::recent(c, Some(PieceKind::Opinion), later, 9)).unwrap();
        assert_eq!((opinions.len(), opinions[0].piece.summary.as_str(), opinions[0].slug.as_str()), (1, "new", "on-rivers"));
        assert_eq!(store.read(|c| piece::by_id(c, blog)).unwrap().unwrap().piece, new(PieceKind::Blog, 1, "blog"));
    }
}
