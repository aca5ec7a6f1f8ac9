//! What numbers mean in print.

use super::*;
use proptest::prelude::*;

fn values(text: &str, lang: &str) -> Vec<(f64, f64)> {
    find(text, &Lang::new(lang)).into_iter().map(|q| (q.low, q.high)).collect()
}

fn one(text: &str, lang: &str) -> Quantity {
    let found = find(text, &Lang::new(lang));
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found[0].clone()
}

#[test]
fn how_often_is_a_number_where_it_counts() {
    for (text, value) in
        [("It runs twice a day.", 2.0), ("He was late once this week.", 1.0), ("It failed thrice.", 3.0)]
    {
        let found = one(text, "en");
        assert_eq!((found.low, found.counted), (value, one("three times", "en").counted), "{text}");
    }
    for none in
        ["It is twice as large.", "Twice the size.", "Once a fishing village", "Once the bridge opens", "at once"]
    {
        assert!(values(none, "en").is_empty(), "{none}");
    }
    assert_eq!(values("once barcos", "es"), [(11.0, 11.0)]);
}

#[test]
fn digits_of_a_name_and_years_before_a_quarter_are_no_numbers() {
    assert_eq!(values("The COVID-19 closures of the F-16 hangar", "en"), []);
    assert_eq!(values("No one came", "en"), []);
    assert_eq!(values("A shortlist of six.", "en"), [(6.0, 6.0)]);
    let quarter = one("our second-quarter sales", "en");
    assert_eq!((quarter.unit, quarter.counted), (Unit::Ordinal, one("the second quarter", "en").counted));
    assert_eq!(values("in the fiscal 2022 second quarter", "en"), [(2.0, 2.0)]);
    assert_eq!(values("It fell by $76 million to $124 million", "en"), [(76e6, 76e6), (124e6, 124e6)]);
    assert_eq!(values("It costs $76 million to $124 million", "en"), [(76e6, 124e6)]);
}

#[test]
fn values_in_four_languages() {
    let table = [
        ("en", "1,200 fuel trucks", 1200.0),
        ("en", "two dozen trucks", 24.0),
        ("en", "a dozen trucks", 12.0),
        ("en", "twenty-three trucks", 23.0),
        ("en", "one hundred and five trucks", 105.0),
        ("en", "two hundred thousand trucks", 200_000.0),
        ("en", "half a million trucks", 500_000.0),
        ("en", "4.2 million trucks", 4.2e6),
        ("en", "4.2bn trucks", 4.2e9),
        ("en", "40k subscribers", 40_000.0),
        ("en", "two-thirds of voters", 2.0 / 3.0),
        ("en", "12 lakh voters", 1.2e6),
        ("en", "1,40,000 voters", 140_000.0),
        ("en", "3½ trucks", 3.5),
        ("fr", "1 200 camions", 1200.0),
        ("fr", "1\u{202f}200 camions", 1200.0),
        ("fr", "1.200 camions", 1200.0),
        ("fr", "quatre-vingt-douze camions", 92.0),
        ("fr", "soixante-dix camions", 70.0),
        ("fr", "deux mille trois cents camions", 2300.0),
        ("fr", "vingt et un camions", 21.0),
        ("fr", "3,5 millions de personnes", 3.5e6),
        ("fr", "une vingtaine de camions", 20.0),
        ("ar", "١٢٠٠ شاحنة", 1200.0),
        ("ar", "٤ آلاف شاحنة", 4000.0),
        ("ar", "ألفين شاحنة", 2000.0),
        ("ar", "خمسة وعشرون شخصا", 25.0),
        ("ar", "ثلاثة ملايين شخص", 3e6),
        ("hi", "५० हज़ार लोग", 50_000.0),
        ("hi", "दो लाख लोग", 200_000.0),
        ("hi", "तीन करोड़ लोग", 3e7),
        ("hi", "पच्चीस लोग", 25.0),
    ];
    for (lang, text, want) in table {
        let q = one(text, lang);
        assert!((q.low - want).abs() < 1e-6 * want, "{text}: {q:?}");
        assert_eq!(q.low, q.high, "{text}");
    }
}

#[test]
fn ranges_and_scores() {
    assert_eq!(values("10 to 15 trucks", "en"), [(10.0, 15.0)]);
    assert_eq!(values("10-15 trucks", "en"), [(10.0, 15.0)]);
    assert_eq!(values("between 10 and 15 trucks", "en"), [(10.0, 15.0)]);
    let won = find("Marta Lund won 6-4, 7-5.", &Lang::en());
    assert_eq!(won.iter().map(|q| (q.low, q.high)).collect::<Vec<_>>(), [(6.0, 4.0), (7.0, 5.0)]);
    assert!(won.iter().all(|q| q.unit == Unit::Score));
    assert_eq!(find("beat Porto 2-1 on Sunday", &Lang::en())[0].unit, Unit::Score);
}

#[test]
fn units() {
    assert_eq!(one("rose 2.5 percent", "en").unit, Unit::Percent);
    assert_eq!(one("rose 2.5 per cent", "en").unit, Unit::Percent);
    assert_eq!(one("une hausse de 2,5 %", "fr").unit, Unit::Percent);
    assert_eq!(one("بنسبة 2.5 في المئة", "ar").unit, Unit::Percent);
    assert_eq!(one("2.5 प्रतिशत बढ़ा", "hi").unit, Unit::Percent);
    assert_eq!(one("rose two percentage points", "en").unit, Unit::Points);
    assert_eq!(
        one("£92m", "en"),
        Quantity { range: 0..5, low: 92e6, high: 92e6, unit: Unit::Money("GBP".into()), about: false, counted: None }
    );
    assert_eq!(one("840m cedis", "en").unit, Unit::Money("GHS".into()));
    assert_eq!(one("840m cedis", "en").low, 840e6);
    assert_eq!(one("4,5 millions d’euros", "fr").unit, Unit::Money("EUR".into()));
    assert_eq!(one("3 million dollars", "en").unit, Unit::Money("USD".into()));
    assert_eq!(one("5 करोड़ रुपये", "hi").unit, Unit::Money("INR".into()));
    assert_eq!(one("10 km", "en").low, 10_000.0);
    assert!((one("5 miles", "en").low - 8046.72).abs() < 0.01);
    assert_eq!(one("the third vessel", "en").unit, Unit::Ordinal);
    assert_eq!(one("the 3rd vessel", "en").low, 3.0);
}

#[test]
fn counted_nouns_and_about() {
    assert_eq!(one("1,200 fuel trucks crossed", "en").counted.as_deref(), Some("truck"));
    assert_eq!(one("1,200 people fled", "en").counted.as_deref(), Some("peopl"));
    assert!(one("more than 500 people", "en").about);
    assert!(one("environ 500 personnes", "fr").about);
    assert!(one("نحو 500 شخص", "ar").about);
    assert!(!one("the 500 people", "en").about);
}

#[test]
fn m_before_a_plural_is_a_million() {
    assert_eq!(one("vaccines for 1.7m children", "en").low, 1.7e6);
    assert_eq!(one("vaccines for 1.7m children", "en").unit, Unit::Count);
    assert_eq!(one("a wall 3m high", "en").unit, Unit::Measure("m".into()));
    assert_eq!(one("the 100m hurdles", "en").unit, Unit::Measure("m".into()));
}

#[test]
fn dates_are_not_numbers() {
    assert_eq!(values("On January 24, 2022, at 5:30 p.m. and in 2023", "en"), []);
    assert_eq!(values("le 6 novembre 2025 à 17h30", "fr"), []);
    assert_eq!(values("في ٦ نوفمبر", "ar"), []);
}

proptest! {
    #[test]
    fn any_text_is_read(s in "\\PC*", lang in "en|fr|ar|hi|und") {
        for q in find(&s, &Lang::new(&lang)) {
            prop_assert!(s.get(q.range).is_some());
        }
    }

    #[test]
    fn any_mix_of_numbers_is_read(s in "([0-9]{1,4}|[.,/ %$€-]|million|two|hundred|and|to|mille|vingt| ){0,20}") {
        for lang in ["en", "fr", "ar"] {
            find(&s, &Lang::new(lang));
        }
    }
}

#[test]
fn what_other_languages_write_as_one() {
    let all = |text: &str, lang: &str| -> Vec<(f64, f64, Unit)> {
        find(text, &Lang::new(lang)).into_iter().map(|q| (q.low, q.high, q.unit)).collect()
    };
    assert_eq!(
        all("Dix-sept personnes, dix-neuf blessés", "fr"),
        [(17.0, 17.0, Unit::Count), (19.0, 19.0, Unit::Count)]
    );
    assert_eq!(all("soixante-dix-huit morts", "fr"), [(78.0, 78.0, Unit::Count)]);
    assert_eq!(all("وهو في الخامسة والخمسين من عمره", "ar"), [(55.0, 55.0, Unit::Count)]);
    assert_eq!(all("ويبلغ الرجل 55 عاما", "ar"), [(55.0, 55.0, Unit::Count)]);
    assert_eq!(all("أسعفت 600 خيمة و2000 بطانية", "ar"), [(600.0, 600.0, Unit::Count), (2000.0, 2000.0, Unit::Count)]);
    assert_eq!(all("दो माह", "hi"), [(2.0, 2.0, Unit::Measure("mo".into()))]);
    assert_eq!(all("Un étudiant sur trois renonce", "fr"), [(1.0 / 3.0, 1.0 / 3.0, Unit::Count)]);
    assert_eq!(all("one student in three", "en"), [(1.0 / 3.0, 1.0 / 3.0, Unit::Count)]);
    assert_eq!(all("148 rain-soaked kilometres", "en"), [(148_000.0, 148_000.0, Unit::Measure("m".into()))]);
    assert_eq!(all("أحد عشر قاصرا", "ar"), [(11.0, 11.0, Unit::Count)]);
    assert_eq!(all("أحد السكان", "ar"), []);
}
