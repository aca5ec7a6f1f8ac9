//! What the document says of each address. A row of the route table for programs cannot be written without one of
//! these.

use std::borrow::Cow;

use utoipa::{
    PartialSchema, ToSchema,
    openapi::{RefOr, schema::Schema},
};

use super::{body, jobs, redirects, shape, sources};

/// A kind of body: its name, what it is, and what it is made of.
pub struct Shape {
    /// Its name.
    pub name: fn() -> Cow<'static, str>,
    /// What it is.
    pub schema: fn() -> RefOr<Schema>,
    /// What it is made of.
    pub under: fn(&mut Vec<(String, RefOr<Schema>)>),
}

const fn kind_of<T: ToSchema>() -> Shape {
    Shape { name: <T as ToSchema>::name, schema: <T as PartialSchema>::schema, under: <T as ToSchema>::schemas }
}

/// What is said of one address.
pub struct Told {
    /// The operation's name, for programs that write programs.
    pub id: &'static str,
    /// What it does, in a sentence.
    pub words: &'static str,
    /// What is sent.
    pub body: Option<Shape>,
    /// What comes back; none for the document itself.
    pub answer: Option<Shape>,
    /// What may stand after `?`, with what it takes.
    pub query: &'static [(&'static str, &'static str)],
}

const fn shown<A: ToSchema>(id: &'static str, words: &'static str) -> Told {
    Told { id, words, body: None, answer: Some(kind_of::<A>()), query: &[] }
}

const fn done<B: ToSchema>(id: &'static str, words: &'static str) -> Told {
    Told { body: Some(kind_of::<B>()), ..shown::<shape::Story>(id, words) }
}

/// The document.
pub static DOCUMENT: Told =
    Told { id: "document", words: "This document. It needs no token.", body: None, answer: None, query: &[] };

/// The lists.
pub static LIST: Told = Told {
    query: &[
        (
            "view",
            "held (when left out), review, drafted, updates, likely, scheduled, incoming, mine, published or killed; \
             mine are those that this token has claimed",
        ),
        ("sector", "a sector’s slug"),
        ("country", "a country’s two letters: stories about it, or filed from it"),
        ("source", "a source’s slug: stories with a report of it"),
        ("urgency", "urgent: the wire says 1 to 3 of 9"),
        ("verdict", "supported, not-found or contradicted"),
        ("after", "what the last answer had as `after`: the next stories"),
        ("limit", "how many, 1 to 100; 50 when left out. `incoming` has the newest 50 reports whatever is asked"),
    ],
    ..shown::<shape::Stories>("list", "Stories of a list of the queue, newest first, with the queue’s filters.")
};
/// One story.
pub static STORY: Told =
    shown::<shape::Story>("story", "A story with its newest text, each sentence with verdict and evidence.");
/// Its revisions.
pub static REVISIONS: Told = shown::<shape::Revisions>("revisions", "The newest revisions of a story’s text.");
/// Its log.
pub static LOG: Told = shown::<shape::Log>("log", "Every act on a story, with name and reason.");
/// A check.
pub static CHECK: Told = Told {
    body: Some(kind_of::<body::Draft>()),
    ..shown::<shape::Checked>("check", "Checks a text against the story’s sources. Nothing is kept.")
};
/// A text.
pub static TEXT: Told = done::<body::NewText>(
    "text",
    "Saves a text over the revision `base`, and checks it. Where a newer one stands: 409, with the newest.",
);
/// Tags.
pub static TAGS: Told = done::<body::NewTags>(
    "tags",
    "Sets what is sent for good: sector, countries, dateline, words of the address, byline, kind of text, embargo. On a \
     published story, and for an embargo, it needs the scope `publish` too.",
);
/// A claim.
pub static CLAIM: Told = done::<body::Plain>("claim", "Takes the story on; it leaves whoever had it.");
/// A release.
pub static RELEASE: Told = done::<body::Plain>("release", "Nobody has the story any more.");
/// A submission.
pub static SUBMIT: Told = done::<body::Plain>("submit", "Hands the newest draft in, for a person to review.");
/// A hold.
pub static HOLD: Told = done::<body::Plain>(
    "hold",
    "Pauses the story. One that readers see leaves the site; that needs the scope `publish` too.",
);
/// A publication.
pub static PUBLISH: Told = done::<body::Seen>(
    "publish",
    "Puts the revision `base` on the site. The machine’s label stays: only a person’s review lifts it. Refused while \
     a sentence is neither supported nor signed for, and where a token changed the text last.",
);
/// A schedule.
pub static SCHEDULE: Told = done::<body::Timed>("schedule", "Puts the revision `base` on the site at that time.");
/// A story sent back.
pub static SEND_BACK: Told = done::<body::Plain>("send-back", "Gives the story back to whoever handed it in.");
/// A correction.
pub static CORRECT: Told = done::<body::Seen>(
    "correct",
    "Corrects a published story in the open; readers see the reason. A newer draft goes out with it.",
);
/// A kill.
pub static KILL: Told = done::<body::Plain>("kill", "Withdraws the story for good; its address says so.");
/// A merger.
pub static MERGE: Told = done::<body::Merged>("merge", "Takes the story into another about the same event.");
/// Two events.
pub static APART: Told = done::<body::Apart>(
    "apart",
    "Says that the story and another of the view `likely` are two events; nobody is asked again.",
);
/// Sources.
pub static SOURCES: Told =
    shown::<sources::Sources>("sources", "The house’s sources: are they well, what was odd, on which terms.");
/// Jobs.
pub static JOBS: Told = shown::<jobs::Jobs>("jobs", "Jobs that gave up, with what stopped them.");
/// Redirects.
pub static REDIRECTS: Told = Told {
    query: &[("after_path", "what the last answer had as `after_path`: the next ones")],
    ..shown::<redirects::Redirects>("redirects", "Addresses of this house that lead elsewhere in it, by path.")
};
/// A redirect.
pub static REDIRECT: Told = Told {
    body: Some(kind_of::<redirects::NewRedirect>()),
    ..shown::<redirects::Redirect>(
        "redirect",
        "Lets an address of this house lead elsewhere in it, in place of where it led before.",
    )
};
/// A split.
pub static SPLIT: Told = done::<body::Split>("split", "Gives some of the story’s reports a story of their own.");
