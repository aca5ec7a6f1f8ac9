//! Health and metrics for whoever watches the server, at an address of its own that is not for readers.

use std::{fmt::Write, net::SocketAddr, sync::Arc};

use anyhow::{Context, Result};
use axum::{
    Router,
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
    routing::get,
};
use site::{Site, door::Door};
use store::Store;

/// The text format of Prometheus.
const FORMAT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// Kept while it is open; closes when it is dropped.
pub struct Status {
    _runtime: tokio::runtime::Runtime,
}

struct Watched {
    site: Arc<Site>,
    store: Store,
    door: Arc<Door>,
}

/// Answers `/metrics`, `/healthz` and `/readyz` at `address`.
pub fn open(address: SocketAddr, site: Arc<Site>, store: Store, door: Arc<Door>) -> Result<Status> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    let listener = runtime
        .block_on(tokio::net::TcpListener::bind(address))
        .with_context(|| format!("serve.status: {address} cannot be listened at"))?;
    let router = Router::new()
        .route("/metrics", get(metrics))
        .route("/healthz", get(|| async { "alive\n" }))
        .route("/readyz", get(ready))
        .with_state(Arc::new(Watched { site, store, door }));
    runtime.spawn(async move { axum::serve(listener, router).await });
    Ok(Status { _runtime: runtime })
}

async fn ready(State(watched): State<Arc<Watched>>) -> (StatusCode, &'static str) {
    if watched.site.is_ready() { (StatusCode::OK, "ready\n") } else { (StatusCode::SERVICE_UNAVAILABLE, "not ready\n") }
}

async fn metrics(State(watched): State<Arc<Watched>>) -> impl IntoResponse {
    // The store is asked on a thread that may wait.
    let text = tokio::task::spawn_blocking(move || text(&watched)).await.unwrap_or_default();
    ([(header::CONTENT_TYPE, FORMAT)], text)
}

fn text(watched: &Watched) -> String {
    let mut out = String::new();
    for (name, help, value) in watched.site.counts() {
        line(&mut out, name, "counter", help, value);
    }
    for (name, help, value) in watched.site.levels() {
        line(&mut out, name, "gauge", help, value);
    }
    line(&mut out, "connections_open", "gauge", "Connections that are open", watched.door.connections() as u64);
    if let Ok((waiting, parked)) =
        watched.store.read(|c| Ok((store::job::waiting(c)?, store::job::parked(c)?.len() as u64)))
    {
        line(&mut out, "jobs_waiting", "gauge", "Jobs that wait or are being worked on", waiting);
        line(&mut out, "jobs_parked", "gauge", "Jobs that failed too often and wait for a person", parked);
    }
    for (name, job, value) in crate::work::meter() {
        // Writing into a String cannot fail.
        let _ = writeln!(out, "dateline_{name}{{job=\"{job}\"}} {value}");
    }
    out
}

fn line(out: &mut String, name: &str, kind: &str, help: &str, value: u64) {
    // Prometheus wants what only grows to say so in its name.
    let total = if kind == "counter" { "_total" } else { "" };
    let name = format!("dateline_{name}{total}");
    let _ = writeln!(out, "# HELP {name} {help}\n# TYPE {name} {kind}\n{name} {value}");
}
