//! A story's picture: the wire's own where its bytes can be had, else one drawn by rule.

use anyhow::{Context, Result, bail};
use desk::step::illustrate::{Choice, Drawing};
use news::{
    Country, Lang, Sector, StoryId, Time,
    label::Involvement,
    picture::{Provenance, Taken},
    report::WirePicture,
    story::Picture,
};
use store::Store;

/// Bytes of a picture beyond which it is left alone.
const MAX_BYTES: usize = 12 * 1024 * 1024;
/// Pixels beyond which it is left alone: a small file can unfold to a huge picture.
const MAX_PIXELS: usize = 60_000_000;
/// What is burned into a drawing, by the story's language.
const LABELS: [(&str, &str); 4] = [
    ("en", "Drawn by software from this story’s facts"),
    ("fr", "Dessiné par logiciel d’après cet article"),
    ("ar", "رسمه برنامج من وقائع هذا الخبر"),
    ("hi", "इस ख़बर के तथ्यों से सॉफ़्टवेयर ने बनाया"),
];

/// Where the bytes of wire pictures come from.
pub trait Pictures: Send + Sync {
    /// The bytes at that address.
    fn get(&self, url: &str) -> Result<Vec<u8>>;
}

/// Makes the pictures that people bring in anew, for the desk.
pub struct Brought;

impl editor::Pictures for Brought {
    fn take(&self, bytes: &[u8], part: &dyn Fn(&Provenance) -> Involvement) -> Result<Taken, String> {
        art::upload::take(bytes, part).map_err(|why| why.to_string())
    }
}

/// Finds or draws the story's picture and saves it.
pub fn illustrate(store: &Store, pictures: &dyn Pictures, accent: &str, story: StoryId, now: Time) -> Result<()> {
    let choice = desk::step::illustrate::choose(store, story, now)?;
    let picture = choose(store, pictures, accent, story, choice)?;
    Ok(desk::step::illustrate::save(store, story, picture, now)?)
}

fn choose(
    store: &Store,
    pictures: &dyn Pictures,
    accent: &str,
    story: StoryId,
    choice: Choice,
) -> Result<Option<Picture>> {
    match choice {
        Choice::None(why) => {
            tracing::debug!(%story, why, "no picture");
            Ok(None)
        }
        Choice::Wire(candidates, otherwise) => {
            for candidate in candidates {
                match from_wire(store, pictures, &candidate) {
                    Ok(picture) => return Ok(Some(picture)),
                    Err(error) => {
                        let url = crate::config::masked(&candidate.url);
                        tracing::warn!(%story, url, "wire picture left out: {}", crate::failure::line(&error));
                    }
                }
            }
            choose(store, pictures, accent, story, *otherwise)
        }
        Choice::Draw(drawing) => {
            let record = store.read(|c| store::story::by_id(c, story))?.context("the story is gone")?;
            draw(store, accent, &record, drawing).map(Some)
        }
    }
}

fn from_wire(store: &Store, pictures: &dyn Pictures, wire: &WirePicture) -> Result<Picture> {
    let bytes = pictures.get(&wire.url)?;
    if bytes.len() > MAX_BYTES {
        bail!("it has {} bytes; {MAX_BYTES} are allowed", bytes.len());
    }
    let media_type = match imagesize::image_type(&bytes)? {
        imagesize::ImageType::Jpeg => "image/jpeg",
        imagesize::ImageType::Png => "image/png",
        imagesize::ImageType::Webp => "image/webp",
        other => bail!("{other:?} is not a kind of picture that pages show (JPEG, PNG, WebP)"),
    };
    let size = imagesize::blob_size(&bytes)?;
    if size.width * size.height > MAX_PIXELS || size.width < 200 || size.height < 100 {
        bail!("{} x {} pixels is too small or too large", size.width, size.height);
    }
    let source_type = wire.digital_source_type.clone().unwrap_or_default();
    Ok(Picture {
        blob: store.put_blob(&bytes)?,
        media_type: media_type.into(),
        width: size.width as u32,
        height: size.height as u32,
        alt: if wire.alt.is_empty() { wire.caption.clone() } else { wire.alt.clone() },
        caption: wire.caption.clone(),
        credit: wire.credit.clone(),
        involvement: involvement(&source_type),
        digital_source_type: source_type,
        sizes: Vec::new(),
        brought: None,
    })
}

/// What the sender's IPTC Digital Source Type says of a machine's part. Silence is not a statement.
fn involvement(source_type: &str) -> Involvement {
    match source_type.rsplit('/').next().unwrap_or_default() {
        "trainedAlgorithmicMedia" => Involvement::Generated,
        "compositeWithTrainedAlgorithmicMedia" | "compositeSynthetic" => Involvement::Modified,
        "algorithmicMedia" | "dataDrivenMedia" => Involvement::Procedural,
        "algorithmicallyEnhanced" => Involvement::Assisted,
        _ => Involvement::None,
    }
}

fn draw(store: &Store, accent: &str, record: &news::story::Story, drawing: Drawing) -> Result<Picture> {
    let place =
        |country: Country| (text::place::country_name(country, &record.lang).to_owned(), text::place::centre(country));
    let about: Vec<_> = drawing.about.iter().map(|c| place(*c)).collect();
    let figures: Vec<_> = drawing.figures.into_iter().map(|f| art::Figure { value: f.value, label: f.label }).collect();
    let series = drawing.movement.map(|m| art::Series { rising: m.rising, percent: m.percent, of: m.of });
    let facts = art::Facts {
        seed: record.id.0.unsigned_abs(),
        lang: &record.lang,
        sector: &record.sector,
        kicker: kicker(&record.sector, &record.lang),
        about: &about,
        filed_from: drawing.filed_from.map(place),
        figures: &figures,
        score: None,
        series,
        label: label(&record.lang),
        accent,
    };
    let drawing = art::illustrate(&facts);
    Ok(Picture {
        blob: store.put_blob(drawing.svg.as_bytes())?,
        media_type: "image/svg+xml".into(),
        width: drawing.width,
        height: drawing.height,
        alt: drawing.alt,
        caption: label(&record.lang).into(),
        credit: String::new(),
        involvement: Involvement::Procedural,
        digital_source_type: Involvement::Procedural.digital_source_type().into(),
        sizes: Vec::new(),
        brought: None,
    })
}

fn label(lang: &Lang) -> &'static str {
    let of = |tag: &str| LABELS.iter().find(|(l, _)| *l == tag).map(|(_, words)| *words);
    of(lang.primary()).or_else(|| of("en")).unwrap_or_default()
}

/// The sector's name where the drawing's language has one, else nothing.
fn kicker<'a>(sector: &'a Sector, lang: &Lang) -> &'a str {
    if lang.primary() == "en" { sector.name() } else { "" }
}
