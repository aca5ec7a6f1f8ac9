//! `?1 ?2`, which both databases are written for, as the `$1 $2` that PostgreSQL reads.

/// The text with its markers turned; those inside quoted text, quoted names and comments are left alone.
pub(super) fn dollars(sql: &str) -> String {
    let mut out = String::with_capacity(sql.len());
    let mut rest = sql.chars().peekable();
    // What ends the quotation or comment that we are in.
    let mut inside: Option<char> = None;
    while let Some(c) = rest.next() {
        match inside {
            Some(end) if c == end => inside = None,
            Some(_) => {}
            None if c == '\'' || c == '"' => inside = Some(c),
            None if c == '-' && rest.peek() == Some(&'-') => inside = Some('\n'),
            None if c == '?' && rest.peek().is_some_and(char::is_ascii_digit) => {
                out.push('$');
                continue;
            }
            None => {}
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::dollars;

    #[test]
    fn markers_are_turned_and_quotations_are_not() {
        assert_eq!(dollars("a = ?1 AND b IN (?12, ?2)"), "a = $1 AND b IN ($12, $2)");
        assert_eq!(dollars("'what?1' || ?1 || 'it''s ?2'"), "'what?1' || $1 || 'it''s ?2'");
        assert_eq!(dollars("\"?1\" = ?1 -- not ?2\nOR ?2 = '?'"), "\"?1\" = $1 -- not ?2\nOR $2 = '?'");
    }

    #[test]
    fn the_stores_statements_keep_no_marker() {
        for sql in [crate::conn::sql!("list/latest_about"), crate::conn::sql!("source/put")] {
            assert!(!dollars(sql).contains('?'));
        }
    }
}
