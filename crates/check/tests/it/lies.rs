//! One planted lie is caught, under its own kind, and the reason names both values.

use check::Sources;
use news::verdict::{Kind, Severity, Verdict};
use proptest::prelude::*;

use crate::corpus::*;

/// Language, source, lie, one of the kinds expected, the draft's and the source's value as the reason has them.
type Lie = (&'static str, &'static str, &'static str, &'static [Kind], &'static str, &'static str);

use Kind::*;

const LIES: [Lie; 51] = [
    // Numbers, units.
    (
        "en",
        FUEL,
        "About 1,400 fuel trucks have crossed the border at Dova since Monday, said ministry spokesman Luc Carvenne.",
        &[Number],
        "1,400",
        "1,200",
    ),
    (
        "en",
        FUEL,
        "The government plans to raise the subsidy to 20 billion dollars next year.",
        &[Number],
        "20 billion dollars",
        "20 million dollars",
    ),
    (
        "en",
        MARKET,
        "The central bank raised its main rate by two percent to 6.5 percent.",
        &[Number],
        "two percent",
        "two percentage points",
    ),
    (
        "en",
        ATTACK,
        "14 soldiers were killed and two wounded in an attack on a convoy near Tessalit on Nov 3, the army said.",
        &[Number],
        "14",
        "Two",
    ),
    ("en", MATCH, "Porto beat Lille 3-1 in the final on Sunday with two goals by Marta Lund.", &[Number], "3-1", "2-1"),
    (
        "en",
        MARKET,
        "Skarvoy Ferries lost 13.8 percent after it cut its forecast of annual profit to £120m from £92m.",
        &[Number],
        "",
        "",
    ),
    (
        "fr",
        PONT,
        "Environ 5 000 voitures empruntent le pont chaque jour, selon le maire de Varnes, Paul Desrives.",
        &[Number],
        "5 000",
        "4 000",
    ),
    ("ar", MINAA, "وصلت ٦٠ سفينة إلى الميناء يوم الخميس، بحسب وزارة النقل.", &[Number], "٦٠", "٤٠"),
    ("hi", BAADH, "जिला प्रशासन ने कहा कि गुरुवार को सोनपुर में बाढ़ से 15 गांव प्रभावित हुए।", &[Number], "15", "12"),
    ("hi", RAIL, "रेलवे ने 2023 में 40 करोड़ टिकट बेचे।", &[Number], "40 करोड़", "40 लाख"),
    // Names, titles.
    (
        "en",
        FUEL,
        "About 1,200 fuel trucks have crossed the border at Dova since Monday, said ministry spokesman Luc Delorme.",
        &[Name, Speaker],
        "Delorme",
        "Carvenne",
    ),
    (
        "en",
        FUEL,
        "About 1,200 fuel trucks have crossed the border at Dova since Monday, said Finance Minister Luc Carvenne.",
        &[Name],
        "Finance Minister",
        "ministry spokesman",
    ),
    (
        "en",
        COURT,
        "The levy has raised 840 million cedis since January 2024, according to the interior ministry.",
        &[Support, Name],
        "interior",
        "finance",
    ),
    (
        "en",
        MATCH,
        "Porto beat Lille 2-1 in the final on Sunday with two goals by Vera Lund.",
        &[Name],
        "Vera Lund",
        "Marta Lund",
    ),
    (
        "en",
        MATCH,
        "Lille beat Porto 2-1 in the final on Sunday with two goals by Marta Lund.",
        &[Relation],
        "Lille",
        "Porto",
    ),
    (
        "fr",
        ECOLE,
        "La directrice de l’école, Claire Morand, a dit que les élèves reviendraient lundi.",
        &[Name, Speaker],
        "Morand",
        "Aubier",
    ),
    (
        "hi",
        RAIL,
        "रेल मंत्री विनोद वर्मा ने बुधवार को कहा कि इस साल रेल किराया नहीं बढ़ेगा।",
        &[Name, Support, Speaker],
        "विनोद",
        "अरुण",
    ),
    // Dates.
    (
        "en",
        FUEL,
        "The energy ministry said on Tuesday that the price of petrol fell by 4.2 percent in October.",
        &[Date],
        "Tuesday",
        "Thursday",
    ),
    (
        "en",
        FUEL,
        "The energy ministry said on Thursday that the price of petrol fell by 4.2 percent in September.",
        &[Date],
        "September",
        "October",
    ),
    (
        "en",
        MATCH,
        "It was Porto’s first win over Lille since January 24, 2021.",
        &[Date],
        "January 24, 2021",
        "January 24, 2022",
    ),
    ("en", MATCH, "Lund won 6-4, 7-5 in her sixth final last year.", &[Date], "last year", "2023"),
    (
        "fr",
        PONT,
        "Le pont de Varnes restera fermé jusqu’au 19 décembre, a indiqué jeudi la préfecture.",
        &[Date],
        "19 décembre",
        "9 décembre",
    ),
    ("ar", MINAA, "وصلت ٤٠ سفينة إلى الميناء يوم الأحد، بحسب وزارة النقل.", &[Date], "الأحد", "الخميس"),
    // Places.
    (
        "en",
        ATTACK,
        "Police arrested three men on suspicion of smuggling weapons in Kyiv and seized 40 rifles.",
        &[Place],
        "Kyiv",
        "Kyiv region",
    ),
    (
        "en",
        QUAKE,
        "An earthquake of magnitude 6.1 shook the coast of southern Chile early on Thursday, the civil defence office said.",
        &[Place, Name],
        "Chile",
        "Peru",
    ),
    (
        "fr",
        ECOLE,
        "La rentrée a été retardée d’une semaine dans trois écoles de Paris après un incendie, a annoncé la mairie.",
        &[Place, Name],
        "Paris",
        "Lyon",
    ),
    // Quotations, speakers.
    (
        "en",
        FUEL,
        "“We are out of danger, and the queues are shorter,” Carvenne said.",
        &[Quote],
        "We are out of danger",
        "We are not out of danger",
    ),
    ("en", FUEL, "“We are not out of danger, but the queues are shorter,” Reis said.", &[Speaker], "Reis", "Carvenne"),
    (
        "fr",
        PONT,
        "« Nous prendrons ce risque », a déclaré M. Desrives.",
        &[Quote],
        "Nous prendrons ce risque",
        "Nous ne prendrons aucun risque",
    ),
    ("hi", BAADH, "“पानी अब घट रहा है,” राठी ने कहा।", &[Quote], "घट", "बढ़"),
    // Attribution.
    (
        "en",
        FUEL,
        "The price of petrol fell by 4.2 percent in October, the third fall in a row.",
        &[Attribution],
        "",
        "The energy ministry said",
    ),
    (
        "en",
        FUEL,
        "The energy ministry confirmed on Thursday that the price of petrol fell by 4.2 percent in October.",
        &[Attribution],
        "confirmed",
        "said",
    ),
    ("en", FUEL, "“We are not out of danger, but the queues are shorter.”", &[Attribution], "", "Carvenne said"),
    (
        "en",
        ATTACK,
        "Colonel Idrissa Maro took bribes from the smugglers.",
        &[LegalStatus, Attribution],
        "",
        "allegedly",
    ),
    ("fr", PONT, "Le pont de Varnes restera fermé jusqu’au 9 décembre.", &[Attribution], "", "la préfecture"),
    ("ar", MINAA, "عدد الشحنات ارتفع بنسبة 12 في المئة في أكتوبر.", &[Attribution], "", "قال"),
    ("en", QUAKE, "No deaths had been reported by 12:15 GMT.", &[Attribution], "", "Rosa Quill"),
    ("en", QUAKE, "The survey firm has 900 sensors.", &[Attribution], "", "says"),
    ("en", ATTACK, "One of the men has denied it and the others have not spoken.", &[Attribution], "", "police said"),
    // Negation, modality, direction, status, colour, invention.
    (
        "en",
        FUEL,
        "Ana Reis, the head of the drivers’ union, said members would return to work before Friday.",
        &[Negation],
        "return",
        "not return",
    ),
    (
        "en",
        MARKET,
        "Shares in Oslo rose 0.4 percent on Wednesday, with the main index at 1,512.6 points.",
        &[Direction],
        "rose",
        "fell",
    ),
    (
        "ar",
        MINAA,
        "قال مدير الميناء أحمد المنصوري إن عدد الشحنات انخفض بنسبة 12 في المئة في أكتوبر.",
        &[Direction],
        "انخفض",
        "ارتفع",
    ),
    ("hi", RAIL, "रेल मंत्री अरुण वर्मा ने बुधवार को कहा कि इस साल रेल किराया बढ़ेगा।", &[Negation], "", "नहीं"),
    (
        "en",
        COURT,
        "Kofi Asant, a lawyer for the Free Megabyte Coalition, said the group sought refunds for 21 million subscribers.",
        &[Negation, Support],
        "",
        "would seek",
    ),
    (
        "en",
        ATTACK,
        "One of the men had denied it and the others have spoken, police said.",
        &[Negation],
        "",
        "not spoken",
    ),
    ("en", ATTACK, "The patrol fired at most 20 rounds without being hit.", &[Direction], "at most", "at least"),
    ("en", ATTACK, "The patrol had not fired at least 20 rounds without being hit.", &[Negation], "not", ""),
    (
        "en",
        ATTACK,
        "Police charged three men on suspicion of smuggling weapons in the Kyiv region.",
        &[LegalStatus],
        "charged",
        "arrested",
    ),
    ("en", ATTACK, "The suspects have been charged.", &[Negation], "", "not"),
    (
        "en",
        COURT,
        "The court gave the government 60 days to stop collecting the levy, a bold ruling.",
        &[LoadedWord],
        "bold",
        "",
    ),
    (
        "en",
        MATCH,
        "Porto beat Lille 2-1 in the final on Sunday after a long brawl among supporters.",
        &[Support],
        "brawl",
        "",
    ),
];

#[test]
fn each_lie_is_caught_and_named() {
    let mut wrong = Vec::new();
    for (lang, source, lie, kinds, draft, theirs) in LIES {
        let report = against(lang, source, lie);
        let named = report.sentences.iter().flat_map(|s| &s.findings).any(|f| {
            f.severity == Severity::Block
                && kinds.contains(&f.kind)
                && f.reason.contains(draft)
                && f.reason.contains(theirs)
        });
        if report.verdict == Verdict::Supported || !named {
            wrong.push(format!("{lie}\n    {:?} {:?}", report.verdict, told(&report)));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), LIES.len(), wrong.join("\n"));
}

#[test]
fn ranges_of_findings_lie_in_their_sentence() {
    for (lang, source, lie, ..) in LIES {
        for sentence in against(lang, source, lie).sentences {
            let text = &lie[sentence.range.clone()];
            for finding in &sentence.findings {
                assert!(text.get(finding.at.clone()).is_some_and(|t| t == finding.draft), "{lie}: {finding:?}");
                let cited = finding.citation.as_ref().map(|c| source.get(c.range.clone()));
                assert!(cited.is_none_or(|c| c == finding.source.as_deref()), "{finding:?}");
            }
        }
    }
}

proptest! {
    /// Any other number in place of one in a report's sentence.
    #[test]
    fn a_changed_number_never_passes(value in 2u32..99_999, which in 0usize..4) {
        let lines = [
            ("About 1,200 fuel trucks have crossed the border at Dova since Monday, said ministry spokesman Luc Carvenne.", "1,200", FUEL),
            ("Police arrested three men on suspicion of smuggling weapons in the Kyiv region and seized 40 rifles.", "40", ATTACK),
            ("The court gave the government 60 days to stop collecting the levy.", "60", COURT),
            ("Shares in Oslo fell 0.4 percent on Wednesday, with the main index at 1,512.6 points.", "0.4", MARKET),
        ];
        let (line, number, source) = lines[which];
        prop_assume!(value.to_string() != number);
        // `About` allows rounding.
        prop_assume!(which != 0 || !(1100..1300).contains(&value));
        let report = against("en", source, &line.replace(number, &value.to_string()));
        prop_assert_ne!(report.verdict, Verdict::Supported);
    }

    /// Any other name in place of one in a report's sentence.
    #[test]
    fn a_changed_name_never_passes(name in "[A-Z][a-z]{3,8}") {
        prop_assume!(!["Carvenne", "Luc"].contains(&name.as_str()));
        let line = "About 1,200 fuel trucks have crossed the border at Dova since Monday, said ministry spokesman Luc Carvenne.";
        let report = against("en", FUEL, &line.replace("Carvenne", &name));
        prop_assert_ne!(report.verdict, Verdict::Supported);
    }

    /// A sentence of one report under the numbers of another.
    #[test]
    fn a_sentence_of_another_report_is_not_found(which in 0usize..12) {
        let (lang, text) = ALL[which];
        let others = ALL.iter().filter(|(_, t)| *t != text).map(|(l, t)| evidence("Halden Wire", l, t)).collect();
        let line = text.lines().nth(2).unwrap();
        let report = Sources::new(others).check(&body(lang, &[line]), NOON, "UTC");
        prop_assert_ne!(report.verdict, Verdict::Supported);
    }
}
