//! (stub) Near-duplicates.
use news::Lang;
/// MinHash signature of word shingles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature(pub Vec<u64>);
/// The signature of a text.
pub fn signature(text: &str, lang: &Lang) -> Signature { let _ = (text, lang); Signature(vec![]) }
impl Signature {
    /// Estimated Jaccard similarity, 0 to 1.
    pub fn similarity(&self, other: &Signature) -> f64 { let _ = other; 0.0 }
    /// Keys such that near-duplicates (similarity 0.6 and above) almost surely share one; each fits a positive i64.
    pub fn bands(&self) -> Vec<u64> { vec![] }
}
