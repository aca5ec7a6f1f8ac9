//! Atom, RFC 4287.

use std::fmt::Write;

use super::{Feed, Item, xml};
use crate::moment::iso;

/// The feed as Atom.
pub fn write(feed: &Feed) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    // Writing into a String cannot fail.
    let _ = write!(
        out,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<id>{own}</id>\n<title>{}</title>\n<subtitle>{}</subtitle>\n\
         <updated>{}</updated>\n<author><name>{}</name></author>\n<generator>Dateline</generator>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
        xml(&feed.lang),
        xml(&format!("{}: {}", feed.house, feed.title)),
        xml(&feed.description),
        iso(feed.updated, &feed.zone),
        xml(&feed.house),
        xml(&feed.home),
        own = xml(&feed.own),
    );
    for item in &feed.items {
        write_item(&mut out, feed, item);
    }
    out.push_str("</feed>\n");
    out
}

fn write_item(out: &mut String, feed: &Feed, item: &Item) {
    let _ = write!(
        out,
        "<entry xml:lang=\"{}\">\n<id>{}</id>\n<title>{}</title>\n<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n\
         <published>{}</published>\n<updated>{}</updated>\n<author><name>{}</name></author>\n<category term=\"{}\"/>\n\
         <category scheme=\"ai-disclosure:involvement\" term=\"{}\"/>\n<summary>{}</summary>\n</entry>\n",
        xml(&item.lang),
        xml(&item.id),
        xml(&item.title),
        xml(&item.url),
        iso(item.published, &feed.zone),
        iso(item.updated, &feed.zone),
        xml(&item.author),
        xml(&item.category),
        item.involvement,
        xml(&format!("{}. {}", item.label, item.summary)),
    );
}
