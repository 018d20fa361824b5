/** How one folder is doing. */
interface FolderState {
  status: 'ok' | 'degraded' | 'down';
  message?: string;
  /** When it was last known that nothing in it had been missed. */
  lastSuccessAt?: Date;
  lastUid?: number;
}
/** What `health` tells of a channel. */
export interface Health {
  status: 'ok' | 'degraded' | 'down';
  message?: string;
  lastSuccessAt?: Date;
  position?: string;
}

const WORST = ['down', 'degraded', 'ok'] as const;
const channels = new Map<string, Map<string, FolderState>>();

/** The folders that a channel begins to read. */
export function beginStates(id: string, folders: readonly string[]): void {
  channels.set(id, new Map(folders.map((folder) => [folder, { status: 'degraded', message: 'Not connected yet.' }])));
}

export function endStates(id: string): void {
  channels.delete(id);
}

/** Keeps how a folder is doing now; what is not given stays, but a message goes with its status. */
export function setState(id: string, folder: string, state: Partial<FolderState> & Pick<FolderState, 'status'>): void {
  const states = channels.get(id);
  const { lastSuccessAt, lastUid } = states?.get(folder) ?? {};
  states?.set(folder, {
    ...(lastSuccessAt ? { lastSuccessAt } : {}),
    ...(lastUid === undefined ? {} : { lastUid }),
    ...state,
  });
}

/** Keeps how far a folder has been read, also in the middle of a backlog. */
export function setPlace(id: string, folder: string, lastUid: number): void {
  const state = channels.get(id)?.get(folder);
  if (state) state.lastUid = lastUid;
}

/**
 * The channel is as well as the worst of its folders, and not well while `sending` says what keeps its mail; it has everything since
 * the last look at the folder looked at longest ago.
 */
export function healthOf(id: string, sending: string | null = null): Health {
  const all = [...(channels.get(id)?.entries() ?? [])];
  const worst = WORST.map((status) => all.find(([, state]) => state.status === status)).find(Boolean);
  if (!worst) return { status: 'degraded', message: 'Not connected yet.' };
  const [, folder] = worst;
  const status = folder.status === 'ok' && sending ? 'degraded' : folder.status;
  const message = [folder.message, sending].filter(Boolean).join(' ').slice(0, 4_000);
  const looked = all.map(([, state]) => state.lastSuccessAt);
  const oldest = looked.every((at) => at !== undefined) ? looked.reduce((a, b) => (a < b ? a : b)) : undefined;
  const position = all.flatMap(([folder, { lastUid }]) => (lastUid === undefined ? [] : [`${folder} ${lastUid}`])).join(', ');
  return {
    status,
    ...(message ? { message } : {}),
    ...(oldest ? { lastSuccessAt: oldest } : {}),
    ...(position ? { position: position.slice(0, 1_000) } : {}),
  };
}
