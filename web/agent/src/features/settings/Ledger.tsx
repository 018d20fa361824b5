import { Button } from '@balie/web-ui';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT, type TextKey } from '../../app/intl.js';
import { SelectField } from '../../components/fields.js';
import { LedgerChannelsDocument, type InboundState } from '../../generated/settings.js';
import { LedgerLine } from './LedgerLine.js';
import { Loaded } from './Loaded.js';
import { INBOUND_STATES } from './inboundStates.js';
import { useLedger } from './useLedger.js';

/** Everything that came in, each in exactly one state (N1): nothing disappears without a word. */
export function Ledger() {
  const t = useT();
  const [state, setState] = useState<InboundState | null>(null);
  const [channelId, setChannelId] = useState<string | null>(null);
  const ledger = useLedger({ state, channelId });
  const chip = (value: InboundState | null, text: TextKey) => (
    <button key={text} type="button" className="btn quiet" aria-pressed={state === value} onClick={() => setState(value)}>
      {t(text)}
    </button>
  );
  return (
    <>
      <div className="ledger-filters">
        <div className="filters" role="group" aria-label={t('inbound.filter')}>
          {chip(null, 'inbound.all')}
          {(Object.keys(INBOUND_STATES) as InboundState[]).map((value) => chip(value, INBOUND_STATES[value].text))}
        </div>
        <ChannelFilter value={channelId} onChange={setChannelId} />
      </div>
      <Loaded
        ready={ledger.phase !== 'first'}
        error={ledger.error}
        onRetry={ledger.again}
        empty={ledger.items.length === 0 && t(state || channelId ? 'inbound.noneSuch' : 'inbound.none')}
      >
        <ul className="lines" aria-label={t('settings.ledger')}>
          {ledger.items.map((item) => (
            <LedgerLine key={item.id} item={item} onChanged={ledger.replace} />
          ))}
        </ul>
        {ledger.error && (
          <p className="alert" role="alert">
            {t('failed.part')}
          </p>
        )}
        {ledger.cursor !== null && (
          <Button busy={ledger.phase === 'more'} onClick={ledger.more}>
            {t('more')}
          </Button>
        )}
      </Loaded>
    </>
  );
}

/** The channels of the inboxes that the viewer manages; nothing to choose where there is one. */
function ChannelFilter({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const t = useT();
  const [{ data }] = useQuery({ query: LedgerChannelsDocument, variables: {}, requestPolicy: 'cache-and-network' });
  const managed = data?.inboxes.filter(({ inboxCan }) => inboxCan.includes('MANAGE')) ?? [];
  const channels = managed.flatMap((inbox) => inbox.channels);
  if (channels.length < 2) return null;
  return (
    <SelectField
      label={t('inbound.channel')}
      value={value ?? ''}
      onChange={(id) => onChange(id || null)}
      options={[
        { value: '', label: t('inbound.anyChannel') },
        ...channels.map(({ id, name, account }) => ({ value: id, label: account || name })),
      ]}
    />
  );
}
