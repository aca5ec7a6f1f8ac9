//! Where stories are made. `step/*.rs` is what the machine does (attach, draft, verify, tag, illustrate, decide), `act/*.rs`
//! what a person or the house's policy does (publish, hold, correct, kill). A step reads, computes, then writes in one
//! transaction that also saves the next job; every step is safe to run twice.

pub mod about;
pub mod act;
pub mod budget;
pub mod drafter;
pub mod event;
pub mod evidence;
pub mod markdown;
pub mod sector;
pub mod step;
mod transaction;

pub use transaction::transaction;

/// Why a step or act was not done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The store said no.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The stage table said no.
    #[error(transparent)]
    Refused(#[from] news::stage::Refusal),
    /// There is no such story.
    #[error("there is no story {0}; `dateline story list` shows those there are")]
    NoStory(news::StoryId),
    /// The story has no text yet.
    #[error("story {0} has no draft yet; `dateline story redo {0} draft` makes one")]
    NoDraft(news::StoryId),
    /// A story cannot be merged into itself.
    #[error("story {0} cannot be merged into itself; name the story that it belongs to")]
    Itself(news::StoryId),
    /// A page that readers have does not lead to one that they cannot have.
    #[error("readers have this page and cannot have story {0} yet: merge that one into this one, or publish it first")]
    NotOut(news::StoryId),
    /// A report that is not of the story.
    #[error("report {report} is not of story {story}; `dateline story show {story}` lists those that are")]
    NotOfStory {
        /// The report.
        report: news::ReportId,
        /// The story.
        story: news::StoryId,
    },
    /// No such report.
    #[error("there is no report {0}; `dateline wire list` shows those there are")]
    NoReport(news::ReportId),
    /// A source without words.
    #[error("give the source a name and its words")]
    NoSourceText,
    /// What the machine drafts rests on what came to it.
    #[error("only a story of a person's own takes sources by hand; this one rests on the reports that came to it")]
    NotOnesOwn,
    /// It goes out before that.
    #[error("it is scheduled for an earlier time; schedule it anew first")]
    ScheduledBefore,
    /// A person must not sign as the machine.
    #[error("that name is the machine's; take another")]
    NotAPerson,
    /// A split must leave something on either side.
    #[error("a split leaves reports on both sides: name some of the reports of story {0}, not none and not all")]
    NothingStays(news::StoryId),
    /// A sentence has neither a source nor a name under it.
    #[error(
        "{sentences} of this story's sentences have no support in the sources; change them, or sign for what you know yourself"
    )]
    Unsupported {
        /// How many.
        sentences: usize,
    },
    /// The newest draft has not been checked.
    #[error("this draft is still being checked; try again in a moment")]
    NotChecked,
    /// A link that no page may have.
    #[error("the link to “{0}” cannot be used: links begin with https://, http://, mailto: or, on this site, /")]
    Link(String),
    /// Signs of a link that is none.
    #[error("“{0}” has what looks like a link and is none: give it words in [ ], and an address without spaces in ( )")]
    HalfLink(String),
    /// A page without its first line.
    #[error("there is no headline; write one")]
    NoHeadline,
    /// A picture that some readers cannot see wants words.
    #[error("say in a sentence what the picture shows: some readers only hear it")]
    NoAlt,
    /// A picture belongs to somebody.
    #[error("say whom the picture is from: its credit stands under it")]
    NoCredit,
    /// Whether a picture wants a label cannot be said.
    #[error(
        "how this story's picture was made is not on record; find out and bring it in again with the answer, or take it off"
    )]
    PictureNotOnRecord,
    /// Nothing that AI made stands beside a death or an accusation.
    #[error("this story is on deaths, arrests or named people: no picture that AI made or changed stands beside it")]
    AiOnSensitive,
    /// Somebody, or the wire, was quicker.
    #[error("{by} changed this story while you were at it; look at both texts and keep what is right")]
    Changed {
        /// Who made the newest revision.
        by: String,
    },
    /// A sentence that is not in the draft.
    #[error("no sentence of the newest draft says that; reload the story")]
    NoSuchSentence,
    /// A name cannot be taken from under a sentence that readers see.
    #[error("readers see this sentence; take it out of the text and publish that, or hold the story first")]
    OnTheSite,
    /// What goes out by itself goes out later.
    #[error("that time is over; choose a later one, or publish it now")]
    Past,
    /// Not before its time.
    #[error("this story is under the desk's embargo until {}", moment(*.until))]
    Embargo {
        /// When it ends.
        until: news::Time,
    },
    /// What readers have cannot be kept from them.
    #[error("readers have this page already; hold it first")]
    OutAlready,
    /// A review that lifts nothing.
    #[error(transparent)]
    Void(#[from] news::disclosure::Void),
    /// An act was ordered without saying why.
    #[error("say why: an act without a reason is not recorded")]
    NoReason,
    /// The house's model gave no answer.
    #[error("{0}; the story stands as extracted")]
    Model(assist::Failure),
}

/// A moment in a refusal, which knows no zone.
fn moment(at: news::Time) -> String {
    let at = jiff::Timestamp::from_millisecond(at.ms()).unwrap_or_default();
    at.strftime("%-d %B %Y, %H:%M UTC").to_string()
}

/// A desk function's answer.
pub type Result<T> = std::result::Result<T, Error>;

/// What the house decides once for all stories.
#[derive(Clone, Debug, PartialEq)]
pub struct House {
    /// Languages that it publishes in, its own first. What it has from elsewhere tells the same events and is evidence.
    pub langs: Vec<news::Lang>,
    /// IANA zone that the desk writes dates in.
    pub zone: String,
    /// Stories resting on one source's rewrite may be indexed by search engines.
    pub index_single_source: bool,
    /// How long a story drafted by extraction waits for the model that it is with; `None` where no model is asked.
    pub reword_wait_ms: Option<i64>,
    /// What may go out without a person.
    pub policy: news::policy::Policy,
}

impl Default for House {
    /// An English house in UTC without a model, where a person reviews everything.
    fn default() -> Self {
        Self {
            langs: vec![news::Lang::en()],
            zone: "UTC".into(),
            index_single_source: false,
            reword_wait_ms: None,
            policy: Default::default(),
        }
    }
}

impl House {
    /// The languages that it has readers of: its own, which is the first, and those of its editions, as the settings or people
    /// at the desk have them.
    ///
    /// # Errors
    /// The store's.
    pub fn languages(&self, c: &mut dyn store::Conn) -> store::Result<Vec<news::Lang>> {
        let arranged = store::arranged::get(c)?.editions;
        let all: Vec<news::Lang> = match arranged {
            Some(editions) => self.langs.iter().take(1).cloned().chain(editions.into_iter().map(|e| e.lang)).collect(),
            None => self.langs.clone(),
        };
        // Stories have primary languages: British and American readers have one page.
        let mut langs: Vec<news::Lang> = Vec::new();
        for lang in all.iter().map(|lang| news::Lang::new(lang.primary())) {
            if !langs.contains(&lang) {
                langs.push(lang);
            }
        }
        Ok(langs)
    }
}

/// Whether a house with readers of those languages publishes in that one.
pub(crate) fn publishes(langs: &[news::Lang], lang: &news::Lang) -> bool {
    langs.iter().any(|own| own.primary() == lang.primary())
}
