// What must stand on which page, block by block, and how to find each: by its `data-block` attribute.

const names = [
  'menu', 'footer', 'sample', 'label', 'headline', 'summary', 'byline', 'picture', 'country', 'body', 'evidence', 'sources', 'history',
  'related', 'trending', 'opinion', 'shots', 'latest', 'social', 'try', 'editions',
];

/** The selector of a block. */
export const find = (name) => `[data-block~="${name}"]`;

const everywhere = ['menu', 'footer', 'sample'];
const rail = ['trending', 'opinion', 'shots', 'latest', 'social'];

/** Kind of page -> the blocks that it must have, with something in them. */
export const required = {
  home: [...everywhere, ...rail],
  article: [...everywhere, 'label', 'headline', 'summary', 'byline', 'country', 'body', 'evidence', 'sources', 'history', 'try', ...rail],
  edition: [...everywhere, 'editions', 'latest'],
  list: everywhere,
  latest: [...everywhere, 'latest'],
  shots: [...everywhere, 'shots'],
  trending: [...everywhere, 'trending'],
  opinion: [...everywhere, 'opinion'],
  piece: [...everywhere, 'label', 'headline', 'summary', 'byline', 'body', ...rail],
  plain: everywhere,
  check: [...everywhere, 'try'],
  error: ['menu', 'footer'],
};

/** Blocks that some article must have, but not every: no drawn picture on deaths, nothing related to a lone story. */
export const somewhere = ['picture', 'related'];

/** Blocks that lie folded until a reader asks for them: they count by what they hold, not by the room that they take up. */
const folded = ['evidence', 'try'];

/** What the browser shows of each block: its words and pictures. Nothing of a block that is not shown. */
export const measure = (page) => {
  const blocks = names.map((name) => ({ name, selector: find(name), folded: folded.includes(name) }));
  return page.evaluate((blocks) => {
    const sum = (list) => list.reduce((a, b) => a + b, 0);
    return Object.fromEntries(blocks.map(({ name, selector, folded }) => {
      const all = [...document.querySelectorAll(selector)];
      const shown = all.filter((element) => {
        const box = element.getBoundingClientRect();
        return folded || (box.width >= 1 && box.height >= 1);
      });
      const words = sum(shown.map((element) => element.textContent.trim().split(/\s+/).filter(Boolean).length));
      const pictures = sum(shown.map((element) => element.querySelectorAll('img, svg, picture').length));
      return [name, { words, pictures }];
    }));
  }, blocks);
};

/** How many words a block has at least, to be called full. */
export const leastWords = { headline: 2, summary: 10, body: 40, evidence: 20, trending: 5, latest: 5, opinion: 5, shots: 5, sources: 4, try: 5, sample: 2 };
