//! Nothing that anybody pastes brings the check down.

use check::{Sources, claim_score};
use news::verdict::Verdict;
use news::{Lang, Time, revision::Draft};
use proptest::prelude::*;

use crate::corpus::*;

#[test]
fn nothing_at_all() {
    let report = Sources::new(Vec::new()).check(&Draft::default(), NOON, "UTC");
    assert_eq!((report.verdict, report.sentences.len()), (Verdict::NotFound, 0));
    assert_eq!(claim_score(&report), 0.0);
    assert_eq!(against("en", "", "Prices fell.").verdict, Verdict::NotFound);
}

#[test]
fn a_huge_line_is_bounded() {
    let line = "word and another word, ".repeat(30_000);
    let report = against("en", &line, "A word and another word.");
    assert!(!report.sentences.is_empty());
    let report = against("en", FUEL, &line);
    assert_eq!(report.verdict, Verdict::NotFound);
}

#[test]
fn lone_quotation_marks() {
    for draft in ["“", "”", "\"", "« ", "“Fuel", "Fuel” said", "‘’“”", "said “said” said"] {
        against("en", FUEL, draft);
        against("fr", "«\n»\n“", draft);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_text_is_checked(source in "\\PC{0,300}", draft in "\\PC{0,200}", lang in "en|fr|ar|hi|und", zone in "UTC|Europe/Paris|nowhere", ms in any::<i64>()) {
        let sources = Sources::new(vec![evidence("A", &lang, &source), evidence("B", &lang, FUEL)]);
        let draft = Draft { lang: Lang::new(&lang), headline: draft.clone(), summary: draft.clone(), paragraphs: vec![draft], marks: vec![] };
        let report = sources.check(&draft, Time(ms), &zone);
        for s in &report.sentences {
            prop_assert!((0.0..=1.0).contains(&s.support));
        }
    }

    #[test]
    fn any_text_is_supported_by_itself_or_says_why(words in proptest::collection::vec("[a-z]{3,9}", 6..20)) {
        let sentence = format!("The {}.", words.join(" "));
        let report = against("en", &format!("Headline of it\n{sentence}\nAnother line here."), &sentence);
        prop_assert!(report.verdict == Verdict::Supported || !report.sentences[0].findings.is_empty());
    }
}
