//! How a step ended, and the account of all steps.

use std::fmt::Write;

use super::tally::Tally;

/// How a step ended.
#[derive(Debug, PartialEq)]
pub enum Outcome {
    /// It ran, and all is well; with its tests' counts where there are any.
    Passed(Option<Tally>),
    /// It ran, and something is wrong: what, and its counts.
    Failed(String, Option<Tally>),
    /// It could not run: why, and what would help.
    Skipped(String),
}

impl Outcome {
    /// A failure without counts.
    pub fn failed(why: impl Into<String>) -> Self {
        Self::Failed(why.into(), None)
    }

    /// Not run, and why.
    pub fn skipped(why: impl Into<String>) -> Self {
        Self::Skipped(why.into())
    }

    /// Whether the whole run must fail.
    pub fn has_failed(&self) -> bool {
        matches!(self, Self::Failed(..))
    }

    /// Its part of the last line: its tests, or itself as one.
    fn tally(&self) -> Tally {
        match self {
            Self::Passed(tally) => tally.unwrap_or(Tally { passed: 1, ..Tally::default() }),
            // A step can fail with every test passed: a server that does not stop, say.
            Self::Failed(_, Some(tally)) if tally.failed > 0 => *tally,
            Self::Failed(_, tally) => Tally { failed: 1, ..tally.unwrap_or_default() },
            Self::Skipped(_) => Tally { skipped: 1, ..Tally::default() },
        }
    }
}

/// A step that is over.
pub struct Done {
    /// Its name.
    pub name: &'static str,
    /// How it ended.
    pub outcome: Outcome,
    /// How long it took.
    pub seconds: f64,
}

/// The table of steps, and `N passed, N failed, N skipped` as the last line.
pub fn account(all: &[Done]) -> String {
    let mut out = String::new();
    let mut sum = Tally::default();
    for done in all {
        let (how, why) = match &done.outcome {
            Outcome::Passed(Some(tally)) => ("ok", tally.to_string()),
            Outcome::Passed(None) => ("ok", String::new()),
            Outcome::Failed(why, _) => ("FAILED", why.clone()),
            Outcome::Skipped(why) => ("skipped", why.clone()),
        };
        let line = format!("{:<10} {how:<8} {:>6.1} s  {why}", done.name, done.seconds);
        // Writing into a String cannot fail.
        let _ = writeln!(out, "{}", line.trim_end());
        sum = sum.plus(done.outcome.tally());
    }
    out + &sum.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_account_ends_with_the_counts() {
        let tally = Tally { passed: 40, failed: 0, skipped: 2 };
        let all = [
            Done { name: "tidy", outcome: Outcome::Passed(None), seconds: 0.2 },
            Done { name: "test", outcome: Outcome::Passed(Some(tally)), seconds: 61.0 },
            Done { name: "browser", outcome: Outcome::skipped("no Chromium"), seconds: 0.0 },
            Done { name: "clippy", outcome: Outcome::failed("see above"), seconds: 3.0 },
        ];
        let account = account(&all);
        assert_eq!(account.lines().last(), Some("41 passed, 1 failed, 3 skipped"));
        assert!(account.contains("browser    skipped     0.0 s  no Chromium"), "{account}");
    }

    #[test]
    fn a_failed_step_counts_even_when_its_tests_passed() {
        let all_passed = Outcome::Failed("did not stop".into(), Some(Tally { passed: 3, ..Tally::default() }));
        assert_eq!(all_passed.tally(), Tally { passed: 3, failed: 1, skipped: 0 });
    }
}
