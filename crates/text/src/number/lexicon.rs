//! Number words by language. Keys are written as in print; they are folded when the tables are built.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::lex::fold;

/// What a number word does to the number being read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Part {
    /// 0 to 99, added.
    Small(f64),
    /// A hundred: multiplies what stands before it, or counts as 100.
    Hundred,
    /// 200 to 900 in one word, as Arabic has them.
    Hundreds(f64),
    /// A thousand or more: closes a group.
    Scale(f64),
    /// 2,000 or 2,000,000 in one word, as Arabic has them.
    Dual(f64),
}

type Table = HashMap<String, Part>;

const EN: &str = "zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 \
    fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 \
    seventy=70 eighty=80 ninety=90 dozen=s12 hundred=h thousand=s1e3 million=s1e6 billion=s1e9 trillion=s1e12 lakh=s1e5 lakhs=s1e5 \
    crore=s1e7 crores=s1e7 bn=s1e9 mn=s1e6 mln=s1e6 bln=s1e9 tn=s1e12 trn=s1e12 millions=s1e6 billions=s1e9";

const FR: &str = "zéro=0 un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 \
    quatorze=14 quinze=15 seize=16 vingt=20 vingts=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 huitante=80 \
    nonante=90 cent=h cents=h mille=s1e3 million=s1e6 millions=s1e6 milliard=s1e9 milliards=s1e9 billion=s1e12 douzaine=s12 \
    dizaine=s10 vingtaine=s20 trentaine=s30 quarantaine=s40 cinquantaine=s50 centaine=s100 millier=s1e3 milliers=s1e3 \
    md=s1e9 mds=s1e9 mio=s1e6";

const AR: &str = "أحد=1 إحدى=1 اثنا=2 اثني=2 اثنتا=2 اثنتي=2 صفر=0 واحد=1 واحدة=1 اثنان=2 اثنين=2 اثنتان=2 اثنتين=2 ثلاثة=3 ثلاث=3 أربعة=4 أربع=4 خمسة=5 خمس=5 ستة=6 ست=6 سبعة=7 سبع=7 \
    ثمانية=8 ثماني=8 ثمان=8 تسعة=9 تسع=9 عشرة=10 عشر=10 عشرون=20 عشرين=20 ثلاثون=30 ثلاثين=30 أربعون=40 أربعين=40 خمسون=50 خمسين=50 \
    ستون=60 ستين=60 سبعون=70 سبعين=70 ثمانون=80 ثمانين=80 تسعون=90 تسعين=90 مئة=h مائة=h مئتان=c200 مئتين=c200 مائتان=c200 مائتين=c200 \
    ثلاثمئة=c300 ثلاثمائة=c300 أربعمئة=c400 أربعمائة=c400 خمسمئة=c500 خمسمائة=c500 ستمئة=c600 ستمائة=c600 سبعمئة=c700 سبعمائة=c700 \
    ثمانمئة=c800 ثمانمائة=c800 تسعمئة=c900 تسعمائة=c900 ألف=s1e3 ألفا=s1e3 آلاف=s1e3 ألفان=d2e3 ألفين=d2e3 مليون=s1e6 مليونا=s1e6 \
    ملايين=s1e6 مليونان=d2e6 مليونين=d2e6 مليار=s1e9 مليارات=s1e9 ملياري=d2e9 مليارين=d2e9 تريليون=s1e12";

const HI: &str = "शून्य=0 एक=1 दो=2 तीन=3 चार=4 पांच=5 पाँच=5 छह=6 छः=6 सात=7 आठ=8 नौ=9 दस=10 ग्यारह=11 बारह=12 तेरह=13 चौदह=14 पंद्रह=15 \
    पन्द्रह=15 सोलह=16 सत्रह=17 अठारह=18 उन्नीस=19 बीस=20 इक्कीस=21 बाईस=22 बाइस=22 तेईस=23 चौबीस=24 पच्चीस=25 छब्बीस=26 सत्ताईस=27 \
    अट्ठाईस=28 उनतीस=29 तीस=30 इकतीस=31 बत्तीस=32 तैंतीस=33 चौंतीस=34 पैंतीस=35 छत्तीस=36 सैंतीस=37 अड़तीस=38 उनतालीस=39 चालीस=40 \
    इकतालीस=41 बयालीस=42 तैंतालीस=43 चवालीस=44 पैंतालीस=45 छियालीस=46 सैंतालीस=47 अड़तालीस=48 उनचास=49 पचास=50 इक्यावन=51 बावन=52 \
    तिरपन=53 चौवन=54 पचपन=55 छप्पन=56 सत्तावन=57 अट्ठावन=58 उनसठ=59 साठ=60 इकसठ=61 बासठ=62 तिरसठ=63 चौंसठ=64 पैंसठ=65 छियासठ=66 \
    सड़सठ=67 अड़सठ=68 उनहत्तर=69 सत्तर=70 इकहत्तर=71 बहत्तर=72 तिहत्तर=73 चौहत्तर=74 पचहत्तर=75 छिहत्तर=76 सतहत्तर=77 अठहत्तर=78 \
    उन्यासी=79 अस्सी=80 इक्यासी=81 बयासी=82 तिरासी=83 चौरासी=84 पचासी=85 छियासी=86 सत्तासी=87 अट्ठासी=88 नवासी=89 नब्बे=90 \
    इक्यानवे=91 बानवे=92 तिरानवे=93 चौरानवे=94 पचानवे=95 छियानवे=96 सत्तानवे=97 अट्ठानवे=98 निन्यानवे=99 सौ=h हज़ार=s1e3 हजार=s1e3 \
    लाख=s1e5 करोड़=s1e7 अरब=s1e9 खरब=s1e11 दर्जन=s12";

const ES: &str = "cero=0 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14 quince=15 \
    veinte=20 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 cien=h ciento=h mil=s1e3 millón=s1e6 \
    millones=s1e6 billón=s1e12";

const DE: &str = "null=0 eins=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 zwanzig=20 dreißig=30 \
    vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90 hundert=h tausend=s1e3 million=s1e6 millionen=s1e6 \
    milliarde=s1e9 milliarden=s1e9 mio=s1e6 mrd=s1e9";

const PT: &str = "zero=0 dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 vinte=20 trinta=30 \
    quarenta=40 cinquenta=50 sessenta=60 setenta=70 oitenta=80 noventa=90 cem=h cento=h mil=s1e3 milhão=s1e6 milhões=s1e6 \
    bilhão=s1e9 bilhões=s1e9";

const IT: &str = "zero=0 due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 undici=11 dodici=12 venti=20 trenta=30 \
    quaranta=40 cinquanta=50 sessanta=60 settanta=70 ottanta=80 novanta=90 cento=h mille=s1e3 mila=s1e3 milione=s1e6 milioni=s1e6 \
    miliardo=s1e9 miliardi=s1e9";

fn build(list: &str) -> Table {
    list.split_whitespace()
        .filter_map(|entry| entry.split_once('='))
        .filter_map(|(word, code)| Some((fold(word), part(code)?)))
        .collect()
}

fn part(code: &str) -> Option<Part> {
    let value = |at: usize| code.get(at..)?.parse::<f64>().ok();
    Some(match code.chars().next()? {
        'h' => Part::Hundred,
        's' => Part::Scale(value(1)?),
        'c' => Part::Hundreds(value(1)?),
        'd' => Part::Dual(value(1)?),
        _ => Part::Small(value(0)?),
    })
}

/// The number words of a language by its primary subtag; English ones when it is unknown.
pub(crate) fn words(primary: &str) -> &'static Table {
    static TABLES: LazyLock<HashMap<&'static str, Table>> = LazyLock::new(|| {
        [("en", EN), ("fr", FR), ("ar", AR), ("hi", HI), ("es", ES), ("de", DE), ("pt", PT), ("it", IT)]
            .into_iter()
            .map(|(lang, list)| (lang, build(list)))
            .collect()
    });
    static NONE: LazyLock<Table> = LazyLock::new(Table::new);
    let primary = if primary == "und" { "en" } else { primary };
    TABLES.get(primary).unwrap_or(&NONE)
}

const ORDINALS: &str = "first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 \
    premier=1 première=1 deuxième=2 troisième=3 quatrième=4 cinquième=5 sixième=6 septième=7 huitième=8 neuvième=9 dixième=10 \
    الأول=1 الأولى=1 الثاني=2 الثانية=2 الثالث=3 الثالثة=3 الرابع=4 الرابعة=4 الخامس=5 الخامسة=5 السادس=6 السادسة=6 السابع=7 السابعة=7 \
    الثامن=8 الثامنة=8 التاسع=9 التاسعة=9 العاشر=10 العاشرة=10 पहली=1 पहला=1 दूसरा=2 दूसरी=2 तीसरा=3 तीसरी=3 चौथा=4 चौथी=4 पांचवां=5 \
    पांचवीं=5 छठा=6 छठी=6 सातवां=7 सातवीं=7 आठवां=8 आठवीं=8 नौवां=9 दसवां=10";

/// `third`, `deuxième`, `الثالث`: 3, 2, 3.
pub(crate) fn ordinal(lower: &str) -> Option<f64> {
    static TABLE: LazyLock<HashMap<String, f64>> = LazyLock::new(|| {
        let entries = ORDINALS.split_whitespace().filter_map(|e| e.split_once('='));
        entries.filter_map(|(word, value)| Some((fold(word), value.parse().ok()?))).collect()
    });
    TABLE.get(lower).copied()
}

const ABOUT: &str = "about around some nearly almost roughly approximately over under estimated than least most upto near close \
    environ quelque quelques presque plus moins près autour حوالي نحو قرابة زهاء تقريبا أكثر أقل من على الأقل करीब लगभग तकरीबन ज्यादा अधिक \
    etwa rund fast über unos cerca casi más quase cerca circa quasi";

/// A word before a number by which it is rounded or bounded.
pub(crate) fn is_about(lower: &str) -> bool {
    static TABLE: LazyLock<std::collections::HashSet<String>> =
        LazyLock::new(|| ABOUT.split_whitespace().map(fold).collect());
    TABLE.contains(lower)
}

/// Which quarter of a year `q3` or `3q` is.
pub fn quarter(word: &str) -> Option<f64> {
    let digit = word.strip_prefix('q').or_else(|| word.strip_suffix('q'))?;
    matches!(digit, "1" | "2" | "3" | "4").then(|| digit.parse().ok()).flatten()
}

/// The denominator that a word names, and whether it is a plural.
pub(crate) fn piece(word: &str) -> Option<(f64, bool)> {
    const PIECES: [(&str, f64); 12] = [
        ("half", 2.0),
        ("third", 3.0),
        ("quarter", 4.0),
        ("fifth", 5.0),
        ("sixth", 6.0),
        ("seventh", 7.0),
        ("eighth", 8.0),
        ("ninth", 9.0),
        ("tenth", 10.0),
        ("hundredth", 100.0),
        ("thousandth", 1000.0),
        ("cinquième", 5.0),
    ];
    match word {
        "halves" => return Some((2.0, true)),
        // The French plural is no other word.
        "tiers" => return Some((3.0, false)),
        "quart" => return Some((4.0, false)),
        "quarts" => return Some((4.0, true)),
        "dixième" => return Some((10.0, false)),
        "dixièmes" => return Some((10.0, true)),
        _ => {}
    }
    let one = word.strip_suffix('s').unwrap_or(word);
    PIECES.iter().find(|(w, _)| *w == one).map(|(_, over)| (*over, word.len() > one.len()))
}
