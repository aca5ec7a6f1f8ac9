//! Cue phrases by language. A `*` at a word's end stands for any ending; `_` joins the words of a phrase.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Cue;
use crate::lex::{Token, fold};

/// A phrase and what it says.
pub(crate) struct Phrase {
    words: Vec<(String, bool)>,
    /// What it says.
    pub cue: Cue,
}

impl Phrase {
    /// How many tokens it takes.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether `tokens` begin with it.
    pub fn matches(&self, tokens: &[Token]) -> bool {
        tokens.len() >= self.words.len()
            && self
                .words
                .iter()
                .zip(tokens)
                .all(|((word, open), t)| if *open { t.lower.starts_with(word.as_str()) } else { t.lower == *word })
    }
}

/// The phrases of a language by the first three characters of their first word.
pub(crate) struct Table(HashMap<String, Vec<Phrase>>);

fn key(word: &str) -> String {
    word.chars().take(2).collect()
}

impl Table {
    /// Phrases whose first word may be `lower`.
    pub fn starting(&self, lower: &str) -> impl Iterator<Item = &Phrase> {
        self.0.get(&key(lower)).into_iter().flatten()
    }

    fn new(lists: &[(Cue, &str)]) -> Self {
        let mut table: HashMap<String, Vec<Phrase>> = HashMap::new();
        for (cue, list) in lists {
            for phrase in list.split_whitespace() {
                let words: Vec<(String, bool)> =
                    phrase.split('_').map(|w| (fold(w.trim_end_matches('*')), w.ends_with('*'))).collect();
                if let Some((first, _)) = words.first() {
                    table.entry(key(first)).or_default().push(Phrase { words, cue: *cue });
                }
            }
        }
        Self(table)
    }
}

const EN: [(Cue, &str); 14] = [
    (
        Cue::Negation,
        "not no never without none nobody nothing neither nor cannot can't won't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't \
        hadn't couldn't wouldn't shouldn't fail_to failed_to fails_to failing_to failure_to refuse* refusing denied denies deny denying lack* unable reject* ruled_out rules_out unlikely hardly yet_to",
    ),
    (
        Cue::Modality,
        "could might would will shall plan plans planned planning expected expects_to expect_to likely possibly perhaps probably potential* hopes_to hope_to aims_to intends_to \
        seeks_to wants_to considering considers proposed proposes threatened threatens should must able_to set_to is_to are_to was_to were_to due_to_be about_to scheduled_to \
        may",
    ),
    (
        Cue::Up,
        "rise rises rose risen rising increas* gain gains gained gaining climb climbs climbed climbing lift lifts lifted lifting hike hikes hiked jump jumps jumped jumping soar* surge* surging grew grow grows grown growing growth up \
        higher more_than over widen* strengthen* rais* boost* expand* accelerat* improv* rebound* at_least above exceed* doubled",
    ),
    (
        Cue::Down,
        "fall falls fell falling drop drops dropped dropping declin* decreas* slip slips slipped slipping slid slide slides plunge* plunging tumble* tumbling shrink* shrank shrunk down \
        lower lowers lowered less_than fewer_than fewer under narrow* weaken* reduc* cut cuts cutting eas* lost loses losing slow* worsen* at_most below halved dip dips dipped",
    ),
    (
        Cue::Win,
        "win wins won winning beat beats beaten_by_none defeat defeats defeated victor* triumph* overcame overcome",
    ),
    (Cue::Lose, "lose loses lost losing lost_to beaten_by defeated_by beaten"),
    (Cue::Before, "before prior_to ahead_of earlier_than until"),
    (Cue::After, "after following since later_than"),
    (
        Cue::Suspected,
        "suspect* alleged* allegation* accused accuse accuses accusing wanted_for sought_over sought_for purported* reportedly presumed on_suspicion_of suspicions_of",
    ),
    (Cue::Arrested, "arrest* detain* detention held_on taken_into_custody in_custody remanded"),
    (
        Cue::Charged,
        "charged charged_with was_charged were_charged been_charged be_charged and_charged is_charged are_charged indict* prosecute prosecuted prosecuting charges_against charged_over charged_in",
    ),
    (
        Cue::Convicted,
        "convict* found_guilty found_him_guilty found_her_guilty found_them_guilty guilty_of sentenced jailed_for pleaded_guilty jailed",
    ),
    (Cue::Acquitted, "acquit* cleared_of exonerat* found_not_guilty charges_dropped not_guilty"),
    (
        Cue::Loaded,
        "siege* swiftly swift key crucial* dramatic* stark* shocking* bold* controversial* notorious* regime brutal* devastat* chilling* harrowing* unprecedented* \
        stunning* alarming* slammed slams blasted blasts lambast* vital pivotal sweeping looming escalating turmoil landmark groundbreaking sparks sparking sparked fueling \
        greedy selfish arrogant heartless foolish stupid disastrous* catastrophic horrific horrendous appalling disgrace* scandalous pathetic ridiculous absurd draconian ruthless* reckless* cowardly hypocrit* lavish \
        remarkabl* tragic* heroic* massive* sinister* shameful* outrageous* infamous* so-called gamble ordeal crackdown chaos chaotic firestorm bombshell \
        remains_to_be_seen only_time_will_tell a_testament_to sends_a_strong_message sends_a_clear_message underscores_the_importance \
        underscores_the_need highlights_the_need highlighting_the_need underscoring_the_need a_significant_milestone a_significant_step \
        in_a_dramatic_turn_of_events amid_growing_concerns",
    ),
];

const FR: [(Cue, &str); 13] = [
    (
        Cue::Negation,
        "ne n' pas jamais aucun aucune sans ni rien personne_ne ne_plus refus* nie nié démen* échoué impossible",
    ),
    (
        Cue::Modality,
        "pourrait pourraient peut peuvent devrait devraient doit doivent prévoi* envisag* compte_* probablement aurait auraient serait seraient va vont éventuel*",
    ),
    (
        Cue::Up,
        "hausse hausses augment* progress* bondi bondit grimp* croissance croît accru accrue gagn* plus_de relev* monté supérieur*",
    ),
    (
        Cue::Down,
        "baiss* recul* chut* diminu* réduit réduction réduire perdu perd perte moins_de dimin* abaiss* repli inférieur*",
    ),
    (Cue::Win, "gagn* remport* battu_* victoire* vainqueur* vaincu"),
    (Cue::Lose, "perdu perd défaite* battu_par battue_par"),
    (Cue::Before, "avant"),
    (Cue::After, "après"),
    (Cue::Suspected, "soupçonn* suspect* présumé* accusé* accuse"),
    (Cue::Arrested, "arrêté arrêtée arrêtés arrêtées arrestation* interpell* garde_à_vue détenu* placé_en_détention"),
    (Cue::Charged, "inculp* mis_en_examen mise_en_examen mis_en_cause poursuivi*"),
    (Cue::Convicted, "condamn* reconnu_coupable reconnue_coupable"),
    (Cue::Acquitted, "acquitt* relax* blanchi*"),
];

const AR: [(Cue, &str); 12] = [
    (Cue::Negation, "لم لن ليس ليست لا بدون دون نفى نفت ينفي رفض رفضت غير ولم ولن ولا وليس"),
    (Cue::Modality, "قد ربما سوف يمكن يتوقع تتوقع المتوقع يعتزم تعتزم يخطط تخطط سيتم ستتم يجب"),
    (Cue::Up, "ارتفع* ارتفاع* يرتفع زاد زادت زيادة صعد صعدت نمو نما نمت أكثر_من وارتفع* قفز* رفع رفعت"),
    (Cue::Down, "انخفض* انخفاض* تراجع* هبط* هبوط* نقص خفض خفضت أقل_من وانخفض* وتراجع*"),
    (Cue::Win, "فاز فازت فوز هزم هزمت تغلب تغلبت"),
    (Cue::Lose, "خسر خسرت خسارة هزيمة"),
    (Cue::Before, "قبل"),
    (Cue::After, "بعد عقب"),
    (Cue::Suspected, "يشتبه المشتبه مشتبه متهم المتهم اتهم اتهمت مزعوم*"),
    (Cue::Arrested, "اعتقل* اعتقال* أوقف أوقفت توقيف* ألقت_القبض ألقي_القبض القبض_على واعتقل* احتجز* احتجاز*"),
    (Cue::Charged, "وجهت_إليه وجه_الاتهام لائحة_اتهام توجيه_الاتهام وجهت_النيابة"),
    (Cue::Convicted, "أدين أدان أدانت إدانة حكم_على حكمت_المحكمة"),
];

const HI: [(Cue, &str); 12] = [
    (Cue::Negation, "नहीं न मत बिना इनकार इंकार ना"),
    (Cue::Modality, "सकता सकती सकते संभावना शायद चाहिए योजना_* संभवतः करेगा करेगी करेंगे होगा होगी होंगे"),
    (Cue::Up, "बढ़* वृद्धि तेजी तेज़ी उछाल इजाफा इज़ाफ़ा चढ़* से_अधिक से_ज्यादा"),
    (Cue::Down, "गिर_* गिरा गिरी गिरे गिरीं गिरावट घट* कमी कम_हुआ कम_हुई से_कम टूटा"),
    (Cue::Win, "जीत* हराया हराकर"),
    (Cue::Lose, "हार हारा हारे हारी हार_*"),
    (Cue::Before, "पहले पूर्व"),
    (Cue::After, "बाद"),
    (Cue::Suspected, "संदिग्ध आरोपी कथित आरोप संदेह"),
    (Cue::Arrested, "गिरफ्तार* गिरफ़्तार* हिरासत"),
    (Cue::Charged, "आरोपपत्र चार्जशीट आरोप_तय मुकदमा"),
    (Cue::Convicted, "दोषी सजा सज़ा"),
];

/// The cue phrases of a language; none for languages without a list.
pub(crate) fn table(primary: &str) -> &'static Table {
    static EN_TABLE: LazyLock<Table> = LazyLock::new(|| Table::new(&EN));
    static FR_TABLE: LazyLock<Table> = LazyLock::new(|| Table::new(&FR));
    static AR_TABLE: LazyLock<Table> = LazyLock::new(|| Table::new(&AR));
    static HI_TABLE: LazyLock<Table> = LazyLock::new(|| Table::new(&HI));
    static NONE: LazyLock<Table> = LazyLock::new(|| Table::new(&[]));
    match primary {
        "en" | "und" => &EN_TABLE,
        "fr" => &FR_TABLE,
        "ar" => &AR_TABLE,
        "hi" => &HI_TABLE,
        _ => &NONE,
    }
}
