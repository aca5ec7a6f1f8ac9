//! Sign-in.

use askama::Template;

use crate::{
    Desk,
    field::encode,
    reply::Reply,
    route::Answer,
    screen::shell::{Shell, Told},
    visit::Visit,
};

#[derive(Template)]
#[template(path = "sign_in.html")]
struct Page {
    shell: Shell,
    to: String,
    email: String,
}

/// The form.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    if visit.seat.is_some() {
        return Ok(Reply::see(here(visit.asked("to"))));
    }
    form(desk, visit.asked("to"), "", None)
}

/// The form with why it did not work.
pub fn form(desk: &Desk, to: &str, email: &str, why: Option<String>) -> Answer {
    let shell = Shell { told: why.map(|words| Told { good: false, words }), ..Shell::new(desk, None, "Sign in", "") };
    super::page(&Page { shell, to: here(to), email: email.into() })
}

/// To the form, and from there back to where somebody wanted to go.
pub fn first(path: &str, visit: &Visit) -> Reply {
    let id = visit.part(0).chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>();
    let path = match path.split_once('{') {
        Some((before, rest)) => format!("{before}{id}{}", rest.split_once('}').map_or("", |(_, after)| after)),
        None => path.into(),
    };
    Reply::see(format!("/desk/in?to={}", encode(&path)))
}

/// An address of this desk; the queue's for any other.
pub fn here(to: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-_?=&.".contains(c);
    let ours = to == "/desk" || to.starts_with("/desk/") || to.starts_with("/desk?");
    if ours && !to.contains("//") && to.chars().all(plain) { to.into() } else { "/desk".into() }
}

#[cfg(test)]
mod tests {
    use super::here;

    #[test]
    fn nobody_is_led_elsewhere() {
        assert_eq!(here("/desk/story/12?s=3"), "/desk/story/12?s=3");
        for away in ["https://x.example", "//x.example", "/desk//x.example", "/deskx", "/desk/\\x", "", "/desk/a\r\nb"]
        {
            assert_eq!(here(away), "/desk", "{away}");
        }
    }
}
