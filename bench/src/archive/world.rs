//! What all stories of an archive have in common: agencies, tongues, places, and how often each comes up.

use news::{
    Lang, Sector,
    source::{NewSource, Treatment},
};

use super::{frames::Plot, places::Places, tongue::Tongue};
use crate::chance::Chance;

const AGENCIES: &str = include_str!("../../data/agencies.tsv");
/// Share of stories by language; the rest is English.
const LANGUAGES: [(&str, f64); 3] = [("fr", 0.04), ("ar", 0.03), ("hi", 0.03)];
/// How often a sector comes up.
const SECTORS: [(&str, u32); 12] = [
    ("politics", 22),
    ("business", 17),
    ("international", 13),
    ("sports-games", 11),
    ("law-order", 10),
    ("headlines", 8),
    ("science-environment", 6),
    ("health", 5),
    ("entertainment", 3),
    ("education", 2),
    ("lifestyle", 2),
    ("other", 1),
];
/// Drawings made for each sector and shared by its stories.
const DRAWINGS: usize = 8;

/// An agency.
pub struct Agency {
    /// Its short name.
    pub slug: &'static str,
    /// Its name for readers.
    pub name: &'static str,
    /// The one language that it writes in.
    pub lang: Lang,
    treatment: &'static str,
    show_words: u32,
    weight: u32,
}

/// What all stories have in common.
pub struct World {
    /// What everything is drawn from.
    pub seed: u64,
    /// All agencies.
    pub agencies: Vec<Agency>,
    /// All places.
    pub places: Places,
    tongues: Vec<Tongue>,
}

impl World {
    /// The world of that seed.
    pub fn new(seed: u64) -> Self {
        Self {
            seed,
            agencies: AGENCIES.lines().filter_map(agency).collect(),
            places: Places::new(),
            tongues: ["en", "fr", "ar", "hi"].map(Tongue::new).into(),
        }
    }

    /// A tongue, as often as stories are told in it.
    pub fn tongue(&self, chance: &mut Chance) -> &Tongue {
        let mut at = chance.unit();
        let other = LANGUAGES.iter().position(|(_, share)| {
            at -= share;
            at < 0.0
        });
        &self.tongues[other.map_or(0, |n| n + 1)]
    }

    /// The English tongue, which has every plot.
    pub fn english(&self) -> &Tongue {
        &self.tongues[0]
    }

    /// A kind of event, as often as its sector comes up; one of those that the tongue has.
    pub fn plot<'w>(&self, tongue: &'w Tongue, chance: &mut Chance) -> &'w Plot {
        let plots = &tongue.frames.plots;
        let has = |slug: &str| plots.iter().any(|p| p.sector.slug() == slug);
        let known: Vec<(&str, u32)> = SECTORS.into_iter().filter(|(slug, _)| has(slug)).collect();
        let sector = weighted(&known, |(_, weight)| *weight, chance).map_or("", |(slug, _)| *slug);
        let own: Vec<&Plot> = plots.iter().filter(|p| p.sector.slug() == sector).collect();
        // Every tongue has plots: they are compiled in, and a test reads them.
        own[chance.below(own.len())]
    }

    /// So many different agencies of a language, as far as there are so many.
    pub fn some_agencies(&self, lang: &Lang, how_many: usize, chance: &mut Chance) -> Vec<usize> {
        let mut left: Vec<usize> = (0..self.agencies.len()).filter(|at| self.agencies[*at].lang == *lang).collect();
        let mut out = Vec::new();
        while out.len() < how_many {
            let Some(agency) = weighted(&left, |at| self.agencies[*at].weight, chance).copied() else { break };
            left.retain(|at| *at != agency);
            out.push(agency);
        }
        out
    }

    /// The agencies as the store keeps them.
    pub fn sources(&self) -> Vec<NewSource> {
        let source = |a: &Agency| NewSource {
            slug: a.slug.into(),
            name: a.name.into(),
            home: Some(format!("https://{}.example/", a.slug)),
            feed_url: None,
            treatment: Treatment::from_word(a.treatment).unwrap_or_default(),
            show_words: a.show_words,
            lang: a.lang.clone(),
            zone: Some("UTC".into()),
            no_ai: false,
        };
        self.agencies.iter().map(source).collect()
    }

    /// What readers are told about an update.
    pub fn note(&self, agency: usize, lang: &Lang) -> String {
        let name = self.agencies[agency].name;
        match lang.primary() {
            "fr" => format!("Mise à jour : nouveaux chiffres ({name})"),
            "ar" => format!("تحديث: أرقام جديدة ({name})"),
            "hi" => format!("अद्यतन: नए आंकड़े ({name})"),
            _ => format!("Updated: new figures ({name})"),
        }
    }

    /// Drawings that each sector has.
    pub fn drawings_of_a_sector(&self) -> usize {
        DRAWINGS
    }

    /// All sectors, with all their drawings' numbers.
    pub fn drawings(&self) -> impl Iterator<Item = (Sector, usize)> {
        let sectors = SECTORS.into_iter().filter_map(|(slug, _)| Sector::new(slug));
        sectors.flat_map(|sector| (0..DRAWINGS).map(move |n| (sector.clone(), n)))
    }
}

fn agency(line: &'static str) -> Option<Agency> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [slug, name, lang, treatment, words, weight] = fields[..] else { return None };
    let (show_words, weight) = (words.parse().ok()?, weight.parse().ok()?);
    Some(Agency { slug, name, lang: Lang::new(lang), treatment, show_words, weight })
}

/// One of them, each as often as its weight says.
fn weighted<'l, T>(list: &'l [T], weight: impl Fn(&T) -> u32, chance: &mut Chance) -> Option<&'l T> {
    let total: u32 = list.iter().map(&weight).sum();
    let mut at = chance.between(0, i64::from(total) - 1);
    list.iter().find(|item| {
        at -= i64::from(weight(item));
        at < 0
    })
}
