//! An edition's list: a walk for each of its countries and sectors and one for what people put into it, merged. Each walk gives no
//! more rows than the page, so the work grows with the page and the edition's settings, never with the archive.

use std::collections::BTreeSet;

use news::{Sector, StoryId, Time};

use super::{Audience, Card, cards, read};
use crate::conn::{Row, args, sql};
use crate::story::shelf;
use crate::{Conn, Result};

/// Cards asked for at least, where some of those before were kept out.
const ROUND: usize = 50;

/// Where a card stands in a list.
type Key = (Time, StoryId);

/// The audience's stories that are older than `before`, newest first; of `sector` alone when one is given.
pub fn latest(
    c: &mut dyn Conn,
    audience: &Audience,
    sector: Option<&Sector>,
    mut before: Key,
    limit: usize,
) -> Result<Vec<Card>> {
    let (mut found, mut asked) = (Vec::new(), limit);
    loop {
        let some = page(c, audience, sector, before, asked)?;
        let Some(last) = some.last().map(|card| (card.updated, card.id)) else { return Ok(found) };
        let more = some.len() >= asked;
        found.extend(some.into_iter().filter(|card| audience.keeps(card)));
        if !more || found.len() >= limit {
            found.truncate(limit);
            return Ok(found);
        }
        // People keep few out, and those that they do may stand in a row.
        (before, asked) = (last, limit.max(ROUND));
    }
}

/// The next of them, with what people keep out of it.
fn page(
    c: &mut dyn Conn,
    audience: &Audience,
    sector: Option<&Sector>,
    before: Key,
    limit: usize,
) -> Result<Vec<Card>> {
    let Audience { lang, countries, sectors, edition } = audience;
    let (updated, id) = before;
    if countries.is_empty() && sectors.is_empty() && sector.is_none() {
        // All in the language; whoever was put into it is among them.
        return c.all(sql!("list/latest_of_lang"), args![updated, id, limit, lang], read);
    }
    let placed = match sector {
        Some(sector) => {
            let shelf = format!("{edition}/{}", shelf(lang, sector));
            c.all(sql!("list/keys_of_placed_sector"), args![updated, id, limit, shelf], key)?
        }
        None => c.all(sql!("list/keys_of_placed"), args![updated, id, limit, format!("{edition}/{lang}")], key)?,
    };
    let mut newest: BTreeSet<Key> = placed.into_iter().collect();
    let sectors: Vec<&Sector> = match sector {
        Some(one) if sectors.is_empty() || sectors.contains(one) => vec![one],
        Some(_) => Vec::new(),
        None => sectors.iter().collect(),
    };
    if countries.is_empty() {
        for sector in sectors {
            newest.extend(c.all(sql!("list/keys_of_shelf"), args![updated, id, limit, shelf(lang, sector)], key)?);
        }
    } else if sector.is_none() && sectors.is_empty() {
        for country in countries {
            newest.extend(c.all(
                sql!("list/keys_of_country"),
                args![updated, id, limit, format!("{country}/{lang}")],
                key,
            )?);
        }
    } else {
        for (country, sector) in countries.iter().flat_map(|c| sectors.iter().map(move |s| (*c, *s))) {
            let in_sector = format!("{country}/{}", shelf(lang, sector));
            newest.extend(c.all(sql!("list/keys_of_country_sector"), args![updated, id, limit, in_sector], key)?);
        }
    }
    let ids: Vec<StoryId> = newest.into_iter().rev().take(limit).map(|(_, id)| id).collect();
    cards(c, &ids)
}

fn key(row: &Row<'_>) -> Result<Key> {
    Ok((row.get("updated")?, row.get("id")?))
}
