//! A story as a list shows it.

use std::fmt::Display;

use jiff::tz::TimeZone;
use news::{Lang, StoryId, Time, label::Involvement, story::Picture};

use crate::{
    address,
    licence::{self, Terms},
    moment::{self, Moment},
    pages::label,
    site::Ask,
    words::{self, Words},
};

/// A picture on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pic {
    /// Path.
    pub src: String,
    /// Paths of smaller copies with their widths, for `srcset`; empty when there are none.
    pub widths: String,
    /// Words for those who cannot see it.
    pub alt: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// What is said on it; `None` for a photograph.
    pub label: Option<String>,
    /// The same in a few words, for a picture too small to hold the whole.
    pub short: Option<&'static str>,
    /// The drawing says so itself, legibly once it is wide enough.
    pub burnt: bool,
    /// So do its pixels, in a corner that no cut may take off, once it is as wide as a telephone.
    pub plate: bool,
    /// Words under it.
    pub caption: String,
    /// Whom to credit.
    pub credit: String,
}

/// A link to a country's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Name for readers.
    pub name: String,
    /// Path.
    pub url: String,
}

/// A story as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its id.
    pub id: StoryId,
    /// Path.
    pub url: String,
    /// Headline.
    pub headline: String,
    /// Summary, within the sources' licence.
    pub summary: String,
    /// Its language, when it is not the page's; else empty.
    pub lang: String,
    /// Direction of that language.
    pub dir: &'static str,
    /// Sector's name.
    pub sector: String,
    /// Sector's path.
    pub sector_url: String,
    /// Dateline place; empty when none is known.
    pub place: String,
    /// The first country it is about, else the one it was filed from.
    pub tag: Option<Tag>,
    /// When it last changed.
    pub updated: Moment,
    /// Its picture.
    pub picture: Option<Pic>,
    /// How the text was made, in a few words; `None` for a person's own.
    pub made: Option<&'static str>,
}

impl Pic {
    /// What is laid over a large picture: the whole, but a drawing that says it itself needs few words while it is small.
    pub fn on_picture(&self) -> Option<&str> {
        if self.burnt { self.short } else { self.label.as_deref() }
    }

    /// A picture with its words; `owner` is whose it is in its address.
    pub fn of(owner: impl Display, picture: &Picture, w: &Words) -> Self {
        // A drawing of ours has its label burned in; its caption is that label, so that the one laid over it says the same.
        let procedural = picture.involvement == Involvement::Procedural;
        let drawn = procedural && picture.media_type == "image/svg+xml" && !picture.caption.is_empty();
        let label =
            if drawn { Some(picture.caption.clone()) } else { w.picture(picture.involvement).map(str::to_owned) };
        let plate = picture.is_ai() && picture.brought.as_ref().is_some_and(|b| b.burnt);
        Self {
            src: address::picture(&owner, picture),
            widths: address::picture_widths(&owner, picture),
            // What lies over it goes where its own label can be read: the words stay for those who do not see that one.
            alt: if plate { label::alt(w, picture) } else { picture.alt.clone() },
            width: picture.width,
            height: picture.height,
            label,
            short: w.picture_short(picture.involvement),
            burnt: drawn || plate,
            plate,
            caption: if drawn { String::new() } else { picture.caption.clone() },
            credit: picture.credit.clone(),
        }
    }
}

impl Card {
    /// A card for a page in `page_lang`.
    pub fn of(ask: &mut Ask<'_>, card: store::list::Card, page_lang: &Lang) -> Result<Self, store::Error> {
        ask.shows(card.id);
        let mut terms = licence::of_story(ask, card.id)?;
        if Involvement::of_drafter(&card.drafter) == Involvement::None {
            // A person's own words are no agency's.
            terms = Terms { summary_words: usize::MAX, treatment: None };
        }
        let card = Self::with(card, page_lang, ask.now, &ask.zone, &terms);
        Ok(Self { sector_url: ask.path(&card.sector_url), ..card })
    }

    /// Cards in the same order.
    pub fn all(ask: &mut Ask<'_>, cards: Vec<store::list::Card>, page_lang: &Lang) -> Result<Vec<Self>, store::Error> {
        cards.into_iter().map(|card| Self::of(ask, card, page_lang)).collect()
    }

    /// A card on the terms of its story's sources.
    pub fn with(card: store::list::Card, page_lang: &Lang, now: Time, zone: &TimeZone, terms: &Terms) -> Self {
        let w = words::of(page_lang);
        let country = card.about.first().copied().or(card.filed_from);
        Self {
            id: card.id,
            url: address::story(&card.sector, card.id, &card.slug),
            summary: licence::cut(&card.summary, terms.summary_words).0,
            lang: if card.lang.primary() == page_lang.primary() { String::new() } else { card.lang.tag().into() },
            dir: card.lang.dir(),
            sector: w.sector(&card.sector).into(),
            sector_url: address::sector(&card.sector),
            tag: country.map(|c| Tag { name: address::country_name(c, page_lang), url: address::country(c) }),
            updated: moment::short(card.updated, now, zone, w),
            picture: card.picture.as_ref().map(|p| Pic::of(card.id, p, words::of(&card.lang))),
            made: label::short(w, &card.drafter, card.reviewed, terms.treatment),
            headline: card.headline,
            place: card.dateline_place,
        }
    }
}
