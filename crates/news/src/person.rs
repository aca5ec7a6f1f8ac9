//! Who works at the desk, and what each may do.

use serde::{Deserialize, Serialize};

use crate::{PersonId, Time, stage::Act};

/// What somebody may do. Each may do what those before may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Writes, edits, hands in for review.
    Reporter,
    /// Reviews, publishes, corrects, withdraws.
    Editor,
    /// Answers for the house: its record, its sources.
    Publisher,
    /// Lets people in and out.
    Admin,
}

/// Somebody of the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// In lower case; they sign in with it.
    pub email: String,
    /// As the record and readers see it.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// What makes them fit to review: `health reporter since 2014`. Part of the review record.
    pub competence: String,
    /// When they came.
    pub created: Time,
    /// When they left; they can no longer sign in.
    pub left: Option<Time>,
}

impl Role {
    /// Every role, the least first.
    pub const ALL: [Self; 4] = [Self::Reporter, Self::Editor, Self::Publisher, Self::Admin];

    /// The word used in store and screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::Reporter => "reporter",
            Self::Editor => "editor",
            Self::Publisher => "publisher",
            Self::Admin => "admin",
        }
    }

    /// The role of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.word() == word)
    }

    /// The least role that may do `act`.
    pub fn needed_for(act: Act) -> Self {
        match act {
            Act::Draft | Act::Submit => Self::Reporter,
            Act::SendBack | Act::Schedule | Act::Publish | Act::Hold | Act::Correct | Act::Kill => Self::Editor,
            Act::Merge | Act::Split => Self::Editor,
        }
    }

    /// Whether `act` is theirs to do.
    pub fn may(self, act: Act) -> bool {
        self >= Self::needed_for(act)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::Stage;

    /// The whole matrix: what comes of each act, at each stage, for each role.
    #[test]
    fn stage_by_act_by_role() {
        let mut table = String::new();
        for stage in Stage::ALL {
            for act in Act::ALL {
                let after = stage.after(act).map_or_else(|r| format!("refused: {r}"), |s| s.word().into());
                let who: Vec<_> = Role::ALL.into_iter().filter(|r| r.may(act)).map(Role::word).collect();
                table.push_str(&format!("{} | {} | {after} | {}\n", stage.word(), act.word(), who.join(" ")));
            }
        }
        insta::assert_snapshot!("stage_act_role", table);
    }
}
