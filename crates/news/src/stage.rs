//! The one table: stage x act -> stage or refusal.

use serde::{Deserialize, Serialize};

/// Where a story stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Made, not yet decided on.
    Drafted,
    /// Handed in: somebody who may publish is asked to read it.
    Review,
    /// Goes out by itself at its time.
    Scheduled,
    /// Paused, with a reason; not on the site.
    Held,
    /// On the site.
    Published,
    /// Withdrawn with notice; final.
    Killed,
    /// Taken into another story about the same event, to which its address leads; final.
    Merged,
}

/// What may be done to a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// A new revision is made.
    Draft,
    /// It is handed in for review.
    Submit,
    /// It goes back to whoever handed it in.
    SendBack,
    /// It will go out at its time.
    Schedule,
    /// It goes on the site, or a newer revision of it does.
    Publish,
    /// It is paused.
    Hold,
    /// It is amended with notice.
    Correct,
    /// It is withdrawn with notice.
    Kill,
    /// Its reports go to another story about the same event.
    Merge,
    /// Some of its reports go to a story of their own.
    Split,
}

/// Why an act was not done, in a sentence for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The end of a story is final.
    #[error("this story was killed; a killed story stays killed. Start a new story instead")]
    AlreadyKilled,
    /// What was taken into another story lives there.
    #[error("this story was merged into another; do it to that one")]
    AlreadyMerged,
    /// Holding twice says nothing new.
    #[error("this story is held already; publish or kill it")]
    AlreadyHeld,
    /// Handing in twice says nothing new.
    #[error("this story is in review already; whoever may publish has it in their queue")]
    AlreadyInReview,
    /// Only what was handed in can go back.
    #[error("this story is not in review, so there is nobody to send it back to; hold it instead")]
    NotInReview,
    /// Nothing was out, so nothing can be corrected in the open.
    #[error("this story is not on the site, so there is nothing to correct in the open; change the draft instead")]
    NotPublished,
}

impl Stage {
    /// Every stage, for tables and tests.
    pub const ALL: [Self; 7] =
        [Self::Drafted, Self::Review, Self::Scheduled, Self::Held, Self::Published, Self::Killed, Self::Merged];

    /// The stage after `act`, or why not.
    pub fn after(self, act: Act) -> Result<Stage, Refusal> {
        match (self, act) {
            (Self::Killed, _) => Err(Refusal::AlreadyKilled),
            (Self::Merged, _) => Err(Refusal::AlreadyMerged),
            (_, Act::Merge) => Ok(Self::Merged),
            (stage, Act::Split) => Ok(stage),
            (_, Act::Kill) => Ok(Self::Killed),
            (Self::Held, Act::Hold) => Err(Refusal::AlreadyHeld),
            (_, Act::Hold) => Ok(Self::Held),
            (_, Act::Publish) => Ok(Self::Published),
            (stage, Act::Draft) => Ok(stage),
            (Self::Review, Act::Submit) => Err(Refusal::AlreadyInReview),
            // What readers see stays; it is the newer draft that is handed in, or goes out at its time.
            (Self::Published, Act::Submit | Act::Schedule) => Ok(Self::Published),
            (_, Act::Submit) => Ok(Self::Review),
            (_, Act::Schedule) => Ok(Self::Scheduled),
            (Self::Review, Act::SendBack) => Ok(Self::Drafted),
            (_, Act::SendBack) => Err(Refusal::NotInReview),
            (Self::Published, Act::Correct) => Ok(Self::Published),
            (Self::Drafted | Self::Review | Self::Scheduled | Self::Held, Act::Correct) => Err(Refusal::NotPublished),
        }
    }

    /// Whether nothing more is made of it.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Killed | Self::Merged)
    }

    /// The word used in store and screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::Drafted => "drafted",
            Self::Review => "review",
            Self::Scheduled => "scheduled",
            Self::Held => "held",
            Self::Published => "published",
            Self::Killed => "killed",
            Self::Merged => "merged",
        }
    }

    /// The stage of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.word() == word)
    }
}

impl Act {
    /// Every act, for tables and tests.
    pub const ALL: [Self; 10] = [
        Self::Draft,
        Self::Submit,
        Self::SendBack,
        Self::Schedule,
        Self::Publish,
        Self::Hold,
        Self::Correct,
        Self::Kill,
        Self::Merge,
        Self::Split,
    ];

    /// The word used in log and screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submit => "submit",
            Self::SendBack => "send back",
            Self::Schedule => "schedule",
            Self::Publish => "publish",
            Self::Hold => "hold",
            Self::Correct => "correct",
            Self::Kill => "kill",
            Self::Merge => "merge",
            Self::Split => "split",
        }
    }
}
