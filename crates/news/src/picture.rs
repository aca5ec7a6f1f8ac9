//! What is on record of a picture that a person brought in: how it was made, what its file said of itself, its sizes.

use serde::{Deserialize, Serialize};

use crate::{
    Hash,
    disclosure::{Decision, Picture as Question, PictureKind},
    label::Involvement,
    story::Picture,
};

/// Where IPTC's Digital Source Types live (`http` is the identifier).
const SOURCE_TYPES: &str = "http://cv.iptc.org/newscodes/digitalsourcetype/";

/// How a picture was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Making {
    /// A camera took it; light, colour and crop at most were changed.
    Photograph,
    /// AI changed what it shows.
    EditedWithAi,
    /// AI made it.
    MadeByAi,
    /// A person drew it, by hand or with a drawing program.
    Drawn,
    /// Nobody knows: it does not go out.
    Unknown,
}

impl Making {
    /// All of them, in the order of a form.
    pub const ALL: [Self; 5] = [Self::Photograph, Self::EditedWithAi, Self::MadeByAi, Self::Drawn, Self::Unknown];

    /// The word in forms and store.
    pub fn word(self) -> &'static str {
        match self {
            Self::Photograph => "photograph",
            Self::EditedWithAi => "edited-with-ai",
            Self::MadeByAi => "made-by-ai",
            Self::Drawn => "drawn",
            Self::Unknown => "unknown",
        }
    }

    /// The making of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|m| m.word() == word)
    }

    /// For people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Photograph => "A photograph",
            Self::EditedWithAi => "A picture edited with AI",
            Self::MadeByAi => "Made by AI",
            Self::Drawn => "A drawing or chart by hand",
            Self::Unknown => "I do not know",
        }
    }

    /// What an IPTC Digital Source Type says; `None` where it does not settle the question.
    pub fn told(source_type: &str) -> Option<Self> {
        match source_type.rsplit('/').next().unwrap_or_default() {
            "trainedAlgorithmicMedia" => Some(Self::MadeByAi),
            "compositeWithTrainedAlgorithmicMedia" | "compositeSynthetic" => Some(Self::EditedWithAi),
            "digitalCapture" | "computationalCapture" | "negativeFilm" | "positiveFilm" | "print" => {
                Some(Self::Photograph)
            }
            "digitalCreation" | "digitalArt" => Some(Self::Drawn),
            _ => None,
        }
    }

    /// What stands, of the file's word and a person's; that AI had a part is never taken back. `None` where none says.
    pub fn settled(source_type: &str, answer: Option<Self>) -> Option<Self> {
        let told = Self::told(source_type);
        match (told, answer) {
            (Some(told), Some(answer)) if told.ai() > answer.ai() => Some(told),
            // That it is a photograph is for a person to say: what a file says of that is quickly forged.
            (told, answer) => answer.or(told.filter(|t| t.ai() > 0)),
        }
    }

    /// How much of it is AI's.
    fn ai(self) -> u8 {
        match self {
            Self::MadeByAi => 2,
            Self::EditedWithAi => 1,
            Self::Photograph | Self::Drawn | Self::Unknown => 0,
        }
    }

    /// A machine's part; `None` when it is not on record.
    pub fn involvement(self) -> Option<Involvement> {
        match self {
            Self::Photograph | Self::Drawn => Some(Involvement::None),
            Self::EditedWithAi => Some(Involvement::Modified),
            Self::MadeByAi => Some(Involvement::Generated),
            Self::Unknown => None,
        }
    }

    /// The truthful IPTC Digital Source Type; empty when it is not on record. The file's own, where it says the same.
    pub fn source_type(self, said: &str) -> String {
        let term = match self {
            _ if Self::told(said) == Some(self) => said.rsplit('/').next().unwrap_or_default(),
            Self::Photograph => "digitalCapture",
            Self::EditedWithAi => "compositeWithTrainedAlgorithmicMedia",
            Self::MadeByAi => "trainedAlgorithmicMedia",
            Self::Drawn => "digitalCreation",
            Self::Unknown => return String::new(),
        };
        format!("{SOURCE_TYPES}{term}")
    }

    fn kind(self) -> PictureKind {
        match self {
            Self::Drawn => PictureKind::Illustration,
            _ => PictureKind::Photo,
        }
    }
}

/// What a picture's file said of itself. Words of strangers: shown as such, believed where they say that AI had a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// SHA-256 of the file as it was sent; its bytes are kept for the record and never served.
    pub original: Hash,
    /// Who made it.
    pub creator: String,
    /// Whom to credit.
    pub credit: String,
    /// Whose rights.
    pub copyright: String,
    /// IPTC Digital Source Type; of several the one that leaves most to AI.
    pub source_type: String,
    /// It came with Content Credentials (C2PA). Nobody checked their signature.
    pub content_credentials: bool,
}

/// A picture made anew: pixels and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The file.
    pub bytes: Vec<u8>,
    /// `image/jpeg` or `image/png`.
    pub media_type: &'static str,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// What comes of a file that a person brought in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The picture to be shown large.
    pub main: Made,
    /// Smaller copies, the smallest first, all of the main one's media type.
    pub sizes: Vec<Made>,
    /// They say in their own pixels that AI made or changed them.
    pub burnt: bool,
    /// What the file said of itself.
    pub provenance: Provenance,
}

/// What is on record of a picture that a person brought in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brought {
    /// How it was made.
    pub making: Making,
    /// By whose leave it is used.
    pub rights: String,
    /// What its file said.
    pub said: Provenance,
    /// It and its smaller copies say in their pixels that AI made or changed it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub burnt: bool,
}

/// A smaller copy of a picture, in the same format.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size {
    /// SHA-256 of its bytes in the blob store.
    pub blob: Hash,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

impl Picture {
    /// The bytes that readers may be given: its own and those of its smaller copies, never the file it was made from.
    pub fn served(&self) -> impl Iterator<Item = Hash> + '_ {
        std::iter::once(self.blob).chain(self.sizes.iter().map(|s| s.blob))
    }

    /// All bytes that it names.
    pub fn blobs(&self) -> impl Iterator<Item = Hash> + '_ {
        self.served().chain(self.brought.iter().map(|b| b.said.original))
    }

    /// Whether it must carry a label, and whether enough is on record to say.
    pub fn decide(&self) -> Decision {
        let involvement = self.brought.as_ref().map_or(Some(self.involvement), |b| b.making.involvement());
        let svg = self.media_type == "image/svg+xml";
        let kind = match &self.brought {
            Some(brought) => brought.making.kind(),
            None if svg => PictureKind::Illustration,
            None => PictureKind::Photo,
        };
        let edited_beyond_standard = involvement == Some(Involvement::Modified);
        let question = Question {
            involvement,
            kind,
            resembles: true,
            could_exist: true,
            subject_kind: true,
            appears_authentic: true,
            edited_beyond_standard,
            satire_or_art: false,
        };
        question.decide()
    }

    /// Whether AI made it or changed what it shows.
    pub fn is_ai(&self) -> bool {
        matches!(self.involvement, Involvement::Generated | Involvement::Modified)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::Duty;

    fn picture(making: Making) -> Picture {
        let said = Provenance {
            original: Hash::of(b"original"),
            creator: String::new(),
            credit: String::new(),
            copyright: String::new(),
            source_type: String::new(),
            content_credentials: false,
        };
        Picture {
            blob: Hash::of(b"main"),
            media_type: "image/jpeg".into(),
            width: 1000,
            height: 500,
            alt: "A library".into(),
            caption: String::new(),
            credit: "Ida Okafor".into(),
            involvement: making.involvement().unwrap_or(Involvement::Modified),
            digital_source_type: making.source_type(""),
            sizes: vec![Size { blob: Hash::of(b"small"), width: 400, height: 200 }],
            brought: Some(Brought { making, rights: String::new(), said, burnt: making.ai() > 0 }),
        }
    }

    #[test]
    fn what_ai_did_is_labelled_and_what_nobody_knows_stays_in() {
        let duty = |making| picture(making).decide().duty;
        assert_eq!(duty(Making::Photograph), Duty::NotRequired);
        assert_eq!(duty(Making::Drawn), Duty::NotRequired);
        assert_eq!(duty(Making::EditedWithAi), Duty::Required);
        assert_eq!(duty(Making::MadeByAi), Duty::Required);
        assert!(duty(Making::Unknown).blocks());
        assert!(Making::ALL.into_iter().all(|m| Making::from_word(m.word()) == Some(m)));
    }

    #[test]
    fn nobody_takes_back_that_ai_had_a_part() {
        let ai = format!("{SOURCE_TYPES}trainedAlgorithmicMedia");
        let settled = Making::settled;
        assert_eq!(settled(&ai, Some(Making::Photograph)), Some(Making::MadeByAi));
        assert_eq!(settled(&ai, Some(Making::Unknown)), Some(Making::MadeByAi));
        assert_eq!(settled(&ai, None), Some(Making::MadeByAi));
        assert_eq!(settled("", None), None);
        assert_eq!(settled("x/digitalCapture", None), None, "a person says so, or nobody");
        assert_eq!(settled("x/digitalCapture", Some(Making::MadeByAi)), Some(Making::MadeByAi));
        assert_eq!(settled("x/compositeSynthetic", Some(Making::MadeByAi)), Some(Making::MadeByAi));
        assert_eq!(Making::Photograph.source_type("x/negativeFilm"), format!("{SOURCE_TYPES}negativeFilm"));
        assert_eq!(Making::Unknown.source_type(&ai), "");
    }

    #[test]
    fn the_file_as_it_was_sent_is_kept_and_not_served() {
        let picture = picture(Making::Photograph);
        let original = Hash::of(b"original");
        assert!(picture.blobs().any(|b| b == original) && picture.served().all(|b| b != original));
        let json = serde_json::to_string(&picture).unwrap();
        assert_eq!(serde_json::from_str::<Picture>(&json).unwrap(), picture);
    }

    #[test]
    fn a_picture_kept_before_there_were_sizes_can_be_read() {
        let before = Picture { sizes: Vec::new(), brought: None, ..picture(Making::Photograph) };
        let json = serde_json::to_string(&before).unwrap();
        let unlabelled = serde_json::to_string(&picture(Making::Photograph)).unwrap();
        assert!(!unlabelled.contains("burnt"), "{unlabelled}");
        assert!(!json.contains("sizes") && !json.contains("brought"), "{json}");
        assert_eq!(serde_json::from_str::<Picture>(&json).unwrap(), before);
    }
}
