import { Button } from '@balie/web-ui';
import { useState } from 'react';
import { useT } from '../../../app/intl.js';
import { toast } from '../../../app/toasts.js';
import type { InboxHeadFragment } from '../../../generated/graphql.js';
import { SaveWebhookDocument, TestWebhookDocument, type WebhookLineFragment } from '../../../generated/platform.js';
import { useRun } from '../useRun.js';
import { Deliveries } from './Deliveries.js';

interface ItemProps {
  webhook: WebhookLineFragment;
  inboxes: readonly InboxHeadFragment[];
  onEdit: () => void;
  onDelete: () => void;
  onChanged: () => void;
}

/** One webhook: where it goes, what it is told, how it is, and what was told lately. */
export function WebhookItem({ webhook, inboxes, onEdit, onDelete, onChanged }: ItemProps) {
  const t = useT();
  const { run, busy } = useRun();
  // Counts up, so that what was told is read again after each try.
  const [tries, setTries] = useState(0);
  const [open, setOpen] = useState(false);
  const { id, name, url, active, inboxIds, events, version, stateMessage } = webhook;
  const names = inboxIds.map((one) => inboxes.find((inbox) => inbox.id === one)?.name ?? one);
  const toggle = async () => {
    const input = { id, name, url, inboxIds: [...inboxIds], events: [...events], active: !active, expectedVersion: version };
    const done = await run({
      document: SaveWebhookDocument,
      variables: { input },
      problems: (answer) => answer.webhookSave.userErrors,
    });
    if (done) toast(t(active ? 'webhook.isOff' : 'webhook.isOn', { name }));
    onChanged();
  };
  const test = async () => {
    const done = await run({
      document: TestWebhookDocument,
      variables: { id },
      problems: (answer) => answer.webhookTest.userErrors,
    });
    if (!done) return;
    toast(t('webhook.tested'));
    setOpen(true);
    setTries((before) => before + 1);
  };
  return (
    <>
      <div className="line-text">
        <b>{name}</b>
        <p className="meta mono">{url}</p>
        <p className="meta">
          {names.length > 0 ? names.join(', ') : t('webhook.allInboxes')} ·{' '}
          {events.length > 0 ? events.join(', ') : t('webhook.allEvents')}
        </p>
        {stateMessage && <p className="field-error">{stateMessage}</p>}
      </div>
      <span className="state" data-tone={active ? (stateMessage ? 'warn' : 'good') : undefined}>
        {t(active ? (stateMessage ? 'webhook.troubled' : 'webhook.active') : 'webhook.off')}
      </span>
      <span className="row-actions">
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('webhook.deliveries')}
          <span className="vh"> {name}</span>
        </Button>
        <Button busy={busy} disabled={!active} onClick={() => void test()}>
          {t('webhook.test')}
          <span className="vh"> {name}</span>
        </Button>
        <Button busy={busy} onClick={() => void toggle()}>
          {t(active ? 'webhook.switchOff' : 'webhook.switchOn')}
          <span className="vh"> {name}</span>
        </Button>
        <Button onClick={onEdit}>
          {t('edit')}
          <span className="vh"> {name}</span>
        </Button>
        <Button look="danger" onClick={onDelete}>
          {t('delete')}
          <span className="vh"> {name}</span>
        </Button>
      </span>
      {open && <Deliveries key={tries} webhook={webhook} onChanged={onChanged} />}
    </>
  );
}
