//! The nouns and rules of the trade: what a report, a story, a revision, a sentence, a verdict is, and which act may follow
//! which stage. No I/O, no async, no clock, no SQL: times come in as [`Time`], decisions go out as values.

pub mod asked;
pub mod country;
pub mod disclosure;
pub mod edition;
pub mod hash;
pub mod id;
pub mod job;
pub mod label;
pub mod lang;
pub mod mark;
pub mod person;
pub mod picture;
pub mod piece;
pub mod policy;
pub mod report;
pub mod revision;
pub mod scope;
pub mod sector;
pub mod source;
pub mod stage;
pub mod story;
pub mod time;
pub mod trend;
pub mod verdict;

pub use country::Country;
pub use hash::Hash;
pub use id::{JobId, PersonId, PieceId, ReportId, RevisionId, SourceId, StoryId};
pub use lang::Lang;
pub use sector::Sector;
pub use time::Time;
