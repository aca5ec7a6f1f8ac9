//! Who says it, in other words: the speaker who acts (`expects the works to return`), another word for the same body.

use std::ops::Range;

use news::verdict::{Finding, Verdict};
use text::cue::Cue;
use text::synonym::Kin;

use crate::fact::{Sentence, SentenceId, Sort, Token};
use crate::feature::Word;
use crate::rule::{self, Case};

/// Verbs that make what was said truer than it was. `warned` and `disclosed` may stand for `said` in a reworded sentence.
const FACTIVE: [&str; 22] = [
    "confirmed",
    "confirms",
    "confirming",
    "revealed",
    "reveals",
    "admitted",
    "admits",
    "acknowledged",
    "conceded",
    "proved",
    "proves",
    "boasted",
    "emphasised",
    "emphasized",
    "emphasises",
    "emphasizes",
    "underscored",
    "underscores",
    "underlined",
    "highlighted",
    "highlights",
    "threatened",
];

/// Whether a finding on attribution stands in a reworded sentence.
pub(super) fn stands(case: &Case<'_>, finding: &Finding) -> bool {
    if finding.at.len() < case.sentence.range.len() {
        let verb = finding.draft.to_lowercase();
        // `has not conceded` where the source has `did not concede`, `admitted defeat` for `conceded`.
        let own = case.sentence.tokens.iter().find(|t| t.lower == verb);
        let as_true = |t: &Token| own.is_some_and(|own| case.is_akin(own, t, Kin::Near));
        let told = || {
            let mut used = case.align.used().into_iter().filter_map(|id| case.sources.sentence(id));
            used.any(|s| s.tokens.iter().any(as_true))
        };
        return !case.english || verb.split_whitespace().any(|w| FACTIVE.contains(&w)) && !told();
    }
    let said = finding.source.as_deref().map(crate::fact::fold).unwrap_or_default();
    !(is_own_plan(case) || is_spoken(case.sentence) || names_speaker(case, &said) || is_own_act(case, &said))
}

/// `She intends to wait` for `She said she would wait`: what somebody wants is known from nobody else.
fn is_own_plan(case: &Case<'_>) -> bool {
    const PLANS: [&str; 14] = [
        "intends", "intend", "plans", "plan", "wants", "want", "hopes", "hope", "aims", "aim", "expects", "expect",
        "means", "promises",
    ];
    let ahead = |s: &Sentence| s.cues.iter().any(|(_, c)| *c == Cue::Modality);
    let mut used = case.align.used().into_iter().filter_map(|id| case.sources.sentence(id));
    used.any(ahead) && main_verb(case.sentence, &PLANS).is_some_and(|to| to.lower == "to")
}

/// The word behind the first of these verbs that is no part of a relative clause or a list.
fn main_verb<'s>(sentence: &'s Sentence, verbs: &[&str]) -> Option<&'s Token> {
    sentence.tokens.windows(3).find_map(|three| {
        let [before, verb, behind] = three else { return None };
        let aside =
            matches!(before.lower.as_str(), "who" | "which" | "that" | "and" | "or" | "the" | "a" | "to" | "of" | "by");
        (!aside && verbs.contains(&verb.lower.as_str())).then_some(behind)
    })
}

/// The draft sentence has a speaker of its own.
fn is_spoken(sentence: &Sentence) -> bool {
    const OF_MIND: [&str; 9] =
        ["thinks", "believes", "reckons", "considers", "complains", "argues", "insists", "doubts", "regards"];
    main_verb(sentence, &OF_MIND).is_some()
        || sentence.sayings.iter().any(|s| s.speaker.is_some())
        || sentence.quotes.iter().any(|q| q.speaker.is_some())
}

/// A telling word of the source's speaker stands in the draft: the sentence tells what he, she or it does or expects.
fn names_speaker(case: &Case<'_>, said: &str) -> bool {
    let telling = case
        .sentence
        .tokens
        .iter()
        .filter(|t| t.is_content() && (t.capital || t.sort == Sort::Number || text::name::is_role(&t.lower)));
    let bare =
        |t: &str| t.trim_end_matches("'s").trim_end_matches("’s").split('-').next().unwrap_or_default().to_owned();
    let first = case.sentence.tokens.iter().take(3);
    first.into_iter().any(|t| said.split_whitespace().any(|w| is_same_body(w, &t.lower)))
        || telling.into_iter().any(|t| said.contains(&format!(" {} ", bare(&t.lower))))
}

/// Words for one body: `the company` and `the airline`; a court is no ministry.
fn is_same_body(a: &str, b: &str) -> bool {
    const FIRMS: [&str; 9] =
        ["manufacturer", "airline", "company", "firm", "group", "operator", "maker", "carrier", "bank"];
    let body = |w: &str| rule::name::BODIES.contains(&w);
    body(a) && body(b) && (a == b || FIRMS.contains(&a) && FIRMS.contains(&b))
}

/// What `the firm` or `it` says of itself, told with the firm's name: the first that its sentence has.
fn is_own_act(case: &Case<'_>, said: &str) -> bool {
    let named = |name: &str| case.sentence.names.iter().any(|n| crate::fact::fold(case.printed(&n.range)) == name);
    // `said` alone: the reader of speech found nobody.
    let words = said.split_whitespace().count();
    let pronoun = words == 1 || said.split_whitespace().next().is_some_and(|w| matches!(w, "the" | "it" | "they"));
    let used = case.align.used().into_iter().filter_map(|id| Some((id, case.sources.sentence(id)?)));
    // The agency of a dateline is nobody who acts.
    let told = |id: SentenceId, n: &text::name::Name| n.range.start >= case.told_from(id) && (!n.person || words == 1);
    let mut first = used.filter_map(|(id, s)| s.names.iter().find(|n| told(id, n)).map(|n| (id.text, n)));
    pronoun && first.any(|(text, n)| named(&crate::fact::fold(case.sources.printed(text, &n.range))))
}

/// The draft's speaker is somebody else: a name, or a body that the sources have elsewhere. Another word for a body, `forecasters`
/// for `the weather office`, is rewording.
pub(super) fn is_other(case: &Case<'_>, speaker: &[&Word<'_>], finding: &Finding, at: &Range<usize>) -> bool {
    const NOBODY: [&str; 20] = [
        "officials",
        "authorities",
        "experts",
        "analysts",
        "reports",
        "sources",
        "media",
        "observers",
        "autorités",
        "responsables",
        "experts",
        "analystes",
        "médias",
        "السلطات",
        "مسؤولون",
        "مسؤولين",
        "لمسؤولين",
        "خبراء",
        "अधिकारियों",
        "अधिकारी",
    ];
    let printed = case.printed(at).to_lowercase();
    // `local officials` are no more somebody than `officials`.
    let body = |w: &str| NOBODY.contains(&w);
    let nobody = printed.starts_with("a ")
        || printed.starts_with("an ")
        || printed.split_whitespace().any(body) && !speaker.iter().any(|w| w.token.capital);
    // Nobody in particular, or one whom the sources have and no other speaker there.
    if nobody || (finding.verdict == Verdict::NotFound && speaker.iter().all(|w| w.found)) {
        return false;
    }
    if finding.source.as_deref().is_some_and(|theirs| are_of_two_kinds(&printed, &theirs.to_lowercase())) {
        return true;
    }
    let named = case.sentence.names.iter().any(|n| {
        let first = n.range.start == case.sentence.range.start;
        let plain =
            case.english && first && n.range.len() == case.printed(&n.range).split(' ').next().map_or(0, str::len);
        n.range.start < at.end
            && at.start < n.range.end
            && !(plain && crate::kinship::is_english(&case.printed(&n.range).to_lowercase()))
    });
    let body = |w: &Word<'_>| rule::name::BODIES.contains(&w.token.lower.as_str());
    let known = !speaker.is_empty() && speaker.iter().all(|w| w.found) && !speaker.last().is_some_and(|w| body(w));
    named || known
}

/// `ministry figures` for what a union counted: bodies that nobody takes for one another.
fn are_of_two_kinds(own: &str, theirs: &str) -> bool {
    const KINDS: [&str; 7] = [
        "government ministry minister ministers cabinet",
        "union unions",
        "company firm manufacturer airline maker",
        "court tribunal judge judges",
        "police detectives",
        "researchers scientists authors",
        "exporters brokers traders economists analysts",
    ];
    let kind = |text: &str| {
        let mut found = KINDS
            .iter()
            .enumerate()
            .filter(|(_, kind)| text.split_whitespace().any(|w| kind.split(' ').any(|k| k == w)));
        found.next().filter(|_| found.next().is_none()).map(|(n, _)| n)
    };
    kind(own).zip(kind(theirs)).is_some_and(|(a, b)| a != b)
}
