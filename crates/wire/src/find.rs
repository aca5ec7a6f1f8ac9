//! The feeds that a web page names.

use scraper::{Html, Selector};
use url::Url;

/// A feed that a page points to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundFeed {
    /// Its address, absolute.
    pub url: String,
    /// Its title, or the words of the link; empty when there are none.
    pub title: String,
    /// `rss`, `atom`, `json-feed`, `rdf`; `unknown` for a link that only looks like one.
    pub format: &'static str,
}

/// Longest page that is looked at, in bytes.
const MAX_PAGE: usize = 5_000_000;
/// Most feeds returned.
const MAX_FOUND: usize = 50;

/// Feeds named by `<link rel="alternate">`, then links on the page that look like feeds; `base` is the page's address.
pub fn find_feeds(html: &[u8], base: &str) -> Vec<FoundFeed> {
    let (text, _) = crate::charset::decode(html.get(..MAX_PAGE).unwrap_or(html), None);
    let page = Html::parse_document(&text);
    let own = select(&page, "base[href]").into_iter().find_map(|(attr, _)| attr("href"));
    let base = Url::parse(base).ok().map(|b| own.and_then(|o| b.join(&o).ok()).unwrap_or(b));
    let mut found: Vec<FoundFeed> = Vec::new();
    let mut add = |href: Option<String>, title: String, format: &'static str| {
        let url = href.and_then(|h| base.as_ref().map_or_else(|| Url::parse(&h), |b| b.join(&h)).ok());
        let Some(url) = url.filter(|u| matches!(u.scheme(), "http" | "https")).map(|u| u.to_string()) else { return };
        if found.len() < MAX_FOUND && !found.iter().any(|f| f.url == url) {
            found.push(FoundFeed { url, title: text::clean::line(&title), format });
        }
    };
    for (attr, _) in select(&page, "link[href]") {
        let rel = attr("rel").unwrap_or_default().to_ascii_lowercase();
        let alternate = rel.split_whitespace().any(|r| matches!(r, "alternate" | "feed"));
        if let Some(format) = attr("type").as_deref().and_then(of_type).filter(|_| alternate) {
            add(attr("href"), attr("title").unwrap_or_default(), format);
        }
    }
    for (attr, words) in select(&page, "a[href]") {
        if let Some(format) = attr("href").as_deref().and_then(of_address) {
            add(attr("href"), words, format);
        }
    }
    found
}

type Attribute<'a> = Box<dyn Fn(&str) -> Option<String> + 'a>;

fn select<'a>(page: &'a Html, selector: &str) -> Vec<(Attribute<'a>, String)> {
    let Ok(selector) = Selector::parse(selector) else { return vec![] };
    let elements: Vec<_> = page.select(&selector).take(5000).collect();
    elements
        .into_iter()
        .map(|e| {
            let attr: Attribute<'a> =
                Box::new(move |name: &str| e.value().attr(name).map(|v| v.trim().to_owned()).filter(|v| !v.is_empty()));
            (attr, e.text().take(20).collect::<String>())
        })
        .collect()
}

fn of_type(media_type: &str) -> Option<&'static str> {
    match media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
        "application/rss+xml" | "application/x-rss+xml" | "text/rss+xml" | "text/rss" => Some("rss"),
        "application/atom+xml" | "application/x-atom+xml" => Some("atom"),
        "application/feed+json" => Some("json-feed"),
        "application/rdf+xml" => Some("rdf"),
        _ => None,
    }
}

/// A link's address that ends as feeds' addresses do.
fn of_address(href: &str) -> Option<&'static str> {
    let lower = href.to_ascii_lowercase();
    let path = lower.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let last = path.rsplit('/').next().unwrap_or_default();
    match last {
        _ if lower.starts_with("mailto:") || lower.starts_with("javascript:") => None,
        "rss" | "rss.xml" | "rss2" => Some("rss"),
        "atom" | "atom.xml" => Some("atom"),
        "feed.json" => Some("json-feed"),
        "feed" | "feeds.xml" | "feed.xml" | "index.rdf" | "index.xml" => Some("unknown"),
        other if other.ends_with(".rss") => Some("rss"),
        other if other.ends_with(".atom") => Some("atom"),
        other if other.ends_with(".rdf") => Some("rdf"),
        other if other.ends_with(".xml") && (path.contains("rss") || path.contains("feed")) => Some("rss"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_feeds_come_first_and_each_once() {
        let html = br#"<html><head><base href="/en/"><link rel="alternate" type="application/rss+xml" title=" World &amp; us " href="world.xml">
            <link rel=stylesheet href=x.css><link rel="alternate" hreflang="fr" href="/fr/"></head>
            <body><a href="world.xml">again</a><a href="https://b.example/feed/">Feed</a><a href="javascript:feed">x</a><a href="/feeding-birds">y</a></body>"#;
        let found = find_feeds(html, "https://a.example/page");
        let got: Vec<(&str, &str, &str)> = found.iter().map(|f| (f.url.as_str(), f.title.as_str(), f.format)).collect();
        assert_eq!(
            got,
            [("https://a.example/en/world.xml", "World & us", "rss"), ("https://b.example/feed/", "Feed", "unknown")]
        );
        assert_eq!(find_feeds(b"\xff\xfe<<<", "not a url"), vec![]);
    }
}
