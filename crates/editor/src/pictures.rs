//! Pictures that people bring in, as whoever runs the desk makes them anew.

use news::picture::Provenance;

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
    /// What the file said of itself.
    pub provenance: Provenance,
}

/// Makes pictures of files. Decoders are heavy, so the desk has them handed in.
pub trait Pictures: Send + Sync {
    /// The picture of a file.
    ///
    /// # Errors
    /// Why it is not taken, in a sentence for whoever sent it.
    fn take(&self, bytes: &[u8]) -> Result<Taken, String>;
}
