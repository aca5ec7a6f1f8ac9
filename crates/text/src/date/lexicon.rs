//! Names of months and weekdays, and words that count days from the clock.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::lex::fold;

const MONTHS: [&str; 12] = [
    "january jan janvier janv enero januar janeiro gennaio يناير جانفي जनवरी",
    "february feb février févr fév febrero februar fevereiro febbraio فبراير شباط فيفري फरवरी फ़रवरी",
    "march mar mars marzo märz março مارس آذار मार्च",
    "april apr avril avr abril aprile أبريل نيسان أفريل अप्रैल",
    "may mai mayo maio maggio مايو أيار मई",
    "june jun juin junio juni junho giugno يونيو حزيران جوان जून",
    "july jul juillet juil julio juli julho luglio يوليو تموز جويلية जुलाई",
    "august aug août agosto أغسطس آب أوت अगस्त",
    "september sep sept septembre septiembre setembro settembre سبتمبر أيلول सितंबर सितम्बर",
    "october oct octobre octubre oktober outubro ottobre أكتوبر अक्टूबर अक्तूबर",
    "november nov novembre noviembre novembro نوفمبر नवंबर नवम्बर",
    "december dec décembre déc diciembre dezember dezembro dicembre ديسمبر दिसंबर दिसम्बर",
];

const WEEKDAYS: [&str; 7] = [
    "monday mon lundi lunes montag segunda-feira lunedì الاثنين الإثنين सोमवार",
    "tuesday tue tues mardi martes dienstag terça-feira martedì الثلاثاء मंगलवार",
    "wednesday wed mercredi miércoles mittwoch quarta-feira mercoledì الأربعاء الاربعاء बुधवार",
    "thursday thu thur thurs jeudi jueves donnerstag quinta-feira giovedì الخميس गुरुवार बृहस्पतिवार",
    "friday fri vendredi viernes freitag sexta-feira venerdì الجمعة शुक्रवार",
    "saturday sat samedi sábado samstag sabato السبت शनिवार",
    "sunday sun dimanche domingo sonntag domenica الأحد रविवार",
];

fn table(lists: &[&'static str]) -> HashMap<String, u8> {
    lists.iter().zip(1u8..).flat_map(|(list, n)| list.split_whitespace().map(move |w| (fold(w), n))).collect()
}

/// The month of a folded word, 1 to 12.
pub(crate) fn month(lower: &str) -> Option<u8> {
    static TABLE: LazyLock<HashMap<String, u8>> = LazyLock::new(|| table(&MONTHS));
    TABLE.get(lower).copied()
}

/// The weekday of a folded word, Monday 1 to Sunday 7.
pub(crate) fn weekday(lower: &str) -> Option<u8> {
    static TABLE: LazyLock<HashMap<String, u8>> = LazyLock::new(|| table(&WEEKDAYS));
    // Arabic writes `of`, `for`, `and` on the article: `للخميس`, `والخميس`, `بالخميس`.
    TABLE.get(lower).copied().or_else(|| TABLE.get(lower.strip_prefix(['و', 'ب'])?).copied())
}

/// Months and weekdays that are common words too, which need a capital or a day beside them.
pub(crate) fn is_doubtful(lower: &str) -> bool {
    matches!(
        lower,
        "may"
            | "march"
            | "mar"
            | "mars"
            | "sun"
            | "sat"
            | "mon"
            | "wed"
            | "jan"
            | "jun"
            | "avr"
            | "dec"
            | "sept"
            | "mai"
            | "اب"
            | "جوان"
            | "fri"
            | "thu"
            | "tue"
            | "sep"
            | "oct"
            | "nov"
            | "feb"
            | "aug"
            | "jul"
            | "apr"
            | "juli"
            | "juni"
    )
}

/// Words in a row that count from the clock: their number of days, `w` weeks, `m` months or `y` years.
const RELATIVE: [(&str, &str); 50] = [
    ("yesterday", "-1"),
    ("today", "0"),
    ("tonight", "0"),
    ("tomorrow", "1"),
    ("last night", "-1"),
    ("this morning", "0"),
    ("this evening", "0"),
    ("this afternoon", "0"),
    ("last week", "w-1"),
    ("this week", "w0"),
    ("next week", "w1"),
    ("last month", "m-1"),
    ("this month", "m0"),
    ("next month", "m1"),
    ("last year", "y-1"),
    ("this year", "y0"),
    ("next year", "y1"),
    ("hier", "-1"),
    ("aujourd'hui", "0"),
    ("demain", "1"),
    ("avant-hier", "-2"),
    ("la semaine dernière", "w-1"),
    ("cette semaine", "w0"),
    ("la semaine prochaine", "w1"),
    ("le mois dernier", "m-1"),
    ("ce mois-ci", "m0"),
    ("le mois prochain", "m1"),
    ("l'année dernière", "y-1"),
    ("l'an dernier", "y-1"),
    ("l'an passé", "y-1"),
    ("cette année", "y0"),
    ("l'an prochain", "y1"),
    ("l'année prochaine", "y1"),
    ("أمس", "-1"),
    ("غدا", "1"),
    ("العام الماضي", "y-1"),
    ("العام الجاري", "y0"),
    ("العام الحالي", "y0"),
    ("العام المقبل", "y1"),
    ("الشهر الماضي", "m-1"),
    ("الشهر الجاري", "m0"),
    ("الشهر المقبل", "m1"),
    ("الأسبوع الماضي", "w-1"),
    ("الأسبوع المقبل", "w1"),
    ("पिछले साल", "y-1"),
    ("इस साल", "y0"),
    ("अगले साल", "y1"),
    ("पिछले महीने", "m-1"),
    ("पिछले हफ्ते", "w-1"),
    ("आज", "0"),
];

/// A relative phrase: its folded tokens, its unit (`d`, `w`, `m`, `y`) and how many of it.
pub(crate) type Relative = (Vec<String>, char, i64);

/// All relative phrases, by their first token.
pub(crate) fn relatives(first: &str) -> &'static [Relative] {
    static TABLE: LazyLock<HashMap<String, Vec<Relative>>> = LazyLock::new(|| {
        let mut table: HashMap<String, Vec<Relative>> = HashMap::new();
        for (phrase, code) in RELATIVE {
            let tokens: Vec<String> = crate::lex::tokens(phrase).iter().map(|t| t.lower.clone()).collect();
            let unit = code.chars().next().filter(char::is_ascii_alphabetic);
            let count = code.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse().unwrap_or(0);
            let Some(first) = tokens.first().cloned() else { continue };
            table.entry(first).or_default().push((tokens, unit.unwrap_or('d'), count));
        }
        table
    });
    TABLE.get(first).map_or(&[], Vec::as_slice)
}

/// Words after which four digits are a year.
pub(crate) fn leads_year(lower: &str) -> bool {
    static TABLE: LazyLock<std::collections::HashSet<String>> = LazyLock::new(|| {
        "in since of by until till from during before after early late mid around to and through year en depuis de dès avant après jusqu'en l'année \
            année fin début عام سنة منذ في العام वर्ष साल सन desde em seit jahr nel dal"
            .split_whitespace()
            .map(fold)
            .collect()
    });
    TABLE.contains(lower)
}
