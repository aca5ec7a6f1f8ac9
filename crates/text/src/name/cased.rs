//! Names in scripts with capitals.

use std::collections::HashSet;
use std::ops::Range;

use news::Lang;

use super::{Name, lexicon};
use crate::lex::{Shape, Token, tokens};

/// Runs of capitalised words, their titles split off, with roles beside them.
pub(super) fn find(text: &str, lang: &Lang) -> Vec<Name> {
    let tokens = tokens(text);
    let reader = Reader {
        text,
        common: common(&tokens),
        shouted: shouted(&tokens, lang),
        tokens: &tokens,
        primary: lang.primary(),
    };
    let mut out: Vec<Name> = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        match reader.run(i) {
            Some((first, last)) => {
                out.extend(reader.name(first, last));
                i = last.max(i + 1);
            }
            None => i += 1,
        }
    }
    out
}

/// Words that the text also writes small: capitals on them at a sentence's start say nothing.
fn common(tokens: &[Token]) -> HashSet<&str> {
    tokens.iter().filter(|t| t.is_word() && !t.capital).map(|t| t.lower.as_str()).collect()
}

/// Starts of lines in which nearly every longer word has a capital, as in headlines of some houses: capitals say nothing there.
fn shouted(tokens: &[Token], lang: &Lang) -> Vec<Range<usize>> {
    let starts: Vec<usize> =
        (0..tokens.len()).filter(|i| tokens.get(*i).is_some_and(|t| t.line_start)).chain([tokens.len()]).collect();
    let lines = starts.windows(2).filter_map(|w| Some(*w.first()?..*w.last()?));
    let all_capitals = |line: &Range<usize>| {
        let words = tokens
            .get(line.clone())
            .unwrap_or_default()
            .iter()
            .filter(|t| t.is_word() && !crate::word::is_stop(&t.lower, lang.primary()));
        let (capital, all) = words.fold((0, 0), |(c, n), t| (c + usize::from(t.capital), n + 1));
        all >= 5 && capital * 10 >= all * 9
    };
    lines.filter(all_capitals).collect()
}

struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token],
    common: HashSet<&'t str>,
    shouted: Vec<Range<usize>>,
    primary: &'t str,
}

impl Reader<'_> {
    fn lower(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| t.lower.as_str())
    }

    fn capital(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.capital)
    }

    fn stop(&self, i: usize) -> bool {
        crate::word::is_stop(self.lower(i), self.primary)
    }

    /// Whether token `i` begins a sentence, or stands behind an opening mark or a colon.
    fn starts(&self, i: usize) -> bool {
        let Some(token) = self.tokens.get(i) else { return true };
        let before = i.checked_sub(1).map_or("", |b| self.lower(b));
        let abbreviated = before == "."
            && i.checked_sub(2)
                .is_some_and(|b| lexicon::is_personal(self.lower(b)) || self.lower(b).chars().count() == 1);
        token.line_start
            || (!abbreviated
                && matches!(before, "." | "!" | "?" | "…" | ":" | "“" | "\"" | "«" | "‘" | "'" | "”" | "(" | "—"))
    }

    /// The run of a name that begins at token `i`: tokens `first..last`.
    fn run(&self, i: usize) -> Option<(usize, usize)> {
        if !self.capital(i) || self.shouted.iter().any(|line| line.contains(&i)) {
            return None;
        }
        if crate::date::is_calendar_word(self.lower(i)) {
            return None;
        }
        let mut last = i + 1;
        while let Some(next) = self.extended(last) {
            last = next;
        }
        // A word that only begins the sentence is none of the name.
        let single = last == i + 1;
        let plain = !self.is_acronym(i);
        let opens = self.starts(i) && plain && (self.stop(i) || (single && self.common.contains(self.lower(i))));
        let first = if opens { i + 1 } else { i };
        let empty = if opens {
            !self.capital(first)
        } else {
            single && plain && (self.stop(i) || (self.starts(i) && !self.known(i)))
        };
        if empty {
            return None;
        }
        (first < last).then_some((first, last))
    }

    /// A single word at a sentence's start is a name when the text has it with a capital inside a sentence too.
    fn known(&self, i: usize) -> bool {
        let word = self.lower(i).trim_end_matches("'s");
        let inside = |k: usize| self.capital(k) && !self.starts(k) && self.lower(k).trim_end_matches("'s") == word;
        let behind = self.lower(i + 1);
        // `Mikulova, the president,`
        let apposed = behind == "," && !lexicon::is_role(self.lower(i)) && self.role_after(i + 1).is_some();
        self.lower(i).ends_with("'s")
            || apposed
            || (0..self.tokens.len()).any(inside)
            || super::super::quote::strength(behind, &Lang::new(self.primary)).is_some()
                && !lexicon::is_role(self.lower(i))
                && !word.ends_with('s')
    }

    fn is_acronym(&self, i: usize) -> bool {
        let Some(word) = self.tokens.get(i).and_then(|t| self.text.get(t.start..t.end)) else { return false };
        let letters = word.trim_end_matches("'s").trim_end_matches("’s");
        (2..=6).contains(&letters.chars().count()) && letters.chars().all(|c| c.is_uppercase() || c.is_numeric())
    }

    /// The token after what goes on with the name at token `i`; `None` when it ends there.
    fn extended(&self, i: usize) -> Option<usize> {
        let token = self.tokens.get(i).filter(|t| !t.line_start)?;
        let previous = self.lower(i.checked_sub(1)?);
        // A possessive ends a name: `Ghana’s Supreme Court` is two.
        if previous.ends_with("'s") && previous.len() > 2 {
            return None;
        }
        if token.capital {
            return (!crate::date::is_calendar_word(&token.lower)).then_some(i + 1);
        }
        let next_capital = |k: usize| {
            self.capital(k)
                && self.tokens.get(k).is_some_and(|t| !t.line_start)
                && !crate::date::is_calendar_word(self.lower(k))
        };
        match token.lower.as_str() {
            "-" | "‑" if !token.spaced && next_capital(i + 1) => Some(i + 2),
            "&" if next_capital(i + 1) => Some(i + 2),
            "." if !token.spaced
                && (previous.chars().count() == 1 || lexicon::is_personal(previous))
                && next_capital(i + 1) =>
            {
                Some(i + 2)
            }
            "of" if next_capital(i + 1) && lexicon::is_body(previous) => Some(i + 2),
            particle if lexicon::is_particle(particle) => {
                let mut k = i + 1;
                while lexicon::is_particle(self.lower(k))
                    || (matches!(self.lower(k), "-" | "'" | "’") && self.tokens.get(k).is_some_and(|t| !t.spaced))
                {
                    k += 1;
                }
                next_capital(k).then_some(k + 1)
            }
            _ => None,
        }
    }

    /// Splits titles off the run and looks for a role beside it.
    fn name(&self, run_first: usize, last: usize) -> Option<Name> {
        let mut first = run_first;
        while first + 1 < last && lexicon::is_title(self.lower(first)) && self.tokens.get(first + 1).is_some() {
            first += 1;
            first += usize::from(self.lower(first) == "." && first + 1 < last);
        }
        let body = (first..last).any(|k| lexicon::is_body(self.lower(k).trim_end_matches("'s")));
        // `Foreign Minister` alone is an office, `Justice Ministry` a body: keep the run as it is.
        if first > run_first && body {
            first = run_first;
        }
        let title = (first > run_first).then(|| self.span(run_first, first)).flatten();
        let words = (first..last).filter(|k| self.tokens.get(*k).is_some_and(|t| t.shape == Shape::Word)).count();
        let person_word = words >= 2 && !body && !(first..last).any(|k| self.is_acronym(k));
        let role = title
            .or_else(|| self.role_before(first))
            .or_else(|| self.role_after(last))
            .or_else(|| self.role_over_comma(first, last));
        let acronym = last == first + 1 && self.is_acronym(first);
        let mut range = self.span(first, last)?;
        let written = self.text.get(range.clone())?;
        if let Some(bare) = written.strip_suffix("'s").or_else(|| written.strip_suffix("’s")) {
            range.end = range.start + bare.len();
        }
        Some(Name { person: !acronym && (person_word || (role.is_some() && !body)), role, range, acronym })
    }

    fn span(&self, first: usize, last: usize) -> Option<Range<usize>> {
        let mut end = last;
        while end > first && self.lower(end - 1) == "." {
            end -= 1;
        }
        Some(self.tokens.get(first)?.start..self.tokens.get(end.checked_sub(1)?)?.end)
    }

    /// `foreign ministry spokesman` right before the name: small words, the last of them (but a place of office) a role.
    fn role_before(&self, first: usize) -> Option<Range<usize>> {
        let mut from = first;
        while from > 0 && first - from < 7 && !self.starts(from) {
            let before = self.tokens.get(from - 1)?;
            let inner =
                matches!(before.lower.as_str(), "of" | "de" | "la" | "du" | "des" | "l'" | "d'" | "-") && from < first;
            if crate::quote::strength(&before.lower, &Lang::new(self.primary)).is_some() {
                break;
            }
            let word = before.is_word() && !before.capital && !self.stop(from - 1);
            let opens = before.line_start && self.starts(from - 1) && before.capital;
            if opens || !(word || inner) {
                break;
            }
            from -= 1;
        }
        while from < first && (self.stop(from) || self.lower(from) == "-") {
            from += 1;
        }
        let roles: Vec<usize> = (from..first).filter(|k| lexicon::is_role(self.lower(*k))).collect();
        let ends_well = roles.last().is_some_and(|k| *k + 1 == first)
            || matches!(self.primary, "fr" | "es" | "it" | "pt") && !roles.is_empty();
        // `Enid Marlowe, who chairs Save Our Skyline`.
        if roles.first().and_then(|k| k.checked_sub(1)).is_some_and(|k| self.lower(k) == "who") {
            return None;
        }
        // French and its kin put the role first: the words before it are not part of it.
        let start = if self.primary == "fr" { *roles.first()? } else { from };
        ends_well.then(|| self.span(start, first)).flatten()
    }

    /// `its mayor, ` before the name, which is set between commas or ends its clause.
    fn role_over_comma(&self, first: usize, last: usize) -> Option<Range<usize>> {
        const REACH: usize = 6;
        let comma = first.checked_sub(1).filter(|c| self.lower(*c) == ",")?;
        let closed = matches!(self.lower(last), "," | "." | ";" | "”" | "\"" | "") || self.starts(last);
        let office = comma.checked_sub(1).filter(|o| closed && lexicon::is_role(self.lower(*o)))?;
        let opens = |k: &usize| {
            matches!(self.lower(*k), "the" | "a" | "an" | "its" | "his" | "her" | "their" | "le" | "la" | "son" | "sa")
                || self.lower(*k).ends_with("'s")
                || self.lower(*k).ends_with("’s")
        };
        let from = (office.saturating_sub(REACH)..office).rev().find(opens)?;
        self.span(from + 1, comma)
    }

    /// `, the mayor of Lille,` right behind the name.
    fn role_after(&self, last: usize) -> Option<Range<usize>> {
        // `in Kharvin, according to its governor` tells who said it.
        if self.lower(last) != "," || matches!(self.lower(last + 1), "according" | "selon") {
            return None;
        }
        // French `a` is a verb: what follows is no role but what the person did.
        let verb = |k: usize| {
            self.primary == "fr"
                && matches!(self.lower(k), "a" | "ont" | "est" | "sont" | "avait" | "était" | "qui" | "que")
        };
        let mut from = last + 1;
        from += usize::from(
            !verb(from)
                && matches!(
                    self.lower(from),
                    "the" | "a" | "an" | "le" | "la" | "l'" | "un" | "une" | "its" | "his" | "her" | "their"
                ),
        );
        let reach = from + 12;
        let ends = (from..self.tokens.len().min(reach)).find(|k| {
            matches!(
                self.lower(*k),
                "," | "."
                    | ";"
                    | ":"
                    | "”"
                    | "\""
                    | "—"
                    | "who"
                    | "said"
                    | "told"
                    | "was"
                    | "is"
                    | "at"
                    | "in"
                    | "from"
                    | "which"
            ) || verb(*k)
                || self.tokens.get(*k).is_some_and(|t| t.line_start)
        });
        let end = ends.or_else(|| (self.tokens.len() < reach).then_some(self.tokens.len()))?;
        let named = (from..end).any(|k| lexicon::is_role(self.lower(k)));
        named.then_some(())?;
        // `the prosecutor, Colm Vasey, Arkley warned the firm`: a clause with a subject and verb of its own, no apposition.
        let another = matches!(self.primary, "en" | "und")
            && self
                .tokens
                .get(from)
                .is_some_and(|t| t.capital && !lexicon::is_role(&t.lower) && !lexicon::is_title(&t.lower))
            && !self.lower(from).ends_with("'s")
            && self.tokens.get(from + 1).is_some_and(|t| t.is_word() && !t.capital && !lexicon::is_role(&t.lower))
            && !self.stop(from + 1);
        // `in southern Quillay, firefighters said`: who said it.
        let acts = (from..=end).any(|k| {
            matches!(self.lower(k), "had" | "has" | "have" | "will" | "would" | "could" | "were" | "are" | "did")
        }) || matches!(self.lower(end), "said" | "told");
        (!another && !acts).then(|| self.span(from, end)).flatten()
    }
}
