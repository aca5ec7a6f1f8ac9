//! The one table: stage x act -> stage or refusal.

use serde::{Deserialize, Serialize};

/// Where a story stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Made, not yet decided on.
    Drafted,
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
    /// Nothing was out, so nothing can be corrected in the open.
    #[error("this story is not on the site, so there is nothing to correct in the open; change the draft instead")]
    NotPublished,
}

impl Stage {
    /// Every stage, for tables and tests.
    pub const ALL: [Self; 5] = [Self::Drafted, Self::Held, Self::Published, Self::Killed, Self::Merged];

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
            (Self::Published, Act::Correct) => Ok(Self::Published),
            (Self::Drafted | Self::Held, Act::Correct) => Err(Refusal::NotPublished),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_table() {
        use Act::*;
        let mut table = String::new();
        for stage in Stage::ALL {
            for act in [Draft, Publish, Hold, Correct, Kill, Merge, Split] {
                let after = stage.after(act).map_or_else(|r| format!("{r:?}"), |s| s.word().into());
                table.push_str(&format!("{} + {act:?} = {after}\n", stage.word()));
            }
        }
        let want = "drafted + Draft = drafted\ndrafted + Publish = published\ndrafted + Hold = held\n\
            drafted + Correct = NotPublished\ndrafted + Kill = killed\ndrafted + Merge = merged\ndrafted + Split = drafted\n\
            held + Draft = held\nheld + Publish = published\nheld + Hold = AlreadyHeld\n\
            held + Correct = NotPublished\nheld + Kill = killed\nheld + Merge = merged\nheld + Split = held\n\
            published + Draft = published\npublished + Publish = published\npublished + Hold = held\n\
            published + Correct = published\npublished + Kill = killed\npublished + Merge = merged\n\
            published + Split = published\n\
            killed + Draft = AlreadyKilled\nkilled + Publish = AlreadyKilled\nkilled + Hold = AlreadyKilled\n\
            killed + Correct = AlreadyKilled\nkilled + Kill = AlreadyKilled\nkilled + Merge = AlreadyKilled\n\
            killed + Split = AlreadyKilled\n\
            merged + Draft = AlreadyMerged\nmerged + Publish = AlreadyMerged\nmerged + Hold = AlreadyMerged\n\
            merged + Correct = AlreadyMerged\nmerged + Kill = AlreadyMerged\nmerged + Merge = AlreadyMerged\n\
            merged + Split = AlreadyMerged\n";
        assert_eq!(table, want);
    }
}
