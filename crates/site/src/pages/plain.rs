//! Pages about the house, made from its settings: short and true.

use askama::Template;

use crate::{
    failure::Failure,
    frame::Frame,
    page::Page,
    site::{Answer, Ask},
};

/// Address and title.
const PAGES: [(&str, &str); 8] = [
    ("about", "About us"),
    ("how-it-works", "How a story is made and checked"),
    ("corrections-policy", "How we correct mistakes"),
    ("ai-policy", "What software does here"),
    ("privacy", "Privacy policy"),
    ("terms", "Terms of use"),
    ("disclaimer", "Disclaimer"),
    ("contact", "Contact"),
];

/// The pages that every house has.
pub const NAMES: [&str; 8] =
    ["about", "how-it-works", "corrections-policy", "ai-policy", "privacy", "terms", "disclaimer", "contact"];

#[derive(Template)]
#[template(path = "plain.html", whitespace = "minimize")]
struct View {
    f: Frame,
    name: String,
    responsible_url: String,
}

/// The page of that name. Its words are English, whatever the house speaks.
pub fn page(ask: &mut Ask<'_>, name: &str) -> Answer {
    let (name, title) = PAGES.iter().find(|(n, _)| *n == name).ok_or(Failure::NotFound)?;
    let f = Frame::new(ask, &news::Lang::en(), title, &format!("/{name}"))?;
    let responsible_url = ask.site.house.responsible_url();
    Ok(Page::html(View { f, name: (*name).into(), responsible_url }.render()?))
}

/// The pages for the sitemap.
pub fn addresses() -> impl Iterator<Item = String> {
    PAGES.iter().map(|(name, _)| format!("/{name}"))
}
