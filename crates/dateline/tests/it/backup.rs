//! The whole newsroom in one file and back: made while people and the wire write, checked by every byte, refused when
//! anything is not as Dateline made it.

mod damaged;
mod evil;
mod served;

use std::{path::Path, process::Command};

use dateline::backup::Unwatched;
use news::source::{NewSource, Treatment};
use store::Store;

use crate::now;

/// A newsroom's folder with settings, a logo, a page and copy of every size.
pub fn newsroom() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    std::fs::write(
        home.join("dateline.toml"),
        format!("[house]\nname = \"Velmo Ledger\"\nlogo = \"art/logo.svg\"\n{}", testkit::GOES_OUT),
    )
    .unwrap();
    for (name, text) in [("art/logo.svg", "<svg/>"), ("pages/about.md", "# About"), ("pages/en/terms.md", "# Terms")] {
        std::fs::create_dir_all(home.join(name).parent().unwrap()).unwrap();
        std::fs::write(home.join(name), text).unwrap();
    }
    let store = Store::open(home).unwrap();
    for n in 0..3 {
        take(&store, n, if n == 1 { 150_000 } else { 10 });
    }
    folder
}

/// Takes one report whose own bytes are at least so many.
pub fn take(store: &Store, n: usize, bytes: usize) -> news::ReportId {
    let new = NewSource {
        slug: "wire".into(),
        name: "wire".into(),
        home: None,
        feed_url: None,
        treatment: Treatment::Rewrite,
        show_words: 250,
        lang: news::Lang::und(),
        zone: None,
        no_ai: false,
    };
    let source = store.write(move |c| store::source::put(c, &new, now())).unwrap();
    let source = store.read(|c| store::source::by_id(c, source)).unwrap().unwrap();
    let item = crate::bad_input::item(&format!("g-{n}"), &format!("Velmo {n}"));
    let item = item.replace("</item>", &format!("<!-- {} --></item>", "x".repeat(bytes)));
    let taken = dateline::intake::take(store, &source, crate::bad_input::rss("Wire", &item).as_bytes(), None, now());
    taken.unwrap().new[0]
}

pub fn back_up(home: &Path, file: &Path) -> anyhow::Result<dateline::backup::Made> {
    dateline::backup::make(order(home, file, false), now(), &Unwatched)
}

fn order<'a>(home: &'a Path, file: &'a Path, force: bool) -> dateline::backup::Order<'a> {
    dateline::backup::Order { home, database: None, file, force }
}

fn restored(file: &Path, home: &Path, force: bool) -> anyhow::Result<dateline::restore::Restored> {
    dateline::restore::restore(dateline::restore::Order { file, home, database: None, force }, now(), &Unwatched)
}

pub fn restore(file: &Path, home: &Path) -> anyhow::Result<dateline::restore::Restored> {
    restored(file, home, false)
}

/// Names of what is in a folder, hidden ones too.
pub fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn everything_comes_back_as_it_was() {
    let (home, other) = (newsroom(), tempfile::tempdir().unwrap());
    let before = Store::open(home.path()).unwrap();
    for name in ["all.tar", "all.tar.gz", "all.tgz"] {
        let file = other.path().join(name);
        let made = back_up(home.path(), &file).unwrap();
        assert!(made.left_out.is_empty(), "{:?}", made.left_out);
        assert_eq!(made.rows["report"], 3);
        let to = other.path().join(format!("{name}-home"));
        let restored = restore(&file, &to).unwrap();
        assert_eq!((restored.kept, restored.made, &restored.rows), (None, now(), &made.rows));
        for name in ["dateline.toml", "art/logo.svg", "pages/about.md", "pages/en/terms.md"] {
            assert_eq!(std::fs::read(to.join(name)).unwrap(), std::fs::read(home.path().join(name)).unwrap(), "{name}");
        }
        let after = Store::open(&to).unwrap();
        let reports = |s: &Store| s.read(|c| store::report::recent(c, None, 100)).unwrap();
        assert_eq!(reports(&after), reports(&before));
        for report in reports(&after) {
            assert_eq!(after.blob(report.raw_hash).unwrap(), before.blob(report.raw_hash).unwrap());
        }
    }
    assert_eq!(
        names(other.path()),
        ["all.tar", "all.tar-home", "all.tar.gz", "all.tar.gz-home", "all.tgz", "all.tgz-home"]
    );
    let size = |name| std::fs::metadata(other.path().join(name)).unwrap().len();
    assert!(size("all.tar.gz") * 3 < size("all.tar"), "packed");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(other.path().join("all.tar")).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "others may read settings and embargoed copy");
    }
    // The tools that everybody has can read it.
    if let Ok(listed) = Command::new("tar").arg("-tf").arg(other.path().join("all.tar")).output() {
        let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
        assert!(listed.starts_with("manifest.json\nmanifest.sha256\nnewsroom.sqlite\nraw.sqlite\n"), "{listed}");
    }
}

#[test]
fn nothing_is_written_over() {
    let (home, other) = (newsroom(), tempfile::tempdir().unwrap());
    let file = other.path().join("all.tar");
    std::fs::write(&file, "mine").unwrap();
    let refused = back_up(home.path(), &file).unwrap_err().to_string();
    assert!(refused.contains("is there already") && refused.contains("--force"), "{refused}");
    assert_eq!(std::fs::read(&file).unwrap(), b"mine");
    dateline::backup::make(order(home.path(), &file, true), now(), &Unwatched).unwrap();

    let refused = restore(&file, home.path()).unwrap_err().to_string();
    assert!(refused.contains("holds a newsroom already"), "{refused}");
    let full = other.path().join("full");
    std::fs::create_dir(&full).unwrap();
    std::fs::write(full.join("mine.txt"), "mine").unwrap();
    let refused = restore(&file, &full).unwrap_err().to_string();
    assert!(refused.contains("is not empty"), "{refused}");
    let restored = restored(&file, &full, true).unwrap();
    let kept = restored.kept.unwrap();
    assert!(kept.to_string_lossy().contains("full.before-2026"), "{}", kept.display());
    assert_eq!(std::fs::read(kept.join("mine.txt")).unwrap(), b"mine");
    assert_eq!(Store::open(&full).unwrap().read(store::backup::counts).unwrap()["report"], 3);
    // An empty folder may be a disk of its own: it stays, and is filled.
    let empty = other.path().join("empty");
    std::fs::create_dir(&empty).unwrap();
    restore(&file, &empty).unwrap();
    assert_eq!(names(&empty), ["art", "blobs", "dateline.toml", "newsroom.sqlite", "pages", "raw.sqlite"]);
}

#[test]
fn a_blob_that_is_lost_or_damaged_in_the_newsroom_is_named_and_no_archive_is_left() {
    let (home, other) = (newsroom(), tempfile::tempdir().unwrap());
    let store = Store::open(home.path()).unwrap();
    let hash = store::backup::blobs_in_files(&store).unwrap()[0];
    let blob = home.path().join(store::backup::blob_file(hash));
    let bytes = std::fs::read(&blob).unwrap();
    let file = other.path().join("all.tar");
    std::fs::write(&blob, &bytes[1..]).unwrap();
    let said = back_up(home.path(), &file).unwrap_err().to_string();
    assert!(said.contains(&store::backup::blob_file(hash)) && said.contains("all.tar"), "{said}");
    std::fs::remove_file(&blob).unwrap();
    let said = back_up(home.path(), &file).unwrap_err().to_string();
    assert!(said.contains(&store::backup::blob_file(hash)) && said.contains("rows name it"), "{said}");
    assert_eq!(names(other.path()), Vec::<String>::new());
}
