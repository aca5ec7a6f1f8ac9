//! What the machine does to a story, one step a file, in this order:
//! attach -> draft -> verify -> tag -> illustrate -> decide. Each saves the next job with its result.

pub mod attach;
pub mod copy;
pub mod decide;
pub mod draft;
pub mod event;
pub mod illustrate;
pub mod note;
pub mod sector;
pub mod tag;
pub mod verify;
pub mod withdraw;

use news::{StoryId, job::Job};

/// The job of the step of that name, for `story redo ID STEP`.
pub fn job_of(step: &str, story: StoryId) -> Option<Job> {
    Some(match step {
        "draft" => Job::Draft { story },
        "verify" => Job::Verify { story },
        "tag" => Job::Tag { story },
        "illustrate" => Job::Illustrate { story },
        "decide" => Job::Decide { story },
        _ => return None,
    })
}

/// The steps that can be asked for again, in order.
pub const STEPS: [&str; 5] = ["draft", "verify", "tag", "illustrate", "decide"];
