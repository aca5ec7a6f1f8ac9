// The running site: its address, plain requests to it, and the pages that the tests look at.

import assert from 'node:assert/strict';

/** Where the sample site runs, without a slash at the end. */
export const origin = (() => {
  const given = process.env.DATELINE_URL;
  assert.ok(given, 'DATELINE_URL must name a running sample site, such as http://127.0.0.1:8080');
  return new URL(given).origin;
})();

/** One request, redirects not followed unless asked. */
export async function get(path, { follow = true, headers = {} } = {}) {
  const answer = await fetch(new URL(path, origin), { redirect: follow ? 'follow' : 'manual', headers });
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', headers: answer.headers, text: await answer.text() };
}

/** A page that must be there. */
export async function page(path) {
  const answer = await get(path);
  assert.equal(answer.status, 200, `${path} answers ${answer.status}`);
  return answer.text;
}

/** The path of an address, which must be one of this site's. */
export const pathOf = (address) => {
  const url = new URL(address.replaceAll('&amp;', '&'), origin);
  assert.equal(url.origin, origin, `${address} names another site`);
  return url.pathname + url.search;
};

/** The paths that an HTML text links to on its own site, in order, each once, without fragments. */
export function links(html) {
  const found = [...html.matchAll(/<a\b[^>]*?\shref\s*=\s*["']?([^"'\s>]+)/gi)].map(([, href]) => href);
  const own = found.filter((href) => !/^[a-z]+:/i.test(href) || href.startsWith(origin)).filter((href) => !href.startsWith('#') && !href.startsWith('//'));
  return [...new Set(own.map(pathOf))];
}

/** Every address in the sitemaps that robots.txt names, sitemap indexes followed. */
export async function sitemapAddresses() {
  const robots = await page('/robots.txt');
  const maps = [...robots.matchAll(/^\s*sitemap:\s*(\S+)/gim)].map(([, address]) => pathOf(address));
  assert.ok(maps.length > 0, 'robots.txt names no sitemap');
  const addresses = new Set();
  for (const map of maps) {
    const text = await page(map);
    const inside = [...text.matchAll(/<loc>\s*([^<]+?)\s*<\/loc>/g)].map(([, address]) => pathOf(address));
    if (/<sitemapindex/.test(text)) maps.push(...inside.filter((path) => !maps.includes(path)));
    else inside.forEach((path) => addresses.add(path));
  }
  return [...addresses];
}

const isArticle = (path) => /^\/article\/[^/]+\/\d+-[^/]+$/.test(path);

/** Every article of the site: `{ path, html }`. */
export async function articles() {
  const listed = [...links(await page('/latest')), ...links(await page('/')), ...(await sitemapAddresses())].filter(isArticle);
  const paths = [...new Set(listed)];
  assert.ok(paths.length >= 5, `the sample site has at least five articles, found ${paths.length}`);
  return Promise.all(paths.map(async (path) => ({ path, html: await page(path) })));
}

/** The countries that a story's page names as links, before its text begins. */
const countries = (html) => new Set(links(/<dl[^]*?<\/dl>/.exec(html)?.[0] ?? '').filter((path) => path.startsWith('/country/')));

/** The stories that stand for the others: the first on the home page, the Arabic one, and one filed from a country that it is not about. */
export async function chosenStories(all) {
  const first = links(await page('/')).find(isArticle);
  assert.ok(first, 'the home page links to an article');
  const arabic = all.find(({ html }) => /<(html|article)\b[^>]*\slang=["']?ar\b/.test(html));
  assert.ok(arabic, 'the sample day has an Arabic story');
  const abroad = all.find(({ html }) => countries(html).size >= 2 && /<html\b[^>]*\slang=["']?en\b/.test(html));
  assert.ok(abroad, 'the sample day has a story filed from one country about another');
  return { first, arabic: arabic.path, abroad: abroad.path };
}

/** Every kind of page: `{ name, path, kind }`; the name is that of the screenshot. */
export async function pages() {
  const home = await page('/');
  const chosen = await chosenStories(await articles());
  const abroad = await page(chosen.abroad);
  const linked = (html, prefix) => {
    const path = links(html).find((link) => link.startsWith(prefix) && link.length > prefix.length && !/\.(xml|rss|atom|json)$/.test(link));
    assert.ok(path, `no link to ${prefix}…`);
    return path;
  };
  const piece = links(await page('/opinion')).find((path) => /^\/(opinion|blog|interview|piece)\/./.test(path) && !/\.(xml|rss|atom|json)$/.test(path));
  assert.ok(piece, 'the opinion page links to a piece');
  const archive = await page('/archive');
  return [
    { name: 'home', kind: 'home', path: '/' },
    { name: 'article', kind: 'article', path: chosen.first },
    { name: 'article-abroad', kind: 'article', path: chosen.abroad },
    { name: 'article-arabic', kind: 'article', path: chosen.arabic, rtl: true },
    { name: 'sector', kind: 'list', path: linked(home, '/sector/') },
    { name: 'country', kind: 'list', path: linked(abroad, '/country/') },
    { name: 'latest', kind: 'latest', path: '/latest' },
    { name: 'shots', kind: 'shots', path: '/shots' },
    { name: 'trending', kind: 'trending', path: '/trending' },
    { name: 'opinion', kind: 'opinion', path: '/opinion' },
    { name: 'piece', kind: 'piece', path: piece },
    { name: 'corrections', kind: 'plain', path: '/corrections' },
    { name: 'sources', kind: 'plain', path: '/sources' },
    { name: 'edition', kind: 'edition', path: '/africa' },
    { name: 'edition-hindi', kind: 'edition', path: '/in' },
    { name: 'edition-latest', kind: 'latest', path: '/fr/latest' },
    { name: 'edition-sector', kind: 'list', path: linked(await page('/africa'), '/africa/sector/') },
    { name: 'edition-trending', kind: 'plain', path: '/fr/trending' },
    { name: 'archive', kind: 'plain', path: '/archive' },
    { name: 'archive-day', kind: 'latest', path: linked(archive, '/archive/2') },
    { name: 'byline', kind: 'opinion', path: linked(await page(piece), '/byline/') },
    { name: 'desk', kind: 'latest', path: '/byline/desk' },
    { name: 'source', kind: 'latest', path: linked(await page('/sources'), '/source/') },
    { name: 'feeds', kind: 'plain', path: '/feeds' },
    { name: 'countries', kind: 'plain', path: '/countries' },
    { name: 'about', kind: 'plain', path: '/about' },
    { name: 'ai-policy', kind: 'plain', path: '/ai-policy' },
    { name: 'about-french', kind: 'plain', path: '/fr/how-it-works' },
    { name: 'check', kind: 'check', path: '/check' },
    { name: 'not-found', kind: 'error', path: '/no-such-page', status: 404 },
  ];
}
