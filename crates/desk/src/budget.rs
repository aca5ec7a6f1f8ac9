//! What a model may cost.

use std::time::Duration;

use news::Time;
use store::Store;

use crate::Result;

/// The house's model and what asking it may cost.
pub struct Assist {
    /// Whom to ask.
    pub model: Box<dyn assist::Model>,
    /// For one story, all questions together.
    pub within: Duration,
    /// Tokens of one answer.
    pub answer_tokens: u32,
    /// Tokens of a day, questions and answers; `None` for no limit.
    pub day_tokens: Option<u64>,
    /// Millionths of the currency that a day may cost; `None` for no limit.
    pub day_cost_micros: Option<u64>,
    /// Price of a million tokens of questions, in the currency.
    pub price_in: f64,
    /// Price of a million tokens of answers.
    pub price_out: f64,
}

impl Assist {
    /// What these tokens cost, in millionths of the currency: the price of a million is a millionth of it for one.
    pub fn cost_micros(&self, tokens_in: u64, tokens_out: u64) -> u64 {
        (tokens_in as f64 * self.price_in + tokens_out as f64 * self.price_out).round() as u64
    }

    /// Why nothing may be asked now, when the last 24 hours have cost as much as a day may.
    pub fn exhausted(&self, store: &Store, now: Time) -> Result<Option<String>> {
        let (tokens, cost) = store.read(|c| store::asked::spent(c, now.plus_ms(-24 * Time::HOUR_MS)))?;
        let over = |spent: u64, most: Option<u64>| most.filter(|most| spent >= *most);
        Ok(if let Some(most) = over(tokens, self.day_tokens) {
            Some(format!("{tokens} tokens were used in the last 24 hours; assist.day_tokens allows {most}"))
        } else if let Some(most) = over(cost, self.day_cost_micros) {
            let units = |micros: u64| micros as f64 / 1_000_000.0;
            Some(format!("the last 24 hours cost {:.2}; assist.day_cost allows {:.2}", units(cost), units(most)))
        } else {
            None
        })
    }
}
