//! Light Markdown, as people write it in the body's field: `*stressed*`, `**weighty**`, `[words](https://a.example/)`, and
//! paragraphs that begin with `## ` (a subheading), `> ` (a quotation) or `- ` (an item). Nothing else is markup: HTML, code,
//! pictures, entities, underlines and bare addresses stand as they were typed.

use std::ops::Range;

use news::{
    mark::{Manner, Mark},
    revision::Draft,
};
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

/// Stands before a paragraph while it is read, so that nothing in it is taken for the beginning of a block.
const HEAD: &str = "x ";

/// Marks of one paragraph; what goes beyond stays plain.
const MOST: usize = 200;

/// Signs that may mean something.
const SIGNS: [char; 8] = ['\\', '*', '_', '`', '[', ']', '<', '!'];

/// The paragraphs of a body's field with what is marked in them. An empty line ends a paragraph, and so does the beginning of a
/// subheading or an item.
pub fn read(body: &str) -> (Vec<String>, Vec<Mark>) {
    let mut parts: Vec<String> = Vec::new();
    let mut open = false;
    for line in body.lines() {
        let line = text::clean::line(line);
        let (manner, words) = block(&line);
        // A quotation goes on over lines that are marked as such again; a subheading is one line.
        let quoted = manner == Some(Manner::Quotation) && parts.last().is_some_and(|p| p.starts_with('>'));
        let goes_on = open && (quoted || manner.is_none() && !line.is_empty());
        match parts.last_mut().filter(|_| goes_on) {
            Some(last) => {
                last.push(' ');
                last.push_str(words);
            }
            None => parts.push(line.clone()),
        }
        open = !line.is_empty() && manner != Some(Manner::Heading);
    }
    read_each(parts.iter().map(String::as_str))
}

/// The same of paragraphs that come one by one. Empty ones are left out.
pub fn read_each<'a>(paragraphs: impl Iterator<Item = &'a str>) -> (Vec<String>, Vec<Mark>) {
    let (mut plain, mut marks) = (Vec::new(), Vec::new());
    for paragraph in paragraphs {
        let (words, found) = one(&text::clean::line(paragraph), plain.len());
        if !words.is_empty() {
            plain.push(words);
            marks.extend(found);
        }
    }
    (plain, marks)
}

/// A body as its field shows it.
pub fn write(draft: &Draft) -> String {
    write_each(draft).join("\n\n")
}

/// A body's paragraphs, each as it is written.
pub fn write_each(draft: &Draft) -> Vec<String> {
    draft.paragraphs.iter().enumerate().map(|(n, words)| written(draft, n, words)).collect()
}

/// What a paragraph begins as, and the rest of it.
fn block(line: &str) -> (Option<Manner>, &str) {
    let after = |sign: &str| line.strip_prefix(sign).filter(|rest| !rest.is_empty());
    let hashes = line.len() - line.trim_start_matches('#').len();
    if let Some(rest) = after(">").map(|rest| rest.trim_start_matches(' ')).filter(|rest| !rest.is_empty()) {
        (Some(Manner::Quotation), rest)
    } else if let Some(rest) = after("- ").or_else(|| after("* ")) {
        (Some(Manner::Item), rest)
    } else if let Some(rest) =
        line.get(hashes..).and_then(|r| r.strip_prefix(' ')).filter(|_| (1..=6).contains(&hashes))
    {
        (Some(Manner::Heading), rest)
    } else {
        (None, line)
    }
}

/// A paragraph's plain words and its marks.
fn one(line: &str, paragraph: usize) -> (String, Vec<Mark>) {
    let (manner, rest) = block(line);
    let (words, mut marks) = inline(rest, paragraph);
    if let Some(manner) = manner {
        marks.insert(0, Mark { paragraph, range: 0..words.len(), manner });
    }
    (words, marks)
}

/// Words of one line and what is marked among them.
fn inline(line: &str, paragraph: usize) -> (String, Vec<Mark>) {
    let source = format!("{HEAD}{line}");
    let mut words = String::with_capacity(line.len());
    // What is open, with where it began; nothing for a sign that stands as it was typed.
    let mut open: Vec<Option<(Manner, usize)>> = Vec::new();
    let (mut marks, mut typed) = (Vec::new(), 0_usize);
    for (event, at) in Parser::new_ext(&source, Options::empty()).into_offset_iter() {
        match event {
            Event::Start(Tag::Image { .. } | Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => {
                if typed == 0 {
                    push(&mut words, source.get(at).unwrap_or_default());
                }
                typed += 1;
            }
            Event::Start(Tag::Link { .. }) if typed > 0 => typed += 1,
            Event::End(TagEnd::Link | TagEnd::Image) if typed > 0 => typed -= 1,
            _ if typed > 0 => {}
            // What stands in the field is taken, not what it might mean: `&amp;` is five signs.
            Event::Text(_) | Event::Code(_) | Event::InlineHtml(_) | Event::Html(_) => {
                push(&mut words, source.get(at.start.max(HEAD.len())..at.end).unwrap_or_default());
            }
            Event::Start(tag @ (Tag::Emphasis | Tag::Strong)) if source.get(at.clone()).is_some_and(underlined) => {
                push(&mut words, if tag == Tag::Strong { "__" } else { "_" });
                open.push(None);
            }
            Event::Start(Tag::Emphasis) => open.push(Some((Manner::Emphasis, words.len()))),
            Event::Start(Tag::Strong) => open.push(Some((Manner::Strong, words.len()))),
            Event::Start(Tag::Link { dest_url, .. }) => {
                open.push(Some((Manner::Link(dest_url.into_string()), words.len())));
            }
            Event::End(end @ (TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link)) => {
                // A sign that stands as it was typed ends so.
                let Some(Some((manner, start))) = open.pop() else {
                    push(&mut words, if end == TagEnd::Strong { "__" } else { "_" });
                    continue;
                };
                // Inside a link, and inside itself, a mark says nothing more.
                let idle = open.iter().flatten().any(|(m, _)| matches!(m, Manner::Link(_)) || *m == manner);
                marks.extend(trimmed(&words, start).filter(|_| !idle).map(|range| Mark { paragraph, range, manner }));
            }
            _ => {}
        }
    }
    words.truncate(words.trim_end().len());
    marks.sort_by_key(Mark::place);
    marks.truncate(MOST);
    (words, marks)
}

/// Underlines are letters of addresses and of handles, and no sign.
fn underlined(source: &str) -> bool {
    source.starts_with('_')
}

/// What taking signs away leaves between words is one space.
fn push(words: &mut String, more: &str) {
    let more = if words.is_empty() || words.ends_with(' ') { more.trim_start_matches(' ') } else { more };
    words.push_str(more);
}

/// The bytes from `start` on, without spaces at their ends; none where nothing is left.
fn trimmed(words: &str, start: usize) -> Option<Range<usize>> {
    let inside = words.get(start..)?;
    let from = start + inside.len() - inside.trim_start().len();
    let range = from..from + inside.trim().len();
    (!range.is_empty()).then_some(range)
}

/// The marks that signs can say: what a cut went through, or what two signs in a row would say of one another, is left out. What is
/// kept is such, so that opening a text and saving it changes nothing.
pub fn sayable(draft: &Draft) -> Vec<Mark> {
    read_each(write_each(draft).iter().map(String::as_str)).1
}

/// A paragraph with signs for its marks, such that reading it gives the same again.
fn written(draft: &Draft, paragraph: usize, words: &str) -> String {
    let marks = draft.marks_of(paragraph);
    // Most words need no backslash.
    let tries = |marks: &[Mark]| {
        let tries = [signed(words, marks, false), signed(words, marks, true)];
        tries.into_iter().find(|line| same(line, paragraph, words, marks))
    };
    tries(marks).unwrap_or_else(|| {
        let mut kept: Vec<Mark> = Vec::new();
        for mark in marks {
            kept.push(mark.clone());
            if tries(&kept).is_none() {
                kept.pop();
            }
        }
        signed(words, &kept, true)
    })
}

fn same(line: &str, paragraph: usize, words: &str, marks: &[Mark]) -> bool {
    let (read, found) = one(line, paragraph);
    read == words && found == marks
}

/// A paragraph with its signs; `escaped`: with a backslash before whatever might be one.
fn signed(words: &str, marks: &[Mark], escaped: bool) -> String {
    let prefix = marks.iter().find_map(|m| match m.manner {
        Manner::Heading => Some("## "),
        Manner::Quotation => Some("> "),
        Manner::Item => Some("- "),
        _ => None,
    });
    let mut out = prefix.unwrap_or_default().to_owned();
    let mut begin = marks.iter().filter(|m| !m.manner.is_block()).peekable();
    let mut open: Vec<&Mark> = Vec::new();
    for (at, sign) in words.char_indices() {
        while let Some(mark) = open.pop_if(|m| m.range.end == at) {
            out.push_str(&closing(&mark.manner));
        }
        while let Some(mark) = begin.next_if(|m| m.range.start == at) {
            out.push_str(opening(&mark.manner));
            open.push(mark);
        }
        let first = at == 0 && prefix.is_none() && matches!(sign, '#' | '>' | '-' | '*');
        if escaped && (SIGNS.contains(&sign) || first) {
            out.push('\\');
        }
        out.push(sign);
    }
    open.iter().rev().for_each(|mark| out.push_str(&closing(&mark.manner)));
    out
}

fn opening(manner: &Manner) -> &'static str {
    match manner {
        Manner::Emphasis => "*",
        Manner::Strong => "**",
        Manner::Link(_) => "[",
        Manner::Heading | Manner::Quotation | Manner::Item => "",
    }
}

fn closing(manner: &Manner) -> String {
    match manner {
        Manner::Link(to) if to.contains(['(', ')', ' ']) => format!("](<{to}>)"),
        Manner::Link(to) => format!("]({to})"),
        other => opening(other).to_owned(),
    }
}

#[cfg(test)]
mod tests;
