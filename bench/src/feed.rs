//! Bytes as agencies wire them: RSS feeds and ninjs documents of reports.

use std::fmt::Write;

use jiff::Timestamp;
use news::{
    Time,
    report::{PubStatus, Report},
};

/// One `<item>`.
pub fn item(report: &Report) -> String {
    let mut out = String::from("<item>");
    let mut element = |name: &str, text: &str| {
        // Writing into a String cannot fail.
        let _ = write!(out, "<{name}>{}</{name}>", escaped(text));
    };
    element("title", &report.headline);
    element("guid", &report.guid);
    element("link", report.url.as_deref().unwrap_or_default());
    element("pubDate", &rfc822(report.updated.or(report.published).unwrap_or_default()));
    for subject in &report.subjects {
        element("category", &subject.name);
    }
    element("description", &html(report));
    out.push_str("</item>\n");
    out
}

/// A whole RSS feed.
pub fn rss<'a>(title: &str, lang: &str, reports: impl IntoIterator<Item = &'a Report>) -> String {
    let items: String = reports.into_iter().map(item).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"><channel><title>{}</title>\
         <link>https://wire.example/</link><description>Wire</description><language>{lang}</language>\n{items}</channel></rss>\n",
        escaped(title)
    )
}

/// One ninjs document.
pub fn ninjs(report: &Report) -> String {
    let stamp = |t: Option<Time>| t.map(|t| Timestamp::from_millisecond(t.ms()).unwrap_or_default().to_string());
    let status = match report.status {
        PubStatus::Usable => "usable",
        PubStatus::Withheld => "withheld",
        PubStatus::Canceled => "canceled",
    };
    let place = report.dateline.as_ref().map(|d| d.place.as_str()).unwrap_or_default();
    let subjects: Vec<_> = report.subjects.iter().map(|s| serde_json::json!({"name": s.name})).collect();
    serde_json::json!({
        "uri": report.guid, "type": "text", "version": report.version.unwrap_or(1).to_string(), "pubstatus": status,
        "language": report.lang.tag(), "headline": report.headline, "body_xhtml": html(report), "subject": subjects,
        "located": place, "firstcreated": stamp(report.published), "versioncreated": stamp(report.updated),
        "urgency": report.urgency,
    })
    .to_string()
}

/// The body as paragraphs, the dateline before the first.
fn html(report: &Report) -> String {
    let mut out = String::new();
    for (n, paragraph) in report.text.lines().skip(1).enumerate() {
        let dateline = report.dateline.as_ref().filter(|_| n == 0);
        let dateline = dateline.map(|d| format!("{} - ", d.place.to_uppercase())).unwrap_or_default();
        let _ = write!(out, "<p>{dateline}{}</p>", escaped(paragraph));
    }
    out
}

fn rfc822(at: Time) -> String {
    let stamp = Timestamp::from_millisecond(at.ms()).unwrap_or_default();
    stamp.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
