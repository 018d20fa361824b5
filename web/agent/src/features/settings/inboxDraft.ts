import type { InboxAudience, InboxRole } from '../../generated/graphql.js';

/** What was filled in of an inbox that is not made yet. */
export interface InboxDraft {
  id: string;
  name: string;
  audience: InboxAudience;
  members: [string, InboxRole][];
}

const KEY = 'balie.inboxDraft';

/** What was left behind, also by a page that was closed (S77); null when there is none. */
export function readInboxDraft(): InboxDraft | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as InboxDraft | null;
  } catch {
    return null;
  }
}

/** Keeps it on this machine; null once the inbox is made. */
export function keepInboxDraft(draft: InboxDraft | null): void {
  try {
    if (draft) localStorage.setItem(KEY, JSON.stringify(draft));
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing: the form still works.
  }
}
