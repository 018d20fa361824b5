import { useEffect, useMemo, useState } from 'react';
import type { Item, MailItem } from '../thread/types.js';

/** Whether it is word of somebody else, so that an answer may have to be another one: the server's rule. */
const isNews = (item: Item, viewerId: string): item is MailItem =>
  item.__typename === 'Message' &&
  item.version > 0 &&
  item.direction !== 'INTERNAL' &&
  (item.direction === 'INBOUND' || !(item.author.__typename === 'Agent' && item.author.id === viewerId));

/**
 * The last message that the author had seen when he began to write. What comes in afterwards is news until he has looked,
 * however visible it was (N4).
 */
export function useBasis(items: readonly Item[], writing: boolean, viewerId: string) {
  const last = items.findLast((item) => item.__typename === 'Message' && item.version > 0)?.id ?? null;
  const [basis, setBasis] = useState(last);
  useEffect(() => {
    if (!writing) setBasis(last);
  }, [writing, last]);
  const news = useMemo(() => {
    const from = items.findIndex((item) => item.id === basis);
    return from < 0 ? [] : items.slice(from + 1).filter((item) => isNews(item, viewerId));
  }, [items, basis, viewerId]);
  return { basis, news, seen: () => setBasis(last), seenUpTo: setBasis };
}
