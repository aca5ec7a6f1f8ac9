//! What every screen has: bar, places, who is signed in, what just happened.

use news::person::Role;

use crate::{Desk, visit::Seat};

/// A place of the bar.
pub struct Place {
    /// Words.
    pub name: &'static str,
    /// Address.
    pub url: &'static str,
    /// It is this screen's.
    pub here: bool,
}

/// Who is signed in.
pub struct Me {
    /// Their name.
    pub name: String,
    /// Their role.
    pub role: &'static str,
    /// What their forms carry.
    pub token: String,
    /// Acts that want a code need none for some minutes.
    pub fresh: bool,
    /// They have a passkey.
    pub passkey: bool,
}

/// What just happened, or why it did not.
pub struct Told {
    /// It is good news.
    pub good: bool,
    /// In a sentence.
    pub words: String,
}

/// The frame of a screen.
pub struct Shell {
    /// The house's name.
    pub house: String,
    /// The screen's.
    pub title: String,
    /// Version of style and script.
    pub version: String,
    /// Places of the bar.
    pub places: Vec<Place>,
    /// Who is signed in.
    pub me: Option<Me>,
    /// Single letters are keys.
    pub keys: bool,
    /// What just happened.
    pub told: Option<Told>,
    /// Browsers can bind passkeys to the house's address.
    pub passkeys: bool,
}

/// Places with the least role that has them.
const PLACES: [(&str, &str, Role); 10] = [
    ("Queue", "/desk", Role::Reporter),
    ("Pieces", "/desk/pieces", Role::Editor),
    ("Sources", "/desk/sources", Role::Reporter),
    ("Jobs", "/desk/jobs", Role::Editor),
    ("Corrections", "/desk/corrections", Role::Reporter),
    ("Statistics", "/desk/statistics", Role::Reporter),
    ("Policy", "/desk/policy", Role::Reporter),
    ("House", "/desk/house", Role::Reporter),
    ("Log", "/desk/log", Role::Editor),
    ("People", "/desk/people", Role::Admin),
];

/// What was done, by its word in `?done=`: no other words come from an address.
const DONE: [(&str, &str); 27] = [
    ("saved", "Saved and checked."),
    ("fixed", "Changed, saved and checked."),
    ("signed", "Signed; readers see your name at that sentence."),
    ("claim", "It is yours."),
    ("release", "Nobody has it now."),
    ("submit", "Handed in for review."),
    ("send-back", "Sent back."),
    ("schedule", "Scheduled."),
    ("publish", "It is on the site."),
    ("hold", "Held; readers do not see it."),
    ("correct", "Corrected in the open."),
    ("kill", "Withdrawn; its address says so."),
    ("merge", "Merged: its address leads to the other story."),
    ("split", "Split: both stories are drafted anew."),
    ("tags", "Set. What you set of sector, countries and dateline the machine leaves alone."),
    ("again", "Set. The machine finds the rest again: look in a moment."),
    ("start", "Begun. Add what it rests on as sources, then write."),
    ("cited", "Done; its sentences were checked against what stands here now."),
    ("apart", "Two events; they will not be suggested again."),
    ("piece", "Saved; readers see it once its time has come."),
    ("draft", "Kept as a draft; readers do not see it."),
    ("piece-picture", "The picture is kept as a draft; readers see it once the piece is put on the site."),
    ("withdrawn", "Withdrawn; its address says so."),
    ("passkey", "Your passkey is added."),
    ("upload", "The picture stands beside the newest draft; readers see it once that goes out."),
    ("house", "Arranged; readers find it so from now on."),
    ("done", "Done."),
];

impl Shell {
    /// The frame for whoever is signed in.
    pub fn new(desk: &Desk, seat: Option<&Seat>, title: &str, here: &str) -> Self {
        let role = seat.map(|s| s.person.role);
        let places = PLACES.iter().filter(|(.., least)| role.is_some_and(|role| role >= *least));
        Self {
            house: desk.house.name.clone(),
            title: title.into(),
            version: desk.assets.version.clone(),
            places: places.map(|(name, url, _)| Place { name, url, here: *url == here }).collect(),
            me: seat.map(|seat| Me {
                name: seat.person.name.clone(),
                role: seat.person.role.word(),
                token: seat.token.clone(),
                fresh: seat.is_fresh((desk.clock)()),
                passkey: seat.passkey,
            }),
            keys: seat.is_none_or(|s| s.keys),
            told: None,
            passkeys: crate::sign::passkey::Party::of(&desk.house.base_url).is_some(),
        }
    }

    /// With what `?done=` names.
    pub fn done(self, word: &str) -> Self {
        let told =
            DONE.iter().find(|(known, _)| *known == word).map(|(_, words)| Told { good: true, words: (*words).into() });
        Self { told: told.or(self.told), ..self }
    }

    /// With why something was not done.
    pub fn refused(self, words: String) -> Self {
        Self { told: Some(Told { good: false, words }), ..self }
    }

    /// What forms carry.
    pub fn token(&self) -> &str {
        self.me.as_ref().map_or("", |me| &me.token)
    }

    /// A passkey can take the place of a code.
    pub fn passkey(&self) -> bool {
        self.passkeys && self.me.as_ref().is_some_and(|me| me.passkey)
    }

    /// Acts that want a code need none for some minutes.
    pub fn fresh(&self) -> bool {
        self.me.as_ref().is_some_and(|me| me.fresh)
    }
}
