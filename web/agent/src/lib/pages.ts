import { useCallback, useEffect, useRef, useState } from 'react';
import type { CombinedError } from 'urql';

/** A page of a list; `cursor` is null at its end. */
export interface Page<T> {
  items: readonly T[];
  cursor: string | null;
}
/** Reads so many after a cursor; without a page there is an error that says why. */
export type ReadPage<T> = (
  after: string | null,
  first: number,
) => Promise<{ page: Page<T> | null; error: CombinedError | undefined }>;

/** What is shown of a list. */
export interface Shown<T> extends Page<T> {
  /** `first`: nothing has been read yet; `more`: a further page is being read. */
  phase: 'first' | 'ready' | 'more';
  error: CombinedError | undefined;
}

const NOTHING = { items: [], cursor: null, phase: 'first', error: undefined } as const;

/**
 * A list that is read page by page, one request after the other. Read again it is as long as it was, so that nobody loses his place because
 * something has changed.
 */
export class Pages<T> {
  private shown: Shown<T> = NOTHING;
  private line: Promise<void> = Promise.resolve();
  private againWaits = false;
  private moreWaits = false;
  private ended = false;

  constructor(
    private readonly read: ReadPage<T>,
    private readonly size: number,
    private readonly show: (shown: Shown<T>) => void,
  ) {}

  /** Reads all that is shown again, or the first page. */
  again(): Promise<void> {
    if (this.againWaits) return this.line;
    this.againWaits = true;
    return this.inLine(() => this.reload());
  }

  /** Reads one page more, where there is one. */
  more(): Promise<void> {
    if (this.moreWaits || this.shown.cursor === null) return this.line;
    this.moreWaits = true;
    this.set({ phase: 'more' });
    return this.inLine(() => this.append());
  }

  /** What comes in from now on is shown to nobody. */
  end(): void {
    this.ended = true;
  }

  private inLine(work: () => Promise<void>): Promise<void> {
    this.line = this.line.then(() => (this.ended ? undefined : work()));
    return this.line;
  }

  private async reload(): Promise<void> {
    this.againWaits = false;
    const wanted = Math.max(this.size, this.shown.items.length);
    const items: T[] = [];
    let cursor: string | null = null;
    do {
      const { page, error } = await this.read(cursor, Math.min(this.size, wanted - items.length));
      if (!page) return this.set({ error, phase: this.shown.phase === 'first' ? 'first' : this.rest() });
      items.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== null && items.length < wanted && !this.ended);
    this.set({ items, cursor, error: undefined, phase: this.rest() });
  }

  private async append(): Promise<void> {
    this.moreWaits = false;
    const { items, cursor } = this.shown;
    // A list that was read again meanwhile may have become shorter.
    if (cursor === null) return this.set({ phase: 'ready' });
    const { page, error } = await this.read(cursor, this.size);
    const next = page ? { items: [...items, ...page.items], cursor: page.cursor } : {};
    this.set({ ...next, error, phase: this.rest() });
  }

  private rest(): 'ready' | 'more' {
    return this.moreWaits ? 'more' : 'ready';
  }

  private set(part: Partial<Shown<T>>): void {
    if (this.ended) return;
    this.shown = { ...this.shown, ...part };
    this.show(this.shown);
  }
}

/** A list that is shown page by page; another `read` or `size` is another list. */
export function usePages<T>(read: ReadPage<T>, size: number): Shown<T> & { again: () => void; more: () => void } {
  const [shown, show] = useState<Shown<T>>(NOTHING);
  const pages = useRef<Pages<T> | null>(null);
  useEffect(() => {
    const made = new Pages(read, size, show);
    pages.current = made;
    show(NOTHING);
    void made.again();
    return () => made.end();
  }, [read, size]);
  const again = useCallback(() => void pages.current?.again(), []);
  const more = useCallback(() => void pages.current?.more(), []);
  return { ...shown, again, more };
}
