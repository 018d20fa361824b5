import type { Page } from '../wire.js';

const at = (address: string): Partial<URL> => (URL.canParse(address) ? new URL(address) : {});

/** What may leave the browser of where a visitor is: nothing that stands behind `?` and `#`, in which secrets stand, and of where he came from the site only. */
export function bare({ url, title, referrer }: Page): Page {
  const { origin, pathname } = at(url);
  return { url: origin ? origin + pathname : '', title, referrer: at(referrer).origin ?? '' };
}
