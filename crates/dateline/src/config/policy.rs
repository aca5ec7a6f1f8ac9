//! `[policy]`: what may go out without a person.

use news::{Lang, policy};
use serde::{Deserialize, Serialize};
use toml::Spanned;

/// What may go out without a person. With no rule a person reviews everything.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Policy {
    /// Let search engines index stories that rest on one source's rewrite.
    pub index_single_source: bool,
    /// The person who lets a story out must be another than the one who wrote or last changed it.
    pub four_eyes: bool,
    /// Stories that may go out by policy in any hour; no limit when left out.
    pub per_hour: Option<Spanned<u32>>,
    /// Stories that may go out by policy in any 24 hours; no limit when left out.
    pub per_day: Option<Spanned<u32>>,
    /// The rules; the first that fits lets a story out.
    pub publish: Vec<Rule>,
}

/// What a story must be like to go out without a person.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Words for people.
    pub name: Spanned<String>,
    /// Slugs of sources; any when left out.
    #[serde(default)]
    pub sources: Vec<Spanned<String>>,
    /// Slugs of sectors; any when left out.
    #[serde(default)]
    pub sectors: Vec<Spanned<String>>,
    /// BCP 47 tags; any when left out.
    #[serde(default)]
    pub languages: Vec<Spanned<String>>,
    /// Independent sources at least.
    #[serde(default = "one")]
    pub least_sources: u32,
    /// `extract`, `model`; only `extract` when left out.
    #[serde(default)]
    pub drafters: Vec<String>,
    /// Only updates of stories that a person let out first.
    #[serde(default)]
    pub updates_only: bool,
    /// Deaths, arrests and named people too.
    #[serde(default)]
    pub sensitive: bool,
}

fn one() -> u32 {
    1
}

fn values(list: &[Spanned<String>]) -> Vec<String> {
    list.iter().map(|v| v.get_ref().clone()).collect()
}

impl Policy {
    /// As the desk asks it.
    pub fn rules(&self) -> policy::Policy {
        let cap = |cap: &Option<Spanned<u32>>| cap.as_ref().map(|c| *c.get_ref());
        let rule = |rule: &Rule| policy::Rule {
            name: rule.name.get_ref().clone(),
            sources: values(&rule.sources),
            sectors: values(&rule.sectors),
            langs: rule.languages.iter().map(|l| Lang::new(l.get_ref())).collect(),
            least_sources: rule.least_sources,
            drafters: rule.drafters.clone(),
            updates_only: rule.updates_only,
            sensitive: rule.sensitive,
        };
        policy::Policy {
            rules: self.publish.iter().map(rule).collect(),
            per_hour: cap(&self.per_hour),
            per_day: cap(&self.per_day),
        }
    }

    /// The byte and the words of the first fault: of the rules themselves, and of sectors that nobody knows.
    pub fn fault(&self) -> Option<(usize, String)> {
        let at = self.publish.first().map_or(0, |rule| rule.name.span().start);
        if let Some(wrong) = self.rules().wrong().into_iter().next() {
            return Some((at, format!("policy: {wrong}")));
        }
        let known = |slug: &str| news::sector::DEFAULT.iter().any(|(known, ..)| *known == slug);
        let unknown = self.publish.iter().flat_map(|rule| &rule.sectors).find(|s| !known(s.get_ref()))?;
        let slugs = news::sector::DEFAULT.map(|(slug, ..)| slug).join(", ");
        Some((unknown.span().start, format!("policy.publish.sectors has {:?}; {slugs} are allowed", unknown.get_ref())))
    }
}
