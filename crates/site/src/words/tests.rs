//! The four files say the same things, and nothing that no page says.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::*;

/// Message -> the variables in it. Panics on a file that is not Fluent, and on a key that stands twice.
fn messages(tag: &str) -> BTreeMap<String, BTreeSet<String>> {
    let file = FILES.iter().find(|(t, _)| *t == tag).unwrap().1;
    let resource = fluent_syntax::parser::parse(file).unwrap_or_else(|(_, faults)| panic!("{tag}: {faults:?}"));
    let mut found = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut variables = BTreeSet::new();
        collect(message.value.as_ref().expect("a message has words"), &mut variables);
        assert!(found.insert(message.id.name.to_owned(), variables).is_none(), "{tag}: {} twice", message.id.name);
    }
    found
}

fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    let variable = |inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>| {
        if let InlineExpression::VariableReference { id } = inline {
            variables.insert(id.name.to_owned());
        }
    };
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression: Expression::Inline(inline) } => variable(inline, variables),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                variable(selector, variables);
                variants.iter().for_each(|v| collect(&v.value, variables));
            }
        }
    }
}

#[test]
fn the_four_files_have_the_same_keys_and_variables_and_nothing_empty() {
    let english = messages("en");
    for (tag, _) in FILES {
        let own = messages(tag);
        for (key, variables) in &english {
            assert_eq!(own.get(key), Some(variables), "{tag}: {key}");
        }
        assert_eq!(own.len(), english.len(), "{tag} has keys that English has not");
        let words = of(&Lang::new(tag));
        assert_eq!(words.tag, tag);
        let mut given = FluentArgs::new();
        for name in ["value", "half", "length", "most"] {
            given.set(name, "x");
        }
        given.set("count", 3);
        for key in english.keys() {
            let said = told(&words.messages, key, &given);
            assert!(!said.trim().is_empty() && !said.contains('$') && &said != key, "{tag}: {key} says {said:?}");
        }
    }
}

#[test]
fn no_key_is_missing_or_unused() {
    let numbered = |key: &str| ["month-", "weekday-", "sector-"].iter().any(|start| key.starts_with(start));
    let keys: BTreeSet<String> = messages("en").into_keys().filter(|key| !numbered(key)).collect();
    let names: BTreeSet<String> = NAMES.iter().map(|name| id_of(name)).collect();
    // `sectors-title` begins like a sector.
    assert_eq!(keys, names.into_iter().filter(|key| !numbered(key)).collect());
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut said = String::new();
    for folder in ["src", "src/pages", "src/feed", "templates"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                said.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    let ends = |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let used =
        |name: &str| said.match_indices(&format!(".{name}")).any(|(at, m)| ends(said[at + m.len()..].chars().next()));
    let unused: Vec<_> = NAMES.iter().filter(|name| !used(name)).collect();
    assert!(unused.is_empty(), "no page says {unused:?}");
}

#[test]
fn counts_choose_their_plural() {
    let (en, ar) = (of(&Lang::en()), of(&Lang::new("ar")));
    assert_eq!((en.stories(1), en.stories(12)), ("1 story".into(), "12 stories".into()));
    let arabic: Vec<String> = [1, 2, 3, 11, 100].map(|n| ar.stories(n)).into();
    assert_eq!(arabic, ["خبر واحد", "خبران", "3 أخبار", "11 خبرًا", "100 خبر"]);
    assert_eq!(fill(en.version, "3"), "Version 3");
    assert_eq!(of(&Lang::new("pt")).tag, "en", "English where we have no other");
}
