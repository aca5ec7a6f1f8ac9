//! Which User-Agents are no reader's: they are served like everybody and counted as nobody.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

/// Words that give a machine away, lower case: what crawlers call themselves, addresses and mail to complain to, libraries
/// that fetch pages, and services that look whether a site is up.
const WORDS: &[&str] = &[
    "bot",
    "crawl",
    "spider",
    "slurp",
    "http://",
    "https://",
    "www.",
    "+http",
    "curl",
    "wget",
    "python",
    "java/",
    "go-http",
    "libwww",
    "okhttp",
    "httpclient",
    "winhttp",
    "axios",
    "node",
    "perl",
    "ruby",
    "php/",
    "guzzle",
    "scrap",
    "fetch",
    "harvest",
    "extract",
    "index",
    "search console",
    "archiv",
    "nutch",
    "heritrix",
    "collect",
    "download",
    "capture",
    "screenshot",
    "thumb",
    "headless",
    "phantomjs",
    "selenium",
    "puppeteer",
    "playwright",
    "cypress",
    "lighthouse",
    "pagespeed",
    "speed insights",
    "gtmetrix",
    "ptst",
    "pingdom",
    "uptime",
    "monitor",
    "probe",
    "checker",
    "validator",
    "verif",
    "inspect",
    "audit",
    "analy",
    "detect",
    "synthetic",
    "datadog",
    "newrelic",
    "catchpoint",
    "gomez",
    "preview",
    "snippet",
    "embedly",
    "facebookexternal",
    "whatsapp",
    "favicon",
    "weblight",
    "mediapartners",
    "googleother",
    "proxy",
    "transcod",
    "feed",
    "rss/",
    "reader",
    "podcast",
    "agent",
    "seo",
    "sitemap",
    "dataprovider",
    "gpt",
    "claude",
    "anthropic",
    "perplexity",
    "cohere",
    "diffbot",
    "zgrab",
    "masscan",
    "nmap",
    "nikto",
    "sqlmap",
    "censys",
    "cloudflare",
];
/// Devices and services of readers that have such a word in their name.
const READERS: &[&str] = &["cubot", "fubo", "tabbee"];

static MACHINE: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| search(WORDS));
static READER: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| search(READERS));

fn search(words: &[&str]) -> Option<AhoCorasick> {
    // It fails only on more words than memory holds; then everybody counts as a machine, and the tests below fail.
    AhoCorasick::builder().ascii_case_insensitive(true).build(words).ok()
}

/// Whether a User-Agent is none that a person's browser sends.
pub fn is_machine(user_agent: &[u8]) -> bool {
    let found = |words: &Option<AhoCorasick>| words.as_ref().is_none_or(|words| words.is_match(user_agent));
    user_agent.trim_ascii().is_empty() || (found(&MACHINE) && !found(&READER))
}

#[cfg(test)]
mod tests {
    use super::is_machine;

    #[test]
    fn people_are_told_from_machines() {
        for person in [
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
            "Mozilla/5.0 (Linux; Android 6.0; CUBOT MAX) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/72.0 Mobile Safari/537.36",
        ] {
            assert!(!is_machine(person.as_bytes()), "{person}");
        }
        for machine in
            ["", "  ", "curl/8.0", "Mozilla/5.0 (compatible; ExampleBot/2.1; +http://bot.example/)", "HeadlessChrome"]
        {
            assert!(is_machine(machine.as_bytes()), "{machine}");
        }
    }
}
