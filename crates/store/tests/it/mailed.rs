//! Whose morning mail went out, and what it tells of, on every database.

use news::job::Job;
use news::person::Role;
use news::stage::Stage;
use news::{Lang, PersonId, RevisionId, Time};
use store::person::{NewPerson, Secrets};
use store::{Conn, claim, job, log, mailed, morning, oddity, person, schedule, story};

use crate::backend::{NOW, id_of, publish, receive, report, source, tests};

fn somebody(c: &mut dyn Conn, name: &str) -> PersonId {
    let secrets = Secrets { password: "p".into(), totp: "t".into() };
    let email = format!("{}@ledger.example", name.to_lowercase());
    let new = NewPerson { email: &email, name, role: Role::Editor, competence: "", secrets: &secrets };
    person::insert(c, &new, NOW).unwrap()
}

tests! {
    fn a_day_is_begun_once_and_handed_to_those_who_want_it(store, _reopen) {
        let day = "2026-11-30";
        let (ida, bo, cy, di) = store.write(|c| Ok((somebody(c, "Ida"), somebody(c, "Bo"), somebody(c, "Cy"), somebody(c, "Di")))).unwrap();
        store.write(move |c| {
            assert!(mailed::begin(c, day, NOW)? && !mailed::begin(c, day, NOW)?);
            assert!(!mailed::begin(c, "2026-11-29", NOW)?, "an earlier day is over");
            mailed::set_wants(c, bo, false)?;
            person::set_left(c, cy, Some(NOW))?;
            mailed::put(c, di, day, NOW)?;
            mailed::put(c, di, day, NOW.plus_ms(5))?;
            mailed::hand_out(c, day, NOW)?;
            mailed::hand_out(c, day, NOW)
        }).unwrap();
        let jobs: Vec<Job> = store.write(|c| job::claim(c, "w", NOW, 1000, 9)).unwrap().into_iter().map(|j| j.job).collect();
        assert_eq!(jobs, [Job::Morning { day: day.into() }, Job::Mail { person: ida, day: day.into() }]);
        store.read(|c| {
            assert_eq!((mailed::last(c, di)?, mailed::last(c, ida)?), (Some(NOW), None));
            assert!(mailed::wants(c, ida)? && !mailed::wants(c, bo)?);
            assert_eq!(mailed::waiting(c, ida, day)?.map(|p| p.name), Some("Ida".into()));
            assert!(mailed::waiting(c, di, day)?.is_none() && mailed::waiting(c, di, "2026-12-01")?.is_some());
            Ok(())
        }).unwrap();
    }

    fn what_waits_is_told_the_oldest_first_and_counted(store, _reopen) {
        let later = NOW.plus_ms(Time::HOUR_MS);
        let (one, two, out) = store.write(move |c| {
            let agency = source(c, "one");
            let one = story::insert(c, &Lang::en(), "One", NOW)?;
            let two = story::insert(c, &Lang::en(), "Two", NOW)?;
            for id in [one, two] {
                let mut held = story::by_id(c, id)?.unwrap();
                held.stage = Stage::Held;
                story::update(c, &held)?;
            }
            let mut secret = report("s", "text");
            secret.embargo = Some(later);
            let secret = id_of(receive(c, agency, &secret, 0));
            story::attach(c, two, secret, "new", 1.0, NOW)?;
            claim::put(c, two, "Ida", NOW)?;
            let (who, reason): (String, String) = ("Ida".into(), "as agreed".into());
            schedule::put(c, &schedule::Scheduled { story: one, revision: RevisionId(1), at: later, who, reason })?;
            let out = publish(c, "Out", 0, |s| s.held_reason = "more came".into());
            let (who, act, thing, reason) = ("policy".into(), "publish".into(), "story".into(), "supported".into());
            log::add(c, &log::Entry { at: NOW, who, act, thing, thing_id: out.0, reason })?;
            for (n, what) in ["a", "b"].into_iter().enumerate() {
                oddity::add(c, agency, &oddity::Kept { at: NOW.plus_ms(n as i64), what: what.into(), blob: None })?;
            }
            assert_eq!(morning::oddities(c, NOW)?, [(agency, 2)]);
            assert_eq!(morning::oddities(c, NOW.plus_ms(2))?, []);
            Ok((one, two, out))
        }).unwrap();
        let ids = |lines: morning::Lines| (lines.lines.iter().map(|l| l.story.id).collect::<Vec<_>>(), lines.in_all);
        store.read(|c| {
            assert_eq!(ids(morning::of_stage(c, Stage::Held, "", NOW, 9)?), (vec![one, two], 2));
            assert_eq!(ids(morning::of_stage(c, Stage::Held, "", NOW, 1)?), (vec![one], 2));
            assert_eq!(ids(morning::of_stage(c, Stage::Held, "Ida", NOW, 9)?), (vec![two], 1));
            assert_eq!(ids(morning::updates(c, "", NOW, 9)?), (vec![out], 1));
            assert_eq!(ids(morning::scheduled(c, NOW, later.plus_ms(1), "", 9)?), (vec![one], 1));
            assert_eq!(ids(morning::scheduled(c, NOW, later, "", 9)?), (vec![], 0));
            assert_eq!(ids(morning::let_out(c, "policy", NOW, NOW, 9)?), (vec![out], 1));
            assert_eq!(ids(morning::let_out(c, "policy", NOW.plus_ms(1), NOW, 9)?), (vec![], 0));
            let quiet = |c: &mut dyn Conn, id, now| morning::one(c, id, now).map(|line| line.unwrap().quiet);
            assert!(!quiet(c, one, NOW)? && quiet(c, two, NOW)? && !quiet(c, two, later)?);
            assert_eq!(morning::one(c, one, NOW)?.unwrap().goes_out, Some(later));
            Ok(())
        }).unwrap();
    }
}
