//! RSS 2.0.

use std::fmt::Write;

use super::{Feed, Item, xml};
use crate::moment::rfc822;

/// The feed as RSS 2.0.
pub fn write(feed: &Feed) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    out.push_str("<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>\n");
    // Writing into a String cannot fail.
    let _ = write!(
        out,
        "<title>{}</title>\n<link>{}</link>\n<description>{}</description>\n<language>{}</language>\n<lastBuildDate>{}</lastBuildDate>\n\
         <generator>Dateline</generator>\n<docs>https://www.rssboard.org/rss-specification</docs>\n<ttl>15</ttl>\n\
         <atom:link rel=\"self\" type=\"application/rss+xml\" href=\"{}\"/>\n",
        xml(&format!("{}: {}", feed.house, feed.title)),
        xml(&feed.home),
        xml(&feed.description),
        xml(&feed.lang),
        rfc822(feed.updated, &feed.zone),
        xml(&feed.own),
    );
    for item in &feed.items {
        write_item(&mut out, feed, item);
    }
    out.push_str("</channel>\n</rss>\n");
    out
}

fn write_item(out: &mut String, feed: &Feed, item: &Item) {
    // RSS descriptions are read as HTML, so the text is escaped once as HTML and once as XML.
    let description = xml(&xml(&format!("{}. {}", item.label, item.summary)));
    let _ = write!(
        out,
        "<item>\n<title>{}</title>\n<link>{}</link>\n<guid isPermaLink=\"false\">{}</guid>\n<pubDate>{}</pubDate>\n\
         <dc:creator>{}</dc:creator>\n<dc:language>{}</dc:language>\n<category>{}</category>\n<category domain=\"ai-disclosure\">{}</category>\n\
         <description>{description}</description>\n</item>\n",
        xml(&item.title),
        xml(&item.url),
        xml(&item.id),
        rfc822(item.published, &feed.zone),
        xml(&item.author),
        xml(&item.lang),
        xml(&item.category),
        item.involvement,
    );
}
