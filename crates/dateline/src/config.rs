//! `dateline.toml`: read whole and checked before anything starts. A wrong value is told with file, line, the value and what
//! is allowed. Every setting is explained in `dateline.example.toml`, which a test keeps in step with this file.

mod assist;
mod check;
mod edition;
mod mail;
mod mask;
mod policy;
mod store;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use toml::Spanned;

pub use self::{
    assist::Assist,
    mail::Mail,
    mask::masked,
    policy::Policy,
    store::{Database, Store},
};

/// Name of the file in the newsroom's folder.
pub const FILE: &str = "dateline.toml";

/// A configuration that cannot be used, in words that say where and what is allowed.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Wrong(pub String);

/// The whole file.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Who we are.
    pub house: House,
    /// How pages are served.
    pub serve: Serve,
    /// Where everything is kept.
    pub store: Store,
    /// How feeds are asked.
    pub wire: Wire,
    /// What may go out without an editor.
    pub policy: Policy,
    /// The model that rewords stories.
    pub assist: Assist,
    /// The server that takes the house's letters.
    pub mail: Mail,
    /// Audiences with a home of their own.
    pub edition: Vec<Edition>,
    /// The links beside the sectors in the menu.
    pub menu: Vec<Link>,
    /// Social links in rail and footer.
    pub social: Vec<Link>,
    /// Groups of links in the footer.
    pub footer: Vec<Group>,
    /// Whom we take from.
    pub source: Vec<Source>,
}

/// Who we are.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct House {
    /// The masthead.
    pub name: String,
    /// The line under it.
    pub tagline: String,
    /// Where readers find the site: scheme and host, no path.
    pub base_url: Spanned<String>,
    /// BCP 47 tag of the pages' furniture.
    pub language: Spanned<String>,
    /// IANA zone of the times on pages.
    pub zone: Spanned<String>,
    /// The one accent colour, `#rrggbb`.
    pub accent: Spanned<String>,
    /// A picture file (SVG, PNG, JPEG, WebP) for the masthead, relative to this file.
    pub logo: Option<PathBuf>,
    /// Who answers for what is published.
    pub responsible_editor: String,
    /// How to reach that person: an e-mail address or a page.
    pub responsible_contact: String,
    /// The legal person behind the site.
    pub publisher: String,
    /// For readers.
    pub email: String,
    /// For readers.
    pub phone: String,
    /// For readers.
    pub postal: String,
    /// For people who found a hole: `mailto:` or `https:`.
    pub security_contact: String,
}

impl Default for House {
    fn default() -> Self {
        Self {
            name: "Dateline".into(),
            tagline: String::new(),
            base_url: spanned("http://127.0.0.1:8080"),
            language: spanned("en"),
            zone: spanned("UTC"),
            accent: spanned("#a4243b"),
            logo: None,
            responsible_editor: String::new(),
            responsible_contact: String::new(),
            publisher: String::new(),
            email: String::new(),
            phone: String::new(),
            postal: String::new(),
            security_contact: String::new(),
        }
    }
}

/// How pages are served.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Serve {
    /// Address and port.
    pub listen: Spanned<String>,
    /// Hours after which a view counts half in the trending list.
    pub trending_half_life_hours: Spanned<f64>,
    /// Seconds that the rail of a page may be old.
    pub rail_seconds: Spanned<u32>,
    /// Megabytes of finished pages kept in memory.
    pub cache_megabytes: Spanned<u32>,
    /// Proxies of the house between readers and Dateline.
    pub proxies: Spanned<u32>,
    /// Connections at once.
    pub connections: Spanned<u32>,
    /// Connections of one client at once.
    pub connections_per_client: Spanned<u32>,
    /// Pages made for one client at once.
    pub requests_per_client: Spanned<u32>,
    /// Address of metrics and health; empty for none.
    pub status: Spanned<String>,
}

impl Serve {
    /// The address of metrics and health; `None` when there is none.
    pub fn status_address(&self) -> Option<std::net::SocketAddr> {
        self.status.get_ref().parse().ok()
    }
}

impl Default for Serve {
    fn default() -> Self {
        Self {
            listen: spanned("127.0.0.1:8080"),
            trending_half_life_hours: Spanned::new(0..0, 12.0),
            rail_seconds: Spanned::new(0..0, 60),
            cache_megabytes: Spanned::new(0..0, 96),
            proxies: Spanned::new(0..0, 0),
            connections: Spanned::new(0..0, 10_000),
            connections_per_client: Spanned::new(0..0, 512),
            requests_per_client: Spanned::new(0..0, 32),
            status: spanned(""),
        }
    }
}

/// How feeds are asked.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Wire {
    /// Minutes between two questions to a feed that says nothing else.
    pub every_minutes: Spanned<u32>,
    /// Seconds for one answer.
    pub timeout_seconds: Spanned<u32>,
    /// Megabytes of one answer, unpacked.
    pub max_megabytes: Spanned<u32>,
    /// How we introduce ourselves; the contact belongs in it.
    pub user_agent: String,
    /// Ask feeds inside our own network too.
    pub allow_private: bool,
}

impl Default for Wire {
    fn default() -> Self {
        Self {
            every_minutes: Spanned::new(0..0, 10),
            timeout_seconds: Spanned::new(0..0, 20),
            max_megabytes: Spanned::new(0..0, 20),
            user_agent: format!("Dateline/{}", env!("CARGO_PKG_VERSION")),
            allow_private: false,
        }
    }
}

/// An edition.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Its home is `/{slug}`.
    pub slug: Spanned<String>,
    /// Its name for readers, in its own language.
    pub name: Spanned<String>,
    /// BCP 47 tag of its stories and its pages' furniture.
    pub language: Spanned<String>,
    /// IANA zone of the times on its pages; the house's when left out.
    pub zone: Option<Spanned<String>>,
    /// ISO 3166-1 codes of the countries that its stories are about or filed from; all when left out.
    #[serde(default)]
    pub countries: Vec<Spanned<String>>,
    /// Slugs of its sectors; all when left out.
    #[serde(default)]
    pub sectors: Vec<Spanned<String>>,
}

/// A link.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Words.
    pub name: String,
    /// `https://…` or a path of this site.
    pub url: Spanned<String>,
}

/// A group of links in the footer.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its title.
    pub title: String,
    /// Its links.
    pub links: Vec<Link>,
}

/// A source.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Name for readers.
    pub name: Spanned<String>,
    /// Short name in URLs and logs; made from the name when left out.
    pub slug: Option<Spanned<String>>,
    /// Feed address; left out for a source that is only handed in.
    pub feed: Option<Spanned<String>>,
    /// Its home page.
    pub home: Option<String>,
    /// `rewrite`, `round-up`, `pass-through`, `press-release`, `link-only`.
    #[serde(default = "rewrite")]
    pub treatment: Spanned<String>,
    /// Words of its text that a page may show.
    #[serde(default = "show_words")]
    pub show_words: u32,
    /// Language of items that do not say; detected when left out.
    pub language: Option<Spanned<String>>,
    /// IANA zone of times that carry none.
    pub zone: Option<Spanned<String>>,
    /// Its text must never be sent to a model.
    #[serde(default)]
    pub no_ai: bool,
}

fn spanned(value: &str) -> Spanned<String> {
    Spanned::new(0..0, value.into())
}

fn rewrite() -> Spanned<String> {
    spanned("rewrite")
}

fn show_words() -> u32 {
    250
}

impl Config {
    /// Reads and checks the file.
    pub fn read(path: &Path) -> Result<Self, Wrong> {
        let text = std::fs::read_to_string(path).map_err(|error| {
            Wrong(format!("{}: {error}. `dateline init DIR` makes a newsroom with this file in it", path.display()))
        })?;
        Self::parse(&text, &path.display().to_string())
    }

    /// Reads and checks the text of a file called `name` in messages.
    pub fn parse(text: &str, name: &str) -> Result<Self, Wrong> {
        let config: Self = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| line_of(text, span.start));
            Wrong(format!("{name}, line {line}: {}", error.message()))
        })?;
        match check::first_fault(&config) {
            None => Ok(config),
            Some((at, what)) => Err(Wrong(format!("{name}, line {}: {what}", line_of(text, at)))),
        }
    }
}

/// Line number of a byte of the text, from 1.
fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|b| *b == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> String {
        Config::parse(text, "dateline.toml").map(|_| ()).unwrap_err().to_string()
    }

    #[test]
    fn the_example_is_right_and_has_every_setting() {
        let text = include_str!("../../../dateline.example.toml");
        let config = Config::parse(text, "dateline.example.toml").unwrap();
        let all = toml::Value::try_from(&config).unwrap();
        for (section, value) in all.as_table().unwrap() {
            for key in value.as_table().into_iter().flat_map(|t| t.keys()) {
                assert!(text.contains(&format!("{key} =")), "dateline.example.toml does not explain {section}.{key}");
            }
        }
    }

    #[test]
    fn a_model_is_asked_where_the_house_says_and_its_key_is_in_no_message() {
        assert!(!Config::parse("", "dateline.toml").unwrap().assist.is_on());
        let assist = |lines: &str| format!("[assist]\nmodel = \"m\"\nendpoint = {lines}\n");
        for near in ["http://127.0.0.1:11434/v1", "http://[::1]:8000/v1", "http://10.0.0.7/v1", "http://models:8000/v1"]
        {
            assert!(Config::parse(&assist(&format!("{near:?}")), "f").unwrap().assist.is_on(), "{near}");
        }
        assert!(
            fault(&assist("\"http://api.example/v1\""))
                .contains("line 3: assist.endpoint is \"http://api.example/v1\"; http")
        );
        let key = fault(&assist("\"https://desk:s3cret@api.example/v1\""));
        assert!(key.contains("DATELINE_ASSIST_KEY") && !key.contains("s3cret"), "{key}");
        assert!(fault(&assist("\"api.example\"")).contains("an address such as"));
        assert!(fault("[assist]\nendpoint = \"https://api.example/v1\"\n").contains("line 2: assist.model"));
        let form = fault(&assist("\"https://api.example/v1\"\nform = \"xml\""));
        assert!(form.contains("line 4: assist.form is \"xml\"; schema, object or words"), "{form}");
        let seconds = fault(&assist("\"https://api.example/v1\"\nstory_seconds = 900"));
        assert!(seconds.contains("line 4: assist.story_seconds is 900"), "{seconds}");
        let missing = Config::parse(&assist("\"https://api.example/v1\"\nkey_file = \"no.key\""), "f").unwrap();
        let told = missing.assist.open(Path::new("/nowhere")).map(|_| ()).unwrap_err().to_string();
        assert!(told.starts_with("assist.key_file: /nowhere/no.key"), "{told}");
    }

    #[test]
    fn a_database_password_is_in_no_debug() {
        let text = "[store]\ndatabase = \"postgres://ann:s3cret@db.example/news\"\n";
        let config = Config::parse(text, "dateline.toml").unwrap();
        assert!(!format!("{config:?}").contains("s3cret"));
        assert_eq!(config.store.database.get_ref().url(), Some("postgres://ann:s3cret@db.example/news"));
    }

    #[test]
    fn a_wrong_edition_is_told_with_line_value_and_what_is_allowed() {
        let edition =
            |lines: &str| fault(&format!("[[edition]]\nslug = \"fr\"\nname = \"Édition\"\nlanguage = \"fr\"\n{lines}"));
        assert_eq!(
            edition("countries = [\"FR\",\n \"XX\"]\n"),
            "dateline.toml, line 6: edition.countries is \"XX\"; two-letter codes of countries such as \"FR\" or \"IN\" are allowed"
        );
        assert!(
            edition("sectors = [\"gossip\"]\n").contains("line 5: edition.sectors is \"gossip\"; politics, business")
        );
        assert!(edition("zone = \"Paris\"\n").contains("line 5: edition.zone is \"Paris\"; an IANA zone"));
        assert!(
            edition("[[edition]]\nslug = \"fr\"\nname = \"B\"\nlanguage = \"en\"\n")
                .contains("line 6: edition.slug is \"fr\"; and another edition has it too")
        );
        let slug = |slug: &str| fault(&format!("[[edition]]\nslug = \"{slug}\"\nname = \"A\"\nlanguage = \"fr\"\n"));
        assert!(slug("latest").contains("line 2: edition.slug is \"latest\"; 1 to 40 of a-z, 0-9 and - are allowed, and no word that begins an address"));
        assert!(slug("Fr").contains("edition.slug is \"Fr\"") && slug("about").contains("edition.slug is \"about\""));
        assert!(fault("[[edition]]\nslug = \"fr\"\n").starts_with("dateline.toml, line 1: missing field `name`"));
    }

    #[test]
    fn a_fault_names_line_value_and_what_is_allowed() {
        assert_eq!(
            fault("[house]\nname = \"A\"\nzone = \"Europe/Pariss\"\n"),
            "dateline.toml, line 3: house.zone is \"Europe/Pariss\"; an IANA zone such as \"Europe/Paris\" or \"UTC\" is allowed"
        );
        assert!(fault("[house]\nnmae = \"A\"\n").starts_with("dateline.toml, line 2: unknown field `nmae`"));
        assert!(
            fault("[[source]]\nname = \"A\"\ntreatment = \"steal\"\n")
                .contains("line 3: source.treatment is \"steal\"")
        );
        assert!(fault("[serve]\nlisten = \"8080\"\n").contains("an address with a port"));
        let database = fault("[store]\ndatabase = \"mysql://ann:s3cret@db.example/news\"\n");
        assert!(database.contains("line 2") && database.contains("postgres://"), "{database}");
        assert!(!database.contains("s3cret"), "{database}");
        assert!(
            fault("[[source]]\nname=\"A\"\nslug=\"a\"\n[[source]]\nname=\"B\"\nslug=\"a\"\n")
                .contains("line 6: source.slug is \"a\"")
        );
    }
}
