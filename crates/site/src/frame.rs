//! What stands around the news on every page: head, masthead, menu, footer.

use std::sync::Arc;

use news::{Country, Lang};

use crate::{
    Edition, FooterGroup, House, Link, address,
    beside::Beside,
    house_page,
    moment::{self, Moment},
    site::Ask,
    style::Style,
    words::{self, Words},
};

/// An entry of menu or footer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Words.
    pub name: String,
    /// Where it leads.
    pub url: String,
    /// The reader is there.
    pub here: bool,
}

/// An edition in the list of editions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionLink {
    /// Its name, in its own language; of the whole house in the page's.
    pub name: String,
    /// Its home.
    pub url: String,
    /// Its language.
    pub lang: String,
    /// The reader is in it.
    pub here: bool,
}

/// A feed of the page's list, for `rel=alternate`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedLink {
    /// Its title.
    pub title: String,
    /// Path without the ending: `/sector/health/feed`.
    pub path: String,
}

/// What a shared link shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// `article` or `website`.
    pub kind: &'static str,
    /// Full address of the picture; empty for none.
    pub image: String,
    /// Words for it.
    pub image_alt: String,
    /// Pixels.
    pub image_width: u32,
    /// Pixels.
    pub image_height: u32,
    /// RFC 3339; empty on a list.
    pub published: String,
    /// RFC 3339; empty on a list.
    pub modified: String,
    /// Sector; empty on a list.
    pub section: String,
}

/// What stands above a page that only the desk sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// What page it is, in the desk's language.
    pub words: &'static str,
    /// Where the desk has the story.
    pub back: String,
}

/// What stands around the news.
pub struct Frame {
    /// Who publishes.
    pub house: Arc<House>,
    /// The furniture's words.
    pub w: &'static Words,
    /// The page's language.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The stylesheet.
    pub style: Arc<Style>,
    /// What the page is about, without the house's name.
    pub title: String,
    /// One or two sentences for search results.
    pub description: String,
    /// Full address.
    pub canonical: String,
    /// Begins the addresses of the edition's lists, `/fr`; empty in the whole house.
    pub prefix: String,
    /// The edition's name; empty in the whole house.
    pub edition: String,
    /// The house and its editions; empty when it has none.
    pub editions: Vec<EditionLink>,
    /// The same page for others: (`hreflang`, full address).
    pub alternates: Vec<(String, String)>,
    /// Only the desk sees it.
    pub band: Option<Band>,
    /// Search engines stay away.
    pub noindex: bool,
    /// The machine's part in the text, for `<meta name="ai-disclosure">`; empty when there is none to tell.
    pub disclosure: &'static str,
    /// Feeds of this list.
    pub feeds: Vec<FeedLink>,
    /// What a shared link shows.
    pub share: Share,
    /// JSON-LD, safe inside `<script>`.
    pub json_ld: String,
    /// The day.
    pub today: Moment,
    /// The menu.
    pub menu: Vec<Item>,
    /// Sectors of the footer.
    pub sectors: Vec<Item>,
    /// Countries of the footer.
    pub countries: Arc<[Item]>,
    /// Groups of links that the house set for its footer, in the page's words where we have them.
    pub footer: Arc<[FooterGroup]>,
    /// Begins the addresses of pages about the house: the edition's where it speaks another language than the house.
    pub about: String,
    /// Pages about the house that the operator added.
    pub extra: Vec<Item>,
    /// The front page, with the house's name as its heading.
    pub front: bool,
    /// The © year.
    pub year: i16,
}

impl Frame {
    /// The frame of the page at `path` in `lang`, with the house's feed.
    pub fn new(ask: &mut Ask<'_>, lang: &Lang, title: &str, path: &str) -> Result<Self, store::Error> {
        let site = ask.site;
        let w = words::of(lang);
        let lang = if lang.is_und() { Lang::new(w.tag) } else { lang.clone() };
        let beside = ask.beside_page(&lang)?;
        // The footer has them all, whatever the menu leaves out.
        let all = news::edition::Arrangement::default().in_menu(beside.sectors.clone());
        Ok(Self {
            house: site.house.clone(),
            w,
            dir: lang.dir(),
            style: site.style.clone(),
            title: title.into(),
            description: site.house.tagline.clone(),
            canonical: site.house.absolute(path),
            prefix: ask.path(""),
            edition: ask.edition.map(|e| e.name.clone()).unwrap_or_default(),
            editions: editions(ask, w),
            alternates: Vec::new(),
            band: None,
            noindex: false,
            disclosure: "",
            feeds: vec![FeedLink { title: w.latest.into(), path: ask.path("/feed") }],
            share: Share { kind: "website", ..Share::default() },
            json_ld: String::new(),
            today: moment::day(ask.now, &site.zone, w),
            menu: menu(ask, w, &beside, path),
            sectors: sectors(ask, &all, w, path),
            countries: beside.countries.clone(),
            footer: beside.footer.clone(),
            extra: extra(ask, &lang, path),
            about: about(ask, &lang),
            front: false,
            year: moment::year(ask.now, &site.zone),
            lang: lang.tag().into(),
        })
    }

    /// A frame for a list of the edition or the house in its language, with the list's own feed at `{path}/feed`.
    pub fn list(ask: &mut Ask<'_>, title: &str, path: &str) -> Result<Self, store::Error> {
        let (lang, path) = (ask.lang(), ask.path(path));
        let mut frame = Self::new(ask, &lang, title, &path)?;
        frame.feeds.insert(0, FeedLink { title: title.into(), path: format!("{path}/feed") });
        Ok(frame)
    }
}

/// The territory that Open Graph wants with a language, for those whose words we have.
const TERRITORIES: [(&str, &str); 4] = [("en", "en_GB"), ("fr", "fr_FR"), ("ar", "ar_AR"), ("hi", "hi_IN")];

impl Frame {
    /// The page's language as Open Graph writes it, `en_GB`; `None` where we know no territory.
    pub fn locale(&self) -> Option<String> {
        let (language, territory) = self.lang.split_once('-').unwrap_or((&self.lang, ""));
        let known = TERRITORIES.iter().find(|(l, _)| *l == language).map(|(_, locale)| (*locale).to_owned());
        if territory.len() == 2 { Some(format!("{language}_{}", territory.to_uppercase())) } else { known }
    }

    /// The address of a list in the edition.
    pub fn at(&self, path: &str) -> String {
        if path == "/" && !self.prefix.is_empty() { self.prefix.clone() } else { format!("{}{path}", self.prefix) }
    }

    /// The house's own footer leads there already.
    pub fn in_footer(&self, url: &str) -> bool {
        self.footer.iter().flat_map(|group| &group.links).any(|link| link.url == url)
    }
}

/// The house's groups of links in the words of a language.
pub fn footer(house: &House, w: &Words) -> Vec<FooterGroup> {
    let link = |l: &Link| Link { name: ours(w, l).into(), url: l.url.clone() };
    let group = |g: &FooterGroup| FooterGroup { title: g.title.clone(), links: g.links.iter().map(link).collect() };
    house.footer.iter().map(group).collect()
}

/// The house and its editions, for the switch between them.
fn editions(ask: &Ask<'_>, w: &Words) -> Vec<EditionLink> {
    let house = ask.arranged;
    if house.editions.is_empty() {
        return Vec::new();
    }
    let all = EditionLink { name: w.all_news.into(), url: "/".into(), lang: w.tag.into(), here: ask.edition.is_none() };
    let link = |e: &Edition| EditionLink {
        name: e.name.clone(),
        url: format!("/{}", e.slug),
        lang: e.lang.tag().into(),
        here: ask.edition.is_some_and(|here| here.slug == e.slug),
    };
    std::iter::once(all).chain(house.editions.iter().map(link)).collect()
}

/// Begins the addresses of pages about the house for a page in `lang`: of an edition that speaks it when the house does not.
fn about(ask: &Ask<'_>, lang: &Lang) -> String {
    let house = &ask.site.house;
    let speaks = |e: &&Edition| e.lang.primary() == lang.primary();
    let edition = ask.edition.filter(speaks).or_else(|| ask.arranged.editions.iter().find(speaks));
    edition.filter(|_| lang.primary() != house.lang.primary()).map_or_else(String::new, |e| format!("/{}", e.slug))
}

/// Pages that the operator added to those that every house has.
fn extra(ask: &Ask<'_>, lang: &Lang, path: &str) -> Vec<Item> {
    let item = |(title, name): (String, String)| {
        let url = format!("{}/{name}", about(ask, lang));
        Item { name: title, here: url == path, url }
    };
    house_page::extra(&ask.site.house, lang).into_iter().map(item).collect()
}

/// Sectors as links to their lists in the edition or the house.
fn sectors(ask: &Ask<'_>, sectors: &[news::Sector], w: &Words, path: &str) -> Vec<Item> {
    let item = |sector: &news::Sector| {
        let url = ask.path(&address::sector(sector));
        Item { name: w.sector(sector).into(), here: url == path, url }
    };
    sectors.iter().map(item).collect()
}

fn menu(ask: &Ask<'_>, w: &Words, beside: &Beside, path: &str) -> Vec<Item> {
    let item = |name: &str, url: &str| Item { name: name.into(), url: url.into(), here: url == path };
    let mut menu = vec![item(w.latest, &ask.path("/latest"))];
    menu.extend(sectors(ask, &ask.arranged.in_menu(beside.sectors.clone()), w, path));
    menu.extend(ask.arranged.menu.iter().map(|l: &Link| item(ours(w, l), &l.url)));
    menu
}

/// The words of a configured link: ours in the page's language when it leads to a list that we have words for.
fn ours<'a>(w: &Words, link: &'a Link) -> &'a str {
    let known = [
        ("/opinion", w.opinion),
        ("/blog", w.blog),
        ("/interview", w.interview),
        ("/shots", w.shots),
        ("/corrections", w.corrections),
        ("/latest", w.latest),
        ("/trending", w.trending),
        ("/feeds", w.feeds),
        ("/check", w.check_draft),
        ("/countries", w.countries),
        ("/sources", w.sources_page),
        ("/archive", w.archive),
    ];
    let translated = (w.tag != "en").then(|| known.iter().find(|(url, _)| *url == link.url)).flatten();
    translated.map_or(link.name.as_str(), |(_, words)| words)
}

/// A country of the footer.
pub fn country(country: Country, lang: &Lang) -> Item {
    Item { name: address::country_name(country, lang), url: address::country(country), here: false }
}
