//! `piece add|withdraw`: people's own work, as Markdown with a head of settings between `+++` lines.

mod withdraw;

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::Subcommand;
use news::{
    Hash, Lang, PieceId, Sector, Time,
    piece::{NewPiece, PieceKind},
};
use serde::Deserialize;
use store::{Store, log::Entry};

use super::{Place, say, why::Why};

#[derive(Subcommand)]
pub enum Piece {
    /// Add a Markdown file, or replace the piece with the same title
    Add {
        /// The file; its head between two +++ lines has title, kind (opinion, blog, interview), byline, role, date, sector,
        /// language, summary
        #[arg(required = true, value_name = "FILE.md")]
        files: Vec<PathBuf>,
    },
    /// Take a piece off the site for good; its address answers "gone"
    Withdraw {
        /// Its number
        id: PieceId,
        #[command(flatten)]
        why: Why,
    },
}

pub fn run(place: &Place, piece: &Piece) -> Result<()> {
    let store = place.store()?;
    match piece {
        Piece::Add { files } => add_all(&store, files),
        Piece::Withdraw { id, why } => withdraw::withdraw(&store, *id, why),
    }
}

fn add_all(store: &Store, files: &[PathBuf]) -> Result<()> {
    for file in files {
        let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
        let (id, title) = add(store, &text, crate::now()).with_context(|| file.display().to_string())?;
        say(&format!("piece {id}: {title}"))?;
    }
    Ok(())
}

/// The head of a piece's file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    title: String,
    kind: String,
    byline: String,
    #[serde(default)]
    role: String,
    date: toml::value::Datetime,
    sector: String,
    #[serde(default)]
    language: Option<String>,
    summary: String,
}

/// Adds a piece from the text of its file, with a row of the log; its id and title.
pub fn add(store: &Store, text: &str, now: Time) -> Result<(PieceId, String)> {
    let piece = parse(text)?;
    let (title, hash) = (piece.title.clone(), Hash::of(text.as_bytes()));
    let reason = store::piece::named(&format!("“{title}” by {} from a file", piece.byline), hash);
    let id = store.write(move |c| {
        let id = store::piece::put(c, &piece, hash, now)?;
        let (who, act, thing) = ("cli".into(), "piece".into(), "piece".into());
        store::log::add(c, &Entry { at: now, who, act, thing, thing_id: id.0, reason })?;
        Ok(id)
    })?;
    Ok((id, title))
}

fn parse(text: &str) -> Result<NewPiece> {
    let head_and_body =
        text.trim_start_matches('\u{feff}').trim_start().strip_prefix("+++").and_then(|t| t.split_once("\n+++"));
    let Some((head, body)) = head_and_body else { bail!("the file must begin with settings between two lines of +++") };
    let head: Head = toml::from_str(head).context("the settings between the +++ lines")?;
    let Some(kind) = PieceKind::from_word(&head.kind) else {
        bail!("kind is {:?}; opinion, blog or interview is allowed", head.kind)
    };
    let Some(sector) = Sector::new(&head.sector) else {
        bail!("sector is {:?}; a-z, 0-9 and - are allowed", head.sector)
    };
    if head.title.trim().is_empty() || head.byline.trim().is_empty() {
        bail!("a piece needs a title and the name of the person who wrote it");
    }
    let moment: jiff::Timestamp =
        head.date.to_string().parse().with_context(|| {
            format!("date is {}; a time with zone such as 2025-11-06T09:00:00Z is allowed", head.date)
        })?;
    Ok(NewPiece {
        kind,
        title: text::clean::line(&head.title),
        byline: text::clean::line(&head.byline),
        role: text::clean::line(&head.role),
        published: Time(moment.as_millisecond()),
        sector,
        lang: head.language.map_or_else(|| text::detect::lang(body), |l| Lang::new(&l)),
        summary: text::clean::line(&head.summary),
        markdown: body.trim_start_matches(['\r', '\n']).to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "+++\ntitle = \"On rivers\"\nkind = \"blog\"\nbyline = \"Ann\"\nsector = \"other\"\n\
        date = 2025-11-06T09:00:00Z\nlanguage = \"en\"\nsummary = \"They rise.\"\n+++\nText.\n";

    #[test]
    fn a_file_leaves_a_row_in_the_log() {
        let home = tempfile::tempdir().unwrap();
        let store = Store::open(home.path()).unwrap();
        let now = Time(1_800_000_000_000);
        let (id, title) = add(&store, FILE, now).unwrap();
        let log = store.read(|c| store::log::of(c, "piece", id.0)).unwrap();
        let said: Vec<_> = log.iter().map(|e| (e.who.as_str(), e.act.as_str(), e.reason.as_str(), e.at)).collect();
        let reason = store::piece::named("“On rivers” by Ann from a file", Hash::of(FILE.as_bytes()));
        assert_eq!(said, [("cli", "piece", reason.as_str(), now)], "{title}");
        assert!(store.read(store::change::last).unwrap() > 0, "pages made before are void");
    }
}
