//! Standard error: the log while a command runs, and its last words when it fails. One line a failure, as text or JSON.

use std::io::{IsTerminal, Write};

use crate::failure::told;

/// How lines are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Text,
    /// One object a line: timestamp, level, target, fields
    Json,
}

/// Starts the log. `DATELINE_LOG` says what is logged, in the words of tracing's filters; else `verbose` does.
pub fn start(verbose: u8, format: Format) {
    let default = match verbose {
        0 => "warn",
        1 => "info",
        _ => "debug",
    };
    let filter = tracing_subscriber::EnvFilter::try_from_env("DATELINE_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new(default));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match format {
        Format::Text => log.with_ansi(std::io::stderr().is_terminal()).init(),
        Format::Json => log.json().with_current_span(false).with_span_list(false).init(),
    }
}

/// Says why a command ends with `code`. In the shape of a log line, but not filtered: it is the command's answer.
pub fn last_words(error: &anyhow::Error, code: u8, format: Format) {
    let words = told(error);
    let line = match format {
        Format::Text => format!("error: {words}"),
        Format::Json => serde_json::json!({
            "timestamp": jiff::Timestamp::from_millisecond(crate::now().ms()).unwrap_or_default().to_string(), "level": "ERROR", "target": "dateline",
            "fields": {"message": words, "exit_code": code}
        })
        .to_string(),
    };
    // If even stderr is gone there is nobody left to tell.
    writeln!(std::io::stderr().lock(), "{line}").ok();
}
