//! Wrong config: file, line, the value, what is allowed; exit code 2 before anything starts.

use super::{message, run};

/// A setting, the line that is wrong, and words that must be said about it.
const WRONG: [(&str, usize, &[&str]); 20] = [
    ("[house]\nzone = \"Europe/Pariss\"\n", 2, &["house.zone", "Europe/Pariss", "IANA zone"]),
    ("[house]\nbase_url = \"news.example\"\n", 2, &["house.base_url", "news.example", "https://"]),
    ("[house]\nlanguage = \"klingon-ish!\"\n", 2, &["house.language", "klingon", "language tag"]),
    ("[house]\naccent = \"red\"\n", 2, &["house.accent", "red", "#rrggbb"]),
    ("[house]\nname = 7\n", 2, &["7", "string"]),
    ("[house]\nnmae = \"A\"\n", 2, &["nmae", "name"]),
    ("[hose]\nname = \"A\"\n", 1, &["hose", "house"]),
    ("[house\n", 1, &["]"]),
    ("[serve]\n\nlisten = \"8080\"\n", 3, &["serve.listen", "8080", "port"]),
    ("[serve]\ntrending_half_life_hours = 0.0\n", 2, &["trending_half_life_hours", "0.0", "0.1"]),
    ("[wire]\nevery_minutes = 0\n", 2, &["wire.every_minutes", "0", "from 1"]),
    ("[wire]\nevery_minutes = -1\n", 2, &["-1"]),
    ("[wire]\ntimeout_seconds = 4000\n", 2, &["wire.timeout_seconds", "4000", "below 301"]),
    ("[wire]\nmax_megabytes = 500\n", 2, &["wire.max_megabytes", "500", "51"]),
    ("[[menu]]\nname = \"Evil\"\nurl = \"javascript:alert(1)\"\n", 3, &["javascript:alert(1)", "https:"]),
    ("[[source]]\nname = \" \"\n", 2, &["source.name", "needed"]),
    ("[[source]]\nname = \"A\"\nslug = \"A b\"\n", 3, &["source.slug", "A b", "a-z"]),
    (
        "[[source]]\nname = \"A\"\nfeed = \"ftp://desk:hunter2@wire.example/f\"\n",
        3,
        &["source.feed", "ftp://***@wire.example/f", "http"],
    ),
    ("[[source]]\nname = \"A\"\ntreatment = \"steal\"\n", 3, &["source.treatment", "steal", "pass-through"]),
    ("[[source]]\nname = \"A\"\n[[source]]\nname = \"A\"\n", 4, &["source.name", "A", "slug"]),
];

#[test]
fn it_says_file_line_value_and_what_is_allowed_before_anything_starts() {
    for (text, line, says) in WRONG {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("dateline.toml"), text).unwrap();
        for args in [&["serve", "--listen", "127.0.0.1:0"][..], &["wire", "pull", "--once"], &["config", "check"]] {
            let said = run(&[args, &["--log-format", "json"]].concat(), folder.path());
            assert_eq!(said.code, Some(2), "{text:?} {args:?}: {}", said.err);
            assert_eq!(said.out, "", "{text:?} {args:?}");
            let log = said.log();
            assert_eq!(log.len(), 1, "one line: {log:?}");
            let words = message(&log[0]);
            assert!(words.contains(&format!("dateline.toml, line {line}:")), "{text:?}: {words}");
            says.iter().for_each(|s| assert!(words.contains(s), "{text:?} does not say {s}: {words}"));
            assert!(!words.contains("hunter2"), "{words}");
            let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|f| f.unwrap().file_name()).collect();
            assert_eq!(left, ["dateline.toml"], "{text:?} {args:?} started something");
        }
    }
}

#[test]
fn a_logo_that_is_not_there_is_a_wrong_setting() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("dateline.toml"), "[house]\nlogo = \"none.svg\"\n").unwrap();
    let said = run(&["serve", "--listen", "127.0.0.1:0"], folder.path());
    assert_eq!(said.code, Some(2), "{}", said.err);
    assert!(said.err.contains("house.logo") && said.err.contains("none.svg"), "{}", said.err);
}
