//! The morning mail, from the clock to a mail server.

use std::{path::Path, process::Command, sync::Arc};

use dateline::morning::Morning;
use news::{Lang, PersonId, Time, job::Job, person::Role, stage::Stage};
use store::person::{NewPerson, Secrets};
use testkit::{SmtpServer, TestNewsroom};

/// Monday 30 November 2026, 06:30 in Paris.
const MORNING: Time = Time(1_796_016_600_000);

fn morning(server: &SmtpServer) -> Morning {
    let house = mail::House {
        name: "The Ledger".into(),
        base_url: "https://ledger.example".into(),
        zone: jiff::tz::TimeZone::get("Europe/Paris").unwrap(),
        accents: ["#a4243b".into(), "#e0808f".into()],
        from: "The Ledger <desk@ledger.example>".into(),
        four_eyes: false,
        reply_to: String::new(),
    };
    let (host, port, secure) = ("127.0.0.1".into(), server.port(), mail::smtp::Secure::Open);
    let settings = mail::smtp::Settings { host, port, secure, login: None };
    Morning {
        house,
        relay: mail::Relay::new(settings).unwrap(),
        at: jiff::civil::time(6, 30, 0, 0),
        taken: Default::default(),
    }
}

fn newsroom(server: &SmtpServer) -> TestNewsroom {
    let mut newsroom = TestNewsroom::new(MORNING).unwrap();
    Arc::get_mut(&mut newsroom.room).unwrap().morning = Some(Arc::new(morning(server)));
    newsroom
}

fn somebody(newsroom: &TestNewsroom, name: &'static str) -> PersonId {
    let add = move |c: &mut dyn store::Conn| {
        let secrets = Secrets { password: "p".into(), totp: "t".into() };
        let email = format!("{}@ledger.example", name.to_lowercase());
        let new = NewPerson { email: &email, name, role: Role::Editor, competence: "", secrets: &secrets };
        store::person::insert(c, &new, MORNING)
    };
    newsroom.store().write(add).unwrap()
}

fn held(newsroom: &TestNewsroom, headline: &'static str) {
    let hold = move |c: &mut dyn store::Conn| {
        let id = store::story::insert(c, &Lang::en(), headline, MORNING)?;
        let mut story = store::story::by_id(c, id)?.unwrap();
        (story.stage, story.held_reason) = (Stage::Held, "Who said so?".into());
        store::story::update(c, &story)
    };
    newsroom.store().write(hold).unwrap();
}

/// The server's clock shows that time: it looks, and does what is due.
fn at(newsroom: &TestNewsroom, now: Time) {
    let morning = newsroom.room.morning.clone().unwrap();
    morning.tick(newsroom.store(), now).unwrap();
    newsroom.room.until_idle(now).unwrap();
}

#[test]
fn each_morning_everybody_gets_one_letter() {
    let server = SmtpServer::start().unwrap();
    let newsroom = newsroom(&server);
    somebody(&newsroom, "Ida");
    somebody(&newsroom, "Bo");
    at(&newsroom, MORNING);
    assert!(server.taken().is_empty(), "nothing waits");
    held(&newsroom, "Mayor resigns");
    at(&newsroom, MORNING.plus_ms(Time::MINUTE_MS));
    assert!(server.taken().is_empty(), "the day's mail is done");
    let tomorrow = MORNING.plus_ms(Time::DAY_MS);
    for minutes in [-1, 0, 1, 90] {
        at(&newsroom, tomorrow.plus_ms(minutes * Time::MINUTE_MS));
    }
    let taken = server.taken();
    let to: Vec<_> = taken.iter().flat_map(|letter| &letter.to).map(String::as_str).collect();
    assert_eq!(to, ["ida@ledger.example", "bo@ledger.example"]);
    let first = taken.first().unwrap();
    assert_eq!(first.from, "desk@ledger.example");
    assert_eq!(first.header("Subject"), "The Ledger, Tuesday 1 December: 1 held");
    assert_eq!(first.header("Message-ID"), "<morning.2026-12-01.1@ledger.example>");
    assert!(first.words().contains("- Mayor resigns\r\n"), "{}", first.words());
    assert!(first.words().contains("https://ledger.example/desk/story/1"));
    // The job again, as after a crash before it was noted as done: the letter was noted.
    let again = Job::Mail { person: PersonId(1), day: "2026-12-01".into() };
    newsroom.store().write(move |c| store::job::add(c, &again, tomorrow, tomorrow)).unwrap();
    newsroom.room.until_idle(tomorrow).unwrap();
    assert_eq!(server.taken().len(), 2);
}

#[test]
fn an_address_that_is_refused_holds_up_no_other() {
    let server = SmtpServer::start().unwrap();
    let newsroom = newsroom(&server);
    let gone = somebody(&newsroom, "Ida");
    somebody(&newsroom, "Bo");
    somebody(&newsroom, "Cy");
    held(&newsroom, "Mayor resigns");
    server.refuse("ida@ledger.example", 550);
    server.refuse("bo@ledger.example", 450);
    at(&newsroom, MORNING);
    assert_eq!(server.taken().len(), 1, "Cy has theirs");
    let parked = newsroom.store().read(store::job::parked).unwrap();
    let [job] = parked.as_slice() else { panic!("{parked:?}") };
    assert_eq!(job.job, Job::Mail { person: gone, day: "2026-11-30".into() }, "refused for good: not tried again");
    assert!(job.error.contains("550") && job.error.contains("not for ida@ledger.example"), "{}", job.error);
    server.accept("bo@ledger.example");
    server.accept("ida@ledger.example");
    newsroom.room.until_idle(MORNING.plus_ms(Time::MINUTE_MS)).unwrap();
    assert_eq!(server.taken().len(), 2, "Bo has theirs at the second try");
    // Somebody presses "try again" in the afternoon: the morning is over.
    let (id, late) = (job.id, MORNING.plus_ms(7 * Time::HOUR_MS));
    newsroom.store().write(move |c| store::job::unpark(c, id, late)).unwrap();
    newsroom.room.until_idle(late).unwrap();
    assert_eq!(server.taken().len(), 2);
}

#[test]
fn a_mail_is_not_late_and_two_servers_send_one() {
    let server = SmtpServer::start().unwrap();
    let newsroom = newsroom(&server);
    somebody(&newsroom, "Ida");
    held(&newsroom, "Mayor resigns");
    at(&newsroom, MORNING.plus_ms(6 * Time::HOUR_MS));
    assert!(server.taken().is_empty(), "six hours late");
    let (day, other) = (MORNING.plus_ms(Time::DAY_MS), morning(&server));
    other.tick(newsroom.store(), day).unwrap();
    at(&newsroom, day);
    other.tick(newsroom.store(), day.plus_ms(1)).unwrap();
    newsroom.room.until_idle(day.plus_ms(1)).unwrap();
    assert_eq!(server.taken().len(), 1);
}

fn run(folder: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(args).current_dir(folder).env_remove("DATELINE_HOME").env("LEDGER_MAIL", "s3cret");
    let output = command.output().unwrap();
    let words = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    (output.status.code(), words(output.stdout), words(output.stderr))
}

#[test]
fn the_command_sends_a_trial_letter_and_says_what_is_wrong() {
    let (server, folder) = (SmtpServer::start().unwrap(), tempfile::tempdir().unwrap());
    let settings = |url: &str| {
        let lines = format!("[mail]\nsmtp = {url:?}\nfrom = \"The Ledger <desk@ledger.example>\"\n");
        std::fs::write(folder.path().join("dateline.toml"), lines + "password_env = \"LEDGER_MAIL\"\n").unwrap();
    };
    std::fs::write(folder.path().join("dateline.toml"), "").unwrap();
    let (code, _, err) = run(folder.path(), &["mail", "test", "--to", "ida@ledger.example"]);
    assert!(code == Some(2) && err.contains("mail.smtp is empty"), "{err}");

    settings(&server.url().replace("smtp://", "smtp://desk%40ledger.example@"));
    let (code, out, err) = run(folder.path(), &["mail", "test", "--to", "ida@ledger.example"]);
    assert_eq!(code, Some(0), "{err}");
    assert!(out.contains("took a trial letter to ida@ledger.example"), "{out}");
    assert_eq!(server.taken().first().unwrap().to, ["ida@ledger.example"]);
    assert!(server.logins().first().unwrap().starts_with("AUTH PLAIN "));

    server.refuse("bo@ledger.example", 550);
    let (code, _, err) = run(folder.path(), &["mail", "test", "--to", "bo@ledger.example"]);
    assert!(code == Some(1) && err.contains("(550)") && err.contains("Check user and password"), "{err}");

    server.refuse_logins(535);
    let (code, _, err) = run(folder.path(), &["mail", "test", "--to", "ida@ledger.example", "-vv"]);
    assert!(code == Some(1) && err.contains("refuses user and password (535)"), "{err}");
    // The server repeated what it was sent: neither the password nor its base 64 is told.
    assert!(!err.contains("s3cret") && !err.contains("AUTH") && !err.contains("czNjcmV0"), "{err}");

    let (code, _, err) = run(folder.path(), &["mail", "show"]);
    assert!(code == Some(1) && err.contains("nobody is at the desk yet"), "{err}");
}
