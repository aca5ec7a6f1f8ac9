//! Invented mini-reports in four languages, and the way from a text to a verdict.

use check::{Evidence, Report, Sources};
use news::verdict::{Part, Verdict};
use news::{Hash, Lang, ReportId, Time, revision::Draft};

/// Thursday 6 November 2025, 12:00 UTC.
pub const NOON: Time = Time(1_762_430_400_000);

pub const FUEL: &str = "Fuel queues shorten in Kadoru, ministry says
The energy ministry said on Thursday that the price of petrol fell by 4.2 percent in October, the third fall in a row.
About 1,200 fuel trucks have crossed the border at Dova since Monday, said ministry spokesman Luc Carvenne, a former mayor of Lille.
“We are not out of danger, but the queues are shorter,” Carvenne said. “Nobody should hoard.”
Ana Reis, the head of the drivers’ union, said members would not return to work before Friday.
The government plans to raise the subsidy to 20 million dollars next year.";

pub const ATTACK: &str = "Two soldiers killed in attack on convoy, army says
Two soldiers were killed and 14 wounded in an attack on a convoy near Tessalit on Nov 3, the army said.
Police arrested three men on suspicion of smuggling weapons in the Kyiv region and seized 40 rifles.
The suspects, who officials say crossed from Niger in August 2020, have not been charged.
One of the men has denied it and the others have not spoken, police said.
The patrol fired at least 20 rounds without being hit.
Colonel Idrissa Maro allegedly took bribes from the smugglers.
General Oumar Sanda, the army chief, told reporters in Bamako that patrols would double.";

pub const MATCH: &str = "Porto beat Lille to win the cup
Porto beat Lille 2-1 in the final on Sunday with two goals by Marta Lund.
Lund won 6-4, 7-5 in her sixth final in 2023, before she took up football.
It was Porto’s first win over Lille since January 24, 2022.
Coach Rui Valente said the team had trained for two months.";

pub const MARKET: &str = "Shares in Oslo slip as shipping firms weigh
Shares in Oslo fell 0.4 percent on Wednesday, with the main index at 1,512.6 points.
Skarvoy Ferries, which was founded in 1921, lost 13.8 percent after it cut its forecast of annual profit to £92m from £120m.
The central bank raised its main rate by two percentage points to 6.5 percent.
Brent crude rose to $63.40 a barrel, according to traders.";

pub const COURT: &str = "Court strikes down levy on mobile data
Ghana’s Supreme Court struck down a levy of 1.5 percent on mobile data on Thursday, ruling by five votes to two.
The levy has raised 840 million cedis since January 2024, according to the finance ministry.
“A tax that is not lawfully voted is not a tax but a taking,” Justice Akosua Bentu wrote for the majority.
The court gave the government 60 days to stop collecting the levy.
Kofi Asant, a lawyer for the Free Megabyte Coalition, said the group would seek refunds for 21 million subscribers.";

pub const QUAKE: &str = "Earthquake of magnitude 6.1 shakes southern Peru
An earthquake of magnitude 6.1 shook the coast of southern Peru early on Thursday, damaging about 210 houses, the civil defence office said.
No deaths had been reported by 12:15 GMT, said Rosa Quill, the office’s director in Arequipa.
The earthquake struck at a depth of 34 kilometres, some 40 kilometres from the town of Chala.
The survey firm, which says it has 900 sensors, did not reply to a request.
The office (set up in 1972) has sent two dozen engineers to the coast.";

pub const PONT: &str = "Le pont de Varnes restera fermé, selon la préfecture
Le pont de Varnes restera fermé jusqu’au 9 décembre, a indiqué jeudi la préfecture.
Environ 4 000 voitures empruntent le pont chaque jour, selon le maire de Varnes, Paul Desrives.
« Nous ne prendrons aucun risque », a déclaré M. Desrives.
Les travaux coûteront 3,5 millions d’euros et ont commencé en août 2020.";

pub const ECOLE: &str = "Rentrée retardée dans trois écoles de Lyon
La rentrée a été retardée d’une semaine dans trois écoles de Lyon après un incendie, a annoncé la mairie.
Deux personnes ont été arrêtées mercredi par la police.
La directrice de l’école, Claire Aubier, a dit que les élèves reviendraient lundi.
Le nombre d’élèves a augmenté de 12 % en 2023.";

pub const MINAA: &str = "ميناء الرمال يعلن زيادة الشحنات
قال مدير الميناء أحمد المنصوري إن عدد الشحنات ارتفع بنسبة 12 في المئة في أكتوبر.
وصلت ٤٠ سفينة إلى الميناء يوم الخميس، بحسب وزارة النقل.
وأضاف المنصوري أن الميناء لم يغلق أبوابه خلال العاصفة.
أوقفت الشرطة ثلاثة أشخاص بعد الحادث.";

pub const MATAR: &str = "تأخر رحلات في مطار الواحة
أعلنت إدارة مطار الواحة أن 25 رحلة تأخرت يوم الأربعاء بسبب الضباب.
قالت المتحدثة ليلى الشامي: «سنعيد جدولة كل الرحلات غدا».
ارتفع عدد المسافرين إلى مليوني مسافر عام 2023.";

pub const BAADH: &str = "सोनपुर में बाढ़ से 12 गांव प्रभावित
जिला प्रशासन ने कहा कि गुरुवार को सोनपुर में बाढ़ से 12 गांव प्रभावित हुए।
करीब 5 हज़ार लोगों को राहत शिविरों में पहुंचाया गया, अधिकारी सीमा राठी ने बताया।
“पानी अब भी बढ़ रहा है,” राठी ने कहा।
पुलिस ने तीन लोगों को गिरफ्तार किया।";

pub const RAIL: &str = "रेल किराया नहीं बढ़ेगा
रेल मंत्री अरुण वर्मा ने बुधवार को कहा कि इस साल रेल किराया नहीं बढ़ेगा।
रेलवे ने 2023 में 40 लाख टिकट बेचे।
मंत्रालय ने 5 करोड़ रुपये की योजना की घोषणा की।";

/// Every report with its language.
pub const ALL: [(&str, &str); 12] = [
    ("en", FUEL),
    ("en", ATTACK),
    ("en", MATCH),
    ("en", MARKET),
    ("en", COURT),
    ("en", QUAKE),
    ("fr", PONT),
    ("fr", ECOLE),
    ("ar", MINAA),
    ("ar", MATAR),
    ("hi", BAADH),
    ("hi", RAIL),
];

pub fn evidence(agency: &str, lang: &str, text: &str) -> Evidence {
    Evidence {
        report: ReportId(1),
        agency: agency.into(),
        text: text.into(),
        text_hash: Hash::of(text.as_bytes()),
        lang: Lang::new(lang),
        reference: NOON,
        zone: "UTC".into(),
    }
}

pub fn body(lang: &str, paragraphs: &[&str]) -> Draft {
    Draft {
        lang: Lang::new(lang),
        paragraphs: paragraphs.iter().map(|p| (*p).to_owned()).collect(),
        ..Draft::default()
    }
}

pub fn headline(lang: &str, headline: &str) -> Draft {
    Draft { lang: Lang::new(lang), headline: headline.into(), ..Draft::default() }
}

/// A draft paragraph against one report of Halden Wire.
pub fn against(lang: &str, source: &str, paragraph: &str) -> Report {
    Sources::new(vec![evidence("Halden Wire", lang, source)]).check(&body(lang, &[paragraph]), NOON, "UTC")
}

/// Every finding, for messages.
pub fn told(report: &Report) -> Vec<String> {
    report
        .sentences
        .iter()
        .flat_map(|s| s.findings.iter().map(|f| format!("{:?} {:?} {}", f.kind, f.severity, f.reason)))
        .collect()
}

#[track_caller]
pub fn assert_supported(report: &Report, what: &str) {
    assert_eq!(report.verdict, Verdict::Supported, "{what}: {:?}", told(report));
    assert!(report.sentences.iter().all(|s| !s.citations.is_empty() && s.support > 0.5), "{what}: {report:?}");
    assert!(!report.sentences.is_empty());
}

/// The parts in the order in which the check lists them.
pub fn parts(report: &Report) -> Vec<Part> {
    report.sentences.iter().map(|s| s.part).collect()
}
