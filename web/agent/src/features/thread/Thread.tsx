import { Empty, Skeleton } from '@balie/web-ui';
import { IconAlertTriangle } from '@tabler/icons-react';
import { lazy, memo, Suspense, useCallback, useEffect, useMemo } from 'react';
import { useQuery } from 'urql';
import { PartFailed } from '../../app/Failed.js';
import { useLocale, useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { SeeMentionsDocument, ThreadDocument, type ConversationStatus, type Placement } from '../../generated/graphql.js';
import { useReadTold } from '../notifications/useUnread.js';
import { PresenceLine } from './PresenceLine.js';
import { Related } from './Related.js';
import { ThreadHead } from './ThreadHead.js';
import { Timeline } from './Timeline.js';
import { sorted, type Conversation } from './types.js';
import { useSignals } from './useSignals.js';

const PlacementStrip = lazy(() => import('../filters/PlacementStrip.js').then((module) => ({ default: module.PlacementStrip })));
const MergedStrip = lazy(() => import('../bulk/MergedStrip.js').then((module) => ({ default: module.MergedStrip })));
const TrashStrip = lazy(() => import('../bulk/TrashStrip.js').then((module) => ({ default: module.TrashStrip })));
const Composer = lazy(() => import('../composer/Composer.js').then((module) => ({ default: module.Composer })));

/** What says where it lies when it is not simply in the inbox. */
const STRIPS = { INBOX: null, FILTERED: PlacementStrip, SPAM: PlacementStrip, TRASH: TrashStrip, MERGED: MergedStrip };
const READ_ONLY: ReadonlySet<Placement> = new Set(['TRASH', 'MERGED']);

interface ThreadProps {
  id: string;
  onBack: () => void;
  onViews: () => void;
  onAbout: () => void;
  onToggleStatus: (id: string, status: ConversationStatus) => void;
}

/** Reads a conversation and keeps it current. */
function useConversation(id: string) {
  const { locale } = useLocale();
  const { live } = useServices();
  const [{ data, error, fetching }, execute] = useQuery({
    query: ThreadDocument,
    variables: { id, language: locale },
    requestPolicy: 'cache-and-network',
  });
  const again = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = live.onChange((change) => {
      // A draft has a way of its own.
      const ours = (change.conversationId === id || change.nodeId === id) && !change.nodeId?.startsWith('drf_');
      if (!ours && change.type !== 'RESYNC') return;
      clearTimeout(timer);
      timer = setTimeout(again, 150);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [live, id, again]);
  const conversation = data?.node?.__typename === 'Conversation' && data.node.id === id ? data.node : null;
  return { conversation, missing: data?.node === null && !fetching, error, again };
}

/** Marks read once it has been on the screen for a second, and again when something comes in (U15). */
function useRead(conversation: Conversation | null, lastId: string | null): void {
  const { actions } = useServices();
  const id = conversation?.id;
  const unread = conversation?.unread ?? false;
  useEffect(() => {
    if (!id || !unread || !lastId) return;
    const read = () => {
      if (document.visibilityState === 'visible') void actions.markRead(id, lastId);
    };
    const timer = setTimeout(read, 1000);
    document.addEventListener('visibilitychange', read);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', read);
    };
  }, [actions, id, unread, lastId]);
}

/** Where one was called is seen once it has been on the screen for a second. */
function useSeenMentions(conversation: Conversation | null): void {
  const { client, lists } = useServices();
  const id = conversation?.mentioned === 'UNSEEN' ? conversation.id : null;
  useEffect(() => {
    if (id === null) return;
    const timer = setTimeout(() => {
      lists.patch(id, { mentioned: 'SEEN' });
      void client.mutation(SeeMentionsDocument, { conversationId: id }).toPromise();
    }, 1000);
    return () => clearTimeout(timer);
  }, [client, lists, id]);
}

/** A conversation: head, who is here, what was said, and the editor. */
export const Thread = memo(function Thread({ id, onBack, onViews, onAbout, onToggleStatus }: ThreadProps) {
  const t = useT();
  const { conversation, missing, error, again } = useConversation(id);
  const items = useMemo(() => sorted(conversation?.items.nodes ?? []), [conversation?.items.nodes]);
  useRead(conversation, items.findLast((item) => item.__typename === 'Event' || item.version > 0)?.id ?? null);
  useSeenMentions(conversation);
  useReadTold(id);
  useSignals(id);
  if (missing) return <Empty icon={<IconAlertTriangle size={28} aria-hidden />} title={t('notFound.text')} />;
  if (!conversation) {
    if (error) return <PartFailed error={error} onRetry={again} />;
    return <Skeleton label={t('thread.loading')} lines={9} />;
  }
  const Strip = STRIPS[conversation.placement];
  return (
    <>
      <ThreadHead
        conversation={conversation}
        onBack={onBack}
        onViews={onViews}
        onAbout={onAbout}
        onToggleStatus={onToggleStatus}
      />
      <PresenceLine id={id} />
      {Strip && (
        <Suspense>
          <Strip conversation={conversation} />
        </Suspense>
      )}
      <Related conversation={conversation} />
      <Timeline conversation={conversation} items={items} />
      {!READ_ONLY.has(conversation.placement) && (
        <Suspense fallback={<div className="comp loading" aria-busy="true" />}>
          <Composer conversation={conversation} items={items} onSent={again} onToggleStatus={onToggleStatus} />
        </Suspense>
      )}
    </>
  );
});
