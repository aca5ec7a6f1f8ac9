//! The content words of a draft sentence and where the sources have them.

use text::likeness::Vector;
use text::synonym::Kin;

use crate::fact::{Sort, Token};
use crate::rule::Case;

/// Likeness from which a word is about the same matter as one of the sources.
pub(crate) const ALIKE: f64 = 0.6;

/// A content word of the draft.
pub(crate) struct Word<'t> {
    pub token: &'t Token,
    /// How much it tells.
    pub weight: f64,
    /// A number or a date.
    pub number: bool,
    /// A name or a place, or a word that no dictionary has.
    pub name: bool,
    /// A source has it.
    pub found: bool,
    /// The closest word of a source, if it is not there itself.
    pub kin: Option<Kin>,
    /// A source has its contrary.
    pub contrary: bool,
    /// A sentence used has its contrary, which the draft has not.
    pub opposed: bool,
    /// How like it is to the word of the sentences nearby that is most like it, where no source has it; see [`text::likeness`].
    pub like: f64,
}

impl Word<'_> {
    /// A word that a sentence in other words brings with it: no source need have it.
    fn is_filler(&self) -> bool {
        const FILLERS: [&str; 55] = [
            "mme",
            "mlle",
            "mr",
            "mrs",
            "ms",
            "dr",
            "anything",
            "something",
            "everything",
            "anyone",
            "anybody",
            "someone",
            "somebody",
            "everyone",
            "everybody",
            "versus",
            "following",
            "whereas",
            "amid",
            "regarding",
            "around",
            "some",
            "about",
            "roughly",
            "nearly",
            "almost",
            "later",
            "earlier",
            "ago",
            "overall",
            "far",
            "according",
            "well",
            "also",
            "among",
            "beside",
            "besides",
            "due",
            "starting",
            "thus",
            "respectively",
            "aged",
            "total",
            "number",
            "numbers",
            "currently",
            "previously",
            "former",
            "formerly",
            "another",
            "other",
            "including",
            "meanwhile",
            "however",
            "since",
        ];
        self.distance() > 0 && FILLERS.contains(&self.token.lower.as_str())
    }

    /// The source says the contrary, and nothing like the word itself.
    pub fn is_contrary(&self) -> bool {
        self.opposed && self.distance() > 1 && self.kin != Some(Kin::Derived)
    }

    /// From 1, a source has the word, down to 0, no word close by is about the same matter.
    pub fn nearness(&self) -> f64 {
        match self.distance() {
            0 => 1.0,
            1 => 0.9,
            2 => self.like.max(0.7),
            _ => self.like,
        }
    }

    /// From 0, a source has the word, to 4, no source has anything like it.
    pub fn distance(&self) -> u8 {
        if self.like >= ALIKE { self.kinship().min(2) } else { self.kinship() }
    }

    /// The same by the dictionary alone.
    pub fn kinship(&self) -> u8 {
        match self.kin {
            _ if self.found => 0,
            Some(Kin::Form | Kin::Synonym) => 1,
            Some(Kin::Derived | Kin::Near) => 2,
            Some(Kin::Kind) => 3,
            Some(Kin::Opposite) | None => 4,
        }
    }
}

/// All of them, in order.
pub(crate) fn all<'c>(case: &'c Case<'_>) -> Vec<Word<'c>> {
    let weights = &case.align.weights;
    let tokens = case.sentence.tokens.iter().zip(weights).enumerate();
    let words = tokens.filter(|(_, (t, _))| t.is_content()).map(|(at, (token, weight))| word(case, token, at, *weight));
    words.filter(|w| !w.is_filler()).collect()
}

fn word<'t>(case: &Case<'_>, token: &'t Token, at: usize, weight: f64) -> Word<'t> {
    let vocabulary = &case.sources.vocabulary;
    let stands = |id: u32| id != 0 && !vocabulary.postings(id).is_empty();
    let number = matches!(token.sort, Sort::Number | Sort::Date);
    let known = !case.english || crate::kinship::is_english(&token.lower);
    let near = case.spot(at).is_some();
    let found = near
        || stands(token.id)
        || stands(token.alt)
        || is_verbatim(case, token)
        || (token.sort == Sort::Word && is_joined(case, token))
        || is_told_otherwise(case, token);
    let kin = if found || token.sort != Sort::Word { Vec::new() } else { kin(case, &token.lower) };
    let name = token.sort == Sort::Place || (token.sort == Sort::Word && ((token.capital && at > 0) || !known));
    let closest = kin.iter().map(|(_, k)| *k).find(|k| *k != Kin::Opposite);
    let far = case.english && token.sort == Sort::Word && !found && !name && closest.is_none_or(|k| k > Kin::Derived);
    Word {
        token,
        weight,
        number,
        name,
        found,
        kin: closest,
        like: if far { likeness(case, &token.lower) } else { 0.0 },
        contrary: kin.iter().any(|(_, k)| *k == Kin::Opposite),
        opposed: kin.iter().any(|(id, k)| *k == Kin::Opposite && is_unused(case, *id)),
    }
}

/// Tokens close by that are looked at.
const LOOKED_AT: usize = 1_000;

/// The likeness to the word of the sentences nearby that is most like it.
fn likeness(case: &Case<'_>, lower: &str) -> f64 {
    let Some(own) = Vector::of(lower) else { return 0.0 };
    let sentences = case.nearby().into_iter().filter_map(|id| case.sources.sentence(id));
    let words = sentences.flat_map(|s| &s.tokens).filter(|t| t.sort == Sort::Word).take(LOOKED_AT);
    let vectors = words.filter_map(|t| case.sources.vocabulary.kinship.vector(t.id));
    vectors.map(|theirs| own.likeness(theirs)).fold(0.0, f64::max)
}

/// A sentence used has the word and does not deny it, and the draft has it not, nor another for it.
fn is_unused(case: &Case<'_>, id: u32) -> bool {
    let meant = |t: &Token| t.id == id || case.kin(&t.lower).iter().any(|(k, kin)| *k == id && *kin < Kin::Kind);
    // `during the day` says nothing about a Monday night, `passed away` nothing about a home.
    if ["day", "night", "away", "home"].iter().any(|w| case.sources.vocabulary.get(w) == id) {
        return false;
    }
    // `aged 16` tells how old, not that somebody is old.
    let told = |s: &crate::fact::Sentence, at: usize| {
        s.tokens.get(at).is_some_and(|t| t.id == id && t.lower != "aged") && !crate::settle::denial::is_denied(s, at)
    };
    let mut used = case.nearby().into_iter().filter_map(|s| case.sources.sentence(s));
    !case.sentence.tokens.iter().any(meant) && used.any(|s| (0..s.tokens.len()).any(|at| told(s, at)))
}

/// A number, date or place whose words stand in a source as they are, read there as something else: `south sudan` in small
/// letters.
fn is_verbatim(case: &Case<'_>, token: &Token) -> bool {
    let fact = token.sort != Sort::Word && token.sort != Sort::Stop;
    let words = || crate::fact::fold(case.printed(&token.range));
    fact && case.texts.iter().filter_map(|t| case.sources.readings.get(*t)).any(|r| r.words.contains(words().as_str()))
}

/// A number or date in another form, `a fifth` for `20 percent`; initials for a name that a source has in full.
fn is_told_otherwise(case: &Case<'_>, token: &Token) -> bool {
    let over = |r: &std::ops::Range<usize>| r.start < token.range.end && token.range.start < r.end;
    match token.sort {
        Sort::Number => case.sentence.numbers.iter().any(|q| over(&q.range) && crate::rule::number::is_known(case, q)),
        Sort::Date => case.sentence.dates.iter().any(|w| over(&w.range) && crate::rule::date::is_known(case, w)),
        Sort::Word => {
            let name = case.sentence.names.iter().find(|n| n.acronym && over(&n.range));
            name.is_some_and(|n| case.texts.iter().any(|t| crate::rule::name::initials(case, n, *t)))
        }
        _ => false,
    }
}

/// `injury-time` where a source has `injury time`.
fn is_joined(case: &Case<'_>, token: &Token) -> bool {
    let stem = |part: &str| text::word::stem(part, case.lang);
    let mut parts = crate::fact::parts(&token.lower).peekable();
    parts.peek().is_some()
        && parts.all(|p| !case.sources.vocabulary.postings(case.sources.vocabulary.get(&stem(p))).is_empty())
}

/// The sources' words that are kin to a word; of `aim-oriented`, to its parts, when each of them has some.
fn kin(case: &Case<'_>, lower: &str) -> Vec<(u32, Kin)> {
    let own = case.kin(lower).to_vec();
    if !own.is_empty() || !lower.contains('-') {
        return own;
    }
    let parts: Vec<Vec<(u32, Kin)>> = crate::fact::parts(lower).map(|p| case.kin(p).to_vec()).collect();
    if parts.iter().any(|p| p.iter().all(|(_, k)| *k == Kin::Opposite)) {
        return Vec::new();
    }
    let mut all = parts.concat();
    all.sort_by_key(|(_, kin)| std::cmp::Reverse(*kin));
    all
}
