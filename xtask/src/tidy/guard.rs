//! No address of the desk is without its guard: one place makes addresses, each with who may
//! have it, and one place answers.

use super::{Findings, is_test, line_at};
use crate::{
    rust_text::{Keep, blank, without_tests},
    tree::Tree,
};

/// Where the desk's addresses are made.
const HOME: &str = "crates/editor/src/route.rs";
/// Where the desk is put beside the site.
const ANNEX: &str = "crates/dateline/src/serve.rs";
/// What makes an address, or takes addresses over from another router.
const MAKERS: [&str; 8] = [
    ".route(",
    ".route_service(",
    ".nest(",
    ".nest_service(",
    ".merge(",
    ".fallback_service(",
    "Router::new(",
    "Router::default(",
];
/// Where the list begins.
const LIST: &str = "pub const ROUTES: &[Route] = &[";

/// Fails on an address of the desk that another place than [`HOME`] makes, and on one made there without who may have it.
pub fn check(tree: &Tree, found: &mut Findings) {
    let product = |path: &str| path.starts_with("crates/") && path.ends_with(".rs") && !is_test(path);
    for (path, text) in tree.files().filter(|(path, _)| product(path)) {
        let code = blank(without_tests(text), Keep::CodeAndStrings);
        if path == HOME {
            home(&code, found);
            continue;
        }
        if path.starts_with("crates/editor/") {
            elsewhere(path, &code, found);
        }
        beside(path, &code, found);
    }
}

/// The desk's other files make no address.
fn elsewhere(path: &str, code: &str, found: &mut Findings) {
    for (offset, maker) in MAKERS.iter().flat_map(|maker| code.match_indices(maker)) {
        let words = format!("`{maker})` makes addresses of the desk past its guard; add a row to ROUTES in {HOME}");
        found.fail(path, line_at(code, offset), words);
    }
}

/// No other router knows an address of the desk, but that it hands all of them to the desk's own.
fn beside(path: &str, code: &str, found: &mut Findings) {
    let routers = ["crates/site/", "crates/dateline/"].iter().any(|folder| path.starts_with(folder));
    for (offset, _) in code.match_indices("\"/desk").chain(code.match_indices("[\"desk\"")) {
        let made = MAKERS.iter().any(|maker| code[..offset].trim_end().ends_with(maker));
        let handed = path == ANNEX && line_of(code, offset).contains("at: \"/desk\", router: desk.router()");
        if (made || routers) && !handed {
            let words =
                format!("an address under /desk that the desk's guard does not see; add a row to ROUTES in {HOME}");
            found.fail(path, line_at(code, offset), words);
        }
    }
}

/// The list's own file: every row says who may, no address comes from elsewhere, what answers is asked after the guard.
fn home(code: &str, found: &mut Findings) {
    let mut fail = |offset: usize, words: &str| found.fail(HOME, line_at(code, offset), words);
    for (offset, maker) in MAKERS.iter().flat_map(|maker| code.match_indices(maker)) {
        let of_list = maker == ".route(" && code[offset..].starts_with(".route(route.path,");
        let first = maker == "Router::new(" && code.find("Router::new(") == Some(offset);
        if !of_list && !first {
            fail(offset, "an address that is no row of ROUTES: nothing says who may have it");
        }
    }
    let asked: Vec<usize> = code.match_indices("(route.answer)(").map(|(offset, _)| offset).collect();
    for offset in &asked {
        let from = code[..*offset].rfind(['{', ';']).unwrap_or(0);
        if asked.len() > 1 || !code[from..*offset].contains("guarded(") {
            fail(*offset, "what answers is asked in one place, after `guarded`");
        }
    }
    for (offset, _) in code.match_indices("Route {") {
        let before = code[..offset].trim_end();
        let declared = before.ends_with("struct") || before.ends_with("->");
        let body = code[offset..].split('}').next().unwrap_or_default();
        if !declared && !body.split([',', '{']).any(|field| field.trim() == "needs") {
            fail(offset, "a row says who may: hand `needs` in, so that none can be written without it");
        }
    }
    let Some(start) = code.find(LIST).map(|at| at + LIST.len()) else {
        return fail(0, "ROUTES is not where the rule looks for it; change the rule with it");
    };
    let makers = makers(code);
    for (offset, row) in rows(&code[start..]) {
        if !row.split_once('(').is_some_and(|(name, _)| makers.contains(&name)) {
            fail(start + offset, "a row of ROUTES is made by one of the functions that take `needs`");
        }
    }
}

/// The functions that make a row of what it is handed, who may among it.
fn makers(code: &str) -> Vec<&str> {
    let heads = code.split("const fn ").skip(1).filter_map(|rest| rest.split_once('{')).map(|(head, _)| head);
    heads.filter(|head| head.contains("needs: Needs") && head.contains("-> Route")).filter_map(name).collect()
}

fn name(head: &str) -> Option<&str> {
    head.split_once('(').map(|(name, _)| name.trim())
}

/// The rows of the list that `rest` begins with, each with where it begins.
fn rows(rest: &str) -> Vec<(usize, &str)> {
    let (mut rows, mut depth, mut from) = (Vec::new(), 0_usize, 0);
    for (at, c) in rest.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' | ']' if depth == 0 => {
                let row = &rest[from..at];
                rows.push((from + row.len() - row.trim_start().len(), row.trim()));
                from = at + 1;
            }
            _ => {}
        }
        if c == ']' && depth == 0 {
            break;
        }
    }
    rows.retain(|(_, row)| !row.is_empty());
    rows
}

fn line_of(text: &str, offset: usize) -> &str {
    let from = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    text[from..].lines().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{super::said, ANNEX, HOME, check};

    const GOOD: &str = "const fn shows(path: &'static str, needs: Needs, answer: Handler) -> Route {
    Route { post: false, path, needs, answer }
}
pub const ROUTES: &[Route] = &[
    shows(\"/desk\", OPEN, page),
    shows(
        \"/desk/in\",
        OPEN,
        sign_in,
    ),
];
fn router() { let mut router = Router::new(); router = router.route(route.path, on(x)); }
fn answered() { guarded(desk, route).and_then(|()| (route.answer)(desk, &visit)) }
";

    fn lines(path: &str, text: &str) -> Vec<String> {
        said(check, &[(path, text)]).into_iter().map(|(at, _)| at).collect()
    }

    #[test]
    fn every_row_says_who_may() {
        assert_eq!(lines(HOME, GOOD), Vec::<String>::new());
        let bad = |from: &str, to: &str| lines(HOME, &GOOD.replacen(from, to, 1));
        assert_eq!(bad("    shows(\"/desk\", OPEN, page)", "    bare(\"/desk\", page)"), [format!("{HOME}:5")]);
        assert_eq!(bad("path, needs, answer }", "path, needs: Needs::Nothing, answer }"), [format!("{HOME}:2")]);
        assert_eq!(bad("needs: Needs, answer", "answer").len(), 2, "no row is made by one that takes `needs`");
        assert!(!bad("shows(\n", "Route {\n").is_empty());
        assert_eq!(bad("pub const ROUTES", "pub static ROUTES"), [format!("{HOME}:1")]);
    }

    #[test]
    fn nothing_answers_before_the_guard() {
        let bad = |from: &str, to: &str| lines(HOME, &GOOD.replacen(from, to, 1));
        assert_eq!(bad("guarded(desk, route).and_then(|()| ", "(").len(), 1);
        assert_eq!(bad("router.route(route.path, on(x))", "router.route(\"/desk/open\", on(x))").len(), 1);
        assert_eq!(bad("on(x))", "on(x)).merge(other)").len(), 1);
        assert_eq!(lines(HOME, &format!("{GOOD}fn again() {{ (route.answer)(desk, &visit) }}")).len(), 2);
    }

    #[test]
    fn no_other_place_makes_an_address_of_the_desk() {
        let nest = "fn a() { x.nest(\"/b\", y) }\n#[cfg(test)]\nmod tests { fn b() { Router::new(); } }";
        assert_eq!(lines("crates/editor/src/screen/a.rs", nest), ["crates/editor/src/screen/a.rs:1"]);
        assert!(lines("crates/editor/src/tests/a.rs", nest).is_empty());
        assert!(lines("crates/editor/src/screen/a.rs", "const HERE: &str = \"/desk/pieces\"; // .nest(").is_empty());
        let path = "crates/dateline/src/serve/status.rs";
        assert_eq!(lines(path, "router.route(\n    \"/desk/metrics\", get(x))"), [format!("{path}:2")]);
        assert_eq!(lines("crates/mail/src/a.rs", "router.route(\"/desk/a\", get(x))").len(), 1);
        assert!(lines("crates/mail/src/a.rs", "house.at(\"/desk/jobs\")").is_empty());
        assert_eq!(lines("crates/site/src/pages.rs", "match x { [\"desk\", rest] => open(rest), }").len(), 1);
        let annex = "let annex = Annex { at: \"/desk\", router: desk.router().layer(x) };";
        assert!(lines(ANNEX, annex).is_empty());
        assert_eq!(lines(ANNEX, &annex.replace("desk.router()", "open()")).len(), 1);
    }
}
