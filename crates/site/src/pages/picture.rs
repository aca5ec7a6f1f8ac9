//! Pictures of published stories and pieces, the logo, the favicon.

use news::{PieceId, StoryId, stage::Stage, story::Picture};

use crate::{
    address,
    failure::Failure,
    page::{Keep, Page, Policy},
    site::{Answer, Ask},
};

/// Seconds that the house's own pictures may be kept.
const AGE_SECONDS: u32 = 3600;

/// `{story}-{hash}.{ext}`: the picture that this published story shows now, or a smaller copy of it. Any other is
/// unknown, and so is the file that it was made from.
pub fn page(ask: &mut Ask<'_>, name: &str) -> Answer {
    if let Some(rest) = name.strip_prefix("piece-") {
        return of_piece(ask, name, rest);
    }
    let (stem, _) = name.rsplit_once('.').ok_or(Failure::NotFound)?;
    let (id, hash) = stem.split_once('-').ok_or(Failure::NotFound)?;
    let id = StoryId(id.parse().map_err(|_| Failure::NotFound)?);
    ask.ties.own(id);
    let story = store::story::by_id(ask.c, id)?.filter(|s| s.stage == Stage::Published).ok_or(Failure::NotFound)?;
    let picture = story.picture.as_ref().ok_or(Failure::NotFound)?;
    served(ask, name, hash, &id.to_string(), picture)
}

/// The same of a piece: `piece-{id}-{hash}.{ext}`.
fn of_piece(ask: &mut Ask<'_>, name: &str, rest: &str) -> Answer {
    let (stem, _) = rest.rsplit_once('.').ok_or(Failure::NotFound)?;
    let (id, hash) = stem.split_once('-').ok_or(Failure::NotFound)?;
    let id = PieceId(id.parse().map_err(|_| Failure::NotFound)?);
    ask.shows_pieces();
    let piece = store::piece::by_id(ask.c, id)?.filter(|p| p.is_seen(ask.now)).ok_or(Failure::NotFound)?;
    let picture = piece.picture.as_ref().ok_or(Failure::NotFound)?;
    served(ask, name, hash, &address::piece_pictures(id), picture)
}

fn served(ask: &Ask<'_>, name: &str, hash: &str, owner: &str, picture: &Picture) -> Answer {
    let blob = picture.served().find(|blob| hash == address::picture_name(*blob)).ok_or(Failure::NotFound)?;
    if address::picture_of(owner, picture, blob) != format!("/picture/{name}") {
        return Err(Failure::NotFound);
    }
    let bytes = ask.site.store.blob(blob)?.ok_or(Failure::NotFound)?;
    // What is withdrawn takes its picture with it, so readers' browsers ask each time.
    Ok(sandboxed(&picture.media_type, bytes, Keep::Asking))
}

/// The masthead's picture.
pub fn logo(ask: &mut Ask<'_>) -> Answer {
    let logo = ask.site.house.logo.as_ref().ok_or(Failure::NotFound)?;
    Ok(sandboxed(&logo.media_type, logo.bytes.clone(), Keep::Seconds(AGE_SECONDS)))
}

/// The house's initial on its accent.
pub fn favicon(ask: &mut Ask<'_>) -> Answer {
    let house = &ask.site.house;
    let initial =
        house.name.trim_start_matches("The ").chars().find(|c| c.is_alphanumeric()).unwrap_or('D').to_uppercase();
    let accent = crate::colour::parse(&house.accent).unwrap_or([0xa4, 0x24, 0x3b]);
    let accent = crate::colour::hex(crate::colour::readable(accent, &[[255, 255, 255]]));
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\"><rect width=\"64\" height=\"64\" fill=\"{accent}\"/>\
         <text x=\"32\" y=\"48\" text-anchor=\"middle\" font-family=\"Georgia,Times New Roman,serif\" font-weight=\"700\" \
         font-size=\"46\" fill=\"#fff\">{initial}</text></svg>"
    );
    Ok(sandboxed("image/svg+xml", svg.into_bytes(), Keep::Seconds(AGE_SECONDS)))
}

fn sandboxed(media_type: &str, bytes: Vec<u8>, keep: Keep) -> Page {
    let mut page = Page::of(media_type, bytes, keep);
    page.policy = Policy::Picture;
    page
}
