//! Lays a draft sentence along the source sentences that it comes from.
//!
//! Score of a window of 1 to 3 source sentences in a row: idf-weighted recall of stems, longest common subsequence and
//! shared bigrams. What the best window does not cover may come from up to two more (two source sentences joined).

use foldhash::{HashMap, HashMapExt};

use news::verdict::Part;

use crate::Sources;
use crate::fact::{Sentence, SentenceId, Sort, Token};

/// Parts of a window's score.
const RECALL: f64 = 0.40;
const ORDER: f64 = 0.45;
const BIGRAMS: f64 = 0.15;
/// A sentence more must add as much as this many words, lest a name put in place of another be found in the next sentence.
const WORDS_PER_SENTENCE: f64 = 2.5;
/// A source's headline leaves out who said it, so the body's own sentence is better evidence for a body.
const HEADLINE: f64 = 0.06;
/// A single sentence that has all of the draft's words is better evidence than one that has most of them in order.
const WHOLE: f64 = 0.12;
/// What a function word weighs.
const STOP_WEIGHT: f64 = 0.06;
/// Sentences with the most shared words that are looked at closely.
const CANDIDATES: usize = 8;
/// Share of the weight that a further window must add.
const FURTHER: f64 = 0.12;
/// Words that the draft must take from a further sentence.
const LEAST_PART: usize = 4;

/// Where a draft word stands in the sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spot {
    /// Which sentence.
    pub sentence: SentenceId,
    /// Which token of it.
    pub token: usize,
    /// In the order of the draft; else it only occurs there.
    pub ordered: bool,
}

/// A window with its score.
#[derive(Clone, Debug)]
pub(crate) struct Window {
    /// Its text.
    pub text: usize,
    /// First and last sentence.
    pub first: usize,
    /// First and last sentence.
    pub last: usize,
    /// From 0 to 1.
    pub score: f64,
}

/// A draft sentence laid along the sources.
#[derive(Clone, Debug, Default)]
pub(crate) struct Alignment {
    /// For each draft token, where it stands.
    pub spots: Vec<Option<Spot>>,
    /// Weight of each draft token.
    pub weights: Vec<f64>,
    /// The windows used, best first.
    pub windows: Vec<Window>,
    /// The best window of every other text, best first: what other sources say of it.
    pub others: Vec<Window>,
}

impl Alignment {
    /// Share of the weight that stands in the sources in order, and at all.
    pub fn coverage(&self) -> (f64, f64) {
        let total: f64 = self.weights.iter().sum::<f64>().max(f64::MIN_POSITIVE);
        let (mut ordered, mut any) = (0.0, 0.0);
        for (spot, weight) in self.spots.iter().zip(&self.weights) {
            if let Some(spot) = spot {
                any += weight;
                ordered += if spot.ordered { *weight } else { 0.0 };
            }
        }
        (ordered / total, any / total)
    }

    /// The source sentences used, in the order of the draft's words, each once.
    pub fn used(&self) -> Vec<SentenceId> {
        let mut out = Vec::new();
        for spot in self.spots.iter().flatten().filter(|s| s.ordered) {
            if !out.contains(&spot.sentence) {
                out.push(spot.sentence);
            }
        }
        out
    }
}

/// Lays `sentence` along the sources whose language is `sources`' own for it (`texts`).
pub(crate) fn align(sources: &Sources, sentence: &Sentence, part: Part, texts: &[usize]) -> Alignment {
    let tokens = &sentence.tokens;
    let weights: Vec<f64> = tokens.iter().map(|t| weight(sources, t)).collect();
    let mut windows = scored(sources, tokens, &weights, part, texts);
    let mut out = Alignment { spots: vec![None; tokens.len()], weights, windows: Vec::new(), others: Vec::new() };
    windows.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.text.cmp(&b.text)).then(a.first.cmp(&b.first)));
    let Some(best) = windows.first().cloned() else { return out };
    for window in &windows {
        if window.text != best.text && !out.others.iter().any(|o| o.text == window.text) {
            out.others.push(window.clone());
        }
    }
    place(sources, tokens, &best, &mut out);
    out.windows.push(best);
    for _ in 0..2 {
        let Some(further) = further(sources, tokens, &windows, &out) else { break };
        place(sources, tokens, &further, &mut out);
        out.windows.push(further);
    }
    loose(sources, tokens, &mut out);
    out
}

fn weight(sources: &Sources, token: &Token) -> f64 {
    match token.sort {
        Sort::Stop => STOP_WEIGHT,
        Sort::Word => sources.vocabulary.weight(token.id),
        Sort::Number | Sort::Date | Sort::Place => sources.vocabulary.weight(token.id) * 1.1,
    }
}

/// Windows around the sentences that share the most weight.
fn scored(sources: &Sources, tokens: &[Token], weights: &[f64], part: Part, texts: &[usize]) -> Vec<Window> {
    let mut shared: HashMap<SentenceId, f64> = HashMap::new();
    for (token, weight) in tokens.iter().zip(weights).filter(|(t, _)| t.is_content()) {
        for id in [token.id, token.alt].into_iter().filter(|id| *id != 0) {
            for sentence in sources.vocabulary.postings(id) {
                *shared.entry(*sentence).or_default() += weight;
            }
        }
    }
    let mut ranked: Vec<(SentenceId, f64)> =
        shared.iter().map(|(id, w)| (*id, *w)).filter(|(id, _)| texts.contains(&id.text)).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    // The best few of all, and the best of every text, so that each source is heard.
    let mut taken: Vec<SentenceId> = ranked.iter().take(CANDIDATES).map(|(id, _)| *id).collect();
    for text in texts {
        if !taken.iter().any(|id| id.text == *text) {
            taken.extend(ranked.iter().find(|(id, _)| id.text == *text).map(|(id, _)| *id));
        }
    }
    let mut spans: Vec<(usize, usize, usize)> = Vec::new();
    for id in taken {
        let count = sources.readings.get(id.text).map_or(0, |r| r.sentences.len());
        for (first, last) in
            [(id.n, id.n), (id.n, id.n + 1), (id.n.wrapping_sub(1), id.n), (id.n.wrapping_sub(1), id.n + 1)]
        {
            if first <= last && last < count && !spans.contains(&(id.text, first, last)) {
                spans.push((id.text, first, last));
            }
        }
    }
    let total: f64 = weights.iter().sum::<f64>().max(f64::MIN_POSITIVE);
    let stops: f64 = tokens.iter().zip(weights).filter(|(t, _)| !t.is_content()).map(|(_, w)| w).sum();
    let content = tokens.iter().filter(|t| t.is_content()).count().max(1);
    let per_sentence = ((RECALL + ORDER) * WORDS_PER_SENTENCE / content as f64).clamp(0.03, 0.4);
    let mut table = Vec::new();
    let mut best = 0.0;
    let mut out: Vec<Window> = Vec::with_capacity(spans.len());
    for (text, first, last) in spans {
        let less =
            per_sentence * (last - first) as f64 + if first == 0 && part != Part::Headline { HEADLINE } else { 0.0 };
        // The most that the window can reach; a text already heard need not be scored again below the best.
        let shared: f64 = (first..=last).filter_map(|n| shared.get(&SentenceId { text, n })).sum();
        let most = (RECALL + ORDER) * ((shared + stops) / total).min(1.0) + BIGRAMS + WHOLE - less;
        // It stays in the list, last, because a second part of the draft may come from it.
        if most < best && out.iter().any(|w| w.text == text) {
            out.push(Window { text, first, last, score: 0.0 });
            continue;
        }
        let source = window_tokens(sources, text, first, last);
        let whole = if first == last && holds_all(tokens, &source) { WHOLE } else { 0.0 };
        let score = (score(tokens, weights, &source, &mut table) + whole - less).clamp(0.0, 1.0);
        best = score.max(best);
        out.push(Window { text, first, last, score });
    }
    out
}

type Placed<'s> = (SentenceId, usize, &'s Token);

fn window_tokens(sources: &Sources, text: usize, first: usize, last: usize) -> Vec<Placed<'_>> {
    let sentences = sources.readings.get(text).and_then(|r| r.sentences.get(first..=last)).unwrap_or_default();
    let numbered = sentences.iter().zip(first..);
    numbered
        .flat_map(|(s, n)| s.tokens.iter().enumerate().map(move |(t, token)| (SentenceId { text, n }, t, token)))
        .collect()
}

fn holds_all(tokens: &[Token], source: &[Placed<'_>]) -> bool {
    tokens.iter().filter(|t| t.is_content()).all(|t| source.iter().any(|(_, _, s)| t.same(s)))
}

fn score(tokens: &[Token], weights: &[f64], source: &[Placed<'_>], table: &mut Vec<f64>) -> f64 {
    let total: f64 = weights.iter().sum::<f64>().max(f64::MIN_POSITIVE);
    let found = |t: &Token| source.iter().any(|(_, _, s)| t.same(s));
    let recall: f64 = tokens.iter().zip(weights).filter(|(t, _)| found(t)).map(|(_, w)| w).sum();
    fill(tokens, weights, source, table);
    let order = table.last().copied().unwrap_or(0.0);
    let pairs = tokens.windows(2).filter(|p| p.iter().any(Token::is_content)).count().max(1);
    let beside =
        |p: &[Token]| source.windows(2).any(|s| matches!((p, s), ([a, b], [x, y]) if a.same(x.2) && b.same(y.2)));
    let bigrams =
        tokens.windows(2).filter(|p| p.iter().any(Token::is_content) && beside(p)).count() as f64 / pairs as f64;
    RECALL * recall / total + ORDER * order / total + BIGRAMS * bigrams
}

/// Weighted longest common subsequence: row `i`, column `j` holds the best of the first `i` draft and `j` source tokens.
fn fill(tokens: &[Token], weights: &[f64], source: &[Placed<'_>], table: &mut Vec<f64>) {
    let width = source.len() + 1;
    table.clear();
    table.resize((tokens.len() + 1) * width, 0.0);
    for (i, (token, weight)) in tokens.iter().zip(weights).enumerate() {
        let (above, rest) = table.split_at_mut((i + 1) * width);
        let above = above.get(i * width..).unwrap_or_default();
        let Some(row) = rest.get_mut(..width) else { return };
        for (j, (_, _, other)) in source.iter().enumerate() {
            let (Some(&up), Some(&diagonal), Some(&left)) = (above.get(j + 1), above.get(j), row.get(j)) else {
                return;
            };
            let best = if token.same(other) { (diagonal + weight).max(up).max(left) } else { up.max(left) };
            if let Some(cell) = row.get_mut(j + 1) {
                *cell = best;
            }
        }
    }
}

/// Puts the draft tokens that are still without a place along the window.
fn place(sources: &Sources, tokens: &[Token], window: &Window, out: &mut Alignment) {
    let open: Vec<usize> = (0..tokens.len()).filter(|i| out.spots.get(*i).is_some_and(Option::is_none)).collect();
    let draft: Vec<Token> = open.iter().filter_map(|i| tokens.get(*i).cloned()).collect();
    let weights: Vec<f64> = open.iter().filter_map(|i| out.weights.get(*i).copied()).collect();
    let source = window_tokens(sources, window.text, window.first, window.last);
    let mut table = Vec::new();
    fill(&draft, &weights, &source, &mut table);
    let width = source.len() + 1;
    let cell = |i: usize, j: usize| table.get(i * width + j).copied().unwrap_or(0.0);
    let (mut i, mut j) = (draft.len(), source.len());
    while i > 0 && j > 0 {
        let (Some(token), Some((sentence, at, other)), Some(weight)) =
            (draft.get(i - 1), source.get(j - 1), weights.get(i - 1))
        else {
            break;
        };
        if token.same(other) && (cell(i, j) - cell(i - 1, j - 1) - weight).abs() < 1e-9 {
            if let Some(spot) = open.get(i - 1).and_then(|k| out.spots.get_mut(*k)) {
                *spot = Some(Spot { sentence: *sentence, token: *at, ordered: true });
            }
            (i, j) = (i - 1, j - 1);
        } else if cell(i - 1, j) >= cell(i, j - 1) {
            i -= 1;
        } else {
            j -= 1;
        }
    }
}

/// The window that covers most of what is left, when that is at least two words in a row's worth.
fn further(sources: &Sources, tokens: &[Token], windows: &[Window], out: &Alignment) -> Option<Window> {
    let total: f64 = out.weights.iter().sum();
    let open: Vec<usize> = (0..tokens.len()).filter(|i| out.spots.get(*i).is_some_and(Option::is_none)).collect();
    let content = open.iter().filter(|i| tokens.get(**i).is_some_and(Token::is_content)).count();
    // A part of its own, not a name put in place of another.
    let common = open
        .iter()
        .filter(|i| {
            tokens.get(**i).is_some_and(|t| t.is_content() && t.sort != Sort::Place && (!t.capital || **i == 0))
        })
        .count();
    if content < LEAST_PART || common < 2 {
        return clause(sources, tokens, windows, out, &open);
    }
    let draft: Vec<Token> = open.iter().filter_map(|i| tokens.get(*i).cloned()).collect();
    let weights: Vec<f64> = open.iter().filter_map(|i| out.weights.get(*i).copied()).collect();
    let mut table = Vec::new();
    let mut gain = |w: &Window| {
        fill(&draft, &weights, &window_tokens(sources, w.text, w.first, w.last), &mut table);
        table.last().copied().unwrap_or(0.0) - 0.2 * (w.last - w.first) as f64
    };
    let fresh = windows
        .iter()
        .filter(|w| !out.windows.iter().any(|u| u.text == w.text && u.first <= w.first && w.last <= u.last));
    let (best, gained) = fresh.map(|w| (w, gain(w))).max_by(|a, b| a.1.total_cmp(&b.1))?;
    let dense = gained >= 0.6 * weights.iter().sum::<f64>();
    (gained >= FURTHER * total && dense).then(|| best.clone())
}

/// The sentence that has a whole clause of the draft word for word, where little of the clause is open: `No warning was issued,
/// and …`.
fn clause(sources: &Sources, tokens: &[Token], windows: &[Window], out: &Alignment, open: &[usize]) -> Option<Window> {
    /// A clause of fewer words is a name or a number put in place of another.
    const LEAST: usize = 3;
    let joint = |t: &Token| matches!(t.lower.as_str(), "and" | "but" | "while" | "et" | "mais" | "tandis" | "और");
    let wanted: Vec<usize> = open
        .iter()
        .copied()
        .filter(|i| tokens.get(*i).is_some_and(|t| t.is_content() && !t.capital || *i == 0))
        .collect();
    let (first, last) = (*wanted.first()?, *wanted.last()?);
    let from = (0..first).rev().find(|i| tokens.get(*i).is_some_and(joint)).map_or(0, |i| i + 1);
    let to = (first..tokens.len()).find(|i| tokens.get(*i).is_some_and(joint)).unwrap_or(tokens.len());
    let part: Vec<&Token> = tokens.get(from..to)?.iter().filter(|t| t.is_content()).collect();
    if last >= to || (from == 0 && to == tokens.len()) || part.len() < LEAST {
        return None;
    }
    let in_order = |w: &&Window| {
        let source = window_tokens(sources, w.text, w.first, w.last);
        let mut rest = source.iter();
        part.iter().all(|t| rest.any(|(_, _, s)| t.same(s)))
    };
    let single = windows.iter().filter(|w| {
        w.first == w.last && !out.windows.iter().any(|u| u.text == w.text && u.first == w.first && u.last == w.last)
    });
    single.into_iter().find(in_order).cloned()
}

/// Draft words that occur in the sentences used, but not in the draft's order.
fn loose(sources: &Sources, tokens: &[Token], out: &mut Alignment) {
    let used = out.used();
    for (token, spot) in tokens.iter().zip(&mut out.spots) {
        if spot.is_some() {
            continue;
        }
        *spot = used.iter().find_map(|id| {
            let sentence = sources.sentence(*id)?;
            let at = sentence.tokens.iter().position(|s| token.same(s))?;
            Some(Spot { sentence: *id, token: at, ordered: false })
        });
    }
}

impl Sources {
    /// A source sentence.
    pub(crate) fn sentence(&self, id: SentenceId) -> Option<&Sentence> {
        self.readings.get(id.text)?.sentences.get(id.n)
    }

    /// Bytes of a source text as printed.
    pub(crate) fn printed(&self, text: usize, range: &std::ops::Range<usize>) -> &str {
        self.evidence.get(text).and_then(|e| e.text.get(range.clone())).unwrap_or_default()
    }
}
