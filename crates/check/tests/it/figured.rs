//! What a journalist works out of a report and tells in other words passes; what looks like it and is wrong does not.

use check::Sources;
use news::verdict::Verdict;

use crate::corpus::{NOON, body, evidence};

const COUNCIL: &str = "BRENLOW, March 4 (Halden Wire) - Councillors in Brenlow voted 7-4 on Tuesday to close the Marsh Lane pool, whose 180 members of staff include 45 lifeguards.\n\
    Council leader Edda Morrow said a strike of 48 hours had cost the town 212,000 crowns. Repairs took three hours and 51 minutes.\n\
    \"We had no choice,\" she told reporters. The pool, which drew 312 swimmers on its last day, will shut within 90 days.\n\
    Finance director Owen Tarrick, 52, said ticket income fell to $124 million from $200 million in the fiscal 2022 second quarter.\n\
    Petra Lund, a former lifeguard, testified against him in May after the COVID-19 closures.";

fn judged(text: &str) -> check::Report {
    Sources::new(vec![evidence("Halden Wire", "en", COUNCIL)]).check(&body("en", &[text]), NOON, "UTC")
}

#[test]
fn what_is_worked_out_passes() {
    let honest = [
        "Seven councillors backed the closure of the Marsh Lane pool, and four opposed it.",
        "The pool in Marsh Lane is to be closed after a vote on Tuesday.",
        "A quarter of the staff of the Marsh Lane pool are lifeguards.",
        "The walkout, which lasted two days, cost Brenlow more than 200,000 crowns, according to Morrow.",
        "More than 300 people swam there on the last day.",
        "The pool will shut its doors within three months.",
        "Income from tickets dropped by $76 million to $124 million, Tarrick said.",
        "Owen Tarrick, the finance director, said he saw ticket income of $124 million.",
    ];
    let held: Vec<_> = honest.iter().filter(|s| judged(s).verdict != Verdict::Supported).collect();
    assert!(held.is_empty(), "{held:#?}");
}

#[test]
fn what_only_looks_worked_out_does_not() {
    let lies = [
        "Nine councillors backed the closure of the Marsh Lane pool, and four opposed it.",
        "Half of the staff of the Marsh Lane pool are lifeguards.",
        "The walkout, which lasted three days, cost Brenlow more than 200,000 crowns, according to Morrow.",
        "The walkout cost Brenlow more than 250,000 crowns, according to Morrow.",
        "The pool will shut its doors within five months.",
        "Income from tickets dropped by $86 million to $124 million, Tarrick said.",
        "Owen Tarrick, the chief operating officer, said ticket income fell to $124 million from $200 million.",
        "\"We had no choice,\" Tarrick told reporters.",
        "Tarrick testified against Petra Lund in May after the COVID-19 closures.",
    ];
    let passed: Vec<_> = lies.iter().filter(|s| judged(s).verdict == Verdict::Supported).collect();
    assert!(passed.is_empty(), "{passed:#?}");
}

/// Sources, each with a lie that looks like what a sentence in other words may do.
const NEARLY: [(&str, &str); 14] = [
    (
        "The court jailed five men for three years over the fraud.",
        "The court jailed five men for five years over the fraud.",
    ),
    (
        "The fire drew 12 engines and 40 firefighters and burned 25 percent of the forest.",
        "The fire drew 12 engines and 40 firefighters and burned 30 percent of the forest.",
    ),
    (
        "The fund paid 8 million euros in Lerma and 11 million euros in Brev.",
        "The fund paid 8 million euros in Lerma and 19 million euros in Brev.",
    ),
    ("The ministry may close the plant on Friday.", "The ministry is to close the plant on Friday."),
    (
        "The council approved the road plan on Monday. It did not approve the budget.",
        "The council did not approve the road plan on Monday.",
    ),
    (
        "A police officer was shot dead during a raid in Fenside on Monday.",
        "Two officers died on Monday when police stormed a house in Fenside.",
    ),
    ("The council voted 6-3 to approve the budget.", "Three members of the council voted to approve the budget."),
    ("Losses did not exceed 200 million dollars.", "Losses were more than 200 million dollars."),
    (
        "Police questioned Karl Dunn about the fire at the mill on Friday. Ida Voss was suspended in May.",
        "Police questioned Karl Dunn, suspected of the fire at the mill, on Friday.",
    ),
    ("The dockers' union backed Marlow on Friday.", "On Friday the dockers' federation endorsed nobody."),
    (
        "Three hikers were missing and 12 were injured when the bridge fell.",
        "Nobody was injured in the collapse of the bridge.",
    ),
    (
        "Fenn said the plan was safe and that costs would fall. Marlow lives in Brev.",
        "Fenn called the scheme safe, while Marlow said costs would drop.",
    ),
    ("A blast hit central Kharvin on Monday, officials said.", "A blast hit near Kharvin on Monday, officials said."),
    ("The march lasted two to nine days.", "The march lasted 72 hours."),
];

#[test]
fn what_looks_like_rewording_and_is_none_does_not() {
    let judged = |source: &str, lie: &str| {
        Sources::new(vec![evidence("Halden Wire", "en", source)]).check(&body("en", &[lie]), NOON, "UTC").verdict
    };
    let passed: Vec<_> = NEARLY.iter().filter(|(s, lie)| judged(s, lie) == Verdict::Supported).collect();
    assert!(passed.is_empty(), "{passed:#?}");
}
