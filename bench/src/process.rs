//! Processes that we start, and what the kernel says of them. Each is ended when it is dropped.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};

/// Ticks a second in `/proc`: the same on every Linux that we run on.
const TICKS: f64 = 100.0;

/// A process of ours, ended when dropped.
pub struct Running(Child);

impl Running {
    /// Starts it.
    pub fn start(command: &mut Command) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        Ok(Self(command.spawn().with_context(|| format!("cannot start {name}"))?))
    }

    /// Its number.
    pub fn pid(&self) -> u32 {
        self.0.id()
    }

    /// The child itself, for its pipes.
    pub fn child(&mut self) -> &mut Child {
        &mut self.0
    }

    /// Ends it without a word, as the kernel does when memory is short.
    pub fn kill(&mut self) {
        // Both fail only when it is gone already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }

    /// Asks it to stop and waits so long.
    pub fn stop(&mut self, within: Duration) -> Result<ExitStatus> {
        signal("TERM", self.pid())?;
        let begun = Instant::now();
        while begun.elapsed() < within {
            if let Some(status) = self.0.try_wait()? {
                return Ok(status);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        anyhow::bail!("process {} did not stop within {} s", self.pid(), within.as_secs())
    }

    /// Whether it has ended by itself.
    pub fn ended(&mut self) -> bool {
        !matches!(self.0.try_wait(), Ok(None))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Sends a process of ours a signal by its name: `TERM`, `INT`.
pub fn signal(name: &str, pid: u32) -> Result<()> {
    let sent =
        Command::new("kill").args([&format!("-{name}"), &pid.to_string()]).status().context("cannot run kill")?;
    ensure!(sent.success(), "kill did not reach process {pid}");
    Ok(())
}

/// A command that runs `program` on one core only, where a core is named.
pub fn on_core(core: Option<usize>, program: &Path) -> Command {
    match core {
        None => Command::new(program),
        Some(core) => {
            let mut command = Command::new("taskset");
            command.arg("-c").arg(core.to_string()).arg(program);
            command
        }
    }
}

/// CPU seconds that a process has used, all its threads, user and system.
pub fn cpu_seconds(pid: u32) -> Result<f64> {
    let stat = proc_file(pid, "stat")?;
    // The name stands in brackets and may hold spaces; the fields after it are counted from 3.
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|f| f.parse::<f64>().ok()).unwrap_or(0.0);
    Ok((ticks(11) + ticks(12)) / TICKS)
}

/// The same of the threads that live now, to the nanosecond: for spans shorter than a thread's rest.
pub fn fine_cpu_seconds(pid: u32) -> Result<f64> {
    let tasks = std::fs::read_dir(format!("/proc/{pid}/task")).with_context(|| format!("process {pid} is gone"))?;
    let spent = |task: std::io::Result<std::fs::DirEntry>| {
        // A thread may end while it is looked at.
        let stat = std::fs::read_to_string(task.ok()?.path().join("schedstat")).ok()?;
        stat.split_whitespace().next()?.parse::<f64>().ok()
    };
    Ok(tasks.filter_map(spent).sum::<f64>() / 1e9)
}

/// Bytes of memory that a process holds now.
pub fn memory_bytes(pid: u32) -> Result<u64> {
    let status = proc_file(pid, "status")?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmRSS:")).unwrap_or_default();
    let kilobytes: u64 = line.split_whitespace().next().and_then(|n| n.parse().ok()).unwrap_or(0);
    Ok(kilobytes * 1024)
}

/// Files and sockets that a process has open.
pub fn open_files(pid: u32) -> Result<usize> {
    Ok(std::fs::read_dir(format!("/proc/{pid}/fd")).with_context(|| format!("process {pid} is gone"))?.count())
}

/// The processes that a process started.
pub fn children(pid: u32) -> Result<Vec<u32>> {
    let list = proc_file(pid, &format!("task/{pid}/children"))?;
    Ok(list.split_whitespace().filter_map(|pid| pid.parse().ok()).collect())
}

fn proc_file(pid: u32, name: &str) -> Result<String> {
    std::fs::read_to_string(format!("/proc/{pid}/{name}")).with_context(|| format!("process {pid} is gone"))
}

/// A program of the system, or which package to install for it.
pub fn tool(name: &str, package: &str) -> Result<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain([PathBuf::from("/usr/sbin"), PathBuf::from("/sbin")]);
    let found = folders.map(|folder| folder.join(name)).find(|file| file.is_file());
    found.with_context(|| format!("{name} is not installed; on Debian: apt-get install {package}"))
}

/// A binary of ours: beside this one, or where `cargo test` puts it.
pub fn ours(name: &str) -> Result<PathBuf> {
    let here = std::env::current_exe().context("cannot find this program's own file")?;
    let found = here.ancestors().skip(1).take(2).map(|folder| folder.join(name)).find(|file| file.is_file());
    found.with_context(|| format!("{name} is not beside {}; cargo build -p {name} makes it", here.display()))
}

/// Cores that we may use.
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// The core that servers run on, and the one that asks; the same where there is only one.
pub fn two_cores() -> (Option<usize>, Option<usize>) {
    if cores() > 1 { (Some(0), Some(1)) } else { (None, None) }
}

/// Whether we are root, who may mount and restart.
pub fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|m| m.uid() == 0)
}
