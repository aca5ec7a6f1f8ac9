//! Pages about the house: the operator's Markdown, else what the settings tell.

use askama::Template;

use crate::{
    failure::Failure,
    frame::Frame,
    house_page, json_ld, markdown,
    page::Page,
    site::{Answer, Ask},
};

#[derive(Template)]
#[template(path = "plain.html", whitespace = "minimize")]
struct View {
    f: Frame,
    html: String,
}

/// The page of that name in the edition's or the house's language, where there is one in it.
pub fn page(ask: &mut Ask<'_>, name: &str) -> Answer {
    let house = ask.site.house.clone();
    let page = house_page::find(&house, name, &ask.lang()).ok_or(Failure::NotFound)?;
    // In an edition it has an address of its own only where it speaks another language than the house's page.
    let own = house_page::find(&house, name, &house.lang).is_none_or(|p| p.lang != page.lang);
    let path = if own { ask.path(&format!("/{name}")) } else { format!("/{name}") };
    let mut f = Frame::new(ask, &page.lang, &page.title, &path)?;
    f.json_ld = json_ld::about(&f, name);
    let html = markdown::html(&house_page::fill(&page.markdown, &house));
    Ok(Page::rendered(&View { f, html })?)
}

/// The pages for the sitemap.
pub fn addresses(ask: &Ask<'_>) -> Vec<String> {
    let house = &ask.site.house;
    let extra = house_page::extra(house, &house.lang).into_iter().map(|(_, name)| name);
    let names: Vec<String> = house_page::NAMES.iter().map(|name| (*name).to_owned()).chain(extra).collect();
    let mut out: Vec<String> = names.iter().map(|name| format!("/{name}")).collect();
    for edition in &ask.arranged.editions {
        let lang = |name: &str, lang| house_page::find(house, name, lang).map(|p| p.lang);
        let own = names.iter().filter(|name| lang(name, &edition.lang) != lang(name, &house.lang));
        out.extend(own.map(|name| format!("/{}/{name}", edition.slug)));
    }
    out
}
