//! Counts jobs by what they do.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use news::job::Job;

#[derive(Clone, Copy, Default)]
struct Count {
    done: u64,
    failed: u64,
    seconds: f64,
}

/// Counts by the job's name. A job takes milliseconds, so one lock does.
pub struct Meter(Mutex<BTreeMap<&'static str, Count>>);

impl Meter {
    /// Nothing counted yet.
    pub const fn new() -> Self {
        Self(Mutex::new(BTreeMap::new()))
    }

    /// One job that ran.
    pub fn add(&self, job: &Job, took: Duration, well: bool) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(job.name()).or_default();
        count.seconds += took.as_secs_f64();
        if well { count.done += 1 } else { count.failed += 1 }
    }

    /// What is counted, of which job, the value.
    pub fn read(&self) -> Vec<(&'static str, &'static str, f64)> {
        let counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let of = |(job, count): (&&'static str, &Count)| {
            [
                ("jobs_done_total", *job, count.done as f64),
                ("jobs_failed_total", *job, count.failed as f64),
                ("job_seconds_total", *job, count.seconds),
            ]
        };
        counts.iter().flat_map(of).collect()
    }
}
