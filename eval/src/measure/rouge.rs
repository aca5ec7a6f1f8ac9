//! ROUGE (Lin, 2004) as the `rouge-score` package 0.1.2 counts it, with stemming: F1 of words, word pairs, the longest
//! common subsequence, and its union over sentences.

use std::collections::HashMap;

use super::porter;

/// F1 scores, 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rouge {
    /// Single words.
    pub one: f64,
    /// Pairs of words.
    pub two: f64,
    /// Longest common subsequence of the whole texts.
    pub l: f64,
    /// Union of the longest common subsequences, sentence by sentence.
    pub lsum: f64,
}

impl Rouge {
    /// The scores with the names that the figures bear.
    pub fn named(self) -> [(&'static str, f64); 4] {
        [("rouge1", self.one), ("rouge2", self.two), ("rougeL", self.l), ("rougeLsum", self.lsum)]
    }
}

/// Scores `candidate` against `reference`.
pub fn score(reference: &str, candidate: &str) -> Rouge {
    let (r, c) = (tokens(reference), tokens(candidate));
    Rouge {
        one: ngrams(&r, &c, 1),
        two: ngrams(&r, &c, 2),
        l: subsequence(&r, &c),
        lsum: by_sentence(reference, candidate),
    }
}

/// Lower-case runs of `a-z0-9`; words of four letters and more are stemmed.
pub fn tokens(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty());
    words.map(|w| if w.len() > 3 { porter::stem(w) } else { w.to_owned() }).collect()
}

/// The sentences of a text whose stops stand after a space, as in the set: split behind ` .`, ` !`, ` ?`, and at lines.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for line in text.lines() {
        let mut start = 0;
        let bytes = line.as_bytes();
        for i in 1..bytes.len().saturating_sub(1) {
            let stop = matches!(bytes[i], b'.' | b'!' | b'?') && bytes[i - 1].is_ascii_whitespace();
            if stop && bytes[i + 1].is_ascii_whitespace() {
                out.push(&line[start..=i]);
                start = i + 1;
            }
        }
        out.push(&line[start..]);
    }
    out.retain(|s| !s.trim().is_empty());
    out
}

fn f1(hits: f64, reference: f64, candidate: f64) -> f64 {
    let (recall, precision) = (hits / reference.max(1.0), hits / candidate.max(1.0));
    if recall + precision > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
}

fn ngrams(reference: &[String], candidate: &[String], n: usize) -> f64 {
    let count = |words: &[String]| {
        let mut counts: HashMap<Vec<String>, usize> = HashMap::new();
        for gram in words.windows(n) {
            *counts.entry(gram.to_vec()).or_default() += 1;
        }
        counts
    };
    let (r, c) = (count(reference), count(candidate));
    let hits: usize = r.iter().map(|(gram, n)| (*n).min(c.get(gram).copied().unwrap_or(0))).sum();
    f1(hits as f64, r.values().sum::<usize>() as f64, c.values().sum::<usize>() as f64)
}

fn subsequence(reference: &[String], candidate: &[String]) -> f64 {
    let table = table(reference, candidate);
    let hits = table.last().and_then(|row| row.last()).copied().unwrap_or(0);
    f1(hits as f64, reference.len() as f64, candidate.len() as f64)
}

/// Lengths of the longest common subsequences of all heads of both texts.
fn table(reference: &[String], candidate: &[String]) -> Vec<Vec<usize>> {
    let mut table = vec![vec![0; candidate.len() + 1]; reference.len() + 1];
    for (i, r) in reference.iter().enumerate() {
        for (j, c) in candidate.iter().enumerate() {
            table[i + 1][j + 1] = if r == c { table[i][j] + 1 } else { table[i][j + 1].max(table[i + 1][j]) };
        }
    }
    table
}

/// The places in `reference` of one longest common subsequence: the one that the package's way back finds.
fn places(reference: &[String], candidate: &[String]) -> Vec<usize> {
    let table = table(reference, candidate);
    let (mut i, mut j) = (reference.len(), candidate.len());
    let mut out = Vec::new();
    while i > 0 && j > 0 {
        if reference[i - 1] == candidate[j - 1] {
            out.push(i - 1);
            i -= 1;
            j -= 1;
        } else if table[i][j - 1] > table[i - 1][j] {
            j -= 1;
        } else {
            i -= 1;
        }
    }
    out
}

fn by_sentence(reference: &str, candidate: &str) -> f64 {
    let split = |text| sentences(text).into_iter().map(tokens).collect::<Vec<_>>();
    let (r, c) = (split(reference), split(candidate));
    let count = |all: &[Vec<String>]| {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for word in all.iter().flatten() {
            *counts.entry(word.clone()).or_default() += 1;
        }
        counts
    };
    let (mut left_r, mut left_c) = (count(&r), count(&c));
    let mut hits = 0;
    for sentence in &r {
        let mut union: Vec<usize> = c.iter().flat_map(|other| places(sentence, other)).collect();
        union.sort_unstable();
        union.dedup();
        for word in union.into_iter().map(|i| &sentence[i]) {
            if let (Some(a), Some(b)) = (left_r.get_mut(word), left_c.get_mut(word))
                && *a > 0
                && *b > 0
            {
                *a -= 1;
                *b -= 1;
                hits += 1;
            }
        }
    }
    let words = |all: &[Vec<String>]| all.iter().map(Vec::len).sum::<usize>() as f64;
    f1(f64::from(hits), words(&r), words(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    #[test]
    fn scores_worked_out_by_hand() {
        let score = score("the cat sat on the mat", "the cat lay on a mat");
        // Words in common: the, cat, on, mat of six each; pairs: "the cat" of five each; in order: the cat on mat.
        assert!(near(score.one, 4.0 / 6.0) && near(score.two, 1.0 / 5.0) && near(score.l, 4.0 / 6.0), "{score:?}");
    }

    #[test]
    fn the_union_over_sentences_may_change_their_order() {
        let score = score(
            "Police closed the bridge . Rain fell all night .",
            "Rain fell all night . Police closed the bridge .",
        );
        assert!(near(score.lsum, 1.0) && score.l < 1.0, "{score:?}");
    }

    #[test]
    fn lins_example_of_the_union() {
        // Lin (2004), 3.2: reference w1..w5; candidates w1 w2 w6 w7 w8 and w1 w3 w8 w9 w5: the union is w1 w2 w3 w5.
        let score = score("w1 w2 w3 w4 w5", "w1 w2 w6 w7 w8 . w1 w3 w8 w9 w5");
        assert!(near(score.lsum, f1(4.0, 5.0, 10.0)), "{score:?}");
    }

    #[test]
    fn tokens_are_lower_case_and_stemmed_from_four_letters_on() {
        assert_eq!(
            tokens("The U.S. ministers' dogs ran; naïve"),
            ["the", "u", "s", "minist", "dog", "ran", "na", "ve"]
        );
        assert_eq!(sentences("He went . She said 4.5 ! Yes\nNo ."), ["He went .", " She said 4.5 !", " Yes", "No ."]);
        assert_eq!(score("", "x"), Rouge::default());
    }
}
