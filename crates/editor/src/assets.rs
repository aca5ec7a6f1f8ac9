//! Stylesheet and script: two files of our own, named by their content, so that browsers keep them until they change.

use news::Hash;

/// What the pages link to.
pub struct Assets {
    /// The stylesheet in the house's accent.
    pub sheet: String,
    /// The script.
    pub script: &'static str,
    /// Their version, in the addresses.
    pub version: String,
}

impl Assets {
    pub fn new([light, dark]: &[String; 2]) -> Self {
        let sheet = include_str!("desk.css").replace("ACCENT-LIGHT", light).replace("ACCENT-DARK", dark);
        let script = concat!(
            include_str!("desk.js"),
            "\n",
            include_str!("paragraphs.js"),
            "\n",
            include_str!("markup.js"),
            "\n",
            include_str!("passkey.js")
        );
        let version = Hash::of([sheet.as_bytes(), script.as_bytes()].concat().as_slice()).hex();
        Self { sheet, script, version: version.chars().take(12).collect() }
    }
}
