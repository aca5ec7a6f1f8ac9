//! Near-duplicates: MinHash (Broder 1997) over word shingles, with banding for look-up (Leskovec, Rajaraman, Ullman, ch. 3).

use news::Lang;
use std::collections::HashSet;

/// Words in a shingle: enough that common phrases do not make two reports alike.
const SHINGLE_WORDS: usize = 3;
/// Hash functions; the estimate's standard error at similarity 0.6 is 0.06.
const PERMUTATIONS: usize = 64;
/// Rows of a band. With 16 bands of 4, texts of similarity 0.6 share a band in 89 of 100 cases, of 0.7 in 98, of 0.3 in 12.
const BAND_ROWS: usize = 4;
/// The largest number that fits a positive i64.
const POSITIVE: u64 = i64::MAX as u64;

/// MinHash signature of word shingles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature(pub Vec<u64>);

/// The signature of a text. A text without words has an empty one, like nothing.
pub fn signature(text: &str, lang: &Lang) -> Signature {
    let shingles = shingles(text, lang);
    if shingles.is_empty() {
        return Signature(vec![]);
    }
    let least = |seed: u64| shingles.iter().map(|s| mix(s ^ mix(seed + 1))).min().unwrap_or(0);
    Signature((0..PERMUTATIONS as u64).map(least).collect())
}

impl Signature {
    /// Estimated Jaccard similarity, 0 to 1.
    pub fn similarity(&self, other: &Signature) -> f64 {
        if self.0.is_empty() || self.0.len() != other.0.len() {
            return 0.0;
        }
        let equal = self.0.iter().zip(&other.0).filter(|(a, b)| a == b).count();
        equal as f64 / self.0.len() as f64
    }

    /// Keys such that near-duplicates (similarity 0.6 and above) almost surely share one; each fits a positive i64.
    pub fn bands(&self) -> Vec<u64> {
        let key =
            |(i, rows): (usize, &[u64])| rows.iter().fold(mix(i as u64 + 1), |key, row| mix(key ^ row)) & POSITIVE;
        self.0.chunks(BAND_ROWS).enumerate().map(key).collect()
    }
}

/// How much of the shorter text's shingles the longer one holds, 0 to 1, exactly: a brief lifted out of a long report has a
/// low Jaccard similarity to it and a containment near 1.
pub fn containment(a: &str, b: &str, lang: &Lang) -> f64 {
    let (a, b) = (shingles(a, lang), shingles(b, lang));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.is_empty() { 0.0 } else { short.intersection(&long).count() as f64 / short.len() as f64 }
}

/// Exact Jaccard similarity of the two texts' shingles, 0 to 1.
pub fn jaccard(a: &str, b: &str, lang: &Lang) -> f64 {
    let (a, b) = (shingles(a, lang), shingles(b, lang));
    let shared = a.intersection(&b).count();
    let all = a.len() + b.len() - shared;
    if all == 0 { 0.0 } else { shared as f64 / all as f64 }
}

/// Hashes of every run of words; of the whole text when it is shorter than a run. Function words count: they hold agency
/// copy together, and rewriters change them.
fn shingles(text: &str, lang: &Lang) -> HashSet<u64> {
    let words: Vec<u64> = crate::word::words(text, lang).iter().map(|w| hash(&w.lower)).collect();
    let join = |run: &[u64]| run.iter().fold(0, |key: u64, w| mix(key.rotate_left(7) ^ w));
    if words.is_empty() {
        return HashSet::new();
    }
    words.windows(SHINGLE_WORDS.min(words.len())).map(join).collect()
}

/// FNV-1a: the same on every machine and version, because bands are stored.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

/// The finaliser of SplitMix64: every bit of the input moves every bit of the output.
fn mix(x: u64) -> u64 {
    let x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LONG: &str = "Gunmen attacked a convoy of fuel trucks on the road to the capital on Thursday, killing at least four drivers \
and burning more than a dozen vehicles, the army said in a statement. Residents of two villages along the road said they heard firing \
for about an hour before helicopters arrived. The army said reinforcements had been sent and that the road would reopen within a day.";

    fn similarity(a: &str, b: &str, lang: &str) -> f64 {
        let lang = Lang::new(lang);
        signature(a, &lang).similarity(&signature(b, &lang))
    }

    fn share_a_band(a: &str, b: &str) -> bool {
        let of = |t| signature(t, &Lang::en()).bands();
        of(a).iter().any(|k| of(b).contains(k))
    }

    #[test]
    fn lightly_edited_copy_is_alike_and_shares_a_band() {
        let edited = LONG.replace("at least four", "at least five").replace("Residents of", "People in");
        assert!(similarity(LONG, &edited, "en") > 0.6);
        assert!(share_a_band(LONG, &edited));
        assert_eq!(similarity(LONG, LONG, "en"), 1.0);
    }

    #[test]
    fn another_report_is_not() {
        let other = "The central bank raised its main rate by a quarter point on Thursday, the third rise this year, and said more \
would follow if prices kept climbing. Traders had bet on a pause. The currency gained half a percent against the dollar.";
        assert!(similarity(LONG, other, "en") < 0.15);
        assert!(!share_a_band(LONG, other));
    }

    #[test]
    fn a_brief_is_contained_in_its_report() {
        let brief = "Gunmen attacked a convoy of fuel trucks on the road to the capital on Thursday, killing at least four drivers";
        assert!(jaccard(LONG, brief, &Lang::en()) < 0.5);
        assert!(containment(LONG, brief, &Lang::en()) > 0.95);
    }

    #[test]
    fn other_scripts() {
        let ar = "أعلنت وزارة الدفاع أن القوات استعادت السيطرة على المدينة بعد معارك استمرت ثلاثة أيام";
        assert_eq!(similarity(ar, &ar.replace("أعلنت", "أَعْلَنَت"), "ar"), 1.0);
        let hi = "सरकार ने कहा कि बाढ़ से प्रभावित लोगों को राहत सामग्री भेजी जा रही है";
        assert_eq!(similarity(hi, hi, "hi"), 1.0);
    }

    #[test]
    fn nothing_is_like_nothing() {
        assert_eq!(similarity("", "", "en"), 0.0);
        assert!(signature("", &Lang::en()).bands().is_empty());
    }

    proptest! {
        #[test]
        fn bands_fit_a_positive_integer(s in "\\PC{0,60}") {
            prop_assert!(signature(&s, &Lang::en()).bands().iter().all(|b| i64::try_from(*b).is_ok()));
        }
    }
}
