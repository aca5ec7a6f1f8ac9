//! Verbs of saying with their strength, by language.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Strength;
use crate::lex::fold;

/// A verb of saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Verb {
    /// Its colour.
    pub strength: Strength,
    /// Means saying wherever it stands; other verbs (`added`, `noted`) only beside what is said.
    pub always: bool,
}

const EN_WEAK: &str = "alleged alleges allege claimed contended contends purported suggested";
const EN_NEUTRAL: &str = "said says say saying told tells stated announced declared denied";
const EN_STRONG: &str = "confirmed confirms revealed reveals admitted admits insisted insists acknowledged conceded disclosed discloses emphasised emphasized \
    emphasises emphasizes underscored underscores underlined highlighted highlights stressed stresses proved proves asserted asserts vowed warned threatened boasted";
const EN_BESIDE: &str = "added adds noted notes argued argues explained explains replied wrote writes reported believes believe believed estimates \
    estimated tell claims warns announces denies recalled continued adding show shows showed urged asked tweeted posted testified complained complains cautioned cautions predicted predicts lamented laments";
const FR_WEAK: &str = "prétendu prétend allégué";
const FR_NEUTRAL: &str = "dit déclaré indiqué affirmé annoncé expliqué précisé ajouté estimé assuré prévenu averti rapporté raconté lancé jugé déploré \
    savoir évalué évalue chiffré chiffre annonce signalé signale affirme indique explique estime assure déclare précise rapporte démenti soutenu soutient rappelé rappelle regretté regrette considéré considère juge promis promet avertit prévient raconte";
const FR_STRONG: &str = "confirmé confirme révélé révèle reconnu admis avoué martelé insisté souligné souligne";
const AR_WEAK: &str = "زعم زعمت ادعى ادعت يزعم تزعم اتهم اتهمت";
const AR_NEUTRAL: &str = "قال قالت قالوا يقول تقول صرح صرحت أعلن أعلنت أضاف أضافت أوضح أوضحت ذكر ذكرت أفاد أفادت أشار أشارت حذر حذرت نفى نفت تابع تابعت أبلغ أبلغت";
const AR_STRONG: &str = "أكد أكدت كشف كشفت اعترف اعترفت أقر أقرت شدد شددت";
const HI_WEAK: &str = "दावा आरोप";
const HI_NEUTRAL: &str = "कहा कहना बताया बोले बोला बोली घोषणा चेतावनी कही";
const HI_STRONG: &str = "पुष्टि स्वीकार खुलासा";
const OTHER_NEUTRAL: &str = "dijo declaró afirmó anunció sagte erklärte teilte disse afirmou declarou dichiarato detto";
const OTHER_STRONG: &str = "confirmó reveló bestätigte enthüllte confirmou revelou confermato rivelato";

type Table = HashMap<String, Verb>;

fn table(lists: &[(&str, Strength, bool)]) -> Table {
    lists
        .iter()
        .flat_map(|(list, strength, always)| {
            list.split_whitespace().map(|w| (fold(w), Verb { strength: *strength, always: *always }))
        })
        .collect()
}

/// The verb of saying that a folded word is.
pub(crate) fn verb(lower: &str, primary: &str) -> Option<Verb> {
    static TABLES: LazyLock<HashMap<&'static str, Table>> = LazyLock::new(|| {
        use Strength::{Neutral, Strong, Weak};
        HashMap::from([
            (
                "en",
                table(&[
                    (EN_WEAK, Weak, true),
                    (EN_NEUTRAL, Neutral, true),
                    (EN_STRONG, Strong, true),
                    (EN_BESIDE, Neutral, false),
                ]),
            ),
            ("fr", table(&[(FR_WEAK, Weak, true), (FR_NEUTRAL, Neutral, true), (FR_STRONG, Strong, true)])),
            ("ar", table(&[(AR_WEAK, Weak, true), (AR_NEUTRAL, Neutral, true), (AR_STRONG, Strong, true)])),
            ("hi", table(&[(HI_WEAK, Weak, true), (HI_NEUTRAL, Neutral, true), (HI_STRONG, Strong, true)])),
            ("", table(&[(OTHER_NEUTRAL, Neutral, true), (OTHER_STRONG, Strong, true)])),
        ])
    });
    let primary = if primary == "und" { "en" } else { primary };
    let table = TABLES.get(primary).or_else(|| TABLES.get(""))?;
    let found = table.get(lower).copied();
    // Arabic writes `and`, `so` on the verb: وقال، فقال.
    let bare = lower.strip_prefix(['و', 'ف']).filter(|_| primary == "ar" && found.is_none());
    found.or_else(|| table.get(bare?).copied())
}

/// Adverbs that report without naming anyone: `allegedly`.
pub(crate) fn is_hearsay(lower: &str) -> bool {
    matches!(lower, "allegedly" | "reportedly" | "purportedly" | "supposedly" | "apparently")
}

/// Words that lead to a speaker without a verb, as folded tokens: `according to`, `selon`, `بحسب`.
pub(crate) fn according() -> &'static [Vec<String>] {
    static FOLDED: LazyLock<Vec<Vec<String>>> =
        LazyLock::new(|| ACCORDING.iter().map(|phrase| phrase.iter().map(|w| fold(w)).collect()).collect());
    &FOLDED
}

const ACCORDING: [&[&str]; 15] = [
    &["according", "to"],
    &["selon"],
    &["d'après"],
    &["d'", "après"],
    &["بحسب"],
    &["حسب"],
    &["وبحسب"],
    &["وفق"],
    &["وفقا"],
    &["طبقا"],
    &["laut"],
    &["según"],
    &["segundo"],
    &["secondo"],
    &["per"],
];
