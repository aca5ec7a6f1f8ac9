//! Titles, roles, particles and words of bodies.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::lex::fold;

const ROLES: &str = "president minister spokesman spokeswoman spokesperson leader chief head director mayor governor secretary chairman chairwoman chair chancellor \
    ambassador envoy general colonel captain commander lieutenant sergeant officer judge justice prosecutor lawyer attorney senator lawmaker deputy \
    professor economist analyst doctor surgeon researcher scientist engineer manager coach trainer striker goalkeeper founder owner executive ceo commissioner \
    king queen prince princess emir sheikh imam bishop archbishop pope rabbi premier vice-president congressman congresswoman representative councillor \
    inspector superintendent detective farmer fisherman teacher student driver resident witness singer actor actress author writer poet painter curator \
    correspondent editor reporter journalist partner strategist adviser advisor aide official activist campaigner organiser organizer secretary-general treasurer \
    biologist physicist chemist geologist historian sociologist psychologist epidemiologist virologist climatologist meteorologist forecaster seismologist \
    astronomer archaeologist anthropologist linguist statistician skipper assistant nurse midwife paramedic firefighter pilot sailor soldier broker banker \
    accountant auditor consultant architect designer technician mechanic chef shopkeeper vendor priest pastor vicar midfielder defender referee umpire jockey \
    swimmer cyclist skier boxer golfer magistrate coroner sheriff ombudsman trustee dean rector lecturer principal headteacher librarian composer conductor \
    musician photographer filmmaker producer novelist playwright columnist presenter publisher broadcaster psychiatrist dentist pharmacist veterinarian vet \
    président présidente ministre porte-parole directeur directrice maire gouverneur secrétaire procureur procureure avocat avocate juge professeur professeure \
    économiste analyste chercheur chercheuse député députée sénateur sénatrice préfet préfète ambassadeur ambassadrice général capitaine entraîneur entraîneuse médecin \
    patron patronne chef cheffe dirigeant dirigeante responsable agriculteur agricultrice commandant commandante \
    الرئيس رئيس رئيسة الوزير وزير وزيرة المتحدث المتحدثة متحدث المدير مدير مديرة الدكتور الدكتورة السيد السيدة اللواء العقيد الجنرال النائب القاضي المحامي السفير الأمير الملك الشيخ المحافظ محافظ العميد الناطق الأستاذ المهندس \
    राष्ट्रपति प्रधानमंत्री मंत्री मुख्यमंत्री प्रवक्ता अध्यक्ष निदेशक महापौर मेयर राज्यपाल सचिव डॉ डॉक्टर श्री श्रीमती जनरल कप्तान कोच न्यायाधीश सांसद विधायक अधिकारी प्रोफेसर महानिदेशक आयुक्त किसान वकील";

fn set(list: &str) -> HashSet<String> {
    list.split_whitespace().map(fold).collect()
}

/// A folded word for an office or trade.
pub(crate) fn is_role(lower: &str) -> bool {
    static SET: LazyLock<HashSet<String>> = LazyLock::new(|| set(ROLES));
    SET.contains(lower) || (lower.len() > 4 && SET.contains(lower.trim_end_matches('s')))
}

/// A capitalised word that stands before a name and is none itself: `President`, `Dr`, `Mr`.
pub(crate) fn is_title(lower: &str) -> bool {
    matches!(
        lower,
        "mr" | "mrs"
            | "ms"
            | "miss"
            | "dr"
            | "sir"
            | "dame"
            | "lord"
            | "lady"
            | "rev"
            | "prof"
            | "gen"
            | "col"
            | "capt"
            | "lt"
            | "sgt"
            | "sen"
            | "rep"
            | "gov"
            | "m"
            | "mme"
            | "mlle"
            | "me"
            | "pr"
            | "herr"
            | "frau"
            | "señor"
            | "señora"
            | "don"
            | "doña"
            | "prime"
            | "foreign"
            | "vice"
            | "deputy"
            | "acting"
            | "former"
            | "crown"
            | "chief"
            | "interior"
            | "finance"
            | "defence"
            | "defense"
            | "health"
    ) || is_role(lower)
}

/// `Dr`, `Ms`: always a person behind it, and a stop may follow.
pub(crate) fn is_personal(lower: &str) -> bool {
    matches!(
        lower,
        "mr" | "mrs"
            | "ms"
            | "miss"
            | "dr"
            | "sir"
            | "dame"
            | "lord"
            | "lady"
            | "m"
            | "mme"
            | "mlle"
            | "me"
            | "prof"
            | "gen"
            | "col"
            | "capt"
            | "lt"
            | "sgt"
            | "sen"
            | "rep"
            | "gov"
            | "rev"
    )
}

/// Lower-case words inside a name.
pub(crate) fn is_particle(lower: &str) -> bool {
    matches!(
        lower,
        "al" | "el"
            | "bin"
            | "ibn"
            | "bint"
            | "abu"
            | "ben"
            | "de"
            | "del"
            | "della"
            | "di"
            | "da"
            | "do"
            | "dos"
            | "das"
            | "du"
            | "la"
            | "le"
            | "van"
            | "der"
            | "den"
            | "von"
            | "zu"
            | "ter"
            | "ten"
            | "af"
            | "ould"
            | "ag"
            | "d'"
    )
}

/// Words by which a name is a body's, not a person's.
pub(crate) fn is_body(lower: &str) -> bool {
    matches!(
        lower,
        "ministry"
            | "court"
            | "university"
            | "bank"
            | "group"
            | "council"
            | "party"
            | "fc"
            | "club"
            | "united"
            | "city"
            | "inc"
            | "ltd"
            | "plc"
            | "corp"
            | "company"
            | "agency"
            | "institute"
            | "research"
            | "association"
            | "union"
            | "federation"
            | "committee"
            | "commission"
            | "department"
            | "office"
            | "parliament"
            | "senate"
            | "congress"
            | "army"
            | "navy"
            | "police"
            | "press"
            | "news"
            | "coalition"
            | "front"
            | "movement"
            | "league"
            | "cup"
            | "motor"
            | "motors"
            | "airlines"
            | "airways"
            | "systems"
            | "technologies"
            | "foods"
            | "pharma"
            | "pharmaceuticals"
            | "petroleum"
            | "telecom"
            | "insurance"
            | "industries"
            | "solutions"
            | "electric"
            | "railways"
            | "shipping"
            | "logistics"
            | "studios"
            | "stores"
            | "society"
            | "academy"
            | "orchestra"
            | "theatre"
            | "stadium"
            | "festival"
            | "championship"
            | "workers"
            | "athletic"
            | "rovers"
            | "wanderers"
            | "trust"
            | "energy"
            | "ferries"
            | "brothers"
            | "partners"
            | "holdings"
            | "foundation"
            | "fund"
            | "authority"
            | "service"
            | "hospital"
            | "school"
            | "college"
            | "centre"
            | "center"
            | "museum"
            | "street"
            | "river"
            | "sea"
            | "lake"
            | "island"
            | "islands"
            | "mountain"
            | "bay"
            | "strait"
            | "airport"
            | "station"
            | "road"
            | "bridge"
            | "ministère"
            | "banque"
            | "université"
            | "cour"
            | "parti"
            | "société"
            | "conseil"
            | "cross"
            | "nations"
            | "states"
            | "kingdom"
            | "republic"
            | "national"
            | "international"
            | "supreme"
            | "high"
            | "central"
            | "european"
            | "african"
    )
}
