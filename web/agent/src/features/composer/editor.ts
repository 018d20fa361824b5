import type { Ref } from 'react';
import type { DraftText } from './drafts.js';

/** What the composer asks of either editor. */
export interface EditorApi {
  get(): DraftText;
  set(draft: DraftText): void;
  focus(): void;
}
export interface EditorProps {
  api: Ref<EditorApi>;
  label: string;
  placeholder: string;
  initial: DraftText;
  onChange: (draft: DraftText) => void;
  onSubmit: (thenClose: boolean) => void;
  onFiles: (files: File[]) => void;
}

/** Whether a key event means "send" (Mod+Enter), and whether to close after it (with Shift). */
export function submitKey(event: {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  isComposing?: boolean;
}): 'send' | 'close' | null {
  if (event.key !== 'Enter' || event.isComposing || !(event.ctrlKey || event.metaKey)) return null;
  return event.shiftKey ? 'close' : 'send';
}

/** Files in a paste or a drop. */
export const filesOf = (data: DataTransfer | null): File[] => [...(data?.files ?? [])];
