//! Which reports share a page, and how much of a source's words it shows. A false merge is the worst of faults.

use news::source::Treatment;
use testkit::TestNewsroom;

use crate::now;

/// An RSS feed of items: guid, title, body.
pub fn rss(items: &[(&str, &str, &str)]) -> Vec<u8> {
    let items: String = items
        .iter()
        .map(|(guid, title, body)| {
            format!("<item><guid>{guid}</guid><title>{title}</title><pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate><description><![CDATA[{body}]]></description></item>")
        })
        .collect();
    format!(r#"<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><link>http://wire.example/</link><description>x</description><language>en</language>{items}</channel></rss>"#)
        .into_bytes()
}

fn quake(place: &str, country: &str, magnitude: &str, hour: u32) -> String {
    format!(
        "<p>An earthquake of magnitude {magnitude} struck near {place}, {country}, at {hour}:14 local time on Monday, the seismological \
         service said.</p><p>The quake was felt across the region, and there were no reports of damage or injuries at first, the \
         service said.</p><p>Residents were told to stay away from damaged buildings and to expect aftershocks over the next days, \
         according to the civil protection office.</p>"
    )
}

#[test]
fn one_form_filled_in_twice_is_two_events() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("quakes", Treatment::Rewrite, 250).unwrap();
    let (one, two) = (quake("Sulmona", "Italy", "4.2", 7), quake("Arezzo", "Italy", "5.1", 9));
    let items = [
        ("q1", "Earthquake of magnitude 4.2 strikes near Sulmona, Italy", one.as_str()),
        ("q2", "Earthquake of magnitude 5.1 strikes near Arezzo, Italy", two.as_str()),
    ];
    newsroom.take(source, &rss(&items), now()).unwrap();
    assert_ne!(newsroom.story_of("q1").unwrap(), newsroom.story_of("q2").unwrap());
}

#[test]
fn a_standing_headline_alone_is_no_event() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let one = newsroom.source("one", Treatment::Rewrite, 250).unwrap();
    let two = newsroom.source("two", Treatment::Rewrite, 250).unwrap();
    newsroom.take(one, &rss(&[("a", "Market report", "")]), now()).unwrap();
    newsroom.take(two, &rss(&[("b", "Market report", "")]), now()).unwrap();
    assert_ne!(newsroom.story_of("a").unwrap(), newsroom.story_of("b").unwrap());
}

const HEADLINE: &str = "Harbour of Porto Velmo to close for a week, mayor Reiszinha says";
const BODY: &str = "<p>LISBON, Nov 23 (AGN) - The harbour of Porto Velmo will close for a week from Thursday, mayor Ana Reiszinha said \
    on Monday.</p><p>Some 240 boats must leave the basin by Wednesday evening, Reiszinha told reporters.</p>";

#[test]
fn a_press_release_stays_apart_and_does_not_keep_news_from_news() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let press = newsroom.source("port authority", Treatment::PressRelease, 250).unwrap();
    let one = newsroom.source("one", Treatment::Rewrite, 250).unwrap();
    let two = newsroom.source("two", Treatment::Rewrite, 250).unwrap();
    let update = BODY.replace("Some 240 boats", "About 240 fishing boats and 12 ferries").replace("AGN", "COR");
    newsroom.take(one, &rss(&[("n1", HEADLINE, BODY)]), now()).unwrap();
    newsroom.take(press, &rss(&[("p1", HEADLINE, &update)]), now()).unwrap();
    newsroom.take(two, &rss(&[("n2", HEADLINE, &update)]), now()).unwrap();
    let story = |guid: &str| newsroom.story_of(guid).unwrap();
    assert_ne!(story("p1"), story("n1"));
    assert_eq!(story("n2"), story("n1"), "the likest report was the press release");
}

fn words(paragraphs: &[String]) -> usize {
    paragraphs.iter().map(|p| p.split_whitespace().count()).sum()
}

#[test]
fn the_allowance_holds_for_a_source_however_often_it_reports() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("agenor", Treatment::Rewrite, 40).unwrap();
    let later = "<p>LISBON, Nov 23 (AGN) - The harbour of Porto Velmo stays open for ferries at night, mayor Ana Reiszinha said on Monday \
        evening.</p><p>Crews will be paid by the council during the week, Reiszinha told reporters in Porto Velmo.</p>";
    newsroom.take(source, &rss(&[("n1", HEADLINE, BODY)]), now()).unwrap();
    let title = "Harbour of Porto Velmo to stay open for ferries, mayor Reiszinha says";
    newsroom.take(source, &rss(&[("n2", title, later)]), now().plus_ms(1000)).unwrap();
    for guid in ["n1", "n2"] {
        let (_, revision) = newsroom.story(newsroom.story_of(guid).unwrap().unwrap()).unwrap();
        assert!(words(&revision.draft.paragraphs) <= 40, "{:?}", revision.draft.paragraphs);
    }
}

#[test]
fn verbatim_copy_ends_where_the_allowance_does() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    for (words_allowed, paragraphs) in [(0, 0), (17, 0), (18, 1), (40, 2)] {
        let slug = format!("agency-{words_allowed}");
        let source = newsroom.source(&slug, Treatment::PassThrough, words_allowed).unwrap();
        let body = BODY.replace("LISBON, Nov 23 (AGN) - ", "");
        newsroom.take(source, &rss(&[(&slug, HEADLINE, &body)]), now()).unwrap();
        let (_, revision) = newsroom.story(newsroom.story_of(&slug).unwrap().unwrap()).unwrap();
        assert_eq!(revision.draft.paragraphs.len(), paragraphs, "{words_allowed}: {:?}", revision.draft.paragraphs);
    }
}

#[test]
fn items_of_a_list_do_not_run_into_the_summary() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("agenor", Treatment::Rewrite, 250).unwrap();
    let body = "<p>The winners of the Velmo prize were named in Madrid on Monday:</p><ul><li>Ana Orlo, novel</li><li>Luc Petra, \
        poetry</li></ul><p>The prize is worth 20,000 euros, the foundation said.</p>";
    newsroom.take(source, &rss(&[("l", "Winners of the Velmo prize named in Madrid on Monday", body)]), now()).unwrap();
    let (_, revision) = newsroom.story(newsroom.story_of("l").unwrap().unwrap()).unwrap();
    assert_eq!(revision.draft.summary, "The prize is worth 20,000 euros, the foundation said.");
}

#[test]
fn a_teaser_is_told_once_and_its_cut_end_is_left_out() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("teasers", Treatment::Rewrite, 250).unwrap();
    let title = "The harbour of Porto Velmo closes for a week, but not for the boats that bring its bread";
    let body = "<p>The harbour of Porto Velmo will close for a week from Thursday.</p><p>Some 240 boats must lea…</p>";
    newsroom.take(source, &rss(&[("t", title, body)]), now()).unwrap();
    let id = newsroom.story_of("t").unwrap().unwrap();
    let (story, revision) = newsroom.story(id).unwrap();
    assert_eq!(revision.draft.paragraphs, ["The harbour of Porto Velmo will close for a week from Thursday."]);
    assert_eq!(
        revision.draft.headline, "The harbour of Porto Velmo closes for a week",
        "the agency's own, up to its comma"
    );
    let page = newsroom.get(&format!("/article/{}/{id}-{}", story.sector, story.slug)).unwrap();
    assert_eq!(page.status, 200);
    let told = page.body.split("<body").nth(1).unwrap().matches("data-block=\"summary\"").count();
    assert_eq!(told, 0, "a summary that is the whole body is not told twice");
}

#[test]
fn a_house_that_lets_single_sources_be_indexed_keeps_that_after_tagging_again() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("one", Treatment::Rewrite, 250).unwrap();
    newsroom.take(source, &rss(&[("p", HEADLINE, BODY)]), now()).unwrap();
    let id = newsroom.story_of("p").unwrap().unwrap();
    assert!(newsroom.story(id).unwrap().0.noindex, "one source's rewrite, by default");
    let house = desk::House { index_single_source: true, ..newsroom.room.house.clone() };
    desk::step::tag::tag(newsroom.store(), &house, &Default::default(), id, now()).unwrap();
    assert!(!newsroom.story(id).unwrap().0.noindex);
    newsroom.room.until_idle(now()).unwrap();
    assert!(!newsroom.story(id).unwrap().0.noindex, "the decision leaves the tag alone");
}

#[test]
fn an_update_says_which_figure_was_raised() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("Nordal", Treatment::Rewrite, 250).unwrap();
    newsroom.take(source, &rss(&[("p", HEADLINE, BODY)]), now()).unwrap();
    let id = newsroom.story_of("p").unwrap().unwrap();
    newsroom.take(source, &rss(&[("p", HEADLINE, &BODY.replace("240 boats", "310 boats"))]), now()).unwrap();
    let (story, _) = newsroom.story(id).unwrap();
    let page = newsroom.get(&format!("/article/{}/{id}-{}", story.sector, story.slug)).unwrap().body;
    assert!(page.contains("number of boats raised from 240 to 310 (Nordal)"));
}

#[test]
fn what_an_editor_says_of_the_sector_teaches_the_judge() {
    use desk::sector::Words;
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("one", Treatment::Rewrite, 250).unwrap();
    newsroom.take(source, &rss(&[("p", HEADLINE, BODY)]), now()).unwrap();
    let id = newsroom.story_of("p").unwrap().unwrap();
    let draft = newsroom.room.store.read(|c| store::revision::latest(c, id)).unwrap().unwrap().draft;
    let words = Words::of(&draft.headline, draft.paragraphs.iter().map(String::as_str), &draft.lang);
    let told = || newsroom.room.sectors.current(newsroom.store()).unwrap().judge(&words).unwrap().0;
    assert_ne!(told().slug(), "harbours");
    let say = move |c: &mut dyn store::Conn| {
        store::label::put(c, id, store::label::Field::Sector, "harbours", "Ana Lund", now())
    };
    newsroom.store().write(say).unwrap();
    assert_eq!(told().slug(), "harbours");
    let think_again = move |c: &mut dyn store::Conn| {
        store::label::put(c, id, store::label::Field::Sector, "shipping", "Ana Lund", now().plus_ms(1))
    };
    newsroom.store().write(think_again).unwrap();
    assert_eq!(told().slug(), "shipping", "a changed mind teaches, too");
}

#[test]
fn agencies_that_differ_are_shown_differing() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let one = newsroom.source("Nordal", Treatment::Rewrite, 250).unwrap();
    let two = newsroom.source("Vestia", Treatment::Rewrite, 250).unwrap();
    let other = BODY.replace("AGN", "VES").replace("240 boats", "310 boats").replace("Some", "Around");
    newsroom.take(one, &rss(&[("n1", HEADLINE, BODY)]), now()).unwrap();
    newsroom.take(two, &rss(&[("n2", HEADLINE, &other)]), now()).unwrap();
    let id = newsroom.story_of("n1").unwrap().unwrap();
    assert_eq!(newsroom.story_of("n2").unwrap(), Some(id));
    let (story, _) = newsroom.story(id).unwrap();
    let page = newsroom.get(&format!("/article/{}/{id}-{}", story.sector, story.slug)).unwrap().body;
    let (_, box_) = page.split_once("Sources differ").expect("no box says that the sources differ");
    let told = box_.split("</section>").next().unwrap();
    for word in ["Nordal", "240", "Vestia", "310"] {
        assert!(told.contains(word), "{word} is missing: {told}");
    }
}

#[test]
fn a_sentence_cut_from_the_one_before_names_whom_it_means() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("wire", Treatment::Rewrite, 250).unwrap();
    // The cut-off sentence cannot be used; what follows leans on it.
    let body = "<p>LISBON, Nov 23 (AGN) - The harbour of Porto Velmo will close for a week from Thursday, the council said on Monday.</p>\
        <p>Mayor Ana Reiszinha told reporters in the town hall that the old quay was…</p>\
        <p>She said some 240 boats must leave the basin by Wednesday evening.</p>";
    newsroom
        .take(source, &rss(&[("n1", "Harbour of Porto Velmo to close for a week, council says", body)]), now())
        .unwrap();
    let (_, revision) = newsroom.story(newsroom.story_of("n1").unwrap().unwrap()).unwrap();
    let text = revision.draft.paragraphs.join("\n");
    assert!(text.contains("Ana Reiszinha said some 240 boats") && !text.contains("She said"), "{text}");
    assert_eq!(revision.verdict, news::verdict::Verdict::Supported, "{:?}", revision.sentences);
}
