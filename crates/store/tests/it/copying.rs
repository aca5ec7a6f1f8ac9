//! A newsroom taken along into another database.

use std::collections::BTreeSet;

use news::disclosure::{Review, Signed};
use news::job::Job;
use news::person::Role;
use news::{Hash, Lang, StoryId, Time};
use store::copy::{Copied, copy};
use store::table::TABLES;
use store::{
    Error, Store, ceremony, change, cite, claim, feature, invitation, job, passkey, person, piece, redirect, referrer,
    review, revision, saved_view, schedule, server, setting, sign_in, signature, story, token, view,
};

use crate::backend::{NOW, POSTGRES, SQLITE, backends, id_of, publish, receive, report, source};
use crate::postgres;

/// Somebody at the desk, with everything that the desk keeps.
fn fill_desk(c: &mut dyn store::Conn) -> store::Result<()> {
    let secrets = person::Secrets { password: "$argon2id$".into(), totp: "SECRET".into() };
    let new =
        person::NewPerson { email: "ida@x.example", name: "Ida", role: Role::Admin, competence: "", secrets: &secrets };
    let ida = person::insert(c, &new, NOW)?;
    assert!(person::insert(c, &new, NOW).is_err(), "a name is one person's");
    assert!(person::set_left(c, ida, Some(NOW)).is_err(), "the last admin stays");
    assert!(person::use_step(c, ida, 7)? && !person::use_step(c, ida, 7)?, "a code is taken once");
    let hash = Hash::of(b"code");
    person::set_recovery_codes(c, ida, &[hash])?;
    assert!(person::use_recovery_code(c, ida, hash, NOW)? && !person::use_recovery_code(c, ida, hash, NOW)?);
    let link = invitation::Invitation {
        hash,
        email: "bo@x.example".into(),
        role: Role::Reporter,
        by: "Ida".into(),
        person: None,
        created: NOW,
        expires: NOW.plus_ms(9),
    };
    invitation::put(c, &link)?;
    assert_eq!(invitation::open(c, hash, NOW)?, Some(link));
    assert_eq!(invitation::open(c, hash, NOW.plus_ms(9))?, None);
    sign_in::put(c, hash, ida, "Browser", "192.0.2.1", NOW)?;
    assert_eq!(sign_in::of_person(c, ida)?.len(), 1);
    let (credential, name) = (b"0123456789abcdef".to_vec(), "laptop".to_owned());
    let new = passkey::NewPasskey { person: ida, credential, name, fixed: vec![1], state: vec![2], transports: 0 };
    assert!(passkey::put(c, &new, NOW)? && !passkey::put(c, &new, NOW)?, "a credential is one person's");
    let id = passkey::of_person(c, ida)?[0].id;
    assert!(
        passkey::used(c, id, &[2], &[3], NOW)? && !passkey::used(c, id, &[2], &[4], NOW)?,
        "over its own state only"
    );
    let (kind, seat) = ("prove".into(), "s".into());
    let asked = ceremony::Ceremony { hash, kind, seat, state: vec![1], expires: NOW.plus_ms(9) };
    ceremony::put(c, &asked, NOW)?;
    assert_eq!(ceremony::by_hash(c, hash)?, Some(asked));
    saved_view::put(c, ida, "urgent", "list=held&urgency=urgent")?;
    assert_eq!(saved_view::of_person(c, ida)?, [("urgent".to_owned(), "list=held&urgency=urgent".to_owned())]);
    let old = redirect::Redirect { path: "/old".into(), target: "/article/1".into(), who: "Ida".into(), at: NOW };
    redirect::put(c, &old)?;
    assert_eq!((redirect::of_path(c, "/old")?.as_deref(), redirect::list(c, "", 9)?), (Some("/article/1"), vec![old]));
    referrer::add(c, &[("search.example".into(), 2)], NOW)?;
    referrer::add(c, &[("search.example".into(), 1), ("a.example".into(), 1)], NOW)?;
    assert_eq!(referrer::top(c, NOW, 1)?, [("search.example".to_owned(), 3)]);
    cite::put(c, StoryId(1), news::ReportId(1), "Ida", NOW)?;
    assert_eq!((cite::of_story(c, StoryId(1))?.len(), cite::stories(c, news::ReportId(1))?), (1, vec![StoryId(1)]));
    claim::put(c, StoryId(1), "Ida", NOW)?;
    assert_eq!(claim::of_story(c, StoryId(1))?.as_deref(), Some("Ida"));
    let at = NOW.plus_ms(5);
    let (who, reason) = ("Ida".to_owned(), "as agreed".to_owned());
    let due = schedule::Scheduled {
        story: StoryId(1),
        revision: news::RevisionId(1),
        at,
        who: who.clone(),
        reason: reason.clone(),
    };
    schedule::put(c, &due)?;
    assert_eq!(schedule::of_story(c, StoryId(1))?, Some(due));
    let signed = signature::Signature { story: StoryId(1), words: "Rain.".into(), who, reason, at: NOW };
    signature::put(c, &signed)?;
    assert_eq!(signature::of_story(c, StoryId(1))?, [signed]);
    let signed = Signed::WithSecondFactor;
    let text = String::new;
    let read = Review {
        who: "Ida".into(),
        role: "editor".into(),
        competence: text(),
        at: NOW,
        revision: hash,
        facts_checked: true,
        sources_checked: true,
        signed,
        changes: text(),
        responsible: text(),
        contact: text(),
        scope: text(),
    };
    review::add(c, StoryId(1), ida, &read)?;
    assert_eq!(review::of_story(c, StoryId(1))?.into_iter().map(|r| r.review).collect::<Vec<_>>(), [read]);
    assert_eq!(review::between(c, NOW, NOW.plus_ms(1))?.len(), 1);
    let scopes = [news::scope::Scope::Read];
    let new = token::NewToken { hash, name: "calendar", scopes: &scopes, by: "Ida", expires: Some(NOW.plus_ms(9)) };
    let id = token::insert(c, &new, NOW)?;
    assert!(token::insert(c, &new, NOW).is_err(), "a name is one token's");
    token::used(c, id, NOW)?;
    assert_eq!(token::open(c, hash, NOW)?.map(|t| (t.id, t.used)), Some((id, Some(NOW))));
    assert_eq!(token::open(c, hash, NOW.plus_ms(9))?, None);
    assert!(token::end_by(c, "Ida", NOW)? == 1 && !token::end(c, id, NOW)?);
    assert_eq!(token::open(c, hash, NOW)?, None);
    store::mailed::put(c, ida, "2026-11-30", NOW)?;
    Ok(())
}

/// Something in every table.
fn fill(store: &Store) {
    let blobs = [b"small".to_vec(), vec![7; 300_000], Vec::new()];
    let raw: Vec<Hash> = blobs.iter().map(|bytes| store.put_blob(bytes).unwrap()).collect();
    let write = store.write(move |c| {
        let agency = source(c, "one");
        let kept = store::oddity::Kept { at: NOW, what: "odd \u{0}sign".into(), blob: Some(raw[0]) };
        store::oddity::add(c, agency, &kept)?;
        for n in 0..700 {
            let report = id_of(receive(c, agency, &report(&format!("g{n}"), &format!("text {n} ٤ é")), n));
            feature::put(c, report, &Lang::en(), NOW, "{}", &[1, n as u64, u64::MAX - n as u64])?;
            if n < 3 {
                let id = publish(c, "Rain", n, |story| {
                    story.about = vec![news::Country::new("ML").unwrap()];
                    story.placed = vec![news::story::Placed { edition: "sahel".into(), inside: true }];
                });
                story::attach(c, id, report, "same event", 0.1 + 0.2, NOW)?;
                store::term::set(c, id, &[("rain".into(), 1.0 / 3.0), ("été".into(), -0.0)])?;
                view::add(c, &[(id, NOW, 5)])?;
            }
        }
        let marks = vec![news::mark::Mark {
            paragraph: 0,
            range: 0..4,
            manner: news::mark::Manner::Link("https://a.example/".into()),
        }];
        let draft = news::revision::Draft {
            headline: "Rain".into(),
            paragraphs: vec!["Rain.".into()],
            marks,
            ..Default::default()
        };
        let id = revision::insert(c, StoryId(1), &draft, raw[0], "extract", "", NOW)?;
        let sentence = news::verdict::Sentence {
            part: news::verdict::Part::Headline,
            range: 0..4,
            verdict: news::verdict::Verdict::Supported,
            citations: vec![],
            findings: vec![],
            support: 0.7,
        };
        revision::set_check(c, id, news::verdict::Verdict::Supported, &[sentence])?;
        let asked = news::asked::Asked {
            story: StoryId(1),
            revision: Some(id),
            at: NOW,
            model: "m".into(),
            version: "m-1".into(),
            prompt: Hash::of(b"p"),
            tokens_in: 900,
            tokens_out: 200,
            cost_micros: 850,
            ms: 1200,
            outcome: news::asked::Outcome::Used,
            reason: String::new(),
        };
        store::asked::add(c, &asked)?;
        let (story, other) = (StoryId(2), StoryId(3));
        let report = story::reports(c, story)?[0];
        let likely = store::suggestion::Suggestion { story, other, report, score: 0.5, why: "names".into(), at: NOW };
        store::suggestion::put(c, &likely)?;
        assert_eq!(store::suggestion::open(c, 5)?, [likely]);
        store::label::put(c, StoryId(2), store::label::Field::Sector, "health", "Ida", NOW)?;
        let field = store::label::Field::Sector;
        assert_eq!(store::label::newest(c, field, 9)?, [(StoryId(2), "health".into(), NOW)]);
        assert_eq!(store::label::count_since(c, field, NOW.plus_ms(-1))?, 1);
        assert_eq!(store::label::count_since(c, field, NOW)?, 0);
        store::thread::put(c, StoryId(2), StoryId(1), "names", NOW)?;
        store::thread::put(c, StoryId(3), StoryId(2), "names", NOW)?;
        assert_eq!(store::thread::head(c, StoryId(3))?, StoryId(1));
        assert_eq!(store::thread::cards(c, StoryId(1), 9)?.len(), 3);
        store::merge::put(c, StoryId(90), StoryId(91), NOW)?;
        store::merge::put(c, StoryId(91), StoryId(2), NOW)?;
        assert_eq!(store::merge::into(c, StoryId(90))?, StoryId(2), "one step always ends the walk");
        assert_eq!(store::merge::into(c, StoryId(2))?, StoryId(2));
        assert_eq!(store::asked::of_story(c, StoryId(1))?, [asked]);
        assert_eq!(store::asked::spent(c, NOW.plus_ms(-1))?, (1100, 850));
        assert_eq!(store::asked::spent(c, NOW)?, (0, 0));
        fill_desk(c)?;
        store::correction::add(
            c,
            &store::correction::Correction { story: StoryId(1), at: NOW, note: "n".into(), who: "w".into() },
        )?;
        let entry = store::log::Entry {
            at: NOW,
            who: "policy".into(),
            act: "publish".into(),
            thing: "story".into(),
            thing_id: 1,
            reason: "r".into(),
        };
        store::log::add(c, &entry)?;
        change::add(c, StoryId(1), "publish", NOW)?;
        setting::set(c, "sample", "1")?;
        server::beat(c, "a", "an old server", 0, Time(5))?;
        let new = news::piece::NewPiece {
            kind: news::piece::PieceKind::Blog,
            title: "On rivers".into(),
            byline: "Ann".into(),
            role: String::new(),
            published: NOW,
            sector: news::Sector::other(),
            lang: Lang::en(),
            summary: String::new(),
            markdown: "# R".into(),
        };
        let id = piece::put(c, &new, raw[1], NOW)?;
        let save = |over: Hash, hash: Hash| piece::Save {
            over: Some((id, over)),
            piece: &new,
            picture: None,
            hash,
            changed_by: "Ida",
            told: "A name was wrong.",
            now: NOW,
        };
        piece::put_out(c, &save(raw[1], raw[0]))?;
        assert_eq!(piece::keep(c, &save(raw[0], Hash::of(b"draft")))?, piece::Saved::As(id));
        for n in 0..3 {
            job::add(c, &Job::Draft { story: StoryId(n) }, NOW, NOW)?;
        }
        Ok(())
    });
    write.unwrap();
    // The highest job was given a number that no row shows any more.
    let last = store.write(|c| job::claim(c, "a/1", NOW, 1, 9)).unwrap().pop().unwrap().id;
    store.write(move |c| job::done(c, last)).unwrap();
}

fn wrong(copied: &[Copied]) -> Vec<&Copied> {
    copied.iter().filter(|table| !table.is_same()).collect()
}

fn highest_job(store: &Store) -> i64 {
    store.write(|c| job::add(c, &Job::Draft { story: StoryId(99) }, Time(0), NOW)).unwrap();
    store.write(|c| job::claim(c, "b/1", NOW, 1, 1)).unwrap()[0].id.0
}

#[test]
fn a_newsroom_is_taken_along_in_every_direction() {
    for from in backends() {
        for to in backends() {
            let (old, new) = (from.home(), to.home());
            let (from, to) = (old.open(), new.open());
            fill(&from);
            let mut told = 0;
            let copied = copy(&from, &to, NOW, |progress| {
                told += 1;
                assert!(progress.rows <= progress.of, "{}", progress.table);
            })
            .unwrap();
            assert_eq!(wrong(&copied), Vec::<&Copied>::new());
            assert_eq!(copied.len(), TABLES.len() + 1);
            assert!(copied.iter().all(|table| table.from.0 > 0), "a table was left empty by this test: {copied:?}");
            assert!(told > 10);
            assert_eq!(to.blob(Hash::of(&vec![7; 300_000])).unwrap().map(|bytes| bytes.len()), Some(300_000));
            assert_eq!(
                to.read(|c| story::by_id(c, StoryId(2))).unwrap(),
                from.read(|c| story::by_id(c, StoryId(2))).unwrap()
            );
            assert!(highest_job(&to) > 3, "a number was given twice");
            let refused = copy(&from, &to, NOW, |_| ()).unwrap_err();
            assert!(matches!(&refused, Error::Refused(words) if words.contains("not empty")), "{refused}");
        }
    }
}

#[test]
fn a_newsroom_at_work_is_not_copied() {
    let (old, new) = (SQLITE.home(), SQLITE.home());
    let (from, to) = (old.open(), new.open());
    from.write(|c| server::beat(c, "a", "alpha (process 7)", 0, NOW)).unwrap();
    let refused = copy(&from, &to, NOW, |_| ()).unwrap_err().to_string();
    assert!(refused.contains("alpha (process 7)") && refused.contains("stop it first"), "{refused}");
}

#[test]
fn a_row_that_differs_is_told_by_its_table() {
    let (old, new) = (SQLITE.home(), SQLITE.home());
    let (from, to) = (old.open(), new.open());
    fill(&from);
    // The other side changes a word of what it is given.
    to.write(|c| {
        let sql =
            "CREATE TRIGGER t AFTER INSERT ON story BEGIN UPDATE story SET headline = 'Sun' WHERE id = new.id; END";
        c.execute(sql, &[])
    })
    .unwrap();
    let copied = copy(&from, &to, NOW, |_| ()).unwrap();
    assert_eq!(wrong(&copied).iter().map(|table| table.table).collect::<Vec<_>>(), ["story"]);
}

/// What a migration makes and the list of tables does not have would be left behind by a copy.
#[test]
fn the_list_of_tables_has_every_table() {
    let listed: BTreeSet<String> = TABLES.iter().map(|table| table.name.to_owned()).collect();
    let home = SQLITE.home();
    let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'schema'";
    assert_eq!(names(&home.open(), sql), listed);
    if postgres::answers() {
        let home = POSTGRES.home();
        let sql = "SELECT CAST(tablename AS TEXT) AS name FROM pg_tables WHERE schemaname = current_schema() \
            AND tablename NOT IN ('schema', 'raw_schema', 'blob')";
        assert_eq!(names(&home.open(), sql), listed);
    }
}

fn names(store: &Store, sql: &'static str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let read = store.read(|c| {
        c.visit(sql, &[], &mut |row| {
            names.insert(row.get("name")?);
            Ok(())
        })
    });
    read.unwrap();
    names
}
