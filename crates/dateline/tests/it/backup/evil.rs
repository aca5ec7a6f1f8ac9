//! Archives that somebody made to do harm, or with a newer Dateline: refused before anything is written.

use news::Hash;
use serde_json::{Value, json};

use super::{back_up, names, newsroom, restore};

/// A member as it is put into the archive, and as the manifest tells of it.
struct Put {
    name: String,
    kind: tar::EntryType,
    bytes: Vec<u8>,
}

fn file(name: &str, bytes: &[u8]) -> Put {
    Put { name: name.into(), kind: tar::EntryType::Regular, bytes: bytes.to_vec() }
}

/// The members of a right archive.
fn right() -> Vec<Put> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("all.tar");
    back_up(newsroom().path(), &path).unwrap();
    let mut archive = tar::Archive::new(std::fs::File::open(&path).unwrap());
    let read = |entry: std::io::Result<tar::Entry<'_, std::fs::File>>| {
        let mut entry = entry.unwrap();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut entry, &mut bytes).unwrap();
        file(&entry.path().unwrap().to_string_lossy(), &bytes)
    };
    archive.entries().unwrap().map(read).skip(2).collect()
}

fn manifest(members: &[Put]) -> Value {
    let members: Vec<Value> =
        members.iter().map(|m| json!({"name": m.name, "bytes": m.bytes.len(), "sha256": Hash::of(&m.bytes)})).collect();
    json!({"format": 1, "dateline": "9.8.7", "schema": store::backup::schema(), "made_ms": 0, "logo": null, "rows": {}, "members": members})
}

fn archive(manifest: &Value, members: &[Put]) -> Vec<u8> {
    let said = serde_json::to_vec(manifest).unwrap();
    let seal = file("manifest.sha256", Hash::of(&said).hex().as_bytes());
    let mut tar = tar::Builder::new(Vec::new());
    for put in [file("manifest.json", &said), seal].iter().chain(members) {
        let mut header = tar::Header::new_gnu();
        // The crate refuses `..` in a name; whoever means harm writes it all the same.
        header.as_old_mut().name[..put.name.len()].copy_from_slice(put.name.as_bytes());
        header.set_size(put.bytes.len() as u64);
        header.set_entry_type(put.kind);
        header.set_mode(0o644);
        if put.kind != tar::EntryType::Regular {
            header.set_link_name("/etc/passwd").unwrap();
        }
        header.set_cksum();
        tar.append(&header, put.bytes.as_slice()).unwrap();
    }
    tar.into_inner().unwrap()
}

/// What is said of the archive; nothing may be left, in the folder or beside it.
fn refused(bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let (path, home) = (folder.path().join("evil.tar"), folder.path().join("a/home"));
    std::fs::create_dir(folder.path().join("a")).unwrap();
    std::fs::write(&path, bytes).unwrap();
    let said = restore(&path, &home).map(|_| ()).unwrap_err().to_string();
    assert_eq!(names(folder.path()), ["a", "evil.tar"], "{said}");
    assert_eq!(names(&folder.path().join("a")), Vec::<String>::new(), "{said}");
    said
}

#[test]
fn made_by_hand_a_right_one_is_taken() {
    let members = right();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("all.tar");
    let without_logo: Vec<Put> = members.into_iter().filter(|m| !m.name.starts_with("art/")).collect();
    std::fs::write(&path, archive(&manifest(&without_logo), &without_logo)).unwrap();
    restore(&path, &folder.path().join("home")).unwrap();
}

#[test]
fn tricks_with_paths_are_refused() {
    for name in [
        "../escaped",
        "/tmp/escaped",
        "pages/../../escaped",
        "blobs/../../escaped",
        "escaped",
        "pages/.ssh",
        "newsroom.sqlite-wal",
        "art/logo.svg",
    ] {
        let mut members: Vec<Put> = right().into_iter().filter(|m| !m.name.starts_with("art/")).collect();
        members.insert(0, file(name, b"evil"));
        let said = refused(&archive(&manifest(&members), &members));
        assert!(said.contains("no place in a newsroom"), "{name}: {said}");
        // The manifest says nothing of it, and there it is.
        let silent = manifest(&members[1..]);
        let said = refused(&archive(&silent, &members));
        assert!(said.contains("in its place"), "{name}: {said}");
    }
}

#[test]
fn links_doubles_other_sizes_and_what_follows_are_refused() {
    let members = || right().into_iter().filter(|m| !m.name.starts_with("art/")).collect::<Vec<_>>();
    for kind in [tar::EntryType::Symlink, tar::EntryType::Link, tar::EntryType::Directory, tar::EntryType::Fifo] {
        let mut evil = members();
        evil.push(Put { kind, ..file("pages/evil.md", b"") });
        let said = refused(&archive(&manifest(&evil), &evil));
        assert!(said.contains("is a link or another thing"), "{kind:?}: {said}");
    }
    let mut twice = members();
    twice.push(file("pages/about.md", b"# Evil"));
    assert!(refused(&archive(&manifest(&twice), &twice)).contains("twice"));
    let mut larger = members();
    let said = manifest(&larger);
    larger[2].bytes.extend(vec![b'x'; 5_000_000]);
    assert!(refused(&archive(&said, &larger)).contains("another size"));
    let mut more = members();
    let said = manifest(&more);
    more.push(file("pages/more.md", b"# More"));
    assert!(refused(&archive(&said, &more)).contains("more in it than the manifest names"));
    let mut other = members();
    let said = manifest(&other);
    let last = other.len() - 1;
    other[last].bytes[0] ^= 1;
    assert!(refused(&archive(&said, &other)).contains("not those that were written"));
    let mut lost = members();
    lost.retain(|m| !m.name.starts_with("blobs/"));
    assert!(refused(&archive(&manifest(&lost), &lost)).contains("rows name it"));
    let mut fewer = members();
    fewer.retain(|m| m.name != "raw.sqlite");
    assert!(refused(&archive(&manifest(&fewer), &fewer)).contains("lacks raw.sqlite"));
    let mut rows = manifest(&members());
    rows["rows"] = json!({"report": 400});
    assert!(refused(&archive(&rows, &members())).contains("report has 3 rows"));
    assert!(refused(b"").contains("breaks off") && refused(b"PK zip").contains("breaks off"));
}

#[test]
fn what_a_newer_dateline_made_is_refused_in_words() {
    let members: Vec<Put> = right().into_iter().filter(|m| !m.name.starts_with("art/")).collect();
    for (field, number) in [("format", 2), ("schema", store::backup::schema() + 1)] {
        let mut newer = manifest(&members);
        newer[field] = number.into();
        // A newer one may have members that we do not know.
        newer["members"] = json!("somewhere else");
        let said = refused(&archive(&newer, &members));
        assert!(said.contains("made by a newer Dateline (9.8.7)") && said.contains("Install that version"), "{said}");
    }
}
