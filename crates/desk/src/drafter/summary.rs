//! 40 to 50 words drawn from the body: whole sentences or their shorter forms, in the body's order.

use news::verdict::Part;

use super::{Material, antecedent, compress};

/// Words of a summary.
const WORDS: std::ops::RangeInclusive<usize> = 40..=50;
/// Sentences looked at, for the search is over pairs and triples.
const SENTENCES: usize = 10;
/// Forms of one sentence tried.
const FORMS: usize = 4;

/// One way to give a sentence in the summary.
struct Form {
    sentence: usize,
    text: String,
    words: usize,
    worth: f64,
}

/// The summary; empty when the body is. `without` the sentences that did not hold.
pub fn summary(material: &Material<'_>, body: &[Vec<String>], without: &[String]) -> String {
    let sentences: Vec<&str> = body.iter().flatten().map(String::as_str).take(SENTENCES).collect();
    let mut forms = forms(material, &sentences);
    forms.retain(|f| !without.contains(&f.text));
    best(&forms).into_iter().map(|i| forms.get(i).map_or("", |f| f.text.as_str())).collect::<Vec<_>>().join(" ")
}

fn forms(material: &Material<'_>, sentences: &[&str]) -> Vec<Form> {
    let headline = material.reports.last().map_or("", |(r, _)| r.report.headline.as_str());
    let ranks = text::rank::sentences(headline, sentences, material.lang);
    // Items of a list and the line before them run into one another; copy without any stops has nothing better.
    let some_end = sentences.iter().any(|s| ends(s));
    let mut out = Vec::new();
    let mut before: Vec<String> = Vec::new();
    for (i, sentence) in sentences.iter().enumerate() {
        let alone = i == 0 || compress::stands_alone(sentence, material.lang);
        let named = if alone { None } else { antecedent::named(&before, sentence, |_| false, material.lang) };
        before.push((*sentence).to_owned());
        let named = named.filter(|s| material.holds(Part::Summary, s));
        if !alone && named.is_none() || some_end && !ends(sentence) {
            continue;
        }
        let sentence = &named.as_deref().unwrap_or(sentence);
        let worth = ranks.get(i).copied().unwrap_or(0.0) + if i == 0 { 1.0 } else { 0.0 };
        let shorter = compress::forms(sentence).into_iter().take(FORMS).filter(|f| material.holds(Part::Summary, f));
        for text in std::iter::once((*sentence).to_owned()).chain(shorter) {
            let words = text::word::count(&text);
            // A shorter form is worth a little less: it says less.
            let worth = worth * (0.9 + 0.1 * words as f64 / text::word::count(sentence).max(1) as f64);
            out.push(Form { sentence: i, text, words, worth });
        }
    }
    out
}

/// Whether it ends as a sentence does.
fn ends(sentence: &str) -> bool {
    let closing = |c: char| matches!(c, '"' | '”' | '’' | '\'' | '»' | ')' | ' ');
    sentence.trim_end_matches(closing).ends_with(['.', '!', '?', '…', '।', '؟', '۔', '。', '！', '？'])
}

/// The choice of one to three forms of different sentences that is worth most within the length; else the one nearest it.
fn best(forms: &[Form]) -> Vec<usize> {
    let mut chosen: (f64, Vec<usize>) = (f64::MIN, Vec::new());
    let mut consider = |picks: &[usize]| {
        let of = |f: fn(&Form) -> f64| picks.iter().filter_map(|i| forms.get(*i)).map(f).sum::<f64>();
        let words = of(|f| f.words as f64) as usize;
        let miss = words.abs_diff(words.clamp(*WORDS.start(), *WORDS.end()));
        let worth = of(|f| f.worth) - miss as f64;
        if worth > chosen.0 {
            chosen = (worth, picks.to_vec());
        }
    };
    for (i, a) in forms.iter().enumerate() {
        consider(&[i]);
        for (j, b) in forms.iter().enumerate().skip(i + 1).filter(|(_, b)| b.sentence > a.sentence) {
            consider(&[i, j]);
            for (k, _) in forms.iter().enumerate().skip(j + 1).filter(|(_, c)| c.sentence > b.sentence) {
                consider(&[i, j, k]);
            }
        }
    }
    chosen.1
}
