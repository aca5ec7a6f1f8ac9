//! What may go out without a person, in words.

use askama::Template;

use crate::{Desk, route::Answer, screen::shell::Shell, visit::Visit};

#[derive(Template)]
#[template(path = "policy.html")]
struct Page {
    shell: Shell,
    words: Vec<String>,
    four_eyes: bool,
}

/// The page.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    super::page(&Page {
        shell: Shell::new(desk, visit.seat.as_ref(), "Policy", "/desk/policy"),
        words: desk.house.desk.policy.words(),
        four_eyes: desk.house.four_eyes,
    })
}
