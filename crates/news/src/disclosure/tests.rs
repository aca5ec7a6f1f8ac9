use super::*;

const NOW: Time = Time(10_000);

fn hash() -> Hash {
    Hash::of(b"the revision that goes out")
}

fn text(involvement: Involvement) -> Text<'static> {
    let involvement = Some(involvement);
    let (published, informs, public_interest) = (true, true, true);
    let (review, hash, machine_after) = (None, hash(), Some(Time(1_000)));
    Text { involvement, published, informs, public_interest, review, hash, machine_after, now: NOW }
}

fn review() -> Review {
    Review {
        who: "Ada Lund".into(),
        role: "night editor, may refuse".into(),
        competence: "has covered the city council since 2019".into(),
        at: Time(2_000),
        revision: hash(),
        facts_checked: true,
        sources_checked: true,
        signed: Signed::WithSecondFactor,
        changes: String::new(),
        responsible: "Lund Press Ltd".into(),
        contact: "https://news.example/about".into(),
        scope: String::new(),
    }
}

/// One that a model made and that looks real.
fn fake(kind: PictureKind) -> Picture {
    let (resembles, could_exist, subject_kind, appears_authentic) = (true, true, true, true);
    let (edited_beyond_standard, satire_or_art, involvement) = (false, false, Some(Involvement::Generated));
    #[rustfmt::skip]
    let picture = Picture {
        involvement, kind, resembles, could_exist, subject_kind, appears_authentic, edited_beyond_standard, satire_or_art,
    };
    picture
}

fn said(decision: Decision) -> String {
    assert!(decision.reason.ends_with('.') && decision.reason.is_ascii(), "{decision:?}");
    let by = if decision.house { ", house" } else { "" };
    format!("{}{by}: {}", decision.duty.word(), decision.anchor)
}

#[test]
fn every_row_for_text() {
    use Involvement::*;
    let good = review();
    let spelling = Review { facts_checked: false, ..review() };
    let program = Review { signed: Signed::ByProgram, ..review() };
    let before = Review { at: Time(500), ..review() };
    let nobody = Review { responsible: " ".into(), ..review() };
    let generated = text(Generated);
    #[rustfmt::skip]
    let rows = [
        ("50(4): no machine", text(None), "not-required: Article 50(4)"),
        ("50(4): not on record", Text { involvement: Option::None, ..generated }, "undetermined: Article 50(4)"),
        ("not on record, whatever is signed",
            Text { involvement: Option::None, review: Some(&good), ..generated }, "undetermined: Article 50(4)"),
        ("90-91: standard editing", text(Assisted), "not-required: Guidelines 90-91"),
        ("131 i: not published", Text { published: false, ..generated }, "not-required: Guidelines 131 (i)"),
        ("131 ii: very short", Text { informs: false, ..generated }, "not-required: Guidelines 131 (ii)"),
        ("131 iii: no public interest", Text { public_interest: false, ..generated }, "not-required: Guidelines 131 (iii)"),
        ("131: all three, generated", generated, "required: Guidelines 131"),
        ("131: all three, modified", text(Modified), "required: Guidelines 131"),
        ("Art. 3(1): rules", text(Procedural), "required, house: Article 3(1)"),
        ("131 i: rules", Text { published: false, ..text(Procedural) }, "not-required: Guidelines 131 (i)"),
        ("133: both conditions", Text { review: Some(&good), ..generated }, "not-required: Guidelines 133"),
        ("133: rules", Text { review: Some(&good), ..text(Procedural) }, "not-required: Guidelines 133"),
        ("134: facts are the minimum", Text { review: Some(&spelling), ..generated }, "required: Guidelines 134"),
        ("135: AI reviews AI", Text { review: Some(&program), ..generated }, "required: Guidelines 135"),
        ("135: rules", Text { review: Some(&program), ..text(Procedural) }, "required, house: Guidelines 135"),
        ("136: a machine came later", Text { review: Some(&before), ..generated }, "required: Guidelines 136"),
        ("136: a translation or a mended typing error is another revision",
            Text { review: Some(&good), hash: Hash::of(b"mended"), ..generated }, "required: Guidelines 136"),
        ("138: nobody answers", Text { review: Some(&nobody), ..generated }, "required: Guidelines 138"),
    ];
    for (row, text, want) in rows {
        assert_eq!(said(text.decide()), want, "{row}");
    }
    let later = Text { machine_after: Some(Time(3_000)), review: Some(&good), ..generated };
    assert_eq!(later.decide().void, Some(Void::MachineAfter));
    let again = Review { at: Time(4_000), ..review() };
    assert_eq!(Text { review: Some(&again), ..later }.decide().void, Option::None, "136: a new review revives it");
}

#[test]
fn every_row_for_pictures() {
    use Involvement::*;
    use PictureKind::*;
    let (photo, drawn) = (fake(Photo), Picture { appears_authentic: false, ..fake(Illustration) });
    let by = |involvement, picture| Picture { involvement: Some(involvement), ..picture };
    let beyond = |involvement| Picture { edited_beyond_standard: true, ..by(involvement, photo) };
    #[rustfmt::skip]
    let rows = [
        ("50(4): not on record", Picture { involvement: Option::None, ..photo }, "undetermined: Article 50(4)"),
        ("50(4): no machine", by(None, photo), "not-required: Article 50(4)"),
        ("50(4): edited by hand", beyond(None), "not-required: Article 50(4)"),
        ("113: all four", photo, "required: Guidelines 113"),
        ("113: changed", by(Modified, photo), "required: Guidelines 113"),
        ("113 i: resembles nothing", Picture { resembles: false, ..photo }, "required, house: Guidelines 113 (i)"),
        ("113 ii: could not exist", Picture { could_exist: false, ..photo }, "required, house: Guidelines 113 (ii)"),
        ("113 iii: no subject", Picture { subject_kind: false, ..photo }, "required, house: Guidelines 113 (iii)"),
        ("113 iv: evident illustration", drawn, "required, house: Guidelines 113 (iv)"),
        ("113 iv: infographic", Picture { kind: Infographic, ..drawn }, "required, house: Guidelines 113 (iv)"),
        ("114: looking like a photograph is not all", Picture { kind: Photo, ..drawn }, "required, house: Guidelines 113 (iv)"),
        ("114: nor is the name of an illustration", fake(Illustration), "required: Guidelines 113"),
        ("116: within standard practice", by(Assisted, photo), "not-required: Guidelines 116"),
        ("116: beyond it", beyond(Modified), "required: Guidelines 116"),
        ("116: beyond it, whatever it is called", beyond(Assisted), "required: Guidelines 116"),
        ("119-123: satire", Picture { satire_or_art: true, ..photo }, "required: Guidelines 119-123"),
        ("119-123: a cartoon", Picture { satire_or_art: true, ..drawn }, "required, house: Guidelines 113 (iv)"),
        ("64-68: data drawn by rule", by(Procedural, fake(Data)), "required, house: Guidelines 64-68"),
        ("Art. 3(1): drawn by rule", by(Procedural, drawn), "required, house: Article 3(1)"),
    ];
    for (row, picture, want) in rows {
        assert_eq!(said(picture.decide()), want, "{row}");
    }
}

/// Every picture that there can be.
fn pictures() -> impl Iterator<Item = Picture> {
    use Involvement::*;
    let makings = [Option::None, Some(None), Some(Assisted), Some(Modified), Some(Generated), Some(Procedural)];
    let kinds = [PictureKind::Photo, PictureKind::Illustration, PictureKind::Infographic, PictureKind::Data];
    let bits = move |involvement, kind| {
        (0..64_u8).map(move |n| Picture {
            involvement,
            kind,
            resembles: n & 1 > 0,
            could_exist: n & 2 > 0,
            subject_kind: n & 4 > 0,
            appears_authentic: n & 8 > 0,
            edited_beyond_standard: n & 16 > 0,
            satire_or_art: n & 32 > 0,
        })
    };
    makings.into_iter().flat_map(move |i| kinds.into_iter().flat_map(move |k| bits(i, k)))
}

#[test]
fn no_review_lifts_the_duty_of_a_picture() {
    assert_eq!(pictures().count(), 6 * 4 * 64);
    for picture in pictures() {
        // Names every field, so that one for a review, or for a mark in the file (117), does not come in unseen.
        #[rustfmt::skip]
        let Picture {
            involvement, kind, resembles, could_exist, subject_kind, appears_authentic, edited_beyond_standard, satire_or_art: _,
        } = picture;
        let by_ai = match involvement {
            Some(Involvement::Generated | Involvement::Modified) => true,
            Some(Involvement::Assisted) => edited_beyond_standard,
            _ => false,
        };
        let fake = resembles && could_exist && subject_kind && appears_authentic;
        let by_law = by_ai && (fake || (kind == PictureKind::Photo && edited_beyond_standard));
        let decision = picture.decide();
        assert_eq!(decision.duty == Duty::Required && !decision.house, by_law, "{picture:?}");
        let labelled = by_ai || involvement == Some(Involvement::Procedural);
        assert_eq!(decision.duty == Duty::Required, labelled, "{picture:?}");
        assert_eq!(decision.duty.blocks(), involvement.is_none(), "{picture:?}");
        assert_eq!(decision.void, None);
        said(decision);
    }
}

#[test]
fn every_reason_can_happen_alone_and_is_worded() {
    type Breaks = fn(&mut Review);
    let broken: [(Void, Breaks); 16] = [
        (Void::NotAPerson, |r| r.signed = Signed::ByProgram),
        (Void::NoSecondFactor, |r| r.signed = Signed::ByPerson),
        (Void::NoReviewer, |r| r.who.clear()),
        (Void::NoRole, |r| r.role = "\t".into()),
        (Void::NoCompetence, |r| r.competence.clear()),
        (Void::FactsNotChecked, |r| r.facts_checked = false),
        (Void::SourcesNotChecked, |r| r.sources_checked = false),
        (Void::NoResponsible, |r| r.responsible.clear()),
        (Void::NoContact, |r| r.contact.clear()),
        (Void::NoContact, |r| r.contact = "room 12".into()),
        (Void::NoContact, |r| r.contact = "https://".into()),
        (Void::NoContact, |r| r.contact = "https://room 12".into()),
        (Void::NoContact, |r| r.contact = "@news.example".into()),
        (Void::InFuture, |r| r.at = NOW.plus_ms(1)),
        (Void::OtherRevision, |r| r.revision = Hash::of(b"another")),
        (Void::MachineAfter, |r| r.at = Time(1_000)),
    ];
    let generated = text(Involvement::Generated);
    let mut sentences = std::collections::BTreeSet::new();
    for (void, breaks) in broken {
        let mut review = review();
        assert_eq!(review.lifts(&generated), Ok(()));
        breaks(&mut review);
        assert_eq!(review.voids(&generated).collect::<Vec<_>>(), [void]);
        assert_eq!(review.lifts(&generated), Err(void));
        let decision = Text { review: Some(&review), ..generated }.decide();
        assert_eq!((decision.duty, decision.void, decision.anchor), (Duty::Required, Some(void), void.anchor()));
        let sentence = void.to_string();
        assert!(sentence.split(' ').count() > 8 && !sentence.ends_with('.'), "{sentence}");
        sentences.insert(sentence);
    }
    assert_eq!(sentences.len(), 12);
    for contact in ["http://news.example/about", "/about", "desk@news.example", " mailto:desk@news.example"] {
        assert_eq!(Review { contact: contact.into(), ..review() }.lifts(&generated), Ok(()), "{contact}");
    }
    assert_eq!(Review { at: NOW, ..review() }.lifts(&generated), Ok(()), "signed in this very moment");
}

#[test]
fn words_come_back_and_the_default_is_a_label() {
    for duty in [Duty::Required, Duty::NotRequired, Duty::Undetermined] {
        assert_eq!(Duty::from_word(duty.word()), Some(duty));
        assert_eq!(serde_json::to_string(&duty).unwrap(), format!("\"{}\"", duty.word()));
    }
    assert_eq!(Duty::from_word(""), None);
    assert!(Duty::Undetermined.shows_label() && Duty::Required.shows_label() && !Duty::NotRequired.shows_label());
    let kept: Review = serde_json::from_str(&serde_json::to_string(&review()).unwrap()).unwrap();
    assert_eq!(kept, review());
}
