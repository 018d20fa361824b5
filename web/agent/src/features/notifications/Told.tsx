import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { useLocale, useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { UnreadDocument } from '../../generated/graphql.js';
import { at } from '../../lib/site.js';

const AFTER = 150;
/** The first screen goes before. */
const HERE_AFTER = 3000;

/** Keeps the number of unread notifications current, marks the tab with it, and rings for what is new, wherever one is in the app (U20). */
export function Told({ away, viewerId }: { away: boolean; viewerId: string }) {
  const t = useT();
  const { client, live } = useServices();
  const navigate = useNavigate();
  const { locale } = useLocale();
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
    let leave: () => void = () => undefined;
    const begin = async () => {
      const { beHere } = await import('./here.js');
      if (timer !== undefined) leave = beHere({ client, live, viewerId, language: locale });
    };
    let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(() => void begin(), HERE_AFTER);
    return () => {
      clearTimeout(timer);
      timer = undefined;
      leave();
    };
  }, [client, live, viewerId, locale]);
  useEffect(() => {
    // What the service worker showed was clicked on.
    const opened = ({ data }: MessageEvent<{ open?: string } | null>) => {
      if (data?.open?.startsWith('/')) void navigate({ to: data.open });
    };
    navigator.serviceWorker?.addEventListener('message', opened);
    return () => navigator.serviceWorker?.removeEventListener('message', opened);
  }, [navigate]);
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (link) link.href = at(unread > 0 ? '/favicon-unread.svg' : '/favicon.svg');
  }, [unread]);
  return null;
}
