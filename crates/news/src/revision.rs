//! One immutable state of a story's text in one language.

use serde::{Deserialize, Serialize};

use crate::{
    Hash, Lang, RevisionId, StoryId, Time,
    mark::Mark,
    story::Picture,
    verdict::{Part, Sentence, Verdict},
};

/// The text of a revision.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// One language.
    pub lang: Lang,
    /// 6 to 12 words.
    pub headline: String,
    /// 40 to 50 words drawn from the body.
    pub summary: String,
    /// 3 to 6 short paragraphs, plain text.
    pub paragraphs: Vec<String>,
    /// What stands out in the paragraphs. Machines mark nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
}

/// A picture's part in the revision's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureName {
    /// SHA-256 of its bytes.
    pub hash: Hash,
    /// Its alt text.
    pub alt: String,
    /// How it was made, where a person who brought it in said so; empty where none did.
    pub making: String,
}

impl PictureName {
    /// The one of a picture.
    pub fn of(picture: &Picture) -> Self {
        let making = picture.brought.as_ref().map_or("", |b| b.making.word()).to_owned();
        Self { hash: picture.blob, alt: picture.alt.clone(), making }
    }
}

impl Draft {
    /// The text of a part; empty when there is no such paragraph.
    pub fn part(&self, part: Part) -> &str {
        match part {
            Part::Headline => &self.headline,
            Part::Summary => &self.summary,
            Part::Body(n) => self.paragraphs.get(n).map_or("", String::as_str),
        }
    }

    /// The words of a sentence of it.
    pub fn words(&self, sentence: &Sentence) -> &str {
        self.part(sentence.part).get(sentence.range.clone()).unwrap_or_default()
    }

    /// The SHA-256 that names a revision: headline, summary, paragraphs, picture hashes and alt texts as canonical JSON
    /// (RFC 8785); how pictures were made, where a person said so, and what is marked, for a review is of that too. Keys stand in
    /// code-unit order; only strings and arrays occur, for which serde_json's escapes are canonical.
    pub fn hash(&self, pictures: &[PictureName]) -> Hash {
        #[derive(Serialize)]
        struct Canonical<'a> {
            alts: Vec<&'a str>,
            headline: &'a str,
            lang: &'a str,
            #[serde(skip_serializing_if = "Vec::is_empty")]
            makings: Vec<&'a str>,
            #[serde(skip_serializing_if = "Vec::is_empty")]
            marks: Vec<String>,
            paragraphs: &'a [String],
            pictures: Vec<String>,
            summary: &'a str,
        }
        let canonical = Canonical {
            alts: pictures.iter().map(|p| p.alt.as_str()).collect(),
            headline: &self.headline,
            lang: self.lang.tag(),
            makings: pictures.iter().map(|p| p.making.as_str()).filter(|m| !m.is_empty()).collect(),
            marks: self.marks.iter().map(Mark::line).collect(),
            paragraphs: &self.paragraphs,
            pictures: pictures.iter().map(|p| p.hash.hex()).collect(),
            summary: &self.summary,
        };
        // Strings and arrays always serialise; an empty hash input would only mean that they did not.
        Hash::of(&serde_json::to_vec(&canonical).unwrap_or_default())
    }
}

/// A revision as stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// Its id.
    pub id: RevisionId,
    /// Whose state it is.
    pub story: StoryId,
    /// Rising from 1 within the story.
    pub number: u32,
    /// Its name.
    pub hash: Hash,
    /// When it was made.
    pub created: Time,
    /// When it went out; `None` when it never did.
    pub published: Option<Time>,
    /// Who made it: `extract` for the default drafter, else a person's name.
    pub drafter: String,
    /// The person who last changed a machine's words; empty where none has.
    pub editor: String,
    /// What changed, for readers: `Updated: toll raised from 12 to 14 (Agency)`. Empty on the first.
    pub note: String,
    /// The text.
    pub draft: Draft,
    /// The picture that it was made with; readers get it when they get the words.
    pub picture: Option<Picture>,
    /// Worst of the sentences.
    pub verdict: Verdict,
    /// The sentences in order: headline, summary, body.
    pub sentences: Vec<Sentence>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_depends_on_every_part_and_on_nothing_else() {
        let draft = Draft {
            lang: Lang::en(),
            headline: "H".into(),
            summary: "S".into(),
            paragraphs: vec!["P".into()],
            marks: vec![],
        };
        let name = draft.hash(&[]);
        assert_eq!(name, draft.clone().hash(&[]));
        assert_eq!(
            name,
            Hash::of(br#"{"alts":[],"headline":"H","lang":"en","paragraphs":["P"],"pictures":[],"summary":"S"}"#)
        );
        assert_ne!(name, Draft { summary: "T".into(), ..draft.clone() }.hash(&[]));
        let mark = Mark { paragraph: 0, range: 0..1, manner: crate::mark::Manner::Strong };
        assert_ne!(name, Draft { marks: vec![mark], ..draft.clone() }.hash(&[]));
        assert_ne!(name, draft.hash(&[PictureName { hash: Hash::of(b"x"), alt: "a".into(), making: String::new() }]));
    }
}
