import { Button } from '@balie/web-ui';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useT, type TextKey } from '../../../app/intl.js';
import { toast } from '../../../app/toasts.js';
import {
  ReplayDeliveriesDocument,
  type DeliveryLineFragment,
  type WebhookDeliveryState,
  type WebhookLineFragment,
} from '../../../generated/platform.js';
import { now } from '../../../lib/clock.js';
import { useTimes } from '../../../lib/useTimes.js';
import { Loaded } from '../Loaded.js';
import { useRun } from '../useRun.js';
import { useDeliveries } from './useDeliveries.js';

const STATES: Record<WebhookDeliveryState, { text: TextKey; tone: 'good' | 'warn' | 'bad' }> = {
  PENDING: { text: 'webhook.pending', tone: 'warn' },
  DELIVERED: { text: 'webhook.delivered', tone: 'good' },
  DEAD: { text: 'webhook.dead', tone: 'bad' },
};
const DAY = 24 * 60 * 60_000;

/** What a webhook was told and how that went; what was given up is sent again from here (G13). */
export function Deliveries({ webhook, onChanged }: { webhook: WebhookLineFragment; onChanged: () => void }) {
  const t = useT();
  const { run, busy } = useRun();
  const [state, setState] = useState<WebhookDeliveryState | null>(null);
  const list = useDeliveries(webhook.id, state);
  const replay = async (which: { deliveryIds: string[] } | { since: string }) => {
    const done = await run({
      document: ReplayDeliveriesDocument,
      variables: { id: webhook.id, ...which },
      problems: (answer) => answer.webhookReplay.userErrors,
    });
    if (!done) return;
    toast(t('webhook.replayed', { n: done.webhookReplay.replayed }));
    list.again();
    onChanged();
  };
  const chip = (value: WebhookDeliveryState | null, text: TextKey) => (
    <button key={text} type="button" className="btn quiet" aria-pressed={state === value} onClick={() => setState(value)}>
      {t(text)}
    </button>
  );
  return (
    <section className="deliveries" aria-label={t('webhook.deliveriesOf', { name: webhook.name })}>
      <div className="ledger-filters">
        <div className="filters" role="group" aria-label={t('webhook.filter')}>
          {chip(null, 'webhook.all')}
          {(Object.keys(STATES) as WebhookDeliveryState[]).map((value) => chip(value, STATES[value].text))}
        </div>
        <span className="row-actions">
          <Button look="quiet" onClick={list.again}>
            <IconRefresh size={16} aria-hidden />
            {t('webhook.refresh')}
          </Button>
          <Button
            busy={busy}
            disabled={!webhook.active}
            onClick={() => void replay({ since: new Date(now() - DAY).toISOString() })}
          >
            {t('webhook.replayDay')}
          </Button>
        </span>
      </div>
      <Loaded
        ready={list.phase !== 'first'}
        error={list.error}
        onRetry={list.again}
        empty={list.items.length === 0 && t(state ? 'webhook.noneSuch' : 'webhook.nothing')}
      >
        <ul className="lines" aria-label={t('webhook.deliveriesOf', { name: webhook.name })}>
          {list.items.map((item) => (
            <Line
              key={item.id}
              item={item}
              busy={busy || !webhook.active}
              onReplay={() => void replay({ deliveryIds: [item.id] })}
            />
          ))}
        </ul>
        {list.error && (
          <p className="alert" role="alert">
            {t('failed.part')}
          </p>
        )}
        {list.cursor !== null && (
          <Button busy={list.phase === 'more'} onClick={list.more}>
            {t('more')}
          </Button>
        )}
      </Loaded>
    </section>
  );
}

function Line({ item, busy, onReplay }: { item: DeliveryLineFragment; busy: boolean; onReplay: () => void }) {
  const t = useT();
  const times = useTimes();
  const { text, tone } = STATES[item.state];
  const next = item.state === 'PENDING' && item.nextAttemptAt ? t('webhook.next', { time: times.clock(item.nextAttemptAt) }) : '';
  return (
    <li>
      <div className="line-text">
        <b className="mono">{item.eventType}</b>
        <p className="meta">
          <time dateTime={item.createdAt} title={times.full(item.createdAt)}>
            {times.day(item.createdAt)} {times.clock(item.createdAt)}
          </time>
          {[item.attempts > 0 && t('webhook.attempts', { n: item.attempts }), item.status !== null && `HTTP ${item.status}`, next]
            .filter(Boolean)
            .map((part) => ` · ${String(part)}`)
            .join('')}
        </p>
        {item.error && <p className="field-error">{item.error}</p>}
      </div>
      <span className="state" data-tone={tone}>
        {t(text)}
      </span>
      {item.state !== 'PENDING' && (
        <Button busy={busy} onClick={onReplay}>
          {t('webhook.replay')}
          <span className="vh"> {item.eventType}</span>
        </Button>
      )}
    </li>
  );
}
