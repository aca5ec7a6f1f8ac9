//! `pages write [NAME…]`: the pages about the house as Markdown, to start from.

use anyhow::{Context, Result};
use clap::Subcommand;
use news::Lang;

use super::{Place, say};
use crate::{config::Wrong, house_pages};

#[derive(Subcommand)]
pub enum Pages {
    /// Write the pages that every house has into the newsroom's folder `pages`, to be changed there; words in braces are
    /// filled in from dateline.toml
    Write {
        /// Which: about, how-it-works, corrections-policy, ai-policy, privacy, terms, disclaimer, contact; all when none is named
        #[arg(value_name = "NAME")]
        names: Vec<String>,
        /// Write over files that are there already
        #[arg(long)]
        force: bool,
    },
}

pub fn run(place: &Place, Pages::Write { names, force }: &Pages) -> Result<()> {
    let config = place.config()?;
    if let Some(unknown) = names.iter().find(|n| !site::PAGE_NAMES.contains(&n.as_str())) {
        let known = site::PAGE_NAMES.join(", ");
        return Err(Wrong(format!("there is no page \"{unknown}\" to start from; {known} are")).into());
    }
    let house = Lang::new(config.house.language.get_ref());
    let mut langs = vec![house.clone()];
    // Before the first start there is no newsroom, and nothing that its desk arranged.
    let arranged = place.store().ok().map(|store| store.read(store::arranged::get)).transpose()?.unwrap_or_default();
    langs.extend(config.arrangement().with(arranged).editions.into_iter().map(|e| e.lang));
    let folder = place.home.join(house_pages::FOLDER);
    std::fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let mut seen: Vec<String> = Vec::new();
    for lang in langs {
        if seen.iter().any(|l| l == lang.primary()) {
            continue;
        }
        seen.push(lang.primary().to_owned());
        for name in site::PAGE_NAMES.iter().filter(|n| names.is_empty() || names.iter().any(|m| m == *n)) {
            let own = site::generated_page(name, &lang);
            // The house's own page is written in English rather than not at all.
            let english = || site::generated_page(name, &Lang::en()).filter(|_| lang == house);
            let Some(page) = own.or_else(english) else { continue };
            let file = if lang == house { format!("{name}.md") } else { format!("{name}.{}.md", lang.primary()) };
            let file = folder.join(file);
            if file.exists() && !force {
                say(&format!("{} is there already; --force writes over it", file.display()))?;
                continue;
            }
            std::fs::write(&file, house_pages::file_text(&page, &house))
                .with_context(|| format!("{} cannot be written", file.display()))?;
            say(&format!("{}", file.display()))?;
        }
    }
    say(
        "Change them as you like; they are read when `dateline serve` starts. `dateline config check` says what is wrong.",
    )
}
