//! `PARIS, Nov 6 (Agency) - ` at the head of a body: taken off the text, its parts kept. Conservative: a dateline that is
//! left in the text does little harm, words of a sentence that are taken out do much.

use news::report::Dateline;

/// A dateline found at the start of a paragraph.
#[derive(Debug, PartialEq)]
pub(crate) struct Found {
    /// Place and day; `None` where the copy begins with `(Agency) - ` alone.
    pub dateline: Option<Dateline>,
    /// What stood in brackets.
    pub credit: Option<String>,
    /// Byte at which the sentence begins.
    pub rest: usize,
}

/// No dateline is longer, in bytes.
const LONGEST: usize = 140;

/// Capitals before a dash or colon that are labels, not places.
const LABELS: [&str; 34] = [
    "UPDATE",
    "UPDATED",
    "BREAKING",
    "CORRECTION",
    "CORRECTED",
    "EXCLUSIVE",
    "ANALYSIS",
    "OPINION",
    "VIDEO",
    "WATCH",
    "LIVE",
    "NOTE",
    "FACTBOX",
    "EXPLAINER",
    "TIMELINE",
    "INTERVIEW",
    "PREVIEW",
    "REVIEW",
    "SUMMARY",
    "UPDATES",
    "NEWS",
    "ADVISORY",
    "EMBARGOED",
    "KILL",
    "URGENT",
    "ALERT",
    "FLASH",
    "PHOTOS",
    "QUESTION",
    "ANSWER",
    "WHAT",
    "WHO",
    "WHY",
    "HOW",
];

/// The dateline that `paragraph` begins with.
pub(crate) fn find(paragraph: &str) -> Option<Found> {
    let head = crate::detect::prefix(paragraph, LONGEST);
    separators(head).into_iter().take(4).find_map(|(at, len, kind)| {
        let rest = at + len;
        let rest = rest + paragraph.get(rest..)?.len() - paragraph.get(rest..)?.trim_start().len();
        let (dateline, credit) = parse(head.get(..at)?, kind)?;
        begins_sentence(paragraph.get(rest..)?).then_some(Found { dateline, credit, rest })
    })
}

/// What parts a dateline from its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Separator {
    Dash,
    /// Weak: many things stand before a colon.
    Colon,
    /// Weak: `।` or `.` after a bracket.
    Stop,
}

/// Places where a separator stands, left to right: byte, length, kind.
fn separators(head: &str) -> Vec<(usize, usize, Separator)> {
    const MARKS: [(&str, Separator); 16] = [
        (" --- ", Separator::Dash),
        (" -- ", Separator::Dash),
        (" - ", Separator::Dash),
        (" – ", Separator::Dash),
        (" — ", Separator::Dash),
        ("— ", Separator::Dash),
        (")—", Separator::Dash),
        (")–", Separator::Dash),
        (") -", Separator::Dash),
        (")- ", Separator::Dash),
        ("—", Separator::Dash),
        (": ", Separator::Colon),
        ("):", Separator::Colon),
        (")।", Separator::Stop),
        (") ।", Separator::Stop),
        ("/. ", Separator::Stop),
    ];
    let mut found: Vec<(usize, usize, Separator)> = Vec::new();
    for (mark, kind) in MARKS {
        if let Some(at) = head.find(mark) {
            // The bracket or slash belongs to what stands before.
            let own = usize::from(mark.starts_with([')', '/']));
            found.push((at + own, mark.len() - own, kind));
        }
    }
    found.sort_by_key(|(at, len, _)| (*at, std::cmp::Reverse(*len)));
    found
}

/// A sentence begins with a capital, a digit, a quotation mark or a letter of a script without capitals.
fn begins_sentence(rest: &str) -> bool {
    let first = rest.chars().find(|c| !matches!(c, '"' | '“' | '«' | '\'' | '‘' | '(' | '\u{a0}' | ' '));
    first.is_some_and(|c| !c.is_lowercase() && c.is_alphanumeric() || "$€£¥₹".contains(c)) && rest.chars().count() >= 15
}

type Parts = (Option<Dateline>, Option<String>);

fn parse(head: &str, kind: Separator) -> Option<Parts> {
    let head = head.trim();
    let (head, credit) = brackets(head)?;
    if head.is_empty() {
        return credit
            .filter(|c| kind == Separator::Dash && c.split_whitespace().count() <= 3)
            .map(|c| (None, Some(c)));
    }
    let (place, day) = split_day(head)?;
    let sure = credit.is_some() || day.is_some();
    let known = text::place::locate(&place).is_some();
    let ok = match case(&place) {
        Case::Upper => match kind {
            Separator::Dash => sure || letters(&place) >= 4 || (known && letters(&place) == 3),
            Separator::Colon => {
                sure || (known && letters(&place) >= 3) || (letters(&place) >= 5 && place.contains(' '))
            }
            Separator::Stop => sure,
        },
        // A bracket that names the agency, or a known place with a day.
        Case::Mixed => credit.is_some() || (day.is_some() && known),
        Case::None => credit.is_some() || (known && kind != Separator::Stop && sure),
        Case::NotAPlace => false,
    };
    let label = LABELS.iter().any(|l| place == *l || place.split([' ', ',']).next() == Some(l));
    (ok && !label).then(|| (Some(Dateline { place: reading_case(&place), day }), credit))
}

/// Takes a bracket off either end, or TASS's slashes off the back: the agency. A country in brackets stays with its place.
fn brackets(head: &str) -> Option<(&str, Option<String>)> {
    const PAIRS: [(char, char); 3] = [('(', ')'), ('（', '）'), ('/', '/')];
    for (open, close) in PAIRS {
        if let Some((inner, rest)) = head.strip_prefix(open).and_then(|h| h.split_once(close)) {
            return Some((rest.trim().trim_matches(','), Some(agency(inner)?)));
        }
        if let Some((before, inner)) = head.strip_suffix(close).and_then(|h| h.rsplit_once(open)) {
            return Some((before.trim().trim_end_matches(['.', ',', '،', '-', '–', '/']).trim(), Some(agency(inner)?)));
        }
    }
    Some((head, None))
}

fn agency(inner: &str) -> Option<String> {
    let inner = inner.trim();
    let first = inner.chars().next()?;
    let fits = (2..=45).contains(&inner.chars().count())
        && first.is_alphabetic()
        && !first.is_lowercase()
        && !inner.contains(['.', '!', '?', '"']);
    let abbreviation = inner.contains('.') && inner.chars().count() <= 12 && !first.is_lowercase();
    ((fits || abbreviation) && text::place::locate(inner).is_none()).then(|| inner.to_owned())
}

/// Place and day: `LYON, 6 nov`; `PARIS Nov 6`; `القاهرة 6 نوفمبر`; `BEIJING, Nov. 6`.
fn split_day(head: &str) -> Option<(String, Option<String>)> {
    let tokens: Vec<&str> = head.split_whitespace().collect();
    if tokens.is_empty() || tokens.len() > 9 || head.contains([';', '!', '?', '"', '“', '«', '=', '|', '@', '#']) {
        return None;
    }
    let bare = |t: &str| t.trim_matches([',', '،', '.']).to_owned();
    let number = |t: &str| {
        let digits: String = bare(t).chars().filter_map(ascii_digit).collect();
        let ordinal = bare(t).trim_end_matches(|c: char| c.is_alphabetic()).chars().count() == digits.chars().count();
        digits.parse::<u8>().is_ok_and(|n| (1..=31).contains(&n)) && ordinal
    };
    let Some(at) = tokens.iter().position(|t| t.contains(|c| ascii_digit(c).is_some())) else {
        return place_of(&tokens).map(|p| (p, None));
    };
    if !tokens.get(at).is_some_and(|t| number(t)) {
        return None;
    }
    let word = |i: Option<usize>| i.and_then(|i| tokens.get(i)).map(|t| bare(t)).filter(|t| is_month(t));
    // Month after the day (`6 nov`) or before it (`Nov 6`).
    let (from, to) = match (word(at.checked_add(1)), word(at.checked_sub(1))) {
        (Some(_), _) => (at, at + 2),
        (None, Some(_)) => (at.checked_sub(1)?, at + 1),
        (None, None) => return None,
    };
    // A year or weekday may stand around; nothing else may follow.
    let tail = tokens.get(to..)?;
    if tail.len() > 1 || tail.first().is_some_and(|t| bare(t).parse::<u16>().is_err()) {
        return None;
    }
    let day = tokens.get(from..to)?.join(" ");
    let mut place = tokens.get(..from)?;
    if place.last().is_some_and(|t| is_weekday(&bare(t))) {
        place = place.get(..place.len() - 1)?;
    }
    Some((place_of(place)?, Some(day.trim_matches([',', '،', ' ']).trim_end_matches('.').to_owned())))
}

fn ascii_digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '٠'..='٩' => char::from_digit(u32::from(c) - u32::from('٠'), 10),
        '۰'..='۹' => char::from_digit(u32::from(c) - u32::from('۰'), 10),
        '०'..='९' => char::from_digit(u32::from(c) - u32::from('०'), 10),
        _ => None,
    }
}

fn place_of(tokens: &[&str]) -> Option<String> {
    let place = tokens.join(" ");
    let place = place.trim_end_matches([',', '،', '-', ' ']).trim();
    (!place.is_empty() && place.chars().count() <= 50 && tokens.len() <= 6).then(|| place.to_owned())
}

fn is_month(word: &str) -> bool {
    const BEGINNINGS: [&str; 40] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "fév", "avr", "mai",
        "juin", "juil", "aoû", "déc", "ene", "abr", "ago", "dic", "mär", "okt", "dez", "gen", "mag", "giu", "lug",
        "set", "ott", "out", "fev", "янв", "фев", "мар", "апр", "ноя", "дек",
    ];
    const WORDS: [&str; 36] = [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "ابريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "اغسطس",
        "سبتمبر",
        "أكتوبر",
        "اكتوبر",
        "نوفمبر",
        "ديسمبر",
        "تشرين",
        "كانون",
        "آب",
        "أيلول",
        "جانفي",
        "نونبر",
        "दिसंबर",
        "जनवरी",
        "फरवरी",
        "मार्च",
        "अप्रैल",
        "मई",
        "जून",
        "जुलाई",
        "अगस्त",
        "सितंबर",
        "अक्टूबर",
        "नवंबर",
        "नवम्बर",
        "दिसम्बर",
        "सितम्बर",
    ];
    let lower = word.to_lowercase();
    WORDS.contains(&lower.as_str()) || (lower.chars().count() <= 10 && BEGINNINGS.iter().any(|b| lower.starts_with(b)))
}

fn is_weekday(word: &str) -> bool {
    const BEGINNINGS: [&str; 21] = [
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonntag",
    ];
    // `MONROVIA` and `SUNDERLAND` are places: an English weekday is the beginning alone or ends in `day`.
    let lower = word.to_lowercase();
    BEGINNINGS.iter().any(|b| lower == *b || (lower.starts_with(b) && lower.ends_with("day")))
}

fn letters(place: &str) -> usize {
    place.chars().filter(|c| c.is_alphabetic()).count()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    Upper,
    Mixed,
    None,
    NotAPlace,
}

/// How the place is written. The first comma part decides; the others (`OSAKA, Japan`) need only begin with a capital.
fn case(place: &str) -> Case {
    let mut parts = place.split([',', '،', '/', '[']).map(|p| p.trim().trim_matches(['[', ']']));
    let first = parts.next().unwrap_or_default();
    if first.is_empty() || place.contains([':', '(', ')', '%', '$']) {
        return Case::NotAPlace;
    }
    let rest_fit = parts.all(|p| p.is_empty() || !p.starts_with(char::is_lowercase));
    let words: Vec<&str> = first.split_whitespace().collect();
    let cased = first.chars().any(|c| c.is_lowercase() || c.is_uppercase());
    match () {
        () if !rest_fit || words.len() > 5 => Case::NotAPlace,
        () if !cased => {
            if words.len() <= 4 && letters(first) >= 2 {
                Case::None
            } else {
                Case::NotAPlace
            }
        }
        () if letters(first) >= 2 && !first.chars().any(char::is_lowercase) => Case::Upper,
        () if words.iter().all(|w| w.starts_with(char::is_uppercase) || SMALL.contains(w))
            && first.starts_with(char::is_uppercase) =>
        {
            Case::Mixed
        }
        () => Case::NotAPlace,
    }
}

/// Words inside a place's name that stay small.
const SMALL: [&str; 22] = [
    "de", "del", "du", "des", "da", "do", "dos", "di", "la", "le", "les", "of", "and", "upon", "on", "sur", "en", "au",
    "aux", "am", "es", "der",
];

/// `NEW DELHI` -> `New Delhi`, `PORT-AU-PRINCE` -> `Port-au-Prince`; what is not in capitals stays as printed.
pub(crate) fn reading_case(place: &str) -> String {
    let mut out = String::with_capacity(place.len());
    for (n, part) in place.split(',').enumerate() {
        if n > 0 {
            out.push(',');
        }
        let shouted = part.chars().any(char::is_uppercase) && !part.chars().any(char::is_lowercase);
        // `U.S.` and `D.C.` stay.
        if !shouted || part.matches('.').count() >= 2 {
            out.push_str(part);
            continue;
        }
        for (i, word) in part.split_inclusive([' ', '-', '/']).enumerate() {
            out.push_str(&capitalised(word, i > usize::from(part.starts_with(' '))));
        }
    }
    out.replace(" [", ", ").replace(']', "").replace(",,", ",")
}

fn capitalised(word: &str, inner: bool) -> String {
    let lower = word.to_lowercase();
    if inner && SMALL.contains(&lower.trim_end_matches([' ', '-', '/'])) {
        return lower;
    }
    let mut out = String::with_capacity(word.len());
    let mut start = true;
    for (i, c) in lower.chars().enumerate() {
        if start && c.is_alphabetic() {
            out.extend(c.to_uppercase());
            start = false;
        } else {
            out.push(c);
        }
        // `L'AQUILA`, `N'DJAMENA`: one letter before the apostrophe.
        start |= matches!(c, '\'' | '’') && i <= 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn found(head: &str, place: &str, day: Option<&str>, credit: Option<&str>) {
        let paragraph = format!("{head}The mayor said on Thursday that the bridge was open again.");
        let found = find(&paragraph).unwrap_or_else(|| panic!("nothing in {head:?}"));
        assert!(paragraph.get(found.rest..).is_some_and(|r| r.starts_with("The mayor")), "{head:?}");
        let want = (!place.is_empty()).then(|| Dateline { place: place.into(), day: day.map(Into::into) });
        assert_eq!((found.dateline, found.credit.as_deref()), (want, credit), "{head:?}");
    }

    #[test]
    fn the_usual_forms() {
        found("PARIS, Nov 6 (Agency) - ", "Paris", Some("Nov 6"), Some("Agency"));
        found("BAMAKO (Agency) — ", "Bamako", None, Some("Agency"));
        found("LYON, 6 nov (AGENCE) - ", "Lyon", Some("6 nov"), Some("AGENCE"));
        found("(Agency) PARIS — ", "Paris", None, Some("Agency"));
        found("OSAKA, Japan, Nov 6 (OSTREL) - ", "Osaka, Japan", Some("Nov 6"), Some("OSTREL"));
        found("TØNDER, Denmark, Nov 6 – ", "Tønder, Denmark", Some("Nov 6"), None);
        found("NEW DELHI: ", "New Delhi", None, None);
        found("New Delhi [India], November 6 (ANX): ", "New Delhi, India", Some("November 6"), Some("ANX"));
        found("BEIJING, Nov. 6 (Agency) -- ", "Beijing", Some("Nov. 6"), Some("Agency"));
        found("MOSCOW, November 6. /AGEN/. ", "Moscow", Some("November 6"), Some("AGEN"));
        found("Paris (AGEN) – ", "Paris", None, Some("AGEN"));
        found("PORT-AU-PRINCE, Haiti (AG) — ", "Port-au-Prince, Haiti", None, Some("AG"));
        found("WASHINGTON — ", "Washington", None, None);
        found("(Agency) - ", "", None, Some("Agency"));
        found("DAR ES SALAAM, 6 November (AG) - ", "Dar es Salaam", Some("6 November"), Some("AG"));
        found("L'AQUILA, Italy - ", "L'Aquila, Italy", None, None);
    }

    #[test]
    fn scripts_without_capitals_need_the_bracket() {
        let f = find("باريس (وكالة) - قالت الحكومة يوم الخميس إن الجسر مفتوح.").expect("Arabic");
        assert_eq!((f.dateline.unwrap().place.as_str(), f.credit.as_deref()), ("باريس", Some("وكالة")));
        let f = find("القاهرة، 6 نوفمبر (وكالة) - قالت الحكومة يوم الخميس إن الجسر مفتوح.").expect("Arabic day");
        assert_eq!(f.dateline.unwrap(), Dateline { place: "القاهرة".into(), day: Some("6 نوفمبر".into()) });
        let f = find("नई दिल्ली, 6 नवंबर (एजेंसी)। सरकार ने गुरुवार को कहा कि पुल खुला है।").expect("Hindi");
        assert_eq!(f.dateline.unwrap(), Dateline { place: "नई दिल्ली".into(), day: Some("6 नवंबर".into()) });
        assert_eq!(f.credit.as_deref(), Some("एजेंसी"));
        assert!(find("सरकार - ने गुरुवार को कहा कि पुल खुला है।").is_none());
    }

    #[test]
    fn words_of_a_sentence_stay() {
        for kept in [
            "The mayor (Labour) - who was elected in May - said that the bridge was open.",
            "Paris - the city of light - was dark on Thursday after a power cut.",
            "UPDATE: The mayor said on Thursday that the bridge was open again.",
            "MAYOR: The bridge is open again, as I said on Thursday.",
            "Paris (France) - The mayor said on Thursday".trim_end_matches(" (France) - The mayor said on Thursday"),
            "In 2024 (the last year of the survey) - The figures rose.",
            "US - The mayor said on Thursday that the bridge was open.",
            "Mr Smith, 52 (Labour) - The mayor said so on Thursday.",
            "He said: The bridge is open again, and it will stay open.",
            "AI — what it means for the people who build bridges.",
        ] {
            assert_eq!(find(kept), None, "{kept}");
        }
    }
}
