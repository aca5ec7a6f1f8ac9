// The editors' desk, as the people at it use it: from the link that lets the first one in to what readers see.

import assert from 'node:assert/strict';
import { after } from 'node:test';
import { launch } from './chromium.mjs';
import {
  field, fillJoin, inNewsroom, invite, join, keyboard, lookAt, nothingWrong, pageOf, password, prove, publish, retype, save, says, send, signIn,
  until, visit,
} from './desk.mjs';
import { bridge, joss, mira, seeds } from './invented.mjs';

const browser = await launch();
after(() => browser.close());

// Everybody and everything here is invented.

const ferry = {
  headline: 'Night ferry to Skelby will sail again from June, Marrow Line says',
  text: [
    'SKELBY (Brackwater Press) - The shipping company Marrow Line will run its night ferry between Skelby and Port Anselm again from June, it said on Wednesday.',
    'The ferry was laid up 14 months ago for want of engineers.',
    'Marrow Line has hired 22 engineers since autumn, its manager Ilka Drost said.',
    'A cabin for two will cost 118 crowns, Drost said.',
  ],
};

const nights = {
  headline: 'Shops in Brackwater ask for quiet nights',
  text: [
    'BRACKWATER (Sandpiper Wire) - Shops in Brackwater asked the council on Thursday for quiet nights on Fish Street.',
    'Nella Quarrie of the roads office said 900 lorries a night went through it on their way to the Heron Bridge.',
    'The council will answer in March.',
  ],
};

const lamp = {
  headline: 'Lighthouse of Cape Ennor gets a lamp that uses a tenth of the power',
  text: [
    'CAPE ENNOR (Brackwater Press) - The lighthouse of Cape Ennor has a new lamp that uses a tenth of the power of the old one, the pilots\' office said on Thursday.',
    'It is seen from 19 sea miles away, said Tove Marling, who leads the office.',
    'The old lamp had burned for 46 years.',
  ],
};

const arabic = {
  headline: 'بلدية تل الريحان تفتتح مكتبة عامة تضم 12 ألف كتاب',
  lang: 'ar',
  text: [
    'تل الريحان (برق الساحل) - افتتحت بلدية تل الريحان يوم الثلاثاء مكتبة عامة تضم 12 ألف كتاب في مبنى المحطة القديمة.',
    'وقالت مديرة المكتبة سلمى الدوري إن المكتبة ستفتح أبوابها ستة أيام في الأسبوع.',
    'وبلغت كلفة ترميم المبنى 3 ملايين دينار، بحسب البلدية.',
    'وأضافت الدوري أن 40 متطوعا شاركوا في نقل الكتب.',
  ],
};

/** Sends the story's form with a button that the screen does not offer, and waits for the refusal. */
async function forge({ page }, act) {
  await page.locator('.acts form.act').first().evaluate((form, act) => {
    for (const [name, value] of Object.entries({ facts: '1', sources: '1', act })) {
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
    }
    form.submit();
  }, act);
  await page.locator('.told.no').waitFor();
}

/** Counts what hands do on a page from now on: keys and clicks. */
async function countHands(page) {
  const count = { keys: 0, clicks: 0 };
  await page.exposeFunction('counted', (what) => { count[what] += 1; });
  await page.addInitScript(() => {
    addEventListener('keydown', () => window.counted('keys'), true);
    addEventListener('pointerdown', () => window.counted('clicks'), true);
  });
  return count;
}

/** The words of a story on a page that lists stories: all that stands beside its headline, wherever it stands. */
const cards = async (page, headline) => {
  const links = page.locator('main a', { hasText: headline });
  assert.ok((await links.count()) > 0, `“${headline}” does not stand on ${page.url()}`);
  return links.evaluateAll((all) => all.map((link) => link.closest('article, li')?.innerText ?? link.innerText));
};

inNewsroom('from the set-up link to the first story on the site', async (room, t) => {
  const one = await join(browser, room, room.link, mira);
  const { page } = one;
  const codes = await page.locator('.codes code').allInnerTexts();
  assert.equal(new Set(codes).size, 10, `ten recovery codes: ${codes}`);
  await page.getByRole('link', { name: 'To the queue' }).click();
  assert.match(await page.locator('main').innerText(), /Nothing is held/);

  const labelled = await send(one, room, 'rss', ferry);
  await page.goto(labelled);
  await publish(one, 'Publish with the label');
  await send(one, room, 'rss', bridge);
  const hands = await countHands(page);
  await page.reload();
  const row = page.locator('.row', { hasText: bridge.headline });
  assert.match(await row.locator('.state').innerText(), /supported[^]*held/);
  await row.getByRole('link', { name: bridge.headline }).click();
  assert.match(await page.locator('.top .why').innerText(), /reviewed by a person before it goes out/, 'the house’s policy is the reason');
  await publish(one);
  t.diagnostic(`from the queue to published: ${hands.clicks} clicks, ${hands.keys} keys`);
  assert.ok(hands.clicks <= 5 && hands.keys <= 6, 'a tick each, a code and two clicks are enough');

  await page.getByRole('link', { name: 'Revisions' }).click();
  assert.match(await page.locator('.revs').innerText(), /Reviewed by Mira Tolland/);
  await page.getByRole('link', { name: 'Page', exact: true }).click();
  assert.match(await page.locator('[data-block~=label]').innerText(), /facts and sources checked by Mira Tolland/i);
  assert.match(await page.locator('[data-block~=byline]').innerText(), /Orla Venn/);
  await page.goto(room.origin);
  const label = /written by software|written with ai/i;
  for (const words of await cards(page, bridge.headline)) assert.doesNotMatch(words, label, 'a reviewed story bears a label');
  for (const words of await cards(page, ferry.headline)) assert.match(words, label, 'a story that nobody reviewed bears none');
  nothingWrong(one);
});

inNewsroom('a changed number is contradicted before it is saved, stops the story, and is put right by one key', async (room) => {
  const one = await join(browser, room, room.link, mira);
  const { page } = one;
  const story = await send(one, room, 'rss', bridge);
  await page.goto(story);
  await retype(page, 'body', '6,200', '8,900');
  const wrong = page.locator('.s.no');
  await wrong.waitFor();
  assert.match(await page.locator('#tally').innerText(), /1 contradicted/);
  assert.match(await page.locator('li', { has: wrong }).innerText(), /contradicted[^]*6,200/, 'the reason names the source’s number');
  await save(page);

  const button = page.getByRole('button', { name: 'Review and publish' });
  assert.equal(await button.count(), 0, 'it can be published while a sentence is contradicted');
  assert.match(await page.locator('.acts .why').innerText(), /^1 of the sentences has no source/);
  // Whoever sends the form all the same is told why not.
  await forge(one, 'reviewed');
  await says(page, /^1 of this story/);
  assert.match(await page.locator('.top .stage').innerText(), /held/i);

  await page.goto(story);
  await page.keyboard.press('n');
  assert.equal(await page.evaluate(() => document.activeElement.className), 's no', '`n` goes to the contradicted sentence');
  await page.keyboard.press('Enter');
  await page.locator('#evidence .findings').waitFor();
  assert.match(await page.locator('#evidence').innerText(), /8,900[^]*6,200/, 'the evidence names both numbers');
  await page.keyboard.press('f');
  await page.getByText('Changed, saved and checked.').waitFor();
  assert.match(await page.locator('#body').inputValue(), /about 6,200 vehicles/);
  await publish(one);
  nothingWrong(one);
});

for (const scripts of [true, false]) {
  inNewsroom(`on a page that says why something was not done, a sentence can still be chosen ${scripts ? 'with' : 'without'} scripts`, async (room) => {
    const one = await join(browser, room, room.link, mira, { scripts });
    const { page } = one;
    await page.goto(await send(one, room, 'rss', bridge));
    page.once('dialog', (dialog) => dialog.accept());
    await page.getByRole('button', { name: 'Kill' }).click();
    await says(page, /reason/i);
    await page.locator('.s', { hasText: '3.4 million crowns' }).first().click();
    await page.locator('#evidence .source').waitFor({ timeout: 5000 });
    nothingWrong(one);
  });
}

inNewsroom('a sentence that no source has is signed for by name, and the name can be taken back', async (room) => {
  const one = await join(browser, room, room.link, mira);
  const { page } = one;
  await page.goto(await send(one, room, 'rss', bridge));
  const story = page.url();
  const sentence = 'The keeper of the bridge rang its bell before the gates were shut.';
  const reason = 'I stood at the gate when he rang it';
  await (await field(page, 'body')).press('Control+End');
  await page.keyboard.type(`\n\n${sentence}`);
  await save(page);
  const open = page.locator('.s', { hasText: sentence });
  assert.match(await page.locator('li', { has: open }).innerText(), /not found/);
  await open.click();
  const sign = page.locator('#evidence details');
  await sign.getByText('Sign it as editor’s knowledge').click();
  await sign.getByLabel('How you know').fill(reason);
  await prove(sign, one);
  await sign.getByRole('button', { name: 'Sign' }).click();
  await says(page, /Signed/);
  assert.match(await page.locator('li', { has: open }).innerText(), /editor’s knowledge/);
  await publish(one);

  const address = await pageOf(one);
  await page.goto(address);
  const paragraph = page.locator('[data-block~=body] p.t', { hasText: sentence });
  await paragraph.locator('a').click();
  const entry = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
  assert.ok(await entry.isVisible(), 'the mark at the sentence opens nothing');
  const words = await entry.innerText();
  assert.ok(words.includes('Mira Tolland') && words.includes(reason), `name and reason at the sentence: ${words}`);

  await page.goto(story);
  const takeBack = async () => {
    await open.click();
    await page.getByRole('button', { name: 'Take the signature back' }).click();
  };
  await takeBack();
  await says(page, /Readers see this sentence/);
  await page.getByLabel('Reason', { exact: true }).first().fill('I am not sure any more');
  await page.getByRole('button', { name: 'Hold', exact: true }).click();
  await says(page, /^Held/);
  assert.equal((await fetch(address)).status, 404, 'held, it is off the site');
  await takeBack();
  await says(page, /^Done/);
  assert.match(await page.locator('li', { has: open }).innerText(), /not found/);
  assert.equal(await page.getByRole('button', { name: 'Review and publish' }).count(), 0);
  nothingWrong(one);
});

inNewsroom('a report is taken back by its agency while an editor works on its story', async (room) => {
  const one = await join(browser, room, room.link, mira);
  const { page } = one;
  await page.goto(await send(one, room, 'ninjs', seeds));
  const story = page.url();
  await publish(one);
  const address = await pageOf(one);
  const read = async (place) => (await fetch(place)).text();
  const secret = /barley|Askel|Fennick/;
  const parts = [...(await read(address)).matchAll(/href="([^"#]+)/g)].map(([, href]) => new URL(href, address).href);
  const lists = ['/', '/latest', '/feed.rss', '/feed.atom', '/feed.json'].map((path) => room.origin + path);
  const tell = [];
  for (const place of new Set([address, ...lists, ...parts.filter((part) => part.startsWith(room.origin))])) {
    if (secret.test(await read(place))) tell.push(place);
  }
  for (const place of [address, ...lists]) assert.ok(tell.includes(place), `${place} tells the story while it is out`);

  await page.goto(story);
  await retype(page, 'summary', 'Tuesday', 'Tuesday morning');
  const [item] = room.wire.ninjs;
  Object.assign(item, { version: 2, status: 'canceled', at: Date.now(), headline: 'KILL: seeds', text: ['Please withdraw this report.'] });
  await room.pull();
  await until('the page to go', async () => (await fetch(address)).status !== 200);
  await save(page, /killed|withdrawn/i);
  assert.match(await page.locator('main').innerText(), /agency whose report it rested on withdrew/, 'and why');

  assert.ok([404, 410].includes((await fetch(address)).status), 'its address');
  for (const place of tell) assert.doesNotMatch(await read(place), secret, `${place} still tells it`);
  nothingWrong(one);
});

inNewsroom('two editors save one story: the second sees both texts and keeps their own', async (room) => {
  const one = await join(browser, room, room.link, mira);
  const two = await join(browser, room, await invite(one, room, joss.email, 'editor'), joss);
  const story = await send(one, room, 'rss', bridge);
  await two.page.goto(story);
  await one.page.goto(story);
  await retype(one.page, 'body', 'Repairs will', 'The repairs will');
  await save(one.page);
  await retype(two.page, 'body', 'Drivers are', 'All drivers are');
  await save(two.page, /Mira Tolland/);
  const both = two.page.locator('.two');
  assert.match(await both.innerText(), /What Mira Tolland saved meanwhile[^]*The repairs will/);
  const mine = await two.page.locator('#body').inputValue();
  assert.ok(mine.includes('All drivers are') && !mine.includes('The repairs will'), `the form holds one’s own text: ${mine}`);
  assert.ok(await two.page.locator('#body').isVisible(), 'and shows it');
  await save(two.page);
  await two.page.getByRole('link', { name: 'Revisions' }).click();
  const revisions = await two.page.locator('.revs > li').allInnerTexts();
  assert.equal(revisions.length, 3);
  assert.match(revisions[0], /Joss Pellinger[^]*All drivers/);
  assert.match(revisions[1], /Mira Tolland[^]*The repairs/);
  nothingWrong(one);
  nothingWrong(two);
});

inNewsroom('a reporter hands in, and an editor sends back', async (room) => {
  const one = await join(browser, room, room.link, mira);
  const two = await join(browser, room, await invite(one, room, joss.email, 'reporter'), joss);
  const story = await send(one, room, 'rss', bridge);
  for (const place of ['jobs', 'log', 'people']) {
    const answer = await two.page.goto(`${room.origin}/desk/${place}`);
    assert.equal(answer.status(), 403, place);
    await says(two.page, /you are signed in as a reporter/);
    assert.equal(await two.page.locator(`nav a[href="/desk/${place}"]`).count(), 0, `the bar offers ${place}`);
  }
  await two.page.goto(story);
  const buttons = await two.page.locator('.acts button').allInnerTexts();
  assert.deepEqual(buttons.filter((words) => /publish|hold|kill|schedule|merge|send back/i.test(words)), []);
  await forge(two, 'publish');
  await says(two.page, /you are signed in as a reporter/);
  await retype(two.page, 'body', 'Drivers are', 'All drivers are');
  await save(two.page);
  await two.page.getByLabel('Reason').fill('ready, numbers read twice');
  await two.page.getByRole('button', { name: 'Hand in for review' }).click();
  await says(two.page, /Handed in/);

  await one.page.goto(`${room.origin}/desk`);
  await one.page.getByRole('link', { name: /^In review/ }).click();
  const row = one.page.locator('.row', { hasText: bridge.headline });
  assert.match(await row.innerText(), /numbers read twice/);
  await row.getByRole('link').click();
  await one.page.getByLabel('Reason', { exact: true }).first().fill('Ask the harbour master too');
  await one.page.getByRole('button', { name: 'Send back' }).click();
  await says(one.page, /Sent back/);

  await two.page.goto(`${room.origin}/desk?list=drafted`);
  assert.match(await two.page.locator('.row', { hasText: bridge.headline }).innerText(), /Ask the harbour master too/);
  assert.equal(await two.page.getByRole('button', { name: 'Hold chosen' }).count(), 0, 'a reporter is offered to hold, and would be refused');
  nothingWrong(one);
  nothingWrong(two);
});

inNewsroom('every screen passes axe and fits the window, large and small, light and dark, and in large letters', async (room, t) => {
  const look = (page, name) => lookAt(t, page, name);
  const one = { ...mira, ...(await visit(browser, room)) };
  const { page } = one;
  const show = async (name, address) => {
    await page.goto(new URL(address, room.origin).href);
    await look(page, name);
  };
  const act = async (name, reason, done) => {
    await page.getByLabel('Reason', { exact: true }).first().fill(reason);
    await page.getByRole('button', { name, exact: true }).click();
    await says(page, done);
  };

  await show('sign-in', '/desk');
  await show('join', room.link);
  one.phone = await fillJoin(page, mira);
  await look(page, 'recovery codes');
  await show('queue, empty', '/desk');

  const held = await send(one, room, 'rss', ferry);
  await page.goto(held);
  await act('Claim', 'mine', /It is yours/);
  await retype(page, 'body', '118 crowns', '811 crowns');
  await page.locator('.s.no').waitFor();
  await look(page, 'story, fields open, contradicted, not saved');
  await save(page);
  await page.locator('.s.no').click();
  await page.locator('#evidence .findings').waitFor();
  await look(page, 'story, contradicted sentence chosen');
  await page.getByText('Sign it as editor’s knowledge').click();
  await look(page, 'story, about to sign');
  await page.keyboard.press('?');
  await look(page, 'story, keys');
  await page.keyboard.press('Escape');

  const published = await send(one, room, 'rss', bridge);
  await show('story, supported', published);
  for (const part of ['headline', 'summary', 'body']) await field(page, part);
  for (const fold of await page.locator('.acts details').all()) await fold.locator('summary').click();
  await look(page, 'story, everything open');
  await send(one, room, 'ninjs', nights);
  await page.goto(`${room.origin}/desk?list=likely`);
  assert.equal(await page.locator('.pair').count(), 1, 'two stories that may be one event');
  const two = await join(browser, room, await invite(one, room, joss.email, 'reporter'), joss);
  await look(page, 'people, with a link to pass on');
  await page.goto(published);
  await two.page.goto(published);
  await retype(two.page, 'body', 'Drivers are', 'All drivers are');
  await save(two.page);
  await retype(page, 'body', 'Repairs will', 'The repairs will');
  await save(page, /Joss Pellinger/);
  await page.locator('.two').waitFor();
  await look(page, 'story, two texts');
  await save(page);
  await publish(one);
  await act('Correct in the open', 'An earlier version named the wrong day.', /Corrected in the open/);
  await retype(page, 'summary', 'lorries', 'all lorries');
  await save(page);
  await look(page, 'story, published, with an update');

  await page.goto(await send(one, room, 'ninjs', seeds));
  page.once('dialog', (dialog) => dialog.accept());
  await act('Kill', 'it was told wrongly', /Withdrawn/);
  await look(page, 'story, killed');
  await page.goto(await send(one, room, 'rss', lamp));
  await page.getByText('Schedule', { exact: true }).first().click();
  await page.getByLabel('Goes out at').fill('2099-01-01T10:00');
  const schedule = page.locator('form', { has: page.getByLabel('Goes out at') });
  await schedule.getByLabel('Reason').fill('for the new year');
  await schedule.getByRole('button').click();
  await says(page, /Scheduled/);
  await look(page, 'story, scheduled');
  const other = await send(one, room, 'rss', arabic);
  await two.page.goto(other);
  await two.page.getByLabel('Reason').fill('read twice');
  await two.page.getByRole('button', { name: 'Hand in for review' }).click();
  await says(two.page, /Handed in/);
  await look(two.page, 'story, in review, as its reporter sees it');
  await show('story, in Arabic', other);

  const embargo = new Date(Date.now() + 86_400_000).toISOString();
  room.wire.ninjs.unshift({ id: 'embargoed', at: Date.now(), embargo, text: seeds.text, headline: 'Seeds for Fennick: second shipment' });
  room.wire.down = 'rss';
  await room.pull();
  for (const list of ['held', 'review', 'drafted', 'updates', 'likely', 'scheduled', 'incoming', 'mine', 'published', 'killed']) {
    await show(`queue: ${list}`, `/desk?list=${list}`);
  }
  await page.goto(`${room.origin}/desk`);
  await page.getByRole('checkbox').first().check();
  await look(page, 'queue, one chosen');
  for (const name of ['about', 'revisions', 'log']) await show(`story: ${name}`, `${published}/${name}`);
  for (const place of ['sources', 'sources/brackwater', 'jobs', 'corrections', 'policy', 'log', 'people', 'account']) await show(place, `/desk/${place}`);
  await page.goto(`${room.origin}/desk/people`);
  for (const fold of await page.locator('td details').all()) await fold.locator('summary').click();
  await look(page, 'people, about to change');
  await show('nothing here', '/desk/nothing');
  await two.page.goto(`${room.origin}/desk/people`);
  await look(two.page, 'not for a reporter');
  nothingWrong(one);
  nothingWrong(two);
});

inNewsroom('from the queue to published without a mouse, always seeing where one is', async (room, t) => {
  const one = await join(browser, room, room.link, mira);
  const { page } = one;
  await send(one, room, 'rss', ferry);
  await send(one, room, 'rss', bridge);
  await page.reload();
  const hands = keyboard(page);
  const { press, tabTo } = hands;
  const first = await press('j');
  const second = await press('j');
  assert.deepEqual([first.words, second.words].sort(), [ferry.headline, bridge.headline].sort(), '`j` goes from story to story');
  await press('k');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/desk\/story\/\d+$/);
  const sentence = await press('j');
  assert.match(sentence.what, /class="s ok"/, '`j` goes to a sentence');
  await press('Enter');
  await page.locator('#evidence .source').waitFor();
  assert.match((await press('j')).what, /class="s ok"/);
  await press('e');
  // Out of the field; Tab goes on from there.
  await page.keyboard.press('Escape');
  await tabTo('the first tick', ({ name }) => name === 'facts');
  await press('Space');
  await tabTo('the second tick', ({ name }) => name === 'sources');
  await press('Space');
  if (await page.locator('#act-code').count()) {
    await tabTo('the code', ({ name }) => name === 'code');
    await page.keyboard.type(await one.phone.code());
  }
  await tabTo('the button', ({ value }) => value === 'reviewed');
  await page.keyboard.press('Enter');
  await page.getByText('It is on the site.').waitFor();
  t.diagnostic(`from the queue to published: ${hands.presses + 3} keys`);
  nothingWrong(one);
});

inNewsroom('without scripts: sign in, choose a sentence, edit, save, publish', async (room) => {
  const first = await join(browser, room, room.link, mira, { scripts: false });
  const story = await send(first, room, 'rss', bridge);
  const one = { ...first, ...(await visit(browser, room, { scripts: false })) };
  const { page } = one;
  await page.goto(story);
  assert.match(page.url(), /\/desk\/in/, 'a stranger is led to the sign-in page');
  await page.getByLabel('E-mail').fill(mira.email);
  await page.getByLabel('Password').fill(password);
  await page.getByLabel('Code').fill(await first.phone.code());
  await page.getByRole('button', { name: 'Sign in' }).click();
  assert.equal(page.url(), story, 'and from there to where they wanted to go');
  await page.locator('.s', { hasText: '3.4 million crowns' }).first().click();
  assert.match(await page.locator('#evidence').innerText(), /Brackwater Press/);
  assert.ok(await page.locator('mark.cited').isVisible(), 'the source’s words are marked');
  const body = await field(page, 'body');
  await body.fill((await body.inputValue()).replace('until May', 'until November'));
  await save(page);
  await page.locator('.s.no').click();
  await page.locator('#evidence button[name=fix]').first().click();
  await says(page, /Changed, saved/);
  assert.match(await (await field(page, 'body')).inputValue(), /until May/);
  await publish(one);
  assert.equal((await fetch(await pageOf(one))).status, 200);
  nothingWrong(one);
});

inNewsroom('Arabic runs from right to left in the queue and on its story', async (room) => {
  const one = await join(browser, room, room.link, mira);
  const { page } = one;
  const story = await send(one, room, 'rss', arabic);
  const runs = async (selector) => {
    const all = await page.locator(selector).evaluateAll((found) => found.map((element) => {
      const { direction } = getComputedStyle(element);
      return `${element.closest('[lang]')?.lang} ${element.closest('[dir]')?.dir} ${direction}`;
    }));
    assert.ok(all.length > 0, `no ${selector}`);
    assert.deepEqual([...new Set(all)], ['ar rtl rtl'], selector);
  };
  await runs('.row h2');
  await page.goto(story);
  for (const part of ['headline', 'summary', 'body']) await field(page, part);
  for (const selector of ['h1', '.s', 'textarea', '.report h3', '.words p']) await runs(selector);
  await page.locator('.s').last().click();
  await page.locator('#evidence .source').first().waitFor();
  await runs('#evidence .source');
  await runs('#evidence .said');
  assert.equal(await page.evaluate(() => document.documentElement.dir), 'ltr', 'the screen itself is English');
  nothingWrong(one);
});

inNewsroom('hostile words of the wire and of people stay words', async (room) => {
  const script = '<script>alert(1)</script>';
  const image = '"><img src=x onerror=alert(2)>';
  const one = await join(browser, room, room.link, { ...mira, name: `Mira ${image}`, competence: `knows ${script} and ${image}` });
  const { page } = one;
  const ran = [];
  page.on('dialog', (dialog) => { ran.push(dialog.message()); dialog.dismiss(); });
  const hostile = { headline: `Skelby ${script} harbour ${image}`, text: ferry.text.map((words) => words.replace('ferry', `ferry ${script} and ${image}`)) };
  const clean = async (where) => {
    const elements = page.locator('img[src="x"], [onerror], script:not([src], [type="application/ld+json"])');
    const made = await elements.evaluateAll((all) => all.map((element) => element.outerHTML));
    assert.deepEqual(made, [], `made from words on ${where}`);
    assert.deepEqual(ran, [], `a script ran on ${where}`);
  };
  await send(one, room, 'rss', hostile, 'harbour');
  const plain = { headline: `Cape Ennor ${script} lamp ${image}`, text: lamp.text.map((words) => words.replace('lamp', `lamp ${script} and ${image}`)) };
  const story = await send(one, room, 'ninjs', plain, 'Ennor');
  await clean('the queue');
  await page.goto(story);
  await clean('the story');
  // What the wire’s reader takes out of agencies’ copy, a person may still type.
  await (await field(page, 'headline')).fill(`Cape Ennor ${script} has a lamp ${image}`);
  await (await field(page, 'body')).press('Control+End');
  await page.keyboard.type(`\n\nThe keeper said ${script} ${image} twice.`);
  await page.locator('.s', { hasText: 'The keeper said' }).waitFor();
  await clean('the live check');
  await save(page);
  for (let open = await page.locator('.s.un, .s.no').count(); open > 0; open -= 1) {
    await page.locator('.s.un, .s.no').first().click();
    await clean('the evidence');
    const sign = page.locator('#evidence details');
    await sign.locator('summary').click();
    await sign.getByLabel('How you know').fill(`I saw ${script} ${image}`);
    await prove(sign, one);
    await sign.getByRole('button', { name: 'Sign' }).click();
    await page.getByText('Signed; readers').waitFor();
  }
  await page.locator('.s.kn').last().click();
  await page.getByRole('button', { name: 'Take the signature back' }).waitFor();
  await clean('a signed sentence');
  await page.goto(`${room.origin}/desk`);
  await clean('the queue with its headline');
  const shown = await page.locator('.row h2', { hasText: 'Ennor' }).innerText();
  assert.ok(shown.includes(script) && shown.includes(image), `the words stand there as they are: ${shown}`);
  await page.goto(story);
  await page.getByLabel('Reason', { exact: true }).first().fill(`because ${script} ${image}`);
  await page.getByRole('button', { name: 'Claim' }).click();
  await page.getByLabel('What I changed').fill(`added ${script} ${image}`);
  await publish(one);
  const address = await pageOf(one);
  for (const path of ['', '/about', '/revisions', '/log']) {
    await page.goto(story + path);
    await clean(`the story’s ${path}`);
  }
  for (const path of ['/desk?list=published', '/desk?list=mine', '/desk/log', '/desk/people', '/desk/account', '/desk/sources/brackwater', '/']) {
    await page.goto(room.origin + path);
    await clean(path);
  }
  await page.goto(address);
  await clean('the page for readers');
  nothingWrong(one);
});

inNewsroom('cookies: bound to this host, new at each sign-in, void after sign-out; forms of others are refused', async (room) => {
  const first = await join(browser, room, room.link, mira);
  const story = await send(first, room, 'rss', bridge);
  const one = { ...first, ...(await visit(browser, room)) };
  const { page } = one;
  const name = '__Host-desk';
  const cookie = async () => (await page.context().cookies()).find((found) => found.name === name);
  const asked = (value) => fetch(`${room.origin}/desk`, { redirect: 'manual', headers: { cookie: `${name}=${value}` } });

  const planted = 'f'.repeat(64);
  await page.context().addCookies([{ name, value: planted, url: room.origin.replace('http:', 'https:'), secure: true, httpOnly: true }]);
  assert.equal((await cookie()).value, planted);
  await signIn(page, room, one);
  await page.getByRole('heading', { name: 'Queue' }).waitFor();
  const seated = await cookie();
  assert.ok(seated.name.startsWith('__Host-'));
  assert.deepEqual([seated.secure, seated.httpOnly, seated.sameSite, seated.path], [true, true, 'Lax', '/']);
  assert.notEqual(seated.value, planted, 'a planted cookie became somebody’s');
  assert.equal((await asked(planted)).status, 303);
  assert.equal((await asked(seated.value)).status, 200);

  // Forms of others, from a signed-in browser.
  await page.goto(story);
  const token = await page.locator('#edit [name=token]').inputValue();
  const post = (headers, fields) => fetch(`${story}/act`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: `${name}=${seated.value}`, ...headers },
    body: new URLSearchParams({ act: 'claim', ...fields }),
  });
  const refusals = {
    'no token': [{ origin: room.origin }, {}],
    'a wrong token': [{ origin: room.origin }, { token: 'f'.repeat(64) }],
    'another origin': [{ origin: 'https://elsewhere.example' }, { token }],
    'another site': [{ 'sec-fetch-site': 'cross-site' }, { token }],
    'another port': [{ 'sec-fetch-site': 'same-site' }, { token }],
  };
  for (const [what, [headers, fields]] of Object.entries(refusals)) {
    const answer = await post(headers, fields);
    assert.equal(answer.status, 403, what);
    assert.match(await answer.text(), /did not come from this desk/, what);
  }
  assert.equal((await post({ origin: room.origin }, { token })).status, 303, 'one’s own form goes through');
  // A page on another port of this machine, which the browser counts as the same site: the cookie goes along.
  await page.route('http://127.0.0.1:9/', (route) => route.fulfill({
    contentType: 'text/html',
    body: `<form method="post" action="${story}/act"><input name="act" value="kill"><input name="reason" value="x">
      <input name="token" value="${token}"><button>win</button></form>`,
  }));
  await page.goto('http://127.0.0.1:9/');
  const [answer] = await Promise.all([page.waitForResponse(`${story}/act`), page.getByRole('button').click()]);
  assert.equal(answer.status(), 403);
  await page.goto(story);
  assert.match(await page.locator('.stage').innerText(), /held/);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  assert.equal(await cookie(), undefined, 'the cookie stays after signing out');
  const late = await asked(seated.value);
  assert.equal(late.status, 303);
  assert.match(late.headers.get('location'), /^\/desk\/in/, 'the old cookie is worth something after signing out');
});
