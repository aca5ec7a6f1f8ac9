//! Puts the newsroom on the network: workers, feeds, pages, until told to stop.

mod follow;
mod mornings;
mod signal;
pub mod status;
mod views;

use std::{
    net::SocketAddr,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::JoinHandle,
    time::Duration,
};

use anyhow::{Context, Result};
use site::{
    Site,
    door::{Annex, Door, Limits},
};

use crate::work::Room;

/// How long readers whose answers are on their way may take when the server is told to stop.
const LAST_ANSWERS: Duration = Duration::from_secs(5);

/// What is served.
pub struct Serving {
    /// The house as its pages show it.
    pub house: Arc<site::House>,
    /// The pipeline.
    pub room: Arc<Room>,
    /// IANA zone of the desk.
    pub zone: String,
    /// Address to listen at.
    pub listen: SocketAddr,
    /// What the door takes.
    pub limits: Limits,
    /// Address of metrics and health; `None` for none.
    pub status: Option<SocketAddr>,
    /// The editors' screens.
    pub desk: editor::House,
}

/// Serves until SIGTERM or Ctrl-C. `ready` is called with the address once pages are answered; the pipeline's workers start
/// after it returns. Stopping, it finishes what it is answering and doing, and writes the views that it counted.
pub fn serve(serving: Serving, ready: impl FnOnce(SocketAddr) -> Result<()>) -> Result<()> {
    let signal = signal::Signal::listen()?;
    let checker = Arc::new(crate::checker::HouseChecker { zone: serving.zone.clone() });
    let views = Arc::new(site::ViewCounter::default());
    let (room, store) = (serving.room.clone(), serving.room.store.clone());
    let mornings = room.morning.clone().map(|morning| (morning, store.clone()));
    let site = Site::new(serving.house, store.clone(), Arc::new(crate::now), checker, views.clone())?;
    let previews: Arc<dyn editor::Previews> = Arc::new(crate::preview::Pages(site.clone()));
    let house = editor::House { previews: Some(previews), ..serving.desk };
    let desk = editor::Desk::new(house, store.clone(), Arc::new(crate::now))?;
    let annex = Annex { at: "/desk", router: desk.router().layer(axum::middleware::map_request(known)) };
    let door = Arc::new(Door::open(serving.listen, site.clone(), serving.limits, Some(annex)).with_context(|| {
        format!("{} cannot be listened at; another program may have it: try --listen 127.0.0.1:0", serving.listen)
    })?);
    let status = serving.status.map(|at| status::open(at, site.clone(), store.clone(), door.clone())).transpose()?;
    ready(door.address())?;
    let stop = Arc::new(AtomicBool::new(false));
    let mut threads = vec![
        start("desk", &stop, {
            let seen = site.seen();
            move |stop| room.serve(stop, &seen)
        })?,
        start("views", &stop, move |stop| views::flush(&store, &views, stop))?,
        start("following", &stop, {
            let site = site.clone();
            move |stop| follow::follow(&site, stop)
        })?,
    ];
    if let Some((morning, store)) = mornings {
        threads.push(start("mornings", &stop, move |stop| mornings::watch(&morning, &store, stop))?);
    }
    let told = signal.wait();
    door.close(LAST_ANSWERS);
    stop.store(true, Ordering::Release);
    for thread in threads {
        // A thread that panicked has said so.
        thread.join().ok();
    }
    drop(status);
    told
}

/// The desk counts tries by who asks, as the door knows it.
async fn known(mut request: axum::extract::Request) -> axum::extract::Request {
    let client = request.extensions().get::<axum::extract::ConnectInfo<site::Client>>().map(|c| editor::Client(c.0.0));
    if let Some(client) = client {
        request.extensions_mut().insert(client);
    }
    request
}

fn start(
    name: &str,
    stop: &Arc<AtomicBool>,
    work: impl FnOnce(&AtomicBool) + Send + 'static,
) -> std::io::Result<JoinHandle<()>> {
    let stop = stop.clone();
    std::thread::Builder::new().name(name.into()).spawn(move || work(&stop))
}

/// The logo's bytes and media type.
pub fn logo(home: &Path, file: &Path) -> Result<site::LogoBytes> {
    let path = home.join(file);
    let bytes = std::fs::read(&path).with_context(|| format!("the logo {} cannot be read", path.display()))?;
    let media_type = match path.extension().and_then(|e| e.to_str()).unwrap_or_default() {
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        other => anyhow::bail!("the logo's kind .{other} is not known; svg, png, jpg and webp are"),
    };
    Ok(site::LogoBytes { media_type: media_type.into(), bytes })
}
