//! Why a letter did not go out. No password is in it.

/// Why a letter did not go out.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// What it is made from could not be read.
    #[error("{0}")]
    Store(#[from] store::Error),
    /// The mail server cannot be reached, or says that it cannot take the letter just now.
    #[error("{0}")]
    Temporary(String),
    /// The mail server refuses it, or it cannot be sent as things stand: the same try fails again.
    #[error("{0}")]
    Permanent(String),
}

impl Error {
    /// Whether another try would be for nothing.
    pub fn is_permanent(&self) -> bool {
        matches!(self, Self::Permanent(_))
    }

    /// What somebody who tries the settings may do about it.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Store(_) => "Look at the newsroom's database first.",
            Self::Temporary(_) => {
                "Check host and port in mail.smtp, and that this machine may open connections to it (many networks close \
                 port 25; 465 and 587 are for this). When the server asked for patience, try again in some minutes."
            }
            Self::Permanent(_) => {
                "Check user and password, that the server lets this user send as the address in mail.from, and the \
                 address that it goes to."
            }
        }
    }
}
