//! Which language. The script decides where it can; letters that only one language writes come next; for the rest the
//! trigrams of `whatlang` and the function words of [`crate::word`] each have a vote, and we say `und` rather than guess.

use news::Lang;
use std::collections::HashMap;
use whatlang::{Detector, Lang as Known};

/// Letters below which a text in Latin or Cyrillic letters is too short to tell.
const ENOUGH_LETTERS: usize = 24;
/// Trigram confidence that needs no second vote (whatlang's own line for reliable).
const SURE: f64 = 0.9;
/// Function words that settle the language when trigrams are unsure, if they are twice as many as the runner-up's.
const SETTLING_WORDS: usize = 3;

/// The language of `text`, `und` when it is too short or unclear.
pub fn lang(text: &str) -> Lang {
    let mut scripts: HashMap<&'static str, usize> = HashMap::new();
    for script in text.chars().filter(|c| c.is_alphabetic()).filter_map(script) {
        *scripts.entry(script).or_default() += 1;
    }
    let total: usize = scripts.values().sum();
    // Kana beside Han is Japanese, however little of it there is.
    let kana = scripts.get("ja").copied().unwrap_or(0);
    if kana > 0 && (kana + scripts.get("zh").copied().unwrap_or(0)) * 2 > total {
        return Lang::new("ja");
    }
    let Some((script, letters)) = scripts.into_iter().max_by_key(|(name, n)| (*n, *name)) else { return Lang::und() };
    if letters * 2 <= total {
        return Lang::und();
    }
    match script {
        "latin" => latin(text, letters),
        "cyrillic" => cyrillic(text, letters),
        "arabic" => arabic(text, letters),
        "devanagari" => devanagari(text),
        alone => Lang::new(alone),
    }
}

/// The script of a letter, or at once the language where a script has one that matters.
fn script(c: char) -> Option<&'static str> {
    Some(match c as u32 {
        0x41..=0x24F | 0x1E00..=0x1EFF => "latin",
        0x370..=0x3FF | 0x1F00..=0x1FFF => "el",
        0x400..=0x52F => "cyrillic",
        0x531..=0x58F => "hy",
        0x590..=0x5FF => "he",
        0x600..=0x6FF | 0x750..=0x77F | 0x8A0..=0x8FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFE => "arabic",
        0x900..=0x97F => "devanagari",
        0x980..=0x9FF => "bn",
        0xA00..=0xA7F => "pa",
        0xA80..=0xAFF => "gu",
        0xB00..=0xB7F => "or",
        0xB80..=0xBFF => "ta",
        0xC00..=0xC7F => "te",
        0xC80..=0xCFF => "kn",
        0xD00..=0xD7F => "ml",
        0xD80..=0xDFF => "si",
        0xE00..=0xE7F => "th",
        0xE80..=0xEFF => "lo",
        0x1000..=0x109F => "my",
        0x10A0..=0x10FF => "ka",
        0x1100..=0x11FF | 0x3130..=0x318F | 0xAC00..=0xD7AF => "ko",
        0x1200..=0x137F => "am",
        0x1780..=0x17FF => "km",
        0x3040..=0x30FF | 0xFF66..=0xFF9F => "ja",
        0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF => "zh",
        _ => return None,
    })
}

fn count(text: &str, letters: &str) -> usize {
    text.chars().flat_map(char::to_lowercase).filter(|c| letters.contains(*c)).count()
}

/// The first language whose own letters make up at least one in `share` of `total`.
fn by_letters(text: &str, total: usize, share: usize, own: &[(&str, &str)]) -> Option<Lang> {
    own.iter().find(|(_, letters)| count(text, letters) * share >= total.max(1)).map(|(tag, _)| Lang::new(tag))
}

fn cyrillic(text: &str, letters: usize) -> Lang {
    const OWN: [(&str, &str); 7] =
        [("be", "ў"), ("uk", "їєґ"), ("mk", "ѓќѕ"), ("sr", "ђћјљњџ"), ("kk", "әғқңұһ"), ("ru", "ыэё"), ("uk", "і")];
    if let Some(lang) = by_letters(text, letters, 80, &OWN) {
        return lang;
    }
    if letters < ENOUGH_LETTERS {
        Lang::und()
    } else {
        trigrams(text).filter(|(_, sure)| *sure >= SURE).map_or(Lang::und(), |(l, _)| l)
    }
}

fn arabic(text: &str, letters: usize) -> Lang {
    // Letters that Arabic itself does not write; Urdu has the retroflex ones, Pashto its ringed ones.
    const OWN: [(&str, &str); 4] = [("ps", "ټډړږښګڼۍې"), ("ur", "ٹڈڑےںھ"), ("ckb", "ڕڵۆێ"), ("fa", "پچژگیک")];
    by_letters(text, letters, 40, &OWN).unwrap_or_else(|| Lang::new("ar"))
}

fn devanagari(text: &str) -> Lang {
    const NEPALI: &str = "छ छन् र को गरेको भएको हुने भने पनि गर्न मा";
    const MARATHI: &str = "आहे आहेत आणि या नाही होते केली केले मध्ये असे झाली";
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || "।,.?!".contains(c)).filter(|w| !w.is_empty()).collect();
    let hits = |list: &str| words.iter().filter(|w| list.split(' ').any(|l| l == **w)).count();
    let hindi = words.iter().filter(|w| crate::word::is_stop(w, "hi")).count();
    let (nepali, marathi) = (hits(NEPALI), hits(MARATHI));
    if nepali > hindi.max(marathi) {
        Lang::new("ne")
    } else if marathi > hindi {
        Lang::new("mr")
    } else if hindi > 0 || words.len() > 1 {
        Lang::new("hi")
    } else {
        Lang::und()
    }
}

fn latin(text: &str, letters: usize) -> Lang {
    if letters < ENOUGH_LETTERS {
        return Lang::und();
    }
    let votes = function_words(text);
    let by_words = votes.first().filter(|(_, n)| *n >= SETTLING_WORDS && *n >= 2 * votes.get(1).map_or(0, |(_, m)| *m));
    // Names in another language mislead trigrams; the small words of a sentence do not.
    if let Some((tag, _)) = by_words {
        return Lang::new(tag);
    }
    let (guess, sure) = trigrams(text).unwrap_or((Lang::und(), 0.0));
    if sure >= SURE {
        return guess;
    }
    match votes.first() {
        Some((tag, n)) if *n > 0 && *tag == guess.tag() && votes.get(1).is_none_or(|(_, m)| m < n) => guess,
        _ => Lang::und(),
    }
}

/// How many function words of each language the text has, most first.
fn function_words(text: &str) -> Vec<(&'static str, usize)> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphabetic() && !matches!(c, '\'' | '’'))
        .flat_map(|w| w.split_inclusive(['\'', '’']))
        .map(crate::word::lower)
        .filter(|w| !w.is_empty())
        .collect();
    let mut votes: Vec<_> = crate::word::latin_lists()
        .map(|(lang, list)| (lang, words.iter().filter(|w| list.contains(w.as_str())).count()))
        .filter(|(lang, n)| *n > 0 && *lang != "nb")
        .collect();
    votes.sort_by_key(|(lang, n)| (std::cmp::Reverse(*n), *lang));
    votes
}

/// What whatlang says, with its confidence, for languages that news is read in.
fn trigrams(text: &str) -> Option<(Lang, f64)> {
    // Seldom the language of a wire, often guessed for names.
    let detector = Detector::with_denylist(vec![
        Known::Epo,
        Known::Lat,
        Known::Jav,
        Known::Aka,
        Known::Sna,
        Known::Tuk,
        Known::Uzb,
    ]);
    let info = detector.detect(text)?;
    Some((Lang::new(tag(info.lang())), info.confidence()))
}

/// The BCP 47 tag of whatlang's language: two letters where there are two.
fn tag(lang: Known) -> &'static str {
    match lang {
        Known::Eng => "en",
        Known::Fra => "fr",
        Known::Deu => "de",
        Known::Spa => "es",
        Known::Ita => "it",
        Known::Por => "pt",
        Known::Nld => "nl",
        Known::Rus => "ru",
        Known::Ukr => "uk",
        Known::Bel => "be",
        Known::Bul => "bg",
        Known::Srp => "sr",
        Known::Mkd => "mk",
        Known::Swe => "sv",
        Known::Dan => "da",
        Known::Nob => "nb",
        Known::Fin => "fi",
        Known::Pol => "pl",
        Known::Ces => "cs",
        Known::Slk => "sk",
        Known::Slv => "sl",
        Known::Hrv => "hr",
        Known::Hun => "hu",
        Known::Ron => "ro",
        Known::Tur => "tr",
        Known::Aze => "az",
        Known::Vie => "vi",
        Known::Ind => "id",
        Known::Tgl => "tl",
        Known::Cat => "ca",
        Known::Lit => "lt",
        Known::Lav => "lv",
        Known::Est => "et",
        Known::Afr => "af",
        Known::Cym => "cy",
        Known::Zul => "zu",
        other => other.code(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_of_many_languages() {
        for (tag, text) in [
            ("en", "The minister said on Monday that the talks with the rebels had failed."),
            ("fr", "Le ministre a déclaré lundi que les discussions avec les rebelles avaient échoué."),
            ("de", "Der Minister sagte am Montag, die Gespräche mit den Rebellen seien gescheitert."),
            ("es", "El ministro dijo el lunes que las conversaciones con los rebeldes habían fracasado."),
            ("it", "Il ministro ha detto lunedì che i colloqui con i ribelli sono falliti."),
            ("pt", "O ministro disse na segunda-feira que as conversas com os rebeldes não deram certo."),
            ("nl", "De minister zei maandag dat de gesprekken met de rebellen zijn mislukt."),
            ("ar", "قال الوزير يوم الاثنين إن المحادثات مع المتمردين فشلت"),
            ("fa", "وزیر روز دوشنبه گفت که گفتگوها با شورشیان شکست خورده است"),
            ("ur", "وزیر نے پیر کو کہا کہ باغیوں سے بات چیت ناکام ہو گئی ہے"),
            ("hi", "मंत्री ने सोमवार को कहा कि विद्रोहियों के साथ बातचीत विफल हो गई है"),
            ("mr", "मंत्र्यांनी सोमवारी सांगितले की चर्चा अयशस्वी झाली आहे आणि युद्ध सुरू आहे"),
            ("bn", "মন্ত্রী সোমবার বলেছেন যে আলোচনা ব্যর্থ হয়েছে"),
            ("ru", "Министр заявил в понедельник, что переговоры с повстанцами сорвались, и это был тяжёлый день"),
            ("uk", "Міністр заявив у понеділок, що переговори з повстанцями зірвалися, її слова підтвердили"),
            ("zh", "部长星期一表示，与反叛分子的谈判失败了"),
            ("ja", "大臣は月曜日、交渉が失敗したと述べた"),
            ("ko", "장관은 월요일 협상이 실패했다고 말했다"),
            ("el", "Ο υπουργός δήλωσε τη Δευτέρα"),
            ("he", "השר אמר ביום שני"),
        ] {
            assert_eq!(lang(text).tag(), tag, "{text}");
        }
    }

    #[test]
    fn short_or_bare_is_unknown() {
        for text in ["", "12 345", "Paris", "OK", "Acme Corp"] {
            assert!(lang(text).is_und(), "{text}");
        }
    }

    #[test]
    fn headlines_full_of_names() {
        assert_eq!(lang("Mali's Goita meets Macron in Paris for talks on the Sahel").tag(), "en");
        assert_eq!(lang("Fuel convoy is attacked near Bamako, the army says").tag(), "en");
        assert_eq!(lang("Au Mali, un convoi de carburant attaqué près de Bamako").tag(), "fr");
    }
}
