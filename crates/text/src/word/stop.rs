//! Function words: short lists of our own, lower case, apostrophes straight, Arabic without vowel signs.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

const EN: &str = "a an the and or but nor so yet if then than that this these those there here it its it's he she they we you i \
me him her them us his hers their theirs our ours your yours my mine himself herself itself themselves who whom whose which \
what when where why how is are was were be been being am isn't aren't wasn't weren't do does did doing done don't doesn't didn't \
have has had having haven't hasn't hadn't will would shall should can could may might must won't wouldn't can't cannot couldn't \
shouldn't of in on at by for from with about as into onto to up down out off over under again further through during before \
after above below between among against without within upon per via toward towards while until since because though although \
not no also just only very too more most some any all both each every few other another such own same even still while whether \
one once now ever much many he's she's they're we're you're i'm that's there's";

const FR: &str = "le la les l' un une des du de d' au aux à et ou ni mais donc or car que qu' qui quoi dont où ce cet cette ces c' \
ça ceci cela celui celle ceux celles il elle ils elles on nous vous je j' tu te t' me m' se s' lui leur leurs y en son sa ses mon \
ma mes ton ta tes notre nos votre vos ne n' pas plus moins très est sont était étaient être été suis es sommes êtes sera seront \
serait a ont avait avaient avoir eu aura auront aurait ai as avons avez fait faire dans par pour sur sous avec sans chez entre \
vers contre depuis pendant avant après selon si comme quand lorsque lorsqu' puisque puisqu' jusqu' jusque aussi alors ainsi même \
tout tous toute toutes autre autres dès afin parce peu encore déjà là ici";

const DE: &str = "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner und oder aber denn doch \
sondern dass daß ob wenn als wie weil da damit so sich er sie es wir ihr ich du mich dich ihn ihm uns euch ihnen mein meine sein \
seine seiner seinen seinem ihre ihrer ihren ihrem unser unsere dieser diese dieses diesen diesem jener jene jenes welcher welche \
welches wer was wo wann warum ist sind war waren sei bin bist wird werden wurde wurden worden hat haben hatte hatten habe kann \
können konnte konnten muss müssen soll sollen sollte will wollen wollte darf nicht auch nur noch schon sehr mehr in im an am auf \
aus bei beim mit nach von vom vor zu zum zur über unter um durch für gegen ohne bis seit während zwischen dann dort hier man";

const ES: &str = "el la los las un una unos unas lo al del de a y e o u pero sino ni que qué quien quién quienes cual cuál cuyo cuya \
donde cuando como cómo en con sin por para sobre entre hasta desde hacia contra según tras durante ante bajo se su sus mi mis tu \
tus nuestro nuestra él ella ellos ellas yo nosotros usted ustedes me te le les nos si sí no ya más menos muy también este esta \
estos estas ese esa esos esas esto eso aquel aquella es son era eran fue fueron ser sido será serán sería está están estaba \
estaban estar ha han había habían haber hay he hemos hizo todo toda todos todas otro otra otros otras porque aunque mientras";

const PT: &str = "o a os as um uma uns umas ao aos à às do da dos das no na nos nas pelo pela pelos pelas de em por para com sem \
sobre entre até desde contra segundo após durante sob e ou mas nem que quem qual quais cujo cuja onde quando como se seu sua seus \
suas meu minha nosso nossa ele ela eles elas eu nós você vocês me te lhe lhes não já mais menos muito também este esta estes estas \
esse essa esses essas isto isso aquele aquela é são era eram foi foram ser sido será serão seria está estão estava estavam estar \
tem têm tinha há havia ter todo toda todos todas outro outra outros outras porque embora enquanto num numa";

const IT: &str = "il lo la i gli le l' un uno una un' di a da in con su per tra fra del dello della dell' dei degli delle al allo alla \
all' ai agli alle dal dallo dalla dall' dai dagli dalle nel nello nella nell' nei negli nelle sul sullo sulla sull' sui sugli sulle \
e ed o ma né che chi cui quale quali dove quando come se si non più meno molto anche ancora già è sono era erano essere stato \
stata stati state sarà ha hanno aveva avevano avere ho io tu lui lei noi voi loro mi ti ci vi ne suo sua suoi sue mio mia nostro \
questo questa questi queste quello quella quelli quelle tutto tutti tutta tutte altro altri altra altre perché mentre dopo prima \
senza contro d' c'";

const NL: &str = "de het een en of maar want dus dat die dit deze wie wat waar wanneer hoe als dan er hier daar in op aan met van voor \
naar bij uit om door over onder tegen tot na te ten ter is zijn was waren wordt worden werd werden heeft hebben had hadden kan \
kunnen kon zal zullen zou zouden moet moeten niet geen ook nog al wel meer zeer hij zij ze we wij ik je jij u hem haar hun ons \
zich zijn mijn hun onze";

const RU: &str = "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее её мне было вот от меня \
еще ещё нет о об из ему когда даже ну ли если уже или ни быть был была были него до вас они тут где есть для мы их чем была сам \
чтоб чтобы без будет будут этот эта это эти этого этой этом этих который которая которое которые которого которой которых при \
после над под перед через между также из-за того тем том тот та те";

const UK: &str = "і й та в у не що він на я з із зі як а то все вона так його але ти до ви за б би по тільки її мені було від мене ще \
ні про об з ним коли навіть чи якщо вже або бути був була були вони де є для ми їх ніж щоб без буде будуть цей ця це ці цього цієї \
який яка яке які якого якої яких при після над під перед через між також того тим той";

const AR: &str = "في من على إلى الى عن مع بين بعد قبل حتى منذ خلال عند لدى ضد نحو حول دون و أو او ثم أم بل لكن لكنه لكنها ولكن أن ان إن \
أنه انه إنه أنها إنها الذي التي الذين اللذين اللاتي ما ماذا من متى أين كيف كم لا لم لن ليس ليست هذا هذه هذان هؤلاء ذلك تلك أولئك هو \
هي هم هن نحن أنا أنت كان كانت كانوا يكون تكون قد لقد كما كل بعض أي غير سوى حيث إذ إذا اذا لو عندما بينما مثل أيضا ايضا به بها له \
لها لهم فيه فيها منه منها عليه عليها إليه إليها عنه وهو وهي وفي ومن وعلى وقد وأن وكان وكانت التى الى ضمن أمام وراء تحت فوق";

const HI: &str = "का के की को में से ने पर और या भी ही तो है हैं था थे थी थीं हो होगा होगी होंगे हुआ हुई हुए होने कि जो जिस जिसे जिन जिनके जिसके \
यह ये वह वे इस इसे इन इसके इसकी इसका उस उसे उन उनके उनकी उनका उसके उसकी उसका अपने अपनी अपना मैं हम तुम आप मेरे हमारे नहीं न ना मत एक कर \
करने करना किया किए करते करता करती रहा रहे रही गया गए गई जा जाता जाने दिया दी दिए लिए लिये साथ तक बाद पहले द्वारा जब तब अब कब क्या क्यों कैसे \
कहाँ कहां जहां वहां यहां अगर लेकिन मगर बल्कि तथा एवं कुछ सब सभी कोई किसी बहुत अधिक वाले वाली वाला";

const FA: &str = "و در به از که این آن را با است برای بر یا تا هم نیز بود شد شده است می ها های یک خود او ما شما من آنها هر اگر ولی اما چه \
کرد کرده کند کنند بودند شود دارد داشت باید نمی نه پس پیش بین روی زیر دیگر همه هیچ چون زیرا وی";

const UR: &str = "اور کے کی کا کو میں سے نے پر ہے ہیں تھا تھے تھی کہ جو یہ وہ اس ان یا بھی ہی تو نہیں ایک کر کیا کرنے گیا گئے گئی ہو ہوئے ہوا \
لیے لئے ساتھ تک بعد اپنے اپنی ہم آپ میں جب تب اب کیوں کیسے اگر لیکن کچھ تمام";

const SV: &str = "och i att det som en på är av för med den till inte har de ett om var men han hon vi ni jag från så kan ska skulle när \
eller efter vid under mellan mot sin sitt sina också nu där här hade blev bli blir sig dem denna detta dessa";

const DA: &str = "og i at det som en på er af for med den til ikke har de et om var men han hun vi jeg fra så kan skal skulle når eller \
efter ved under mellem mod sin sit sine også nu der her havde blev bliver sig dem denne dette disse";

const TR: &str = "ve bir bu da de için ile olarak olan çok daha en gibi kadar sonra önce ne o ama ancak veya ya ki mi mı mu mü değil var \
yok ise her şu diye göre karşı oldu olduğu etti eden";

const PL: &str = "i w we z ze na do nie się to że jest jak o od po za przez dla czy ale oraz lub są był była było były być ma jego jej ich \
ten ta te tego tej tym który która które których także już tylko przed po pod nad między przy";

const ID: &str = "yang dan di ke dari untuk dengan pada ini itu adalah tidak dalam akan telah oleh sebagai juga atau bahwa karena ada \
mereka dia ia kami kita saya tersebut lebih sudah para saat setelah";

type Lists = HashMap<&'static str, HashSet<&'static str>>;

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    [
        ("en", EN),
        ("fr", FR),
        ("de", DE),
        ("es", ES),
        ("pt", PT),
        ("it", IT),
        ("nl", NL),
        ("ru", RU),
        ("uk", UK),
        ("ar", AR),
        ("hi", HI),
        ("fa", FA),
        ("ur", UR),
        ("sv", SV),
        ("da", DA),
        ("nb", DA),
        ("tr", TR),
        ("pl", PL),
        ("id", ID),
    ]
    .into_iter()
    .map(|(lang, words)| (lang, words.split_whitespace().collect()))
    .collect()
});

/// Whether `lower` is a function word of the language with this primary subtag. No list, no function words; `und` reads as English.
pub fn is_stop(lower: &str, primary: &str) -> bool {
    let primary = if primary == "und" { "en" } else { primary };
    LISTS.get(primary).is_some_and(|l| l.contains(lower))
}

/// The languages written in Latin letters that have a list, for telling them apart by it.
pub(crate) fn latin_lists() -> impl Iterator<Item = (&'static str, &'static HashSet<&'static str>)> {
    const OTHERS: [&str; 6] = ["ru", "uk", "ar", "hi", "fa", "ur"];
    LISTS.iter().filter(|(lang, _)| !OTHERS.contains(lang)).map(|(lang, list)| (*lang, list))
}
