import { Button } from '@balie/web-ui';
import { lazy, Suspense, useState } from 'react';
import { useMutation } from 'urql';
import { outcomeText } from '../../app/errors.js';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { RescheduleMessageDocument, type MailFragment } from '../../generated/graphql.js';
import { makeId } from '../../lib/ids.js';
import { useTimes } from '../../lib/useTimes.js';
import { useTakeBack } from '../composer/useTakeBack.js';

const LaterDialog = lazy(() => import('../composer/LaterDialog.js').then((module) => ({ default: module.LaterDialog })));

/** What can be done about a message that has not left: taken back while it is held, moved or sent now when its time was chosen. */
export function HeldActions({ message, conversationId }: { message: MailFragment; conversationId: string }) {
  const t = useT();
  const times = useTimes();
  const takeBack = useTakeBack();
  const [busy, setBusy] = useState(false);
  const [picking, setPicking] = useState(false);
  const [, reschedule] = useMutation(RescheduleMessageDocument);
  const stop = async () => {
    setBusy(true);
    await takeBack(message, conversationId);
    setBusy(false);
  };
  const move = async (sendAt: string | null) => {
    setPicking(false);
    setBusy(true);
    const { data, error } = await reschedule({ id: message.id, sendAt, operationId: makeId('op') });
    setBusy(false);
    const failed = outcomeText(t, error, data?.messageReschedule.userErrors);
    if (failed) toast(failed, undefined, 'bad');
    else toast(sendAt === null ? t('scheduled.sentNow') : t('delivery.scheduled', { when: times.ahead(sendAt) }));
  };
  if (!message.scheduled || message.deliveryStatus !== 'HELD')
    return (
      <Button look="quiet" busy={busy} onClick={() => void stop()}>
        {t('undo')}
      </Button>
    );
  return (
    <div className="row-actions">
      <Button look="quiet" busy={busy} onClick={() => setPicking(true)}>
        {t('scheduled.change')}
      </Button>
      <Button look="quiet" busy={busy} onClick={() => void move(null)}>
        {t('scheduled.sendNow')}
      </Button>
      <Button look="quiet" busy={busy} onClick={() => void stop()}>
        {t('scheduled.stop')}
      </Button>
      {picking && (
        <Suspense>
          <LaterDialog before={message.heldUntil} onPick={(at) => void move(at)} onClose={() => setPicking(false)} />
        </Suspense>
      )}
    </div>
  );
}
