// Bold, italic and links in the text: the signs are set around what is chosen, by keys and by buttons.

/** Puts words in place of what is chosen, as if they were typed, and chooses `length` signs from `from` on. */
function type(words, from, length) {
  const { selectionStart: start, selectionEnd: end } = prose;
  prose.focus({ preventScroll: true });
  if (!document.execCommand('insertText', false, words)) prose.setRangeText(words, start, end);
  prose.setSelectionRange(start + from, start + from + length);
  clearTimeout(quiet);
  check();
}

/** Narrows what is chosen to its words: a double click may take the space behind along. */
function narrow() {
  const { selectionStart: start, selectionEnd: end, value } = prose;
  const chosen = value.slice(start, end);
  const from = start + chosen.length - chosen.trimStart().length;
  prose.setSelectionRange(chosen.trim() ? from : start, chosen.trim() ? from + chosen.trim().length : start);
  return chosen.trim();
}

/** What a line begins as stays before its signs. */
const begins = (line) => /^(?:(?:#{1,6}|>|-|\*) )?/.exec(line)[0];

/** The stars at both ends of words, as many as both have: two are bold, one is italic, three are both. */
function stars(words) {
  const [before, after] = [/^\**/.exec(words)[0].length, /\**$/.exec(words)[0].length];
  return Math.min(before, after, Math.floor(words.length / 2));
}

const signed = (n, count) => (n === 2 ? count >= 2 : count % 2 === 1);

/** Sets a sign on both sides of what is chosen; where it stands there, takes it away. Each line has signs of its own. */
function around(sign) {
  const inside = narrow();
  const n = sign.length;
  const { selectionStart: from, selectionEnd: to, value } = prose;
  const outside = Math.min(/\**$/.exec(value.slice(0, from))[0].length, /^\**/.exec(value.slice(to))[0].length);
  if (inside && !inside.includes('\n') && signed(n, outside)) {
    prose.setSelectionRange(from - n, to + n);
    type(inside, 0, inside.length);
    return;
  }
  const lines = inside.split('\n').map((line) => [begins(line), line.slice(begins(line).length).trim()]);
  const away = inside && lines.every(([, words]) => !words || signed(n, stars(words)));
  const all = lines.map(([head, words]) => {
    if (!words) return head;
    return head + (away ? words.slice(n, -n) : `${sign}${words}${sign}`);
  }).join('\n');
  if (!inside) type(sign + sign, n, 0);
  else if (away || lines.length > 1) type(all, 0, all.length);
  else type(all, begins(inside).length + n, lines[0][1].length);
}

/** What is chosen becomes a link, whose address is to be written next. */
function link() {
  const words = narrow();
  if (words.includes('\n')) {
    one('[role=status]', moves)?.replaceChildren('A link is within one paragraph: choose its words alone.');
    return;
  }
  const address = /^https?:\/\/\S+$/.test(words) ? words : 'https://';
  const shown = address === words ? '' : words;
  const text = `[${shown}](${address})`;
  if (shown) type(text, shown.length + 3, address.length);
  else type(text, 1, 0);
}

const sign = (which) => (which === '[' ? link() : around(which));

if (prose) {
  prose.addEventListener('keydown', (event) => {
    const which = { b: '**', i: '*', k: '[' }[letter(event).toLowerCase()];
    if (!which || event.ctrlKey === event.metaKey || event.altKey || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    sign(which);
  });
  for (const button of all('[data-sign]', moves)) button.addEventListener('click', () => sign(button.dataset.sign));
}
