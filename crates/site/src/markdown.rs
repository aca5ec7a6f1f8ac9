//! Markdown that people wrote, as HTML that may stand on a page.

use news::mark::may_lead;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// CommonMark with tables. Raw HTML in it is shown as text, headings start below the page's own, links lead to the web, to an
/// e-mail address or to this site only, pictures become their words, wide tables scroll by themselves.
pub fn html(markdown: &str) -> String {
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_SMART_PUNCTUATION | Options::ENABLE_TABLES;
    let mut out = String::new();
    html::push_html(&mut out, Parser::new_ext(markdown, options).flat_map(safe));
    out
}

/// What stands for an event: nothing, itself, or itself with what surrounds it.
fn safe(event: Event<'_>) -> Vec<Event<'_>> {
    let lower = |level| if level == HeadingLevel::H1 { HeadingLevel::H2 } else { level };
    let ours = |words| Event::Html(CowStr::Borrowed(words));
    match event {
        Event::Html(words) | Event::InlineHtml(words) => vec![Event::Text(words)],
        Event::Start(Tag::HtmlBlock | Tag::Image { .. }) | Event::End(TagEnd::HtmlBlock | TagEnd::Image) => vec![],
        Event::Start(Tag::Heading { level, .. }) => {
            vec![Event::Start(Tag::Heading { level: lower(level), id: None, classes: vec![], attrs: vec![] })]
        }
        Event::End(TagEnd::Heading(level)) => vec![Event::End(TagEnd::Heading(lower(level)))],
        // Columns are aligned by attributes that our policy forbids; they stay as the language begins.
        Event::Start(Tag::Table(_)) => {
            vec![ours("<div class=\"tw\" tabindex=\"0\">"), Event::Start(Tag::Table(vec![]))]
        }
        end @ Event::End(TagEnd::Table) => vec![end, ours("</div>")],
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = if may_lead(&dest_url) { dest_url } else { CowStr::Borrowed("#") };
            vec![Event::Start(Tag::Link { link_type, dest_url, title, id })]
        }
        other => vec![other],
    }
}

#[cfg(test)]
mod tests {
    use super::html;

    #[test]
    fn raw_html_and_hostile_links_do_not_pass() {
        let out = html(
            "# A\n\n<script>x</script>\n\nb <img onerror=x> [c](javascript:alert(1)) ![d](https://e.example/f.png) [e](//evil.example) <javascript:alert(2)>",
        );
        assert!(!out.contains("<script") && !out.contains("<img") && !out.contains("\"javascript:"), "{out}");
        assert!(!out.contains("href=\"//"), "{out}");
        assert!(out.contains("<h2>A</h2>") && out.contains("d"));
    }

    #[test]
    fn tables_and_mail_pass_without_inline_style() {
        let out = html("| a | b |\n| :-: | --: |\n| 1 | [m](mailto:a@b.example) |\n");
        assert!(out.contains("<div class=\"tw\" tabindex=\"0\"><table>") && out.contains("</table>\n</div>"), "{out}");
        assert!(!out.contains("style=") && out.contains("href=\"mailto:a@b.example\""), "{out}");
    }
}
