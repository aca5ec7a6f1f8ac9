//! The gazetteer's data, read once into entries, the spellings that lead to them and an automaton over the spellings.

use super::Class;
use super::spelling;
use aho_corasick::AhoCorasick;
use news::Country;
use std::collections::HashMap;
use std::sync::LazyLock;

const COUNTRIES: &str = include_str!("../../data/countries.tsv");
const CITIES: &str = include_str!("../../data/cities.tsv");
const REGIONS: &str = include_str!("../../data/regions.tsv");
const SEATS: &str = include_str!("../../data/seats.tsv");
const PEOPLES: &str = include_str!("../../data/peoples.tsv");
const ELSEWHERE: &str = include_str!("../../data/elsewhere.tsv");
const NAMES: [(&str, &str, &str); 3] = [
    ("fr", include_str!("../../data/names.fr.tsv"), include_str!("../../data/more.fr.tsv")),
    ("ar", include_str!("../../data/names.ar.tsv"), include_str!("../../data/more.ar.tsv")),
    ("hi", include_str!("../../data/names.hi.tsv"), include_str!("../../data/more.hi.tsv")),
];

/// How careful to be with a spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// Names nothing else.
    None,
    /// Also a surname: not behind a given name.
    Surname,
    /// Also a given name: not before a surname either.
    GivenName,
    /// Also a common word: only behind a preposition or before a comma and its country.
    Word,
}

/// A place, or its people.
#[derive(Debug)]
pub struct Entry {
    /// `None` for names that hold a place word but are elsewhere (`Gulf of Mexico`).
    pub country: Option<Country>,
    pub class: Class,
    pub name: String,
    /// `Kyiv region` of `Kyiv`.
    pub region_name: String,
}

/// A spelling's way to an entry.
#[derive(Clone, Copy, Debug)]
pub struct Sense {
    pub entry: usize,
    pub care: Care,
    /// The only language in which it means that, where there is one.
    pub only: Option<&'static str>,
}

/// What we know of a country beside its spellings.
#[derive(Debug)]
pub struct Facts {
    pub name: String,
    pub slug: String,
    pub centre: (f32, f32),
    pub names: HashMap<&'static str, String>,
}

/// All of it.
#[derive(Debug)]
pub struct Gazetteer {
    pub entries: Vec<Entry>,
    pub spellings: Vec<(String, Vec<Sense>)>,
    pub automaton: Option<AhoCorasick>,
    pub facts: HashMap<Country, Facts>,
    by_lower: HashMap<String, usize>,
}

/// The one gazetteer.
pub static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| Builder::default().build());

impl Gazetteer {
    /// The entry meant by a spelling in any case; countries before cities.
    pub fn by_spelling(&self, spelling: &str) -> Option<&Entry> {
        self.by_lower.get(&spelling.to_lowercase()).and_then(|i| self.entries.get(*i)).filter(|e| e.country.is_some())
    }
}

#[derive(Default)]
struct Builder {
    entries: Vec<Entry>,
    senses: HashMap<String, Vec<Sense>>,
    facts: HashMap<Country, Facts>,
    by_name: HashMap<String, usize>,
}

fn rows(data: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    data.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).map(|l| l.split('\t').collect())
}

fn listed(field: Option<&&'static str>) -> impl Iterator<Item = &'static str> {
    field.copied().unwrap_or_default().split('|').filter(|s| !s.is_empty())
}

/// The mark before a spelling and the spelling itself.
fn marked(spelling: &str) -> (Care, &str) {
    if let Some(s) = spelling.strip_prefix("**") {
        (Care::GivenName, s)
    } else if let Some(s) = spelling.strip_prefix('*') {
        (Care::Surname, s)
    } else if let Some(s) = spelling.strip_prefix('!') {
        (Care::Word, s)
    } else {
        (Care::None, spelling)
    }
}

impl Builder {
    fn build(mut self) -> Gazetteer {
        for row in rows(ELSEWHERE) {
            let entry = self.enter(None, Class::Region, row[0]);
            self.spell(row[0], entry, None);
        }
        rows(COUNTRIES).for_each(|row| self.country(&row));
        self.grouped(REGIONS, Class::Region);
        self.grouped(SEATS, Class::Region);
        self.grouped(CITIES, Class::City);
        rows(PEOPLES).for_each(|row| self.people(&row));
        for (lang, names, more) in NAMES {
            rows(names).for_each(|row| self.foreign(lang, &row));
            rows(more).for_each(|row| self.more(lang, &row));
        }
        self.finish()
    }

    fn enter(&mut self, country: Option<Country>, class: Class, name: &str) -> usize {
        self.entries.push(Entry { country, class, name: name.into(), region_name: format!("{name} region") });
        self.entries.len() - 1
    }

    /// Adds a spelling as the data has it, its mark in front, with the forms that writing makes of it.
    fn spell(&mut self, spelling: &str, entry: usize, only: Option<&'static str>) {
        let (care, plain) = marked(spelling);
        for form in spelling::forms(plain, care) {
            let senses = self.senses.entry(form).or_default();
            if !senses.iter().any(|s| s.only == only) {
                senses.push(Sense { entry, care, only });
            }
        }
    }

    fn country(&mut self, row: &[&'static str]) {
        let field = |i: usize| row.get(i).copied().unwrap_or_default();
        let Some(code) = Country::new(field(0)) else { return };
        let name = marked(field(1)).1;
        let entry = self.enter(Some(code), Class::Country, name);
        self.by_name.insert(format!("{code}"), entry);
        self.spell(field(1), entry, None);
        listed(row.get(2)).for_each(|s| self.spell(s, entry, None));
        let people = self.enter(Some(code), Class::Demonym, name);
        listed(row.get(3)).for_each(|s| self.spell(s, people, Some("en")));
        let mut capitals = listed(row.get(4)).peekable();
        if let Some(first) = capitals.peek() {
            let capital = self.enter(Some(code), Class::Capital, marked(first).1);
            self.by_name.insert(format!("{code}-capital"), capital);
            self.by_name.entry(marked(first).1.into()).or_insert(capital);
            capitals.for_each(|s| self.spell(s, capital, None));
        }
        let number = |i: usize| field(i).parse().unwrap_or(0.0);
        let facts = Facts {
            name: name.into(),
            slug: spelling::slug(name),
            centre: (number(5), number(6)),
            names: HashMap::new(),
        };
        self.facts.insert(code, facts);
    }

    /// A file of `code TAB name=other spelling|name|…`.
    fn grouped(&mut self, data: &'static str, class: Class) {
        for row in rows(data) {
            let country = row.first().and_then(|c| Country::new(c));
            for place in listed(row.get(1)) {
                let mut spellings = place.split('=').peekable();
                let name = spellings.peek().map_or("", |s| marked(s).1);
                let entry = self.enter(country, class, name);
                self.by_name.entry(name.into()).or_insert(entry);
                spellings.for_each(|s| self.spell(s, entry, None));
            }
        }
    }

    fn people(&mut self, row: &[&'static str]) {
        let country = row.first().and_then(|c| Country::new(c));
        let entry = self.enter(country, Class::Demonym, row.get(1).copied().unwrap_or_default());
        listed(row.get(2)).for_each(|s| self.spell(s, entry, Some("en")));
    }

    fn foreign(&mut self, lang: &'static str, row: &[&'static str]) {
        let Some(code) = row.first().and_then(|c| Country::new(c)) else { return };
        // Other scripts cannot be taken for anything else; French shares ours.
        let only = (lang == "fr").then_some("fr");
        let mut names = listed(row.get(1)).peekable();
        if let (Some(first), Some(facts)) = (names.peek(), self.facts.get_mut(&code)) {
            facts.names.insert(lang, marked(first).1.into());
        }
        if let Some(&entry) = self.by_name.get(code.code()) {
            for name in names {
                for form in spelling::name_forms(name, lang) {
                    self.spell(&form, entry, only);
                }
            }
        }
        if let Some(&capital) = self.by_name.get(&format!("{code}-capital")) {
            for name in listed(row.get(3)) {
                for form in spelling::name_forms(name, lang) {
                    self.spell(&form, capital, only);
                }
            }
        }
        let country_name = self.facts.get(&code).map(|f| f.name.clone()).unwrap_or_default();
        let people = self.enter(Some(code), Class::Demonym, &country_name);
        for adjective in listed(row.get(2)) {
            for form in spelling::adjective_forms(adjective, lang) {
                self.spell(&form, people, only);
            }
        }
    }

    fn more(&mut self, lang: &'static str, row: &[&'static str]) {
        if let [spelling, name] = row
            && let Some(&entry) = self.by_name.get(*name)
        {
            for form in spelling::name_forms(spelling, lang) {
                self.spell(&form, entry, (lang == "fr").then_some("fr"));
            }
        }
    }

    fn finish(self) -> Gazetteer {
        let mut spellings: Vec<_> = self.senses.into_iter().collect();
        spellings.sort_by(|a, b| a.0.cmp(&b.0));
        let mut by_lower: HashMap<String, usize> = HashMap::new();
        for (spelling, senses) in &spellings {
            for sense in senses {
                let slot = by_lower.entry(spelling.to_lowercase()).or_insert(sense.entry);
                // Entries stand in the order of the data, countries first.
                *slot = (*slot).min(sense.entry);
            }
        }
        // Building fails only for more patterns than we could ever write.
        let automaton = AhoCorasick::new(spellings.iter().map(|(s, _)| s)).ok();
        Gazetteer { entries: self.entries, spellings, automaton, facts: self.facts, by_lower }
    }
}
