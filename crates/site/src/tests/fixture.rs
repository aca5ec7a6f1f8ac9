//! A small newsroom with published stories, for the tests of this crate.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicI64, Ordering},
};

use axum::{body::Body, extract::ConnectInfo, http::Request};
use http_body_util::BodyExt;
use news::{
    Country, Hash, Lang, SourceId, StoryId, Time,
    label::Involvement,
    mark::Mark,
    piece::{NewPiece, PieceKind},
    report::{Dateline, Report},
    revision::Draft,
    source::{NewSource, Treatment},
    stage::Stage,
    story::{Picture, Story},
    verdict::{Citation, Finding, Kind, Part, Sentence, Severity, Verdict},
};
use store::Store;
use tower::ServiceExt;

use crate::{Arrangement, Checker, Edition, FooterGroup, House, Link, Pasted, ViewCounter};

/// 7 November 2025, 08:00 in Paris.
pub const NOW: Time = Time(1_762_498_800_000);

/// The newsroom.
pub struct Newsroom {
    pub store: Store,
    broken: Arc<AtomicBool>,
    reads_broken: Arc<AtomicBool>,
    stories_spoilt: Arc<AtomicBool>,
    pub views: Arc<ViewCounter>,
    pub now: Arc<AtomicI64>,
    pub site: Arc<crate::Site>,
    pub router: axum::Router,
    runtime: tokio::runtime::Runtime,
    _home: tempfile::TempDir,
}

/// What a reader gets.
pub struct Got {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub bytes: Vec<u8>,
}

impl Got {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.as_str())
    }
}

/// Says that a sentence is supported when a source holds it, contradicted otherwise.
struct Exact;

impl Checker for Exact {
    fn check(&self, draft: &Draft, evidence: &[Pasted], _: Time) -> (Verdict, Vec<Sentence>) {
        let sentences = sentences(draft, evidence.iter().map(|e| (e.report, e.text_hash, e.text.as_str())).collect());
        (sentences.iter().map(|s| s.verdict).max().unwrap_or(Verdict::NotFound), sentences)
    }
    fn detect(&self, _: &str) -> Lang {
        Lang::en()
    }
    fn told_on(&self, _: &str, _: &Lang, now: Time) -> Time {
        now
    }
}

fn sentences(draft: &Draft, evidence: Vec<(news::ReportId, Hash, &str)>) -> Vec<Sentence> {
    let mut out = Vec::new();
    let mut parts = vec![(Part::Headline, draft.headline.as_str()), (Part::Summary, draft.summary.as_str())];
    parts.extend(draft.paragraphs.iter().enumerate().map(|(n, p)| (Part::Body(n), p.as_str())));
    for (part, text) in parts {
        for range in text::sentence::split(text, &draft.lang) {
            let words = &text[range.clone()];
            let found = evidence.iter().find_map(|(report, hash, t)| {
                t.find(words).map(|at| Citation { report: *report, text_hash: *hash, range: at..at + words.len() })
            });
            let near = evidence.first().map(|(report, hash, t)| Citation {
                report: *report,
                text_hash: *hash,
                range: 0..t.find('\n').unwrap_or(t.len()),
            });
            let finding = Finding {
                kind: Kind::Number,
                severity: Severity::Block,
                verdict: Verdict::Contradicted,
                at: 0..words.find(' ').unwrap_or(words.len()),
                draft: "x".into(),
                source: Some("y".into()),
                citation: near.clone(),
                reason: "The draft says something else than the source.".into(),
            };
            out.push(Sentence {
                part,
                range,
                verdict: if found.is_some() { Verdict::Supported } else { Verdict::Contradicted },
                findings: if found.is_some() { vec![] } else { vec![finding] },
                citations: found.or(near).into_iter().collect(),
                support: 1.0,
            });
        }
    }
    out
}

/// A house with everything filled in.
pub fn house() -> House {
    let link = |name: &str, url: &str| Link { name: name.into(), url: url.into() };
    House {
        name: "The Test Ledger".into(),
        tagline: "News with its sources".into(),
        base_url: "https://ledger.example".into(),
        zone: "Europe/Paris".into(),
        arrangement: Arrangement {
            editions: vec![
                Edition {
                    slug: "ar".into(),
                    name: "الطبعة العربية".into(),
                    lang: Lang::new("ar"),
                    zone: "Africa/Cairo".into(),
                    countries: vec![],
                    sectors: vec![],
                },
                Edition {
                    slug: "andes".into(),
                    name: "Andes edition".into(),
                    lang: Lang::en(),
                    zone: "America/Lima".into(),
                    countries: vec![Country::new("PE").unwrap(), Country::new("BO").unwrap()],
                    sectors: ["health", "headlines", "sports-games"].map(|s| news::Sector::new(s).unwrap()).into(),
                },
            ],
            menu: vec![link("Opinion", "/opinion"), link("Shots", "/shots")],
            sectors: None,
        },
        social: vec![
            link("LinkedIn", "https://social.example/ledger"),
            link("YouTube", "https://video.example/ledger"),
        ],
        footer: vec![FooterGroup { title: "Other links".into(), links: vec![link("Corrections", "/corrections")] }],
        email: "desk@ledger.example".into(),
        phone: "+33 1 99 00 12 34".into(),
        postal: "12 Invented Quay, Paris".into(),
        responsible_editor: "Ines Valcourt".into(),
        responsible_contact: "editor@ledger.example".into(),
        publisher: "Ledger Society".into(),
        security_contact: "mailto:security@ledger.example".into(),
        sample: true,
        ..House::default()
    }
}

/// How to make a story.
pub struct Make<'a> {
    pub headline: &'a str,
    pub paragraphs: &'a [&'a str],
    pub lang: &'a str,
    pub sector: &'a str,
    pub place: &'a str,
    pub filed_from: &'a str,
    pub about: &'a [&'a str],
    pub source: SourceId,
    pub ago_minutes: i64,
    pub picture: bool,
    pub marks: Vec<Mark>,
}

impl Default for Make<'_> {
    fn default() -> Self {
        Self {
            headline: "France calls Sahel state’s Russian security contract a failure",
            paragraphs: &PARAGRAPHS,
            lang: "en",
            sector: "politics",
            place: "Paris",
            filed_from: "FR",
            about: &["ML"],
            source: SourceId(1),
            ago_minutes: 30,
            picture: true,
            marks: vec![],
        }
    }
}

/// About 150 words.
pub const PARAGRAPHS: [&str; 5] = [
    "The French foreign ministry has called the Sahel state’s contract with a Russian security company a failure, two months into a fuel blockade of the capital.",
    "Julien Maubrac, the ministry’s spokesman, said on Thursday that the military-led government had “traded one dependence for another” when it hired the company in 2023. “The choice is a failure, and it is the people who are paying for it,” Mr Maubrac told reporters in Paris.",
    "The blockade is the work of an armed group that has attacked tankers on three main roads into the landlocked country. As many as 1,400 fuel lorries are waiting at the borders, the Union of Drivers said.",
    "A litre of petrol sold for 2,300 francs in the capital on Wednesday, nearly three times the official price.",
    "The embassy would stay open for the roughly 2,600 French citizens registered in the country, Mr Maubrac said. The army has ruled since two coups, after which the government expelled French troops.",
];

impl Newsroom {
    /// An empty newsroom with one source of 250 words.
    pub fn new() -> Self {
        Self::of(house())
    }

    /// An empty newsroom of that house.
    pub fn of(house: House) -> Self {
        let home = tempfile::tempdir().unwrap();
        let broken = Arc::new(AtomicBool::new(false));
        let fault = broken.clone();
        let away = || store::Error::Database("the test took the store away".into());
        let reads_broken = Arc::new(AtomicBool::new(false));
        let reads = reads_broken.clone();
        let stories_spoilt = Arc::new(AtomicBool::new(false));
        let spoilt = stories_spoilt.clone();
        let ask = move |sql: &str| {
            // What a write asks on its way is spared.
            let followed = sql.contains("FROM change") && reads.load(Ordering::Relaxed);
            if sql.contains("story WHERE id = ?1") && spoilt.load(Ordering::Relaxed) {
                return Err(store::Error::Unreadable("a word of another version".into()));
            }
            if fault.load(Ordering::Relaxed) || followed { Err(away()) } else { Ok(()) }
        };
        let store = Store::open(home.path()).unwrap().with_fault(Arc::new(ask));
        let views = Arc::new(ViewCounter::default());
        let now = Arc::new(AtomicI64::new(NOW.ms()));
        let clock = {
            let now = now.clone();
            Arc::new(move || Time(now.load(Ordering::Relaxed)))
        };
        let site = crate::Site::new(Arc::new(house), store.clone(), clock, Arc::new(Exact), views.clone()).unwrap();
        let router = site.router();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let newsroom =
            Self { store, broken, reads_broken, stories_spoilt, views, now, site, router, runtime, _home: home };
        newsroom.source("Calwick Press", Treatment::Rewrite, 250);
        newsroom
    }

    /// A newsroom with a day's worth of stories and pieces.
    pub fn full() -> Self {
        let room = Self::new();
        let press = room.source("Quayline Releases", Treatment::PressRelease, 2000);
        room.story(&Make::default());
        let plain = Make { about: &["FI"], filed_from: "FI", place: "Helsinki", ..Make::default() };
        room.story(&Make {
            headline: "Björkvall to buy Finland’s Kuusanmaa for €3.4bn",
            sector: "business",
            ago_minutes: 90,
            ..plain
        });
        let plain = || Make { about: &["PE"], filed_from: "PE", place: "Lima", picture: false, ..Make::default() };
        room.story(&Make {
            headline: "Earthquake of magnitude 6.1 shakes southern Peru",
            sector: "headlines",
            ago_minutes: 200,
            ..plain()
        });
        room.story(&Make {
            headline: "Port crane maker opens plant",
            sector: "business",
            source: press,
            ago_minutes: 300,
            ..plain()
        });
        for n in 0..6 {
            let headline = format!("Clinic number {n} opens in the hills after two years of work");
            room.story(&Make {
                headline: &headline,
                sector: "health",
                ago_minutes: 400 + n,
                picture: n % 2 == 0,
                ..plain()
            });
        }
        let arabic = [
            "قالت وزارة الخارجية الفرنسية إن العقد فشل. وأضاف المتحدث أن السفارة ستبقى مفتوحة.",
            "تقف 1,400 شاحنة وقود عند الحدود.",
        ];
        room.story(&Make {
            headline: "فرنسا تصف العقد الأمني بأنه فشل بعد شهرين من الحصار",
            paragraphs: &arabic,
            lang: "ar",
            place: "باريس",
            ago_minutes: 60,
            ..Make::default()
        });
        for (kind, title) in [
            (PieceKind::Opinion, "Repair the pump"),
            (PieceKind::Blog, "What the tide gauge knows"),
            (PieceKind::Interview, "The man who listens to bridges"),
        ] {
            room.piece(kind, title);
        }
        room.store
            .write(|c| {
                store::view::add(
                    c,
                    &[(StoryId(1), NOW, 40), (StoryId(3), NOW, 25), (StoryId(11), NOW, 12), (StoryId(2), NOW, 9)],
                )
            })
            .unwrap();
        room
    }

    /// Adds a source.
    pub fn source(&self, name: &str, treatment: Treatment, show_words: u32) -> SourceId {
        let new = NewSource {
            slug: name.to_lowercase().replace(' ', "-"),
            name: name.into(),
            home: Some("https://agency.example/".into()),
            feed_url: None,
            treatment,
            show_words,
            lang: Lang::en(),
            zone: None,
            no_ai: false,
        };
        self.store.write(move |c| store::source::put(c, &new, NOW)).unwrap()
    }

    fn piece(&self, kind: PieceKind, title: &str) {
        self.piece_of(kind, title, "Anneke Roelvaart", NOW.plus_ms(-Time::HOUR_MS));
    }

    /// An opinion that appears at a moment.
    pub fn piece_at(&self, title: &str, byline: &str, published: Time) {
        self.piece_of(PieceKind::Opinion, title, byline, published);
    }

    fn piece_of(&self, kind: PieceKind, title: &str, byline: &str, published: Time) {
        let piece = NewPiece {
            kind,
            title: title.into(),
            byline: byline.into(),
            role: "Writer".into(),
            published,
            sector: news::Sector::other(),
            lang: Lang::en(),
            summary: "A short account of a long matter, told by the person who saw it.".into(),
            markdown: "**What do you hear?**\n\nGood concrete rings.\n\n## After\n\n<b class=x>raw</b>".into(),
        };
        self.store.write(move |c| store::piece::put(c, &piece, Hash::of(piece.title.as_bytes()), NOW)).unwrap();
    }

    /// Publishes a story whose every sentence stands in one report.
    pub fn story(&self, make: &Make<'_>) -> StoryId {
        let at = NOW.plus_ms(-make.ago_minutes * Time::MINUTE_MS);
        let lang = Lang::new(make.lang);
        let text = format!("{}\n{}", make.headline, make.paragraphs.join("\n"));
        let report = Report {
            guid: text.clone(),
            url: Some("https://agency.example/reports/77404".into()),
            headline: make.headline.into(),
            text: text.clone(),
            lang: lang.clone(),
            dateline: Some(Dateline { place: make.place.into(), day: None }),
            published: Some(at),
            ..Report::default()
        };
        let draft = Draft {
            lang: lang.clone(),
            headline: make.headline.into(),
            summary: make.paragraphs[0].into(),
            paragraphs: make.paragraphs.iter().map(|p| (*p).to_owned()).collect(),
            marks: make.marks.clone(),
        };
        let picture = make.picture.then(|| self.picture(make.headline));
        let country = |c: &&str| Country::new(c).unwrap();
        let (sector, place) = (news::Sector::new(make.sector).unwrap(), make.place.to_owned());
        let (filed_from, about) = (Country::new(make.filed_from), make.about.iter().map(country).collect::<Vec<_>>());
        let source = make.source;
        self.store
            .write(move |c| {
                let new = store::report::NewReport {
                    source,
                    report: &report,
                    raw_hash: Hash::of(b"raw"),
                    filed_from,
                    adapter: "test/1",
                    received: at,
                };
                let store::report::Inserted::New(report) = store::report::insert(c, &new)? else { panic!("known") };
                let id = store::story::insert(c, &lang, &draft.headline, at)?;
                store::story::attach(c, id, report, "first", 1.0, at)?;
                let revision = store::revision::insert(c, id, &draft, draft.hash(&[]), "extract", "", at)?;
                let sentences = sentences(&draft, vec![(report, Hash::of(text.as_bytes()), &text)]);
                store::revision::set_check(c, revision, Verdict::Supported, &sentences)?;
                store::revision::set_published(c, revision, at)?;
                let story = store::story::by_id(c, id)?.unwrap();
                store::story::update(
                    c,
                    &Story {
                        stage: Stage::Published,
                        sector,
                        slug: news::story::slug(&draft.headline),
                        dateline_place: place,
                        filed_from,
                        about,
                        picture,
                        first_published: Some(at),
                        updated: Some(at),
                        live: Some(revision),
                        ..story
                    },
                )?;
                store::term::set(c, id, &[("contract".into(), 1.0), ("ministry".into(), 1.0)])?;
                store::change::add(c, id, "publish", at)?;
                Ok(id)
            })
            .unwrap()
    }

    fn picture(&self, seed: &str) -> Picture {
        let hue = seed.len() * 37 % 360;
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 675\" width=\"1200\" height=\"675\"><rect width=\"1200\" height=\"675\" fill=\"hsl({hue} 30% 80%)\"/><circle cx=\"600\" cy=\"340\" r=\"260\" fill=\"hsl({hue} 40% 45%)\"/></svg>"
        );
        Picture {
            blob: self.store.put_blob(svg.as_bytes()).unwrap(),
            media_type: "image/svg+xml".into(),
            width: 1200,
            height: 675,
            alt: "A circle on a plain ground".into(),
            caption: "Drawn by software".into(),
            credit: String::new(),
            involvement: Involvement::Procedural,
            digital_source_type: Involvement::Procedural.digital_source_type().into(),
            sizes: Vec::new(),
            brought: None,
        }
    }

    /// A story whose published text a person drafted.
    pub fn redraft(&self, make: &Make<'_>, drafter: &'static str) -> StoryId {
        let id = self.story(make);
        self.store
            .write(move |c| {
                let mut story = store::story::by_id(c, id)?.unwrap();
                let draft = store::revision::by_id(c, story.live.unwrap())?.unwrap().draft;
                let live = store::revision::insert(c, id, &draft, draft.hash(&[]), drafter, "", NOW)?;
                store::revision::set_published(c, live, NOW)?;
                story.live = Some(live);
                store::story::update(c, &story)?;
                store::change::add(c, id, "update", NOW)
            })
            .unwrap();
        id
    }

    /// Changes a story as an act would, with a change that readers can see.
    pub fn change(&self, id: StoryId, change: impl FnOnce(Story) -> Story + Send + 'static) {
        self.store
            .write(move |c| {
                let story = store::story::by_id(c, id)?.unwrap();
                let story = change(story);
                store::story::update(c, &story)?;
                store::change::add(c, id, if story.stage == Stage::Killed { "kill" } else { "update" }, NOW)
            })
            .unwrap();
    }

    /// The story's page.
    pub fn url(&self, id: StoryId) -> String {
        crate::pages::article::url(&self.store.read(|c| store::story::by_id(c, id)).unwrap().unwrap())
    }

    /// Time goes by.
    pub fn pass(&self, time: std::time::Duration) {
        self.now.fetch_add(time.as_millis() as i64, Ordering::Relaxed);
    }

    /// No statement of the store succeeds any more.
    pub fn break_store(&self) {
        self.broken.store(true, Ordering::Relaxed);
    }

    /// The changes cannot be read any more.
    pub fn break_reads(&self) {
        self.reads_broken.store(true, Ordering::Relaxed);
    }

    /// Rows of stories hold what this version cannot read.
    pub fn spoil_stories(&self, spoilt: bool) {
        self.stories_spoilt.store(spoilt, Ordering::Relaxed);
    }

    /// A change of the story that changes nothing of it.
    pub fn change_nothing(&self, id: StoryId) {
        self.store.write(move |c| store::change::add(c, id, "update", NOW)).unwrap();
    }

    /// The store is back, and the site has noticed.
    pub fn mend_store(&self) {
        self.broken.store(false, Ordering::Relaxed);
        self.reads_broken.store(false, Ordering::Relaxed);
        self.site.catch_up();
    }

    /// Asks with header lines.
    pub fn ask(&self, request: Request<Body>) -> Got {
        let mut request = request;
        request.extensions_mut().insert(ConnectInfo(crate::Client([192, 0, 2, 7].into())));
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let status = response.status().as_u16();
            let header = |(n, v): (&axum::http::HeaderName, &axum::http::HeaderValue)| {
                (n.to_string(), v.to_str().unwrap().to_owned())
            };
            let headers = response.headers().iter().map(header).collect();
            Got { status, headers, bytes: response.into_body().collect().await.unwrap().to_bytes().to_vec() }
        })
    }

    /// Asks for a page as a person's browser does.
    pub fn get(&self, path: &str) -> Got {
        self.ask(
            Request::get(path).header("user-agent", "Mozilla/5.0 (X11) Firefox/140.0").body(Body::empty()).unwrap(),
        )
    }

    /// Sends a form.
    pub fn post(&self, path: &str, form: &str) -> Got {
        let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
        self.ask(request.body(Body::from(form.to_owned())).unwrap())
    }
}
