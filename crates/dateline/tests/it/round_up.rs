//! Round-ups: many reports on one page, a brief of each; and an agency's own "news in brief".

use news::{source::Treatment, stage::Stage};
use testkit::TestNewsroom;

use crate::{now, one_event::rss};

/// Headline and lead of twelve events that have nothing in common.
const EVENTS: [(&str, &str); 13] = [
    (
        "Harbour of Porto Velmo to close for a week",
        "LISBON, Nov 23 (AGN) - The harbour of Porto Velmo will close for a week from Thursday, mayor Ana Reiszinha said on Monday.",
    ),
    (
        "Ferry runs aground off Tarn Island",
        "OSLO, Nov 23 (AGN) - A ferry with 214 people on board ran aground off Tarn Island on Monday, coastguard officer Jens Aalto said.",
    ),
    (
        "Ghana raises price paid to cocoa farmers",
        "ACCRA, Nov 23 (AGN) - Ghana's cocoa board raised the price that farmers are paid by 12 percent on Monday.",
    ),
    (
        "Former governor sentenced in Peru",
        "LIMA, Nov 23 (AGN) - A court in Lima sentenced former governor Luis Quelmo to four years in prison on Monday for taking bribes.",
    ),
    (
        "Bus crash near Kolmar kills five",
        "KOLMAR, Nov 23 (AGN) - Five people died when a bus left the road near Kolmar on Monday, police said.",
    ),
    (
        "Teachers strike in Lyon over class sizes",
        "LYON, Nov 23 (AGN) - Some 900 teachers stayed away from 61 schools in Lyon on Monday, their union said.",
    ),
    (
        "New frog species found in Madagascar",
        "ANTANANARIVO, Nov 23 (AGN) - Researchers in Madagascar have described a frog that is 9 millimetres long, the university of Antananarivo said.",
    ),
    (
        "Hansa Vell wins derby in extra time",
        "ROSTOCK, Nov 23 (AGN) - Hansa Vell beat Nordhafen 3-2 after extra time on Sunday, with two goals by Milo Karst.",
    ),
    (
        "Mine reopens in Zambia after flood",
        "LUSAKA, Nov 23 (AGN) - The Chisenga copper mine in Zambia took up work again on Monday, seven weeks after a flood, its owner said.",
    ),
    (
        "Storm cuts power in western Ireland",
        "GALWAY, Nov 23 (AGN) - A storm left 18,000 homes in the west of Ireland without power on Monday, the grid operator said.",
    ),
    (
        "Museum in Ghent returns two masks",
        "GHENT, Nov 23 (AGN) - A museum in Ghent returned two masks to Benin on Monday, director Lien Maes said.",
    ),
    (
        "Japan tests train without driver",
        "NAGOYA, Nov 23 (AGN) - A train without a driver ran from Nagoya to Gifu on Monday, the railway company said.",
    ),
    (
        "Wheat harvest in Kazakhstan below forecast",
        "ASTANA, Nov 23 (AGN) - Kazakhstan harvested 13 million tonnes of wheat this year, the farm ministry said on Monday.",
    ),
];

fn take(newsroom: &TestNewsroom, source: news::SourceId, events: std::ops::Range<usize>) {
    for n in events {
        let (title, lead) = EVENTS[n];
        let body = format!("<p>{lead}</p>");
        newsroom.take(source, &rss(&[(&format!("b{n}"), title, &body)]), now().plus_ms(n as i64 * 60_000)).unwrap();
    }
}

#[test]
fn briefs_gather_on_one_page_that_goes_out_with_eight_and_is_full_with_twelve() {
    let newsroom = TestNewsroom::new(now().plus_ms(3_600_000)).unwrap();
    let source = newsroom.source("briefs", Treatment::RoundUp, 600).unwrap();
    take(&newsroom, source, 0..7);
    let id = newsroom.story_of("b0").unwrap().unwrap();
    let (story, _) = newsroom.story(id).unwrap();
    assert_eq!(story.stage, Stage::Held);
    assert_eq!(story.held_reason, "A round-up has 8 to 12 briefs; this one has 7. It goes out with the next ones.");
    take(&newsroom, source, 7..13);
    let (story, revision) = newsroom.story(id).unwrap();
    assert_eq!((story.stage, revision.draft.paragraphs.len()), (Stage::Published, 12), "{:#?}", revision.draft);
    assert_eq!(revision.draft.headline, EVENTS[0].0);
    assert!(revision.draft.summary.starts_with("Ferry runs aground off Tarn Island. Ghana raises"));
    assert_eq!((story.sector.slug(), story.about.len()), ("headlines", 10));
    assert_eq!((story.dateline_place.as_str(), story.filed_from), ("", None), "briefs have no dateline in common");
    assert_ne!(newsroom.story_of("b12").unwrap(), Some(id), "the thirteenth begins the next round-up");
    let page = newsroom.get(&format!("/article/headlines/{id}-{}", story.slug)).unwrap();
    assert!(page.body.contains("Round-up: each brief tells an event of its own"), "{}", page.body);
    assert_eq!(page.body.matches("class=\"meta whose\"").count(), 12);
    assert!(!page.body.contains("Where sources differ"), "figures of different events are no disagreement");
}

#[test]
fn a_brief_whose_report_is_killed_goes_from_the_page() {
    let newsroom = TestNewsroom::new(now().plus_ms(3_600_000)).unwrap();
    let source = newsroom.source("briefs", Treatment::RoundUp, 600).unwrap();
    take(&newsroom, source, 0..9);
    let id = newsroom.story_of("b0").unwrap().unwrap();
    let killed = r#"<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><link>http://wire.example/</link><description>x</description><language>en</language><item><guid>b4</guid><title>KILL: Bus crash near Kolmar kills five</title><description>Editors: kill this item; it is wrong.</description></item></channel></rss>"#;
    newsroom.take(source, killed.as_bytes(), now().plus_ms(3_000_000)).unwrap();
    let (story, revision) = newsroom.story(id).unwrap();
    assert_eq!((story.stage, revision.draft.paragraphs.len()), (Stage::Published, 8), "{:#?}", revision.draft);
    assert!(!newsroom.get(&format!("/article/headlines/{id}-{}", story.slug)).unwrap().body.contains("Kolmar when"));
}

#[test]
fn an_agencys_own_round_up_joins_no_event_and_is_told_in_briefs() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let one = newsroom.source("one", Treatment::Rewrite, 250).unwrap();
    let two = newsroom.source("two", Treatment::Rewrite, 250).unwrap();
    let (title, lead) = EVENTS[0];
    newsroom.take(one, &rss(&[("n1", title, &format!("<p>{lead}</p>"))]), now()).unwrap();
    let all: String = EVENTS[..5].iter().map(|(_, lead)| format!("<p>{lead}</p>")).collect();
    newsroom.take(two, &rss(&[("d1", "World news in brief", &all)]), now()).unwrap();
    newsroom.take(two, &rss(&[("n2", EVENTS[1].0, &format!("<p>{}</p>", EVENTS[1].1))]), now()).unwrap();
    let story = |guid: &str| newsroom.story_of(guid).unwrap();
    assert!(story("d1") != story("n1") && story("d1") != story("n2"));
    let (_, revision) = newsroom.story(story("d1").unwrap()).unwrap();
    assert_eq!(revision.draft.paragraphs.len(), 5, "{:#?}", revision.draft);
}

#[test]
fn what_another_brief_counts_is_neither_support_nor_disagreement() {
    let newsroom = TestNewsroom::new(now().plus_ms(3_600_000)).unwrap();
    let one = newsroom.source("briefs", Treatment::RoundUp, 600).unwrap();
    let two = newsroom.source("other briefs", Treatment::RoundUp, 600).unwrap();
    take(&newsroom, one, 0..8);
    let twin =
        "<p>PORTO, Nov 23 (COR) - Seven people died when a bus left the road near Velmo on Monday, police said.</p>";
    newsroom.take(two, &rss(&[("t1", "Bus crash near Velmo kills seven", twin)]), now().plus_ms(1_000_000)).unwrap();
    let id = newsroom.story_of("b0").unwrap().unwrap();
    assert_eq!(newsroom.story_of("t1").unwrap(), Some(id));
    let (story, revision) = newsroom.story(id).unwrap();
    assert_eq!((story.stage, revision.draft.paragraphs.len()), (Stage::Published, 9), "{:#?}", revision.draft);
    assert!(revision.sentences.iter().all(|s| s.findings.is_empty()), "{:#?}", revision.sentences);
}

#[test]
fn two_agencies_copies_of_one_item_are_one_brief_and_a_short_allowance_is_shared() {
    let newsroom = TestNewsroom::new(now().plus_ms(3_600_000)).unwrap();
    let one = newsroom.source("briefs", Treatment::RoundUp, 250).unwrap();
    let two = newsroom.source("other briefs", Treatment::RoundUp, 250).unwrap();
    take(&newsroom, one, 0..8);
    let (title, lead) = EVENTS[3];
    newsroom.take(two, &rss(&[("c3", title, &format!("<p>{lead}</p>"))]), now().plus_ms(1_000_000)).unwrap();
    let id = newsroom.story_of("b0").unwrap().unwrap();
    let (story, revision) = newsroom.story(id).unwrap();
    assert_eq!((story.stage, revision.draft.paragraphs.len()), (Stage::Published, 8), "{:#?}", revision.draft);
}

#[test]
fn a_page_that_an_editor_split_off_or_holds_takes_no_briefs() {
    let newsroom = TestNewsroom::new(now().plus_ms(3_600_000)).unwrap();
    let source = newsroom.source("briefs", Treatment::RoundUp, 600).unwrap();
    take(&newsroom, source, 0..3);
    let id = newsroom.story_of("b0").unwrap().unwrap();
    let report = newsroom.store().read(|c| store::report::by_guid(c, None, "b2")).unwrap().unwrap().id;
    let order = desk::act::Order::new(id, "Ana", "needs a page of its own").unwrap();
    let apart = newsroom.act(now().plus_ms(1), move |c| desk::act::split(c, &order, &[report], now())).unwrap();
    take(&newsroom, source, 3..4);
    assert_eq!(newsroom.story_of("b3").unwrap(), Some(id), "not {apart}, which was split off last");
    let order = desk::act::Order::new(id, "Ana", "wait for the lawyers").unwrap();
    newsroom
        .act(now().plus_ms(2), move |c| {
            desk::act::publish(c, &order, now())?;
            desk::act::hold(c, &order, now())
        })
        .unwrap();
    take(&newsroom, source, 4..5);
    assert_ne!(newsroom.story_of("b4").unwrap(), Some(id));
}

#[test]
fn a_correction_that_changes_nothing_on_the_page_is_not_told_with_the_next_brief() {
    let newsroom = TestNewsroom::new(now().plus_ms(7_200_000)).unwrap();
    let source = newsroom.source("briefs", Treatment::RoundUp, 600).unwrap();
    take(&newsroom, source, 0..8);
    let id = newsroom.story_of("b0").unwrap().unwrap();
    let (title, lead) = EVENTS[2];
    let corrected = format!("<p>{lead}</p><p>The board meets four times a year.</p>");
    let feed = String::from_utf8(rss(&[("b2", &format!("CORRECTED-{title}"), &corrected)])).unwrap();
    newsroom.take(source, feed.as_bytes(), now().plus_ms(3_600_000)).unwrap();
    let minutes = |n: i64| now().plus_ms(3_600_000 + n * 60_000);
    let (title, lead) = EVENTS[8];
    newsroom.take(source, &rss(&[("b8", title, &format!("<p>{lead}</p>"))]), minutes(20)).unwrap();
    let corrections = newsroom.store().read(|c| store::correction::of_story(c, id)).unwrap();
    assert!(corrections.is_empty(), "{corrections:?}");
}
