//! Who may publish without a person: the house's policy. With no rule, the default, a person reviews everything.

use crate::{
    Lang, Sector,
    label::{EXTRACT, Involvement, MODEL},
    verdict::Verdict,
};

/// What a house without rules says of every story.
pub const REVIEWED: &str = "Every story is reviewed by a person before it goes out.";
const THE_REST: &str = "Every other story is reviewed by a person before it goes out, and so is every story with a \
    sentence that its sources do not support and every text that a person wrote.";

/// What the policy says of a draft that is ready.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It goes out by the rule of that name.
    Publish {
        /// The rule's name.
        rule: String,
    },
    /// A person looks at it first.
    Review {
        /// A sentence for people.
        why: String,
    },
}

/// What may go out without a person, and how much of it. The caps count what went out by policy, all rules together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// The first that fits decides.
    pub rules: Vec<Rule>,
    /// Stories in any hour, 1 or more; `None` for no limit.
    pub per_hour: Option<u32>,
    /// Stories in any 24 hours, 1 or more; `None` for no limit.
    pub per_day: Option<u32>,
}

/// What a story must be like to go out without a person: all of it holds, or the rule does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Words for people, unique.
    pub name: String,
    /// Slugs of sources, any when empty. Every report that the draft rests on must be of one of them.
    pub sources: Vec<String>,
    /// Slugs of sectors, any when empty.
    pub sectors: Vec<String>,
    /// Languages by their primary subtag, any when empty. A language that nobody could tell is none of them.
    pub langs: Vec<Lang>,
    /// Independent sources at least, from 1.
    pub least_sources: u32,
    /// Drafters ([`EXTRACT`], [`MODEL`]), only `EXTRACT` when empty. A person's text is never published by policy.
    pub drafters: Vec<String>,
    /// Only updates of stories that a person let out first.
    pub updates_only: bool,
    /// Deaths, arrests and named people too.
    pub sensitive: bool,
}

/// What the policy must know of a draft.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// Slugs of the sources of every report that it rests on.
    pub sources: &'a [String],
    /// Slug of its sector.
    pub sector: &'a str,
    /// Its language.
    pub lang: &'a Lang,
    /// How many of its sources are independent of one another.
    pub independent: u32,
    /// Deaths, arrests or named people at its centre.
    pub sensitive: bool,
    /// Who made the text, as revisions record it; the person's name where a person changed a machine's words.
    pub drafter: &'a str,
    /// It updates a story that a person let out first.
    pub is_update: bool,
    /// Its worst sentence.
    pub verdict: Verdict,
    /// Stories that went out by policy in the last hour.
    pub last_hour: u32,
    /// Stories that went out by policy in the last 24 hours.
    pub last_day: u32,
}

impl Policy {
    /// Whether it goes out now, and by which rule; else why a person must look at it.
    pub fn decide(&self, case: &Case<'_>) -> Answer {
        match self.rule_for(case).and_then(|rule| self.cap_reached(case).map_or(Ok(rule), Err)) {
            Ok(rule) => Answer::Publish { rule: rule.name.clone() },
            Err(why) => Answer::Review { why },
        }
    }

    /// The first rule that fits, else what the nearest one misses.
    fn rule_for(&self, case: &Case<'_>) -> Result<&Rule, String> {
        if case.verdict != Verdict::Supported {
            return Err("This story has a sentence that its sources do not support.".into());
        }
        // Of equals the first is taken, and one with nothing missing fits.
        let nearest = self.rules.iter().map(|rule| (rule, rule.misses(case))).min_by_key(|(_, misses)| misses.len());
        let Some((rule, misses)) = nearest else { return Err(REVIEWED.into()) };
        if Involvement::of_drafter(case.drafter) == Involvement::None {
            return Err("A person wrote this text, and what a person wrote is let out by a person.".into());
        }
        misses.first().map_or(Ok(rule), |miss| Err(format!("The rule “{}” {miss}.", rule.name)))
    }

    /// The day's cap first: it will hold for longer.
    fn cap_reached(&self, case: &Case<'_>) -> Option<String> {
        let caps = [(self.per_day, case.last_day, "24 hours"), (self.per_hour, case.last_hour, "hour")];
        let (cap, out, time) = caps.into_iter().find(|(cap, out, _)| cap.is_some_and(|cap| *out >= cap))?;
        let most = if cap == Some(out) { "which is the most that" } else { "more than" };
        Some(format!("{} went out by policy in the last {time}, {most} the house allows.", stories(out)))
    }

    /// The whole policy in sentences: one a rule, one for the caps, one for the rest.
    pub fn words(&self) -> Vec<String> {
        if self.rules.is_empty() {
            return vec![REVIEWED.into()];
        }
        let cap = |cap: Option<u32>, time: &str| cap.map(|cap| format!("{} in any {time}", stories(cap)));
        let caps: Vec<String> =
            [cap(self.per_hour, "hour"), cap(self.per_day, "24 hours")].into_iter().flatten().collect();
        let caps = match listed(&caps, "and", String::clone) {
            Some(caps) => format!("At most {caps} may go out this way, all rules together."),
            None => "There is no limit to how many stories go out this way.".into(),
        };
        self.rules.iter().map(Rule::words).chain([caps, THE_REST.into()]).collect()
    }

    /// What is wrong with it, a sentence each that says what is allowed; empty when nothing is.
    pub fn wrong(&self) -> Vec<String> {
        let none = |key: &str, cap: Option<u32>| {
            (cap == Some(0)).then(|| format!("{key} is 0; 1 or more is allowed, or leave it out for no limit."))
        };
        let mut out: Vec<String> =
            none("per_hour", self.per_hour).into_iter().chain(none("per_day", self.per_day)).collect();
        let plain = |rule: &Rule| rule.name.trim().to_lowercase();
        for (at, rule) in self.rules.iter().enumerate() {
            let (number, name) = (at + 1, &rule.name);
            if plain(rule).is_empty() {
                out.push(format!("Rule {number} has no name; words such as “Market reports” are allowed."));
            } else if self.rules.iter().take(at).any(|before| plain(before) == plain(rule)) {
                out.push(format!("Rule {number} has the name “{name}” of another; a name of its own is allowed."));
            }
            out.extend(rule.wrong().into_iter().map(|what| format!("Rule {number}, “{name}”, {what}")));
        }
        out
    }
}

impl Rule {
    /// Everything that is supported, however it was made and whatever it tells of: for a house that wants no review, and for
    /// tests of what comes after it.
    pub fn everything(name: &str) -> Self {
        Self {
            name: name.into(),
            sources: Vec::new(),
            sectors: Vec::new(),
            langs: Vec::new(),
            least_sources: 1,
            drafters: vec![EXTRACT.into(), MODEL.into()],
            updates_only: false,
            sensitive: true,
        }
    }

    /// What keeps it from fitting, in the order of its settings; empty when it fits.
    fn misses(&self, case: &Case<'_>) -> Vec<String> {
        let least = self.least_sources.max(1);
        let drafted =
            self.drafters.iter().any(|d| d == case.drafter) || self.drafters.is_empty() && case.drafter == EXTRACT;
        let same = |lang: &Lang| !lang.is_und() && lang.primary() == case.lang.primary();
        let misses = [
            self.misses_source(case),
            listed(&self.sectors, "or", |s| sector(s))
                .filter(|_| self.sectors.iter().all(|s| s != case.sector))
                .map(|names| format!("is for stories in {names}; this story is in {}", sector(case.sector))),
            listed(&self.langs, "or", language)
                .filter(|_| !self.langs.iter().any(same))
                .map(|names| format!("is for stories in {names}; this story is in {}", language(case.lang))),
            (case.independent < least)
                .then(|| format!("wants {}; this story has {}", sources(least), number(case.independent))),
            (!drafted).then(|| format!("is for text {}; this text was {}", self.made(), made_by(case.drafter))),
            (self.updates_only && !case.is_update)
                .then(|| "lets out only updates of stories that a person let out first; this story is not one".into()),
            (case.sensitive && !self.sensitive)
                .then(|| "does not let out stories of deaths, arrests or named people; this story is one".into()),
        ];
        misses.into_iter().flatten().collect()
    }

    /// A draft that rests on nothing fits no rule that names sources.
    fn misses_source(&self, case: &Case<'_>) -> Option<String> {
        let wanted = listed(&self.sources, "or", String::clone)?;
        let strange = case.sources.iter().find(|source| !self.sources.contains(source));
        let rests = strange.map(String::as_str).or(case.sources.is_empty().then_some("no source"))?;
        Some(format!("is for stories that rest only on {wanted}; this story rests on {rests}"))
    }

    fn made(&self) -> String {
        listed(&self.drafters, "or", |d| made_by(d)).unwrap_or_else(|| made_by(EXTRACT))
    }

    fn words(&self) -> String {
        let part =
            |before: &str, names: Option<String>| names.map(|names| format!("{before}{names}")).unwrap_or_default();
        let sector = part(" in ", listed(&self.sectors, "or", |s| sector(s)));
        let from = listed(&self.sources, "or", String::clone);
        let from = from.map_or(" from any source".into(), |names| format!(" that rest only on {names}"));
        let lang = part(", in ", listed(&self.langs, "or", language));
        let least = part(", by at least ", (self.least_sources > 1).then(|| sources(self.least_sources)));
        let made = self.made();
        let updates =
            if self.updates_only { ", but only as updates of stories that a person let out first" } else { "" };
        let sensitive = if self.sensitive { "also" } else { "not" };
        format!(
            "“{}”: stories{sector}{from}{lang}{least}, {made}, may go out without a person{updates}; {sensitive} when \
             they tell of deaths, arrests or named people.",
            self.name
        )
    }

    fn wrong(&self) -> Vec<String> {
        let unknown = self.drafters.iter().filter(|d| Involvement::of_drafter(d) == Involvement::None);
        let drafters = unknown.map(|d| format!("has the drafter “{d}”; {EXTRACT} and {MODEL} are allowed."));
        let lang = self.langs.iter().any(Lang::is_und);
        let lang = lang.then(|| "has a language that is none; tags such as en or pt-br are allowed.".into());
        let least = (self.least_sources == 0).then(|| "has least_sources 0; 1 or more is allowed.".into());
        lang.into_iter().chain(least).chain(drafters).collect()
    }
}

/// `a`, `a or b`, `a, b or c`; `None` of nothing.
fn listed<T>(items: &[T], word: &str, say: impl Fn(&T) -> String) -> Option<String> {
    let (last, before) = items.split_last()?;
    let before = before.iter().map(&say).collect::<Vec<_>>().join(", ");
    Some(if before.is_empty() { say(last) } else { format!("{before} {word} {}", say(last)) })
}

fn stories(n: u32) -> String {
    if n == 1 { "1 story".into() } else { format!("{n} stories") }
}

fn sources(n: u32) -> String {
    format!("{} independent source{}", number(n), if n == 1 { "" } else { "s" })
}

fn number(n: u32) -> String {
    const WORDS: [&str; 10] = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    usize::try_from(n).ok().and_then(|n| WORDS.get(n)).map_or_else(|| n.to_string(), |word| (*word).into())
}

fn made_by(drafter: &str) -> String {
    match drafter {
        EXTRACT => "made by extraction".into(),
        MODEL => "reworded by a model".into(),
        person => format!("written by {person}"),
    }
}

fn sector(slug: &str) -> String {
    Sector::new(slug).map_or_else(|| slug.to_owned(), |sector| sector.name().to_lowercase())
}

fn language(lang: &Lang) -> String {
    const NAMES: &str = "ar Arabic, de German, en English, es Spanish, fr French, hi Hindi, it Italian, ja Japanese, \
        pt Portuguese, ru Russian, zh Chinese, und a language that nobody could tell";
    let mut names = NAMES.split(", ").filter_map(|name| name.split_once(' '));
    let name = names.find(|(tag, _)| *tag == lang.primary()).map(|(_, name)| name.to_owned());
    name.unwrap_or_else(|| format!("the language “{}”", lang.primary()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(name: &str, sources: &[&str]) -> Rule {
        Rule {
            name: name.into(),
            sources: sources.iter().map(|s| (*s).into()).collect(),
            sectors: vec![],
            langs: vec![],
            least_sources: 1,
            drafters: vec![],
            updates_only: false,
            sensitive: false,
        }
    }

    /// “Market reports”, and far from every case below, “Floods”.
    fn house() -> Policy {
        let (sectors, langs) = (vec!["business".into()], vec![Lang::en()]);
        let market = Rule { sectors, langs, least_sources: 2, ..rule("Market reports", &["agency-a", "agency-b"]) };
        let drafters = vec![EXTRACT.into(), MODEL.into()];
        let (sectors, langs) = (vec!["law-order".into(), "health".into()], vec![Lang::new("sw"), Lang::new("pt-BR")]);
        let floods = Rule { sectors, langs, drafters, updates_only: true, sensitive: true, ..rule("Floods", &[]) };
        Policy { rules: vec![market, floods], per_hour: Some(20), per_day: Some(100) }
    }

    /// What is unlike a story that “Market reports” lets out.
    type Change = fn(&mut Case<'_>);

    fn from(slugs: &str) -> &'static [String] {
        slugs.split_whitespace().map(String::from).collect::<Vec<_>>().leak()
    }

    fn lang(tag: &str) -> &'static Lang {
        Box::leak(Box::new(Lang::new(tag)))
    }

    fn said(policy: &Policy, change: Change) -> String {
        let mut case = Case {
            sources: from("agency-a agency-b agency-a"),
            sector: "business",
            lang: lang("en-GB"),
            independent: 2,
            sensitive: false,
            drafter: EXTRACT,
            is_update: false,
            verdict: Verdict::Supported,
            last_hour: 19,
            last_day: 99,
        };
        change(&mut case);
        match policy.decide(&case) {
            Answer::Publish { rule } => format!("out by {rule}"),
            Answer::Review { why } => why,
        }
    }

    #[test]
    fn each_condition_alone_keeps_a_story_for_a_person() {
        let table: [(Change, &str); 17] = [
            (|_| (), "out by Market reports"),
            (|c| c.sources = from("agency-b"), "out by Market reports"),
            (
                |c| c.sources = from("agency-a x"),
                "M is for stories that rest only on agency-a or agency-b; this story rests on x.",
            ),
            (
                |c| c.sources = &[],
                "M is for stories that rest only on agency-a or agency-b; this story rests on no source.",
            ),
            (|c| c.sector = "sports-games", "M is for stories in business; this story is in sport."),
            (|c| c.lang = lang("fr"), "M is for stories in English; this story is in French."),
            (
                |c| c.lang = lang("und"),
                "M is for stories in English; this story is in a language that nobody could tell.",
            ),
            (|c| c.independent = 1, "M wants two independent sources; this story has one."),
            (|c| c.drafter = MODEL, "M is for text made by extraction; this text was reworded by a model."),
            (
                |c| c.sensitive = true,
                "M does not let out stories of deaths, arrests or named people; this story is one.",
            ),
            (
                |c| (c.sector, c.lang) = ("health", lang("sw")),
                "F lets out only updates of stories that a person let out first; \
                this story is not one.",
            ),
            (
                |c| (c.sector, c.lang, c.is_update, c.sensitive, c.drafter) = ("health", lang("pt"), true, true, MODEL),
                "out by Floods",
            ),
            (|c| c.drafter = "Ana Reis", "A person wrote this text, and what a person wrote is let out by a person."),
            (|c| c.verdict = Verdict::NotFound, "This story has a sentence that its sources do not support."),
            (|c| c.verdict = Verdict::Contradicted, "This story has a sentence that its sources do not support."),
            (
                |c| c.last_hour = 20,
                "20 stories went out by policy in the last hour, which is the most that the house allows.",
            ),
            (|c| c.last_day = 101, "101 stories went out by policy in the last 24 hours, more than the house allows."),
        ];
        for (change, want) in table {
            let want = want.replace("M ", "The rule “Market reports” ").replace("F ", "The rule “Floods” ");
            assert_eq!(said(&house(), change), want);
        }
    }

    #[test]
    fn the_first_rule_that_fits_decides_and_without_rules_a_person_does() {
        let one = Rule { least_sources: 0, ..rule("One", &[]) };
        let policy = Policy { rules: vec![one, rule("Two", &[])], ..Policy::default() };
        assert_eq!(said(&policy, |c| c.last_hour = u32::MAX), "out by One");
        assert_eq!(
            said(&policy, |c| c.independent = 0),
            "The rule “One” wants one independent source; this story has none."
        );
        let no_tag =
            Rule { drafters: vec!["Ana Reis".into(), EXTRACT.into()], langs: vec![Lang::und()], ..rule("No tag", &[]) };
        let policy = Policy { rules: vec![no_tag], ..Policy::default() };
        assert!(said(&policy, |c| c.lang = lang("und")).starts_with("The rule “No tag” is for stories in"));
        assert!(said(&policy, |c| c.drafter = "Ana Reis").starts_with("A person wrote this text"));
        assert_eq!(said(&Policy::default(), |_| ()), "Every story is reviewed by a person before it goes out.");
        assert_eq!(Policy::default().words(), ["Every story is reviewed by a person before it goes out."]);
    }

    #[test]
    fn the_whole_policy_in_words() {
        let want = "“Market reports”: stories in business that rest only on agency-a or agency-b, in English, by at \
            least two independent sources, made by extraction, may go out without a person; not when they tell of \
            deaths, arrests or named people.\n\
            “Floods”: stories in law & order or health from any source, in the language “sw” or Portuguese, made by \
            extraction or reworded by a model, may go out without a person, but only as updates of stories that a \
            person let out first; also when they tell of deaths, arrests or named people.\n\
            At most 20 stories in any hour and 100 stories in any 24 hours may go out this way, all rules together.\n\
            Every other story is reviewed by a person before it goes out, and so is every story with a sentence that \
            its sources do not support and every text that a person wrote.";
        assert_eq!(house().words().join("\n"), want);
        let open = Policy { rules: house().rules, ..Policy::default() };
        assert_eq!(open.words()[2], "There is no limit to how many stories go out this way.");
    }

    #[test]
    fn what_is_wrong_is_said_with_what_is_allowed() {
        assert!(house().wrong().is_empty() && Policy::default().wrong().is_empty());
        let strange = Rule { drafters: vec!["gpt".into()], langs: vec![Lang::new("?")], ..rule("floods ", &[]) };
        let rules = [house().rules, vec![strange, Rule { least_sources: 0, ..rule(" ", &[]) }]].concat();
        let wrong = Policy { rules, per_hour: Some(0), per_day: Some(0) }.wrong();
        let want = "per_hour is 0; 1 or more is allowed, or leave it out for no limit.\n\
            per_day is 0; 1 or more is allowed, or leave it out for no limit.\n\
            Rule 3 has the name “floods ” of another; a name of its own is allowed.\n\
            Rule 3, “floods ”, has a language that is none; tags such as en or pt-br are allowed.\n\
            Rule 3, “floods ”, has the drafter “gpt”; extract and model are allowed.\n\
            Rule 4 has no name; words such as “Market reports” are allowed.\n\
            Rule 4, “ ”, has least_sources 0; 1 or more is allowed.";
        assert_eq!(wrong.join("\n"), want);
    }
}
