//! The furniture's words, in four languages: Fluent files in `words/`. A story's page speaks the story's language, lists the
//! house's or the edition's; English where we have no other. `{ $value }` of a file is filled in by [`fill`].

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use news::{Lang, Sector, label::Involvement, piece::PieceKind, source::Treatment, verdict::Verdict};

/// The files, the fallback first.
const FILES: [(&str, &str); 4] = [
    ("en", include_str!("../words/en.ftl")),
    ("fr", include_str!("../words/fr.ftl")),
    ("ar", include_str!("../words/ar.ftl")),
    ("hi", include_str!("../words/hi.ftl")),
];

macro_rules! words {
    (plain: $($name:ident)*; told: $($told:ident($($given:ident),*))*;) => {
        /// One language's words. A field is the message of that name, `_` written as `-`.
        pub struct Words {
            /// BCP 47 tag of these words.
            pub tag: &'static str,
            /// Months, January first.
            pub months: Vec<&'static str>,
            /// The same as short as the language writes them.
            pub months_short: Vec<&'static str>,
            /// Days of the week, Monday first, as short as the language writes them.
            pub weekdays: Vec<&'static str>,
            /// Sector names, in the order of `news::sector::DEFAULT`.
            sectors: Vec<&'static str>,
            messages: FluentBundle<FluentResource>,
            $(#[doc = concat!("The message `", stringify!($name), "`.")] pub $name: &'static str,)*
        }

        impl Words {
            fn read(tag: &'static str, file: &str) -> Self {
                let messages = bundle(tag, file);
                let word = |id: &str| kept(&messages, id);
                Self {
                    tag,
                    months: (1..=12).map(|n| word(&format!("month-{n}"))).collect(),
                    months_short: (1..=12).map(|n| word(&format!("month-short-{n}"))).collect(),
                    weekdays: (1..=7).map(|n| word(&format!("weekday-{n}"))).collect(),
                    sectors: news::sector::DEFAULT.iter().map(|(slug, ..)| word(&format!("sector-{slug}"))).collect(),
                    $($name: word(&id_of(stringify!($name))),)*
                    messages,
                }
            }

            $(
                #[doc = concat!("The message `", stringify!($told), "` with what it tells of; counts choose the plural.")]
                pub fn $told<'a>(&self, $($given: impl Into<FluentValue<'a>>),*) -> String {
                    let mut given = FluentArgs::new();
                    $(given.set(stringify!($given), $given);)*
                    told(&self.messages, &id_of(stringify!($told)), &given)
                }
            )*
        }

        #[cfg(test)]
        const NAMES: &[&str] = &[$(stringify!($name),)* $(stringify!($told),)*];
    };
}

words! {
    plain:
    skip menu front_page latest trending trending_how pieces opinion blog interview shots shots_lead so_far so_far_lead names last_reported related
    sectors_title countries all_countries how_we_work contact connect email phone disclaimer terms privacy
    corrections sources_page feeds check_draft how_it_works about_us ai_policy corrections_policy sample
    label_software label_model label_model_short label_person label_reviewed label_reviewed_model label_reviewed_pass label_reviewed_short label_edited label_knowledge label_press label_pass label_pass_short label_round_up label_round_up_short
    genre_analysis genre_explainer with_people
    label_short label_how picture_drawn
    picture_generated picture_modified drawn_short generated_short modified_short picture_credit desk
    responsible updated created filed_from about not_stated key_line show_all evidence marker close read_there
    link_only sources with_reports one_source differ history version this_version first_version new_version
    as_data corrected superseded cite changed_since to_current back_to_story try_title try_lead try_field try_button check_example
    try_again result supported not_found contradicted all_supported some_wrong more rtl_mark nothing_published
    nothing_here pieces_lead countries_lead country_lead none_about none_filed corrections_lead how_we_correct
    no_correction trending_lead trending_views trending_age nobody_read score sources_lead source source_use
    source_words source_answer source_state never_to_model words_none handed_in not_yet
    in_order oddities no_source treatment_pass_through treatment_rewrite treatment_round_up treatment_link_only
    treatment_press_release source_home all_sources source_stories editions all_news archive archive_lead
    first_seen none_that_day previous_day next_day bylines desk_lead desk_ai desk_ai_lead person_stories feeds_lead
    feed_list feeds_main feeds_opml check_lead check_draft_field check_source may_stay_empty form_empty
    form_no_source gone_title gone_text piece_gone_title piece_gone_text changed_on too_many_title busy_title busy_text bad_form_title not_found_title
    not_found_text failed_title failed_text too_large_title too_slow_title too_slow_text away_title
    away_text;
    told:
    cut_note(count) stories(count) trending_half(half) hours(count) words_up_to(count)
    failed_times(count) form_characters(length, most) form_lines(length, most) form_sources(length, most)
    too_many_text(count) too_large_text(count);
}

static WORDS: LazyLock<Vec<Words>> = LazyLock::new(|| FILES.iter().map(|(tag, file)| Words::read(tag, file)).collect());
/// What is left when there are no files at all.
static NONE: LazyLock<Words> = LazyLock::new(|| Words::read("en", ""));

fn id_of(name: &str) -> String {
    name.replace('_', "-")
}

/// The messages of a file. Faults in a file are found by this module's tests; what can be read of it counts.
fn bundle(tag: &str, file: &str) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(tag.parse().into_iter().collect());
    // Names of people stand in elements of their own where they need isolation; marks in `<title>` would be seen.
    bundle.set_use_isolating(false);
    let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(file.to_owned());
    bundle.add_resource_overriding(resource);
    bundle
}

/// A message; its own name when the file has none.
fn told(messages: &FluentBundle<FluentResource>, id: &str, given: &FluentArgs<'_>) -> String {
    let pattern = messages.get_message(id).and_then(|m| m.value());
    pattern.map_or_else(|| id.to_owned(), |p| messages.format_pattern(p, Some(given), &mut Vec::new()).into_owned())
}

/// A message for good, with `{}` for its value. Made once a language, so that it may live as long as the program.
fn kept(messages: &FluentBundle<FluentResource>, id: &str) -> &'static str {
    let mut given = FluentArgs::new();
    given.set("value", "{}");
    Box::leak(told(messages, id, &given).into_boxed_str())
}

/// The words for a page in that language.
pub fn of(lang: &Lang) -> &'static Words {
    let of = |tag: &str| WORDS.iter().find(|w| w.tag == tag);
    of(lang.primary()).or_else(|| WORDS.first()).unwrap_or(&NONE)
}

/// `pattern` with its `{}` replaced by `value`.
pub fn fill(pattern: &str, value: &str) -> String {
    pattern.replacen("{}", value, 1)
}

impl Words {
    /// A sector's name for readers of this language.
    pub fn sector<'a>(&self, sector: &'a Sector) -> &'a str {
        let place = news::sector::DEFAULT.iter().position(|(slug, ..)| *slug == sector.slug());
        place.and_then(|i| self.sectors.get(i).copied()).unwrap_or_else(|| sector.name())
    }

    /// What is said on a picture of that making; `None` where nothing need be said.
    pub fn picture(&self, involvement: Involvement) -> Option<&'static str> {
        match involvement {
            Involvement::Procedural => Some(self.picture_drawn),
            Involvement::Generated => Some(self.picture_generated),
            Involvement::Modified => Some(self.picture_modified),
            Involvement::None | Involvement::Assisted => None,
        }
    }

    /// The same in a few words, for a picture too small to hold the whole.
    pub fn picture_short(&self, involvement: Involvement) -> Option<&'static str> {
        match involvement {
            Involvement::Procedural => Some(self.drawn_short),
            Involvement::Generated => Some(self.generated_short),
            Involvement::Modified => Some(self.modified_short),
            Involvement::None | Involvement::Assisted => None,
        }
    }

    /// The check's answer in a word.
    pub fn verdict(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Supported => self.supported,
            Verdict::NotFound => self.not_found,
            Verdict::Contradicted => self.contradicted,
        }
    }

    /// How a source's copy is used.
    pub fn treatment(&self, treatment: Treatment) -> &'static str {
        match treatment {
            Treatment::PassThrough => self.treatment_pass_through,
            Treatment::Rewrite => self.treatment_rewrite,
            Treatment::RoundUp => self.treatment_round_up,
            Treatment::LinkOnly => self.treatment_link_only,
            Treatment::PressRelease => self.treatment_press_release,
        }
    }

    /// The type of work.
    pub fn kind(&self, kind: PieceKind) -> &'static str {
        match kind {
            PieceKind::Opinion => self.opinion,
            PieceKind::Blog => self.blog,
            PieceKind::Interview => self.interview,
        }
    }
}

#[cfg(test)]
mod tests;
