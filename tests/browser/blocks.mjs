// What must stand on which page: the blocks of the page that readers know, by their `data-block` attribute.

const everywhere = ['menu', 'footer', 'sample'];
const rail = ['trending', 'opinion', 'shots', 'latest', 'social'];

/** Kind of page -> the blocks that it must have, with something in them. */
export const required = {
  home: [...everywhere, ...rail],
  article: [...everywhere, 'label', 'headline', 'summary', 'byline', 'country', 'body', 'evidence', 'sources', 'history', 'try', ...rail],
  list: everywhere,
  latest: [...everywhere, 'latest'],
  shots: [...everywhere, 'shots'],
  trending: [...everywhere, 'trending'],
  opinion: [...everywhere, 'opinion'],
  piece: [...everywhere, 'headline', 'byline', 'body'],
  plain: everywhere,
  check: everywhere,
  error: ['menu', 'footer'],
};

/** Blocks that some article must have, but not every: no drawn picture on deaths, nothing related to a lone story. */
export const somewhere = ['picture', 'related'];

/** Blocks that lie folded until a reader asks for them: they count by what they hold, not by the room that they take up. */
const folded = ['evidence', 'try'];

/** What the browser shows of each block: its words and pictures. Nothing of a block that is not shown. */
export const measure = (page) =>
  page.evaluate((folded) => {
    const shown = {};
    for (const element of document.querySelectorAll('[data-block]')) {
      for (const name of element.dataset.block.split(/\s+/)) {
        const box = element.getBoundingClientRect();
        const hidden = !folded.includes(name) && (box.width < 1 || box.height < 1);
        const words = hidden ? 0 : element.textContent.trim().split(/\s+/).filter(Boolean).length;
        const pictures = hidden ? 0 : element.querySelectorAll('img, svg, picture').length;
        const before = shown[name] ?? { words: 0, pictures: 0 };
        shown[name] = { words: before.words + words, pictures: before.pictures + pictures };
      }
    }
    return shown;
  }, folded);

/** How many words a block has at least, to be called full. */
export const leastWords = { headline: 2, summary: 10, body: 40, evidence: 20, trending: 5, latest: 5, opinion: 5, shots: 5, sources: 4, try: 5, sample: 2 };
