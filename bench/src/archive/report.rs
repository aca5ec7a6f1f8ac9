//! An agency's report of an event, as the wire would read it.

use news::{
    Time,
    report::{Dateline, Report, Signal, Subject},
};

use super::{event::Event, told::Told, world::World};

/// The report of the agency with that number in the world and that turn within the event; `raw` holds its bytes.
pub fn report(
    world: &World,
    event: &Event<'_>,
    story: u64,
    (agency, turn): (usize, usize),
    version: u32,
    received: Time,
) -> (Report, Told) {
    let told = Told::new(&event.copy(turn, version));
    let from = &world.agencies[agency];
    let mut report = Report {
        guid: format!("urn:{}:{story}-{turn}", from.slug),
        version: Some(u64::from(version) + 1),
        signal: (version > 0).then_some(Signal::Update),
        url: Some(format!("https://{}.example/{story}-{turn}", from.slug)),
        headline: told.words(&told.headline).to_owned(),
        text: told.text.clone(),
        lang: event.tongue.lang.clone(),
        dateline: Some(Dateline { place: event.dateline_place(), day: None }),
        published: Some(event.at),
        updated: Some(received),
        urgency: Some(4),
        subjects: vec![Subject { kind: "subject".into(), code: None, name: event.plot.sector.name().into() }],
        ..Report::default()
    };
    report.raw = crate::feed::item(&report).into_bytes();
    (report, told)
}
