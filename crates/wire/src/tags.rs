//! Which tags are known and what cleaning does with them, and tags counted and cut by hand, in one pass over the text: before a parser is trusted with markup, and instead of it.

/// Kept while the tree is read; every other element loses its tags.
pub(crate) const ALLOWED: [&str; 62] = [
    "a",
    "abbr",
    "address",
    "article",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "center",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "font",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "main",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "time",
    "tr",
    "u",
    "ul",
    "wbr",
];
/// Taken out with everything inside.
pub(crate) const EMPTIED: [&str; 20] = [
    "script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "svg", "math", "textarea",
    "select", "button", "form", "nav", "aside", "audio", "video", "head", "title",
];
/// Part paragraphs.
pub(crate) const BLOCKS: [&str; 32] = [
    "address",
    "article",
    "blockquote",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figure",
    "figcaption",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tr",
    "ul",
    "body",
];

/// The name of the tag that begins at `rest` (after `<`), lower case, and whether it is an end tag.
fn tag_at(rest: &str) -> Option<(String, bool)> {
    let (end_tag, rest) = rest.strip_prefix('/').map_or((false, rest), |r| (true, r));
    let name: String = rest.chars().take(12).take_while(char::is_ascii_alphanumeric).collect();
    let after = rest.get(name.len()..)?.chars().next();
    let closes = after.is_none_or(|c| c.is_whitespace() || matches!(c, '>' | '/'));
    (name.starts_with(|c: char| c.is_ascii_alphabetic()) && closes).then(|| (name.to_ascii_lowercase(), end_tag))
}

fn tags(value: &str) -> impl Iterator<Item = (String, bool)> {
    value.match_indices('<').filter_map(|(at, _)| tag_at(value.get(at + 1..)?))
}

fn is_known(name: &str) -> bool {
    ALLOWED.contains(&name)
        || EMPTIED.contains(&name)
        || matches!(
            name,
            "html"
                | "body"
                | "link"
                | "meta"
                | "base"
                | "input"
                | "frame"
                | "frameset"
                | "col"
                | "source"
                | "o"
                | "isindex"
                | "marquee"
                | "layer"
                | "bgsound"
                | "keygen"
                | "xml"
                | "image"
                | "param"
        )
}

pub(crate) fn has_known_tag(value: &str) -> bool {
    value.contains('<') && (tags(value).any(|(name, _)| is_known(&name)) || value.contains("<!--"))
}

pub(crate) fn has_block(value: &str) -> bool {
    tags(value).any(|(name, _)| BLOCKS.contains(&name.as_str()) || name == "br")
}

/// Deepest nesting by a count of tags; elements that HTML closes by itself do not count.
pub(crate) fn nesting(value: &str) -> usize {
    const SELF_CLOSING: [&str; 16] = [
        "p", "li", "dt", "dd", "td", "th", "tr", "br", "img", "hr", "input", "wbr", "link", "meta", "option", "source",
    ];
    let (mut depth, mut deepest) = (0_usize, 0);
    for (name, end_tag) in tags(value) {
        if SELF_CLOSING.contains(&name.as_str()) {
            continue;
        }
        depth = if end_tag { depth.saturating_sub(1) } else { depth + 1 };
        deepest = deepest.max(depth);
    }
    deepest
}

/// Tags cut out by hand, in one pass over the text: for markup that no parser should be given.
pub(crate) fn without_tags(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let is_tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!' || c == '?');
        if !is_tag {
            out.push('<');
            rest = after;
            continue;
        }
        out.push(' ');
        rest = after.split_once('>').map_or("", |(_, tail)| tail);
    }
    out.push_str(rest);
    out
}

/// How many `&` begin no reference. HTML's reader takes microseconds over each.
pub(crate) fn bare_ampersands(value: &str) -> usize {
    let bytes = value.as_bytes();
    let bare = |at: &usize| {
        let after = bytes.get(at + 1..).unwrap_or_default().iter().take(33);
        after.take_while(|b| b.is_ascii_alphanumeric() || **b == b'#' || **b == b';').all(|b| *b != b';')
    };
    value.match_indices('&').map(|(at, _)| at).filter(bare).count()
}
