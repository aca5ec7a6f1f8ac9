//! The day of a report that came without one: its dateline's.

use news::{Lang, Time};
use text::date::{Clock, find};

use crate::dateline;

const DAY_MS: i64 = 24 * Time::HOUR_MS;
/// From half a year back the nearest day of a name is the last one before now.
const BACK_DAYS: i64 = 182;

/// The day that the dateline of a text gives, `PARIS, Nov 6 (Agency) - `, at noon UTC: the last such day before `now` where it
/// has no year, tomorrow too, for in the east it may have begun. `None` without a dateline with a day in the first two lines.
pub fn told_on(text: &str, lang: &Lang, now: Time) -> Option<Time> {
    let head = text.lines().take(2).find_map(|line| {
        let found = dateline::find(line)?;
        found.dateline?.day.and(line.get(..found.rest))
    })?;
    [DAY_MS, -BACK_DAYS * DAY_MS].into_iter().find_map(|apart| {
        let clock = Clock { reference: now.plus_ms(apart), zone: "UTC".into() };
        let days = find(head, lang, &clock).into_iter().filter(|w| !w.relative);
        let day = days.into_iter().find_map(|w| w.first.filter(|day| w.last == Some(*day)))?;
        let told = Time(i64::from(day) * DAY_MS + DAY_MS / 2);
        (told <= now.plus_ms(DAY_MS)).then_some(told)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dateline_tells_the_day() {
        // 14 November 2023
        let now = Time(1_700_000_000_000);
        let day = |head: &str, lang: &str| {
            let told = told_on(&format!("{head}The mayor resigned on March 3."), &Lang::new(lang), now)?;
            Some(jiff::Timestamp::from_millisecond(told.ms()).unwrap().to_string())
        };
        assert_eq!(day("PARIS, Nov 6 (Agency) - ", "en").as_deref(), Some("2023-11-06T12:00:00Z"));
        assert_eq!(day("Mayor quits\nLIMA, April 27 (Agency) - ", "en").as_deref(), Some("2023-04-27T12:00:00Z"));
        assert_eq!(day("OSLO, Dec 3 (Agency) – ", "en").as_deref(), Some("2022-12-03T12:00:00Z"));
        assert_eq!(day("OSLO, March 3, 2019 — ", "en").as_deref(), Some("2019-03-03T12:00:00Z"));
        assert_eq!(day("SYDNEY, Nov 15 (Agency) - ", "en").as_deref(), Some("2023-11-15T12:00:00Z"));
        assert_eq!(day("LYON, 6 nov (Agence) - ", "fr").as_deref(), Some("2023-11-06T12:00:00Z"));
        for none in
            ["OSLO, Tuesday (Agency) - ", "PARIS (Agency) - ", "Markets on March 3 - ", "Talks resume Monday - ", ""]
        {
            assert_eq!(day(none, "en"), None, "{none}");
        }
    }
}
