//! What kind of file it is, whether its end is there, and which of its parts say something of it.

use super::Refused;

/// Kinds that are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// By its first marker.
    Jpeg,
    /// By its signature.
    Png,
    /// By its RIFF header.
    Webp,
}

/// Beginnings of kinds that are not taken, with their names.
const OTHERS: [(&[u8], &str); 8] = [
    (b"GIF8", "a GIF"),
    (b"%PDF", "a PDF"),
    (b"II*\0", "a TIFF"),
    (b"MM\0*", "a TIFF"),
    (b"BM", "a BMP"),
    (b"\0\0\x01\0", "an icon"),
    (b"8BPS", "a Photoshop file"),
    (b"PK\x03\x04", "an archive"),
];
/// Bytes of a text in which the first tag is looked for.
const TEXT_BYTES: usize = 1024;

const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";

/// The kind of a file, by its first bytes.
pub fn kind(bytes: &[u8]) -> Result<Kind, Refused> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Ok(Kind::Jpeg),
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Ok(Kind::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(Kind::Webp),
        [_, _, _, _, b'f', b't', b'y', b'p', b'a', b'v', b'i', b'f' | b's', ..] => Err(Refused::Kind("an AVIF")),
        [_, _, _, _, b'f', b't', b'y', b'p', b'h', ..] | [_, _, _, _, b'f', b't', b'y', b'p', b'm', b'i', ..] => {
            Err(Refused::Kind("a HEIC, as some phones keep them"))
        }
        other => Err(Refused::Kind(name(other))),
    }
}

fn name(bytes: &[u8]) -> &'static str {
    if let Some((_, name)) = OTHERS.into_iter().find(|(begins, _)| bytes.starts_with(begins)) {
        return name;
    }
    let text = String::from_utf8_lossy(bytes.get(..TEXT_BYTES).unwrap_or(bytes)).to_ascii_lowercase();
    let named = [("<svg", "an SVG"), ("<html", "a page"), ("<!doctype html", "a page")];
    named.into_iter().find(|(tag, _)| text.contains(tag)).map_or("no picture of a kind that is taken here", |(_, n)| n)
}

/// Parts of a file beside its pixels.
#[derive(Debug, Default)]
pub struct Parts<'a> {
    /// Its end is there.
    pub whole: bool,
    /// XMP, where the decoder has none of its own for this kind.
    pub xmp: Option<&'a [u8]>,
    /// Photoshop's resources, which hold IPTC's fields.
    pub resources: Vec<u8>,
    /// A JPEG that comes in passes, each of the whole picture: its decoder holds all of it twice over.
    pub progressive: bool,
    /// Content Credentials (C2PA) as JUMBF boxes; empty when there are none.
    pub manifest: Vec<u8>,
}

/// The parts of a file of that kind.
pub fn parts(kind: Kind, bytes: &[u8]) -> Parts<'_> {
    match kind {
        Kind::Jpeg => jpeg(bytes),
        Kind::Png => png(bytes),
        Kind::Webp => webp(bytes),
    }
}

/// From marker to marker up to the end of the first picture; what comes after that is of no interest.
fn jpeg(bytes: &[u8]) -> Parts<'_> {
    let mut parts = Parts::default();
    let mut rest = bytes.get(2..).unwrap_or_default();
    while let Some((marker, after)) = marker(rest) {
        rest = match marker {
            0xd9 => return Parts { whole: true, ..parts },
            0x01 | 0xd0..=0xd8 => after,
            _ => {
                let Some(length) = after.first_chunk::<2>().map(|l| usize::from(u16::from_be_bytes(*l))) else { break };
                let (Some(body), Some(after)) = (after.get(2..length), after.get(length..)) else { break };
                segment(&mut parts, marker, body);
                after
            }
        };
    }
    parts
}

/// The next marker and what follows it. Within the pixels `ff 00` is a byte of theirs.
fn marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let mut rest = bytes;
    loop {
        let at = rest.iter().position(|b| *b == 0xff)?;
        rest = rest.get(at + 1..)?;
        match rest.split_first()? {
            (0, after) => rest = after,
            (0xff, _) => {}
            (marker, after) => return Some((*marker, after)),
        }
    }
}

fn segment<'a>(parts: &mut Parts<'a>, marker: u8, body: &'a [u8]) {
    match marker {
        0xc2 => parts.progressive = true,
        0xe1 => parts.xmp = parts.xmp.or_else(|| body.strip_prefix(XMP)),
        0xed => parts.resources.extend(body.strip_prefix(PHOTOSHOP).unwrap_or_default()),
        // JPEG XT: `JP`, the box's number, the part's number; later parts repeat the box's length and type.
        0xeb if body.starts_with(b"JP") => {
            let repeated = if parts.manifest.is_empty() { 8 } else { 16 };
            parts.manifest.extend(body.get(repeated..).unwrap_or_default());
        }
        _ => {}
    }
}

fn png(bytes: &[u8]) -> Parts<'_> {
    let mut parts = Parts::default();
    let mut rest = bytes.get(8..).unwrap_or_default();
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let length = u32::from_be_bytes(*length) as usize;
        let Some((name, after)) = after.split_first_chunk::<4>() else { break };
        let (Some(body), Some(next)) = (after.get(..length), after.get(length.saturating_add(4)..)) else { break };
        match name {
            b"IEND" => return Parts { whole: true, ..parts },
            b"caBX" => parts.manifest.extend(body),
            _ => {}
        }
        rest = next;
    }
    parts
}

fn webp(bytes: &[u8]) -> Parts<'_> {
    let mut parts = Parts::default();
    let length = bytes.get(4..).and_then(|b| b.first_chunk::<4>()).map_or(0, |l| u32::from_le_bytes(*l) as usize);
    let Some(mut rest) = bytes.get(12..length.saturating_add(8)) else { return parts };
    while let Some((name, after)) = rest.split_first_chunk::<4>() {
        let Some((length, after)) = after.split_first_chunk::<4>() else { return parts };
        let length = u32::from_le_bytes(*length) as usize;
        let Some(body) = after.get(..length) else { return parts };
        if name == b"C2PA" {
            parts.manifest.extend(body);
        }
        // Chunks begin at even places.
        rest = after.get(length.saturating_add(length % 2)..).unwrap_or_default();
    }
    Parts { whole: true, ..parts }
}
