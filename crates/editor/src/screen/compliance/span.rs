//! When readers could see a text.

use std::ops::Range;

use news::Time;
use store::log::Entry;

/// The end of what they still see.
pub const GOES_ON: Time = Time(i64::MAX);

/// From the moment at which a text came on the site until the next text of its story did, less the times for which the
/// log of the story, oldest first, has it off the site.
pub fn spans(published: Time, replaced: Option<Time>, log: &[Entry]) -> Vec<Range<Time>> {
    let end = replaced.unwrap_or(GOES_ON);
    let (mut out, mut since) = (Vec::new(), Some(published));
    for entry in log.iter().filter(|e| e.at >= published && e.at < end) {
        match entry.act.as_str() {
            "hold" | "kill" | "merge" => out.extend(since.take().map(|from| from..entry.at)),
            "publish" | "update" => since = since.or(Some(entry.at)),
            _ => {}
        }
    }
    out.extend(since.map(|from| from..end));
    // What was taken off in the moment in which it came was seen by nobody.
    out.retain(|span| !span.is_empty());
    out
}

/// Whether some of it falls into that period.
pub fn meet(spans: &[Range<Time>], period: &Range<Time>) -> bool {
    spans.iter().any(|s| s.start < period.end && s.end > period.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log(rows: &[(i64, &str)]) -> Vec<Entry> {
        let entry = |(at, act): &(i64, &str)| Entry {
            at: Time(*at),
            who: "Ida".into(),
            act: (*act).into(),
            thing: "story".into(),
            thing_id: 1,
            reason: "r".into(),
        };
        rows.iter().map(entry).collect()
    }

    fn told(published: i64, replaced: Option<i64>, rows: &[(i64, &str)]) -> Vec<(i64, i64)> {
        let spans = spans(Time(published), replaced.map(Time), &log(rows));
        spans.into_iter().map(|s| (s.start.0, s.end.0)).collect()
    }

    #[test]
    fn a_text_is_seen_until_the_next_one_comes_or_the_story_leaves() {
        assert_eq!(told(10, None, &[(5, "hold"), (10, "publish"), (11, "review")]), [(10, i64::MAX)]);
        assert_eq!(told(10, Some(20), &[(10, "publish"), (20, "update")]), [(10, 20)]);
        assert_eq!(told(10, None, &[(10, "publish"), (30, "kill")]), [(10, 30)]);
        let held = [(10, "publish"), (12, "hold"), (13, "edit"), (15, "update"), (20, "update")];
        assert_eq!(told(10, Some(20), &held), [(10, 12), (15, 20)]);
        assert_eq!(told(20, None, &held), [(20, i64::MAX)]);
        assert_eq!(told(10, None, &[(10, "hold"), (10, "publish")]), [(10, i64::MAX)], "held before, in that moment");
        assert!(told(10, None, &[(10, "publish"), (10, "hold")]).is_empty());
    }

    #[test]
    fn a_period_has_what_was_seen_in_it_if_only_for_a_moment() {
        let spans = [Time(10)..Time(12), Time(15)..GOES_ON];
        let all = Time(i64::MIN)..Time(i64::MAX);
        assert!(meet(&spans, &all) && meet(&spans, &(Time(11)..Time(13))) && meet(&spans, &(Time(99)..Time(100))));
        assert!(!meet(&spans, &(Time(12)..Time(15))) && !meet(&spans, &(Time(1)..Time(10))));
    }
}
