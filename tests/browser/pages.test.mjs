// Every kind of page, as readers see it: narrow and wide, light and dark, printed, right to left, and without scripts.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { violations } from './axe.mjs';
import { find, leastWords, measure, required, somewhere } from './blocks.mjs';
import { launch, open, overflow, shoot, widths } from './browser.mjs';
import { articles, origin, pages } from './site.mjs';

const browser = await launch();
const all = await pages();
after(() => browser.close());

const full = (name, shown) => shown && (shown.words >= (leastWords[name] ?? 1) || (name === 'picture' && shown.pictures > 0));
const none = (faults, path) => assert.ok(faults.length === 0, `${path}\n${[...new Set(faults)].join('\n')}`);
const visit = async (tab, { path, status = 200 }) => {
  const answer = await tab.page.goto(origin + path, { waitUntil: 'load' });
  assert.equal(answer.status(), status, `${path} answers ${answer.status()}`);
};

test('every block is there, with something in it, and no script is needed', async (t) => {
  for (const one of all) {
    for (const width of widths) {
      await t.test(`${one.name} at ${width}`, async () => {
        const tab = await open(browser, { width, scripts: false });
        await visit(tab, one);
        const shown = await measure(tab.page);
        const missing = required[one.kind].filter((name) => !full(name, shown[name]));
        assert.deepEqual(missing, [], `blocks missing or empty on ${one.path}`);
        const main = await tab.page.locator('main').innerText();
        assert.ok(main.trim().split(/\s+/).length >= 5, `nothing in <main> of ${one.path}`);
        assert.equal(await tab.page.locator('h1').count(), 1, `one <h1> on ${one.path}`);
        assert.equal(await tab.page.locator('script:not([type="application/ld+json"])').count(), 0, `a script on ${one.path}`);
        if (one.kind === 'list') {
          assert.ok((await tab.page.locator('main a[href*="/article/"]').count()) > 0, `no story on ${one.path}`);
        }
        none(tab.faults, one.path);
        await tab.close();
      });
    }
  }
});

test('pictures and related stories stand on some article', async () => {
  const missing = new Set(somewhere);
  const tab = await open(browser, { scripts: false });
  for (const { path } of await articles()) {
    await visit(tab, { path });
    const shown = await measure(tab.page);
    somewhere.filter((name) => full(name, shown[name])).forEach((name) => missing.delete(name));
    if (missing.size === 0) break;
  }
  await tab.close();
  assert.deepEqual([...missing], []);
});

test('fits the window, passes axe, asks nobody else, in light and dark', async (t) => {
  for (const one of all) {
    for (const width of widths) {
      for (const scheme of ['light', 'dark']) {
        await t.test(`${one.name} at ${width}, ${scheme}`, async () => {
          const tab = await open(browser, { width, scheme });
          await visit(tab, one);
          await shoot(tab.page, `${one.name}-${width}-${scheme}`);
          const { over, wide } = await tab.page.evaluate(overflow);
          const found = [...(await violations(tab.page)), ...tab.faults];
          if (over > 0) found.push(`${over} px wider than the window: ${wide.join(', ')}`);
          await tab.close();
          none(found, one.path);
        });
      }
    }
  }
});

test('dark mode is dark', async () => {
  const tab = await open(browser, { scheme: 'dark' });
  await visit(tab, all[0]);
  const paint = await tab.page.evaluate(() => {
    const of = (e) => getComputedStyle(e).backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [255, 255, 255];
    const [body, root] = [of(document.body), of(document.documentElement)];
    return body[3] === 0 ? root : body;
  });
  assert.ok(paint.slice(0, 3).every((part) => part < 100), `the ground is rgb(${paint})`);
  await tab.close();
});

for (const one of all.filter(({ name }) => name === 'article' || name === 'home')) {
  test(`${one.name} in print keeps its words and label, and drops the menus`, async () => {
    const tab = await open(browser, { width: 794 });
    await visit(tab, one);
    await tab.page.emulateMedia({ media: 'print' });
    await shoot(tab.page, `${one.name}-print`);
    const shown = await measure(tab.page);
    const kept = one.kind === 'article' ? ['label', 'headline', 'summary', 'body', 'sources', 'sample'] : ['sample'];
    assert.deepEqual(kept.filter((name) => !full(name, shown[name])), [], 'missing on paper');
    assert.equal(shown.menu?.words ?? 0, 0, 'the menu is printed');
    assert.equal(await tab.page.locator('form').first().isVisible(), false, 'a form is printed');
    await tab.close();
  });
}

test('the Arabic story runs from right to left', async () => {
  const tab = await open(browser);
  await visit(tab, all.find(({ rtl }) => rtl));
  for (const name of ['headline', 'summary', 'body']) {
    const style = await tab.page.locator(find(name)).first().evaluate((e) => {
      const { direction, textAlign } = getComputedStyle(e);
      return { direction, textAlign, lang: e.closest('[lang]')?.lang };
    });
    assert.equal(style.direction, 'rtl', `${name} runs left to right`);
    assert.notEqual(style.textAlign, 'left', `${name} is aligned left`);
    assert.equal(style.lang, 'ar', `${name} is not marked as Arabic`);
  }
  await tab.close();
});

test('the label stands above the headline, and on the picture', async () => {
  for (const one of all.filter(({ kind }) => kind === 'article')) {
    const tab = await open(browser, { width: 320 });
    await visit(tab, one);
    const top = (name) => tab.page.locator(find(name)).first().evaluate((e) => e.getBoundingClientRect().top);
    assert.ok((await top('label')) <= (await top('headline')), `the label is below the headline on ${one.path}`);
    await tab.close();
  }
});

test('the source of a sentence is one click away, without a script', async () => {
  const tab = await open(browser, { width: 320, scripts: false });
  await visit(tab, all.find(({ kind }) => kind === 'article'));
  const mark = tab.page.locator(':is(' + find('body') + ') a[href*="#"]').first();
  const evidence = tab.page.locator((await mark.getAttribute('href')).replace(/^[^#]*/, ''));
  await mark.click();
  assert.ok(await evidence.isVisible(), 'the mark in the text opens nothing');
  assert.ok((await evidence.innerText()).trim().split(/\s+/).length >= 5, 'the evidence has no words');
  none(tab.faults, 'evidence');
  await tab.close();
});

test('a story filed abroad says where it was filed and what it is about', async () => {
  const tab = await open(browser);
  await visit(tab, all.find(({ name }) => name === 'article-abroad'));
  const words = await tab.page.locator(find('country')).first().innerText();
  assert.match(words, /filed from/i);
  assert.match(words, /about/i);
  await tab.close();
});

test('a keyboard reaches the text first, and sees where it is', async () => {
  const tab = await open(browser);
  await visit(tab, all.find(({ kind }) => kind === 'article'));
  await tab.page.keyboard.press('Tab');
  const focused = await tab.page.evaluate(() => {
    const { href = '', hash = '' } = document.activeElement ?? {};
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
    return { href, target: hash ? Boolean(document.querySelector(hash)) : false, outline: outlineStyle !== 'none' && outlineWidth !== '0px' };
  });
  assert.ok(focused.target, `the first stop is no way to the text: ${focused.href}`);
  assert.ok(focused.outline, 'the focused link has no outline');
  await tab.close();
});
