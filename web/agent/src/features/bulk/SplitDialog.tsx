import { Modal } from '@mantine/core';
import { Button, Skeleton } from '@balie/web-ui';
import { useState } from 'react';
import { useQuery } from 'urql';
import { PartFailed } from '../../app/Failed.js';
import { useT } from '../../app/intl.js';
import { TextField } from '../../components/fields.js';
import { SplittableDocument } from '../../generated/bulk.js';
import { useTimes } from '../../lib/useTimes.js';
import type { Row } from '../inbox/listStore.js';
import { actorName } from '../thread/actor.js';
import { useMerging } from './useMerging.js';

/** Asks which messages become a conversation of their own (N12). */
export function SplitDialog({ row, onClose }: { row: Row; onClose: () => void }) {
  const t = useT();
  const times = useTimes();
  const { split } = useMerging();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [subject, setSubject] = useState('');
  const [busy, setBusy] = useState(false);
  const [{ data, error }, again] = useQuery({
    query: SplittableDocument,
    variables: { id: row.id },
    requestPolicy: 'network-only',
  });
  const nodes = data?.node?.__typename === 'Conversation' ? data.node.items.nodes : [];
  const items = nodes.flatMap((item) => (item.__typename === 'Message' ? [item] : []));
  const messages = items.filter(({ direction }) => direction !== 'INTERNAL');
  const some = messages.some(({ id }) => chosen.includes(id));
  const all = messages.every(({ id }) => chosen.includes(id));
  const run = async () => {
    setBusy(true);
    if (await split(row.id, [...chosen], subject)) onClose();
    else setBusy(false);
  };
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <Modal opened onClose={onClose} title={t('split.title')} size="md" centered>
      {error && !data && <PartFailed error={error} onRetry={() => again()} />}
      {!data && !error && <Skeleton label={t('split.loading')} lines={4} />}
      {data && messages.length < 2 && <p>{t('split.only')}</p>}
      {messages.length >= 2 && (
        <>
          <ul className="presets">
            {items.map((item) => (
              <li key={item.id}>
                <label className="check">
                  <input type="checkbox" checked={chosen.includes(item.id)} onChange={() => toggle(item.id)} />
                  <span>
                    {actorName(t, item.author)}: {item.text.slice(0, 120)} <span className="meta">{times.full(item.at)}</span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
          <TextField label={t('split.subject')} value={subject} onChange={setSubject} maxLength={500} />
        </>
      )}
      <div className="row-actions">
        <Button look="primary" busy={busy} disabled={!some || all} onClick={() => void run()}>
          {t('split.do')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </Modal>
  );
}
