import { Button } from '@balie/web-ui';
import { IconAlertTriangle, IconCheck, IconChecks, IconClock, IconHelpCircle, IconX, type Icon } from '@tabler/icons-react';
import { useState } from 'react';
import { useMutation } from 'urql';
import { outcomeText } from '../../app/errors.js';
import { useT, type TextKey } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { CancelMessageDocument, MarkSentDocument, RetryMessageDocument, type DeliveryStatus } from '../../generated/graphql.js';
import { makeId } from '../../lib/ids.js';
import { hasProblem } from '../../lib/delivery.js';
import { useTimes } from '../../lib/useTimes.js';
import { useDrafts } from '../composer/useDrafts.js';
import type { Mail } from './types.js';

const LOOK: Record<DeliveryStatus, { text: TextKey; icon: Icon }> = {
  HELD: { text: 'delivery.HELD', icon: IconClock },
  CANCELLED: { text: 'delivery.CANCELLED', icon: IconX },
  QUEUED: { text: 'delivery.QUEUED', icon: IconClock },
  SENDING: { text: 'delivery.SENDING', icon: IconClock },
  DEFERRED: { text: 'delivery.DEFERRED', icon: IconClock },
  SENT: { text: 'delivery.SENT', icon: IconCheck },
  DELIVERED: { text: 'delivery.DELIVERED', icon: IconChecks },
  READ: { text: 'delivery.READ', icon: IconChecks },
  FAILED: { text: 'delivery.FAILED', icon: IconAlertTriangle },
  UNCERTAIN: { text: 'delivery.UNCERTAIN', icon: IconHelpCircle },
  BOUNCED: { text: 'delivery.BOUNCED', icon: IconAlertTriangle },
};

/** How it goes with what we sent, in the far side's words, and what can be done about it (U30). */
export function DeliveryLine({ message, conversationId }: { message: Mail; conversationId: string }) {
  const t = useT();
  const times = useTimes();
  const status = message.deliveryStatus;
  if (!status) return null;
  const { text, icon: Mark } = LOOK[status];
  const telling = message.deliveries.filter((one) => one.reason && (hasProblem(one.status) || one.status === 'DEFERRED'));
  const next = message.deliveries.map((one) => one.nextAttemptAt).find((at) => at !== null);
  const degraded = [...new Set(message.deliveries.flatMap((one) => one.degraded))];
  return (
    <div className="delivery" data-bad={hasProblem(status) || undefined} data-status={status}>
      <p>
        <Mark size={14} aria-hidden /> {t(text)}
        {status === 'DEFERRED' && next && <span> {t('delivery.next', { time: times.clock(next) })}</span>}
      </p>
      {telling.map((one) => (
        <p key={one.id} className="reason">
          {telling.length > 1 && <b>{one.recipient.value}: </b>}
          {one.reason}
        </p>
      ))}
      {degraded.length > 0 && <p className="meta">{t('delivery.degraded', { what: degraded.join(', ') })}</p>}
      <DeliveryActions message={message} status={status} conversationId={conversationId} />
    </div>
  );
}

function useDelivery(message: Mail) {
  const t = useT();
  const drafts = useDrafts();
  const [busy, setBusy] = useState(false);
  const [, retry] = useMutation(RetryMessageDocument);
  const [, markSent] = useMutation(MarkSentDocument);
  const [, cancel] = useMutation(CancelMessageDocument);
  const settle = (failed: string | null): boolean => {
    setBusy(false);
    if (failed) toast(failed, undefined, 'bad');
    return failed === null;
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
    cancel: async (conversationId: string) => {
      setBusy(true);
      const { data, error } = await cancel(variables());
      const stopped = settle(outcomeText(t, error, data?.messageCancel.userErrors));
      if (stopped)
        drafts.putBack(conversationId, message.direction === 'INTERNAL' ? 'COMMENT' : 'REPLY', {
          text: message.text,
          html: null,
        });
    },
  };
}

function DeliveryActions({ message, status, conversationId }: { message: Mail; status: DeliveryStatus; conversationId: string }) {
  const t = useT();
  const { busy, retry, markSent, cancel } = useDelivery(message);
  if (message.version === 0) return null;
  if (status === 'HELD' || status === 'QUEUED')
    return (
      <Button look="quiet" busy={busy} onClick={() => void cancel(conversationId)}>
        {t('undo')}
      </Button>
    );
  if (status === 'UNCERTAIN')
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
