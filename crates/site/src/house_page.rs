//! Pages about the house, as Markdown: the operator's own files, else those that every house has. Words in braces are filled
//! in from the settings.

use news::Lang;

use crate::House;

/// A page about the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HousePage {
    /// Its address without the slash: `about`.
    pub name: String,
    /// Its language.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// Its text.
    pub markdown: String,
}

macro_rules! pages {
    ($($name:literal)*) => {
        /// Names of the pages that every house has.
        pub const NAMES: &[&str] = &[$($name),*];
        /// Name, language and text of these, English first; the first line is the title.
        const GENERATED: &[(&str, &str, &str)] = &[$(
            ($name, "en", include_str!(concat!("../words/pages/", $name, ".en.md"))),
            ($name, "fr", include_str!(concat!("../words/pages/", $name, ".fr.md"))),
            ($name, "ar", include_str!(concat!("../words/pages/", $name, ".ar.md"))),
            ($name, "hi", include_str!(concat!("../words/pages/", $name, ".hi.md"))),
        )*];
    };
}

pages! { "about" "how-it-works" "corrections-policy" "ai-policy" "privacy" "terms" "disclaimer" "contact" }

/// The page that every house has of that name in that language.
pub fn generated(name: &str, lang: &Lang) -> Option<HousePage> {
    let (_, _, text) = GENERATED.iter().find(|(n, l, _)| *n == name && *l == lang.primary())?;
    let (title, markdown) = text.split_once('\n').unwrap_or((text, ""));
    Some(HousePage {
        name: name.to_owned(),
        lang: Lang::new(lang.primary()),
        title: title.trim_start_matches("# ").to_owned(),
        markdown: markdown.trim_start().to_owned(),
    })
}

/// The page of that name for readers of that language: the operator's, in the house's language rather than in none, since what
/// the house wrote itself must not be contradicted by what we wrote for it; else ours, in English rather than in none.
pub fn find(house: &House, name: &str, lang: &Lang) -> Option<HousePage> {
    let own = |lang: &Lang| house.pages.iter().find(|p| p.name == name && p.lang.primary() == lang.primary());
    let own = own(lang).or_else(|| own(&house.lang)).or_else(|| house.pages.iter().find(|p| p.name == name));
    own.cloned().or_else(|| generated(name, lang)).or_else(|| generated(name, &Lang::en()))
}

/// The operator's pages beside those that every house has, in a language where there is one: (title, name).
pub fn extra(house: &House, lang: &Lang) -> Vec<(String, String)> {
    let mut names: Vec<&str> = house.pages.iter().map(|p| p.name.as_str()).filter(|n| !NAMES.contains(n)).collect();
    names.sort_unstable();
    names.dedup();
    names.into_iter().filter_map(|name| Some((find(house, name, lang)?.title, name.to_owned()))).collect()
}

/// What may stand in braces.
pub const PLACEHOLDERS: [&str; 13] = [
    "name",
    "tagline",
    "base_url",
    "publisher",
    "owner",
    "responsible_editor",
    "email",
    "phone",
    "postal",
    "security",
    "sample",
    "model",
    "no_model",
];

/// The value of a placeholder as Markdown; `None` for what the settings leave empty. `sample`, `model` and `no_model` are no
/// words at all, and nothing where the newsroom is no sample, has no model or has one.
fn value(house: &House, name: &str) -> Option<String> {
    let words = |text: &str| (!text.trim().is_empty()).then(|| escaped(text.trim()));
    let linked =
        |text: &str, url: &str| words(text).map(|text| format!("[{text}](<{}>)", url.replace(['<', '>', '\n'], "")));
    match name {
        "name" => words(&house.name),
        "tagline" => words(&house.tagline),
        "base_url" => words(&house.base_url),
        "publisher" => words(&house.publisher),
        "owner" => words(house.owner()),
        "responsible_editor" => match house.responsible_url() {
            url if url.is_empty() => words(&house.responsible_editor),
            url => linked(&house.responsible_editor, &url),
        },
        "email" => linked(&house.email, &format!("mailto:{}", house.email.trim())),
        "phone" => words(&house.phone),
        "postal" => words(&house.postal),
        "security" if house.security_contact.is_empty() => None,
        "security" => linked("security.txt", "/.well-known/security.txt"),
        "sample" => house.sample.then(String::new),
        "model" => house.model.then(String::new),
        "no_model" => (!house.model).then(String::new),
        _ => None,
    }
}

/// Text in which no character is Markdown.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_punctuation() {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}

/// A line in pieces: text, and the names that stand in braces. A brace after a backslash is a brace.
fn pieces(line: &str) -> Vec<Result<&str, &str>> {
    let (mut out, mut rest, mut from) = (Vec::new(), line, 0);
    while let Some(at) = rest.get(from..).and_then(|r| r.find('{')).map(|at| at + from) {
        let name = rest.get(at + 1..).and_then(|r| r.split_once('}')).map(|(name, _)| name);
        let name = name.filter(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'));
        match name {
            Some(name) if !rest.get(..at).unwrap_or_default().ends_with('\\') => {
                out.push(Ok(rest.get(..at).unwrap_or_default()));
                out.push(Err(name));
                rest = rest.get(at + name.len() + 2..).unwrap_or_default();
                from = 0;
            }
            _ => from = at + 1,
        }
    }
    out.push(Ok(rest));
    out
}

/// The first name in braces that stands for nothing: (line from 1, name).
pub fn unknown_placeholder(markdown: &str) -> Option<(usize, String)> {
    let of_line = |(at, line): (usize, &str)| {
        let unknown = pieces(line).into_iter().filter_map(Result::err).find(|name| !PLACEHOLDERS.contains(name))?;
        Some((at + 1, unknown.to_owned()))
    };
    markdown.lines().enumerate().find_map(of_line)
}

/// The Markdown with its placeholders filled in. A line that has one which the settings leave empty is left out, and so is a
/// heading that loses its last line by that.
pub fn fill(markdown: &str, house: &House) -> String {
    let mut out: Vec<String> = Vec::new();
    // Where the last heading stands in `out`, whether a line under it was left out, and whether one stayed.
    let mut heading: Option<(usize, bool, bool)> = None;
    for line in markdown.lines().chain(["# end"]) {
        if line.starts_with('#') {
            if let Some((at, true, false)) = heading {
                out.truncate(at);
            }
            heading = Some((out.len(), false, false));
        }
        let filled: Option<String> = pieces(line)
            .into_iter()
            .map(|p| p.map(str::to_owned).or_else(|n| value(house, n).ok_or(())).ok())
            .collect();
        match (filled, heading.as_mut()) {
            (Some(line), under) => {
                if let Some(under) = under.filter(|_| !line.trim().is_empty() && !line.starts_with('#')) {
                    under.2 = true;
                }
                out.push(line);
            }
            (None, Some(under)) => under.1 = true,
            (None, None) => {}
        }
    }
    out.pop();
    out.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_settings_take_their_lines_along_and_values_stay_text() {
        let house = House { name: "A *B* [c](x)".into(), email: "a_b@c.example".into(), ..House::default() };
        let text = "{name} says\n\n## Who\n\n- {publisher}\n- {phone}\n\n## Where\n\n- {postal}\n- {email}\n\n{sample}**Invented.**\n\\{name} {Name} {}";
        let filled = fill(text, &house);
        assert!(filled.starts_with("A \\*B\\* \\[c\\]\\(x\\) says\n\n## Where\n"), "{filled}");
        assert!(filled.contains("\n- [a\\_b\\@c\\.example](<mailto:a_b@c.example>)\n"), "{filled}");
        assert!(
            !filled.contains("Who") && !filled.contains("Invented") && filled.ends_with("\\{name} {Name} {}"),
            "{filled}"
        );
        let html = crate::markdown::html(&filled);
        assert!(html.contains("<p>A *B* [c](x) says</p>") && html.contains(">a_b@c.example</a>"), "{html}");
        let sample = House { sample: true, ..house };
        assert!(fill(text, &sample).contains("\n**Invented.**\n"));
    }

    #[test]
    fn an_unknown_placeholder_is_told_with_its_line() {
        assert_eq!(unknown_placeholder("a\n{name} {editor}\n{x}"), Some((2, "editor".into())));
        assert_eq!(unknown_placeholder("{name} \\{editor} { email } {E}"), None);
    }

    #[test]
    fn every_page_stands_in_four_languages_with_the_same_placeholders_and_links() {
        let marks = |text: &str, start: &str| {
            let mut found: Vec<String> =
                text.split(start).skip(1).map(|s| s.split([')', '}']).next().unwrap().to_owned()).collect();
            found.sort();
            found
        };
        for name in NAMES {
            let english = generated(name, &Lang::en()).unwrap();
            for lang in ["fr", "ar", "hi"] {
                let page = generated(name, &Lang::new(lang)).unwrap();
                assert!(!page.title.is_empty() && page.title != english.title || *name == "contact", "{name} {lang}");
                for start in ["{", "](", "| ", "## ", "**", "\n- "] {
                    let (own, theirs) = (marks(&page.markdown, start), marks(&english.markdown, start));
                    let same = if ["{", "]("].contains(&start) { own == theirs } else { own.len() == theirs.len() };
                    assert!(same, "{name} {lang}: {start:?}");
                }
                assert_eq!(unknown_placeholder(&page.markdown), None);
            }
        }
    }
}
