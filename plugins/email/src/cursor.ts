/**
 * `lastDate` is the INTERNALDATE of the newest mail that was taken in: where a rescan begins when UIDVALIDITY changes. `after` are
 * the UIDs of mails that are stored and still to be marked, moved or deleted, so that a crash in between leaves none behind.
 */
export type FolderCursor = { uidValidity: string; lastUid: number; lastDate: string; after?: string };
export type Cursor = {
  folders: { [folder: string]: FolderCursor };
  /** Of folders that have not been looked at to the end: what came since then is news, what came before is their past. ISO 8601. */
  begun?: { [folder: string]: string };
};

/**
 * Where reading goes on. The past of a folder ends where its channel was made, or now for one that is added later. INTERNALDATE knows
 * whole seconds: what came in the second in which the channel was made is news, as it may have come after it.
 */
export function cursorOf(stored: Cursor | null, keys: readonly string[], since: Date | null, now: Date): Cursor {
  const folders = { ...stored?.folders };
  const second = stored || since === null ? Math.ceil(now.getTime() / 1000) : Math.floor(since.getTime() / 1000);
  const from = new Date(second * 1000).toISOString();
  const begun = keys.flatMap((key) => {
    const at = stored?.begun?.[key] ?? (folders[key] ? undefined : from);
    return at === undefined ? [] : [[key, at] as const];
  });
  return { folders, begun: Object.fromEntries(begun) };
}
