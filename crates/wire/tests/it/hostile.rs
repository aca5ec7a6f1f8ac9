//! What nobody should send, and what happens then: refused in a sentence, within a second.

use std::time::Instant;

use wire::Unreadable;

use crate::read;

/// Reads within a second (debug builds included), whatever the answer.
#[track_caller]
fn quickly(bytes: &[u8]) -> Result<wire::Feed, Unreadable> {
    let started = Instant::now();
    let answer = read(bytes);
    assert!(started.elapsed().as_millis() < 3_000, "took {} ms", started.elapsed().as_millis());
    answer
}

#[test]
fn entity_bombs_and_foreign_entities_are_refused() {
    let mut laughs = String::from("<!DOCTYPE rss [<!ENTITY a0 \"ha\">");
    for n in 1..20 {
        laughs.push_str(&format!("<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10)));
    }
    laughs.push_str("]><rss version='2.0'><channel><title>&a19;</title></channel></rss>");
    let quadratic = format!(
        "<!DOCTYPE rss [<!ENTITY a \"{}\">]><rss><channel><title>{}</title></channel></rss>",
        "x".repeat(50_000),
        "&a;".repeat(50_000)
    );
    let outside =
        "<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&a;</title></channel></rss>";
    for bomb in [laughs.as_str(), &quadratic, outside] {
        assert_eq!(quickly(bomb.as_bytes()), Err(Unreadable::EntityBomb));
    }
}

#[test]
fn plain_entities_of_the_document_are_left_out_and_a_doctype_is_skipped() {
    let own = b"<!DOCTYPE rss [<!ENTITY co 'Acme'>]><rss><channel><item><title>&co; opens in Sorne &eacute;t&eacute; &alpha;</title></item></channel></rss>";
    let feed = quickly(own).unwrap();
    assert_eq!(feed.reports[0].headline, "opens in Sorne été α");
    assert!(feed.oddities.iter().any(|o| o.what.contains("entities of its own")));
}

#[test]
fn depth_size_and_counts_have_limits() {
    let deep = "<a>".repeat(100_000);
    assert_eq!(quickly(format!("<rss>{deep}").as_bytes()), Err(Unreadable::TooDeep(200)));
    let attributes: String = (0..100_000).map(|n| format!(" a{n}='1'")).collect();
    let references = format!("<rss><channel><title x='{}'>T</title></channel></rss>", "&".repeat(2_000_000));
    assert_eq!(quickly(references.as_bytes()).map(|f| f.title), Ok("T".into()));
    assert!(matches!(quickly(format!("<rss{attributes}/>").as_bytes()), Err(Unreadable::TooLarge(_))));
    assert!(matches!(quickly(&vec![b' '; 50_000_001]), Err(Unreadable::TooLarge(_))));
    let deep_json = format!("{{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{}", "[".repeat(200_000));
    let _ = quickly(deep_json.as_bytes());
    let deep_item = format!(
        "{{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{}{},{{\"id\":\"1\",\"title\":\"Good\"}}]}}",
        "[".repeat(500),
        "]".repeat(500)
    );
    assert_eq!(quickly(deep_item.as_bytes()).unwrap().reports.len(), 1);
}

#[test]
fn markup_that_chokes_parsers_is_read_as_text() {
    for piece in [
        "<b>",
        "<table>",
        "<a href=x>",
        "<div><p>",
        "<!--",
        "<font><nobr>",
        "<svg><g>",
        "<ul><li>",
        "<select>",
        "&amp;lt;b",
    ] {
        let body = piece.repeat(60_000);
        let rss = format!(
            "<rss><channel><item><title>T</title><description><![CDATA[{body} end]]></description></item></channel></rss>"
        );
        assert_eq!(quickly(rss.as_bytes()).unwrap().reports.len(), 1, "{piece}");
    }
}

#[test]
fn what_is_no_feed_is_named() {
    for (bytes, says) in [
        ("", "empty"),
        ("  \n", "empty"),
        ("<!DOCTYPE html><html><body>Not found</body></html>", "HTML page"),
        ("<html xmlns='http://www.w3.org/1999/xhtml'/>", "HTML page"),
        ("<opml version='2.0'/>", "OPML"),
        ("<urlset/>", "sitemap"),
        ("<nitf/>", "NITF"),
        ("<newsItem/>", "NewsML-G2"),
        ("<catalog/>", "<catalog>"),
        ("{\"error\": \"forbidden\"}", "error"),
        ("[1, 2]", "JSON of another kind"),
        ("%PDF-1.7 x", "PDF"),
        ("Service unavailable", "plain text"),
    ] {
        let sentence = read(bytes.as_bytes()).unwrap_err().to_string();
        assert!(sentence.contains(says), "{bytes}: {sentence}");
    }
}

#[test]
fn scripts_never_survive() {
    for evil in [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//x.example>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&amp;lt;script&amp;gt;alert(1)",
        "&amp;amp;lt;script&amp;amp;gt;alert(1)",
        "<scr<script></script>ipt>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<math><mi//xlink:href='data:x,<script>alert(4)</script>'>",
        "<iframe srcdoc='<script>x</script>'>",
        "<noscript><p title='</noscript><script>x</script>'>",
        "<style><!--</style><script>x</script>-->",
        "<template><script>x</script></template>",
        "<a href='javascript:alert(1)'>x</a>",
    ] {
        let json = serde_json::json!({ "version": "https://jsonfeed.org/version/1.1", "items": [{ "id": "1", "title": format!("T {evil}"), "content_html": evil,
            "authors": [{ "name": evil }], "tags": [evil] }] });
        let feed = read(json.to_string().as_bytes()).unwrap();
        let shown = serde_json::to_string(&feed.reports).unwrap().to_lowercase();
        for bad in ["<script", "<iframe", "<img", "<svg", "onerror", "javascript:"] {
            assert!(!shown.contains(bad), "{evil} left {bad}: {shown}");
        }
    }
}
