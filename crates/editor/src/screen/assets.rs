//! Stylesheet and script.

use crate::{Desk, reply::Reply, route::Answer, visit::Visit};

/// The stylesheet.
pub fn sheet(desk: &Desk, _: &Visit) -> Answer {
    Ok(Reply::asset("text/css; charset=utf-8", &desk.assets.sheet))
}

/// The script.
pub fn script(desk: &Desk, _: &Visit) -> Answer {
    Ok(Reply::asset("text/javascript; charset=utf-8", desk.assets.script))
}
