//! The archive's folder: settings, sources, drawings and a few pieces by people.

use std::path::Path;

use anyhow::{Context, Result};
use news::{
    Hash, Lang, Sector, Time,
    label::Involvement,
    piece::{NewPiece, PieceKind},
    story::Picture,
};
use store::Store;

use super::{event::Event, world::World, write::Shelf};
use crate::chance::Chance;

/// Pieces by people.
const PIECES: u64 = 12;
/// Burned into every drawing.
const LABEL: &str = "Drawn by software from this story’s facts";

/// Writes `dateline.toml`, by which `dateline serve` knows the newsroom; `more` is added to it.
pub fn settings(home: &Path, more: &str) -> Result<()> {
    std::fs::create_dir_all(home).with_context(|| format!("{} cannot be made", home.display()))?;
    let text = format!(
        "{more}# An invented newsroom: every name, body and event in it is made by rule.\n[house]\nname = \"The Invented Ledger\"\n\
         tagline = \"Every word made by rule\"\nbase_url = \"http://127.0.0.1:8080\"\nlanguage = \"en\"\nzone = \"UTC\"\n\
         responsible_editor = \"Nobody\"\nresponsible_contact = \"desk@ledger.example\"\npublisher = \"Invented Ledger\"\n\n\
         [serve]\nlisten = \"127.0.0.1:0\"\n\n[wire]\nallow_private = true\nevery_minutes = 1\n\n\
         [[policy.publish]]\nname = \"Everything that is supported\"\nsensitive = true\n"
    );
    let file = home.join(dateline::config::FILE);
    std::fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))
}

/// Puts sources, drawings and pieces into the store.
pub fn stock(store: &Store, world: &World, now: Time) -> Result<Shelf> {
    let new = world.sources();
    let sources = store.write(move |c| new.iter().map(|s| store::source::put(c, s, now)).collect())?;
    let mut pictures: Vec<(String, Vec<Picture>)> = Vec::new();
    for (sector, n) in world.drawings() {
        let picture = drawing(store, &sector, n)?;
        match pictures.iter_mut().find(|(slug, _)| slug == sector.slug()) {
            Some((_, list)) => list.push(picture),
            None => pictures.push((sector.slug().to_owned(), vec![picture])),
        }
    }
    pieces(store, world, now)?;
    Ok(Shelf { sources, pictures })
}

fn drawing(store: &Store, sector: &Sector, n: usize) -> Result<Picture> {
    let lang = Lang::en();
    let facts = art::Facts {
        seed: n as u64,
        lang: &lang,
        sector,
        kicker: sector.name(),
        about: &[],
        filed_from: None,
        figures: &[],
        score: None,
        series: None,
        label: LABEL,
        accent: "#a4243b",
    };
    let drawing = art::illustrate(&facts);
    Ok(Picture {
        blob: store.put_blob(drawing.svg.as_bytes())?,
        media_type: "image/svg+xml".into(),
        width: drawing.width,
        height: drawing.height,
        alt: drawing.alt,
        caption: LABEL.into(),
        credit: String::new(),
        involvement: Involvement::Procedural,
        digital_source_type: Involvement::Procedural.digital_source_type().into(),
        sizes: Vec::new(),
        brought: None,
    })
}

fn pieces(store: &Store, world: &World, now: Time) -> Result<()> {
    let kinds = [PieceKind::Opinion, PieceKind::Blog, PieceKind::Interview];
    let mut all = Vec::new();
    for n in 0..PIECES {
        let mut chance = Chance::of(world.seed, u64::MAX - n);
        let tongue = world.english();
        let plot = world.plot(tongue, &mut chance);
        let event = Event::new(chance.bits(), tongue, plot, &world.places, now);
        let copy = event.copy(0, 0);
        let paragraphs: Vec<String> = copy.paragraphs.iter().map(|p| p.join(" ")).collect();
        let piece = NewPiece {
            kind: kinds[n as usize % kinds.len()],
            title: copy.headline,
            byline: event.say("{name}", 0),
            role: event.say("{role} in {city}", 0),
            published: now.plus_ms(-(n as i64 + 1) * 5 * Time::HOUR_MS),
            sector: plot.sector.clone(),
            lang: tongue.lang.clone(),
            summary: paragraphs.iter().take(2).cloned().collect::<Vec<_>>().join(" "),
            markdown: paragraphs.join("\n\n"),
        };
        all.push((Hash::of(piece.markdown.as_bytes()), piece));
    }
    store.write(move |c| all.iter().try_for_each(|(hash, piece)| store::piece::put(c, piece, *hash, now).map(drop)))?;
    Ok(())
}
