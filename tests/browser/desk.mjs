// A newsroom of a test's own: its wire, its process, its people with their browsers and phones.

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { violations } from './axe.mjs';
import { openAt, overflow, shoot } from './chromium.mjs';

const STEP_MS = 30_000;
/** A debug build on a busy machine takes its time. */
const PATIENCE_MS = 60_000;

const target = path(import.meta.dirname, '../../target');
const built = [path(target, 'release/dateline'), path(target, 'debug/dateline')];
const binary = process.env.DATELINE || built.find((file) => existsSync(file));
assert.ok(binary && existsSync(binary), `no dateline at ${binary ?? built.join(' or ')}: build it, or set DATELINE to its path`);

/** Asks until the answer is something, and says what was waited for when it never is. */
export async function until(what, ask) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    assert.ok(Date.now() < end, `waited ${PATIENCE_MS / 1000} s for ${what}`);
    await sleep(150);
  }
}

// The wire.

const xml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** What is text stays text: escaped as markup, and that once more for the document that carries it. */
const markup = ({ text }) => text.map((paragraph) => `<p>${xml(paragraph)}</p>`).join('');

const rssItem = (report) => `<item><title>${xml(xml(report.headline))}</title><guid isPermaLink="false">${report.id}</guid>
<pubDate>${new Date(report.at).toUTCString()}</pubDate><description>${xml(markup(report))}</description></item>`;

const rss = (reports) => `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Brackwater Press</title>
<link>https://brackwater.example/</link><description>Reports</description>${reports.map(rssItem).join('\n')}</channel></rss>`;

const ninjsItem = (report) => ({
  uri: `https://id.sandpiper.example/${report.id}`,
  type: 'text',
  version: String(report.version ?? 1),
  versionCreated: new Date(report.at).toISOString(),
  pubStatus: report.status ?? 'usable',
  embargoed: report.embargo,
  language: 'en',
  headlines: [{ role: 'main', contentType: 'text/plain', value: report.headline }],
  bodies: [{ role: 'main', contentType: 'text/html', value: markup(report) }],
});

/** No report is no ninjs; so the agency says it in JSON Feed. */
const ninjs = (reports) => JSON.stringify(reports.length ? reports.map(ninjsItem) : { version: 'https://jsonfeed.org/version/1.1', items: [] });

/**
 * Two agencies: one sends RSS, the other ninjs, which can take a report back. Reports are `{ headline, text }`; `down` names
 * the agency whose server fails.
 */
async function openWire() {
  const wire = { rss: [], ninjs: [], down: null };
  const server = createServer((request, answer) => {
    if (request.url.slice(1) === wire.down) return answer.writeHead(503).end();
    const [kind, body] = request.url === '/rss' ? ['application/rss+xml', rss(wire.rss)] : ['application/json', ninjs(wire.ninjs)];
    answer.writeHead(200, { 'content-type': kind }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return Object.assign(wire, { address: `http://127.0.0.1:${server.address().port}`, close });
}

// The newsroom.

const settings = (wire, base = '', more = '') => `
[house]
name = "The Test Ledger"
${base && `base_url = "${base}"`}
responsible_editor = "Orla Venn"

[wire]
allow_private = true
every_minutes = 1

[[source]]
name = "Brackwater Press"
slug = "brackwater"
feed = "${wire}/rss"

[[source]]
name = "Sandpiper Wire"
slug = "sandpiper"
feed = "${wire}/ninjs"
${more}`;

/** A port of this machine that nobody listens on. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Starts a newsroom in which a person reviews everything. `link` lets its first person in; `tabs` are the browsers on it. With
 * `named` its address has a name, which passkeys are bound to; `more` are further settings of the house.
 */
async function openNewsroom({ named = false, more = '' } = {}) {
  const wire = await openWire();
  const home = await mkdtemp(path(tmpdir(), 'dateline-desk-'));
  const port = named ? await freePort() : 0;
  const base = named ? `http://localhost:${port}` : '';
  await writeFile(path(home, 'dateline.toml'), settings(wire.address, base, more));
  const server = spawn(binary, ['serve', '--home', home, '--listen', `127.0.0.1:${port}`], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(server, 'exit');
  const log = [];
  for (const stream of [server.stdout, server.stderr]) createInterface({ input: stream }).on('line', (line) => log.push(line));
  const said = (pattern) => until(`dateline to say ${pattern}`, () => {
    assert.equal(server.exitCode, null, 'dateline ended by itself');
    return pattern.exec(log.join('\n'))?.[1];
  });
  const room = {
    wire,
    log,
    tabs: [],
    pull: () => promisify(execFile)(binary, ['wire', 'pull', '--once', '--home', home]),
    async close() {
      await Promise.all(room.tabs.map((tab) => tab.close()));
      server.kill();
      const stopped = await Promise.race([ended, sleep(10_000, false, { ref: false })]);
      if (!stopped) server.kill('SIGKILL');
      await ended;
      wire.close();
      await rm(home, { recursive: true, force: true });
      assert.ok(stopped, 'dateline did not stop within ten seconds of SIGTERM');
    },
  };
  try {
    room.origin = await said(/serving (http:\S+)/);
    if (named) room.origin = base;
    room.link = await said(/^\s*(http:\S+\/desk\/join\/\S+)/m);
  } catch (error) {
    await room.close();
    throw new Error(`the newsroom did not start; it said:\n${log.join('\n')}`, { cause: error });
  }
  return room;
}

// People.

/** A phone that shows one-time codes (RFC 6238), each once. */
class Phone {
  #key;
  #used = 0;

  /** From the key in base 32, as a person would type it. */
  constructor(key) {
    const signs = [...key.replaceAll(' ', '')].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0')).join('');
    this.#key = Buffer.from(signs.match(/.{8}/g).map((bits) => parseInt(bits, 2)));
  }

  /** The first code that was not shown yet. Those of the step before and after hold too, so that three acts need not wait. */
  async code() {
    const soon = Math.floor((Date.now() + 10_000) / STEP_MS);
    const step = Math.max(soon - 1, this.#used + 1);
    await sleep(Math.max(0, (step - 1) * STEP_MS - Date.now() + 200));
    this.#used = step;
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(step));
    const hash = createHmac('sha1', this.#key).update(counter).digest();
    const number = hash.readUInt32BE(hash.at(-1) & 15) & 0x7fff_ffff;
    return String(number % 1_000_000).padStart(6, '0');
  }
}

export const password = 'the ferry leaves at seven';

/** Fills in the form behind a link, on a page that shows it. Leaves the page at the recovery codes. */
export async function fillJoin(page, { name, email, competence = 'harbour reporter since 2014' }) {
  const phone = new Phone(await page.locator('.secret').innerText());
  await page.getByLabel('Name').fill(name);
  if (await page.getByLabel('E-mail').isEditable()) await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('What you know').fill(competence);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('textbox', { name: 'Your phone' }).fill(await phone.code());
  await page.getByRole('button', { name: 'Come in' }).click();
  await page.getByRole('heading', { name: 'Keep these on paper' }).waitFor();
  return phone;
}

/** A browser of its own on the newsroom: `{ page, faults }`. It is closed with the newsroom. */
export async function visit(browser, room, options) {
  const tab = await openAt(browser, room.origin, options);
  room.tabs.push(tab);
  return tab;
}

/** Somebody comes in by a link, with a browser of their own: `{ page, faults, name, email, phone }`. */
export async function join(browser, room, link, who, options) {
  const tab = await visit(browser, room, options);
  // A link names the address that readers know, which is not where a test's newsroom listens.
  await tab.page.goto(new URL(new URL(link).pathname, room.origin).href);
  const phone = await fillJoin(tab.page, who);
  return { ...tab, ...who, phone };
}

/** Signs in on the page, which may show anything. */
export async function signIn(page, room, { email, phone }) {
  await page.goto(`${room.origin}/desk/in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByLabel('Code').fill(await phone.code());
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Types a code where the form wants one; it does not for some minutes after the last. */
export async function prove(form, { phone }) {
  const field = form.getByLabel('Code from your phone');
  if (await field.count()) await field.fill(await phone.code());
}

/** A link for somebody else, made on the People screen. */
export async function invite(admin, room, email, role) {
  const { page } = admin;
  await page.goto(`${room.origin}/desk/people`);
  const form = page.locator('form', { hasText: 'A reporter writes' });
  await form.getByLabel('E-mail').fill(email);
  await form.getByLabel('Role').selectOption(role);
  await prove(form, admin);
  await form.getByRole('button', { name: 'Make a link' }).click();
  return page.locator('.told .secret').innerText();
}

// Stories.

/** Sends a report and waits until the queue shows it, by words of its headline. Gives the address of its story. */
export async function send({ page }, room, agency, report, words = report.headline) {
  room.wire[agency].unshift({ id: `item-${room.wire[agency].length + 1}`, at: Date.now() - 3600_000, ...report });
  await room.pull();
  const link = page.locator('.row h2 a', { hasText: words });
  await until(`“${words}” in the queue`, async () => {
    await page.goto(`${room.origin}/desk`);
    return link.count();
  });
  return new URL(await link.getAttribute('href'), room.origin).href;
}

/** The field of a part of the text, opened: `headline`, `summary` or `body`. */
export async function field(page, part) {
  const fold = page.locator(`[data-part=${part}] details`);
  if (await fold.evaluate((details) => !details.open)) await fold.locator('summary').click();
  return page.locator(`#${part}`);
}

/** Changes the text of a part as a person does: `old` is chosen and `words` typed over it. Nothing is saved. */
export async function retype(page, part, old, words) {
  const area = await field(page, part);
  await area.evaluate((element, old) => {
    const at = element.value.indexOf(old);
    if (at < 0) throw new Error(`“${old}” does not stand in “${element.value}”`);
    element.focus();
    element.setSelectionRange(at, at + old.length);
  }, old);
  await page.keyboard.type(words);
}

/** Waits until the page says what was done, or why it was not. */
export async function says(page, words) {
  const line = page.locator('.told').first();
  await line.filter({ hasText: words }).waitFor({ timeout: 10_000 }).catch(async () => assert.match(await line.innerText(), words));
}

export async function save(page, outcome = /Saved and checked/) {
  await page.getByRole('button', { name: 'Save and check' }).click();
  await says(page, outcome);
}

/** Presses a button that puts the text out: with a review, or with the label. */
export async function publish(person, button = 'Review and publish') {
  const { page } = person;
  const form = page.locator('form', { has: page.getByRole('button', { name: button }) });
  if (button.includes('eview')) {
    await form.getByLabel('I compared the facts').check();
    await form.getByLabel('I looked at the sources').check();
  }
  await prove(form, person);
  await form.getByRole('button', { name: button }).click();
  await says(page, /It is on the site/);
}

/** The address of a story's page for readers. */
export const pageOf = async ({ page }) => new URL(await page.getByRole('link', { name: 'Page', exact: true }).getAttribute('href'), page.url()).href;

// Screens, looked at.

/** Nothing went wrong in a browser that a person would not have seen. */
export const nothingWrong = ({ faults }) => assert.deepEqual(faults, []);

/** How a screen is looked at. At 640 px with letters of twice the size there is as little room as at 320 px. */
const looks = [
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 320, scheme: 'light' },
  { width: 640, scheme: 'light', letters: '200%' },
];

/** What is wrong with a page as it stands, in each look. */
async function wrongIn(page, name) {
  const wrong = [];
  for (const { width, scheme, letters = '' } of looks) {
    await page.setViewportSize({ width, height: width < 600 ? 640 : 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, letters);
    const { over, wide } = await page.evaluate(overflow);
    const found = await violations(page);
    if (over > 0) found.push(`${over} px wider than the window: ${wide.join(', ')}`);
    wrong.push(...found.map((fault) => `${name} at ${width} px, ${scheme}${letters && `, letters ${letters}`}: ${fault}`));
  }
  await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
  await page.setViewportSize({ width: 1280, height: 900 });
  return wrong;
}

/** A test of its own that looks at a page as it stands. */
export const lookAt = (t, page, name) => t.test(name, async () => {
  const wrong = await wrongIn(page, name);
  assert.ok(wrong.length === 0, `${page.url()}\n${wrong.join('\n')}`);
});

/** What has the focus, and whether one sees that: it has an outline, and some of it is in the window with nothing above it. */
const focus = (page) => page.evaluate(() => {
  const { activeElement: now } = document;
  const { outlineStyle, outlineWidth } = getComputedStyle(now);
  const [line] = now.getClientRects();
  const [left, middle, right] = [2, line.width / 2, line.width - 2].map((at) => line.left + at);
  const places = [2, line.height / 2, line.height - 2].flatMap((at) => [left, middle, right].map((x) => [x, line.top + at]));
  const bare = places.some(([x, y]) => document.elementsFromPoint(x, y)[0]?.closest('a, button, input, select, textarea, summary, [tabindex]') === now);
  const seen = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 && bare;
  const words = now.innerText ?? '';
  const what = `<${now.localName} class="${now.className}" name="${now.name ?? ''}"> “${words.slice(0, 40)}”`;
  return { seen, what, words, name: now.name, value: now.value };
});

/** Somebody without a mouse: each press says what has the focus then, and wants it seen. */
export function keyboard(page) {
  const hands = { presses: 0 };
  hands.press = async (key) => {
    await page.keyboard.press(key);
    hands.presses += 1;
    const now = await focus(page);
    assert.ok(now.seen, `after ${key} the focus is not seen: it is on ${now.what}`);
    return now;
  };
  /** Goes on by Tab to what is looked for. */
  hands.tabTo = async (what, is) => {
    for (let stops = 0; stops < 150; stops += 1) {
      if (is(await hands.press('Tab'))) return;
    }
    assert.fail(`no way by Tab to ${what}`);
  };
  return hands;
}

/** A test in a newsroom of its own. When it fails, it tells where its browsers were and what the server said. */
export function inNewsroom(name, run, options) {
  test(name, async (t) => {
    const room = await openNewsroom(options);
    try {
      await run(room, t);
    } catch (error) {
      for (const [n, { page, faults }] of room.tabs.entries()) {
        const picture = `desk-failed-${name.replaceAll(/\W+/g, '-').slice(0, 40)}-${n + 1}`;
        await shoot(page, picture).catch(() => {});
        t.diagnostic([`browser ${n + 1} was at ${page.url()}, see ${picture}.png`, ...faults].join('\n'));
      }
      t.diagnostic(`dateline said:\n${room.log.join('\n')}`);
      throw error;
    } finally {
      await room.close();
    }
  });
}
