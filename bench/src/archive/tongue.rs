//! What differs between the languages that stories are told in.

use news::Lang;

use super::{frames::Frames, lexicon::Lexicon};
use crate::chance::Chance;

/// A language with its words and sentences.
pub struct Tongue {
    /// Its tag.
    pub lang: Lang,
    /// Its invented words.
    pub lexicon: Lexicon,
    /// Its sentences.
    pub frames: Frames,
    /// Weekdays, Monday first.
    pub days: [&'static str; 7],
    /// Months, January first.
    pub months: [&'static str; 12],
    /// Offices that people hold.
    pub roles: &'static [&'static str],
    /// Kinds of bodies, after their name.
    pub bodies: &'static [&'static str],
}

impl Tongue {
    /// The tongue of that tag; `en`, `fr`, `ar` and `hi` have words of their own.
    pub fn new(tag: &str) -> Self {
        let (days, months, roles, bodies) = match tag {
            "fr" => (FR_DAYS, FR_MONTHS, FR_ROLES, FR_BODIES),
            "ar" => (AR_DAYS, AR_MONTHS, AR_ROLES, AR_BODIES),
            "hi" => (HI_DAYS, HI_MONTHS, HI_ROLES, HI_BODIES),
            _ => (EN_DAYS, EN_MONTHS, EN_ROLES, EN_BODIES),
        };
        Self { lang: Lang::new(tag), lexicon: Lexicon::new(tag), frames: Frames::new(tag), days, months, roles, bodies }
    }

    /// A count as it is printed: `1,240`.
    pub fn count(&self, n: i64) -> String {
        let digits = n.to_string();
        let gap = if self.lang.primary() == "fr" { "\u{202f}" } else { "," };
        match digits.len().checked_sub(3) {
            Some(at) if at > 0 => format!("{}{gap}{}", &digits[..at], &digits[at..]),
            _ => digits,
        }
    }

    /// A share as it is printed: `4.7 percent`.
    pub fn percent(&self, chance: &mut Chance) -> String {
        let (whole, tenth) = (chance.between(1, 28), chance.between(1, 9));
        match self.lang.primary() {
            "fr" => format!("{whole},{tenth} %"),
            "ar" => format!("{whole}.{tenth} بالمئة"),
            "hi" => format!("{whole}.{tenth} प्रतिशत"),
            _ => format!("{whole}.{tenth} percent"),
        }
    }

    /// A sum of money as it is printed: `340 million dollars`.
    pub fn money(&self, chance: &mut Chance) -> String {
        let millions = chance.between(3, 960);
        match self.lang.primary() {
            "fr" => format!("{millions} millions d'euros"),
            "ar" => format!("{millions} مليون دولار"),
            "hi" => format!("{millions} करोड़"),
            _ => format!("{millions} million dollars"),
        }
    }

    /// A quotation with its speaker, in one of the language's forms.
    pub fn quotation(&self, words: &str, speaker: &str, form: usize) -> String {
        match (self.lang.primary(), form % 2) {
            ("fr", _) => format!("«\u{a0}{words}\u{a0}», a déclaré {speaker}."),
            ("ar", _) => format!("وقال {speaker}: \"{words}\"."),
            ("hi", _) => format!("{speaker} ने कहा, \"{words}।\""),
            (_, 0) => format!("\"{words},\" {speaker} said."),
            _ => format!("\"{words},\" said {speaker}."),
        }
    }
}

const EN_DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const FR_DAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const AR_DAYS: [&str; 7] = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"];
const HI_DAYS: [&str; 7] = ["सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार", "रविवार"];
const EN_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const FR_MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const AR_MONTHS: [&str; 12] =
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
const HI_MONTHS: [&str; 12] =
    ["जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"];
const EN_ROLES: &[&str] = &[
    "Deputy Minister",
    "Transport Minister",
    "Mayor",
    "Governor",
    "Senator",
    "Professor",
    "Director",
    "Judge",
    "Captain",
    "Commissioner",
    "Ambassador",
    "Secretary",
];
const FR_ROLES: &[&str] =
    &["le ministre", "le maire", "la préfète", "le directeur", "la professeure", "le commissaire"];
const AR_ROLES: &[&str] = &["الوزير", "المحافظ", "المدير", "الأستاذ", "المتحدث", "السفير"];
const HI_ROLES: &[&str] = &["मंत्री", "महापौर", "राज्यपाल", "निदेशक", "प्रोफेसर", "प्रवक्ता"];
const EN_BODIES: &[&str] =
    &["Institute", "Commission", "Group", "Authority", "Council", "Agency", "Union", "Holdings", "Trust", "Board"];
const FR_BODIES: &[&str] = &["Groupe", "Institut", "Conseil", "Syndicat"];
const AR_BODIES: &[&str] = &["هيئة", "مجلس", "معهد", "شركة"];
const HI_BODIES: &[&str] = &["आयोग", "परिषद", "संस्थान", "विभाग"];
