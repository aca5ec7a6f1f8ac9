//! The desk shows what readers will see; readers see nothing of it.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    sync::Arc,
    time::Duration,
};

use news::{Hash, Lang, StoryId, person::Role, source::Treatment, stage::Stage};
use site::{
    Site, ViewCounter,
    door::{Annex, Door, Limits},
};
use store::{
    Store,
    person::{NewPerson, Secrets},
};
use testkit::TestNewsroom;

use crate::{now, one_event::rss};

const TOKEN: &str = "0123456789abcdef";
const HEADLINE: &str = "Library of Porto Velmo to open on Sundays";
const BODY: &str = "<p>PORTO VELMO, Nov 23 - The library of Porto Velmo will open on Sundays from March, the council \
                    said on Monday.</p><p>It will hire three people for it, council leader Ines Brandt said.</p>";
const BAND: &str = "Preview: readers do not see this";
const LABEL: &str = "Written by software from the sources below; not reviewed by an editor";

/// A newsroom in which a person reviews everything, with its pages and its desk at one door.
struct House {
    newsroom: TestNewsroom,
    site: Arc<Site>,
    views: Arc<ViewCounter>,
    door: Door,
}

fn house() -> House {
    let mut newsroom = TestNewsroom::new(now()).unwrap();
    Arc::get_mut(&mut newsroom.room).unwrap().house.policy = Default::default();
    let store = newsroom.store().clone();
    signed_in(&store);
    let house = site::House { name: "Test Ledger".into(), ..site::House::default() };
    let checker = Arc::new(dateline::checker::HouseChecker { zone: "Europe/Paris".into() });
    let views = Arc::new(ViewCounter::default());
    let site = Site::new(Arc::new(house), store.clone(), Arc::new(now), checker, views.clone()).unwrap();
    let desk = editor::Desk::new(desk_house(site.clone()), store, Arc::new(now)).unwrap();
    let annex = Annex { at: "/desk", router: desk.router() };
    let anywhere = SocketAddr::from(([127, 0, 0, 1], 0));
    let door = Door::open(anywhere, site.clone(), Limits::default(), Some(annex)).unwrap();
    House { newsroom, site, views, door }
}

fn desk_house(site: Arc<Site>) -> editor::House {
    editor::House {
        name: "Test Ledger".into(),
        base_url: "http://127.0.0.1".into(),
        responsible: "Ann".into(),
        zone: "UTC".into(),
        accents: ["#a4243b".into(), "#e0808f".into()],
        four_eyes: false,
        country: |c| text::place::country_name(c, &Lang::en()),
        pictures: Arc::new(dateline::picture::Brought),
        previews: Some(Arc::new(dateline::preview::Pages(site))),
        arrangement: Default::default(),
        taken: Arc::new(site::is_taken),
        desk: desk::House::default(),
    }
}

/// A reporter is at the desk already.
fn signed_in(store: &Store) {
    let hash = Hash::of(TOKEN.as_bytes());
    let seat = move |c: &mut dyn store::Conn| {
        let secrets = Secrets { password: String::new(), totp: String::new() };
        let new = NewPerson {
            email: "a@b.example",
            name: "Ann Lee",
            role: Role::Reporter,
            competence: "",
            secrets: &secrets,
        };
        let ann = store::person::insert(c, &new, now())?;
        store::sign_in::put(c, hash, ann, "test", "127.0.0.1", now())
    };
    store.write(seat).unwrap();
}

impl House {
    /// Head and body as they come over the line.
    fn get(&self, path: &str, cookie: &str) -> String {
        let mut line = TcpStream::connect(self.door.address()).unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{cookie}Connection: close\r\n\r\n");
        line.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        line.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn preview(&self, id: StoryId) -> String {
        self.get(&format!("/desk/story/{id}/preview"), &format!("Cookie: __Host-desk={TOKEN}\r\n"))
    }

    fn kept(&self) -> u64 {
        self.site.levels().into_iter().find(|(name, ..)| *name == "cache_pages").unwrap().2
    }

    /// The agency's story, drafted, checked and held.
    fn story(&self) -> StoryId {
        let source = self.newsroom.source("wire", Treatment::Rewrite, 250).unwrap();
        self.newsroom.take(source, &rss(&[("a", HEADLINE, BODY)]), now()).unwrap();
        self.newsroom.story_of("a").unwrap().unwrap()
    }
}

impl Drop for House {
    fn drop(&mut self) {
        self.door.close(Duration::from_secs(1));
    }
}

#[test]
fn a_held_story_is_shown_to_the_desk_and_to_nobody_else() {
    let house = house();
    let id = house.story();
    let (story, revision) = house.newsroom.story(id).unwrap();
    assert_eq!(story.stage, Stage::Held);
    let page = house.preview(id);
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    for part in [BAND, LABEL, &revision.draft.headline, "Ines Brandt", "<meta name=\"robots\" content=\"noindex\">"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let head = page.split("\r\n\r\n").next().unwrap().to_lowercase();
    assert!(head.contains("cache-control: no-store") && head.contains("x-robots-tag: noindex"), "{head}");
    assert!(head.contains("style-src 'sha256-") && head.matches("content-security-policy").count() == 1, "{head}");
    assert!(page.contains(&format!("<a href=\"/desk/story/{id}\">")), "the way back: {page}");
    for gone in ["rel=\"canonical\"", "application/ld+json", "/try\"", &format!("/article/{id}/")] {
        assert!(!page.contains(gone), "{gone}: {page}");
    }
    if revision.picture.is_some() {
        assert!(page.contains(&format!("<img src=\"/desk/story/{id}/picture\"")), "{page}");
    }
    assert_eq!((house.kept(), house.views.drain()), (0, Vec::new()), "nothing is kept, no view is counted");
    for path in [format!("/article/{id}"), format!("/article/{}/{id}-{}", story.sector, story.slug)] {
        let public = house.get(&path, "");
        assert!(public.starts_with("HTTP/1.1 404"), "{public}");
        assert!(!public.contains("Ines Brandt") && !public.contains(BAND), "{public}");
    }
    let stranger = house.get(&format!("/desk/story/{id}/preview"), "");
    assert!(stranger.starts_with("HTTP/1.1 303") && !stranger.contains("Ines Brandt"), "{stranger}");
}

#[test]
fn what_is_withdrawn_or_not_there_has_no_preview() {
    let house = house();
    let id = house.story();
    assert!(house.preview(StoryId(999)).starts_with("HTTP/1.1 404"));
    let order = desk::act::Order::new(id, "Ida Okafor", "read").unwrap();
    house.newsroom.act(now(), move |c| desk::act::publish(c, &order, now())).unwrap();
    let out = house.preview(id);
    assert!(out.contains("Preview: this text is on the site") && !out.contains(BAND), "{out}");
    let order = desk::act::Order::new(id, "Ida Okafor", "a hoax").unwrap();
    let notice = desk::act::kill::by_editors(&Lang::en());
    house.newsroom.act(now(), move |c| desk::act::kill(c, &order, notice, now())).unwrap();
    assert!(house.preview(id).starts_with("HTTP/1.1 404"));
}
