import type { Ref } from 'react';
import type { DraftText } from './content.js';

/** What the composer asks of either editor. */
export interface EditorApi {
  get(): DraftText;
  set(draft: DraftText): void;
  focus(): void;
  /** What stands before the caret, in its line. */
  before(): string;
  /** Puts a text in the place of so many characters before the caret. */
  replace(count: number, draft: DraftText): void;
  /** Puts a picture where the caret is; an editor for plain text has no place for it. */
  picture?(id: string, alt: string): void;
}
export interface EditorProps {
  api: Ref<EditorApi>;
  label: string;
  placeholder: string;
  initial: DraftText;
  onChange: (draft: DraftText) => void;
  onSubmit: (thenClose: boolean) => void;
  onFiles: (files: File[]) => void;
  onLeave?: () => void;
  id?: string;
}

interface KeyLike {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  isComposing?: boolean;
}

/** Whether a key event means "send" (Mod+Enter), and whether to close after it (with Shift). */
export function submitKey(event: KeyLike): 'send' | 'close' | null {
  if (event.key !== 'Enter' || event.isComposing || !(event.ctrlKey || event.metaKey)) return null;
  return event.shiftKey ? 'close' : 'send';
}

/** Files in a paste or a drop. */
export const filesOf = (data: DataTransfer | null): File[] => [...(data?.files ?? [])];
