//! When a text or a picture must carry a label under Article 50(4) of the EU AI Act, and which review lifts a text's.
//!
//! Text asks who checked it, a picture whether it looks real. Each part of a story is decided on its own. "Guidelines"
//! are the Commission's of 20 July 2026, C(2026) 5054, by paragraph; they do not bind, and this is no legal advice.
//! A mark for machines in the file (117) or a platform's switch (126) is no label, so neither is asked for here.

use serde::{Deserialize, Serialize};

use crate::{Hash, Time, label::Involvement};

/// Whether a part must carry a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Duty {
    /// It must, by the law or by the house's own rule.
    Required,
    /// It need not.
    NotRequired,
    /// Too little is on record to say.
    Undetermined,
}

impl Duty {
    /// Whether readers see a label: always, unless it is known that none is needed.
    pub fn shows_label(self) -> bool {
        self != Self::NotRequired
    }

    /// Whether the part may not go out until more is on record.
    pub fn blocks(self) -> bool {
        self == Self::Undetermined
    }

    /// The word used in store and screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::NotRequired => "not-required",
            Self::Undetermined => "undetermined",
        }
    }

    /// The duty of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Required, Self::NotRequired, Self::Undetermined].into_iter().find(|d| d.word() == word)
    }
}

/// What was decided about one part, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Whether it must carry a label.
    pub duty: Duty,
    /// The label is the house's own rule; the law has no such duty, or arguably none.
    pub house: bool,
    /// A sentence for an editor.
    pub reason: &'static str,
    /// Where it stands written.
    pub anchor: &'static str,
    /// Why the review on record lifts nothing, when there is one and it does not.
    pub void: Option<Void>,
}

impl Decision {
    fn new(duty: Duty, anchor: &'static str, reason: &'static str) -> Self {
        Self { duty, house: false, reason, anchor, void: None }
    }

    fn required(anchor: &'static str, reason: &'static str) -> Self {
        Self::new(Duty::Required, anchor, reason)
    }

    fn not_required(anchor: &'static str, reason: &'static str) -> Self {
        Self::new(Duty::NotRequired, anchor, reason)
    }

    fn by_the_house(anchor: &'static str, reason: &'static str) -> Self {
        Self { house: true, ..Self::required(anchor, reason) }
    }
}

/// What the decision about a story's text rests on. For news, `published`, `informs` and `public_interest` are true
/// unless a person has said otherwise.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// The machine's part in what stands there now; `None` when it is not on record. A person's edits to a machine's text
    /// do not make it a person's: only a review does away with the label.
    pub involvement: Option<Involvement>,
    /// Many readers who do not know one another can get it, free or paid for; a public newsletter counts.
    pub published: bool,
    /// It tells a fact or an opinion; very short texts may not.
    pub informs: bool,
    /// It is on politics, justice, health, the economy, science, culture or whatever else may be debated in public.
    pub public_interest: bool,
    /// The review on record.
    pub review: Option<&'a Review>,
    /// The revision that goes out.
    pub hash: Hash,
    /// When a machine last changed the substance of headline, summary, body or teaser: reworded, shortened, translated.
    pub machine_after: Option<Time>,
    /// The moment of the decision.
    pub now: Time,
}

impl Text<'_> {
    /// Whether this text must carry a label.
    pub fn decide(&self) -> Decision {
        match self.involvement {
            None => Decision::new(
                Duty::Undetermined,
                "Article 50(4)",
                "How this text was made is not on record; record it before the text goes out.",
            ),
            Some(Involvement::None) => Decision::not_required("Article 50(4)", "A person wrote this text."),
            Some(Involvement::Assisted) => Decision::not_required(
                "Guidelines 90-91",
                "A person wrote this text; the machine's help was standard editing and changed no substance.",
            ),
            Some(Involvement::Modified) => self.unless_exempt(Decision::required(
                "Guidelines 131",
                "A machine changed what this text says, and no review lifts the label.",
            )),
            Some(Involvement::Generated) => self.unless_exempt(Decision::required(
                "Guidelines 131",
                "A trained model made this text, and no review lifts the label.",
            )),
            Some(Involvement::Procedural) => self.unless_exempt(Decision::by_the_house(
                "Article 3(1)",
                "Rules made this text without a trained model, which is arguably no AI system and so no duty by law; \
                 the house labels it all the same, and no review lifts the label.",
            )),
        }
    }

    /// `labelled`, unless the text is none of those that the law means or a review lifts the label.
    fn unless_exempt(&self, labelled: Decision) -> Decision {
        if let Some((anchor, reason)) = self.out_of_scope() {
            return Decision::not_required(anchor, reason);
        }
        match self.review.map(|review| review.lifts(self)) {
            None => labelled,
            Some(Err(void)) => Decision { anchor: void.anchor(), void: Some(void), ..labelled },
            Some(Ok(())) => Decision::not_required(
                "Guidelines 133",
                "A named person checked facts and sources of this very text, and somebody answers for it in public.",
            ),
        }
    }

    fn out_of_scope(&self) -> Option<(&'static str, &'static str)> {
        let conditions = [
            (self.published, "Guidelines 131 (i)", "This text is not published: only a closed circle gets it."),
            (self.informs, "Guidelines 131 (ii)", "This text is so short that it tells no fact and no opinion."),
            (self.public_interest, "Guidelines 131 (iii)", "This text is on no matter of public interest."),
        ];
        conditions.into_iter().find(|(met, ..)| !met).map(|(_, anchor, reason)| (anchor, reason))
    }
}

/// How a review was signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Signed {
    /// By a program: an agent, a token.
    ByProgram,
    /// By a person, signed in with one factor.
    ByPerson,
    /// By a person who gave a second factor for it.
    WithSecondFactor,
}

/// A person's word that they examined the substance of one revision and had the power to change or refuse it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The reviewer's name.
    pub who: String,
    /// The reviewer's role, which gives the power to change or refuse the text.
    pub role: String,
    /// What the reviewer knows of this subject.
    pub competence: String,
    /// When it was signed.
    pub at: Time,
    /// The revision that was reviewed. Any other, a translation or a mended typing error too, wants a review of its own.
    pub revision: Hash,
    /// The facts were checked.
    pub facts_checked: bool,
    /// The sources were checked.
    pub sources_checked: bool,
    /// How it was signed.
    pub signed: Signed,
    /// What the reviewer changed; may be empty.
    pub changes: String,
    /// The person or company that answers for the publication.
    pub responsible: String,
    /// How readers reach whoever answers: a page or an e-mail address, to be found on the site too.
    pub contact: String,
    /// What was reviewed and what was not; may be empty.
    pub scope: String,
}

impl Review {
    /// Whether it lifts that text's label; the first reason when it does not.
    pub fn lifts(&self, text: &Text<'_>) -> Result<(), Void> {
        self.voids(text).next().map_or(Ok(()), Err)
    }

    /// Every reason why it does not lift that text's label: who signed, what was checked, who answers, and whether it is
    /// still that text.
    pub fn voids(&self, text: &Text<'_>) -> impl Iterator<Item = Void> + use<> {
        let lacks = |field: &str| field.trim().is_empty();
        let reasons = [
            (self.signed == Signed::ByProgram, Void::NotAPerson),
            (self.signed == Signed::ByPerson, Void::NoSecondFactor),
            (lacks(&self.who), Void::NoReviewer),
            (lacks(&self.role), Void::NoRole),
            (lacks(&self.competence), Void::NoCompetence),
            (!self.facts_checked, Void::FactsNotChecked),
            (!self.sources_checked, Void::SourcesNotChecked),
            (lacks(&self.responsible), Void::NoResponsible),
            (!is_public_contact(&self.contact), Void::NoContact),
            (self.at > text.now, Void::InFuture),
            (self.revision != text.hash, Void::OtherRevision),
            // In the same millisecond nobody knows which came first.
            (text.machine_after.is_some_and(|at| at >= self.at), Void::MachineAfter),
        ];
        reasons.into_iter().filter_map(|(holds, void)| holds.then_some(void))
    }
}

/// A page of ours (`/about`) or elsewhere, or an e-mail address: what readers can be given as a link.
fn is_public_contact(contact: &str) -> bool {
    let contact = contact.trim();
    let page = ["https://", "http://", "/"].into_iter().find_map(|start| contact.strip_prefix(start));
    let rest = page.or_else(|| contact.split_once('@').filter(|(name, _)| !name.is_empty()).map(|(_, host)| host));
    rest.is_some_and(|rest| !rest.is_empty()) && !contact.contains(char::is_whitespace)
}

/// Why a review lifts nothing, in a sentence for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Void {
    /// A machine cannot review a machine.
    #[error("a program signed this review; only a signed-in person can review a text")]
    NotAPerson,
    /// Whoever finds an open screen could have signed.
    #[error("this review was signed without a second factor; sign it again with one")]
    NoSecondFactor,
    /// A review is a named person's.
    #[error("this review does not say who made it; name the reviewer")]
    NoReviewer,
    /// Who may only wave a text through does not control it.
    #[error("this review does not name the role in which the reviewer may change or refuse the text; name it")]
    NoRole,
    /// The reviewer must be able to tell right from wrong here.
    #[error("this review does not say what the reviewer knows of the subject; say it in a sentence")]
    NoCompetence,
    /// The least that a review is.
    #[error("the facts were not checked; check them, tick the box above the button, and sign the review again")]
    FactsNotChecked,
    /// Facts are no better than what they rest on.
    #[error("the sources were not checked; check them, tick the box above the button, and sign the review again")]
    SourcesNotChecked,
    /// Somebody must answer for the publication.
    #[error("nobody is named who answers for the publication; name a person or a company")]
    NoResponsible,
    /// Readers must be able to reach whoever answers.
    #[error("there is no public contact; give a page or an e-mail address at which readers reach whoever answers")]
    NoContact,
    /// It cannot have happened yet.
    #[error("this review is dated in the future; set the clock right and sign it again")]
    InFuture,
    /// It says nothing of these words.
    #[error("the text is not the one that was reviewed; review it as it now stands")]
    OtherRevision,
    /// The last hand on the text must be a person's.
    #[error("a machine changed the headline, summary, body or teaser after this review; review it again")]
    MachineAfter,
}

impl Void {
    /// Where it stands written.
    pub fn anchor(self) -> &'static str {
        match self {
            Self::NotAPerson => "Guidelines 135",
            Self::NoSecondFactor | Self::InFuture => "House rule",
            Self::NoReviewer | Self::NoRole | Self::NoCompetence | Self::FactsNotChecked | Self::SourcesNotChecked => {
                "Guidelines 134"
            }
            Self::NoResponsible | Self::NoContact => "Guidelines 138",
            Self::OtherRevision | Self::MachineAfter => "Guidelines 136",
        }
    }
}

/// What a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PictureKind {
    /// A photograph or a frame of film, or what is shown as one.
    Photo,
    /// A drawing, cartoon or collage.
    Illustration,
    /// Facts set out with drawn signs.
    Infographic,
    /// A chart or map drawn from data.
    Data,
}

/// What the decision about a picture rests on: nothing that a review could change. Criteria that nobody has answered
/// count as met. Whether the picture is published does not matter (112).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The machine's part in it; `None` when it is not on record.
    pub involvement: Option<Involvement>,
    /// What it is. The name alone exempts nothing: an "illustration" that looks real is a deep fake.
    pub kind: PictureKind,
    /// Criterion 1: it appreciably resembles what it shows.
    pub resembles: bool,
    /// Criterion 2: what it shows exists, could plausibly exist or could have existed.
    pub could_exist: bool,
    /// Criterion 3: what it shows is a person, object, place, entity or event.
    pub subject_kind: bool,
    /// Criterion 4: to some of its likely viewers it would falsely appear authentic, whether or not that is meant.
    pub appears_authentic: bool,
    /// Edited further than technical and editorial practice has it: more than light, colour, noise, crop.
    pub edited_beyond_standard: bool,
    /// Evidently satire, art or fiction.
    pub satire_or_art: bool,
}

impl Picture {
    /// Whether this picture must carry a label. What a machine made or changed always does: by law when it could pass for
    /// real, else by the house's rule.
    pub fn decide(&self) -> Decision {
        match self.involvement {
            None => Decision::new(
                Duty::Undetermined,
                "Article 50(4)",
                "How this picture was made is not on record; record it before the picture goes out.",
            ),
            Some(Involvement::None) => {
                Decision::not_required("Article 50(4)", "No machine made or changed this picture.")
            }
            Some(Involvement::Assisted) if !self.edited_beyond_standard => Decision::not_required(
                "Guidelines 116",
                "The machine's help with this picture stayed within standard practice, such as light, colour or noise.",
            ),
            Some(Involvement::Procedural) if self.kind == PictureKind::Data => Decision::by_the_house(
                "Guidelines 64-68",
                "Rules drew this from data without AI, so the law has no duty; the house labels it all the same.",
            ),
            Some(Involvement::Procedural) => Decision::by_the_house(
                "Article 3(1)",
                "Rules made this picture without a trained model, which is arguably no AI system and so no duty by law; \
                 the house labels it all the same.",
            ),
            Some(Involvement::Assisted | Involvement::Modified | Involvement::Generated) => self.decide_ai(),
        }
    }

    fn decide_ai(&self) -> Decision {
        if self.kind == PictureKind::Photo && self.edited_beyond_standard {
            return Decision::required("Guidelines 116", "AI edited this photograph beyond standard practice.");
        }
        match self.missing_criterion() {
            Some((anchor, reason)) => Decision::by_the_house(anchor, reason),
            None if self.satire_or_art => Decision::required(
                "Guidelines 119-123",
                "This picture could pass for real; satire and art keep the label, and beside news in its usual form.",
            ),
            None => Decision::required("Guidelines 113", "AI made or changed this picture and it could pass for real."),
        }
    }

    /// The first criterion of a deep fake that it does not meet.
    fn missing_criterion(&self) -> Option<(&'static str, &'static str)> {
        let criteria = [
            (self.resembles, "Guidelines 113 (i)", "It resembles nothing real, but the house labels what AI made."),
            (self.could_exist, "Guidelines 113 (ii)", "It shows what cannot exist, but the house labels what AI made."),
            (self.subject_kind, "Guidelines 113 (iii)", "It shows no subject, but the house labels what AI made."),
            (self.appears_authentic, "Guidelines 113 (iv)", "It looks made up, but the house labels what AI made."),
        ];
        criteria.into_iter().find(|(met, ..)| !met).map(|(_, anchor, reason)| (anchor, reason))
    }
}

#[cfg(test)]
mod tests;
