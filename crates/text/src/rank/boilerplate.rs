//! Lines that travel with copy and are no part of the news.

use news::Lang;

/// What such a line begins with, lower case.
const STARTS: &str = "reporting by|additional reporting|editing by|writing by|compiled by|edited by|with inputs from|with input from|\
(with inputs|(reporting by|(additional reporting|(editing by|read more|read also|also read|read:|read the|see also|related:|related stories|\
more:|watch:|listen:|follow us|follow the|sign up|subscribe|click here|tap here|download our|download the|join us|join our|get the latest|\
copyright|©|(c) |all rights reserved|photo:|photo by|photograph:|image:|image by|picture:|pictured:|file photo|file -|getty images|\
credit:|source:|advertisement|share this|this article was|this story was|this story has been|this article has been|this article originally|\
this material may not|our standards|contact us|to contact the|the views expressed|disclaimer|notes to editors|about the author|\
for more information|media contact|press contact|###|-ends-|ends|more to follow|developing story|this is a developing story|\
lire aussi|à lire aussi|lire la suite|suivez-nous|abonnez-vous|avec afp|(avec afp|crédit photo|photo d'illustration|tous droits réservés|\
inscrivez-vous|partager|mit material von|lesen sie auch|mehr zum thema|folgen sie uns|foto:|bild:|quelle:|lea también|lee también|\
síganos|siga leyendo|todos los derechos|leia também|siga-nos|foto por|leggi anche|seguici|\
اقرأ أيضا|اقرأ أيضًا|إقرأ أيضا|اقرأ المزيد|تابعونا|تابعنا|جميع الحقوق محفوظة|المصدر:|شاهد أيضا|صورة:|\
यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|और पढ़ें|हमें फॉलो करें|फोटो:|तस्वीर:|सब्सक्राइब|читайте также|подписывайтесь|фото:";

/// What such a line holds, lower case, when it is short.
const HOLDS: &str = "all rights reserved|may not be published, broadcast|sign up for our newsletter|subscribe to our|follow us on|on twitter:|\
on facebook|terms of use|privacy policy|cookie policy|getty images|via getty|ap photo|afp photo|reuters/|/afp|/epa|shutterstock|handout photo|\
contributed to this report|contributed reporting|first published on|originally published|tous droits réservés|alle rechte vorbehalten|\
todos los derechos reservados|جميع الحقوق محفوظة|सर्वाधिकार सुरक्षित";

/// Words beyond which a line is read as news whatever it holds.
const SHORT_LINE_WORDS: usize = 30;

/// Words beyond which a line is read as news whatever it begins with.
const START_WORDS: usize = 45;

/// Whether `sentence` is no news: orders to machines, who reported and edited, where to read more or follow, rights,
/// captions, contact lines.
pub fn boilerplate(sentence: &str, lang: &Lang) -> bool {
    let _ = lang;
    let line = crate::word::lower(sentence.trim().trim_start_matches(['*', '•', '-', '–', '—', '>', ' ', '[']));
    let words = crate::word::count(&line);
    if words == 0 {
        return true;
    }
    let starts = STARTS.split('|').any(|s| begins(&line, s));
    let holds = HOLDS.split('|').any(|h| line.contains(h));
    crate::order::to_machine(sentence)
        || (starts && words <= START_WORDS)
        || (holds && words <= SHORT_LINE_WORDS)
        || address(&line, words)
}

/// Whether `line` begins with `start` as whole words: `ends` is not `Ends meet`, which has words behind it.
fn begins(line: &str, start: &str) -> bool {
    match line.strip_prefix(start) {
        Some("") => true,
        // Words that news begins with as well.
        Some(rest) if matches!(start, "ends" | "partager" | "more:") => rest.len() < 2,
        Some(rest) => !start.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric),
        None => false,
    }
}

/// A line that is little more than a link or a mail address.
fn address(line: &str, words: usize) -> bool {
    words <= 4
        && line
            .split_whitespace()
            .any(|w| w.starts_with("http") || w.starts_with("www.") || (w.contains('@') && w.contains('.')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_no_news() {
        for line in [
            "Reporting by Ann Lee in Lerma; Editing by Joe Roe",
            "(Additional reporting by Ann Lee)",
            "Read more: ten storms of the year",
            "Follow us on Facebook and X.",
            "© 2026 Lerma Wire. All rights reserved.",
            "Photo: Ann Lee/Lerma Wire",
            "https://example.com/storms",
            "À lire aussi : la tempête",
            "اقرأ أيضا: العاصفة",
            "यह भी पढ़ें: तूफान",
            "***",
        ] {
            assert!(boilerplate(line, &Lang::und()), "{line}");
        }
    }

    #[test]
    fn news_is_not() {
        for line in [
            "The photo showed a flooded street.",
            "Ends rarely justify means, the minister said.",
            "Reporters followed the minister out of the room.",
            "He said the source: a leak in the pipe, had been found.",
            "The company said it would follow users' wishes.",
            "قال الوزير إن العاصفة انتهت",
        ] {
            assert!(!boilerplate(line, &Lang::und()), "{line}");
        }
    }
}
