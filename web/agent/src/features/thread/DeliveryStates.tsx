import { IconAlertTriangle, IconCheck, IconChecks, IconClock, IconHelpCircle, IconX, type Icon } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useT, type TextKey } from '../../app/intl.js';
import type { DeliveryStatus } from '../../generated/graphql.js';
import { now } from '../../lib/clock.js';
import { hasProblem } from '../../lib/delivery.js';
import { shownValue } from '../../lib/person.js';
import { useTimes } from '../../lib/useTimes.js';
import type { Mail } from './types.js';

/** The eleven words of a delivery, each with its mark. */
export const LOOK: Record<DeliveryStatus, { text: TextKey; icon: Icon }> = {
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

/** The worst of the recipients, in a word; with the seconds or the time while it waits. */
export function Summary({ message, status }: { message: Mail; status: DeliveryStatus }) {
  const t = useT();
  const times = useTimes();
  const { heldUntil, scheduled } = message;
  if (status === 'HELD' && heldUntil && scheduled) return t('delivery.scheduled', { when: times.ahead(heldUntil) });
  if (status === 'HELD' && heldUntil) return <Held until={new Date(heldUntil).getTime()} />;
  const next = message.deliveries.map((one) => one.nextAttemptAt).find((at) => at !== null);
  return (
    <>
      {t(LOOK[status].text)}
      {status === 'DEFERRED' && next && <span> {t('delivery.next', { time: times.ahead(next) })}</span>}
    </>
  );
}

function Held({ until }: { until: number }) {
  const t = useT();
  const left = () => Math.ceil((until - now()) / 1000);
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(left()), 500);
    return () => clearInterval(timer);
  }, [until]);
  return seconds > 0 ? t('delivery.heldFor', { n: seconds }) : t('delivery.HELD');
}

/** Each recipient with his own state, once they differ or somebody did not get it; else one line says it all. */
export function PerRecipient({ deliveries }: { deliveries: Mail['deliveries'] }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const troubled = deliveries.filter((one) => hasProblem(one.status) || (one.status === 'DEFERRED' && one.reason));
  const differ = new Set(deliveries.map((one) => one.status)).size > 1;
  const many = deliveries.length > 1;
  const known = many || deliveries.some((one) => one.providerId ?? one.reason);
  const shown = open || (many && differ) ? deliveries : troubled;
  return (
    <>
      {shown.length > 0 && (
        <ul className="each">
          {shown.map((one) => (
            <OneRecipient key={one.id} one={one} named={many || open} all={open} />
          ))}
        </ul>
      )}
      {known && !deliveries.every((one) => one.status === 'HELD') && (
        <button type="button" className="fold-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'delivery.hideEach' : 'delivery.showEach')}
        </button>
      )}
    </>
  );
}

function OneRecipient({ one, named, all }: { one: Mail['deliveries'][number]; named: boolean; all: boolean }) {
  const t = useT();
  const times = useTimes();
  return (
    <li data-bad={hasProblem(one.status) || undefined}>
      {named && (
        <>
          <b>{shownValue(one.recipient.value)}</b> · {t(LOOK[one.status].text)}
        </>
      )}
      {named && one.status === 'DEFERRED' && one.nextAttemptAt && (
        <> {t('delivery.next', { time: times.ahead(one.nextAttemptAt) })}</>
      )}
      {all && one.attempts > 1 && <> · {t('delivery.attempts', { n: one.attempts })}</>}
      {one.reason && <span className="reason">{one.reason}</span>}
      {all && one.transport && <span className="reason">{t('delivery.transport', { server: one.transport })}</span>}
      {all && one.providerId && <span className="reason">{t('delivery.providerId', { id: one.providerId })}</span>}
    </li>
  );
}
