//! Whether somebody gets the morning mail is theirs to say.

use news::person::Role;

use super::room::Room;

#[test]
fn the_morning_mail_is_turned_off_and_on_at_ones_account() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Reporter);
    let bo = room.somebody("Bo Adeyemi", Role::Editor);
    let ticked = "name=\"morning\" value=\"1\" checked";
    assert!(room.get(&ida, "/desk/account").body.contains(ticked), "everybody gets it at first");
    let off = room.post(&mut ida, "/desk/account", &[("do", "mail")]);
    assert_eq!((off.status, off.to()), (303, "/desk/account?done=done"));
    assert!(!room.get(&ida, "/desk/account").body.contains(ticked));
    assert!(room.get(&bo, "/desk/account").body.contains(ticked), "it is nobody else's");
    room.post(&mut ida, "/desk/account", &[("do", "mail"), ("morning", "1")]);
    assert!(room.get(&ida, "/desk/account").body.contains(ticked));
}
