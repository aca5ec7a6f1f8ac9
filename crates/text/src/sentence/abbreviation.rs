//! Words before a full stop that does not end a sentence.

/// What a full stop behind an abbreviation may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Abbreviation {
    /// Never the end: a title or a `vs` has its word to come.
    Never,
    /// Not the end before a number: `No. 5`, `Nov. 6`, `p. 12`.
    BeforeNumber,
    /// The end only before a word that opens sentences: `Inc.`, `etc.`
    BeforeName,
}

const NEVER: &str = "Mr Mrs Ms Mx Dr Prof prof Gen Sen Rep Gov Lt Col Sgt Capt Maj Cpl Pvt Adm Cmdr Brig Insp Supt Det Rev Hon Pres Fr Msgr \
St Ste Mt Ft Messrs Mme Mmes Mlle Mlles MM Mgr Me Pr vs Sr Sra Sres Srta Dra Dña Ud Uds Exmo Hr Hrn Frl Dipl Ing Mag bzw evtl ggf \
sog inkl exkl dott Dott Sig sig avv Avv Drs Ir dhr mw им ул просп акад проф гр тов дир св viz cf Cf approx aprox ca Ca circa \
Atty Asst Amb Dir Supt Spc Pfc डॉ डा श्री प्रो मि पं أ.د";

const BEFORE_NUMBER: &str = "No Nos no nos Nr nr Núm núm n.º N° Art art Arts Abs Sec sec Ch ch Vol vol Fig fig p pp pg pág págs S s Bd \
Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec janv févr avr juil déc Mon Tue Tues Wed Thu Thurs Fri Sat Sun tel Tel Tél tél env \
стр рис ст гл № est";

const BEFORE_NAME: &str = "hab Inc Corp Co Cos Ltd Plc LLC Jr Bros Dept Univ Assn Ave Blvd Rd Mio Mrd Mill usw etc Etc al u.a тыс млн млрд руб \
коп гг вв др Cía Cia Ltda Bhd Pty Calif Fla Mass Pa Va Md Ill Ind Mich Minn Wis Tenn Ky Ga Ala Miss Ark Okla Tex Colo Ariz Ore Wash \
Conn Del Nev Neb Kan Mo La Mont Wyo Vt";

/// How a full stop behind `word` reads; `None` when it is no abbreviation that we know.
pub fn kind(word: &str) -> Option<Abbreviation> {
    let listed = |list: &str| list.split_whitespace().any(|w| w == word);
    if listed(NEVER) {
        Some(Abbreviation::Never)
    } else if listed(BEFORE_NUMBER) {
        Some(Abbreviation::BeforeNumber)
    } else if listed(BEFORE_NAME) {
        Some(Abbreviation::BeforeName)
    } else {
        None
    }
}
