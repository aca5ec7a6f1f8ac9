//! Views by edition of the house.

use news::{Country, Lang, Sector, StoryId, edition::Edition, person::Role};

use super::room::{Page, Room};

const FERRY: &str = "Ferry to Calwick island runs again after storm
The ferry from Porto Velmo to Calwick island ran again on Monday after a storm, harbour master Odo Lenz said.";
const MARKET: &str = "Market hall of Calwick opens on Tuesday
The market hall of Calwick opens on Tuesday after a year of work, the council said on Monday.";

fn edition(name: &str, lang: &str, countries: &[&str], sectors: &[&str]) -> Edition {
    Edition {
        slug: name.to_lowercase(),
        name: name.into(),
        lang: Lang::new(lang),
        zone: "UTC".into(),
        countries: countries.iter().map(|c| Country::new(c).unwrap()).collect(),
        sectors: sectors.iter().map(|s| Sector::new(s).unwrap()).collect(),
    }
}

/// A story with these places and this sector, read so often.
fn read(room: &Room, id: StoryId, (from, about, sector): (&str, &[&str], &str), views: u64) {
    let (from, sector, now) = (Country::new(from), Sector::new(sector).unwrap(), room.now());
    let about: Vec<Country> = about.iter().map(|c| Country::new(c).unwrap()).collect();
    room.store
        .write(move |c| {
            let story = store::story::by_id(c, id)?.unwrap();
            store::story::update(c, &news::story::Story { filed_from: from, about, sector, ..story })?;
            store::view::add(c, &[(id, now, views)])
        })
        .unwrap();
}

/// Views and percent of an edition.
fn row(page: &Page, name: &str) -> (String, String) {
    let start = page.body.find(&format!("<tr><td>{name}</td>")).unwrap_or_else(|| panic!("no {name}: {}", page.body));
    let row = page.body[start..].split("</tr>").next().unwrap();
    let between = |from: &str, to: &str| row.split(from).nth(1).and_then(|rest| rest.split(to).next()).unwrap();
    (between("class=\"num\">", "<").to_owned(), between("aria-label=\"", "\"").to_owned())
}

#[test]
fn a_story_counts_in_every_edition_that_has_it() {
    let room = Room::with(|house| {
        house.arrangement.editions = vec![
            edition("World", "en", &[], &[]),
            edition("Iberia", "en-gb", &["PT", "ES"], &[]),
            edition("Wellbeing", "en", &["PT"], &["health"]),
            edition("Monde", "fr", &[], &[]),
        ];
    });
    let jo = room.somebody("Jo Bell", Role::Reporter);
    read(&room, room.story(), ("", &["PT", "FR"], "health"), 60);
    read(&room, room.story_of("b", FERRY), ("ES", &[], "politics"), 30);
    read(&room, room.story_of("c", MARKET), ("FR", &["ML"], "health"), 10);
    let page = room.get(&jo, "/desk/statistics");
    assert!(page.body.contains("<h2>By edition</h2>"), "{}", page.body);
    for (name, views, percent) in
        [("World", "100", "100 %"), ("Iberia", "90", "90 %"), ("Wellbeing", "60", "60 %"), ("Monde", "0", "0 %")]
    {
        assert_eq!(row(&page, name), (views.into(), percent.into()), "{name}");
    }
}

#[test]
fn a_house_without_editions_has_no_table_of_them() {
    let room = Room::new();
    let jo = room.somebody("Jo Bell", Role::Reporter);
    read(&room, room.story(), ("", &[], "health"), 1);
    assert!(!room.get(&jo, "/desk/statistics").body.contains("By edition"));
}
