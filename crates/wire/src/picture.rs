//! Pictures that come with an item: which fields name one, and which of several sizes is taken.

use news::report::WirePicture;

use crate::xml::{Element, Ns, join};

/// Wider pictures are left for smaller ones of the same where there are any.
const MAX_WIDTH: u32 = 4096;
/// Most pictures of one item.
const MAX_PICTURES: usize = 12;

/// The pictures of an RSS item or Atom entry: Media RSS, and enclosures that are images.
pub(crate) fn of_element(item: &Element) -> Vec<WirePicture> {
    let mut out = Vec::new();
    media(item, &WirePicture::default(), &mut out);
    for e in
        item.children().filter(|e| e.name == "enclosure" || (e.name == "link" && e.attr("rel") == Some("enclosure")))
    {
        let Some(url) = e.attr("url").or(e.attr("href")) else { continue };
        if e.attr("type").is_some_and(|t| t.starts_with("image/")) || (e.attr("type").is_none() && names_image(url)) {
            let media_type = e.attr("type").map(str::to_owned);
            out.push(WirePicture { url: join(e.base.as_deref(), url), media_type, ..WirePicture::default() });
        }
    }
    out
}

/// `media:content`, `media:group`, `media:thumbnail` in `parent`; words given around a picture hold for it unless it has its own.
fn media(parent: &Element, around: &WirePicture, out: &mut Vec<WirePicture>) {
    let around = words(parent, around);
    let before = out.len();
    for e in parent.children().filter(|e| e.ns == Ns::Media) {
        match e.name.as_str() {
            "group" => media(e, &around, out),
            "content" if is_image(e) => out.extend(picture(e, &words(e, &around))),
            // A video's still picture.
            "content" => media(e, &around, out),
            _ => {}
        }
    }
    if out.len() == before {
        out.extend(parent.all(Ns::Media, "thumbnail").filter_map(|e| picture(e, &around)));
    }
}

fn picture(e: &Element, words: &WirePicture) -> Option<WirePicture> {
    let size = |name: &str| e.attr(name).and_then(|v| v.trim_end_matches("px").parse().ok());
    Some(WirePicture {
        url: join(e.base.as_deref(), e.attr("url")?),
        media_type: e.attr("type").filter(|t| t.contains('/')).map(str::to_owned),
        width: size("width"),
        height: size("height"),
        ..words.clone()
    })
}

/// Caption, alternative text and credit that stand in `e`, else those `around`.
fn words(e: &Element, around: &WirePicture) -> WirePicture {
    // An item's own media:title and media:description may be the item's words, not the picture's: those of a caption
    // are inside the picture or its group.
    let inside = e.ns == Ns::Media;
    let text = |name: &str| e.text_of(&[(Ns::Media, name)]);
    let caption = text("description").or_else(|| text("text")).filter(|_| inside);
    WirePicture {
        caption: caption.unwrap_or_else(|| around.caption.clone()),
        alt: text("title").filter(|_| inside).unwrap_or_else(|| around.alt.clone()),
        credit: text("credit")
            .or_else(|| text("copyright").filter(|_| inside))
            .unwrap_or_else(|| around.credit.clone()),
        digital_source_type: around.digital_source_type.clone(),
        ..WirePicture::default()
    }
}

fn is_image(e: &Element) -> bool {
    match (e.attr("medium"), e.attr("type"), e.attr("url")) {
        (Some(medium), _, _) => medium.eq_ignore_ascii_case("image"),
        (None, Some(kind), _) => kind.starts_with("image/"),
        (None, None, Some(url)) => names_image(url),
        _ => false,
    }
}

/// Whether an address ends like a picture's.
pub(crate) fn names_image(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    [".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"].iter().any(|ext| path.ends_with(ext))
}

/// Each picture once, in the widest sensible size; counting pixels and addresses that are not of the web left out.
pub(crate) fn sensible(found: Vec<WirePicture>, base: Option<&str>) -> Vec<WirePicture> {
    let mut out: Vec<WirePicture> = Vec::new();
    for mut picture in found {
        picture.url = join(base, &picture.url);
        let usable = ["http://", "https://", "/"].iter().any(|start| picture.url.starts_with(start));
        if !usable {
            continue;
        }
        if is_tracker(&picture) {
            continue;
        }
        if let Some(known) = out.iter_mut().find(|p| same(&p.url, &picture.url)) {
            merge(known, picture);
        } else if out.len() < MAX_PICTURES {
            out.push(picture);
        }
    }
    out
}

fn merge(known: &mut WirePicture, other: WirePicture) {
    let rank = |p: &WirePicture| p.width.map_or(0, |w| if w > MAX_WIDTH { 1 } else { w });
    let better = rank(&other) > rank(known);
    let (mut taken, rest) = if better { (other, known.clone()) } else { (known.clone(), other) };
    for (own, spare) in
        [(&mut taken.caption, rest.caption), (&mut taken.alt, rest.alt), (&mut taken.credit, rest.credit)]
    {
        if own.is_empty() {
            *own = spare;
        }
    }
    taken.digital_source_type = taken.digital_source_type.or(rest.digital_source_type);
    *known = taken;
}

/// Whether two addresses are sizes of one picture: equal but for the query or a `-300x200` before the extension.
fn same(a: &str, b: &str) -> bool {
    key(a) == key(b)
}

fn key(url: &str) -> String {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let Some((stem, ext)) = path.rsplit_once('.') else { return url.to_owned() };
    // A script that is told the picture in its query is no file.
    if ext.contains('/') {
        return url.to_owned();
    }
    let size = stem
        .rsplit_once('-')
        .filter(|(_, s)| s.split('x').count() == 2 && s.bytes().all(|b| b.is_ascii_digit() || b == b'x'));
    format!("{}.{ext}", size.map_or(stem, |(stem, _)| stem))
}

fn is_tracker(picture: &WirePicture) -> bool {
    const MARKS: [&str; 12] = [
        "feedburner.com/~",
        "doubleclick.net",
        "pixel.wp.com",
        "stats.wordpress.com",
        "/pixel.",
        "/b.gif",
        "feedsportal.com",
        "mf.gif",
        "/tracking",
        "count.gif",
        "feeds.feedblitz",
        "scorecardresearch",
    ];
    let tiny = |side: Option<u32>| side.is_some_and(|s| s <= 2);
    tiny(picture.width) || tiny(picture.height) || MARKS.iter().any(|m| picture.url.contains(m))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pic(url: &str, width: u32) -> WirePicture {
        WirePicture { url: url.into(), width: Some(width), ..WirePicture::default() }
    }

    #[test]
    fn one_size_of_each_picture_and_no_counting_pixels() {
        let found = vec![
            pic("https://a.example/x.jpg?w=140", 140),
            pic("https://a.example/x.jpg?w=900", 900),
            pic("https://a.example/y-300x200.jpg", 300),
            pic("https://a.example/y.jpg", 1200),
            pic("/z.png", 10),
            pic("https://a.example/count", 1),
            pic("javascript:alert(1)", 100),
            pic("data:image/png;base64,AAAA", 100),
        ];
        let urls: Vec<String> = sensible(found, Some("https://b.example/feed")).into_iter().map(|p| p.url).collect();
        assert_eq!(urls, ["https://a.example/x.jpg?w=900", "https://a.example/y.jpg", "https://b.example/z.png"]);
    }
}
