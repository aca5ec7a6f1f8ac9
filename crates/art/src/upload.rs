//! Pictures that people bring in: read by their content, turned upright, made anew from their pixels, so that nothing
//! else of the file reaches a reader. What the file said of itself is handed back beside them.

mod colour;
mod container;
mod plate;
mod said;
mod xmp;

use std::{
    collections::HashSet,
    io::Cursor,
    sync::{Mutex, PoisonError},
};

use image::{
    DynamicImage, GenericImageView, ImageDecoder, ImageError, Limits, Rgba,
    codecs::{
        jpeg::{JpegDecoder, JpegEncoder},
        png::{CompressionType, FilterType, PngDecoder, PngEncoder},
        webp::WebPDecoder,
    },
    imageops,
    metadata::Orientation,
};
use news::{
    label::Involvement,
    picture::{Made, Provenance, Taken},
};

use container::{Kind, Parts};

/// Bytes of a file.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;
/// Pixels that a header may announce.
const MAX_PIXELS: u64 = 60_000_000;
/// Pixels of a side that a header may announce.
const MAX_SIDE: u32 = 20_000;
/// Bytes of the unpacked pixels.
const MAX_UNPACKED_BYTES: u64 = 256 * 1024 * 1024;
/// How much more than its pixels a JPEG in passes takes: its decoder keeps two bytes for each of theirs beside.
const PASSES: u64 = 3;
/// Pixels below which nothing can be seen.
const MIN_WIDTH: u32 = 200;
const MIN_HEIGHT: u32 = 100;
/// A picture so many times as high as it is wide fits no page.
const MAX_SLENDER: u32 = 4;
/// Width of the picture that is shown large.
const MAIN_WIDTH: u32 = 2000;
/// Widths of its smaller copies.
const WIDTHS: [u32; 3] = [400, 800, 1200];
/// Of a JPEG.
const QUALITY: u8 = 85;
/// Colours up to which it is a chart or a drawing with sharp edges, which JPEG would blur.
const FEW_COLOURS: usize = 256;
/// Pixels looked at along a side to count colours.
const LOOKED_AT: u32 = 512;
/// Pixels of the picture in between beyond which the finer way of shrinking takes too much memory.
const FINE_PIXELS: u64 = 10_000_000;

/// Unpacked pictures are large: one at a time.
static ONE: Mutex<()> = Mutex::new(());

/// Why a file is not taken, in a sentence for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Too many bytes.
    Heavy,
    /// Another kind of file.
    Kind(&'static str),
    /// It moves.
    Moving,
    /// Its header announces more than is unpacked here.
    Huge,
    /// A large JPEG in passes.
    Progressive,
    /// Too few pixels.
    Small,
    /// A strip.
    Slender,
    /// Its end is missing.
    Cut,
    /// It says that it is a picture, but cannot be read as one.
    Broken,
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Heavy => write!(f, "This file is larger than 20 MB. Send a smaller copy of the picture."),
            Self::Kind(is) => write!(f, "This is {is}. Save the picture as JPEG, PNG or WebP and send that."),
            Self::Moving => write!(f, "This picture moves. Pictures here stand still: send one frame of it."),
            Self::Progressive => write!(
                f,
                "This JPEG is large and saved as “progressive”, which takes too much memory to unpack. Save it without \
                 that, or send a smaller copy."
            ),
            Self::Huge => write!(
                f,
                "This picture has more than 60 million pixels or a side of more than 20,000. Send a smaller copy."
            ),
            Self::Small => write!(f, "This picture is under {MIN_WIDTH} × {MIN_HEIGHT} pixels. Send a larger one."),
            Self::Slender => write!(f, "This picture is over {MAX_SLENDER} times as high as it is wide. Crop it."),
            Self::Cut => write!(f, "The end of this file is missing. Send it once more."),
            Self::Broken => write!(f, "This file cannot be read as a picture. Open it, save it anew, and send that."),
        }
    }
}

impl std::error::Error for Refused {}

/// Makes the picture of a file anew in its sizes.
///
/// A file's name and declared type are not asked for: its bytes say what it is. One that moves is refused: its first
/// frame is rarely the one that was meant. An RGB colour profile is applied, so that the pixels are sRGB; none is kept.
/// `part` is asked for AI's part in it, once it is known what the file says: what AI made or changed says so in its pixels.
///
/// # Errors
/// Why it is not taken.
pub fn take(bytes: &[u8], part: impl FnOnce(&Provenance) -> Involvement) -> Result<Taken, Refused> {
    if bytes.len() > MAX_BYTES {
        return Err(Refused::Heavy);
    }
    let kind = container::kind(bytes)?;
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let mut decoder = open(kind, bytes)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let sideways = is_sideways(orientation);
    let size = may_unpack(decoder.dimensions(), decoder.total_bytes(), sideways)?;
    let parts = container::parts(kind, bytes);
    if parts.progressive && decoder.total_bytes() * PASSES > MAX_UNPACKED_BYTES {
        return Err(Refused::Progressive);
    }
    if !parts.whole {
        return Err(Refused::Cut);
    }
    let provenance = provenance(bytes, &parts, decoder.as_mut());
    let profile = decoder.icc_profile().ok().flatten();
    let image = DynamicImage::from_decoder(decoder).map_err(|e| refused(&e))?;
    let sharp = kind != Kind::Jpeg && has_few_colours(&image);
    let image = upright(image, size, orientation);
    let image = image.into_rgba8();
    let image = colour::to_srgb(image, profile.as_deref());
    let seen_through = image.pixels().any(|&Rgba([.., alpha])| alpha < u8::MAX);
    let image = DynamicImage::ImageRgba8(image);
    let png = sharp || seen_through;
    let image = if seen_through { image } else { DynamicImage::ImageRgb8(image.into_rgb8()) };
    let words = plate::words(part(&provenance));
    let widths = WIDTHS.into_iter().filter(|width| *width < image.width());
    let sizes = widths.map(|width| {
        let (width, height) = fit((image.width(), image.height()), width);
        labelled(shrunk(&image, width, height), words, png)
    });
    let sizes = sizes.collect::<Result<_, _>>()?;
    Ok(Taken { sizes, main: labelled(image, words, png)?, burnt: words.is_some(), provenance })
}

/// The file of a picture that has these words in its corner.
fn labelled(mut image: DynamicImage, words: Option<&str>, png: bool) -> Result<Made, Refused> {
    if let Some(words) = words {
        plate::burn(&mut image, words);
    }
    encode(&image, png)
}

/// Reads the header, and nothing of the pixels.
fn open(kind: Kind, bytes: &[u8]) -> Result<Box<dyn ImageDecoder + '_>, Refused> {
    let at = Cursor::new(bytes);
    let refused = |e: ImageError| refused(&e);
    Ok(match kind {
        Kind::Jpeg => Box::new(JpegDecoder::new(at).map_err(refused)?),
        Kind::Png => {
            let decoder = PngDecoder::with_limits(at, limits()).map_err(refused)?;
            if decoder.is_apng().map_err(refused)? {
                return Err(Refused::Moving);
            }
            Box::new(decoder)
        }
        Kind::Webp => {
            let decoder = WebPDecoder::new(at).map_err(refused)?;
            if decoder.has_animation() {
                return Err(Refused::Moving);
            }
            Box::new(decoder)
        }
    })
}

fn limits() -> Limits {
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_UNPACKED_BYTES);
    limits
}

fn refused(error: &ImageError) -> Refused {
    match error {
        ImageError::Limits(_) => Refused::Huge,
        ImageError::IoError(e) if e.kind() == std::io::ErrorKind::UnexpectedEof => Refused::Cut,
        _ => Refused::Broken,
    }
}

/// The size that it will have upright, when it is one that is unpacked here.
fn may_unpack((width, height): (u32, u32), unpacked: u64, sideways: bool) -> Result<(u32, u32), Refused> {
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MAX_PIXELS || width.max(height) > MAX_SIDE || unpacked > MAX_UNPACKED_BYTES {
        return Err(Refused::Huge);
    }
    let (width, height) = if sideways { (height, width) } else { (width, height) };
    match (width, height) {
        _ if width < MIN_WIDTH || height < MIN_HEIGHT => Err(Refused::Small),
        _ if height > width * MAX_SLENDER => Err(Refused::Slender),
        size => Ok(size),
    }
}

fn provenance(bytes: &[u8], parts: &Parts<'_>, decoder: &mut dyn ImageDecoder) -> Provenance {
    let xmp = match parts.xmp {
        Some(xmp) => Some(xmp.to_vec()),
        None => decoder.xmp_metadata().ok().flatten(),
    };
    let exif = decoder.exif_metadata().ok().flatten();
    said::provenance(bytes, parts, xmp.as_deref().unwrap_or_default(), exif.as_deref().unwrap_or_default())
}

fn is_sideways(orientation: Orientation) -> bool {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    matches!(orientation, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH)
}

/// Shrunk to the width of the main picture, then turned as the camera was held.
fn upright(image: DynamicImage, size: (u32, u32), orientation: Orientation) -> DynamicImage {
    let (width, height) = fit(size, MAIN_WIDTH);
    let (width, height) = if is_sideways(orientation) { (height, width) } else { (width, height) };
    let same = (image.width(), image.height()) == (width, height);
    let mut image = if same { image } else { shrunk(&image, width, height) };
    image.apply_orientation(orientation);
    image
}

/// The size at most so wide, in the same proportion.
fn fit((width, height): (u32, u32), most: u32) -> (u32, u32) {
    if width <= most {
        return (width, height);
    }
    let high = (u64::from(height) * u64::from(most) + u64::from(width) / 2) / u64::from(width);
    (most, u32::try_from(high).unwrap_or(height).max(1))
}

fn shrunk(image: &DynamicImage, width: u32, height: u32) -> DynamicImage {
    // The finer way keeps a picture of this size in floating point while it works.
    if u64::from(image.width()) * u64::from(height) > FINE_PIXELS {
        image.thumbnail_exact(width, height)
    } else {
        image.resize_exact(width, height, imageops::FilterType::Lanczos3)
    }
}

fn has_few_colours(image: &DynamicImage) -> bool {
    let every = |side: u32| usize::try_from(side / LOOKED_AT).unwrap_or(1).max(1);
    let mut seen = HashSet::new();
    for y in (0..image.height()).step_by(every(image.height())) {
        for x in (0..image.width()).step_by(every(image.width())) {
            seen.insert(image.get_pixel(x, y).0);
            if seen.len() > FEW_COLOURS {
                return false;
            }
        }
    }
    true
}

/// Pixels as a file that holds nothing else.
fn encode(image: &DynamicImage, png: bool) -> Result<Made, Refused> {
    let mut bytes = Vec::new();
    let written = if png {
        let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
        image.write_with_encoder(encoder)
    } else {
        image.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))
    };
    written.map_err(|e| refused(&e))?;
    let media_type = if png { "image/png" } else { "image/jpeg" };
    Ok(Made { bytes, media_type, width: image.width(), height: image.height() })
}

#[cfg(test)]
mod tests;
