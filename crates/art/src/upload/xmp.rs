//! Properties of an XMP packet (ISO 16684-1), as attributes or as elements, whatever their prefix.

/// Places of a packet at which a property's name is tried.
const TRIES: usize = 64;

/// The first words of the property; `None` when the packet has none of that name.
pub fn value(packet: &str, name: &str) -> Option<String> {
    let mut from = 0;
    for _ in 0..TRIES {
        let at = from + packet.get(from..)?.find(name)?;
        from = at + name.len();
        let (before, after) = (packet.get(..at)?, packet.get(from..)?);
        if let Some(found) = of_this_tag(before).then(|| read(after)).flatten() {
            return Some(found);
        }
    }
    None
}

/// Whether what comes next has a prefix and stands in no closing tag.
fn of_this_tag(before: &str) -> bool {
    before.ends_with(':') && before.rsplit('<').next().is_some_and(|tag| !tag.starts_with('/'))
}

fn read(after: &str) -> Option<String> {
    let whole = after.starts_with(['=', '>', '/']) || after.starts_with(char::is_whitespace);
    let after = whole.then(|| after.trim_start())?;
    let raw = match after.strip_prefix('=') {
        Some(value) => quoted(value)?,
        None => {
            let (tag, inside) = after.split_once('>')?;
            match tag.split_once("resource") {
                Some((_, value)) => quoted(value.trim_start().strip_prefix('=')?)?,
                None => words(inside)?,
            }
        }
    };
    let text = plain(raw.trim());
    (!text.is_empty()).then_some(text)
}

fn quoted(value: &str) -> Option<&str> {
    let value = value.trim_start();
    let mark = ['"', '\''].into_iter().find(|mark| value.starts_with(*mark))?;
    value.get(1..)?.split(mark).next()
}

/// The first text within an element: of a list, its first item.
fn words(inside: &str) -> Option<&str> {
    let mut inside = inside.trim_start();
    while let Some(tag) = inside.strip_prefix('<') {
        if tag.starts_with('/') {
            return None;
        }
        inside = tag.split_once('>')?.1.trim_start();
    }
    inside.split('<').next()
}

fn plain(raw: &str) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    named.into_iter().fold(raw.to_owned(), |text, (name, character)| text.replace(name, character))
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn a_property_is_found_however_it_is_written() {
        let packet = r#"<rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
            photoshop:Credit = 'Calwick &amp; Sons' x:DigitalSourceTypes="no">
            <dc:creator><rdf:Seq><rdf:li>Ida Okafor</rdf:li><rdf:li>Bo</rdf:li></rdf:Seq></dc:creator>
            <dc:rights/><dc:title><rdf:Alt/></dc:title>
            <iptc:DigitalSourceType rdf:resource="http://x.example/a"/></rdf:Description>"#;
        assert_eq!(value(packet, "Credit").as_deref(), Some("Calwick & Sons"));
        assert_eq!(value(packet, "creator").as_deref(), Some("Ida Okafor"));
        assert_eq!(value(packet, "DigitalSourceType").as_deref(), Some("http://x.example/a"));
        assert_eq!(value(packet, "title"), None);
        assert_eq!(value(packet, "nothing"), None);
        assert_eq!(value("</a:Credit>Bo", "Credit"), None);
        assert_eq!(value("<a:Credit", "Credit"), None);
    }

    #[test]
    fn a_packet_that_says_one_name_without_end_is_soon_read() {
        assert_eq!(value(&"x:Credit".repeat(100_000), "Credit"), None);
    }
}
