//! The test newsroom.

use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use axum::{body::Body, extract::ConnectInfo, http::Request};
use dateline::{picture::Pictures, sample, work::Room};
use http_body_util::BodyExt;
use news::{
    Lang, SourceId, StoryId, Time,
    revision::{Draft, Revision},
    source::{NewSource, Treatment},
    story::Story,
};
use store::Store;
use tower::ServiceExt;

/// The real pipeline over a store in a temporary folder. Dropped with a job left over, it fails the test.
pub struct TestNewsroom {
    /// The pipeline.
    pub room: Arc<Room>,
    /// Jobs that may wait when the test ends (embargoes).
    pub may_wait: u64,
    router: axum::Router,
    runtime: tokio::runtime::Runtime,
    _home: Option<tempfile::TempDir>,
}

/// What a reader gets.
#[derive(Clone, Debug)]
pub struct Page {
    /// HTTP status.
    pub status: u16,
    /// Header lines, lower-case names.
    pub headers: Vec<(String, String)>,
    /// The body, lossy UTF-8.
    pub body: String,
}

/// No picture can be had.
struct NoPictures;

impl Pictures for NoPictures {
    fn get(&self, url: &str) -> Result<Vec<u8>> {
        Err(anyhow!("no picture {url} in this test"))
    }
}

impl TestNewsroom {
    /// An empty newsroom whose pages are asked at `now`.
    pub fn new(now: Time) -> Result<Self> {
        Self::with_pictures(now, Arc::new(NoPictures))
    }

    /// A newsroom on a store that the test opened, with the sample day's pictures, whose pages are asked at `now`.
    pub fn on(now: Time, store: Store) -> Result<Self> {
        Self::with(now, Arc::new(sample::SamplePictures::new()?), store, None)
    }

    /// A newsroom after the sample day.
    pub fn sample(now: Time) -> Result<Self> {
        let newsroom = Self::with_pictures(now, Arc::new(sample::SamplePictures::new()?))?;
        sample::Sample::new(now)?.run(&newsroom.room, |_| ())?;
        Ok(newsroom)
    }

    /// An empty newsroom whose wire pictures come from there.
    pub fn with_pictures(now: Time, pictures: Arc<dyn Pictures>) -> Result<Self> {
        let home = tempfile::tempdir()?;
        let store = Store::open(home.path())?;
        Self::with(now, pictures, store, Some(home))
    }

    /// An empty newsroom whose stories are reworded by that model; a story waits `wait_ms` for it.
    pub fn with_model(now: Time, assist: desk::budget::Assist, wait_ms: i64) -> Result<Self> {
        let mut newsroom = Self::new(now)?;
        let room = Arc::get_mut(&mut newsroom.room).context("the room is shared already")?;
        room.assist = Some(Arc::new(assist));
        room.house.reword_wait_ms = Some(wait_ms);
        Ok(newsroom)
    }

    fn with(now: Time, pictures: Arc<dyn Pictures>, store: Store, home: Option<tempfile::TempDir>) -> Result<Self> {
        // What is tested here is the pipeline to the page; a test of reviews sets a policy of its own.
        let rules = vec![news::policy::Rule::everything("Everything that is supported")];
        let policy = news::policy::Policy { rules, ..Default::default() };
        let house = desk::House { zone: "Europe/Paris".into(), policy, ..desk::House::default() };
        let room = Arc::new(Room {
            store: store.clone(),
            house,
            accent: "#a4243b".into(),
            pictures,
            events: Default::default(),
            sectors: Default::default(),
            feeds: None,
            assist: None,
            morning: None,
        });
        let house = site::House { name: "Test Ledger".into(), sample: true, ..site::House::default() };
        let checker = Arc::new(dateline::checker::HouseChecker { zone: "Europe/Paris".into() });
        let views = Arc::new(site::ViewCounter::default());
        let router = site::Site::new(Arc::new(house), store, Arc::new(move || now), checker, views)?.router();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        Ok(Self { room, may_wait: 0, router, runtime, _home: home })
    }

    /// The store.
    pub fn store(&self) -> &Store {
        &self.room.store
    }

    /// Adds a source that is handed its copy.
    pub fn source(&self, slug: &str, treatment: Treatment, show_words: u32) -> Result<SourceId> {
        let new = NewSource {
            slug: slug.into(),
            name: slug.into(),
            home: None,
            feed_url: None,
            treatment,
            show_words,
            lang: Lang::und(),
            zone: Some("UTC".into()),
            no_ai: false,
        };
        Ok(self.store().write(move |c| store::source::put(c, &new, Time(0)))?)
    }

    /// Hands in what a source sent and runs the pipeline until nothing is due.
    pub fn take(&self, source: SourceId, bytes: &[u8], now: Time) -> Result<dateline::intake::Taken> {
        let source = self.store().read(|c| store::source::by_id(c, source))?.context("no such source")?;
        let taken = dateline::intake::take(self.store(), &source, bytes, None, now)?;
        self.room.until_idle(now)?;
        Ok(taken)
    }

    /// Puts a draft in place of the story's own, as a drafter would, and runs the check and the policy on it.
    pub fn draft(&self, story: StoryId, draft: Draft, now: Time) -> Result<(Story, Revision)> {
        self.store().write(move |c| {
            store::revision::insert(c, story, &draft, draft.hash(&[]), desk::drafter::NAME, "", now)?;
            store::job::add(c, &news::job::Job::Verify { story }, now, now)
        })?;
        self.room.until_idle(now)?;
        self.story(story)
    }

    /// Does what a person orders, and runs the pipeline until nothing is due.
    pub fn act<T: Send + 'static>(
        &self,
        now: Time,
        act: impl FnOnce(&mut dyn store::Conn) -> desk::Result<T> + Send + 'static,
    ) -> Result<T> {
        let done = desk::transaction(self.store(), act)?;
        self.room.until_idle(now)?;
        Ok(done)
    }

    /// A story and its newest revision.
    pub fn story(&self, id: StoryId) -> Result<(Story, Revision)> {
        let (story, revision) =
            self.store().read(|c| Ok((store::story::by_id(c, id)?, store::revision::latest(c, id)?)))?;
        Ok((story.context("no such story")?, revision.context("no draft")?))
    }

    /// The story that a report by that guid went to.
    pub fn story_of(&self, guid: &str) -> Result<Option<StoryId>> {
        Ok(self.store().read(|c| match store::report::by_guid(c, None, guid)? {
            Some(report) => store::story::of_report(c, report.id),
            None => Ok(None),
        })?)
    }

    /// Asks for a page as a reader does.
    pub fn get(&self, path: &str) -> Result<Page> {
        self.ask(Request::get(path).header("user-agent", "Mozilla/5.0 Test").body(Body::empty())?)
    }

    /// Sends a form as a reader does.
    pub fn post(&self, path: &str, form: &str) -> Result<Page> {
        let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
        self.ask(request.body(Body::from(form.to_owned()))?)
    }

    fn ask(&self, mut request: Request<Body>) -> Result<Page> {
        let client = site::Client([127, 0, 0, 1].into());
        request.extensions_mut().insert(ConnectInfo(client));
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await?;
            let status = response.status().as_u16();
            let headers = response
                .headers()
                .iter()
                .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
                .collect();
            let body = response.into_body().collect().await.map_err(|e| anyhow!("{e}"))?.to_bytes();
            Ok(Page { status, headers, body: String::from_utf8_lossy(&body).into_owned() })
        })
    }
}

impl Drop for TestNewsroom {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        let parked = self.store().read(store::job::parked).map(|p| p.len());
        let waiting = self.store().read(store::job::waiting);
        assert_eq!(parked.ok(), Some(0), "jobs are parked when the test newsroom closes");
        assert_eq!(waiting.ok(), Some(self.may_wait), "jobs are left over when the test newsroom closes");
    }
}
