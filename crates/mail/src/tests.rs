//! Letters over a store: who is told what, and what no headline can do.

use jiff::tz::TimeZone;
use news::{
    Hash, Lang, PersonId, RevisionId, StoryId, Time,
    person::{Person, Role},
    report::{PubStatus, Report},
    source::{NewSource, Treatment},
    stage::Stage,
    verdict::Verdict,
};
use store::{Conn, Store, report::NewReport};

use crate::{Error, House, Letter, Relay, morning, smtp, trial};

/// Monday 30 November 2026, 06:30 in Paris.
const NOW: Time = Time(1_796_016_600_000);

struct Desk {
    store: Store,
    house: House,
    _home: tempfile::TempDir,
}

fn desk() -> Desk {
    let home = tempfile::tempdir().unwrap();
    let house = House {
        name: "The Ledger".into(),
        base_url: "https://ledger.example:8443".into(),
        zone: TimeZone::get("Europe/Paris").unwrap(),
        accents: ["#a4243b".into(), "#e0808f".into()],
        from: "The Ledger <desk@ledger.example>".into(),
        four_eyes: false,
        reply_to: "news@ledger.example".into(),
    };
    Desk { store: Store::open(home.path()).unwrap(), house, _home: home }
}

fn person(name: &str, role: Role) -> Person {
    Person {
        id: PersonId(7),
        email: "ida@ledger.example".into(),
        name: name.into(),
        role,
        competence: String::new(),
        created: NOW,
        left: None,
    }
}

impl Desk {
    /// A story at that stage.
    fn story(&self, stage: Stage, lang: &str, headline: &str, reason: &str) -> StoryId {
        let (lang, headline, reason) = (Lang::new(lang), headline.to_owned(), reason.to_owned());
        self.write(move |c| {
            let id = store::story::insert(c, &lang, &headline, NOW)?;
            let mut story = store::story::by_id(c, id)?.unwrap();
            (story.stage, story.held_reason, story.verdict) = (stage, reason, Some(Verdict::NotFound));
            story.updated = (stage == Stage::Published).then_some(NOW);
            store::story::update(c, &story)?;
            Ok(id)
        })
    }

    fn write<T: Send + 'static>(&self, work: impl FnOnce(&mut dyn Conn) -> store::Result<T> + Send + 'static) -> T {
        self.store.write(work).unwrap()
    }

    fn letter(&self, person: &Person) -> Option<Letter> {
        morning::letter(&self.store, &self.house, person, NOW).unwrap()
    }

    fn editors(&self) -> Letter {
        self.letter(&person("Ida Okafor", Role::Editor)).unwrap()
    }

    /// A report of that story.
    fn report(&self, story: StoryId, status: PubStatus, embargo: Option<Time>) {
        self.write(move |c| {
            let source = store::source::put(c, &source(), NOW)?;
            let guid = format!("r{story}");
            let report = Report { guid, headline: "x".into(), status, embargo, ..Report::default() };
            let new = NewReport {
                source,
                report: &report,
                raw_hash: Hash::of(b"raw"),
                filed_from: None,
                adapter: "t",
                received: NOW,
            };
            let id = match store::report::insert(c, &new)? {
                store::report::Inserted::New(id) | store::report::Inserted::NewVersion { id, .. } => id,
                other => panic!("{other:?}"),
            };
            store::story::attach(c, story, id, "new", 1.0, NOW)
        });
    }
}

fn source() -> NewSource {
    NewSource {
        slug: "calwick".into(),
        name: "Calwick".into(),
        home: None,
        feed_url: Some("https://calwick.example/feed?key=s3cret".into()),
        treatment: Treatment::Rewrite,
        show_words: 250,
        lang: Lang::en(),
        zone: None,
        no_ai: false,
    }
}

fn head(letter: &Letter) -> String {
    let bytes = String::from_utf8(letter.bytes().unwrap()).unwrap();
    bytes.split("\r\n\r\n").next().unwrap().replace("\r\n ", " ")
}

#[test]
fn nothing_waits_nothing_is_sent() {
    let desk = desk();
    assert_eq!(desk.letter(&person("Ida", Role::Editor)), None);
    // What the policy let out, and what goes out by itself, waits for nobody.
    let out = desk.story(Stage::Published, "en", "Rain stops play", "");
    let soon = desk.story(Stage::Scheduled, "en", "Library to open on Sundays", "");
    desk.write(move |c| {
        let entry = store::log::Entry {
            at: NOW.plus_ms(-Time::HOUR_MS),
            who: "policy".into(),
            act: "publish".into(),
            thing: "story".into(),
            thing_id: out.0,
            reason: "supported".into(),
        };
        store::log::add(c, &entry)?;
        let (who, reason, at) = ("Ida".into(), "as agreed".into(), NOW.plus_ms(Time::HOUR_MS));
        store::schedule::put(c, &store::schedule::Scheduled { story: soon, revision: RevisionId(1), at, who, reason })
    });
    assert_eq!(desk.letter(&person("Ida", Role::Editor)), None);
    desk.story(Stage::Held, "en", "Mayor resigns", "who said so?");
    let text = desk.editors().text;
    assert!(text.contains("Let out by the policy since the last mail: 1\n- Rain stops play"), "{text}");
    assert!(text.contains("- Library to open on Sundays\n  Goes out at 07:30."), "{text}");
}

#[test]
fn the_letter_says_what_waits_and_where() {
    let desk = desk();
    let id = desk.story(Stage::Held, "en", "Mayor resigns, council says", "The report says 12; the draft says 41.");
    desk.story(Stage::Review, "en", "Bread & <butter>", "");
    let letter = desk.editors();
    assert_eq!(letter.subject, "The Ledger, Monday 30 November: 1 held, 1 in review");
    let expected = format!(
        "Good morning, Ida Okafor. This is what waits at the desk.\n\nHeld: 1\n- Mayor resigns, council says\n  \
         Not found in its sources. The report says 12; the draft says 41.\n  https://ledger.example:8443/desk/story/{id}\n"
    );
    assert!(letter.text.starts_with(&expected), "{}", letter.text);
    assert!(letter.text.contains("Bread & <butter>") && !letter.html.contains("<butter>"), "{}", letter.html);
    assert!(letter.html.contains(&format!("<a href=\"https://ledger.example:8443/desk/story/{id}\" lang=\"en\"")));
    for foreign in ["<img", "<script", "http://", "@import", "url("] {
        assert!(!letter.html.contains(foreign), "{foreign}");
    }
    let links = letter.html.matches("href=\"").count();
    assert_eq!(letter.html.matches("href=\"https://ledger.example:8443/desk").count(), links);
}

#[test]
fn its_head_is_that_of_a_machine_with_a_way_out() {
    let desk = desk();
    desk.story(Stage::Held, "en", "Mayor resigns", "");
    let (one, two) = (desk.editors(), desk.editors());
    let head = head(&one);
    for line in [
        "Date: Mon, 30 Nov 2026 05:30:00 +0000",
        "Message-ID: <morning.2026-11-30.7@ledger.example>",
        "<desk@ledger.example>",
        "Reply-To: news@ledger.example",
        "<ida@ledger.example>",
        "Auto-Submitted: auto-generated",
        "List-Id: <morning.ledger.example>",
        "List-Unsubscribe: <https://ledger.example:8443/desk/account>",
        "Content-Type: multipart/alternative;",
    ] {
        assert!(head.contains(line), "{line} in {head}");
    }
    assert_eq!(one.bytes().unwrap(), two.bytes().unwrap(), "the same letter has the same bytes");
    let body = String::from_utf8(one.bytes().unwrap()).unwrap();
    assert!(body.find("text/plain").unwrap() < body.find("text/html").unwrap(), "the plain part comes first");
}

#[test]
fn no_name_or_headline_adds_a_line_to_the_head() {
    let mut desk = desk();
    desk.house.name = "The Ledger\r\nBcc: all@evil.example".into();
    desk.story(Stage::Held, "en", "Fire\r\nBcc: all@evil.example\r\n\r\n.\r\nMAIL FROM:<x@y>", "a\u{202e}b\u{1b}[2J");
    let somebody = person("Ida\r\nBcc: all@evil.example", Role::Admin);
    let letter = desk.letter(&somebody).unwrap();
    let head = head(&letter);
    assert!(head.split("\r\n").all(|line| !line.starts_with("Bcc")), "{head}");
    assert!(!letter.text.contains('\r') && !letter.text.contains('\u{1b}') && !letter.text.contains('\u{202e}'));
    assert!(letter.text.lines().all(|line| !line.starts_with("Bcc") && line != "."), "{}", letter.text);
    let nowhere = Letter { to: "a@b.example\r\nBcc: c@d.example".into(), ..letter.clone() };
    assert!(matches!(nowhere.bytes(), Err(Error::Permanent(_))));
    let forged = Letter { from: "A <a@b.example>\r\nBcc: c@d.example".into(), ..letter };
    assert!(matches!(forged.bytes(), Err(Error::Permanent(_))));
}

#[test]
fn a_headline_from_right_to_left_stays_in_its_place() {
    let desk = desk();
    desk.story(Stage::Held, "ar", "استقالة رئيس البلدية", "why");
    let letter = desk.editors();
    assert!(letter.text.contains("- \u{2068}استقالة رئيس البلدية\u{2069}\n"), "{}", letter.text);
    assert!(letter.html.contains("lang=\"ar\" dir=\"rtl\""), "{}", letter.html);
    assert!(letter.bytes().unwrap().is_ascii(), "any mail server can carry it");
}

#[test]
fn words_under_embargo_stay_at_the_desk() {
    let desk = desk();
    for (status, embargo) in [(PubStatus::Withheld, None), (PubStatus::Usable, Some(NOW.plus_ms(Time::DAY_MS)))] {
        let id = desk.story(Stage::Held, "en", "Secret merger of two banks", "The report says merger.");
        desk.report(id, status, embargo);
        let letter = desk.editors();
        assert!(letter.text.contains(&format!("- Story {id}\n")), "{}", letter.text);
        let all = format!("{}{}{}", letter.text, letter.html, letter.subject);
        assert!(!all.contains("merger"), "{all}");
    }
}

#[test]
fn a_reporter_hears_of_what_is_held_and_of_their_own() {
    let desk = desk();
    desk.story(Stage::Held, "en", "Held story", "");
    let own = desk.story(Stage::Review, "en", "Own story", "");
    desk.story(Stage::Review, "en", "Story of another", "");
    desk.write(move |c| {
        store::claim::put(c, own, "Bo Adeyemi", NOW)?;
        let source = store::source::put(c, &source(), NOW)?;
        (0..3).try_for_each(|_| store::source::failed(c, source, "said s3cret", NOW, NOW))
    });
    let text = desk.letter(&person("Bo Adeyemi", Role::Reporter)).unwrap().text;
    assert!(text.contains("Held story") && text.contains("Own story"), "{text}");
    assert!(!text.contains("Story of another") && !text.contains("Calwick"), "{text}");
    let editors = desk.editors();
    assert!(editors.text.contains("Its feed failed 3 times in a row."), "{}", editors.text);
    assert!(!editors.text.contains("s3cret"), "neither a feed's key nor what a server said");
}

#[test]
fn pieces_of_others_wait_where_the_house_wants_four_eyes() {
    let mut desk = desk();
    let piece = news::piece::NewPiece {
        kind: news::piece::PieceKind::Opinion,
        title: "Count the books".into(),
        byline: "Bo".into(),
        role: String::new(),
        published: NOW,
        sector: news::Sector::other(),
        lang: Lang::en(),
        summary: "s".into(),
        markdown: "m".into(),
    };
    desk.write(move |c| {
        let (hash, changed_by) = (Hash::of(b"a"), "Bo");
        let (over, piece, picture, told, now) = (None, &piece, None, "", NOW);
        let save = store::piece::Save { over, piece, picture, hash, changed_by, told, now };
        store::piece::keep(c, &save)
    });
    assert!(desk.letter(&person("Ida", Role::Editor)).is_none(), "whoever wrote it may let it out");
    desk.house.four_eyes = true;
    assert!(desk.letter(&person("Ida", Role::Editor)).is_none(), "it may be half a text: that alone is no letter");
    desk.story(Stage::Held, "en", "Ships wait", "");
    let letter = desk.letter(&person("Ida", Role::Editor)).unwrap();
    assert!(letter.subject.ends_with(": 1 held"), "{}", letter.subject);
    assert!(letter.text.contains("Count the books") && letter.text.contains("Changed last by Bo."), "{}", letter.text);
    assert!(letter.text.contains("/desk/pieces/1"), "{}", letter.text);
    for (name, role, why) in [("Bo", Role::Editor, "his own"), ("Eve", Role::Reporter, "she may not see pieces")] {
        assert!(!desk.letter(&person(name, role)).unwrap().text.contains("Count the books"), "{why}");
    }
}

#[test]
fn twenty_are_told_and_the_rest_counted_the_oldest_first() {
    let desk = desk();
    for n in 1..=23 {
        desk.story(Stage::Held, "en", &format!("Story about {n} ships"), "");
    }
    let letter = desk.editors();
    assert!(letter.subject.ends_with(": 23 held"), "{}", letter.subject);
    assert!(letter.text.contains("about 1 ships") && letter.text.contains("about 20 ships"));
    assert!(!letter.text.contains("about 21 ships"));
    assert!(letter.text.contains("and 3 more: https://ledger.example:8443/desk?list=held"), "{}", letter.text);
}

#[test]
fn a_server_that_is_not_there_is_a_passing_trouble_and_no_password_is_told() {
    // A port of this machine that nobody listens at.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let login = Some(smtp::Login { user: "desk".into(), password: "s3cret".into() });
    let settings = smtp::Settings { host: "127.0.0.1".into(), port, secure: smtp::Secure::Open, login };
    let relay = Relay::new(settings).unwrap();
    let error = relay.send(&trial(&desk().house, "ida@ledger.example", NOW)).unwrap_err();
    assert!(matches!(error, Error::Temporary(_)) && error.to_string().contains("cannot be reached"), "{error}");
    assert!(!format!("{relay:?} {error:?}").contains("s3cret"));
}
