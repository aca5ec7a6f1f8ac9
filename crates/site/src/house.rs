//! Who publishes: everything of a page that comes from the operator.

use news::{
    Lang,
    edition::{Arrangement, Link},
};

use crate::HousePage;

/// A titled group of links in the footer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FooterGroup {
    /// Its title.
    pub title: String,
    /// Its links.
    pub links: Vec<Link>,
}

/// The picture of the masthead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogoBytes {
    /// `image/svg+xml`, `image/png`, `image/jpeg` or `image/webp`.
    pub media_type: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// The house as its pages show it. Fields left empty are left out of the pages.
#[derive(Clone, Debug)]
pub struct House {
    /// The masthead.
    pub name: String,
    /// The line under it.
    pub tagline: String,
    /// Scheme and host, no slash at the end.
    pub base_url: String,
    /// Language of the furniture on lists.
    pub lang: Lang,
    /// IANA zone of the times on pages.
    pub zone: String,
    /// The one accent colour, `#rrggbb`.
    pub accent: String,
    /// The masthead's picture.
    pub logo: Option<LogoBytes>,
    /// Pages about the house that the operator wrote.
    pub pages: Vec<HousePage>,
    /// Editions and menu as the settings have them; what people at the desk arranged stands over it.
    pub arrangement: Arrangement,
    /// Social links in rail and footer.
    pub social: Vec<Link>,
    /// Groups of links in the footer.
    pub footer: Vec<FooterGroup>,
    /// For readers.
    pub email: String,
    /// For readers.
    pub phone: String,
    /// For readers.
    pub postal: String,
    /// Who answers for what is published.
    pub responsible_editor: String,
    /// How to reach that person: an e-mail address or a page.
    pub responsible_contact: String,
    /// The legal person behind the site.
    pub publisher: String,
    /// For people who found a hole: `mailto:` or `https:`.
    pub security_contact: String,
    /// Who owns the words; the publisher, then the name, when empty.
    pub copyright: String,
    /// Every page says that all on it is invented.
    pub sample: bool,
    /// A language model words stories: the pages about the house say so.
    pub model: bool,
    /// Hours after which a view counts half in the trending list.
    pub trending_half_life_hours: f64,
    /// Seconds that a cached page may be old when nothing was published.
    pub rail_max_age_seconds: u64,
    /// Bytes of finished pages kept in memory.
    pub cache_bytes: u64,
    /// Requests of one client that are worked on at the same moment.
    pub requests_per_client: usize,
}

impl Default for House {
    fn default() -> Self {
        Self {
            name: "Dateline".into(),
            tagline: String::new(),
            base_url: "http://127.0.0.1:8080".into(),
            lang: Lang::en(),
            zone: "UTC".into(),
            accent: "#a4243b".into(),
            logo: None,
            pages: Vec::new(),
            arrangement: Arrangement::default(),
            social: Vec::new(),
            footer: Vec::new(),
            email: String::new(),
            phone: String::new(),
            postal: String::new(),
            responsible_editor: String::new(),
            responsible_contact: String::new(),
            publisher: String::new(),
            security_contact: String::new(),
            copyright: String::new(),
            sample: false,
            model: false,
            trending_half_life_hours: 12.0,
            rail_max_age_seconds: 60,
            cache_bytes: 96 << 20,
            requests_per_client: 32,
        }
    }
}

impl House {
    /// An address of this site in full.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }

    /// Whose words they are, for the © line.
    pub fn owner(&self) -> &str {
        [&self.copyright, &self.publisher, &self.name].into_iter().find(|s| !s.is_empty()).map_or("", String::as_str)
    }

    /// The responsible editor's address as a link: a page as it stands, an e-mail address as `mailto:`.
    pub fn responsible_url(&self) -> String {
        let contact = self.responsible_contact.trim();
        match contact {
            "" => String::new(),
            page if page.starts_with("http") || page.starts_with('/') => page.into(),
            address => format!("mailto:{address}"),
        }
    }
}
