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

/** Sets a sign on both sides of what is chosen; where it stands there, takes it away. Each line has signs of its own. */
function around(sign) {
  const inside = narrow();
  if (inside.includes('\n')) {
    // What a line begins as stays before them.
    const lines = inside.split('\n').map((line) => {
      const [, begins, words] = /^((?:#{1,6}|>|-|\*) |)(.*)$/.exec(line);
      return words.trim() ? `${begins}${sign}${words.trim()}${sign}` : line;
    });
    const all = lines.join('\n');
    type(all, 0, all.length);
    return;
  }
  const { selectionStart: from, selectionEnd: to, value } = prose;
  const n = sign.length;
  const before = /\**$/.exec(value.slice(0, from))[0].length;
  const after = /^\**/.exec(value.slice(to))[0].length;
  // Two signs are bold, one is italic, three are both.
  const has = (count) => (n === 2 ? count >= 2 : count % 2 === 1);
  if (inside && has(before) && has(after)) {
    prose.setSelectionRange(from - n, to + n);
    type(inside, 0, inside.length);
  } else type(`${sign}${inside}${sign}`, n, inside.length);
}

/** What is chosen becomes a link, whose address is to be written next. */
function link() {
  const words = narrow();
  // A link is within one paragraph.
  if (words.includes('\n')) return;
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
