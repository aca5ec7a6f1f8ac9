//! A tolerant reader of XML into a small tree, because feeds are often broken and an item must keep its own bytes.
//!
//! A DOCTYPE is skipped; entities that it declares are never expanded; depth, attributes and elements are capped. End tags
//! that fit nothing are passed over, elements left open are closed with their parent, and behind a place that is no XML
//! reading starts again with the next item.

mod namespace;
mod stretch;

use std::{ops::Range, rc::Rc};

use quick_xml::events::{BytesRef, BytesStart, Event};
use url::Url;

pub(crate) use namespace::Ns;
use namespace::{namespace_of, usual_prefix};
use stretch::{count, next_item, stretch};

use crate::{
    Unreadable,
    entity::{character, doctype, named, unescape},
};

/// Deepest nesting; real feeds stay below 40 even with XHTML in them.
const MAX_DEPTH: usize = 200;
/// Most attributes of one element.
const MAX_ATTRIBUTES: usize = 256;
/// Most elements of a document: about 100 MB of memory, and 60 elements for each of the items that we take.
const MAX_ELEMENTS: usize = 300_000;

/// How often reading starts again behind a place that is no XML: each may cost a look to the end of the document.
const MAX_BREAKS: usize = 16;
/// What items are called, and what they stand in.
const ITEMS: [&str; 2] = ["item", "entry"];
const AROUND_ITEMS: [&str; 4] = ["rss", "channel", "rdf", "feed"];

/// A part of an element.
#[derive(Debug)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

/// An element.
#[derive(Debug)]
pub(crate) struct Element {
    pub ns: Ns,
    /// Local name, lower case.
    pub name: String,
    /// Names with prefix as written, lower case.
    pub attrs: Vec<(String, String)>,
    pub nodes: Vec<Node>,
    /// Bytes of the document, tags included.
    pub span: Range<usize>,
    /// Its end tag was there, or that of its parent.
    pub complete: bool,
    /// Language by `xml:lang`, its own or inherited.
    pub lang: Option<Rc<str>>,
    /// Base by `xml:base`, its own or inherited, absolute where the document's address is known.
    pub base: Option<Rc<str>>,
    raw_name: String,
    /// Prefixes declared on it.
    prefixes: Vec<(String, Ns)>,
}

/// A document.
#[derive(Debug)]
pub(crate) struct Tree {
    pub root: Element,
    /// Where and why it breaks off, in a sentence.
    pub broken: Option<String>,
    /// An entity of the document's own was used and left out.
    pub own_entities: bool,
}

/// Reads a document whose address is `url`.
pub(crate) fn parse(text: &str, url: Option<&str>) -> Result<Tree, Unreadable> {
    // Some servers print blank lines or warnings before the document.
    let mut from = text.find('<').unwrap_or(text.len());
    // The shortest element has four bytes. A flood is counted before a tree of it stands in memory.
    if (text.len() - from) / 4 > MAX_ELEMENTS {
        count(text.get(from..).unwrap_or_default())?;
    }
    let mut builder = Builder { url: url.map(Rc::from), ..Builder::default() };
    for _ in 0..=MAX_BREAKS {
        let Some(stuck) = stretch(text, from, &mut builder)? else { break };
        let Some(next) = next_item(text, stuck) else { break };
        builder.break_off(next);
        from = next;
    }
    builder.finish(text.len())
}

fn too_many() -> Unreadable {
    Unreadable::TooLarge(format!("more than {MAX_ELEMENTS} elements"))
}

#[derive(Default)]
struct Builder {
    open: Vec<Element>,
    root: Option<Element>,
    url: Option<Rc<str>>,
    elements: usize,
    declared: Vec<String>,
    own_entities: bool,
    broken: Option<String>,
}

impl Builder {
    fn take(&mut self, event: &Event<'_>, span: Range<usize>) -> Result<(), Unreadable> {
        match event {
            Event::Start(tag) => {
                self.break_off_before(tag.name().as_ref(), span.start);
                let element = self.element(tag, span)?;
                self.open.push(element);
                if self.open.len() > MAX_DEPTH {
                    return Err(Unreadable::TooDeep(MAX_DEPTH));
                }
            }
            Event::Empty(tag) => {
                let mut element = self.element(tag, span)?;
                element.complete = true;
                self.close(element);
            }
            Event::End(tag) => self.end(tag.name().as_ref(), span.end),
            Event::Text(t) => self.text(t),
            Event::CData(t) => self.text(t),
            Event::GeneralRef(r) => {
                let resolved = self.resolve(r);
                self.text(&resolved);
            }
            Event::DocType(d) => self.declared = doctype(d)?,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::Eof => {}
        }
        Ok(())
    }

    fn text(&mut self, more: &str) {
        let Some(top) = self.open.last_mut() else { return };
        match top.nodes.last_mut() {
            Some(Node::Text(text)) => text.push_str(more),
            _ => top.nodes.push(Node::Text(more.into())),
        }
    }

    /// A character, or the reference as written where nobody knows it: it may be meant for the HTML reader after us.
    fn resolve(&mut self, reference: &BytesRef<'_>) -> String {
        let name: &str = reference;
        if let Some(number) = name.strip_prefix('#') {
            return character(number).map_or_else(|| format!("&{name};"), String::from);
        }
        if self.declared.iter().any(|d| d == name) {
            self.own_entities = true;
            return String::new();
        }
        named(name).unwrap_or_else(|| format!("&{name};"))
    }

    fn element(&mut self, tag: &BytesStart<'_>, span: Range<usize>) -> Result<Element, Unreadable> {
        self.elements += 1;
        if self.elements > MAX_ELEMENTS {
            return Err(too_many());
        }
        let raw_name = tag.name().as_ref().to_owned();
        let (attrs, prefixes) = attributes(tag)?;
        let ns = self.namespace(&raw_name, &prefixes);
        let own = |key: &str| attrs.iter().find(|(k, _)| k == key).map(|(_, v)| v.trim());
        let lang = own("xml:lang").map(Rc::from).or_else(|| self.open.last().and_then(|e| e.lang.clone()));
        let outer = self.open.last().map_or_else(|| self.url.clone(), |e| e.base.clone());
        let base = match own("xml:base").filter(|b| !b.is_empty()) {
            Some(base) => Some(Rc::from(join(outer.as_deref(), base).as_str())),
            None => outer,
        };
        let name = raw_name.rsplit(':').next().unwrap_or_default().to_ascii_lowercase();
        Ok(Element { ns, name, attrs, nodes: vec![], span, complete: false, lang, base, raw_name, prefixes })
    }

    fn namespace(&self, raw_name: &str, own: &[(String, Ns)]) -> Ns {
        let prefix = raw_name.split_once(':').map_or("", |(p, _)| p);
        let declared = |list: &[(String, Ns)]| list.iter().find(|(p, _)| p == prefix).map(|(_, ns)| *ns);
        let found = declared(own).or_else(|| self.open.iter().rev().find_map(|e| declared(&e.prefixes)));
        match found {
            // A default namespace that nobody knows is some server's idea of RSS.
            Some(Ns::Other) | None => usual_prefix(prefix),
            Some(ns) => ns,
        }
    }

    fn end(&mut self, raw_name: &str, at: usize) {
        let Some(depth) = self.open.iter().rposition(|e| e.raw_name == raw_name) else { return };
        while self.open.len() > depth {
            let Some(mut element) = self.open.pop() else { return };
            element.span.end = at;
            element.complete = true;
            self.close(element);
        }
    }

    fn close(&mut self, element: Element) {
        match (self.open.last_mut(), &mut self.root) {
            (Some(parent), _) => parent.nodes.push(Node::Element(element)),
            (None, None) => self.root = Some(element),
            // Somebody closed the feed too early; the items behind that are items all the same.
            (None, Some(root)) if ITEMS.contains(&element.name.as_str()) => {
                self.broken.get_or_insert_with(|| "it goes on behind its end".to_owned());
                root.nodes.push(Node::Element(element));
            }
            (None, Some(_)) => {}
        }
    }

    /// Items do not stand in one another: where one begins inside another, the end of the first is missing. An Atom entry
    /// may carry another one as its content or source.
    fn break_off_before(&mut self, raw_name: &str, at: usize) {
        let carries = |e: &Element| raw_name == "entry" && matches!(e.name.as_str(), "content" | "source");
        let inside = self.open.iter().skip(1).any(|e| e.raw_name == raw_name) && !self.open.iter().any(carries);
        if ITEMS.contains(&raw_name) && inside {
            self.break_off(at);
        }
    }

    /// What is open ends here unfinished, up to the element that items stand in.
    fn break_off(&mut self, at: usize) {
        while self.open.len() > 1 && self.open.last().is_some_and(|e| !AROUND_ITEMS.contains(&e.name.as_str())) {
            let Some(mut element) = self.open.pop() else { return };
            element.span.end = at;
            self.close(element);
        }
    }

    fn finish(mut self, end: usize) -> Result<Tree, Unreadable> {
        if !self.open.is_empty() && self.root.is_none() {
            let name = self.open.last().map(|e| e.raw_name.clone()).unwrap_or_default();
            self.broken.get_or_insert_with(|| format!("it breaks off inside <{name}>"));
        }
        while let Some(mut element) = self.open.pop() {
            element.span.end = end;
            self.close(element);
        }
        match self.root {
            Some(root) => Ok(Tree { root, broken: self.broken, own_entities: self.own_entities }),
            None => Err(Unreadable::Broken(self.broken.unwrap_or_else(|| "no element in it".into()))),
        }
    }
}

type Attributes = (Vec<(String, String)>, Vec<(String, Ns)>);

fn attributes(tag: &BytesStart<'_>) -> Result<Attributes, Unreadable> {
    let (mut attrs, mut prefixes) = (Vec::new(), Vec::new());
    for (n, attr) in tag.html_attributes().with_checks(false).enumerate() {
        if n >= MAX_ATTRIBUTES {
            return Err(Unreadable::TooLarge(format!("an element with more than {MAX_ATTRIBUTES} attributes")));
        }
        // A broken attribute costs the ones behind it, not the element.
        let Ok(attr) = attr else { break };
        let key = attr.key.as_ref().to_ascii_lowercase();
        let value = unescape(&attr.value);
        if key == "xmlns" {
            prefixes.push((String::new(), namespace_of(&value)));
        } else if let Some(prefix) = attr.key.as_ref().strip_prefix("xmlns:") {
            prefixes.push((prefix.to_owned(), namespace_of(&value)));
        } else {
            attrs.push((key, value));
        }
    }
    Ok((attrs, prefixes))
}

/// `address` made absolute, as given where that cannot be.
pub(crate) fn join(base: Option<&str>, address: &str) -> String {
    let address = address.trim();
    match base.and_then(|b| Url::parse(b).ok()).and_then(|b| b.join(address).ok()) {
        Some(joined) if Url::parse(address).is_err() => joined.to_string(),
        _ => address.to_owned(),
    }
}

impl Element {
    /// Its elements.
    pub fn children(&self) -> impl Iterator<Item = &Element> {
        self.nodes.iter().filter_map(|n| match n {
            Node::Element(e) => Some(e),
            Node::Text(_) => None,
        })
    }

    /// Its elements of that name.
    pub fn all<'e>(&'e self, ns: Ns, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.children().filter(move |e| e.is(ns, name))
    }

    /// The first of its elements that is named so, in the order of the names.
    pub fn first(&self, names: &[(Ns, &str)]) -> Option<&Element> {
        names.iter().find_map(|(ns, name)| self.children().find(|e| e.is(*ns, name)))
    }

    /// Whether it is named so.
    pub fn is(&self, ns: Ns, name: &str) -> bool {
        self.ns == ns && self.name == name
    }

    /// An attribute by its lower-case name; blank is absent.
    pub fn attr(&self, name: &str) -> Option<&str> {
        self.attrs.iter().find(|(k, _)| k == name).map(|(_, v)| v.trim()).filter(|v| !v.is_empty())
    }

    /// All text in it, trimmed.
    pub fn text(&self) -> String {
        let mut out = String::new();
        self.gather(&mut out);
        out.trim().to_owned()
    }

    fn gather(&self, out: &mut String) {
        for node in &self.nodes {
            match node {
                Node::Text(t) => out.push_str(t),
                Node::Element(e) => e.gather(out),
            }
        }
    }

    /// The text of the first of the named elements that has any.
    pub fn text_of(&self, names: &[(Ns, &str)]) -> Option<String> {
        names.iter().flat_map(|(ns, name)| self.all(*ns, name)).map(Element::text).find(|t| !t.is_empty())
    }

    /// Whether elements stand in it.
    pub fn has_elements(&self) -> bool {
        self.children().next().is_some()
    }

    /// Its content written as HTML.
    pub fn html(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out.trim().to_owned()
    }

    fn write(&self, out: &mut String) {
        const VOID: [&str; 8] = ["br", "img", "hr", "input", "wbr", "col", "embed", "source"];
        for node in &self.nodes {
            match node {
                Node::Text(t) => escape_into(t, out),
                Node::Element(e) => {
                    let ok = e.name.chars().all(|c| c.is_ascii_alphanumeric());
                    let name = if ok { e.name.as_str() } else { "span" };
                    out.push('<');
                    out.push_str(name);
                    for (k, v) in
                        e.attrs.iter().filter(|(k, _)| k.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
                    {
                        out.push(' ');
                        out.push_str(k);
                        out.push_str("=\"");
                        escape_into(v, out);
                        out.push('"');
                    }
                    out.push('>');
                    if !VOID.contains(&name) {
                        e.write(out);
                        out.push_str("</");
                        out.push_str(name);
                        out.push('>');
                    }
                }
            }
        }
    }
}

fn escape_into(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}
