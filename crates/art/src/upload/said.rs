//! What a file says of itself: XMP, else IPTC's older fields, else EXIF; and whether it came with Content Credentials.
//! Words of strangers, read within bounds.

use news::{
    Hash,
    picture::{Making, Provenance},
};

use super::{container::Parts, xmp};

/// Bytes of XMP that are read.
const XMP_BYTES: usize = 256 * 1024;
/// Characters of a line that are kept.
const LINE_CHARS: usize = 300;
/// Fields of IPTC, or of EXIF's first folder, that are looked at.
const FIELDS: usize = 500;
/// Types of source that are looked for in Content Credentials, the one that leaves most to AI first.
const NAMED: [&str; 5] = [
    "trainedAlgorithmicMedia",
    "compositeWithTrainedAlgorithmicMedia",
    "compositeSynthetic",
    "digitalCapture",
    "computationalCapture",
];

/// EXIF's tags.
const ARTIST: u16 = 0x013b;
const COPYRIGHT: u16 = 0x8298;
/// IPTC's data sets of record 2.
const BY_LINE: u8 = 80;
const CREDIT: u8 = 110;
const NOTICE: u8 = 116;

/// All of it.
pub fn provenance(bytes: &[u8], parts: &Parts<'_>, packet: &[u8], exif: &[u8]) -> Provenance {
    let packet = String::from_utf8_lossy(packet.get(..XMP_BYTES).unwrap_or(packet));
    let first = |found: [Option<String>; 3]| found.into_iter().flatten().map(|l| line(&l)).find(|l| !l.is_empty());
    let iptc = |set| iptc(&parts.resources, set);
    let creator = first([xmp::value(&packet, "creator"), iptc(BY_LINE), tag(exif, ARTIST)]);
    let copyright = first([xmp::value(&packet, "rights"), iptc(NOTICE), tag(exif, COPYRIGHT)]);
    Provenance {
        original: Hash::of(bytes),
        creator: creator.unwrap_or_default(),
        credit: first([xmp::value(&packet, "Credit"), iptc(CREDIT), None]).unwrap_or_default(),
        copyright: copyright.unwrap_or_default(),
        source_type: source_type(&packet, &parts.manifest),
        content_credentials: has(&parts.manifest, b"c2pa"),
    }
}

/// The type of source that leaves most to AI, of those that XMP and Content Credentials name.
fn source_type(packet: &str, manifest: &[u8]) -> String {
    let in_xmp = xmp::value(packet, "DigitalSourceType").map(|l| line(&l));
    let named = named(manifest).map(|term| format!("http://cv.iptc.org/newscodes/digitalsourcetype/{term}"));
    let all: Vec<String> = in_xmp.into_iter().chain(named).collect();
    let weighty = [Making::MadeByAi, Making::EditedWithAi];
    let gravest = weighty.into_iter().find_map(|m| all.iter().find(|s| Making::told(s) == Some(m)));
    gravest.or(all.first()).cloned().unwrap_or_default()
}

/// Content Credentials are CBOR, in which texts stand as they are and nothing marks their end; they need not be
/// understood to see what they name.
fn named(manifest: &[u8]) -> Option<&'static str> {
    NAMED.into_iter().find(|term| has(manifest, format!("/digitalsourcetype/{term}").as_bytes()))
}

fn has(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|w| w == what)
}

/// One line without what a reader cannot see.
fn line(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let visible: String = text.chars().map(|c| if c.is_control() || turns(c) { ' ' } else { c }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LINE_CHARS).collect()
}

/// UTF-8, or the Latin letters that came before it.
fn text(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|b| char::from(*b)).collect(),
    }
}

/// A field of IPTC-IIM record 2, within Photoshop's resource 0x0404.
fn iptc(resources: &[u8], set: u8) -> Option<String> {
    let mut rest = resource(resources, 0x0404)?;
    for _ in 0..FIELDS {
        let [0x1c, record, found, high, low, after @ ..] = rest else { return None };
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let value = after.get(..length)?;
        if (*record, *found) == (2, set) {
            return Some(text(value));
        }
        rest = after.get(length..)?;
    }
    None
}

/// The bytes of a resource: `8BIM`, number, name and bytes, the last two filled up to an even length.
fn resource(resources: &[u8], number: u16) -> Option<&[u8]> {
    let mut rest = resources;
    for _ in 0..FIELDS {
        let [b'8', b'B', b'I', b'M', high, low, name, after @ ..] = rest else { return None };
        let name = usize::from(*name);
        let after = after.get(name + (name + 1) % 2..)?;
        let (length, after) = after.split_first_chunk::<4>()?;
        let length = u32::from_be_bytes(*length) as usize;
        let value = after.get(..length)?;
        if u16::from_be_bytes([*high, *low]) == number {
            return Some(value);
        }
        rest = after.get(length.checked_add(length % 2)?..)?;
    }
    None
}

/// A text of EXIF's first folder.
fn tag(exif: &[u8], tag: u16) -> Option<String> {
    let big = exif.starts_with(b"MM");
    let short = |at: usize| {
        let two = *exif.get(at..)?.first_chunk::<2>()?;
        Some(if big { u16::from_be_bytes(two) } else { u16::from_le_bytes(two) })
    };
    let long = |at: usize| {
        let four = *exif.get(at..)?.first_chunk::<4>()?;
        usize::try_from(if big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) }).ok()
    };
    let folder = long(4)?;
    for n in 0..usize::from(short(folder)?).min(FIELDS) {
        let entry = folder.checked_add(2 + n * 12)?;
        if short(entry)? == tag && short(entry + 2)? == 2 {
            let length = long(entry + 4)?;
            // Four bytes or fewer stand in the entry itself.
            let at = if length <= 4 { entry + 8 } else { long(entry + 8)? };
            return exif.get(at..at.checked_add(length)?).map(|value| text(value).trim_end_matches('\0').to_owned());
        }
    }
    None
}
