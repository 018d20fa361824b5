/**
 * What the loader in the page of the site and the chat in its frame tell each other by `postMessage`. The frame has an origin of its own without
 * storage (the host serves it sandboxed), so the loader keeps for it what is to outlive the page, and carries words between tabs.
 */

/** Where the visitor is. */
export interface Page {
  url: string;
  title: string;
  referrer: string;
}

/** What is kept of this browser by name: `token`, `open`, `sound`, `draft`, and `out.<id>` for each message that waits. */
export type Kept = Record<string, string>;

export type ToFrame =
  | { t: 'init'; kept: Kept; open: boolean; language: string; page: Page; identity: string | null; color: string }
  | { t: 'kept'; kept: Kept } // consent came, and with it what was kept before
  | { t: 'open'; page: Page }
  | { t: 'close' }
  | { t: 'page'; page: Page } // he has gone to another page without leaving this one
  | { t: 'lead' } // this tab holds the stream for all
  | { t: 'tab'; data: unknown } // what the frame of another tab said
  | { t: 'identify'; identity: string }
  | { t: 'logout' }
  | { t: 'prefill'; text: string };

export type ToLoader =
  | { t: 'ready' }
  | { t: 'close' }
  | { t: 'unread'; count: number }
  | { t: 'keep'; name: string; value: string | null }
  | { t: 'lead' } // there is something to hear of: may this tab hold the stream?
  | { t: 'tab'; data: unknown }
  | { t: 'event'; name: string; data: unknown }; // for whoever asked with `balie('on', name, …)`
