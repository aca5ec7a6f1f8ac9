use super::*;
use proptest::prelude::*;

fn cut<'a>(text: &'a str, lang: &str) -> Vec<&'a str> {
    split(text, &Lang::new(lang)).into_iter().map(|r| &text[r]).collect()
}

/// `|` in the text marks where sentences part.
fn parts_at(marked: &str, lang: &str) {
    let text = marked.replace('|', "");
    let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
    assert_eq!(cut(&text, lang), expected, "{lang}: {marked}");
}

#[test]
fn english_abbreviations_and_initials() {
    parts_at(
        "Mr. Sall met Gen. Mark A. Milley of the U.S. Army on Nov. 6 at 5 p.m. GMT. |They spoke of Bill No. 12.",
        "en",
    );
    parts_at("Writer J. K. Rowling sued Acme Inc. on Monday. |It was vs. the state.", "en");
    parts_at(
        "He lives in the U.S. |The U.S. President left. |Shares rose 3.5 percent to $1,200.50. |That was all.",
        "en",
    );
    parts_at("She left at 5 a.m. |Police arrived by 6 a.m. Monday. |He works for Acme Corp. |The firm said no.", "en");
    parts_at("Fruits, e.g. Apples, etc. were sold. |So do I. |He voted no. |No. 10 was silent.", "en");
    parts_at("George W. Bush and St. Louis. |He visited Washington, D.C. |Then he left.", "en");
}

#[test]
fn datelines_and_lists() {
    parts_at("PARIS, Nov. 6 (Agency) - The minister resigned. |He gave no reason.", "en");
    parts_at("1. The plan is dead. |It began in 2024. |It ends.", "en");
}

#[test]
fn quotations_stay_with_their_speaker() {
    parts_at(
        "\"We will fight,\" he said. |\"Yes!\" she said. |\"Who knows?\" Mr. Sall asked. |\"We lost.\" |Then they left.",
        "en",
    );
    parts_at("“It is over.” |The crowd cheered. |“Why?” |The minister did not answer.", "en");
    parts_at("He said: “We go. We fight.” |(They left.) |All was quiet... |Then came noise… and light.", "en");
    parts_at("He left. |\"No,\" she said. |\"We go. We fight,\" he said. |\"It ended.\" |\"No!\"", "en");
    // A quotation that is not closed on its line, or too long to keep, parts like any text.
    parts_at("“We go. |We fight.", "en");
    let long = format!("“It {}. It ended,” he said.", "went on and ".repeat(40));
    assert_eq!(cut(&long, "en").len(), 2);
    parts_at("He owns Yahoo! and lives there.", "en");
}

#[test]
fn a_lost_space_still_ends_a_sentence() {
    parts_at("Prices fell.|The bank at example.com said so in Node.js 3.5.", "en");
}

#[test]
fn french() {
    parts_at("M. Dupont a dit : « C’est fini. » |Mme. Diallo a quitté l’O.N.U. à 10 h. |Il pleut.", "fr");
    parts_at(
        "Il a dit : « C'est non. Nous refusons. » |« Partez ! » a-t-il crié. |Le prof. Martin compte env. 100 hab. selon l'art. 5. |Oui.",
        "fr",
    );
    parts_at("« Partez ! » a-t-il crié. |Les 3,5 millions d’euros ont disparu.", "fr");
}

#[test]
fn german_ordinals_and_quotes() {
    parts_at("Am 6. November kam Dr. Weber nach z.B. Berlin. |Er sagte: „Es ist vorbei.“ |Dann ging er.", "de");
    parts_at("Das war 2024. |Er kam nie wieder.", "de");
}

#[test]
fn arabic_and_urdu() {
    parts_at("قال د. محمد إن الحرب انتهت. |هل هذا صحيح؟ |لا أحد يعلم.", "ar");
    parts_at("وزیر نے کہا۔ |پھر وہ چلے گئے۔", "ur");
}

#[test]
fn hindi_danda() {
    parts_at("प्रधानमंत्री ने डॉ. सिंह से बात की। |बैठक 3.5 घंटे चली।|फिर वे चले गए।", "hi");
}

#[test]
fn chinese_and_japanese() {
    parts_at("总理访问巴黎。|他说：“很好。”|会议结束。", "zh");
    parts_at("首相は「行く。」と述べた。|会議は終わった。", "ja");
}

#[test]
fn russian() {
    parts_at("В 2024 г. он выделил 5 млрд. рублей. |Это было в 2023 г. |Президент В. В. Путин уехал.", "ru");
}

#[test]
fn lines_never_mix() {
    assert_eq!(
        cut("A headline without a stop\nThe body begins.\n\n\"\nEnd", "en"),
        ["A headline without a stop", "The body begins.", "\"", "End"]
    );
}

proptest! {
    #[test]
    fn ranges_are_ordered_and_cover_every_word(s in "(\\PC|[.!?\" \n।。“”»A-Za-z0-9]){0,80}", lang in "en|fr|de|ar|hi|ja|zh|und") {
        let ranges = split(&s, &Lang::new(&lang));
        let mut last = 0;
        for r in &ranges {
            prop_assert!(r.start >= last && r.end > r.start);
            let gap = s.get(last..r.start);
            prop_assert!(gap.is_some_and(|g| g.trim().is_empty()));
            let t = s.get(r.clone());
            prop_assert!(t.is_some_and(|t| t.trim() == t && !t.contains('\n')));
            last = r.end;
        }
        prop_assert!(s[last..].trim().is_empty());
    }
}
