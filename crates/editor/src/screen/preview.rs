//! How a Markdown text reads, roughly: its writer sees headings, lists, emphasis and where links lead before anybody else
//! does. What is none of these stays as typed. The page that readers get is made by the site, not from this.

/// What emphasis is written with, the longest first.
const MARKS: [(&str, &str); 6] =
    [("***", "strong"), ("**", "strong"), ("__", "strong"), ("*", "em"), ("_", "em"), ("`", "code")];

/// Words that are set alike.
pub struct Run {
    /// `strong`, `em`, `code`, `a`, or nothing.
    pub tag: &'static str,
    /// The words.
    pub text: String,
    /// Where a link leads.
    pub to: String,
}

/// One line.
pub struct Line {
    /// Its words.
    pub runs: Vec<Run>,
}

/// A heading, a paragraph, a list or a quotation.
pub struct Block {
    /// `h`, `p`, `ul`, `ol` or `quote`.
    pub kind: &'static str,
    /// One line; of a list, a line for each item.
    pub lines: Vec<Line>,
}

/// The blocks of a text.
pub fn blocks(markdown: &str) -> Vec<Block> {
    let mut blocks: Vec<(&'static str, Vec<String>)> = Vec::new();
    // A line stands right above this one.
    let mut open = false;
    for line in markdown.lines().map(str::trim) {
        if !line.is_empty() {
            let (kind, words) = of_line(line);
            add(&mut blocks, kind, words, open);
        }
        open = !line.is_empty();
    }
    let line = |words: String| Line { runs: runs(&words) };
    blocks.into_iter().map(|(kind, lines)| Block { kind, lines: lines.into_iter().map(line).collect() }).collect()
}

/// Adds a line to the block that it goes on with, or begins one with it.
fn add(blocks: &mut Vec<(&'static str, Vec<String>)>, kind: &'static str, words: &str, open: bool) {
    let (is_list, is_quote) = (matches!(kind, "ul" | "ol"), kind == "quote");
    match blocks.last_mut() {
        Some((last, items)) if is_list && *last == kind => items.push(words.to_owned()),
        Some((last, lines)) if open && *last != "h" && (kind == "p" || is_quote && *last == kind) => {
            if let Some(line) = lines.last_mut() {
                line.push(' ');
                line.push_str(words);
            }
        }
        _ => blocks.push((kind, vec![words.to_owned()])),
    }
}

/// What a line begins or goes on with, and its words without the mark of it.
fn of_line(line: &str) -> (&'static str, &str) {
    let heading = line.trim_start_matches('#');
    if (1..=6).contains(&(line.len() - heading.len())) && heading.starts_with(' ') {
        return ("h", heading.trim());
    }
    if let Some(words) = ["- ", "* ", "+ "].into_iter().find_map(|mark| line.strip_prefix(mark)) {
        return ("ul", words.trim());
    }
    if let Some(words) = line.strip_prefix('>') {
        return ("quote", words.trim());
    }
    match line.split_once(". ") {
        Some((n, words)) if (1..=9).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()) => ("ol", words.trim()),
        _ => ("p", line),
    }
}

/// The runs of a line.
fn runs(line: &str) -> Vec<Run> {
    let (mut out, mut plain, mut rest) = (Vec::new(), String::new(), line);
    let words = |text: String| Run { tag: "", text, to: String::new() };
    loop {
        if let Some((run, after)) = marked(rest, plain.chars().next_back()) {
            out.push(words(std::mem::take(&mut plain)));
            out.push(run);
            rest = after;
            continue;
        }
        let mut chars = rest.chars();
        let Some(first) = chars.next() else { break };
        // After a backslash a mark is none.
        let literal = chars.clone().next().filter(|c| first == '\\' && c.is_ascii_punctuation());
        if literal.is_some() {
            chars.next();
        }
        plain.push(literal.unwrap_or(first));
        rest = chars.as_str();
    }
    out.push(words(plain));
    out.retain(|run| !run.text.is_empty());
    out
}

/// The run that begins here, and what comes after it.
fn marked(rest: &str, before: Option<char>) -> Option<(Run, &str)> {
    link(rest).or_else(|| MARKS.iter().find_map(|&(mark, tag)| emphasis(rest, before, mark, tag)))
}

fn emphasis<'a>(rest: &'a str, before: Option<char>, mark: &str, tag: &'static str) -> Option<(Run, &'a str)> {
    let (words, after) = rest.strip_prefix(mark)?.split_once(mark)?;
    let inside_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let underlined = mark.starts_with('_') && (inside_word(before) || inside_word(after.chars().next()));
    let fits = !words.is_empty() && words.trim() == words && !underlined;
    fits.then(|| (Run { tag, text: words.into(), to: String::new() }, after))
}

/// A link; of a picture the words that stand for it.
fn link(rest: &str) -> Option<(Run, &str)> {
    let inside = rest.strip_prefix("![").or_else(|| rest.strip_prefix('['))?;
    let (words, after) = inside.split_at_checked(inside.find(['[', ']'])?)?;
    let (to, after) = after.strip_prefix("](")?.split_once(')')?;
    let tag = if rest.starts_with('!') { "" } else { "a" };
    Some((Run { tag, text: words.into(), to: to.split_whitespace().next().unwrap_or_default().into() }, after))
}

#[cfg(test)]
mod tests {
    use super::{blocks, runs};

    #[test]
    fn lines_become_blocks() {
        let text = "# A\nfirst\nline\n\nsecond\n- one\n  goes on\n\n* two\n1. a\n2. b\n> said\n> so\n1986 was\n#no";
        let blocks_of_it = blocks(text);
        let told: Vec<(&str, usize)> = blocks_of_it.iter().map(|b| (b.kind, b.lines.len())).collect();
        assert_eq!(told, [("h", 1), ("p", 1), ("p", 1), ("ul", 2), ("ol", 2), ("quote", 1)]);
        assert_eq!(blocks_of_it[3].lines[0].runs[0].text, "one goes on");
        assert!(blocks(" \n\n").is_empty());
    }

    #[test]
    fn marks_become_runs_and_what_is_no_mark_stays() {
        let told = |line: &str| {
            let shown = runs(line).into_iter().map(|r| format!("{}<{}>{}", r.tag, r.text, r.to));
            shown.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(told("a **b** *c* `d`"), "<a > strong<b> < > em<c> < > code<d>");
        assert_eq!(told("[w](https://x.example \"t\") ![p](y)"), "a<w>https://x.example < > <p>y");
        for plain in ["snake_case_name", "2 * 3 * 4", "**open", "[a][b](", "<b>x</b>", "é*"] {
            assert_eq!(told(plain), format!("<{plain}>"));
        }
        assert_eq!(told("\\*a\\*"), "<*a*>");
        assert_eq!(told(""), "");
    }
}
