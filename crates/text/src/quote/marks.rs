//! Pairs of quotation marks; apostrophes are none.

use std::ops::Range;

/// Bytes between the marks of each pair, in order, outermost only.
pub(crate) fn pairs(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut offset = 0;
    for line in text.split('\n') {
        in_line(line, offset, &mut out);
        offset += line.len() + 1;
    }
    out
}

fn in_line(line: &str, offset: usize, out: &mut Vec<Range<usize>>) {
    let chars: Vec<(usize, char)> = line.char_indices().collect();
    let at = |i: Option<usize>| i.and_then(|i| chars.get(i)).map(|&(_, c)| c);
    let mut i = 0;
    while let Some(&(start, c)) = chars.get(i) {
        let Some(closers) = closers(c, at(i.checked_sub(1)), at(Some(i + 1))) else {
            i += 1;
            continue;
        };
        let single = closers.contains(&'’') || closers.contains(&'\'');
        let close = (i + 1..chars.len()).find(|&k| {
            at(Some(k)).is_some_and(|c| closers.contains(&c))
                && (!single || ends_single(at(Some(k - 1)), at(Some(k + 1))))
        });
        let inner_start = start + c.len_utf8();
        match close.and_then(|k| chars.get(k).map(|&(end, _)| (k, end))) {
            Some((k, end)) => {
                push(line, inner_start..end, offset, out);
                i = k + 1;
            }
            // A single mark left open is an apostrophe; any other runs to the end of the paragraph, as agencies write it.
            None if single => i += 1,
            None => {
                push(line, inner_start..line.len(), offset, out);
                return;
            }
        }
    }
}

fn push(line: &str, inner: Range<usize>, offset: usize, out: &mut Vec<Range<usize>>) {
    let Some(words) = line.get(inner.clone()) else { return };
    let lead = words.len() - words.trim_start().len();
    let start = inner.start + lead;
    let end = (inner.start + words.trim_end().len()).max(start);
    if words.chars().any(char::is_alphanumeric) {
        out.push(offset + start..offset + end);
    }
}

/// The marks that close what `c` opens; `None` when it opens nothing here.
fn closers(c: char, before: Option<char>, after: Option<char>) -> Option<&'static [char]> {
    let free = before.is_none_or(|b| !b.is_alphanumeric());
    let word = after.is_some_and(|a| a.is_alphanumeric() || matches!(a, '“' | '"' | '…' | '[' | '$' | '£' | '€'));
    match c {
        '“' => Some(&['”']),
        '„' => Some(&['“', '”']),
        '«' => Some(&['»']),
        '»' if free && word => Some(&['«']),
        '「' => Some(&['」']),
        '『' => Some(&['』']),
        '"' => Some(&['"']),
        '‘' if free && word => Some(&['’']),
        '\'' if free && word => Some(&['\'']),
        _ => None,
    }
}

fn ends_single(before: Option<char>, after: Option<char>) -> bool {
    before.is_some_and(|b| !b.is_whitespace()) && after.is_none_or(|a| !a.is_alphanumeric())
}
