//! Names and addresses of authors as feeds print them.

use crate::entry::Person;

/// `Name`, `address`, `address (Name)`, `Name (address)`, `Name <address>`, `Name, address`.
pub(crate) fn person(printed: &str) -> Person {
    let printed = printed.trim();
    let Some(email) = printed
        .split([' ', '<', '>', '(', ')', ',', ';', '"', '[', ']'])
        .map(|w| w.strip_prefix("mailto:").unwrap_or(w))
        .find(|w| is_address(w))
    else {
        return Person { name: printed.to_owned(), ..Person::default() };
    };
    let name = printed.replace("mailto:", "").replacen(email, "", 1);
    let name = name.trim_matches(|c: char| c.is_whitespace() || "<>()[],;:\"".contains(c));
    Person { name: name.to_owned(), email: Some(email.to_owned()), url: None }
}

fn is_address(word: &str) -> bool {
    matches!(word.split_once('@'), Some((user, host)) if !user.is_empty() && host.contains('.') && !host.contains(['@', '/']) && !host.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn name_and_address_in_any_order() {
        for printed in [
            "Ann Ore (ann@example.com)",
            "ann@example.com (Ann Ore)",
            "Ann Ore <ann@example.com>",
            "ann@example.com Ann Ore",
        ] {
            let p = person(printed);
            assert_eq!((p.name.as_str(), p.email.as_deref()), ("Ann Ore", Some("ann@example.com")), "{printed}");
        }
        assert_eq!(person("Ann Ore").name, "Ann Ore");
        assert_eq!(person("ann@example.com").shown(), "ann@example.com");
    }
}
