import { makeId } from '../../lib/ids.js';
import type { DraftFile } from './content.js';
import { forgetPicture, rememberPicture } from './pictures.js';

/** A file on its way to the server. */
export interface Upload extends DraftFile {
  progress: number;
  /** `refused`: it was not even begun, and trying again would not help. */
  state: 'sending' | 'ready' | 'failed' | 'refused';
  reason: string | null;
}
export interface FileLimits {
  maxBytes: number;
  maxCount: number;
}

/** What a channel says about files; null when it takes none. */
export function limitsOf(files: unknown): FileLimits | null {
  if (typeof files !== 'object' || files === null) return null;
  const { maxBytes, maxCount } = files as Partial<FileLimits>;
  return { maxBytes: maxBytes ?? 25_000_000, maxCount: maxCount ?? 20 };
}

/** Why a file can't go along with those that are there; null when it can. The limit is for all of them together. */
export function refusalOf(limits: FileLimits, present: readonly DraftFile[], bytes: number): 'tooBig' | 'tooMany' | null {
  if (present.length >= limits.maxCount) return 'tooMany';
  return present.reduce((sum, one) => sum + one.bytes, 0) + bytes > limits.maxBytes ? 'tooBig' : null;
}

interface How {
  stop: AbortSignal;
  onProgress: (part: number) => void;
}
/** Brings a file to the server; answers with why it failed, or null. */
export type Transfer = (id: string, file: File, how: How) => Promise<string | null>;
/** Has the server put a file that it has already among those of the draft. */
export type Bring = (id: string, how: How) => Promise<string | null>;
/** A file that is to go along, wherever it comes from. */
interface Coming {
  name: string;
  bytes: number;
  mime: string;
  bring: Bring;
}

const plain = ({ id, name, mime, bytes }: Upload): DraftFile => ({ id, name, mime, bytes });
const ready = (file: DraftFile): Upload => ({ ...file, progress: 1, state: 'ready', reason: null });

/** The files of one draft. It lives on while another conversation is looked at, so that no upload is broken off by that. */
export class UploadBox {
  private list: readonly Upload[] = [];
  private readonly sources = new Map<string, { bring: Bring; stop: AbortController }>();
  private readonly watchers = new Set<() => void>();

  constructor(
    private readonly transfer: Transfer,
    /** Hears of those that have arrived, whenever they change. */
    private readonly onReady: (files: DraftFile[]) => void,
  ) {}

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => {
      this.watchers.delete(watcher);
    };
  };
  readonly uploads = (): readonly Upload[] => this.list;

  /** Begins with each file that may go along; answers with the ids of those. */
  add(files: readonly File[], refuse: (present: readonly Upload[], file: File) => string | null): string[] {
    return files.flatMap((file) => {
      const { name, size: bytes, type: mime } = file;
      const bring: Bring = (id, how) => this.transfer(id, file, how);
      const id = this.begin(
        { name, bytes, mime, bring },
        refuse(
          this.list.filter((one) => one.state !== 'refused'),
          file,
        ),
      );
      if (id) rememberPicture(id, file);
      return id ?? [];
    });
  }

  /** The same with a file that is on the server already; `reason`: why it can't go along. Answers with its id, or null. */
  begin({ name, bytes, mime, bring }: Coming, reason: string | null): string | null {
    const id = makeId('upl');
    this.put([...this.list, { id, name, bytes, mime, progress: 0, state: reason === null ? 'sending' : 'refused', reason }]);
    if (reason !== null) return null;
    void this.start(id, bring);
    return id;
  }

  /** Takes a file out; one that is still on its way is broken off. */
  remove(id: string): void {
    const before = this.list.find((one) => one.id === id);
    this.sources.get(id)?.stop.abort();
    this.sources.delete(id);
    forgetPicture(id);
    this.put(this.list.filter((one) => one.id !== id));
    if (before?.state === 'ready') this.tell();
  }

  retry(id: string): void {
    const source = this.sources.get(id);
    if (source) void this.start(id, source.bring);
  }

  /** Shows these as the ones that have arrived; what is still on its way stays. */
  adopt(files: readonly DraftFile[]): void {
    const ids = new Set(files.map((file) => file.id));
    const coming = this.list.filter((one) => one.state !== 'ready' && !ids.has(one.id));
    this.put([...files.map(ready), ...coming]);
  }

  /** Forgets all of them, as they left with the message. */
  clear(): void {
    this.put([]);
  }

  private async start(id: string, bring: Bring): Promise<void> {
    const stop = new AbortController();
    this.sources.set(id, { bring, stop });
    this.change(id, { state: 'sending', reason: null, progress: 0 });
    const onProgress = (progress: number): void => this.change(id, { progress });
    const reason = await bring(id, { stop: stop.signal, onProgress });
    if (stop.signal.aborted) return;
    this.change(id, reason === null ? { state: 'ready', progress: 1 } : { state: 'failed', reason });
    if (reason === null) this.tell();
  }
  private change(id: string, part: Partial<Upload>): void {
    this.put(this.list.map((one) => (one.id === id ? { ...one, ...part } : one)));
  }
  private tell(): void {
    this.onReady(this.list.filter((one) => one.state === 'ready').map(plain));
  }
  private put(list: readonly Upload[]): void {
    this.list = list;
    for (const watcher of this.watchers) watcher();
  }
}
