//! The `Date` header and the empty line that ends a head, made once a second.

use std::{
    cell::RefCell,
    time::{Duration, SystemTime},
};

use news::Time;

/// `date: Wed, 25 Nov 2026 22:44:57 GMT` and two line ends.
pub type Line = [u8; LENGTH];
const LENGTH: usize = 6 + 29 + 4;

struct Made {
    second: u64,
    line: Line,
}

thread_local! {
    static MADE: RefCell<Made> = const { RefCell::new(Made { second: 0, line: [b' '; LENGTH] }) };
}

/// The line for a moment.
pub fn line(now: Time) -> Line {
    let second = u64::try_from(now.ms() / 1000).unwrap_or(0);
    MADE.with_borrow_mut(|made| {
        if made.second != second {
            let text = format!(
                "date: {}\r\n\r\n",
                httpdate::fmt_http_date(SystemTime::UNIX_EPOCH + Duration::from_secs(second))
            );
            if let Ok(line) = text.as_bytes().try_into() {
                *made = Made { second, line };
            }
        }
        made.line
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn it_is_a_header_and_the_end_of_the_head() {
        let line = String::from_utf8(super::line(news::Time(1_795_646_697_000)).to_vec()).unwrap();
        assert_eq!(line, "date: Wed, 25 Nov 2026 22:44:57 GMT\r\n\r\n");
    }
}
