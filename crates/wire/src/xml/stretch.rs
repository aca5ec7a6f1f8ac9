//! Reading as far as the document is XML, and where to go on behind a place that is none.

use quick_xml::{Reader, events::Event};

use super::{Builder, ITEMS, MAX_ELEMENTS, too_many};
use crate::Unreadable;

/// Refuses a document with too many elements; one that breaks off is counted up to there.
pub(super) fn count(text: &str) -> Result<(), Unreadable> {
    let mut reader = tolerant(text);
    let mut elements = 0;
    loop {
        match reader.read_event() {
            Ok(Event::Start(_) | Event::Empty(_)) if elements == MAX_ELEMENTS => return Err(too_many()),
            Ok(Event::Start(_) | Event::Empty(_)) => elements += 1,
            Ok(Event::Eof) | Err(_) => return Ok(()),
            Ok(_) => {}
        }
    }
}

fn tolerant(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    config.check_comments = false;
    reader
}

/// Reads from byte `from` to the end; `Some` byte where the document is no XML any more.
pub(super) fn stretch(text: &str, from: usize, builder: &mut Builder) -> Result<Option<usize>, Unreadable> {
    let mut reader = tolerant(text.get(from..).unwrap_or_default());
    loop {
        let start = from + at(&reader);
        let event = reader.read_event();
        let end = from + at(&reader);
        match event {
            Ok(Event::Eof) => return Ok(None),
            Ok(event) => builder.take(&event, start..end)?,
            Err(e) => {
                let why = || format!("it breaks off or is not XML at byte {start} ({e})");
                builder.broken.get_or_insert_with(why);
                return Ok(Some(start));
            }
        }
    }
}

/// Where the next item begins behind byte `at`: what stands there can be read whatever stood before it.
pub(super) fn next_item(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at + 1..)?;
    let begins = |tag: &str| {
        let named = |(i, _): &(usize, &str)| {
            let after = rest.as_bytes().get(i + tag.len());
            after.is_some_and(|b| b.is_ascii_whitespace() || matches!(b, b'>' | b'/'))
        };
        rest.match_indices(tag).find(named).map(|(i, _)| at + 1 + i)
    };
    ITEMS.iter().filter_map(|name| begins(&format!("<{name}"))).min()
}

fn at(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}
