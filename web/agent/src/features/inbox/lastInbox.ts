const KEY = 'balie.inbox';

/** The inbox that was open last on this device (S8). */
export const lastInbox = {
  get: (): string | null => localStorage.getItem(KEY),
  set: (inboxId: string): void => localStorage.setItem(KEY, inboxId),
};
