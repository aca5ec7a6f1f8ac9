//! A picture that a person brings in.

use desk::act::Order;
use news::{
    RevisionId, StoryId, Time,
    label::Involvement,
    picture::{Brought, Made, Making, Provenance, Size, Taken},
    stage::Act,
    story::Picture,
};
use store::Store;

use crate::{Desk, failure::Failure, reply::Reply, route::Answer, screen::upload::refused, visit::Visit};

/// Characters of a line of words.
const LINE_CHARS: usize = 2000;

/// Keeps the file's picture in its sizes and puts it beside the story.
pub fn upload(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    match uploaded(desk, visit, id) {
        Ok(()) => Ok(Reply::see(format!("/desk/story/{id}/upload?done=upload"))),
        Err(failure) => refused(desk, visit, &failure),
    }
}

/// What the form says beside the file.
pub(super) struct Words {
    alt: String,
    caption: String,
    credit: String,
    rights: String,
    making: Option<Making>,
}

fn uploaded(desk: &Desk, visit: &Visit, id: StoryId) -> Result<(), Failure> {
    let base: RevisionId = visit.field("base").parse().map_err(|_| Failure::Forged)?;
    let words = words(visit)?;
    let order = super::order(visit, id, "a picture brought in")?;
    // Asked again when it is saved: but a picture is much work, and its bytes are kept.
    let sensitive = desk::transaction(&desk.store, move |c| {
        desk::act::newest(c, id, base)?;
        let story = store::story::by_id(c, id)?.ok_or(desk::Error::NoStory(id))?;
        story.stage.after(Act::Draft)?;
        Ok(story.sensitive)
    })?;
    let picture = brought(desk, visit, words, |making| {
        let ai = making.involvement().is_some_and(|i| i != Involvement::None);
        if sensitive && ai { Err(desk::Error::AiOnSensitive.into()) } else { Ok(()) }
    })?;
    saved(desk, order, base, picture, visit.now)
}

/// The picture of the file that was sent, with all its bytes in the store, when `may` takes one that was made so.
pub(super) fn brought(
    desk: &Desk,
    visit: &Visit,
    words: Words,
    may: impl FnOnce(Making) -> Result<(), Failure>,
) -> Result<Picture, Failure> {
    let wrong = |why: &str| Failure::Wrong(why.into());
    let file = visit.file.as_deref().ok_or_else(|| wrong("Choose a picture: a JPEG, PNG or WebP file."))?;
    let settled = |said: &Provenance| Making::settled(&said.source_type, words.making);
    // One of which nobody knows has no label to burn in: it does not go out.
    let part = |said: &Provenance| settled(said).and_then(Making::involvement).unwrap_or(Involvement::None);
    let taken = desk.house.pictures.take(file, &part).map_err(Failure::Wrong)?;
    let making = settled(&taken.provenance).ok_or_else(|| wrong("Say how the picture was made: its file does not."))?;
    may(making)?;
    kept(&desk.store, file, taken, words, making)
}

fn saved(desk: &Desk, order: Order, base: RevisionId, picture: Picture, now: Time) -> Result<(), Failure> {
    desk::transaction(&desk.store, move |c| desk::act::upload(c, &order, base, &picture, now).map(drop))?;
    Ok(())
}

/// The words of the form, or what is missing of them, before anything is done with the file.
pub(super) fn words(visit: &Visit) -> Result<Words, Failure> {
    let line = |name: &str| visit.field(name).split_whitespace().collect::<Vec<_>>().join(" ");
    let words = Words {
        alt: line("alt"),
        caption: line("caption"),
        credit: line("credit"),
        rights: line("rights"),
        making: Making::from_word(visit.field("making")),
    };
    let lines = [&words.alt, &words.caption, &words.credit, &words.rights];
    match lines {
        [alt, ..] if alt.is_empty() => Err(desk::Error::NoAlt.into()),
        [_, _, credit, _] if credit.is_empty() => Err(desk::Error::NoCredit.into()),
        lines if lines.iter().any(|line| line.chars().count() > LINE_CHARS) => {
            Err(Failure::Wrong(format!("Each of the picture’s lines holds {LINE_CHARS} characters at most.")))
        }
        _ => Ok(words),
    }
}

/// The picture with all its bytes in the store. The file as it was sent is kept for the record; nothing serves it.
fn kept(store: &Store, file: &[u8], taken: Taken, words: Words, making: Making) -> Result<Picture, Failure> {
    let Taken { main, sizes, burnt, provenance } = taken;
    store.put_blob(file)?;
    let size = |made: &Made| -> Result<Size, Failure> {
        Ok(Size { blob: store.put_blob(&made.bytes)?, width: made.width, height: made.height })
    };
    Ok(Picture {
        blob: store.put_blob(&main.bytes)?,
        media_type: main.media_type.into(),
        width: main.width,
        height: main.height,
        alt: words.alt,
        caption: words.caption,
        credit: words.credit,
        // What is not on record does not go out; should it ever, it does not pass for a photograph.
        involvement: making.involvement().unwrap_or(Involvement::Modified),
        digital_source_type: making.source_type(&provenance.source_type),
        sizes: sizes.iter().map(size).collect::<Result<_, _>>()?,
        brought: Some(Brought { making, rights: words.rights, said: provenance, burnt }),
    })
}
