//! Words that deny, words that another tells with a denial, and denials that deny nothing.

use crate::kinship;

/// Words that another tells with a denial: `has not yet turned 15` for `under 15`, `never before` for `the first
/// time`.
pub(super) fn is_implied_by(lower: &str) -> bool {
    const WORDS: &str = "too waive waived exempt free stop halt halted early unknown shut offside resisted privé privés privée privées \
الأدنى أدنى المبكر وهمية लापता अनदेखी invented fake fictitious bogus renonce renoncent faute manque exclut \
exclu interdit otherwise declined declines first empty absent absence moins première premier vide suspendu \
dément ignore الأولى الاولى غياب تغيب رغم पहली गलत खाली अभाव";
    WORDS.split(' ').any(|w| w == lower)
}

/// Verbs and nouns that deny by themselves.
pub(super) fn is_negative(lower: &str) -> bool {
    const STEMS: &str = "ground idle shortage unpaid illegal unlawful block rather instead miss lack fail refus reject avoid ban bar \
prevent ignor skip deni deny unable unlikely insufficient impossible closed yet skied";
    // `Eleven are missing` denies nothing.
    if lower == "missing" {
        return false;
    }
    const ENDINGS: [&str; 6] = ["", "s", "ed", "ing", "es", "e"];
    let undone = || lower.strip_prefix("un").is_some_and(|rest| rest.len() > 4 && kinship::is_english(rest));
    STEMS.split(' ').any(|stem| lower.strip_prefix(stem).is_some_and(|rest| ENDINGS.contains(&rest))) || undone()
}

/// `not` and its like; a verb that denies, `rejected`, may be the source's `will vote against`.
pub(super) fn is_plain(cue: &str) -> bool {
    const PLAIN: &str = "not no never without none nobody nothing neither nor cannot ne n' n’ pas jamais aucun aucune sans لا لم لن नहीं न";
    PLAIN.split(' ').any(|w| w == cue) || cue.ends_with("n't") || cue.ends_with("n’t")
}

/// Denies nothing that a source could affirm, by what stands behind it: `no other` and `never before` are the first of their
/// kind, `not everybody` is some, `not without` is with, `no more than seven` a bound.
pub(super) fn is_idle(rest: &str) -> bool {
    const BEHIND: &str = "other|previous|before|longer|cost|charge|since|every|everybody|everyone|everything|everywhere|all|without|far|\
only|just|merely|more than|less than|fewer than|but|quite|always|necessarily|doubt|wonder|surprise|for more|for the first|entirely";
    let whole = |w: &str| rest.strip_prefix(w).is_some_and(|r| !r.starts_with(char::is_alphanumeric));
    BEHIND.split('|').any(whole)
}

/// Nouns between a denial and what it denies: `no plans to sell`, `no sign of rain`.
pub(super) fn is_light(lower: &str) -> bool {
    matches!(lower, "plan" | "plans" | "intention" | "intentions" | "sign" | "signs" | "wish" | "need" | "reason")
}
