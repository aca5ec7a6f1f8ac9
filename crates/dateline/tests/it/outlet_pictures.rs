//! A picture that AI made, beside stories and beside a piece, says so wherever it is shown: on itself, over it while it is
//! small, and to those who do not see it.

use dateline::picture::Brought;
use editor::Pictures;
use news::{
    Hash, Lang, Sector,
    label::Involvement,
    picture::{Made, Making, Size},
    piece::{NewPiece, PieceKind},
    stage::Stage,
    story::{Picture, Story},
};
use store::piece::{Save, Saved};
use testkit::TestNewsroom;

use crate::now;

const FILE: &[u8] = include_bytes!("../../../../fixtures/newsday/pictures/vestfjord-ferry.jpg");
/// What readers of English are told, in a few words and in whole.
const SHORT: &str = "AI-generated";
const WHOLE: &str = "AI-generated; shows no real event or place";

/// A picture as the desk keeps one that its person says AI made.
fn picture(newsroom: &TestNewsroom) -> Picture {
    let taken = Brought.take(FILE, &|_| Involvement::Generated).unwrap();
    let plain = Brought.take(FILE, &|_| Involvement::None).unwrap();
    assert!(taken.burnt && !plain.burnt && taken.main.bytes != plain.main.bytes, "the label is in its pixels");
    let keep = |bytes: &[u8]| newsroom.store().put_blob(bytes).unwrap();
    let size = |made: &Made| Size { blob: keep(&made.bytes), width: made.width, height: made.height };
    Picture {
        blob: keep(&taken.main.bytes),
        media_type: taken.main.media_type.into(),
        width: taken.main.width,
        height: taken.main.height,
        alt: "A ferry at a quay".into(),
        caption: "On Monday".into(),
        credit: "Ida Okafor".into(),
        involvement: Involvement::Generated,
        digital_source_type: Making::MadeByAi.source_type(""),
        sizes: taken.sizes.iter().map(size).collect(),
        brought: Some(news::picture::Brought {
            making: Making::MadeByAi,
            rights: "ours".into(),
            said: taken.provenance,
            burnt: taken.burnt,
        }),
    }
}

/// Puts the picture beside every story in English, and beside a piece; the newest of the stories and the piece's path.
fn illustrated(newsroom: &TestNewsroom, picture: &Picture) -> (Story, String) {
    let mut stories = newsroom.store().read(|c| store::story::recent(c, Some(Stage::Published), 100)).unwrap();
    stories.retain(|s| s.lang.primary() == "en");
    let newest = stories.iter().max_by_key(|s| s.updated).unwrap().clone();
    let theirs = picture.clone();
    let put = newsroom.store().write(move |c| {
        for story in stories {
            store::story::update(c, &Story { picture: Some(theirs.clone()), ..story })?;
        }
        Ok(())
    });
    put.unwrap();
    let piece = NewPiece {
        kind: PieceKind::Opinion,
        title: "Count the ferries".into(),
        byline: "Ida Okafor".into(),
        role: "Writer".into(),
        published: now(),
        sector: Sector::other(),
        lang: Lang::en(),
        summary: "A short account of a long matter.".into(),
        markdown: "There are two.".into(),
    };
    let (its, hash) = (picture.clone(), Hash::of(b"piece"));
    let saved = newsroom.store().write(move |c| {
        let (picture, changed_by) = (Some(&its), "Ida Okafor");
        store::piece::put_out(c, &Save { over: None, piece: &piece, picture, hash, changed_by, told: "", now: now() })
    });
    let Saved::As(id) = saved.unwrap() else { panic!("the piece was not saved") };
    (newest, format!("/opinion/{id}-count-the-ferries"))
}

/// How often the page shows a picture whose address has `name`; each time its label is on it and in its words.
fn shown(body: &str, name: &str, path: &str) -> usize {
    let pictures = body.split("<img ").skip(1).filter_map(|rest| rest.split_once('>'));
    let ours = pictures.filter(|(tag, _)| tag.contains(name));
    let told = ours.inspect(|(tag, after)| {
        assert!(tag.contains(&format!("alt=\"{WHOLE}. A ferry")), "{path}: {tag}");
        // Cut to a page's shape it keeps the corner that the label stands in.
        assert!(tag.contains("class=\"plate\""), "{path}: {tag}");
        let over = after.split("</span>").next().unwrap_or_default();
        assert!(over.contains("class=\"pl burnt plate\"") && over.contains(SHORT), "{path}: {over}");
    });
    told.count()
}

#[test]
fn what_ai_made_is_labelled_wherever_it_is_shown() {
    let mut newsroom = TestNewsroom::sample(now()).unwrap();
    newsroom.may_wait = 1;
    let picture = picture(&newsroom);
    let (story, piece) = illustrated(&newsroom, &picture);
    let name: String = picture.blob.hex().chars().take(16).collect();
    let article = format!("/article/{}/{}-{}", story.sector, story.id, story.slug);
    let sector = format!("/sector/{}", story.sector);
    let body = |path: &str| {
        let page = newsroom.get(path).unwrap();
        assert_eq!(page.status, 200, "{path}");
        page.body
    };
    let lists = ["/", sector.as_str(), "/latest", "/byline/desk", "/opinion", "/byline/ida-okafor"];
    for path in lists.into_iter().chain([article.as_str(), piece.as_str()]) {
        assert!(shown(&body(path), &name, path) > 0, "{path} does not show the picture");
    }
    for path in [&article, &piece] {
        let page = body(path);
        let caption = page.split("<figcaption>").nth(1).and_then(|rest| rest.split("</figcaption>").next());
        assert!(caption.is_some_and(|words| words.contains(WHOLE)), "{path}: {caption:?}");
        let meta = |property: &str| {
            let start = format!("<meta property=\"{property}\" content=\"");
            page.split(start.as_str()).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
        };
        let image = meta("og:image");
        assert!(image.contains(&name), "{path}: what is shared is the file that has the label in its pixels: {image}");
        assert!(meta("og:image:alt").contains(WHOLE), "{path}: {}", meta("og:image:alt"));
        let at = image.find("/picture/").unwrap();
        assert_eq!(newsroom.get(&image[at..]).unwrap().status, 200);
        assert!(page.contains("\"digitalSourceType\":"), "{path} says nothing to machines");
    }
    let document = body(&format!("/article/{}/document", story.id));
    assert!(document.contains(&name) && document.contains(WHOLE), "{document}");
    for feed in ["/feed.rss", "/feed.json", "/opinion/feed.rss", "/opinion/feed.json"] {
        // Feeds enclose no picture; one that does shall say what it is.
        let feed_body = body(feed);
        assert!(!feed_body.contains("/picture/") || feed_body.contains(SHORT), "{feed}");
    }
}
