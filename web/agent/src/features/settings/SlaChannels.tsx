import { Button } from '@balie/web-ui';
import { useState } from 'react';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { SelectField } from '../../components/fields.js';
import { RemoveSlaPolicyDocument, type SlaInboxFragment } from '../../generated/settings.js';
import { makeId } from '../../lib/ids.js';
import { SlaForm } from './SlaForm.js';
import { useRun } from './useRun.js';

/** The limits of an inbox, and of those of its channels that have their own. */
export function SlaChannels({ inbox, onSaved }: { inbox: SlaInboxFragment; onSaved: () => void }) {
  const t = useT();
  const { run, busy } = useRun();
  const [chosen, setChosen] = useState('');
  const channels = inbox.channels;
  const shown = channels.some(({ id }) => id === chosen) ? chosen : '';
  const ownOf = (id: string) => inbox.slaPolicies.find(({ channel }) => channel?.id === id);
  const own = ownOf(shown);
  // A channel without limits of its own begins with what holds for it now.
  const policy = shown === '' ? inbox.slaPolicy : (own ?? { ...inbox.slaPolicy, version: 0 });
  const remove = async () => {
    const input = { inboxId: inbox.id, channelId: shown, expectedVersion: own?.version ?? null, operationId: makeId('op') };
    const data = await run({
      document: RemoveSlaPolicyDocument,
      variables: { input },
      problems: (answer) => answer.slaPolicyRemove.userErrors,
    });
    if (!data) return;
    toast(t('saved'));
    onSaved();
  };
  return (
    <>
      {channels.length > 1 && (
        <div className="filters">
          <SelectField
            label={t('sla.for')}
            value={shown}
            onChange={setChosen}
            options={[
              { value: '', label: t('sla.allChannels') },
              ...channels.map(({ id, name }) => ({ value: id, label: ownOf(id) ? t('sla.ownLimits', { channel: name }) : name })),
            ]}
          />
          {own && (
            <Button busy={busy} onClick={() => void remove()}>
              {t('sla.useInbox')}
            </Button>
          )}
        </div>
      )}
      <SlaForm
        key={`${shown} ${policy.version} ${inbox.workingHours?.version ?? 0}`}
        inbox={inbox}
        channelId={shown === '' ? null : shown}
        policy={policy}
        onSaved={onSaved}
      />
    </>
  );
}
