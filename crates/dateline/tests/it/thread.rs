//! A running story over months: each event has its page, and each page leads to what went before.

use news::{Time, source::Treatment};
use testkit::TestNewsroom;

use crate::now;

fn rss(guid: &str, title: &str, body: &str) -> Vec<u8> {
    format!(
        r#"<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><link>http://wire.example/</link><description>x</description><language>en</language><item><guid>{guid}</guid><title>{title}</title><description><![CDATA[{body}]]></description></item></channel></rss>"#
    )
    .into_bytes()
}

#[test]
fn a_trial_months_later_is_a_story_of_its_own_that_leads_to_the_fire() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let one = newsroom.source("one", Treatment::Rewrite, 250).unwrap();
    let fire = rss(
        "fire",
        "Fire destroys Velmar cannery in Porto Velmo, mayor says",
        "<p>LISBON, Nov 23 (AGN) - A fire destroyed the Velmar cannery in Porto Velmo on Monday, mayor Ana Reiszinha said.</p><p>Police \
         detained the cannery's watchman, Duarte Quental, Reiszinha told reporters.</p>",
    );
    let trial = rss(
        "trial",
        "Watchman Quental goes on trial over Velmar cannery fire",
        "<p>LISBON, March 9 (AGN) - Duarte Quental, a former watchman, went on trial on Tuesday, accused of setting fire to the Velmar \
         cannery in Porto Velmo.</p><p>Mayor Ana Reiszinha is among 14 witnesses, the court said.</p>",
    );
    let other = rss(
        "tram",
        "Tram line in Porto Velmo opens",
        "<p>LISBON, March 9 (AGN) - A tram line of 12 km opened in Porto Velmo on Tuesday, the transport office said.</p><p>Fares are \
         free until June, the office said.</p>",
    );
    newsroom.take(one, &fire, now()).unwrap();
    let later = now().plus_ms(106 * Time::DAY_MS);
    newsroom.take(one, &trial, later).unwrap();
    newsroom.take(one, &other, later.plus_ms(1000)).unwrap();

    let of = |guid: &str| newsroom.story_of(guid).unwrap().unwrap();
    let address = |guid: &str| {
        let (story, _) = newsroom.story(of(guid)).unwrap();
        format!("/article/{}/{}-{}", story.sector, story.id, story.slug)
    };
    assert_ne!(of("fire"), of("trial"), "the event was over");
    let box_of = |guid: &str| {
        let page = newsroom.get(&address(guid)).unwrap().body;
        page.split_once("data-block=\"so-far\"").map(|(_, b)| b.split("</section>").next().unwrap().to_owned())
    };
    let told = box_of("trial").expect("the trial's page has the story so far");
    assert!(told.contains(&address("fire")) && !told.contains(&address("tram")), "{told}");
    assert!(box_of("fire").unwrap().contains(&address("trial")));
    assert_eq!(box_of("tram"), None, "one shared place is no running story");

    let thread = newsroom.get(&format!("/thread/{}", of("fire"))).unwrap();
    assert_eq!(thread.status, 200);
    let (first, second) = (thread.body.find(&address("trial")).unwrap(), thread.body.find(&address("fire")).unwrap());
    assert!(first < second, "newest first");
    assert_eq!(newsroom.get(&format!("/thread/{}", of("trial"))).unwrap().status, 301);
    assert_eq!(newsroom.get(&format!("/thread/{}", of("tram"))).unwrap().status, 404);

    let page = newsroom.get("/name/duarte_quental").unwrap();
    assert_eq!(page.status, 200);
    assert!(page.body.contains(&address("fire")) && page.body.contains(&address("trial")), "{}", page.body);
    assert!(page.body.contains("<h1>Duarte Quental</h1>"), "as the news prints it");
    assert!(newsroom.get(&address("trial")).unwrap().body.contains("href=\"/name/duarte_quental\""));
    assert_eq!(newsroom.get("/name/Duarte_Quental").unwrap().status, 301);
    assert_eq!(newsroom.get("/name/nobody_here").unwrap().status, 404);

    // What is withdrawn is gone from the thread at once.
    let order = desk::act::Order::new(of("fire"), "Ida", "the report was wrong").unwrap();
    newsroom.act(later, move |c| desk::act::kill(c, &order, "withdrawn", later)).unwrap();
    assert_eq!(box_of("trial"), None);
    assert_eq!(newsroom.get(&format!("/thread/{}", of("fire"))).unwrap().status, 404);
}
