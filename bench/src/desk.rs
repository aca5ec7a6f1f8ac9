//! The editors' screens: the queue over a hundred thousand open stories, a story's screen, and the check of a long text while
//! it is being typed. Asked of the router itself: what the line adds is not ours.

use std::{sync::Arc, time::Instant};

use anyhow::{Context, Result, ensure};
use axum::{body::Body, http::Request, response::Response};
use clap::Args;
use http_body_util::BodyExt;
use news::{
    Hash, Lang, StoryId, Time,
    person::Role,
    report::Report,
    revision::Draft,
    source::{NewSource, Treatment},
    stage::Stage,
};
use store::{Store, person, report::NewReport};
use tower::ServiceExt;

use crate::figure::{self, median, say, short};

/// Stories written in one transaction.
const BATCH: usize = 1_000;
/// Times that each page is asked for.
const TIMES: usize = 41;
/// Sentences of the long text: some 600 words.
const SENTENCES: usize = 40;
/// The signed-in browser's token.
const TOKEN: &str = "a token of the bench";

/// How to measure.
#[derive(Args)]
pub struct Order {
    /// Stories that are held
    #[arg(long, default_value_t = 100_000)]
    stories: usize,
}

/// A desk with somebody at it.
struct Room {
    router: axum::Router,
    runtime: tokio::runtime::Runtime,
    form: String,
}

/// Measures and prints a table; true when every figure is within its aim.
pub fn run(order: &Order) -> Result<bool> {
    let home = tempfile::tempdir()?;
    let store = Store::open(home.path())?;
    let now = dateline::now();
    let begun = Instant::now();
    held(&store, order.stories, now)?;
    say(&format!("{} stories are held, made in {} s", order.stories, short(begun.elapsed().as_secs_f64())));
    let (story, text) = long_story(&store, now)?;
    let mut room = room(store, now)?;
    let queue = room.page("/desk?list=held")?;
    room.form = token(&queue.body)?;
    let filtered = room.page("/desk?list=held&sector=health&verdict=supported")?;
    let rare = room.page("/desk?list=held&country=TV")?;
    let screen = room.page(&format!("/desk/story/{story}"))?;
    let checked = room.check(story, &text)?;
    let kilobytes = screen.body.len() as f64 / 1000.0;
    let rows = [
        ("queue, ms", queue.ms, 50.0),
        ("queue, sector and verdict that none has, ms", filtered.ms, 250.0),
        ("queue, a country that none has, ms", rare.ms, 250.0),
        ("a story of 600 words, ms", screen.ms, 50.0),
        ("its screen, KB", kilobytes, 100.0),
        ("its check while typing, ms", checked, 20.0),
    ];
    let told: Vec<Vec<String>> =
        rows.iter().map(|(what, figure, aim)| vec![(*what).into(), short(*figure), short(*aim)]).collect();
    say(&figure::table(&["median at the server", "figure", "aim"], &told));
    let row = |(what, figure, aim): &(&str, f64, f64)| serde_json::json!({"what": what, "figure": figure, "aim": aim});
    let figures: Vec<_> = rows.iter().map(row).collect();
    figure::keep("desk", &serde_json::json!({"stories": order.stories, "rows": figures}))?;
    Ok(rows.iter().all(|(_, figure, aim)| figure < aim))
}

/// Held stories of every sector, some of each verdict.
fn held(store: &Store, stories: usize, now: Time) -> Result<()> {
    let sectors = news::sector::DEFAULT;
    for first in (0..stories).step_by(BATCH) {
        let batch = first..stories.min(first + BATCH);
        store.write_unsynced(move |c| {
            for n in batch {
                let headline = format!("Council of ward {n} votes on its {}th bridge", n % 97);
                let id = store::story::insert(c, &Lang::en(), &headline, now.plus_ms(-(n as i64)))?;
                let Some(mut story) = store::story::by_id(c, id)? else { continue };
                story.stage = Stage::Held;
                story.held_reason = "A sentence has no support in the sources.".into();
                story.sector =
                    sectors.get(n % sectors.len()).and_then(|s| news::Sector::new(s.0)).unwrap_or(story.sector);
                story.verdict = news::verdict::Verdict::from_word(["supported", "not found", "contradicted"][n % 3]);
                story.about = news::Country::new(["FR", "IN", "PE", "GH"][n % 4]).into_iter().collect();
                store::story::update(c, &story)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// A story of some 600 words from one report that says the same.
fn long_story(store: &Store, now: Time) -> Result<(StoryId, Draft)> {
    let sentence = |n: usize| {
        let (ward, votes, cost) = (n + 3, 120 + 7 * n, 40 + 3 * n);
        format!(
            "The council of ward {ward} gave {votes} households a new water line at a cost of {cost},000 crowns, its clerk said."
        )
    };
    let paragraphs: Vec<String> = (0..SENTENCES).map(sentence).collect();
    let draft = Draft {
        lang: Lang::en(),
        headline: "Wards lay new water lines".into(),
        summary: String::new(),
        paragraphs,
        ..Draft::default()
    };
    let text = format!("{}\n{}", draft.headline, draft.paragraphs.join("\n"));
    let kept = draft.clone();
    let story = store.write(move |c| {
        let (slug, name) = ("agency".to_owned(), "Agency".to_owned());
        let (home, feed_url, zone) = (None, None, None);
        let (treatment, lang) = (Treatment::Rewrite, Lang::en());
        let new = NewSource { slug, name, home, feed_url, treatment, show_words: 900, lang, zone, no_ai: false };
        let source = store::source::put(c, &new, now)?;
        let headline = kept.headline.clone();
        let report =
            Report { guid: "a".into(), headline: headline.clone(), text, lang: Lang::en(), ..Report::default() };
        let raw_hash = Hash::of(b"raw");
        let new = NewReport { source, report: &report, raw_hash, filed_from: None, adapter: "bench", received: now };
        let story = store::story::insert(c, &Lang::en(), &headline, now)?;
        if let store::report::Inserted::New(id) = store::report::insert(c, &new)? {
            store::story::attach(c, story, id, "new", 1.0, now)?;
        }
        store::revision::insert(c, story, &kept, kept.hash(&[]), news::label::EXTRACT, "", now)?;
        Ok(story)
    })?;
    desk::step::verify::verify(store, &desk::House::default(), story, now)?;
    Ok((story, draft))
}

fn room(store: Store, now: Time) -> Result<Room> {
    let hash = Hash::of(TOKEN.as_bytes());
    store.write(move |c| {
        let secrets = person::Secrets { password: String::new(), totp: String::new() };
        let new = person::NewPerson {
            email: "a@b.example",
            name: "Ann",
            role: Role::Editor,
            competence: "",
            secrets: &secrets,
        };
        let ann = person::insert(c, &new, now)?;
        store::sign_in::put(c, hash, ann, "bench", "127.0.0.1", now)
    })?;
    let house = editor::House {
        name: "Bench".into(),
        base_url: "http://127.0.0.1".into(),
        responsible: "Ann".into(),
        zone: "UTC".into(),
        accents: ["#a4243b".into(), "#e0808f".into()],
        four_eyes: false,
        country: |c| text::place::country_name(c, &Lang::en()),
        arrangement: Default::default(),
        taken: Arc::new(|_| false),
        pictures: Arc::new(dateline::picture::Brought),
        previews: None,
        desk: desk::House::default(),
    };
    let router = editor::Desk::new(house, store, Arc::new(dateline::now))?.router();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    Ok(Room { router, runtime, form: String::new() })
}

/// What the desk's forms carry.
fn token(page: &str) -> Result<String> {
    let at = page.split("name=\"token\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    Ok(at.context("the queue has no form")?.to_owned())
}

/// A page and the median of the milliseconds that it took.
struct Asked {
    body: String,
    ms: f64,
}

impl Room {
    /// A page asked for again and again.
    fn page(&self, path: &str) -> Result<Asked> {
        let mut all = Vec::with_capacity(TIMES);
        let mut body = String::new();
        for _ in 0..TIMES {
            let begun = Instant::now();
            body = self.ask(path, None)?;
            all.push(begun.elapsed().as_secs_f64() * 1000.0);
        }
        Ok(Asked { body, ms: median(&all) })
    }

    fn ask(&self, path: &str, form: Option<&str>) -> Result<String> {
        let request = match form {
            None => Request::get(path),
            Some(_) => Request::post(path).header("content-type", "application/x-www-form-urlencoded"),
        };
        let request = request.header("cookie", format!("__Host-desk={TOKEN}")).header("sec-fetch-site", "same-origin");
        let request = request.body(Body::from(form.unwrap_or_default().to_owned()))?;
        self.runtime.block_on(async {
            let response: Response = self.router.clone().oneshot(request).await?;
            ensure!(response.status().is_success(), "{path} answered {}", response.status());
            let body = response.into_body().collect().await?.to_bytes();
            Ok(String::from_utf8_lossy(&body).into_owned())
        })
    }

    /// The median of checks of the text, each with another word changed.
    fn check(&self, story: StoryId, draft: &Draft) -> Result<f64> {
        let mut all = Vec::with_capacity(TIMES);
        for n in 0..TIMES {
            let body: Vec<String> = draft
                .paragraphs
                .iter()
                .map(|p| p.replace("its clerk", if n % 2 == 0 { "its  clerk" } else { "a clerk" }))
                .collect();
            let body = body.join("\n\n").replace(' ', "+").replace('\n', "%0A");
            let headline = draft.headline.replace(' ', "+");
            let form = format!("token={}&headline={headline}&summary=&body={body}", self.form);
            let begun = Instant::now();
            self.ask(&format!("/desk/story/{story}/check"), Some(&form))?;
            all.push(begun.elapsed().as_secs_f64() * 1000.0);
        }
        Ok(median(&all))
    }
}
