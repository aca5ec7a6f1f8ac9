//! How a part was made, and what readers are told about it.

use serde::{Deserialize, Serialize};

/// The drafter of a text that rules made from its sources' words, as revisions record it.
pub const EXTRACT: &str = "extract";
/// The drafter of a text that a model reworded; which model stands in the record of what it was asked.
pub const MODEL: &str = "model";

/// A machine's part in the making. Kept per part: text and each picture are labelled on their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Involvement {
    /// A person made it.
    None,
    /// A person made it with a machine's help that changed no substance.
    Assisted,
    /// A machine changed it.
    Modified,
    /// A trained model made it.
    Generated,
    /// Rules made it from data or source text; no trained model.
    Procedural,
}

impl Involvement {
    /// In a text by that drafter; any other name is a person's.
    pub fn of_drafter(drafter: &str) -> Self {
        match drafter {
            EXTRACT => Self::Procedural,
            MODEL => Self::Generated,
            _ => Self::None,
        }
    }

    /// The word used in store and screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Assisted => "assisted",
            Self::Modified => "modified",
            Self::Generated => "generated",
            Self::Procedural => "procedural",
        }
    }

    /// The involvement of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::None, Self::Assisted, Self::Modified, Self::Generated, Self::Procedural]
            .into_iter()
            .find(|i| i.word() == word)
    }

    /// The truthful IPTC Digital Source Type, as its NewsCodes URI (`http` is the identifier).
    pub fn digital_source_type(self) -> &'static str {
        match self {
            Self::None => "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation",
            Self::Assisted => "http://cv.iptc.org/newscodes/digitalsourcetype/humanEdits",
            Self::Modified => "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia",
            Self::Generated => "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
            Self::Procedural => "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia",
        }
    }

    /// The schema.org member for JSON-LD, or the IPTC URI where schema.org has none.
    pub fn schema_org(self) -> &'static str {
        match self {
            Self::Modified => "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource",
            Self::Generated => "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
            Self::Procedural => "https://schema.org/AlgorithmicMediaDigitalSource",
            Self::None | Self::Assisted => self.digital_source_type(),
        }
    }
}
