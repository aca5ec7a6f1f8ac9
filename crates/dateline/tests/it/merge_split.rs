//! A person says what is one event: two stories become one page, one becomes two, and no address is ever lost.

use desk::act::{self, Order};
use news::{StoryId, source::Treatment, stage::Stage};
use testkit::TestNewsroom;

use crate::{now, one_event::rss};

const FIRE: (&str, &str, &str) = (
    "fire",
    "Fire destroys cannery in Porto Velmo, mayor says",
    "<p>LISBON, Nov 23 (AGN) - A fire destroyed a cannery in Porto Velmo on Monday, mayor Ana Reiszinha said.</p><p>Some 120 workers \
     left the building unhurt, Reiszinha told reporters at the harbour.</p>",
);
const JOBS: (&str, &str, &str) = (
    "jobs",
    "Union asks for wages after cannery burns down",
    "<p>LISBON, Nov 23 (COR) - The dockers' union asked on Monday for three months of wages for those who lost their work when a \
     cannery burned down.</p><p>Union secretary Tomas Vilar said 120 families lived on it.</p>",
);

struct House {
    newsroom: TestNewsroom,
    fire: StoryId,
    jobs: StoryId,
}

fn house() -> House {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let one = newsroom.source("one", Treatment::Rewrite, 250).unwrap();
    let two = newsroom.source("two", Treatment::Rewrite, 250).unwrap();
    newsroom.take(one, &rss(&[FIRE]), now()).unwrap();
    newsroom.take(two, &rss(&[JOBS]), now()).unwrap();
    let (fire, jobs) = (newsroom.story_of("fire").unwrap().unwrap(), newsroom.story_of("jobs").unwrap().unwrap());
    assert_ne!(fire, jobs, "the machine prefers to split");
    House { newsroom, fire, jobs }
}

fn address(newsroom: &TestNewsroom, id: StoryId) -> String {
    let (story, _) = newsroom.story(id).unwrap();
    format!("/article/{}/{}-{}", story.sector, story.id, story.slug)
}

fn location(page: &testkit::Page) -> &str {
    page.headers.iter().find(|(name, _)| name == "location").map_or("", |(_, value)| value)
}

#[test]
fn a_merged_story_leads_to_the_one_that_took_it() {
    let House { newsroom, fire, jobs } = house();
    let old = address(&newsroom, jobs);
    assert_eq!(newsroom.get(&old).unwrap().status, 200);
    let order = Order::new(jobs, "Ida", "both tell of the cannery").unwrap();
    newsroom.act(now(), move |c| act::merge(c, &order, fire, now())).unwrap();

    let page = newsroom.get(&old).unwrap();
    assert_eq!((page.status, location(&page)), (301, address(&newsroom, fire).as_str()));
    let page = newsroom.get(location(&page)).unwrap();
    assert!(page.body.contains("Vilar") && page.body.contains("Reiszinha"), "both reports stand on the page");
    assert_eq!(newsroom.story(jobs).unwrap().0.stage, Stage::Merged);
    for list in ["/", "/feed.xml", "/sitemap.xml", "/latest"] {
        assert!(!newsroom.get(list).unwrap().body.contains(&old), "{list} still has the merged story");
    }
    let log = newsroom.store().read(|c| store::log::of(c, "story", jobs.0)).unwrap();
    assert!(log.iter().any(|e| (e.act.as_str(), e.who.as_str()) == ("merge", "Ida")));
}

#[test]
fn what_follows_a_merged_report_comes_to_the_story_that_took_it() {
    let House { newsroom, fire, jobs } = house();
    let order = Order::new(jobs, "Ida", "one event").unwrap();
    newsroom.act(now(), move |c| act::merge(c, &order, fire, now())).unwrap();
    let later = JOBS.2.replace("three months", "four months");
    let two = newsroom.store().read(|c| store::source::by_slug(c, "two")).unwrap().unwrap().id;
    newsroom.take(two, &rss(&[("jobs", "Union asks for four months of wages", &later)]), now().plus_ms(1000)).unwrap();
    assert_eq!(newsroom.story_of("jobs").unwrap(), Some(fire));
    // A third story merged into the merged one, too, is led to the last.
    let order = Order::new(fire, "Ida", "into itself").unwrap();
    let refused = newsroom.act(now(), move |c| act::merge(c, &order, jobs, now())).unwrap_err();
    assert!(refused.to_string().contains("into itself"), "{refused}");
    let order = Order::new(jobs, "Ida", "again").unwrap();
    let refused = newsroom.act(now(), move |c| act::merge(c, &order, fire, now())).unwrap_err();
    assert!(refused.to_string().contains("merged into another"), "{refused}");
}

#[test]
fn a_split_gives_reports_a_page_of_their_own() {
    let House { newsroom, fire, jobs } = house();
    let order = Order::new(jobs, "Ida", "one event").unwrap();
    newsroom.act(now(), move |c| act::merge(c, &order, fire, now())).unwrap();
    let report = newsroom.store().read(|c| store::report::by_guid(c, None, "jobs")).unwrap().unwrap().id;
    let order = Order::new(fire, "Ida", "the wages are a story of their own").unwrap();
    let apart = newsroom.act(now(), move |c| act::split(c, &order, &[report], now())).unwrap();
    assert!(newsroom.get(&address(&newsroom, apart)).unwrap().body.contains("Vilar"));
    assert!(!newsroom.story(fire).unwrap().1.draft.paragraphs.join(" ").contains("Vilar"));

    let all = newsroom.store().read(|c| store::story::reports(c, fire)).unwrap();
    for (reports, said) in [(all.clone(), "both sides"), (Vec::new(), "both sides"), (vec![report], "not of story")] {
        let order = Order::new(fire, "Ida", "again").unwrap();
        let refused = newsroom.act(now(), move |c| act::split(c, &order, &reports, now())).unwrap_err();
        assert!(refused.to_string().contains(said), "{refused}");
    }
}

#[test]
fn what_is_likely_one_event_is_suggested_and_an_answer_is_kept() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let one = newsroom.source("one", Treatment::Rewrite, 250).unwrap();
    let two = newsroom.source("two", Treatment::Rewrite, 250).unwrap();
    newsroom.take(one, &rss(&[FIRE]), now()).unwrap();
    let other = "<p>LISBON, Nov 23 (COR) - A fire broke out in a cannery on the coast on Monday and workers fled the building, the \
                 harbour office said.</p>";
    newsroom.take(two, &rss(&[("coast", "Workers flee cannery fire on the coast", other)]), now()).unwrap();
    let open = newsroom.store().read(|c| store::suggestion::open(c, 10)).unwrap();
    let [suggestion] = &open[..] else { panic!("one suggestion, not {open:?}") };
    let (story, other) = (suggestion.story, suggestion.other);
    assert_eq!((Some(story), Some(other)), (newsroom.story_of("coast").unwrap(), newsroom.story_of("fire").unwrap()));
    assert!(
        newsroom
            .store()
            .write(move |c| store::suggestion::settle(c, other, story, store::suggestion::Said::Apart))
            .unwrap()
    );
    assert!(newsroom.store().read(|c| store::suggestion::open(c, 10)).unwrap().is_empty());
}

#[test]
fn what_a_person_says_it_is_about_stands_over_what_the_machine_finds() {
    let House { newsroom, fire, .. } = house();
    let health = news::Sector::new("health").unwrap();
    let tags = act::Tags {
        sector: Some(health.clone()),
        about: Some(vec![news::Country::new("ML").unwrap()]),
        ..Default::default()
    };
    let order = Order::new(fire, "Ida", "a test").unwrap();
    newsroom.act(now(), move |c| act::tag(c, &order, &tags, now())).unwrap();
    assert!(newsroom.get("/sector/health").unwrap().body.contains(&address(&newsroom, fire)));
    let later = FIRE.2.replace("120 workers", "130 workers");
    let one = newsroom.store().read(|c| store::source::by_slug(c, "one")).unwrap().unwrap().id;
    newsroom.take(one, &rss(&[("fire", FIRE.1, &later)]), now().plus_ms(1000)).unwrap();
    let (story, revision) = newsroom.story(fire).unwrap();
    assert!(revision.draft.paragraphs.join(" ").contains("130 workers"), "the story goes on");
    assert_eq!((story.sector, story.sector_reason.as_str()), (health, "set by Ida"));
    assert_eq!(story.about, [news::Country::new("ML").unwrap()]);
}
