//! What stands behind the chosen sentence: the source's words, the reason, the values that differ, and what can be done.

use askama::Template;
use news::{
    Lang, StoryId,
    report::StoredReport,
    revision::Revision,
    verdict::{Citation, Sentence, Severity, Verdict},
};
use store::signature::Signature;

use crate::{
    Desk,
    moment::{self, Moment},
    screen::sentences,
    visit::Visit,
};

/// Words in three stretches, the middle one marked.
pub struct Marked {
    /// Before.
    pub before: String,
    /// The words that it is about.
    pub mark: String,
    /// After.
    pub after: String,
}

/// A finding of the check.
pub struct Finding {
    /// Its number at the sentence.
    pub n: usize,
    /// Which kind of fact.
    pub kind: &'static str,
    /// Why, in a sentence.
    pub reason: String,
    /// The draft's value.
    pub draft: String,
    /// The source's, where it can take the draft's place.
    pub source: Option<String>,
    /// It stops the sentence.
    pub blocks: bool,
}

/// Words of a source.
pub struct Quote {
    /// Its number among those of the sentence.
    pub k: usize,
    /// The whole sentence of the source, which can take the place of ours; of quotes with the same one the first has it.
    pub swap: Option<String>,
    /// The key takes this one: the first that can be taken.
    pub key: bool,
    /// With the cited value marked.
    pub words: Marked,
    /// Whose.
    pub agency: String,
    /// When they sent it.
    pub at: Moment,
    /// Their language.
    pub lang: Lang,
}

/// What is shown of one sentence.
#[derive(Template)]
#[template(path = "evidence.html")]
pub struct Evidence {
    /// Its story.
    pub story: StoryId,
    /// Its number.
    pub n: usize,
    /// Verdict's class and words.
    pub class: (&'static str, &'static str),
    /// The sentence with the worst finding's words marked.
    pub said: Marked,
    /// Its words alone.
    pub plain: String,
    /// The draft's language.
    pub lang: Lang,
    /// Worst first.
    pub findings: Vec<Finding>,
    /// Best first.
    pub quotes: Vec<Quote>,
    /// Who signed for it.
    pub signed: Option<Signature>,
    /// It may be signed for.
    pub may_sign: bool,
    /// The signature may be taken back.
    pub may_undo: bool,
    /// What forms carry.
    pub token: String,
    /// No code is needed.
    pub fresh: bool,
    /// A passkey can take the place of a code.
    pub passkey: bool,
}

/// Words around a range; the whole is `before` where the range is none.
pub fn marked(text: &str, range: &std::ops::Range<usize>) -> Marked {
    let get = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default().replace('\n', " ");
    if text.get(range.clone()).is_none_or(str::is_empty) {
        return Marked { before: text.replace('\n', " "), mark: String::new(), after: String::new() };
    }
    Marked { before: get(0..range.start), mark: get(range.clone()), after: get(range.end..text.len()) }
}

/// Citations shown.
const QUOTES: usize = 3;

impl Evidence {
    /// The evidence of sentence `n` of a revision.
    pub fn new(
        desk: &Desk,
        visit: &Visit,
        revision: &Revision,
        n: usize,
        reports: &[StoredReport],
        signed: &[Signature],
    ) -> Option<Self> {
        let sentence = revision.sentences.get(n)?;
        let words = revision.draft.words(sentence);
        let signed = signed.iter().find(|s| s.words == words && sentence.verdict != Verdict::Supported).cloned();
        let worst = sentence.findings.first().map_or(0..0, |f| f.at.clone());
        let seat = visit.seat.as_ref()?;
        let may = seat.person.role >= news::person::Role::Editor;
        Some(Self {
            story: revision.story,
            n,
            class: sentences::class(sentence.verdict, signed.is_some()),
            said: marked(words, &worst),
            plain: words.to_owned(),
            lang: revision.draft.lang.clone(),
            findings: findings(sentence),
            quotes: quotes(desk, visit, sentence, reports),
            may_sign: may && sentence.verdict != Verdict::Supported && signed.is_none(),
            may_undo: may,
            signed,
            token: seat.token.clone(),
            fresh: seat.is_fresh(visit.now),
            passkey: seat.passkey && crate::sign::passkey::Party::of(&desk.house.base_url).is_some(),
        })
    }
}

/// The whole sentence of a source in which the cited words stand.
pub fn swap(citation: &Citation, reports: &[StoredReport]) -> Option<String> {
    let report = &reports.iter().find(|r| r.text_hash == citation.text_hash)?.report;
    let sentences = desk::evidence::sentences_at(&report.text, &report.lang, &citation.range)?;
    Some(report.text.get(sentences)?.replace('\n', " "))
}

fn findings(sentence: &Sentence) -> Vec<Finding> {
    let finding = |(n, f): (usize, &news::verdict::Finding)| Finding {
        n,
        kind: f.kind.word(),
        reason: f.reason.clone(),
        draft: f.draft.clone(),
        source: f.source.clone().filter(|s| *s != f.draft && !f.draft.is_empty()),
        blocks: f.severity == Severity::Block,
    };
    sentence.findings.iter().enumerate().map(finding).collect()
}

/// Where to look: the words that say otherwise first, then those that it rests on.
pub fn citations(sentence: &Sentence) -> impl Iterator<Item = Citation> + '_ {
    let against = sentence.findings.iter().filter_map(|f| f.citation.clone());
    against.filter(|_| sentence.verdict == Verdict::Contradicted).chain(sentence.citations.iter().cloned())
}

fn quotes(desk: &Desk, visit: &Visit, sentence: &Sentence, reports: &[StoredReport]) -> Vec<Quote> {
    let mut out: Vec<Quote> = Vec::new();
    for (k, citation) in citations(sentence).enumerate() {
        let Some(quote) = quote(desk, visit, &citation, reports) else { continue };
        let known = |words: &String| out.iter().any(|q| q.swap.as_ref() == Some(words));
        let swap = swap(&citation, reports).filter(|words| !known(words));
        let key = swap.is_some() && out.iter().all(|q| q.swap.is_none());
        out.push(Quote { k, swap, key, ..quote });
        if out.len() == QUOTES {
            break;
        }
    }
    out
}

fn quote(desk: &Desk, visit: &Visit, citation: &Citation, reports: &[StoredReport]) -> Option<Quote> {
    let report = reports.iter().find(|r| r.text_hash == citation.text_hash)?;
    let text = &report.report.text;
    // A value is shown in its line.
    let start = text.get(..citation.range.start)?.rfind('\n').map_or(0, |at| at + 1);
    let end = text.get(citation.range.end..)?.find('\n').map_or(text.len(), |at| citation.range.end + at);
    let line = text.get(start..end)?;
    Some(Quote {
        k: 0,
        swap: None,
        key: false,
        words: marked(line, &(citation.range.start - start..citation.range.end - start)),
        agency: report.source_name.clone(),
        at: moment::short(report.reference(), visit.now, &desk.zone),
        lang: report.report.lang.clone(),
    })
}
