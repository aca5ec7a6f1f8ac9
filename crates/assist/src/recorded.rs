//! Answers that were recorded, given in their order: for tests that need a model and no network.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
};

use crate::{Answer, Ask, Failure, Model};

/// A model that says what it was told to say.
#[derive(Debug, Default)]
pub struct Recorded {
    answers: Mutex<VecDeque<Result<Answer, Failure>>>,
    asked: Mutex<Vec<Ask>>,
}

impl Recorded {
    /// One that gives these, one a question; asked once more it is away.
    pub fn new(answers: impl IntoIterator<Item = Result<Answer, Failure>>) -> Self {
        Self { answers: Mutex::new(answers.into_iter().collect()), asked: Mutex::default() }
    }

    /// One that gives these words.
    pub fn words<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let answer = |text: &str| Answer {
            text: text.to_owned(),
            version: "recorded".into(),
            tokens_in: 1000,
            tokens_out: 300,
            ms: 5,
            cut: false,
        };
        Self::new(words.into_iter().map(|text| Ok(answer(text))))
    }

    /// What it was asked.
    pub fn asked(&self) -> Vec<Ask> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Model for Recorded {
    fn name(&self) -> &'static str {
        "recorded"
    }

    fn ask(&self, ask: &Ask) -> Result<Answer, Failure> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).push(ask.clone());
        let next = self.answers.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        next.unwrap_or_else(|| Err(Failure::Away("nothing more was recorded".into())))
    }
}
