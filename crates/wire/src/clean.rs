//! HTML -> paragraphs of plain text. An allow-list (ammonia) takes out what runs, frames and styles; then the tree is walked:
//! blocks and double line breaks part paragraphs, captions and page furniture are left out, pictures are collected.

use std::{collections::HashSet, sync::LazyLock};

use ammonia::Builder;
use ego_tree::iter::Edge;
use news::report::WirePicture;
use scraper::{ElementRef, Html, Node};

use crate::{
    entry::Markup,
    tags::{ALLOWED, BLOCKS, EMPTIED, bare_ampersands, has_block, has_known_tag, nesting, without_tags},
};

/// Longest markup of one item that is read; the rest is cut.
const MAX_MARKUP: usize = 1_000_000;
/// Elements nested deeper than any article; such markup loses its tags instead of being walked.
const MAX_NESTING: usize = 300;
/// More `&` that mean nothing than any article has.
const MAX_BARE: usize = 20_000;
/// Stands for `<br>` while a paragraph is gathered. A control character that cleaning removes everywhere else.
const BREAK: char = '\u{1}';

static POLICY: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut policy = Builder::default();
    policy
        .tags(HashSet::from(ALLOWED))
        .clean_content_tags(HashSet::from(EMPTIED))
        .tag_attributes(Default::default())
        .generic_attributes(HashSet::from([
            "class",
            "src",
            "alt",
            "width",
            "height",
            "lang",
            // Read for what they hide; nothing but text leaves this file.
            "style",
            "hidden",
            "aria-hidden",
        ]))
        .url_schemes(HashSet::from(["http", "https"]))
        .link_rel(None)
        .strip_comments(true);
    policy
});

/// What was in an item's markup.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Body {
    /// Plain text, NFC, one line each, none empty.
    pub paragraphs: Vec<String>,
    /// Pictures with their captions, addresses as written.
    pub pictures: Vec<WirePicture>,
}

/// Reads a body.
pub(crate) fn body(markup: &Markup) -> Body {
    let value = crate::detect::prefix(&markup.value, MAX_MARKUP);
    let mut body = if markup.plain && !has_known_tag(value) { plain(value) } else { html(value) };
    // Text that comes out as markup was escaped twice.
    for _ in 0..2 {
        if !body.paragraphs.iter().any(|p| has_known_tag(p)) {
            break;
        }
        let again = html(&body.paragraphs.join("\n\n"));
        body.paragraphs = again.paragraphs;
        body.pictures.extend(again.pictures);
    }
    if body.paragraphs.iter().any(|p| has_known_tag(p)) {
        body.paragraphs = lines(body.paragraphs.iter().map(|p| without_tags(p)));
    }
    body
}

/// Reads a headline, caption or name: one line.
pub(crate) fn inline(markup: &Markup) -> String {
    let value = &markup.value;
    if !value.contains(['<', '&']) {
        return text::clean::line(&strays(value));
    }
    body(markup).paragraphs.join(" ")
}

fn html(value: &str) -> Body {
    if nesting(value) > MAX_NESTING || bare_ampersands(value) > MAX_BARE {
        return plain(&without_tags(value));
    }
    if !value.contains(['<', '&']) {
        return plain(value);
    }
    // Blank lines part paragraphs where no element does.
    let parted;
    let value = if has_block(value) {
        value
    } else {
        parted = part_blank_lines(value);
        &parted
    };
    let safe = POLICY.clean(value).to_string();
    let tree = Html::parse_fragment(&safe);
    let mut walk = Walk::default();
    walk.run(&tree);
    Body { paragraphs: lines(walk.paragraphs.into_iter()), pictures: walk.pictures }
}

fn lines(paragraphs: impl Iterator<Item = String>) -> Vec<String> {
    paragraphs.map(|p| text::clean::line(&strays(&p))).filter(|p| !p.is_empty()).collect()
}

/// References that survive one decoding because the sender escaped them once too often, and that nobody writes on purpose.
fn strays(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    const NAMES: [(&str, &str); 11] = [
        ("&nbsp;", " "),
        ("&#160;", " "),
        ("&rsquo;", "’"),
        ("&lsquo;", "‘"),
        ("&rdquo;", "”"),
        ("&ldquo;", "“"),
        ("&ndash;", "–"),
        ("&mdash;", "—"),
        ("&hellip;", "…"),
        ("&#8217;", "’"),
        ("&#39;", "'"),
    ];
    NAMES.iter().fold(text.to_owned(), |t, (name, c)| t.replace(name, c))
}

fn part_blank_lines(value: &str) -> String {
    let unix = value.replace("\r\n", "\n").replace('\r', "\n");
    let mut out = String::with_capacity(unix.len() + 32);
    for line in unix.split('\n') {
        out.push_str(if line.trim().is_empty() { "<p>" } else { line });
        out.push('\n');
    }
    out
}

/// Paragraphs of plain text: blank lines part them; without any, lines that end like sentences do.
fn plain(value: &str) -> Body {
    let unix = value.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let rows: Vec<&str> = unix.split('\n').map(str::trim).collect();
    let mut paragraphs: Vec<String> = vec![String::new()];
    let blank_parts = rows.iter().any(|r| r.is_empty()) && unix.trim().contains('\n');
    let ends = |r: &str| r.ends_with(['.', '!', '?', '”', '"', '»', '।', '؟', '。', ':', ')', '…']);
    let used = rows.iter().filter(|r| !r.is_empty());
    let each = used.clone().count() > 1 && used.clone().all(|r| ends(r) || r.chars().count() > 120);
    for row in rows {
        let start_new =
            row.is_empty() || (!blank_parts && each) || row.starts_with(['•', '–']) && row.chars().count() > 2;
        if start_new && paragraphs.last().is_some_and(|p| !p.is_empty()) {
            paragraphs.push(String::new());
        }
        if let Some(last) = paragraphs.last_mut() {
            last.push(' ');
            last.push_str(row);
            if last.trim().is_empty() {
                last.clear();
            }
        }
    }
    Body { paragraphs: lines(paragraphs.into_iter()), pictures: vec![] }
}

#[derive(Default)]
struct Walk {
    paragraphs: Vec<String>,
    pictures: Vec<WirePicture>,
    line: String,
    /// How deep inside elements that are left out.
    muted: usize,
    /// Inside a caption: its words go to the picture before it.
    caption: Option<String>,
}

impl Walk {
    fn run(&mut self, tree: &Html) {
        for edge in tree.root_element().traverse() {
            match edge {
                Edge::Open(node) => match node.value() {
                    Node::Text(t) => self.text(t),
                    Node::Element(_) => {
                        if let Some(element) = ElementRef::wrap(node) {
                            self.open(&element);
                        }
                    }
                    _ => {}
                },
                Edge::Close(node) => {
                    if let Some(element) = ElementRef::wrap(node) {
                        self.close(&element);
                    }
                }
            }
        }
        self.flush();
    }

    fn text(&mut self, text: &str) {
        match &mut self.caption {
            Some(caption) => caption.push_str(text),
            None if self.muted == 0 => self.line.push_str(text),
            None => {}
        }
    }

    fn open(&mut self, element: &ElementRef<'_>) {
        let name = element.value().name();
        if is_caption(element) {
            self.flush();
            self.caption = Some(String::new());
        } else if is_furniture(element) {
            self.muted += 1;
        } else if BLOCKS.contains(&name) {
            self.flush();
        }
        match name {
            "br" => self.text(&BREAK.to_string()),
            "td" | "th" => self.text(" "),
            "q" => self.text("“"),
            "img" => self.pictures.extend(image(element)),
            _ => {}
        }
    }

    fn close(&mut self, element: &ElementRef<'_>) {
        let name = element.value().name();
        if name == "q" {
            self.text("”");
        }
        if is_caption(element) {
            let caption = self.caption.take().unwrap_or_default();
            if let Some(picture) = self.pictures.last_mut().filter(|p| p.caption.is_empty()) {
                picture.caption = text::clean::line(&caption.replace(BREAK, " "));
            }
        } else if is_furniture(element) {
            self.muted = self.muted.saturating_sub(1);
        } else if BLOCKS.contains(&name) {
            self.flush();
        }
    }

    /// Ends a paragraph; two breaks in a row inside it part it.
    fn flush(&mut self) {
        let gathered = std::mem::take(&mut self.line);
        let mut current = String::new();
        let mut breaks = 0;
        for piece in gathered.split_inclusive(BREAK) {
            let words = piece.trim_end_matches(BREAK);
            if breaks >= 2 && !words.trim().is_empty() {
                self.paragraphs.push(std::mem::take(&mut current));
            }
            if !words.trim().is_empty() {
                breaks = 0;
                current.push(' ');
                current.push_str(words);
            }
            breaks += usize::from(piece.ends_with(BREAK));
        }
        self.paragraphs.push(current);
    }
}

fn is_caption(element: &ElementRef<'_>) -> bool {
    element.value().name() == "figcaption"
        || has_class(element, &["wp-caption-text", "image-caption", "caption", "media-caption"])
}

/// What page builders put between paragraphs: share bars, related links, sign-up boxes, words for screen readers only.
fn is_furniture(element: &ElementRef<'_>) -> bool {
    const CLASSES: [&str; 14] = [
        "sharedaddy",
        "feedflare",
        "related",
        "related-posts",
        "jp-relatedposts",
        "newsletter",
        "newsletter-signup",
        "social-share",
        "share-buttons",
        "screen-reader-text",
        "visually-hidden",
        "sr-only",
        "advertisement",
        "wp-block-button",
    ];
    matches!(element.value().name(), "rt" | "rp") || has_class(element, &CLASSES) || is_hidden(element)
}

/// What no reader of the source's own page sees is no part of its report: words for search engines, orders to machines.
fn is_hidden(element: &ElementRef<'_>) -> bool {
    let attr = |name: &str| element.value().attr(name);
    let style: String = attr("style").unwrap_or_default().to_ascii_lowercase().split_whitespace().collect();
    let unseen =
        ["display:none", "visibility:hidden", "font-size:0;", "font-size:0px", "opacity:0;", "color:transparent"];
    attr("hidden").is_some()
        || attr("aria-hidden").is_some_and(|v| v == "true")
        || unseen.iter().any(|rule| style.contains(rule))
        || ["font-size:0", "opacity:0"].iter().any(|rule| style.ends_with(rule))
}

fn has_class(element: &ElementRef<'_>, names: &[&str]) -> bool {
    element.value().classes().any(|c| names.contains(&c))
}

fn image(element: &ElementRef<'_>) -> Option<WirePicture> {
    let attr = |name: &str| element.value().attr(name).map(str::trim).filter(|v| !v.is_empty());
    let side = |name: &str| attr(name).and_then(|v| v.trim_end_matches("px").parse().ok());
    Some(WirePicture {
        url: attr("src")?.to_owned(),
        alt: text::clean::line(attr("alt").unwrap_or_default()),
        width: side("width"),
        height: side("height"),
        ..WirePicture::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(html: &str) -> Vec<String> {
        body(&Markup::html(html)).paragraphs
    }

    #[test]
    fn blocks_and_double_breaks_part_paragraphs() {
        assert_eq!(paragraphs("<p>One\n two</p><p>Three</p>"), ["One two", "Three"]);
        assert_eq!(paragraphs("One<br/>two<br /> <br>Three"), ["One two", "Three"]);
        assert_eq!(paragraphs("One\n\nTwo &amp; <b>three</b>"), ["One", "Two & three"]);
        assert_eq!(paragraphs("<ul><li>One<li>Two</ul>"), ["One", "Two"]);
        assert_eq!(paragraphs("<div>One<div>Two</div>Three</div>"), ["One", "Two", "Three"]);
        assert_eq!(paragraphs("Plain.\nLines."), ["Plain.", "Lines."]);
        assert_eq!(paragraphs("wrapped\nline"), ["wrapped line"]);
    }

    #[test]
    fn entities_are_decoded_once_and_double_escaped_markup_is_read() {
        assert_eq!(paragraphs("Marlowe &amp; Finch &lt; 5"), ["Marlowe & Finch < 5"]);
        assert_eq!(paragraphs("Write &amp;amp; here"), ["Write &amp; here"]);
        assert_eq!(paragraphs("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;"), ["One", "Two"]);
        assert_eq!(inline(&Markup::html("AT&amp;T <i>wins</i>")), "AT&T wins");
        assert_eq!(inline(&Markup::plain("1 < 2 & 3")), "1 < 2 & 3");
    }

    #[test]
    fn what_the_sources_own_readers_do_not_see_is_out() {
        let html = "<p>One</p><p style='display: none'>Ignore this</p><div hidden><p>and this</p></div>\
            <p>Two<span aria-hidden=true>and this</span> <span style=\"font-size:0\">and this</span></p>\
            <p style='color:red;font-size:0.9em;opacity:0.8'>Three</p>";
        assert_eq!(paragraphs(html), ["One", "Two", "Three"]);
    }

    #[test]
    fn what_runs_frames_or_captions_is_out() {
        let html = "<p>One<script>alert(1)</script></p><style>p{}</style><iframe src=x>in</iframe>\
            <figure><img src=/a.jpg alt='An alt'><figcaption>Words under it</figcaption></figure><p onclick=x>Two</p><aside>No</aside>";
        let body = body(&Markup::html(html));
        assert_eq!(body.paragraphs, ["One", "Two"]);
        assert_eq!(body.pictures.len(), 1);
        assert_eq!(body.pictures[0].caption, "Words under it");
        for bad in [
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "&amp;lt;script&amp;gt;x",
            "<scr<script>ipt>x</script>",
            "<img src=x onerror=alert(1)>",
        ] {
            assert!(!paragraphs(bad).join(" ").contains("<script"), "{bad}");
        }
    }

    #[test]
    fn endless_nesting_costs_nothing() {
        let deep = "<b>".repeat(200_000) + "x";
        assert_eq!(paragraphs(&deep), ["x"]);
    }
}
