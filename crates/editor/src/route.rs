//! Every address of the desk, the least role that may have it, and what answers. There is no other way in: an address that is
//! not in this list does not exist, and a line of it cannot be written without saying who may.

use std::{collections::HashMap, sync::Arc, time::Duration};

use axum::{
    Router,
    body::to_bytes,
    extract::{Path, Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    response::Response,
    routing::{MethodFilter, on},
};
use news::person::Role;

use crate::{Client, Desk, failure::Failure, field, guard, order, reply::Reply, screen, visit::Visit};

/// Bytes of a form: a text of 20,000 words in any script, percent-encoded.
const FORM_BYTES: usize = 1024 * 1024;
/// How long a form may take to arrive.
const FORM_TIME: Duration = Duration::from_secs(30);

/// What answers.
pub type Answer = Result<Reply, Failure>;
type Handler = fn(&Desk, &Visit) -> Answer;

/// Who may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nobody need be signed in: the ways in.
    Nothing,
    /// Somebody of at least this role.
    Role(Role),
}

/// One address.
pub struct Route {
    /// GET shows, POST does.
    pub post: bool,
    /// With `{}` for what varies.
    pub path: &'static str,
    /// Who may.
    pub needs: Needs,
    answer: Handler,
}

const fn shows(path: &'static str, needs: Needs, answer: Handler) -> Route {
    Route { post: false, path, needs, answer }
}

const fn does(path: &'static str, needs: Needs, answer: Handler) -> Route {
    Route { post: true, path, needs, answer }
}

const OPEN: Needs = Needs::Nothing;
const REPORTER: Needs = Needs::Role(Role::Reporter);
const EDITOR: Needs = Needs::Role(Role::Editor);
const PUBLISHER: Needs = Needs::Role(Role::Publisher);
const ADMIN: Needs = Needs::Role(Role::Admin);

/// All of them.
pub const ROUTES: &[Route] = &[
    shows("/desk/desk.css", OPEN, screen::assets::sheet),
    shows("/desk/desk.js", OPEN, screen::assets::script),
    shows("/desk/in", OPEN, screen::sign_in::page),
    does("/desk/in", OPEN, order::sign_in::sign_in),
    does("/desk/in/passkey/begin", OPEN, order::passkey::in_begin),
    does("/desk/in/passkey/finish", OPEN, order::passkey::in_finish),
    shows("/desk/join/{token}", OPEN, screen::join::page),
    does("/desk/join/{token}", OPEN, order::join::join),
    does("/desk/out", REPORTER, order::sign_in::sign_out),
    shows("/desk", REPORTER, screen::queue::page),
    shows("/desk/counts", REPORTER, screen::queue::counts),
    does("/desk/views", REPORTER, order::views::views),
    shows("/desk/new", REPORTER, screen::start::page),
    does("/desk/new", REPORTER, order::start::start),
    does("/desk/bulk", REPORTER, order::bulk::bulk),
    does("/desk/likely", EDITOR, order::likely::likely),
    shows("/desk/story/{id}", REPORTER, screen::story::page),
    does("/desk/story/{id}/check", REPORTER, screen::story::check),
    does("/desk/story/{id}/save", REPORTER, order::save::save),
    does("/desk/story/{id}/act", REPORTER, order::act::act),
    does("/desk/story/{id}/sign", EDITOR, order::sign::sign),
    does("/desk/story/{id}/tags", REPORTER, order::tags::tags),
    does("/desk/story/{id}/picture", REPORTER, order::picture::picture),
    shows("/desk/story/{id}/sources", REPORTER, screen::cited::page),
    does("/desk/story/{id}/sources", REPORTER, order::cited::cited),
    shows("/desk/story/{id}/about", REPORTER, screen::about::page),
    shows("/desk/story/{id}/revisions", REPORTER, screen::revisions::page),
    shows("/desk/story/{id}/log", REPORTER, screen::log::of_story),
    shows("/desk/sources", REPORTER, screen::sources::page),
    shows("/desk/sources/{slug}", REPORTER, screen::sources::one),
    shows("/desk/pieces", EDITOR, screen::pieces::page),
    shows("/desk/pieces/new", EDITOR, screen::piece::new),
    shows("/desk/pieces/{id}", EDITOR, screen::piece::page),
    does("/desk/pieces/save", EDITOR, order::piece::save),
    does("/desk/pieces/withdraw", EDITOR, order::piece::withdraw),
    shows("/desk/jobs", EDITOR, screen::jobs::page),
    does("/desk/jobs", EDITOR, order::jobs::retry),
    shows("/desk/corrections", REPORTER, screen::corrections::page),
    shows("/desk/house", REPORTER, screen::house::page),
    shows("/desk/redirects", EDITOR, screen::redirects::page),
    does("/desk/redirects", EDITOR, order::redirects::redirects),
    shows("/desk/statistics", REPORTER, screen::statistics::page),
    shows("/desk/policy", REPORTER, screen::policy::page),
    shows("/desk/log", EDITOR, screen::log::page),
    shows("/desk/log.csv", PUBLISHER, screen::log::export),
    shows("/desk/reviews.csv", PUBLISHER, screen::compliance::csv_file),
    shows("/desk/reviews.json", PUBLISHER, screen::compliance::json),
    shows("/desk/account", REPORTER, screen::account::page),
    does("/desk/account", REPORTER, order::account::account),
    does("/desk/account/passkey/begin", REPORTER, order::passkey::add_begin),
    does("/desk/account/passkey/finish", REPORTER, order::passkey::add_finish),
    does("/desk/prove/begin", REPORTER, order::passkey::prove_begin),
    does("/desk/prove/finish", REPORTER, order::passkey::prove_finish),
    shows("/desk/people", ADMIN, screen::people::page),
    does("/desk/people", ADMIN, order::people::people),
];

/// The router over [`ROUTES`].
pub fn router(desk: &Arc<Desk>) -> Router {
    let mut router = Router::new();
    for route in ROUTES {
        let method = if route.post { MethodFilter::POST } else { MethodFilter::GET };
        let answer = move |State(desk): State<Arc<Desk>>,
                           Path(parts): Path<HashMap<String, String>>,
                           request: Request| { respond(desk, route, parts, request) };
        router = router.route(route.path, on(method, answer));
    }
    router.fallback(elsewhere).method_not_allowed_fallback(not_so).with_state(desk.clone())
}

/// Nothing is told of what is not there, not even to whom it is not.
async fn elsewhere(State(desk): State<Arc<Desk>>) -> Response {
    screen::failure::page(&desk, None, &Failure::NotFound).into_response()
}

async fn not_so(State(desk): State<Arc<Desk>>) -> Response {
    let page = screen::failure::page(&desk, None, &Failure::NotFound);
    page.with_status(StatusCode::METHOD_NOT_ALLOWED).into_response()
}

async fn respond(desk: Arc<Desk>, route: &'static Route, parts: HashMap<String, String>, request: Request) -> Response {
    let (visit, headers) = match read(&desk, parts, request).await {
        Ok(read) => read,
        Err(failure) => return screen::failure::page(&desk, None, &failure).into_response(),
    };
    let work = tokio::task::spawn_blocking({
        let desk = desk.clone();
        move || answered(&desk, route, visit, &headers)
    });
    let reply = work.await.unwrap_or_else(|broken| {
        tracing::error!("a screen of the desk broke: {broken}");
        screen::failure::page(&desk, None, &Failure::Broken(String::new()))
    });
    reply.into_response()
}

/// The answer, or a page that says why not.
fn answered(desk: &Desk, route: &Route, mut visit: Visit, headers: &HeaderMap) -> Reply {
    let answer = guarded(desk, route, &mut visit, headers).and_then(|()| (route.answer)(desk, &visit));
    answer.unwrap_or_else(|failure| {
        if failure.status() == StatusCode::INTERNAL_SERVER_ERROR {
            tracing::error!(path = route.path, "the desk could not answer: {failure}");
        }
        match failure {
            Failure::SignIn if !route.post && visit.script.is_empty() => screen::sign_in::first(route.path, &visit),
            failure => screen::failure::page(desk, visit.seat.as_ref(), &failure),
        }
    })
}

fn guarded(desk: &Desk, route: &Route, visit: &mut Visit, headers: &HeaderMap) -> Result<(), Failure> {
    visit.seat = guard::seat(&desk.store, visit, route.path != "/desk/counts")?;
    if let Needs::Role(role) = route.needs {
        guard::may(visit.seat.as_ref(), role)?;
    }
    if route.post { guard::is_ours(headers, visit, route.needs != OPEN) } else { Ok(()) }
}

async fn read(desk: &Desk, parts: HashMap<String, String>, request: Request) -> Result<(Visit, HeaderMap), Failure> {
    let client = request.extensions().get::<Client>().map_or(std::net::Ipv4Addr::UNSPECIFIED.into(), |c| c.0);
    let (head, body) = request.into_parts();
    let form = match head.method {
        Method::POST => match tokio::time::timeout(FORM_TIME, to_bytes(body, FORM_BYTES)).await {
            Ok(Ok(form)) => form,
            _ => return Err(Failure::TooLarge),
        },
        _ => Default::default(),
    };
    let text = |name: &str| head.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    let cookies = text(header::COOKIE.as_str());
    let cookies = cookies.split(';').filter_map(|pair| pair.trim().split_once('='));
    let visit = Visit {
        // No address has more than one part that varies; a router around this one may have named others.
        parts: ["id", "token", "slug"].iter().filter_map(|name| parts.get(*name).cloned()).collect(),
        query: field::pairs(head.uri.query().unwrap_or_default().as_bytes()),
        form: field::pairs(&form),
        script: text("x-desk"),
        cookies: cookies.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        now: (desk.clock)(),
        client,
        agent: text(header::USER_AGENT.as_str()).chars().take(200).collect(),
        seat: None,
    };
    Ok((visit, head.headers))
}
