//! A page ready to send: its bytes in each coding with their heads, made once and then only copied to sockets.

use std::sync::{Arc, OnceLock};

use axum::{
    body::Bytes,
    http::{HeaderName, HeaderValue, StatusCode, header},
};
use news::Hash;

use crate::{
    coding::{self, Coding, Codings},
    headers,
    page::{Keep, Page},
    view_count::Tally,
};

/// Below this, packing gains nothing.
const PACK_FROM_BYTES: usize = 700;

/// From this size on a page is packed when it is made.
const LARGE_BYTES: usize = 100_000;

/// A page ready to send.
#[derive(Debug)]
pub struct Finished {
    /// HTTP status.
    pub status: StatusCode,
    /// Counts views when it is a story's page.
    pub views: Option<Arc<Tally>>,
    /// Headers of every coding.
    headers: Vec<(HeaderName, HeaderValue)>,
    /// The start of its entity tags, when readers may ask whether it still stands.
    name: Option<String>,
    packable: bool,
    plain: Coded,
    quick: OnceLock<Option<Coded>>,
    well: OnceLock<Option<Coded>>,
    brotli: OnceLock<Option<Coded>>,
}

/// The bytes of one coding.
#[derive(Debug)]
pub struct Coded {
    /// Status line and headers, without `Date` and the empty line.
    pub head: Bytes,
    /// The same for a reader who has these bytes.
    pub unchanged: Bytes,
    /// The bytes.
    pub body: Bytes,
    /// Headers of this coding alone.
    own: Vec<(HeaderName, HeaderValue)>,
    etag: String,
}

/// What to send.
#[derive(Clone, Copy, Debug)]
pub struct Reply<'a> {
    /// Status line and headers, without `Date` and the empty line.
    pub head: &'a Bytes,
    /// The bytes; `None` for HEAD and for a reader who has them.
    pub body: Option<&'a Bytes>,
    coded: &'a Coded,
    unchanged: bool,
}

/// What of a request decides between the forms of one page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    /// Only the head is wanted.
    pub head: bool,
    /// What the reader can unpack.
    pub codings: Codings,
    /// `If-None-Match`; empty when not sent.
    pub if_none_match: &'a str,
}

impl Finished {
    /// Names a page and makes its heads. `policy` is the Content-Security-Policy of HTML pages.
    pub fn new(mut page: Page, policy: &HeaderValue, views: Option<Arc<Tally>>) -> Self {
        let body = Bytes::from(std::mem::take(&mut page.body));
        let kept = page.status == StatusCode::OK && page.keep != Keep::Never;
        let name = kept.then(|| Hash::of(&body).hex().chars().take(20).collect::<String>());
        let packable = (!page.media_type.starts_with("image/") || page.media_type.contains("svg"))
            && body.len() >= PACK_FROM_BYTES;
        let headers = headers::of(&page, policy);
        let plain = Coded::new(page.status, &headers, name.as_deref(), Coding::Plain, body);
        Self {
            status: page.status,
            views,
            headers,
            name,
            packable,
            plain,
            quick: OnceLock::new(),
            well: OnceLock::new(),
            brotli: OnceLock::new(),
        }
    }

    /// The answer to a reader. Packs quickly when there is nothing packed yet and the reader can unpack it.
    pub fn reply<'a>(&'a self, asked: &Asked<'_>) -> Reply<'a> {
        if let Some(held) = self.held(asked.if_none_match, asked.codings) {
            return Reply { head: &held.unchanged, body: None, coded: held, unchanged: true };
        }
        let coded = self.coded(asked.codings);
        Reply { head: &coded.head, body: (!asked.head).then_some(&coded.body), coded, unchanged: false }
    }

    fn coded(&self, codings: Codings) -> &Coded {
        if codings.brotli
            && let Some(Some(coded)) = self.brotli.get()
        {
            return coded;
        }
        if codings.gzip && self.packable {
            if let Some(Some(coded)) = self.well.get() {
                return coded;
            }
            if let Some(coded) = self.quick.get_or_init(|| self.pack(Coding::Quick)) {
                return coded;
            }
        }
        &self.plain
    }

    /// The coding of these bytes that the reader says to have, when it could be sent to this reader.
    fn held(&self, if_none_match: &str, codings: Codings) -> Option<&Coded> {
        if if_none_match.is_empty() || self.name.is_none() {
            return None;
        }
        let any = if_none_match.trim() == "*";
        let names = || if_none_match.split(',').map(|n| n.trim().trim_start_matches("W/"));
        let has = |coded: &&Coded| any || names().any(|name| name == coded.etag);
        let slots = [(codings.brotli, &self.brotli), (codings.gzip, &self.well), (codings.gzip, &self.quick)];
        let packed = slots.into_iter().filter(|(can, _)| *can).filter_map(|(_, slot)| slot.get()?.as_ref());
        packed.chain([&self.plain]).find(has)
    }

    fn pack(&self, coding: Coding) -> Option<Coded> {
        let packed = coding::pack(&self.plain.body, coding)?;
        Some(Coded::new(self.status, &self.headers, self.name.as_deref(), coding, packed.into()))
    }

    /// Whether packing it takes longer than a thread that answers readers may be held up.
    pub fn is_large(&self) -> bool {
        self.plain.body.len() > LARGE_BYTES
    }

    /// Packs it as small as can be: to be done behind, for it takes long.
    pub fn pack_well(&self) {
        if !self.packable {
            return;
        }
        self.well.get_or_init(|| self.pack(Coding::Well));
        self.brotli.get_or_init(|| self.pack(Coding::Brotli));
    }

    /// Bytes that it may take in memory with all its codings.
    pub fn weight_bytes(&self) -> u64 {
        let plain = self.plain.body.len() as u64;
        if self.packable { plain + plain / 4 * 3 + 4096 } else { plain + 2048 }
    }

    /// Headers that every coding carries.
    pub fn headers(&self) -> &[(HeaderName, HeaderValue)] {
        &self.headers
    }
}

impl Coded {
    fn new(
        status: StatusCode,
        headers: &[(HeaderName, HeaderValue)],
        name: Option<&str>,
        coding: Coding,
        body: Bytes,
    ) -> Self {
        let etag = name.map(|name| format!("\"{name}{}\"", coding.suffix())).unwrap_or_default();
        let mut own = Vec::new();
        if let Some(word) = coding.word() {
            own.push((header::CONTENT_ENCODING, HeaderValue::from_static(word)));
        }
        if let Ok(value) = HeaderValue::from_str(&etag)
            && name.is_some()
        {
            own.push((header::ETAG, value));
        }
        own.push((header::CONTENT_LENGTH, HeaderValue::from(body.len())));
        let head = headers::block(status, headers.iter().chain(&own));
        // A reader who has the bytes needs neither their length nor their coding.
        let unchanged_own = own.iter().filter(|(name, _)| *name == header::ETAG);
        let unchanged = headers::block(StatusCode::NOT_MODIFIED, headers.iter().chain(unchanged_own));
        Self { head, unchanged, body, own, etag }
    }
}

impl Reply<'_> {
    /// 304 for a reader who has the bytes, else the page's status.
    pub fn status(&self, page: &Finished) -> StatusCode {
        if self.unchanged { StatusCode::NOT_MODIFIED } else { page.status }
    }

    /// Headers of this coding alone.
    pub fn own_headers(&self) -> impl Iterator<Item = &(HeaderName, HeaderValue)> {
        self.coded.own.iter().filter(|(name, _)| !self.unchanged || *name == header::ETAG)
    }
}
