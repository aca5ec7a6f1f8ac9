//! A piece's text held against sources: nothing is stored by it, and nothing stands in the way because of it.

use desk::evidence::{CHARS, Checked, STORIES, check_against, gather};
use news::{Lang, StoryId, revision::Draft, verdict::Sentence};

use crate::{
    Desk,
    failure::Failure,
    moment::{self, Moment},
    route::Answer,
    screen::{
        evidence::{Marked, citations, marked},
        piece::{Fields, checked, refused},
        preview::blocks,
        sentences,
    },
    visit::Visit,
};

/// Characters of a piece's text, as when it is saved.
const BODY: usize = 100_000;
/// Citations shown of a sentence.
const QUOTES: usize = 2;

/// Words of a source.
pub struct Quote {
    /// With the cited value marked.
    pub words: Marked,
    /// Whose.
    pub whose: String,
    /// When an agency sent it.
    pub at: Option<Moment>,
    /// Their language.
    pub lang: Lang,
}

/// A sentence of the text.
pub struct Line {
    /// The words.
    pub words: String,
    /// Class of its verdict.
    pub class: &'static str,
    /// The verdict in words.
    pub verdict: &'static str,
    /// Why, when it is not supported.
    pub why: String,
    /// Best first.
    pub quotes: Vec<Quote>,
}

/// What is shown of all of it.
pub struct Shown {
    /// In order.
    pub lines: Vec<Line>,
    /// `9 supported · 1 contradicted`.
    pub tally: String,
    /// What it was held against: `3 reports and the other text`.
    pub against: String,
    /// Stories of which there is no report to use.
    pub without: Vec<StoryId>,
    /// Not all of it was read.
    pub is_cut: bool,
}

/// The form with what the check says of its text.
pub fn check(desk: &Desk, visit: &Visit, mut sent: Fields) -> Answer {
    match shown(desk, visit, &mut sent) {
        Ok(shown) => checked(desk, visit, sent, shown),
        Err(failure) => refused(desk, visit, Some(sent), &failure),
    }
}

fn shown(desk: &Desk, visit: &Visit, sent: &mut Fields) -> Result<Shown, Failure> {
    let draft = Draft { lang: Lang::new(&sent.lang), paragraphs: paragraphs(&sent.body), ..Draft::default() };
    let fault = if draft.paragraphs.is_empty() || sent.body.chars().count() > BODY {
        Some(("body", "Write a text of up to 100000 characters first.".to_owned()))
    } else if sent.stories.trim().is_empty() && sent.words.trim().is_empty() {
        Some(("stories", "Say what it rests on: numbers of stories, or another text.".to_owned()))
    } else if sent.words.chars().count() > CHARS {
        Some(("words", format!("The other text is too long; {CHARS} characters are read.")))
    } else {
        None
    };
    if let Some((name, why)) = fault {
        sent.wrong.push(name);
        return Err(Failure::Wrong(why));
    }
    let stories = stories(desk, &sent.stories).inspect_err(|_| sent.wrong.push("stories"))?;
    let zone = desk.house.zone.as_str();
    let basis = gather(&desk.store, &stories, &sent.words, zone, visit.now)?;
    let reports = basis.evidence.len();
    let result = check_against(basis.evidence, &draft, zone, visit.now);
    let lines: Vec<Line> = result.sentences.iter().map(|s| line(desk, visit, &draft, &result, s)).collect();
    let with_words = !sent.words.trim().is_empty();
    Ok(Shown {
        tally: tally(&lines),
        lines,
        against: against(reports.saturating_sub(usize::from(with_words)), with_words),
        without: basis.without,
        is_cut: basis.is_cut,
    })
}

/// The text without the marks of Markdown: a heading, an item or a quoted line is a paragraph.
fn paragraphs(markdown: &str) -> Vec<String> {
    let lines = blocks(markdown).into_iter().flat_map(|block| block.lines);
    let plain = lines.map(|line| line.runs.into_iter().map(|run| run.text).collect::<String>());
    plain.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

/// The stories of a field such as `12, 15`, each once.
fn numbers(field: &str) -> Result<Vec<StoryId>, Failure> {
    let mut out = Vec::new();
    for word in field.split(|c: char| c.is_whitespace() || c == ',' || c == ';').filter(|w| !w.is_empty()) {
        let Ok(id) = word.trim_start_matches('#').parse::<StoryId>() else {
            let word: String = word.chars().take(20).collect();
            return Err(Failure::Wrong(format!("“{word}” is no number of a story; 12, 15 is how they are written.")));
        };
        if !out.contains(&id) {
            out.push(id);
        }
    }
    if out.len() > STORIES {
        return Err(Failure::Wrong(format!("{} stories are too many; {STORIES} are read at once.", out.len())));
    }
    Ok(out)
}

/// Those stories, all of which there are.
fn stories(desk: &Desk, field: &str) -> Result<Vec<StoryId>, Failure> {
    let stories = numbers(field)?;
    for id in &stories {
        if desk.store.read(|c| store::story::by_id(c, *id))?.is_none() {
            return Err(Failure::Wrong(format!("There is no story {id}.")));
        }
    }
    Ok(stories)
}

fn line(desk: &Desk, visit: &Visit, draft: &Draft, result: &Checked, sentence: &Sentence) -> Line {
    let (class, verdict) = sentences::class(sentence.verdict, false);
    let quote = |told: desk::evidence::Told<'_>| Quote {
        words: marked(told.line, &told.mark),
        whose: told.agency.unwrap_or("The other text").into(),
        at: told.agency.map(|_| moment::short(told.at, visit.now, &desk.zone)),
        lang: told.lang.clone(),
    };
    Line {
        words: draft.words(sentence).to_owned(),
        class,
        verdict,
        why: if class == "ok" { String::new() } else { sentences::reason(sentence) },
        quotes: citations(sentence).filter_map(|c| result.told(&c).map(quote)).take(QUOTES).collect(),
    }
}

fn tally(lines: &[Line]) -> String {
    let count = |class: &str| lines.iter().filter(|l| l.class == class).count();
    let told = [("ok", "supported"), ("no", "contradicted"), ("un", "not found")].map(|(class, w)| (count(class), w));
    let told = told.iter().filter(|(n, w)| *n > 0 || *w == "supported").map(|(n, w)| format!("{n} {w}"));
    told.collect::<Vec<_>>().join(" · ")
}

fn against(reports: usize, words: bool) -> String {
    let told = if reports == 1 { "1 report".to_owned() } else { format!("{reports} reports") };
    match (reports, words) {
        (0, true) => "the other text".into(),
        (_, true) => format!("{told} and the other text"),
        (_, false) => told,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_markdown_are_no_words() {
        let text = "## A door\n\nI sat *there*; [the list](https://x.example).\n\n- one **two**\n\n>  \n\n![](x)";
        assert_eq!(paragraphs(text), ["A door", "I sat there; the list.", "one two"]);
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert_eq!(numbers("12, 15;#7\n12").unwrap(), [StoryId(12), StoryId(15), StoryId(7)]);
        assert!(numbers(" , ").unwrap().is_empty());
        for wrong in ["twelve", "12.5", "12-15", &"9".repeat(50)] {
            assert!(matches!(numbers(wrong), Err(Failure::Wrong(_))), "{wrong}");
        }
        let many: Vec<String> = (0..=STORIES).map(|n| n.to_string()).collect();
        assert!(numbers(&many.join(",")).is_err());
    }

    #[test]
    fn what_it_was_held_against_is_told_in_words() {
        let told = [(0, true), (1, true), (3, false), (0, false)].map(|(n, words)| against(n, words));
        assert_eq!(told, ["the other text", "1 report and the other text", "3 reports", "0 reports"]);
    }
}
