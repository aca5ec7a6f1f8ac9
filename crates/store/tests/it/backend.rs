//! The databases that every test runs on. A new one joins the list, and every test runs on it.

use std::path::Path;

use tempfile::TempDir;

use news::report::Report;
use news::source::{NewSource, Treatment};
use news::stage::Stage;
use news::{Hash, Lang, ReportId, SourceId, StoryId, Time};
use store::report::{Inserted, NewReport};
use store::{Conn, Result, Store};

use crate::postgres;

/// A moment to count from.
pub const NOW: Time = Time(1_790_000_000_000);

/// A database to test on.
pub struct Backend {
    pub name: &'static str,
    /// Opens the store of a home.
    open: fn(&Path) -> Result<Store>,
    /// Removes what lies outside the home.
    forget: fn(&Path),
}

/// A store's place, which goes with it, also when the test panics.
pub struct Home {
    backend: &'static Backend,
    folder: TempDir,
}

pub static SQLITE: Backend = Backend { name: "SQLite", open: Store::open, forget: |_| () };
pub static POSTGRES: Backend = Backend { name: "PostgreSQL", open: postgres::open, forget: postgres::forget };

/// All that can be had here.
pub fn backends() -> Vec<&'static Backend> {
    if postgres::answers() { vec![&SQLITE, &POSTGRES] } else { vec![&SQLITE] }
}

impl Backend {
    pub fn home(&'static self) -> Home {
        Home { backend: self, folder: tempfile::tempdir().unwrap() }
    }

    /// Opens the store of a home that another process made.
    pub fn open(&self, home: &Path) -> Store {
        (self.open)(home).unwrap()
    }
}

impl Home {
    pub fn open(&self) -> Store {
        self.backend.open(self.folder.path())
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        (self.backend.forget)(self.folder.path());
    }
}

/// Runs `test` on a fresh store of each backend; the second argument opens the same store again.
pub fn on_every_backend(test: fn(Store, &dyn Fn() -> Store)) {
    for backend in backends() {
        eprintln!("on {}", backend.name);
        let home = backend.home();
        test(home.open(), &|| home.open());
    }
}

/// Declares tests that run on every backend.
macro_rules! tests {
    ($($(#[$meta:meta])* fn $name:ident($store:ident, $reopen:ident) $body:block)*) => {$(
        $(#[$meta])*
        #[test]
        fn $name() {
            crate::backend::on_every_backend(|$store, $reopen| $body);
        }
    )*};
}
pub(crate) use tests;

/// A source.
pub fn source(c: &mut dyn Conn, slug: &str) -> SourceId {
    let new = NewSource {
        slug: slug.into(),
        name: format!("{slug} agency"),
        home: None,
        feed_url: Some(format!("https://{slug}.example/feed")),
        treatment: Treatment::Rewrite,
        show_words: 25,
        lang: Lang::en(),
        zone: None,
        no_ai: false,
    };
    store::source::put(c, &new, NOW).unwrap()
}

/// A report with a text of its own.
pub fn report(guid: &str, text: &str) -> Report {
    Report {
        guid: guid.into(),
        headline: "Rain stops play".into(),
        text: format!("Rain stops play\n{text}"),
        lang: Lang::en(),
        ..Report::default()
    }
}

/// Stores it as received at `NOW` plus `minutes`.
pub fn receive(c: &mut dyn Conn, source: SourceId, report: &Report, minutes: i64) -> Inserted {
    let new = NewReport {
        source,
        report,
        raw_hash: Hash::of(b"raw"),
        filed_from: news::Country::new("GB"),
        adapter: "test 1",
        received: NOW.plus_ms(minutes * Time::MINUTE_MS),
    };
    store::report::insert(c, &new).unwrap()
}

/// The id of a new row.
pub fn id_of(inserted: Inserted) -> ReportId {
    match inserted {
        Inserted::New(id) | Inserted::NewVersion { id, .. } => id,
        other => panic!("nothing was stored: {other:?}"),
    }
}

/// A published story, changed by `change` before it is saved; `updated` is `NOW` plus `minutes`.
pub fn publish(c: &mut dyn Conn, headline: &str, minutes: i64, change: impl Fn(&mut news::story::Story)) -> StoryId {
    let id = store::story::insert(c, &Lang::en(), headline, NOW).unwrap();
    let mut story = store::story::by_id(c, id).unwrap().unwrap();
    story.stage = Stage::Published;
    story.updated = Some(NOW.plus_ms(minutes * Time::MINUTE_MS));
    story.first_published = story.updated;
    change(&mut story);
    store::story::update(c, &story).unwrap();
    id
}
