//! Every address of the desk, the least role that may have it, and what answers. There is no other way in: an address that is
//! not in this list does not exist, and a line of it cannot be written without saying who may.

use std::{collections::HashMap, sync::Arc, time::Duration};

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    extract::{Path, Request, State},
    http::{HeaderMap, StatusCode, Uri, header, request},
    response::Response,
    routing::{MethodFilter, on},
};
use news::{person::Role, scope::Scope};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::{
    Client, Desk, api,
    failure::Failure,
    field, guard,
    multipart::{self, Sent},
    order,
    reply::Reply,
    screen,
    visit::{Seat, Visit},
};

/// Bytes of a form: a text of 20,000 words in any script, percent-encoded.
const FORM_BYTES: usize = 1024 * 1024;
/// How long a form may take to arrive.
const FORM_TIME: Duration = Duration::from_secs(30);
/// How long one with a file may: a little less than the door lets a connection live that the router answers.
const FILE_TIME: Duration = Duration::from_secs(70);
/// How long one with a file waits for its turn.
const TURN: Duration = Duration::from_secs(5);
/// Files that are held in memory at a time.
static FILES: Semaphore = Semaphore::const_new(8);

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
    /// A program whose token has this scope. No cookie will do.
    Token(Scope),
}

/// One address.
pub struct Route {
    /// GET shows, POST does.
    pub post: bool,
    /// With `{}` for what varies.
    pub path: &'static str,
    /// Who may.
    pub needs: Needs,
    /// The form may bring a file: it is larger and slower than any other.
    pub file: bool,
    /// What the document for programs says of it; none for screens.
    pub told: Option<&'static api::told::Told>,
    answer: Handler,
}

const fn shows(path: &'static str, needs: Needs, answer: Handler) -> Route {
    Route { post: false, path, needs, file: false, told: None, answer }
}

const fn does(path: &'static str, needs: Needs, answer: Handler) -> Route {
    Route { post: true, path, needs, file: false, told: None, answer }
}

const fn takes(path: &'static str, needs: Needs, answer: Handler) -> Route {
    Route { post: true, path, needs, file: true, told: None, answer }
}

const fn asked(path: &'static str, needs: Needs, answer: Handler, told: &'static api::told::Told) -> Route {
    Route { post: false, path, needs, file: false, told: Some(told), answer }
}

const fn ordered(path: &'static str, needs: Needs, answer: Handler, told: &'static api::told::Told) -> Route {
    Route { post: true, path, needs, file: false, told: Some(told), answer }
}

const OPEN: Needs = Needs::Nothing;
const REPORTER: Needs = Needs::Role(Role::Reporter);
const EDITOR: Needs = Needs::Role(Role::Editor);
const PUBLISHER: Needs = Needs::Role(Role::Publisher);
const ADMIN: Needs = Needs::Role(Role::Admin);
const READ: Needs = Needs::Token(Scope::Read);
const WRITE: Needs = Needs::Token(Scope::Write);
const PUBLISH: Needs = Needs::Token(Scope::Publish);

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
    shows("/desk/story/{id}/picture", REPORTER, screen::picture::page),
    does("/desk/story/{id}/picture", REPORTER, order::picture::picture),
    shows("/desk/story/{id}/upload", REPORTER, screen::upload::page),
    takes("/desk/story/{id}/upload", REPORTER, order::upload::upload),
    shows("/desk/story/{id}/sources", REPORTER, screen::cited::page),
    does("/desk/story/{id}/sources", REPORTER, order::cited::cited),
    shows("/desk/story/{id}/about", REPORTER, screen::about::page),
    shows("/desk/story/{id}/preview", REPORTER, screen::as_read::page),
    shows("/desk/story/{id}/revisions", REPORTER, screen::revisions::page),
    does("/desk/story/{id}/revisions", REPORTER, order::restore::restore),
    shows("/desk/story/{id}/log", REPORTER, screen::log::of_story),
    shows("/desk/reports/{id}", REPORTER, screen::report::page),
    shows("/desk/sources", REPORTER, screen::sources::page),
    shows("/desk/sources/{slug}", REPORTER, screen::sources::one),
    shows("/desk/sources/{slug}/oddity/{id}", EDITOR, screen::sources::oddity),
    shows("/desk/pieces", EDITOR, screen::pieces::page),
    shows("/desk/pieces/new", EDITOR, screen::piece::new),
    shows("/desk/pieces/{id}", EDITOR, screen::piece::page),
    shows("/desk/pieces/{id}/picture", EDITOR, screen::piece_picture::image),
    shows("/desk/pieces/{id}/texts", EDITOR, screen::piece_texts::page),
    shows("/desk/pieces/{id}/upload", EDITOR, screen::piece_picture::page),
    takes("/desk/pieces/{id}/upload", EDITOR, order::piece_picture::upload),
    does("/desk/pieces/save", EDITOR, order::piece::save),
    does("/desk/pieces/withdraw", EDITOR, order::piece::withdraw),
    shows("/desk/jobs", EDITOR, screen::jobs::page),
    does("/desk/jobs", EDITOR, order::jobs::retry),
    shows("/desk/corrections", REPORTER, screen::corrections::page),
    shows("/desk/house", REPORTER, screen::house::page),
    shows("/desk/house/edition", ADMIN, screen::edition::page),
    does("/desk/house/edition", ADMIN, order::edition::edition),
    shows("/desk/house/menu", ADMIN, screen::menu::page),
    does("/desk/house/menu", ADMIN, order::menu::menu),
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
    shows("/desk/tokens", ADMIN, screen::tokens::page),
    does("/desk/tokens", ADMIN, order::tokens::tokens),
    asked("/desk/api/openapi.json", OPEN, api::document, &api::told::DOCUMENT),
    asked("/desk/api/stories", READ, api::list, &api::told::LIST),
    asked("/desk/api/stories/{id}", READ, api::story, &api::told::STORY),
    asked("/desk/api/stories/{id}/revisions", READ, api::revisions, &api::told::REVISIONS),
    asked("/desk/api/stories/{id}/log", READ, api::log, &api::told::LOG),
    ordered("/desk/api/stories/{id}/check", READ, api::check, &api::told::CHECK),
    ordered("/desk/api/stories/{id}/text", WRITE, api::text, &api::told::TEXT),
    ordered("/desk/api/stories/{id}/tags", WRITE, api::tags, &api::told::TAGS),
    ordered("/desk/api/stories/{id}/acts/claim", WRITE, api::claim, &api::told::CLAIM),
    ordered("/desk/api/stories/{id}/acts/release", WRITE, api::release, &api::told::RELEASE),
    ordered("/desk/api/stories/{id}/acts/submit", WRITE, api::submit, &api::told::SUBMIT),
    ordered("/desk/api/stories/{id}/acts/hold", WRITE, api::hold, &api::told::HOLD),
    ordered("/desk/api/stories/{id}/acts/publish", PUBLISH, api::publish, &api::told::PUBLISH),
    ordered("/desk/api/stories/{id}/acts/schedule", PUBLISH, api::schedule, &api::told::SCHEDULE),
    ordered("/desk/api/stories/{id}/acts/send-back", PUBLISH, api::send_back, &api::told::SEND_BACK),
    ordered("/desk/api/stories/{id}/acts/correct", PUBLISH, api::correct, &api::told::CORRECT),
    ordered("/desk/api/stories/{id}/acts/kill", PUBLISH, api::kill, &api::told::KILL),
    ordered("/desk/api/stories/{id}/acts/merge", PUBLISH, api::merge, &api::told::MERGE),
    ordered("/desk/api/stories/{id}/acts/split", PUBLISH, api::split, &api::told::SPLIT),
    ordered("/desk/api/stories/{id}/acts/apart", PUBLISH, api::apart, &api::told::APART),
    asked("/desk/api/sources", READ, api::sources, &api::told::SOURCES),
    asked("/desk/api/jobs", READ, api::jobs, &api::told::JOBS),
    asked("/desk/api/redirects", READ, api::redirects, &api::told::REDIRECTS),
    ordered("/desk/api/redirects", PUBLISH, api::redirect, &api::told::REDIRECT),
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
async fn elsewhere(State(desk): State<Arc<Desk>>, uri: Uri) -> Response {
    failed(&desk, uri.path(), None, &Failure::NotFound).into_response()
}

async fn not_so(State(desk): State<Arc<Desk>>, uri: Uri) -> Response {
    if api::has(uri.path()) {
        return api::not_so().into_response();
    }
    let page = screen::failure::page(&desk, None, &Failure::NotFound);
    page.with_status(StatusCode::METHOD_NOT_ALLOWED).into_response()
}

/// Why not: to people as a page, to programs as JSON.
fn failed(desk: &Desk, path: &str, seat: Option<&Seat>, failure: &Failure) -> Reply {
    if api::has(path) { api::problem(failure) } else { screen::failure::page(desk, seat, failure) }
}

async fn respond(desk: Arc<Desk>, route: &'static Route, parts: HashMap<String, String>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let (visit, _turn) = match read(&desk, route, parts, &head, body).await {
        Ok(read) => read,
        Err(failure) => return failed(&desk, route.path, None, &failure).into_response(),
    };
    let headers = head.headers;
    let work = tokio::task::spawn_blocking({
        let desk = desk.clone();
        move || answered(&desk, route, visit, &headers)
    });
    let reply = work.await.unwrap_or_else(|broken| {
        tracing::error!("a screen of the desk broke: {broken}");
        failed(&desk, route.path, None, &Failure::Broken(String::new()))
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
            failure => failed(desk, route.path, visit.seat.as_ref(), &failure),
        }
    })
}

fn guarded(desk: &Desk, route: &Route, visit: &mut Visit, headers: &HeaderMap) -> Result<(), Failure> {
    if let Needs::Token(scope) = route.needs {
        visit.bearer = Some(api::bearer(desk, headers, scope, visit.now)?);
        return Ok(());
    }
    visit.seat = guard::seat(&desk.store, visit, route.path != "/desk/counts")?;
    if let Needs::Role(role) = route.needs {
        guard::may(visit.seat.as_ref(), role)?;
    }
    if route.post { guard::is_ours(headers, visit, route.needs != OPEN) } else { Ok(()) }
}

/// The request as screens and orders see it, with the turn of one that brings a file.
async fn read(
    desk: &Arc<Desk>,
    route: &'static Route,
    parts: HashMap<String, String>,
    head: &request::Parts,
    body: Body,
) -> Result<(Visit, Option<SemaphorePermit<'static>>), Failure> {
    let mut visit = visit(desk, parts, head);
    let mut turn = None;
    if route.file {
        // A file is much to hold: of strangers not a byte of it is read.
        visit = known(desk, route, visit).await?;
        let wait = tokio::time::timeout(TURN, FILES.acquire()).await;
        turn = wait.map_err(|_| Failure::TooMany(TURN.as_secs() * 6))?.ok();
    }
    match route.needs {
        Needs::Token(_) if route.post => visit.body = whole(body).await?,
        _ if route.post => {
            let sent = sent(route, head, body).await?;
            (visit.form, visit.file) = (sent.form, sent.file);
        }
        _ => {}
    }
    Ok((visit, turn))
}

/// The visit, when it is somebody's who may.
async fn known(desk: &Arc<Desk>, route: &'static Route, visit: Visit) -> Result<Visit, Failure> {
    let desk = desk.clone();
    let work = tokio::task::spawn_blocking(move || -> Result<Visit, Failure> {
        let seat = guard::seat(&desk.store, &visit, false)?;
        if let Needs::Role(role) = route.needs {
            guard::may(seat.as_ref(), role)?;
        }
        Ok(visit)
    });
    work.await.unwrap_or_else(|broken| Err(Failure::Broken(broken.to_string())))
}

async fn sent(route: &Route, head: &request::Parts, body: Body) -> Result<Sent, Failure> {
    let content_type = text(head, header::CONTENT_TYPE.as_str());
    let late = |_| Failure::Late;
    if route.file && multipart::is_multipart(&content_type) {
        return tokio::time::timeout(FILE_TIME, multipart::read(&content_type, body)).await.map_err(late)?;
    }
    Ok(Sent { form: field::pairs(&whole(body).await?), file: None })
}

/// A body of the usual size.
async fn whole(body: Body) -> Result<Bytes, Failure> {
    match tokio::time::timeout(FORM_TIME, to_bytes(body, FORM_BYTES)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(_)) => Err(Failure::TooLarge),
        Err(_) => Err(Failure::Late),
    }
}

fn text(head: &request::Parts, name: &str) -> String {
    head.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned()
}

/// All of a request but what its body holds.
fn visit(desk: &Desk, parts: HashMap<String, String>, head: &request::Parts) -> Visit {
    let client = head.extensions.get::<Client>().map_or(std::net::Ipv4Addr::UNSPECIFIED.into(), |c| c.0);
    let cookies = text(head, header::COOKIE.as_str());
    let cookies = cookies.split(';').filter_map(|pair| pair.trim().split_once('='));
    Visit {
        // In this order, wherever they stand in the address; a router around this one may have named others.
        parts: ["id", "token", "slug"].iter().filter_map(|name| parts.get(*name).cloned()).collect(),
        query: field::pairs(head.uri.query().unwrap_or_default().as_bytes()),
        form: Vec::new(),
        body: Bytes::new(),
        media: text(head, header::CONTENT_TYPE.as_str()),
        file: None,
        script: text(head, "x-desk"),
        cookies: cookies.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        now: (desk.clock)(),
        client,
        agent: text(head, header::USER_AGENT.as_str()).chars().take(200).collect(),
        seat: None,
        bearer: None,
    }
}
