//! The house's own sectors, one a report: the desk's judge is asked. Where the set is what it learned from (`own`), it is taught
//! on four fifths and asked about the rest.

use std::{collections::BTreeMap, fmt::Write, sync::Arc};

use desk::sector::{Example, Judge, Words};
use news::{Lang, Sector};

use super::{FOLDS, Item};
use crate::{figures::Figures, measure::labels::Labels};

/// Measures one set, and shows which sector was taken for which.
pub fn measure(name: &str, items: &[Item], own: bool) -> Figures {
    let examples: Vec<Example> = items
        .iter()
        .map(|item| {
            let lang = item.lang.as_deref().map_or_else(Lang::en, Lang::new);
            let sector = item.sector.as_deref().and_then(Sector::new).unwrap_or_else(Sector::other);
            Example { sector, words: Words::of(&item.title, item.text.lines(), &lang) }
        })
        .collect();
    let judge = |fold: usize| {
        let others = examples.iter().enumerate().filter(|(n, _)| n % FOLDS != fold);
        Arc::new(Judge::learn(&others.map(|(_, e)| e.clone()).collect::<Vec<_>>()))
    };
    let judges: Vec<Arc<Judge>> = (0..FOLDS).map(|fold| if own { judge(fold) } else { Judge::house() }).collect();
    let mut labels = Labels::default();
    let mut table: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut misses = Vec::new();
    for (n, (item, example)) in items.iter().zip(&examples).enumerate() {
        let (said, why) = judges[n % FOLDS].judge(&example.words).unwrap_or_else(|| (Sector::other(), Vec::new()));
        labels.add([example.sector.slug()], [said.slug()]);
        *table.entry((example.sector.slug().into(), said.slug().into())).or_default() += 1;
        if said != example.sector {
            let why = why.join(", ");
            misses.push(format!("{}: {} | said {said} ({why}), true {}", item.id, item.title, example.sector));
        }
    }
    let metrics = vec![("micro_f1".to_owned(), labels.micro().f1()), ("macro_f1".to_owned(), labels.macro_f1())];
    Figures { stage: "sector", set: name.to_owned(), items: items.len(), metrics, misses, shown: confusion(&table) }
}

/// A row a sector, a column each that it was taken for.
fn confusion(table: &BTreeMap<(String, String), usize>) -> String {
    let slugs: Vec<&str> = news::sector::DEFAULT.iter().map(|(slug, ..)| *slug).collect();
    let mut out = format!("{:<20}", "true \\ said");
    slugs.iter().for_each(|s| {
        let _ = write!(out, " {:>5.5}", s);
    });
    for row in &slugs {
        let _ = write!(out, "\n{row:<20}");
        for column in &slugs {
            let n = table.get(&((*row).to_owned(), (*column).to_owned())).copied().unwrap_or(0);
            let _ = write!(out, " {:>5}", if n == 0 { "·".to_owned() } else { n.to_string() });
        }
    }
    out
}
