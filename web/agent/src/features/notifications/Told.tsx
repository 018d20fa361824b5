import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { UnreadDocument } from '../../generated/graphql.js';

const AFTER = 150;

/** Keeps the number of unread notifications current, marks the tab with it, and rings for what is new, wherever one is in the app (U20). */
export function Told({ away }: { away: boolean }) {
  const t = useT();
  const { client, live } = useServices();
  const navigate = useNavigate();
  const [{ data }, again] = useQuery({ query: UnreadDocument, requestPolicy: 'cache-and-network' });
  const unread = data?.notificationsUnread ?? 0;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = live.onChange(({ event, type, nodeId, conversationId, inboxId }) => {
      // What the first answer was asked for may have changed, as rights may have.
      if (!event.startsWith('notification.') && type !== 'RESYNC') return;
      timer ??= setTimeout(() => {
        timer = undefined;
        again({ requestPolicy: 'network-only' });
      }, AFTER);
      if (event !== 'notification.told' || !nodeId) return;
      const open = () => {
        if (conversationId && inboxId)
          void navigate({
            to: '/inbox/$inboxId/$view',
            params: { inboxId, view: 'all' },
            search: { c: conversationId, status: 'any' },
          });
      };
      void import('./ring.js').then(({ ring }) =>
        ring({ client, t, away, id: nodeId, conversationId: conversationId ?? null, open }),
      );
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client, live, again, navigate, t, away]);
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (link) link.href = unread > 0 ? '/favicon-unread.svg' : '/favicon.svg';
  }, [unread]);
  return null;
}
