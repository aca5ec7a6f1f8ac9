//! Reports, the stories they are tied to, and revisions.

use news::report::{Dateline, PubStatus, Report, Signal, Subject, WirePicture};
use news::revision::Draft;
use news::verdict::{Citation, Finding, Kind, Part, Sentence, Severity, Verdict};
use news::{Country, Hash, Lang, ReportId, StoryId, Time, stage::Stage};
use store::report::{self, Inserted};
use store::{Error, Store, feature, revision, story};

use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use crate::backend::{NOW, backends, id_of, receive, report as plain, source, tests};

/// A store with a source (1) and a story (1).
fn begin(store: &Store) {
    store
        .write(|c| {
            source(c, "one");
            story::insert(c, &Lang::en(), "Rain", NOW)
        })
        .unwrap();
}

fn put(store: &Store, report: Report, minutes: i64) -> Inserted {
    store.write(move |c| Ok(receive(c, news::SourceId(1), &report, minutes))).unwrap()
}

fn tie(store: &Store, report: ReportId) {
    store.write(move |c| story::attach(c, StoryId(1), report, "same event", 0.9, NOW)).unwrap();
}

fn texts(store: &Store, now: Time) -> Vec<String> {
    let reports = store.read(|c| report::of_story(c, StoryId(1), now)).unwrap();
    reports.into_iter().map(|r| r.report.text.lines().last().unwrap().to_owned()).collect()
}

fn full() -> Report {
    Report {
        version: Some(3),
        follows: vec!["g0".into()],
        status: PubStatus::Usable,
        signal: Some(Signal::Correction),
        url: Some("https://one.example/1".into()),
        dateline: Some(Dateline { place: "Leeds".into(), day: Some("Nov 6".into()) }),
        byline: Some("A. Person".into()),
        credit: Some("One".into()),
        slugline: Some("RAIN".into()),
        ed_note: Some("check".into()),
        published: Some(NOW),
        updated: Some(NOW.plus_ms(1)),
        embargo: None,
        urgency: Some(3),
        subjects: vec![Subject { kind: "place".into(), code: None, name: "Leeds".into() }],
        pictures: vec![WirePicture {
            url: "https://one.example/1.jpg".into(),
            width: Some(4),
            ..WirePicture::default()
        }],
        rights: Some("(c) One".into()),
        no_ai: true,
        raw: b"<item/>".to_vec(),
        ..plain("g1", "first")
    }
}

fn drawing() -> news::story::Picture {
    let involvement = news::label::Involvement::Procedural;
    news::story::Picture {
        blob: Hash::of(b"svg"),
        media_type: "image/svg+xml".into(),
        width: 1200,
        height: 675,
        alt: "a map".into(),
        caption: "The flood".into(),
        credit: String::new(),
        involvement,
        digital_source_type: involvement.digital_source_type().into(),
        sizes: Vec::new(),
        brought: None,
    }
}

tests! {
    fn every_field_of_a_report_comes_back(store, _reopen) {
        begin(&store);
        let id = id_of(put(&store, full(), 0));
        let stored = store.read(|c| report::by_id(c, id)).unwrap().unwrap();
        assert_eq!(stored.report, Report { raw: Vec::new(), ..full() });
        assert_eq!(stored.text_hash, Hash::of(full().text.as_bytes()));
        assert_eq!((stored.source_name.as_str(), stored.filed_from, stored.received), ("one agency", Country::new("gb"), NOW));
        assert_eq!(store.read(|c| report::text(c, stored.text_hash)).unwrap(), Some(full().text));
        assert_eq!(store.read(|c| report::by_guid(c, None, "g1")).unwrap().map(|r| r.id), Some(id));
        assert_eq!(store.read(|c| report::by_guid(c, Some(news::SourceId(2)), "g1")).unwrap(), None);
    }

    fn names_and_words_of_any_length_and_sign_are_kept(store, _reopen) {
        begin(&store);
        // Without a pattern that a database could press together.
        let noise = |seed: u32| (0..60_u32).map(|n| Hash::of(&(seed, n).0.wrapping_add(n).to_be_bytes()).hex()).collect::<String>();
        let (one, two) = (noise(1), format!("{}é", noise(1)));
        let ids = [one.as_str(), two.as_str(), "nul \u{0} in it"].map(|guid| id_of(put(&store, plain(guid, guid), 0)));
        for (guid, id) in [one.as_str(), two.as_str(), "nul \u{0} in it"].iter().zip(ids) {
            let stored = store.read(|c| report::by_guid(c, None, guid)).unwrap().unwrap();
            assert_eq!((stored.id, stored.report.guid.as_str()), (id, *guid));
            assert_eq!(put(&store, plain(guid, guid), 1), Inserted::Same(id));
        }
        store.write(move |c| {
            let kept = store::oddity::Kept { at: NOW, what: one.clone(), blob: None };
            store::oddity::add(c, news::SourceId(1), &kept)?;
            store::term::set(c, StoryId(1), &[(one, 1.0), (two, 2.0)])
        }).unwrap();
        let kept = store.read(|c| store::oddity::of_source(c, news::SourceId(1), 9)).unwrap();
        assert!(kept[0].what.len() < 1000, "{}", kept[0].what.len());
    }

    fn versions_supersede_by_number(store, _reopen) {
        begin(&store);
        let version = |n, text| Report { version: Some(n), ..plain("g1", text) };
        let one = id_of(put(&store, version(1, "a"), 0));
        assert_eq!(put(&store, version(1, "a"), 1), Inserted::Same(one));
        let three = id_of(put(&store, version(3, "c"), 2));
        assert_eq!(put(&store, version(2, "b"), 3), Inserted::Older(three));
        assert_eq!(put(&store, version(3, "d"), 4), Inserted::NewVersion { id: ReportId(3), old: three });
        let old = store.read(|c| report::by_id(c, one)).unwrap().unwrap();
        assert_eq!(old.superseded_by, Some(three));
        assert_eq!(store.read(|c| report::by_guid(c, None, "g1")).unwrap().unwrap().id, ReportId(3));
        assert_eq!(store.read(|c| report::recent(c, None, 2)).unwrap().len(), 2);
    }

    fn versions_without_a_number_supersede_by_difference(store, _reopen) {
        begin(&store);
        let one = id_of(put(&store, plain("g1", "a"), 0));
        assert_eq!(put(&store, Report { byline: Some("B".into()), ..plain("g1", "a") }, 1), Inserted::Same(one));
        let changes: [fn(&mut Report); 5] = [
            |r| r.text.push_str(" and more"),
            |r| r.headline = "Rain goes on".into(),
            |r| r.embargo = Some(NOW),
            |r| r.no_ai = true,
            |r| r.status = PubStatus::Canceled,
        ];
        let mut next = plain("g1", "a");
        for change in changes {
            change(&mut next);
            assert!(matches!(put(&store, next.clone(), 2), Inserted::NewVersion { .. }));
        }
    }

    fn a_stale_copy_without_a_number_is_older_but_a_withdrawal_never_is(store, _reopen) {
        begin(&store);
        let at = |ms, text| Report { updated: Some(NOW.plus_ms(ms)), ..plain("g1", text) };
        put(&store, at(0, "a"), 0);
        let two = id_of(put(&store, at(10, "b"), 0));
        assert_eq!(put(&store, at(0, "a"), 1), Inserted::Older(two));
        let kill = Report { status: PubStatus::Canceled, ..at(0, "a") };
        assert!(matches!(put(&store, kill, 2), Inserted::NewVersion { .. }));
    }

    fn the_same_guid_of_two_sources_is_two_items(store, _reopen) {
        begin(&store);
        let second = store.write(|c| Ok(source(c, "two"))).unwrap();
        put(&store, plain("g1", "a"), 0);
        let other = store.write(move |c| Ok(receive(c, second, &plain("g1", "b"), 0))).unwrap();
        assert!(matches!(other, Inserted::New(_)));
    }

    fn a_story_rests_on_newest_usable_reports_whose_embargo_is_over(store, _reopen) {
        begin(&store);
        let late = Report { embargo: Some(NOW.plus_ms(10)), ..plain("g2", "embargoed") };
        for (report, minutes) in [(plain("g1", "first"), 5), (late, 1), (plain("g3", "third"), 3)] {
            tie(&store, id_of(put(&store, report, minutes)));
        }
        assert_eq!(texts(&store, NOW), ["third", "first"]);
        assert_eq!(texts(&store, NOW.plus_ms(10)), ["embargoed", "third", "first"]);
        // The newer version counts at once, tied again or not.
        let newer = id_of(put(&store, plain("g1", "first, updated"), 6));
        assert_eq!(texts(&store, NOW), ["third", "first, updated"]);
        tie(&store, newer);
        assert_eq!(texts(&store, NOW), ["third", "first, updated"]);
        put(&store, Report { status: PubStatus::Canceled, ..plain("g3", "third") }, 7);
        put(&store, Report { status: PubStatus::Withheld, ..plain("g1", "first") }, 8);
        assert_eq!(texts(&store, NOW), Vec::<String>::new());
    }

    fn a_report_is_tied_to_one_story_whichever_version_is_asked_for(store, _reopen) {
        begin(&store);
        let old = id_of(put(&store, plain("g1", "a"), 0));
        assert_eq!(store.read(|c| story::of_report(c, old)).unwrap(), None);
        tie(&store, old);
        let new = id_of(put(&store, plain("g1", "b"), 1));
        assert_eq!(store.read(|c| story::of_report(c, new)).unwrap(), Some(StoryId(1)));
        let other = store.write(move |c| {
            let other = story::insert(c, &Lang::en(), "Other", NOW)?;
            story::attach(c, other, new, "moved", 1.0, NOW)?;
            Ok(other)
        }).unwrap();
        for version in [old, new] {
            assert_eq!(store.read(|c| story::of_report(c, version)).unwrap(), Some(other));
        }
        assert_eq!(texts(&store, NOW), Vec::<String>::new());
    }

    fn features_are_of_tied_newest_usable_reports_of_living_stories(store, _reopen) {
        begin(&store);
        let ids: Vec<_> = ["g1", "g2", "g3", "g4"].iter().map(|g| id_of(put(&store, plain(g, g), 0))).collect();
        let (all, tied) = (ids.clone(), ids.clone());
        store.write(move |c| {
            for (n, id) in (0..).zip(&all) {
                feature::put(c, *id, &Lang::en(), NOW.plus_ms(n), &format!("{{\"n\":{n}}}"), &[1, u64::MAX - n as u64])?;
            }
            Ok(())
        }).unwrap();
        tied[..3].iter().for_each(|id| tie(&store, *id));
        let since = |ms| -> Vec<ReportId> {
            let rows = store.read(|c| feature::since(c, &Lang::en(), NOW.plus_ms(ms), 9)).unwrap();
            rows.into_iter().map(|row| row.report).collect()
        };
        assert_eq!(since(0), [ids[2], ids[1], ids[0]]);
        assert_eq!(since(1), [ids[2], ids[1]]);
        put(&store, plain("g2", "newer"), 1);
        put(&store, Report { status: PubStatus::Canceled, ..plain("g3", "g3") }, 1);
        assert_eq!(since(0), [ids[0]]);
        assert_eq!(store.read(|c| feature::since(c, &Lang::new("fr"), NOW, 9)).unwrap(), []);
        store.write(|c| {
            let mut story = story::by_id(c, StoryId(1))?.unwrap();
            story.stage = Stage::Killed;
            story::update(c, &story)
        }).unwrap();
        assert_eq!(since(0), []);
        let sharing = store.read(|c| feature::sharing(c, &[1, u64::MAX - 1, u64::MAX - 1], 2)).unwrap();
        assert_eq!(sharing, [(ids[1], 2), (ids[3], 1)]);
    }

    fn every_field_of_a_story_comes_back(store, _reopen) {
        begin(&store);
        let mut story = store.read(|c| story::by_id(c, StoryId(1))).unwrap().unwrap();
        assert_eq!((story.stage, story.sector.slug(), story.slug.as_str(), story.created), (Stage::Drafted, "other", "rain", NOW));
        story.stage = Stage::Killed;
        story.sector_reason = "the word `rain`".into();
        story.headline = "Rain, and more".into();
        story.slug = "rain-and-more".into();
        story.dateline_place = "Leeds".into();
        story.filed_from = Country::new("GB");
        story.about = ["FR", "ML"].iter().filter_map(|code| Country::new(code)).collect();
        story.sensitive = true;
        story.verdict = Some(Verdict::Contradicted);
        story.held_reason = "two sources differ".into();
        (story.first_published, story.updated) = (Some(NOW), Some(NOW.plus_ms(1)));
        story.noindex = true;
        story.kill_notice = "Withdrawn.".into();
        let saved = story.clone();
        store.write(move |c| story::update(c, &saved)).unwrap();
        assert_eq!(store.read(|c| story::by_id(c, StoryId(1))).unwrap(), Some(story.clone()));
        assert_eq!(store.read(|c| story::recent(c, Some(Stage::Killed), 9)).unwrap(), [story.clone()]);
        assert_eq!(store.read(|c| story::recent(c, Some(Stage::Held), 9)).unwrap(), []);
        story.stage = Stage::Published;
        let saved = story.clone();
        store.write(move |c| story::update(c, &saved)).unwrap();
        assert_eq!(store.read(|c| story::recent(c, Some(Stage::Published), 9)).unwrap(), [story.clone()]);
        story.id = StoryId(99);
        let missing = store.write(move |c| story::update(c, &story)).unwrap_err();
        assert_eq!(missing.to_string(), "there is no story 99 in this newsroom");
    }

    fn revisions_are_numbered_checked_and_published(store, _reopen) {
        begin(&store);
        let draft = Draft { lang: Lang::en(), headline: "Rain".into(), summary: "It rained.".into(), paragraphs: vec!["It rained.".into()], marks: Vec::new() };
        let (given, name) = (draft.clone(), draft.hash(&[]));
        let ids: Vec<_> = (0..2).map(|_| {
            let draft = given.clone();
            store.write(move |c| revision::insert(c, StoryId(1), &draft, name, "extract", "", NOW)).unwrap()
        }).collect();
        let sentence = Sentence {
            part: Part::Body(2),
            range: 3..17,
            verdict: Verdict::Contradicted,
            citations: vec![Citation { report: ReportId(1), text_hash: name, range: 4..9 }],
            findings: vec![Finding {
                kind: Kind::Number, severity: Severity::Block, verdict: Verdict::Contradicted, at: 0..2, draft: "12".into(),
                source: Some("14".into()), citation: None, reason: "the draft says 12, One says 14".into(),
            }],
            support: 0.75,
        };
        let id = ids[1];
        let headline = Sentence { part: Part::Headline, findings: vec![], ..sentence.clone() };
        let checked = vec![headline, sentence];
        for _ in 0..2 {
            let checked = checked.clone();
            store.write(move |c| revision::set_check(c, id, Verdict::Contradicted, &checked)).unwrap();
        }
        let stored = store.read(|c| revision::latest(c, StoryId(1))).unwrap().unwrap();
        assert_eq!((stored.id, stored.number, &stored.draft, stored.verdict), (id, 2, &draft, Verdict::Contradicted));
        assert_eq!(stored.sentences, checked);
        assert_eq!(store.read(|c| revision::published(c, StoryId(1))).unwrap(), []);

        let (picture, kept) = (drawing(), drawing());
        store.write(move |c| revision::set_picture(c, id, Some(&kept), Hash::of(b"2"))).unwrap();
        store.write(move |c| revision::set_published(c, id, NOW)).unwrap();
        store.write(move |c| revision::set_published(c, id, NOW.plus_ms(9))).unwrap();
        let refused = store.write(move |c| revision::set_picture(c, id, None, Hash::of(b"3"))).unwrap_err();
        assert!(matches!(refused, Error::Refused(_)), "{refused}");
        let out = store.read(|c| revision::published(c, StoryId(1))).unwrap();
        assert_eq!((out.len(), out[0].published, out[0].picture.clone(), out[0].hash), (1, Some(NOW), Some(picture), Hash::of(b"2")));
        let missing = store.write(move |c| revision::insert(c, StoryId(9), &draft, name, "extract", "", NOW)).unwrap_err();
        assert!(matches!(missing, Error::Missing { .. }), "{missing}");
    }
}

/// In whatever order versions arrive, and however often, one row is the newest, and it is the highest version.
#[test]
fn the_highest_version_wins_in_any_order() {
    for backend in backends() {
        let home = backend.home();
        let (store, items) = (home.open(), std::cell::Cell::new(0));
        begin(&store);
        let mut runner =
            TestRunner::new(ProptestConfig { cases: 30, failure_persistence: None, ..ProptestConfig::default() });
        let arriving = prop::collection::vec((1..6_u64, 0..2_u8), 1..20);
        let played = runner.run(&arriving, |versions| {
            items.set(items.get() + 1);
            let guid = format!("item {}", items.get());
            let mut stored = 0;
            for (version, text) in &versions {
                let report = Report { version: Some(*version), ..plain(&guid, &format!("text {text}")) };
                stored += usize::from(matches!(put(&store, report, 0), Inserted::New(_) | Inserted::NewVersion { .. }));
            }
            let rows = store.read(|c| report::recent(c, None, stored)).unwrap();
            prop_assert!(rows.iter().all(|row| row.report.guid == guid));
            let newest: Vec<_> = rows.iter().filter(|row| row.superseded_by.is_none()).collect();
            prop_assert_eq!((rows.len(), newest.len()), (stored, 1));
            prop_assert_eq!(newest[0].report.version, versions.iter().map(|(version, _)| *version).max());
            Ok(())
        });
        played.unwrap_or_else(|fault| panic!("on {}: {fault}", backend.name));
    }
}
