# كلمات أثاث الصفحات بالعربية. المفاتيح نفسها في كل ملفات هذا المجلد.

## في كل صفحة وعلى الأخبار.

skip = انتقل إلى النص
menu = القائمة
front-page = الصفحة الأولى
latest = آخر الأخبار
trending = الأكثر قراءة
trending-how = كيف يُحسب هذا
pieces = رأي ومدونات ومقابلات
opinion = رأي
blog = مدونة
interview = مقابلة
shots = لقطات
shots-lead = اليوم في 60 كلمة لكل خبر
so-far = القصة حتى الآن
so-far-lead = كل أحداث هذه القصة، الأحدث أولاً، وكل حدث بمصادره.
names = أشخاص وهيئات
last-reported = آخر صفة ذُكرت: { $value }،
related = ذات صلة
sectors-title = الأقسام
countries = البلدان
all-countries = كل البلدان
how-we-work = كيف نعمل
contact = اتصل بنا
connect = تابعونا على
email = البريد
phone = الهاتف
disclaimer = إخلاء مسؤولية
terms = شروط الاستخدام
privacy = سياسة الخصوصية
corrections = تصويبات
sources-page = المصادر وحالتها
feeds = الخلاصات
check-draft = افحص نصًّا
how-it-works = كيف يعمل هذا
about-us = من نحن
ai-policy = استخدام البرمجيات
corrections-policy = سياسة التصويب
sample = يوم نموذجي: كل الأشخاص والجهات والأحداث في هذا الموقع من نسج الخيال.
label-software = كتبه برنامج من المصادر أدناه؛ لم يراجعه محرر
label-model = كُتب بالذكاء الاصطناعي (AI، نموذج لغوي) من المصادر أدناه، وفُحصت كل جملة عليها؛ لم يراجعه محرر
label-model-short = كُتب بالذكاء الاصطناعي (AI)
label-person = كتبه { $value }
label-reviewed = كتبه برنامج من المصادر أدناه؛ راجع الوقائع والمصادر { $value }
label-reviewed-model = كُتب بالذكاء الاصطناعي (AI، نموذج لغوي) من المصادر أدناه؛ راجع الوقائع والمصادر { $value }
label-reviewed-pass = نص الوكالة كما ورد، والملخص اختاره برنامج؛ راجع الوقائع والمصادر { $value }
label-reviewed-short = راجعه محرر
label-edited = حرّره { $value }
label-knowledge = معرفة خاصة بهيئة التحرير؛ المسؤول عنها { $value }
label-press = بيان صحفي: كلام جهة ذات مصلحة
label-pass = نص وكالة كما ورد، اختار برنامج ملخصه؛ لم يراجعه محرر
label-pass-short = نص وكالة
genre-analysis = تحليل
genre-explainer = شرح
with-people = مع { $value }
label-round-up = نشرة موجزة: كل خبر فيها عن حدث مستقل
label-round-up-short = نشرة موجزة كتبها برنامج
label-short = كتبه برنامج
label-how = ماذا يعني هذا
picture-drawn = رسمه برنامج، ليس صورة فوتوغرافية
picture-generated = مولَّدة بالذكاء الاصطناعي (AI)؛ لا تُظهر حدثًا أو مكانًا حقيقيًا
picture-modified = عُدّلت بالذكاء الاصطناعي (AI)
drawn-short = رسمه برنامج
generated-short = مولَّدة بالذكاء الاصطناعي (AI)
modified-short = عُدّلت بالذكاء الاصطناعي (AI)
picture-credit = الصورة
desk = مكتب { $value }
desk-ai = مكتب { $value }، بالذكاء الاصطناعي
responsible = المحرر المسؤول
updated = آخر تحديث
created = أُنشئ
filed-from = أُرسل من
about = عن
not-stated = غير مذكور
key-line = الرقم بعد كل جملة يُظهر كلام المصدر الذي تستند إليه.
show-all = أظهرها كلها
evidence = كلام المصادر، جملة جملة
marker = كلام المصدر للجملة { $value }
close = أغلق
read-there = اقرأه هناك
link-only = رخصة هذه الوكالة تسمح برابط فقط.
cut-note = { $count ->
    [zero] مقتطع: رخصة هذه الوكالة لا تسمح بأي كلمة
    [one] مقتطع: رخصة هذه الوكالة تسمح بكلمة واحدة
    [two] مقتطع: رخصة هذه الوكالة تسمح بكلمتين
    [few] مقتطع: رخصة هذه الوكالة تسمح بـ { $count } كلمات
    [many] مقتطع: رخصة هذه الوكالة تسمح بـ { $count } كلمة
   *[other] مقتطع: رخصة هذه الوكالة تسمح بـ { $count } كلمة
}
sources = المصادر
with-reports = بتقارير من { $value }
one-source = يستند هذا الخبر إلى مصدر واحد.
differ = المصادر تختلف
history = سجل التحديثات
version = النسخة { $value }
this-version = هذه الصفحة
first-version = أول نشر
new-version = حُدِّث النص
as-data = هذا الخبر بيانات، مع كل استشهاد
corrected = تصويب
superseded = هذه نسخة سابقة وقد استُبدلت.
changed-since = ما تغيّر منذ ذلك الحين
cite = اقتبس هذه الجملة
to-current = اقرأ النسخة الحالية
back-to-story = عودة إلى الخبر
try-title = جرّب أن تخدعه
try-lead = غيّر رقمًا أو اسمًا أو اقتباسًا وانظر فورًا ما تقوله المصادر. لا يُحفظ شيء.
try-field = نص الخبر: العنوان في السطر الأول ثم فقرة في كل سطر
try-button = افحص هذا النص
check-example = انظر مثالًا فيه أخطاء
try-again = غيّره وافحصه ثانية
result = ما تقوله المصادر
supported = مدعوم
not-found = غير موجود
contradicted = مُناقَض
all-supported = كل جملة مدعومة بالمصادر.
some-wrong = جمل لا تدعمها المصادر: { $value }. هذا النص كان سيُحجز ولا يُنشر.
more = المزيد
rtl-mark = ←

## القوائم.

nothing-published = لم يُنشر شيء بعد.
nothing-here = لا شيء هنا بعد.
pieces-lead = يكتبها أشخاص بأسمائهم.
countries-lead = لكل بلد قائمتان: ما يتحدث عنه، وما أُرسل منه.
country-lead = الخبر المُرسَل من بلد لا يكون بالضرورة عنه. لذلك تُفصل القائمتان.
none-about = لا خبر عن { $value } بعد.
none-filed = لم يُرسَل أي خبر من { $value } بعد.
stories = { $count ->
    [zero] لا أخبار
    [one] خبر واحد
    [two] خبران
    [few] { $count } أخبار
    [many] { $count } خبرًا
   *[other] { $count } خبر
}
corrections-lead = ما كان خطأ، وما هو الصحيح، ومتى صُحِّح.
how-we-correct = كيف نصحّح
no-correction = لم يُجرَ أي تصويب بعد.

## الأكثر قراءة. تأتي المعادلة بين الجملتين الأوليين.

trending-lead = الترتيب محسوب لا مختار. درجة الخبر هي المجموع، على كل الساعات، لحاصل
trending-views = القراءات
trending-age = العمر بالساعات
trending-half = تُحسب القراءة بنصف قيمتها بعد { $half }، وبربعها بعد ضعف ذلك، وهكذا. لا تُحسب قراءات الروبوتات وغيرها من البرامج. لا تُزرع أي ملفات تعريف ارتباط ولا يُحفظ أي عنوان.
hours = { $count ->
    [zero] { $count } ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}
nobody-read = لم يقرأ أحد شيئًا بعد.
score = الدرجة { $value }

## المصادر.

sources-lead = ممّن نأخذ، وكيف تُستعمل نصوصهم، وكم من كلماتهم يجوز أن تُظهره الصفحة، وما حال خلاصاتهم.
source = المصدر
source-use = كيف يُستعمل نصه
source-words = الكلمات المعروضة
source-answer = آخر رد
source-state = حال خلاصته
never-to-model = لا يُرسَل نصه أبدًا إلى نموذج.
words-none = رابط فقط
words-up-to = { $count ->
    [zero] رابط فقط
    [one] كلمة واحدة في الصفحة على الأكثر
    [two] كلمتان في الصفحة على الأكثر
    [few] { $count } كلمات في الصفحة على الأكثر
    [many] { $count } كلمة في الصفحة على الأكثر
   *[other] { $count } كلمة في الصفحة على الأكثر
}
handed-in = يُسلَّم باليد، بلا خلاصة
not-yet = ليس بعد
in-order = سليمة
failed-times = { $count ->
    [zero] لم تفشل
    [one] فشلت مرة واحدة
    [two] فشلت مرتين متتاليتين
    [few] فشلت { $count } مرات متتالية
    [many] فشلت { $count } مرة متتالية
   *[other] فشلت { $count } مرة متتالية
}
oddities = ما شذّ فيها
no-source = لم يُضَف أي مصدر بعد.
treatment-pass-through = يُنشر كما ورد
treatment-rewrite = يصوغه برنامج ويُفحص على النص الأصلي
treatment-round-up = في نشرات موجزة
treatment-link-only = العنوان والرابط فقط
treatment-press-release = بيانات صحفية، موسومة بذلك
source-home = موقعه
all-sources = كل المصادر
source-stories = الأخبار التي تستند إليه

## الطبعات.

editions = الطبعات
all-news = كل الأخبار

## الأرشيف.

archive = الأرشيف
archive-lead = كل خبر في اليوم الذي رآه فيه القراء أول مرة. الرقم الصغير هو عدد أخبار ذلك اليوم.
first-seen = أخبار نُشرت أول مرة في { $value }
none-that-day = لم يُنشر أي خبر أول مرة في هذا اليوم.
previous-day = اليوم السابق
next-day = اليوم التالي
weekday-1 = إثنين
weekday-2 = ثلاثاء
weekday-3 = أربعاء
weekday-4 = خميس
weekday-5 = جمعة
weekday-6 = سبت
weekday-7 = أحد

## التوقيعات.

bylines = التوقيعات
desk-lead = لا يقف شخص وراء هذا التوقيع. استخرج برنامج هذه الأخبار من تقارير الوكالات وفحص كل جملة عليها؛ ولم يقرأها محرر قبل ظهورها.
desk-ai-lead = لا يقف شخص وراء هذا التوقيع. صاغ نموذج لغوي (ذكاء اصطناعي) هذه الأخبار من تقارير الوكالات. وفحصت قواعد كل جملة عليها؛ ولم يقرأها محرر قبل ظهورها.
person-stories = الأخبار

## الخلاصات.

feeds-lead = كل قوائم هذا الموقع لقارئ الخلاصات لديك: العنوان والملخص وكيف صُنع النص. بلا تتبّع.
feed-list = القائمة
feeds-main = الموقع كله
feeds-opml = كلها في ملف واحد، للقارئات التي تقبل OPML

## فحص نص.

check-lead = الصق نصًّا والتقارير التي كُتب منها. تعود كل جملة ومعها ما تقوله المصادر: مدعومة، أو مُناقَضة مع القيمتين، أو غير موجودة. لا يُحفظ شيء ولا يُسأل أي نموذج.
check-draft-field = النص: العنوان في السطر الأول ثم فقرة في كل سطر
check-source = المصدر { $value }
may-stay-empty = (يمكن أن يبقى فارغًا)
form-empty = النص فارغ. عُد واكتب جملة واحدة على الأقل.
form-no-source = لا يوجد مصدر. عُد والصق التقرير الذي كُتب منه النص.
form-characters = بلغ نصك { $length } حرفًا. عُد واختصره إلى { $most } على الأكثر.
form-lines = بلغ نصك { $length } سطرًا. عُد واختصره إلى { $most } على الأكثر.
form-sources = بلغت مصادرك { $length } حرفًا. عُد واختصرها إلى { $most } على الأكثر.

## بدل الصفحة المطلوبة.

gone-title = سُحب هذا الخبر
gone-text = سُحب هذا الخبر.
piece-gone-title = سُحبت هذه المادة
piece-gone-text = سحب المحررون هذه المادة.
changed-on = عُدّلت في { $value }
too-many-title = فحوص كثيرة في دقيقة واحدة
too-many-text = { $count ->
    [zero] فحص النص عمل، لذلك يرسل كل قارئ عددًا محدودًا في الدقيقة. ارجع في متصفحك حيث ما زال نصك قائمًا، وأرسله ثانية.
    [one] فحص النص عمل، لذلك يرسل كل قارئ عددًا محدودًا في الدقيقة. عُد بعد ثانية واحدة: ارجع في متصفحك حيث ما زال نصك قائمًا، وأرسله ثانية.
    [two] فحص النص عمل، لذلك يرسل كل قارئ عددًا محدودًا في الدقيقة. عُد بعد ثانيتين: ارجع في متصفحك حيث ما زال نصك قائمًا، وأرسله ثانية.
    [few] فحص النص عمل، لذلك يرسل كل قارئ عددًا محدودًا في الدقيقة. عُد بعد { $count } ثوانٍ: ارجع في متصفحك حيث ما زال نصك قائمًا، وأرسله ثانية.
    [many] فحص النص عمل، لذلك يرسل كل قارئ عددًا محدودًا في الدقيقة. عُد بعد { $count } ثانية: ارجع في متصفحك حيث ما زال نصك قائمًا، وأرسله ثانية.
   *[other] فحص النص عمل، لذلك يرسل كل قارئ عددًا محدودًا في الدقيقة. عُد بعد { $count } ثانية: ارجع في متصفحك حيث ما زال نصك قائمًا، وأرسله ثانية.
}
busy-title = الفحص مشغول
busy-text = يُفحص الآن نصوص قراء كثيرين. ارجع في متصفحك حيث ما زال نصك قائمًا، وأرسله ثانية بعد ثوانٍ.
bad-form-title = لا يمكن فحص هذا النص
not-found-title = لا توجد صفحة كهذه
not-found-text = ربما كُتب العنوان خطأً، أو لم تُنشر الصفحة قط. آخر الأخبار أدناه.
failed-title = تعذّر إعداد هذه الصفحة
failed-text = الخطأ منّا وقد دُوِّن في سجلنا. حاول ثانية بعد دقيقة.

## الشهور.

month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر

## الشهور مختصرة.

month-short-1 = يناير
month-short-2 = فبراير
month-short-3 = مارس
month-short-4 = أبريل
month-short-5 = مايو
month-short-6 = يونيو
month-short-7 = يوليو
month-short-8 = أغسطس
month-short-9 = سبتمبر
month-short-10 = أكتوبر
month-short-11 = نوفمبر
month-short-12 = ديسمبر

## الأقسام.

sector-politics = سياسة
sector-business = اقتصاد
sector-law-order = قضاء وأمن
sector-science-environment = علوم وبيئة
sector-health = صحة
sector-education = تعليم
sector-sports-games = رياضة
sector-entertainment = ثقافة وفنون
sector-lifestyle = حياة
sector-international = دولي
sector-headlines = عناوين
sector-other = منوعات
too-large-title = هذا النص طويل جدًّا
too-large-text = يتسع النموذج لما يصل إلى { $count } كيلوبايت. عُد إلى الصفحة السابقة في متصفحك، فنصك لا يزال هناك، وأرسل أقل منه.
too-slow-title = لم يصل هذا النص
too-slow-text = استغرق وصول نصك وقتًا أطول مما ينبغي. عُد إلى الصفحة السابقة في متصفحك، فهو لا يزال هناك، وأرسله من جديد.
away-title = لا يمكن عرض هذه الصفحة الآن
away-text = مخزن غرفة الأخبار لا يستجيب، ونحن على علم بذلك. حاول مرة أخرى بعد دقيقة.
