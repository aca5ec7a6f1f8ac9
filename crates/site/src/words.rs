//! The furniture's words, in four languages. A story's page speaks the story's language, lists the house's; English where
//! we have no other. `{}` is filled in by [`fill`].

use news::{Lang, Sector, label::Involvement, piece::PieceKind, verdict::Verdict};

macro_rules! words {
    ($($name:ident: $en:literal, $fr:literal, $ar:literal, $hi:literal;)*) => {
        /// One language's words.
        #[derive(Debug)]
        pub struct Words {
            /// BCP 47 tag of these words.
            pub tag: &'static str,
            /// Months, January first.
            pub months: [&'static str; 12],
            /// The same as short as the language writes them.
            pub months_short: [&'static str; 12],
            /// Sector names, in the order of `news::sector::DEFAULT`.
            pub sectors: [&'static str; 12],
            $(#[doc = $en] pub $name: &'static str,)*
        }
        static EN: Words = Words { tag: "en", months: MONTHS_EN, months_short: SHORT_EN, sectors: SECTORS_EN, $($name: $en,)* };
        static FR: Words = Words { tag: "fr", months: MONTHS_FR, months_short: SHORT_FR, sectors: SECTORS_FR, $($name: $fr,)* };
        static AR: Words = Words { tag: "ar", months: MONTHS_AR, months_short: MONTHS_AR, sectors: SECTORS_AR, $($name: $ar,)* };
        static HI: Words = Words { tag: "hi", months: MONTHS_HI, months_short: MONTHS_HI, sectors: SECTORS_HI, $($name: $hi,)* };
    };
}

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const MONTHS_AR: [&str; 12] =
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
const MONTHS_HI: [&str; 12] =
    ["जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"];
const SHORT_EN: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];
const SHORT_FR: [&str; 12] =
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
const SECTORS_EN: [&str; 12] = [
    "Politics",
    "Business",
    "Law & Order",
    "Science & Environment",
    "Health",
    "Education",
    "Sport",
    "Entertainment",
    "Lifestyle",
    "International",
    "Headlines",
    "Other",
];
const SECTORS_FR: [&str; 12] = [
    "Politique",
    "Économie",
    "Justice",
    "Sciences et environnement",
    "Santé",
    "Éducation",
    "Sport",
    "Culture",
    "Vie pratique",
    "International",
    "À la une",
    "Divers",
];
const SECTORS_AR: [&str; 12] = [
    "سياسة",
    "اقتصاد",
    "قضاء وأمن",
    "علوم وبيئة",
    "صحة",
    "تعليم",
    "رياضة",
    "ثقافة وفنون",
    "حياة",
    "دولي",
    "عناوين",
    "منوعات",
];
const SECTORS_HI: [&str; 12] = [
    "राजनीति",
    "कारोबार",
    "क़ानून-व्यवस्था",
    "विज्ञान और पर्यावरण",
    "स्वास्थ्य",
    "शिक्षा",
    "खेल",
    "मनोरंजन",
    "जीवनशैली",
    "दुनिया",
    "सुर्ख़ियाँ",
    "अन्य",
];

words! {
    skip: "Skip to the text", "Aller au texte", "انتقل إلى النص", "सीधे लेख पर जाएँ";
    menu: "Menu", "Menu", "القائمة", "मेन्यू";
    front_page: "Front page", "Accueil", "الصفحة الأولى", "मुखपृष्ठ";
    latest: "Latest", "Dernières nouvelles", "آخر الأخبار", "ताज़ा ख़बरें";
    trending: "Trending", "Les plus lus", "الأكثر قراءة", "चर्चा में";
    trending_how: "How this is counted", "Comment c’est compté", "كيف يُحسب هذا", "यह कैसे गिना जाता है";
    pieces: "Opinion, blog, interview", "Opinions, blogs, entretiens", "رأي ومدونات ومقابلات", "राय, ब्लॉग, साक्षात्कार";
    opinion: "Opinion", "Opinion", "رأي", "राय";
    blog: "Blog", "Blog", "مدونة", "ब्लॉग";
    interview: "Interview", "Entretien", "مقابلة", "साक्षात्कार";
    shots: "Shots", "En bref", "لقطات", "झलकियाँ";
    shots_lead: "The day in 60 words a story", "La journée, 60 mots par sujet", "اليوم في 60 كلمة لكل خبر", "हर ख़बर 60 शब्दों में";
    related: "Related", "Sur le même sujet", "ذات صلة", "संबंधित ख़बरें";
    sectors_title: "Sectors", "Rubriques", "الأقسام", "खंड";
    countries: "Countries", "Pays", "البلدان", "देश";
    all_countries: "All countries", "Tous les pays", "كل البلدان", "सभी देश";
    how_we_work: "How we work", "Notre méthode", "كيف نعمل", "हम कैसे काम करते हैं";
    contact: "Contact", "Contact", "اتصل بنا", "संपर्क";
    connect: "Connect with us on", "Suivez-nous sur", "تابعونا على", "हमसे जुड़ें";
    email: "E-mail", "Courriel", "البريد", "ई-मेल";
    phone: "Phone", "Téléphone", "الهاتف", "फ़ोन";
    disclaimer: "Disclaimer", "Avertissement", "إخلاء مسؤولية", "अस्वीकरण";
    terms: "Terms of use", "Conditions d’utilisation", "شروط الاستخدام", "उपयोग की शर्तें";
    privacy: "Privacy policy", "Confidentialité", "سياسة الخصوصية", "निजता नीति";
    corrections: "Corrections", "Corrections", "تصويبات", "सुधार";
    sources_page: "Sources and their state", "Les sources et leur état", "المصادر وحالتها", "स्रोत और उनकी स्थिति";
    feeds: "Feeds", "Flux", "الخلاصات", "फ़ीड";
    check_draft: "Check a draft", "Vérifier un texte", "افحص نصًّا", "मसौदा जाँचें";
    how_it_works: "How it works", "Comment ça marche", "كيف يعمل هذا", "यह कैसे काम करता है";
    about_us: "About us", "Qui sommes-nous", "من نحن", "हमारे बारे में";
    ai_policy: "Use of software", "Usage des logiciels", "استخدام البرمجيات", "सॉफ़्टवेयर का उपयोग";
    corrections_policy: "Corrections policy", "Politique de correction", "سياسة التصويب", "सुधार नीति";
    sample: "Sample day: every person, body and event on this site is invented.",
        "Journée d’exemple : toutes les personnes, tous les organismes et tous les faits de ce site sont inventés.",
        "يوم نموذجي: كل الأشخاص والجهات والأحداث في هذا الموقع من نسج الخيال.",
        "नमूना दिन: इस साइट पर हर व्यक्ति, संस्था और घटना काल्पनिक है।";
    label_software: "Written by software from the sources below; not reviewed by an editor",
        "Rédigé par un logiciel à partir des sources ci-dessous ; non relu par un rédacteur",
        "كتبه برنامج من المصادر أدناه؛ لم يراجعه محرر",
        "नीचे दिए स्रोतों से सॉफ़्टवेयर ने लिखा; किसी संपादक ने नहीं जाँचा";
    label_person: "Written by {}", "Écrit par {}", "كتبه {}", "लेखक: {}";
    label_press: "Press release: an interested party’s own words", "Communiqué : les mots d’une partie intéressée",
        "بيان صحفي: كلام جهة ذات مصلحة", "प्रेस विज्ञप्ति: संबंधित पक्ष के अपने शब्द";
    label_pass: "Agency copy as sent, with a summary picked by software; not reviewed by an editor",
        "Dépêche d’agence telle quelle, résumé choisi par un logiciel ; non relu par un rédacteur",
        "نص وكالة كما ورد، اختار برنامج ملخصه؛ لم يراجعه محرر",
        "एजेंसी की ख़बर ज्यों की त्यों, सार सॉफ़्टवेयर ने चुना; किसी संपादक ने नहीं जाँचा";
    label_pass_short: "Agency copy", "Dépêche d’agence", "نص وكالة", "एजेंसी की ख़बर";
    label_short: "Written by software", "Rédigé par un logiciel", "كتبه برنامج", "सॉफ़्टवेयर ने लिखा";
    label_how: "What this means", "Ce que cela veut dire", "ماذا يعني هذا", "इसका क्या मतलब है";
    picture_drawn: "Drawn by software, not a photograph", "Dessiné par un logiciel, pas une photo",
        "رسمه برنامج، ليس صورة فوتوغرافية", "सॉफ़्टवेयर ने बनाया, फ़ोटो नहीं";
    picture_generated: "AI-generated; shows no real event or place", "Généré par l’IA ; ne montre ni fait ni lieu réel",
        "مولَّدة بالذكاء الاصطناعي (AI)؛ لا تُظهر حدثًا أو مكانًا حقيقيًا", "AI से बनी; कोई असली घटना या जगह नहीं";
    picture_modified: "Changed with AI", "Modifié par l’IA", "عُدّلت بالذكاء الاصطناعي (AI)", "AI से बदली गई";
    drawn_short: "Drawn by software", "Dessiné par logiciel", "رسمه برنامج", "सॉफ़्टवेयर ने बनाया";
    generated_short: "AI-generated", "Généré par l’IA", "مولَّدة بالذكاء الاصطناعي (AI)", "AI से बनी";
    modified_short: "Changed with AI", "Modifié par l’IA", "عُدّلت بالذكاء الاصطناعي (AI)", "AI से बदली गई";
    picture_credit: "Picture", "Photo", "الصورة", "तस्वीर";
    desk: "{} desk", "Rédaction de {}", "مكتب {}", "{} डेस्क";
    responsible: "Responsible editor", "Directeur de la publication", "المحرر المسؤول", "उत्तरदायी संपादक";
    updated: "Updated", "Mis à jour", "آخر تحديث", "अद्यतन";
    created: "Created", "Créé", "أُنشئ", "प्रकाशित";
    filed_from: "Filed from", "Envoyé de", "أُرسل من", "कहाँ से भेजी गई";
    about: "About", "Au sujet de", "عن", "किसके बारे में";
    not_stated: "not stated", "non précisé", "غير مذكور", "नहीं बताया गया";
    key_line: "The number after a sentence shows the source words it rests on.",
        "Le numéro après une phrase montre les mots de la source sur lesquels elle repose.",
        "الرقم بعد كل جملة يُظهر كلام المصدر الذي تستند إليه.",
        "वाक्य के बाद का अंक स्रोत के वे शब्द दिखाता है जिन पर वह टिका है।";
    show_all: "Show all of them", "Tout afficher", "أظهرها كلها", "सब दिखाएँ";
    evidence: "Source words, sentence by sentence", "Les mots des sources, phrase par phrase", "كلام المصادر، جملة جملة",
        "स्रोत के शब्द, वाक्य दर वाक्य";
    marker: "Source words for sentence {}", "Mots de la source, phrase {}", "كلام المصدر للجملة {}", "वाक्य {} के स्रोत शब्द";
    close: "Close", "Fermer", "أغلق", "बंद करें";
    read_there: "Read it there", "Lire sur place", "اقرأه هناك", "वहाँ पढ़ें";
    link_only: "This agency’s licence allows a link only.", "La licence de cette agence n’autorise qu’un lien.",
        "رخصة هذه الوكالة تسمح برابط فقط.", "इस एजेंसी का लाइसेंस केवल लिंक की अनुमति देता है।";
    cut_note: "cut: the licence of this agency allows {} words", "coupé : la licence de l’agence autorise {} mots",
        "مقتطع: رخصة الوكالة تسمح بـ {} كلمة", "काटा गया: एजेंसी का लाइसेंस {} शब्दों की अनुमति देता है";
    sources: "Sources", "Sources", "المصادر", "स्रोत";
    with_reports: "With reports from {}", "Avec {}", "بتقارير من {}", "{} की रिपोर्टों के साथ";
    one_source: "This story rests on one source.", "Cet article repose sur une seule source.", "يستند هذا الخبر إلى مصدر واحد.",
        "यह ख़बर एक ही स्रोत पर टिकी है।";
    differ: "Sources differ", "Les sources divergent", "المصادر تختلف", "स्रोतों में अंतर है";
    history: "Update history", "Historique des mises à jour", "سجل التحديثات", "अद्यतन का इतिहास";
    version: "Version {}", "Version {}", "النسخة {}", "संस्करण {}";
    this_version: "this page", "cette page", "هذه الصفحة", "यह पन्ना";
    first_version: "First published", "Première publication", "أول نشر", "पहली बार प्रकाशित";
    new_version: "Text updated", "Texte mis à jour", "حُدِّث النص", "पाठ अद्यतन";
    as_data: "This story as data, with every citation", "Cet article en données, avec chaque citation",
        "هذا الخبر بيانات، مع كل استشهاد", "यह ख़बर डेटा के रूप में, हर उद्धरण सहित";
    corrected: "Correction", "Rectificatif", "تصويب", "सुधार";
    superseded: "This is an earlier version. It has been replaced.", "Ceci est une version antérieure. Elle a été remplacée.",
        "هذه نسخة سابقة وقد استُبدلت.", "यह पुराना संस्करण है। इसे बदला जा चुका है।";
    to_current: "Read the current version", "Lire la version actuelle", "اقرأ النسخة الحالية", "मौजूदा संस्करण पढ़ें";
    back_to_story: "Back to the story", "Retour à l’article", "عودة إلى الخبر", "ख़बर पर लौटें";
    try_title: "Try to fool it", "Essayez de le tromper", "جرّب أن تخدعه", "इसे छलकर देखें";
    try_lead: "Change a number, a name or a quote and see at once what the sources say to it. Nothing is stored.",
        "Changez un chiffre, un nom ou une citation : voyez aussitôt ce que les sources en disent. Rien n’est conservé.",
        "غيّر رقمًا أو اسمًا أو اقتباسًا وانظر فورًا ما تقوله المصادر. لا يُحفظ شيء.",
        "कोई अंक, नाम या उद्धरण बदलें और तुरंत देखें कि स्रोत क्या कहते हैं। कुछ भी सहेजा नहीं जाता।";
    try_field: "Text of the story: headline on the first line, then a paragraph a line",
        "Texte : le titre en première ligne, puis un paragraphe par ligne",
        "نص الخبر: العنوان في السطر الأول ثم فقرة في كل سطر", "ख़बर का पाठ: पहली पंक्ति में शीर्षक, फिर हर पंक्ति में एक अनुच्छेद";
    try_button: "Check this text", "Vérifier ce texte", "افحص هذا النص", "यह पाठ जाँचें";
    check_example: "See an example with mistakes in it", "Voir un exemple avec des erreurs", "انظر مثالًا فيه أخطاء",
        "ग़लतियों वाला एक उदाहरण देखें";
    try_again: "Change it and check again", "Modifier et vérifier à nouveau", "غيّره وافحصه ثانية", "बदलकर फिर जाँचें";
    result: "What the sources say", "Ce que disent les sources", "ما تقوله المصادر", "स्रोत क्या कहते हैं";
    supported: "Supported", "Confirmé", "مدعوم", "पुष्ट";
    not_found: "Not found", "Introuvable", "غير موجود", "नहीं मिला";
    contradicted: "Contradicted", "Contredit", "مُناقَض", "खंडित";
    all_supported: "Every sentence is supported by the sources.", "Chaque phrase est confirmée par les sources.",
        "كل جملة مدعومة بالمصادر.", "हर वाक्य स्रोतों से पुष्ट है।";
    some_wrong: "Sentences the sources do not support: {}. This text would be held, not published.",
        "Phrases non confirmées par les sources : {}. Ce texte serait retenu, pas publié.",
        "جمل لا تدعمها المصادر: {}. هذا النص كان سيُحجز ولا يُنشر.",
        "वाक्य जिन्हें स्रोत पुष्ट नहीं करते: {}. यह पाठ रोका जाता, प्रकाशित नहीं होता।";
    more: "More", "Plus", "المزيد", "और";
    rtl_mark: "→", "→", "←", "→";
}

/// The words for a page in that language.
pub fn of(lang: &Lang) -> &'static Words {
    match lang.primary() {
        "fr" => &FR,
        "ar" => &AR,
        "hi" => &HI,
        _ => &EN,
    }
}

/// `pattern` with its `{}` replaced by `value`.
pub fn fill(pattern: &str, value: &str) -> String {
    pattern.replacen("{}", value, 1)
}

impl Words {
    /// A sector's name for readers of this language.
    pub fn sector<'a>(&self, sector: &'a Sector) -> &'a str {
        let place = news::sector::DEFAULT.iter().position(|(slug, ..)| *slug == sector.slug());
        place.and_then(|i| self.sectors.get(i).copied()).unwrap_or_else(|| sector.name())
    }

    /// What is said on a picture of that making; `None` where nothing need be said.
    pub fn picture(&self, involvement: Involvement) -> Option<&'static str> {
        match involvement {
            Involvement::Procedural => Some(self.picture_drawn),
            Involvement::Generated => Some(self.picture_generated),
            Involvement::Modified => Some(self.picture_modified),
            Involvement::None | Involvement::Assisted => None,
        }
    }

    /// The same in a few words, for a picture too small to hold the whole.
    pub fn picture_short(&self, involvement: Involvement) -> Option<&'static str> {
        match involvement {
            Involvement::Procedural => Some(self.drawn_short),
            Involvement::Generated => Some(self.generated_short),
            Involvement::Modified => Some(self.modified_short),
            Involvement::None | Involvement::Assisted => None,
        }
    }

    /// The check's answer in a word.
    pub fn verdict(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Supported => self.supported,
            Verdict::NotFound => self.not_found,
            Verdict::Contradicted => self.contradicted,
        }
    }

    /// The type of work.
    pub fn kind(&self, kind: PieceKind) -> &'static str {
        match kind {
            PieceKind::Opinion => self.opinion,
            PieceKind::Blog => self.blog,
            PieceKind::Interview => self.interview,
        }
    }
}
