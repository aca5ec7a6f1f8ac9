//! Pixels in sRGB, the one colour space that a picture without a profile is taken for.

use image::RgbaImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// Bytes of a profile that are read.
const PROFILE_BYTES: usize = 1024 * 1024;

/// The picture in sRGB. A profile that cannot be read, or is of no RGB space, is taken for sRGB: the pixels stay as
/// they are.
pub fn to_srgb(image: RgbaImage, profile: Option<&[u8]>) -> RgbaImage {
    match profile.and_then(|profile| converted(&image, profile)) {
        Some(converted) => converted,
        None => image,
    }
}

fn converted(image: &RgbaImage, profile: &[u8]) -> Option<RgbaImage> {
    if profile.len() > PROFILE_BYTES {
        return None;
    }
    let profile = ColorProfile::new_from_slice(profile).ok()?;
    if profile.color_space != DataColorSpace::Rgb {
        return None;
    }
    let srgb = ColorProfile::new_srgb();
    let (layout, options) = (Layout::Rgba, TransformOptions::default());
    let transform = profile.create_transform_8bit(layout, &srgb, layout, options).ok()?;
    let mut pixels = vec![0; image.as_raw().len()];
    transform.transform(image.as_raw(), &mut pixels).ok()?;
    RgbaImage::from_raw(image.width(), image.height(), pixels)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgba;

    #[test]
    fn a_profile_is_applied_and_a_broken_one_is_not() {
        let image = RgbaImage::from_pixel(8, 8, Rgba([200, 40, 40, 128]));
        assert_eq!(to_srgb(image.clone(), Some(b"no profile")), image);
        assert_eq!(to_srgb(image.clone(), None), image);
        let wide = ColorProfile::new_display_p3().encode().unwrap();
        let converted = to_srgb(image.clone(), Some(&wide));
        let Rgba([red, _, _, alpha]) = *converted.get_pixel(0, 0);
        assert!(red > 205 && alpha == 128, "{red} {alpha}");
    }
}
