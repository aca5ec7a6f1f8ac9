use super::*;
use proptest::prelude::*;
use std::collections::HashSet;

/// `spelling:code:class:name` of each mention.
fn found(text: &str, lang: &str) -> Vec<String> {
    find(text, &Lang::new(lang))
        .into_iter()
        .map(|m| format!("{}:{}:{:?}:{}", &text[m.range.clone()], m.country, m.class, m.name))
        .collect()
}

fn codes(text: &str, lang: &str) -> Vec<String> {
    find(text, &Lang::new(lang)).into_iter().map(|m| m.country.to_string()).collect()
}

#[test]
fn every_country_has_name_slug_and_centre() {
    let all = countries();
    // The 249 assigned codes of ISO 3166-1 and Kosovo's user-assigned one.
    assert_eq!(all.len(), 250);
    let slugs: HashSet<&str> = all.iter().map(|c| country_slug(*c)).collect();
    assert_eq!(slugs.len(), all.len());
    for c in all {
        let slug = country_slug(c);
        assert!(!country_name(c, &Lang::en()).is_empty() && !slug.is_empty(), "{c}");
        assert!(slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{slug}");
        assert_eq!(country_of_slug(slug), Some(c));
        let (lat, long) = centre(c).unwrap();
        assert!(lat.abs() <= 90.0 && long.abs() <= 180.0 && (lat, long) != (0.0, 0.0), "{c}");
    }
}

#[test]
fn the_lists_are_as_long_as_promised() {
    let of = |class| GAZETTEER.entries.iter().filter(|e| e.class == class && e.country.is_some()).count();
    assert!(of(Class::City) >= 1000, "{}", of(Class::City));
    assert!(of(Class::Region) >= 300, "{}", of(Class::Region));
    for lang in ["fr", "ar", "hi"] {
        assert!(GAZETTEER.facts.values().filter(|f| f.names.contains_key(lang)).count() >= 80, "{lang}");
    }
    assert_eq!(country_slug(Country::new("VI").unwrap()), "us-virgin-islands");
    assert_eq!(country_slug(Country::new("ST").unwrap()), "sao-tome-and-principe");
}

#[test]
fn every_other_spelling_leads_somewhere() {
    for data in [
        include_str!("../../data/more.fr.tsv"),
        include_str!("../../data/more.ar.tsv"),
        include_str!("../../data/more.hi.tsv"),
    ] {
        for line in data.lines().filter(|l| !l.starts_with('#')) {
            let (spelling, name) = line.split_once('\t').unwrap();
            assert!(GAZETTEER.entries.iter().any(|e| e.name == name), "{spelling}: {name}");
        }
    }
}

#[test]
fn countries_peoples_capitals_cities() {
    assert_eq!(
        found("Malian troops left Gao for Bamako, Mali's capital, the U.S. said.", "en"),
        [
            "Malian:ML:Demonym:Mali",
            "Gao:ML:City:Gao",
            "Bamako:ML:Capital:Bamako",
            "Mali:ML:Country:Mali",
            "U.S.:US:Country:United States"
        ]
    );
    assert_eq!(
        codes("Niger and Nigeria, Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea", "en"),
        ["NE", "NG", "GN", "GW", "GQ", "PG"]
    );
    assert_eq!(
        codes("South Korean and North Korean envoys met a Korean in New Mexico, not Mexico", "en"),
        ["KR", "KP", "KR", "US", "MX"]
    );
    assert_eq!(
        codes("The Democratic Republic of Congo and the Republic of Congo; DR Congo; Congo-Brazzaville", "en"),
        ["CD", "CG", "CD", "CG"]
    );
    assert_eq!(codes("It told us that the US and the UK, not the usa, agreed", "en"), ["US", "GB"]);
    assert_eq!(codes("Iran's Persian Gulf ports and the Gulf of Mexico", "en"), ["IR"]);
}

#[test]
fn people_are_not_places() {
    assert!(codes("On that evening Michael Jordan and then also Jordan Smith finally met young Paris Hilton, who was reading something by Jack London.", "en").is_empty());
    assert_eq!(codes("King Abdullah of Jordan flew to Paris.", "en"), ["JO", "FR"]);
    assert!(codes("Nice people were Reading a book; Mobile phones Split.", "en").is_empty());
    assert_eq!(codes("He was arrested in Nice on Monday.", "en"), ["FR"]);
    assert_eq!(codes("Jordan and Chad signed it. Israel Prime Minister Dan Ross spoke.", "en"), ["JO", "TD", "IL"]);
    assert_eq!(codes("Troops Leave Mali After Paris Talks With Jordan King", "en"), ["ML", "FR", "JO"]);
}

#[test]
fn georgia_goes_by_its_company() {
    assert_eq!(found("Voters in Georgia and Texas", "en"), ["Georgia:US:Region:Georgia", "Texas:US:Region:Texas"]);
    assert_eq!(codes("Protests in Georgia and Russia", "en"), ["GE", "RU"]);
    assert_eq!(codes("Georgia said on Monday", "en"), ["GE"]);
    assert_eq!(codes("Georgia and the United States signed it; Georgian envoys smiled.", "en"), ["GE", "US", "GE"]);
    assert_eq!(codes("A Russian bid for votes in Atlanta, Georgia", "en"), ["RU", "US", "US"]);
}

#[test]
fn namesakes_go_with_their_state() {
    assert_eq!(codes("A fire in Paris, Texas, killed two.", "en"), ["US"]);
    assert_eq!(codes("A fire in Naples, Italy, and in Birmingham, Alabama.", "en"), ["IT", "IT", "US"]);
    assert_eq!(codes("Talks in Geneva, Iran said, failed.", "en").len(), 2);
}

#[test]
fn a_town_keeps_the_company_of_its_country() {
    let codes = |text: &str| codes(text, "en").join(" ");
    assert_eq!(
        codes(
            "Deputies from Rapides Parish met in Baton Rouge; a house burned in Alexandria, Louisiana's fire marshal said."
        ),
        "US US US"
    );
    assert_eq!(codes("The ferry left Alexandria for Cyprus, the Egyptian navy said."), "EG CY EG");
    assert_eq!(codes("U.S. officials flew to Moscow for talks with the Kremlin."), "US RU RU");
    let text = "The council of Chiefland, Florida, met on Monday. Sheriff Dole of Levy County spoke.";
    let at = |name: &str| text.find(name).map(|at| at..at + name.len()).unwrap();
    let of = |name: &str| country_of(text, &at(name), &Lang::en()).map(|c| c.to_string());
    assert_eq!((of("Chiefland").as_deref(), of("Levy County").as_deref()), (Some("US"), Some("US")));
}

#[test]
fn the_area_round_a_city_is_not_the_city() {
    assert_eq!(
        found("Shelling hit the Kyiv region, not Kyiv.", "en"),
        ["Kyiv region:UA:Region:Kyiv region", "Kyiv:UA:Capital:Kyiv"]
    );
    assert_eq!(
        found("in the Sumy, Kharkiv and Odesa regions", "en"),
        ["Sumy:UA:Region:Sumy region", "Kharkiv:UA:Region:Kharkiv region", "Odesa:UA:Region:Odesa region"]
    );
    assert_eq!(found("dans la région de Kidal", "fr"), ["Kidal:ML:Region:Kidal region"]);
    assert_eq!(found("في محافظة حلب", "ar"), ["حلب:SY:Region:Aleppo region"]);
    assert_eq!(found("Damascus state television and Lagos state police", "en")[0], "Damascus:SY:Capital:Damascus");
    assert!(part_of("Kyiv", "Kyiv region") && part_of("Kyiv region", "Ukraine") && part_of("Gao", "Mali"));
    assert!(!part_of("Kyiv region", "Kyiv") && !part_of("Mali", "Mali") && !part_of("Gao", "Niger"));
}

#[test]
fn seats_stand_for_governments() {
    assert_eq!(codes("The Kremlin, the White House and Downing Street agreed.", "en"), ["RU", "US", "GB"]);
}

#[test]
fn french_arabic_hindi() {
    assert_eq!(
        codes("L’armée malienne et des soldats russes ont quitté l'Algérie pour Pékin et Mexico.", "fr"),
        ["ML", "RU", "DZ", "CN", "MX"]
    );
    assert_eq!(codes("Les Nigériens et les Nigérians", "fr"), ["NE", "NG"]);
    assert_eq!(
        codes("وصل الرئيس المصري إلى باريس وبغداد، والتقى وزراء من إيران والسعودية وللجزائر في مالي بدعم مالي", "ar"),
        ["EG", "FR", "IQ", "IR", "SA", "DZ", "ML"]
    );
    assert_eq!(
        codes("भारतीय प्रधानमंत्री ने दिल्ली में पाकिस्तान और अमेरिकी दूत से मुंबई में बात की", "hi"),
        ["IN", "IN", "PK", "US", "IN"]
    );
    assert_eq!(country_name(Country::new("DE").unwrap(), &Lang::new("fr")), "Allemagne");
    assert_eq!(country_name(Country::new("EG").unwrap(), &Lang::new("ar-eg")), "مصر");
    assert_eq!(country_name(Country::new("IN").unwrap(), &Lang::new("hi")), "भारत");
    assert_eq!(country_name(Country::new("IN").unwrap(), &Lang::new("ja")), "India");
}

#[test]
fn datelines() {
    for (place, code) in [
        ("Paris", "FR"),
        ("NEW DELHI", "IN"),
        ("Osaka, Japan", "JP"),
        ("PARIS, Texas", "US"),
        ("KYIV, Ukraine", "UA"),
        ("WASHINGTON (AP)", "US"),
        ("ATLANTA, Ga.", "US"),
        ("TBILISI, Georgia", "GE"),
        ("SAVANNAH, Georgia", "US"),
        ("RAFAH, Gaza Strip", "PS"),
        ("MALE", "MV"),
        ("GENEVA/PARIS", "CH"),
        ("NICE, France", "FR"),
        ("UNITED NATIONS", "US"),
        ("القاهرة", "EG"),
        ("नई दिल्ली", "IN"),
        ("NEAR BAKHMUT", "UA"),
        ("Khan Younis", "PS"),
        ("BUENOS AIRES, Argentina", "AR"),
        ("N'DJAMENA", "TD"),
        ("ROCHESTER, N.Y.", "US"),
        ("WILMINGTON, Del", "US"),
        ("KOKOMO, Ind.", "US"),
        ("SAN JOSE", "CR"),
        ("SAN JOSE, Calif.", "US"),
    ] {
        assert_eq!(locate(place).map(|c| c.to_string()).as_deref(), Some(code), "{place}");
    }
    assert_eq!(locate("Atlantis"), None);
    assert_eq!(locate("GAINESVILLE"), None);
    assert_eq!(filed_from("GAINESVILLE").map(|c| c.to_string()).as_deref(), Some("US"));
    assert_eq!(filed_from("Port Nowhere"), None);
    assert_eq!(locate(""), None);
}

#[test]
fn small_towns_are_places_where_a_preposition_leads_them() {
    let towns = |text: &str| -> Vec<String> {
        let (_, towns) = find_with_towns(text, &Lang::en());
        towns.into_iter().map(|(range, country)| format!("{} {country}", &text[range])).collect()
    };
    assert_eq!(towns("Shops closed in Jimma and near Tsim Sha Tsui."), ["Jimma ET", "Tsim Sha Tsui HK"]);
    assert_eq!(towns("Trains stop in Abomey, Karonga and Paris."), ["Abomey BJ", "Karonga MW"]);
    assert!(towns("The man met Jimma. She left in August for the Court of Justice.").is_empty());
    assert!(find_with_towns("en Jimma", &Lang::new("fr")).1.is_empty());
}

#[test]
fn a_place_is_not_taken_for_its_namesake_next_door() {
    let countries =
        |text: &str| -> Vec<String> { find(text, &Lang::en()).iter().map(|m| m.country.to_string()).collect() };
    assert_eq!(countries("Landowners halted the Papua LNG line in Papua New Guinea"), ["PG", "PG"]);
    assert_eq!(countries("Riots broke out in Papua, Indonesia said"), ["ID", "ID"]);
    assert_eq!(countries("She won the race in Valencia"), ["ES"]);
    assert_eq!(countries("The boat left Valencia and reached Caracas, Venezuela"), ["VE", "VE", "VE"]);
}

proptest! {
    #[test]
    fn mentions_are_ordered_and_apart(s in "(\\PC|Mali|Paris|Kyiv region| |, |Georgia|New |القاهرة|و){0,30}", lang in "en|fr|ar|hi|und") {
        let mut last = 0;
        for m in find(&s, &Lang::new(&lang)) {
            prop_assert!(m.range.start >= last && s.get(m.range.clone()).is_some());
            last = m.range.end;
        }
    }
}
