//! What the invented agencies send is read by the real wire as it was meant.

use bench::{
    archive::{event::Event, report, world::World},
    feed, stream,
};
use news::{Lang, Time, report::Report};

fn now() -> Time {
    Time(1_790_000_000_000)
}

fn read(bytes: &str) -> anyhow::Result<Vec<Report>> {
    let lang = Lang::und();
    let hints = wire::Hints { content_type: None, url: None, lang: &lang, zone: Some("UTC"), received: now() };
    Ok(wire::read(bytes.as_bytes(), &hints)?.reports)
}

#[test]
fn both_formats_say_what_the_report_says() {
    let world = World::new(8);
    let tongue = world.english();
    for (n, plot) in tongue.frames.plots.iter().enumerate() {
        let event = Event::new(n as u64, tongue, plot, &world.places, now());
        let (report, _) = report::report(&world, &event, n as u64, (0, 0), 0, now());
        for bytes in [feed::rss("Wire", "en", [&report]), feed::ninjs(&report)] {
            let all = read(&bytes).unwrap();
            assert_eq!(all.len(), 1);
            assert_eq!((&all[0].guid, &all[0].headline, &all[0].text), (&report.guid, &report.headline, &report.text));
            let place = |r: &Report| r.dateline.as_ref().and_then(|d| text::place::locate(&d.place));
            assert_eq!(place(&all[0]), place(&report));
        }
    }
}

#[test]
fn a_stream_comes_in_order_and_has_about_as_many_reports_as_were_asked_for() {
    let arrivals = stream::stream(&World::new(8), 400, now());
    assert!(arrivals.is_sorted_by_key(|a| a.at));
    let mut guids = std::collections::BTreeSet::new();
    for arrival in &arrivals {
        let reports = read(&String::from_utf8(arrival.bytes.clone()).unwrap()).unwrap();
        guids.extend(reports.into_iter().map(|r| (r.guid, r.version, r.text)));
    }
    assert!((330..=470).contains(&guids.len()), "{}", guids.len());
}
