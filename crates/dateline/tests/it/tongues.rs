//! One event in several languages: evidence on the one page, and a page of its own only where the house has readers for it.

use news::{Lang, SourceId, source::Treatment};
use testkit::TestNewsroom;

use crate::{now, one_event::rss};

const ENGLISH: (&str, &str, &str) = (
    "en1",
    "Ferry Solvang runs aground off Tarn Island, 214 taken off",
    "<p>BERGEN, Norway, Nov 23 (AGN) - The ferry Solvang ran aground off Tarn Island on Monday, and lifeboats took all 214 passengers \
     off, coastguard officer Jens Aalto said.</p><p>The Solvang had left Bergen for Stavanger at 6:40 with 38 cars on board, said Marit \
     Velde of the operator Fjordlinjen.</p>",
);
const FRENCH: (&str, &str, &str) = (
    "fr1",
    "Norvège : un ferry s’échoue près de l’île de Tarn, les 214 passagers évacués",
    "<p>BERGEN (Norvège), 23 nov (AGL) - Les 214 passagers du ferry Solvang, échoué lundi au large de Tarn, ont été évacués sains et \
     saufs, a annoncé Jens Aalto, des gardes-côtes.</p><p>Parti de Bergen pour Stavanger, le navire de la compagnie Fjordlinjen \
     transportait 38 voitures, selon sa porte-parole Marit Velde.</p>",
);
/// Another event of the same day and town.
const OTHER: (&str, &str, &str) = (
    "fr2",
    "Norvège : incendie dans un entrepôt du port de Bergen",
    "<p>BERGEN (Norvège), 23 nov (AGL) - Un incendie a détruit lundi un entrepôt du port de Bergen, a indiqué le chef des pompiers Lars \
     Hovden.</p><p>Deux personnes ont été légèrement blessées et 60 riverains évacués, selon la police.</p>",
);

fn source(newsroom: &TestNewsroom, slug: &str, lang: &str) -> SourceId {
    let id = newsroom.source(slug, Treatment::Rewrite, 250).unwrap();
    let mut terms = newsroom.store().read(|c| store::source::by_id(c, id)).unwrap().unwrap().terms;
    terms.lang = Lang::new(lang);
    newsroom.store().write(move |c| store::source::put(c, &terms, now())).unwrap();
    id
}

fn take(newsroom: &TestNewsroom, source: SourceId, lang: &str, item: (&str, &str, &str), minutes: i64) {
    let feed = String::from_utf8(rss(&[item])).unwrap().replace("<language>en<", &format!("<language>{lang}<"));
    newsroom.take(source, feed.as_bytes(), now().plus_ms(minutes * 60_000)).unwrap();
}

#[test]
fn a_report_in_another_language_is_evidence_on_the_events_page() {
    let newsroom = TestNewsroom::new(now().plus_ms(3_600_000)).unwrap();
    let (en, fr) = (source(&newsroom, "agenor", "en"), source(&newsroom, "lorme", "fr"));
    take(&newsroom, en, "en", ENGLISH, 0);
    take(&newsroom, fr, "fr", FRENCH, 5);
    take(&newsroom, fr, "fr", OTHER, 6);
    let of = |guid: &str| newsroom.story_of(guid).unwrap().unwrap();
    assert_eq!(of("fr1"), of("en1"));
    assert_ne!(of("fr2"), of("en1"), "one town on one day is no event");
    let (story, revision) = newsroom.story(of("en1")).unwrap();
    assert_eq!((story.lang.primary(), revision.draft.headline.as_str()), ("en", ENGLISH.1));
    let page = newsroom.get(&format!("/article/{}/{}-{}", story.sector, story.id, story.slug)).unwrap();
    assert!(
        page.body.contains("With reports from agenor, lorme") || page.body.contains("agenor, lorme"),
        "{}",
        page.body
    );
}

#[test]
fn a_page_that_began_in_a_language_without_readers_goes_on_in_the_houses() {
    let newsroom = TestNewsroom::new(now().plus_ms(3_600_000)).unwrap();
    let (en, fr) = (source(&newsroom, "agenor", "en"), source(&newsroom, "lorme", "fr"));
    take(&newsroom, fr, "fr", FRENCH, 0);
    let id = newsroom.story_of("fr1").unwrap().unwrap();
    let (before, _) = newsroom.story(id).unwrap();
    assert_eq!(before.lang.primary(), "fr");
    take(&newsroom, en, "en", ENGLISH, 5);
    assert_eq!(newsroom.story_of("en1").unwrap(), Some(id));
    let (after, revision) = newsroom.story(id).unwrap();
    assert_eq!((after.lang.primary(), revision.draft.headline.as_str()), ("en", ENGLISH.1));
    assert_eq!(revision.note, "now told in English (agenor)");
    let old = newsroom.get(&format!("/article/{}/{id}-{}", before.sector, before.slug)).unwrap();
    assert!((300..400).contains(&old.status), "the old address leads to the new one");
    let page = newsroom.get(&format!("/article/{}/{id}-{}", after.sector, after.slug)).unwrap();
    assert!(page.status == 200 && page.body.contains("<html lang=\"en"), "{}", page.body);
}

#[test]
fn a_house_with_readers_of_both_has_a_page_in_each() {
    let mut newsroom = TestNewsroom::new(now()).unwrap();
    std::sync::Arc::get_mut(&mut newsroom.room).unwrap().house.langs.push(Lang::new("fr"));
    let (en, fr) = (source(&newsroom, "agenor", "en"), source(&newsroom, "lorme", "fr"));
    take(&newsroom, en, "en", ENGLISH, 0);
    take(&newsroom, fr, "fr", FRENCH, 5);
    assert_ne!(newsroom.story_of("fr1").unwrap(), newsroom.story_of("en1").unwrap());
}

#[test]
fn a_page_whose_own_language_left_goes_on_in_that_of_the_reports_that_stay() {
    let newsroom = TestNewsroom::new(now().plus_ms(3_600_000)).unwrap();
    let (en, fr) = (source(&newsroom, "agenor", "en"), source(&newsroom, "lorme", "fr"));
    take(&newsroom, en, "en", ENGLISH, 0);
    take(&newsroom, fr, "fr", FRENCH, 5);
    let id = newsroom.story_of("en1").unwrap().unwrap();
    let french = newsroom.store().read(|c| store::report::by_guid(c, None, "fr1")).unwrap().unwrap().id;
    let order = desk::act::Order::new(id, "Ana", "another ferry").unwrap();
    let apart = newsroom.act(now().plus_ms(1), move |c| desk::act::split(c, &order, &[french], now())).unwrap();
    let (story, revision) = newsroom.story(apart).unwrap();
    assert_eq!((story.lang.primary(), revision.draft.lang.primary()), ("fr", "fr"));
}

#[test]
fn a_link_in_the_houses_language_does_not_take_the_words_from_the_page() {
    let newsroom = TestNewsroom::new(now().plus_ms(3_600_000)).unwrap();
    let fr = source(&newsroom, "lorme", "fr");
    let link = newsroom.source("links", Treatment::LinkOnly, 0).unwrap();
    take(&newsroom, fr, "fr", FRENCH, 0);
    take(&newsroom, link, "en", ENGLISH, 5);
    let id = newsroom.story_of("fr1").unwrap().unwrap();
    assert_eq!(newsroom.story_of("en1").unwrap(), Some(id));
    let (story, revision) = newsroom.story(id).unwrap();
    assert!(story.lang.primary() == "fr" && !revision.draft.paragraphs.is_empty(), "{:?}", revision.draft);
}
