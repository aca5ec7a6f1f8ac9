// The browser on the sample site.

import { openAt } from './chromium.mjs';
import { origin } from './site.mjs';

export { launch, overflow, shoot, widths } from './chromium.mjs';

/** A page of its own context, with a list of what went wrong on it. */
export const open = (browser, options) => openAt(browser, origin, options);
