//! What the desk shows, one screen a file.

pub mod about;
pub mod account;
pub mod as_read;
pub mod assets;
pub mod cited;
pub mod compliance;
pub mod corrections;
pub mod edition;
pub mod evidence;
pub mod failure;
pub mod house;
pub mod jobs;
pub mod join;
pub mod log;
pub mod menu;
pub mod people;
pub mod picture;
pub mod piece;
pub mod piece_check;
pub mod piece_picture;
pub mod piece_texts;
pub mod pieces;
pub mod policy;
pub mod preview;
pub mod queue;
pub mod redirects;
pub mod report;
pub mod revisions;
pub mod sentences;
pub mod shell;
pub mod sign_in;
pub mod sources;
pub mod start;
pub mod statistics;
pub mod story;
pub mod tokens;
pub mod top;
pub mod upload;

use askama::Template;

use crate::{failure::Failure, reply::Reply, route::Answer};

/// A page.
pub fn page(template: &impl Template) -> Answer {
    let page = template.render().map_err(|e| Failure::Broken(format!("a page could not be filled in: {e}")))?;
    Ok(Reply::html(page))
}

/// What stands in CSV: quoted, and never taken for a formula (OWASP, CSV injection).
pub fn csv(cells: &[&str]) -> String {
    let cell = |cell: &&str| {
        let risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        format!("\"{}{}\"", if risky { "'" } else { "" }, cell.replace('"', "\"\"").replace(['\r', '\n'], " "))
    };
    format!("{}\r\n", cells.iter().map(cell).collect::<Vec<_>>().join(","))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_cell_is_no_formula() {
        assert_eq!(super::csv(&["a", "=1+1", "he said \"x\"\n"]), "\"a\",\"'=1+1\",\"he said \"\"x\"\" \"\r\n");
    }
}
