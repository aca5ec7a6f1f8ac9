//! One bad item between two good ones: whatever is wrong with it, the good ones are taken and its bytes are kept.

use crate::read;

const ITEM: &str = "<item><guid>GUID</guid><title>Mill burns in GUID</title><description>The mill of GUID burned on Thursday, police said.</description></item>";

fn item(guid: &str) -> String {
    ITEM.replace("GUID", guid)
}

#[test]
fn the_items_around_a_bad_one_are_taken() {
    let bad = [
        "<item><title>Bad <![CDATA[never closed</title></item>",
        "<item><title>Bad <!-- never closed</title></item>",
        "<item><title>Bad <? never closed</title></item>",
        "<item><title>Bad <!ELEMENT</title></item>",
        "<item><title>Bad <></title></item>",
        "<item><title>Bad < and</title></item>",
        "<item><title>Bad <a href=\"x></title></item>",
        "<item><title>Bad &#xFFFFFFF; &bogus; &</title></item>",
        "<item><title>Bad \u{0}\u{1}\u{b}</title></item>",
        "<item><title>Bad</titel></item>",
        "<item><title>Bad",
        "<item><b><i><title>Bad</item>",
        "</channel></rss><item><title>Bad</title></item>",
        "<item></item>",
        "<item/>",
    ];
    for bad in bad {
        let feed =
            format!("<rss><channel><title>T</title>{}{bad}{}{}</channel></rss>", item("a"), item("b"), item("c"));
        let feed = read(feed.as_bytes()).unwrap();
        let good: Vec<&str> = feed.reports.iter().map(|r| r.guid.as_str()).filter(|g| g.len() == 1).collect();
        assert_eq!(good, ["a", "b", "c"], "{bad:?}: {:?}", feed.oddities);
        assert_eq!(feed.title, "T");
        let kept = |o: &news::report::Oddity| {
            String::from_utf8_lossy(&o.bytes).contains(bad.trim_start_matches("</channel></rss>"))
        };
        assert!(feed.oddities.iter().any(kept), "{bad:?} is not kept: {:?}", feed.oddities);
    }
}

#[test]
fn a_break_in_the_head_costs_no_item() {
    let feed = format!("<rss><channel><title>T <![CDATA[ open</title>{}{}</channel></rss>", item("a"), item("b"));
    let feed = read(feed.as_bytes()).unwrap();
    assert_eq!(feed.reports.len(), 2, "{:?}", feed.oddities);
    assert!(feed.oddities.iter().any(|o| o.what.contains("CDATA not closed")), "{:?}", feed.oddities);
}

#[test]
fn an_entry_may_carry_another() {
    let feed = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>a</id><title>Outer</title><content type='application/atom+xml'>\
                <entry><id>b</id><title>Inner</title></entry></content></entry></feed>";
    let feed = read(feed.as_bytes()).unwrap();
    assert_eq!(feed.reports.iter().map(|r| r.guid.as_str()).collect::<Vec<_>>(), ["a"]);
}

#[test]
fn breaks_without_end_are_quick() {
    let feed = format!("<rss><channel>{}</channel></rss>", "<item><title>x <!-- y</title></item>".repeat(100_000));
    let began = std::time::Instant::now();
    read(feed.as_bytes()).ok();
    assert!(began.elapsed().as_millis() < 3_000, "took {} ms", began.elapsed().as_millis());
}
