//! `[mail]`: the server that takes the house's letters, and when the morning mail goes out.

use std::net::IpAddr;

use ::mail::{
    Relay, is_address,
    smtp::{Login, Secure, Settings},
};
use jiff::{civil::Time, tz::TimeZone};
use serde::{Deserialize, Serialize};
use toml::Spanned;
use url::Url;

use super::{House, Wrong, masked, spanned};
use crate::morning::Morning;

/// Ports where none is named (RFC 8314, RFC 6409).
const TLS_PORT: u16 = 465;
const PORT: u16 = 587;

/// The server that takes the house's letters.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mail {
    /// `smtps://user@host:465` or `smtp://host:587`; empty: no mail is sent.
    pub smtp: Spanned<String>,
    /// The variable that holds the password.
    pub password_env: Spanned<String>,
    /// From whom letters come.
    pub from: Spanned<String>,
    /// Where answers go; empty: to `from`.
    pub reply_to: Spanned<String>,
    /// When the morning mail goes out, by the clocks of the house's zone.
    pub morning: Spanned<String>,
}

impl Default for Mail {
    fn default() -> Self {
        Self {
            smtp: spanned(""),
            password_env: spanned("DATELINE_MAIL_PASSWORD"),
            from: spanned(""),
            reply_to: spanned(""),
            morning: spanned("06:30"),
        }
    }
}

impl Mail {
    /// Whether any mail is sent.
    pub fn is_on(&self) -> bool {
        !self.smtp.get_ref().is_empty()
    }

    /// The place and words of what is wrong with it.
    pub fn fault(&self) -> Option<(usize, String)> {
        let said = |name: &str, value: &Spanned<String>, what: &str| {
            Some((value.span().start, format!("mail.{name} is {:?}; {what}", masked(value.get_ref()))))
        };
        if time(self.morning.get_ref()).is_none() {
            return said("morning", &self.morning, "a time such as \"06:30\" is allowed");
        }
        if !self.is_on() {
            return None;
        }
        if let Some(what) = server_fault(self.smtp.get_ref()) {
            return said("smtp", &self.smtp, what);
        }
        let variable = self.password_env.get_ref();
        if variable.is_empty() || !variable.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') {
            // What stands here may be the password itself.
            let what = "mail.password_env is to name a variable, in letters, digits and _; the password goes into the \
                variable, not into this file";
            return Some((self.password_env.span().start, what.into()));
        }
        if !is_address(self.from.get_ref()) {
            let what = "an address is needed, such as \"The Ledger <desk@ledger.example>\"";
            // A default has no place of its own in the file.
            let place = if self.from.get_ref().is_empty() { &self.smtp } else { &self.from };
            return Some((place.span().start, format!("mail.from is {:?}; {what}", self.from.get_ref())));
        }
        if !self.reply_to.get_ref().is_empty() && !is_address(self.reply_to.get_ref()) {
            return said("reply_to", &self.reply_to, "an address is allowed, or nothing");
        }
        None
    }

    /// The house as its letters name it.
    pub fn house(&self, house: &House, four_eyes: bool) -> ::mail::House {
        ::mail::House {
            name: house.name.clone(),
            base_url: house.base_url.get_ref().trim_end_matches('/').to_owned(),
            zone: TimeZone::get(house.zone.get_ref()).unwrap_or(TimeZone::UTC),
            accents: site::accents(house.accent.get_ref()),
            from: self.from.get_ref().clone(),
            four_eyes,
            reply_to: self.reply_to.get_ref().clone(),
        }
    }

    /// The morning mail as the settings say; `None` where none is sent.
    ///
    /// # Errors
    /// When the password's variable is not set, or the machine has no certificates.
    pub fn open(&self, house: &House, four_eyes: bool) -> Result<Option<Morning>, Wrong> {
        let (Ok(url), Some(at)) = (Url::parse(self.smtp.get_ref()), time(self.morning.get_ref())) else {
            return Ok(None);
        };
        let Some(host) = host(&url) else { return Ok(None) };
        let secure = match url.scheme() {
            "smtps" => Secure::Tls,
            _ if is_this_machine(&host) => Secure::Open,
            _ => Secure::StartTls,
        };
        let port = url.port().unwrap_or(if secure == Secure::Tls { TLS_PORT } else { PORT });
        let settings = Settings { host, port, secure, login: self.login(&decoded(url.username()))? };
        let relay = Relay::new(settings).map_err(|error| Wrong(format!("mail.smtp: {error}")))?;
        Ok(Some(Morning { house: self.house(house, four_eyes), relay, at, taken: Default::default() }))
    }

    /// A user needs a password; without a user none is asked for.
    fn login(&self, user: &str) -> Result<Option<Login>, Wrong> {
        if user.is_empty() {
            return Ok(None);
        }
        let variable = self.password_env.get_ref();
        match std::env::var(variable).ok().filter(|password| !password.is_empty()) {
            Some(password) => Ok(Some(Login { user: user.to_owned(), password })),
            None => Err(Wrong(format!("mail.smtp names a user, but the variable {variable} holds no password"))),
        }
    }
}

/// What is wrong with a server's address.
fn server_fault(smtp: &str) -> Option<&'static str> {
    let allowed = "an address such as \"smtps://user@mail.example:465\" or \"smtp://mail.example:587\" is allowed";
    let Some(url) = Url::parse(smtp).ok().filter(|u| matches!(u.scheme(), "smtp" | "smtps")) else {
        return Some(allowed);
    };
    if url.password().is_some() {
        return Some("a password in it is not allowed: put it into the variable that mail.password_env names");
    }
    let bare = matches!(url.path(), "" | "/") && url.query().is_none() && url.fragment().is_none();
    if bare && host(&url).is_some() { None } else { Some(allowed) }
}

/// The host as it is connected to: an IPv6 address without its brackets.
fn host(url: &Url) -> Option<String> {
    let host = url.host_str()?.trim_start_matches('[').trim_end_matches(']');
    (!host.is_empty()).then(|| host.to_owned())
}

/// Nobody listens on the way to a server on this machine, and such servers have no certificates.
fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// `06:30`.
fn time(words: &str) -> Option<Time> {
    let (hour, minute) = words.split_once(':')?;
    let two_digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    let number = |part: &str| part.parse::<i8>().ok().filter(|_| two_digits(part));
    Time::new(number(hour)?, number(minute)?, 0, 0).ok()
}

/// What stands for itself or as `%40`.
fn decoded(part: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), part.as_bytes());
    while let Some((first, tail)) = rest.split_first() {
        let hex = tail.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = tail.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use crate::config::Config;

    fn mail(lines: &str) -> Result<Config, String> {
        Config::parse(&format!("[mail]\n{lines}\n"), "f").map_err(|wrong| wrong.to_string())
    }

    #[test]
    fn a_server_is_where_the_house_says_and_no_password_is_in_the_file() {
        assert!(!mail("").unwrap().mail.is_on());
        let from = "from = \"The Ledger <desk@ledger.example>\"";
        for right in ["smtps://desk%40ledger.example@mail.example:465", "smtp://mail.example:587", "smtp://[::1]:25"] {
            assert!(mail(&format!("smtp = {right:?}\n{from}")).unwrap().mail.is_on(), "{right}");
        }
        let secret = mail(&format!("smtp = \"smtps://desk:s3cret@mail.example\"\n{from}")).unwrap_err();
        assert!(secret.contains("line 2: mail.smtp") && secret.contains("mail.password_env"), "{secret}");
        assert!(!secret.contains("s3cret"), "{secret}");
        let named = mail(&format!("smtp = \"smtp://mail.example\"\n{from}\npassword_env = \"s3cret!\"")).unwrap_err();
        assert!(named.contains("line 4") && !named.contains("s3cret"), "{named}");
        for wrong in ["mail.example:25", "https://mail.example", "smtp://", "smtp://mail.example/in?x=1"] {
            let told = mail(&format!("smtp = {wrong:?}\n{from}")).unwrap_err();
            assert!(told.contains("an address such as"), "{wrong}: {told}");
        }
        assert!(mail("smtp = \"smtp://mail.example\"").unwrap_err().contains("line 2: mail.from is \"\""));
        let reply = mail(&format!("smtp = \"smtp://mail.example\"\n{from}\nreply_to = \"nobody\"")).unwrap_err();
        assert!(reply.contains("line 4: mail.reply_to is \"nobody\""), "{reply}");
    }

    #[test]
    fn a_time_is_a_time() {
        for wrong in ["6:30", "24:00", "06:60", "soon", "+6:30", ""] {
            assert!(mail(&format!("morning = {wrong:?}")).unwrap_err().contains("a time such as"), "{wrong}");
        }
        assert!(mail("morning = \"23:05\"").is_ok());
    }

    #[test]
    fn a_user_without_a_password_is_told_of() {
        let lines = "smtp = \"smtps://desk@mail.example\"\nfrom = \"a@b.example\"\npassword_env = \"NO_SUCH_PASSWORD\"";
        let config = mail(lines).unwrap();
        let told = config.mail.open(&config.house, false).map(|_| ()).unwrap_err().to_string();
        assert!(told.contains("NO_SUCH_PASSWORD"), "{told}");
        assert_eq!(super::decoded("desk%40ledger.example%"), "desk@ledger.example%");
    }
}
