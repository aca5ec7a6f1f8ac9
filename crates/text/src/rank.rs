//! Ranking of sentences for extraction: a weighted sum of what journalists put into the sentences that matter. In wire copy the
//! first sentences matter most, so position leads; the rest decides among the later ones.

mod boilerplate;

use news::Lang;
use std::collections::{HashMap, HashSet};

pub use boilerplate::boilerplate;

/// Weight of standing early: the first sentence gets all of it, and [`HALF_WAY`] sentences on half of it.
const POSITION: f64 = 1.2;
/// Sentences after which the weight of position has halved.
const HALF_WAY: f64 = 2.0;
/// Weight of the share of the headline's words that the sentence has.
const HEADLINE: f64 = 1.0;
/// Weight of how often the sentence's words occur in the report.
const TERMS: f64 = 2.3;
/// Weight of names, up to [`ENOUGH_NAMES`] of them.
const NAMES: f64 = 0.25;
/// More names than this say no more.
const ENOUGH_NAMES: usize = 3;
/// Weight of having a figure.
const FIGURE: f64 = 0.15;
/// Weight of having words between quotation marks.
const QUOTE: f64 = 0.1;
/// Taken off in full for a sentence that is far too short or far too long.
const LENGTH: f64 = 0.4;
/// Words of a sentence that says something.
const SHORT_WORDS: usize = 7;
/// Words beyond which a sentence tires.
const LONG_WORDS: usize = 45;
/// Taken off for a sentence that leans on the one before it (`He`, `But`), which may be left out.
const LEANING: f64 = 0.4;
/// Taken off in full for a sentence all of whose words are in one that was picked before.
const REPEATED: f64 = 1.2;
/// Taken off for what is not news at all; larger than all else together.
const BOILERPLATE: f64 = 10.0;

/// A score for each of `sentences` (texts, in document order) of a report headed `headline`: higher says more of the news.
pub fn sentences(headline: &str, sentences: &[&str], lang: &Lang) -> Vec<f64> {
    let headline: HashSet<String> = stems(headline, lang).into_iter().collect();
    let read: Vec<Vec<String>> = sentences.iter().map(|s| stems(s, lang)).collect();
    let weights = term_weights(&read);
    let mut place = 0;
    sentences
        .iter()
        .zip(&read)
        .map(|(text, words)| {
            if boilerplate(text, lang) {
                return -BOILERPLATE;
            }
            let score = position(place)
                + HEADLINE * overlap(&headline, words)
                + TERMS * centrality(words, &weights)
                + surface(text, lang)
                - LENGTH * length_fault(crate::word::count(text));
            place += 1;
            score - if leans(text, lang) && place > 1 { LEANING } else { 0.0 }
        })
        .collect()
}

/// The `most` best of `sentences` by `scores`, in document order, each picked for what those before it have not said (maximal
/// marginal relevance, Carbonell and Goldstein 1998). Of equals the earlier one is picked.
pub fn pick(sentences: &[&str], scores: &[f64], most: usize, lang: &Lang) -> Vec<usize> {
    let read: Vec<HashSet<String>> = sentences.iter().map(|s| stems(s, lang).into_iter().collect()).collect();
    let repeated = |i: usize, picked: &[usize]| {
        let Some(own) = read.get(i).filter(|w| !w.is_empty()) else { return 0.0 };
        let shared = |k: &usize| read.get(*k).map_or(0, |w| own.intersection(w).count()) as f64 / own.len() as f64;
        picked.iter().map(shared).fold(0.0, f64::max)
    };
    let mut picked: Vec<usize> = Vec::new();
    while picked.len() < most {
        let worth = |i: usize| scores.get(i).copied().unwrap_or(f64::MIN) - REPEATED * repeated(i, &picked);
        let open = (0..sentences.len()).filter(|i| !picked.contains(i));
        let Some(next) = open.max_by(|a, b| worth(*a).total_cmp(&worth(*b)).then(b.cmp(a))) else { break };
        picked.push(next);
    }
    picked.sort_unstable();
    picked
}

fn stems(text: &str, lang: &Lang) -> Vec<String> {
    crate::word::words(text, lang).into_iter().filter(|w| !w.stop).map(|w| w.stem).collect()
}

fn position(place: usize) -> f64 {
    POSITION / (1.0 + place as f64 / HALF_WAY)
}

/// The share of the headline's words among `words`.
fn overlap(headline: &HashSet<String>, words: &[String]) -> f64 {
    let shared = words.iter().collect::<HashSet<_>>().into_iter().filter(|w| headline.contains(*w)).count();
    if headline.is_empty() { 0.0 } else { shared as f64 / headline.len() as f64 }
}

/// In how many sentences each word occurs, as a share of the most frequent one's; a word of one sentence alone weighs nothing.
fn term_weights(read: &[Vec<String>]) -> HashMap<&str, f64> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for words in read {
        for word in words.iter().map(String::as_str).collect::<HashSet<_>>() {
            *counts.entry(word).or_default() += 1;
        }
    }
    let most = counts.values().copied().max().unwrap_or(1).max(2) - 1;
    counts.into_iter().map(|(w, n)| (w, (n - 1) as f64 / most as f64)).collect()
}

/// Mean weight of the words, dampened so that a sentence of one strong word does not win.
fn centrality(words: &[String], weights: &HashMap<&str, f64>) -> f64 {
    let distinct: HashSet<&str> = words.iter().map(String::as_str).collect();
    let sum: f64 = distinct.iter().filter_map(|w| weights.get(w)).sum();
    sum / (distinct.len().max(SHORT_WORDS) as f64)
}

/// Names, figures and quotation marks, as the eye sees them.
fn surface(text: &str, lang: &Lang) -> f64 {
    let names = text
        .split_whitespace()
        .skip(1)
        .map(|w| w.trim_start_matches(|c: char| !c.is_alphanumeric()))
        .filter(|w| w.starts_with(char::is_uppercase))
        .filter(|w| !crate::word::is_stop(&w.to_lowercase(), lang.primary()))
        .count();
    let figure = text.chars().any(char::is_numeric);
    let quote = text.contains(['"', '“', '«', '„', '「']);
    NAMES * names.min(ENOUGH_NAMES) as f64 / ENOUGH_NAMES as f64
        + if figure { FIGURE } else { 0.0 }
        + if quote { QUOTE } else { 0.0 }
}

/// 0 for a length that reads well, rising to 1.
fn length_fault(words: usize) -> f64 {
    if words < SHORT_WORDS {
        (SHORT_WORDS - words) as f64 / SHORT_WORDS as f64
    } else {
        (words.saturating_sub(LONG_WORDS) as f64 / LONG_WORDS as f64).min(1.0)
    }
}

/// Whether the sentence opens with a bare pronoun or a joining word, so that it needs the one before it.
pub fn leans(sentence: &str, lang: &Lang) -> bool {
    let openers = match lang.primary() {
        "en" | "und" => {
            "he she it they this that these those but and so also however meanwhile then such another his her their its there"
        }
        "fr" => {
            "il elle ils elles ce cela c' ceci mais et or donc ainsi celui-ci celle-ci son sa ses leur leurs cette ces aussi puis"
        }
        "de" => "er sie es dies dieser diese dieses aber und doch denn so auch sein seine ihre ihr damit dann",
        "es" => "él ella ellos esto eso pero y así también su sus este esta",
        "it" => "egli lui lei loro questo questa ma e così anche suo sua",
        "pt" => "ele ela eles isso isto mas e assim também seu sua este esta",
        "ar" => "وهو وهي وهم لكن لكنه لكنها ولكن كما وقال وأضاف وتابع وأوضح وأشار وأكد هذا هذه وذلك",
        "hi" => "वह वे यह ये उन्होंने उसने इसके इस उनके लेकिन मगर और इसलिए हालांकि",
        "ru" => "он она они это но и также при однако его её ее их",
        _ => return false,
    };
    crate::word::words(sentence, lang).first().is_some_and(|w| openers.split(' ').any(|o| o == w.lower))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADLINE_EN: &str = "Storm floods port of Lerma, four dead";
    const STORY: [&str; 7] = [
        "Follow us on social media for more.",
        "A storm flooded the port of Lerma on Tuesday, killing four people and cutting power to 12,000 homes, officials said.",
        "Photo: a street in Lerma.",
        "But it was not the worst.",
        "Mayor Ana Ruiz said the port would stay closed until Friday after the storm.",
        "He shrugged.",
        "Lerma has a cathedral.",
    ];

    #[test]
    fn the_news_ranks_first_and_boilerplate_last() {
        let scores = sentences(HEADLINE_EN, &STORY, &Lang::en());
        let mut order: Vec<usize> = (0..STORY.len()).collect();
        order.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]));
        assert_eq!(order[..2], [1, 4]);
        assert!(scores[0] < -5.0 && scores[2] < -5.0);
        assert!(scores[3] < scores[4] && scores[5] < scores[4]);
    }

    #[test]
    fn what_was_said_is_not_picked_again() {
        let story = [
            "A storm flooded the port of Lerma.",
            "The storm flooded the port of Lerma, police said.",
            "Trains stood still.",
        ];
        assert_eq!(pick(&story, &[3.0, 2.9, 2.2], 2, &Lang::en()), [0, 2]);
        assert_eq!(pick(&story, &[1.0, 1.0, 1.0], 9, &Lang::en()), [0, 1, 2]);
        assert!(pick(&[], &[], 3, &Lang::en()).is_empty());
    }

    #[test]
    fn one_score_a_sentence_in_any_language() {
        for (headline, text, lang) in [
            ("فيضانات في الميناء", "غمرت العاصفة الميناء يوم الثلاثاء وقتل أربعة أشخاص", "ar"),
            ("बाढ़ में चार की मौत", "मंगलवार को आए तूफान से बंदरगाह में बाढ़ आ गई और चार लोगों की मौत हो गई", "hi"),
            ("Quatre morts dans la tempête", "Une tempête a inondé le port mardi, tuant quatre personnes.", "fr"),
            ("", "", "und"),
        ] {
            let scores = sentences(headline, &[text, text], &Lang::new(lang));
            assert_eq!(scores.len(), 2);
            assert!(scores.iter().all(|s| s.is_finite()));
        }
        assert!(sentences("x", &[], &Lang::en()).is_empty());
    }

    #[test]
    fn what_leans() {
        assert!(leans("But the army denied it.", &Lang::en()) && leans("“He left,” she said.", &Lang::en()));
        assert!(!leans("The army denied it.", &Lang::en()));
        assert!(
            leans("Il a démenti.", &Lang::new("fr"))
                && leans("وأضاف أن", &Lang::new("ar"))
                && leans("उन्होंने कहा", &Lang::new("hi"))
        );
    }
}
