use image::{Rgb, RgbImage, RgbaImage, codecs::webp::WebPEncoder, load_from_memory};
use news::Hash;

use super::*;

/// What a photograph becomes.
fn take(bytes: &[u8]) -> Result<Taken, Refused> {
    super::take(bytes, |_| Involvement::None)
}

/// Red on the left, blue on the right, with enough shades for a photograph.
fn halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let shade = (y % 97) as u8 + (x % 31) as u8;
        let bright = 200 + (x % 50) as u8;
        if x < width / 2 { Rgb([bright, shade / 4, shade / 3]) } else { Rgb([shade / 3, shade / 4, bright]) }
    })
}

fn jpeg(image: &RgbImage) -> Vec<u8> {
    let mut out = Vec::new();
    image.write_with_encoder(JpegEncoder::new_with_quality(&mut out, 90)).unwrap();
    out
}

fn png(image: &DynamicImage) -> Vec<u8> {
    let mut out = Vec::new();
    image.write_with_encoder(PngEncoder::new(&mut out)).unwrap();
    out
}

/// A JPEG with a segment after its first marker.
fn with_segment(jpeg: &[u8], marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, marker], &length, body, &jpeg[2..]].concat()
}

/// EXIF: turned by a quarter, whose rights, and where it was taken.
fn exif(orientation: u16) -> Vec<u8> {
    let mut out = b"Exif\0\0II*\0\x08\0\0\0\x03\0".to_vec();
    let mut entry = |tag: u16, kind: u16, count: u32, value: u32| {
        out.extend([tag.to_le_bytes(), kind.to_le_bytes()].concat());
        out.extend([count.to_le_bytes(), value.to_le_bytes()].concat());
    };
    entry(0x0112, 3, 1, orientation.into());
    // The folder ends 8 + 2 + 36 + 4 bytes into it; the text comes after that, then the place.
    entry(0x8298, 2, 8, 50);
    entry(0x8825, 4, 1, 58);
    out.extend([0; 4]);
    out.extend(b"Calwick\0");
    out.extend(b"\x01\0\x1d\0\x02\0\x0b\0\0\0\x4c\0\0\0\0\0\0\0GPSDATE1234");
    out
}

fn packet(inside: &str) -> Vec<u8> {
    let xmp = format!(
        "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF><rdf:Description {inside}/>\
         </rdf:RDF></x:xmpmeta>"
    );
    xmp.into_bytes()
}

fn chunk(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let mut crc = u32::MAX;
    for byte in name.iter().chain(body) {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    let length = u32::try_from(body.len()).unwrap().to_be_bytes();
    [&length[..], name, body, &(!crc).to_be_bytes()].concat()
}

/// A PNG with a chunk after its header.
fn with_chunk(png: &[u8], name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    [&png[..33], &chunk(name, body), &png[33..]].concat()
}

fn contains(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|w| w == what)
}

fn all(taken: &Taken) -> Vec<&Made> {
    taken.sizes.iter().chain([&taken.main]).collect()
}

#[test]
fn a_photograph_is_made_anew_in_its_sizes() {
    let sent = jpeg(&halves(2400, 1200));
    let taken = take(&sent).unwrap();
    let sizes: Vec<_> = all(&taken).iter().map(|m| (m.width, m.height, m.media_type)).collect();
    let kind = "image/jpeg";
    assert_eq!(sizes, [(400, 200, kind), (800, 400, kind), (1200, 600, kind), (2000, 1000, kind)]);
    for made in all(&taken) {
        assert_eq!(load_from_memory(&made.bytes).unwrap().dimensions(), (made.width, made.height));
    }
    assert_eq!(taken.provenance.original, Hash::of(&sent));
    assert!(taken.provenance.source_type.is_empty() && !taken.provenance.content_credentials);
    let small = take(&jpeg(&halves(400, 300))).unwrap();
    assert!(small.sizes.is_empty(), "never larger than it is");
}

#[test]
fn what_ai_made_says_so_in_its_pixels_and_a_photograph_is_not_touched() {
    let stripes = RgbImage::from_fn(2000, 1000, |x, _| Rgb(if x % 100 < 50 { [90, 200, 90] } else { [255, 255, 0] }));
    let sent = png(&stripes.into());
    let plain = take(&sent).unwrap();
    let generated = super::take(&sent, |said| {
        assert_eq!(said.original, Hash::of(&sent), "asked with what the file says");
        Involvement::Generated
    });
    let generated = generated.unwrap();
    assert!(generated.burnt && !plain.burnt && generated.sizes.len() == 3);
    for (plain, made) in all(&plain).into_iter().zip(all(&generated)) {
        let (plain, made) = (load_from_memory(&plain.bytes).unwrap(), load_from_memory(&made.bytes).unwrap());
        let (left, foot) = (made.width() - made.width() * 75 / 200, made.width() * 11 / 200);
        for (x, y, pixel) in made.pixels() {
            if x >= left && y < foot {
                assert!([21, 255].contains(&pixel[0]) && pixel[0].abs_diff(pixel[2]) < 6, "{x} {y} {pixel:?}");
            } else {
                assert_eq!(pixel, plain.get_pixel(x, y), "{x} {y}");
            }
        }
    }
    let photograph = jpeg(&halves(800, 600));
    assert_eq!(super::take(&photograph, |_| Involvement::Procedural), take(&photograph));
    let changed = super::take(&photograph, |_| Involvement::Modified).unwrap();
    let corner = load_from_memory(&changed.main.bytes).unwrap().get_pixel(797, 2);
    assert!(corner.0[..3].iter().all(|shade| *shade < 60), "dark in a JPEG too: {corner:?}");
}

#[test]
fn charts_and_what_can_be_seen_through_stay_png() {
    let chart = RgbImage::from_fn(500, 300, |x, _| if x % 50 < 25 { Rgb([0, 0, 0]) } else { Rgb([255, 255, 255]) });
    let taken = take(&png(&chart.into())).unwrap();
    assert_eq!((taken.main.media_type, taken.sizes[0].media_type), ("image/png", "image/png"));
    let clear = RgbaImage::from_fn(300, 300, |x, y| Rgba([x as u8, y as u8, 9, if x > 9 { 255 } else { 0 }]));
    let taken = take(&png(&clear.into())).unwrap();
    assert_eq!(load_from_memory(&taken.main.bytes).unwrap().get_pixel(1, 1).0[3], 0);
    let photograph = take(&png(&halves(300, 300).into())).unwrap();
    assert_eq!(photograph.main.media_type, "image/jpeg");
    let mut webp = Vec::new();
    halves(300, 300).write_with_encoder(WebPEncoder::new_lossless(&mut webp)).unwrap();
    assert_eq!(take(&webp).unwrap().main.media_type, "image/jpeg");
    assert!(take(&webp[..webp.len() / 2]).is_err());
}

#[test]
fn what_is_no_picture_of_ours_is_named_and_refused() {
    let kind = |bytes: &[u8]| take(bytes).unwrap_err();
    assert_eq!(kind(b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"), Refused::Kind("an SVG"));
    assert_eq!(kind(b"GIF89a\x01\0\x01\0"), Refused::Kind("a GIF"));
    assert_eq!(kind(b"<!DOCTYPE html><script>alert(1)</script>"), Refused::Kind("a page"));
    assert_eq!(kind(b"%PDF-1.7"), Refused::Kind("a PDF"));
    assert_eq!(kind(b"\0\0\0\x18ftypheic"), Refused::Kind("a HEIC, as some phones keep them"));
    assert!(matches!(kind(b""), Refused::Kind(_)));
    assert!(kind(b"GIF89a").to_string().starts_with("This is a GIF."));
    for broken in [&b"\xff\xd8\xff"[..], b"\x89PNG\r\n\x1a\n", b"RIFF\x04\0\0\0WEBP", b"\xff\xd8\xff\xe1\0\0"] {
        assert!(take(broken).is_err());
    }
    assert_eq!(kind(&vec![0xff; MAX_BYTES + 1]), Refused::Heavy);
}

#[test]
fn only_pixels_come_through() {
    let html = b"<html><script>alert(1)</script></html>";
    let mut sent = with_segment(&jpeg(&halves(400, 300)), 0xfe, html);
    sent.extend(html);
    let taken = take(&sent).unwrap();
    assert!(all(&taken).iter().all(|m| !contains(&m.bytes, b"<script>")));
    let sent = with_chunk(&png(&halves(400, 300).into()), b"tEXt", b"Comment\0<script>alert(1)</script>");
    assert!(all(&take(&sent).unwrap()).iter().all(|m| !contains(&m.bytes, b"<script>")));
}

#[test]
fn a_bomb_is_refused_by_its_header() {
    let side = 50_000_u32.to_be_bytes();
    let header = [&side[..], &side, &[8, 2, 0, 0, 0]].concat();
    let chunks = [chunk(b"IHDR", &header), chunk(b"IDAT", b"x"), chunk(b"IEND", b"")].concat();
    let bomb = [&b"\x89PNG\r\n\x1a\n"[..], &chunks].concat();
    assert_eq!(take(&bomb).unwrap_err(), Refused::Huge);
    let mut bomb = jpeg(&halves(400, 300));
    let at = bomb.windows(2).position(|w| w == [0xff, 0xc0]).unwrap() + 5;
    bomb[at..at + 4].copy_from_slice(&[0xc3, 0x50, 0xc3, 0x50]);
    assert_eq!(take(&bomb).unwrap_err(), Refused::Huge);
    assert_eq!(take(&jpeg(&halves(199, 300))).unwrap_err(), Refused::Small);
    assert_eq!(take(&jpeg(&halves(200, 900))).unwrap_err(), Refused::Slender);
}

#[test]
fn half_a_file_is_refused() {
    let sent = jpeg(&halves(600, 400));
    assert_eq!(take(&sent[..sent.len() * 2 / 3]).unwrap_err(), Refused::Cut);
    assert_eq!(take(&sent[..sent.len() - 2]).unwrap_err(), Refused::Cut);
    let sent = png(&halves(600, 400).into());
    assert_eq!(take(&sent[..sent.len() * 2 / 3]).unwrap_err(), Refused::Cut);
}

#[test]
fn what_moves_is_refused() {
    let moving = with_chunk(&png(&halves(300, 300).into()), b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]);
    assert_eq!(take(&moving).unwrap_err(), Refused::Moving);
}

#[test]
fn a_picture_stands_upright_and_does_not_say_where_it_was_taken() {
    let sent = with_segment(&jpeg(&halves(400, 300)), 0xe1, &exif(6));
    assert!(contains(&sent, b"GPSDATE"));
    let taken = take(&sent).unwrap();
    assert_eq!((taken.main.width, taken.main.height), (300, 400));
    let image = load_from_memory(&taken.main.bytes).unwrap();
    let (top, foot) = (image.get_pixel(150, 50).0, image.get_pixel(150, 350).0);
    assert!(top[0] > top[2] && foot[2] > foot[0], "{top:?} {foot:?}");
    assert!(all(&taken).iter().all(|m| !contains(&m.bytes, b"GPSDATE") && !contains(&m.bytes, b"Exif")));
    assert_eq!(taken.provenance.copyright, "Calwick");
}

#[test]
fn what_the_file_says_of_itself_is_told() {
    let ai = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
    let plain = jpeg(&halves(400, 300));
    let words = format!("Iptc4xmpExt:DigitalSourceType=\"{ai}\" photoshop:Credit=\"Calwick\u{202e} &lt;b&gt;\"");
    let said = take(&with_segment(&plain, 0xe1, &packet(&words))).unwrap();
    assert_eq!((said.provenance.source_type.as_str(), said.provenance.credit.as_str()), (ai, "Calwick <b>"));
    assert!(all(&said).iter().all(|m| !contains(&m.bytes, b"trainedAlgorithmicMedia")));
    let iptc = b"Photoshop 3.0\08BIM\x04\x04\0\0\0\0\0\x12\x1c\x02\x50\0\x03Ida\x1c\x02\x6e\0\x02Cx\x1c\x02\x00";
    let said = take(&with_segment(&plain, 0xed, iptc)).unwrap().provenance;
    assert_eq!((said.creator.as_str(), said.credit.as_str()), ("Ida", "Cx"));
    let boxes = format!("JP\0\x01\0\0\0\x01\0\0\0\x40jumb....c2pa....digitalSourceTypexF{ai}gactions");
    let said = take(&with_segment(&plain, 0xeb, boxes.as_bytes())).unwrap().provenance;
    assert!(said.content_credentials && said.source_type == ai, "{}", said.source_type);
}
