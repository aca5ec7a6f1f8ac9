//! What was read and done, as the desk tells it.

use news::{StoryId, Time, person::Role, policy};

use super::room::{Browser, Page, Room};

const LIBRARY: &str = "Velmo council votes to open library on Sundays
The council of Porto Velmo voted on Monday to open the town library on Sundays from March.
The library will hire three people, at a cost of 90,000 euros a year, council leader Ines Brandt said.";
const FERRY: &str = "Ferry to Calwick island runs again after storm
The ferry from Porto Velmo to Calwick island ran again on Monday after a storm, harbour master Odo Lenz said.
Some 300 passengers had waited for it since Saturday, he said.";

/// Views of a story so long ago.
fn view(room: &Room, story: StoryId, ago_ms: i64, views: u64) {
    let at = room.now().plus_ms(-ago_ms);
    room.store.write(move |c| store::view::add(c, &[(story, at, views)])).unwrap();
}

fn shown(room: &Room, browser: &Browser, days: &str) -> Page {
    let page = room.get(browser, &format!("/desk/statistics?days={days}"));
    assert_eq!(page.status, 200, "{}", page.body);
    page
}

/// Bars of the plot; those of the tables have no title.
fn bars(page: &Page) -> usize {
    page.body.matches("</title></rect>").count()
}

/// The cells of the row that begins with that one.
fn row<'a>(page: &'a Page, first: &str) -> Vec<&'a str> {
    let start = page.body.find(&format!("<tr><td>{first}</td>")).unwrap_or_else(|| panic!("no {first}: {}", page.body));
    let cells = page.body[start..].split("</tr>").next().unwrap().split("</td>");
    cells.filter_map(|cell| cell.rsplit('>').next()).filter(|cell| !cell.is_empty()).collect()
}

#[test]
fn what_is_read_is_told_by_time_story_sector_and_language() {
    let room = Room::new();
    let bo = room.somebody("Bo Adeyemi", Role::Reporter);
    let (library, ferry) = (room.story_of("a", LIBRARY), room.story_of("b", FERRY));
    view(&room, library, 0, 1_200);
    view(&room, ferry, 2 * Time::DAY_MS, 30);
    view(&room, ferry, 3 * Time::DAY_MS, 1);
    view(&room, ferry, 20 * Time::DAY_MS, 3_000);
    let week = shown(&room, &bo, "7");
    assert!(week.body.contains("<h2>1,231 views in 7 days</h2>"), "{}", week.body);
    assert_eq!((bars(&week), bars(&shown(&room, &bo, "1")), bars(&shown(&room, &bo, "30"))), (7, 24, 30));
    // 01:53 on a Monday in Paris.
    assert!(
        week.body.contains("<title>Mon 30 Nov: 1,200</title>") && week.body.contains("<title>Sun 29 Nov: 0</title>")
    );
    assert!(
        week.body.contains(
            "aria-label=\"1,231 views in 7 days. Most: Mon 30 Nov, 1,200. All: Tue 24 Nov 0; Wed 25 Nov 0; \
             Thu 26 Nov 0; Fri 27 Nov 1; Sat 28 Nov 30; Sun 29 Nov 0; Mon 30 Nov 1,200.\""
        ),
        "{}",
        week.body
    );
    assert_eq!(row(&week, "Sat 28 Nov"), ["Sat 28 Nov", "30"]);
    let at = |page: &Page, id: StoryId| page.body.find(&format!("<a href=\"/desk/story/{id}\"><bdi lang=\"en\""));
    assert!(at(&week, library).is_some() && at(&week, library) < at(&week, ferry), "most first");
    assert_eq!(row(&week, "en")[..2], ["en", "1,231"]);
    assert_eq!(row(&week, "Other")[..2], ["Other", "1,231"]);
    let day = shown(&room, &bo, "1");
    assert!(
        day.body.contains("<h2>1,200 views in 24 hours</h2>") && day.body.contains("<title>Mon 01:00: 1,200</title>")
    );
    assert_eq!(at(&day, ferry), None);
    let month = shown(&room, &bo, "30");
    assert!(month.body.contains("<h2>4,231 views in 30 days</h2>") && at(&month, ferry) < at(&month, library));
    assert!(!month.body.contains("style="), "the page may have no styles of its own");
}

#[test]
fn an_empty_house_has_words_and_no_plot() {
    let room = Room::new();
    let ida = room.somebody("Ida Okafor", Role::Editor);
    let page = shown(&room, &ida, "7");
    assert!(page.body.contains("Nobody has read a story in the last 7 days.") && !page.body.contains("<svg"));
    assert!(page.body.contains("No story went out, was updated, corrected, withdrawn or held in the last 7 days."));
    assert!(!page.body.contains("of their first report"));
    assert!(shown(&room, &ida, "1").body.contains("Nobody has read a story in the last 24 hours."));
}

#[test]
fn days_that_are_not_offered_are_seven() {
    let room = Room::new();
    let ida = room.somebody("Ida Okafor", Role::Editor);
    let week = shown(&room, &ida, "7").body;
    assert!(week.contains("<a href=\"/desk/statistics?days=7\" aria-current=\"true\">7 days</a>"));
    for days in ["", "0", "2", "07", "-1", "365", "99999999999999999999", "%3Cscript%3E"] {
        assert_eq!(shown(&room, &ida, days).body, week, "{days}");
    }
    assert_eq!(room.get(&ida, "/desk/statistics").body, week);
    let month = shown(&room, &ida, "30").body;
    assert!(month.contains("days=30\" aria-current=\"true\"") && !month.contains("days=7\" aria-current"));
}

#[test]
fn what_was_done_counts_once_a_story_and_says_who_let_it_out() {
    let room = Room::with(|house| {
        let rules = vec![policy::Rule::everything("everything")];
        house.desk.policy = policy::Policy { rules, ..Default::default() };
    });
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let (library, ferry) = (room.story_of("a", LIBRARY), room.story_of("b", FERRY));
    assert_eq!(row(&shown(&room, &ida, "7"), "Went out")[1..], ["2", "0", "2"], "by the policy");
    for reason in ["to look again", "once more"] {
        assert_eq!(room.act(&mut ida, library, "hold", &[("reason", reason)]).status, 303);
        assert_eq!(room.act(&mut ida, library, "publish", &[]).status, 303);
    }
    assert_eq!(room.act(&mut ida, library, "correct", &[("reason", "It opens in April, not in March.")]).status, 303);
    assert_eq!(room.act(&mut ida, ferry, "kill", &[("reason", "a hoax")]).status, 303);
    let page = shown(&room, &ida, "7");
    for (first, numbers) in [
        ("Went out", &["2", "0", "2"][..]),
        ("Updated", &["1", "1", "0"]),
        ("Corrected in the open", &["1"]),
        ("Withdrawn", &["1"]),
        ("Held", &["1"]),
    ] {
        assert_eq!(row(&page, first)[1..], *numbers, "{first}");
    }
    assert!(page.body.contains("within 1 minute of their first report"), "{}", page.body);
    room.pass(8 * Time::DAY_MS);
    let bo = room.somebody("Bo Adeyemi", Role::Reporter);
    assert_eq!(row(&shown(&room, &bo, "30"), "Withdrawn")[1..], ["1"]);
    assert!(shown(&room, &bo, "7").body.contains("No story went out"));
}

#[test]
fn hostile_words_stay_words() {
    let room = Room::new();
    let ida = room.somebody("Ida Okafor", Role::Editor);
    let evil = "Library \"><script>alert(1)</script> opens\nThe library opened on Monday, the council said.";
    let id = room.story_of("evil", evil);
    view(&room, id, 0, 1);
    let page = shown(&room, &ida, "1");
    assert!(page.body.contains("<h2>1 view in 24 hours</h2>") && page.body.contains("alert(1)"), "{}", page.body);
    assert!(!page.body.contains("<script>alert"));
}
