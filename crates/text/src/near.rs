//! Near-duplicates: which of many reports may be one's copy (a sketch of the least hashes of its runs of words, after Broder
//! 1997), and how much of the copy they share (containment of one's runs in the other's, exactly). A changed first and last
//! paragraph leaves the runs between them as they are.

use news::Lang;

/// Words in a run: enough that common phrases do not make two reports alike, few enough that a sub-editor's hand, one word in
/// five, leaves some whole.
const RUN_WORDS: usize = 3;
/// Content words in a run that reports are looked up by: `said on Monday` stands in every other report.
const TELLING: usize = 2;
/// Hashes kept to look a report up by.
const KEYS: usize = 32;
/// Keys that near-duplicates share at least.
pub const SHARED_KEYS: u32 = 1;
/// Share of the shorter text's runs in the longer one from which the two are one copy. Independent reports of one event, with
/// one quotation in both, stay under a tenth.
const SAME_COPY: f64 = 0.15;
/// The same of its content words, where runs do not decide alone: what was rewritten keeps its facts, and two texts that quote
/// one statement do not share theirs.
const SAME_WORDS: f64 = 0.5;
/// Share of runs that needs no such proof.
const PLAINLY_COPY: f64 = 0.4;
/// Figures from which two texts of one form are told apart by them, and the share that copies have in common at least.
const FIGURES: (usize, f64) = (5, 0.48);
/// The same of a short form with few figures, which stand close: at least this share of its runs.
const FEW_FIGURES: (usize, f64, f64) = (3, 0.4, 0.08);
/// The largest number that fits a positive i64.
const POSITIVE: u64 = i64::MAX as u64;

/// A text's runs of words and its figures, as hashes in rising order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Print {
    runs: Vec<u64>,
    keys: Vec<u64>,
    content: Vec<u64>,
    figures: Vec<u64>,
}

impl Print {
    /// Reads a text. One without words is like nothing. Function words count: they hold agency copy together, and rewriters
    /// change them.
    pub fn of(text: &str, lang: &Lang) -> Self {
        let words = crate::word::lower_words(text, lang);
        let hashes: Vec<u64> = words.iter().map(|(word, _)| hash(word)).collect();
        let join = |run: &[u64]| run.iter().fold(0, |key: u64, w| mix(key.rotate_left(7) ^ w)) & POSITIVE;
        let runs = match hashes.len() {
            0 => Vec::new(),
            n => hashes.windows(RUN_WORDS.min(n)).map(join).collect(),
        };
        let telling = |run: &[(String, bool)]| run.iter().filter(|(_, stop)| !stop).count() >= TELLING;
        let told = words.windows(RUN_WORDS.min(words.len().max(1))).zip(&runs).filter(|(run, _)| telling(run));
        let mut keys = sorted(told.map(|(_, key)| *key).collect());
        keys.truncate(KEYS);
        let content = words.iter().zip(&hashes).filter(|((_, stop), _)| !stop).map(|(_, hash)| *hash).collect();
        let with_digit = |(word, _): &&(String, bool)| word.chars().any(char::is_numeric);
        let figures = words.iter().filter(with_digit).map(|(word, _)| hash(word)).collect();
        Self { runs: sorted(runs), keys, content: sorted(content), figures: sorted(figures) }
    }

    /// What to look it up by: near-duplicates share [`SHARED_KEYS`] of them; each fits a positive i64.
    pub fn keys(&self) -> &[u64] {
        &self.keys
    }

    /// How much of the shorter text's runs the longer one holds, 0 to 1: a brief lifted out of a long report has 1.
    pub fn containment(&self, other: &Self) -> f64 {
        contained(&self.runs, &other.runs)
    }

    /// How alike two texts are that are one copy, whatever was done to its first and last paragraph and here and there between
    /// them; `None` for independent reports of one event, and for one form filled in twice.
    pub fn copy(&self, other: &Self) -> Option<f64> {
        let share = self.containment(other);
        let (least, shared) = (self.figures().min(other.figures()), self.figures_shared(other));
        let (few, few_shared, density) = FEW_FIGURES;
        let dense = least as f64 >= density * self.runs.len().min(other.runs.len()) as f64;
        let form = least >= FIGURES.0 && shared < FIGURES.1 || least >= few && shared < few_shared && dense;
        let words = || contained(&self.content, &other.content) >= SAME_WORDS;
        let copied = share >= PLAINLY_COPY || share >= SAME_COPY && words();
        Some(share).filter(|_| copied && !form)
    }

    /// Jaccard similarity of the runs, 0 to 1.
    pub fn jaccard(&self, other: &Self) -> f64 {
        let both = shared(&self.runs, &other.runs);
        let all = self.runs.len() + other.runs.len() - both;
        if all == 0 { 0.0 } else { both as f64 / all as f64 }
    }

    /// Share of the figures of the text with fewer that the other has too; 1 where it has none. One form filled in twice
    /// (Monday's prices, Tuesday's prices) shares its runs and not its figures.
    pub fn figures_shared(&self, other: &Self) -> f64 {
        let least = self.figures.len().min(other.figures.len());
        if least == 0 { 1.0 } else { shared(&self.figures, &other.figures) as f64 / least as f64 }
    }

    /// Figures told, each once.
    pub fn figures(&self) -> usize {
        self.figures.len()
    }
}

fn sorted(mut hashes: Vec<u64>) -> Vec<u64> {
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// Share of the shorter list that the longer one has, 0 to 1.
fn contained(a: &[u64], b: &[u64]) -> f64 {
    let least = a.len().min(b.len());
    if least == 0 { 0.0 } else { shared(a, b) as f64 / least as f64 }
}

/// How many of two rising lists are in both.
fn shared(a: &[u64], b: &[u64]) -> usize {
    let (mut rest, mut both) = (b, 0);
    for x in a {
        rest = rest.get(rest.partition_point(|y| y < x)..).unwrap_or_default();
        both += usize::from(rest.first() == Some(x));
    }
    both
}

/// FNV-1a: the same on every machine and version, because keys are stored.
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
    const OTHER: &str = "The central bank raised its main rate by a quarter point on Thursday, the third rise this year, and said more \
would follow if prices kept climbing. Traders had bet on a pause. The currency gained half a percent against the dollar.";

    fn print(text: &str, lang: &str) -> Print {
        Print::of(text, &Lang::new(lang))
    }

    fn shared_keys(a: &str, b: &str) -> usize {
        shared(print(a, "en").keys(), print(b, "en").keys())
    }

    #[test]
    fn lightly_edited_copy_is_found_and_shares_its_runs() {
        let edited = LONG.replace("at least four", "at least five").replace("Residents of", "People in");
        assert!(print(LONG, "en").containment(&print(&edited, "en")) > 0.6);
        assert!(shared_keys(LONG, &edited) >= SHARED_KEYS as usize);
        assert_eq!(print(LONG, "en").jaccard(&print(LONG, "en")), 1.0);
    }

    #[test]
    fn a_new_lede_and_ending_do_not_hide_it() {
        let middle = "Residents of two villages along the road said they heard firing for about an hour before helicopters arrived. The \
road links the capital with the coast and carries most of the fuel that the country imports.";
        let one = format!(
            "Gunmen killed four drivers in an attack on fuel trucks, the army said. {middle} A curfew is in force."
        );
        let two = format!(
            "At least four people died when a convoy was ambushed. {middle} Nobody has said that it was behind it."
        );
        assert!(shared_keys(&one, &two) >= SHARED_KEYS as usize);
        assert!(print(&one, "en").containment(&print(&two, "en")) > 0.5);
    }

    #[test]
    fn a_sub_editors_hand_does_not_hide_it_and_a_shared_quotation_is_no_copy() {
        let edited = "Four drivers are dead after an attack. Fuel trucks in convoy were attacked on Thursday by gunmen on the road to the \
capital, and more than a dozen vehicles burned, a statement by the army said. Two villages along the road heard firing for about an \
hour, residents said, and then helicopters arrived. The road would reopen within a day, said the army, which had sent reinforcements.";
        let (share, copy) =
            (print(LONG, "en").containment(&print(edited, "en")), print(LONG, "en").copy(&print(edited, "en")));
        assert!(copy.is_some() && share < PLAINLY_COPY, "{share} {copy:?}");
        let quoting = "Drivers in the capital waited in long lines for petrol on Friday and blamed the ministry. The army said in a \
statement that reinforcements had been sent and that the road would reopen within a day. Nobody at the pumps believed it. Taxis doubled \
their fares, bakeries shut before noon, and schools told parents to keep children at home next week unless deliveries resume.";
        assert_eq!(print(LONG, "en").copy(&print(quoting, "en")), None);
    }

    #[test]
    fn another_report_is_not() {
        assert!(print(LONG, "en").containment(&print(OTHER, "en")) < 0.1);
        assert_eq!(shared_keys(LONG, OTHER), 0);
    }

    #[test]
    fn a_form_filled_in_twice_shares_no_figures() {
        let one = print("The index closed at 4,310.5 points, up 0.8 percent, on a volume of 212 million shares.", "en");
        let two =
            print("The index closed at 4,295.1 points, down 0.4 percent, on a volume of 198 million shares.", "en");
        assert_eq!((one.figures(), one.figures_shared(&two)), (3, 0.0));
        assert_eq!(one.copy(&two), None);
    }

    #[test]
    fn a_brief_is_contained_in_its_report() {
        let brief = "Gunmen attacked a convoy of fuel trucks on the road to the capital on Thursday, killing at least four drivers";
        assert!(print(LONG, "en").jaccard(&print(brief, "en")) < 0.5);
        assert!(print(LONG, "en").containment(&print(brief, "en")) > 0.95);
    }

    #[test]
    fn other_scripts() {
        let ar = "أعلنت وزارة الدفاع أن القوات استعادت السيطرة على المدينة بعد معارك استمرت ثلاثة أيام";
        assert_eq!(print(ar, "ar").jaccard(&print(&ar.replace("أعلنت", "أَعْلَنَت"), "ar")), 1.0);
        let hi = "सरकार ने कहा कि बाढ़ से प्रभावित लोगों को राहत सामग्री भेजी जा रही है";
        assert_eq!(print(hi, "hi").jaccard(&print(hi, "hi")), 1.0);
    }

    #[test]
    fn nothing_is_like_nothing() {
        assert_eq!(print("", "en").containment(&print("", "en")), 0.0);
        assert!(print("", "en").keys().is_empty());
    }

    proptest! {
        #[test]
        fn keys_fit_a_positive_integer(s in "\\PC{0,60}") {
            prop_assert!(print(&s, "en").keys().iter().all(|b| i64::try_from(*b).is_ok()));
        }
    }
}
