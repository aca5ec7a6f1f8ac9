//! Finds verbs of saying and who stands beside them.

use std::ops::Range;

use news::Lang;

mod headline;
mod words;

use super::{Saying, Strength, lexicon};
use crate::lex::{Shape, Token, tokens};
use words::{TAKEN, is_adverbial, is_break, is_close, is_finite, is_helper};

/// All reported speech outside `quoted`, left to right.
pub(crate) fn all(text: &str, lang: &Lang, quoted: &[Range<usize>]) -> Vec<Saying> {
    let tokens = tokens(text);
    let reader = Reader { tokens: &tokens, quoted, primary: lang.primary() };
    let mut out: Vec<Saying> = (0..tokens.len()).filter_map(|i| reader.at(i)).collect();
    out.extend(reader.headlines(text));
    out.sort_by_key(|s| s.verb.start);
    out
}

struct Reader<'t> {
    tokens: &'t [Token],
    quoted: &'t [Range<usize>],
    primary: &'t str,
}

impl Reader<'_> {
    fn lower(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| t.lower.as_str())
    }

    fn is_quoted(&self, i: usize) -> bool {
        let Some(token) = self.tokens.get(i) else { return false };
        let at = self.quoted.partition_point(|q| q.end <= token.start);
        self.quoted.get(at).is_some_and(|q| q.start <= token.start)
    }

    fn at(&self, i: usize) -> Option<Saying> {
        let token = self.tokens.get(i).filter(|t| t.is_word())?;
        if self.is_quoted(i) {
            return None;
        }
        if let Some(length) = self.according(i) {
            let speaker = self.forward(i + length);
            let end = self.tokens.get(i + length - 1)?.end;
            return Some(Saying { verb: token.start..end, speaker, strength: Strength::Neutral });
        }
        if lexicon::is_hearsay(&token.lower) {
            return Some(Saying { verb: token.start..token.end, speaker: None, strength: Strength::Weak });
        }
        match self.primary {
            "ar" => self.verb_first(i),
            "hi" => self.verb_last(i),
            "fr" => self.with_auxiliary(i),
            "en" | "und" => self.verb_between(i).or_else(|| self.viewed(i)).or_else(|| self.judged(i)),
            _ => self.verb_between(i),
        }
    }

    fn according(&self, i: usize) -> Option<usize> {
        let phrases = lexicon::according().iter().filter(|p| {
            !(p.len() == 1
                && matches!(p.first().map(String::as_str), Some("per" | "segundo" | "secondo" | "laut" | "según"))
                && !matches!(self.primary, "it" | "pt" | "de" | "es"))
        });
        let mut hits = phrases.filter(|p| p.iter().enumerate().all(|(k, w)| self.lower(i + k) == w));
        hits.next().map(|p| p.len())
    }

    /// English order: `X said`, `said X`.
    fn verb_between(&self, i: usize) -> Option<Saying> {
        let token = self.tokens.get(i)?;
        let verb = lexicon::verb(&token.lower, self.primary)?;
        if matches!(
            self.lower(i.wrapping_sub(1)),
            "the" | "a" | "an" | "his" | "her" | "its" | "their" | "to" | "of" | "as"
        ) {
            return None;
        }
        let passive = matches!(self.lower(i.wrapping_sub(1)), "is" | "are" | "was" | "were" | "be" | "been");
        if passive {
            let weak = matches!(self.lower(i + 1), "to");
            return weak.then_some(Saying { verb: token.start..token.end, speaker: None, strength: Strength::Weak });
        }
        if self.takes_lives(i) || (!verb.always && !self.beside_speech(i)) {
            return None;
        }
        let speaker =
            self.backward(i).or_else(|| self.before_age(i)).or_else(|| self.inverted(i)).or_else(|| self.apposed(i));
        // `no deaths reported`: what was reported, not who reported it.
        let none = |s: &Range<usize>| {
            self.tokens.iter().any(|t| t.start == s.start && matches!(t.lower.as_str(), "no" | "few"))
        };
        if token.lower == "reported" && speaker.as_ref().is_some_and(none) {
            return None;
        }
        Some(Saying { verb: token.start..token.end, speaker, strength: verb.strength })
    }

    /// `called the cuts illegal`, `described it as a farce`: a judgement that somebody makes.
    fn judged(&self, i: usize) -> Option<Saying> {
        const JUDGE: [&str; 10] = [
            "called",
            "calls",
            "described",
            "describes",
            "branded",
            "brands",
            "labelled",
            "labeled",
            "termed",
            "dubbed",
        ];
        const WHAT: [&str; 11] = ["the", "it", "this", "that", "them", "him", "her", "his", "its", "their", "“"];
        let verb = self.tokens.get(i).filter(|t| JUDGE.contains(&t.lower.as_str()))?;
        let by_whom = self.backward(i).filter(|_| WHAT.contains(&self.lower(i + 1)))?;
        Some(Saying { verb: verb.start..verb.end, speaker: Some(by_whom), strength: Strength::Neutral })
    }

    /// `claimed 14 lives`, `claims the title`: what is taken, not what is said.
    fn takes_lives(&self, i: usize) -> bool {
        let claims = matches!(self.lower(i), "claimed" | "claims" | "claim");
        let behind = |word: &str| (i + 1..i + 5).any(|k| self.lower(k) == word);
        claims && TAKEN.into_iter().any(behind)
    }

    /// `that`, a colon or a quotation mark follows; or a comma or mark stands before and a speaker closes the sentence.
    fn beside_speech(&self, i: usize) -> bool {
        let next = self.lower(i + 1);
        let before = self.lower(i.wrapping_sub(1));
        // `, the authority reported on Thursday.`
        let last = matches!((next, self.lower(i + 3)), ("on", "." | "" | ","));
        let apart = |s: Range<usize>| {
            self.tokens.iter().position(|t| t.start == s.start).is_some_and(|k| k > 0 && self.lower(k - 1) == ",")
        };
        matches!(next, "that" | ":" | "“" | "\"" | "." | "")
            || is_close(before)
            || (next == "," && self.is_open(i + 2))
            || (last && self.backward(i).is_some_and(apart))
    }

    /// `in the authority's view`.
    fn viewed(&self, i: usize) -> Option<Saying> {
        /// Tokens of a speaker.
        const REACH: usize = 7;
        let view = self.tokens.get(i).filter(|t| matches!(t.lower.as_str(), "view" | "opinion" | "eyes" | "words"))?;
        let owner = i.checked_sub(1).filter(|k| self.lower(*k).ends_with("'s") || self.lower(*k).ends_with("s'"))?;
        let lead = (i.saturating_sub(REACH)..owner).rev().find(|k| self.lower(*k) == "in")?;
        let speaker = self.span(lead + 1, owner + 1)?;
        Some(Saying { verb: view.start..view.end, speaker: Some(speaker), strength: Strength::Neutral })
    }

    fn is_open(&self, i: usize) -> bool {
        matches!(self.lower(i), "“" | "\"" | "«" | "‘")
    }

    /// The words right before the verb, back to a comma, mark or start of the sentence.
    fn backward(&self, verb: usize) -> Option<Range<usize>> {
        let mut last = verb;
        while last > 0 && is_helper(self.lower(last - 1)) {
            last -= 1;
        }
        let mut first = last;
        while first > 0 && !self.starts(first) && !is_break(self.lower(first - 1)) && last - first < 14 {
            first -= 1;
        }
        self.span(first, last)
    }

    /// The words right behind the verb: `said Rosa Quilluya, the director`.
    fn inverted(&self, verb: usize) -> Option<Range<usize>> {
        let next = self.lower(verb + 1);
        if matches!(
            next,
            "" | "that"
                | "it"
                | "there"
                | "in"
                | "on"
                | "at"
                | "no"
                | "to"
                | ":"
                | ","
                | "."
                | "its"
                | "his"
                | "her"
                | "their"
        ) {
            return None;
        }
        let rest: Vec<&str> =
            (verb + 1..self.tokens.len()).take_while(|k| !self.ends(*k)).map(|k| self.lower(k)).collect();
        let phrase: Vec<&&str> = rest.iter().take_while(|w| **w != "," && !is_adverbial(w)).collect();
        // A long run without a comma is what was said, not who said it.
        let clause = phrase.len() > 7 || phrase.iter().any(|w| is_finite(w));
        // `denied the charges`: what is denied, not who denies.
        let object = !matches!(self.lower(verb), "said" | "says" | "say" | "added" | "adds" | "told")
            && matches!(
                next,
                "the" | "any" | "all" | "a" | "an" | "these" | "those" | "that" | "having" | "wrongdoing"
            );
        let quote_before = matches!(self.lower(verb.wrapping_sub(1)), "”" | "\"" | "»" | "’" | "'");
        // `Owen Tasker, the director, told analysts`: who is told.
        if self.lower(verb) == "told" {
            return None;
        }
        // `Pavel Durin, an economist, said he expected a cut`.
        if matches!(next, "he" | "she" | "they" | "we" | "i" | "you") && !quote_before {
            return None;
        }
        if (clause || object) && !quote_before {
            return None;
        }
        self.forward(verb + 1)
    }

    /// `Owen Tarrick, 52, said income fell`: the name before an age.
    fn before_age(&self, verb: usize) -> Option<Range<usize>> {
        let comma = |k: usize| self.lower(k) == ",";
        let [first, age, second] = [3, 2, 1].map(|back| verb.checked_sub(back));
        let (first, second) = (first.filter(|k| comma(*k))?, second.filter(|k| comma(*k))?);
        let aged = age.and_then(|k| self.tokens.get(k)).is_some_and(|t| t.shape == Shape::Digits);
        (aged && second > first).then(|| self.backward(first)).flatten()
    }

    /// `Kofi Reid, a lawyer for the group, said`: back over the commas to the start of the sentence.
    fn apposed(&self, verb: usize) -> Option<Range<usize>> {
        if self.lower(verb.checked_sub(1)?) != "," {
            return None;
        }
        let mut first = verb - 1;
        while first > 0
            && !self.starts(first)
            && (self.lower(first - 1) == "," || !is_close(self.lower(first - 1)))
            && verb - first < 40
        {
            first -= 1;
        }
        self.span(first, verb - 1)
    }

    /// French: a participle behind its auxiliary, or a verb in the present beside a comma or `que`.
    fn with_auxiliary(&self, i: usize) -> Option<Saying> {
        let token = self.tokens.get(i)?;
        let verb = lexicon::verb(&token.lower, self.primary)?;
        let before: Vec<&str> = (1..=5).filter_map(|k| i.checked_sub(k)).map(|k| self.lower(k)).collect();
        let auxiliary = before.iter().position(|w| matches!(*w, "a" | "ont" | "avait" | "avaient" | "ai" | "est"));
        let bare = auxiliary.is_none()
            && !matches!(self.lower(i + 1), "que" | "qu'" | ":" | "«")
            && !is_close(before.first().copied().unwrap_or(""));
        if bare
            || (auxiliary.is_some_and(|k| k > 0)
                && !before.iter().take(auxiliary.unwrap_or(0)).all(|w| {
                    matches!(
                        *w,
                        "-" | "t" | "fait" | "il" | "elle" | "ils" | "elles" | "on" | "également" | "aussi" | "ensuite"
                    )
                }))
        {
            return None;
        }
        let head = auxiliary.map_or(i, |k| i - 1 - k);
        let pronoun = before
            .iter()
            .position(|w| matches!(*w, "il" | "elle" | "ils" | "elles"))
            .filter(|k| auxiliary.is_some_and(|a| *k < a));
        let speaker = match pronoun {
            Some(k) => self.span(i - 1 - k, i - k),
            None => self.backward(head).or_else(|| self.forward(i + 1)).or_else(|| self.apposed(head)),
        };
        Some(Saying { verb: token.start..token.end, speaker, strength: verb.strength })
    }

    /// Arabic: the verb first, then the speaker up to `أن`, `إن` or a mark.
    fn verb_first(&self, i: usize) -> Option<Saying> {
        let token = self.tokens.get(i)?;
        let verb = lexicon::verb(&token.lower, self.primary)?;
        Some(Saying { verb: token.start..token.end, speaker: self.forward(i + 1), strength: verb.strength })
    }

    /// Hindi: the speaker before `ने`, the verb at the end; or `के अनुसार`.
    fn verb_last(&self, i: usize) -> Option<Saying> {
        let token = self.tokens.get(i)?;
        if matches!(token.lower.as_str(), "अनुसार" | "मुताबिक") {
            return Some(Saying {
                verb: token.start..token.end,
                speaker: self.backward(i.saturating_sub(1)),
                strength: Strength::Neutral,
            });
        }
        let verb = lexicon::verb(&token.lower, self.primary)?;
        let marker = (1..=12)
            .filter_map(|k| i.checked_sub(k))
            .take_while(|k| !self.ends(*k))
            .find(|k| self.lower(*k) == "ने" || self.lower(*k) == "का");
        Some(Saying {
            verb: token.start..token.end,
            speaker: marker.and_then(|k| self.backward(k)),
            strength: verb.strength,
        })
    }

    /// The words from token `i` to a mark, a clause word or the end of the sentence.
    fn forward(&self, i: usize) -> Option<Range<usize>> {
        let mut next = i;
        while next < self.tokens.len()
            && next - i < 14
            && !(next > i && self.starts(next))
            && !is_break(self.lower(next))
            && !self.ends(next)
        {
            // `said Mayor Ana Reis on Monday` ends before `on`.
            if next > i && is_adverbial(self.lower(next)) {
                break;
            }
            next += 1;
        }
        self.span(i, next)
    }

    fn span(&self, first: usize, last: usize) -> Option<Range<usize>> {
        let tokens = self.tokens.get(first..last)?;
        let named = tokens.iter().any(|t| t.is_word());
        named.then(|| Some(tokens.first()?.start..tokens.last()?.end)).flatten()
    }

    /// Whether token `i` begins a sentence or line.
    fn starts(&self, i: usize) -> bool {
        self.tokens.get(i).is_none_or(|t| t.line_start) || i.checked_sub(1).is_some_and(|b| self.ends(b))
    }

    /// Whether token `i` ends a sentence: a stop that no lower-case word or initial follows.
    fn ends(&self, i: usize) -> bool {
        let Some(token) = self.tokens.get(i).filter(|t| t.shape == Shape::Mark) else { return false };
        match token.lower.as_str() {
            "!" | "?" | "؟" | "।" | "…" => true,
            "." => {
                let before = self.lower(i.wrapping_sub(1));
                let initial = before.chars().count() == 1 && before.chars().all(char::is_alphabetic);
                let title = initial
                    || matches!(
                        before,
                        "mr" | "mrs"
                            | "ms"
                            | "dr"
                            | "st"
                            | "gen"
                            | "sen"
                            | "rep"
                            | "gov"
                            | "lt"
                            | "col"
                            | "prof"
                            | "jr"
                    );
                !title && self.tokens.get(i + 1).is_none_or(|t| t.spaced || is_close(&t.lower))
            }
            _ => false,
        }
    }
}
