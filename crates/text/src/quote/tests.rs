//! What is quoted, and who says it.

use super::*;
use proptest::prelude::*;

fn inner(text: &str, lang: &str) -> Vec<String> {
    quotes(text, &Lang::new(lang)).into_iter().map(|q| text[q.inner].to_owned()).collect()
}

fn quoted_by(text: &str, lang: &str) -> Option<String> {
    quotes(text, &Lang::new(lang)).first().and_then(|q| q.speaker.clone()).map(|r| text[r].to_owned())
}

fn said_by(text: &str, lang: &str) -> (Option<String>, Strength) {
    let found = sayings(text, &Lang::new(lang));
    let s = found.first().unwrap_or_else(|| panic!("no saying in {text}"));
    (s.speaker.clone().map(|r| text[r].to_owned()), s.strength)
}

#[test]
fn marks_of_every_style_and_no_apostrophes() {
    assert_eq!(inner("He said “we left” and \"came back\".", "en"), ["we left", "came back"]);
    assert_eq!(inner("Il a dit : « nous partons ».", "fr"), ["nous partons"]);
    assert_eq!(inner("Er sagte: „Wir gehen“ und »kommen«.", "de"), ["Wir gehen", "kommen"]);
    assert_eq!(inner("The states’ rights and Mali’s ‘long night’ aren't over", "en"), ["long night"]);
    assert_eq!(inner("It's the workers' day", "en"), Vec::<String>::new());
    assert_eq!(inner("「東京」です", "ja"), ["東京"]);
    assert_eq!(inner("“First paragraph goes on.\nNext line", "en"), ["First paragraph goes on."]);
}

#[test]
fn whom_one_tells_and_what_one_expects_are_no_speakers() {
    for text in ["Pavel Durin, an economist, said he expected a cut.", "Pavel Durin, an economist, told analysts."] {
        let speaker = said_by(text, "en").0.unwrap_or_default();
        assert!(speaker.starts_with("Pavel Durin"), "{text}: {speaker}");
    }
}

#[test]
fn speakers_of_quotations() {
    let table = [
        ("en", "“We are leaving,” said Ana Reis, the mayor of Porto.", "Ana Reis"),
        ("en", "“We are leaving,” Mayor Ana Reis said.", "Mayor Ana Reis"),
        ("en", "Ana Reis said: “We are leaving.”", "Ana Reis"),
        ("en", "“We are leaving,” she told reporters in Porto. “All of us.”", "she"),
        ("fr", "« Nous partons », a déclaré Ana Reis, maire de Porto.", "Ana Reis"),
        ("ar", "قال أحمد المنصوري: «سنغادر غدا».", "أحمد المنصوري"),
        ("hi", "मेयर सीमा राठी ने कहा, “हम जा रहे हैं।”", "मेयर सीमा राठी"),
    ];
    for (lang, text, who) in table {
        assert_eq!(quoted_by(text, lang).as_deref(), Some(who), "{text}");
    }
}

#[test]
fn reported_speech_with_its_strength() {
    let table = [
        ("en", "The ministry said prices fell.", Some("The ministry"), Strength::Neutral),
        ("en", "Prices fell, according to the ministry.", Some("the ministry"), Strength::Neutral),
        ("en", "Prices fell, the ministry confirmed.", Some("the ministry"), Strength::Strong),
        ("en", "Prosecutors alleged that he fled.", Some("Prosecutors"), Strength::Weak),
        (
            "en",
            "Kofi Reid, a lawyer for the group, said the group would appeal.",
            Some("Kofi Reid, a lawyer for the group"),
            Strength::Neutral,
        ),
        ("en", "Prices fell, said Rosa Quill, the office’s director.", Some("Rosa Quill"), Strength::Neutral),
        ("en", "Prices fell in June, the ministry reported on Thursday.", Some("the ministry"), Strength::Neutral),
        ("en", "Prices will fall, in the ministry's view.", Some("the ministry's"), Strength::Neutral),
        ("en", "The union called the cuts illegal.", Some("The union"), Strength::Neutral),
        ("en", "Ministry: fuel prices fall", Some("Ministry"), Strength::Neutral),
        ("en", "Fuel prices fall – ministry", Some("ministry"), Strength::Neutral),
        ("en", "He allegedly fled.", None, Strength::Weak),
        ("fr", "Les prix ont baissé, selon le ministère.", Some("le ministère"), Strength::Neutral),
        ("fr", "Le ministère a indiqué que les prix baissaient.", Some("Le ministère"), Strength::Neutral),
        ("fr", "Les prix ont baissé, a confirmé le ministère.", Some("le ministère"), Strength::Strong),
        ("ar", "وقالت الوزارة إن الأسعار انخفضت.", Some("الوزارة"), Strength::Neutral),
        ("ar", "وأكدت الوزارة أن الأسعار انخفضت.", Some("الوزارة"), Strength::Strong),
        ("hi", "मंत्रालय ने कहा कि कीमतें गिरीं।", Some("मंत्रालय"), Strength::Neutral),
        ("hi", "मंत्रालय के अनुसार कीमतें गिरीं।", Some("मंत्रालय"), Strength::Neutral),
    ];
    for (lang, text, who, strength) in table {
        assert_eq!(said_by(text, lang), (who.map(str::to_owned), strength), "{text}");
    }
}

#[test]
fn other_uses_are_no_speech() {
    for text in
        ["The firm added 200 jobs.", "The claims were paid.", "Officials noted the change in a ledger of the port."]
    {
        assert_eq!(sayings(text, &Lang::en()), [], "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read(s in "\\PC*", lang in "en|fr|ar|hi|und") {
        let lang = Lang::new(&lang);
        for q in quotes(&s, &lang) {
            prop_assert!(s.get(q.inner).is_some());
        }
        for w in sayings(&s, &lang) {
            prop_assert!(s.get(w.verb).is_some() && w.speaker.is_none_or(|r| s.get(r).is_some()));
        }
    }

    #[test]
    fn any_mix_of_marks_is_read(s in "(said |[“”\"'‘’«»„,.:\n -]|Reis |that |ने |कहा ){0,24}") {
        for lang in ["en", "fr", "hi"] {
            quotes(&s, &Lang::new(lang));
        }
    }
}
