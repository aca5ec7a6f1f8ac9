//! A person or body that recurs in the news: what it was last called, and the stories that name it.

use std::ops::Range;

use askama::Template;
use news::revision::Draft;

use super::latest::{self, Listed};
use crate::{
    address,
    card::{Card, Tag},
    failure::Failure,
    frame::Frame,
    json_ld,
    moment::Moment,
    page::Page,
    rail::Rail,
    site::{Answer, Ask},
    words::Words,
};

/// Stories from which a name has a page.
pub const RECURS: usize = 2;
/// Names that a story's page links.
const LINKED: usize = 6;
/// Newest stories that are looked through for a role.
const READ: usize = 5;

#[derive(Template)]
#[template(path = "name.html", whitespace = "minimize")]
struct View {
    f: Frame,
    w: &'static Words,
    /// Role as last reported, and when.
    role: Option<(String, Moment)>,
    cards: Vec<Card>,
    next: Option<String>,
    rail: Rail,
}

/// The page of a name, its words joined by `_`. One that is in fewer than two stories has none.
pub fn page(ask: &mut Ask<'_>, part: &str) -> Answer {
    let lower = part.replace('_', " ");
    if lower != lower.to_lowercase() {
        return Err(Failure::Moved(address::name(&lower.to_lowercase())));
    }
    let before = latest::before(ask).map(|(_, id)| id);
    let cards = store::list::of_name(ask.c, &lower, before, latest::PAGE + 1)?;
    if cards.len() < RECURS && before.is_none() {
        return Err(Failure::NotFound);
    }
    let lang = ask.lang();
    let mut name = lower.clone();
    let mut role = None;
    for card in cards.iter().take(READ) {
        let Some(revision) = store::revision::published(ask.c, card.id)?.into_iter().next() else { continue };
        let Some(found) = told(&revision.draft, &lower) else { continue };
        name = found.0;
        let w = crate::words::of(&lang);
        if let Some(words) = found.1 {
            role = Some((words, crate::moment::full(card.updated, &ask.zone, w)));
            break;
        }
    }
    let mut f = Frame::new(ask, &lang, &name, &address::name(&lower))?;
    f.json_ld = json_ld::collection(&f);
    let Listed { cards, next, rail } = latest::listed(ask, &mut f, cards, |card| card.updated)?;
    Ok(Page::rendered(&View { w: f.w, role, cards, next, rail, f })?)
}

/// The name as a text prints it, with the role beside it.
fn told(draft: &Draft, lower: &str) -> Option<(String, Option<String>)> {
    let parts = draft.paragraphs.iter().chain([&draft.headline]);
    let mut found: Option<(String, Option<String>)> = None;
    for part in parts {
        for name in text::name::find(part, &draft.lang) {
            let words = |range: Range<usize>| part.get(range).map(str::to_owned);
            let Some(printed) = words(name.range).filter(|n| n.to_lowercase() == lower) else { continue };
            let role = name.role.and_then(words);
            if role.is_some() {
                return Some((printed, role));
            }
            found = found.or(Some((printed, None)));
        }
    }
    found
}

/// Links to the pages of the people and bodies of a story that recur. The text is not read for names again: a page that is made
/// anew has no time for it.
pub fn links(ask: &mut Ask<'_>, story: news::StoryId, draft: &Draft) -> Result<Vec<Tag>, store::Error> {
    let names = store::term::recurring_names(ask.c, story, RECURS, LINKED)?;
    let tag =
        |lower: String| printed(draft, &lower).map(|name| Tag { name: name.to_owned(), url: address::name(&lower) });
    Ok(names.into_iter().filter_map(tag).collect())
}

/// The first place of the text where the name stands, as it is printed there.
fn printed<'d>(draft: &'d Draft, lower: &str) -> Option<&'d str> {
    draft.paragraphs.iter().chain([&draft.headline]).find_map(|part| {
        let starts = part
            .char_indices()
            .filter(|(at, _)| part.get(..*at).is_none_or(|before| !before.ends_with(char::is_alphanumeric)));
        starts.filter_map(|(at, _)| part.get(at..)).find_map(|rest| {
            let end = length(rest, lower)?;
            let (name, behind) = rest.split_at_checked(end)?;
            (!behind.starts_with(char::is_alphanumeric)).then_some(name)
        })
    })
}

/// How many bytes of `text` read as `lower` in lower case, from its beginning.
fn length(text: &str, lower: &str) -> Option<usize> {
    let mut wanted = lower.chars();
    for (at, letter) in text.char_indices() {
        for small in letter.to_lowercase() {
            match wanted.next() {
                Some(want) if want == small => {}
                Some(_) => return None,
                None => return Some(at),
            }
        }
    }
    wanted.next().is_none().then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_shown_as_it_is_printed() {
        let paragraphs = vec!["Mayors met: Ana Reiszinhas and Éva d'Arc (Ana Reiszinha's guest).".into()];
        let draft = Draft { paragraphs, ..Draft::default() };
        assert_eq!(printed(&draft, "ana reiszinha"), Some("Ana Reiszinha"));
        assert_eq!(printed(&draft, "éva d'arc"), Some("Éva d'Arc"));
        assert_eq!(printed(&draft, "na reiszinha"), None);
        assert_eq!(printed(&draft, "reiszinha ana"), None);
    }
}
