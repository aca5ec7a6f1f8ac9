//! `pages/*.md`: written to start from, read when serving starts, told what is wrong.

use std::{
    path::Path,
    process::{Command, Output},
};

fn dateline(args: &[&str], folder: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(args).current_dir(folder).env_remove("DATELINE_HOME").output().unwrap()
}

fn newsroom() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let settings = "[house]\nname = \"A\"\n[[edition]]\nslug = \"france\"\nname = \"F\"\nlanguage = \"fr\"\n";
    std::fs::write(folder.path().join("dateline.toml"), settings).unwrap();
    folder
}

#[test]
fn pages_are_written_to_start_from_and_what_is_written_is_right() {
    let folder = newsroom();
    let written = dateline(&["pages", "write"], folder.path());
    assert_eq!(written.status.code(), Some(0), "{}", String::from_utf8_lossy(&written.stderr));
    let about = std::fs::read_to_string(folder.path().join("pages/about.md")).unwrap();
    assert!(about.starts_with("+++\ntitle = \"About us\"\n+++\n\n{name}: {tagline}."), "{about}");
    let french = std::fs::read_to_string(folder.path().join("pages/about.fr.md")).unwrap();
    assert!(french.contains("title = \"Qui sommes-nous\""), "{french}");
    assert_eq!(std::fs::read_dir(folder.path().join("pages")).unwrap().count(), 16);
    let checked = dateline(&["config", "check"], folder.path());
    assert!(String::from_utf8_lossy(&checked.stdout).contains("16 pages of your own"), "{checked:?}");
    std::fs::write(folder.path().join("pages/about.md"), "+++\ntitle = \"Mine\"\n+++\nHello").unwrap();
    let again = dateline(&["pages", "write", "about"], folder.path());
    assert!(String::from_utf8_lossy(&again.stdout).contains("about.md is there already; --force"), "{again:?}");
    assert!(std::fs::read_to_string(folder.path().join("pages/about.md")).unwrap().contains("Mine"));
    assert_eq!(dateline(&["pages", "write", "abuot"], folder.path()).status.code(), Some(2));
}

#[test]
fn a_wrong_page_is_told_with_file_line_and_reason_and_nothing_starts() {
    let right = "+++\ntitle = \"T\"\n+++\nWords.\n";
    for (name, text, told) in [
        ("about.md", "No head", "about.md, line 1: it must begin with settings between two lines of +++"),
        ("about.md", "+++\ntitel = \"T\"\n+++\n", "about.md, line 2: unknown field `titel`"),
        ("about.md", "+++\n+++\n", "missing field `title`"),
        ("about.md", "+++\ntitle = \"\"\n+++\n", "about.md: title is empty"),
        (
            "about.md",
            "+++\ntitle = \"T\"\n+++\n\nLed by {editor}.\n",
            "about.md, line 5: {editor} stands for nothing; {name}, {tagline}",
        ),
        ("about.md", "+++\ntitle = \"T\"\nlanguage = \"english\"\n+++\n", "language is \"english\"; a language tag"),
        ("about.fr.md", "+++\ntitle = \"T\"\nlanguage = \"de\"\n+++\n", "its name says fr and its language de"),
        ("about.french.md", right, "only a language tag may stand, such as about.fr.md"),
        ("latest.md", right, "latest.md: /latest is the address of another page"),
        ("france.md", right, "france.md: /france is the address of another page"),
        ("Our Ethics.md", right, "1 to 40 of a-z, 0-9 and - are allowed"),
    ] {
        let folder = newsroom();
        std::fs::create_dir(folder.path().join("pages")).unwrap();
        std::fs::write(folder.path().join("pages").join(name), text).unwrap();
        for command in [vec!["serve", "--listen", "127.0.0.1:0"], vec!["config", "check"]] {
            let wrong = dateline(&command, folder.path());
            let words = String::from_utf8_lossy(&wrong.stderr).into_owned();
            assert_eq!(wrong.status.code(), Some(2), "{name}: {words}");
            assert!(words.contains(told), "{name}: {words}");
        }
    }
    let folder = newsroom();
    std::fs::create_dir(folder.path().join("pages")).unwrap();
    std::fs::write(folder.path().join("pages/about.fr.md"), right).unwrap();
    std::fs::write(folder.path().join("pages/about.md"), right.replace("title", "language = \"fr\"\ntitle")).unwrap();
    std::fs::write(folder.path().join("pages/notes.txt"), "left alone").unwrap();
    let twice = dateline(&["config", "check"], folder.path());
    assert!(String::from_utf8_lossy(&twice.stderr).contains("there is another page \"about\" in fr"), "{twice:?}");
    std::fs::write(folder.path().join("pages/about.md"), [0xff, 0xfe, b'x']).unwrap();
    assert!(String::from_utf8_lossy(&dateline(&["config", "check"], folder.path()).stderr).contains("not UTF-8"));
}
