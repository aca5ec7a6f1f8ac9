//! Pictures that people bring in, as whoever runs the desk makes them anew.

use news::{label::Involvement, picture::Provenance};

/// A picture made anew: pixels and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The file.
    pub bytes: Vec<u8>,
    /// Its kind.
    pub media_type: &'static str,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// What comes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The picture to be shown large.
    pub main: Made,
    /// Smaller copies, the smallest first, all of the main one's kind.
    pub sizes: Vec<Made>,
    /// They say in their own pixels that AI made or changed them.
    pub burnt: bool,
    /// What the file said of itself.
    pub provenance: Provenance,
}

/// Makes pictures of files. Decoders are heavy, so the desk has them handed in.
pub trait Pictures: Send + Sync {
    /// The picture of a file. `part` is asked for AI's part in it, once it is known what the file says of itself: what AI made
    /// or changed has that written into its pixels.
    ///
    /// # Errors
    /// Why it is not taken, in a sentence for whoever sent it.
    fn take(&self, bytes: &[u8], part: &dyn Fn(&Provenance) -> Involvement) -> Result<Taken, String>;
}
