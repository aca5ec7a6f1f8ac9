//! A revision's sentences with the source words that each rests on, as far as the sources' licences let a page show them.

use std::{collections::HashMap, ops::Range, rc::Rc};

use news::{
    Hash, ReportId, SourceId,
    mark::{Manner, may_lead},
    report::StoredReport,
    revision::{Draft, Revision},
    source::Treatment,
    verdict::{Citation, Part, Sentence, Verdict},
};
use store::signature::Signature;

use crate::{
    address, licence,
    moment::{self, Moment},
    site::Ask,
    words::{self, Words},
};

/// Citations shown for one sentence.
const QUOTES: usize = 3;

/// A stretch of text in one manner; the last of a sentence carries its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// The sentence's number on the page; `None` for what has no evidence.
    pub mark: Option<usize>,
    /// Stressed.
    pub emphasis: bool,
    /// Weighty.
    pub strong: bool,
    /// Where the words lead.
    pub link: Option<String>,
}

/// Source words shown for a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words; empty when the licence allows none.
    pub words: String,
    /// Why words are missing; empty when none are.
    pub note: String,
    /// Whose.
    pub agency: String,
    /// When they sent it.
    pub at: Moment,
    /// Their page.
    pub url: Option<String>,
    /// Language of the words.
    pub lang: String,
    /// Direction of that language.
    pub dir: &'static str,
}

/// The evidence for one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The sentence's number on the page.
    pub n: usize,
    /// The sentence itself.
    pub sentence: String,
    /// Source words, best first.
    pub quotes: Vec<Quote>,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// As most are.
    #[default]
    Plain,
    /// A subheading.
    Heading,
    /// A quotation.
    Quotation,
    /// An item of a list: whether the list begins with it, whether it ends.
    Item(bool, bool),
}

/// A paragraph in runs, with the evidence for its sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// What it is.
    pub shape: Shape,
    /// Its text.
    pub runs: Vec<Run>,
    /// The evidence.
    pub entries: Vec<Entry>,
}

/// Reads source words within the licences. One for a page: what it has shown counts.
pub struct Reader<'a> {
    reports: HashMap<ReportId, Rc<StoredReport>>,
    terms: HashMap<SourceId, (u32, Treatment)>,
    texts: HashMap<Hash, Option<Rc<str>>>,
    budget: licence::Budget,
    /// Sentences that somebody of the desk answers for; read when the first unsupported one is met.
    signed: Option<Vec<Signature>>,
    w: &'a Words,
    last: usize,
}

impl<'a> Reader<'a> {
    /// A reader for a page with these reports at hand.
    pub fn new(ask: &mut Ask<'_>, reports: &[StoredReport], w: &'a Words) -> Result<Self, store::Error> {
        Ok(Self {
            reports: reports.iter().map(|r| (r.id, Rc::new(r.clone()))).collect(),
            terms: licence::terms(ask)?,
            texts: reports.iter().map(|r| (r.text_hash, Some(r.report.text.as_str().into()))).collect(),
            budget: licence::Budget::default(),
            signed: None,
            w,
            last: 0,
        })
    }

    /// A part of the revision in runs, its sentences numbered on from the last part read.
    pub fn paragraph(&mut self, ask: &mut Ask<'_>, revision: &Revision, part: Part) -> Result<Paragraph, store::Error> {
        let text = revision.draft.part(part);
        let mut out = Paragraph { shape: shape(&revision.draft, part), ..Paragraph::default() };
        let mut at = 0;
        for sentence in revision.sentences.iter().filter(|s| s.part == part) {
            let Some(words) = text.get(sentence.range.clone()) else { continue };
            out.runs.extend(runs(&revision.draft, part, at..sentence.range.start));
            let entry = self.entry(ask, revision, sentence, words)?;
            out.runs.extend(runs(&revision.draft, part, sentence.range.clone()));
            if let Some(last) = out.runs.last_mut() {
                last.mark = entry.as_ref().map(|e| e.n);
            }
            out.entries.extend(entry);
            at = sentence.range.end;
        }
        out.runs.extend(runs(&revision.draft, part, at..text.len()));
        Ok(out)
    }

    fn entry(
        &mut self,
        ask: &mut Ask<'_>,
        revision: &Revision,
        sentence: &Sentence,
        words: &str,
    ) -> Result<Option<Entry>, store::Error> {
        if let Some(signature) = self.signature(ask, revision, sentence)? {
            let quote = self.answered(ask, &signature);
            self.last += 1;
            return Ok(Some(Entry { n: self.last, sentence: words.into(), quotes: vec![quote] }));
        }
        let mut quotes = Vec::new();
        for citation in sentence.citations.iter().take(QUOTES) {
            quotes.extend(self.quote(ask, citation)?);
        }
        if quotes.is_empty() {
            return Ok(None);
        }
        self.last += 1;
        Ok(Some(Entry { n: self.last, sentence: words.into(), quotes }))
    }

    /// Who answers for a sentence that no source supports.
    pub fn signature(
        &mut self,
        ask: &mut Ask<'_>,
        revision: &Revision,
        sentence: &Sentence,
    ) -> Result<Option<Signature>, store::Error> {
        if sentence.verdict == Verdict::Supported {
            return Ok(None);
        }
        if self.signed.is_none() {
            self.signed = Some(store::signature::of_story(ask.c, revision.story)?);
        }
        let words = revision.draft.words(sentence);
        Ok(self.signed.iter().flatten().find(|s| s.words == words).cloned())
    }

    /// A name and a reason in place of a source's words.
    fn answered(&self, ask: &Ask<'_>, signature: &Signature) -> Quote {
        Quote {
            words: String::new(),
            note: signature.reason.clone(),
            agency: words::fill(self.w.label_knowledge, &signature.who),
            at: moment::full(signature.at, &ask.zone, self.w),
            url: None,
            lang: String::new(),
            dir: "auto",
        }
    }

    /// The words of a citation; `None` when its report is gone.
    pub fn quote(&mut self, ask: &mut Ask<'_>, citation: &Citation) -> Result<Option<Quote>, store::Error> {
        let Some(report) = self.report(ask, citation.report)? else { return Ok(None) };
        let text = self.text(ask, citation.text_hash)?;
        let words = text.as_deref().and_then(|t| t.get(citation.range.clone())).unwrap_or_default().replace('\n', " ");
        let (allowed, _) = self.terms.get(&report.source).copied().unwrap_or_default();
        let shown = self.budget.spend(report.source, allowed, citation.text_hash, &citation.range, &words);
        let note = if allowed == 0 {
            self.w.link_only.to_owned()
        } else if shown != words {
            self.w.cut_note(allowed)
        } else {
            String::new()
        };
        Ok(Some(Quote {
            words: shown,
            note,
            at: moment::full(sent(&report), &ask.zone, self.w),
            url: report.report.url.as_deref().and_then(address::outward),
            lang: report.report.lang.tag().into(),
            dir: report.report.lang.dir(),
            agency: report.source_name.clone(),
        }))
    }

    fn report(&mut self, ask: &mut Ask<'_>, id: ReportId) -> Result<Option<Rc<StoredReport>>, store::Error> {
        if !self.reports.contains_key(&id)
            && let Some(report) = store::report::by_id(ask.c, id)?
        {
            self.reports.insert(id, Rc::new(report));
        }
        Ok(self.reports.get(&id).cloned())
    }

    fn text(&mut self, ask: &mut Ask<'_>, hash: Hash) -> Result<Option<Rc<str>>, store::Error> {
        if let Some(text) = self.texts.get(&hash) {
            return Ok(text.clone());
        }
        let text: Option<Rc<str>> = store::report::text(ask.c, hash)?.map(Into::into);
        self.texts.insert(hash, text.clone());
        Ok(text)
    }
}

/// When the agency sent a report, as far as it says.
pub fn sent(report: &StoredReport) -> news::Time {
    report.report.updated.or(report.report.published).unwrap_or(report.received)
}

/// A part's bytes in runs, each in one manner. Links that no page may have are none.
pub fn runs(draft: &Draft, part: Part, range: Range<usize>) -> impl Iterator<Item = Run> {
    draft.stretches(part, range).into_iter().map(|s| Run {
        text: s.text.into(),
        mark: None,
        emphasis: s.emphasis,
        strong: s.strong,
        link: s.link.filter(|to| may_lead(to)).map(str::to_owned),
    })
}

/// What a part is.
pub fn shape(draft: &Draft, part: Part) -> Shape {
    let Part::Body(n) = part else { return Shape::Plain };
    let item = |n: Option<usize>| n.is_some_and(|n| draft.block(n) == Some(&Manner::Item));
    match draft.block(n) {
        Some(Manner::Heading) => Shape::Heading,
        Some(Manner::Quotation) => Shape::Quotation,
        Some(Manner::Item) => Shape::Item(!item(n.checked_sub(1)), !item(Some(n + 1))),
        _ => Shape::Plain,
    }
}
