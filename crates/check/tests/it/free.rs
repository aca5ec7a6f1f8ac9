//! What a desk tells freely passes, and a fault hidden in as free a sentence does not.

use check::Sources;
use news::verdict::Verdict;

use crate::corpus::{NOON, body, evidence};

/// A source, what is true by it, and what is not.
type Told = (&'static str, &'static [&'static str], &'static [&'static str]);

const TOLD: &[Told] = &[
    (
        "Opposition lawmaker Rosa Pena said police officers tortured two students in a cell.",
        &[],
        &[
            "In a cell, two students, suspects in a theft, were tortured by police officers.",
            "In a cell, two students who planned to protest and want to study law were tortured by police officers.",
        ],
    ),
    (
        "On Thursday evening police said the mayor had stolen three million pesos from the city's hospital fund over several years.",
        &[],
        &[
            "Three million pesos were embezzled by the mayor, who over the years robbed the hospital fund of his own city.",
        ],
    ),
    (
        "A rebel spokesman said government soldiers had killed forty farmers in the village of Tocra on Sunday.",
        &[],
        &["Forty farmers from Tocra village lost their lives on Sunday at the hands of government troops."],
    ),
    (
        "The driver slowed before the collision on a road west of Lima.",
        &[],
        &["West of Lima the motorist never slowed before he crashed."],
    ),
    (
        "The firm serves 5 million customers and earned 20 million dollars last year.",
        &[],
        &["Only a quarter of the firm's customers earned it money last year."],
    ),
    (
        "A drone fell 400 metres from a school, and 20 people left their homes.",
        &[],
        &["Several hundred people left their homes after the drone came down by a school."],
    ),
    (
        "Seventy percent of early shift staff walked out and 85 percent of the late shift joined them.",
        &[],
        &["70 percent walked out, and 85 were dismissed."],
    ),
    (
        "Ana Ruiz, 41, drove a car into a wall. Maria Sanz, 66, watched.",
        &["The 41-year-old Ana Ruiz steered a car into a wall."],
        &[],
    ),
    (
        "Thousands from across the country marched through Lima over the new pension law.",
        &[],
        &["Marching through Lima, thousands from across the country turned out against the new pension law."],
    ),
    (
        "Prices of bread fell in Lima and its suburbs after the subsidy law took effect.",
        &[],
        &["In the capital Lima and its suburbs bread has been going up since the law on subsidies took effect."],
    ),
    (
        "The dam may burst this week because of heavy rain, engineers from the capital said.",
        &[],
        &["With heavy rain due, the dam in question bursts this week, according to engineers from the capital."],
    ),
    (
        "Workers were injured when the roof of the hall in Callao fell in, and the fire brigade arrived late.",
        &[],
        &["When the Callao hall's roof collapsed, not even the fire brigade came and workers were hurt."],
    ),
    (
        "Pakistan remained the largest customer, taking 37 percent of exports.",
        &["More than a third of exports went to Pakistan.", "More than a third of the exported tea goes to Pakistan."],
        &["More than half of exports went to Pakistan."],
    ),
    (
        "Sharks use the same breeding grounds for more than a century, according to a study.",
        &["Sharks stay loyal to their breeding places for over a hundred years, a study suggests."],
        &["Sharks stay loyal to their breeding places for over two hundred years, a study suggests."],
    ),
    (
        "The measure would have added about 240,000 people to a register of 4.9 million.",
        &["Nearly a quarter of a million people would have joined a register of 4.9 million."],
        &["Nearly half a million people would have joined a register of 4.9 million."],
    ),
    (
        "The maritime authority granted it a one-year trial licence on Thursday.",
        &["The regulator has approved the vessel for a trial period of twelve months."],
        &["The regulator has approved the vessel for a trial period of two years."],
    ),
    (
        "The court sentenced him to four years and six months in prison.",
        &["Four and a half years behind bars: that is the price the court set."],
        &["Five and a half years behind bars: that is the price the court set."],
    ),
    (
        "Shares in Harrow, the operator, fell 17 percent in Sydney.",
        &["Harrow's share price plunged by more than a sixth in response."],
        &["Harrow's share price plunged by more than a fifth in response."],
    ),
    (
        "The drone came down 6 kilometres from the border and 400 metres from a kindergarten.",
        &["It had fallen a few hundred metres away from a kindergarten."],
        &["It had fallen a few dozen metres away from a kindergarten."],
    ),
    (
        "Operating profit dropped to 42 million euros from 61 million, missing the 49 million expected by analysts.",
        &["The 42 million euros it earned fell 7 million short of what the market had been counting on."],
        &["The 42 million euros it earned fell 17 million short of what the market had been counting on."],
    ),
    (
        "The company plans to save 60 million euros a year from 2026.",
        &["From 2026 it wants to save 60 million euros a year."],
        &["Cost cuts are to bring savings of 60 million euros a month from 2026 on."],
    ),
    (
        "A team followed 63 sharks. Of the 24 mature females among the 63 sharks, 17 returned to the trough.",
        &["Of 24 mature females, 17 came back to the trough."],
        &["Of 63 mature females observed, 17 came back to the trough at least once."],
    ),
    (
        "The train hit the buffers at 38 kilometres per hour, more than twice the speed permitted on that track.",
        &["The train struck the buffers at 38 kilometres per hour, more than twice the permitted speed."],
        &["The train struck the buffers at 38 kilometres per hour, more than three times the permitted speed."],
    ),
    (
        "Tests on water from 31 wells found contamination in 19 of them.",
        &["Nineteen of the 31 wells were contaminated."],
        &["Of the wells tested, 12 turned out to be contaminated."],
    ),
    (
        "The government spokesman said the president had no plans to put the question to a referendum.",
        &["The president does not plan to put the question to a referendum, his spokesman said."],
        &["The president now wants to put the question to a referendum, his spokesman said."],
    ),
    (
        "Last year 28 people died in fires at Turkish workplaces, according to the union. The labour ministry fined the firm.",
        &["Fires at the workplace claimed 28 lives in Turkey last year, the union says."],
        &["Fires at the workplace claimed 28 lives in Turkey last year, labour ministry figures show."],
    ),
    (
        "Poland accounted for more than half of the terminals. The central bank of Estonia ordered a report.",
        &["More than half of the terminals were in Poland."],
        &["Estonia accounted for more than half of the terminals that failed."],
    ),
    (
        "Officials said two people were injured when rain swept away a bridge near the town of Brev.",
        &["A bridge near Brev was carried off by rain and two people were hurt."],
        &["A bridge near Brev was carried off by rain and three people were hurt."],
    ),
    (
        "The bank cut its rate to 3.5 percent on Thursday, saying that price pressures had begun to ease.",
        &["The bank has lowered its rate to 3.5 percent."],
        &["The bank has raised its rate to 3.5 percent."],
    ),
    (
        "The court ruled that the company must stop pumping water at the mine until the approval is reconsidered.",
        &["The mine may not pump any more water for now, the court decided."],
        &[],
    ),
];

fn judged(source: &str, told: &str) -> Verdict {
    let dated = format!("LIMA, May 2 (Halden Wire) - {source}");
    Sources::new(vec![evidence("Halden Wire", "en", &dated)]).check(&body("en", &[told]), NOON, "UTC").verdict
}

#[test]
fn what_is_told_freely_passes() {
    let all = TOLD.iter().flat_map(|(source, honest, _)| honest.iter().map(move |h| (source, h)));
    let held: Vec<_> = all.filter(|(source, h)| judged(source, h) != Verdict::Supported).collect();
    assert!(held.is_empty(), "{held:#?}");
}

#[test]
fn a_fault_told_as_freely_does_not() {
    let all = TOLD.iter().flat_map(|(source, _, lies)| lies.iter().map(move |l| (source, l)));
    let passed: Vec<_> = all.filter(|(source, l)| judged(source, l) == Verdict::Supported).collect();
    assert!(passed.is_empty(), "{passed:#?}");
}
