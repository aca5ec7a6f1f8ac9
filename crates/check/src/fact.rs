//! What a text says, sentence by sentence: its words, and the facts that the rules compare.

use std::ops::Range;

use news::Lang;
use text::cue::Cue;
use text::date::{Clock, When};
use text::name::Name;
use text::number::Quantity;
use text::place::Mention;
use text::quote::{Quote, Saying};
use text::synonym::Thesaurus;

use crate::Evidence;
use crate::irregular;
use crate::vocabulary::{Vocabulary, WordId};

/// Bytes of a source text that are read.
pub(crate) const MOST_BYTES: usize = 400_000;
/// Words of a source sentence along which a draft is laid.
pub(crate) const MOST_TOKENS: usize = 400;

/// A source sentence: which text, which sentence of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SentenceId {
    /// Index of the evidence.
    pub text: usize,
    /// Index of the sentence in it.
    pub n: usize,
}

/// What a token stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A function word.
    Stop,
    /// Any other word.
    Word,
    /// A quantity, all its words as one token.
    Number,
    /// A date, all its words as one token.
    Date,
    /// A place, all its words as one token.
    Place,
}

/// A word, or a number, date or place as one.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What is compared: the stem, or the value of a number, date or place.
    pub id: WordId,
    /// The printed words of a date and the stem of a place of one word, compared too: small letters hide a place. 0 for other
    /// tokens.
    pub alt: WordId,
    /// What it stands for.
    pub sort: Sort,
    /// Written with a capital.
    pub capital: bool,
    /// Lower case.
    pub lower: String,
}

impl Token {
    /// Whether two tokens say the same.
    pub fn same(&self, other: &Token) -> bool {
        (self.id != 0 && (self.id == other.id || self.id == other.alt))
            || (self.alt != 0 && (self.alt == other.alt || self.alt == other.id))
    }

    /// Not a function word.
    pub fn is_content(&self) -> bool {
        self.sort != Sort::Stop
    }
}

/// A sentence with its facts; every range counts bytes of the whole text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sentence {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// The line it stands in.
    pub line: usize,
    /// Its words.
    pub tokens: Vec<Token>,
    /// Of a source: the words inside of its numbers, dates, places and words with a hyphen.
    pub inner: Vec<WordId>,
    /// Its quantities.
    pub numbers: Vec<Quantity>,
    /// Its dates and times.
    pub dates: Vec<When>,
    /// Its names.
    pub names: Vec<Name>,
    /// Its places.
    pub places: Vec<Mention>,
    /// Its quotations, cut to the sentence.
    pub quotes: Vec<Quote>,
    /// Its verbs of saying.
    pub sayings: Vec<Saying>,
    /// Its small words.
    pub cues: Vec<(Range<usize>, Cue)>,
}

/// A text as read.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    /// Its sentences.
    pub sentences: Vec<Sentence>,
    /// Words of its quotations, folded, each between spaces.
    pub quoted: Vec<String>,
    /// All its words, folded, between spaces.
    pub words: String,
}

/// How a word becomes a number: the sources' words are added, the draft's only looked up.
pub(crate) enum Ids<'v> {
    /// A source is read.
    Add(&'v mut Vocabulary),
    /// A draft is read.
    Get(&'v Vocabulary),
}

impl Ids<'_> {
    fn id(&mut self, word: &str) -> WordId {
        match self {
            Self::Add(v) => v.add(word),
            Self::Get(v) => v.get(word),
        }
    }

    fn note(&mut self, id: WordId, lower: &str, thesaurus: Thesaurus) {
        if let Self::Add(v) = self {
            v.kinship.add(id, lower, thesaurus);
        }
    }
}

/// Whether the dictionary of kin words may be asked.
pub(crate) fn is_english(lang: &Lang) -> bool {
    matches!(lang.primary(), "en" | "und")
}

impl Reading {
    /// Reads a source.
    pub fn of_source(evidence: &Evidence, vocabulary: &mut Vocabulary) -> Self {
        let clock = Clock { reference: evidence.reference, zone: evidence.zone.clone() };
        let text = cut(&evidence.text, MOST_BYTES);
        // An order to a machine that travels with the copy is evidence of nothing.
        let blanked = text::order::blanked(text);
        Self::of(blanked.as_deref().unwrap_or(text), &evidence.lang, &clock, Ids::Add(vocabulary))
    }

    /// Reads any text.
    pub fn of(text: &str, lang: &Lang, clock: &Clock, mut ids: Ids<'_>) -> Self {
        let (mut line, mut counted) = (0, 0);
        let mut sentences: Vec<Sentence> = text::sentence::split(text, lang)
            .into_iter()
            .map(|range| {
                line += text.get(counted..range.start).map_or(0, |t| t.matches('\n').count());
                counted = range.start;
                Sentence { line, range, ..Sentence::default() }
            })
            .collect();
        // One pass a kind over the whole text: names need its context, quotations their paragraph.
        share(&mut sentences, text::number::find(text, lang), |q| q.range.start, |s| &mut s.numbers);
        share(&mut sentences, text::date::find(text, lang, clock), |w| w.range.start, |s| &mut s.dates);
        let places = text::place::find(text, lang);
        share(&mut sentences, text::name::find_beside(text, lang, &places), |n| n.range.start, |s| &mut s.names);
        share(&mut sentences, places, |m| m.range.start, |s| &mut s.places);
        share(&mut sentences, text::quote::sayings(text, lang), |s| s.verb.start, |s| &mut s.sayings);
        share(&mut sentences, text::cue::find(text, lang), |c| c.0.start, |s| &mut s.cues);
        let quotes = text::quote::quotes(text, lang);
        let quoted = quotes.iter().filter_map(|q| text.get(q.inner.clone())).map(fold).collect();
        for sentence in &mut sentences {
            sentence.quotes = cut_quotes(&quotes, &sentence.range);
        }
        let words = text::word::words(text, lang);
        let mut words = words.as_slice();
        for sentence in &mut sentences {
            let until = words.partition_point(|w| w.range.start < sentence.range.end);
            let (mine, rest) = words.split_at(until);
            words = rest;
            sentence.tokens = tokens(text, lang, sentence, mine, &mut ids);
            sentence.inner = inner(sentence, lang, mine, &mut ids);
        }
        Self { sentences, quoted, words: fold(text) }
    }
}

impl Reading {
    /// The words in a range of the text, whichever sentences it touches.
    pub fn tokens_in<'r>(&'r self, range: &'r Range<usize>) -> impl Iterator<Item = &'r Token> {
        let touched = self.sentences.iter().filter(|s| s.range.start < range.end && range.start < s.range.end);
        touched.flat_map(|s| &s.tokens).filter(|t| t.range.start < range.end && range.start < t.range.end)
    }
}

/// The first `most` bytes, cut at a character.
pub(crate) fn cut(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

/// Letters and digits of a text in lower case, words between single spaces, a space at both ends.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push(' ');
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let inside = matches!(c, '.' | ',' | '\'' | '’')
            && out.ends_with(char::is_alphanumeric)
            && chars.peek().is_some_and(|n| n.is_alphanumeric());
        if c.is_alphanumeric() || matches!(c, '\u{94d}' | '\u{93c}') {
            out.extend(c.to_lowercase());
        } else if inside {
            out.push(if c == '’' { '\'' } else { c });
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    if !out.ends_with(' ') {
        out.push(' ');
    }
    out
}

fn share<T>(
    sentences: &mut [Sentence],
    facts: Vec<T>,
    start: impl Fn(&T) -> usize,
    field: impl Fn(&mut Sentence) -> &mut Vec<T>,
) {
    for fact in facts {
        let at = start(&fact);
        let n = sentences.partition_point(|s| s.range.end <= at);
        if let Some(sentence) = sentences.get_mut(n).filter(|s| s.range.start <= at) {
            field(sentence).push(fact);
        }
    }
}

fn cut_quotes(quotes: &[Quote], range: &Range<usize>) -> Vec<Quote> {
    let inside = quotes.iter().filter(|q| q.inner.start < range.end && range.start < q.inner.end);
    inside
        .map(|q| Quote {
            inner: q.inner.start.max(range.start)..q.inner.end.min(range.end),
            speaker: q.speaker.clone(),
        })
        .collect()
}

/// The words of a sentence; a number, date or place becomes one token.
fn tokens(text: &str, lang: &Lang, sentence: &Sentence, words: &[text::word::Word], ids: &mut Ids<'_>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(words.len());
    let thesaurus = Thesaurus::of(lang);
    for word in words {
        let (range, key, alt, sort) = match value(sentence, &word.range) {
            Some((range, _, _))
                if out
                    .last()
                    .is_some_and(|t| t.range.start == range.start && t.sort != Sort::Word && t.sort != Sort::Stop) =>
            {
                continue;
            }
            Some((range, key, sort)) => {
                let alt = match sort {
                    Sort::Date => text.get(range.clone()).map(|t| format!("={}", fold(t))),
                    Sort::Place if range == word.range => Some(word.stem.clone()),
                    _ => None,
                };
                (range, key, alt, sort)
            }
            None => {
                let sort = if word.stop { Sort::Stop } else { Sort::Word };
                (
                    word.range.clone(),
                    irregular::base(&word.lower, lang)
                        .or_else(|| irregular::spelling(&word.lower, lang))
                        .unwrap_or_else(|| word.stem.clone()),
                    None,
                    sort,
                )
            }
        };
        let capital = text.get(range.clone()).is_some_and(|t| t.starts_with(char::is_uppercase));
        let id = ids.id(&key);
        if let Some(thesaurus) = thesaurus.filter(|_| sort == Sort::Word) {
            ids.note(id, &word.lower, thesaurus);
        }
        out.push(Token { range, id, alt: alt.map_or(0, |a| ids.id(&a)), sort, capital, lower: word.lower.clone() });
    }
    // A draft sentence is bounded by its characters; none of its words may go unchecked.
    if matches!(ids, Ids::Add(_)) {
        out.truncate(MOST_TOKENS);
    }
    out
}

/// The words inside of a source's numbers, dates, places and words with a hyphen: a draft may have them as words, `south sudan` in small letters.
fn inner(sentence: &Sentence, lang: &Lang, words: &[text::word::Word], ids: &mut Ids<'_>) -> Vec<WordId> {
    let Ids::Add(vocabulary) = ids else { return Vec::new() };
    let facts = || sentence.tokens.iter().filter(|t| !matches!(t.sort, Sort::Word | Sort::Stop));
    let inside = |w: &&text::word::Word| facts().any(|t| t.range.start <= w.range.start && w.range.end <= t.range.end);
    let mut out: Vec<WordId> =
        words.iter().filter(|w| !w.stop).filter(inside).map(|w| vocabulary.add(&w.stem)).collect();
    for part in words.iter().flat_map(|w| parts(&w.lower)) {
        out.push(vocabulary.add(&text::word::stem(part, lang)));
    }
    out
}

/// The parts of a word with a hyphen that are words themselves; none of any other word.
pub(crate) fn parts(lower: &str) -> impl Iterator<Item = &str> {
    lower.split('-').filter(move |part| part.len() > 2 && part.len() < lower.len())
}

/// The number, date or place that a word is part of: its bytes, its value as a key, its sort.
fn value(sentence: &Sentence, word: &Range<usize>) -> Option<(Range<usize>, String, Sort)> {
    let over = |r: &Range<usize>| r.start < word.end && word.start < r.end;
    if let Some(d) = sentence.dates.iter().find(|d| over(&d.range)) {
        let key = match (d.first, d.last, d.minute) {
            (_, _, Some(minute)) => format!("@m{minute}"),
            (first, last, None) => format!("@{first:?}-{last:?}"),
        };
        return Some((d.range.clone(), key, Sort::Date));
    }
    if let Some(q) = sentence.numbers.iter().find(|q| over(&q.range)) {
        return Some((q.range.clone(), format!("#{:.6e}-{:.6e}", q.low, q.high), Sort::Number));
    }
    let m = sentence.places.iter().find(|m| over(&m.range))?;
    Some((m.range.clone(), place_key(m), Sort::Place))
}

/// A country and its adjective are one key; any other place is its own.
pub(crate) fn place_key(mention: &Mention) -> String {
    use text::place::Class;
    match mention.class {
        Class::Country | Class::Demonym => format!("~{}", mention.country),
        Class::Capital | Class::City | Class::Region => format!("~{}", mention.name),
    }
}
