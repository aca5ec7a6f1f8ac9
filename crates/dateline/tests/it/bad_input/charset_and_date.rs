//! Wrong charset, mojibake, no date, a date in the future: decoded by detection; received time used and said so.

use news::source::Treatment;
use testkit::TestNewsroom;

use super::{logged, rss};
use crate::now;

const ITEM: &str = "<item><guid>g</guid><title>La bibliothèque d'Évran ouvrira le dimanche, a décidé le conseil</title><pubDate>DATE</pubDate>\
    <description>La bibliothèque d'Évran ouvrira le dimanche à partir de mars, a annoncé lundi le conseil municipal. Près de 240 lecteurs \
    l'avaient demandé, a précisé le conseil.</description></item>";
const DATE: &str = "Mon, 23 Nov 2026 08:00:00 GMT";

/// Latin-1, which has all that the item needs.
fn latin1(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
}

/// UTF-8 that somebody read as Latin-1 and saved again.
fn mojibake(text: &str) -> Vec<u8> {
    let broken: String = text.bytes().map(char::from).collect();
    broken.into_bytes()
}

/// Takes a feed; its report, and what the sources page says.
fn taken(feed: &[u8]) -> (news::report::StoredReport, String) {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("wire", Treatment::Rewrite, 250).unwrap();
    let (_, log) = logged(|| newsroom.take(source, feed, now()).unwrap());
    assert!(log.is_empty(), "an oddity is no failure: {log:?}");
    let report = newsroom.store().read(|c| store::report::by_guid(c, None, "g")).unwrap().unwrap();
    let home = newsroom.get("/").unwrap().body;
    assert!(home.contains("ouvrira le dimanche"), "on the site");
    (report, newsroom.get("/sources").unwrap().body)
}

#[test]
fn whatever_the_label_says_the_letters_are_right() {
    let feed = rss("Fil", &ITEM.replace("DATE", DATE));
    let labelled = |label: &str| feed.replace("version=\"1.0\"?", &format!("version=\"1.0\" encoding=\"{label}\"?"));
    for (what, bytes, says) in [
        ("Latin-1 that says it is UTF-8", latin1(&labelled("utf-8")), "it is windows-1252"),
        ("Latin-1 that says nothing", latin1(&feed), "it is windows-1252"),
        ("UTF-8 that says it is Latin-1", labelled("iso-8859-1").into_bytes(), "read as Latin-1; repaired"),
        ("UTF-8 read as Latin-1 and saved again", mojibake(&feed), "read as Latin-1; repaired"),
        ("ASCII by its label", labelled("us-ascii").into_bytes(), "read as Latin-1; repaired"),
    ] {
        let (report, sources) = taken(&bytes);
        assert!(
            report.report.headline.contains("d'Évran") && report.report.text.contains("précisé"),
            "{what}: {}",
            report.report.text
        );
        assert!(sources.contains(says), "{what}: not said");
    }
}

#[test]
fn a_date_that_cannot_be_is_replaced_by_the_time_of_receipt_and_said() {
    for (what, date, says) in [
        ("no date", "", "no usable date; the time of receipt is used"),
        ("no date in words", "soon", "is no date that can be read"),
        ("an impossible date", "Mon, 30 Feb 2026 08:00:00 GMT", "is no date that can be read"),
        ("next year", "Tue, 23 Nov 2027 08:00:00 GMT", "lies in the future; the time of receipt is used"),
    ] {
        let (report, sources) = taken(rss("Fil", &ITEM.replace("DATE", date)).as_bytes());
        assert_eq!(report.report.published, Some(now()), "{what}");
        assert!(sources.contains(says), "{what}: not said");
    }
}
