// Screens beside the stories: pieces and their pictures, pictures brought in, tokens, previews, reports, the log, the house.

import assert from 'node:assert/strict';
import { after } from 'node:test';
import { launch } from './chromium.mjs';
import { inNewsroom, invite, join, lookAt, nothingWrong, pageOf, prove, publish, says, send, until } from './desk.mjs';
import { bridgeUnquoted as bridge, joss, mira, seeds } from './invented.mjs';

const browser = await launch();
after(() => browser.close());

// Everybody and everything here is invented.

const nights = {
  headline: 'Shops in Brackwater ask for quiet nights',
  text: [
    'BRACKWATER (Sandpiper Wire) - Shops in Brackwater asked the council on Thursday for quiet nights on Fish Street.',
    'Nella Quarrie of the roads office said 900 lorries a night went through it on their way to the Heron Bridge.',
    'The council will answer in March.',
  ],
};

/** On no death and no crime, and its headline names nobody: a picture by AI may stand beside it. */

const supported = 'The council of Brackwater closed the Tern Bridge to lorries on Monday after engineers found 41 cracks in its deck.';
const contradicted = bridge.text[1].replace('6,200', '8,900');
const unheard = 'The keeper of the bridge rang its bell before the gates were shut.';

const column = {
  title: 'Look under the bridge first',
  role: 'engineer in Skelby',
  summary: 'A town that cannot see the beams of its own bridge should not be drawing the next one. It should buy a ladder.',
  body: ['## What lies beneath', supported, contradicted, unheard].join('\n\n'),
};

const photo = {
  alt: 'Two lorries wait before a closed bridge',
  caption: 'The Tern Bridge on Monday evening',
  credit: 'Tove Marling',
  rights: 'ours, without end',
  making: 'A photograph',
};

const numberOf = (story) => /\/story\/(\d+)/.exec(story)[1];

/** A day some days from now, as a field of days holds it, in the house's zone, which is UTC. */
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, '2026-01-31'.length);

/** Looks at pages of the desk, by name and address. */
const looker = (t, page, room) => async (name, address) => {
  if (address) await page.goto(new URL(address, room.origin).href);
  await lookAt(t, page, name);
};

// Pieces.

const pieceForm = (page) => page.locator('form[action="/desk/pieces/save"]');

/** Fills in the form of a piece. */
async function write(page, fields) {
  for (const [name, words] of Object.entries(fields)) await page.locator(`#${name}`).fill(words);
}

/** Opens the form of a new piece and fills it in. */
async function begin(page, room) {
  await page.goto(`${room.origin}/desk/pieces`);
  await page.getByRole('link', { name: 'Write something new' }).click();
  await page.getByLabel('Kind').selectOption({ label: 'Opinion' });
  await page.getByLabel('Sector').selectOption({ label: 'Politics' });
  await page.getByLabel('Language').selectOption('en');
  await write(page, column);
}

/** Presses a button of the piece's form, with a code where one is wanted. */
async function press(person, button, outcome) {
  const form = pieceForm(person.page);
  if (button === 'Put on the site') await prove(form, person);
  await form.getByRole('button', { name: button, exact: true }).click();
  await says(person.page, outcome);
}

// Pictures.

/** A JPEG as a camera might make it, drawn on a canvas of the page. */
async function jpeg(page) {
  const url = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 800 });
    const pen = canvas.getContext('2d');
    const sky = pen.createLinearGradient(0, 0, 1200, 800);
    for (const [at, colour] of [[0, '#f4c38a'], [0.5, '#5f8fb0'], [1, '#1d2b3a']]) sky.addColorStop(at, colour);
    pen.fillStyle = sky;
    pen.fillRect(0, 0, 1200, 800);
    return canvas.toDataURL('image/jpeg', 0.9);
  });
  const bytes = Buffer.from(url.split(',')[1], 'base64');
  assert.equal(bytes.readUInt16BE(), 0xffd8, 'a JPEG begins so');
  return { name: 'bridge.jpg', mimeType: 'image/jpeg', buffer: bytes };
}

const text = (name, mimeType, words) => ({ name, mimeType, buffer: Buffer.from(words) });

/** Says of a picture what its form asks. */
async function describe(page, { making, ...lines }) {
  await write(page, lines);
  await page.getByLabel('How was it made?').selectOption({ label: making });
}

/** What the form of a picture holds. */
const described = (page) => page.locator('form[enctype] :is(input, select):not([type=hidden], [type=file])').evaluateAll((all) =>
  Object.fromEntries(all.map(({ name, value, selectedOptions }) => [name, selectedOptions ? selectedOptions[0].text : value])));

/** Sends the form with a file. Making its sizes takes a while. */
async function bringIn(page, file, outcome) {
  await page.locator('#file').setInputFiles(file);
  const sent = page.waitForResponse((answer) => answer.request().method() === 'POST', { timeout: 60_000 });
  await Promise.all([sent, page.getByRole('button', { name: 'Bring it in' }).click()]);
  await says(page, outcome);
}

/** The browser could show the picture. */
const isShown = (image) => until('the picture to be shown', async () => {
  await image.scrollIntoViewIfNeeded();
  return image.evaluate(({ complete, naturalWidth }) => complete && naturalWidth > 0);
});

/** The picture of a page for readers, in all its sizes. Gives its words: what stands under it, and for those who hear it. */
async function pictureOf(page) {
  const figure = page.locator('figure[data-block~=picture]');
  const image = figure.locator('img');
  await isShown(image);
  const sizes = (await image.getAttribute('srcset')).split(', ').map((size) => size.split(' '));
  assert.deepEqual(sizes.map(([, width]) => width), ['400w', '800w', '1200w']);
  for (const [path, width] of sizes) {
    const answer = await fetch(new URL(path, page.url()));
    assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'image/jpeg'], width);
  }
  return { figure, caption: await figure.locator('figcaption').innerText(), alt: await image.getAttribute('alt') };
}

/** Publishes what was given a picture by AI: it goes out only once it is known what the story is about. */
const publishOnceTagged = (one, story) => until('the story to be tagged', async () => {
  await one.page.goto(story);
  try {
    await publish(one);
    return true;
  } catch (error) {
    if (/still being checked/.test(error.message)) return false;
    throw error;
  }
});

inNewsroom('the day of a piece: a draft, held against a report, let out with a picture, changed in the open, withdrawn', async (room, t) => {
  const one = await join(browser, room, room.link, mira);
  const { page } = one;
  const look = looker(t, page, room);
  const story = await send(one, room, 'rss', bridge);
  await look('pieces, none yet', '/desk/pieces');
  await look('piece, new', '/desk/pieces/new');

  await begin(page, room);
  await press(one, 'Keep as a draft', /^Kept as a draft/);
  const piece = page.url().split('?')[0];
  const number = /\/pieces\/(\d+)$/.exec(piece)[1];
  assert.match(await page.locator('.top').innerText(), /readers have nothing of it/);
  assert.equal((await fetch(`${room.origin}/opinion/${number}`)).status, 404, 'readers have a draft');

  await page.getByText('Check it against sources').click();
  await page.getByLabel('Numbers of stories').fill('none of them');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await says(page, /“none” is no number of a story/);
  await look('piece, a check refused');
  await page.getByLabel('Numbers of stories').fill(numberOf(story));
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByRole('heading', { name: 'Against sources' }).waitFor();
  // A sentence may be quoted beside another.
  const line = (words) => page.locator('article.report', { has: page.locator('p[lang]', { hasText: words }) });
  for (const [words, verdict] of [[supported, /supported/i], [contradicted, /contradicted/i], [unheard, /not found/i]]) {
    assert.match(await line(words).locator('.v').innerText(), verdict, words);
  }
  assert.match(await line(contradicted).innerText(), /6,200/, 'the source’s number stands there');
  assert.match(await line(supported).locator('.source').first().innerText(), /Brackwater Press/);
  assert.equal(await page.locator('#body').inputValue(), column.body, 'what was typed is gone');
  await look('piece, held against a report');

  await page.getByRole('link', { name: 'Its picture' }).click();
  await describe(page, photo);
  await bringIn(page, await jpeg(page), /picture is kept as a draft/);
  await isShown(page.locator('.proof img'));
  await look('piece, its picture');

  await page.goto(piece);
  await write(page, { body: column.body.replace('8,900', '6,200') });
  await press(one, 'Put on the site', /^Saved/);
  const address = new URL(await page.getByRole('link', { name: 'The page that readers see' }).getAttribute('href'), page.url()).href;
  await page.goto(address);
  assert.equal(await page.locator('[data-block~=headline]').innerText(), column.title);
  const label = await page.locator('[data-block~=label]').innerText();
  assert.match(label, /Opinion[^]*written by Mira Tolland/i);
  assert.doesNotMatch(label, /software|\bAI\b/, 'a person’s text bears a machine’s label');
  assert.match(await page.locator('[data-block~=byline]').innerText(), /Mira Tolland[^]*engineer in Skelby/);
  const shown = await pictureOf(page);
  assert.ok(shown.caption.includes(photo.caption) && shown.caption.includes(photo.credit), shown.caption);
  assert.equal(await page.locator('[data-block~=history]').count(), 0, 'nothing was changed yet');
  await look('piece, for readers');

  const told = 'An earlier version said that the bell was rung by its keeper.';
  await page.goto(piece);
  await write(page, { body: column.body.replace('8,900', '6,200').replace('The keeper of the bridge rang its', 'A boy rang the'), told });
  await look('piece, on the site');
  await press(one, 'Put on the site', /^Saved/);
  await page.goto(address);
  assert.ok((await page.locator('[data-block~=history]').innerText()).includes(told));
  assert.match(await page.locator('[data-block~=body]').innerText(), /A boy rang the bell/);
  await look('piece, for readers, changed');
  await page.goto(`${room.origin}/corrections`);
  const correction = page.locator('main li', { hasText: told });
  assert.equal(await correction.getByRole('link', { name: column.title }).count(), 1, 'it stands among the corrections');
  await look('corrections, for readers');
  await look('corrections, with a piece', '/desk/corrections');
  assert.match(await page.locator('tr', { hasText: told }).innerText(), /Look under the bridge first[^]*Mira Tolland/);

  await page.goto(piece);
  await page.getByRole('link', { name: 'Its former texts' }).click();
  const kept = await page.locator('.revs > li').allInnerTexts();
  assert.match(kept[0], /Let out[^]*readers have it/i);
  assert.ok(kept[0].includes(`Readers are told: ${told}`), kept[0]);
  assert.match(kept[1], /Let out[^]*readers had it/i);
  assert.match(kept.at(-1), /Kept as a draft[^]*not what readers had/i);
  const newest = page.locator('.revs > li').first();
  assert.ok((await newest.locator('del').count()) > 0 && (await newest.locator('ins').count()) > 0, 'what differs is marked');
  await look('piece, its former texts');

  await page.goto(piece);
  const form = page.locator('form[action="/desk/pieces/withdraw"]', { has: page.locator('#reason') });
  await page.locator('details', { has: form }).locator('summary').click();
  await form.getByLabel('Reason').fill('its writer sits on the council');
  await prove(form, one);
  page.once('dialog', (dialog) => dialog.accept());
  await form.getByRole('button', { name: 'Withdraw' }).click();
  await says(page, /^Withdrawn/);
  await page.getByText(column.title, { exact: true }).click();
  assert.ok(await page.getByLabel('Its text').isVisible(), 'the desk keeps its text');
  await look('pieces, one withdrawn');
  const answer = await page.goto(address);
  assert.equal(answer.status(), 410);
  const excuse = await page.locator('main').innerText();
  assert.match(excuse, /The editors withdrew this piece/);
  assert.doesNotMatch(excuse, /rang the bell|What lies beneath/, 'the withdrawn text is told');
  await look('piece, withdrawn, for readers');
  assert.ok(!(await (await fetch(`${room.origin}/corrections`)).text()).includes(told), 'what is gone is corrected no more');
  nothingWrong(one);
});

inNewsroom('a picture is brought in beside a story; what is no picture is refused, and what was typed stays', async (room, t) => {
  const one = await join(browser, room, room.link, mira);
  const { page } = one;
  const look = looker(t, page, room);
  const story = await send(one, room, 'rss', bridge);
  await page.goto(`${story}/about`);
  await page.getByRole('link', { name: /^Bring in/ }).click();
  await look('upload');
  const file = await jpeg(page);
  await describe(page, photo);
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><script>alert(1)</script></svg>';
  const html = '<!doctype html><html><body><script>alert(2)</script></body></html>';
  const refused = [
    [text('plan.svg', 'image/svg+xml', svg), /^This is an SVG\. Save the picture as JPEG/],
    [text('bridge.jpg', 'image/jpeg', html), /^This is a page\. Save the picture as JPEG/],
    [{ ...file, buffer: file.buffer.subarray(0, file.buffer.length / 2) }, /^The end of this file is missing/],
  ];
  for (const [wrong, why] of refused) {
    await bringIn(page, wrong, why);
    assert.deepEqual(await described(page), photo, `what was typed is gone after ${wrong.name}`);
  }
  await look('upload, refused');
  await bringIn(page, file, /stands beside the newest draft/);
  const image = page.locator('.proof img');
  await isShown(image);
  assert.deepEqual(await image.evaluate(({ alt, naturalWidth, naturalHeight }) => [alt, naturalWidth, naturalHeight]), [photo.alt, 1200, 800]);
  const record = await page.getByRole('region', { name: 'On record' }).innerText();
  for (const words of [photo.making, photo.credit, photo.rights]) assert.ok(record.includes(words), `${words}: ${record}`);
  assert.doesNotMatch(record, /in its pixels/, 'a photograph is labelled');
  await look('upload, brought in');
  await page.goto(story);
  await publish(one);
  await page.goto(await pageOf(one));
  const shown = await pictureOf(page);
  assert.equal(shown.alt, photo.alt);
  assert.ok(shown.caption.includes(photo.caption) && shown.caption.includes(`Picture: ${photo.credit}`), shown.caption);
  assert.doesNotMatch(shown.caption, /software|\bAI\b/, 'a photograph bears a machine’s label');
  assert.equal(await shown.figure.locator('.pl').count(), 0, 'and one on it');
  await look('story with a photograph, for readers');

  const other = await send(one, room, 'ninjs', seeds);
  await page.goto(`${other}/upload`);
  const made = { ...photo, alt: 'Jars of grain on a shelf', caption: 'At the seed bank', making: 'Made by AI' };
  await describe(page, made);
  await bringIn(page, file, /stands beside the newest draft/);
  assert.match(await page.getByRole('region', { name: 'On record' }).innerText(), /AI label[^]*in its pixels/);
  await look('upload, made by AI');
  await publishOnceTagged(one, other);
  await page.goto(await pageOf(one));
  const drawn = await pictureOf(page);
  assert.match(drawn.caption, /At the seed bank AI-generated; shows no real event or place\./);
  assert.equal(drawn.alt, `AI-generated; shows no real event or place. ${made.alt}`);
  assert.equal(await drawn.figure.locator('.pl').textContent(), 'AI-generated', 'the label on it');
  await look('story with a picture by AI, for readers');
  nothingWrong(one);
});

inNewsroom('a token is shown once, lets a program in, and lets it in no more once it is ended', async (room, t) => {
  const one = await join(browser, room, room.link, mira);
  const { page } = one;
  const look = looker(t, page, room);
  await send(one, room, 'rss', bridge);
  await page.goto(`${room.origin}/desk/people`);
  await page.getByRole('link', { name: 'Tokens for programs' }).click();
  assert.match(await page.locator('main').innerText(), /programs are not let in/);
  await look('tokens, none yet');
  const form = page.locator('form.plain');
  const make = async (name) => {
    await form.getByLabel('What uses it').fill(name);
    await prove(form, one);
    await form.getByRole('button', { name: 'Make a token' }).click();
  };
  await make('planning calendar');
  await says(page, /without a scope/);
  await look('tokens, refused');
  await form.locator('[name=scope][value=read]').check();
  await make('planning calendar');
  const token = await page.locator('.told .secret').innerText();
  assert.match(token, /^dl_\w+/);
  await look('tokens, one made');
  await page.goto(`${room.origin}/desk/tokens`);
  assert.ok(!(await page.content()).includes(token), 'it is shown twice');

  const ask = async (headers) => {
    const answer = await fetch(`${room.origin}/desk/api/stories`, { headers });
    return { status: answer.status, kind: answer.headers.get('content-type'), body: await answer.json() };
  };
  const bearer = { authorization: `Bearer ${token}` };
  const given = await ask(bearer);
  assert.deepEqual([given.status, given.kind], [200, 'application/json']);
  assert.equal(given.body.stories.length, 1);
  assert.ok(JSON.stringify(given.body.stories).includes(bridge.headline));
  const refused = async (headers, why) => {
    const { status, kind, body } = await ask(headers);
    assert.deepEqual([status, kind], [401, 'application/problem+json'], why);
    assert.ok(!JSON.stringify(body).includes(bridge.headline), why);
  };
  await refused({}, 'without a token');
  await refused({ authorization: `Bearer dl_${'0'.repeat(64)}` }, 'with one that nobody made');
  await page.reload();
  const row = page.locator('tr', { hasText: 'planning calendar' });
  assert.doesNotMatch(await row.innerText(), /never/, 'its use is not told');
  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'End planning calendar' }).click();
  await says(page, /^Done/);
  assert.match(await row.innerText(), /ended/);
  await look('tokens, one ended');
  await refused(bearer, 'with one that is ended');
  nothingWrong(one);
});

inNewsroom('a held story is seen as readers will see it, by the desk alone', async (room, t) => {
  const one = await join(browser, room, room.link, mira);
  const { page } = one;
  const look = looker(t, page, room);
  const story = await send(one, room, 'rss', bridge);
  const hidden = async () => assert.equal((await fetch(`${room.origin}/article/${numberOf(story)}`)).status, 404, 'readers have it');
  await page.goto(story);
  const here = async () => {
    await page.getByRole('link', { name: 'Preview', exact: true }).click();
    return page.locator('[data-block~=preview]').innerText();
  };
  assert.match(await here(), /readers do not see this/);
  assert.equal(await page.locator('[data-block~=headline]').innerText(), bridge.headline);
  assert.match(await page.locator('[data-block~=label]').innerText(), /written by software[^]*not reviewed by an editor/i);
  assert.match(await page.locator('[data-block~=body]').innerText(), /6,200 vehicles/);
  assert.ok((await page.evaluate(() => document.styleSheets.length)) > 0, 'its policy keeps its own style out');
  await look('preview');
  await hidden();
  const stranger = await fetch(`${story}/preview`, { redirect: 'manual' });
  assert.equal(stranger.status, 303);
  assert.match(stranger.headers.get('location'), /^\/desk\/in/, 'who is not signed in sees it');
  await page.getByRole('link', { name: 'Back to the desk' }).click();
  assert.equal(page.url(), story);
  await hidden();
  await publish(one);
  assert.match(await here(), /this text is on the site/);
  // A request that left for elsewhere, or what the page's policy stopped, would be among the faults.
  nothingWrong(one);
});

inNewsroom('a report of no story says why; the log goes by story and by day, and so does its file', async (room, t) => {
  const one = await join(browser, room, room.link, mira);
  const { page } = one;
  const look = looker(t, page, room);
  const story = await send(one, room, 'rss', bridge);
  const number = numberOf(story);
  const embargo = new Date(Date.now() + 86_400_000).toISOString();
  room.wire.ninjs.unshift({ id: 'embargoed', at: Date.now() - 60_000, embargo, ...seeds });
  await room.pull();
  const link = page.locator('.row h2 a', { hasText: seeds.headline });
  await until('the report among those that come in', async () => {
    await page.goto(`${room.origin}/desk?list=incoming`);
    return link.count();
  });
  await link.click();
  await page.getByRole('heading', { name: seeds.headline, level: 1 }).waitFor();
  const words = await page.locator('main').innerText();
  assert.match(words, /Under embargo until/);
  assert.match(words, /In no story\. It is under embargo until/);
  assert.match(words, /312 kinds of barley[^]*18 farms/);
  await look('report, under embargo');
  await page.getByRole('link', { name: 'Sandpiper Wire' }).click();
  assert.match(await page.locator('tr', { hasText: seeds.headline }).innerText(), /none/);
  await look('source, a report of no story');
  await page.goto(`${room.origin}/desk/sources/brackwater`);
  await page.getByRole('link', { name: bridge.headline }).click();
  assert.equal(await page.getByRole('link', { name: `story ${number}`, exact: true }).getAttribute('href'), `/desk/story/${number}`);
  await look('report, of a story');

  await page.goto(await send(one, room, 'ninjs', nights));
  for (const address of [page.url(), story]) {
    await page.goto(address);
    await page.getByLabel('Reason', { exact: true }).first().fill('mine');
    await page.getByRole('button', { name: 'Claim', exact: true }).click();
    await says(page, /It is yours/);
  }
  const rows = page.locator('main tbody tr');
  const filter = async (asked) => {
    await page.goto(`${room.origin}/desk/log`);
    const form = page.locator('form.filter');
    for (const [name, value] of Object.entries(asked)) await form.locator(`[name=${name}]`).fill(value);
    await form.getByRole('button', { name: 'Filter' }).click();
    await page.waitForURL(/[?&]from=/);
  };
  await page.goto(`${room.origin}/desk/log`);
  const whole = await rows.count();
  const asked = { story: number, from: day(-1), to: day(1) };
  await filter(asked);
  const shown = await rows.allInnerTexts();
  assert.ok(shown.length > 0 && shown.length < whole, `${shown.length} rows of ${whole}`);
  for (const row of shown) assert.match(row, new RegExp(`story ${number}\\b`));
  await look('log, of a story and some days');
  const file = new URL(await page.getByRole('link', { name: 'These rows as CSV' }).getAttribute('href'), page.url());
  assert.equal(file.pathname, '/desk/log.csv');
  assert.deepEqual(Object.fromEntries(file.searchParams), asked);
  const reviews = new URL(await page.getByRole('link', { name: 'Labels and reviews as CSV' }).getAttribute('href'), page.url());
  assert.deepEqual(Object.fromEntries(reviews.searchParams), { from: asked.from, to: asked.to });
  const csv = await page.evaluate(async (href) => (await fetch(href)).text(), file.href);
  const [head, ...lines] = csv.split('\r\n').filter(Boolean);
  assert.match(head, /"thing","thing id"/);
  assert.equal(lines.length, shown.length, 'as many rows as on the screen');
  for (const line of lines) assert.ok(line.includes(`"story","${number}"`), line);
  await filter({ from: day(-9), to: day(-8) });
  assert.match(await page.locator('main').innerText(), /Nothing here is like that/);
  await look('log, nothing like that');
  await page.goto(`${room.origin}/desk/log?story=the+bridge`);
  assert.match(await page.locator('main').innerText(), /Give the story’s number/);
  await look('log, refused');
  for (const place of ['log', 'jobs', 'sources', 'people']) await look(place, `/desk/${place}`);
  nothingWrong(one);
});

const house = `
[policy]
four_eyes = true

[[edition]]
slug = "islands"
name = "Islands edition"
language = "en"
zone = "Atlantic/Reykjavik"
countries = ["FO", "IS"]
`;

inNewsroom('in a house with an edition and four eyes a piece goes out by another than who wrote it', async (room, t) => {
  const one = await join(browser, room, room.link, mira);
  const two = await join(browser, room, await invite(one, room, joss.email, 'editor'), joss);
  const look = looker(t, one.page, room);
  await look('house, with an edition', '/desk/house');
  assert.match(await one.page.locator('tr', { hasText: 'Four eyes' }).innerText(), /another than who changed it last/);
  const edition = one.page.getByRole('link', { name: 'Islands edition', exact: true });
  assert.match(await one.page.locator('tr', { has: edition }).innerText(), /Atlantic\/Reykjavik/);
  assert.equal((await fetch(new URL(await edition.getAttribute('href'), room.origin))).status, 200);

  // An edition made at the desk has its home at once; the menu is arranged, and readers find it so.
  await one.page.goto(`${room.origin}/desk/house`);
  await one.page.getByRole('link', { name: 'Make an edition' }).click();
  await lookAt(t, one.page, 'an edition, new');
  await one.page.getByLabel('Name').fill('Édition française');
  await one.page.getByLabel('Address').fill('fr');
  await one.page.getByLabel('Language').fill('fr');
  await one.page.getByLabel('Zone of its times').fill('Europe/Nowhere');
  await one.page.getByLabel('Reason').fill('readers asked for it');
  await one.page.getByRole('button', { name: 'Save' }).click();
  await lookAt(t, one.page, 'an edition, refused');
  assert.match(await one.page.locator('main').innerText(), /Give its zone by name/);
  await one.page.getByLabel('Zone of its times').fill('Europe/Paris');
  await one.page.getByLabel('Sport').check();
  await one.page.getByRole('button', { name: 'Save' }).click();
  await says(one.page, /Arranged; readers find it so/);
  await lookAt(t, one.page, 'house, arranged here');
  assert.match(await (await fetch(`${room.origin}/fr`)).text(), /<html lang="fr"/);
  await one.page.getByRole('link', { name: 'Arrange the menu' }).click();
  await lookAt(t, one.page, 'menu');
  await one.page.getByLabel('Words of link 1').fill('Harbour shop');
  await one.page.getByLabel('Where link 1 leads').fill('https://shop.example/');
  await one.page.getByLabel('Reason').fill('the shop opens');
  await one.page.getByRole('button', { name: 'Save' }).click();
  await says(one.page, /Arranged/);
  assert.match(await (await fetch(`${room.origin}/`)).text(), /shop\.example[^]*Harbour shop/);

  await begin(one.page, room);
  await press(one, 'Put on the site', /keep your text as a draft, and somebody else lets it out/);
  assert.equal(await one.page.locator('#body').inputValue(), column.body, 'what was typed is gone');
  await press(one, 'Keep as a draft', /^Kept as a draft/);
  await press(one, 'Put on the site', /^You changed this text last/);
  await look('piece, refused to its writer');
  await two.page.goto(`${room.origin}/desk`);
  assert.match(await two.page.locator('main').innerText(), /1 piece waits for a second pair of eyes/);
  await lookAt(t, two.page, 'queue, a piece waits');
  await two.page.getByRole('link', { name: '1 piece waits' }).click();
  await two.page.getByRole('link', { name: column.title }).click();
  await press(two, 'Put on the site', /^Saved/);
  const address = await two.page.getByRole('link', { name: 'The page that readers see' }).getAttribute('href');
  assert.equal((await fetch(new URL(address, room.origin))).status, 200);
  nothingWrong(one);
  nothingWrong(two);
}, { more: house });
