// Chromium as the tests want it: quiet, alone, and watched.

import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function executable() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const places = (process.env.PATH ?? '').split(delimiter);
  const found = names.flatMap((name) => places.map((place) => join(place, name))).find(existsSync);
  if (!found) throw new Error('no Chromium on PATH; set CHROMIUM to its path');
  return found;
}

/** A browser with a fresh profile that finds no host but this machine. */
export const launch = () =>
  chromium.launch({
    executablePath: executable(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-proxy-server',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });

/** Screenshots go here. */
const screens = process.env.SCREENS ?? join(import.meta.dirname, '../../target/screens');
mkdirSync(screens, { recursive: true });

/** Widths that are looked at: the narrowest phone that WCAG counts on, and a desk. */
export const widths = [320, 1280];

/**
 * A page of its own context, with a list of what went wrong on it: requests that leave the site at `origin`, what the console
 * calls an error, scripts that threw, and answers of 400 and more besides the page's own.
 */
export async function openAt(browser, origin, { width = 1280, scheme = 'light', scripts = true } = {}) {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 640 : 900 },
    colorScheme: scheme,
    javaScriptEnabled: scripts,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  const faults = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.origin !== origin) faults.push(`a request leaves the site: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document') faults.push(`${response.status()} for ${response.url()}`);
  });
  page.on('pageerror', (error) => faults.push(`a script threw: ${error.message}`));
  page.on('console', (message) => {
    const ownStatus = /status of (4|5)\d\d/.test(message.text()) && message.location().url === page.url();
    if (message.type() === 'error' && !ownStatus) faults.push(`console: ${message.text().slice(0, 240)} ${message.location().url}`);
  });
  return { page, faults, close: () => context.close() };
}

/** A picture of the whole page, with the images that would wait for the reader to come near. */
export async function shoot(page, name) {
  await page.evaluate(async () => {
    const images = [...document.images];
    images.forEach((image) => { image.loading = 'eager'; });
    await Promise.all(images.map((image) => image.decode().catch(() => {})));
  });
  await page.screenshot({ path: join(screens, `${name}.png`), fullPage: true });
}

/** How far the page can be scrolled sideways, in pixels, and the elements that reach too far. Runs in the page. */
export const overflow = () => {
  const root = document.documentElement;
  const over = root.scrollWidth - root.clientWidth;
  const wide = over > 0 ? [...document.querySelectorAll('body *')].filter((e) => {
    const box = e.getBoundingClientRect();
    const sticksOut = box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1);
    return sticksOut || (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === 'visible');
  }) : [];
  return { over, wide: wide.slice(0, 5).map((e) => `<${e.tagName.toLowerCase()} class="${e.className}">`) };
};
