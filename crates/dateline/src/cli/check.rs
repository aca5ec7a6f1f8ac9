//! `check --source FILE… DRAFT`: the check alone, for any draft and any sources.

use std::{
    io::Read,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use clap::Args;
use news::{
    Hash, Lang, ReportId,
    revision::Draft,
    verdict::{Sentence, Severity, Verdict},
};

use site::report::Checked;

use super::{NotDone, say, say_json};

#[derive(Args)]
#[command(override_usage = "dateline check [OPTIONS] --source FILE… DRAFT")]
pub struct Check {
    /// The sources, as many as there are: text, HTML or saved pages; `-` is standard input
    #[arg(long = "source", required = true, value_name = "FILE", num_args = 1..)]
    sources: Vec<PathBuf>,
    /// The draft: text with the headline on line 1 and a paragraph a line, HTML, or a saved page; `-` is standard input
    #[arg(value_name = "DRAFT")]
    draft: Option<PathBuf>,
    /// Language of the draft; detected when left out
    #[arg(long)]
    lang: Option<String>,
    /// Moment that "on Thursday" counts from, in drafts and sources (RFC 3339); now when left out
    #[arg(long, value_name = "TIME", value_parser = moment)]
    at: Option<news::Time>,
    /// One line of JSON a sentence
    #[arg(long)]
    json: bool,
    /// One HTML file on standard output: the draft left, the sources right
    #[arg(long, conflicts_with = "json")]
    html: bool,
}

fn moment(word: &str) -> Result<news::Time, String> {
    let stamp = word.parse::<jiff::Timestamp>();
    let stamp = stamp.map_err(|_| "a moment with a zone such as 2026-11-23T08:00:00Z is allowed".to_owned())?;
    Ok(news::Time(stamp.as_millisecond()))
}

pub fn run(check: &Check) -> Result<()> {
    let (sources, file) = sources_and_draft(check)?;
    if sources.iter().chain([&file.to_path_buf()]).filter(|f| is_stdin(f)).count() > 1 {
        return Err(crate::config::Wrong("`-` can stand for one file only: standard input is read once".into()).into());
    }
    let evidence = sources.iter().map(|file| evidence(file, check.at)).collect::<Result<Vec<_>>>()?;
    let draft = draft(&read(file)?, check.lang.as_deref());
    if draft.headline.is_empty() && draft.paragraphs.is_empty() {
        bail!("{} has no text", name(file));
    }
    let sources = check::Sources::new(evidence.clone());
    let report = sources.check(&draft, check.at.or(sources.newest()).unwrap_or_else(crate::now), "UTC");
    if check.html {
        let (name, sources) = (name(file), evidence.into_iter().map(pasted).collect::<Vec<_>>());
        let checked = Checked { name: &name, draft: &draft, sentences: &report.sentences, sources: &sources };
        say(site::report::html(&checked)?.trim_end())?;
    } else {
        say_all(check, &draft, &report.sentences, &evidence)?;
    }
    if report.verdict == Verdict::Supported { Ok(()) } else { Err(NotDone.into()) }
}

fn say_all(check: &Check, draft: &Draft, sentences: &[Sentence], evidence: &[check::Evidence]) -> Result<()> {
    for sentence in sentences {
        if check.json { say_json(&Line::new(draft, sentence, evidence))? } else { tell(draft, sentence, evidence)? }
    }
    if !check.json {
        let bad = sentences.iter().filter(|s| s.verdict != Verdict::Supported).count();
        say(&format!("\n{} of {} sentences are supported.", sentences.len() - bad, sentences.len()))?;
    }
    Ok(())
}

/// `--source` takes all the names that follow it; the last of them is the draft when none stands elsewhere.
fn sources_and_draft(check: &Check) -> Result<(&[PathBuf], &Path)> {
    match (&check.draft, check.sources.split_last()) {
        (Some(draft), _) => Ok((&check.sources, draft)),
        (None, Some((draft, sources))) if !sources.is_empty() => Ok((sources, draft)),
        _ => {
            Err(crate::config::Wrong("name the draft after the sources: dateline check --source FILE… DRAFT".into())
                .into())
        }
    }
}

fn is_stdin(file: &Path) -> bool {
    file.as_os_str() == "-"
}

/// What people call the file.
fn name(file: &Path) -> String {
    let named = file.file_name().map(|n| n.to_string_lossy().into_owned());
    if is_stdin(file) { "standard input".into() } else { named.unwrap_or_default() }
}

fn read(file: &Path) -> Result<String> {
    let bytes = if is_stdin(file) {
        let mut bytes = Vec::new();
        std::io::stdin().lock().take(wire::MAX_BYTES as u64).read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(file)
    };
    Ok(wire::article_text(&bytes.with_context(|| format!("{} cannot be read", file.display()))?))
}

/// The file's text, of the moment `at`, else of its dateline's day, else of now.
fn evidence(file: &Path, at: Option<news::Time>) -> Result<check::Evidence> {
    let text = read(file)?;
    if text.is_empty() {
        bail!("{} has no text", name(file));
    }
    let lang = text::detect::lang(&text);
    let lang = if lang.is_und() { Lang::en() } else { lang };
    let now = crate::now();
    Ok(check::Evidence {
        report: ReportId(0),
        agency: name(file),
        text_hash: Hash::of(text.as_bytes()),
        reference: at.or_else(|| wire::told_on(&text, &lang, now)).unwrap_or(now),
        text,
        lang,
        zone: "UTC".into(),
    })
}

fn pasted(evidence: check::Evidence) -> site::Pasted {
    let check::Evidence { report, agency, text, text_hash, lang, reference, .. } = evidence;
    site::Pasted { agency, text, lang, reference, report, text_hash }
}

/// Headline on line 1 when more lines follow; a single line is a sentence of the body.
fn draft(text: &str, lang: Option<&str>) -> Draft {
    let lang = lang.map_or_else(|| text::detect::lang(text), Lang::new);
    let lang = if lang.is_und() { Lang::en() } else { lang };
    let mut lines = text.lines().map(str::to_owned);
    let headline = if text.lines().count() > 1 { lines.next().unwrap_or_default() } else { String::new() };
    Draft { lang, headline, summary: String::new(), paragraphs: lines.collect(), marks: Vec::new() }
}

fn cited<'a>(sentence: &Sentence, evidence: &'a [check::Evidence]) -> Option<(&'a str, &'a str)> {
    let citation = sentence.citations.first()?;
    let source = evidence.iter().find(|e| e.text_hash == citation.text_hash)?;
    Some((source.agency.as_str(), source.text.get(citation.range.clone())?))
}

fn tell(draft: &Draft, sentence: &Sentence, evidence: &[check::Evidence]) -> Result<()> {
    say(&format!("{:<13} {}", sentence.verdict.word(), draft.words(sentence)))?;
    for finding in &sentence.findings {
        let mark = if finding.severity == Severity::Block { "!" } else { "note:" };
        say(&format!("{:13} {mark} {}", "", finding.reason))?;
    }
    if let Some((agency, words)) = cited(sentence, evidence) {
        say(&format!("{:13} {agency}: {words}", ""))?;
    }
    Ok(())
}

#[derive(serde::Serialize)]
struct Line<'a> {
    verdict: &'a str,
    text: &'a str,
    support: f64,
    source: Option<&'a str>,
    source_words: Option<&'a str>,
    sentence: &'a Sentence,
}

impl<'a> Line<'a> {
    fn new(draft: &'a Draft, sentence: &'a Sentence, evidence: &'a [check::Evidence]) -> Self {
        let cited = cited(sentence, evidence);
        Self {
            verdict: sentence.verdict.word(),
            text: draft.words(sentence),
            support: sentence.support,
            source: cited.map(|c| c.0),
            source_words: cited.map(|c| c.1),
            sentence,
        }
    }
}
