//! `[assist]`: the model that rewords stories, where the house wants one.

use std::{
    net::IpAddr,
    path::{Path, PathBuf},
    time::Duration,
};

use assist::{Endpoint, Form, Key, Settings};
use desk::budget;
use serde::{Deserialize, Serialize};
use toml::Spanned;
use url::{Host, Url};

use super::{Wrong, masked, spanned};

/// The variable that holds the endpoint's key, so that it need not be in a file.
const KEY: &str = "DATELINE_ASSIST_KEY";

/// The model that rewords stories.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Assist {
    /// Base address of an endpoint that speaks OpenAI's chat completions; empty: no model is asked.
    pub endpoint: Spanned<String>,
    /// The model's name there.
    pub model: Spanned<String>,
    /// A file with the endpoint's key in it, relative to dateline.toml.
    pub key_file: Option<PathBuf>,
    /// `schema`, `object`, `words`: how the endpoint is asked for JSON.
    pub form: Spanned<String>,
    /// Seconds that a story waits for the model before it goes out as extracted.
    pub wait_seconds: Spanned<u32>,
    /// Seconds for one story, its repairs included.
    pub story_seconds: Spanned<u32>,
    /// Tokens of one answer.
    pub answer_tokens: Spanned<u32>,
    /// Tokens of 24 hours; 0 for no limit.
    pub day_tokens: u64,
    /// What 24 hours may cost, in the currency of the prices; 0 for no limit.
    pub day_cost: Spanned<f64>,
    /// Price of a million tokens of questions.
    pub price_in: Spanned<f64>,
    /// Price of a million tokens of answers.
    pub price_out: Spanned<f64>,
}

impl Default for Assist {
    fn default() -> Self {
        Self {
            endpoint: spanned(""),
            model: spanned(""),
            key_file: None,
            form: spanned("schema"),
            wait_seconds: Spanned::new(0..0, 20),
            story_seconds: Spanned::new(0..0, 60),
            answer_tokens: Spanned::new(0..0, 1500),
            day_tokens: 2_000_000,
            day_cost: Spanned::new(0..0, 0.0),
            price_in: Spanned::new(0..0, 0.0),
            price_out: Spanned::new(0..0, 0.0),
        }
    }
}

impl Assist {
    /// Whether a model is to be asked.
    pub fn is_on(&self) -> bool {
        !self.endpoint.get_ref().is_empty()
    }

    /// How long a story waits for the model, when there is one.
    pub fn wait_ms(&self) -> Option<i64> {
        self.is_on().then(|| i64::from(*self.wait_seconds.get_ref()) * 1000)
    }

    /// The place and words of what is wrong with it.
    pub fn fault(&self) -> Option<(usize, String)> {
        if !self.is_on() {
            return None;
        }
        let endpoint = self.endpoint.get_ref();
        let said = |what: &str| {
            Some((self.endpoint.span().start, format!("assist.endpoint is {:?}; {what}", masked(endpoint))))
        };
        let Some(url) = Url::parse(endpoint).ok().filter(|u| matches!(u.scheme(), "http" | "https") && u.has_host())
        else {
            return said("an address such as \"https://api.example/v1\" or \"http://127.0.0.1:11434/v1\" is allowed");
        };
        if !url.username().is_empty() || url.password().is_some() || url.query().is_some() {
            return said(&format!("a key in it is not allowed: put it into {KEY} or a file named by assist.key_file"));
        }
        if url.scheme() == "http" && !is_near(&url) {
            return said(
                "http is allowed to this machine and its own network; others hear reports and key, so use https",
            );
        }
        if self.model.get_ref().is_empty() {
            let at = self.endpoint.span().start;
            return Some((at, "assist.model is \"\"; the name that the endpoint knows its model by is needed".into()));
        }
        form(self.form.get_ref()).is_none().then(|| {
            let what = format!("assist.form is {:?}; schema, object or words is allowed", self.form.get_ref());
            (self.form.span().start, what)
        })
    }

    /// The model with its budget, as the settings in the newsroom's folder `home` say; `None` where none is asked.
    ///
    /// # Errors
    /// When the key's file cannot be read or is empty, or the machine has no certificates.
    pub fn open(&self, home: &Path) -> Result<Option<budget::Assist>, Wrong> {
        let (Ok(base), Some(form)) = (Url::parse(self.endpoint.get_ref()), form(self.form.get_ref())) else {
            return Ok(None);
        };
        let settings = Settings { base, model: self.model.get_ref().clone(), key: self.key(home)?, form };
        let model = Endpoint::new(settings).map_err(|failure| Wrong(format!("assist.endpoint: {failure}")))?;
        let day_cost = *self.day_cost.get_ref();
        Ok(Some(budget::Assist {
            model: Box::new(model),
            within: Duration::from_secs(u64::from(*self.story_seconds.get_ref())),
            answer_tokens: *self.answer_tokens.get_ref(),
            day_tokens: Some(self.day_tokens).filter(|n| *n > 0),
            day_cost_micros: (day_cost > 0.0).then_some((day_cost * 1_000_000.0) as u64),
            price_in: *self.price_in.get_ref(),
            price_out: *self.price_out.get_ref(),
        }))
    }

    /// The environment's key before the file's; none is needed by many servers on the own machine.
    fn key(&self, home: &Path) -> Result<Key, Wrong> {
        if let Some(key) = std::env::var(KEY).ok().map(|key| Key::new(&key)).filter(|key| !key.is_empty()) {
            return Ok(key);
        }
        let Some(file) = &self.key_file else { return Ok(Key::default()) };
        let path = home.join(file);
        let read = std::fs::read_to_string(&path);
        let key = read
            .map(|key| Key::new(&key))
            .map_err(|error| Wrong(format!("assist.key_file: {}: {error}", path.display())))?;
        if key.is_empty() { Err(Wrong(format!("assist.key_file: {} is empty", path.display()))) } else { Ok(key) }
    }
}

fn form(word: &str) -> Option<Form> {
    Some(match word {
        "schema" => Form::Schema,
        "object" => Form::Object,
        "words" => Form::Words,
        _ => return None,
    })
}

/// This machine or its own network: a loopback or private address, a name without a dot or of a local zone.
fn is_near(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback() || ip.is_private() || ip.is_link_local(),
        Some(Host::Ipv6(ip)) => IpAddr::V6(ip).is_loopback() || ip.is_unique_local() || ip.is_unicast_link_local(),
        Some(Host::Domain(name)) => {
            let local = [".local", ".internal", ".lan", ".home.arpa", ".localhost"];
            !name.contains('.') || local.iter().any(|end| name.ends_with(end))
        }
        None => false,
    }
}
