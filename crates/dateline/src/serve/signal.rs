//! Told to stop: Ctrl-C or SIGTERM.

use anyhow::{Context, Result};
use tokio::runtime::{Builder, Runtime};

/// Exit code of a process that was told twice.
const AT_ONCE: i32 = 130;

/// Listens for the word to stop.
pub struct Signal {
    runtime: Runtime,
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
}

impl Signal {
    /// Listens from now on.
    pub fn listen() -> Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        #[cfg(unix)]
        {
            let kind = tokio::signal::unix::SignalKind::terminate();
            let made = runtime.block_on(async { tokio::signal::unix::signal(kind) });
            Ok(Self { terminate: made.context("SIGTERM cannot be listened for")?, runtime })
        }
        #[cfg(not(unix))]
        Ok(Self { runtime })
    }

    /// Returns when told to stop. Told once more while the first is being followed, the process ends at once.
    pub fn wait(mut self) -> Result<()> {
        self.next();
        let again = move || {
            self.next();
            std::process::exit(AT_ONCE);
        };
        std::thread::Builder::new().name("signal".into()).spawn(again).context("no thread can be started")?;
        Ok(())
    }

    fn next(&mut self) {
        #[cfg(unix)]
        {
            let Self { runtime, terminate } = self;
            runtime.block_on(async {
                tokio::select! { _ = tokio::signal::ctrl_c() => {}, _ = terminate.recv() => {} }
            });
        }
        #[cfg(not(unix))]
        self.runtime.block_on(async { tokio::signal::ctrl_c().await.ok() });
    }
}
