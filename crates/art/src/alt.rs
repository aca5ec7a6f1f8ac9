//! Words for those who cannot see the picture: what is shown, from the facts; ornament is called ornament.

use crate::{
    Facts,
    frame::{self, Subject},
};

/// The phrases of one language. `{}` stands for what is filled in, `{a}` and `{b}` for two things.
struct Words {
    lang: &'static str,
    drawn: &'static str,
    globe: &'static str,
    arc: &'static str,
    score: &'static str,
    rises: &'static str,
    falls: &'static str,
    figures: &'static str,
    locator: &'static str,
    /// In the order of [`news::sector::DEFAULT`]; the last one is for every other sector too.
    motifs: [&'static str; 12],
    comma: &'static str,
}

const WORDS: [Words; 6] = [
    Words {
        lang: "en",
        drawn: "Drawn illustration, {}",
        globe: "a globe with {} marked",
        arc: "a dotted arc leads there from {}, where the report was filed",
        score: "a scoreboard: {a} against {b}, {}",
        rises: "a bold line rises; it shows the direction only, not single values",
        falls: "a bold line falls; it shows the direction only, not single values",
        figures: "figures: {}",
        locator: "a small globe marks {}",
        motifs: [
            "ornament: the rows of seats of a chamber",
            "ornament: a street of office blocks",
            "ornament: level scales before a portico",
            "ornament: a sun with orbits over waves",
            "ornament: a cross with a heartbeat line",
            "ornament: an open book under a rising disc",
            "ornament: running lanes and a disc",
            "ornament: a stage between curtains",
            "ornament: a window with a plant and fruit",
            "a globe, nothing marked",
            "ornament: printed pages",
            "ornament: overlapping discs",
        ],
        comma: ", ",
    },
    Words {
        lang: "fr",
        drawn: "Illustration dessinée, {}",
        globe: "un globe où est marqué : {}",
        arc: "un arc en pointillé y mène depuis {}, d’où vient la dépêche",
        score: "un tableau de score : {a} contre {b}, {}",
        rises: "une ligne épaisse monte ; elle n’indique que le sens, pas de valeurs",
        falls: "une ligne épaisse descend ; elle n’indique que le sens, pas de valeurs",
        figures: "chiffres : {}",
        locator: "un petit globe marque : {}",
        motifs: [
            "ornement : les rangs d’un hémicycle",
            "ornement : une rue d’immeubles de bureaux",
            "ornement : une balance en équilibre devant un portique",
            "ornement : un soleil et des orbites au-dessus des vagues",
            "ornement : une croix et une ligne de pouls",
            "ornement : un livre ouvert sous un disque levant",
            "ornement : des couloirs de course et un disque",
            "ornement : une scène entre deux rideaux",
            "ornement : une fenêtre, une plante et des fruits",
            "un globe sans repère",
            "ornement : des pages imprimées",
            "ornement : des disques superposés",
        ],
        comma: ", ",
    },
    Words {
        lang: "es",
        drawn: "Ilustración dibujada, {}",
        globe: "un globo con {} señalado",
        arc: "un arco de puntos llega desde {}, donde se envió la información",
        score: "un marcador: {a} contra {b}, {}",
        rises: "una línea gruesa sube; solo indica la dirección, no valores",
        falls: "una línea gruesa baja; solo indica la dirección, no valores",
        figures: "cifras: {}",
        locator: "un pequeño globo señala {}",
        motifs: [
            "adorno: las filas de un hemiciclo",
            "adorno: una calle de oficinas",
            "adorno: una balanza en equilibrio ante un pórtico",
            "adorno: un sol con órbitas sobre olas",
            "adorno: una cruz con una línea de pulso",
            "adorno: un libro abierto bajo un disco naciente",
            "adorno: calles de atletismo y un disco",
            "adorno: un escenario entre telones",
            "adorno: una ventana con planta y fruta",
            "un globo sin marcas",
            "adorno: páginas impresas",
            "adorno: discos superpuestos",
        ],
        comma: ", ",
    },
    Words {
        lang: "de",
        drawn: "Gezeichnete Illustration, {}",
        globe: "ein Globus, markiert ist {}",
        arc: "ein gepunkteter Bogen führt dorthin von {}, woher die Meldung kam",
        score: "eine Anzeigetafel: {a} gegen {b}, {}",
        rises: "eine kräftige Linie steigt; sie zeigt nur die Richtung, keine einzelnen Werte",
        falls: "eine kräftige Linie fällt; sie zeigt nur die Richtung, keine einzelnen Werte",
        figures: "Zahlen: {}",
        locator: "ein kleiner Globus zeigt {}",
        motifs: [
            "Schmuck: die Sitzreihen eines Plenarsaals",
            "Schmuck: eine Straße mit Bürohäusern",
            "Schmuck: eine Waage im Gleichgewicht vor einem Säulengang",
            "Schmuck: eine Sonne mit Umlaufbahnen über Wellen",
            "Schmuck: ein Kreuz mit einer Pulslinie",
            "Schmuck: ein offenes Buch unter einer aufgehenden Scheibe",
            "Schmuck: Laufbahnen und eine Scheibe",
            "Schmuck: eine Bühne zwischen Vorhängen",
            "Schmuck: ein Fenster mit Pflanze und Obst",
            "ein Globus ohne Markierung",
            "Schmuck: gedruckte Seiten",
            "Schmuck: überlappende Scheiben",
        ],
        comma: ", ",
    },
    Words {
        lang: "ar",
        drawn: "رسم توضيحي، {}",
        globe: "كرة أرضية عليها علامة عند {}",
        arc: "قوس منقّط يصل إليها من {} حيث أُرسل التقرير",
        score: "لوحة نتيجة: {a} ضد {b}، {}",
        rises: "خط عريض صاعد يبيّن الاتجاه فقط لا القيم",
        falls: "خط عريض هابط يبيّن الاتجاه فقط لا القيم",
        figures: "أرقام: {}",
        locator: "كرة أرضية صغيرة تحدد {}",
        motifs: [
            "زخرفة: صفوف مقاعد مجلس",
            "زخرفة: شارع من مباني المكاتب",
            "زخرفة: ميزان متعادل أمام رواق",
            "زخرفة: شمس ومدارات فوق الأمواج",
            "زخرفة: صليب طبي مع خط نبض",
            "زخرفة: كتاب مفتوح تحت قرص صاعد",
            "زخرفة: مسارات عدو وقرص",
            "زخرفة: مسرح بين ستارتين",
            "زخرفة: نافذة ونبتة وفاكهة",
            "كرة أرضية بلا علامات",
            "زخرفة: صفحات مطبوعة",
            "زخرفة: أقراص متداخلة",
        ],
        comma: "، ",
    },
    Words {
        lang: "hi",
        drawn: "रेखाचित्र, {}",
        globe: "ग्लोब पर {} चिह्नित है",
        arc: "{} से, जहाँ से ख़बर भेजी गई, वहाँ तक बिंदीदार चाप",
        score: "स्कोरबोर्ड: {a} बनाम {b}, {}",
        rises: "एक मोटी रेखा ऊपर जाती है; यह केवल दिशा बताती है, मान नहीं",
        falls: "एक मोटी रेखा नीचे जाती है; यह केवल दिशा बताती है, मान नहीं",
        figures: "आँकड़े: {}",
        locator: "छोटा ग्लोब {} दिखाता है",
        motifs: [
            "सजावट: सदन की सीटों की पंक्तियाँ",
            "सजावट: दफ़्तरों की इमारतें",
            "सजावट: स्तंभों के आगे संतुलित तराज़ू",
            "सजावट: लहरों के ऊपर सूरज और कक्षाएँ",
            "सजावट: क्रॉस और धड़कन की रेखा",
            "सजावट: उगते गोले के नीचे खुली किताब",
            "सजावट: दौड़ के ट्रैक और एक गोला",
            "सजावट: परदों के बीच मंच",
            "सजावट: खिड़की, पौधा और फल",
            "बिना निशान का ग्लोब",
            "सजावट: छपे हुए पन्ने",
            "सजावट: एक-दूसरे पर चढ़े गोले",
        ],
        comma: ", ",
    },
];

impl Words {
    /// The motif that the sector's picture shows.
    fn motif(&self, sector: &str) -> &'static str {
        let [.., other] = self.motifs;
        let place = news::sector::DEFAULT.iter().position(|(slug, ..)| *slug == sector);
        place.and_then(|i| self.motifs.get(i).copied()).unwrap_or(other)
    }
}

/// The alt text, in the page's language where we have its words, else in English.
pub fn describe(facts: &Facts<'_>) -> String {
    let lang = facts.lang.primary();
    let [english, ..] = &WORDS;
    let words = WORDS.iter().find(|w| w.lang == lang).unwrap_or(english);
    let mut parts = Vec::new();
    let about: Vec<&str> =
        facts.about.iter().filter(|(_, at)| at.is_some()).take(3).map(|(name, _)| name.as_str()).collect();
    let figures = || facts.figures.iter().take(3).map(|f| format!("{} {}", f.value, f.label).trim().to_owned());
    match (frame::subject(facts), &facts.score, &facts.series) {
        (Subject::Score, Some((a, b, score)), _) => {
            parts.push(fill(words.score, &[("{a}", a), ("{b}", b), ("{}", score)]));
        }
        (Subject::Trend, _, Some(series)) => {
            parts.push(if series.rising { words.rises } else { words.falls }.to_owned());
            let stated = format!("{} {}", series.percent, series.of);
            let all: Vec<String> =
                std::iter::once(stated.trim().to_owned()).filter(|s| !s.is_empty()).chain(figures()).collect();
            if !all.is_empty() {
                parts.push(fill(words.figures, &[("{}", &all.join(words.comma))]));
            }
        }
        (Subject::Map, ..) => {
            parts.push(fill(words.globe, &[("{}", &about.join(words.comma))]));
            let from = facts.filed_from.as_ref().filter(|(name, at)| at.is_some() && !about.contains(&name.as_str()));
            parts.extend(from.map(|(name, _)| fill(words.arc, &[("{}", name)])));
        }
        _ => {
            parts.push(words.motif(facts.sector.slug()).to_owned());
            parts.extend(about.first().map(|name| fill(words.locator, &[("{}", name)])));
        }
    }
    if facts.series.is_none() && facts.score.is_none() && !facts.figures.is_empty() {
        parts.push(fill(words.figures, &[("{}", &figures().collect::<Vec<_>>().join(words.comma))]));
    }
    let kicker = facts.kicker.trim();
    let drawn = if kicker.is_empty() { words.drawn.trim_end_matches([' ', ',', '،', '{', '}']) } else { words.drawn };
    format!("{}: {}.", fill(drawn, &[("{}", kicker)]), parts.join(if lang == "ar" { "؛ " } else { "; " }))
}

/// Puts each value at its mark. Marks inside values stay as they are: the phrase is read once, from left to right.
fn fill(phrase: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = phrase;
    while let Some((at, mark, value)) =
        values.iter().filter_map(|(mark, value)| Some((rest.find(mark)?, *mark, *value))).min_by_key(|(at, ..)| *at)
    {
        out.push_str(&rest[..at]);
        out.push_str(value);
        rest = &rest[at + mark.len()..];
    }
    out.push_str(rest);
    out
}
