//! The article of a saved web page: its headline and its paragraphs, without menus, teasers and captions.

use ego_tree::NodeId;
use scraper::{ElementRef, Html, Selector};

use crate::{charset, clean, entry::Markup, plain};

/// Longest page that is looked at, in bytes.
const MAX_PAGE: usize = 5_000_000;
/// A shorter paragraph of a page is a button or a label unless it ends as a sentence does.
const FEW_WORDS: usize = 8;
/// An article of fewer words is none; then the whole page is taken.
const LEAST_WORDS: usize = 20;
/// Where pages keep what is not the article.
const ASIDE: &str = "nav, aside, footer, form, figure, figcaption, button, dialog, template, [hidden], [aria-hidden=true], \
    [class*=related], [class*=share], [class*=promo], [class*=newsletter], [class*=comment], [class*=breadcrumb], [class*=teaser]";
/// Where pages keep the article, the surest first.
const ARTICLE: [&str; 4] = ["[itemprop=articleBody]", "article", "[role=main]", "main"];

/// The article of a file: of a web page its headline on line 1, then a paragraph a line; anything else as [`plain_text`]
/// gives it.
///
/// [`plain_text`]: crate::plain_text
pub fn article_text(bytes: &[u8]) -> String {
    let (text, _) = charset::decode(bytes.get(..MAX_PAGE).unwrap_or(bytes), None);
    let head: String = text.chars().take(2_000).collect::<String>().to_ascii_lowercase();
    if !["<html", "<!doctype html", "<body", "<head"].iter().any(|tag| head.contains(tag)) {
        return plain::plain_text(bytes);
    }
    let mut page = Html::parse_document(&text);
    let headline = headline(&page);
    drop_aside(&mut page);
    let body = body(&page);
    if body.iter().map(|p| p.split_whitespace().count()).sum::<usize>() < LEAST_WORDS {
        return plain::plain_text(bytes);
    }
    let rest = body.into_iter().filter(|p| Some(p) != headline.as_ref());
    let lines: Vec<String> = headline.clone().into_iter().chain(rest).collect();
    text::clean::paragraphs(lines.iter().map(String::as_str))
}

/// The first main heading, else what the page calls itself to others.
fn headline(page: &Html) -> Option<String> {
    let heading = all(page, "article h1").into_iter().chain(all(page, "h1")).map(|e| words(&e));
    let named = all(page, "meta[property='og:title']").into_iter().filter_map(|e| e.attr("content").map(str::to_owned));
    let title = all(page, "title").into_iter().map(|e| words(&e));
    heading.chain(named).chain(title).map(|t| text::clean::line(&t)).find(|t| !t.is_empty())
}

fn all<'p>(page: &'p Html, selector: &str) -> Vec<ElementRef<'p>> {
    Selector::parse(selector).map(|s| page.select(&s).collect()).unwrap_or_default()
}

fn words(element: &ElementRef<'_>) -> String {
    element.text().collect()
}

fn drop_aside(page: &mut Html) {
    let ids: Vec<NodeId> = all(page, ASIDE).into_iter().filter(|e| !holds_article(e)).map(|e| e.id()).collect();
    for id in ids {
        if let Some(mut node) = page.tree.get_mut(id) {
            node.detach();
        }
    }
}

/// A class such as `share-layout` may stand on what holds the whole page.
fn holds_article(element: &ElementRef<'_>) -> bool {
    Selector::parse("article, main, [itemprop=articleBody]").is_ok_and(|s| element.select(&s).next().is_some())
        || matches!(element.value().name(), "html" | "body" | "main" | "article")
}

/// The paragraphs of the element that holds the article.
fn body(page: &Html) -> Vec<String> {
    let marked = ARTICLE.iter().flat_map(|s| all(page, s)).max_by_key(said);
    let Some(element) = marked.filter(|e| said(e) >= LEAST_WORDS).or_else(|| fullest(page)) else { return Vec::new() };
    let body = clean::body(&Markup::html(element.html().as_str()));
    body.paragraphs.into_iter().filter(|p| is_sentence(p)).collect()
}

/// Words in paragraphs right under an element or deeper.
fn said(element: &ElementRef<'_>) -> usize {
    let paragraphs = Selector::parse("p").map(|s| element.select(&s).map(|p| words(&p)).collect::<Vec<_>>());
    paragraphs.unwrap_or_default().iter().map(|p| p.split_whitespace().count()).sum()
}

/// On a page that marks nothing: the element that has most of its words in paragraphs of its own.
fn fullest(page: &Html) -> Option<ElementRef<'_>> {
    let parents = all(page, "p").into_iter().filter_map(|p| p.parent().and_then(ElementRef::wrap));
    parents.max_by_key(|parent| {
        let own = parent.children().filter_map(ElementRef::wrap).filter(|c| c.value().name() == "p");
        own.map(|p| words(&p).split_whitespace().count()).sum::<usize>()
    })
}

fn is_sentence(paragraph: &str) -> bool {
    let ends = paragraph.trim_end().ends_with(['.', '!', '?', '”', '"', '»', '…', '।', '؟', '。']);
    ends || paragraph.split_whitespace().count() >= FEW_WORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!doctype html><html><head><title>Ferry stops | The Orsa Post</title></head><body>
        <nav><ul><li>Home</li><li>Politics and much more of the same for everybody here.</li></ul></nav>
        <main class="share-layout"><article><h1>Ferry stops for 12 days</h1><p class="byline">By Karin Holm</p>
        <figure><img src="x.jpg"><figcaption>The ferry in the harbour on a day in the spring of last year.</figcaption></figure>
        <p>The ferry to Orsa will stop for 12 days from Monday, the operator said.</p><p>A bus will take travellers over the bridge.</p>
        <aside><p>Also read: ten reasons to visit the island of Orsa this summer with your family.</p></aside></article></main>
        <footer><p>All rights reserved by the publisher of this newspaper, whoever that may be.</p></footer></body></html>"#;

    #[test]
    fn a_saved_page_gives_its_article() {
        assert_eq!(
            article_text(PAGE.as_bytes()),
            "Ferry stops for 12 days\nThe ferry to Orsa will stop for 12 days from Monday, the operator said.\nA bus will take travellers over the bridge."
        );
    }

    #[test]
    fn a_page_that_marks_nothing_gives_its_fullest_part() {
        let page = PAGE.replace("article>", "div>").replace("<article", "<div").replace("main", "div");
        assert!(article_text(page.as_bytes()).ends_with("A bus will take travellers over the bridge."));
    }

    #[test]
    fn text_is_left_as_it_is() {
        assert_eq!(article_text(b"Head\n\nOne two."), "Head\nOne two.");
        assert_eq!(article_text(b""), "");
        assert_eq!(article_text(b"<html><body><p>Short.</p></body></html>"), "Short.");
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400), html in proptest::bool::ANY) {
            let head: &[u8] = if html { b"<html><body><article>" } else { b"" };
            article_text(&[head, &bytes].concat());
        }
    }
}
