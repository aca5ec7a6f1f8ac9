//! From a reader's form to its answer, and from axum's requests to finished pages.

use std::{net::IpAddr, sync::Arc, time::Duration};

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{ConnectInfo, Path, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::Response,
};
use news::{StoryId, Time};

use crate::{
    answer::Wanted,
    client::{Client, TURN},
    coding::Codings,
    failure::Failure,
    finished::{Asked, Finished},
    form,
    machine::is_machine,
    page::{Keep, Page},
    pages::{check, excuse, try_it},
    site::{Answer, Site},
};

/// Bytes of a form; percent-encoding triples some texts.
const FORM_BYTES: usize = 512 * 1024;
/// How long a form may take to arrive.
const FORM_TIME: Duration = Duration::from_secs(30);

/// Answers GET and HEAD as the door does, for requests that reach the router.
pub async fn get(State(site): State<Arc<Site>>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut response = send(&site.finish(not_allowed()), request.headers(), false);
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    let head = *request.method() == Method::HEAD;
    let client = request.extensions().get::<ConnectInfo<Client>>().map_or(Client::UNKNOWN, |c| c.0);
    let wanted = Wanted {
        path: request.uri().path(),
        query: request.uri().query().unwrap_or_default(),
        codings: Codings::read(text(request.headers(), &header::ACCEPT_ENCODING)),
        client: client.0,
    };
    let page = site.page(wanted).await;
    if let Some(views) = page.views.as_ref().filter(|_| !head)
        && !is_machine(text(request.headers(), &header::USER_AGENT).as_bytes())
    {
        views.count();
    }
    send(&page, request.headers(), head)
}

fn text<'a>(headers: &'a HeaderMap, name: &header::HeaderName) -> &'a str {
    headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default()
}

/// "Try to fool it" on a story.
pub async fn try_it(
    State(site): State<Arc<Site>>,
    ConnectInfo(client): ConnectInfo<Client>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    let work = move |site: &Site, now: Time, sent: &[u8]| {
        let id: StoryId = id.parse().map_err(|_| Failure::NotFound)?;
        site.ask(now, "", |ask| try_it::page(ask, id, &form::field(sent, "text")))
    };
    post(site, client.0, request, work).await
}

/// A pasted draft against pasted sources.
pub async fn check(
    State(site): State<Arc<Site>>,
    ConnectInfo(client): ConnectInfo<Client>,
    request: Request,
) -> Response {
    let work = |site: &Site, now: Time, sent: &[u8]| {
        let sources: Vec<String> = (1..=check::SOURCES).map(|n| form::field(sent, &format!("source{n}"))).collect();
        site.ask(now, "", |ask| check::page(ask, &form::field(sent, "draft"), &sources))
    };
    post(site, client.0, request, work).await
}

async fn post<W>(site: Arc<Site>, client: IpAddr, request: Request, work: W) -> Response
where
    W: FnOnce(&Site, Time, &[u8]) -> Answer + Send + 'static,
{
    let (parts, body) = request.into_parts();
    site.meter.forms.add();
    let finished = match judged(&site, client, body, work).await {
        Ok(page) => page,
        Err(failure) => refused(&site, failure).await,
    };
    send(&finished, &parts.headers, false)
}

/// The answer to a form, made beside the threads that serve pages, a few at a time: checking is work.
async fn judged<W>(site: &Arc<Site>, client: IpAddr, body: Body, work: W) -> Result<Finished, Failure>
where
    W: FnOnce(&Site, Time, &[u8]) -> Answer + Send + 'static,
{
    // Before a byte of it is kept: so many forms of one client, and of all, lie in memory at once.
    let mine = site.clients.turn(client).await.ok_or(Failure::TooMany { wait_seconds: TURN.as_secs() })?;
    let place = tokio::time::timeout(TURN, site.forms.clone().acquire_owned()).await;
    let place = place.ok().and_then(Result::ok).ok_or(Failure::Busy)?;
    let sent = tokio::time::timeout(FORM_TIME, to_bytes(body, FORM_BYTES)).await.map_err(|_| Failure::Slow)?;
    let sent: Bytes = sent.map_err(|_| Failure::TooLarge { most_bytes: FORM_BYTES })?;
    site.limit.take(client, sent.len()).map_err(|wait_seconds| Failure::TooMany { wait_seconds })?;
    let turn = tokio::time::timeout(TURN, site.turns.clone().acquire_owned()).await;
    let turn = turn.ok().and_then(Result::ok).ok_or(Failure::Busy)?;
    let site = site.clone();
    tokio::task::spawn_blocking(move || {
        let page = work(&site, (site.clock)(), &sent);
        drop((turn, place, mine));
        page.map(|page| site.finish(page))
    })
    .await?
}

/// The excuse in the house's style when the store answers, else the bare one.
async fn refused(site: &Arc<Site>, failure: Failure) -> Finished {
    if let Failure::Store(_) | Failure::Template(_) | Failure::Document(_) | Failure::Check(_) = failure {
        tracing::error!("a form could not be answered: {failure}");
        return site.excuse(&failure);
    }
    if let Failure::TooMany { .. } | Failure::Busy = failure {
        site.meter.refused.add();
    }
    let this = site.clone();
    let made = tokio::task::spawn_blocking(move || {
        let page = this.ask((this.clock)(), "", |ask| match &failure {
            Failure::Moved(to) => Ok(Page::moved(to.clone())),
            failure => excuse::page(ask, failure),
        });
        this.finish(page.unwrap_or_else(|_| excuse::bare(&failure, &this.house.lang)))
    });
    made.await.unwrap_or_else(|broken| site.excuse(&Failure::Check(broken)))
}

fn not_allowed() -> Page {
    Page::of("text/plain; charset=utf-8", b"This address is read only.\n".to_vec(), Keep::Never)
        .with_status(StatusCode::METHOD_NOT_ALLOWED)
}

/// The answer: 304 when the reader has it, packed when the reader can unpack it.
fn send(finished: &Finished, headers: &HeaderMap, head: bool) -> Response {
    let asked = Asked {
        head,
        codings: Codings::read(text(headers, &header::ACCEPT_ENCODING)),
        if_none_match: text(headers, &header::IF_NONE_MATCH),
    };
    let reply = finished.reply(&asked);
    let mut response = Response::new(reply.body.map_or_else(Body::empty, |body| Body::from(body.clone())));
    *response.status_mut() = reply.status(finished);
    for (name, value) in finished.headers().iter().chain(reply.own_headers()) {
        response.headers_mut().insert(name, value.clone());
    }
    response
}
