import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { SelectField } from '../../components/fields.js';
import { SlaPoliciesDocument } from '../../generated/settings.js';
import { Loaded } from './Loaded.js';
import { SlaChannels } from './SlaChannels.js';

/** Within what time each inbox answers (D37). */
export function Sla() {
  const t = useT();
  const [{ data, error }, again] = useQuery({ query: SlaPoliciesDocument, requestPolicy: 'cache-and-network' });
  const [chosen, setChosen] = useState<string | null>(null);
  const inboxes = data?.inboxes.filter((inbox) => inbox.inboxCan.includes('MANAGE')) ?? [];
  const inbox = inboxes.find(({ id }) => id === chosen) ?? inboxes[0];
  const shown = inbox?.id;
  // What is being edited stays, also when another inbox comes to stand before it.
  useEffect(() => {
    if (shown !== undefined) setChosen(shown);
  }, [shown]);
  return (
    <Loaded
      ready={data !== undefined}
      error={error}
      onRetry={() => again()}
      empty={inboxes.length === 0 && t(data?.inboxes.length ? 'sla.none' : 'inbox.none')}
    >
      {inboxes.length > 1 && (
        <div className="filters">
          <SelectField
            label={t('inbox.label')}
            value={inbox?.id ?? ''}
            onChange={setChosen}
            options={inboxes.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
      )}
      {inbox && <SlaChannels key={inbox.id} inbox={inbox} onSaved={() => again({ requestPolicy: 'network-only' })} />}
    </Loaded>
  );
}
