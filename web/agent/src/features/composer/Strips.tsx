import { Button } from '@balie/web-ui';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { useT } from '../../app/intl.js';
import { FitDocument } from '../../generated/graphql.js';
import { useTimes } from '../../lib/useTimes.js';
import { actorName } from '../thread/actor.js';
import type { DraftText } from './drafts.js';
import type { Refusal } from './useSend.js';

interface RefusalProps {
  refusal: Refusal;
  onAnyway: () => void;
  onClose: () => void;
}

/** Why nothing was sent. When something came in meanwhile, it is shown, and sending anyway is one key (U10). */
export function RefusalStrip({ refusal, onAnyway, onClose }: RefusalProps) {
  const t = useT();
  const times = useTimes();
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => strip.current?.focus(), [refusal]);
  const stale = refusal.unseen.length > 0;
  return (
    <div className="strip warn" role="alert" tabIndex={-1} ref={strip}>
      <IconAlertTriangle size={16} aria-hidden />
      <div className="strip-text">
        {stale ? (
          <>
            <p>{t('stale.title')}</p>
            {refusal.unseen.map((item) =>
              item.__typename === 'Message' ? (
                <p key={item.id} className="unseen">
                  <b>{actorName(t, item.author)}</b> <time>{times.clock(item.at)}</time> {item.text.slice(0, 200)}
                </p>
              ) : null,
            )}
          </>
        ) : (
          <p>{t('composer.refused', { reason: refusal.reason })}</p>
        )}
      </div>
      <div className="row-actions">
        <Button onClick={onAnyway}>{t(stale ? 'stale.anyway' : 'again')}</Button>
        <Button look="quiet" onClick={onClose}>
          {t('composer.keepWriting')}
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
