//! Work saved in the transaction that caused it: small, named, safe to run twice.

use serde::{Deserialize, Serialize};

use crate::{JobId, PersonId, ReportId, SourceId, StoryId, Time};

/// What is to be done. `dateline/work.rs` is the one match over it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "job")]
pub enum Job {
    /// Ask a source's feed for news.
    Pull {
        /// Whom.
        source: SourceId,
    },
    /// Find the report's event: a running story or a new one.
    Attach {
        /// Which report.
        report: ReportId,
    },
    /// Make a revision from the story's reports.
    Draft {
        /// Which story.
        story: StoryId,
    },
    /// Have the story reworded by the house's model.
    Reword {
        /// Which story.
        story: StoryId,
    },
    /// Check the newest revision against the sources.
    Verify {
        /// Which story.
        story: StoryId,
    },
    /// Say where it was filed, what it is about, which sector.
    Tag {
        /// Which story.
        story: StoryId,
    },
    /// Choose or draw its picture.
    Illustrate {
        /// Which story.
        story: StoryId,
    },
    /// Publish it or hold it, by the house's policy.
    Decide {
        /// Which story.
        story: StoryId,
    },
    /// Let a scheduled story out when its time has come.
    Release {
        /// Which story.
        story: StoryId,
    },
    /// Hand out a day's morning mail: a job for everybody who wants it.
    Morning {
        /// The day in the house's zone: `2026-11-30`.
        day: String,
    },
    /// Send somebody their morning mail.
    Mail {
        /// To whom.
        person: PersonId,
        /// Of which day.
        day: String,
    },
}

impl Job {
    /// The name in logs and tables.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Pull { .. } => "pull",
            Self::Attach { .. } => "attach",
            Self::Draft { .. } => "draft",
            Self::Reword { .. } => "reword",
            Self::Verify { .. } => "verify",
            Self::Tag { .. } => "tag",
            Self::Illustrate { .. } => "illustrate",
            Self::Decide { .. } => "decide",
            Self::Release { .. } => "release",
            Self::Morning { .. } => "morning",
            Self::Mail { .. } => "mail",
        }
    }

    /// Whose turn it waits for: jobs of one turn never run at the same time on two workers. Two reports of one event would
    /// make two stories; two steps of one story would undo each other.
    pub fn turn(&self) -> String {
        match self {
            Self::Pull { source } => format!("pull:{source}"),
            Self::Attach { .. } => "attach".into(),
            Self::Morning { .. } => "morning".into(),
            Self::Mail { person, .. } => format!("mail:{person}"),
            // A model takes its time; the story's other steps do not wait for it.
            Self::Reword { story } => format!("reword:{story}"),
            Self::Draft { story }
            | Self::Verify { story }
            | Self::Tag { story }
            | Self::Illustrate { story }
            | Self::Decide { story }
            | Self::Release { story } => format!("story:{story}"),
        }
    }
}

/// A job that a worker holds the lease of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// Its id.
    pub id: JobId,
    /// What to do.
    pub job: Job,
    /// Which try this is, from 1.
    pub attempt: u32,
    /// Until when the lease holds; another worker may take it after that.
    pub leased_until: Time,
}
