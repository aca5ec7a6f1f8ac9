//! A bar on stderr; hidden where that is no terminal.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar for so many steps.
pub fn bar(name: &str, steps: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg:24!} {wide_bar} {pos}/{len} {per_sec} {eta}");
    let bar = ProgressBar::new(steps as u64).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.set_message(name.to_owned());
    bar
}
