//! A model's answer as lines, each with its place in the draft: what the check says of a sentence is said of its line.

use assist::reword::{Line, Numbered, Refused, Written};
use news::{
    revision::Draft,
    verdict::{Kind, Part, Sentence, Verdict},
};

use super::{Material, compress, headline, summary};

/// Words of a summary outside which it is drawn from the body instead.
const SUMMARY_WORDS: std::ops::RangeInclusive<usize> = 25..=60;
/// Words of a headline outside which it is refused.
const HEADLINE_WORDS: std::ops::RangeInclusive<usize> = 3..=18;
/// Words of a source's sentence beyond which it does not stand in for a refused line.
const SUBSTITUTE_WORDS: usize = 50;
/// What no line of a story holds: markup, addresses, the marks of citations.
const FOREIGN: [&str; 12] = ["<", ">", "http:", "https:", "www.", "**", "`", "](", "{", "}", "\\u", "javascript:"];

/// Lines in the draft's order.
pub(super) struct Lines {
    lines: Vec<(Part, Line)>,
    /// How many are the model's own.
    own: usize,
}

impl Lines {
    pub(super) fn of(written: Written) -> Self {
        let headline = std::iter::once((Part::Headline, written.headline));
        let summary = written.summary.into_iter().map(|l| (Part::Summary, l));
        let body = written.paragraphs.into_iter().filter(|p| !p.is_empty()).enumerate();
        let body = body.flat_map(|(n, p)| p.into_iter().map(move |l| (Part::Body(n), l)));
        let clean = |(part, line): (Part, Line)| (part, Line { text: text::clean::line(&line.text), ..line });
        let lines: Vec<_> = headline.chain(summary).chain(body).map(clean).collect();
        let own = lines.len();
        Self { lines, own }
    }

    /// The draft, and for each of its lines where it stands.
    fn laid_out(&self, material: &Material<'_>) -> (Draft, Vec<(Part, std::ops::Range<usize>)>) {
        let mut draft = Draft { lang: material.lang.clone(), ..Draft::default() };
        let (mut places, mut last) = (Vec::new(), None);
        for (part, line) in &self.lines {
            if matches!(part, Part::Body(_)) && last != Some(*part) {
                draft.paragraphs.push(String::new());
            }
            last = Some(*part);
            let at = draft.paragraphs.len().saturating_sub(1);
            let into = match part {
                Part::Headline => &mut draft.headline,
                Part::Summary => &mut draft.summary,
                Part::Body(_) => match draft.paragraphs.last_mut() {
                    Some(paragraph) => paragraph,
                    None => continue,
                },
            };
            if !into.is_empty() {
                into.push(' ');
            }
            let start = into.len();
            into.push_str(&line.text);
            let part = if matches!(part, Part::Body(_)) { Part::Body(at) } else { *part };
            places.push((part, start..into.len()));
        }
        (draft, places)
    }

    /// The draft as it stands.
    pub(super) fn draft(&self, material: &Material<'_>) -> Draft {
        self.laid_out(material).0
    }

    /// The lines that do not hold, by their index, with the reason.
    pub(super) fn refused(&self, material: &Material<'_>, evidence: &[Numbered]) -> Vec<(usize, String)> {
        let (draft, places) = self.laid_out(material);
        let report = material.sources.check(&draft, material.now, material.zone);
        let on = |s: &Sentence, (part, range): &(Part, std::ops::Range<usize>)| {
            s.part == *part && s.range.start < range.end && range.start < s.range.end
        };
        let faults = self.lines.iter().zip(&places).enumerate().filter_map(|(i, ((part, line), place))| {
            let unheld = || report.sentences.iter().filter(|s| on(s, place)).find_map(why);
            form_fault(*part, line, evidence.len()).map(str::to_owned).or_else(unheld).map(|reason| (i, reason))
        });
        faults.collect()
    }

    /// The refused lines as the model is told of them.
    pub(super) fn told(&self, refused: &[(usize, String)]) -> Vec<Refused> {
        let line = |(i, reason): &(usize, String)| {
            self.lines.get(*i).map(|(_, line)| Refused { text: line.text.clone(), reason: reason.clone() })
        };
        refused.iter().filter_map(line).collect()
    }

    /// Puts the source's own sentence where a line did not hold, or nothing; what was put there and does not hold either goes.
    /// `None` when nothing of the model's is left, or it will not hold.
    pub(super) fn mended(mut self, material: &Material<'_>, evidence: &[Numbered]) -> Option<Draft> {
        for round in 0..4 {
            let refused = self.refused(material, evidence);
            if refused.is_empty() {
                break;
            }
            self.replace(&refused, material, evidence, round == 0);
        }
        self.shorten(material);
        let body_left = self.lines.iter().filter(|(part, _)| matches!(part, Part::Body(_))).count();
        if self.own == 0 || body_left == 0 {
            return None;
        }
        let mut draft = self.draft(material);
        let body = self.paragraphs();
        if !SUMMARY_WORDS.contains(&text::word::count(&draft.summary)) {
            draft.summary = summary::summary(material, &body, &[]);
        }
        if draft.headline.is_empty() {
            draft.headline = headline::headline(material, &body, &[]);
        }
        let report = material.sources.check(&draft, material.now, material.zone);
        (!draft.headline.is_empty() && report.sentences.iter().all(|s| why(s).is_none())).then_some(draft)
    }

    fn replace(
        &mut self,
        refused: &[(usize, String)],
        material: &Material<'_>,
        evidence: &[Numbered],
        substitute: bool,
    ) {
        for (i, _) in refused.iter().rev() {
            let Some((part, line)) = self.lines.get(*i).cloned() else { continue };
            self.own = self.own.saturating_sub(1);
            let source = line.rests_on.iter().find_map(|n| evidence.iter().find(|e| e.n == *n));
            let words = source.map(|e| compress::tidy(&e.text)).filter(|_| substitute && matches!(part, Part::Body(_)));
            let told = |words: &String| self.lines.iter().any(|(_, l)| l.text.contains(words.as_str()));
            let fits = |words: &String| text::word::count(words) <= SUBSTITUTE_WORDS && !told(words);
            match words.filter(fits).filter(|words| material.holds(part, words)) {
                Some(words) => self.lines[*i].1.text = words,
                None => drop(self.lines.remove(*i)),
            }
        }
    }

    /// Cuts the body to what its sources allow, from its end.
    fn shorten(&mut self, material: &Material<'_>) {
        let most = super::reword::allowed_words(material);
        let words = |lines: &[(Part, Line)]| -> usize {
            lines.iter().filter(|(p, _)| matches!(p, Part::Body(_))).map(|(_, l)| text::word::count(&l.text)).sum()
        };
        while words(&self.lines) > most {
            self.lines.pop();
        }
    }

    fn paragraphs(&self) -> Vec<Vec<String>> {
        let mut out: Vec<(Part, Vec<String>)> = Vec::new();
        for (part, line) in self.lines.iter().filter(|(part, _)| matches!(part, Part::Body(_))) {
            match out.last_mut().filter(|(last, _)| last == part) {
                Some((_, sentences)) => sentences.push(line.text.clone()),
                None => out.push((*part, vec![line.text.clone()])),
            }
        }
        out.into_iter().map(|(_, sentences)| sentences).collect()
    }
}

/// Why a sentence may not go out: it does not hold, or it judges.
pub(super) fn why(sentence: &Sentence) -> Option<String> {
    let judges = sentence.findings.iter().find(|f| f.kind == Kind::LoadedWord);
    if sentence.verdict == Verdict::Supported && judges.is_none() {
        return None;
    }
    let finding = judges.or_else(|| sentence.findings.iter().max_by_key(|f| f.severity));
    Some(finding.map_or_else(|| "No source says so.".to_owned(), |f| f.reason.clone()))
}

fn form_fault(part: Part, line: &Line, evidence: usize) -> Option<&'static str> {
    let lower = line.text.to_lowercase();
    if line.text.is_empty() {
        return Some("It is empty.");
    }
    if FOREIGN.iter().any(|mark| lower.contains(mark)) || text::order::to_machine(&line.text) {
        return Some("It holds markup, an address or an order; a story holds sentences.");
    }
    if line.rests_on.is_empty() || line.rests_on.iter().any(|n| *n == 0 || *n > evidence) {
        return Some("It does not name the evidence that it rests on.");
    }
    let words = text::word::count(&line.text);
    (part == Part::Headline && !HEADLINE_WORDS.contains(&words)).then_some("A headline has 6 to 12 words.")
}
