//! Article views, counted in memory without cookie or address, and written by whoever drains them.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use news::StoryId;

/// Independent counters, so that readers of different stories do not wait for one another.
const SHARDS: usize = 16;

/// Words in a User-Agent that give a machine away, lower case.
const MACHINES: [&str; 21] = [
    "bot",
    "crawl",
    "spider",
    "http://",
    "https://",
    "curl",
    "wget",
    "python",
    "headless",
    "preview",
    "java/",
    "go-http",
    "libwww",
    "fetch",
    "monitor",
    "scrap",
    "feed",
    "archiv",
    "lighthouse",
    "node",
    "okhttp",
];

/// Views by story since the last drain.
#[derive(Debug, Default)]
pub struct ViewCounter {
    shards: [Mutex<HashMap<StoryId, u64>>; SHARDS],
}

impl ViewCounter {
    /// Counts one view unless the User-Agent is empty or a machine's.
    pub fn count(&self, story: StoryId, user_agent: &str) {
        if is_machine(user_agent) {
            return;
        }
        if let Some(shard) = self.shards.get(story.0.unsigned_abs() as usize % SHARDS) {
            *shard.lock().unwrap_or_else(PoisonError::into_inner).entry(story).or_insert(0) += 1;
        }
    }

    /// Takes what was counted; the counters start at nothing again.
    pub fn drain(&self) -> Vec<(StoryId, u64)> {
        let take =
            |shard: &Mutex<HashMap<_, _>>| std::mem::take(&mut *shard.lock().unwrap_or_else(PoisonError::into_inner));
        let mut all: Vec<_> = self.shards.iter().flat_map(take).collect();
        all.sort_unstable();
        all
    }
}

/// Whether a User-Agent is none that a person's browser sends.
pub fn is_machine(user_agent: &str) -> bool {
    let agent = user_agent.trim().to_ascii_lowercase();
    agent.is_empty() || MACHINES.iter().any(|word| agent.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_counted_and_machines_are_not() {
        let views = ViewCounter::default();
        views.count(StoryId(7), "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        views.count(StoryId(7), "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1");
        for machine in [
            "",
            "curl/8.0",
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "HeadlessChrome",
        ] {
            views.count(StoryId(7), machine);
        }
        assert_eq!(views.drain(), vec![(StoryId(7), 2)]);
        assert_eq!(views.drain(), vec![]);
    }
}
