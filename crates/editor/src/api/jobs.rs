//! Jobs that gave up.

use serde::Serialize;
use store::job::Parked;
use utoipa::ToSchema;

use super::{answer, iso, only};
use crate::{Desk, route::Answer, visit::Visit};

/// A job that gave up.
#[derive(Serialize, ToSchema)]
pub struct Job {
    /// Its id.
    pub id: i64,
    /// What it was to do: `pull`, `draft`, `verify`.
    pub job: String,
    /// Of what: `story:12`.
    pub of: String,
    /// What stopped it at last.
    pub error: String,
    /// Since when it rests.
    pub since: String,
}

/// What waits for somebody to look at it.
#[derive(Serialize, ToSchema)]
pub struct Jobs {
    /// Those that gave up, newest first. A person gives them their tries back, at the desk.
    pub parked: Vec<Job>,
    /// How many others wait or are being done.
    pub waiting: u64,
}

/// The parked ones.
pub fn jobs(desk: &Desk, visit: &Visit) -> Answer {
    only(visit, &[])?;
    let (parked, waiting) = desk.store.read(|c| Ok((store::job::parked(c)?, store::job::waiting(c)?)))?;
    answer(&Jobs { parked: parked.into_iter().map(job).collect(), waiting })
}

fn job(parked: Parked) -> Job {
    let Parked { id, job, error, at } = parked;
    Job { id: id.0, job: job.name().into(), of: job.turn(), error, since: iso(at) }
}
