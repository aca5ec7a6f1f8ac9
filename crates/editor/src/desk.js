// The desk's keys and live answers. Every page works without them: they press the page's own buttons and follow its own links,
// so what a person may do is decided in one place, the server. Nothing is kept in the browser.

const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const box = (element) => element.getBoundingClientRect();
const queue = one('main.queue');
const edit = one('form#edit');
const panel = one('#evidence');
const tally = one('#tally');

/** The answer of this server. Being led elsewhere counts as no answer: that would be the sign-in page. */
async function ask(address, options, ...also) {
  const answer = await fetch(address, { redirect: 'error', ...options });
  if (!answer.ok && !also.includes(answer.status)) throw new Error(`the desk answered ${answer.status}`);
  return answer;
}

/** Puts markup of this server into a place. A document that is only parsed runs no scripts. */
function put(place, html) {
  place?.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
}

// The check, while the text is being changed.
let leaving = false;
let quiet;
let asked;

const changed = () => [...edit.elements].some((field) => field.type === 'textarea' && field.value !== field.defaultValue);

/** Says how the text stands. The same words are not set again, for they would be read out again. */
function tell(words) {
  tally?.removeAttribute('aria-busy');
  if (tally && tally.textContent !== words) tally.textContent = words;
}

async function check() {
  asked?.abort();
  asked = new AbortController();
  const { signal } = asked;
  tally?.setAttribute('aria-busy', 'true');
  try {
    const body = new URLSearchParams(new FormData(edit));
    const answer = await ask(edit.dataset.check, { method: 'POST', headers: { 'X-Desk': 'check' }, body, signal });
    const { parts = {}, counts = {}, tally: words } = await answer.json();
    for (const part of all('.part', edit)) {
      const { part: name } = part.dataset;
      if (name in parts) put(one('.sentences', part), parts[name]);
      if (name in counts) one('.count', part)?.replaceChildren(counts[name]);
    }
    grips();
    point(chosen);
    tell(words);
  } catch {
    if (!signal.aborted) tell('The check could not be asked; your text is still here. Save to check it.');
  }
}

// The question comes on submit, not on click: a form that lacks its reason says so first.
document.addEventListener('submit', (event) => {
  const words = event.submitter?.dataset.sure;
  if (words && !confirm(words)) event.preventDefault();
  else if (event.target === edit) {
    leaving = true;
    clearTimeout(quiet);
    asked?.abort();
  }
});

if (edit) {
  edit.addEventListener('input', () => {
    clearTimeout(quiet);
    quiet = setTimeout(check, 350);
  });
  addEventListener('beforeunload', (event) => {
    if (!leaving && changed()) event.preventDefault();
  });
  // "Back" may show this very page again, and a reload may put the changed words back.
  addEventListener('pageshow', () => { leaving = false; });
  if (changed()) check();
}

// Choosing a sentence.
let chosen = new URLSearchParams(location.search).get('s');
let reading;

/** Marks a sentence, by its number, as the one that the panel speaks of. */
function point(sentence) {
  chosen = sentence;
  for (const link of all('.s')) {
    if (link.dataset.sentence === sentence) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

/** Marks in the reports what the panel quotes: the page came with the marks of the sentence that was open then. */
function cite() {
  for (const old of all('.words mark.cited')) {
    const { parentNode } = old;
    old.replaceWith(...old.childNodes);
    parentNode.normalize();
  }
  for (const quote of all('.source p', panel)) {
    const words = quote.textContent.trim();
    const texts = all('.words p').flatMap((p) => [...p.childNodes]).filter((node) => node.nodeType === Node.TEXT_NODE);
    const text = words && texts.find((node) => node.data.includes(words));
    if (!text) continue;
    const cited = text.splitText(text.data.indexOf(words));
    cited.splitText(words.length);
    const mark = document.createElement('mark');
    mark.className = 'cited';
    if (!one('#cited')) mark.id = 'cited';
    cited.replaceWith(mark);
    mark.append(cited);
  }
}

/** Whether the sources stand beside the draft, not under it. */
const beside = () => box(one('.proof')).top < box(one('.draft')).bottom;

/** Brings what is cited into view: in its report and, beside the draft, in what the panel leaves free of the column. */
function show() {
  const cited = one('#cited');
  const words = cited?.closest('.words');
  if (!words) return;
  words.scrollBy({ top: box(cited).top - box(words).top - words.clientHeight / 3, behavior: 'instant' });
  const column = words.closest('.proof');
  const free = box(panel).bottom;
  const lost = box(cited).top < free || box(cited).bottom > box(column).bottom;
  if (lost && beside()) column.scrollBy({ top: box(cited).top - free - 48 });
}

function say(words) {
  const line = document.createElement('p');
  line.className = 'why';
  line.textContent = words;
  panel.replaceChildren(line);
}

async function choose(link) {
  reading?.abort();
  reading = new AbortController();
  const { signal } = reading;
  point(link.dataset.sentence);
  try {
    const answer = await ask(link.href, { headers: { 'X-Desk': 'evidence' }, signal }, 409);
    const html = await answer.text();
    if (answer.status === 409) say('Save first: this sentence is not checked as saved.');
    else {
      put(panel, html);
      // In one column "back" leads back to the draft.
      history[beside() ? 'replaceState' : 'pushState'](null, '', link.href);
    }
  } catch {
    if (signal.aborted) return;
    say('The sources could not be asked. Try again in a moment.');
  }
  cite();
  show();
  if (!beside()) panel.scrollIntoView();
}

if (panel) {
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a.s');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    choose(link);
  });
  if (chosen !== null) point(chosen);
  show();
}

// Counts on the tabs.
const LEAST_MS = 20_000;
const MOST_MS = 300_000;

async function count(pause) {
  let next = pause;
  if (document.visibilityState === 'visible') {
    try {
      const answer = await ask('/desk/counts', { signal: AbortSignal.timeout(LEAST_MS) });
      for (const [list, number] of Object.entries(await answer.json())) {
        for (const place of all(`[data-count="${CSS.escape(list)}"]`)) {
          if (number > Number(place.textContent)) place.closest('a')?.classList.add('new');
          place.textContent = number;
        }
      }
      next = LEAST_MS;
    } catch {
      next = Math.min(pause * 2, MOST_MS);
    }
  }
  setTimeout(count, next, next);
}

if (queue) {
  setTimeout(count, LEAST_MS, LEAST_MS);
  for (const tab of all('.tabs a')) tab.addEventListener('click', () => tab.classList.remove('new'));
}

// On a phone the strip of tabs begins where the open one is.
for (const tab of all('.tabs [aria-current]')) {
  const [at, strip] = [box(tab), tab.closest('ul')];
  strip.scrollBy({ left: (at.left + at.right - box(strip).left - box(strip).right) / 2 });
}

// Keys.
const press = (selector, root) => root && one(selector, root)?.click();
const at = (selector) => document.activeElement?.closest(selector);
const row = () => at('.row') ?? one('.row:target');
const heading = (it) => it && one('h2 a, button', it);

/** Goes to the next of a list, or with -1 to the one before, and stays where it is at either end. */
function step(list, now, by) {
  const is = (it, side) => now.compareDocumentPosition(it) & side;
  const next = by > 0
    ? list.find((it) => !now || is(it, Node.DOCUMENT_POSITION_FOLLOWING))
    : list.findLast((it) => now && is(it, Node.DOCUMENT_POSITION_PRECEDING));
  next?.focus({ preventScroll: true });
  (next?.closest('.row') ?? next)?.scrollIntoView({ block: 'nearest' });
}

const rows = (by) => step(all('.row').map(heading).filter(Boolean), heading(row()), by);

/** Where nothing is chosen by hand yet, the sentence that the page opened on comes first. */
function sentences(by, which) {
  const open = one(`${which}[aria-current]`);
  if (!at('.s') && open) open.focus();
  else step(all(which), at('.s') ?? one('.s[aria-current]'), by);
}



/** Opens a part's field. */
function write(part) {
  const field = one('details.edit', part);
  if (!field) return;
  field.open = true;
  one('textarea', field).focus();
}

const keys = { '?': () => one('dialog#keys')?.showModal() };
for (const link of all('a.howto')) {
  link.hidden = !one('dialog#keys');
  link.addEventListener('click', (event) => {
    event.preventDefault();
    keys['?']();
  });
}
if (queue) {
  Object.assign(keys, {
    j: () => rows(1),
    k: () => rows(-1),
    x: () => press('input[type=checkbox]', row()),
    c: () => press('button[name=claim]', row()),
    '/': () => one('.filter :is(input:not([type=hidden]), select)')?.focus(),
  });
  for (const nth of '123456789') keys[nth] = () => all('.tabs a')[nth - 1]?.click();
}
if (edit) {
  Object.assign(keys, {
    n: () => sentences(1, '.s:not(.ok)'),
    p: () => sentences(-1, '.s:not(.ok)'),
    j: () => sentences(1, '.s'),
    k: () => sentences(-1, '.s'),
    o: () => at('.s')?.click(),
    f: () => press('[data-key="f"]', panel),
    w: () => press('[data-key="w"], [name=swap]', panel),
    r: () => one('.acts :is([name=facts], [name=act])')?.focus(),
    e: () => write((at('.s') ?? one('.s[aria-current]'))?.closest('.part') ?? one('.part')),
  });
}

/** The key by its letter or, where the keyboard writes another script, by its place. */
function letter({ key, code }) {
  if (key === '؟') return '?';
  return key.length > 1 || key < '\u0080' ? key : code.replace(/^(Key|Digit)/, '').toLowerCase();
}

const FIELD = 'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=submit], [type=button])';
const TOGETHER_MS = 1500;
let g = -TOGETHER_MS;

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || one('dialog[open]')) return;
  const key = letter(event);
  if (edit && key === 's' && event.ctrlKey !== event.metaKey && !event.altKey && !event.shiftKey) {
    event.preventDefault();
    if (!event.repeat) press('[name=then][value=stay]', edit);
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  // Who dictates to a browser may have no use for letters that act.
  if (document.body.dataset.keys === 'off') return;
  if (event.target.matches(FIELD)) {
    if (key === 'Escape') event.target.blur();
    return;
  }
  if (key === 'q' && event.timeStamp - g < TOGETHER_MS) location.assign('/desk');
  g = key === 'g' ? event.timeStamp : -TOGETHER_MS;
  if (!Object.hasOwn(keys, key) || (event.repeat && !'jknp'.includes(key))) return;
  event.preventDefault();
  keys[key]();
});
