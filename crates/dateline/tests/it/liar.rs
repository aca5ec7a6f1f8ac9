//! The check must bite: a draft with one lie is held and the reason names both values; the untouched draft passes.

use std::collections::BTreeMap;

use news::{
    stage::Stage,
    verdict::{Kind, Severity},
};
use testkit::{TestNewsroom, liar};

use crate::now;

#[test]
fn every_lie_is_held_and_the_untouched_draft_passes() {
    let mut newsroom = TestNewsroom::sample(now()).unwrap();
    newsroom.may_wait = 1;
    let stories = newsroom.store().read(|c| store::story::recent(c, Some(Stage::Published), 100)).unwrap();
    let (mut told, mut missed, mut unnamed) = (BTreeMap::<&str, usize>::new(), Vec::new(), Vec::new());
    for story in stories.iter().filter(|s| s.lang.primary() == "en") {
        let (_, truth) = newsroom.story(story.id).unwrap();
        let at = story.updated.unwrap();
        for lie in liar::lies(&truth.draft) {
            *told.entry(lie.kind).or_default() += 1;
            let (after, revision) = newsroom.draft(story.id, lie.draft.clone(), at).unwrap();
            if after.live == Some(revision.id) {
                missed.push(format!("{}: “{}” for “{}” in {}", lie.kind, lie.is, lie.was, story.headline));
                continue;
            }
            if !names_both(&revision, &lie) {
                unnamed.push(format!("{}: “{}” for “{}”: {}", lie.kind, lie.is, lie.was, after.held_reason));
            }
        }
        let (after, revision) = newsroom.draft(story.id, truth.draft.clone(), at).unwrap();
        assert_eq!(
            after.live,
            Some(revision.id),
            "{}: the untouched draft is kept back: {}",
            story.headline,
            after.held_reason
        );
    }
    for kind in ["number", "name", "date", "speaker", "attribution"] {
        assert!(told.get(kind).copied().unwrap_or(0) >= 5, "too few lies of kind {kind}: {told:?}");
    }
    assert!(missed.is_empty(), "{} lies went out:\n{}", missed.len(), missed.join("\n"));
    assert!(unnamed.is_empty(), "{} reasons do not name both values:\n{}", unnamed.len(), unnamed.join("\n"));
}

/// Some blocking finding names the lie and the truth (of a dropped attribution: says that a claim lost its source).
fn names_both(revision: &news::revision::Revision, lie: &liar::Lie) -> bool {
    let blocking = revision.sentences.iter().flat_map(|s| &s.findings).filter(|f| f.severity == Severity::Block);
    blocking.into_iter().any(|f| {
        if lie.is.is_empty() {
            return matches!(f.kind, Kind::Attribution | Kind::Speaker);
        }
        let head = |s: &str| s.split(' ').next().unwrap_or_default().to_owned();
        f.reason.contains(&head(&lie.is)) && f.reason.contains(&head(&lie.was))
    })
}
