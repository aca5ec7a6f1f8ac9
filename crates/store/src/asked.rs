//! What models were asked, and what it cost.

use news::asked::{Asked, Outcome};
use news::{StoryId, Time};

use crate::conn::{Row, args, sql};
use crate::{Conn, Result};

/// Adds one.
pub fn add(c: &mut dyn Conn, asked: &Asked) -> Result<()> {
    let Asked { story, revision, at, model, version, prompt, tokens_in, tokens_out, cost_micros, ms, outcome, reason } =
        asked;
    c.execute(
        sql!("asked/insert"),
        args![
            *story,
            *revision,
            *at,
            model,
            version,
            *prompt,
            *tokens_in,
            *tokens_out,
            *cost_micros,
            *ms,
            outcome.word(),
            reason
        ],
    )?;
    Ok(())
}

/// Of a story, oldest first.
pub fn of_story(c: &mut dyn Conn, story: StoryId) -> Result<Vec<Asked>> {
    c.all(sql!("asked/of_story"), args![story], read)
}

/// Tokens, and millionths of the currency, of all that was asked after `since`.
pub fn spent(c: &mut dyn Conn, since: Time) -> Result<(u64, u64)> {
    c.one(sql!("asked/spent"), args![since], |row| Ok((row.get("tokens")?, row.get("cost_micros")?)))
}

fn read(row: &Row<'_>) -> Result<Asked> {
    Ok(Asked {
        story: row.get("story_id")?,
        revision: row.get("revision_id")?,
        at: row.get("at")?,
        model: row.get("model")?,
        version: row.get("version")?,
        prompt: row.get("prompt")?,
        tokens_in: row.get("tokens_in")?,
        tokens_out: row.get("tokens_out")?,
        cost_micros: row.get("cost_micros")?,
        ms: row.get("ms")?,
        outcome: row.word("outcome", Outcome::from_word)?,
        reason: row.get("reason")?,
    })
}
