//! `robots.txt`: lists and stories are open; forms and earlier states are not for crawlers.

use crate::{
    page::{Keep, Page},
    site::{Answer, Ask},
};

/// RFC 9309.
pub fn page(ask: &mut Ask<'_>) -> Answer {
    let house = &ask.site.house;
    let text = format!(
        "User-agent: *\nDisallow: /article/*/revision/\nDisallow: /article/*/try\n\nSitemap: {}\nSitemap: {}\n",
        house.absolute("/sitemap.xml"),
        house.absolute("/news-sitemap.xml")
    );
    Ok(Page::of("text/plain; charset=utf-8", text.into_bytes(), Keep::Seconds(300)))
}
