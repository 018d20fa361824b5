import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useT, type Translate } from '../../app/intl.js';
import { looksLike } from './addresses.js';
import { isEmpty, showsPicture, type DraftContent, type DraftKey, type DraftText } from './content.js';
import type { EditorApi } from './editor.js';
import { isPicture, wasPlaced } from './pictures.js';
import type { FileLimits } from './uploads.js';
import { useDraft, useDrafts } from './useDrafts.js';
import { isRefusal, useSend, type Refusal, type Sent } from './useSend.js';
import { useUploads } from './useUploads.js';

interface ComposerInput {
  limits: FileLimits | null;
  /** How the channel calls an address. */
  kind: string;
  /** Somebody must be named: the server would take nobody by itself. */
  needsPeople: boolean;
  /** Why it can't leave now. */
  blocked: boolean;
  onTyping?: (active: boolean) => void;
}
export interface Submit {
  routeId?: string | null;
  basedOn?: string | null;
  sendAt?: string | null;
  attachmentIds?: string[] | null;
  mentionIds?: string[];
}

/** The files of a draft, and where pictures go: into the text where the editor has a place for them. */
function useFiles(key: DraftKey, content: DraftContent, limits: FileLimits | null, editor: RefObject<EditorApi | null>) {
  const { box, uploads, add, addKept } = useUploads(key, limits);
  const onFiles = useCallback(
    (files: File[]) => {
      const inText = (file: File): boolean => isPicture(file) && editor.current?.picture !== undefined;
      add(files.filter((file) => !inText(file)));
      for (const file of files.filter(inText)) for (const id of add([file])) editor.current?.picture?.(id, file.name);
    },
    [add, editor],
  );
  const attach = useCallback((files: File[]) => void add(files), [add]);
  const waits = uploads.some((one) => one.state === 'sending' || one.state === 'failed');
  const tiles = uploads.filter((one) => one.state !== 'ready' || !(showsPicture(content, one.id) || wasPlaced(one.id)));
  return { box, onFiles, attach, addKept, waits, tiles };
}

/** What is wrong with the people of a message, before the server is asked; null when nothing is. */
function problemOf(t: Translate, { to, cc, bcc }: DraftContent, { kind, needsPeople }: ComposerInput): Refusal | null {
  const bad = [...(to ?? []), ...(cc ?? []), ...(bcc ?? [])].filter((value) => !looksLike(kind, value));
  if (bad.length > 0) return { field: 'address', reason: t('address.invalid', { what: bad.join(', ') }), unseen: [] };
  const nobody = needsPeople && (to?.length ?? 0) === 0;
  return nobody ? { field: 'to', reason: t('address.nobody'), unseen: [] } : null;
}

/** All that the editor of a reply, a comment, a forward and a new message have in common. */
export function useComposer(key: DraftKey, input: ComposerInput) {
  const { limits, blocked, onTyping } = input;
  const { conversationId, mode } = key;
  const t = useT();
  const drafts = useDrafts();
  const content = useDraft(key);
  const editor = useRef<EditorApi>(null);
  const [initial] = useState<DraftText>(content);
  const mine = useMemo<DraftKey>(() => ({ conversationId, mode }), [conversationId, mode]);
  const { box, onFiles, attach, addKept, waits, tiles } = useFiles(mine, content, limits, editor);
  const { send, busy } = useSend();
  const underWay = useRef(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => drafts.onContent(mine, (next) => editor.current?.set(next)), [drafts, mine]);
  const patch = useCallback(
    (part: Partial<DraftContent>) => {
      drafts.set(mine, { ...drafts.get(mine), ...part });
      // What was said about the people is answered by changing them.
      if (part.to || part.cc || part.bcc)
        setRefusal((before) => (before?.field === 'to' || before?.field === 'address' ? null : before));
    },
    [drafts, mine],
  );
  const write = useCallback(
    (text: DraftText) => {
      patch(text);
      onTyping?.(true);
    },
    [patch, onTyping],
  );
  const nothing = mode !== 'FORWARD' && content.text.trim() === '' && content.files.length === 0;
  const can = !nothing && !waits && !busy && !blocked;
  const submit = async (more: Submit): Promise<Sent | null> => {
    if (!can || underWay.current) return null;
    const outgoing = { ...drafts.get(mine), ...editor.current?.get() };
    const problem = problemOf(t, outgoing, input);
    setRefusal(problem);
    if (problem) return null;
    underWay.current = true;
    await drafts.sending(mine);
    box.clear();
    const { attachmentIds = null, routeId = null, basedOn = null, sendAt = null, mentionIds = [] } = more;
    const outcome = await send({ ...mine, content: outgoing, routeId, basedOn, sendAt, mentionIds }, attachmentIds);
    underWay.current = false;
    onTyping?.(false);
    if (!isRefusal(outcome)) return outcome;
    drafts.putBack(mine, outgoing);
    setRefusal(outcome);
    return null;
  };
  const shown = { content, initial, tiles, empty: isEmpty(content, mode), can, busy, refusal };
  return { ...shown, key: mine, editor, box, patch, write, onFiles, attach, addKept, submit, setRefusal };
}
export type Composing = ReturnType<typeof useComposer>;
