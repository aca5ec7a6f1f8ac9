// What programs read: feeds, sitemaps, the small files, and how heavy and how well linked the pages are.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { launch, open } from './browser.mjs';
import { articles, get, links, page, pages, pathOf, sitemapAddresses } from './site.mjs';

const browser = await launch();
after(() => browser.close());

const ARTICLE_MAX_BYTES = 14 * 1024;

/** Feeds that a page offers in its head: `{ path, type }`. */
function feeds(html) {
  const found = [...html.matchAll(/<link\b[^>]*\brel=["']?alternate\b[^>]*>/gi)].map(([tag]) => tag);
  const value = (tag, name) => new RegExp(`\\b${name}=["']?([^"'\\s>]+)`, 'i').exec(tag)?.[1];
  return found.map((tag) => ({ path: pathOf(value(tag, 'href')), type: value(tag, 'type') })).filter(({ type }) => /(rss|atom|feed)\+(xml|json)/.test(type ?? ''));
}

/** An XML text as the browser's own parser sees it: the root's name, and each item's or entry's words. */
async function readXml(text) {
  const tab = await open(browser);
  const read = await tab.page.evaluate((xml) => {
    const tree = new DOMParser().parseFromString(xml, 'application/xml');
    const error = tree.querySelector('parsererror')?.textContent;
    const items = [...tree.querySelectorAll('item, entry')].map((item) => ({
      text: item.textContent,
      id: item.querySelector('guid, id')?.textContent,
      link: item.querySelector('link')?.getAttribute('href') ?? item.querySelector('link')?.textContent,
      time: item.querySelector('pubDate, updated')?.textContent,
    }));
    return { error, root: tree.documentElement.localName, items };
  }, text);
  await tab.close();
  return read;
}

/** The label of machine-made text, in the languages of the sample. */
const LABEL = /written by software|par un logiciel|كتبه برنامج|सॉफ़्टवेयर/i;

test('every list has feeds in three formats, valid, with a label in each machine-written item', async (t) => {
  const lists = (await pages()).filter(({ kind }) => ['home', 'list', 'latest'].includes(kind));
  for (const list of lists) {
    await t.test(list.name, async () => {
      const offered = feeds(await page(list.path));
      const types = [...new Set(offered.map(({ type }) => type))].sort();
      assert.deepEqual(types, ['application/atom+xml', 'application/feed+json', 'application/rss+xml'], `feeds offered by ${list.path}`);
      for (const { path, type } of offered) {
        const answer = await get(path);
        assert.equal(answer.status, 200, `${path} answers ${answer.status}`);
        if (type.endsWith('json')) checkJsonFeed(path, JSON.parse(answer.text));
        else checkXmlFeed(path, type, await readXml(answer.text));
      }
    });
  }
});

function checkXmlFeed(path, type, { error, root, items }) {
  assert.equal(error, undefined, `${path} is not well-formed`);
  assert.equal(root, type.includes('atom') ? 'feed' : 'rss');
  assert.ok(items.length > 0, `${path} is empty`);
  assert.equal(new Set(items.map(({ id }) => id)).size, items.length, `ids in ${path} are not unique`);
  for (const { text, link, time } of items) {
    assert.ok(link && pathOf(link).startsWith('/'), `an item of ${path} has no link`);
    assert.ok(Number.isFinite(Date.parse(time)), `an item of ${path} has no time: ${time}`);
    if (pathOf(link).startsWith('/article/')) assert.match(text, LABEL, `an item of ${path} has no label`);
  }
}

function checkJsonFeed(path, feed) {
  assert.match(feed.version, /^https:\/\/jsonfeed\.org\/version\/1/, `${path} names no version`);
  assert.ok(feed.title && feed.items.length > 0, `${path} is empty`);
  for (const item of feed.items) {
    assert.equal(typeof item.id, 'string');
    assert.ok(item.content_html || item.content_text, `${item.id} in ${path} has no content`);
    assert.ok(Number.isFinite(Date.parse(item.date_published)), `${item.id} in ${path} has no date`);
    if (pathOf(item.url).startsWith('/article/')) assert.match(JSON.stringify(item), LABEL, `${item.id} in ${path} has no label`);
  }
}

test('sitemaps, robots.txt and security.txt answer', async () => {
  const robots = await get('/robots.txt');
  assert.match(robots.type, /^text\/plain/);
  assert.ok((await sitemapAddresses()).filter((path) => path.startsWith('/article/')).length >= 5, 'articles in the sitemap');
  for (const map of [...robots.text.matchAll(/^\s*sitemap:\s*(\S+)/gim)].map(([, address]) => pathOf(address))) {
    assert.equal((await readXml(await page(map))).error, undefined, `${map} is not well-formed`);
  }
  const security = await get('/.well-known/security.txt');
  assert.match(security.text, /^Contact: \S+/m);
  const expires = Date.parse(/^Expires: (.+)$/m.exec(security.text)?.[1]);
  assert.ok(expires > Date.now() && expires < Date.now() + 366 * 24 * 3600_000, 'Expires is within a year');
});

test('an article page is 14 KB or less, gzipped, without pictures', async (t) => {
  for (const { path, html } of await articles()) {
    const bytes = gzipSync(html, { level: 6 }).length;
    await t.test(`${bytes} bytes: ${decodeURI(path)}`, () => assert.ok(bytes <= ARTICLE_MAX_BYTES, `${bytes} bytes`));
  }
});

test('an article tells programs what it is', async (t) => {
  for (const { path, html } of await articles()) {
    await t.test(decodeURI(path), () => {
      const json = /<script type="application\/ld\+json"[^>]*>([^]*?)<\/script>/.exec(html)?.[1];
      assert.ok(json, 'no JSON-LD');
      const data = [JSON.parse(json)].flatMap((d) => d['@graph'] ?? d).find((d) => /NewsArticle/.test(d['@type']));
      for (const key of ['headline', 'datePublished', 'dateModified', 'publisher', 'author']) assert.ok(data?.[key], `no ${key} in JSON-LD`);
      for (const name of ['og:title', 'og:type', 'og:url']) assert.match(html, new RegExp(`property=["']?${name}`), `no ${name}`);
      assert.match(html, /<link\b[^>]*rel=["']?canonical/);
      assert.match(html, /<time\b[^>]*datetime=/);
    });
  }
});

test('what may leak did not: embargoed and killed stories stand nowhere', async () => {
  // Words of the sample's embargoed and killed events, which stand in no other report.
  const words = /Quillhaven|ossivane|Astbarrow|Hallivent|Drosmark|Pellucor|Reinmark/i;
  for (const path of ['/', '/latest', '/trending', '/shots', '/corrections', ...(await pages()).filter(({ kind }) => kind === 'list').map((p) => p.path)]) {
    const html = await page(path);
    assert.doesNotMatch(html, words, `${path} leaks`);
    for (const feed of feeds(html)) assert.doesNotMatch(await page(feed.path), words, `${feed.path} leaks`);
  }
  for (const { path, html } of await articles()) assert.doesNotMatch(html, words, `${path} leaks`);
});

test('a wrong sector or slug leads to the right address; unknown ids are not found', async () => {
  const [{ path }] = await articles();
  const [, sector, id] = /^\/article\/([^/]+)\/(\d+)-/.exec(path);
  const wrong = await get(`/article/${sector}/${id}-wrong-words`, { follow: false });
  assert.ok([301, 302, 307, 308].includes(wrong.status), `a wrong slug answers ${wrong.status}`);
  assert.equal(decodeURI(pathOf(wrong.headers.get('location'))), decodeURI(path));
  assert.equal((await get(`/article/${sector}/99999999-nothing`)).status, 404);
});

test('a page that is not there says so, with a way on', async () => {
  const answer = await get('/no-such-page');
  assert.equal(answer.status, 404);
  assert.ok(links(answer.text).includes('/'), 'the 404 page has no way home');
});

test('the killed story answers 410 with a notice and none of its words', async (t) => {
  // Its address is linked nowhere, as it should be; ids rise by one, so it is the gap between those that are out.
  const ids = (await articles()).map(({ path }) => Number(/\/(\d+)-/.exec(path)[1]));
  const gaps = Array.from({ length: Math.max(...ids) }, (_, i) => i + 1).filter((id) => !ids.includes(id));
  const answers = await Promise.all(gaps.map((id) => get(`/article/other/${id}-x`)));
  const killed = answers.filter(({ status }) => status === 410);
  assert.deepEqual(answers.filter(({ status }) => ![404, 410].includes(status)).map(({ status }) => status), []);
  if (killed.length === 0) return t.skip('no killed story on this site');
  for (const { text } of killed) {
    assert.doesNotMatch(text, /Drosmark|Pellucor|Reinmark/i);
    assert.ok(links(text).includes('/'), 'the 410 page has no way on');
  }
});

test('no link is dead', async () => {
  const dead = [];
  const seen = new Set();
  const queue = (await pages()).filter(({ status }) => !status).map(({ path }) => path);
  while (queue.length > 0 && seen.size < 400) {
    const path = queue.shift();
    if (seen.has(path)) continue;
    seen.add(path);
    const answer = await get(path);
    if (answer.status !== 200) dead.push(`${answer.status} ${path}`);
    if (/text\/html/.test(answer.type)) queue.push(...links(answer.text).filter((link) => !seen.has(link)));
  }
  assert.deepEqual(dead, []);
});

test('pages come with headers that keep others out', async () => {
  const { headers } = await get('/');
  const policy = headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.doesNotMatch(policy, /unsafe-/);
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.ok(headers.get('referrer-policy'));
  assert.equal(headers.get('set-cookie'), null, 'a cookie is set');
});
