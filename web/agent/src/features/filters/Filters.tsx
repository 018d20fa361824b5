import { useState } from 'react';
import { useQuery } from 'urql';
import { useLocale, useT } from '../../app/intl.js';
import { SelectField } from '../../components/fields.js';
import { FilterSettingsDocument } from '../../generated/settings.js';
import { Loaded } from '../settings/Loaded.js';
import { RuleSwitches } from './RuleSwitches.js';
import { SenderList } from './SenderList.js';

/** Who is let into an inbox: the filter rules of its channels, and what was decided about senders (S25, S55, D42). */
export function Filters() {
  const t = useT();
  const { locale } = useLocale();
  const [chosen, setChosen] = useState<string | null>(null);
  const [{ data, error }, again] = useQuery({
    query: FilterSettingsDocument,
    variables: { language: locale },
    requestPolicy: 'cache-and-network',
  });
  const managed = data?.inboxes.filter(({ inboxCan }) => inboxCan.includes('MANAGE')) ?? [];
  const inbox = managed.find(({ id }) => id === chosen) ?? managed[0];
  return (
    <Loaded ready={data !== undefined} error={error} onRetry={() => again()} empty={!inbox && t('filters.noInbox')}>
      {inbox && (
        <>
          {managed.length > 1 && (
            <SelectField
              label={t('inbox.label')}
              value={inbox.id}
              onChange={setChosen}
              options={managed.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          {inbox.channels
            .filter(({ filterRules }) => filterRules.length > 0)
            .map((channel) => (
              <RuleSwitches key={channel.id} channel={channel} />
            ))}
          <SenderList key={`${inbox.id} ALLOW`} inbox={inbox} kind="ALLOW" />
          <SenderList key={`${inbox.id} DENY`} inbox={inbox} kind="DENY" />
          <SenderList key={`${inbox.id} BLOCK`} inbox={inbox} kind="BLOCK" />
        </>
      )}
    </Loaded>
  );
}
