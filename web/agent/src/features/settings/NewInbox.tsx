import { Button } from '@balie/web-ui';
import { useState } from 'react';
import { useT } from '../../app/intl.js';
import { ChannelEditor } from '../channels/ChannelEditor.js';
import { TypePicker } from '../channels/TypePicker.js';
import { InboxEditor, type Candidates } from './InboxEditor.js';

interface WizardProps {
  candidates: Candidates;
  onDone: () => void;
  onCancel: () => void;
}

/** Two steps: name and members, then a channel, now or later (S73 to S79). */
export function NewInbox({ candidates, onDone, onCancel }: WizardProps) {
  const t = useT();
  const [made, setMade] = useState<{ id: string; name: string } | null>(null);
  const [type, setType] = useState<string | null>(null);
  if (!made)
    return (
      <>
        <p className="meta">{t('inbox.step', { n: 1 })}</p>
        <InboxEditor candidates={candidates} onDone={(inbox) => setMade(inbox)} onCancel={onCancel} />
      </>
    );
  return (
    <>
      <p className="meta">{t('inbox.step', { n: 2 })}</p>
      <section className="panel">
        <h2>{t('inbox.connect', { name: made.name })}</h2>
        {type ? (
          <ChannelEditor
            key={type}
            inboxId={made.id}
            type={type}
            saveLabel={t('channel.connect')}
            onDone={onDone}
            onCancel={() => setType(null)}
          />
        ) : (
          <>
            <TypePicker onPick={setType} />
            <div className="row-actions">
              <Button look="quiet" onClick={onDone}>
                {t('inbox.connectLater')}
              </Button>
            </div>
          </>
        )}
      </section>
    </>
  );
}
