//! `serve [--listen ADDR] [--sample]`.

use std::{net::SocketAddr, sync::Arc};

use anyhow::{Context, Result};
use clap::Args;
use news::Lang;
use store::Store;

use super::{Place, say};
use crate::{
    config::{Config, Wrong},
    feeds::{Feeds, schedule_pulls},
    sample::{SamplePictures, run_with_progress},
    serve::{Serving, logo},
    work::Room,
};

#[derive(Args)]
pub struct Serve {
    /// Address and port; 0 as the port takes a free one
    #[arg(long, value_name = "ADDR")]
    listen: Option<SocketAddr>,
    /// Serve an invented sample day from a temporary folder; nothing is asked of the network
    #[arg(long)]
    sample: bool,
}

/// The pipeline of a newsroom.
pub fn room(store: Store, config: &Config, home: &std::path::Path) -> Result<Arc<Room>> {
    let feeds = Arc::new(Feeds::new(&config.wire)?);
    Ok(Arc::new(Room {
        store,
        house: desk::House {
            index_single_source: config.policy.index_single_source,
            reword_wait_ms: config.assist.wait_ms(),
            ..desk_house(config)
        },
        accent: config.house.accent.get_ref().clone(),
        pictures: feeds.clone(),
        events: Default::default(),
        sectors: Default::default(),
        feeds: Some(feeds),
        assist: config.assist.open(home)?.map(Arc::new),
        morning: None,
    }))
}

pub fn run(place: &Place, serve: &Serve) -> Result<()> {
    if serve.sample { sample(serve) } else { newsroom(place, serve) }
}

fn newsroom(place: &Place, serve: &Serve) -> Result<()> {
    let config = place.config()?;
    let pages = crate::house_pages::read(&place.home, &config)?;
    let shared = config.store.database()?.is_some();
    let only_one = if shared { None } else { Some(Store::serving(&place.home)?) };
    let store = place.store()?;
    if only_one.is_some() {
        crate::server::alone(&store)?;
    }
    super::put_sources(&store, &config)?;
    let mut house = house(&config);
    house.pages = pages;
    let own: Vec<String> = house.pages.iter().map(|page| page.name.clone()).collect();
    for edition in store.read(store::arranged::get)?.editions.unwrap_or_default() {
        if own.contains(&edition.slug) {
            tracing::warn!("the edition at /{0} stands before the page {0}.md; rename the file", edition.slug);
        }
    }
    if let Some(file) = &config.house.logo {
        house.logo = Some(logo(&place.home, file).map_err(|e| Wrong(format!("house.logo: {e:#}")))?);
    }
    schedule_pulls(&store, crate::now())?;
    let half_life = *config.serve.trending_half_life_hours.get_ref();
    store.write(move |c| store::view::set_half_life(c, half_life, crate::now()))?;
    let listen = match serve.listen {
        Some(listen) => listen,
        None => config.serve.listen.get_ref().parse().context("serve.listen")?,
    };
    // Only what serves sends mail: `wire pull` needs no mail password.
    let mut pipeline = room(store.clone(), &config, &place.home)?;
    if let Some(room) = Arc::get_mut(&mut pipeline) {
        room.morning = config.mail.open(&config.house, config.policy.four_eyes)?.map(Arc::new);
    }
    let serving = Serving {
        house: Arc::new(house),
        room: pipeline,
        zone: config.house.zone.get_ref().clone(),
        listen,
        limits: limits(&config.serve),
        status: config.serve.status_address(),
        desk: editor::House {
            taken: Arc::new(move |word| site::is_taken(word) || own.iter().any(|page| page == word)),
            ..editors(&config)
        },
    };
    let public = serving.house.base_url.clone();
    let elsewhere = serve.listen.is_some();
    crate::serve::serve(serving, |address| {
        say(&format!("Dateline is serving http://{address}"))?;
        // Started at another address than the settings' it is tried out there, not behind the house's name.
        first_link(&store, &if elsewhere { format!("http://{address}") } else { public })?;
        say("Ctrl-C stops it.")
    })
}

fn limits(serve: &crate::config::Serve) -> site::door::Limits {
    site::door::Limits {
        connections: *serve.connections.get_ref() as usize,
        connections_per_client: *serve.connections_per_client.get_ref() as usize,
        proxies: *serve.proxies.get_ref() as usize,
        ..site::door::Limits::default()
    }
}

/// Settings of the sample day.
const SAMPLE: &str = include_str!("../../sample.toml");

fn sample(serve: &Serve) -> Result<()> {
    let folder = Folder::new()?;
    let listen = serve.listen.map_or_else(|| "127.0.0.1:8080".to_owned(), |l| l.to_string());
    let mut config = Config::parse(SAMPLE, "sample.toml")?;
    let store = Store::open(&folder.0)?;
    // The other commands can be tried on the running sample: they need its settings.
    std::fs::write(folder.0.join(crate::config::FILE), SAMPLE)?;
    let room = Arc::new(Room {
        store,
        house: desk_house(&config),
        accent: config.house.accent.get_ref().clone(),
        pictures: Arc::new(SamplePictures::new()?),
        events: Default::default(),
        sectors: Default::default(),
        feeds: None,
        assist: None,
        morning: None,
    });
    let listen: SocketAddr = listen.parse()?;
    let address = free(listen)?;
    config.house.base_url = toml::Spanned::new(0..0, format!("http://{address}"));
    let mut house = house(&config);
    house.sample = true;
    let serving = Serving {
        house: Arc::new(house),
        room: room.clone(),
        zone: config.house.zone.get_ref().clone(),
        listen: address,
        limits: site::door::Limits::default(),
        status: None,
        desk: editors(&config),
    };
    crate::serve::serve(serving, |address| {
        say(&format!("Dateline is serving http://{address}"))?;
        say("The sample day goes through the pipeline now: every name, body and event in it is invented.")?;
        let stories = run_with_progress(&room, crate::now())?;
        say(&format!("Sample day ready: {stories} stories"))?;
        first_link(&room.store, &format!("http://{address}"))?;
        guide(&room.store, address, &folder)
    })
}

/// The port that was asked for, or a free one when it is 0: links in pages need it before the server listens.
fn free(listen: SocketAddr) -> Result<SocketAddr> {
    if listen.port() != 0 {
        return Ok(listen);
    }
    Ok(std::net::TcpListener::bind(listen).and_then(|l| l.local_addr())?)
}

/// Where to look.
fn guide(store: &Store, address: SocketAddr, folder: &Folder) -> Result<()> {
    say(&format!("\n  http://{address}/              home"))?;
    let stories = store.read(|c| store::story::recent(c, Some(news::stage::Stage::Published), 1000))?;
    let revisions = store.read(|c| {
        stories.iter().map(|s| store::revision::published(c, s.id).map(|r| r.len())).collect::<store::Result<Vec<_>>>()
    })?;
    let updated =
        stories.iter().zip(revisions).max_by_key(|(_, n)| *n).map(|(s, _)| (s, "a story updated in the open"));
    let arabic = stories.iter().find(|s| s.lang.primary() == "ar").map(|s| (s, "in Arabic, right to left"));
    for (story, why) in updated.into_iter().chain(arabic) {
        say(&format!("  http://{address}/article/{}/{}  {why}", story.sector, story.id))?;
    }
    say(&format!("  http://{address}/trending      what is read, with the formula"))?;
    say(&format!("  http://{address}/check         paste a draft and its sources"))?;
    say(&format!("  http://{address}/sources       who sent what, with oddities"))?;
    say(&format!(
        "\nOpen any article and try to fool it: change a number in the box, see what the sources say.\nIn another terminal: dateline story list --home {}\nCtrl-C stops it and removes the folder.",
        folder.0.display()
    ))
}

/// A folder that goes when the sample ends.
struct Folder(std::path::PathBuf);

impl Folder {
    fn new() -> Result<Self> {
        let name = format!("dateline-sample-{}-{}", std::process::id(), crate::now().ms());
        let path = std::env::temp_dir().join(name);
        // Made new: a folder that somebody else put there is not written into.
        std::fs::create_dir(&path).with_context(|| format!("{} cannot be made", path.display()))?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed now is in the system's temporary folder and goes with it.
        std::fs::remove_dir_all(&self.0).ok();
    }
}

/// The house as its desk sees it: languages and zone.
fn desk_house(config: &Config) -> desk::House {
    let editions = config.edition.iter().map(|e| e.language.get_ref());
    let langs = std::iter::once(config.house.language.get_ref()).chain(editions).map(|tag| Lang::new(tag)).collect();
    let zone = config.house.zone.get_ref().clone();
    desk::House { langs, zone, policy: config.policy.rules(), ..desk::House::default() }
}

/// The house as its editors see it.
fn editors(config: &Config) -> editor::House {
    let h = &config.house;
    let answers = [h.responsible_editor.as_str(), &h.publisher].into_iter().find(|name| !name.trim().is_empty());
    editor::House {
        name: h.name.clone(),
        base_url: h.base_url.get_ref().trim_end_matches('/').to_owned(),
        responsible: answers.unwrap_or_default().to_owned(),
        zone: h.zone.get_ref().clone(),
        accents: site::accents(h.accent.get_ref()),
        four_eyes: config.policy.four_eyes,
        country: |country| text::place::country_name(country, &Lang::en()),
        pictures: Arc::new(crate::picture::Brought),
        // The pages are made after the desk's settings are read.
        previews: None,
        arrangement: config.arrangement(),
        // Its pages about itself are known once they are read.
        taken: Arc::new(site::is_taken),
        desk: desk_house(config),
    }
}

/// While nobody is at the desk: the link by which the first one comes in.
fn first_link(store: &Store, base_url: &str) -> Result<()> {
    match editor::first_link(store, crate::now())? {
        None => Ok(()),
        Some(path) => say(&format!(
            "Nobody is at the desk yet. This link lets the first admin in, once, for a day:\n  {base_url}{path}"
        )),
    }
}

/// The house as its pages show it.
fn house(config: &Config) -> site::House {
    let h = &config.house;
    let link = |l: &crate::config::Link| site::Link { name: l.name.clone(), url: l.url.get_ref().clone() };
    site::House {
        name: h.name.clone(),
        tagline: h.tagline.clone(),
        base_url: h.base_url.get_ref().trim_end_matches('/').to_owned(),
        lang: Lang::new(h.language.get_ref()),
        zone: h.zone.get_ref().clone(),
        accent: h.accent.get_ref().clone(),
        arrangement: config.arrangement(),
        social: config.social.iter().map(link).collect(),
        footer: config
            .footer
            .iter()
            .map(|g| site::FooterGroup { title: g.title.clone(), links: g.links.iter().map(link).collect() })
            .collect(),
        email: h.email.clone(),
        phone: h.phone.clone(),
        postal: h.postal.clone(),
        responsible_editor: h.responsible_editor.clone(),
        responsible_contact: h.responsible_contact.clone(),
        publisher: h.publisher.clone(),
        security_contact: h.security_contact.clone(),
        trending_half_life_hours: *config.serve.trending_half_life_hours.get_ref(),
        rail_max_age_seconds: u64::from(*config.serve.rail_seconds.get_ref()),
        cache_bytes: u64::from(*config.serve.cache_megabytes.get_ref()) << 20,
        requests_per_client: *config.serve.requests_per_client.get_ref() as usize,
        model: config.assist.is_on(),
        ..site::House::default()
    }
}
