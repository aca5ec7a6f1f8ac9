//! Sentences with byte ranges. Rules of our own over characters: what ends a sentence is decided by the mark, by the word
//! before it and by the word after it, so that the same few rules serve every language we read.

mod abbreviation;

use abbreviation::Abbreviation;
use news::Lang;
use std::ops::Range;

/// Byte ranges of the sentences of `text` (paragraphs are lines; none crosses a line), trimmed, none empty.
pub fn split(text: &str, lang: &Lang) -> Vec<Range<usize>> {
    let (mut out, mut start) = (vec![], 0);
    for line in text.split_inclusive('\n') {
        split_line(line, start, lang.primary(), &mut out);
        start += line.len();
    }
    out
}

/// A line being split: its text, the language, and the byte of the line from which the present sentence runs.
struct Line<'a> {
    text: &'a str,
    primary: &'a str,
    start: usize,
}

fn split_line(text: &str, offset: usize, primary: &str, out: &mut Vec<Range<usize>>) {
    let mut line = Line { text, primary, start: 0 };
    let mut at = 0;
    while let Some((mark, end)) = next_mark(text, at) {
        if line.ends(mark, end) {
            push(text, line.start..end, offset, out);
            line.start = end;
        }
        at = end;
    }
    push(text, line.start..text.len(), offset, out);
}

/// Adds a trimmed sentence; one without a letter or digit (a stray mark) joins the sentence before it on the same line.
fn push(line: &str, range: Range<usize>, offset: usize, out: &mut Vec<Range<usize>>) {
    let raw = line.get(range.clone()).unwrap_or_default();
    let start = range.start + (raw.len() - raw.trim_start().len()) + offset;
    let sentence = raw.trim();
    if sentence.is_empty() {
        return;
    }
    let end = start + sentence.len();
    match out.last_mut() {
        Some(last) if out_of_words(sentence) && last.start >= offset => last.end = end,
        _ => out.push(start..end),
    }
}

fn out_of_words(s: &str) -> bool {
    !s.chars().any(char::is_alphanumeric)
}

/// Marks that can end a sentence.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '…'
            | '؟'
            | '۔'
            | '।'
            | '॥'
            | '。'
            | '．'
            | '！'
            | '？'
            | '｡'
            | '։'
            | '።'
            | '፧'
            | '။'
            | '‼'
            | '⁇'
            | '⁈'
            | '⁉'
    )
}

/// Marks of scripts written without spaces between sentences.
fn is_wide(c: char) -> bool {
    matches!(c, '。' | '．' | '！' | '？' | '｡')
}

/// Marks that close what a sentence stands in.
fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '}' | '」' | '』' | '）' | '】' | '》' | '＂')
}

/// The next run of marks from byte `at`, with the closing quotes and brackets behind it: the byte where the run starts and
/// the byte behind all of it.
fn next_mark(text: &str, at: usize) -> Option<(Range<usize>, usize)> {
    let rest = text.get(at..)?;
    let start = at + rest.find(is_mark)?;
    let run = text.get(start..)?;
    let marks_end = start + run.len() - run.trim_start_matches(is_mark).len();
    let mut end = marks_end;
    loop {
        let tail = text.get(end..)?;
        let closed = tail.trim_start_matches(is_closer);
        end += tail.len() - closed.len();
        // Closing guillemets stand off by a space in French, and low German ones are closed by an opening mark of others.
        let spaced = closed.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
        if spaced.starts_with('»') {
            end = text.len() - spaced.len() + '»'.len_utf8();
        } else if closed.starts_with('“') && opened_low(text.get(..start)?) {
            end += '“'.len_utf8();
        } else {
            return Some((start..marks_end, end));
        }
    }
}

/// Whether a German quotation (`„`) is still open at the end of `before`.
fn opened_low(before: &str) -> bool {
    before.rfind('„').is_some_and(|open| !before.get(open..).unwrap_or_default().contains('“'))
}

/// Characters up to which a quotation of several sentences stays in one piece, so that none of them loses its speaker.
const WHOLE_QUOTATION: usize = 300;

/// Whether a quotation opened in `before` is closed in `after`, on the same line and not too far off.
fn inside_quotation(before: &str, after: &str) -> bool {
    const PAIRS: [(char, char); 5] = [('“', '”'), ('«', '»'), ('„', '“'), ('‹', '›'), ('"', '"')];
    PAIRS.into_iter().any(|(open, close)| {
        let opened = match before.rfind(open) {
            Some(_) if open == close && before.matches(open).count() % 2 == 0 => None,
            // A German closing mark is another language's opening one.
            Some(at) if open == '“' && before.get(..at).is_some_and(opened_low) => None,
            found => found,
        };
        opened.is_some_and(|at| {
            let said = before.get(at + open.len_utf8()..).unwrap_or_default();
            let rest =
                after.find(close).and_then(|end| after.get(..end)).filter(|r| !r.contains(open) || open == close);
            (open == close || !said.contains(close))
                && rest.is_some_and(|r| said.chars().count() + r.chars().count() <= WHOLE_QUOTATION)
        })
    })
}

impl Line<'_> {
    /// Whether the marks at `mark`, closed at `end`, end the sentence.
    fn ends(&self, mark: Range<usize>, end: usize) -> bool {
        let (before, marks, after) =
            (self.part(self.start..mark.start), self.part(mark.clone()), self.part(end..self.text.len()));
        let next = after.trim_start();
        if next.is_empty() {
            return true;
        }
        if inside_quotation(self.part(self.start..end), after) {
            return false;
        }
        let closed = end > mark.end;
        if marks.chars().any(is_wide) {
            return !closed || !next.starts_with(is_hiragana);
        }
        if !after.starts_with(char::is_whitespace) {
            return self.glued(before, marks, closed, next);
        }
        let head = next.trim_start_matches(|c: char| !c.is_alphanumeric());
        match head.chars().next() {
            None => true,
            Some(c) if c.is_lowercase() && !opens_small(marks, head) => false,
            _ if marks == "." && !closed => self.stop_ends(before, head),
            _ if closed && marks != "." => !said_follows(head),
            _ => true,
        }
    }

    fn part(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// A mark with no space behind it: a lost space (`fell.The`) or a danda, but not `3.5`, `U.S.` or `example.com`.
    fn glued(&self, before: &str, marks: &str, closed: bool, next: &str) -> bool {
        if marks.chars().all(|c| matches!(c, '।' | '॥' | '۔' | '؟')) {
            return next.starts_with(char::is_alphanumeric);
        }
        let word = last_word(before);
        let mut following = next.chars();
        !closed
            && word.chars().count() > 2
            && word.chars().rev().take(2).all(char::is_lowercase)
            && following.next().is_some_and(char::is_uppercase)
            && following.next().is_some_and(char::is_lowercase)
            && !word.contains(['/', '@', '#', ':'])
    }

    /// A lone full stop with a space behind it and `head`, not in lower case, to follow.
    fn stop_ends(&self, before: &str, head: &str) -> bool {
        let word = last_word(before);
        let next = next_word(head);
        let number_follows = next.starts_with(char::is_numeric);
        let opener = opens_sentence(&next, head, self.primary);
        if word.chars().count() > 1 && word.contains('.') {
            return dotted_ends(word, &next, head, opener);
        }
        match abbreviation::kind(word) {
            Some(Abbreviation::Never) => return false,
            Some(Abbreviation::BeforeNumber) => return !number_follows,
            Some(Abbreviation::BeforeName) => return opener,
            None => {}
        }
        if word.chars().all(|c| c.is_ascii_digit()) && !word.is_empty() {
            return self.number_ends(before, word, opener);
        }
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        match (letters.next(), letters.next()) {
            (Some(c), None) => single_letter_ends(c, before, number_follows, opener),
            _ => true,
        }
    }

    /// `2024.` ends; a German ordinal (`6. November`) and the number of a list item do not.
    fn number_ends(&self, before: &str, digits: &str, opener: bool) -> bool {
        const ORDINAL_POINT: [&str; 12] = ["de", "da", "nb", "no", "fi", "cs", "sk", "hu", "hr", "sr", "sl", "et"];
        let item = before.trim().len() == digits.len() && self.start == 0 && digits.len() <= 2;
        let ordinal = ORDINAL_POINT.contains(&self.primary) && digits.len() <= 2 && !opener;
        !item && !ordinal
    }
}

/// `J.` of `J. K. Rowling` or `р.` of a unit: the end only before a word that opens sentences.
fn single_letter_ends(letter: char, before: &str, number_follows: bool, opener: bool) -> bool {
    if !letter.is_uppercase() && !letter.is_lowercase() {
        // A title cut to one letter in a script without case, such as the Arabic for doctor.
        return false;
    }
    // Russian cuts `year` to one letter after a number, where most sentences end in it.
    let year = letter == 'г' && before.trim_end_matches('г').trim_end().ends_with(|c: char| c.is_ascii_digit());
    let pronoun =
        letter == 'I' && before.split_whitespace().rev().nth(1).is_some_and(|w| w.starts_with(char::is_lowercase));
    year || opener || (pronoun && !number_follows)
}

/// `U.S.`, `a.m.`, `e.g.` (here without the last stop) before `next`.
fn dotted_ends(word: &str, next: &str, head: &str, opener: bool) -> bool {
    const ZONES: &str = "ET EST EDT CT CST CDT MT MST PT PST PDT GMT UTC BST CET CEST IST WAT EAT local";
    const DAYS: &str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Jan January Feb February March April May June July Aug \
August Sept September Oct October Nov November Dec December";
    let lower = word.to_lowercase();
    match lower.as_str() {
        "e.g" | "i.e" | "z.b" | "d.h" | "u.a" | "p.ej" | "т.е" | "т.к" | "أ.د" => false,
        "a.m" | "p.m" => {
            !ZONES.split(' ').any(|z| z == next)
                && !DAYS.split(' ').any(|d| d == next)
                && !next.starts_with(char::is_numeric)
        }
        // Initials before a name: `J.K. Rowling`; a country before its noun: `U.S. President`.
        _ => opener && !head.starts_with(char::is_numeric),
    }
}

/// Words that are not function words but open sentences far more often than they follow an abbreviation.
const OPENERS: &str = "officials police authorities residents experts analysts critics witnesses several two three four five dozens \
hundreds thousands monday tuesday wednesday thursday friday saturday sunday today yesterday earlier later last meanwhile however \
nearly almost around despite according shares stocks people reuters additional";

/// Whether a capitalised `next`, found at the head of `head`, is a word that opens sentences.
fn opens_sentence(next: &str, head: &str, primary: &str) -> bool {
    let lower = next.to_lowercase();
    // An initial (`A.`) is not the article, `US` not the pronoun.
    let initial = next.chars().count() == 1 && head.get(next.len()..).is_some_and(|r| r.starts_with('.'));
    let capitals = next.chars().count() > 1 && next.chars().all(char::is_uppercase);
    !initial && !capitals && (crate::word::is_stop(&lower, primary) || OPENERS.split_whitespace().any(|w| w == lower))
}

/// A small letter that opens a sentence all the same: the Arabic article in Latin letters (`al-Shabaab said`).
fn opens_small(marks: &str, head: &str) -> bool {
    marks == "." && (head.starts_with("al-") || head.starts_with("el-"))
}

/// Whether a short name and a verb of saying follow: `"Who knows?" Mr. Sall said.` is one sentence.
fn said_follows(head: &str) -> bool {
    const SAID: &str = "said says asked asks added told wrote shouted replied cried chanted yelled tweeted posted";
    let mut words = head.split_whitespace().take(5);
    let first = words.next().unwrap_or_default();
    let saying = |w: &str| SAID.split(' ').any(|s| w.trim_end_matches([',', '.', ':']) == s);
    let name = |w: &str| w.starts_with(char::is_uppercase) && !w.ends_with(',');
    if crate::word::is_stop(&first.to_lowercase(), "en")
        && !matches!(first, "The" | "A" | "One" | "He" | "She" | "They")
    {
        return false;
    }
    words.find(|w| !name(w)).is_some_and(saying)
}

fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309F}')
}

/// The last word of `before`, inner stops and a leading bracket apart.
fn last_word(before: &str) -> &str {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '№');
    // Behind an elision or a dash only the last part counts.
    word.rsplit(['’', '\'', '—', '–', '(', '«', '“', '"']).next().unwrap_or(word)
}

/// The letters or digits at the head of `head`.
fn next_word(head: &str) -> String {
    head.chars().take_while(|c| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(*c)).collect()
}

#[cfg(test)]
mod tests;
