//! Damage of any kind, anywhere, is found: by `backup --check` and by `restore`, which then leaves nothing behind.

use std::path::{Path, PathBuf};

use dateline::backup::{Unwatched, verify};
use proptest::prelude::*;

use super::{back_up, names, newsroom, restore};

/// An archive to damage copies of.
struct Archive {
    folder: tempfile::TempDir,
    bytes: Vec<u8>,
}

impl Archive {
    fn new(name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(name);
        back_up(newsroom().path(), &file).unwrap();
        Self { bytes: std::fs::read(&file).unwrap(), folder }
    }

    /// What is said of these bytes.
    fn said(&self, bytes: &[u8]) -> Option<String> {
        let file = self.folder.path().join("copy");
        std::fs::write(&file, bytes).unwrap();
        verify(&file, &Unwatched).err().map(|e| format!("{e:#}"))
    }

    fn flipped(&self, at: usize, bit: u8) -> Vec<u8> {
        let mut bytes = self.bytes.clone();
        bytes[at] ^= 1 << (bit % 8);
        bytes
    }
}

/// The sentence names the archive and says what to do.
fn is_told(said: &str) {
    assert!(said.contains("copy cannot be used, at "), "{said}");
    assert!(
        said.contains("take another one")
            || said.contains("Dateline did not make it")
            || said.contains("newer Dateline"),
        "{said}"
    );
}

#[test]
fn a_flipped_bit_is_found_wherever_it_is() {
    let archive = Archive::new("all.tar");
    assert_eq!(archive.said(&archive.bytes), None, "the test begins with a right one");
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 200,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let everywhere = (0..archive.bytes.len(), any::<u8>());
    runner
        .run(&everywhere, |(at, bit)| {
            let said = archive.said(&archive.flipped(at, bit));
            prop_assert!(said.is_some(), "bit {bit} of byte {at} is not missed");
            is_told(&said.unwrap_or_default());
            Ok(())
        })
        .unwrap();
    // Where contents, headers and fillings meet: the first and the last block.
    for at in (0..1024).step_by(7).chain(archive.bytes.len() - 1024..archive.bytes.len()) {
        assert!(archive.said(&archive.flipped(at, 3)).is_some(), "byte {at} is not missed");
    }
}

fn unpacked(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(bytes), &mut out).ok().map(|_| out)
}

#[test]
fn a_packed_archive_with_a_flipped_bit_is_refused_or_unharmed() {
    let archive = Archive::new("all.tar.gz");
    assert_eq!(archive.said(&archive.bytes), None);
    let mut unharmed = Vec::new();
    for at in (0..archive.bytes.len())
        .step_by(archive.bytes.len() / 150)
        .chain(0..20)
        .chain(archive.bytes.len() - 20..archive.bytes.len())
    {
        match archive.said(&archive.flipped(at, 5)) {
            Some(said) => is_told(&said),
            None => unharmed.push(at),
        }
    }
    // Some bits of a gzip file are nobody's: the time, level and system in its head, and those that fill the last byte of a
    // block. What is not missed must be such a bit: the same bytes come out.
    let nobodys = |at: &&usize| unpacked(&archive.flipped(**at, 5)) == unpacked(&archive.bytes);
    let harmed: Vec<_> = unharmed.iter().filter(|at| !nobodys(at)).collect();
    assert!(harmed.is_empty() && unharmed.len() < 16, "{harmed:?} of {unharmed:?}");
}

#[test]
fn a_truncation_is_found_wherever_it_is() {
    for name in ["all.tar", "all.tgz"] {
        let archive = Archive::new(name);
        let length = archive.bytes.len();
        let ends =
            (0..length).step_by(length / 60).chain([0, 1, 2, 511, 512, 513, length - 1, length - 512, length - 1024]);
        for end in ends {
            let said =
                archive.said(&archive.bytes[..end]).unwrap_or_else(|| panic!("{name} of {end} bytes is not missed"));
            is_told(&said);
        }
        for more in [&b"x"[..], &[1; 600], &archive.bytes] {
            let longer = [&archive.bytes, more].concat();
            assert!(archive.said(&longer).is_some(), "{name} with {} bytes more", more.len());
        }
    }
}

#[test]
fn a_damaged_archive_is_not_restored_and_nothing_is_left() {
    let archive = Archive::new("all.tar");
    let file: PathBuf = archive.folder.path().join("damaged.tar");
    let to = archive.folder.path().join("home");
    let first = |what: &str| archive.bytes.windows(what.len()).rposition(|w| w == what.as_bytes()).unwrap();
    for (at, member) in
        [(archive.bytes.len() / 2, ""), (first("blobs/") + 2_000, "blobs/"), (first("# Terms"), "pages/en/terms.md")]
    {
        std::fs::write(&file, archive.flipped(at, 1)).unwrap();
        let said = restore(&file, &to).unwrap_err().to_string();
        assert!(said.contains("damaged.tar") && said.contains(member), "{said}");
        assert!(!to.exists());
    }
    let empty = archive.folder.path().join("empty");
    std::fs::create_dir(&empty).unwrap();
    assert!(restore(&file, &empty).is_err());
    assert_eq!(names(&empty), Vec::<String>::new());
    assert_eq!(names(archive.folder.path()), ["all.tar", "damaged.tar", "empty"]);
    assert!(restore(Path::new("/nowhere/all.tar"), &to).unwrap_err().to_string().contains("cannot be read"));
}
