//! A DOCTYPE is skipped (RSS 0.91 carries one), never fetched or expanded; HTML's named entities only.

use testkit::FeedServer;

use super::{item, lines, published, rss, run, settings};

#[test]
fn a_doctype_is_skipped_and_what_it_names_is_never_asked_for() {
    let (server, elsewhere) = (FeedServer::start().unwrap(), FeedServer::start().unwrap());
    elsewhere.set("/rss.dtd", 200, "application/xml-dtd", b"<!ENTITY name 'Evil'>");
    elsewhere.set("/sheet.xsl", 200, "text/xsl", b"<x/>");
    let doctype = format!(
        "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"{dtd}\" \
         [<!ENTITY % more SYSTEM \"{dtd}\"> %more; <!ENTITY town \"Velmo\">]>",
        dtd = elsewhere.url("/rss.dtd")
    );
    let sheet = format!("<?xml-stylesheet href=\"{}\" type=\"text/xsl\"?>", elsewhere.url("/sheet.xsl"));
    let feed = rss("Wire", &item("a", "Caf&eacute; Alvar &mdash; &town;&nosuch;"));
    let feed = feed.replace("<rss ", &format!("{sheet}{doctype}<rss "));
    server.set("/feed.xml", 200, "application/rss+xml", feed.as_bytes());
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("dateline.toml"), settings(true, &[("wire", &server.url("/feed.xml"))])).unwrap();
    let said = run(&["wire", "pull", "--once", "--json", "--log-format", "json"], folder.path());
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "a DOCTYPE is no failure");
    assert_eq!(elsewhere.asked("/rss.dtd") + elsewhere.asked("/sheet.xsl") + elsewhere.asked("/robots.txt"), 0);
    let headline = published(folder.path()).pop().unwrap_or_default();
    assert!(headline.starts_with("Library of Café Alvar —"), "{headline}");
    assert!(!headline.contains("Velmo") && !headline.contains("Evil"), "{headline}");
    assert_eq!(lines(&said.out)[0]["oddities"], 1, "said so on the sources page: {}", said.out);
}
