/** What the chat shows. */
import type { Desk, Item, Opened, Visitor } from './protocol.js';
import { LANGUAGES, type Texts } from './texts.js';

export interface State {
  /** `gone`: the server can't be reached, and never could since the frame was loaded. */
  phase: 'loading' | 'ready' | 'gone';
  open: boolean;
  /** How often the visitor has opened it: each time he wants to write. */
  called: number;
  online: boolean;
  /** Of times and numbers: that of the texts, as the visitor's browser has it. */
  language: string;
  texts: Texts;
  opened: Opened | null;
  desk: Desk | null;
  visitor: Visitor | null;
  items: readonly Item[];
  /** Whether there is more before them. */
  more: boolean;
  /** Until when an agent has read. */
  readUpTo: string;
  typing: string | null;
  sound: boolean;
  /** Does not want to give an address now. */
  skipped: boolean;
  /** Wants a copy of the chat, and has to say his address first. */
  copying: boolean;
  /** What became of a copy that he asked for, until something new is said. */
  copied: string;
  /** Agreed to what the inbox asks consent for. */
  agreed: boolean;
  /** What a screen reader is to say. */
  said: string;
  draft: string;
}

export const FIRST: State = {
  phase: 'loading',
  open: false,
  called: 0,
  online: true,
  language: 'en',
  texts: LANGUAGES.en as Texts,
  opened: null,
  desk: null,
  visitor: null,
  items: [],
  more: false,
  readUpTo: '',
  typing: null,
  sound: false,
  skipped: false,
  copying: false,
  copied: '',
  agreed: false,
  said: '',
  draft: '',
};

/** What is somebody's own, and goes when he signs out. */
export const NOBODYS: Partial<State> = {
  visitor: null,
  items: [],
  more: false,
  readUpTo: '',
  typing: null,
  draft: '',
  skipped: false,
  copying: false,
  copied: '',
};

/** A value that tells when it changes. */
export class Observed<T extends object> {
  private readonly listeners = new Set<() => void>();

  constructor(public value: T) {}

  set(change: Partial<T>): void {
    this.value = { ...this.value, ...change };
    for (const tell of this.listeners) tell();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
