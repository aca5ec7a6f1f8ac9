//! `pages/*.md` in the newsroom's folder: pages about the house in place of the ones that every house has, and new ones.

use std::path::Path;

use news::{Lang, Sector};
use serde::Deserialize;
use site::HousePage;

use crate::config::{Config, Wrong};

/// Name of the folder.
pub const FOLDER: &str = "pages";
/// Bytes of a page that anybody reads.
const PAGE_BYTES: u64 = 256 * 1024;

/// The head of a page's file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    title: String,
    #[serde(default)]
    language: Option<String>,
}

/// The newsroom's own pages, by file name; none when there is no such folder. Files that are not called `*.md` are left alone.
pub fn read(home: &Path, config: &Config) -> Result<Vec<HousePage>, Wrong> {
    let folder = home.join(FOLDER);
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let wrong = |error: std::io::Error| Wrong(format!("{}: {error}", folder.display()));
    let entries = std::fs::read_dir(&folder).map_err(wrong)?.collect::<Result<Vec<_>, _>>().map_err(wrong)?;
    let mut files: Vec<_> = entries.into_iter().map(|e| e.path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e.eq_ignore_ascii_case("md")));
    files.sort();
    let mut pages: Vec<HousePage> = Vec::new();
    for file in files {
        let page = page(&file, config).map_err(|what| Wrong(format!("{}{what}", file.display())))?;
        if pages.iter().any(|p| p.name == page.name && p.lang == page.lang) {
            let words = format!(
                "{}: there is another page \"{}\" in {}; each needs its own file",
                file.display(),
                page.name,
                page.lang
            );
            return Err(Wrong(words));
        }
        pages.push(page);
    }
    Ok(pages)
}

/// Reads one file. What is wrong begins with the place in the file: `, line 3: …` or `: …`.
fn page(file: &Path, config: &Config) -> Result<HousePage, String> {
    let size = std::fs::metadata(file).map_err(|e| format!(": {e}"))?.len();
    if size > PAGE_BYTES {
        return Err(format!(": it has {size} bytes; at most {PAGE_BYTES} are allowed"));
    }
    let bytes = std::fs::read(file).map_err(|e| format!(": {e}"))?;
    let text = String::from_utf8(bytes).map_err(|_| ": it is not UTF-8; save it as UTF-8")?;
    let (name, lang) = named(file, config)?;
    let (head, body, first_line) = split(&text)?;
    let head: Head = toml::from_str(head).map_err(|error| {
        let line = error.span().map_or(0, |span| head[..span.start.min(head.len())].matches('\n').count());
        format!(", line {}: {}", line + 1, error.message())
    })?;
    if head.title.trim().is_empty() {
        return Err(": title is empty; the heading of the page is needed".into());
    }
    if let Some((line, unknown)) = site::unknown_placeholder(body) {
        let known = site::PLACEHOLDERS.map(|p| format!("{{{p}}}")).join(", ");
        let line = first_line + line;
        return Err(format!(
            ", line {line}: {{{unknown}}} stands for nothing; {known} are filled in, and \\{{{unknown}}} is the word itself"
        ));
    }
    let lang = language(lang, head.language.as_deref(), config)?;
    Ok(HousePage { name, lang, title: text::clean::line(&head.title), markdown: body.to_owned() })
}

/// Name and language of a file called `about.md` or `about.fr.md`.
fn named(file: &Path, config: &Config) -> Result<(String, Option<Lang>), String> {
    let stem = file.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
    let (name, lang) = stem.split_once('.').map_or((stem, None), |(name, lang)| (name, Some(lang)));
    if Sector::new(name).is_none() {
        return Err(": its name begins its address; 1 to 40 of a-z, 0-9 and - are allowed".into());
    }
    let edition = config.edition.iter().any(|e| e.slug.get_ref() == name);
    if edition || (site::is_taken(name) && !site::PAGE_NAMES.contains(&name)) {
        return Err(format!(": /{name} is the address of another page; choose another name"));
    }
    match lang.map(Lang::new) {
        Some(lang) if lang.is_und() => {
            Err(": between name and .md only a language tag may stand, such as about.fr.md".into())
        }
        lang => Ok((name.to_owned(), lang)),
    }
}

/// The head between two lines of +++, what follows, and how many lines stand before that.
fn split(text: &str) -> Result<(&str, &str, usize), String> {
    let missing = ", line 1: it must begin with settings between two lines of +++, such as title = \"About us\"";
    let start = text.trim_start_matches('\u{feff}');
    let (head, body) = start.strip_prefix("+++").and_then(|t| t.split_once("\n+++")).ok_or(missing)?;
    let body = body.strip_prefix('\r').unwrap_or(body);
    let body = body.strip_prefix('\n').unwrap_or(body);
    Ok((head, body, text.len().checked_sub(body.len()).map_or(0, |at| text[..at].matches('\n').count())))
}

/// The language of the name, of the head, or the house's; the first two must not differ.
fn language(of_name: Option<Lang>, of_head: Option<&str>, config: &Config) -> Result<Lang, String> {
    let of_head = match of_head.map(|tag| (tag, Lang::new(tag))) {
        Some((tag, lang)) if lang.is_und() => {
            return Err(format!(": language is \"{tag}\"; a language tag such as \"en\" or \"pt-BR\" is allowed"));
        }
        head => head.map(|(_, lang)| lang),
    };
    match (of_name, of_head) {
        (Some(name), Some(head)) if name != head => {
            Err(format!(": its name says {name} and its language {head}; one of them is wrong"))
        }
        (name, head) => Ok(name.or(head).unwrap_or_else(|| Lang::new(config.house.language.get_ref()))),
    }
}

/// A page's file as it is written to start from; it says its language when its name does not and the house has another.
pub fn file_text(page: &HousePage, house: &Lang) -> String {
    let value = |text: &str| toml::Value::String(text.to_owned());
    let title = value(&page.title);
    let english_in_another = page.lang == Lang::en() && house.primary() != "en";
    let language = if english_in_another { format!("language = {}\n", value("en")) } else { String::new() };
    format!("+++\ntitle = {title}\n{language}+++\n\n{}", page.markdown)
}
