//! Whom `he` means: a sentence that is cut from the one before it is given the name, or it cannot be used.

use news::Lang;
use text::word::Word;

/// Sentences before it in which the person is looked for.
const REACH: usize = 2;

/// The sentence with the name of the person whom its first word, a pronoun, means; `before` are the report's sentences before
/// it, `known` whether readers have met the full name. `None` where no pronoun opens it, or where it may mean two people.
pub fn named(before: &[String], sentence: &str, known: impl Fn(&str) -> bool, lang: &Lang) -> Option<String> {
    let words = text::word::words(sentence, lang);
    let first = words.first()?;
    let owner = match pronoun(&words, lang)? {
        Pronoun::Subject => false,
        Pronoun::Owner => true,
    };
    let name = the_one_person(before.get(before.len().saturating_sub(REACH)..)?, lang)?;
    let family = name.rsplit(' ').next()?.to_owned();
    let name = if known(&name) { family } else { name };
    let mark = if owner { "’s" } else { "" };
    Some(format!("{name}{mark}{}", sentence.get(first.range.end..)?))
}

enum Pronoun {
    /// `he`.
    Subject,
    /// `his`.
    Owner,
}

fn pronoun(words: &[Word], lang: &Lang) -> Option<Pronoun> {
    let word = |n: usize| words.get(n).map_or("", |w| w.lower.as_str());
    match (lang.primary(), word(0)) {
        ("en" | "und", "he" | "she") => Some(Pronoun::Subject),
        // `Her` may be an object, `Her they forgot`, but hardly opens a report's sentence so.
        ("en" | "und", "his" | "her") => Some(Pronoun::Owner),
        ("fr", "elle") => Some(Pronoun::Subject),
        // `Il faut`, `Il y a` mean nobody.
        ("fr", "il") if words.iter().skip(1).take(2).any(|w| text::quote::strength(&w.lower, lang).is_some()) => {
            Some(Pronoun::Subject)
        }
        _ => None,
    }
}

/// The full name of the only person named in the last of these sentences that names anybody.
fn the_one_person(sentences: &[String], lang: &Lang) -> Option<String> {
    let persons = |sentence: &String| -> Vec<String> {
        let names = text::name::find(sentence, lang).into_iter().filter(|n| n.person);
        names.filter_map(|n| sentence.get(n.range).map(str::to_owned)).collect()
    };
    let named = sentences.iter().rev().map(persons).find(|names| !names.is_empty())?;
    let family = |name: &String| name.rsplit(' ').next().map(str::to_owned);
    let one = named.iter().all(|name| family(name) == named.first().and_then(family));
    named.into_iter().filter(|_| one).max_by_key(String::len)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(before: &[&str], sentence: &str, lang: &str) -> Option<String> {
        let before: Vec<String> = before.iter().map(|s| (*s).to_owned()).collect();
        super::named(&before, sentence, |name| name == "Ana Reis", &Lang::new(lang))
    }

    #[test]
    fn the_only_person_named_before_is_meant() {
        let one = ["Kwame Addo, the finance minister, spoke on Tuesday."];
        assert_eq!(
            named(&one, "He said the levy would end.", "en").as_deref(),
            Some("Kwame Addo said the levy would end.")
        );
        assert_eq!(named(&one, "His deputy agreed.", "en").as_deref(), Some("Kwame Addo’s deputy agreed."));
        assert_eq!(named(&["Mayor Ana Reis spoke."], "She left.", "en").as_deref(), Some("Reis left."), "met before");
        assert_eq!(named(&["Kwame Addo met Ana Reis."], "He said so.", "en"), None, "it may be either");
        assert_eq!(named(&one, "It rained.", "en"), None);
        assert_eq!(named(&[], "He said so.", "en"), None);
    }

    #[test]
    fn a_french_il_that_means_nobody_stays() {
        let one = ["Le maire Hugo Lestienne a parlé mardi."];
        assert_eq!(
            named(&one, "Il a déclaré que le pont fermerait.", "fr").as_deref(),
            Some("Hugo Lestienne a déclaré que le pont fermerait.")
        );
        assert_eq!(named(&one, "Il faut attendre.", "fr"), None);
    }
}
