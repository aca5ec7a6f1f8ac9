//! Views, counted by story and hour; no cookie, no address. What is read most is kept in order as they come.

use news::{Country, Lang, Sector, StoryId, Time, edition::Standing, story::Placed, trend};

use crate::conn::{args, sql};
use crate::list::{self, Card};
use crate::{Conn, Result, setting};

/// The setting under which the half-life stands that the order was made with.
const HALF_LIFE: &str = "trend_half_life_hours";
/// Half-lives after which a view counts too little to be looked at when the order is made anew.
const WINDOW_HALF_LIVES: f64 = 40.0;

/// Adds views: story, any moment of the hour, how many.
pub fn add(c: &mut dyn Conn, views: &[(StoryId, Time, u64)]) -> Result<()> {
    let half_life = half_life(c)?;
    for (story, at, views) in views.iter().filter(|(.., views)| *views > 0) {
        let hour = at.ms().div_euclid(Time::HOUR_MS).saturating_mul(Time::HOUR_MS);
        c.execute(sql!("view/add"), args![*story, hour, *views])?;
        rise(c, *story, Time(hour), *views, half_life)?;
    }
    Ok(())
}

fn rise(c: &mut dyn Conn, story: StoryId, hour: Time, views: u64, half_life: f64) -> Result<()> {
    let kept = c.first(sql!("trend/get"), args![story], |row| row.get("log2_score"))?;
    c.execute(sql!("trend/put"), args![story, trend::add(kept, views, hour, half_life)])?;
    Ok(())
}

fn half_life(c: &mut dyn Conn) -> Result<f64> {
    let set = setting::get(c, HALF_LIFE)?.and_then(|hours| hours.parse().ok());
    Ok(set.unwrap_or(trend::HALF_LIFE_HOURS))
}

/// Sets the half-life. When it is another than before, the order is made anew from the views.
pub fn set_half_life(c: &mut dyn Conn, hours: f64, now: Time) -> Result<()> {
    if half_life(c)? == hours {
        return Ok(());
    }
    setting::set(c, HALF_LIFE, &hours.to_string())?;
    c.execute(sql!("trend/clear"), args![])?;
    let since = now.plus_ms(-((hours * WINDOW_HALF_LIVES * Time::HOUR_MS as f64) as i64));
    let views = c.all(sql!("view/all_since"), args![since], |row| {
        Ok((row.get("story_id")?, row.get("hour")?, row.get("views")?))
    })?;
    views.into_iter().try_for_each(|(story, hour, views)| rise(c, story, hour, views, hours))
}

/// The best of which those of one language are looked for.
const RANKED: usize = 1_000;

/// Published stories by score at `now`, highest first, with their scores; of equals the newer story. Of a language, those
/// among the thousand most read.
pub fn trending(c: &mut dyn Conn, lang: Option<&Lang>, now: Time, limit: usize) -> Result<Vec<(Card, f64)>> {
    let half_life = half_life(c)?;
    let looked_at = if lang.is_some() { RANKED } else { limit.saturating_add(RANKED / 10) };
    c.all(sql!("trend/best"), args![limit, looked_at, lang.map(Lang::primary)], |row| {
        Ok((list::read(row)?, trend::score(row.get("log2_score")?, now, half_life)))
    })
}

/// All views of a story.
pub fn of_story(c: &mut dyn Conn, story: StoryId) -> Result<u64> {
    c.one(sql!("view/of_story"), args![story], |row| row.get("views"))
}

/// A story that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MostRead {
    /// Its id.
    pub id: StoryId,
    /// Its headline as it stands; empty while it has none.
    pub headline: String,
    /// Its sector.
    pub sector: Sector,
    /// Its language.
    pub lang: Lang,
    /// How often.
    pub views: u64,
}

/// Views of all stories by the hour in which they came, from `since` on, oldest first. Hours without a view are left out.
pub fn by_hour(c: &mut dyn Conn, since: Time) -> Result<Vec<(Time, u64)>> {
    c.all(sql!("view/by_hour"), args![since], |row| Ok((row.get("hour")?, row.get("views")?)))
}

/// The stories with the most views in the hours from `since` on, most first; of equals the newer one.
pub fn top(c: &mut dyn Conn, since: Time, limit: usize) -> Result<Vec<MostRead>> {
    c.all(sql!("view/top"), args![since, limit], |row| {
        Ok(MostRead {
            id: row.get("id")?,
            headline: row.get("headline")?,
            sector: row.get("sector")?,
            lang: row.get("lang")?,
            views: row.get("views")?,
        })
    })
}

/// Views of stories that stand on the same lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    /// Their sector.
    pub sector: Sector,
    /// Their language.
    pub lang: Lang,
    /// Where they were filed.
    pub filed_from: Option<Country>,
    /// What they are about.
    pub about: Vec<Country>,
    /// Editions that people put them into or keep them out of.
    pub placed: Vec<Placed>,
    /// How often they were read.
    pub views: u64,
}

impl Shelf {
    /// What of them says in which editions they are.
    pub fn standing(&self) -> Standing<'_> {
        let Self { lang, sector, filed_from, about, placed, .. } = self;
        Standing { lang, sector, filed_from: *filed_from, about, placed }
    }
}

/// Views in the hours from `since` on, by their stories' sector, language and countries.
pub fn by_shelf(c: &mut dyn Conn, since: Time) -> Result<Vec<Shelf>> {
    c.all(sql!("view/by_shelf"), args![since], |row| {
        Ok(Shelf {
            sector: row.get("sector")?,
            lang: row.get("lang")?,
            filed_from: row.get("filed_from")?,
            about: row.json("about")?,
            placed: row.json("placed")?,
            views: row.get("views")?,
        })
    })
}
