//! RSS 0.9x, 1.0 and 2.0 with their modules, and Atom 0.3 and 1.0. One adapter, because feeds mix the vocabularies freely.

use news::report::Subject;

use crate::{
    Head, Hints, MAX_ITEMS, Parsed, Unreadable,
    entry::{Enclosure, Entry, Link, Markup, Person, Stamp, Tag},
    person::person,
    picture,
    stamp::stamp,
    xml::{self, Element, Ns, join},
};

const TITLE: [(Ns, &str); 4] = [(Ns::Core, "title"), (Ns::Atom, "title"), (Ns::Dc, "title"), (Ns::Media, "title")];
const SUMMARY: [(Ns, &str); 8] = [
    (Ns::Core, "description"),
    (Ns::Atom, "summary"),
    (Ns::Core, "summary"),
    (Ns::Dc, "description"),
    (Ns::Terms, "abstract"),
    (Ns::Itunes, "summary"),
    (Ns::Media, "description"),
    (Ns::Core, "abstract"),
];
const SUBTITLE: [(Ns, &str); 8] = [
    (Ns::Core, "description"),
    (Ns::Atom, "subtitle"),
    (Ns::Core, "subtitle"),
    (Ns::Atom, "tagline"),
    (Ns::Core, "tagline"),
    (Ns::Dc, "description"),
    (Ns::Itunes, "subtitle"),
    (Ns::Core, "abstract"),
];
const CONTENT: [(Ns, &str); 6] = [
    (Ns::Content, "encoded"),
    (Ns::Atom, "content"),
    (Ns::Core, "content"),
    (Ns::Xhtml, "body"),
    (Ns::Core, "fullitem"),
    (Ns::Core, "body"),
];
const RIGHTS: [(Ns, &str); 5] =
    [(Ns::Core, "copyright"), (Ns::Atom, "rights"), (Ns::Core, "rights"), (Ns::Atom, "copyright"), (Ns::Dc, "rights")];
const PUBLISHED: [(Ns, &str); 7] = [
    (Ns::Core, "pubdate"),
    (Ns::Atom, "published"),
    (Ns::Core, "published"),
    (Ns::Atom, "issued"),
    (Ns::Core, "issued"),
    (Ns::Terms, "issued"),
    (Ns::Terms, "created"),
];
const UPDATED: [(Ns, &str); 8] = [
    (Ns::Atom, "updated"),
    (Ns::Core, "updated"),
    (Ns::Atom, "modified"),
    (Ns::Core, "modified"),
    (Ns::Dc, "date"),
    (Ns::Terms, "modified"),
    (Ns::Core, "lastbuilddate"),
    (Ns::Core, "date"),
];
const ID: [(Ns, &str); 4] = [(Ns::Core, "guid"), (Ns::Atom, "id"), (Ns::Core, "id"), (Ns::Dc, "identifier")];

/// Reads a document that is XML.
pub(crate) fn read(text: &str, hints: &Hints<'_>) -> Result<Parsed, Unreadable> {
    let tree = xml::parse(text, hints.url)?;
    let root = &tree.root;
    let (format, channel) = match root.name.as_str() {
        "rss" => ("rss", root.first(&[(Ns::Core, "channel")]).unwrap_or(root)),
        "channel" => ("rss", root),
        "rdf" => ("rdf", root.first(&[(Ns::Core, "channel")]).unwrap_or(root)),
        "feed" | "entry" => ("atom", root),
        other => return Err(other_xml(other, tree.broken)),
    };
    let mut parsed = Parsed { format, head: head(channel, hints), ..Parsed::default() };
    take_items(&mut parsed, root, channel, text, hints);
    if parsed.entries.is_empty() && parsed.head == Head::default() {
        if let Some(why) = tree.broken {
            return Err(Unreadable::Broken(why));
        }
    } else if let Some(why) = tree.broken {
        let taken = parsed.entries.len();
        parsed.odd(None, format!("the feed is damaged: {why}; the {taken} whole items were taken"), &[]);
    }
    if tree.own_entities {
        parsed.odd(None, "the feed uses entities of its own; they were left out", &[]);
    }
    Ok(parsed)
}

fn other_xml(root: &str, broken: Option<String>) -> Unreadable {
    let what = match root {
        "html" => "an HTML page; give the address of its feed".to_owned(),
        "opml" => "an OPML list of feeds; give the address of one feed".to_owned(),
        "sitemapindex" | "urlset" => "a sitemap".to_owned(),
        "newsitem" | "newsmessage" | "packageitem" => {
            "a NewsML-G2 document, which this version does not read yet".to_owned()
        }
        "newsml" => "a NewsML 1 document, which this version does not read yet".to_owned(),
        "nitf" => "a NITF document, which this version does not read yet".to_owned(),
        other => {
            format!("an XML document of another kind (<{}>)", text::clean::line(crate::detect::prefix(other, 60)))
        }
    };
    match broken {
        Some(why) => Unreadable::Broken(format!("it looks like {what}, and {why}")),
        None => Unreadable::NotAFeed(what),
    }
}

fn take_items(parsed: &mut Parsed, root: &Element, channel: &Element, text: &str, hints: &Hints<'_>) {
    let is_item = |e: &&Element| matches!(e.name.as_str(), "item" | "entry") && matches!(e.ns, Ns::Core | Ns::Atom);
    let mut items: Vec<&Element> = channel.children().filter(is_item).collect();
    if !std::ptr::eq(root, channel) {
        items.extend(root.children().filter(is_item));
    }
    if root.name == "entry" {
        items = vec![root];
    }
    if items.len() > MAX_ITEMS {
        parsed.odd(None, format!("the feed has {} items; the first {MAX_ITEMS} were taken", items.len()), &[]);
    }
    for (place, item) in items.into_iter().take(MAX_ITEMS).enumerate() {
        let raw = text.get(item.span.clone()).unwrap_or_default().as_bytes();
        if item.complete {
            let entry = Entry { place, raw: raw.to_vec(), ..entry(item, hints) };
            parsed.entries.push(entry);
        } else {
            parsed.odd(Some(place), "this item breaks off; it was left out", raw);
        }
    }
}

fn head(channel: &Element, hints: &Hints<'_>) -> Head {
    let links = links(channel);
    Head {
        id: channel.text_of(&ID).or_else(|| channel.attr("rdf:about").map(str::to_owned)),
        title: markup_of(channel, &TITLE),
        subtitle: markup_of(channel, &SUBTITLE),
        link: alternate(&links),
        rights: rights(channel),
        authors: people(channel),
        updated: stamp_of(channel, &UPDATED, hints),
        published: stamp_of(channel, &PUBLISHED, hints),
        lang: channel
            .text_of(&[(Ns::Core, "language"), (Ns::Dc, "language")])
            .or_else(|| channel.lang.as_deref().map(str::to_owned)),
        tags: tags(channel),
        links,
    }
}

fn entry(item: &Element, hints: &Hints<'_>) -> Entry {
    let links = links(item);
    let guid = item.first(&[(Ns::Core, "guid")]);
    let permanent =
        guid.filter(|g| g.attr("ispermalink") != Some("false")).map(Element::text).filter(|t| t.starts_with("http"));
    let content: Vec<Markup> = CONTENT.iter().flat_map(|(ns, name)| item.all(*ns, name)).filter_map(markup).collect();
    Entry {
        id: item.text_of(&ID).or_else(|| item.attr("rdf:about").map(str::to_owned)),
        link: alternate(&links).or(permanent),
        title: markup_of(item, &TITLE),
        summary: markup_of(item, &SUMMARY)
            .or_else(|| item.all(Ns::Media, "group").find_map(|g| markup_of(g, &SUMMARY))),
        content,
        authors: people(item),
        published: stamp_of(item, &PUBLISHED, hints),
        updated: stamp_of(item, &UPDATED, hints),
        rights: rights(item).or_else(|| item.text_of(&[(Ns::Media, "copyright")])),
        tags: tags(item),
        enclosures: enclosures(item),
        pictures: picture::of_element(item),
        lang: own_lang(item),
        credit: credit(item),
        base: item.base.as_deref().map(str::to_owned),
        subjects: keywords(item),
        links,
        ..Entry::default()
    }
}

/// The first of the named elements that holds anything.
fn markup_of(parent: &Element, names: &[(Ns, &str)]) -> Option<Markup> {
    names.iter().flat_map(|(ns, name)| parent.all(*ns, name)).find_map(markup)
}

/// An element's content by its `type`: Atom's text constructs, RSS's escaped HTML, or markup that somebody forgot to escape.
fn markup(element: &Element) -> Option<Markup> {
    let kind = element.attr("type").unwrap_or_default().to_ascii_lowercase();
    let encoded = element.attr("mode") == Some("base64") || (element.ns == Ns::Atom && is_binary(&kind));
    let markup = match kind.as_str() {
        _ if encoded => Markup { value: base64(&element.text())?, plain: kind.is_empty() || kind == "text/plain" },
        _ if element.has_elements() => Markup::html(element.html()),
        "text" | "text/plain" => Markup::plain(element.text()),
        _ => Markup::html(element.text()),
    };
    Some(markup).filter(|m| !m.is_blank())
}

/// Atom 1.0: content of a type that is neither text nor XML is base64.
fn is_binary(kind: &str) -> bool {
    kind.contains('/') && !kind.starts_with("text/") && !kind.ends_with("xml")
}

fn base64(text: &str) -> Option<String> {
    let (mut bytes, mut bits, mut have) = (Vec::new(), 0_u32, 0);
    for b in text.bytes().filter(|b| !b.is_ascii_whitespace() && *b != b'=') {
        let six = match b {
            b'A'..=b'Z' => b - b'A',
            b'a'..=b'z' => b - b'a' + 26,
            b'0'..=b'9' => b - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = (bits << 6) | u32::from(six);
        have += 6;
        if have >= 8 {
            have -= 8;
            bytes.push(u8::try_from((bits >> have) & 0xff).ok()?);
        }
    }
    String::from_utf8(bytes).ok()
}

fn links(parent: &Element) -> Vec<Link> {
    let link = |e: &Element| {
        let href = e.attr("href").map(str::to_owned).or_else(|| Some(e.text()).filter(|t| !t.is_empty()))?;
        let rel = e.attr("rel").unwrap_or("alternate").to_ascii_lowercase();
        Some(Link { href: join(e.base.as_deref(), &href), rel, media_type: e.attr("type").map(str::to_owned) })
    };
    // CDF keeps its address in an attribute.
    let own = parent.attr("href").map(|h| Link {
        href: join(parent.base.as_deref(), h),
        rel: "alternate".into(),
        media_type: None,
    });
    let core = parent.children().filter(|e| e.name == "link" && matches!(e.ns, Ns::Core | Ns::Atom | Ns::Xhtml));
    core.chain(parent.all(Ns::Core, "url")).filter_map(link).chain(own).collect()
}

/// The page for readers: RSS's own link or the `alternate` one that is HTML or says nothing.
fn alternate(links: &[Link]) -> Option<String> {
    let usable = || links.iter().filter(|l| l.rel == "alternate");
    let html = |l: &&Link| l.media_type.as_deref().is_none_or(|t| t.contains("html"));
    usable().find(html).or_else(|| usable().next()).map(|l| l.href.clone())
}

fn enclosures(item: &Element) -> Vec<Enclosure> {
    let of = |e: &Element, url: &str| Enclosure {
        url: join(e.base.as_deref(), url),
        media_type: e.attr("type").map(str::to_owned),
        length: e.attr("length").map(str::to_owned),
    };
    let rss = item.all(Ns::Core, "enclosure").filter_map(|e| e.attr("url").or(e.attr("href")).map(|url| of(e, url)));
    let atom = item.children().filter(|e| e.name == "link" && e.attr("rel") == Some("enclosure"));
    rss.chain(atom.filter_map(|e| e.attr("href").map(|url| of(e, url)))).collect()
}

fn people(parent: &Element) -> Vec<Person> {
    const NAMES: [&str; 3] = ["author", "creator", "managingeditor"];
    let spaces = [Ns::Core, Ns::Atom, Ns::Dc, Ns::Itunes];
    let mut out: Vec<Person> = Vec::new();
    for element in NAMES.iter().flat_map(|n| parent.children().filter(move |e| e.name == *n && spaces.contains(&e.ns)))
    {
        let part = |name: &'static str| {
            element.children().find(|e| e.name == name).map(Element::text).filter(|t| !t.is_empty())
        };
        let found = if element.has_elements() {
            Person {
                name: part("name").unwrap_or_default(),
                email: part("email"),
                url: part("uri").or(part("url")).or(part("homepage")),
            }
        } else {
            person(&element.text())
        };
        if !(found == Person::default() || out.contains(&found)) {
            out.push(found);
        }
    }
    out
}

fn rights(parent: &Element) -> Option<String> {
    RIGHTS.iter().flat_map(|(ns, name)| parent.all(*ns, name)).find_map(markup).map(|m| m.value)
}

fn stamp_of(parent: &Element, names: &[(Ns, &str)], hints: &Hints<'_>) -> Option<Stamp> {
    let all: Vec<Stamp> = names
        .iter()
        .flat_map(|(ns, name)| parent.all(*ns, name))
        .map(Element::text)
        .chain(parent.attr("lastmod").map(str::to_owned).filter(|_| names == UPDATED))
        .filter(|t| !t.is_empty())
        .map(|t| stamp(&t, hints.zone))
        .collect();
    all.iter().find(|s| s.time.is_some()).or(all.first()).cloned()
}

fn tags(parent: &Element) -> Vec<Tag> {
    let mut out: Vec<Tag> = Vec::new();
    for e in parent.children() {
        let term = match (e.name.as_str(), e.ns) {
            ("category", Ns::Core | Ns::Atom) => e.attr("term").map(str::to_owned).or_else(|| Some(e.text())),
            ("category", Ns::Itunes) => e.attr("text").map(str::to_owned),
            ("category", Ns::Media) | ("subject", Ns::Dc) => Some(e.text()),
            _ => None,
        };
        let scheme = e.attr("scheme").or(e.attr("domain")).map(str::to_owned);
        let tag = Tag { term: term.unwrap_or_default(), scheme, label: e.attr("label").map(str::to_owned) };
        if !tag.term.is_empty() && !out.contains(&tag) && out.len() < 200 {
            out.push(tag);
        }
    }
    out
}

fn keywords(item: &Element) -> Vec<Subject> {
    let words = item.text_of(&[(Ns::Media, "keywords"), (Ns::Itunes, "keywords")]).unwrap_or_default();
    let words = words.split(',').map(str::trim).filter(|w| !w.is_empty()).take(50);
    words.map(|w| Subject { kind: "keyword".into(), code: None, name: w.to_owned() }).collect()
}

/// The language that the item itself states, on itself or on the text in it.
fn own_lang(item: &Element) -> Option<String> {
    let on = |e: &Element| e.attr("xml:lang").map(str::to_owned);
    let inside = || CONTENT.iter().chain(&TITLE).find_map(|name| item.first(&[*name]).and_then(on));
    item.text_of(&[(Ns::Dc, "language"), (Ns::Core, "language")]).or_else(|| on(item)).or_else(inside)
}

/// RSS `source`, Atom `source/title`, `dc:publisher`.
fn credit(item: &Element) -> Option<String> {
    let source = item.first(&[(Ns::Core, "source"), (Ns::Atom, "source")]);
    let name = source.and_then(|s| if s.has_elements() { s.text_of(&TITLE) } else { Some(s.text()) });
    name.filter(|n| !n.is_empty()).or_else(|| item.text_of(&[(Ns::Dc, "publisher")]))
}
