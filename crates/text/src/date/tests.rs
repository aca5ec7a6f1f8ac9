//! What dates mean in print.

use super::*;
use proptest::prelude::*;

/// Thursday 6 November 2025, 12:00 UTC.
fn clock() -> Clock {
    Clock { reference: Time(1_762_430_400_000), zone: "UTC".into() }
}

fn day(y: i16, m: i8, d: i8) -> i32 {
    jiff::civil::date(y, m, d).since((jiff::Unit::Day, jiff::civil::date(1970, 1, 1))).unwrap().get_days()
}

fn one(text: &str, lang: &str) -> When {
    let found = find(text, &Lang::new(lang), &clock());
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found[0].clone()
}

#[test]
fn days_in_many_spellings() {
    let sixth = day(2025, 11, 6);
    let table = [
        ("en", "on Thursday", sixth),
        ("en", "on Nov 6", sixth),
        ("en", "on Nov. 6, 2025", sixth),
        ("en", "6th November 2025", sixth),
        ("en", "2025-11-06", sixth),
        ("en-gb", "06/11/2025", sixth),
        ("en", "11/06/2025", sixth),
        ("de", "06.11.2025", sixth),
        ("en", "today", sixth),
        ("en", "on Wednesday", sixth - 1),
        ("en", "yesterday", sixth - 1),
        ("en", "on Friday", sixth - 6),
        ("en", "next Friday", sixth + 1),
        ("en", "last Thursday", sixth - 7),
        ("en", "on January 24, 2022", day(2022, 1, 24)),
        ("en", "on 9 December", day(2025, 12, 9)),
        ("en", "on 3 January", day(2026, 1, 3)),
        ("fr", "jeudi", sixth),
        ("fr", "le 6 novembre", sixth),
        ("fr", "le 1er août 2020", day(2020, 8, 1)),
        ("fr", "hier", sixth - 1),
        ("ar", "يوم الخميس", sixth),
        ("ar", "في ٦ نوفمبر", sixth),
        ("ar", "أمس", sixth - 1),
        ("hi", "गुरुवार को", sixth),
        ("hi", "6 नवंबर को", sixth),
        ("hi", "आज", sixth),
    ];
    for (lang, text, want) in table {
        let w = one(text, lang);
        assert_eq!((w.first, w.last), (Some(want), Some(want)), "{text}");
    }
}

#[test]
fn months_and_years() {
    let table = [
        ("en", "in 2023", day(2023, 1, 1), day(2023, 12, 31)),
        ("en", "August 2020", day(2020, 8, 1), day(2020, 8, 31)),
        ("en", "in August", day(2025, 8, 1), day(2025, 8, 31)),
        ("en", "in May", day(2025, 5, 1), day(2025, 5, 31)),
        ("en", "last year", day(2024, 1, 1), day(2024, 12, 31)),
        ("en", "last month", day(2025, 10, 1), day(2025, 10, 31)),
        ("en", "the 1990s", day(1990, 1, 1), day(1999, 12, 31)),
        ("fr", "en août 2020", day(2020, 8, 1), day(2020, 8, 31)),
        ("fr", "l’année dernière", day(2024, 1, 1), day(2024, 12, 31)),
        ("ar", "عام 2023", day(2023, 1, 1), day(2023, 12, 31)),
        ("hi", "पिछले साल", day(2024, 1, 1), day(2024, 12, 31)),
    ];
    for (lang, text, first, last) in table {
        let w = one(text, lang);
        assert_eq!((w.first, w.last), (Some(first), Some(last)), "{text}");
    }
}

#[test]
fn times_of_day() {
    let table = [
        ("en", "at 12:15 GMT", 735),
        ("en", "at 5 p.m.", 1020),
        ("en", "at 5.30pm", 1050),
        ("en", "at 12 a.m.", 0),
        ("fr", "à 17h30", 1050),
        ("fr", "à 8 h", 480),
    ];
    for (lang, text, minute) in table {
        assert_eq!(one(text, lang).minute, Some(minute), "{text}");
    }
}

#[test]
fn common_words_are_no_dates() {
    for text in ["It may rain", "they march on", "the sun sat", "2000 people", "in 1,200 homes", "a 2-1 win"] {
        assert_eq!(find(text, &Lang::en(), &clock()), [], "{text}");
    }
}

#[test]
fn the_zone_decides_the_day() {
    let late = Clock { reference: Time(1_762_470_000_000), zone: "Asia/Tokyo".into() };
    let w = find("today", &Lang::en(), &late);
    assert_eq!(w[0].first, Some(day(2025, 11, 7)));
}

proptest! {
    #[test]
    fn any_text_is_read(s in "\\PC*", lang in "en|fr|ar|hi|und", ms in any::<i64>()) {
        let clock = Clock { reference: Time(ms), zone: "Europe/Paris".into() };
        for w in find(&s, &Lang::new(&lang), &clock) {
            prop_assert!(s.get(w.range).is_some());
        }
    }

    #[test]
    fn any_mix_of_dates_is_read(s in "([0-9]{1,4}|[.,:/ -]|May |Monday|last |next |year|p\\.m\\.|h30| ){0,20}") {
        for lang in ["en", "fr"] {
            find(&s, &Lang::new(lang), &clock());
        }
    }
}
