import type { VisitedPage } from '@balie/plugin-sdk';
import { z } from 'zod';
import type { Settings } from './settings.js';

/** Where a visitor is, as his browser says. */
export const saidPage = z.object({
  url: z.string().max(4000),
  title: z.string().max(1000).optional(),
  referrer: z.string().max(4000).optional(),
});

const URL_LENGTH = 1000;
const TITLE_LENGTH = 200;
/** Runs of letters and digits such as the key of a link to a new password. */
const KEY = /\w{20,}/g;
const withoutKeys = (path: string): string => path.replace(KEY, (run) => (/\d/.test(run) ? '…' : run));
const siteOf = (text: string | undefined): URL | null => {
  const url = text !== undefined && URL.canParse(text) ? new URL(text) : null;
  return url && /^https?:$/.test(url.protocol) ? url : null;
};

/**
 * What agents see of it: the address without what stands behind `?` and `#` and without long keys in it, since those are secrets, and of
 * where he came from the site only. The widget leaves the rest out before it sends anything; a browser may say what it likes. Nothing when the inbox does not want it.
 */
export function pageOf(said: z.output<typeof saidPage> | undefined, { pages }: Settings): VisitedPage | undefined {
  const url = siteOf(said?.url);
  if (!url || !pages) return undefined;
  const title = said?.title?.trim().slice(0, TITLE_LENGTH);
  const from = siteOf(said?.referrer);
  return {
    url: `${url.origin}${withoutKeys(url.pathname)}`.slice(0, URL_LENGTH),
    ...(title ? { title } : {}),
    ...(from && from.origin !== url.origin ? { referrer: from.origin } : {}),
  };
}
