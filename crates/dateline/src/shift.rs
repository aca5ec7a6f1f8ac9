//! Moves the sample day to now: every time stamp in the bytes, and every day and month without a year in prose, by whole
//! weeks, so that "on Thursday" stays true.

use std::sync::LazyLock;

use jiff::{Span, civil::Date};
use regex::{Captures, Regex};

/// The year in which the sample day's days and months without a year lie.
const YEAR: i16 = 2025;
/// RFC 3339: the date part of `2025-11-06T09:30:00Z`.
static RFC3339: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2})").ok());
/// RFC 822: `Thu, 06 Nov 2025 09:30:00 GMT`.
static RFC822: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d{2}:\d{2})").ok()
});

/// Months as prose has them, January first; several forms separated by `|`. Longest first within a form list.
const MONTHS: [&str; 12] = [
    "January|Jan|janvier|janv|يناير|जनवरी",
    "February|Feb|février|févr|فبراير|फ़रवरी|फरवरी",
    "March|Mar|mars|مارس|मार्च",
    "April|Apr|avril|avr|أبريل|अप्रैल",
    "May|mai|مايو|मई",
    "June|Jun|juin|يونيو|जून",
    "July|Jul|juillet|juil|يوليو|जुलाई",
    "August|Aug|août|أغسطس|अगस्त",
    "September|Sept|Sep|septembre|سبتمبر|सितंबर|सितम्बर",
    "October|Oct|octobre|أكتوبر|अक्टूबर|अक्तूबर",
    "November|Nov|novembre|nov|نوفمبر|नवंबर|नवम्बर",
    "December|Dec|décembre|déc|ديسمبر|दिसंबर|दिसम्बर",
];
/// Digits of the scripts that the day uses, zero first.
const ZEROS: [char; 3] = ['0', '٠', '०'];

static PROSE: LazyLock<Option<(Regex, Regex)>> = LazyLock::new(|| {
    let months = MONTHS.join("|");
    let month_first = Regex::new(&format!(r"\b({months})(\.?[ \u{{a0}}])(\d{{1,2}})\b")).ok()?;
    let day_first = Regex::new(&format!(r"\b(\d{{1,2}})(er)?([ \u{{a0}}])({months})\b")).ok()?;
    Some((month_first, day_first))
});

/// The text with all its dates `weeks` later.
pub fn shift(text: &str, weeks: i64) -> String {
    let text = replace(&RFC3339, text, |c| {
        let date: Date = c.get(1)?.as_str().parse().ok()?;
        Some(format!("{}{}", later(date, weeks)?, c.get(2)?.as_str()))
    });
    let text = replace(&RFC822, &text, |c| {
        let month = month(c.get(2)?.as_str())?;
        let date = Date::new(c.get(3)?.as_str().parse().ok()?, month, c.get(1)?.as_str().parse().ok()?).ok()?;
        let date = later(date, weeks)?;
        let name = MONTHS.get(date.month() as usize - 1)?.split('|').nth(1)?;
        let name = if date.month() == 5 { "May" } else { name };
        Some(format!("{:02} {} {} {}", date.day(), name.get(..3)?, date.year(), c.get(4)?.as_str()))
    });
    prose(&text, weeks)
}

fn prose(text: &str, weeks: i64) -> String {
    let Some((month_first, day_first)) = PROSE.as_ref() else { return text.to_owned() };
    let text = month_first.replace_all(text, |c: &Captures<'_>| {
        let whole = c.get(0).map_or("", |m| m.as_str()).to_owned();
        let after = c.get(0).and_then(|m| text.get(m.end()..)).unwrap_or_default();
        let moved = || {
            let (name, gap, day) = (c.get(1)?.as_str(), c.get(2)?.as_str(), c.get(3)?.as_str());
            let (day, name) = moved(day, name, weeks)?;
            Some(format!("{name}{gap}{day}"))
        };
        if year_follows(after) { whole } else { moved().unwrap_or(whole) }
    });
    let day_first = day_first.replace_all(&text, |c: &Captures<'_>| {
        let whole = c.get(0).map_or("", |m| m.as_str()).to_owned();
        let after = c.get(0).and_then(|m| text.get(m.end()..)).unwrap_or_default();
        let moved = || {
            let (day, gap, name) = (c.get(1)?.as_str(), c.get(3)?.as_str(), c.get(4)?.as_str());
            let (day, name) = moved(day, name, weeks)?;
            Some(format!("{day}{gap}{name}"))
        };
        if year_follows(after) { whole } else { moved().unwrap_or(whole) }
    });
    day_first.into_owned()
}

/// Day and month in the form and script that they had.
fn moved(day: &str, name: &str, weeks: i64) -> Option<(String, String)> {
    let zero = ZEROS
        .into_iter()
        .find(|z| day.chars().all(|c| (*z..=char::from_u32(*z as u32 + 9).unwrap_or(*z)).contains(&c)))?;
    let value: i8 =
        day.chars().map(|c| char::from_digit(c as u32 - zero as u32, 10)).collect::<Option<String>>()?.parse().ok()?;
    let month_was = month(name)?;
    let date = later(Date::new(YEAR, month_was, value).ok()?, weeks)?;
    // The same column of the table is the same language and length of form.
    let column = MONTHS.get(month_was as usize - 1)?.split('|').position(|n| n == name)?;
    let forms: Vec<&str> = MONTHS.get(date.month() as usize - 1)?.split('|').collect();
    let name = if date.month() == month_was { name } else { form(name, column, &forms)? };
    let day = date.day().to_string().chars().filter_map(|c| char::from_u32(zero as u32 + c.to_digit(10)?)).collect();
    Some((day, name.to_owned()))
}

/// The form of the new month in the old one's script and, for Latin script, language and length.
fn form<'a>(old: &str, column: usize, forms: &[&'a str]) -> Option<&'a str> {
    let script = |s: &str| s.chars().next().map_or(0, |c| (c as u32) >> 8);
    if !old.is_ascii() && script(old) > 1 {
        return forms.iter().find(|f| script(f) == script(old)).copied();
    }
    let french = old.chars().next().is_some_and(char::is_lowercase);
    let mut of_kind =
        forms.iter().filter(|f| script(f) <= 1 && f.chars().next().is_some_and(char::is_lowercase) == french);
    let (short, all): (bool, Vec<&&str>) = (old.chars().count() <= 4 && column > 0, of_kind.by_ref().collect());
    if short { all.last().map(|f| **f) } else { all.first().map(|f| **f) }
}

fn month(name: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|forms| forms.split('|').any(|f| f == name))?;
    i8::try_from(at + 1).ok()
}

fn year_follows(after: &str) -> bool {
    let after = after.strip_prefix(',').unwrap_or(after).trim_start();
    let digits = after.chars().take_while(|c| c.is_numeric()).count();
    digits == 4
}

fn later(date: Date, weeks: i64) -> Option<Date> {
    date.checked_add(Span::new().try_weeks(weeks).ok()?).ok()
}

fn replace(pattern: &LazyLock<Option<Regex>>, text: &str, with: impl Fn(&Captures<'_>) -> Option<String>) -> String {
    let Some(pattern) = pattern.as_ref() else { return text.to_owned() };
    let whole = |c: &Captures<'_>| c.get(0).map_or("", |m| m.as_str()).to_owned();
    pattern.replace_all(text, |c: &Captures<'_>| with(c).unwrap_or_else(|| whole(c))).into_owned()
}

#[cfg(test)]
mod tests {
    use super::shift;

    #[test]
    fn stamps_and_prose_move_and_dates_with_a_year_stay() {
        assert_eq!(shift("2025-11-06T09:30:00Z", 3), "2025-11-27T09:30:00Z");
        assert_eq!(shift("Thu, 06 Nov 2025 09:30:00 GMT", 4), "Thu, 04 Dec 2025 09:30:00 GMT");
        assert_eq!(
            shift("PARIS, Nov 6 (OSTREL) - On Nov. 3 and 6 November", 1),
            "PARIS, Nov 13 (OSTREL) - On Nov. 10 and 13 November"
        );
        assert_eq!(shift("on January 24, 2022 and 24 January 2022", 3), "on January 24, 2022 and 24 January 2022");
        assert_eq!(shift("LYON, 6 nov (VEYRANE)", 4), "LYON, 4 déc (VEYRANE)");
        assert_eq!(shift("٦ نوفمبر", 1), "١٣ نوفمبر");
        assert_eq!(shift("8 नवंबर", 4), "6 दिसंबर");
        assert_eq!(shift("OSN-48142 of 2025-11-06", 3), "OSN-48142 of 2025-11-06", "no time, no stamp");
    }
}
