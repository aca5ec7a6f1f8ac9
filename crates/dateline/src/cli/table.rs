//! Plain tables: columns as wide as their widest cell, two spaces between, no frame.

/// Rows of cells as aligned lines; the last column is not padded.
pub fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let widths: Vec<usize> = (0..head.len())
        .map(|i| {
            let cells = rows.iter().filter_map(|r| r.get(i)).map(|c| c.chars().count());
            cells.chain(head.get(i).map(|h| h.chars().count())).max().unwrap_or(0)
        })
        .collect();
    let line = |cells: Vec<&str>| {
        let padded =
            cells.iter().zip(&widths).map(|(c, w)| format!("{c}{}", " ".repeat(w.saturating_sub(c.chars().count()))));
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let body = rows.iter().map(|row| line(row.iter().map(String::as_str).collect()));
    std::iter::once(line(head.to_vec())).chain(body).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    #[test]
    fn columns_line_up() {
        let rows = vec![vec!["7".into(), "Flood in Porto".into()], vec!["1234".into(), "Vote".into()]];
        assert_eq!(super::table(&["id", "headline"], &rows), "id    headline\n7     Flood in Porto\n1234  Vote");
    }
}
