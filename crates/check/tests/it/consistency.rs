//! A draft against itself, and words that fill.

use check::Sources;
use news::verdict::{Kind, Severity, Verdict};

use crate::corpus::*;

const OUTBREAK: &str = "Fever spreads in two regions of Vastria\n\
    The health ministry of Vastria has counted 120 confirmed cases of river fever and 180 suspected ones, it said on Monday.\n\
    Of the suspected cases 95 are in Lerma and 85 in Brevin, the ministry said.";

fn kinds(report: &check::Report, severity: Severity) -> Vec<Kind> {
    report.sentences.iter().flat_map(|s| &s.findings).filter(|f| f.severity == severity).map(|f| f.kind).collect()
}

fn sources() -> Sources {
    Sources::new(vec![evidence("Halden Wire", "en", OUTBREAK)])
}

#[test]
fn parts_in_places_that_exceed_their_whole_are_told() {
    let wrong = "Of the 120 confirmed cases 95 are in Lerma and 85 in Brevin, the ministry said.";
    let report = sources().check(&body("en", &[wrong]), NOON, "UTC");
    assert_eq!(report.verdict, Verdict::Contradicted, "{report:?}");
    let sum = report.sentences[0].findings.iter().find(|f| f.kind == Kind::Sum).expect("a finding on the sum");
    assert!(sum.reason.contains("95 and 85 come to 180") && sum.reason.contains("120"), "{}", sum.reason);
    // Parts that fit, parts that may overlap, and one part alone are none of this rule's business.
    for fine in [
        "Of the 180 suspected cases 95 are in Lerma and 85 in Brevin, the ministry said.",
        "Of the 120 confirmed cases 95 are women and 85 are children.",
        "Of the 120 confirmed cases 95 are in Lerma.",
    ] {
        let report = sources().check(&body("en", &[fine]), NOON, "UTC");
        assert!(!report.sentences[0].findings.iter().any(|f| f.kind == Kind::Sum), "{fine}: {report:?}");
    }
}

#[test]
fn a_sum_that_is_the_sources_own_is_shown_and_stops_nothing() {
    let line = "Of the 120 confirmed cases 95 are in Lerma and 85 in Brevin, the ministry said.";
    let sources = Sources::new(vec![evidence("Halden Wire", "en", &format!("Fever spreads\n{line}"))]);
    let report = sources.check(&body("en", &[line]), NOON, "UTC");
    assert_supported(&report, line);
    assert!(kinds(&report, Severity::Warn).contains(&Kind::Sum), "{report:?}");
}

#[test]
fn a_figure_of_the_summary_that_the_body_lacks_is_remarked() {
    let mut draft = body(
        "en",
        &["The health ministry of Vastria has counted 120 confirmed cases of river fever, it said on Monday."],
    );
    draft.summary = "The health ministry of Vastria has counted 120 confirmed cases of river fever and 180 suspected ones, it said on \
        Monday."
        .into();
    let report = sources().check(&draft, NOON, "UTC");
    assert_supported(&report, &draft.summary);
    let told: Vec<&str> = report.sentences.iter().flat_map(|s| &s.findings).map(|f| f.reason.as_str()).collect();
    assert_eq!(told.iter().filter(|r| r.contains("the body does not")).count(), 1, "{told:?}");
    assert!(told.iter().any(|r| r.contains("180")), "{told:?}");
}

#[test]
fn closing_filler_is_held_unless_the_source_has_it() {
    let line = "The health ministry of Vastria has counted 120 confirmed cases of river fever; it remains to be seen.";
    let report = sources().check(&body("en", &[line]), NOON, "UTC");
    assert!(kinds(&report, Severity::Block).contains(&Kind::LoadedWord), "{report:?}");
    let own = Sources::new(vec![evidence("Halden Wire", "en", &format!("Fever\n{line}"))]);
    assert!(!kinds(&own.check(&body("en", &[line]), NOON, "UTC"), Severity::Block).contains(&Kind::LoadedWord));
}
