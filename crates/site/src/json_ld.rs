//! What search engines and feed readers read: `NewsArticle` as JSON-LD, safe inside `<script>`.

use news::{label::Involvement, story::Picture};
use serde_json::{Value, json};

use crate::{
    House,
    card::Pic,
    frame::Frame,
    pages::article::{Article, Note, Read},
};

/// The JSON without characters that could end the script element or open a comment.
pub fn safe(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

/// Pages that an operator may add, and what schema.org calls them.
const POLICIES: [(&str, &str); 6] = [
    ("ethics", "ethicsPolicy"),
    ("ownership", "ownershipFundingInfo"),
    ("unnamed-sources", "unnamedSourcesPolicy"),
    ("diversity", "diversityPolicy"),
    ("mission", "missionCoveragePrioritiesPolicy"),
    ("masthead", "masthead"),
];

/// The house as a publisher.
pub fn publisher(house: &House) -> Value {
    let page = |path: &str| house.absolute(path);
    let mut publisher = json!({
        "@type": "NewsMediaOrganization",
        "name": house.name,
        "url": page("/"),
        "publishingPrinciples": page("/how-it-works"),
        "correctionsPolicy": page("/corrections-policy"),
        "verificationFactCheckingPolicy": page("/how-it-works"),
        "ethicsPolicy": page("/ai-policy"),
        "masthead": page("/about"),
    });
    if let Some(fields) = publisher.as_object_mut() {
        if house.logo.is_some() {
            fields.insert("logo".into(), json!(page("/logo")));
        }
        for (name, field) in POLICIES.iter().filter(|(name, _)| house.pages.iter().any(|p| p.name == *name)) {
            fields.insert((*field).into(), json!(page(&format!("/{name}"))));
        }
    }
    publisher
}

/// A story's page.
pub fn story(f: &Frame, read: &Read, a: &Article) -> String {
    let house = &f.house;
    let involvement = Involvement::of_drafter(&read.revision.drafter);
    let sources: Vec<&String> = a.sources.iter().filter_map(|s| s.url.as_ref()).collect();
    let citation: Vec<Value> = a
        .sources
        .iter()
        .map(|s| {
            json!({"@type": "CreativeWork", "name": s.headline, "url": s.url, "datePublished": s.at.iso,
            "provider": {"@type": "Organization", "name": s.agency}})
        })
        .collect();
    let about: Vec<Value> = a.about.iter().map(|t| json!({"@type": "Country", "name": t.name})).collect();
    let mut out = json!({
        "@context": "https://schema.org",
        "@type": read.story.genre.schema_org(),
        "headline": a.headline,
        "description": f.description,
        "url": f.canonical,
        "mainEntityOfPage": f.canonical,
        "inLanguage": f.lang,
        "articleSection": a.sector.name,
        "datePublished": a.created.iso,
        "dateModified": a.updated.iso,
        "dateline": a.place,
        "author": author(house, read, a),
        "publisher": publisher(house),
        "isAccessibleForFree": true,
        "isBasedOn": sources,
        "citation": citation,
        "about": about,
        "digitalSourceType": involvement.schema_org(),
        "backstory": a.label,
        "version": read.revision.number,
    });
    if let Some(fields) = out.as_object_mut() {
        if !house.responsible_editor.is_empty() {
            fields.insert("editor".into(), json!({"@type": "Person", "name": house.responsible_editor}));
        }
        if let Some(image) = image(f, read, a) {
            fields.insert("image".into(), json!([image]));
        }
        fields.insert("correction".into(), corrections(&a.corrections));
        fields.retain(|_, value| {
            !(value.is_null() || value.as_str() == Some("") || value.as_array().is_some_and(Vec::is_empty))
        });
    }
    safe(&out)
}

/// What readers were told of changes.
fn corrections(notes: &[Note]) -> Value {
    let note = |n: &Note| json!({"@type": "CorrectionComment", "text": n.text, "datePublished": n.at.iso});
    Value::Array(notes.iter().map(note).collect())
}

/// Who wrote it, with the people whom the desk names beside.
fn author(house: &House, read: &Read, a: &Article) -> Value {
    let author = json!({
        "@type": if a.software { "Organization" } else { "Person" },
        "name": a.desk,
        "url": house.absolute(&a.desk_url),
    });
    match read.story.byline.as_str() {
        "" => author,
        names => json!([author, {"@type": "Person", "name": names}]),
    }
}

/// The story's picture with the truth about its making.
fn image(f: &Frame, read: &Read, a: &Article) -> Option<Value> {
    Some(picture(f, a.picture.as_ref()?, read.story.picture.as_ref()?))
}

/// The picture of a page with the truth about its making.
fn picture(f: &Frame, shown: &Pic, picture: &Picture) -> Value {
    let source_type = match picture.involvement {
        Involvement::None | Involvement::Assisted => picture.digital_source_type.as_str(),
        machine => machine.schema_org(),
    };
    let mut image = json!({"@type": "ImageObject", "contentUrl": f.share.image, "url": f.share.image, "width": shown.width,
        "height": shown.height, "caption": shown.alt});
    if let Some(fields) = image.as_object_mut() {
        for (name, value) in [("creditText", shown.credit.as_str()), ("digitalSourceType", source_type)] {
            if !value.is_empty() {
                fields.insert(name.into(), json!(value));
            }
        }
    }
    image
}

/// The front page.
pub fn site(house: &House) -> String {
    let mut site = publisher(house);
    if let Some(fields) = site.as_object_mut() {
        fields.insert("@context".into(), json!("https://schema.org"));
    }
    safe(&site)
}

/// A list.
pub fn collection(f: &Frame) -> String {
    safe(&json!({
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": f.title,
        "url": f.canonical,
        "inLanguage": f.lang,
        "isPartOf": {"@type": "WebSite", "name": f.house.name, "url": f.house.absolute("/")},
        "publisher": publisher(&f.house),
    }))
}

/// A byline's page: of a person with a role, or of the desk.
pub fn profile(f: &Frame, desk: bool, role: &str) -> String {
    let mut entity =
        json!({"@type": if desk { "Organization" } else { "Person" }, "name": f.title, "url": f.canonical});
    if let Some(fields) = entity.as_object_mut().filter(|_| !role.is_empty()) {
        fields.insert("jobTitle".into(), json!(role));
    }
    safe(&json!({
        "@context": "https://schema.org",
        "@type": "ProfilePage",
        "url": f.canonical,
        "inLanguage": f.lang,
        "mainEntity": entity,
        "isPartOf": {"@type": "WebSite", "name": f.house.name, "url": f.house.absolute("/")},
    }))
}

/// A page about the house.
pub fn about(f: &Frame, name: &str) -> String {
    let kind = match name {
        "about" => "AboutPage",
        "contact" => "ContactPage",
        _ => "WebPage",
    };
    safe(&json!({
        "@context": "https://schema.org",
        "@type": kind,
        "name": f.title,
        "url": f.canonical,
        "inLanguage": f.lang,
        "publisher": publisher(&f.house),
    }))
}

/// A person's piece.
pub fn piece(f: &Frame, piece: &news::piece::Piece, shown: Option<&Pic>, changes: &[Note]) -> String {
    use news::piece::PieceKind;
    let kind = if piece.piece.kind == PieceKind::Opinion { "OpinionNewsArticle" } else { "NewsArticle" };
    let mut out = json!({
        "@context": "https://schema.org",
        "@type": kind,
        "headline": piece.piece.title,
        "description": piece.piece.summary,
        "url": f.canonical,
        "mainEntityOfPage": f.canonical,
        "inLanguage": f.lang,
        "datePublished": f.share.published,
        "dateModified": f.share.modified,
        "author": {
            "@type": "Person",
            "name": piece.piece.byline,
            "jobTitle": piece.piece.role,
            "url": f.house.absolute(&crate::address::byline(&news::story::slug(&piece.piece.byline))),
        },
        "publisher": publisher(&f.house),
        "isAccessibleForFree": true,
    });
    if let Some(fields) = out.as_object_mut() {
        if let Some((shown, brought)) = shown.zip(piece.picture.as_ref()) {
            fields.insert("image".into(), json!([picture(f, shown, brought)]));
        }
        if !changes.is_empty() {
            fields.insert("correction".into(), corrections(changes));
        }
    }
    safe(&out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_script_element() {
        let safe = safe(&json!({"headline": "</script><img onerror=alert(1)> & <!--"}));
        assert!(!safe.contains(['<', '>', '&']), "{safe}");
        assert_eq!(serde_json::from_str::<Value>(&safe).unwrap()["headline"], "</script><img onerror=alert(1)> & <!--");
    }
}
