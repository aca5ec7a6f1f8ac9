//! An endpoint that speaks OpenAI's chat completions.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use url::Url;

use crate::{Answer, Ask, Failure, Key, Message, Model, Role, answer};

/// Bytes of an answer beyond which it is no answer.
const MOST_BYTES: usize = 1_000_000;
/// For making the connection.
const CONNECT: Duration = Duration::from_secs(10);
/// Words of a refusal that are kept.
const REFUSAL_CHARACTERS: usize = 200;

/// How the answer's form is asked for: not every server knows every way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// `response_format` of type `json_schema`: OpenAI, llama.cpp, Ollama, vLLM.
    #[default]
    Schema,
    /// `response_format` of type `json_object`; the schema stands in the conversation.
    Object,
    /// Nothing is asked for; the schema stands in the conversation.
    Words,
}

/// Where and how a model is asked.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Base address, such as `https://api.example/v1` or `http://127.0.0.1:11434/v1`.
    pub base: Url,
    /// The model's name there.
    pub model: String,
    /// The key, if it wants one.
    pub key: Key,
    /// How JSON is asked for.
    pub form: Form,
}

/// The endpoint. Several threads may ask at once; each question has a connection of its own or an idle one.
#[derive(Debug)]
pub struct Endpoint {
    settings: Settings,
    url: Url,
    client: reqwest::Client,
    /// The client is asynchronous, those who ask are not.
    runtime: tokio::runtime::Runtime,
}

impl Endpoint {
    /// The endpoint of these settings. Nothing is asked yet. No redirect will be followed: a key goes where it was meant to go.
    ///
    /// # Errors
    /// [`Failure::Away`] when the system has no certificates or no thread to give.
    pub fn new(settings: Settings) -> Result<Self, Failure> {
        // Another part of the program may have installed it already; then it is the same one.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut url = settings.base.clone();
        url.set_path(&format!("{}/chat/completions", settings.base.path().trim_end_matches('/')));
        let client = reqwest::Client::builder()
            .user_agent(concat!("Dateline/", env!("CARGO_PKG_VERSION")))
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .no_proxy()
            .retry(reqwest::retry::never())
            .connect_timeout(CONNECT)
            .build()
            .map_err(|e| Failure::Away(chain(&e)))?;
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
        Ok(Self { settings, url, client, runtime: runtime.map_err(|e| Failure::Away(chain(&e)))? })
    }

    fn body(&self, ask: &Ask) -> Value {
        let mut messages: Vec<Value> = ask.messages.iter().map(message).collect();
        if self.settings.form != Form::Schema {
            let form = format!("Answer with JSON of this schema and nothing else: {}", ask.schema);
            messages.insert(1.min(messages.len()), json!({"role": "system", "content": form}));
        }
        let mut body = json!({
            "model": self.settings.model, "messages": messages, "max_tokens": ask.answer_tokens, "temperature": 0,
            "stream": false,
        });
        let format = match self.settings.form {
            Form::Schema => {
                let schema = json!({"name": "answer", "strict": true, "schema": ask.schema});
                Some(json!({"type": "json_schema", "json_schema": schema}))
            }
            Form::Object => Some(json!({"type": "json_object"})),
            Form::Words => None,
        };
        if let (Some(format), Some(body)) = (format, body.as_object_mut()) {
            body.insert("response_format".into(), format);
        }
        body
    }

    /// Sends it and reads what comes back: status and bytes.
    async fn post(&self, body: String, within: Duration) -> Result<(u16, Vec<u8>), reqwest::Error> {
        let request = self.client.post(self.url.clone()).timeout(within);
        let mut request = request.header("content-type", "application/json").body(body);
        if let Some(key) = self.settings.key.header() {
            request = request.header("authorization", key);
        }
        let mut response = request.send().await?;
        let (status, mut bytes) = (response.status().as_u16(), Vec::new());
        while let Some(chunk) = response.chunk().await? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() > MOST_BYTES {
                break;
            }
        }
        Ok((status, bytes))
    }
}

fn message(message: &Message) -> Value {
    let role = match message.role {
        Role::System => "system",
        Role::User => "user",
        Role::Assistant => "assistant",
    };
    json!({"role": role, "content": message.text})
}

impl Model for Endpoint {
    fn name(&self) -> &str {
        &self.settings.model
    }

    fn ask(&self, ask: &Ask) -> Result<Answer, Failure> {
        let begun = Instant::now();
        let away = |e: &dyn std::error::Error| Failure::Away(self.settings.key.masked(&chain(e)));
        let sent = self.runtime.block_on(self.post(self.body(ask).to_string(), ask.within));
        let (status, bytes) = sent.map_err(|e| away(&e.without_url()))?;
        if bytes.len() > MOST_BYTES {
            return Err(Failure::Nonsense(format!("more than {MOST_BYTES} bytes")));
        }
        let words = String::from_utf8_lossy(&bytes);
        if status != 200 {
            let words: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let words = words.chars().filter(|c| !c.is_control()).take(REFUSAL_CHARACTERS).collect::<String>();
            return Err(Failure::Refused { status, words: self.settings.key.masked(&words) });
        }
        let mut read = answer::read(&words)?;
        if read.tokens_in == 0 {
            read.tokens_in = ask.messages.iter().map(|m| m.text.len() as u64 / 4).sum();
        }
        read.ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        Ok(read)
    }
}

/// An error with what caused it: `error sending request: connection refused`.
fn chain(error: &dyn std::error::Error) -> String {
    let mut out = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let words = error.to_string();
        if !out.contains(&words) {
            out.push_str(": ");
            out.push_str(&words);
        }
        cause = error.source();
    }
    out
}
