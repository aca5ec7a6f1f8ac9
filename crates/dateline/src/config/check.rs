//! What the types cannot say: zones that exist, addresses that parse, words that mean something.

use std::{collections::HashSet, net::SocketAddr, ops::Range};

use news::{Country, Lang, source::Treatment};
use toml::Spanned;
use url::Url;

use super::{Config, Edition, Link, Source, masked};

/// Place of the faulty value in the file, and what is wrong with it.
type Fault = (usize, String);

/// The first fault, top to bottom by section.
pub fn first_fault(config: &Config) -> Option<Fault> {
    let house = &config.house;
    let links = config.menu.iter().chain(&config.social).chain(config.footer.iter().flat_map(|g| &g.links));
    base_url(&house.base_url)
        .or_else(|| zone("house.zone", &house.zone))
        .or_else(|| language("house.language", &house.language))
        .or_else(|| accent(&house.accent))
        .or_else(|| listen(&config.serve.listen))
        .or_else(|| range("serve.trending_half_life_hours", &config.serve.trending_half_life_hours, 0.1..1000.0))
        .or_else(|| range("serve.rail_seconds", &config.serve.rail_seconds, 1..3601))
        .or_else(|| range("serve.cache_megabytes", &config.serve.cache_megabytes, 1..65_537))
        .or_else(|| range("serve.proxies", &config.serve.proxies, 0..11))
        .or_else(|| range("serve.connections", &config.serve.connections, 16..1_000_001))
        .or_else(|| range("serve.connections_per_client", &config.serve.connections_per_client, 1..1_000_001))
        .or_else(|| range("serve.requests_per_client", &config.serve.requests_per_client, 1..10_001))
        .or_else(|| status(&config.serve))
        .or_else(|| config.store.database.get_ref().fault().map(|what| (config.store.database.span().start, what)))
        .or_else(|| range("wire.every_minutes", &config.wire.every_minutes, 1..1441))
        .or_else(|| range("wire.timeout_seconds", &config.wire.timeout_seconds, 1..301))
        .or_else(|| range("wire.max_megabytes", &config.wire.max_megabytes, 1..51))
        .or_else(|| config.policy.fault())
        .or_else(|| config.assist.fault())
        .or_else(|| range("assist.wait_seconds", &config.assist.wait_seconds, 0..121))
        .or_else(|| range("assist.story_seconds", &config.assist.story_seconds, 2..121))
        .or_else(|| range("assist.answer_tokens", &config.assist.answer_tokens, 200..32_001))
        .or_else(|| range("assist.day_cost", &config.assist.day_cost, 0.0..1_000_000.0))
        .or_else(|| range("assist.price_in", &config.assist.price_in, 0.0..10_000.0))
        .or_else(|| range("assist.price_out", &config.assist.price_out, 0.0..10_000.0))
        .or_else(|| config.mail.fault())
        .or_else(|| config.edition.iter().find_map(edition))
        .or_else(|| edition_twice(&config.edition))
        .or_else(|| links.into_iter().find_map(link))
        .or_else(|| config.source.iter().find_map(source))
        .or_else(|| twice(&config.source))
}

fn fault<T: std::fmt::Debug>(name: &str, value: &Spanned<T>, allowed: &str) -> Option<Fault> {
    Some((value.span().start, format!("{name} is {:?}; {allowed}", value.get_ref())))
}

fn base_url(value: &Spanned<String>) -> Option<Fault> {
    let ok = Url::parse(value.get_ref()).is_ok_and(|u| {
        matches!(u.scheme(), "http" | "https")
            && u.has_host()
            && u.path() == "/"
            && u.query().is_none()
            && u.fragment().is_none()
            && u.username().is_empty()
    });
    if ok {
        None
    } else {
        fault("house.base_url", value, "scheme and host such as \"https://news.example\" are allowed, without a path")
    }
}

fn zone(name: &str, value: &Spanned<String>) -> Option<Fault> {
    if jiff::tz::TimeZone::get(value.get_ref()).is_ok() {
        return None;
    }
    fault(name, value, "an IANA zone such as \"Europe/Paris\" or \"UTC\" is allowed")
}

fn language(name: &str, value: &Spanned<String>) -> Option<Fault> {
    if Lang::new(value.get_ref()).is_und() {
        fault(name, value, "a language tag such as \"en\" or \"pt-BR\" is allowed")
    } else {
        None
    }
}

fn accent(value: &Spanned<String>) -> Option<Fault> {
    let hex = value.get_ref().strip_prefix('#').unwrap_or_default();
    if hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    fault("house.accent", value, "a colour as #rrggbb is allowed")
}

fn listen(value: &Spanned<String>) -> Option<Fault> {
    if value.get_ref().parse::<SocketAddr>().is_ok() {
        return None;
    }
    fault("serve.listen", value, "an address with a port such as \"127.0.0.1:8080\" or \"[::]:80\" is allowed")
}

fn status(serve: &super::Serve) -> Option<Fault> {
    let value = &serve.status;
    if value.get_ref() == serve.listen.get_ref() {
        return fault("serve.status", value, "an address of its own is allowed: this one is for readers");
    }
    if value.get_ref().is_empty() || value.get_ref().parse::<SocketAddr>().is_ok() {
        return None;
    }
    fault("serve.status", value, "an address with a port such as \"127.0.0.1:9180\" is allowed, or nothing")
}

fn range<T: PartialOrd + std::fmt::Debug>(name: &str, value: &Spanned<T>, allowed: Range<T>) -> Option<Fault> {
    if allowed.contains(value.get_ref()) {
        return None;
    }
    fault(name, value, &format!("from {:?} to below {:?} is allowed", allowed.start, allowed.end))
}

fn link(link: &Link) -> Option<Fault> {
    if news::mark::may_lead(link.url.get_ref()) {
        None
    } else {
        fault("url", &link.url, "an https: or http: address, a mailto: or a path of this site is allowed")
    }
}

fn web(url: &str) -> bool {
    Url::parse(url).is_ok_and(|u| matches!(u.scheme(), "http" | "https") && u.has_host())
}

fn edition(edition: &Edition) -> Option<Fault> {
    let slug = edition.slug.get_ref();
    if news::Sector::new(slug).is_none() || site::is_taken(slug) {
        let allowed = "1 to 40 of a-z, 0-9 and - are allowed, and no word that begins an address of the site already";
        return fault("edition.slug", &edition.slug, allowed);
    }
    if edition.name.get_ref().trim().is_empty() {
        return fault("edition.name", &edition.name, "the name that readers know it by is needed");
    }
    let known = |code: &str| Country::new(code).is_some_and(|c| !text::place::country_name(c, &Lang::en()).is_empty());
    let sectors = news::sector::DEFAULT.map(|(slug, ..)| slug);
    let country = |c: &Spanned<String>| {
        let allowed = "two-letter codes of countries such as \"FR\" or \"IN\" are allowed";
        if known(c.get_ref()) { None } else { fault("edition.countries", c, allowed) }
    };
    let sector = |s: &Spanned<String>| {
        let known = sectors.contains(&s.get_ref().as_str());
        if known { None } else { fault("edition.sectors", s, &format!("{} are allowed", sectors.join(", "))) }
    };
    language("edition.language", &edition.language)
        .or_else(|| edition.zone.as_ref().and_then(|z| zone("edition.zone", z)))
        .or_else(|| edition.countries.iter().find_map(country))
        .or_else(|| edition.sectors.iter().find_map(sector))
}

fn edition_twice(editions: &[Edition]) -> Option<Fault> {
    let mut seen = HashSet::new();
    let again = editions.iter().find(|e| !seen.insert(e.slug.get_ref().clone()))?;
    fault("edition.slug", &again.slug, "and another edition has it too; each needs its own")
}

fn source(source: &Source) -> Option<Fault> {
    if source.name.get_ref().trim().is_empty() {
        return fault("source.name", &source.name, "the name that readers know it by is needed");
    }
    if let Some(slug) = source.slug.as_ref().filter(|s| news::Sector::new(s.get_ref()).is_none()) {
        return fault("source.slug", slug, "1 to 40 of a-z, 0-9 and - are allowed");
    }
    if let Some(feed) = source.feed.as_ref().filter(|f| !web(f.get_ref())) {
        let shown = Spanned::new(feed.span(), masked(feed.get_ref()));
        return fault("source.feed", &shown, "an http: or https: address is allowed");
    }
    if Treatment::from_word(source.treatment.get_ref()).is_none() {
        let allowed = "rewrite, round-up, pass-through, press-release or link-only is allowed";
        return fault("source.treatment", &source.treatment, allowed);
    }
    let lang = source.language.as_ref().and_then(|l| language("source.language", l));
    lang.or_else(|| source.zone.as_ref().and_then(|z| zone("source.zone", z)))
}

/// Sources are told apart by their slugs, written or made from the name.
fn twice(sources: &[Source]) -> Option<Fault> {
    let mut seen = HashSet::new();
    let slug = |s: &Source| s.slug.as_ref().map_or_else(|| crate::cli::slug(s.name.get_ref()), |s| s.get_ref().clone());
    let again = sources.iter().find(|s| !seen.insert(slug(s)))?;
    match &again.slug {
        Some(slug) => fault("source.slug", slug, "and another source has it too; each needs its own"),
        None => fault("source.name", &again.name, "and another source has it too; give each a slug of its own"),
    }
}
