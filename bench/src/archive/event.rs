//! One invented event: its facts, and how an agency tells them. A fact is what stands in a gap; the same gap has the same
//! words in every agency's copy, so that copies of one event agree.

use jiff::{Span, Timestamp, civil::Date, tz::TimeZone};
use news::{Country, Time};

use super::{
    frames::{self, Plot},
    lexicon::capital,
    places::Places,
    tongue::Tongue,
};
use crate::chance::{Chance, mix};

/// Countries that English writes with an article.
const ARTICLE: [&str; 4] = ["United States", "United Kingdom", "Netherlands", "Philippines"];

/// One invented event.
pub struct Event<'a> {
    /// What all its facts are drawn from.
    pub seed: u64,
    /// The language that it is told in.
    pub tongue: &'a Tongue,
    /// What kind of event.
    pub plot: &'a Plot,
    /// Where it happens.
    pub country: Country,
    /// The city.
    pub city: &'static str,
    /// The other country in it.
    pub other: Country,
    /// Where copy about it is filed: city and country.
    pub filed: (&'static str, Country),
    /// When it happens.
    pub at: Time,
    day: Date,
}

/// A text as an agency wires it: headline, then paragraphs of sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// The headline.
    pub headline: String,
    /// Paragraphs of one or two sentences, the lead alone in the first.
    pub paragraphs: Vec<Vec<String>>,
}

impl<'a> Event<'a> {
    /// The event of that seed.
    pub fn new(seed: u64, tongue: &'a Tongue, plot: &'a Plot, places: &Places, at: Time) -> Self {
        let mut chance = Chance::of(seed, 1);
        let place = places.pick(&mut chance);
        let city = place.cities.get(chance.zipf(place.cities.len())).copied().unwrap_or_default();
        let mut other = places.pick(&mut chance);
        for _ in 0..8 {
            if other.country != place.country {
                break;
            }
            other = places.pick(&mut chance);
        }
        // A quarter of the copy is filed from elsewhere: the dateline's country is not the subject's.
        let elsewhere = places.pick(&mut chance);
        let filed = match (chance.happens(0.25), elsewhere.cities.first()) {
            (true, Some(city)) => (*city, elsewhere.country),
            _ => (city, place.country),
        };
        let stamp = Timestamp::from_millisecond(at.ms()).unwrap_or_default();
        let day = stamp.to_zoned(TimeZone::UTC).date();
        Self { seed, tongue, plot, country: place.country, city, other: other.country, filed, at, day }
    }

    /// The countries that it is about, most important first.
    pub fn about(&self) -> Vec<Country> {
        let named = self.plot.leads.iter().chain(&self.plot.headlines).any(|f| f.contains("{country2}"));
        if named && self.other != self.country { vec![self.country, self.other] } else { vec![self.country] }
    }

    /// The dateline's place in the story's language.
    pub fn dateline_place(&self) -> String {
        match self.tongue.lang.primary() {
            "ar" | "hi" => text::place::country_name(self.filed.1, &self.tongue.lang).to_owned(),
            _ => self.filed.0.to_owned(),
        }
    }

    /// A person in it, `0` or `1`: role, given name, surname.
    fn person(&self, n: u64) -> (&'static str, &str, &str) {
        let mut chance = Chance::of(self.seed, 20 + n);
        let role = chance.pick(self.tongue.roles).copied().unwrap_or_default();
        let (given, surname) = self.tongue.lexicon.person(&mut chance);
        (role, given, surname)
    }

    /// Names by which related stories are found, lower case.
    pub fn names(&self) -> Vec<String> {
        let full = |n| {
            let (_, given, surname) = self.person(n);
            format!("{given} {surname}").to_lowercase()
        };
        vec![full(0), full(1), self.fact("body", 0).to_lowercase(), self.city.to_lowercase()]
    }

    /// A sentence of the grammar about this event, as known at version `version` (from 0).
    pub fn say(&self, frame: &str, version: u32) -> String {
        capital(&frames::fill(frame, |gap| self.fact(gap, version)))
    }

    /// What stands in the gap of that name.
    fn fact(&self, gap: &str, version: u32) -> String {
        let mut chance = Chance::of(self.seed, gap.bytes().fold(7, |n, b| mix(n ^ u64::from(b))));
        let tongue = self.tongue;
        let country = |c: Country| self.country_name(c);
        let second = gap.ends_with('2');
        let (role, given, surname) = self.person(u64::from(second));
        match gap {
            "city" => self.city.to_owned(),
            "country" => country(self.country),
            "country2" => country(self.other),
            "who" | "who2" => format!("{role} {given} {surname}"),
            "name" | "name2" => format!("{given} {surname}"),
            "sur" | "sur2" => surname.to_owned(),
            "role" => role.to_owned(),
            "body" | "body2" => self.body(&mut chance),
            "sc" => format!("{}-{}", chance.between(2, 5), chance.between(0, 1)),
            "mag" => format!("{}.{}", chance.between(4, 7), chance.between(0, 9)),
            "hour" => format!("{} a.m.", chance.between(1, 11)),
            "year" => chance.between(1951, 2019).to_string(),
            "month" => tongue.months[chance.below(12)].to_owned(),
            "day" => self.weekday(0),
            "yday" => self.weekday(-1),
            "nday" => self.weekday(3),
            _ if gap.starts_with(['x', 'X']) => self.word(gap),
            _ if gap.starts_with('p') => tongue.percent(&mut chance),
            _ if gap.starts_with('m') => tongue.money(&mut chance),
            _ => self.number(gap, &mut chance, version),
        }
    }

    fn country_name(&self, country: Country) -> String {
        let name = text::place::country_name(country, &self.tongue.lang);
        let article = self.tongue.lang.primary() == "en" && ARTICLE.contains(&name);
        if article { format!("the {name}") } else { name.to_owned() }
    }

    /// An invented word of the event's subject; `X1` is `x1` with a capital.
    fn word(&self, gap: &str) -> String {
        let lower = gap.to_lowercase();
        let mut chance = Chance::of(self.seed, lower.bytes().fold(11, |n, b| mix(n ^ u64::from(b))));
        let field = self.plot.sector.slug().bytes().fold(0, |n, b| n * 7 + usize::from(b)) % 12;
        let word = self.tongue.lexicon.word(&mut chance, field);
        if gap.starts_with('X') { capital(word) } else { word.to_owned() }
    }

    fn body(&self, chance: &mut Chance) -> String {
        let kind = chance.pick(self.tongue.bodies).copied().unwrap_or_default();
        let (_, name) = self.tongue.lexicon.person(chance);
        match self.tongue.lang.primary() {
            "en" => format!("{name} {kind}"),
            _ => format!("{kind} {name}"),
        }
    }

    /// A count; `n1` is what later versions raise.
    fn number(&self, gap: &str, chance: &mut Chance, version: u32) -> String {
        let (least, most) = match gap {
            "n1" => (21, 4_800),
            "n2" => (31, 480),
            "n3" | "n4" => (12, 900),
            "n10" | "n11" => (12, 97),
            "n13" => (3, 60),
            "n14" => (101, 2_400),
            "n15" => (1_100, 94_000),
            _ => (3, 24),
        };
        let n = chance.between(least, most);
        let n = if gap == "n13" { n * 100 } else { n };
        let raised = if gap == "n1" { n + i64::from(version) * (n / 5 + 1) } else { n };
        self.tongue.count(raised)
    }

    fn weekday(&self, later_days: i64) -> String {
        let day = self.day.checked_add(Span::new().days(later_days)).unwrap_or(self.day);
        self.tongue.days[usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0) % 7].to_owned()
    }

    /// The copy of an agency (its number within the event, from 0), as of `version`. Agencies head and open in turn, choose
    /// among the details, and let people speak.
    pub fn copy(&self, agency: usize, version: u32) -> Copy {
        let mut chance = Chance::of(self.seed, 100 + agency as u64);
        let frames = &self.tongue.frames;
        let turn = |list: &[&'static str]| list.get((agency + self.seed as usize) % list.len().max(1)).copied();
        let say = |frame: &str| self.say(frame, version);
        let mut told: Vec<String> = some(&self.plot.details, 3, &mut chance).map(say).collect();
        told.extend(some(&frames.details, 4, &mut chance).map(say));
        told.extend(some(&frames.background, 1, &mut chance).map(say));
        let quotes: Vec<&str> = some(&frames.quotes, 2, &mut chance).collect();
        for (n, words) in quotes.into_iter().enumerate() {
            told.insert(2 + n, self.quote(words, n, version));
        }
        if version > 0 {
            let more = frames.details.get((self.seed as usize + version as usize) % frames.details.len().max(1));
            told.extend(more.map(|frame| say(frame)));
        }
        let headline = without_articles(&turn(&self.plot.headlines).map(say).unwrap_or_default());
        let mut paragraphs = vec![turn(&self.plot.leads).map(say).into_iter().collect()];
        paragraphs.extend(paired(told, &mut chance));
        Copy { headline, paragraphs }
    }

    fn quote(&self, words: &str, n: usize, version: u32) -> String {
        let (_, given, surname) = self.person(n as u64);
        self.tongue.quotation(&self.say(words, version), &format!("{given} {surname}"), n)
    }
}

/// Headlines leave the articles of countries out.
fn without_articles(headline: &str) -> String {
    let bare =
        |line: String, name: &&str| line.replace(&format!("the {name}"), name).replace(&format!("The {name}"), name);
    ARTICLE.iter().fold(headline.to_owned(), bare)
}

/// So many of them, in an order of their own.
fn some<'l>(
    list: &'l [&'static str],
    how_many: usize,
    chance: &mut Chance,
) -> impl Iterator<Item = &'static str> + use<'l> {
    let mut order: Vec<usize> = (0..list.len()).collect();
    chance.shuffle(&mut order);
    order.truncate(how_many);
    order.into_iter().filter_map(|at| list.get(at).copied())
}

/// Sentences in paragraphs of one or two.
fn paired(sentences: Vec<String>, chance: &mut Chance) -> Vec<Vec<String>> {
    let mut out: Vec<Vec<String>> = Vec::new();
    for sentence in sentences {
        match out.last_mut().filter(|last| last.len() == 1 && chance.happens(0.5)) {
            Some(last) => last.push(sentence),
            None => out.push(vec![sentence]),
        }
    }
    out
}
