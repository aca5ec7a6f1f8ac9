//! Several sources: each is heard, none is picked silently.

use check::{Sources, claim_score};
use news::verdict::{Kind, Severity, Verdict};

use crate::corpus::*;

const FLOOD_A: &str = "Flood kills 12 people in Orlen
At least 12 people were killed in a flood in Orlen on Thursday, the civil defence said.
Rescuers in boats brought 300 families to a school.";
const FLOOD_B: &str = "Orlen flood: 14 dead
The flood in Orlen killed 14 people, the civil defence said on Thursday.
Trains to the coast were stopped until Saturday.";

fn both() -> Sources {
    Sources::new(vec![evidence("Halden Wire", "en", FLOOD_A), evidence("Ostrava Press", "en", FLOOD_B)])
}

#[test]
fn a_value_that_one_source_has_passes_with_a_word_on_the_other() {
    for (draft, own, other) in [
        ("At least 12 people were killed in a flood in Orlen on Thursday, the civil defence said.", "12", "14"),
        ("At least 14 people were killed in a flood in Orlen on Thursday, the civil defence said.", "14", "12"),
    ] {
        let report = both().check(&body("en", &[draft]), NOON, "UTC");
        assert_eq!(report.verdict, Verdict::Supported, "{:?}", told(&report));
        let finding = report.sentences[0]
            .findings
            .iter()
            .find(|f| f.kind == Kind::Number)
            .unwrap_or_else(|| panic!("{draft}: {report:?}"));
        assert_eq!(finding.severity, Severity::Warn);
        assert!(finding.reason.contains(own) && finding.reason.contains(other), "{}", finding.reason);
        assert!(
            finding.reason.contains("Halden Wire") || finding.reason.contains("Ostrava Press"),
            "{}",
            finding.reason
        );
    }
}

/// What is said on other numbers than the draft's: agency, text, draft, whether it differs.
#[test]
fn only_two_answers_to_one_question_differ() {
    const BUS: &str = "Bus crash in Bolivia kills 14
The bus of the Trans Lipena company was carrying 36 people from Oruro to Potosi when it left the road on Wednesday and fell into a ravine.";
    const BUS_EARLIER: &str = "Eleven die as bus falls into ravine
Eleven people died and 25 were injured when a bus fell into a ravine on the road between the Bolivian cities of Oruro and Potosi on Wednesday, police said.";
    const SHOCK: &str = "Earthquake shakes southern Peru
An earthquake with a preliminary magnitude of 6.1 shook the coast of southern Peru early on Thursday, damaging about 210 houses, the civil defence office said.";
    const SHOCK_LATER: &str = "Quake in southern Peru damages 340 houses
A magnitude 6.2 earthquake damaged about 340 houses in southern Peru on Thursday, the civil defence office said.";
    const TRUCKS: &str = "Fuel trucks cross the border
About 1,400 trucks with fuel have crossed the border at Dova since Monday, the drivers’ union said.";
    let table: [(&str, &str, &str, &[&str]); 3] = [
        (BUS, BUS_EARLIER, BUS, &[]),
        (SHOCK_LATER, SHOCK, SHOCK_LATER, &["“6.2”, Ostrava Press says “6.1”", "“340”, Ostrava Press says “210”"]),
        (FUEL, TRUCKS, FUEL, &["“1,200”, Ostrava Press says “1,400”"]),
    ];
    for (one, other, draft, differ) in table {
        let line = draft.lines().find(|l| l.ends_with('.') && l.contains(char::is_numeric) && !l.contains("petrol"));
        let check = |agency: &str| {
            let sources = vec![evidence("Halden Wire", "en", one), evidence(agency, "en", other)];
            let report = Sources::new(sources).check(&body("en", &[line.unwrap()]), NOON, "UTC");
            let told: Vec<String> = told(&report).into_iter().filter(|t| t.contains("sources differ")).collect();
            told
        };
        let found = check("Ostrava Press");
        assert_eq!(found.len(), differ.len(), "{line:?} {found:?}");
        assert!(differ.iter().all(|d| found.iter().any(|f| f.contains(d))), "{found:?}");
        // The same agency's earlier report is no other voice.
        assert_eq!(check("Halden Wire"), Vec::<String>::new());
    }
}

#[test]
fn a_value_that_no_source_has_does_not_pass() {
    let report = both().check(
        &body("en", &["At least 13 people were killed in a flood in Orlen on Thursday, the civil defence said."]),
        NOON,
        "UTC",
    );
    assert_eq!(report.verdict, Verdict::Contradicted, "{:?}", told(&report));
}

#[test]
fn sentences_of_two_reports_may_be_joined() {
    let joined =
        "Rescuers in boats brought 300 families to a school and trains to the coast were stopped until Saturday.";
    let report = both().check(&body("en", &[joined]), NOON, "UTC");
    assert_supported(&report, joined);
    assert_eq!(report.sentences[0].citations.len(), 2);
}

#[test]
fn another_language_is_evidence_only() {
    let sources = Sources::new(vec![evidence("Agence Halden", "fr", PONT)]);
    let report = sources.check(&body("en", &["The bridge of Varnes will stay closed until 9 December."]), NOON, "UTC");
    assert_eq!(report.verdict, Verdict::NotFound);
}

#[test]
fn the_score_falls_with_every_lie() {
    let score = |draft: &str| claim_score(&against("en", FUEL, draft));
    let clean = score(
        "About 1,200 fuel trucks have crossed the border at Dova since Monday, said ministry spokesman Luc Carvenne.",
    );
    let one = score(
        "About 1,400 fuel trucks have crossed the border at Dova since Monday, said ministry spokesman Luc Carvenne.",
    );
    let two = score(
        "About 1,400 fuel trucks have crossed the border at Dova since Sunday, said ministry spokesman Luc Carvenne.",
    );
    assert!(clean > 0.9 && clean > one && one > two, "{clean} {one} {two}");
}
