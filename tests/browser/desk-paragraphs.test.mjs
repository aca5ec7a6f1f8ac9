// Paragraphs of a text, moved by keys, by buttons and by hand; an earlier text, taken again.

import assert from 'node:assert/strict';
import { after } from 'node:test';
import { launch } from './chromium.mjs';
import { field, inNewsroom, join, lookAt, nothingWrong, publish, save, says, send, until } from './desk.mjs';
import { bridgeUnquoted as bridge, mira } from './invented.mjs';

const browser = await launch();
after(() => browser.close());

// Everybody and everything here is invented.

const body = [
  'The council of Brackwater closed the Tern Bridge to lorries on Monday after engineers found 41 cracks in its deck.',
  bridge.text[1],
  bridge.text[2],
];

/** Opens the story with three paragraphs that are saved. */
async function three(one, room) {
  const { page } = one;
  const story = await send(one, room, 'rss', bridge);
  await page.goto(story);
  await (await field(page, 'body')).fill(body.join('\n\n'));
  await save(page);
  return story;
}

const written = (page) => page.locator('#body').inputValue();
const listed = (page) => page.locator('[data-part=body] .s').allInnerTexts();
const order = (...places) => places.map((place) => body[place]);

/** The field has the paragraphs in that order, and the list too once it is checked. */
async function stands(page, ...places) {
  assert.equal(await written(page), order(...places).join('\n\n'));
  await until(`the list to show ${places}`, async () => (await listed(page)).join('\n') === order(...places).join('\n'));
}

inNewsroom('a paragraph is moved by keys and by buttons, with the cursor in it, and kept once it is saved', async (room, t) => {
  const one = await join(browser, room, room.link, mira);
  const { page } = one;
  await three(one, room);
  const area = await field(page, 'body');
  const cursorAt = (words) => area.evaluate((element, words) => {
    element.focus();
    element.setSelectionRange(element.value.indexOf(words), element.value.indexOf(words));
  }, words);
  const follows = () => area.evaluate(({ value, selectionStart }) => value.slice(selectionStart, selectionStart + 12));

  await cursorAt('3.4 million');
  await page.keyboard.press('Alt+ArrowUp');
  await stands(page, 0, 2, 1);
  assert.equal(await follows(), '3.4 million ', 'the cursor stays in its words');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await stands(page, 2, 0, 1);
  await page.keyboard.press('Alt+ArrowDown');
  await stands(page, 0, 2, 1);
  await page.keyboard.press('Control+z');
  await stands(page, 2, 0, 1);
  await cursorAt('3.4 million');

  const down = page.getByRole('button', { name: 'Paragraph down' });
  await down.press('Enter');
  await down.press('Enter');
  await stands(page, 0, 1, 2);
  assert.equal(await page.evaluate(() => document.activeElement.innerText), 'Paragraph down', 'the button keeps the focus');
  assert.match(await page.locator('.moves [role=status]').innerText(), /Now paragraph 3 of 3/);
  await page.getByRole('button', { name: 'Paragraph up' }).click();
  await stands(page, 0, 2, 1);
  await lookAt(t, page, 'story, paragraphs moved');
  await save(page);
  assert.deepEqual(await listed(page), order(0, 2, 1));
  await page.locator('a.howto').click();
  assert.match(await page.locator('dialog#keys').innerText(), /Alt[^]*move the paragraph/);
  await page.keyboard.press('Escape');
  nothingWrong(one);
});

inNewsroom('a paragraph is dragged to another place, and an earlier text is taken again', async (room, t) => {
  const one = await join(browser, room, room.link, mira);
  const { page } = one;
  // All of it in the window: what scrolls while the mouse is down is taken hold of elsewhere.
  await page.setViewportSize({ width: 1280, height: 1800 });
  const story = await three(one, room);
  const grips = page.locator('[data-part=body] .grip');
  assert.equal(await grips.count(), 3);
  await grips.nth(0).dragTo(page.locator('[data-part=body] .s').nth(2));
  await stands(page, 1, 2, 0);
  assert.ok(await page.locator('#body').isVisible(), 'what is not saved is there to be seen');
  await until('the handles to be back', async () => (await grips.count()) === 3);
  await grips.nth(2).dragTo(page.locator('[data-part=body] .s').nth(1));
  await stands(page, 1, 0, 2);
  await save(page);
  assert.deepEqual(await listed(page), order(1, 0, 2));

  await page.goto(`${story}/revisions`);
  await lookAt(t, page, 'revisions, with texts to take again');
  const newest = page.locator('.revs > li').first();
  assert.equal(await newest.getByRole('button').count(), 0, 'the newest is no earlier text');
  await page.locator('.revs > li').nth(1).getByRole('button', { name: 'Take this text again' }).click();
  await says(page, /Saved and checked/);
  assert.deepEqual(await listed(page), body);
  await page.goto(`${story}/log`);
  assert.match(await page.locator('main').innerText(), /the text of revision \d+ again/);
  nothingWrong(one);
});

inNewsroom('without scripts no button is shown that would do nothing', async (room) => {
  const one = await join(browser, room, room.link, mira, { scripts: false });
  const { page } = one;
  await page.goto(await send(one, room, 'rss', bridge));
  await field(page, 'body');
  assert.equal(await page.getByRole('button', { name: 'Paragraph up' }).isVisible(), false);
  assert.equal(await page.locator('.grip').count(), 0);
  nothingWrong(one);
});

inNewsroom('words are made bold, italic and links by keys and by buttons, and readers get them so', async (room, t) => {
  const one = await join(browser, room, room.link, mira);
  const { page } = one;
  await three(one, room);
  const area = await field(page, 'body');
  const choose = (words) => area.evaluate((element, words) => {
    element.focus();
    element.setSelectionRange(element.value.indexOf(words), element.value.indexOf(words) + words.length);
  }, words);
  await choose('Brackwater ');
  await page.keyboard.press('Control+b');
  assert.match(await written(page), /of \*\*Brackwater\*\* closed/, 'the space stays outside');
  await page.keyboard.press('Control+b');
  assert.equal(await written(page), body.join('\n\n'), 'the same key takes it away');
  // Over two paragraphs each has signs of its own.
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+b');
  assert.equal(await written(page), body.map((words) => `**${words}**`).join('\n\n'));
  await page.keyboard.press('Control+z');
  assert.equal(await written(page), body.join('\n\n'));
  await choose('Brackwater');
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Control+i');
  assert.match(await written(page), /\*\*\*Brackwater\*\*\*/);
  await choose('41 cracks ');
  await page.getByRole('button', { name: 'Link', exact: true }).click();
  await page.keyboard.type('https://bridge.example/report');
  assert.match(await written(page), /\[41 cracks\]\(https:\/\/bridge\.example\/report\) in/);
  await choose('Monday');
  await page.getByRole('button', { name: 'Italic' }).click();
  await choose('3.4 million');
  await page.keyboard.press('Home');
  await page.keyboard.type('- ');
  await until('the list to show it', async () => (await page.locator('[data-part=body] .s strong').count()) === 1);
  // Paragraphs still move, signs and all.
  assert.equal(await page.locator('[data-part=body] .grip').count(), 3);
  await lookAt(t, page, 'story, words that stand out');
  await save(page);
  await publish(one);
  const address = await page.getByRole('link', { name: 'Page', exact: true }).getAttribute('href');
  await page.goto(new URL(address, page.url()).href);
  const text = page.locator('[data-block~=body]');
  assert.equal(await text.locator('strong em').first().innerText(), 'Brackwater');
  assert.equal(await text.getByRole('link', { name: '41 cracks' }).getAttribute('href'), 'https://bridge.example/report');
  assert.equal(await text.locator('ul.t > li').count(), 1);
  await lookAt(t, page, 'page, words that stand out');
  nothingWrong(one);
});
