//! Which countries a text is about: from its own words alone, never from where it was filed. A text that names none is about
//! none.

use news::{Country, Lang};
use text::place::Class;

/// What of a text speaks for a country being its subject.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The country.
    pub country: Country,
    /// Mentions in headline, first paragraph and the rest, each counted as [`weight`] says.
    pub told: [f64; 3],
    /// Paragraphs that name it, of all.
    pub spread: f64,
    /// Its part of all that is told of any country.
    pub share: f64,
    /// Whether none has more.
    pub first: bool,
    /// Whether only its people or its adjective are named.
    pub people_only: bool,
    /// How many countries are named.
    pub named: usize,
    /// Countries of the longest list that it stands in, `Peru, Chile and Bolivia`.
    pub listed: usize,
    /// How far down it is first named: 0 in the headline, near 1 in the last paragraph.
    pub late: f64,
    /// Mentions.
    pub times: usize,
    /// Mentions by town, province or river, not by the country's own name.
    pub by_place: usize,
    /// What is told of it by what is told of the one of which most is.
    pub beside: f64,
    /// Whether it is named once, as where something is: `at a conference in Accra`.
    pub only_where: bool,
}

/// Names of what speaks, in the order of [`Evidence::values`].
pub const VALUES: [&str; 16] = [
    "headline",
    "first paragraph",
    "rest",
    "spread",
    "share",
    "first",
    "people only",
    "in headline",
    "alone",
    "few",
    "listed",
    "late",
    "by place",
    "only at the end",
    "beside the first",
    "only where",
];

impl Evidence {
    /// As numbers, about 0 to 1 each.
    pub fn values(&self) -> [f64; 16] {
        let flag = |yes: bool| if yes { 1.0 } else { 0.0 };
        [
            self.told[0].min(2.0) / 2.0,
            self.told[1].min(3.0) / 3.0,
            (1.0 + self.told[2]).ln() / 2.0,
            self.spread,
            self.share,
            flag(self.first),
            flag(self.people_only),
            flag(self.told[0] > 0.0),
            flag(self.named == 1),
            1.0 / self.named.max(1) as f64,
            (self.listed.min(6) as f64 - 1.0).max(0.0) / 5.0,
            self.late,
            self.by_place as f64 / self.times.max(1) as f64,
            flag(self.late > 0.6),
            self.beside,
            flag(self.only_where),
        ]
    }
}

/// What each of [`VALUES`] is worth; from this sum on a country is a subject. Learned from 208 reports of our own, filed from
/// abroad (`eval country crates/desk/data/reports.jsonl eval/fixtures/country/natural.jsonl` prints it); what a list is worth was
/// set by hand, those reports having few.
const WORTH: [f64; 16] =
    [0.42, 0.60, -0.02, 0.59, 0.55, 0.99, -0.26, 0.92, -0.10, -0.03, 1.3, -0.83, 0.70, -0.93, 1.30, -0.37];
const ENOUGH: f64 = 1.24;
/// Subject countries of a story.
const SUBJECTS: usize = 12;

/// The subject countries, the likeliest first.
pub fn about<'a>(headline: &str, paragraphs: impl IntoIterator<Item = &'a str>, lang: &Lang) -> Vec<Country> {
    subjects(&evidence(headline, paragraphs, lang))
}

/// The subjects among the countries that a text names, the likeliest first.
pub fn subjects(evidence: &[Evidence]) -> Vec<Country> {
    let score = |e: &Evidence| e.values().iter().zip(WORTH).map(|(value, worth)| value * worth).sum::<f64>();
    let mut scored: Vec<(Country, f64)> =
        evidence.iter().map(|e| (e.country, score(e))).filter(|(_, s)| *s >= ENOUGH).collect();
    scored.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    scored.into_iter().take(SUBJECTS).map(|(country, _)| country).collect()
}

/// What speaks for each country that a text names. It is read as one, so that a town named in the last paragraph is known by
/// the province in the first.
pub fn evidence<'a>(headline: &str, paragraphs: impl IntoIterator<Item = &'a str>, lang: &Lang) -> Vec<Evidence> {
    let mut whole = String::from(headline);
    let mut ends = vec![whole.len()];
    for paragraph in paragraphs {
        whole.push('\n');
        whole.push_str(paragraph);
        ends.push(whole.len());
    }
    let mut out: Vec<(Evidence, Vec<usize>)> = Vec::new();
    for told in told(&whole, lang) {
        let part = ends.partition_point(|end| *end <= told.at);
        let n = match out.iter().position(|(e, _)| e.country == told.country) {
            Some(n) => n,
            None => {
                out.push((nothing(told.country), Vec::new()));
                out.len() - 1
            }
        };
        let Some((evidence, parts)) = out.get_mut(n) else { continue };
        if let Some(sum) = evidence.told.get_mut(part.min(2)) {
            *sum += told.weight;
        }
        evidence.listed = evidence.listed.max(told.listed);
        evidence.people_only &= told.class == Class::Demonym;
        evidence.only_where = evidence.times == 0 && told.is_where;
        if evidence.times == 0 {
            evidence.late = part as f64 / ends.len() as f64;
        }
        evidence.times += 1;
        evidence.by_place += usize::from(!matches!(told.class, Class::Country | Class::Demonym));
        parts.push(part);
        parts.dedup();
    }
    finish(out, ends.len())
}

/// A mention and what it counts.
struct Told {
    at: usize,
    country: Country,
    class: Class,
    weight: f64,
    listed: usize,
    is_where: bool,
}

/// Every mention of a country, those by towns that the gazetteer does not have among them, in the order of the text.
fn told(whole: &str, lang: &Lang) -> Vec<Told> {
    /// What a town counts that the gazetteer does not have.
    const TOWN: f64 = 0.8;
    let (mentions, towns) = text::place::find_with_towns(whole, lang);
    let mut out: Vec<Told> = mentions
        .iter()
        .zip(lists(whole, &mentions))
        .map(|(m, listed)| Told {
            at: m.range.start,
            country: m.country,
            class: m.class,
            weight: weight(whole, m),
            listed,
            is_where: is_where(whole, m.range.start),
        })
        .collect();
    let town = |(range, country): (std::ops::Range<usize>, Country)| Told {
        at: range.start,
        country,
        class: Class::City,
        weight: TOWN,
        listed: 1,
        is_where: false,
    };
    out.extend(towns.into_iter().map(town));
    out.sort_by_key(|told| told.at);
    out
}

/// Whether what stands at `at` is where something is.
fn is_where(text: &str, at: usize) -> bool {
    const WHERE: &str =
        "in at near from to for through via à en au aux chez depuis dans nach aus bei für hasta desde في من إلى";
    let before = text.get(..at).and_then(|b| b.strip_suffix(' ')).unwrap_or_default();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    WHERE.split_whitespace().any(|w| w == word)
}

/// For each mention, how many stand in its list.
fn lists(text: &str, mentions: &[text::place::Mention]) -> Vec<usize> {
    let joined = |pair: &[text::place::Mention]| {
        let [a, b] = pair else { return false };
        let between = text.get(a.range.end..b.range.start).unwrap_or_default();
        matches!(between.trim(), "," | "and" | ", and" | "et" | "و" | "और" | "،") && a.country != b.country
    };
    let mut out = vec![1; mentions.len()];
    let mut from = 0;
    for to in 1..=mentions.len() {
        if to == mentions.len() || !mentions.get(to - 1..=to).is_some_and(joined) {
            out.get_mut(from..to).into_iter().flatten().for_each(|n| *n = to - from);
            from = to;
        }
    }
    out
}

fn nothing(country: Country) -> Evidence {
    Evidence {
        country,
        told: [0.0; 3],
        spread: 0.0,
        share: 0.0,
        first: false,
        people_only: true,
        named: 0,
        listed: 0,
        late: 0.0,
        times: 0,
        by_place: 0,
        beside: 0.0,
        only_where: false,
    }
}

fn finish(out: Vec<(Evidence, Vec<usize>)>, parts: usize) -> Vec<Evidence> {
    let sum = |e: &Evidence| 3.0 * e.told[0] + 2.0 * e.told[1] + e.told[2];
    let total: f64 = out.iter().map(|(e, _)| sum(e)).sum::<f64>().max(f64::MIN_POSITIVE);
    let most = out.iter().map(|(e, _)| sum(e)).fold(0.0, f64::max);
    let named = out.len();
    let finished = out.into_iter().map(|(e, own)| Evidence {
        spread: own.len() as f64 / parts as f64,
        share: sum(&e) / total,
        first: sum(&e) >= most,
        beside: sum(&e) / most.max(f64::MIN_POSITIVE),
        named,
        ..e
    });
    finished.collect()
}

/// What a mention counts: money, a treaty, an embassy and a person's origin name a country without being about it.
fn weight(text: &str, mention: &text::place::Mention) -> f64 {
    const MONEY: &str = "dollar dollars dlr dlrs cents franc francs pound pounds peso pesos crown crowns krona krone yen mark marks \
guilders lira lire rupee rupees rand shillings dinar dinars riyal riyals treasury treasuries treasurys bond bonds-based";
    const MINOR: &str = "embassy consulate ambassador subsidiary unit counterpart counterparts citizen citizens national nationals \
origin tourist tourists";
    const NAMED_AFTER: &str = "accord accords agreement club convention conventions protocol treaty marathon";
    let behind = text.get(mention.range.end..).unwrap_or_default().trim_start();
    let next: String =
        behind.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect::<String>().to_lowercase();
    let listed = |list: &str| list.split_whitespace().any(|w| w == next);
    let named_after = matches!(mention.class, Class::Capital | Class::City) && listed(NAMED_AFTER) || next == "round";
    if listed(MONEY) || named_after {
        0.0
    } else if listed(MINOR) || behind.starts_with('-') {
        0.3
    } else if stands_for(text, mention) {
        3.0
    } else if mention.class == Class::Demonym {
        0.7
    } else {
        1.0
    }
}

/// `Alix Fontbrun of France`: one who stands for the country, as in results.
fn stands_for(text: &str, mention: &text::place::Mention) -> bool {
    let before = text.get(..mention.range.start).and_then(|b| b.strip_suffix(" of "));
    let word = before.and_then(|b| b.rsplit(char::is_whitespace).next()).unwrap_or_default();
    mention.class == Class::Country && word.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(headline: &str, body: &str) -> Vec<String> {
        about(headline, body.lines(), &Lang::en()).iter().map(Country::to_string).collect()
    }

    #[test]
    fn a_town_tells_the_country_and_a_conference_does_not() {
        let body = "Coffee roasters in Jimma and Abomsa have doubled their prices since May, they said.\n\
            Growers near Bonga said the rains had failed.\nPrices were discussed at a conference in Accra.";
        assert_eq!(told("Coffee prices double", body), ["ET"]);
    }

    #[test]
    fn what_is_named_after_a_place_is_not_about_it() {
        let body = "Ministers in Nairobi agreed on Monday to cut tariffs on Kenyan tea.\nTalks under the Uruguay round and the \
            Paris accord had failed.";
        assert_eq!(told("Kenya cuts tea tariffs", body), ["KE"]);
    }

    #[test]
    fn a_text_that_names_no_country_is_about_none() {
        assert!(told("Rain expected", "It will rain on Tuesday, forecasters said.").is_empty());
        assert!(told("", "").is_empty());
    }
}
