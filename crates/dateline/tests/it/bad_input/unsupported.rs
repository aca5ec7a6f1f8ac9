//! A story with an unsupported sentence: held in the review queue with the sentence and the reason; never published by
//! policy.

use news::{
    StoryId, job::Job, revision::PictureName, source::Treatment, stage::Stage, story::Picture, verdict::Verdict,
};
use testkit::TestNewsroom;

use super::{item, logged, rss};
use crate::now;

/// News that gets a drawn picture: nobody died and nobody is named.
const HARVEST: &str = "<item><guid>a</guid><title>Wheat harvest falls by a tenth in France, ministry says</title>\
    <pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate><description>The wheat harvest in France fell by 10 percent this year, the farm \
    ministry said on Monday. Some 240 silos stand empty, the ministry said.</description></item>";

#[test]
fn it_is_held_with_the_sentence_and_the_reason_and_stays_held() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("wire", Treatment::Rewrite, 250).unwrap();
    let feed = rss("Wire", &item("a", "Porto Velmo"));
    newsroom.take(source, feed.as_bytes(), now()).unwrap();
    let id = newsroom.story_of("a").unwrap().unwrap();
    let (story, truth) = newsroom.story(id).unwrap();
    let path = format!("/article/{}/{id}-{}", story.sector, story.slug);
    // A story that readers have not seen: the lie must not be its first page.
    let order = desk::act::Order::new(id, "policy", "made anew").unwrap();
    desk::transaction(newsroom.store(), move |c| desk::act::hold(c, &order, now())).unwrap();
    let mut lie = truth.draft.clone();
    for text in lie.paragraphs.iter_mut().chain([&mut lie.summary, &mut lie.headline]) {
        *text = text.replace("240", "340");
    }
    let ((story, revision), log) = logged(|| newsroom.draft(id, lie, now()).unwrap());
    assert!(log.is_empty(), "a held story is no failure: {log:?}");
    assert_eq!(story.stage, Stage::Held);
    assert!(story.held_reason.contains("340") && story.held_reason.contains("240"), "{}", story.held_reason);
    let bad: Vec<_> = revision.sentences.iter().filter(|s| s.verdict != Verdict::Supported).collect();
    assert!(!bad.is_empty() && bad.iter().all(|s| !s.findings.is_empty()), "each bad sentence has its reason");
    // Whatever the machine does again, the policy does not put it out.
    for step in ["verify", "tag", "illustrate", "decide"] {
        newsroom.room.redo(id, step, now()).unwrap();
        newsroom.room.until_idle(now()).unwrap();
    }
    assert_eq!(newsroom.story(id).unwrap().0.stage, Stage::Held);
    assert_eq!(newsroom.get(&path).unwrap().status, 404);
    for list in ["/", "/latest", "/feed.rss", "/feed.json", "/sitemap.xml", "/news-sitemap.xml"] {
        assert!(!newsroom.get(list).unwrap().body.contains("340"), "{list}");
    }
    let acts = newsroom.store().read(|c| store::log::of(c, "story", id.0)).unwrap();
    assert_eq!(acts.iter().filter(|e| e.act == "publish").count(), 1, "only the true draft went out: {acts:?}");
}

#[test]
fn a_page_keeps_its_picture_while_its_update_is_held() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("wire", Treatment::Rewrite, 250).unwrap();
    newsroom.take(source, rss("Wire", HARVEST).as_bytes(), now()).unwrap();
    let id = newsroom.story_of("a").unwrap().unwrap();
    let (before, truth) = newsroom.story(id).unwrap();
    let mut lie = truth.draft.clone();
    for text in lie.paragraphs.iter_mut().chain([&mut lie.summary, &mut lie.headline]) {
        *text = text.replace("240", "340");
    }
    let (after, held) = newsroom.draft(id, lie, now()).unwrap();
    assert!(!after.held_reason.is_empty() && after.live == before.live);
    assert_ne!(held.picture, before.picture, "the update has a drawing of its own");
    assert_eq!(after.picture, before.picture, "and readers do not see it");
    named_rightly(&newsroom, id);
}

/// The words and the picture of a page are those that its name is made of.
fn named_rightly(newsroom: &TestNewsroom, id: StoryId) {
    let story = newsroom.story(id).unwrap().0;
    let live = newsroom.store().read(|c| store::revision::by_id(c, story.live.unwrap())).unwrap().unwrap();
    let name = story.picture.as_ref().map(PictureName::of);
    assert_eq!(live.hash, live.draft.hash(name.as_slice()), "the page's words and picture are those of its name");
}

#[test]
fn what_goes_out_with_a_correction_has_its_own_picture() {
    for waits in [false, true] {
        let newsroom = TestNewsroom::new(now()).unwrap();
        let source = newsroom.source("wire", Treatment::Rewrite, 250).unwrap();
        newsroom.take(source, rss("Wire", HARVEST).as_bytes(), now()).unwrap();
        let id = newsroom.story_of("a").unwrap().unwrap();
        let (before, truth) = newsroom.story(id).unwrap();
        let (mut shorter, checked) = (truth.draft.clone(), truth.sentences.clone());
        shorter.paragraphs.truncate(1);
        let picture = before.picture.clone().map(|p| Picture { alt: "Another".into(), ..p }).unwrap();
        let name = PictureName::of(&picture);
        let order = desk::act::Order::new(id, "ana", "A figure was wrong; it is right now").unwrap();
        let update = move |c: &mut dyn store::Conn| -> desk::Result<()> {
            let at = now();
            let new = store::revision::insert(c, id, &shorter, shorter.hash(&[]), desk::drafter::NAME, "", at)?;
            store::revision::set_check(c, new, Verdict::Supported, &checked)?;
            if waits {
                store::job::add(c, &Job::Illustrate { story: id }, at, at)?;
            } else {
                store::revision::set_picture(c, new, Some(&picture), shorter.hash(&[name]))?;
            }
            desk::act::correct(c, &order, at)
        };
        desk::transaction(newsroom.store(), update).unwrap();
        named_rightly(&newsroom, id);
        newsroom.room.until_idle(now()).unwrap();
        named_rightly(&newsroom, id);
        let (after, newest) = newsroom.story(id).unwrap();
        assert!(after.live == Some(newest.id) && after.picture.is_some(), "{after:?}");
        assert_eq!(newsroom.store().read(|c| store::correction::of_story(c, id)).unwrap().len(), 1);
    }
}
