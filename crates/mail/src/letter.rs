//! A letter, and the message that it becomes.

use std::time::{Duration, SystemTime};

use lettre::{
    Address, Message,
    message::{
        Mailbox, MultiPart, SinglePart,
        header::{HeaderName, HeaderValue},
    },
};
use news::{Hash, Time};

use crate::{Error, House, plain};

/// Letters of a name or subject.
const HEADER_LETTERS: usize = 180;
/// The last second that a mail's date can name: the end of the year 9999.
const LAST_MS: i64 = 253_402_300_799_000;

/// A letter, ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// From whom: a name with an address.
    pub from: String,
    /// Where answers go; empty: to `from`.
    pub reply_to: String,
    /// Its reader's name.
    pub name: String,
    /// Its reader's address.
    pub to: String,
    /// One line.
    pub subject: String,
    /// Names it among all letters of the house. The same letter sent twice has the same one, by which mail programs may know.
    pub id: String,
    /// The house's host.
    pub host: String,
    /// Where its reader turns such letters off.
    pub account: String,
    /// When it was written.
    pub at: Time,
    /// In plain text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

impl Letter {
    /// Its bytes, as a mail server gets them.
    ///
    /// # Errors
    /// When an address in it is none.
    pub fn bytes(&self) -> Result<Vec<u8>, Error> {
        Ok(self.message()?.formatted())
    }

    pub(crate) fn message(&self) -> Result<Message, Error> {
        let name = plain::line(&self.name, HEADER_LETTERS);
        let to = address(&self.to).ok_or_else(|| no_address("the address of its reader", &self.to))?;
        let mut message = Message::builder()
            .date(date(self.at))
            .message_id(Some(format!("<{}@{}>", self.id, self.host)))
            .from(mailbox("mail.from", &self.from)?)
            .to(Mailbox::new(Some(name).filter(|n| !n.is_empty()), to))
            .subject(plain::line(&self.subject, HEADER_LETTERS))
            // Out-of-office answers leave it alone.
            .raw_header(header(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated"))
            .raw_header(header(HeaderName::new_from_ascii_str("List-Id"), &format!("<morning.{}>", self.host)))
            .raw_header(header(HeaderName::new_from_ascii_str("List-Unsubscribe"), &format!("<{}>", self.account)));
        if !self.reply_to.is_empty() {
            message = message.reply_to(mailbox("mail.reply_to", &self.reply_to)?);
        }
        message.multipart(self.body()).map_err(|error| Error::Permanent(format!("the letter cannot be made: {error}")))
    }

    fn body(&self) -> MultiPart {
        // Made from the parts, so that none of them can contain it, and the same letter has the same bytes.
        let hash = Hash::of(format!("{}\0{}", self.text, self.html).as_bytes()).hex();
        let boundary: String = hash.chars().take(32).collect();
        MultiPart::alternative()
            .boundary(boundary)
            .singlepart(SinglePart::plain(self.text.clone()))
            .singlepart(SinglePart::html(self.html.clone()))
    }
}

/// Whether that is an address, with or without a name before it.
pub fn is_address(words: &str) -> bool {
    !words.chars().any(char::is_control) && words.parse::<Mailbox>().is_ok()
}

/// A letter that shows that letters arrive.
pub fn trial(house: &House, to: &str, now: Time) -> Letter {
    let account = house.at("/desk/account");
    let text = format!(
        "This is a trial letter from the desk of {}.\n\nIt arrived, so the morning mail will: each morning on which \
         something waits, to everybody at the desk who has not turned it off at\n{account}\n",
        plain::line(&house.name, HEADER_LETTERS)
    );
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let open = "<!doctype html><html lang=\"en\"><body><p style=\"white-space:pre-line\">";
    Letter {
        from: house.from.clone(),
        reply_to: house.reply_to.clone(),
        name: String::new(),
        to: to.to_owned(),
        subject: format!("{}: a trial letter", house.name),
        id: format!("trial.{}", now.ms()),
        host: house.host().to_owned(),
        account,
        at: now,
        html: format!("{open}{escaped}</p></body></html>"),
        text,
    }
}

/// A header's value on one line, whatever is in it.
fn header(name: HeaderName, value: &str) -> HeaderValue {
    HeaderValue::new(name, value.chars().filter(|c| !c.is_control()).collect())
}

fn mailbox(setting: &str, words: &str) -> Result<Mailbox, Error> {
    if !is_address(words) {
        return Err(no_address(setting, words));
    }
    words.parse().map_err(|_| no_address(setting, words))
}

fn address(words: &str) -> Option<Address> {
    if words.chars().any(char::is_control) { None } else { words.parse().ok() }
}

fn no_address(what: &str, words: &str) -> Error {
    Error::Permanent(format!("{what} is {:?}, which is no e-mail address", plain::line(words, HEADER_LETTERS)))
}

/// A mail's date knows no time before 1970.
fn date(at: Time) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_millis(at.ms().clamp(0, LAST_MS).unsigned_abs())
}
