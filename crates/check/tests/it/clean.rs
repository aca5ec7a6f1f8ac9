//! What the sources say, taken over or shortened, passes.

use check::Sources;
use news::verdict::{Part, Verdict};

use crate::corpus::*;

#[test]
fn every_report_supports_its_own_sentences() {
    for (lang, text) in ALL {
        let sources = Sources::new(vec![evidence("Halden Wire", lang, text)]);
        let lines: Vec<&str> = text.lines().collect();
        let mut whole = body(lang, &lines[1..]);
        whole.headline = lines[0].into();
        assert_supported(&sources.check(&whole, NOON, "UTC"), lines[0]);
        for line in lines {
            assert_supported(&sources.check(&body(lang, &[line]), NOON, "UTC"), line);
        }
    }
}

#[test]
fn the_right_report_of_many_is_cited() {
    let sources = Sources::new(ALL.iter().map(|(lang, text)| evidence("Halden Wire", lang, text)).collect());
    for (lang, text) in ALL {
        for line in text.lines().skip(1) {
            let report = sources.check(&body(lang, &[line]), NOON, "UTC");
            assert_supported(&report, line);
            let cited = &report.sentences[0].citations[0];
            assert_eq!(cited.text_hash, news::Hash::of(text.as_bytes()), "{line}");
            assert!(line.contains(&text[cited.range.clone()]) || text[cited.range.clone()].contains(line), "{line}");
        }
    }
}

#[test]
fn shortened_and_joined_sentences_pass() {
    let table = [
        (
            "en",
            FUEL,
            "About 1,200 fuel trucks have crossed the border at Dova since Monday, said ministry spokesman Luc Carvenne.",
        ),
        ("en", FUEL, "About 1,200 fuel trucks have crossed the border at Dova, Luc Carvenne said."),
        ("en", FUEL, "About 1,200 fuel trucks have crossed the border at Dova since Monday, Carvenne said."),
        ("en", FUEL, "The energy ministry said that the price of petrol fell by 4.2 percent in October."),
        ("en", FUEL, "Ana Reis, the head of the drivers’ union, said members would not return to work."),
        ("en", FUEL, "“Nobody should hoard,” Carvenne said."),
        ("en", ATTACK, "The suspects have not been charged."),
        ("en", ATTACK, "Police arrested three men on suspicion of smuggling weapons."),
        (
            "en",
            MARKET,
            "Skarvoy Ferries lost 13.8 percent after it cut its forecast of annual profit to £92m from £120m.",
        ),
        (
            "en",
            MARKET,
            "Shares in Oslo fell 0.4 percent on Wednesday and the central bank raised its main rate by two percentage points.",
        ),
        ("en", QUAKE, "The survey firm did not reply to a request."),
        ("en", QUAKE, "The office has sent 24 engineers to the coast."),
        (
            "en",
            QUAKE,
            "An earthquake of magnitude 6.1 shook the coast of southern Peru on Nov 6, damaging about 210 houses, the civil defence office said.",
        ),
        (
            "en",
            COURT,
            "Ghana’s Supreme Court struck down a levy of 1.5 percent on mobile data and gave the government 60 days to stop collecting the levy.",
        ),
        ("fr", PONT, "Environ 4 000 voitures empruntent le pont chaque jour, selon le maire de Varnes."),
        ("fr", ECOLE, "La rentrée a été retardée d’une semaine dans trois écoles de Lyon, a annoncé la mairie."),
        ("ar", MINAA, "قال أحمد المنصوري إن عدد الشحنات ارتفع بنسبة 12 في المئة."),
        ("hi", BAADH, "जिला प्रशासन ने कहा कि सोनपुर में बाढ़ से 12 गांव प्रभावित हुए।"),
    ];
    for (lang, source, draft) in table {
        assert_supported(&against(lang, source, draft), draft);
    }
}

#[test]
fn headlines_drawn_from_a_lead_pass() {
    let table = [
        (FUEL, "Price of petrol falls 4.2 percent in October, energy ministry says"),
        (ATTACK, "Two soldiers killed, 14 wounded in attack on convoy, army says"),
        (MATCH, "Porto beats Lille 2-1 in final"),
        (QUAKE, "Earthquake of magnitude 6.1 shakes coast of southern Peru"),
        (COURT, "Ghana’s Supreme Court strikes down levy on mobile data"),
    ];
    for (source, line) in table {
        let sources = Sources::new(vec![evidence("Halden Wire", "en", source)]);
        let report = sources.check(&headline("en", line), NOON, "UTC");
        assert_supported(&report, line);
        assert_eq!(parts(&report), [Part::Headline]);
    }
}

#[test]
fn a_speaker_who_goes_on_in_the_same_paragraph_is_only_shown() {
    let report = against(
        "en",
        FUEL,
        "The energy ministry said on Thursday that the price of petrol fell by 4.2 percent in October. It was the third fall in a row.",
    );
    assert_eq!(report.verdict, Verdict::Supported, "{:?}", told(&report));
}
