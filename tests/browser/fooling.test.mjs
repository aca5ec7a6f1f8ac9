// Try to fool it: a reader changes a figure, and the page says what the sources say against it. Without scripts.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { violations } from './axe.mjs';
import { find } from './blocks.mjs';
import { launch, open, overflow, shoot, widths } from './browser.mjs';
import { articles, chosenStories, origin } from './site.mjs';

const browser = await launch();
after(() => browser.close());
const stories = await articles();
const chosen = await chosenStories(stories);

const none = (faults) => assert.ok(faults.length === 0, [...new Set(faults)].join('\n'));

/** The verdicts of an answer, in order: `supported`, `contradicted`, `not found`. */
const verdicts = async (page) => (await page.locator('main .res .v').allInnerTexts()).map((words) => words.trim().toLowerCase());

/** Opens the story's box, puts `change` of its words into it, and sends it. */
async function send(tab, path, change) {
  await tab.page.goto(origin + path);
  const fold = tab.page.locator(find('try')).first();
  await fold.locator('summary').click();
  const form = fold.locator('form');
  const box = form.locator('textarea').first();
  const words = await box.inputValue();
  await box.fill(change(words));
  await Promise.all([tab.page.waitForNavigation(), form.locator('button, input[type="submit"]').first().click()]);
  return words;
}

/** The first figure of two digits or more that is no part of a larger number, and another in its place. */
function changeFigure(words) {
  const found = /(?<![\d.,:–-])([2-9]\d{1,2})(?![\d:–-]|[.,]\d)/.exec(words);
  if (!found) return null;
  const lie = String(Number(found[1]) * 2 + 1);
  return { truth: found[1], lie, words: words.slice(0, found.index) + lie + words.slice(found.index + found[1].length) };
}

/** What stands in a story's box, without opening it. */
const inBox = (html) => (/<textarea[^>]*>([^]*?)<\/textarea>/.exec(html)?.[1] ?? '').replace(/&#x?[\da-f]+;|&[a-z]+;/gi, ' ');

const english = stories.filter(({ html }) => /<html\b[^>]*\slang=["']?en\b/.test(html));
const withFigure = english.find(({ html }) => changeFigure(inBox(html)));

test('untouched words come back supported', async () => {
  const tab = await open(browser, { scripts: false });
  await send(tab, chosen.first, (words) => words);
  const found = await verdicts(tab.page);
  assert.ok(found.length >= 2, 'the answer marks no sentences');
  assert.deepEqual(found.filter((verdict) => verdict !== 'supported'), []);
  none(tab.faults);
  await tab.close();
});

for (const width of widths) {
  for (const scheme of ['light', 'dark']) {
    test(`a changed figure is found out at ${width}, ${scheme}`, async () => {
      assert.ok(withFigure, 'some story has a figure in its box');
      const tab = await open(browser, { width, scheme });
      let figures;
      await send(tab, withFigure.path, (words) => (figures = changeFigure(words)).words);
      const answer = await tab.page.locator('main').innerText();
      await shoot(tab.page, `fooling-${width}-${scheme}`);
      assert.match(answer, /contradicted|not found/i);
      assert.ok((await verdicts(tab.page)).some((verdict) => verdict !== 'supported'), `${figures.truth} -> ${figures.lie} is called supported`);
      assert.ok(answer.includes(figures.lie), `the answer does not show the reader's ${figures.lie}`);
      assert.ok(answer.includes(figures.truth), `the answer does not show the sources' ${figures.truth}`);
      const { over, wide } = await tab.page.evaluate(overflow);
      assert.equal(over, 0, `wider than the window: ${wide.join(', ')}`);
      none([...(await violations(tab.page)), ...tab.faults]);
      await tab.close();
    });
  }
}

test('markup that a reader types stays text', async () => {
  const tab = await open(browser);
  let ran = false;
  tab.page.on('dialog', (dialog) => { ran = true; dialog.dismiss(); });
  await send(tab, chosen.first, () => 'The </textarea><img src=x onerror=alert(1)><script>alert(2)</script> toll rose to 99.');
  assert.equal(ran, false, 'a script ran');
  assert.equal(await tab.page.locator('main img[src="x"], main script').count(), 0, 'markup came through');
  none(tab.faults);
  await tab.close();
});

test('an empty box gets an answer that says what to do', async () => {
  const tab = await open(browser, { scripts: false });
  await send(tab, chosen.first, () => ' ');
  const answer = await tab.page.locator('main').innerText();
  assert.ok(answer.trim().length > 20, 'the answer says nothing');
  await tab.close();
});

test('/check marks a pasted draft against a pasted source', async () => {
  const tab = await open(browser, { scripts: false });
  await tab.page.goto(`${origin}/check`);
  const form = tab.page.locator(`form${find('try')}`);
  const boxes = form.locator('textarea');
  assert.ok((await boxes.count()) >= 2, '/check has a box for the draft and one for a source');
  const draft = form.locator('textarea[name="draft"]');
  const source = form.locator('textarea[name^="source"]');
  await source.first().fill('Mayor Ilse Brandt said on Tuesday that the flood had damaged 42 houses in the old town of Weiden. Nobody was hurt, she said.');
  await draft.first().fill('The flood damaged 87 houses in the old town of Weiden, Mayor Ilse Brandt said.');
  await Promise.all([tab.page.waitForNavigation(), form.locator('button, input[type="submit"]').first().click()]);
  const answer = await tab.page.locator('main').innerText();
  await shoot(tab.page, 'check-answer');
  assert.ok((await verdicts(tab.page)).some((verdict) => verdict !== 'supported'), 'the wrong figure is called supported');
  assert.match(answer, /87/);
  assert.match(answer, /42/);
  await tab.close();
});

test('/check shows what it does on an example, in one click', async () => {
  const tab = await open(browser, { scripts: false });
  await tab.page.goto(`${origin}/check`);
  await Promise.all([tab.page.waitForNavigation(), tab.page.locator('main form').first().locator('button').click()]);
  const found = await verdicts(tab.page);
  assert.ok(found.includes('contradicted') && found.includes('supported'), found.join(', '));
  const answer = await tab.page.locator('main').innerText();
  for (const words of ['21 days', '12 days', 'Edquist', 'Rosvall']) assert.ok(answer.includes(words), words);
  none(tab.faults);
  await tab.close();
});

test('a form too long gets an answer that says how long it may be', async () => {
  const tab = await open(browser, { scripts: false });
  await send(tab, chosen.first, () => 'The toll rose to 99. '.repeat(1000));
  assert.match(await tab.page.locator('main').innerText(), /12000 at most/);
  await tab.close();
});
