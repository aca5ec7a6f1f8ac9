//! The promises of the crate: same facts, same bytes; well-formed whatever the facts; labelled; small.

use super::*;

const LABEL: &str = "Illustration drawn by software from this story's facts";

fn place(name: &str, lat: f32, lon: f32) -> (String, Option<Spot>) {
    (name.into(), Some((lat, lon)))
}

fn figure(value: &str, label: &str) -> Figure {
    Figure { value: value.into(), label: label.into() }
}

struct Case {
    name: &'static str,
    seed: u64,
    lang: &'static str,
    sector: &'static str,
    kicker: &'static str,
    about: Vec<(String, Option<Spot>)>,
    from: Option<(String, Option<Spot>)>,
    figures: Vec<Figure>,
    score: Option<(String, String, String)>,
    series: Option<Series>,
}

impl Case {
    fn new(name: &'static str, seed: u64, sector: &'static str) -> Self {
        let kicker = news::sector::DEFAULT.iter().find(|(s, ..)| *s == sector).map_or(sector, |(_, name, _)| name);
        Self {
            name,
            seed,
            lang: "en",
            sector,
            kicker,
            about: vec![],
            from: None,
            figures: vec![],
            score: None,
            series: None,
        }
    }

    fn draw(&self) -> Drawing {
        let (lang, sector) = (Lang::new(self.lang), Sector::new(self.sector).unwrap());
        illustrate(&Facts {
            seed: self.seed,
            lang: &lang,
            sector: &sector,
            kicker: self.kicker,
            about: &self.about,
            filed_from: self.from.clone(),
            figures: &self.figures,
            score: self.score.clone(),
            series: self.series.clone(),
            label: if self.lang == "ar" {
                "رسم آلي مستخرج من وقائع هذا الخبر"
            } else {
                LABEL
            },
            accent: "#c8102e",
        })
    }
}

fn cases() -> Vec<Case> {
    let mut all = vec![
        Case {
            about: vec![place("Mali", 12.6, -8.0)],
            from: Some(place("France", 48.85, 2.35)),
            figures: vec![figure("4,000", "French nationals in Mali"), figure("2", "months of fuel blockade")],
            ..Case::new("map_two_figures", 1, "politics")
        },
        Case {
            about: vec![place("Brazil", -15.8, -47.9)],
            from: Some(place("Japan", 35.7, 139.7)),
            ..Case::new("map_far", 2, "international")
        },
        Case {
            about: vec![place("Indonesia", -6.2, 106.8)],
            figures: vec![figure("1,200", "houses flooded along the lower reaches of the river")],
            ..Case::new("map_one", 3, "headlines")
        },
        Case {
            score: Some(("Porto Marinha".into(), "Sporting Club de Vila Nova do Monte".into(), "2–1".into())),
            ..Case::new("score", 4, "sports-games")
        },
        Case {
            series: Some(Series { rising: true, percent: "3.2%".into(), of: "Cocoa futures".into() }),
            about: vec![place("Ghana", 5.6, -0.2)],
            ..Case::new("rise", 5, "business")
        },
        Case {
            series: Some(Series { rising: false, percent: "0.8%".into(), of: "Harbour index".into() }),
            figures: vec![figure("11", "sessions in a row")],
            ..Case::new("fall", 6, "business")
        },
        Case {
            lang: "ar",
            kicker: "الصحة",
            about: vec![place("مصر", 30.0, 31.2)],
            figures: vec![figure("1,450", "جرعة لقاح وصلت إلى المستشفيات"), figure("12", "محافظة")],
            ..Case::new("arabic", 7, "health")
        },
        Case {
            lang: "ar",
            kicker: "سياسة",
            about: vec![place("السودان", 15.5, 32.5)],
            from: Some(place("مصر", 30.0, 31.2)),
            figures: vec![figure("30", "شاحنة مساعدات")],
            ..Case::new("arabic_map", 8, "international")
        },
        Case {
            lang: "hi",
            kicker: "शिक्षा",
            about: vec![place("भारत", 28.6, 77.2)],
            figures: vec![figure("50,000", "छात्रों को छात्रवृत्ति मिलेगी")],
            ..Case::new("hindi", 9, "education")
        },
    ];
    for (i, (sector, ..)) in news::sector::DEFAULT.iter().enumerate() {
        let seed = 20 + i as u64;
        all.push(Case::new(Box::leak(format!("bare_{sector}").into_boxed_str()), seed, sector));
        all.push(Case {
            figures: vec![
                figure("€14.5 million", "for the new wing"),
                figure("320", "beds"),
                figure("2027", "opening planned"),
            ],
            about: if i % 2 == 0 { vec![place("Portugal", 38.7, -9.1)] } else { vec![] },
            ..Case::new(Box::leak(format!("beside_{sector}").into_boxed_str()), seed + 100, sector)
        });
    }
    all
}

/// Just enough of a reader to see that tags nest, attributes are quoted, and no bare `&` or `<` stands in text.
fn assert_well_formed(svg: &str) {
    let mut open = Vec::new();
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        check_entities(&rest[..start]);
        let mut quoted = false;
        let end = start
            + rest[start..]
                .find(|c| {
                    quoted ^= c == '"';
                    c == '>' && !quoted
                })
                .expect("a tag ends");
        let tag = &rest[start + 1..end];
        assert!(!tag.contains('<'), "{tag}");
        check_entities(tag);
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap());
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty() && rest.is_empty(), "{open:?} {rest}");
}

fn check_entities(text: &str) {
    for (i, _) in text.match_indices('&') {
        let known = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"];
        assert!(known.iter().any(|e| text[i..].starts_with(e)), "{text}");
    }
}

#[test]
fn every_picture_is_well_formed_labelled_small_and_repeatable() {
    for case in cases() {
        let drawing = case.draw();
        if let Ok(folder) = std::env::var("DATELINE_DRAWINGS") {
            std::fs::write(format!("{folder}/{}.svg", case.name), &drawing.svg).unwrap();
        }
        assert_well_formed(&drawing.svg);
        assert_eq!(drawing, case.draw(), "{}", case.name);
        let label = if case.lang == "ar" { "رسم آلي" } else { "Illustration drawn by software" };
        assert!(drawing.svg.contains(label), "{}", case.name);
        assert!((1_500..=12_000).contains(&drawing.svg.len()), "{}: {} bytes", case.name, drawing.svg.len());
        for never in ["<script", "href", "style=", "foreignObject", "NaN", "inf"] {
            assert!(!drawing.svg.contains(never), "{}: {never}", case.name);
        }
    }
}

#[test]
fn alt_texts_say_what_is_shown_and_nothing_more() {
    let alts: Vec<String> = cases().iter().take(12).map(|c| format!("{}: {}", c.name, c.draw().alt)).collect();
    insta::assert_snapshot!(alts.join("\n"));
}

#[test]
fn the_drawings_stay_as_they_are() {
    for case in cases().iter().filter(|c| ["map_two_figures", "score", "rise", "arabic"].contains(&c.name)) {
        insta::assert_snapshot!(case.name, case.draw().svg.replace("><", ">\n<"));
    }
}

#[test]
fn a_missing_kicker_leaves_no_stray_comma() {
    let case = Case { kicker: "", ..Case::new("no_kicker", 1, "health") };
    assert!(case.draw().alt.starts_with("Drawn illustration: "), "{}", case.draw().alt);
}

#[test]
fn hostile_facts_stay_text() {
    let evil = "\"><script>alert(1)</script>&<![CDATA[]]>\u{202e}\u{0}\u{fffe}{}{a}";
    let mut case = Case {
        about: vec![(evil.into(), Some((f32::NAN, 1e30))), (evil.into(), Some((91.0, 720.0)))],
        from: Some((format!("from{evil}"), Some((-95.0, f32::INFINITY)))),
        figures: vec![figure(evil, evil), figure(&"9".repeat(4000), &"w ".repeat(4000)), figure("", evil)],
        ..Case::new("hostile", u64::MAX, "international")
    };
    for lang in ["en", "ar", "hi", "fr"] {
        case.lang = lang;
        for sector in ["international", "politics", "sports-games", "made-up"] {
            case.sector = sector;
            let svg = case.draw().svg;
            assert_well_formed(&svg);
            assert!(
                !svg.contains("<script") && !svg.contains('\u{202e}') && !svg.contains('\u{0}') && !svg.contains("NaN")
            );
        }
    }
    case.score = Some((evil.into(), "x".repeat(5000), evil.into()));
    assert_well_formed(&case.draw().svg);
}

#[test]
fn text_stands_out_from_its_ground() {
    for case in cases() {
        let (lang, sector) = (Lang::new(case.lang), Sector::new(case.sector).unwrap());
        for (seed, accent) in
            (0..12).flat_map(|s| ["#c8102e", "#ffee00", "#000000", "#ffffff", "nonsense"].map(|a| (s, a)))
        {
            let colours = palette::Palette::of(&Facts {
                seed,
                lang: &lang,
                sector: &sector,
                kicker: "",
                about: &[],
                filed_from: None,
                figures: &[],
                score: None,
                series: None,
                label: LABEL,
                accent,
            });
            assert!(palette::contrast(colours.ink, colours.ground) >= 7.0, "{sector} {seed}");
            assert!(palette::contrast(colours.pop, colours.ground) >= 3.0, "{sector} {seed} {accent}");
        }
    }
}
