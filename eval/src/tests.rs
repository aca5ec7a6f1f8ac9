//! The promises of the command: the floors hold on our own sets, and the measures agree with the published figures.

use std::path::PathBuf;

use crate::{floors, stage::Stage};

#[test]
fn our_own_sets_stay_above_their_floors() {
    let (figures, below) = floors::measure().unwrap();
    assert!(below.is_empty(), "{below:#?}\n{}", crate::figures::table(&figures));
}

/// The folder of evaluation data, or a line that says why the test is skipped.
fn data(folder: &str) -> Option<PathBuf> {
    let path = std::env::var_os("DATELINE_DATA").map(|root| PathBuf::from(root).join(folder)).filter(|p| p.exists());
    if path.is_none() {
        println!("skipped: set DATELINE_DATA to the folder of evaluation data to run this on {folder}");
    }
    path
}

#[test]
fn rouge_of_the_first_three_sentences_is_the_published_one() {
    let Some(path) = data("summary") else { return };
    let figures = Stage::Summary.run(&[path], None).unwrap();
    let set = figures.iter().find(|f| f.set == "realsumm").unwrap();
    for (metric, want) in
        [("lead3_rouge1", 41.0), ("lead3_rouge2", 17.5), ("lead3_rougeL", 25.8), ("lead3_rougeLsum", 37.2)]
    {
        let got = set.get(metric).unwrap() * 100.0;
        assert!((got - want).abs() < 0.1, "{metric}: {got:.2}, published {want}");
    }
}

#[test]
fn a_set_without_items_is_an_error() {
    let folder = std::env::temp_dir().join(format!("dateline-eval-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("empty.jsonl");
    std::fs::write(&path, "\n").unwrap();
    for stage in [Stage::Check, Stage::Summary] {
        let error = stage.run(std::slice::from_ref(&path), None).unwrap_err();
        assert!(format!("{error:#}").contains("has no items"), "{error:#}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(Stage::Check.run(&[folder], None).is_err());
}
