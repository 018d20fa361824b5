import { Button } from '@balie/web-ui';
import { useState, type FormEvent } from 'react';
import { useClient } from 'urql';
import { outcomeText } from '../../app/errors.js';
import { useLocale, useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { useShell } from '../../app/ShellProvider.js';
import { TextField } from '../../components/fields.js';
import type { InboxAudience, InboxHeadFragment } from '../../generated/graphql.js';
import { SaveInboxDocument } from '../../generated/settings.js';
import { makeId } from '../../lib/ids.js';
import { Steps } from './Steps.js';

/** The first inbox: its name, and who works in it. */
export function InboxStep({ onDone }: { onDone: (inbox: Pick<InboxHeadFragment, 'id' | 'name'>) => void }) {
  const t = useT();
  const client = useClient();
  const { locale } = useLocale();
  const { viewer } = useShell();
  const { follower } = useServices();
  const [id] = useState(() => makeId('inb'));
  const [name, setName] = useState(t('setup.inbox.default'));
  const [audience, setAudience] = useState<InboxAudience>('EVERYONE');
  const [failed, setFailed] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const members = audience === 'MEMBERS' ? [{ agentId: viewer.id, role: 'MANAGER' as const }] : undefined;
    const input = { id, name, audience, ...(members ? { members } : {}), operationId: makeId('op') };
    const { data, error } = await client.mutation(SaveInboxDocument, { input, language: locale }).toPromise();
    const inbox = data?.inboxSave.inbox;
    setBusy(false);
    setFailed(outcomeText(t, error, data?.inboxSave.userErrors));
    if (!inbox) return;
    // Nothing is followed yet at this point, so the new inbox would be missing from the views.
    follower.counts(0);
    onDone(inbox);
  };
  const choice = (value: InboxAudience, title: string, help: string) => (
    <label className="choice">
      <input type="radio" name="audience" checked={audience === value} onChange={() => setAudience(value)} />
      <span>
        {title}
        <small className="help">{help}</small>
      </span>
    </label>
  );
  return (
    <main className="access">
      <form className="card setup-card" onSubmit={(event) => void submit(event)}>
        <Steps current={2} />
        <h1>{t('setup.inbox.title')}</h1>
        <p className="help">{t('setup.inbox.text')}</p>
        <TextField label={t('inbox.name')} value={name} onChange={setName} error={failed} required maxLength={80} autoFocus />
        <fieldset className="group">
          <legend>{t('inbox.members')}</legend>
          {choice('EVERYONE', t('inbox.everyone'), t('inbox.everyoneHelp'))}
          {choice('MEMBERS', t('inbox.chosen'), t('setup.inbox.onlyMe'))}
        </fieldset>
        <Button type="submit" look="primary" busy={busy} className="wide">
          {t('setup.next')}
        </Button>
      </form>
    </main>
  );
}
