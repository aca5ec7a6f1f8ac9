# पन्नों के साज-सामान के शब्द, हिन्दी में। इस फ़ोल्डर की हर फ़ाइल में यही कुंजियाँ हैं।

## हर पन्ने और ख़बरों पर।

skip = सीधे लेख पर जाएँ
menu = मेन्यू
front-page = मुखपृष्ठ
latest = ताज़ा ख़बरें
trending = चर्चा में
trending-how = यह कैसे गिना जाता है
pieces = राय, ब्लॉग, साक्षात्कार
opinion = राय
blog = ब्लॉग
interview = साक्षात्कार
shots = झलकियाँ
shots-lead = हर ख़बर 60 शब्दों में
related = संबंधित ख़बरें
sectors-title = खंड
countries = देश
all-countries = सभी देश
how-we-work = हम कैसे काम करते हैं
contact = संपर्क
connect = हमसे जुड़ें
email = ई-मेल
phone = फ़ोन
disclaimer = अस्वीकरण
terms = उपयोग की शर्तें
privacy = निजता नीति
corrections = सुधार
sources-page = स्रोत और उनकी स्थिति
feeds = फ़ीड
check-draft = मसौदा जाँचें
how-it-works = यह कैसे काम करता है
about-us = हमारे बारे में
ai-policy = सॉफ़्टवेयर का उपयोग
corrections-policy = सुधार नीति
sample = नमूना दिन: इस साइट पर हर व्यक्ति, संस्था और घटना काल्पनिक है।
label-software = नीचे दिए स्रोतों से सॉफ़्टवेयर ने लिखा; किसी संपादक ने नहीं जाँचा
label-person = लेखक: { $value }
label-press = प्रेस विज्ञप्ति: संबंधित पक्ष के अपने शब्द
label-pass = एजेंसी की ख़बर ज्यों की त्यों, सार सॉफ़्टवेयर ने चुना; किसी संपादक ने नहीं जाँचा
label-pass-short = एजेंसी की ख़बर
label-short = सॉफ़्टवेयर ने लिखा
label-how = इसका क्या मतलब है
picture-drawn = सॉफ़्टवेयर ने बनाया, फ़ोटो नहीं
picture-generated = AI से बनी; कोई असली घटना या जगह नहीं
picture-modified = AI से बदली गई
drawn-short = सॉफ़्टवेयर ने बनाया
generated-short = AI से बनी
modified-short = AI से बदली गई
picture-credit = तस्वीर
desk = { $value } डेस्क
responsible = उत्तरदायी संपादक
updated = अद्यतन
created = प्रकाशित
filed-from = कहाँ से भेजी गई
about = किसके बारे में
not-stated = नहीं बताया गया
key-line = वाक्य के बाद का अंक स्रोत के वे शब्द दिखाता है जिन पर वह टिका है।
show-all = सब दिखाएँ
evidence = स्रोत के शब्द, वाक्य दर वाक्य
marker = वाक्य { $value } के स्रोत शब्द
close = बंद करें
read-there = वहाँ पढ़ें
link-only = इस एजेंसी का लाइसेंस केवल लिंक की अनुमति देता है।
cut-note = { $count ->
    [one] काटा गया: एजेंसी का लाइसेंस { $count } शब्द की अनुमति देता है
   *[other] काटा गया: एजेंसी का लाइसेंस { $count } शब्दों की अनुमति देता है
}
sources = स्रोत
with-reports = { $value } की रिपोर्टों के साथ
one-source = यह ख़बर एक ही स्रोत पर टिकी है।
differ = स्रोतों में अंतर है
history = अद्यतन का इतिहास
version = संस्करण { $value }
this-version = यह पन्ना
first-version = पहली बार प्रकाशित
new-version = पाठ अद्यतन
as-data = यह ख़बर डेटा के रूप में, हर उद्धरण सहित
corrected = सुधार
superseded = यह पुराना संस्करण है। इसे बदला जा चुका है।
to-current = मौजूदा संस्करण पढ़ें
back-to-story = ख़बर पर लौटें
try-title = इसे छलकर देखें
try-lead = कोई अंक, नाम या उद्धरण बदलें और तुरंत देखें कि स्रोत क्या कहते हैं। कुछ भी सहेजा नहीं जाता।
try-field = ख़बर का पाठ: पहली पंक्ति में शीर्षक, फिर हर पंक्ति में एक अनुच्छेद
try-button = यह पाठ जाँचें
check-example = ग़लतियों वाला एक उदाहरण देखें
try-again = बदलकर फिर जाँचें
result = स्रोत क्या कहते हैं
supported = पुष्ट
not-found = नहीं मिला
contradicted = खंडित
all-supported = हर वाक्य स्रोतों से पुष्ट है।
some-wrong = वाक्य जिन्हें स्रोत पुष्ट नहीं करते: { $value }. यह पाठ रोका जाता, प्रकाशित नहीं होता।
more = और
rtl-mark = →

## सूचियाँ।

nothing-published = अभी तक कुछ प्रकाशित नहीं हुआ है।
nothing-here = यहाँ अभी कुछ नहीं है।
pieces-lead = लोगों के लिखे हुए, उनके अपने नाम से।
countries-lead = हर देश की दो सूचियाँ हैं: जो उसके बारे में है, और जो वहाँ से भेजी गई।
country-lead = किसी देश से भेजी गई ख़बर ज़रूरी नहीं कि उसी के बारे में हो। इसलिए दोनों सूचियाँ अलग रखी जाती हैं।
none-about = { $value } के बारे में अभी कोई ख़बर नहीं है।
none-filed = { $value } से अभी कोई ख़बर नहीं भेजी गई है।
stories = { $count ->
    [one] { $count } ख़बर
   *[other] { $count } ख़बरें
}
corrections-lead = क्या ग़लत था, क्या सही है, और कब ठीक किया गया।
how-we-correct = हम सुधार कैसे करते हैं
no-correction = अभी तक कोई सुधार नहीं हुआ है।

## चर्चा में। सूत्र पहले दो वाक्यों के बीच आता है।

trending-lead = क्रम गिना जाता है, चुना नहीं जाता। किसी ख़बर का अंक सभी घंटों का जोड़ है:
trending-views = पढ़ी गई बार
trending-age = घंटों में आयु
trending-half = एक बार पढ़ना { $half } बाद आधा गिना जाता है, उसके दोगुने समय बाद चौथाई, और { $window } बाद बिल्कुल नहीं। क्रॉलर और दूसरे प्रोग्रामों का पढ़ना नहीं गिना जाता। कोई कुकी नहीं रखी जाती और कोई पता नहीं सहेजा जाता।
hours = { $count ->
    [one] { $count } घंटे
   *[other] { $count } घंटे
}
days = { $count ->
    [one] { $count } दिन
   *[other] { $count } दिन
}
nobody-read = अभी तक किसी ने कुछ नहीं पढ़ा है।
score = अंक { $value }

## स्रोत।

sources-lead = हम किससे लेते हैं, उनकी सामग्री का उपयोग कैसे होता है, एक पन्ना उनके कितने शब्द दिखा सकता है, और उनके फ़ीड किस हाल में हैं।
source = स्रोत
source-use = सामग्री का उपयोग
source-words = दिखाए जाने वाले शब्द
source-answer = पिछला उत्तर
source-state = फ़ीड की स्थिति
never-to-model = इसकी सामग्री कभी किसी मॉडल को नहीं भेजी जाती।
words-none = केवल लिंक
words-up-to = { $count ->
    [one] एक पन्ने पर अधिकतम { $count } शब्द
   *[other] एक पन्ने पर अधिकतम { $count } शब्द
}
handed-in = हाथ से दिया गया, फ़ीड नहीं
not-yet = अभी नहीं
in-order = ठीक
failed-times = { $count ->
    [one] एक बार विफल
   *[other] लगातार { $count } बार विफल
}
oddities = विसंगतियाँ
no-source = अभी तक कोई स्रोत नहीं जोड़ा गया है।
treatment-pass-through = जैसी भेजी गई वैसी प्रकाशित
treatment-rewrite = सॉफ़्टवेयर का लिखा, मूल से जाँचा हुआ
treatment-round-up = संक्षिप्त समाचारों में
treatment-link-only = केवल शीर्षक और लिंक
treatment-press-release = प्रेस विज्ञप्तियाँ, ऐसा ही अंकित
source-home = इसकी अपनी साइट
all-sources = सभी स्रोत
source-stories = इस पर टिकी ख़बरें

## संस्करण।

editions = संस्करण
all-news = सभी ख़बरें

## पुरालेख।

archive = पुरालेख
archive-lead = हर ख़बर उस दिन में, जब पाठकों ने उसे पहली बार देखा। छोटा अंक उस दिन की ख़बरों की संख्या है।
first-seen = { $value } को पहली बार प्रकाशित ख़बरें
none-that-day = इस दिन कोई ख़बर पहली बार प्रकाशित नहीं हुई।
previous-day = पिछला दिन
next-day = अगला दिन
weekday-1 = सोम
weekday-2 = मंगल
weekday-3 = बुध
weekday-4 = गुरु
weekday-5 = शुक्र
weekday-6 = शनि
weekday-7 = रवि

## लेखक।

bylines = लेखक
desk-lead = इस नाम के पीछे कोई व्यक्ति नहीं है। सॉफ़्टवेयर ने ये ख़बरें एजेंसियों की रिपोर्टों से निकालीं और हर वाक्य उनसे जाँचा; प्रकाशन से पहले किसी संपादक ने इन्हें नहीं पढ़ा।
person-stories = ख़बरें

## फ़ीड।

feeds-lead = आपके फ़ीड रीडर के लिए इस साइट की हर सूची: शीर्षक, सार, और पाठ कैसे बना। कोई निगरानी नहीं।
feed-list = सूची
feeds-main = पूरी साइट
feeds-opml = सब एक ही फ़ाइल में, OPML लेने वाले रीडरों के लिए

## मसौदा जाँचना।

check-lead = एक मसौदा और वे रिपोर्टें चिपकाएँ जिनसे वह लिखा गया। हर वाक्य स्रोतों के उत्तर के साथ लौटता है: पुष्ट, दोनों मानों के साथ खंडित, या नहीं मिला। कुछ भी सहेजा नहीं जाता और किसी मॉडल से नहीं पूछा जाता।
check-draft-field = मसौदा: पहली पंक्ति में शीर्षक, फिर हर पंक्ति में एक अनुच्छेद
check-source = स्रोत { $value }
may-stay-empty = (ख़ाली रह सकता है)
form-empty = पाठ ख़ाली है। वापस जाकर कम से कम एक वाक्य लिखें।
form-no-source = कोई स्रोत नहीं है। वापस जाकर वह रिपोर्ट चिपकाएँ जिससे मसौदा लिखा गया।
form-characters = आपके पाठ में { $length } अक्षर हैं। वापस जाकर उसे अधिकतम { $most } तक छोटा करें।
form-lines = आपके पाठ में { $length } पंक्तियाँ हैं। वापस जाकर उसे अधिकतम { $most } तक छोटा करें।
form-sources = आपके स्रोतों में { $length } अक्षर हैं। वापस जाकर उन्हें अधिकतम { $most } तक छोटा करें।

## माँगे गए पन्ने के बदले।

gone-title = यह ख़बर वापस ले ली गई
gone-text = यह ख़बर वापस ले ली गई।
too-many-title = एक मिनट में बहुत सारी जाँचें
too-many-text = { $count ->
    [one] पाठ जाँचना मेहनत का काम है, इसलिए हर पाठक एक मिनट में सीमित पाठ ही भेज सकता है। { $count } सेकंड बाद आएँ: अपने ब्राउज़र में वापस जाएँ, जहाँ आपका पाठ अब भी है, और फिर भेजें।
   *[other] पाठ जाँचना मेहनत का काम है, इसलिए हर पाठक एक मिनट में सीमित पाठ ही भेज सकता है। { $count } सेकंड बाद आएँ: अपने ब्राउज़र में वापस जाएँ, जहाँ आपका पाठ अब भी है, और फिर भेजें।
}
busy-title = जाँच व्यस्त है
busy-text = इस समय बहुत से पाठक पाठ जँचवा रहे हैं। अपने ब्राउज़र में वापस जाएँ, जहाँ आपका पाठ अब भी है, और कुछ सेकंड में फिर भेजें।
bad-form-title = यह पाठ नहीं जाँचा जा सकता
not-found-title = ऐसा कोई पन्ना नहीं है
not-found-text = हो सकता है पता ग़लत लिखा गया हो, या यह पन्ना कभी प्रकाशित न हुआ हो। ताज़ा ख़बरें नीचे हैं।
failed-title = यह पन्ना नहीं बन सका
failed-text = ग़लती हमारी है और हमारे लॉग में दर्ज हो गई है। कृपया एक मिनट बाद फिर कोशिश करें।

## महीने।

month-1 = जनवरी
month-2 = फ़रवरी
month-3 = मार्च
month-4 = अप्रैल
month-5 = मई
month-6 = जून
month-7 = जुलाई
month-8 = अगस्त
month-9 = सितंबर
month-10 = अक्टूबर
month-11 = नवंबर
month-12 = दिसंबर

## महीने, संक्षेप में।

month-short-1 = जनवरी
month-short-2 = फ़रवरी
month-short-3 = मार्च
month-short-4 = अप्रैल
month-short-5 = मई
month-short-6 = जून
month-short-7 = जुलाई
month-short-8 = अगस्त
month-short-9 = सितंबर
month-short-10 = अक्टूबर
month-short-11 = नवंबर
month-short-12 = दिसंबर

## खंड।

sector-politics = राजनीति
sector-business = कारोबार
sector-law-order = क़ानून-व्यवस्था
sector-science-environment = विज्ञान और पर्यावरण
sector-health = स्वास्थ्य
sector-education = शिक्षा
sector-sports-games = खेल
sector-entertainment = मनोरंजन
sector-lifestyle = जीवनशैली
sector-international = दुनिया
sector-headlines = सुर्ख़ियाँ
sector-other = अन्य
