import { Button } from '@balie/web-ui';
import { useState } from 'react';
import { useMutation } from 'urql';
import { outcomeText } from '../../app/errors.js';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { MarkSentDocument, RetryMessageDocument, type DeliveryStatus } from '../../generated/graphql.js';
import { makeId } from '../../lib/ids.js';
import { hasProblem } from '../../lib/delivery.js';
import { HeldActions } from '../outbox/HeldActions.js';
import { LOOK, PerRecipient, Summary } from './DeliveryStates.js';
import type { Mail } from './types.js';

/** How it goes with what we sent, in the far side's words, and what can be done about it (U30, D7). */
export function DeliveryLine({ message, conversationId }: { message: Mail; conversationId: string }) {
  const t = useT();
  const status = message.deliveryStatus;
  if (!status) return null;
  const { icon: Mark } = LOOK[status];
  const note = message.deliveries.find((one) => one.note !== null)?.note ?? null;
  const degraded = [...new Set(message.deliveries.flatMap((one) => one.degraded))];
  return (
    <div className="delivery" data-bad={hasProblem(status) || undefined} data-status={status}>
      <p>
        <Mark size={14} aria-hidden /> <Summary message={message} status={status} />
      </p>
      {note && <p className="meta">{t(`delivery.${note}`)}</p>}
      <PerRecipient deliveries={message.deliveries} />
      {degraded.length > 0 && <p className="meta">{t('delivery.degraded', { what: degraded.join(', ') })}</p>}
      <DeliveryActions message={message} status={status} conversationId={conversationId} />
    </div>
  );
}

function useDelivery(message: Mail) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [, retry] = useMutation(RetryMessageDocument);
  const [, markSent] = useMutation(MarkSentDocument);
  const settle = (failed: string | null): void => {
    setBusy(false);
    if (failed) toast(failed, undefined, 'bad');
  };
  const variables = () => ({ id: message.id, operationId: makeId('op') });
  return {
    busy,
    retry: async (evenIfUncertain: boolean) => {
      setBusy(true);
      const { data, error } = await retry({ ...variables(), evenIfUncertain });
      settle(outcomeText(t, error, data?.messageRetry.userErrors));
    },
    markSent: async () => {
      setBusy(true);
      const { data, error } = await markSent(variables());
      settle(outcomeText(t, error, data?.messageMarkSent.userErrors));
    },
  };
}

function DeliveryActions({ message, status, conversationId }: { message: Mail; status: DeliveryStatus; conversationId: string }) {
  const t = useT();
  const { busy, retry, markSent } = useDelivery(message);
  if (message.version === 0) return null;
  if (status === 'HELD' || status === 'QUEUED' || status === 'DEFERRED')
    return <HeldActions message={message} conversationId={conversationId} />;
  const states = new Set(message.deliveries.map((one) => one.status));
  if (states.has('UNCERTAIN'))
    return (
      <div className="row-actions">
        <p className="help">{t('delivery.uncertainHelp')}</p>
        <Button busy={busy} onClick={() => void markSent()}>
          {t('delivery.arrived')}
        </Button>
        <Button busy={busy} onClick={() => void retry(true)}>
          {t('delivery.sendAgain')}
        </Button>
      </div>
    );
  if (status !== 'FAILED' && status !== 'BOUNCED') return null;
  return (
    <Button busy={busy} onClick={() => void retry(false)}>
      {t('again')}
    </Button>
  );
}
