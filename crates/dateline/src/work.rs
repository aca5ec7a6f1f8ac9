//! The whole pipeline on one screen: one match over Job.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicBool, Ordering},
    mpsc::{Receiver, Sender, channel},
};

use anyhow::{Context, Result};
use news::{
    StoryId, Time,
    job::{Claimed, Job},
};
use store::Store;

use crate::{failure, picture::Pictures};

/// How long a worker may take over a job before another may have it.
const LEASE_MS: i64 = 5 * Time::MINUTE_MS;
/// Jobs taken at once.
const BATCH: usize = 8;
/// Feeds asked at once. The pipeline never waits for them: a kill must not stand behind a server that does not answer.
const PULLERS: usize = 4;
/// How long an idle worker sleeps.
const IDLE_MS: i64 = 200;
/// How long a worker waits for a store that is full or held by another program.
const STORE_PAUSE_MS: i64 = 5_000;
/// A worker that waits looks so often whether it is to stop.
const NAP_MS: i64 = 100;

/// What jobs need.
pub struct Room {
    /// The newsroom's store.
    pub store: Store,
    /// What the house decided.
    pub house: desk::House,
    /// Accent colour of drawings.
    pub accent: String,
    /// Where wire pictures come from.
    pub pictures: Arc<dyn Pictures>,
    /// Asks feeds; `None` where nothing may leave the machine (the sample day).
    pub feeds: Option<Arc<crate::feeds::Feeds>>,
}

impl Room {
    fn run(&self, job: &Job, now: Time) -> Result<()> {
        match *job {
            Job::Pull { source } => match &self.feeds {
                Some(feeds) => feeds.pull_when_due(&self.store, source, now),
                None => Ok(()),
            },
            Job::Attach { report } => {
                desk::step::attach::attach(&self.store, report, now).map(drop).map_err(Into::into)
            }
            Job::Draft { story } => Ok(desk::step::draft::draft(&self.store, &self.house, story, now)?),
            Job::Verify { story } => Ok(desk::step::verify::verify(&self.store, &self.house, story, now)?),
            Job::Tag { story } => Ok(desk::step::tag::tag(&self.store, &self.house, story, now)?),
            Job::Illustrate { story } => {
                crate::picture::illustrate(&self.store, self.pictures.as_ref(), &self.accent, story, now)
            }
            Job::Decide { story } => Ok(desk::step::decide::decide(&self.store, story, now)?),
        }
    }

    /// Runs one claimed job and says so to the store: done, or failed with one line in the log.
    fn finish(&self, claimed: &Claimed, now: Time) -> Result<()> {
        let id = claimed.id;
        match self.run(&claimed.job, now) {
            Ok(()) => Ok(self.store.write(move |c| store::job::done(c, id))?),
            Err(error) if failure::store_is_away(&error) => Err(error),
            Err(error) => {
                let words = failure::line(&error);
                let kept = words.clone();
                let parked = self.store.write(move |c| store::job::failed(c, id, &kept, now))?;
                let (job, attempt) = (claimed.job.name(), claimed.attempt);
                if parked {
                    tracing::error!(job, %id, attempt, "job parked after its last attempt: {words}");
                } else {
                    tracing::warn!(job, %id, attempt, "job failed and is tried again: {words}");
                }
                Ok(())
            }
        }
    }

    /// Runs one claimed job for as long as its lease holds. While the store is away the job waits here: given back, it
    /// would be due again only when the lease runs out.
    fn see_through(&self, claimed: Claimed, stop: &AtomicBool) {
        while let Err(error) = self.finish(&claimed, crate::now()) {
            tracing::error!(job = claimed.job.name(), id = %claimed.id, "{}", failure::line(&error));
            let over = crate::now().plus_ms(STORE_PAUSE_MS) >= claimed.leased_until;
            if over || !failure::store_is_away(&error) || nap(STORE_PAUSE_MS, stop) {
                return;
            }
        }
    }

    /// Takes and runs due jobs; how many there were.
    pub fn turn(&self, now: Time) -> Result<usize> {
        let claimed = self.claim(now)?;
        let taken = claimed.len();
        for job in &claimed {
            self.finish(job, now)?;
        }
        Ok(taken)
    }

    fn claim(&self, now: Time) -> Result<Vec<Claimed>> {
        // Looking first keeps an idle newsroom from writing five times a second.
        if self.store.read(store::job::next_due)?.is_none_or(|due| due > now) {
            return Ok(Vec::new());
        }
        Ok(self.store.write(move |c| store::job::claim(c, now, LEASE_MS, BATCH))?)
    }

    /// Runs a step of a story and those after it, here and now. The jobs that the steps save run once more later, which
    /// changes nothing.
    pub fn redo(&self, story: StoryId, step: &str, now: Time) -> Result<()> {
        for step in desk::step::STEPS.iter().skip_while(|s| **s != step) {
            if let Some(job) = desk::step::job_of(step, story) {
                self.run(&job, now).with_context(|| format!("the step {step} failed"))?;
            }
        }
        Ok(())
    }

    /// Runs until nothing is due at `now`.
    pub fn until_idle(&self, now: Time) -> Result<()> {
        while self.turn(now)? > 0 {}
        Ok(())
    }

    /// Works until told to stop: one thread for the pipeline, so that two reports of one event never attach at once, and a
    /// few that ask feeds.
    pub fn work(&self, stop: &AtomicBool) {
        let (hand, handed) = channel();
        let handed = Mutex::new(handed);
        std::thread::scope(|scope| {
            for _ in 0..PULLERS {
                scope.spawn(|| self.ask_feeds(&handed, stop));
            }
            self.run_pipeline(&hand, stop);
            // The pullers end when nobody can hand them a job any more.
            drop(hand);
        });
    }

    fn ask_feeds(&self, handed: &Mutex<Receiver<Claimed>>, stop: &AtomicBool) {
        let next = || handed.lock().unwrap_or_else(PoisonError::into_inner).recv();
        while let Ok(pull) = next() {
            // One left undone comes back when its lease runs out.
            if stop.load(Ordering::Relaxed) {
                return;
            }
            self.see_through(pull, stop);
        }
    }

    /// A turn in which feeds are handed over rather than asked.
    fn pipeline_turn(&self, hand: &Sender<Claimed>, stop: &AtomicBool) -> Result<usize> {
        let claimed = self.claim(crate::now())?;
        let taken = claimed.len();
        for job in claimed {
            match job.job {
                // When nobody takes it the lease runs out and it is due again.
                Job::Pull { .. } => hand.send(job).unwrap_or_default(),
                _ => self.see_through(job, stop),
            }
        }
        Ok(taken)
    }

    /// An error of the store is logged and tried again: a full disk or a lock may pass.
    fn run_pipeline(&self, hand: &Sender<Claimed>, stop: &AtomicBool) {
        while !stop.load(Ordering::Relaxed) {
            match self.pipeline_turn(hand, stop) {
                Ok(0) => drop(nap(IDLE_MS, stop)),
                Ok(_) => {}
                Err(error) => {
                    tracing::error!("{}", failure::line(&error));
                    nap(STORE_PAUSE_MS, stop);
                }
            }
        }
    }
}

/// Sleeps, in short naps so that stopping does not wait; whether it was told to stop.
fn nap(ms: i64, stop: &AtomicBool) -> bool {
    for _ in 0..ms / NAP_MS {
        if stop.load(Ordering::Relaxed) {
            return true;
        }
        std::thread::sleep(std::time::Duration::from_millis(NAP_MS.unsigned_abs()));
    }
    stop.load(Ordering::Relaxed)
}
