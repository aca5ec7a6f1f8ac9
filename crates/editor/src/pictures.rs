//! Pictures that people bring in, as whoever runs the desk makes them anew.

use news::{
    label::Involvement,
    picture::{Provenance, Taken},
};

/// Makes pictures of files. Decoders are heavy, so the desk has them handed in.
pub trait Pictures: Send + Sync {
    /// The picture of a file. `part` is asked for AI's part in it, once it is known what the file says of itself: what AI made
    /// or changed has that written into its pixels.
    ///
    /// # Errors
    /// Why it is not taken, in a sentence for whoever sent it.
    fn take(&self, bytes: &[u8], part: &dyn Fn(&Provenance) -> Involvement) -> Result<Taken, String>;
}
