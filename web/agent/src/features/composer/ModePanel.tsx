import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, type DragEvent } from 'react';
import { useClient } from 'urql';
import { useT } from '../../app/intl.js';
import { SendSignalDocument, type ConversationStatus, type DraftMode, type RouteFragment } from '../../generated/graphql.js';
import { now } from '../../lib/clock.js';
import type { Conversation } from '../thread/types.js';
import { ComposerFoot } from './ComposerFoot.js';
import type { DraftText } from './drafts.js';
import { filesOf, type EditorApi } from './editor.js';
import { PlainEditor } from './PlainEditor.js';
import { NO_OVERRIDES, Recipients, type Overrides } from './Recipients.js';
import { FitStrip, RefusalStrip } from './Strips.js';
import { UploadTiles } from './UploadTiles.js';
import { useDrafts } from './useDrafts.js';
import { useSend, type Refusal } from './useSend.js';
import { limitsOf, useUploads } from './useUploads.js';

const RichEditor = lazy(() => import('./RichEditor.js').then((module) => ({ default: module.RichEditor })));
const TYPING_EVERY = 5000;
const NO_ROUTES: readonly RouteFragment[] = [];

/** What a composer needs to know of where it stands. */
export interface ComposerProps {
  conversation: Conversation;
  /** The last message that the author has seen. */
  basedOn: string | null;
  onSent: () => void;
  onToggleStatus: (id: string, status: ConversationStatus) => void;
}

interface PanelProps extends ComposerProps {
  mode: DraftMode;
  /** Counts up each time the editor is asked for. */
  open: number;
  allowed: boolean;
}

/** The way an answer goes: the one that was chosen, else the best that is open. */
function useRoute(routes: readonly RouteFragment[]) {
  const [chosen, choose] = useState<string | null>(null);
  const route = routes.find((one) => one.id === chosen) ?? routes.find((one) => one.blockedBy === null) ?? routes[0] ?? null;
  return { route, choose };
}

/** Keeps the draft, and tells others that somebody is writing. */
function useWriting(conversationId: string, mode: DraftMode) {
  const client = useClient();
  const drafts = useDrafts();
  const told = useRef(0);
  const [draft, setDraft] = useState<DraftText>(() => drafts.get(conversationId, mode));
  const signal = useCallback(
    (active: boolean) => {
      told.current = active ? now() : 0;
      void client.mutation(SendSignalDocument, { conversationId, kind: 'TYPING', active }).toPromise();
    },
    [client, conversationId],
  );
  const write = useCallback(
    (next: DraftText) => {
      setDraft(next);
      drafts.set(conversationId, mode, next);
      if (now() - told.current > TYPING_EVERY) signal(true);
    },
    [conversationId, mode, drafts, signal],
  );
  const clear = useCallback(() => {
    setDraft({ text: '', html: null });
    drafts.clear(conversationId, mode);
    signal(false);
  }, [conversationId, mode, drafts, signal]);
  return { draft, write, clear, drafts };
}

/** Sending from the editor: empties it at once, and fills it again when nothing was sent. */
function useSubmit(props: PanelProps, route: RouteFragment | null, editor: React.RefObject<EditorApi | null>) {
  const { conversation, mode, basedOn, onSent, onToggleStatus } = props;
  const { draft, write, clear, drafts } = useWriting(conversation.id, mode);
  const limits = useMemo(
    () => (mode === 'REPLY' ? limitsOf(route?.capabilities.files) : { maxBytes: 25_000_000, maxCount: 20 }),
    [mode, route],
  );
  const files = useUploads(limits);
  const { send, busy } = useSend();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [overrides, setOverrides] = useState<Overrides>(NO_OVERRIDES);
  const ready = files.uploads.every((one) => one.state === 'ready');
  const empty = draft.text.trim() === '' && files.uploads.length === 0;
  const blocked = mode === 'REPLY' && (!route || route.blockedBy !== null);
  const can = !empty && ready && !busy && !blocked;
  const submit = async (thenClose: boolean, anyway = false) => {
    if (!can) return;
    const sent = editor.current?.get() ?? draft;
    const uploads = files.uploads;
    const seen = anyway ? (refusal?.unseen.at(-1)?.id ?? null) : basedOn;
    setRefusal(null);
    editor.current?.set({ text: '', html: null });
    clear();
    files.replace([]);
    const uploadIds = uploads.map((one) => one.id);
    const failed = await send({
      conversationId: conversation.id,
      mode,
      draft: sent,
      uploadIds,
      routeId: route?.id ?? null,
      overrides,
      basedOn: seen,
    });
    onSent();
    // Changed recipients are for one message; the next one goes to whom the server would take.
    if (!failed) setOverrides(NO_OVERRIDES);
    if (failed) {
      drafts.putBack(conversation.id, mode, sent);
      files.replace(uploads);
      setRefusal(failed);
    } else if (thenClose && conversation.status !== 'CLOSED') onToggleStatus(conversation.id, conversation.status);
  };
  return {
    draft,
    setDraft: write,
    drafts,
    files,
    limits,
    submit,
    can,
    busy,
    refusal,
    setRefusal,
    overrides,
    setOverrides,
    ready,
  };
}

/** One mode of the composer: recipients, editor, files, what went wrong, and the button. */
export function ModePanel(props: PanelProps) {
  const { conversation, mode, open, allowed } = props;
  const t = useT();
  const editor = useRef<EditorApi>(null);
  const routes = mode === 'REPLY' ? conversation.replyRoutes : NO_ROUTES;
  const { route, choose } = useRoute(routes);
  const composing = useSubmit(props, route, editor);
  const { draft, setDraft, drafts, files, submit, refusal, setRefusal } = composing;
  const [initial] = useState(draft);
  useEffect(() => {
    if (open > 0) requestAnimationFrame(() => editor.current?.focus());
  }, [open]);
  useEffect(
    () =>
      drafts.onPutBack(conversation.id, mode, (next) => {
        editor.current?.set(next);
        setDraft(next);
      }),
    [drafts, conversation.id, mode, setDraft],
  );
  if (!allowed) return <p className="notice">{t('member.act', { inbox: conversation.inbox.name })}</p>;
  if (mode === 'REPLY' && !route) return <p className="notice">{t('error.NO_REPLY_ROUTE')}</p>;
  const formats = route?.capabilities.formats ?? [];
  const shared = {
    api: editor,
    label: t(mode === 'REPLY' ? 'reply' : 'comment'),
    placeholder: t(mode === 'REPLY' ? 'composer.replyHint' : 'composer.commentHint'),
    initial,
    onChange: setDraft,
    onSubmit: (thenClose: boolean) => void submit(thenClose),
    onFiles: files.add,
  };
  const drop = (event: DragEvent) => {
    const dropped = filesOf(event.dataTransfer);
    if (dropped.length === 0) return;
    event.preventDefault();
    files.add(dropped);
  };
  const rich = mode === 'REPLY' && formats.some((format) => format !== 'image');
  return (
    <div onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      {mode === 'REPLY' && route && (
        <Recipients
          routes={routes}
          route={route}
          overrides={composing.overrides}
          onRoute={choose}
          onChange={composing.setOverrides}
        />
      )}
      {route?.blockedBy && (
        <p className="strip warn">{t(route.blockedBy === 'WINDOW_CLOSED' ? 'error.WINDOW_CLOSED' : 'composer.blocked')}</p>
      )}
      {rich ? (
        <Suspense fallback={<div className="ed" aria-busy="true" />}>
          <RichEditor {...shared} formats={formats} />
        </Suspense>
      ) : (
        <PlainEditor {...shared} />
      )}
      <UploadTiles uploads={files.uploads} onRemove={files.remove} onRetry={files.retry} />
      {mode === 'REPLY' && route && (
        <FitStrip
          conversationId={conversation.id}
          routeId={route.id}
          draft={draft}
          uploadIds={composing.ready ? files.uploads.map((one) => one.id) : []}
        />
      )}
      {refusal && <RefusalStrip refusal={refusal} onAnyway={() => void submit(false, true)} onClose={() => setRefusal(null)} />}
      <ComposerFoot
        mode={mode}
        can={composing.can}
        canAttach={composing.limits !== null}
        closed={conversation.status === 'CLOSED'}
        onFiles={files.add}
        onSubmit={(thenClose) => void submit(thenClose)}
      />
    </div>
  );
}
