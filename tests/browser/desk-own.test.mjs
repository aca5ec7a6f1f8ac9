// What people at the desk make and set themselves: their own stories with sources and particulars, redirects, views, passkeys.

import assert from 'node:assert/strict';
import { after } from 'node:test';
import { launch } from './chromium.mjs';
import { field, inNewsroom, join, keyboard, lookAt, nothingWrong, pageOf, prove, publish, retype, save, says, send, until, visit } from './desk.mjs';
import { bridge, mira, seeds } from './invented.mjs';

const browser = await launch();
after(() => browser.close());

// Everybody and everything here is invented.

const arabic = {
  headline: 'بلدية تل الريحان تفتتح مكتبة عامة تضم 12 ألف كتاب',
  text: [
    'تل الريحان (برق الساحل) - افتتحت بلدية تل الريحان يوم الثلاثاء مكتبة عامة تضم 12 ألف كتاب في مبنى المحطة القديمة.',
    'وقالت مديرة المكتبة سلمى الدوري إن المكتبة ستفتح أبوابها ستة أيام في الأسبوع.',
    'وبلغت كلفة ترميم المبنى 3 ملايين دينار، بحسب البلدية.',
  ],
};

const letter = {
  name: 'Letter of the Heron Bridge toll house',
  text: 'The toll house of the Heron Bridge counted 212 lorries in one night.\n\nIts keeper asked the council for a second barrier.',
};

/** Begins a story as a person does, and leaves the page at its sources. Gives the address of its text. */
async function begin(page, room, { headline, kind }) {
  await page.goto(`${room.origin}/desk`);
  await page.getByRole('link', { name: 'Begin a story' }).click();
  await page.getByLabel('Headline').fill(headline);
  await page.getByLabel('Kind').selectOption({ label: kind });
  await page.getByLabel('Language').selectOption('en');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await says(page, /Begun/);
  return page.url().replace(/\/sources\b.*/, '');
}

/** Looks for a report by words of its headline and puts it under a story, from the story's page of sources. */
async function putUnder(page, words, { headline }) {
  await page.getByLabel('Words of its headline, or the number of its story').fill(words);
  await page.getByRole('button', { name: 'Look', exact: true }).click();
  await page.waitForURL(/[?&]words=/);
  assert.equal(await page.locator('input[name=report]').count(), 1, `reports like “${words}”`);
  await page.getByRole('checkbox', { name: headline }).check();
  await page.locator('form', { has: page.locator('input[name=report]') }).getByRole('button', { name: 'Add as a source' }).click();
  await says(page, /checked against what stands here now/);
}

/** Gives a text by hand, from the story's page of sources. */
async function give(page, { name, text }, outcome = /checked against what stands here now/) {
  const form = page.locator('form', { has: page.locator('textarea[name=text]') });
  await form.getByLabel('What it is, and whose').fill(name);
  await form.getByLabel('Its words').fill(text);
  await form.getByRole('button', { name: 'Add as a source' }).click();
  await says(page, outcome);
}

/** Sets what the About screen of a story has, by the words of its labels. */
async function setAbout(page, story, values, outcome = /^Set\. What you set of/) {
  await page.goto(`${story}/about`);
  const form = page.locator('form[action$="/tags"]');
  for (const [label, value] of Object.entries(values)) {
    const named = form.getByLabel(label, { exact: true });
    const chosen = await named.evaluate((element) => element.localName === 'select');
    await (chosen ? named.selectOption({ label: value }) : named.fill(value));
  }
  await form.getByRole('button', { name: 'Set', exact: true }).click();
  await says(page, outcome);
}

const numberOf = (story) => /\/story\/(\d+)/.exec(story)[1];

/** A time some hours from now as a field holds it, in the house's zone, which is UTC, and as the desk tells it. */
function inHours(hours) {
  const at = new Date(Date.now() + hours * 3600_000);
  const day = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const value = at.toISOString().slice(0, '2026-01-31T09:30'.length);
  return { value, told: `${day}, ${value.slice(-'09:30'.length)}` };
}

inNewsroom('a story of one’s own: begun, put on a report and a letter, written, checked, published with a review', async (room) => {
  const one = await join(browser, room, room.link, mira);
  const { page } = one;
  await send(one, room, 'ninjs', seeds);
  await send(one, room, 'rss', bridge);
  const story = await begin(page, room, { headline: bridge.headline.replace('41', '14'), kind: 'Analysis' });
  assert.match(await page.locator('.draft').innerText(), /Nothing stands under it yet/);
  await putUnder(page, 'TERN bridge', bridge);
  await give(page, letter);
  const under = await page.locator('.draft .row').allInnerTexts();
  assert.equal(under.length, 2);
  for (const row of under) assert.match(row, /put here by hand/);
  assert.ok(under.some((row) => /Brackwater Press/.test(row)) && under.some((row) => row.includes(letter.name)), under.join('\n'));
  await page.goto(`${room.origin}/desk?list=incoming`);
  assert.match(await page.locator('main').innerText(), /Every report has its story/, 'a text given by hand is on its way to no story');

  await page.goto(`${story}/sources`);
  await page.getByRole('link', { name: 'To its text' }).click();
  await page.locator('[data-part=headline] .s.no').waitFor();
  const [first, second, , fourth] = bridge.text;
  const opening = first.replace(/^.* - /, '');
  const body = [opening, second.replace('6,200', '8,900'), letter.text.split('\n')[0], fourth].join('\n\n');
  await (await field(page, 'body')).fill(body);
  const wrong = page.locator('[data-part=body] li', { has: page.locator('.s.no') });
  await wrong.waitFor();
  assert.match(await wrong.innerText(), /contradicted[^]*6,200/, 'told before it is saved');
  await retype(page, 'body', '8,900', '6,200');
  await retype(page, 'headline', '14', '41');
  await (await field(page, 'summary')).fill(fourth);
  const verdicts = () => page.locator('.s').evaluateAll((all) => all.map(({ className }) => className).join());
  await until('six sentences to be supported', async () => (await verdicts()) === Array(6).fill('s ok').join());
  await save(page);
  assert.match(await page.locator('.top .meta').innerText(), /supported[^]*by Mira Tolland/);
  await page.locator('.s', { hasText: '212 lorries' }).click();
  await page.locator('#evidence .source', { hasText: '212 lorries' }).waitFor();
  assert.match(await page.locator('#evidence').innerText(), /Given to the desk/);
  await publish(one);

  await page.goto(await pageOf(one));
  const label = await page.locator('[data-block~=label]').innerText();
  assert.match(label, /written by Mira Tolland/i);
  assert.match(label, /analysis/i);
  assert.doesNotMatch(label, /software|\bAI\b/i, 'a person’s text bears a machine’s label');
  const byline = await page.locator('[data-block~=byline]').innerText();
  assert.match(byline, /Mira Tolland/);
  assert.doesNotMatch(byline, /Ledger desk/, 'signed by the desk’s software');
  assert.ok((await page.locator('[data-block~=sources]').innerText()).includes(letter.name), 'readers see what the letter is');
  for (const [words, whose] of [['6,200 vehicles', 'Brackwater Press'], ['212 lorries', 'Given to the desk']]) {
    await page.locator('[data-block~=body] p.t', { hasText: words }).locator('a').click();
    const entry = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
    assert.ok(await entry.isVisible(), `the mark at “${words}” opens nothing`);
    const shown = await entry.innerText();
    assert.ok(shown.includes(words) && shown.includes(whose), `“${words}” of ${whose}: ${shown}`);
  }
  await page.goto(room.origin);
  const front = await page.locator('main').innerText();
  assert.ok(front.includes(bridge.headline));
  assert.doesNotMatch(front, /written by software|written with ai/i);
  nothingWrong(one);
});

inNewsroom('under an embargo a story cannot be published, and its page says until when', async (room) => {
  const one = await join(browser, room, room.link, mira);
  const { page } = one;
  const story = await send(one, room, 'ninjs', seeds);
  const end = inHours(2);
  await setAbout(page, story, { 'Embargo until': '2020-01-01T09:00', Byline: 'Joss Pellinger' }, /time is over/);
  assert.equal(await page.getByLabel('Byline').inputValue(), 'Joss Pellinger', 'what was typed is gone');
  await setAbout(page, story, { 'Embargo until': end.value, Reason: 'as agreed with the seed bank' });
  await page.goto(story);
  assert.ok((await page.locator('.top .meta').innerText()).includes(`embargo until ${end.told}`));
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Review and publish' }) });
  await form.getByLabel('I compared the facts').check();
  await form.getByLabel('I looked at the sources').check();
  await prove(form, one);
  await form.getByRole('button', { name: 'Review and publish' }).click();
  await says(page, /under the desk.s embargo until/);
  assert.ok((await page.locator('.told').innerText()).includes(end.told), 'and until when');
  assert.equal((await fetch(`${room.origin}/article/${numberOf(story)}`)).status, 404);

  await setAbout(page, story, { 'Embargo until': '' });
  await page.goto(story);
  assert.doesNotMatch(await page.locator('.top').innerText(), /embargo/);
  await publish(one);
  assert.equal((await fetch(await pageOf(one))).status, 200);
  await page.goto(`${story}/about`);
  assert.equal(await page.getByLabel('Embargo until').count(), 0, 'too late for one');
  nothingWrong(one);
});

inNewsroom('particulars of a page that is out: dateline, byline, kind and address; the old address leads to the new', async (room) => {
  const one = await join(browser, room, room.link, mira);
  const { page } = one;
  const story = await send(one, room, 'rss', bridge);
  await page.goto(story);
  await publish(one);
  const old = await pageOf(one);
  const byline = 'Joss Pellinger in Skelby';
  await setAbout(page, story, { Country: 'QQ', Byline: byline }, /no country’s code/);
  assert.equal(await page.getByLabel('Byline').inputValue(), byline, 'what was typed is gone');
  assert.equal((await fetch(old)).status, 200);
  await setAbout(page, story, {
    Place: 'Skelby',
    Country: 'no',
    Byline: byline,
    Kind: 'Explainer',
    'Words of its address': 'Tern Bridge, closed!',
    Reason: 'the reporter is in Skelby',
  });
  assert.equal(await page.getByLabel('Words of its address').inputValue(), 'tern-bridge-closed');
  const address = await pageOf(one);
  assert.match(address, /\/\d+-tern-bridge-closed$/);
  const answer = await fetch(old, { redirect: 'manual' });
  assert.equal(answer.status, 301);
  assert.equal(new URL(answer.headers.get('location'), old).href, address);
  await page.goto(old);
  assert.equal(page.url(), address);
  const named = await page.locator('[data-block~=byline]').innerText();
  for (const words of [byline, 'Skelby', 'Ledger desk']) assert.ok(named.includes(words), `${words}: ${named}`);
  assert.match(await page.locator('[data-block~=country]').innerText(), /Filed from[^]*Norway/);
  assert.match(await page.locator('[data-block~=body] p.t').first().innerText(), /^Skelby/i, 'the dateline begins the text');
  assert.match(await page.locator('[data-block~=label]').innerText(), /checked by Mira Tolland[^]*explainer/i, 'and it is a machine’s text still');
  await page.goto(`${story}/log`);
  assert.match(await page.locator('main').innerText(), /the reporter is in Skelby/);
  nothingWrong(one);
});

inNewsroom('an address leads elsewhere until that is taken back, without scripts too', async (room) => {
  const one = await join(browser, room, room.link, mira, { scripts: false });
  const { page } = one;
  const story = await send(one, room, 'ninjs', seeds);
  await page.goto(story);
  await publish(one);
  const address = await pageOf(one);
  const printed = '/2019/05/seed-bank';
  await page.goto(`${room.origin}/desk/house`);
  await page.getByRole('link', { name: 'Addresses that lead elsewhere' }).click();
  const form = page.locator('form.plain');
  const set = async (path, target, outcome) => {
    await form.getByLabel('Address').fill(path);
    await form.getByLabel('leads to').fill(target);
    await form.getByLabel('Reason').fill('as the old site had it');
    await form.getByRole('button', { name: 'Set', exact: true }).click();
    await says(page, outcome);
  };
  await set('https://elsewhere.example/', numberOf(story), /begins with a slash/);
  assert.equal(await form.getByLabel('Address').inputValue(), 'https://elsewhere.example/', 'what was typed is gone');
  await set(printed, numberOf(story), /^Done/);
  await page.goto(room.origin + printed);
  assert.equal(page.url(), address);
  await page.goto(`${room.origin}/desk/redirects`);
  const row = page.locator('tr', { hasText: printed });
  assert.match(await row.innerText(), /Mira Tolland/);
  await row.getByRole('button', { name: `Take back ${printed}` }).click();
  await says(page, /^Done/);
  assert.match(await page.locator('main').innerText(), /There is none yet/);
  assert.equal((await page.goto(room.origin + printed)).status(), 404);
  nothingWrong(one);
});

inNewsroom('a view of the queue is kept, used and forgotten, by mouse and by keys', async (room) => {
  const one = await join(browser, room, room.link, mira);
  const { page } = one;
  await setAbout(page, await send(one, room, 'rss', bridge), { Sector: 'Politics' });
  await setAbout(page, await send(one, room, 'ninjs', seeds), { Sector: 'Science & Environment' });
  const name = 'Town hall';
  const view = page.locator('.views').getByRole('link', { name });
  const only = async (headline) => assert.deepEqual(await page.locator('.row h2').allInnerTexts(), [headline]);

  await page.goto(`${room.origin}/desk`);
  assert.equal(await page.locator('.row').count(), 2);
  assert.equal(await page.locator('.views').count(), 0, 'nothing to keep without a filter');
  await page.locator('.filter select[name=sector]').selectOption({ label: 'Politics' });
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.waitForURL(/sector=politics/);
  await only(bridge.headline);
  await page.getByLabel('Keep this view as').fill(name);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await says(page, /^Done/);
  await page.goto(`${room.origin}/desk`);
  await view.click();
  await page.waitForURL(/sector=politics/);
  assert.equal(await view.getAttribute('aria-current'), 'true');
  await only(bridge.headline);
  await page.getByRole('button', { name: `Forget ${name}` }).click();
  await says(page, /^Done/);
  assert.equal(await view.count(), 0);

  await page.goto(`${room.origin}/desk`);
  const { press, tabTo } = keyboard(page);
  await tabTo('the sector', (now) => now.name === 'sector');
  await page.keyboard.type('Sci');
  assert.equal(await page.locator('.filter select[name=sector]').inputValue(), 'science-environment');
  await tabTo('the filter’s button', ({ words }) => words === 'Filter');
  await page.keyboard.press('Enter');
  await page.waitForURL(/sector=science-environment/);
  await tabTo('the name of the view', (now) => now.name === 'name');
  await page.keyboard.type('Seeds');
  assert.equal((await press('Tab')).words, 'Keep');
  await page.keyboard.press('Enter');
  await says(page, /^Done/);
  await tabTo('the view', ({ words }) => words === 'Seeds');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.searchParams.has('done'));
  await only(seeds.headline);
  await tabTo('what forgets it', (now) => now.name === 'forget');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/desk\?done=done$/);
  assert.equal(await page.locator('.views').count(), 0);
  nothingWrong(one);
});

/** A device of software in the browser, which has a finger on it at all times. */
async function device(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true };
  const made = await session.send('WebAuthn.addVirtualAuthenticator', { options: { ...options, automaticPresenceSimulation: true } });
  return { knows: (isUserVerified) => session.send('WebAuthn.setUserVerified', { authenticatorId: made.authenticatorId, isUserVerified }) };
}

inNewsroom('a passkey is added, stands for a code, signs in only whom the device knows, and is removed', async (room, t) => {
  const one = await join(browser, room, room.link, mira);
  const { page } = one;
  const finger = await device(page);
  await page.goto(`${room.origin}/desk/account`);
  const add = page.locator('form#passkey-add');
  await add.getByLabel('Name').fill('my laptop');
  await add.getByRole('button', { name: 'Add a passkey' }).click();
  await says(page, /passkey is added/);
  await lookAt(t, page, 'account, with a passkey');

  // Who came in a moment ago is asked for no code: the field is put there as the page has it ten minutes later.
  await page.locator('form', { has: page.locator('[value=codes]') }).evaluate((form) => form.insertAdjacentHTML('afterbegin', `<p class="field"><label>Code
    <input name="code"></label><button type="button" class="quiet passkey" data-passkey="prove">Use a passkey</button></p>`));
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.getByText('It is you').waitFor();
  assert.equal(await page.locator('input[name=code]').count(), 0);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  nothingWrong(one);
  await finger.knows(false);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.locator('.why').waitFor();
  assert.match(page.url(), /\/desk\/in/, 'whom the device does not know is let in');
  // Where the desk is the one to refuse, the browser calls its answer a fault.
  one.faults.length = 0;
  await finger.knows(true);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('heading', { name: 'Queue' }).waitFor();

  await page.goto(`${room.origin}/desk/account`);
  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Remove my laptop' }).click();
  await says(page, /^Done/);
  assert.equal(await page.getByText('my laptop', { exact: true }).count(), 0);
  nothingWrong(one);
}, { named: true });

/** What is chosen is in Arabic, and runs as Arabic does. */
async function isArabic(page, selector) {
  const found = await page.locator(selector).evaluateAll((all) => all.map((element) => `${element.lang} ${getComputedStyle(element).direction}`));
  assert.ok(found.length > 0, `no ${selector}`);
  assert.deepEqual([...new Set(found)], ['ar rtl'], selector);
}

/** Somebody at home reads a page, having followed a link elsewhere. */
const read = (address) => fetch(address, { headers: {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0',
  referer: 'https://harbour-notes.example/links',
} });

inNewsroom('the screens for one’s own work pass axe and fit the window, large and small, light and dark, in large letters', async (room, t) => {
  const stranger = await visit(browser, room);
  await stranger.page.goto(`${room.origin}/desk/in`);
  assert.ok(await stranger.page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible());
  await lookAt(t, stranger.page, 'sign-in, with passkeys');
  nothingWrong(stranger);

  const one = await join(browser, room, room.link, mira);
  const { page } = one;
  const look = (name) => lookAt(t, page, name);
  const show = async (name, address) => {
    await page.goto(new URL(address, room.origin).href);
    await look(name);
  };
  const published = await send(one, room, 'ninjs', seeds);
  await send(one, room, 'rss', bridge);
  const other = await send(one, room, 'rss', arabic);

  await show('queue, nothing like that', '/desk?list=held&sector=lifestyle&urgency=urgent');
  await page.getByLabel('Keep this view as').fill('What is urgent in the morning before 8');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await says(page, /^Done/);
  await look('queue, a view kept');

  await show('new', '/desk/new');
  await page.getByLabel('Headline').fill(' ');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await says(page, /no headline/);
  await look('new, refused');
  const own = await begin(page, room, { headline: bridge.headline, kind: 'Explainer' });
  await look('sources, none yet');
  await isArabic(page, '.proof bdi[lang=ar]');
  await show('sources, no report like that', `${own}/sources?words=nothing+of+the+kind`);
  await give(page, { name: letter.name, text: ' ' }, /name and its words/);
  await look('sources, a text refused');
  await give(page, letter);
  await putUnder(page, 'tern', bridge);
  await look('sources, two by hand');
  await putUnder(page, 'تل الريحان', arabic);
  await isArabic(page, '.draft .row h3[lang=ar]');
  await look('sources, one in another script');

  await show('about, own story', `${own}/about`);
  await setAbout(page, own, { 'Embargo until': inHours(50).value, Byline: 'Joss Pellinger in Skelby and Ilka Drost in Port Anselm', Place: 'Skelby' });
  await look('about, with an embargo');
  await setAbout(page, own, { Country: 'QQ' }, /no country’s code/);
  await look('about, refused');
  await show('sources, in Arabic', `${other}/sources`);
  for (const selector of ['.top h1', '.draft .row h3']) await isArabic(page, selector);
  await show('about, in Arabic', `${other}/about`);
  await isArabic(page, '.top h1');
  assert.equal(await page.evaluate(() => document.documentElement.dir), 'ltr', 'the screen itself is English');

  await show('redirects, none yet', '/desk/redirects');
  const set = async (path, outcome) => {
    await page.getByLabel('Address').fill(path);
    await page.getByLabel('leads to').fill('/latest');
    await page.getByLabel('Reason').fill('the old site');
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await says(page, outcome);
  };
  await set(`/${'the-old-addresses-were-long'.repeat(12)}`, /^Done/);
  await look('redirects, a long one');
  await set('no slash', /begins with a slash/);
  await look('redirects, refused');
  for (const place of ['house', 'account', 'statistics']) await show(place, `/desk/${place}`);

  await page.goto(published);
  await publish(one);
  const address = await pageOf(one);
  await show('about, published', `${published}/about`);
  await read(address);
  await until('a reader to be counted', async () => {
    await page.goto(`${room.origin}/desk/statistics?days=1`);
    return (await page.getByText('harbour-notes.example').count()) && page.getByRole('heading', { name: 'Most read' }).count();
  });
  for (const days of [1, 7, 30]) {
    await page.goto(`${room.origin}/desk/statistics?days=${days}`);
    await page.getByText('These numbers as a table').click();
    await look(`statistics, ${days} days`);
  }
  nothingWrong(one);
}, { named: true });
