// Paragraphs of the text, moved by keys, by buttons and by hand. They move in the field: nothing is kept until it is saved.

const prose = edit && one('#body', edit);
const list = prose && one('.sentences', prose.closest('.part'));
const moves = prose && one('.moves', prose.closest('.part'));

/** The paragraphs with their places; an empty line ends one, as on the server. */
function paragraphs() {
  const found = [];
  let open = false;
  for (const line of prose.value.matchAll(/[^\n]*\n?/g)) {
    const words = line[0].replace('\n', '');
    const block = /^(#{1,6} |>|[-*] )(?=.*\S)/.exec(words)?.[1] ?? '';
    const last = found.at(-1);
    const goesOn = open && (!block || (block === '>' && last[0].startsWith('>')));
    if (words.trim() && goesOn) last[0] = prose.value.slice(last.index, line.index + words.length);
    else if (words.trim()) found.push({ 0: words, index: line.index });
    open = words.trim() !== '' && !block.startsWith('#');
  }
  return found;
}

/** Puts a paragraph where another stands, those between closing up. The cursor stays in its words. */
function move(from, to) {
  const found = paragraphs();
  if (from === to || !found[from] || !found[to]) return;
  const first = Math.min(from, to);
  const between = found.slice(first, Math.max(from, to) + 1);
  const last = between.at(-1);
  const [start, end] = [between[0].index, last.index + last[0].length];
  const { index, 0: { length } } = found[from];
  const inside = [prose.selectionStart, prose.selectionEnd].map((place) => Math.min(Math.max(place - index, 0), length));
  const words = between.map(({ 0: each }) => each);
  words.splice(to - first, 0, ...words.splice(from - first, 1));
  const all = words.join('\n\n');
  prose.focus({ preventScroll: true });
  prose.setSelectionRange(start, end);
  // As if it were typed, so that the browser can take it back; where it cannot do that, it is put there.
  if (!document.execCommand('insertText', false, all)) prose.setRangeText(all, start, end);
  const now = start + words.slice(0, to - first).reduce((sum, each) => sum + each.length + 2, 0);
  prose.setSelectionRange(...inside.map((place) => now + place));
  one('[role=status]', moves)?.replaceChildren(`Now paragraph ${to + 1} of ${found.length}.`);
  clearTimeout(quiet);
  check();
}

/** Moves the paragraph at the cursor by one place. */
function shift(by) {
  const here = Math.max(0, paragraphs().findLastIndex(({ index }) => index <= prose.selectionStart));
  move(here, here + by);
}

/** The lines of the list with which a paragraph begins. */
const heads = () => [...list.children].filter((line, n) => n === 0 || line.classList.contains('para'));

/** What a paragraph says, whatever its signs: letters and digits. */
const letters = (words) => words.replace(/\]\((?:<[^>]*>|[^)]*)\)/g, '').replace(/[^\p{L}\p{N}]/gu, '');

/** Whether the list shows what stands in the field: it may be behind what is being typed. */
function agrees() {
  const found = paragraphs().map(({ 0: words }) => letters(words));
  const shown = heads().map((line) => letters(one('.s', line)?.textContent ?? ''));
  return shown.length === found.length && shown.every((words, n) => words && found[n].includes(words));
}

/** Puts a handle before each paragraph of the list. Who uses no mouse has the keys and the buttons. */
function grips() {
  if (!list || !agrees() || heads().length < 2) return;
  for (const [n, line] of heads().entries()) {
    const grip = document.createElement('span');
    Object.assign(grip, { className: 'grip', draggable: true, title: 'Drag the paragraph' });
    grip.setAttribute('aria-hidden', 'true');
    grip.dataset.paragraph = n;
    line.prepend(grip);
  }
}

let dragged = null;
let aimed = null;

/** Marks the paragraph whose place the dragged one would take. */
function aim(paragraph) {
  aimed = paragraph;
  let n = -1;
  for (const [at, line] of [...list.children].entries()) {
    if (at === 0 || line.classList.contains('para')) n += 1;
    line.classList.toggle('to', n === paragraph && n !== dragged);
  }
}

/** The paragraph of the list under the mouse; none between two. */
function under({ target }) {
  const line = (target.closest ? target : target.parentElement)?.closest('.sentences > li');
  const lines = [...list.children];
  const before = lines.slice(1, lines.indexOf(line) + 1);
  return line ? before.filter((each) => each.classList.contains('para')).length : null;
}

if (prose) {
  prose.addEventListener('keydown', (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    shift(by);
  });
  moves.hidden = false;
  for (const button of all('[data-move]', moves)) {
    button.addEventListener('click', () => {
      shift(Number(button.dataset.move));
      button.focus({ preventScroll: true });
    });
  }
  list.addEventListener('dragstart', (event) => {
    // By its handle or by a sentence of it: a mouse that is a little beside takes hold of the sentence.
    dragged = one('.grip', list) ? under(event) : null;
    if (dragged === null) return;
    event.dataTransfer.effectAllowed = 'move';
    // Not as text: the field itself would take that and have the paragraph twice.
    event.dataTransfer.clearData();
    event.dataTransfer.setData('application/x-paragraph', dragged);
  });
  list.addEventListener('dragover', (event) => {
    if (dragged === null) return;
    event.preventDefault();
    const paragraph = under(event);
    if (paragraph !== null) aim(paragraph);
  });
  list.addEventListener('dragleave', (event) => {
    if (dragged !== null && !list.contains(event.relatedTarget)) aim(null);
  });
  list.addEventListener('drop', (event) => {
    if (dragged === null || aimed === null) return;
    event.preventDefault();
    if (!agrees()) check();
    else {
      // What is not saved yet is there to be seen.
      prose.closest('details').open = true;
      move(dragged, aimed);
    }
  });
  document.addEventListener('dragend', () => {
    if (dragged !== null) aim(null);
    dragged = null;
  });
  grips();
}
