//! What a number measures: per cent, points, money, measures turned into base units.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Unit;
use crate::lex::{Token, fold};

/// Currency words by ISO 4217 code, folded when the table is built. Plain `dollars` are US dollars unless a sign says otherwise.
const CURRENCIES: &str = "USD=usd,dollar,dollars,$,us$,دولار,دولارا,دولارات,डॉलर EUR=eur,euro,euros,€,يورو,यूरो GBP=gbp,pound,pounds,sterling,£,livres \
    JPY=jpy,yen,yens,¥,ين,येन INR=inr,rupee,rupees,roupie,roupies,₹,rs,روبية,रुपये,रुपए,रुपया,रुपयों CNY=cny,yuan,yuans,rmb,يوان,युआन RUB=rub,rouble,roubles,ruble,rubles,روبل \
    CHF=chf,sfr XOF=xof,cfa,fcfa CHW= SAR=sar,riyal,riyals,ريال,ريالا AED=aed,dirham,dirhams,درهم,درهما EGP=egp,جنيه,جنيها NGN=ngn,naira,₦ \
    TRY=try,lira,liras,ليرة,₺ BRL=brl,real,reais,r$ MXN=mxn,peso,pesos ZAR=zar,rand,rands KES=kes,shilling,shillings GHS=ghs,cedi,cedis \
    PKR=pkr BDT=bdt,taka KRW=krw,won,₩ SEK=sek NOK=nok DKK=dkk CRW=crown,crowns PLN=pln,zloty,zlotys AUD=aud,a$ CAD=cad,c$ HKD=hkd,hk$ \
    PEN=pen,sol,soles TND=tnd,دينار,دينارا,dinar,dinars FRC=franc,francs CENT=cent,cents,centime,centimes MAD=mad";

fn currencies() -> &'static HashMap<String, &'static str> {
    static TABLE: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
        let groups = CURRENCIES.split_whitespace().filter_map(|g| g.split_once('='));
        groups
            .flat_map(|(code, words)| words.split(',').filter(|w| !w.is_empty()).map(move |w| (fold(w), code)))
            .collect()
    });
    &TABLE
}

/// The code of a currency word or sign.
pub(crate) fn currency(lower: &str) -> Option<&'static str> {
    currencies().get(lower).copied()
}

/// `$`, `€`, `£`, `¥`, `₹` and the like.
pub(crate) fn is_sign(lower: &str) -> bool {
    matches!(lower, "$" | "€" | "£" | "¥" | "₹" | "₦" | "₩" | "₺")
}

/// Words of measures: base unit, factor, words.
const MEASURES: &str = "m:1000=km,kms,kilometre,kilometres,kilometer,kilometers,kilomètre,kilomètres,كيلومتر,كيلومترا,كيلومترات,كلم,किलोमीटर,किमी \
    m:1=m,metre,metres,meter,meters,mètre,mètres,متر,مترا,أمتار,मीटर m:1609.344=mile,miles,mille-marin,ميل,أميال,मील m:0.3048=foot,feet,ft,pied,pieds m:0.01=cm,centimetre,centimetres,centimeter,centimeters,centimètre,centimètres \
    m:0.001=mm,millimetre,millimetres,millimeter,millimeters,millimètre,millimètres,मिलीमीटर,ملم kg:1=kg,kilo,kilos,kilogram,kilograms,kilogramme,kilogrammes,كيلوغرام,किलो,किलोग्राम kg:0.001=gram,grams,gramme,grammes kg:1000=tonne,tonnes,ton,tons,طن,طنا,أطنان,टन \
    m2:10000=hectare,hectares,ha,هكتار,हेक्टेयर m2:4046.8564224=acre,acres l:1=litre,litres,liter,liters,لتر,लीटर l:158.987294928=barrel,barrels,baril,barils,برميل \
    s:1=second,seconds,seconde,secondes,ثانية,सेकंड s:60=minute,minutes,دقيقة,دقائق,मिनट s:3600=hour,hours,heure,heures,ساعة,ساعات,घंटे,घंटा d:1=day,days,jour,jours,يوم,يوما,أيام,दिन,दिनों \
    d:7=week,weeks,semaine,semaines,أسبوع,أسابيع,हफ्ते,हफ्ता,सप्ताह mo:1=month,months,mois,شهر,شهرا,أشهر,महीने,महीनों,महीना,माह mo:12=year,years,an,ans,année,années,yr,yrs,year-old,سنة,سنوات,عام,عاما,أعوام,साल,सालों,वर्ष,वर्षों,बरस mo:1200=century,centuries,siècle,siècles,قرن,قرنا,قرون,सदी,सदियों mo:120=decade,decades,décennie,décennies,عقد,عقدا,عقود,दशक,दशकों \
    W:1=watt,watts W:1e3=kw,kilowatt,kilowatts W:1e6=mw,megawatt,megawatts,mégawatt,mégawatts,मेगावाट,ميغاواط W:1e9=gw,gigawatt,gigawatts";

fn measures() -> &'static HashMap<String, (&'static str, f64)> {
    static TABLE: LazyLock<HashMap<String, (&'static str, f64)>> = LazyLock::new(|| {
        let groups = MEASURES.split_whitespace().filter_map(|g| g.split_once('='));
        let read = groups.filter_map(|(head, words)| {
            let (unit, factor) = head.split_once(':')?;
            Some((unit, factor.parse::<f64>().ok()?, words))
        });
        read.flat_map(|(unit, factor, words)| words.split(',').map(move |w| (fold(w), (unit, factor)))).collect()
    });
    &TABLE
}

/// A unit behind a number: what it is, the factor to its base, the token after it.
pub(crate) struct After {
    /// What is measured.
    pub unit: Unit,
    /// Multiplies the value.
    pub factor: f64,
    /// Index of the token after the unit.
    pub next: usize,
}

impl After {
    fn new(unit: Unit, next: usize) -> Self {
        Self { unit, factor: 1.0, next }
    }
}

/// The unit that begins at token `i`, right behind a number.
pub(crate) fn after(tokens: &[Token], i: usize) -> Option<After> {
    let at = |k: usize| tokens.get(i + k).filter(|t| !t.line_start).map_or("", |t| t.lower.as_str());
    if let Some(found) = share(at, i) {
        return Some(found);
    }
    let (skip, word) = match at(0) {
        "-" => (1, at(1)),
        "d'" | "de" | "of" => (1, at(1)),
        word => (0, word),
    };
    // `four day-long walkouts` are four.
    if matches!(at(0), "hour" | "day" | "week" | "month" | "year") && at(1) == "-" && at(2) == "long" {
        return None;
    }
    // `6.2 million New Zealand dollars`.
    if let ("new", "zealand", "dollar" | "dollars") | ("hong", "kong", "dollar" | "dollars") = (at(0), at(1), at(2)) {
        return Some(After::new(Unit::Money(if at(0) == "new" { "NZD" } else { "HKD" }.into()), i + 3));
    }
    // `US dollars`, `Canadian dollars`, `million d'euros`.
    if matches!(at(0), "us" | "american") && currency(at(1)).is_some() {
        return Some(After::new(Unit::Money("USD".into()), i + 2));
    }
    if let Some(code) = currency(word).filter(|_| skip == 0 || at(0) != "of") {
        if code == "CENT" {
            return Some(After::new(Unit::Measure("cent".into()), i + skip + 1));
        }
        return Some(After::new(Unit::Money(code.into()), i + skip + 1));
    }
    let (unit, factor) = (at(0) != "of" && at(0) != "de").then(|| measures().get(word)).flatten().copied()?;
    if word == "m" && tokens.get(i + skip).is_some_and(|t| t.capital) {
        return None;
    }
    Some(speed(at, i, skip, unit, factor))
}

/// `km/h`, `kilometres per hour`, else the plain measure; `square` and `cubic` stay with the noun behind them.
fn speed<'t>(at: impl Fn(usize) -> &'t str, i: usize, skip: usize, unit: &str, factor: f64) -> After {
    let per_hour =
        matches!((at(skip + 1), at(skip + 2)), ("/", "h") | ("per", "hour") | ("an", "hour") | ("par", "heure"));
    if unit == "m" && per_hour {
        return After { unit: Unit::Measure("m/s".into()), factor: factor / 3600.0, next: i + skip + 3 };
    }
    After { unit: Unit::Measure(unit.into()), factor, next: i + skip + 1 }
}

/// Per cent and percentage points.
fn share<'t>(at: impl Fn(usize) -> &'t str, i: usize) -> Option<After> {
    let points = |w: &str| matches!(w, "point" | "points" | "نقطه" | "نقاط" | "अंक" | "अंकों");
    let length = match (at(0), at(1)) {
        ("%" | "٪" | "percent" | "pct" | "pc" | "प्रतिशत" | "फीसदी" | "prozent", _) => 1,
        ("per" | "pour" | "por", "cent" | "ciento") | ("في" | "ب", "الميه" | "الماءه" | "الماييه" | "المايه") => {
            2
        }
        ("बالميه", _) | ("بالميه" | "بالمايه", _) => 1,
        ("فيصد", _) => 1,
        ("percentage", next) if points(next) => return Some(After::new(Unit::Points, i + 2)),
        ("points" | "point", "de" | "d'") if matches!(at(2), "pourcentage" | "base") => {
            return Some(After::new(Unit::Points, i + 3));
        }
        ("نقطه" | "نقاط", "ميويه") => return Some(After::new(Unit::Points, i + 2)),
        _ => return None,
    };
    if points(at(length)) {
        return Some(After::new(Unit::Points, i + length + 1));
    }
    Some(After::new(Unit::Percent, i + length))
}
