import { Button } from '@balie/web-ui';
import { IconAlertTriangle, IconDevices, IconMessageReply } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { useT } from '../../app/intl.js';
import { FitDocument } from '../../generated/composer.js';
import { useTimes } from '../../lib/useTimes.js';
import { actorName } from '../thread/actor.js';
import type { Item } from '../thread/types.js';
import type { DraftKey, DraftText } from './content.js';
import { useDrafts, useDraftStatus } from './useDrafts.js';
import type { Refusal } from './useSend.js';

/** Shows the first of these in the thread, for a moment in another colour. */
function showInThread(items: readonly Item[]): void {
  const cards = items.map((item) => document.querySelector<HTMLElement>(`article[data-id="${item.id}"]`));
  cards[0]?.scrollIntoView({ block: 'center' });
  for (const card of cards) {
    if (!card) continue;
    card.dataset['flash'] = '';
    setTimeout(() => delete card.dataset['flash'], 4000);
  }
}

interface RefusalProps {
  refusal: Refusal;
  onLook: () => void;
  onAnyway: () => void;
  onClose: () => void;
}

/** Why nothing was sent. When something came in meanwhile, it is shown, and sending anyway is one key (U10, N4). */
export function RefusalStrip({ refusal, onLook, onAnyway, onClose }: RefusalProps) {
  const t = useT();
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => strip.current?.focus(), [refusal]);
  const stale = refusal.unseen.length > 0;
  const look = () => {
    showInThread(refusal.unseen);
    onLook();
  };
  return (
    <div className="strip warn" role="alert" tabIndex={-1} ref={strip}>
      <IconAlertTriangle size={16} aria-hidden />
      <div className="strip-text">
        {stale ? (
          <>
            <p>{t('stale.title')}</p>
            <Unseen items={refusal.unseen} />
          </>
        ) : (
          <p>{t('composer.refused', { reason: refusal.reason })}</p>
        )}
      </div>
      <div className="row-actions">
        {stale && <Button onClick={look}>{t('stale.look')}</Button>}
        <Button onClick={onAnyway}>{t(stale ? 'stale.anyway' : 'again')}</Button>
        <Button look="quiet" onClick={onClose}>
          {t('composer.keepWriting')}
        </Button>
      </div>
    </div>
  );
}

function Unseen({ items }: { items: readonly Item[] }) {
  const t = useT();
  const times = useTimes();
  return items.map((item) =>
    item.__typename === 'Message' ? (
      <p key={item.id} className="unseen">
        <b>{(item.direction === 'INBOUND' && item.from?.name) || actorName(t, item.author)}</b>{' '}
        <time dateTime={item.at}>{times.clock(item.at)}</time> {item.text.slice(0, 200)}
      </p>
    ) : null,
  );
}

/** Somebody answered while this was being written: said before anything is sent (R12). */
export function CameInStrip({ items, onSeen }: { items: readonly Item[]; onSeen: () => void }) {
  const t = useT();
  if (items.length === 0) return null;
  const look = () => {
    showInThread(items);
    onSeen();
  };
  return (
    <div className="strip warn" role="status">
      <IconMessageReply size={16} aria-hidden />
      <div className="strip-text">
        <p>{t('stale.live', { n: items.length })}</p>
        <Unseen items={items.slice(-2)} />
      </div>
      <Button onClick={look}>{t('stale.look')}</Button>
    </div>
  );
}

/** The same draft was changed in another window: nothing is overwritten before the author has chosen (U11). */
export function OtherWindowStrip({ draftKey }: { draftKey: DraftKey }) {
  const t = useT();
  const drafts = useDrafts();
  const { other } = useDraftStatus(draftKey);
  if (!other) return null;
  return (
    <div className="strip warn" role="alert">
      <IconDevices size={16} aria-hidden />
      <div className="strip-text">
        <p>{t('draft.other')}</p>
        <p className="unseen">{other.text.slice(0, 200)}</p>
      </div>
      <div className="row-actions">
        <Button onClick={() => drafts.settle(draftKey, 'theirs')}>{t('draft.takeOther')}</Button>
        <Button look="quiet" onClick={() => drafts.settle(draftKey, 'mine')}>
          {t('draft.keepMine')}
        </Button>
      </div>
    </div>
  );
}

interface FitProps {
  conversationId: string;
  routeId: string;
  draft: DraftText;
  uploadIds: readonly string[];
}

/** What the channel will leave out or rewrite, said before anything is sent. */
export function FitStrip({ conversationId, routeId, draft, uploadIds }: FitProps) {
  const t = useT();
  const client = useClient();
  const [lost, setLost] = useState<readonly string[]>([]);
  const ids = uploadIds.join();
  const { text, html } = draft;
  const worthAsking = html !== null || ids !== '' || text.length > 500;
  useEffect(() => {
    if (!worthAsking) return setLost([]);
    let current = true;
    const ask = async () => {
      const variables = { routeId, conversationId, text, html, uploadIds: ids === '' ? [] : ids.split(',') };
      const { data } = await client.query(FitDocument, variables, { requestPolicy: 'network-only' }).toPromise();
      if (current && data) setLost(data.messageFit);
    };
    const timer = setTimeout(() => void ask(), 800);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, routeId, conversationId, text, html, ids, worthAsking]);
  if (lost.length === 0) return null;
  return (
    <p className="strip" role="status">
      {t('composer.fit', { what: lost.join(', ') })}
    </p>
  );
}
