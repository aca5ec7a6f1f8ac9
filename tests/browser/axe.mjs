// Axe-core with the rules of WCAG 2.2 AA, run inside a page.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds: one line a violation, with the first elements. */
export async function violations(page) {
  // Given to the page by the debugger, not as a script element: the page's own policy stays in force.
  await page.evaluate(source);
  const result = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }), tags);
  return result.violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map((node) => `    ${node.target.join(' ')}: ${node.failureSummary.split('\n').slice(1, 2).join('').trim()}`);
    return [`${id}: ${help} (${nodes.length})`, ...where].join('\n');
  });
}
