//! Where clean sentences come from.

use std::path::Path;

use anyhow::Result;
use news::Lang;
use serde::Deserialize;

use super::{Clean, Sort};
use crate::{measure::tokenized, set};

/// Sources of a set that are read, and of each how many sentences.
const SOURCES: usize = 120;
const SENTENCES: usize = 4;
/// Fewer words are a fragment, more than these a list.
const WORDS: std::ops::RangeInclusive<usize> = 7..=45;

#[derive(Deserialize)]
struct Item {
    source: String,
    #[serde(default)]
    lang: Option<String>,
    /// Our own sets have several reworded sentences for a source, others one claim with its label.
    #[serde(default)]
    claims: Vec<String>,
    #[serde(default)]
    claim: Option<String>,
    #[serde(default)]
    label: Option<String>,
}

/// Every clean sentence of a set.
pub fn of(path: &Path) -> Result<Vec<Clean>> {
    let items: Vec<Item> = set::lines(path)?;
    let mut out = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for item in &items {
        let lang = item.lang.clone().unwrap_or_else(|| "en".into());
        let source = tokenized::joined(&item.source);
        let supported = item.label.as_deref().is_none_or(|l| l == "supported");
        let claims = item.claims.iter().chain(&item.claim).filter(|_| supported);
        out.extend(claims.map(|c| clean(Sort::Reworded, &lang, &source, tokenized::joined(c))));
        if seen.len() < SOURCES && !seen.contains(&item.source.as_str()) {
            seen.push(&item.source);
            copied(&lang, &source, &mut out);
        }
    }
    Ok(out)
}

fn clean(sort: Sort, lang: &str, source: &str, text: String) -> Clean {
    Clean { sort, lang: lang.into(), source: source.into(), text }
}

/// Sentences of the source, and what the drafter makes of those that it can shorten.
fn copied(lang: &str, source: &str, out: &mut Vec<Clean>) {
    let language = Lang::new(lang);
    let all = text::sentence::split(source, &language).into_iter().filter_map(|r| source.get(r));
    let fit = all.filter(|s| WORDS.contains(&text::word::count(s)) && s.ends_with(['.', '।', '”', '"']));
    for sentence in fit.take(SENTENCES) {
        out.push(clean(Sort::Extracted, lang, source, sentence.to_owned()));
        let short = desk::drafter::compress::forms(sentence).into_iter().find(|form| form != sentence);
        out.extend(short.map(|short| clean(Sort::Compressed, lang, source, short)));
    }
}
