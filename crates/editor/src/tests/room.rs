//! A desk over a store of its own, and browsers at it.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use axum::{body::Body, http::Request};
use http_body_util::BodyExt;
use news::{
    Hash, Lang, StoryId, Time,
    person::Role,
    report::Report,
    source::{NewSource, Treatment},
};
use store::{Store, report::NewReport};
use tower::ServiceExt;

use crate::{Client, Desk, House, field::encode, sign};

pub const NOW: Time = Time(1_796_000_000_000);
pub const PASSWORD: &str = "the ferry leaves at seven";

/// A desk whose clock the test turns.
pub struct Room {
    pub desk: Arc<Desk>,
    pub store: Store,
    pub clock: Arc<AtomicI64>,
    runtime: tokio::runtime::Runtime,
    _home: tempfile::TempDir,
}

/// A browser: what it holds, and what its person's phone shows.
#[derive(Clone, Default)]
pub struct Browser {
    pub cookies: Vec<(String, String)>,
    pub token: String,
    pub secret: String,
    pub client: u8,
}

/// An answer.
#[derive(Debug)]
pub struct Page {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Page {
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }

    /// The value of the first field of that name.
    pub fn field(&self, name: &str) -> String {
        let at = self.body.find(&format!("name=\"{name}\" value=\"")).map(|at| &self.body[at..]);
        let value = at.and_then(|rest| rest.split("value=\"").nth(1)).and_then(|v| v.split('"').next());
        value.unwrap_or_default().to_owned()
    }

    /// Where it leads.
    pub fn to(&self) -> &str {
        self.header("location")
    }
}

impl Room {
    pub fn new() -> Self {
        Self::with(|_| ())
    }

    pub fn with(change: impl FnOnce(&mut House)) -> Self {
        let home = tempfile::tempdir().unwrap();
        let store = Store::open(home.path()).unwrap();
        let clock = Arc::new(AtomicI64::new(NOW.0));
        let mut house = House {
            name: "The Ledger".into(),
            base_url: "https://ledger.example".into(),
            responsible: "Rosa Linden".into(),
            zone: "Europe/Paris".into(),
            accents: ["#a4243b".into(), "#e0808f".into()],
            four_eyes: false,
            country: |c| if c.code() == "PT" { "Portugal" } else { "" },
            pictures: Arc::new(super::upload::Lab),
            previews: Some(Arc::new(super::preview::Press)),
            arrangement: Default::default(),
            taken: Arc::new(|word| word == "latest"),
            desk: desk::House::default(),
        };
        change(&mut house);
        let tick = clock.clone();
        let now = Arc::new(move || Time(tick.load(Ordering::Relaxed)));
        let desk = Desk::new(house, store.clone(), now).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Self { desk, store, clock, runtime, _home: home }
    }

    pub fn now(&self) -> Time {
        Time(self.clock.load(Ordering::Relaxed))
    }

    /// Time goes by.
    pub fn pass(&self, ms: i64) {
        self.clock.fetch_add(ms, Ordering::Relaxed);
    }

    /// Somebody of that role, signed in at a browser of their own. Their step-up is fresh.
    pub fn somebody(&self, name: &str, role: Role) -> Browser {
        let email = format!("{}@ledger.example", name.to_lowercase().replace(' ', "."));
        let path = crate::invite(&self.store, &email, role, None, "test", self.now()).unwrap();
        let mut browser = Browser { client: 1, ..Browser::default() };
        let form = self.get(&browser, &path);
        browser.secret = form.field("secret");
        let code = browser.code(self.now());
        let joined = self.post(
            &mut browser,
            &path,
            &[
                ("name", name),
                ("email", &email),
                ("competence", "health reporter"),
                ("password", PASSWORD),
                ("secret", &form.field("secret")),
                ("code", &code),
            ],
        );
        assert_eq!(joined.status, 200, "{}", joined.body);
        assert!(joined.body.contains("Keep these on paper"));
        browser.token = self.get(&browser, "/desk").field("token");
        // The code of the joining is used up: the next one comes half a minute later.
        self.pass(30_000);
        browser
    }

    /// A story about a library, drafted from one report and held for review.
    pub fn story(&self) -> StoryId {
        self.story_of("a", REPORT)
    }

    pub fn story_of(&self, guid: &str, text: &str) -> StoryId {
        self.sent(guid, text, None)
    }

    /// The agency sends it again and says that it was wrong.
    pub fn correction_of(&self, guid: &str, text: &str) -> StoryId {
        self.sent(guid, text, Some(news::report::Signal::Correction))
    }

    /// The agency takes it back; nothing is drafted anew yet.
    pub fn withhold(&self, guid: &str) {
        let guid = guid.to_owned();
        let now = self.now();
        let withheld = move |c: &mut dyn store::Conn| {
            let known = store::report::by_guid(c, None, &guid)?.unwrap();
            let mut report = known.report.clone();
            report.status = news::report::PubStatus::Withheld;
            report.version = Some(9);
            let raw_hash = Hash::of(b"raw");
            let new = NewReport {
                source: known.source,
                report: &report,
                raw_hash,
                filed_from: None,
                adapter: "t",
                received: now,
            };
            store::report::insert(c, &new).map(drop)
        };
        self.store.write(withheld).unwrap();
    }

    fn sent(&self, guid: &str, text: &str, signal: Option<news::report::Signal>) -> StoryId {
        let (text, guid, now) = (text.to_owned(), guid.to_owned(), self.now());
        let id = self
            .store
            .write(move |c| {
                let new = NewSource {
                    slug: "calwick".into(),
                    name: "Calwick".into(),
                    home: None,
                    feed_url: None,
                    treatment: Treatment::Rewrite,
                    show_words: 250,
                    lang: Lang::en(),
                    zone: None,
                    no_ai: false,
                };
                let source = store::source::put(c, &new, now)?;
                let headline = text.lines().next().unwrap_or_default().to_owned();
                let report =
                    Report { guid, headline: headline.clone(), text, lang: Lang::en(), signal, ..Report::default() };
                let raw_hash = Hash::of(b"raw");
                let new =
                    NewReport { source, report: &report, raw_hash, filed_from: None, adapter: "t", received: now };
                let report = match store::report::insert(c, &new)? {
                    store::report::Inserted::New(id) | store::report::Inserted::NewVersion { id, .. } => id,
                    other => panic!("{other:?}"),
                };
                let story = match store::story::of_report(c, report)? {
                    Some(story) => story,
                    None => store::story::insert(c, &Lang::en(), &headline, now)?,
                };
                store::story::attach(c, story, report, "new", 1.0, now)?;
                Ok(story)
            })
            .unwrap();
        self.redraft(id);
        id
    }

    /// The steps that the pipeline would take.
    pub fn redraft(&self, id: StoryId) {
        let house = &self.desk.house.desk;
        desk::step::draft::draft(&self.store, house, id, self.now()).unwrap();
        desk::step::verify::verify(&self.store, house, id, self.now()).unwrap();
        desk::step::illustrate::save(&self.store, id, None, self.now()).unwrap();
        desk::step::decide::decide(&self.store, house, id, self.now()).unwrap();
        self.redraft_jobs();
    }

    /// The jobs of what was just done by hand are done.
    pub fn redraft_jobs(&self) {
        let now = self.now();
        let left = self.store.write(move |c| store::job::claim(c, "w", now, 1000, 100)).unwrap();
        self.store.write(move |c| left.into_iter().try_for_each(|j| store::job::done(c, j.id))).unwrap();
    }

    pub fn latest(&self, id: StoryId) -> (news::story::Story, news::revision::Revision) {
        self.store
            .read(|c| Ok((store::story::by_id(c, id)?.unwrap(), store::revision::latest(c, id)?.unwrap())))
            .unwrap()
    }

    pub fn get(&self, browser: &Browser, path: &str) -> Page {
        self.ask(browser, Request::get(path))
    }

    /// A form of this desk, with its token.
    pub fn post(&self, browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> Page {
        let token = browser.token.clone();
        let fields: Vec<_> = [("token", token.as_str())].into_iter().chain(fields.iter().copied()).collect();
        let page = self.send(browser, path, &fields, &[("sec-fetch-site", "same-origin")]);
        for (_, line) in page.headers.iter().filter(|(name, _)| name == "set-cookie") {
            let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
            browser.cookies.retain(|(known, _)| known != name);
            browser.cookies.push((name.into(), value.into()));
        }
        page
    }

    /// Any form, with any headers.
    pub fn send(&self, browser: &Browser, path: &str, fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Page {
        let body: Vec<String> = fields.iter().map(|(n, v)| format!("{}={}", encode(n), encode(v))).collect();
        let mut request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.ask_with(browser, request, Body::from(body.join("&")))
    }

    /// Saves a text over the newest revision.
    pub fn save(&self, browser: &mut Browser, id: StoryId, headline: &str, summary: &str, body: &str) -> Page {
        let base = self.latest(id).1.id.to_string();
        let fields = [("base", base.as_str()), ("headline", headline), ("summary", summary), ("body", body)];
        self.post(browser, &format!("/desk/story/{id}/save"), &fields)
    }

    /// Presses a button of the story's acts.
    pub fn act(&self, browser: &mut Browser, id: StoryId, act: &str, more: &[(&str, &str)]) -> Page {
        let base = self.latest(id).1.id.to_string();
        let fields: Vec<_> = [("act", act), ("base", base.as_str())].into_iter().chain(more.iter().copied()).collect();
        self.post(browser, &format!("/desk/story/{id}/act"), &fields)
    }

    fn ask(&self, browser: &Browser, request: axum::http::request::Builder) -> Page {
        self.ask_with(browser, request, Body::empty())
    }

    pub fn ask_with(&self, browser: &Browser, request: axum::http::request::Builder, body: Body) -> Page {
        let cookies: Vec<String> = browser.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
        let request = request.header("cookie", cookies.join("; ")).header("user-agent", "Firefox/150 Linux");
        let mut request = request.body(body).unwrap();
        request.extensions_mut().insert(Client([192, 0, 2, browser.client].into()));
        let router = self.desk.router();
        self.runtime.block_on(async {
            let response = router.oneshot(request).await.unwrap();
            let status = response.status().as_u16();
            let header = |(n, v): (&axum::http::HeaderName, &axum::http::HeaderValue)| {
                (n.to_string(), String::from_utf8_lossy(v.as_bytes()).into_owned())
            };
            let headers = response.headers().iter().map(header).collect();
            let body = response.into_body().collect().await.unwrap().to_bytes();
            Page { status, headers, body: String::from_utf8_lossy(&body).into_owned() }
        })
    }
}

impl Browser {
    /// What the phone shows.
    pub fn code(&self, now: Time) -> String {
        sign::code::shown(&self.secret, now)
    }
}

/// What Calwick sent.
pub const REPORT: &str = "Velmo council votes to open library on Sundays
The council of Porto Velmo voted on Monday to open the town library on Sundays from March.
Some 240 readers had asked for it, council leader Ines Brandt said.
The library will hire three people, at a cost of 90,000 euros a year, she said.";
