//! One rule a kind of fact. A rule sees a draft sentence laid along its sources and returns what it found.

pub(crate) mod asserted;
mod attribution;
pub(crate) mod bound;
pub(crate) mod date;
mod direction;
mod exchange;
mod legal;
mod link;
mod loaded;
pub(crate) mod name;
pub(crate) mod negation;
pub(crate) mod number;
mod place;
mod preposition;
pub(crate) mod quantifier;
mod quote;
mod relation;
mod role;
mod speaker;
mod sum;
mod support;
mod tally;

pub(crate) use number::{same_unit, same_value};

use std::{cell::RefCell, ops::Range, rc::Rc};

use foldhash::HashMap;

use news::verdict::{Citation, Finding, Kind, Part, Severity, Verdict};

use crate::align::{Alignment, Spot};
use text::likeness::Vector;
use text::synonym::{Kin, Thesaurus};

use crate::fact::{Reading, Sentence, SentenceId, Sort, Token};
use crate::vocabulary::WordId;
use crate::{Sources, reason};

/// Every rule, in the order of the list of facts.
pub(crate) const ALL: [fn(&Case<'_>) -> Vec<Finding>; 20] = [
    name::check,
    number::check,
    date::check,
    place::check,
    quote::check,
    speaker::check,
    attribution::check,
    negation::check,
    direction::check,
    legal::check,
    relation::check,
    exchange::check,
    preposition::check,
    quantifier::check,
    sum::check,
    link::check,
    asserted::check,
    tally::check,
    loaded::check,
    support::check,
];

/// A draft sentence with all that a rule may look at.
pub(crate) struct Case<'a> {
    /// The sources.
    pub sources: &'a Sources,
    /// The evidence in the draft's language.
    pub texts: &'a [usize],
    /// The part's text.
    pub text: &'a str,
    /// The part as read.
    pub reading: &'a Reading,
    /// The sentence.
    pub sentence: &'a Sentence,
    /// Which sentence of the part.
    pub n: usize,
    /// Which part.
    pub part: Part,
    /// Its language.
    pub lang: &'a news::Lang,
    /// Whether it is English, of which most words are known.
    pub english: bool,
    /// Where its words stand in the sources.
    pub align: &'a Alignment,
    /// Whether nearly every word has its place there: copied, cut or joined, not reworded.
    pub laid: bool,
    /// The sources' words that are kin to its words, as far as they were asked for: the table is slow to ask.
    pub kin: KinOf,
}

/// Bytes of a dateline at the head of a report, `HALDEN, Nov 3 (Agency) - `; none where it has none.
fn dateline(text: &str) -> usize {
    const LONGEST: usize = 120;
    let head = crate::fact::cut(text, LONGEST).lines().next().unwrap_or_default();
    let shouted = head.split(|c: char| !c.is_alphabetic()).next().is_some_and(|w| w.len() > 2 && w.to_uppercase() == w);
    let dash = |lead: &str| ["-", "–", "—"].iter().filter_map(|d| head.find(&format!("{lead} {d} "))).min();
    dash(")").or_else(|| dash("").filter(|_| shouted)).map_or(0, |at| at + 1)
}

/// What was found, by the word in lower case.
pub(crate) type KinOf = RefCell<HashMap<String, Rc<[(WordId, Kin)]>>>;

/// A value in a source.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// Index of the evidence.
    pub text: usize,
    /// Bytes of it.
    pub range: Range<usize>,
}

impl Case<'_> {
    /// The sources' words that are kin to a word in lower case, the closest first; none in languages of which nothing is known.
    pub fn kin(&self, lower: &str) -> Rc<[(WordId, Kin)]> {
        if let Some(known) = self.kin.borrow().get(lower) {
            return known.clone();
        }
        let of = |thesaurus| self.sources.vocabulary.kinship.of(lower, thesaurus);
        let found = Thesaurus::of(self.lang).map(of).unwrap_or_default();
        let found: Rc<[(WordId, Kin)]> = found.into();
        self.kin.borrow_mut().insert(lower.to_owned(), found.clone());
        found
    }

    /// Whether a source's word is the draft's, or kin to it more closely than `limit`.
    pub fn is_akin(&self, own: &Token, theirs: &Token, limit: Kin) -> bool {
        own.same(theirs) || self.kin(&own.lower).iter().any(|(id, kin)| *kin < limit && *id == theirs.id)
    }

    /// Whether a source's word keeps the company that the draft's does; see [`text::likeness`].
    pub fn is_like(&self, own: &Token, theirs: &Token, least: f64) -> bool {
        let plain = self.english && own.sort == Sort::Word && theirs.sort == Sort::Word;
        let vectors = Vector::of(&own.lower).filter(|_| plain).zip(self.sources.vocabulary.kinship.vector(theirs.id));
        vectors.is_some_and(|(a, b)| a.likeness(b) >= least)
    }

    /// Bytes of the draft part as printed.
    pub fn printed(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// The draft tokens in a range.
    pub fn tokens(&self, range: &Range<usize>) -> Range<usize> {
        let tokens = &self.sentence.tokens;
        let first = tokens.partition_point(|t| t.range.end <= range.start);
        first..tokens.partition_point(|t| t.range.start < range.end).max(first)
    }

    /// Where draft token `i` stands.
    pub fn spot(&self, i: usize) -> Option<Spot> {
        self.align.spots.get(i).copied().flatten()
    }

    /// Where draft token `i` stands in order, when it is no function word.
    fn anchor(&self, i: usize) -> Option<Spot> {
        self.sentence.tokens.get(i).filter(|t| t.is_content())?;
        self.spot(i).filter(|s| s.ordered)
    }

    /// Nearest anchors before and behind the tokens `range`.
    pub fn anchors(&self, range: &Range<usize>) -> (Option<Spot>, Option<Spot>) {
        let left = (0..range.start).rev().find_map(|i| self.anchor(i));
        let right = (range.end..self.sentence.tokens.len()).find_map(|i| self.anchor(i));
        (left, right)
    }

    /// The source sentences in which a fact at draft tokens `range` should stand.
    pub fn home(&self, range: &Range<usize>) -> Vec<SentenceId> {
        let (left, right) = self.anchors(range);
        let mut out: Vec<SentenceId> = range.clone().filter_map(|i| self.anchor(i)).map(|s| s.sentence).collect();
        out.extend(left.map(|s| s.sentence));
        out.extend(right.map(|s| s.sentence));
        if out.is_empty() {
            out = self.align.used();
        }
        out.sort_unstable();
        out.dedup();
        out
    }

    /// The source tokens that stand where the draft tokens `range` would: between the anchors around them.
    pub fn gap(&self, range: &Range<usize>) -> Option<(SentenceId, Range<usize>)> {
        /// With an anchor on one side only, how far the gap may reach.
        const REACH: usize = 6;
        let (left, right) = self.anchors(range);
        let (id, gap) = match (left, right) {
            (Some(l), Some(r)) if l.sentence == r.sentence && l.token < r.token => (l.sentence, l.token + 1..r.token),
            (Some(l), None) => (l.sentence, l.token + 1..l.token + 1 + REACH),
            (None, Some(r)) => (r.sentence, r.token.saturating_sub(REACH)..r.token),
            _ => return None,
        };
        let length = self.sources.sentence(id)?.tokens.len();
        let gap = gap.start.min(length)..gap.end.min(length);
        (!gap.is_empty()).then_some((id, gap))
    }

    /// The source's name or place that the draft has left out where it has put the tokens `range` instead.
    pub fn displaced(&self, range: &Range<usize>) -> Option<Place> {
        let (id, gap) = self.gap(range)?;
        /// At a sentence's edge, how far away what was left out may stand.
        const EDGE: usize = 3;
        let gap = match self.anchors(range) {
            (Some(_), Some(_)) => gap,
            (Some(_), None) => gap.start..gap.end.min(gap.start + EDGE),
            _ => return None,
        };
        let source = self.sources.sentence(id)?;
        let tokens = source.tokens.get(gap.clone())?;
        let bytes = tokens.first()?.range.start..tokens.last()?.range.end;
        let own = self.sentence.tokens.get(range.clone())?;
        // What the draft has elsewhere is not left out.
        let kept = |r: &Range<usize>| {
            let theirs =
                source.tokens.iter().filter(|t| t.range.start < r.end && r.start < t.range.end && t.is_content());
            theirs.into_iter().any(|t| self.sentence.tokens.iter().chain(own).any(|o| o.same(t)))
        };
        let facts = source.places.iter().map(|p| &p.range).chain(source.names.iter().map(|n| &n.range));
        let facts = facts.filter(|r| r.start >= self.told_from(id));
        let lost = facts.into_iter().find(|r| bytes.start <= r.start && r.end <= bytes.end && !kept(r))?;
        Some(Place { text: id.text, range: lost.clone() })
    }

    /// Where a source sentence begins to tell: behind the dateline, for where a report was filed is not what it tells.
    pub fn told_from(&self, id: SentenceId) -> usize {
        self.sources.evidence.get(id.text).filter(|_| id.n == 0).map_or(0, |e| dateline(&e.text))
    }

    /// Whether a source token is the counterpart of a draft token in order.
    pub fn is_used(&self, id: SentenceId, token: usize) -> bool {
        self.align.spots.iter().flatten().any(|s| s.ordered && s.sentence == id && s.token == token)
    }

    /// The agency of a text.
    pub fn agency(&self, text: usize) -> &str {
        self.sources
            .evidence
            .get(text)
            .map_or("the source", |e| if e.agency.is_empty() { "the source" } else { e.agency.as_str() })
    }

    /// Agencies of the sentence's windows.
    pub fn agencies(&self) -> String {
        let mut names: Vec<&str> = self.align.windows.iter().map(|w| self.agency(w.text)).collect();
        names.dedup();
        reason::list(&names)
    }

    /// Source bytes as printed.
    pub fn source(&self, place: &Place) -> &str {
        self.sources.printed(place.text, &place.range)
    }

    /// A value that a source contradicts.
    pub fn contradicted(&self, kind: Kind, at: &Range<usize>, source: &Place) -> Finding {
        let draft = self.printed(at);
        let told = reason::differs(draft, self.agency(source.text), self.source(source));
        self.finding(kind, (Severity::Block, Verdict::Contradicted), at, Some(source), told)
    }

    /// A value that no source has.
    pub fn missing(&self, kind: Kind, at: &Range<usize>, told: String) -> Finding {
        self.finding(kind, (Severity::Block, Verdict::NotFound), at, None, told)
    }

    /// Any finding; `at` counts bytes of the part, as facts do.
    pub fn finding(
        &self,
        kind: Kind,
        (severity, verdict): (Severity, Verdict),
        at: &Range<usize>,
        source: Option<&Place>,
        reason: String,
    ) -> Finding {
        let start = self.sentence.range.start;
        let end = self.sentence.range.end;
        let inside = at.start.clamp(start, end)..at.end.clamp(start, end);
        Finding {
            kind,
            severity,
            verdict,
            at: inside.start - start..inside.end - start,
            draft: self.printed(at).to_owned(),
            source: source.map(|p| self.source(p).to_owned()),
            citation: source.and_then(|p| self.citation(p)),
            reason,
        }
    }

    /// Where a source says so.
    pub fn citation(&self, place: &Place) -> Option<Citation> {
        let evidence = self.sources.evidence.get(place.text)?;
        Some(Citation { report: evidence.report, text_hash: evidence.text_hash, range: place.range.clone() })
    }
}
