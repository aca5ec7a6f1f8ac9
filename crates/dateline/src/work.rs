//! The whole pipeline on one screen: one match over Job.

mod meter;

use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicI64, Ordering},
        mpsc::{Receiver, Sender, SyncSender, TrySendError, channel, sync_channel},
    },
    thread::{available_parallelism, sleep},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, anyhow};
use news::{
    StoryId, Time,
    job::{Claimed, Job},
};
use store::{Conn, Store};

use self::meter::Meter;
use crate::{
    failure,
    picture::Pictures,
    server::{self, Heart},
};

/// How long a worker may take over a job before another may have it.
const LEASE_MS: i64 = 5 * Time::MINUTE_MS;
/// Jobs taken at once.
const BATCH: usize = 8;
/// Feeds asked at once. The pipeline never waits for them: a kill must not stand behind a server that does not answer.
const PULLERS: usize = 4;
/// A letter is begun only when so much of its lease is left that no other worker begins it too.
const LETTER_MS: i64 = 2 * Time::MINUTE_MS;
/// Stories that are with the model at once. The pipeline does not wait for them either.
const ASKERS: usize = 4;
/// Stories that wait in line for the model; the rest wait in the store.
const IN_LINE: usize = 4;
/// How long a story waits in the store when the line is full.
const LATER_MS: i64 = 20_000;
/// How long an idle worker sleeps.
const IDLE: Duration = Duration::from_millis(50);
/// How long a worker lets a store alone that is full, held by another program or away.
const PAUSE: Duration = Duration::from_secs(5);

/// Counts what is done, for the whole process.
static METER: Meter = Meter::new();

/// What jobs were done and how long they took: (what is counted, job, value).
pub fn meter() -> Vec<(&'static str, &'static str, f64)> {
    METER.read()
}

/// A panic as an error.
fn fault(panic: &(dyn Any + Send)) -> anyhow::Error {
    let said = panic.downcast_ref::<&str>().copied().map(str::to_owned);
    let said = said.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "no words".into());
    anyhow!("a fault in Dateline stopped it ({said}); please report it")
}

/// One stretch of work, until told to stop.
struct Shift<'a> {
    stop: &'a AtomicBool,
    /// The store was away when last asked, and the log says so.
    away: AtomicBool,
}

/// Where the pipeline hands what waits for other servers.
#[derive(Clone)]
struct Hands {
    pulls: Sender<Claimed>,
    mails: Sender<Claimed>,
    asks: SyncSender<Claimed>,
}

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
    /// The events that are open, for those that attach.
    pub events: desk::event::Events,
    /// Who tells a story's sector, for those that tag.
    pub sectors: desk::sector::Sectors,
    /// The model that rewords stories; `None` where none is asked.
    pub assist: Option<Arc<desk::budget::Assist>>,
    /// The morning mail; `None` where none is sent.
    pub morning: Option<Arc<crate::morning::Morning>>,
}

impl Room {
    fn run(&self, job: &Job, now: Time) -> Result<()> {
        match *job {
            Job::Pull { source } => match &self.feeds {
                Some(feeds) => feeds.pull_when_due(&self.store, source, now),
                None => Ok(()),
            },
            Job::Attach { report } => desk::step::attach::attach(&self.store, &self.house, &self.events, report, now)
                .map(drop)
                .map_err(Into::into),
            Job::Draft { story } => Ok(desk::step::draft::draft(&self.store, &self.house, story, now)?),
            Job::Reword { story } => match &self.assist {
                Some(assist) => Ok(desk::step::reword::reword(&self.store, &self.house, assist, story, now)?),
                None => Ok(()),
            },
            Job::Verify { story } => Ok(desk::step::verify::verify(&self.store, &self.house, story, now)?),
            Job::Tag { story } => Ok(desk::step::tag::tag(&self.store, &self.house, &self.sectors, story, now)?),
            Job::Illustrate { story } => {
                crate::picture::illustrate(&self.store, self.pictures.as_ref(), &self.accent, story, now)
            }
            Job::Decide { story } => Ok(desk::step::decide::decide(&self.store, &self.house, story, now)?),
            Job::Release { story } => Ok(desk::step::release::release(&self.store, story, now)?),
            Job::Morning { ref day } => crate::morning::hand_out(&self.store, day, now),
            Job::Mail { person, ref day } => match &self.morning {
                Some(morning) => morning.send(&self.store, person, day, now),
                None => Err(anyhow!("this process has no mail server; one that serves the newsroom sends it")),
            },
        }
    }

    /// Runs one claimed job and says so to the store: done, or failed with one line in the log. What another worker has taken
    /// over meanwhile is that worker's to tell. An error of a store that is away is no failure of the job.
    ///
    /// Done, the story's next step is claimed with the same write, where it waits: nobody else could take it earlier.
    fn finish(&self, claimed: &Claimed, now: Time) -> Result<Option<Claimed>> {
        let begun = Instant::now();
        // One report that we cannot bear must not take the worker with it, nor the next worker after it.
        let run = AssertUnwindSafe(|| self.run(&claimed.job, now));
        let ran = catch_unwind(run).unwrap_or_else(|panic| Err(fault(&*panic)));
        METER.add(&claimed.job, begun.elapsed(), ran.is_ok());
        let failed = match ran {
            Ok(()) => None,
            Err(error) if failure::store_is_away(&error) => return Err(error),
            Err(error) => Some((failure::line(&error), failure::is_for_good(&error))),
        };
        let (held, words) = (claimed.clone(), failed.clone());
        let (parked, next) = self.store.write_unsynced(move |c| match words {
            _ if !store::job::holds(c, &held)? => Ok((false, None)),
            None => Ok((false, done(c, &held, now)?)),
            Some((words, true)) => Ok((store::job::give_up(c, held.id, &words, now)?, None)),
            Some((words, false)) => Ok((store::job::failed(c, held.id, &words, now)?, None)),
        })?;
        let (job, id, attempt) = (claimed.job.name(), claimed.id, claimed.attempt);
        match failed {
            Some((words, _)) if parked => {
                tracing::error!(job, %id, attempt, "job parked after its last attempt: {words}")
            }
            Some((words, _)) => tracing::warn!(job, %id, attempt, "job failed and is tried again: {words}"),
            None => {}
        }
        Ok(next)
    }

    /// Runs one claimed job, and its story's steps after it, until told to stop.
    fn see_through(&self, claimed: Claimed, shift: &Shift<'_>) {
        let mut next = self.see_one_through(&claimed, shift);
        // What is left when we stop is given back.
        while let Some(claimed) = next.take_if(|_| !shift.stop.load(Ordering::Relaxed)) {
            next = self.see_one_through(&claimed, shift);
        }
    }

    /// Runs one claimed job for as long as its lease holds; the next one, when that was claimed with it. While the store is
    /// away the job waits here: given back, it would be due again only when the lease runs out.
    fn see_one_through(&self, claimed: &Claimed, shift: &Shift<'_>) -> Option<Claimed> {
        loop {
            let error = match self.finish(claimed, crate::now()) {
                Ok(next) => return next,
                Err(error) => error,
            };
            shift.tell_once(&error);
            if !failure::store_is_away(&error) {
                return None;
            }
            server::nap(PAUSE, shift.stop);
            if shift.stop.load(Ordering::Relaxed) || claimed.leased_until <= crate::now() {
                return None;
            }
        }
    }

    /// Takes and runs due jobs; how many there were.
    pub fn turn(&self, now: Time) -> Result<usize> {
        let claimed = self.claim(now)?;
        let taken = claimed.len();
        for job in claimed {
            let mut next = Some(job);
            while let Some(job) = next {
                next = self.finish(&job, now)?;
            }
        }
        Ok(taken)
    }

    fn claim(&self, now: Time) -> Result<Vec<Claimed>> {
        // Looking first keeps an idle newsroom from writing five times a second.
        if self.store.read(store::job::next_due)?.is_none_or(|due| due > now) {
            return Ok(Vec::new());
        }
        let worker = server::worker();
        Ok(self.store.write_unsynced(move |c| store::job::claim(c, &worker, now, LEASE_MS, BATCH))?)
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

    /// Works until told to stop, for a process that shows no pages.
    pub fn work(&self, stop: &AtomicBool) {
        self.serve(stop, &AtomicI64::new(i64::MAX));
    }

    /// Works until told to stop: a thread for each processor takes the pipeline's jobs, turn by turn, and a few ask feeds.
    /// Says every second that this server lives, and that its pages show the changes up to number `seen`; gives back what
    /// it took and did not do when it stops.
    pub fn serve(&self, stop: &AtomicBool, seen: &AtomicI64) {
        let heart = Heart::new(&self.store, seen);
        let (pulls, pulled) = channel();
        let (mails, mailed) = channel();
        let (asks, asked) = sync_channel(IN_LINE);
        let (hands, pulled, asked) = (Hands { pulls, mails, asks }, Mutex::new(pulled), Mutex::new(asked));
        let mailed = Mutex::new(mailed);
        let shift = &Shift { stop, away: AtomicBool::new(false) };
        // Our threads' lines go where ours go.
        let log = tracing::dispatcher::get_default(Clone::clone);
        let logged = |work: &dyn Fn()| tracing::dispatcher::with_default(&log, work);
        std::thread::scope(|scope| {
            scope.spawn(|| logged(&|| heart.beat_until(stop)));
            for _ in 0..PULLERS {
                scope.spawn(|| logged(&|| self.take_over(&pulled, shift)));
            }
            // One letter at a time, and no feed waits behind a mail server.
            scope.spawn(|| logged(&|| self.take_over(&mailed, shift)));
            for _ in 0..self.assist.as_ref().map_or(0, |_| ASKERS) {
                scope.spawn(|| logged(&|| self.take_over(&asked, shift)));
            }
            for _ in 0..available_parallelism().map_or(1, usize::from) {
                let hands = hands.clone();
                scope.spawn(move || logged(&|| self.run_pipeline(&hands, shift)));
            }
            // Those that are handed jobs end when nobody can hand them one any more.
            drop(hands);
        });
        heart.leave();
    }

    /// Does what it is handed, one job after the other.
    fn take_over(&self, handed: &Mutex<Receiver<Claimed>>, shift: &Shift<'_>) {
        let next = || handed.lock().unwrap_or_else(PoisonError::into_inner).recv();
        while let Ok(job) = next() {
            // One left undone comes back when its lease runs out.
            if shift.stop.load(Ordering::Relaxed) {
                return;
            }
            let needs = if matches!(job.job, Job::Mail { .. }) { LETTER_MS } else { 0 };
            if job.leased_until > crate::now().plus_ms(needs) {
                self.see_through(job, shift);
            }
        }
    }

    /// A turn in which what waits for other servers is handed over.
    fn pipeline_turn(&self, hands: &Hands, shift: &Shift<'_>) -> Result<usize> {
        let claimed = self.claim(crate::now())?;
        let taken = claimed.len();
        for job in claimed {
            match job.job {
                // When nobody takes it the lease runs out and it is due again.
                Job::Pull { .. } => hands.pulls.send(job).unwrap_or_default(),
                // Another process of this newsroom has the mail server's settings.
                Job::Mail { .. } if self.morning.is_none() => self.put_off(&job)?,
                Job::Mail { .. } => hands.mails.send(job).unwrap_or_default(),
                Job::Reword { .. } if self.assist.is_some() => {
                    if let Err(TrySendError::Full(job) | TrySendError::Disconnected(job)) = hands.asks.try_send(job) {
                        self.put_off(&job)?;
                    }
                }
                // What is left when we stop is given back; what took too long is another's by now.
                _ if shift.stop.load(Ordering::Relaxed) || job.leased_until <= crate::now() => {}
                _ => self.see_through(job, shift),
            }
        }
        Ok(taken)
    }

    fn put_off(&self, claimed: &Claimed) -> Result<()> {
        let held = claimed.clone();
        Ok(self.store.write_unsynced(move |c| match store::job::holds(c, &held)? {
            true => store::job::put_off(c, held.id, crate::now().plus_ms(LATER_MS)),
            false => Ok(()),
        })?)
    }

    /// An error of the store is logged and tried again: a full disk, a lock or a server that is away may pass.
    fn run_pipeline(&self, hands: &Hands, shift: &Shift<'_>) {
        while !shift.stop.load(Ordering::Relaxed) {
            match self.pipeline_turn(hands, shift) {
                Ok(taken) => {
                    shift.away.store(false, Ordering::Relaxed);
                    if taken == 0 {
                        sleep(IDLE);
                    }
                }
                Err(error) => {
                    shift.tell_once(&error);
                    server::nap(PAUSE, shift.stop);
                }
            }
        }
    }
}

/// The job goes; the story's step after it, when that waits, is this worker's.
fn done(c: &mut dyn Conn, held: &Claimed, now: Time) -> store::Result<Option<Claimed>> {
    match desk::step::after(&held.job) {
        Some(next) => store::job::done_and_next(c, held.id, &next, &server::worker(), now, LEASE_MS),
        None => store::job::done(c, held.id).map(|()| None),
    }
}

impl Shift<'_> {
    /// One line for a store that is away, not one a worker and try.
    fn tell_once(&self, error: &anyhow::Error) {
        if !self.away.swap(true, Ordering::Relaxed) || !failure::store_is_away(error) {
            tracing::error!("{}", failure::line(error));
        }
    }
}
