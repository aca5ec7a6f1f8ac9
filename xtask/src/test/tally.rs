//! Counts of tests, read from what the test runners print.

use std::fmt;

/// How many tests ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// As they should.
    pub passed: usize,
    /// Otherwise.
    pub failed: usize,
    /// Not run.
    pub skipped: usize,
}

impl Tally {
    /// Both together.
    pub fn plus(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }

    /// From the output of `cargo nextest`, `cargo test` or Node's TAP; `None` when it has no counts.
    pub fn read(lines: &[String]) -> Option<Self> {
        let counts = lines
            .iter()
            .map(|line| plain(line))
            .filter_map(|line| nextest(&line).or_else(|| libtest(&line)).or_else(|| tap(&line)));
        counts.reduce(Self::plus)
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

/// `Summary [  1.2s] 12 tests run: 10 passed (1 slow), 1 failed, 1 timed out, 3 skipped`.
fn nextest(line: &str) -> Option<Tally> {
    let rest = line.trim_start().strip_prefix("Summary [")?;
    let (_, rest) = rest.split_once("run:")?;
    let count = |word| before(rest, word);
    Some(Tally {
        passed: count("passed"),
        failed: count("failed") + count("timed out") + count("exec failed"),
        skipped: count("skipped"),
    })
}

/// `test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s`.
fn libtest(line: &str) -> Option<Tally> {
    let rest = line.strip_prefix("test result:")?;
    Some(Tally { passed: before(rest, "passed"), failed: before(rest, "failed"), skipped: before(rest, "ignored") })
}

/// One of Node's closing lines: `# pass 9`, `ℹ fail 1`.
fn tap(line: &str) -> Option<Tally> {
    let rest = line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ "))?;
    let (word, number) = rest.split_once(' ')?;
    let number = number.trim().parse().ok()?;
    match word {
        "pass" => Some(Tally { passed: number, ..Tally::default() }),
        "fail" | "cancelled" => Some(Tally { failed: number, ..Tally::default() }),
        "skipped" => Some(Tally { skipped: number, ..Tally::default() }),
        _ => None,
    }
}

/// The number before a word; 0 when there is none.
fn before(text: &str, word: &str) -> usize {
    let parts = text.split([',', ';', '.', '(']).map(str::trim);
    parts.filter_map(|part| part.strip_suffix(word)?.trim().parse().ok()).next().unwrap_or(0)
}

/// Without the escapes of a coloured terminal.
fn plain(line: &str) -> String {
    let mut out = String::new();
    let mut pieces = line.split('\u{1b}');
    out.push_str(pieces.next().unwrap_or_default());
    pieces.for_each(|piece| out.push_str(piece.split_once('m').map_or("", |(_, rest)| rest)));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Tally> {
        Tally::read(&text.lines().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn every_runner_is_understood() {
        let nextest = "     Summary [   0.035s] 12 tests run: 10 passed (1 slow), 1 failed, 1 timed out, 3 skipped";
        assert_eq!(read(nextest), Some(Tally { passed: 10, failed: 2, skipped: 3 }));
        let libtest = "test result: ok. 4 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n\
                       test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(read(libtest), Some(Tally { passed: 6, failed: 1, skipped: 1 }));
        assert_eq!(
            read("# tests 4\n# pass 3\n# fail 1\n# cancelled 0\n# skipped 0"),
            Some(Tally { passed: 3, failed: 1, skipped: 0 })
        );
        assert_eq!(
            read("\u{1b}[32;1m     Summary\u{1b}[0m [ 1s] 1 test run: 1 passed, 0 skipped").map(|t| t.passed),
            Some(1)
        );
        assert_eq!(read("warning: nothing"), None);
    }
}
