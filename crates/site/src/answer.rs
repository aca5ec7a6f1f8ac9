//! From a reader's request to the bytes of the answer.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{ConnectInfo, Path, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::Response,
};
use news::{StoryId, Time};

use crate::{
    cache::Finished,
    failure::Failure,
    form, headers,
    page::{Keep, Page},
    pages::{self, check, excuse, try_it},
    site::{Answer, Site},
};

/// Bytes of a form; percent-encoding triples some texts.
const FORM_BYTES: usize = 512 * 1024;
/// How long a form waits for its turn.
const TURN: Duration = Duration::from_secs(10);

/// Answers GET and HEAD from the page cache, else from the store.
pub async fn get(State(site): State<Arc<Site>>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut response = send(&site, &Finished::new(not_allowed()), request.headers(), false);
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    let (path, query) = (request.uri().path(), request.uri().query().unwrap_or_default());
    let head = *request.method() == Method::HEAD;
    match finished(&site, path, query) {
        Ok(page) => {
            if let Some(story) = page.page.story.filter(|_| !head) {
                site.views.count(story, agent(request.headers()));
            }
            send(&site, &page, request.headers(), head)
        }
        Err(failure) => fail(&site, &failure, request.headers(), head),
    }
}

fn agent(headers: &HeaderMap) -> &str {
    headers.get(header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default()
}

/// The finished page at an address. Only `before` of the query changes a page, so only it is part of the key.
fn finished(site: &Site, path: &str, query: &str) -> Result<Arc<Finished>, Failure> {
    let now = (site.clock)();
    let query = query.split('&').find(|pair| pair.starts_with("before=")).unwrap_or_default();
    let key = format!("{path}?{query}");
    let change = site.store.read(store::change::last)?;
    if let Some(page) = site.cache.get(&key, change, now) {
        return Ok(page);
    }
    let page = Arc::new(Finished::new(site.ask(now, query, |ask| pages::find(ask, path))?));
    site.cache.put(&key, page.clone(), change, now);
    Ok(page)
}

/// "Try to fool it" on a story.
pub async fn try_it(
    State(site): State<Arc<Site>>,
    ConnectInfo(client): ConnectInfo<SocketAddr>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    let work = move |site: &Site, now: Time, sent: &[u8]| {
        let id: StoryId = id.parse().map_err(|_| Failure::NotFound)?;
        site.ask(now, "", |ask| try_it::page(ask, id, &form::field(sent, "text")))
    };
    post(site, client, request, work).await
}

/// A pasted draft against pasted sources.
pub async fn check(
    State(site): State<Arc<Site>>,
    ConnectInfo(client): ConnectInfo<SocketAddr>,
    request: Request,
) -> Response {
    let work = |site: &Site, now: Time, sent: &[u8]| {
        let sources: Vec<String> = (1..=check::SOURCES).map(|n| form::field(sent, &format!("source{n}"))).collect();
        site.ask(now, "", |ask| check::page(ask, &form::field(sent, "draft"), &sources))
    };
    post(site, client, request, work).await
}

async fn post<W>(site: Arc<Site>, client: SocketAddr, request: Request, work: W) -> Response
where
    W: FnOnce(&Site, Time, &[u8]) -> Answer + Send + 'static,
{
    let (parts, body) = request.into_parts();
    match judged(&site, client, body, work).await {
        Ok(page) => send(&site, &page, &parts.headers, false),
        Err(failure) => fail(&site, &failure, &parts.headers, false),
    }
}

/// The answer to a form, made beside the threads that serve pages, a few at a time: checking is work.
async fn judged<W>(site: &Arc<Site>, client: SocketAddr, body: Body, work: W) -> Result<Finished, Failure>
where
    W: FnOnce(&Site, Time, &[u8]) -> Answer + Send + 'static,
{
    let sent: Bytes = to_bytes(body, FORM_BYTES).await.map_err(|_| too_big())?;
    site.limit.take(client.ip(), sent.len()).map_err(|wait_seconds| Failure::TooMany { wait_seconds })?;
    let turn = tokio::time::timeout(TURN, site.turns.clone().acquire_owned()).await;
    let turn = turn.ok().and_then(Result::ok).ok_or(Failure::Busy)?;
    let site = site.clone();
    tokio::task::spawn_blocking(move || {
        let page = work(&site, (site.clock)(), &sent);
        drop(turn);
        page.map(Finished::new)
    })
    .await?
}

fn too_big() -> Failure {
    Failure::BadForm(format!("This form is larger than {} KB or broke off. Go back and send less.", FORM_BYTES / 1024))
}

/// The excuse for a failure; a moved page redirects.
fn fail(site: &Site, failure: &Failure, headers: &HeaderMap, head: bool) -> Response {
    if let Failure::Moved(to) = failure {
        let mut response = send(site, &Finished::new(Page::of("text/plain", Vec::new(), Keep::Asking)), headers, head);
        *response.status_mut() = StatusCode::MOVED_PERMANENTLY;
        response.headers_mut().remove(header::ETAG);
        if let Ok(to) = HeaderValue::from_str(to) {
            response.headers_mut().insert(header::LOCATION, to);
        }
        return response;
    }
    if let Failure::Store(_) | Failure::Template(_) | Failure::Document(_) | Failure::Check(_) = failure {
        tracing::error!("a page could not be made: {failure}");
    }
    let excuse = site.ask((site.clock)(), "", |ask| excuse::page(ask, failure));
    let page = excuse.unwrap_or_else(|_| excuse::bare());
    let mut response = send(site, &Finished::new(page), headers, head);
    let wait_seconds = match failure {
        Failure::TooMany { wait_seconds } => *wait_seconds,
        Failure::Busy => TURN.as_secs(),
        _ => return response,
    };
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait_seconds));
    response
}

fn not_allowed() -> Page {
    Page::of("text/plain; charset=utf-8", b"This address is read only.\n".to_vec(), Keep::Never)
        .with_status(StatusCode::METHOD_NOT_ALLOWED)
}

/// The answer: 304 when the reader has it, packed when the reader can unpack it.
fn send(site: &Site, finished: &Finished, asked: &HeaderMap, head: bool) -> Response {
    let packed = finished.gzip.as_ref().filter(|_| accepts_gzip(asked));
    let etag = if packed.is_some() { &finished.gzip_etag } else { &finished.etag };
    let page = &finished.page;
    let mut response = Response::new(Body::empty());
    *response.status_mut() = page.status;
    headers::add(response.headers_mut(), page, &site.policy);
    if page.status == StatusCode::OK && page.keep != Keep::Never {
        if let Ok(etag) = HeaderValue::from_str(etag) {
            response.headers_mut().insert(header::ETAG, etag);
        }
        if has(asked, finished) {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response;
        }
    }
    let bytes = packed.unwrap_or(&finished.plain);
    if packed.is_some() {
        response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(bytes.len()));
    if !head {
        *response.body_mut() = Body::from(bytes.clone());
    }
    response
}

fn accepts_gzip(asked: &HeaderMap) -> bool {
    let accepted = asked.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or_default();
    accepted.split(',').any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        parts.next() == Some("gzip") && !parts.any(|p| matches!(p, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

/// Whether the reader says it has this page already, in either coding.
fn has(asked: &HeaderMap, finished: &Finished) -> bool {
    let names = asked.get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let same = |name: &str| name == "*" || name == finished.etag || name == finished.gzip_etag;
    names.split(',').map(|n| n.trim().trim_start_matches("W/")).any(same)
}
