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
import { openAt, shoot } from './chromium.mjs';

const STEP_MS = 30_000;
/** A debug build on a busy machine takes its time. */
const PATIENCE_MS = 60_000;

const binary = (() => {
  const target = path(import.meta.dirname, '../../target');
  const found = [process.env.DATELINE, path(target, 'release/dateline'), path(target, 'debug/dateline')].find((file) => file && existsSync(file));
  assert.ok(found, 'no dateline in target/; build it, or set DATELINE to its path');
  return found;
})();

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
  language: 'en',
  headlines: [{ role: 'main', contentType: 'text/plain', value: report.headline }],
  bodies: [{ role: 'main', contentType: 'text/html', value: markup(report) }],
});

/** Two agencies: one sends RSS, the other ninjs, which can take a report back. Reports are `{ id, headline, text, at }`. */
async function openWire() {
  const reports = { rss: [], ninjs: [] };
  const server = createServer((request, answer) => {
    const [kind, body] = request.url === '/rss' ? ['application/rss+xml', rss(reports.rss)] : ['application/json', JSON.stringify(reports.ninjs.map(ninjsItem))];
    answer.writeHead(200, { 'content-type': kind }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { ...reports, address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

// The newsroom.

const settings = (wire) => `
[house]
name = "The Test Ledger"
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
`;

/** Starts a newsroom in which a person reviews everything. `link` lets its first person in. */
export async function openNewsroom() {
  const wire = await openWire();
  const home = await mkdtemp(path(tmpdir(), 'dateline-desk-'));
  await writeFile(path(home, 'dateline.toml'), settings(wire.address));
  const server = spawn(binary, ['serve', '--home', home, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(server, 'exit');
  const log = [];
  for (const stream of [server.stdout, server.stderr]) createInterface({ input: stream }).on('line', (line) => log.push(line));
  const said = (pattern) => until(`${pattern} from dateline, which said:\n${log.join('\n')}`, () => {
    assert.equal(server.exitCode, null, `dateline ended; it said:\n${log.join('\n')}`);
    return pattern.exec(log.join('\n'))?.[1];
  });
  return {
    wire,
    log,
    origin: await said(/serving (http:\S+)/),
    link: await said(/^\s*(http:\S+\/desk\/join\/\S+)/m),
    pull: () => promisify(execFile)(binary, ['wire', 'pull', '--once', '--home', home]),
    async close() {
      server.kill();
      const stopped = await Promise.race([ended, sleep(10_000)]);
      if (!stopped) server.kill('SIGKILL');
      wire.close();
      await rm(home, { recursive: true, force: true });
      assert.ok(stopped, 'dateline did not stop within ten seconds of SIGTERM');
    },
  };
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

/** Somebody comes in by a link, with a browser of their own: `{ page, phone, faults, close }`. */
export async function join(browser, room, link, who, options) {
  const tab = await openAt(browser, room.origin, options);
  room.tabs.push(tab);
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

/** Sends reports over the wire and waits until a list of the desk shows each. Gives the addresses of their stories. */
export async function send({ page }, room, kind, ...reports) {
  room.wire[kind].push(...reports);
  await room.pull();
  return Promise.all(reports.map(({ id }) => id)).then(() => until(`${reports.length} stories in the queue`, async () => {
    await page.goto(`${room.origin}/desk?list=held`);
    const rows = page.locator('.row h2 a');
    const all = await rows.evaluateAll((links) => links.map((link) => link.href));
    return all.length >= room.wire.rss.length + room.wire.ninjs.length && all;
  }));
}

/** A test in a newsroom of its own. When it fails, it shows what the pages and the server said. */
export function inNewsroom(name, run) {
  test(name, async (t) => {
    const room = await openNewsroom();
    room.tabs = [];
    try {
      await run(room, t);
    } catch (error) {
      for (const [n, { page, faults }] of room.tabs.entries()) {
        t.diagnostic(`browser ${n + 1} is at ${page.url()} ${faults.join('; ')}`);
        await shoot(page, `desk-failed-${name.replaceAll(/\W+/g, '-')}-${n + 1}`).catch(() => {});
      }
      t.diagnostic(`dateline said:\n${room.log.join('\n')}`);
      throw error;
    } finally {
      await Promise.all(room.tabs.map((tab) => tab.close()));
      await room.close();
    }
  });
}
