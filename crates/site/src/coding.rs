//! Content codings: which of them a reader can unpack, and how pages are packed.

use std::io::Write;

use flate2::{Compression, write::GzEncoder};

/// Windows and effort of brotli: what a page of 50 KB needs, no more.
const BROTLI_WINDOW_BITS: u32 = 18;
const BROTLI_QUALITY: u32 = 9;
/// Effort of gzip while the reader waits.
const QUICK_LEVEL: u32 = 3;

/// How bytes are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// Not at all.
    Plain,
    /// gzip while the reader waits.
    Quick,
    /// gzip as small as can be.
    Well,
    /// brotli.
    Brotli,
}

/// What a reader can unpack.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Codings {
    /// gzip.
    pub gzip: bool,
    /// brotli.
    pub brotli: bool,
}

impl Coding {
    /// `Content-Encoding`; `None` for plain bytes.
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Quick | Self::Well => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }

    /// What an entity tag ends with: other bytes, another name.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Quick => "-gz",
            Self::Well => "-gz9",
            Self::Brotli => "-br",
        }
    }
}

impl Codings {
    /// Reads `Accept-Encoding` (RFC 9110, 12.5.3): a coding with weight 0 is refused, `*` stands for those not named.
    pub fn read(accept_encoding: &str) -> Self {
        let weight = |coding: &str| {
            accept_encoding.split(',').find_map(|item| {
                let mut parts = item.split(';').map(str::trim);
                parts.next().filter(|name| name.eq_ignore_ascii_case(coding))?;
                let q = parts.find_map(|p| p.strip_prefix("q=").or_else(|| p.strip_prefix("Q=")));
                Some(q.is_none_or(|q| q.parse::<f32>().is_ok_and(|q| q > 0.0)))
            })
        };
        let others = weight("*").unwrap_or(false);
        Self { gzip: weight("gzip").unwrap_or(others), brotli: weight("br").unwrap_or(others) }
    }
}

/// The bytes packed, when that makes them fewer.
pub fn pack(bytes: &[u8], coding: Coding) -> Option<Vec<u8>> {
    let room = Vec::with_capacity(bytes.len() / 3);
    let packed = match coding {
        Coding::Plain => return None,
        Coding::Quick => gzip(bytes, room, Compression::new(QUICK_LEVEL))?,
        Coding::Well => gzip(bytes, room, Compression::new(9))?,
        Coding::Brotli => {
            let mut writer = brotli::CompressorWriter::new(room, 4096, BROTLI_QUALITY, BROTLI_WINDOW_BITS);
            writer.write_all(bytes).ok()?;
            writer.into_inner()
        }
    };
    (packed.len() < bytes.len()).then_some(packed)
}

fn gzip(bytes: &[u8], room: Vec<u8>, level: Compression) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(room, level);
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accept_encoding_is_read_with_weights_and_star() {
        let read = |s| {
            let Codings { gzip, brotli } = Codings::read(s);
            (gzip, brotli)
        };
        assert_eq!(read(""), (false, false));
        assert_eq!(read("gzip, deflate, br, zstd"), (true, true));
        assert_eq!(read("GZIP;q=0.5, br;q=0"), (true, false));
        assert_eq!(read("gzip;q=0.000, *;q=0.1"), (false, true));
        assert_eq!(read("gzipped"), (false, false));
        assert_eq!(read("identity, *;q=0"), (false, false));
    }
}
