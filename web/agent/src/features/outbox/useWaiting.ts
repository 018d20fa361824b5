import { createContext, useContext, useEffect } from 'react';
import { useQuery } from 'urql';
import { useServices } from '../../app/services.js';
import {
  ComposeDraftsDocument,
  UnseenMentionsDocument,
  WaitingDocument,
  type PersonalDraftFragment,
  type WaitingQuery,
} from '../../generated/graphql.js';

/** A message that leaves later. */
export type Planned = WaitingQuery['outbox']['nodes'][number];
/** What this person has not sent, and what leaves later. */
export interface Waiting {
  planned: readonly Planned[];
  drafts: readonly PersonalDraftFragment[];
  /** In so many conversations he was mentioned and has not looked. */
  mentions: number;
}

const FIRST = 100;
const AFTER = 200;
const NOTHING: Waiting = { planned: [], drafts: [], mentions: 0 };

/** Reads what waits in an inbox, and again whenever a message or a draft changes. */
export function useReadWaiting(inboxId: string): Waiting {
  const { live } = useServices();
  const variables = { inboxId: inboxId === 'any' ? null : inboxId, first: FIRST };
  const [outbox, againOutbox] = useQuery({ query: WaitingDocument, variables, requestPolicy: 'cache-and-network' });
  const [drafts, againDrafts] = useQuery({ query: ComposeDraftsDocument, requestPolicy: 'cache-and-network' });
  const mentions = useUnseenMentions(variables.inboxId);
  useEffect(() => {
    let outboxTimer: ReturnType<typeof setTimeout> | undefined;
    let draftTimer: ReturnType<typeof setTimeout> | undefined;
    const stop = live.onChange(({ node, nodeId, type }) => {
      const planned = node?.__typename === 'Message' && node.scheduled;
      // A conversation that its planned message began goes with it.
      const gone = type === 'DELETED' && nodeId?.startsWith('cnv_');
      if (planned || gone || type === 'RESYNC')
        outboxTimer ??= setTimeout(() => {
          outboxTimer = undefined;
          againOutbox({ requestPolicy: 'network-only' });
        }, AFTER);
      if (nodeId?.startsWith('drf_') || type === 'RESYNC')
        draftTimer ??= setTimeout(() => {
          draftTimer = undefined;
          againDrafts({ requestPolicy: 'network-only' });
        }, AFTER);
    });
    return () => {
      stop();
      clearTimeout(outboxTimer);
      clearTimeout(draftTimer);
    };
  }, [live, againOutbox, againDrafts]);
  const nodes = outbox.data?.outbox.nodes ?? [];
  const planned = nodes
    .filter((one) => one.scheduled && one.heldUntil !== null)
    .sort((a, b) => ((a.heldUntil ?? '') < (b.heldUntil ?? '') ? -1 : 1));
  return { planned, drafts: drafts.data?.composeDrafts ?? [], mentions };
}

function useUnseenMentions(inboxId: string | null): number {
  const { live } = useServices();
  const [{ data }, again] = useQuery({
    query: UnseenMentionsDocument,
    variables: { inboxId },
    requestPolicy: 'cache-and-network',
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = live.onChange(({ event, type }) => {
      if (!event.startsWith('mention.') && type !== 'RESYNC') return;
      timer ??= setTimeout(() => {
        timer = undefined;
        again({ requestPolicy: 'network-only' });
      }, AFTER);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [live, again]);
  return data?.unseenMentions ?? 0;
}

export const WaitingContext = createContext<Waiting>(NOTHING);
/** What waits in the inbox that is shown. */
export const useWaiting = (): Waiting => useContext(WaitingContext);
