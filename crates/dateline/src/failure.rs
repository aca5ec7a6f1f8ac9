//! Failures in words: for a person at the end of a command, and as one line of a log.

/// The error and its causes, each once: some name their cause in their own words.
pub fn told(error: &anyhow::Error) -> String {
    let mut words = String::new();
    for cause in error.chain().map(ToString::to_string) {
        if !words.contains(&cause) {
            let colon = if words.is_empty() { "" } else { ": " };
            words = format!("{words}{colon}{cause}");
        }
    }
    words
}

/// The same on one line. Servers choose some of the words: what they send must not look like a line of ours, nor steer a
/// terminal.
pub fn line(error: &anyhow::Error) -> String {
    text::clean::line(&told(error))
}

/// Whether the store cannot be used just now, by no fault of the work at hand: the disk is full, another program holds the
/// database, the folder cannot be written, the database server is away. Such work waits and is tried again as it is.
pub fn store_is_away(error: &anyhow::Error) -> bool {
    let away = |e: &store::Error| {
        use store::Error::{Away, Full, Locked, ReadOnly, Unknown};
        matches!(e, Locked { .. } | Full { .. } | ReadOnly { .. } | Away { .. } | Unknown { .. })
    };
    error.chain().any(|cause| {
        let desk = cause.downcast_ref::<desk::Error>().and_then(|e| match e {
            desk::Error::Store(e) => Some(e),
            _ => None,
        });
        cause.downcast_ref::<store::Error>().or(desk).is_some_and(away)
    })
}

/// Whether another try would fail the same way: a mail server refused the letter for good.
pub fn is_for_good(error: &anyhow::Error) -> bool {
    error.downcast_ref::<mail::Error>().is_some_and(mail::Error::is_permanent)
}

#[cfg(test)]
mod tests {
    use anyhow::{Context, anyhow};

    #[test]
    fn what_a_server_says_stays_on_its_line() {
        let sent = anyhow!("JSON of another kind (with a\n2026-11-23 WARN all is well\u{1b}[2J, b\u{202e}c)");
        assert_eq!(super::line(&sent), "JSON of another kind (with a 2026-11-23 WARN all is well[2J, bc)");
    }

    #[test]
    fn a_full_disk_is_no_fault_of_the_work() {
        let full = || store::Error::Full { path: "newsroom.sqlite".into() };
        assert!(super::store_is_away(&desk::Error::Store(full()).into()));
        assert!(super::store_is_away(&Err::<(), _>(full()).context("a report").unwrap_err()));
        assert!(!super::store_is_away(&anyhow!("a feed failed")));
    }
}
