//! In which sector is a story: a linear judge over its words, taught by reports of our own (`data/reports.jsonl`), by word lists
//! of our own (`data/sectors.tsv`) and by what editors said of stories.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use news::{Lang, Sector, Time, revision::Draft};
use serde::Deserialize;
use store::{Store, label};
use text::{
    linear::{Lexicon, Plane, Row},
    word::Word,
};

use crate::step::tag::GENERIC;

/// The list that is no sector: deaths, arrests.
const SENSITIVE: &str = "sensitive";

/// How much an example weighs, and how much more one of the sector does than one of the others.
const COST: f32 = 1.0;
const POSITIVE: f32 = 4.0;
/// What the word lists count beside the words themselves, a row of which has length 1.
const LISTED: f32 = 1.0;
/// Words given as the reason.
const TOLD: usize = 6;
/// Stories that editors put into a sector, the newest, that teach.
const LABELS: u32 = 2_000;

/// By language and stem, the sectors in whose lists a word stands. One line a sector and language: sector, language, words. The
/// line `sensitive` is not a sector.
static LISTS: LazyLock<HashMap<&str, HashMap<String, Vec<&str>>>> = LazyLock::new(|| {
    let mut lists: HashMap<&str, HashMap<String, Vec<&str>>> = HashMap::new();
    for line in include_str!("../data/sectors.tsv").lines().filter(|l| !l.starts_with('#')) {
        let mut fields = line.split('\t');
        if let (Some(sector), Some(lang), Some(words)) = (fields.next(), fields.next(), fields.next()) {
            for word in words.split_whitespace() {
                // Lists hold words as written; texts are compared by stem.
                let stems = text::word::words(word, &Lang::new(lang));
                let stem = stems.into_iter().next().map_or_else(|| word.to_owned(), |w| w.stem);
                lists.entry(lang).or_default().entry(stem).or_default().push(sector);
            }
        }
    }
    lists
});

/// The lists that a word stands in, [`SENSITIVE`] among them.
fn lists_of(word: &Word, lang: &Lang) -> &'static [&'static str] {
    LISTS.get(lang.primary()).and_then(|lists| lists.get(&word.stem)).map_or(&[], Vec::as_slice)
}

/// Whether a text has a word of death or arrest.
pub(crate) fn is_sensitive(part: &str, lang: &Lang) -> bool {
    text::word::words(part, lang).iter().any(|word| lists_of(word, lang).contains(&SENSITIVE))
}

/// A text whose sector is known.
#[derive(Clone, Debug)]
pub struct Example {
    /// Its sector.
    pub sector: Sector,
    /// Its words.
    pub words: Words,
}

/// What the judge sees of a text: its stems, headline words twice, and the words of each sector's list.
#[derive(Clone, Debug, Default)]
pub struct Words {
    stems: HashMap<String, f32>,
    written: HashMap<String, String>,
    listed: HashMap<&'static str, (f32, Vec<String>)>,
}

impl Words {
    /// Of a headline and paragraphs.
    pub fn of<'a>(headline: &str, paragraphs: impl IntoIterator<Item = &'a str>, lang: &Lang) -> Self {
        let mut out = Self::default();
        out.add(headline, 2.0, lang);
        paragraphs.into_iter().for_each(|p| out.add(p, 1.0, lang));
        out
    }

    fn add(&mut self, part: &str, times: f32, lang: &Lang) {
        let names = text::name::find(part, lang);
        for word in text::word::words(part, lang) {
            for sector in lists_of(&word, lang).iter().filter(|s| **s != SENSITIVE) {
                let (count, words) = self.listed.entry(sector).or_default();
                if !words.contains(&word.lower) {
                    *count += times;
                    words.push(word.lower.clone());
                }
            }
            // Who, where and how many are no subject.
            let named = names.iter().any(|n| n.range.contains(&word.range.start));
            let telling = word.stem.chars().count() > 2 && !word.lower.chars().any(char::is_numeric);
            if telling && !named && !word.stop && !GENERIC.contains(&word.lower.as_str()) {
                *self.stems.entry(word.stem.clone()).or_default() += times;
                self.written.entry(word.stem).or_insert(word.lower);
            }
        }
    }

    /// Each sector's part of the words that stand in any list.
    fn lists(&self, first: u32) -> Row {
        let all: f32 = self.listed.values().map(|(count, _)| count).sum();
        let share = |slug: &str| Some(self.listed.get(slug)?.0 / all * LISTED);
        let lists = news::sector::DEFAULT.iter().enumerate();
        lists.filter_map(|(n, (slug, ..))| Some((first + n as u32, share(slug)?))).collect()
    }
}

/// Who tells a text's sector.
#[derive(Clone, Debug)]
pub struct Judge {
    lexicon: Lexicon,
    planes: Vec<(Sector, Plane)>,
}

/// The judge that knows our own reports alone.
static HOUSE: LazyLock<Arc<Judge>> = LazyLock::new(|| Arc::new(Judge::learn(&own())));

/// Our own reports.
fn own() -> Vec<Example> {
    #[derive(Deserialize)]
    struct Line {
        sector: String,
        title: String,
        text: String,
    }
    let lines = include_str!("../data/reports.jsonl").lines();
    let read = lines.filter_map(|line| serde_json::from_str::<Line>(line).ok());
    read.filter_map(|line| {
        let words = Words::of(&line.title, line.text.lines(), &Lang::en());
        Some(Example { sector: Sector::new(&line.sector)?, words })
    })
    .collect()
}

impl Judge {
    /// The judge that a newsroom starts with.
    pub fn house() -> Arc<Self> {
        Arc::clone(&HOUSE)
    }

    /// Learns from examples.
    pub fn learn(examples: &[Example]) -> Self {
        let lexicon = Lexicon::of(examples.iter().map(|e| &e.words.stems), 1);
        let rows: Vec<Row> = examples.iter().map(|e| row(&lexicon, &e.words)).collect();
        let mut sectors: Vec<&Sector> = examples.iter().map(|e| &e.sector).collect();
        sectors.sort_unstable();
        sectors.dedup();
        let plane = |sector: &Sector| {
            let positive = |n: usize| examples.get(n).is_some_and(|e| e.sector == *sector);
            Plane::learn(&rows, &positive, COST, POSITIVE)
        };
        let planes = sectors.into_iter().map(|s| (s.clone(), plane(s))).collect();
        Self { lexicon, planes }
    }

    /// The likeliest sector and words that speak for it: those of its list, then the weightiest of the rest; `None` when no word
    /// speaks for it.
    pub fn judge(&self, words: &Words) -> Option<(Sector, Vec<String>)> {
        let row = row(&self.lexicon, words);
        let (sector, plane) = self.planes.iter().max_by(|a, b| a.1.score(&row).total_cmp(&b.1.score(&row)))?;
        let told = self.told(sector, plane, &row, words);
        (!told.is_empty()).then(|| (sector.clone(), told))
    }

    fn told(&self, sector: &Sector, plane: &Plane, row: &Row, words: &Words) -> Vec<String> {
        let mut told: Vec<(f32, &String)> = words
            .written
            .iter()
            .filter_map(|(stem, written)| {
                let number = self.lexicon.number(stem)?;
                let at = row.binary_search_by_key(&number, |(f, _)| *f).ok()?;
                Some((plane.weight(number) * row.get(at)?.1, written))
            })
            .filter(|(weight, _)| *weight > 0.0)
            .collect();
        told.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        let listed = words.listed.get(sector.slug()).into_iter().flat_map(|(_, words)| words);
        let mut out: Vec<String> = Vec::new();
        for word in listed.chain(told.into_iter().map(|(_, w)| w)) {
            if out.len() < TOLD && !out.contains(word) {
                out.push(word.clone());
            }
        }
        out
    }
}

fn row(lexicon: &Lexicon, words: &Words) -> Row {
    let mut row = lexicon.row(&words.stems);
    row.extend(words.lists(lexicon.size()));
    row
}

/// The newsroom's judge: it learns again when editors have put more stories into sectors, or changed their minds.
#[derive(Debug, Default)]
pub struct Sectors {
    held: Mutex<Option<Taught>>,
}

/// A judge, and the labels that taught it: how many, and when the newest was said.
#[derive(Debug)]
struct Taught {
    judge: Arc<Judge>,
    labels: u32,
    until: Time,
}

impl Sectors {
    /// The judge that knows what editors said up to now, or nearly: where they said much, a few more change little.
    pub fn current(&self, store: &Store) -> store::Result<Arc<Judge>> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let (learned, until) = held.as_ref().map_or((0, Time(i64::MIN)), |taught| (taught.labels, taught.until));
        let fresh = store.read(|c| label::count_since(c, label::Field::Sector, until))?;
        if fresh > learned / 20 {
            *held = Some(taught(store)?);
        }
        Ok(held.as_ref().map_or_else(Judge::house, |taught| Arc::clone(&taught.judge)))
    }
}

/// What our own reports teach, and the stories that editors put into a sector.
fn taught(store: &Store) -> store::Result<Taught> {
    let said = store.read(|c| label::newest(c, label::Field::Sector, LABELS))?;
    let mut examples = own();
    for (story, slug, _) in &said {
        let Some(revision) = store.read(|c| store::revision::latest(c, *story))? else { continue };
        let Draft { lang, headline, paragraphs, .. } = &revision.draft;
        let words = Words::of(headline, paragraphs.iter().map(String::as_str), lang);
        examples.extend(Sector::new(slug).map(|sector| Example { sector, words }));
    }
    let until = said.first().map_or(Time(i64::MIN), |(.., at)| *at);
    Ok(Taught { judge: Arc::new(Judge::learn(&examples)), labels: said.len() as u32, until })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, lang: &str) -> Words {
        Words::of("", text.lines(), &Lang::new(lang))
    }

    fn sector(judge: &Judge, text: &str, lang: &str) -> Option<String> {
        judge.judge(&words(text, lang)).map(|(sector, _)| sector.slug().to_owned())
    }

    #[test]
    fn every_own_report_is_read() {
        assert_eq!(own().len(), include_str!("../data/reports.jsonl").lines().count());
        assert_eq!(Judge::house().planes.len(), news::sector::DEFAULT.len());
    }

    #[test]
    fn a_road_crash_is_no_business() {
        let judge = Judge::house();
        let crash = "A lorry loaded with timber hit a bus on the ring road and six passengers were hurt.";
        assert_eq!(sector(&judge, crash, "en").as_deref(), Some("headlines"));
        assert_eq!(
            sector(&judge, "Le séisme a touché deux villages, les secours cherchent des sinistrés.", "fr").as_deref(),
            Some("headlines")
        );
    }

    #[test]
    fn a_text_without_a_telling_word_has_none() {
        assert_eq!(sector(&Judge::house(), "", "en"), None);
        assert_eq!(sector(&Judge::house(), "שלום", "he"), None);
    }

    #[test]
    fn what_editors_say_teaches() {
        let text = "The falconers of the lower valley flew their birds on Sunday.";
        let said = Example { sector: Sector::new("falconry").unwrap(), words: words(text, "en") };
        let mut examples = own();
        examples.extend([said.clone(), said]);
        let other = "Falconers from two valleys met and flew their falcons.";
        assert_eq!(sector(&Judge::learn(&examples), other, "en").as_deref(), Some("falconry"));
    }
}
