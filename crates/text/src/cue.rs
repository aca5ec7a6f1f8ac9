//! (stub) Small words that turn a fact: negation, modality, direction, legal status, judgement.
use news::Lang;
use std::ops::Range;
/// Which sense a cue carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Cue { /// not, no, never, without, fail to
    Negation, /// may, could, plan, expected to
    Modality, /// rise, gain, up
    Up, /// fall, lose, down
    Down, /// win, beat
    Win, /// lose, defeated by
    Lose, /// before
    Before, /// after
    After, /// suspected, sought
    Suspected, /// arrested, detained
    Arrested, /// charged, indicted
    Charged, /// convicted, found guilty
    Convicted, /// acquitted, cleared
    Acquitted, /// siege, swiftly, key
    Loaded }
/// Cues of `text` with their place.
pub fn find(text: &str, lang: &Lang) -> Vec<(Range<usize>, Cue)> { let _ = (text, lang); vec![] }
