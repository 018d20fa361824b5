import { useEffect } from 'react';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import type { ConversationStatus, DraftMode } from '../../generated/graphql.js';
import type { Conversation, Item } from '../thread/types.js';
import { CameInStrip, OtherWindowStrip, RefusalStrip } from './Strips.js';
import type { useBasis } from './useBasis.js';
import type { Composing, Submit } from './useComposer.js';
import { useDrafts } from './useDrafts.js';
import { useAnnounce } from './useTakeBack.js';

/** What a composer needs to know of where it stands. */
export interface ComposerProps {
  conversation: Conversation;
  items: readonly Item[];
  onSent: () => void;
  onToggleStatus: (id: string, status: ConversationStatus) => void;
}

export interface PanelProps extends ComposerProps {
  mode: DraftMode;
  /** Counts up each time the editor is asked for. */
  open: number;
  allowed: boolean;
  basis: ReturnType<typeof useBasis>;
}

/** Out of the editor, to where letters are commands again. */
export function leaveEditor(): void {
  document.querySelector<HTMLElement>('#thread [role=log]')?.focus();
}

/** Takes the focus each time the editor is asked for; it may still be loading. */
export function useAskedFocus(open: number, { editor }: Composing): void {
  useEffect(() => {
    if (open === 0) return;
    let frames = 0;
    let frame = requestAnimationFrame(function focus() {
      if (editor.current) editor.current.focus();
      else if (frames++ < 300) frame = requestAnimationFrame(focus);
    });
    return () => cancelAnimationFrame(frame);
  }, [open, editor]);
}

/** Sending from a panel: what follows once it is stored, and what the server wants to have said again. */
export function useSubmit(props: PanelProps, composing: Composing, more: Submit) {
  const { conversation, basis, onSent, onToggleStatus } = props;
  const announce = useAnnounce();
  const submit = async (how: { thenClose?: boolean; sendAt?: string; basedOn?: string | null }) => {
    const basedOn = how.basedOn === undefined ? basis.basis : how.basedOn;
    const sent = await composing.submit({ ...more, basedOn, sendAt: how.sendAt ?? null });
    onSent();
    if (!sent) return;
    if (sent.message.heldUntil) leaveEditor();
    announce(sent.message, conversation.id);
    if (how.thenClose && conversation.status !== 'CLOSED') onToggleStatus(conversation.id, conversation.status);
  };
  const anyway = () => void submit({ basedOn: composing.refusal?.unseen.at(-1)?.id ?? basis.basis });
  return { submit: (how: Parameters<typeof submit>[0]) => void submit(how), anyway };
}

/** Throws away what is written, with the way back (U6). */
export function useDiscard({ key }: Composing): () => void {
  const t = useT();
  const drafts = useDrafts();
  return () => {
    const before = drafts.discard(key);
    toast(t('draft.discarded'), { label: t('undo'), run: () => drafts.putBack(key, before) });
  };
}

/** What came in, what another window did, and why nothing was sent. */
export function PanelStrips({
  composing,
  basis,
  onAnyway,
}: {
  composing: Composing;
  basis: PanelProps['basis'];
  onAnyway: () => void;
}) {
  const { refusal, setRefusal, key } = composing;
  const look = () => {
    basis.seenUpTo(refusal?.unseen.at(-1)?.id ?? basis.basis);
    setRefusal(null);
    composing.editor.current?.focus();
  };
  const aboutField = refusal?.field === 'address' || refusal?.field === 'to';
  return (
    <>
      {!refusal && <CameInStrip items={basis.news} onSeen={basis.seen} />}
      <OtherWindowStrip draftKey={key} />
      {refusal && !aboutField && (
        <RefusalStrip refusal={refusal} onLook={look} onAnyway={onAnyway} onClose={() => setRefusal(null)} />
      )}
    </>
  );
}
