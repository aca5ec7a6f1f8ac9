//! Base forms of English verbs that no stemmer folds: a headline says `rises` where the report says `rose`.

use std::collections::HashMap;
use std::sync::LazyLock;

use news::Lang;

/// `past[,participle]=base`; forms that are other words too (`found`, `left`, `saw`) stay as they are.
const VERBS: &str = "rose,risen=rise fell,fallen=fall grew,grown=grow shrank,shrunk=shrink struck,stricken=strike won=win lost=lose took,taken=take \
    gave,given=give went,gone=go came=come became=become began,begun=begin broke,broken=break brought=bring built=build bought=buy caught=catch chose,chosen=choose \
    dealt=deal drew,drawn=draw drove,driven=drive ate,eaten=eat fed=feed fought=fight fled=flee flew,flown=fly froze,frozen=freeze got,gotten=get held=hold hid,hidden=hide \
    kept=keep knew,known=know led=lead lent=lend made=make meant=mean met=meet paid=pay rode,ridden=ride ran=run sold=sell sent=send shook,shaken=shake shot=shoot \
    sank,sunk=sink slept=sleep spoke,spoken=speak spent=spend stood=stand stole,stolen=steal swept=sweep swam,swum=swim taught=teach thought=think threw,thrown=throw \
    told=tell tore,torn=tear understood=understand withdrew,withdrawn=withdraw wrote,written=write dug=dig hung=hang slid=slide sprang,sprung=spring sought=seek \
    died,dies,die,dead=die says,say,saying=said told,tells=tell \
    quake,quakes=earthquake sen=senator gov=governor gen=general col=colonel prof=professor capt=captain lt=lieutenant supt=superintendent";

/// One spelling for both shores of the Atlantic: `criticised` and `criticized`, `centre` and `center`. What comes out is a
/// key, no word; `None` when nothing changes.
pub(crate) fn spelling(lower: &str, lang: &Lang) -> Option<String> {
    /// Shorter words that end alike are other words: `rise`, `four`, `are`.
    const SHORTEST: usize = 6;
    const ENDS: [(&str, &str); 22] = [
        ("isation", "ization"),
        ("isations", "ization"),
        ("ise", "ize"),
        ("ised", "ized"),
        ("ises", "izes"),
        ("ising", "izing"),
        ("yse", "yze"),
        ("ysed", "yzed"),
        ("ysing", "yzing"),
        ("our", "or"),
        ("ours", "ors"),
        ("oured", "ored"),
        ("ouring", "oring"),
        ("tre", "ter"),
        ("tres", "ters"),
        ("elled", "eled"),
        ("elling", "eling"),
        ("eller", "eler"),
        ("ellers", "elers"),
        ("ogue", "og"),
        ("ence", "ense"),
        ("programme", "program"),
    ];
    if !matches!(lang.primary(), "en" | "und") || lower.chars().count() < SHORTEST {
        return None;
    }
    let (end, with) = ENDS.iter().find(|(end, _)| lower.ends_with(end))?;
    let one = format!("{}{with}", lower.strip_suffix(end)?);
    Some(text::word::stem(&one, lang))
}

/// The base form of an irregular verb's form, stemmed; `None` for any other word and in any other language.
pub(crate) fn base(lower: &str, lang: &Lang) -> Option<String> {
    static TABLE: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
        let entries = VERBS.split_whitespace().filter_map(|e| e.split_once('='));
        entries.flat_map(|(forms, base)| forms.split(',').map(move |f| (f, base))).collect()
    });
    if !matches!(lang.primary(), "en" | "und") {
        return None;
    }
    let base = TABLE.get(lower)?;
    Some(text::word::stem(base, lang))
}
