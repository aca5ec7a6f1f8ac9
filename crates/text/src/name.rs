//! Names of people and bodies.

mod cased;
mod lexicon;
mod skeleton;
mod uncased;

pub use skeleton::{plain, skeletons};

use news::Lang;
use std::ops::Range;

/// A name in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Bytes of the name itself, without title: `Assimi Goita`.
    pub range: Range<usize>,
    /// Bytes of title or role beside it: `military leader`, `Foreign Minister`.
    pub role: Option<Range<usize>>,
    /// Looks like a person (given and family name, or after a personal title).
    pub person: bool,
    /// Initials in capitals: `IMF`.
    pub acronym: bool,
}

/// Names of `text` by script and case (Latin, Cyrillic, Greek); in scripts without case, what titles and quotation of speech reveal.
pub fn find(text: &str, lang: &Lang) -> Vec<Name> {
    let names = read(text, lang);
    // The gazetteer is slow to ask.
    let places = if names.iter().any(|n| n.person) { crate::place::find(text, lang) } else { Vec::new() };
    without_places(names, &places)
}

/// The same for a text whose places were found before.
pub fn find_beside(text: &str, lang: &Lang, places: &[crate::place::Mention]) -> Vec<Name> {
    without_places(read(text, lang), places)
}

fn read(text: &str, lang: &Lang) -> Vec<Name> {
    match lang.primary() {
        "ar" | "hi" => uncased::find(text, lang),
        _ => cased::find(text, lang),
    }
}

/// `Burkina Faso` has the shape of a person's name.
fn without_places(mut names: Vec<Name>, places: &[crate::place::Mention]) -> Vec<Name> {
    let is_place = |n: &Name| places.iter().any(|p| p.range.start <= n.range.start && n.range.end <= p.range.end);
    names.iter_mut().filter(|n| n.person && is_place(n)).for_each(|n| n.person = false);
    names
}

/// Whether a lower-case word names an office or a trade: `minister`, `porte-parole`, `स्पोक्सपर्सन`.
pub fn is_role(lower: &str) -> bool {
    lexicon::is_role(&crate::lex::fold(lower))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_place_of_two_words_is_no_person() {
        let found = find("The government of Burkina Faso met Ana Reis on Friday.", &Lang::en());
        let persons: Vec<bool> = found.iter().map(|n| n.person).collect();
        assert_eq!(persons, [false, true], "{found:?}");
    }

    fn names(text: &str, lang: &str) -> Vec<(String, Option<String>)> {
        let found = find(text, &Lang::new(lang));
        found.into_iter().map(|n| (text[n.range].to_owned(), n.role.map(|r| text[r].to_owned()))).collect()
    }

    /// Language, text, names with roles.
    type Row = (&'static str, &'static str, &'static [(&'static str, Option<&'static str>)]);

    fn own(list: &[(&str, Option<&str>)]) -> Vec<(String, Option<String>)> {
        list.iter().map(|(n, r)| ((*n).to_owned(), r.map(str::to_owned))).collect()
    }

    #[test]
    fn a_clause_behind_a_comma_is_no_role() {
        for text in [
            "According to the prosecutor, Colm Vasey, Arkley tipped off the executives about bids.",
            "It fell 60 metres in southern Quillay, firefighters said.",
            "After take-off for Quillay, the pilot had warned of trouble.",
        ] {
            let found = names(text, "en");
            assert!(found.iter().all(|(n, r)| n != "Colm Vasey" && n != "Quillay" || r.as_deref().is_none_or(|r| r == "prosecutor")), "{found:?}");
        }
    }

    #[test]
    fn names_with_roles_before_and_after() {
        let table: [Row; 8] = [
            (
                "en",
                "It was foreign ministry spokesman Luc Carvenne who left.",
                &[("Luc Carvenne", Some("foreign ministry spokesman"))],
            ),
            (
                "en",
                "It was Luc Carvenne, the mayor of Lille, who left.",
                &[("Luc Carvenne", Some("mayor of Lille")), ("Lille", None)],
            ),
            ("en", "It was President Adama Zongori who left.", &[("Adama Zongori", Some("President"))]),
            ("en", "It was Ms. Quill who met Dr Obi.", &[("Quill", Some("Ms")), ("Obi", Some("Dr"))]),
            (
                "en",
                "Two people met Omar al-Sayegh and Jan van der Molen.",
                &[("Omar al-Sayegh", None), ("Jan van der Molen", None)],
            ),
            ("en", "They met the Bank of Ghana and the IMF.", &[("Bank of Ghana", None), ("IMF", None)]),
            ("fr", "C’est le ministre de la santé Luc Carvenne.", &[("Luc Carvenne", Some("ministre de la santé"))]),
            ("hi", "प्रधानमंत्री अरुण वर्मा ने कहा", &[("अरुण वर्मा", Some("प्रधानमंत्री"))]),
        ];
        for (lang, text, want) in table {
            assert_eq!(names(text, lang), own(want), "{text}");
        }
    }

    #[test]
    fn sentence_starts_are_no_names_unless_they_are() {
        assert_eq!(names("Shares fell. Officials met.", "en"), []);
        assert_eq!(names("Ana Reis left. Then Reis came back.", "en"), own(&[("Ana Reis", None), ("Reis", None)]));
        assert_eq!(names("The Red Cross left.", "en"), own(&[("Red Cross", None)]));
    }

    #[test]
    fn arabic_speakers_and_titles() {
        assert_eq!(names("قال الوزير أحمد المنصوري إن الأسعار انخفضت", "ar"), own(&[("أحمد المنصوري", Some("الوزير"))]));
    }

    #[test]
    fn people_and_acronyms() {
        let found = find("They met Ana Reis and the IMF.", &Lang::en());
        assert_eq!(found.iter().map(|n| (n.person, n.acronym)).collect::<Vec<_>>(), [(true, false), (false, true)]);
    }

    proptest! {
        #[test]
        fn any_text_is_read(s in "\\PC*", lang in "en|fr|ar|hi|und") {
            for n in find(&s, &Lang::new(&lang)) {
                prop_assert!(s.get(n.range).is_some() && n.role.is_none_or(|r| s.get(r).is_some()));
            }
        }

        #[test]
        fn any_mix_of_names_is_read(s in "(Ana |Reis|, |the |minister |al-|of |[.\n]|said |IMF ){0,24}") {
            find(&s, &Lang::en());
        }
    }
}
