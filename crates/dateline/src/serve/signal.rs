//! Told to stop: Ctrl-C or SIGTERM.

use anyhow::{Context, Result};
use tokio::runtime::{Builder, Runtime};

/// Listens for the word to stop. A second one, while the first is being followed, ends the process at once.
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

    /// Returns when told to stop.
    pub fn wait(self) {
        #[cfg(unix)]
        {
            let Self { runtime, mut terminate } = self;
            runtime.block_on(async {
                tokio::select! { _ = tokio::signal::ctrl_c() => {}, _ = terminate.recv() => {} }
            });
        }
        #[cfg(not(unix))]
        self.runtime.block_on(async { tokio::signal::ctrl_c().await.ok() });
    }
}
