//! Addresses of this site's pages, percent-encoded where they need it.

use std::fmt::Display;

use news::{Country, Hash, Lang, PieceId, Sector, StoryId, piece::Piece, piece::PieceKind, story::Picture};

/// `text` with every byte percent-encoded that is not unreserved in RFC 3986.
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(byte as char);
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// `text` with its percent escapes read; bytes that are no UTF-8 become U+FFFD.
pub fn decode(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let escape =
            tail.get(..2).and_then(|h| std::str::from_utf8(h).ok()).and_then(|h| u8::from_str_radix(h, 16).ok());
        match (first, escape) {
            (b'%', Some(byte)) => {
                out.push(byte);
                rest = tail.get(2..).unwrap_or_default();
            }
            _ => {
                out.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// A story's page.
pub fn story(sector: &Sector, id: StoryId, slug: &str) -> String {
    format!("/article/{sector}/{id}-{}", encode(slug))
}

/// The page of a running story, by its first event.
pub fn thread(head: StoryId) -> String {
    format!("/thread/{head}")
}

/// The page of a person or body, by the name in lower case.
pub fn name(lower: &str) -> String {
    format!("/name/{}", encode(&lower.replace(' ', "_")))
}

/// A sector's list.
pub fn sector(sector: &Sector) -> String {
    format!("/sector/{sector}")
}

/// URL part of a country: the gazetteer's, else its code in lower case.
pub fn country_slug(country: Country) -> String {
    match text::place::country_slug(country) {
        "" => country.code().to_ascii_lowercase(),
        slug => slug.into(),
    }
}

/// The country of a URL part.
pub fn country_of(slug: &str) -> Option<Country> {
    text::place::country_of_slug(slug).or_else(|| (slug.len() == 2).then(|| Country::new(slug)).flatten())
}

/// A country's page.
pub fn country(country: Country) -> String {
    format!("/country/{}", country_slug(country))
}

/// The page of what is about a country and of a sector.
pub fn country_sector(of: Country, sector: &Sector) -> String {
    format!("{}/{sector}", country(of))
}

/// A country's name for readers: the gazetteer's, else its code.
pub fn country_name(country: Country, lang: &Lang) -> String {
    match text::place::country_name(country, lang) {
        "" => country.code().into(),
        name => name.into(),
    }
}

/// A picture. Its owner stands in the address, so that a picture goes when its story or piece goes: a story's id, or what
/// [`piece_pictures`] says.
pub fn picture(owner: impl Display, picture: &Picture) -> String {
    picture_of(owner, picture, picture.blob)
}

/// The owner of a piece's pictures.
pub fn piece_pictures(id: PieceId) -> String {
    format!("piece-{id}")
}

/// The bytes of that name among those of a picture: itself or a smaller copy.
pub fn picture_of(owner: impl Display, picture: &Picture, blob: Hash) -> String {
    format!("/picture/{owner}-{}.{}", picture_name(blob), extension(&picture.media_type))
}

/// The widths in which a picture can be had, for `srcset`; empty when there is but one.
pub fn picture_widths(owner: impl Display, picture: &Picture) -> String {
    if picture.sizes.is_empty() {
        return String::new();
    }
    let sizes = picture.sizes.iter().map(|size| (size.blob, size.width)).chain([(picture.blob, picture.width)]);
    let widths: Vec<String> =
        sizes.map(|(blob, width)| format!("{} {width}w", picture_of(&owner, picture, blob))).collect();
    widths.join(", ")
}

/// The part of a picture's hash that stands in its address.
pub fn picture_name(hash: Hash) -> String {
    hash.hex().chars().take(16).collect()
}

/// File name ending of a picture's media type.
pub fn extension(media_type: &str) -> &'static str {
    match media_type {
        "image/svg+xml" => "svg",
        "image/png" => "png",
        "image/webp" => "webp",
        _ => "jpg",
    }
}

/// A piece's page.
pub fn piece(piece: &Piece) -> String {
    format!("/{}/{}-{}", piece.piece.kind.word(), piece.id, encode(&piece.slug))
}

/// A source's page.
pub fn source(slug: &str) -> String {
    format!("/source/{}", encode(slug))
}

/// A byline's page.
pub fn byline(slug: &str) -> String {
    format!("/byline/{}", encode(slug))
}

/// A year of the archive.
pub fn year(year: i16) -> String {
    format!("/archive/{year:04}")
}

/// A day of the archive.
pub fn day(date: jiff::civil::Date) -> String {
    format!("{}/{:02}/{:02}", year(date.year()), date.month(), date.day())
}

/// The list of a kind of piece.
pub fn pieces(kind: PieceKind) -> String {
    format!("/{}", kind.word())
}

/// Words that begin addresses of the site, or will: none may be an edition's slug or the name of a page of the operator's.
const TAKEN: [&str; 53] = [
    "api",
    "archive",
    "article",
    "articles",
    "assets",
    "blog",
    "byline",
    "bylines",
    "card",
    "check",
    "corrections",
    "countries",
    "country",
    "desk",
    "document",
    "edition",
    "editions",
    "editor",
    "favicon",
    "feed",
    "feedback",
    "feeds",
    "health",
    "healthz",
    "interview",
    "latest",
    "live",
    "login",
    "logo",
    "mail",
    "media",
    "metrics",
    "newsletter",
    "newsletters",
    "name",
    "opinion",
    "picture",
    "pictures",
    "ready",
    "robots",
    "search",
    "sector",
    "sectors",
    "shots",
    "sitemap",
    "source",
    "sources",
    "static",
    "status",
    "thread",
    "trending",
    "verify",
    "websub",
];

/// Whether addresses of the site begin with that word already.
pub fn is_taken(word: &str) -> bool {
    TAKEN.contains(&word) || crate::house_page::NAMES.contains(&word)
}

/// A link that the wire gave, when it is safe to put on a page: `http` or `https` only.
pub fn outward(url: &str) -> Option<String> {
    let url = url.trim();
    let safe = ["http://", "https://"]
        .iter()
        .any(|scheme| url.get(..scheme.len()).is_some_and(|s| s.eq_ignore_ascii_case(scheme)));
    (safe && !url.chars().any(|c| c.is_whitespace() || c.is_control())).then(|| url.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_encoded_and_come_back() {
        assert_eq!(encode("दिल्ली"), "%E0%A4%A6%E0%A4%BF%E0%A4%B2%E0%A5%8D%E0%A4%B2%E0%A5%80");
        assert_eq!(decode(&encode("a b/दिल्ली?")), "a b/दिल्ली?");
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%é1"), "%é1");
        assert_eq!(outward("javascript:alert(1)"), None);
        assert_eq!(outward("https://a.example/x").as_deref(), Some("https://a.example/x"));
    }
}
